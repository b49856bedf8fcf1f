"""What scrubbing a table costs, one way and the other, and which way is taken. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from domicile.scrub.model import Method, TableSize, Wish

#: How much of a table VACUUM FULL copies and indexes in a second: the least that
#: `bench/scrub.py` measured on two cores. An estimate for any other machine.
VACUUM_FULL_BYTES_S = 50_000_000
# pg_repack copies through SQL and then catches up with what was written meanwhile.
_REPACK_BYTES_S = VACUUM_FULL_BYTES_S / 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """One way to rewrite a table: `lock_s` is how long the application cannot use it."""

    method: Method
    seconds: float
    lock_s: float
    disk_bytes: int
    unavailable: str | None = None

    def to_dict(self) -> dict[str, object]:
        """Plain JSON values."""
        return {
            "method": self.method,
            "seconds": round(self.seconds, 1),
            "exclusive_lock_seconds": round(self.lock_s, 1),
            "free_disk_bytes": self.disk_bytes,
            "unavailable": self.unavailable,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class TablePlan:
    """A table, what each way would cost, and the way that is taken; None leaves it as it is."""

    size: TableSize
    costs: tuple[Cost, ...]
    method: Method | None

    def to_dict(self) -> dict[str, object]:
        """Plain JSON values."""
        size = self.size
        return {
            "table": str(size.name),
            "heap_bytes": size.heap_bytes,
            "toast_bytes": size.toast_bytes,
            "index_bytes": size.index_bytes,
            "live_rows": size.live_rows,
            "dead_rows": size.dead_rows,
            "batches": size.batches,
            "costs": [cost.to_dict() for cost in self.costs],
            "method": self.method,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a scrub would do: the tables with something to forget, and the WAL to overwrite."""

    tables: tuple[TablePlan, ...]
    clean: tuple[str, ...]
    wal_bytes: int
    pending_files: bool

    @property
    def is_idle(self) -> bool:
        """True when nothing has moved since the last scrub."""
        return not self.tables and not self.pending_files

    def to_dict(self) -> dict[str, object]:
        """Plain JSON values."""
        return {
            "tables": [each.to_dict() for each in self.tables],
            "nothing_to_forget": list(self.clean),
            "wal_bytes": self.wal_bytes,
            "idle": self.is_idle,
        }


def plan_table(
    size: TableSize, wish: Wish, *, no_repack: str | None, max_lock_s: float
) -> TablePlan:
    """Choose how a table is rewritten.

    Args:
        size: what it takes today.
        wish: `auto` takes pg_repack where it is installed, and else VACUUM FULL where the
            application would be kept out for `max_lock_s` at most. The others are orders.
        no_repack: why pg_repack cannot be used; None when it can.
        max_lock_s: how long `auto` may keep the application out of one table.
    """
    full, repack = costs(size, no_repack)
    method: Method | None
    if wish != "auto":
        method = wish
    elif no_repack is None:
        method = "repack"
    else:
        method = "vacuum-full" if full.lock_s <= max_lock_s else None
    return TablePlan(size=size, costs=(full, repack), method=method)


def costs(size: TableSize, no_repack: str | None) -> tuple[Cost, Cost]:
    """VACUUM FULL and pg_repack, each with its time, its exclusive lock and its disk."""
    rows = size.live_rows + size.dead_rows
    share = size.live_rows / rows if rows else 1.0
    copied = round(size.total_bytes * share)
    seconds = copied / VACUUM_FULL_BYTES_S
    return (
        Cost(method="vacuum-full", seconds=seconds, lock_s=seconds, disk_bytes=copied),
        Cost(
            method="repack",
            seconds=copied / _REPACK_BYTES_S,
            lock_s=0.0,
            disk_bytes=copied,
            unavailable=no_repack,
        ),
    )
