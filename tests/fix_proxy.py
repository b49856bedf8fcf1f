"""A network that fails when a test says so: TCP proxies that know PostgreSQL's protocol.

Each server has a proxy in front of it. A `Trap` waits for the n-th statement of a step of the
protocol (statements begin with their step's mark) and stops it there: before the server has seen
it, or when the server has answered and nobody has heard. The test does its worst, then says what
becomes of it: `release`, `cut`, or `tear`, which cuts in the middle of the message.

    network.trap("R3 commit", answered=True)    what is kept while its answer is lost
    network.stall() / heal() / sever() / refuse()    all links, or those to one server
"""

from __future__ import annotations

import re
import socket
import struct
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial

import pytest

Address = tuple[str, int]
PATIENCE_S = 60.0
_MARK = re.compile(rb"\s*/\* domicile (.+?) \*/")
_HEADER = struct.Struct("!cI")
_FIRST = struct.Struct("!II")
_CANCEL, _SSL, _GSS = 80877102, 80877103, 80877104


@dataclass(slots=True)
class Trap:
    """Where the network stops once: at the n-th statement of a step."""

    step: str
    nth: int = 1
    answered: bool = False
    reached: threading.Event = field(default_factory=threading.Event)
    decided: threading.Event = field(default_factory=threading.Event)
    verdict: str = "release"
    server: str = ""  # whose proxy it was sprung in

    def wait(self, timeout_s: float = PATIENCE_S) -> bool:
        """True when the statement was sent (or answered); False when it was not in that time."""
        return self.reached.wait(timeout_s)

    def release(self) -> None:
        """Let it pass as if nothing had been."""
        self._decide("release")

    def cut(self) -> None:
        """The connection breaks: the statement, or its answer, never arrives."""
        self._decide("cut")

    def tear(self) -> None:
        """The connection breaks in the middle of the message."""
        self._decide("tear")

    def judge(self) -> str:
        """What the link waits for."""
        self.reached.set()
        return self.verdict if self.decided.wait(PATIENCE_S) else "cut"

    def _decide(self, verdict: str) -> None:
        self.verdict = verdict
        self.decided.set()


class Network:
    """The proxies by name, and the traps that are set in them."""

    def __init__(self) -> None:
        self.proxies: dict[str, Proxy] = {}
        self._traps: list[Trap] = []
        self._lock = threading.Lock()
        self.seen: list[str] = []

    def add(self, name: str, target: Callable[[], Address]) -> int:
        """A proxy in front of a server, which is asked for anew at each connection; its port."""
        self.proxies[name] = Proxy(target, partial(self._meet, name))
        return self.proxies[name].port

    def trap(self, step: str, nth: int = 1, *, answered: bool = False) -> Trap:
        """Stop at the n-th statement of that step from now on, before or after it."""
        trap = Trap(step, nth, answered)
        with self._lock:
            self._traps.append(trap)
        return trap

    def stall(self, *names: str) -> None:
        """Nothing passes, and nobody is told."""
        for proxy in self._named(names):
            proxy.flowing.clear()

    def refuse(self, *names: str) -> None:
        """New connections are closed at once; those that are open stay."""
        for proxy in self._named(names):
            proxy.refusing = True

    def sever(self, *names: str) -> None:
        """Every open connection breaks."""
        for proxy in self._named(names):
            proxy.sever()

    def heal(self) -> None:
        """All traps are gone, and everything passes again."""
        with self._lock:
            traps, self._traps = self._traps, []
        for trap in traps:
            trap.decided.set()
        for proxy in self.proxies.values():
            proxy.refusing = False
            proxy.flowing.set()

    def close(self) -> None:
        """No connection and no thread is left."""
        self.heal()
        for proxy in self.proxies.values():
            proxy.close()

    def _named(self, names: tuple[str, ...]) -> list[Proxy]:
        return [proxy for name, proxy in self.proxies.items() if not names or name in names]

    def _meet(self, server: str, step: str) -> Trap | None:
        """A statement of that step is on its way to a server: the trap that it falls into."""
        with self._lock:
            self.seen.append(step)
            sprung = None
            for trap in [trap for trap in self._traps if trap.step == step]:
                trap.nth -= 1
                if trap.nth == 0:
                    self._traps.remove(trap)
                    trap.server, sprung = server, trap
            return sprung


