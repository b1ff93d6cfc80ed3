"""What a sentence tells of people and cars, and what the rest of the text will still tell.

A line-up may stand behind the event: `Die Nummer 7 schied aus. ... Conway, Kobayashi und López im
Toyota mit der Nummer 7`. So the ties of the whole text are read once before the walk; they hold
for a car of which nothing is told yet, where the text puts one crew only into it.
"""

from __future__ import annotations

from ..entities.model import Mention
from .bearers import is_bearer
from .namesakes import settle_namesakes
from .people import Participant, Roster
from .reading import Reading
from .state import RaceState
from .ties import known, tie_sentence
from .titles import learn_called
from .vocabulary import Vocabulary
from .wheel import settle_introduced, tie_clauses


def take_in(
    reading: Reading,
    state: RaceState,
    vocabulary: Vocabulary,
    sentence: int,
    mentions: list[Mention],
) -> None:
    """Meet the people of a sentence and put them into the cars it names.

    Args:
        reading: the document.
        state: its roster learns of them.
        vocabulary: words that say who drives.
        sentence: index of the sentence.
        mentions: those of the sentence.
    """
    settle_namesakes(reading, state, mentions)
    for mention in mentions:
        if mention["label"] == "DRIVER" and mention["name"]:
            bearer = is_bearer(reading, vocabulary, mention)
            _meet(state, vocabulary, mention, mention["name"], bearer)
    tie_sentence(reading, state, vocabulary, mentions)
    tie_clauses(reading, state, vocabulary, sentence)


def _meet(
    state: RaceState, vocabulary: Vocabulary, mention: Mention, name: str, bearer: bool
) -> None:
    met = known(state, mention) if mention["surname_only"] else None
    if met is not None:
        # whom the car beside it means bears the surname from here
        state.roster.meet(met.participant, mention["start"], mention["start"] in state.meant)
    else:
        participant = Participant("DRIVER", mention["id"], name)
        person = state.roster.meet(participant, mention["start"], bearer)
        if not person.gender:
            facts = vocabulary.facts.get(participant.id or "", {})
            person.gender = facts.get("gender") or vocabulary.names.gender(name)
            person.nation = person.nation or facts.get("nationality") or ""


def look_ahead(
    reading: Reading, vocabulary: Vocabulary, mentions: dict[int, list[Mention]]
) -> Roster:
    """The roster of the whole text, read for its line-ups alone."""
    state = RaceState(deferred=[])
    state.roster.changes = not vocabulary.changing.isdisjoint(reading.lemma_set)
    for sentence, (start, end) in enumerate(reading.sentences):
        if not (reading.silent[start] and reading.silent[end - 1]):
            own = mentions.get(sentence, [])
            take_in(reading, state, vocabulary, sentence, own)
            for mention in own:
                if mention["label"] == "DRIVER":
                    learn_called(reading, vocabulary, state, mention)
    settle_introduced(state)
    return state.roster
