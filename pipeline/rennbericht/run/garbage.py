"""The garbage collector stands still while the pipeline is loaded and while a batch is worked on.

It would go over all that the pipeline holds, again and again, for a fifth of the time; what a batch
leaves is freed without it.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def no_collection() -> Iterator[None]:
    """Let nothing be collected inside, and as before behind.

    By its threshold: what reads a model's weights switches the collector on behind itself.
    """
    before = gc.get_threshold()
    gc.set_threshold(0)
    try:
        yield
    finally:
        gc.set_threshold(*before)
