"""Whether it happened: negation, modals, what only could have been, near misses, hearsay."""

from __future__ import annotations

import pytest
from spacy.language import Language
from tests.event_notation import told

HAMILTON_VETTEL = "agent Lewis Hamilton; patient Sebastian Vettel"
ELIDED = "agent Lewis Hamilton/ellipsis; patient Sebastian Vettel"

CASES = [
    ("Hamilton überholte Vettel.", [f"overtake: {HAMILTON_VETTEL}"]),
    # the passive: who did it stands behind `von`, or is not told
    ("Vettel wurde von Hamilton überholt.", [f"overtake: {HAMILTON_VETTEL}"]),
    ("Vettel ist von Hamilton überholt worden.", [f"overtake: {HAMILTON_VETTEL}"]),
    ("Vettel wurde überholt.", ["overtake: patient Sebastian Vettel"]),
    # what something else hung on, and denied: it did happen
    (
        "Hätte Alonso sich in Spa nicht gedreht, wäre er Sechster geworden.",
        [
            "off_track: holder Fernando Alonso; kind spin",
            "result hypothetical: holder Fernando Alonso/pronoun; position 6",
        ],
    ),
    # what a noun takes for granted has happened, even where the clause only supposes
    (
        "Ohne die Durchfahrtsstrafe wäre Alonso Zweiter geworden.",
        [
            "penalty: holder Fernando Alonso; kind drive_through",
            "result hypothetical: holder Fernando Alonso; position 2",
        ],
    ),
    (
        "Nach dem Dreher hätte Alonso noch Dritter werden können.",
        [
            "off_track: holder Fernando Alonso; kind spin",
            "result hypothetical: holder Fernando Alonso; position 3",
        ],
    ),
    (
        "Bei der Kollision mit Vettel hätte sich Hamilton in Spa überschlagen können.",
        [
            "collision: party Sebastian Vettel, Lewis Hamilton",
            "off_track hypothetical: holder Lewis Hamilton; kind crash",
        ],
    ),
    # without it he would not have: so he has
    (
        "Ohne den Fehler von Vettel wäre Hamilton in Spa nicht an Alonso vorbeigekommen.",
        ["overtake: agent Lewis Hamilton; patient Fernando Alonso"],
    ),
    # so it is told
    (
        "In Spa soll Hamilton Vettel umgedreht haben.",
        [
            "collision: party Lewis Hamilton, Sebastian Vettel; hearsay",
            "off_track: holder Sebastian Vettel; hearsay; kind spin",
        ],
    ),
    # a place that a penalty took or gave
    (
        "Alonso sah die Zielflagge als Zweiter, musste aber wegen der Track-Limits einen Platz"
        " abgeben und wurde Dritter.",
        [
            "result negated: holder Fernando Alonso; position 2",
            "penalty: holder Fernando Alonso/ellipsis; change -1; kind position_drop; "
            "reason Track-Limit",
            "result: holder Fernando Alonso/ellipsis; position 3",
        ],
    ),
    (
        "Alonso verlor in Spa den fünften Rang nachträglich an Vettel.",
        [
            "result: holder Sebastian Vettel; position 5",
            "result negated: holder Fernando Alonso; position 5",
        ],
    ),
    (
        "Beim Boxenstopp hätte Hamilton beinahe Vettel gerammt.",
        [
            "pit_stop: holder Lewis Hamilton",
            "collision near_miss: party Lewis Hamilton, Sebastian Vettel",
        ],
    ),
    (
        "Ohne Zeitstrafe wurde Alonso Dritter.",
        [
            "penalty negated: holder Fernando Alonso; kind time",
            "result: holder Fernando Alonso; position 3",
        ],
    ),
    # a place taken back, also sentences later, but not one that counts the penalty already
    (
        "Als Dritter kam Alonso ins Ziel. Die Kommissare disqualifizierten ihn jedoch.",
        [
            "result negated: holder Fernando Alonso; position 3",
            "penalty: holder Fernando Alonso/pronoun; kind disqualification",
        ],
    ),
    (
        "Alonso wurde nur Achter, weil er nachträglich eine Zeitstrafe bekam.",
        [
            "result: holder Fernando Alonso; position 8",
            "penalty: holder Fernando Alonso/pronoun; kind time",
        ],
    ),
    # what a noun takes for granted has happened, whatever becomes of the verb
    (
        "Nicht ins Ziel kam Alonso mit einem Motorschaden.",
        [
            "retirement: holder Fernando Alonso; reason Motorschaden",
            "technical: holder Fernando Alonso; component Motor",
        ],
    ),
    (
        "Polesitter Vettel kam nicht über Rang sieben hinaus.",
        ["pole: holder Sebastian Vettel", "result: holder Sebastian Vettel; position 7"],
    ),
    # what is told as somebody's own he had; what is put behind denies no more than itself
    (
        "In Monza hatte Vettel seine Durchfahrtsstrafe nicht angetreten.",
        ["penalty: holder Sebastian Vettel; kind drive_through"],
    ),
    (
        "In Monza lag Alonso auf Rang acht, aber nicht lange.",
        ["position: holder Fernando Alonso; position 8"],
    ),
    # a denied condition tells what came about
    (
        "Hätte sich Vettel in Monza nicht gedreht, wäre Hamilton nicht Zweiter geworden.",
        [
            "off_track: holder Sebastian Vettel; kind spin",
            "result hypothetical: holder Lewis Hamilton; position 2",
        ],
    ),
    # verbs that deny their noun
    (
        "In Monza sah die Rennleitung von einer Durchfahrtsstrafe für Hamilton ab.",
        ["penalty negated: holder Lewis Hamilton; kind drive_through"],
    ),
    # verb first, twice: a condition
    (
        "Siegt Hamilton in Monza, ist er Weltmeister.",
        [
            "result hypothetical: holder Lewis Hamilton; position 1",
            "championship hypothetical: holder Lewis Hamilton/pronoun; outcome won",
        ],
    ),
    # kept from it, he did not; not kept from it, he did
    (
        "Der Dreher hinderte Vettel daran, das Rennen zu gewinnen.",
        [
            "off_track: holder Sebastian Vettel; kind spin",
            "result negated: holder Sebastian Vettel/ellipsis; position 1",
        ],
    ),
    (
        "Ein Reifenschaden konnte Vettel nicht daran hindern, das Rennen zu gewinnen.",
        [
            "puncture: holder Sebastian Vettel",
            "result: holder Sebastian Vettel/ellipsis; position 1",
        ],
    ),
    # a wish is no event, a try is one, and what the try is of is tried alone
    (
        "Vettel wollte in Monza gewinnen. Hamilton siegte.",
        ["result: holder Lewis Hamilton; position 1"],
    ),
    (
        "Beim Versuch, Vettel zu überholen, drehte sich Hamilton.",
        [
            f"overtake attempted: {ELIDED}",
            "off_track: holder Lewis Hamilton; kind spin",
        ],
    ),
    # `fast` before an adjective belongs to it
    ("Vettel führte fast ununterbrochen das Rennen an.", ["lead: holder Sebastian Vettel"]),
    # first of the class is not taken away by a place overall
    (
        "Im Silver Cup siegte Maro Engel, der insgesamt auf Rang acht gewertet wurde.",
        [
            "result: holder Maro Engel; class Silver Cup; position 1",
            "result: holder Maro Engel/pronoun; position 8",
        ],
    ),
    # negation: of the verb, of the noun, by `ohne`, by `weder`
    ("Hamilton überholte Vettel nicht.", [f"overtake negated: {HAMILTON_VETTEL}"]),
    ("Alonso gewann das Rennen nicht.", ["result negated: holder Fernando Alonso; position 1"]),
    ("Niemand überholte Vettel.", ["overtake negated: patient Sebastian Vettel"]),
    ("Vettel bekam keine Strafe.", ["penalty negated: holder Sebastian Vettel; kind other"]),
    ("Vettel wurde nicht bestraft.", ["penalty negated: holder Sebastian Vettel; kind other"]),
    ("Hamilton kam ohne Strafe davon.", ["penalty negated: holder Lewis Hamilton; kind other"]),
    (
        "Hamilton blieb ohne Boxenstopp auf der Strecke.",
        ["pit_stop negated: holder Lewis Hamilton"],
    ),
    (
        "Weder Hamilton noch Vettel kam ins Ziel.",
        ["retirement: holder Lewis Hamilton, Sebastian Vettel"],
    ),
    # what somebody refused to do; what is untrue of a fall, not the fall
    (
        "Hamilton weigerte sich, Vettel vorbeizulassen.",
        ["overtake negated: agent Sebastian Vettel; patient Lewis Hamilton/ellipsis"],
    ),
    (
        "Der Sturz von Rossi half Lorenzo nicht.",
        ["off_track: holder Valentino Rossi; kind crash"],
    ),
    # what is only weighed or pending, what was taken back, what is told of the present with `wenn`
    (
        "Ferrari überlegte, Hamilton an die Box zu holen.",
        ["pit_stop hypothetical: holder Lewis Hamilton"],
    ),
    (
        "Eine Strafe gegen Hamilton steht noch aus.",
        ["penalty hypothetical: holder Lewis Hamilton; kind other"],
    ),
    (
        "Die Strafe gegen Hamilton wurde zurückgenommen.",
        ["penalty negated: holder Lewis Hamilton; kind other"],
    ),
    (
        "Hamilton rettete das Auto vor einem Dreher.",
        ["off_track negated: holder Lewis Hamilton; kind spin"],
    ),
    (
        "Wenn Hamilton ausfällt, freut sich Vettel.",
        ["retirement hypothetical: holder Lewis Hamilton"],
    ),
    # a modal of ability or duty tells what came about, one of will what was tried
    ("Hamilton konnte Vettel überholen.", [f"overtake: {HAMILTON_VETTEL}"]),
    ("Hamilton konnte Vettel nicht überholen.", [f"overtake negated: {HAMILTON_VETTEL}"]),
    ("Hamilton musste an die Box.", ["pit_stop: holder Lewis Hamilton"]),
    ("Hamilton wollte Vettel überholen.", [f"overtake attempted: {HAMILTON_VETTEL}"]),
    ("Hamilton versuchte, Vettel zu überholen.", [f"overtake attempted: {ELIDED}"]),
    (
        "Hamilton versuchte vergeblich, an Vettel vorbeizukommen.",
        [f"overtake attempted: {ELIDED}"],
    ),
    (
        "Fernando Alonso kam nicht an Jenson Button vorbei.",
        ["overtake attempted: agent Fernando Alonso; patient Jenson Button"],
    ),
    # the second subjunctive supposes, the first reports
    ("Hamilton hätte Vettel überholt.", [f"overtake hypothetical: {HAMILTON_VETTEL}"]),
    ("Hamilton hätte Vettel überholen können.", [f"overtake hypothetical: {HAMILTON_VETTEL}"]),
    (
        "Hamilton habe Vettel überholt, sagte der Teamchef.",
        [f"overtake: {HAMILTON_VETTEL}"],
    ),
    (
        "Hamilton soll Vettel von der Strecke gedrängt haben.",
        ["off_track: holder Sebastian Vettel; hearsay; kind off"],
    ),
    # a condition leaves open what hangs on it
    (
        "Falls Hamilton Vettel überholt, gewinnt er das Rennen.",
        [
            f"overtake hypothetical: {HAMILTON_VETTEL}",
            "result hypothetical: holder Lewis Hamilton/pronoun; position 1",
        ],
    ),
    (
        "Hamilton gewinnt das Rennen, sofern Vettel ausscheidet.",
        [
            "result hypothetical: holder Lewis Hamilton; position 1",
            "retirement hypothetical: holder Sebastian Vettel",
        ],
    ),
    (
        "Möglicherweise schied Webber wegen eines Getriebeschadens aus.",
        [
            "retirement hypothetical: holder Mark Webber; reason Getriebeschaden",
            "technical hypothetical: holder Mark Webber; component Getriebe",
        ],
    ),
    (
        "Gegen Verstappen läuft eine Untersuchung.",
        ["penalty hypothetical: holder Max Verstappen; kind investigation"],
    ),
    # nearly
    ("Hamilton hätte Vettel beinahe überholt.", [f"overtake near_miss: {HAMILTON_VETTEL}"]),
    (
        "Fast wäre Hamilton mit Vettel kollidiert.",
        ["collision near_miss: party Lewis Hamilton, Sebastian Vettel"],
    ),
    (
        "Hamilton kollidierte um ein Haar mit Vettel.",
        ["collision near_miss: party Lewis Hamilton, Sebastian Vettel"],
    ),
    # `fast` before a figure belongs to the figure
    ("Fast 20 Runden führte Vettel das Rennen an.", ["lead: holder Sebastian Vettel"]),
    # from hearsay it is asserted all the same
    (
        "Vettel schied offenbar mit einem Getriebeschaden aus.",
        [
            "retirement: holder Sebastian Vettel; hearsay; reason Getriebeschaden",
            "technical: holder Sebastian Vettel; component Getriebe; hearsay",
        ],
    ),
    # given up and won back, by a pronoun
    (
        "Vettel musste in Spa die Führung abgeben, eroberte sie aber bald zurück.",
        [
            "lead negated: holder Sebastian Vettel",
            "lead: holder Sebastian Vettel/ellipsis; how gained",
        ],
    ),
    # what is missing, and what somebody did without
    (
        "In Spa rollte Vettel ohne Sprit aus.",
        [
            "retirement: holder Sebastian Vettel",
            "technical: holder Sebastian Vettel; component Treibstoff",
        ],
    ),
    # what happened at another meeting
    (
        "Im Vorjahr gewann Vettel das Rennen.",
        ["result: holder Sebastian Vettel; background; position 1"],
    ),
    (
        "Bereits im vergangenen Jahr war Vettel hier ausgeschieden.",
        ["retirement: holder Sebastian Vettel; background"],
    ),
]


@pytest.mark.parametrize(("text", "events"), CASES, ids=[text for text, _ in CASES])
def test_status(nlp: Language, text: str, events: list[str]) -> None:
    assert told(nlp, text) == events
