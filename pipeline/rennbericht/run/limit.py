"""A time limit on a piece of work in the main thread of a process."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class TimeUpError(Exception):
    """The work did not end within its time."""


@contextmanager
def time_limit(seconds: float | None) -> Iterator[None]:
    """Raise `TimeUpError` in the body once the time is up.

    Without seconds, outside the main thread and where the system has no alarm there is no limit.
    """
    alarm = getattr(signal, "SIGALRM", None)
    if not seconds or alarm is None or threading.current_thread() is not threading.main_thread():
        yield
        return

    def ring(number: int, frame: FrameType | None) -> None:
        raise TimeUpError(f"more than {seconds:g} seconds")

    before = signal.signal(alarm, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(alarm, before)
