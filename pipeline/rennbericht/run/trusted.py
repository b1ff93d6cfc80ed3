"""Events of too little confidence are left out (`--min-confidence`)."""

from __future__ import annotations

from collections.abc import Sequence

from rennbericht.contract.attributes import LapAfter
from rennbericht.contract.records import Event


def trusted(events: Sequence[Event], least: float) -> list[Event]:
    """Return the events that are trusted enough; those without a confidence stay.

    A lap counted from an event that is left out (`two laps later`) no longer names that event.
    """
    kept = [e for e in events if e.confidence is None or e.confidence >= least]
    if len(kept) < len(events):
        ids = {event.id for event in kept}
        for event in kept:
            lap = event.attributes.lap
            if isinstance(lap, LapAfter) and lap.of not in ids:
                lap.of = None
    return kept
