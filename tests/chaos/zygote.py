"""Processes of `domicile`, without the time that Python's imports take.

Each is a real process with its own connections, forked from one that has imported everything
and has opened nothing; SIGKILL ends it like any other.
"""

from __future__ import annotations

import json
import os
import select
import signal
import subprocess
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path
from typing import Self

_POLL_S = 0.005


class Worker:
    """One run of `domicile`."""

    def __init__(self, arguments: list[str], said: Path) -> None:
        self.arguments = arguments
        self.pid = 0
        self.status: int | None = None
        self.ended = threading.Event()
        self._said = said

    def wait(self, timeout_s: float = 120.0) -> int:
        """Its exit status; a signal's number is negative.

        Raises:
            TimeoutError: it runs on.
        """
        if not self.ended.wait(timeout_s):
            raise TimeoutError(f"domicile {' '.join(self.arguments)} runs on")
        assert self.status is not None
        return self.status

    def kill(self) -> None:
        """SIGKILL; nothing happens when it has ended."""
        if not self.ended.is_set():
            with suppress(ProcessLookupError):
                os.kill(self.pid, signal.SIGKILL)
        self.wait()

    @property
    def said(self) -> str:
        """What it wrote to stderr."""
        return self._said.read_text("utf-8", errors="replace") if self._said.exists() else ""


class Zygote:
    """The process that the workers are forked from."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._count = 0
        self._workers: dict[int, Worker] = {}
        self._lock = threading.Lock()
        self._process = subprocess.Popen(
            [sys.executable, str(Path(__file__)), "--zygote"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for worker in list(self._workers.values()):
            worker.kill()
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait()
        self._reader.join()
        self._process.stdout.close()

    def start(self, *arguments: str) -> Worker:
        """`domicile` with these arguments, running."""
        with self._lock:
            self._count += 1
            worker = Worker(list(arguments), self._folder / f"worker-{self._count}.txt")
            self._workers[self._count] = worker
            order = {"number": self._count, "arguments": arguments, "said": str(worker._said)}
            assert self._process.stdin is not None
            self._process.stdin.write(json.dumps(order) + "\n")
            self._process.stdin.flush()
        while not worker.pid:
            if self._process.poll() is not None:
                raise RuntimeError("the process that forks the workers has ended")
            time.sleep(_POLL_S / 5)
        return worker

    def _read(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            number, what, value = line.split()
            if what == "pid":
                self._workers[int(number)].pid = int(value)
            else:
                worker = self._workers.pop(int(number))
                worker.status = int(value)
                worker.ended.set()


def _serve() -> None:
    """Fork a worker for each line of stdin; say on stdout which pid it has and how it ended."""
    from domicile.cli import main, move, render, verify  # noqa: F401  # what the workers share
    from domicile.evidence import run as evidence  # noqa: F401
    from domicile.relocation import run as relocation  # noqa: F401

    numbers: dict[int, int] = {}
    pending = b""
    while True:
        ready, _, _ = select.select([0], [], [], _POLL_S)
        if ready:
            block = os.read(0, 1 << 16)
            if not block:
                return
            *orders, pending = (pending + block).split(b"\n")
            for line in orders:
                order = json.loads(line)
                pid = os.fork()
                if pid == 0:
                    _become(order)
                numbers[pid] = order["number"]
                _tell(order["number"], "pid", pid)
        with suppress(ChildProcessError):
            while (ended := os.waitpid(-1, os.WNOHANG))[0]:
                _tell(numbers.pop(ended[0]), "status", os.waitstatus_to_exitcode(ended[1]))


def _tell(number: int, what: str, value: int) -> None:
    os.write(1, f"{number} {what} {value}\n".encode())


def _become(order: dict[str, object]) -> None:
    """The forked process is `domicile`, and does not come back."""
    from domicile.cli import main

    os.dup2(os.open(os.devnull, os.O_RDWR), 0)
    os.dup2(0, 1)
    os.dup2(os.open(str(order["said"]), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), 2)
    status = 70
    try:
        main([str(each) for each in order["arguments"]])  # type: ignore[attr-defined]
    except SystemExit as end:
        status = end.code if isinstance(end.code, int) else 0
    except BaseException:  # a traceback is a finding: it has a status of its own
        import traceback

        traceback.print_exc()
    finally:
        sys.stderr.flush()
        os._exit(status)


if __name__ == "__main__":
    _serve()
