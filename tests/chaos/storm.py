"""What goes wrong in a trial, drawn from its seed: who is killed, what is cut, and when."""

from __future__ import annotations

import random
import threading
from collections import Counter
from collections.abc import Callable
from contextlib import ExitStack

from chaos.traffic import Weather
from chaos.village import HOMES, Village
from chaos.zygote import Worker
from domicile.relocation.steps import STEPS
from fix_proxy import Trap

_LONGEST_S = 0.5


class Storm(threading.Thread):
    """Strikes one after the other until told to stop; everything is mended after each."""

    def __init__(
        self, village: Village, weather: Weather, workers: list[Worker], chance: random.Random
    ) -> None:
        super().__init__(daemon=True)
        self.stopping = threading.Event()
        self.struck: Counter[str] = Counter()
        self.error: Exception | None = None
        self._village = village
        self._weather = weather
        self._workers = workers
        self._chance = chance

    def run(self) -> None:
        """At a random step of the protocol, or at a random time."""
        try:
            while not self.stopping.is_set():
                if self._chance.random() < 0.6:
                    self._at_a_step()
                else:
                    self.stopping.wait(self._chance.random() * _LONGEST_S)
                    self._anywhere()
        except Exception as error:  # the trial tells it
            self.error = error

    def _pause(self, most_s: float = _LONGEST_S) -> None:
        self.stopping.wait(self._chance.random() * most_s)

    def _at_a_step(self) -> None:
        step = self._chance.choice(STEPS)
        answered = self._chance.random() < 0.5
        trap = self._village.network.trap(step.name, self._chance.randint(1, 3), answered=answered)
        for _ in range(50):
            if trap.wait(0.02) or self.stopping.is_set():
                break
        if trap.reached.is_set():
            self._strike(trap, f"{step.name}, {'after' if answered else 'before'}")
        self._village.network.heal()

    def _strike(self, trap: Trap, where: str) -> None:
        """The wire is held at the step: do the worst, then cut or go on."""
        worst: list[tuple[str, Callable[[], None]]] = [
            ("cut", lambda: None),
            ("stall", self._pause),
            ("kill worker", self._kill_worker),
            ("kill hub", self._kill_hub),
            ("kill home", self._kill_home),
        ]
        name, act = self._chance.choice(worst)
        self.struck[name] += 1
        self.struck[where] += 1
        with ExitStack() as stack:
            end = self._chance.choice([trap.cut, trap.tear, trap.release])
            stack.callback(trap.release if name == "stall" else end)
            act()

    def _anywhere(self) -> None:
        strikes: list[tuple[str, Callable[[], None]]] = [
            ("kill worker", self._kill_worker),
            ("kill hub", self._kill_hub),
            ("kill home", self._kill_home),
            ("sever", self._sever),
            ("stall", self._stall),
            ("refuse", self._refuse),
            ("sever the hub's window", self._sever_window),
            ("stall the hub's window", self._stall_window),
        ]
        name, act = self._chance.choice(strikes)
        self.struck[name] += 1
        act()

    def _kill_worker(self) -> None:
        alive = [worker for worker in self._workers if not worker.ended.is_set()]
        if alive:
            self._chance.choice(alive).kill()

    def _kill_hub(self) -> None:
        # What the hub has sent to a home arrives before it dies: see docs/limits.md.
        self._village.network.heal()
        self._kill("hub")

    def _kill_home(self) -> None:
        self._kill(self._chance.choice(HOMES))

    def _kill(self, server: str) -> None:
        with self._weather.trouble(server):
            self._village.kill(server)
            self._pause()
            self._village.cluster[server].start()

    def _some(self) -> list[str]:
        names = ["hub", *HOMES]
        return self._chance.sample(names, self._chance.randint(1, len(names)))

    def _sever(self) -> None:
        self._village.network.sever(*self._some())

    def _stall(self) -> None:
        self._village.network.stall(*self._some())
        self._pause()
        self._village.network.heal()

    def _refuse(self) -> None:
        names = self._some()
        self._village.network.refuse(*names)
        self._village.network.sever(*names)
        self._pause()
        self._village.network.heal()

    def _sever_window(self) -> None:
        home = self._chance.choice(HOMES)
        with self._weather.trouble(home):
            self._village.network.sever(f"hub to {home}")

    def _stall_window(self) -> None:
        self._village.network.stall(f"hub to {self._chance.choice(HOMES)}")
        self._pause()
        self._village.network.heal()
