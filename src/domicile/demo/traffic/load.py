"""How heavy the traffic is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """What the application does to the database.

    `accounts` and `seed` are those of the population that the database was filled with.
    """

    accounts: int
    seed: int
    rate_per_s: float = 200.0
    workers: int = 4
    search_path: tuple[str, ...] = ()
    phase: str = "warm-up"
    """The phase until the first mark."""
    longest_s: float = 600.0

    def arguments(self) -> list[str]:
        """What `python -m domicile.demo.traffic` takes."""
        return [
            f"--accounts={self.accounts}",
            f"--seed={self.seed}",
            f"--rate-per-s={self.rate_per_s}",
            f"--workers={self.workers}",
            *(f"--search-path={schema}" for schema in self.search_path),
            f"--phase={self.phase}",
            f"--longest-s={self.longest_s}",
        ]
