"""The traffic as the story holds it: started, told of phases, looked at, stopped."""

from __future__ import annotations

import os
import subprocess
import sys
from threading import Condition, Thread
from typing import IO, TYPE_CHECKING, Final, Self

from domicile.demo.traffic.wire import DSN_VARIABLE, Ready, Refused, Second, Summary, decode
from domicile.errors import DomicileError, ServerUnavailable

if TYPE_CHECKING:
    from types import TracebackType

    from domicile.demo.figures import Phase
    from domicile.demo.traffic.load import Load

STOP_WITHIN_S: Final = 20.0
REPORT_WITHIN_S: Final = 20.0


class Traffic:
    """The application at work; a context manager that leaves no process behind.

    The reading thread writes what came under `_news`; everybody else only reads it.
    """

    def __init__(self, dsn: str, load: Load) -> None:
        self._dsn, self._load = dsn, load
        self._process: subprocess.Popen[str] | None = None
        self._reader: Thread | None = None
        self._news = Condition()
        self._reports = 0
        self._silent = False
        self._latest: Phase | None = None
        self._summary: Summary | None = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._end()

    def start(self) -> None:
        """Every worker is connected and at work.

        Raises:
            ServerUnavailable: the database does not let the application in.
            DomicileError: the process ended before it was ready.
        """
        self._process = process = subprocess.Popen(
            [sys.executable, "-m", "domicile.demo.traffic", *self._load.arguments()],
            env={**os.environ, DSN_VARIABLE: self._dsn},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        try:
            self._greet(process)
        except BaseException:  # Ctrl-C too: nobody else would end the process
            self._end()
            raise

    def mark(self, phase: str) -> None:
        """What is due from now on belongs to `phase`.

        Raises:
            DomicileError: the process is gone.
        """
        process = self._running()
        stdin = _pipe(process.stdin)
        try:
            stdin.write(f"{phase}\n")
            stdin.flush()
        except BrokenPipeError:
            raise _ended(process) from None

    def snapshot(self) -> Phase | None:
        """The last second's figures; None in the first second."""
        return self._latest

    def next_second(self) -> Phase:
        """The figures of the second that is running, as soon as it is over.

        Raises:
            DomicileError: the process is gone, or silent for far longer.
        """
        process = self._running()
        with self._news:
            seen = self._reports
            self._news.wait_for(lambda: self._reports > seen or self._silent, REPORT_WITHIN_S)
            if self._latest is None or self._reports == seen:
                raise _ended(process)
            return self._latest

    def stop(self) -> tuple[Phase, ...]:
        """The traffic has ended; gives the figures of all phases.

        Raises:
            DomicileError: the process ended without giving them.
        """
        process = self._running()
        self._end()
        if self._summary is None:
            raise _ended(process)
        return self._summary.phases

    def _running(self) -> subprocess.Popen[str]:
        if self._process is None:
            raise DomicileError("the traffic is not running", hint="start it first")
        return self._process

    def _greet(self, process: subprocess.Popen[str]) -> None:
        """The first line has come, and it is a good one."""
        stdout = _pipe(process.stdout)
        text = stdout.readline()
        match decode(text) if text else None:
            case Ready():
                self._reader = Thread(target=self._read, args=(stdout,), daemon=True)
                self._reader.start()
            case Refused(sqlstate=state):
                raise ServerUnavailable("hub", f"the application was refused (SQLSTATE {state})")
            case _:
                self._end()  # for its exit status
                raise _ended(process)

    def _read(self, stdout: IO[str]) -> None:
        for text in stdout:
            line = decode(text)
            with self._news:
                if isinstance(line, Second):
                    self._latest, self._reports = line.lately, self._reports + 1
                elif isinstance(line, Summary):
                    self._summary = line
                self._news.notify_all()
        with self._news:
            self._silent = True
            self._news.notify_all()

    def _end(self) -> None:
        """No process and no thread is left; doing it twice does nothing."""
        process = self._process
        if process is None:
            return
        _close(process.stdin)
        try:
            process.wait(STOP_WITHIN_S)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        if self._reader is not None:
            self._reader.join()
        _close(process.stdout)


def _pipe(stream: IO[str] | None) -> IO[str]:
    if stream is None:
        raise DomicileError("the traffic's process has no pipe")
    return stream


def _ended(process: subprocess.Popen[str]) -> DomicileError:
    return DomicileError(
        f"the process that plays the application ended with status {process.poll()}",
        hint="the figures of this run are not complete; run it again",
    )


def _close(stream: IO[str] | None) -> None:
    if stream is None:
        return
    try:
        stream.close()
    except BrokenPipeError:  # what was to be flushed has no reader any more
        return