class Proxy:
    """One listening port, and the links that came in by it."""

    def __init__(self, target: Callable[[], Address], meet: Callable[[str], Trap | None]) -> None:
        self.flowing = threading.Event()
        self.flowing.set()
        self.refusing = False
        self._target = target
        self._meet = meet
        self._links: list[_Link] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self._thread = threading.Thread(target=self._listen, daemon=True)
        self._thread.start()

    def sever(self) -> None:
        """Every open connection breaks."""
        for link in list(self._links):
            link.break_()

    def close(self) -> None:
        """Nobody listens and nothing is open."""
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._thread.join()
        self.sever()
        for link in list(self._links):
            link.thread.join()

    def _listen(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            if self.refusing:
                client.close()
                continue
            self._links = [link for link in self._links if link.thread.is_alive()]
            link = _Link(client, self._target, self.flowing, self._meet)
            self._links.append(link)
            link.thread.start()


class _Link:
    """One connection: two streams of messages, and the trap that one of them is in."""

    def __init__(
        self,
        client: socket.socket,
        target: Callable[[], Address],
        flowing: threading.Event,
        meet: Callable[[str], Trap | None],
    ) -> None:
        self.thread = threading.Thread(target=self._run, daemon=True)
        self._client = client
        self._server = socket.socket()
        self._target = target
        self._flowing = flowing
        self._meet = meet
        self._steps: dict[bytes, str] = {}
        self._asked = 1  # ReadyForQuery messages that will come; the first ends the start-up
        self._ready = 0
        self._held: tuple[Trap, int] | None = None

    def break_(self) -> None:
        """Both sides find the connection broken."""
        for side in (self._client, self._server):
            with suppress(OSError):
                side.shutdown(socket.SHUT_RDWR)

    def _run(self) -> None:
        back = threading.Thread(target=self._pump_back, daemon=True)
        try:
            self._server.connect(self._target())
            for side in (self._client, self._server):
                side.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            if self._start_up():
                back.start()
                self._pump()
        except OSError:
            pass
        finally:
            self._flowing.wait()  # whoever is behind a stalled network does not hear of an end
            self.break_()
            if back.ident is not None:
                back.join()
            if self._held is not None:
                self._held[0].reached.set()
            self._client.close()
            self._server.close()

    def _start_up(self) -> bool:
        """Forward the first message; encryption is declined. False when nothing follows it."""
        while True:
            head = _exactly(self._client, _FIRST.size)
            length, code = _FIRST.unpack(head)
            if code in (_SSL, _GSS):
                self._client.sendall(b"N")
                continue
            self._flowing.wait()
            self._server.sendall(head + _exactly(self._client, length - _FIRST.size))
            if code == _CANCEL:  # whoever asks is told by the end that the signal has been sent
                while self._server.recv(1):
                    pass
                return False
            return True

    def _pump(self) -> None:
        """From the client to the server."""
        for kind, message in _messages(self._client):
            self._flowing.wait()
            if (trap := self._trapped(kind, message)) and not self._stopped(trap, message):
                return
            if kind in b"QSF":
                self._asked += 1
            self._server.sendall(message)

    def _stopped(self, trap: Trap, message: bytes) -> bool:
        """True when the message is to be sent."""
        if trap.answered:
            self._held = (trap, self._asked + 1)
            return True
        verdict = trap.judge()
        if verdict == "tear":
            self._server.sendall(message[: len(message) // 2])
        return verdict == "release"

    def _trapped(self, kind: bytes, message: bytes) -> Trap | None:
        """The trap for the statement that the message has executed, if there is one.

        A statement with parameters has its text in Parse, and Bind has it run: later again
        by its name alone, when the driver has prepared it.
        """
        body = message[_HEADER.size :]
        if kind == b"P":
            name, text, *_ = body.split(b"\0", 2)
            self._steps.pop(name, None)
            if mark := _MARK.match(text):
                self._steps[name] = mark[1].decode()
            return None
        step = None
        if kind == b"Q" and (mark := _MARK.match(body)):
            step = mark[1].decode()
        elif kind == b"B":
            step = self._steps.get(body.split(b"\0", 2)[1])
        return self._meet(step) if step is not None else None

    def _pump_back(self) -> None:
        """From the server to the client."""
        with suppress(OSError):
            withheld = bytearray()
            for kind, message in _messages(self._server):
                self._flowing.wait()
                withheld += message
                held, mine = self._held, self._ready
                self._ready += kind == b"Z"
                if held is not None and mine == held[1] - 1 and kind != b"G":
                    if kind != b"Z":
                        continue  # a part of the answer
                    if not self._answer(held[0], withheld):
                        break
                self._client.sendall(withheld)
                withheld.clear()
        self._flowing.wait()
        self.break_()

    def _answer(self, trap: Trap, answer: bytearray) -> bool:
        """True when the answer is to be passed on."""
        self._held = None
        verdict = trap.judge()
        if verdict == "tear":
            self._client.sendall(answer[: len(answer) // 2])
        return verdict == "release"


def _messages(source: socket.socket) -> Iterator[tuple[bytes, bytes]]:
    """(kind, whole message) until the connection ends."""
    buffer = bytearray()
    while block := source.recv(1 << 16):
        buffer += block
        start = 0
        while len(buffer) - start >= _HEADER.size:
            kind, length = _HEADER.unpack_from(buffer, start)
            if len(buffer) - start < length + 1:
                break
            yield kind, bytes(buffer[start : start + length + 1])
            start += length + 1
        del buffer[:start]


def _exactly(source: socket.socket, count: int) -> bytes:
    found = b""
    while len(found) < count:
        block = source.recv(count - len(found))
        if not block:
            raise ConnectionResetError
        found += block
    return found


@pytest.fixture
def network() -> Iterator[Network]:
    """A network without proxies; add them."""
    network = Network()
    yield network
    network.close()
