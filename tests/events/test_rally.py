"""Rallies: stages won, the rally's own table, places between stages and of a day."""

from __future__ import annotations

import pytest
from spacy.language import Language
from tests.event_notation import told

RALLY = "Die Rallye Schweden führt über 14 Wertungsprüfungen. "
EVANS, TANAK = "Elfyn Evans", "Ott Tänak"
WON = f"result: holder {EVANS}; position 1; session stage"

CASES = [
    # the table of a class is no season's
    (RALLY + "In der Produktionswagen-Wertung liegt Elfyn Evans auf Platz zwei.",
     [f"position: holder {EVANS}; position 2"]),
    (RALLY + "In der Fahrer-Wertung liegt Elfyn Evans auf Platz zwei.",
     [f"championship: holder {EVANS}; outcome standing; position 2"]),
    # `er selbst und ...` is one subject
    (RALLY + "Ott Tänak schied aus, er selbst und Beifahrer Martin Järveoja blieben unverletzt.",
     [f"retirement: holder {TANAK}"]),
    # behind the win the table of a rally under way is still its own
    (RALLY + "Elfyn Evans gewann die Rallye. Die Führung im Gesamtklassement hatte bis zur"
     " Mittagspause noch Ott Tänak inne.",
     [f"result: holder {EVANS}; position 1", f"lead: holder {TANAK}"]),
    (RALLY + "Mit der zweitbesten Zeit auf der Schlussprüfung fing Ott Tänak noch Elfyn Evans ab.",
     [f"result: holder {TANAK}; position 2; session stage",
      f"overtake: agent {TANAK}; patient {EVANS}"]),
    # two ordinals share their noun; stages apart are results apart
    (RALLY + "Elfyn Evans war auf der dritten und vierten Prüfung Schnellster.", [WON]),
    (RALLY + "Auf WP 3 fuhr Elfyn Evans Bestzeit. Auf WP 5 war Evans erneut der Schnellste.",
     [WON, WON]),
    # a place of the day's table, by its own word
    ("Bei der Rallye Dakar war Elfyn Evans auf der Etappe Tagesvierter.",
     [f"result: holder {EVANS}; position 4; session stage"]),
    (RALLY + "Ott Tänak verlor als Achter der Tageswertung viel Zeit.",
     [f"result: holder {TANAK}; position 8; session stage"]),
    # who is stuck is out, but not who gets free
    (RALLY + "Ott Tänak blieb im Graben stecken.",
     [f"off_track: holder {TANAK}; kind off", f"retirement: holder {TANAK}"]),
    (RALLY + "Ott Tänak steckte im Graben fest, bis ihn Fans zurück auf die Straße schoben.",
     [f"off_track: holder {TANAK}; kind off"]),
    # whose freeing is told: his, or somebody else's
    (RALLY + "Ott Tänak blieb im Graben stecken, Elfyn Evans fand zurück auf die Straße.",
     [f"off_track: holder {TANAK}; kind off", f"retirement: holder {TANAK}"]),
    (RALLY + "Ott Tänak blieb im Graben stecken, während Fans Elfyn Evans befreiten.",
     [f"off_track: holder {TANAK}; kind off", f"retirement: holder {TANAK}"]),
    (RALLY + "Ott Tänak steckte im Graben fest, konnte sich aber befreien.",
     [f"off_track: holder {TANAK}; kind off"]),
    (RALLY + "Ott Tänak, der nicht zufrieden war, blieb im Graben stecken, ehe ihn Fans befreiten.",
     [f"off_track: holder {TANAK}; kind off"]),
    (RALLY + "Ott Tänak steckte im Graben fest, ehe Fans den Toyota zurückschoben.",
     [f"off_track: holder {TANAK}; kind off"]),
    # who is fastest has won a stage; on a circuit he stands on pole
    (RALLY + "Auf der Powerstage war Elfyn Evans der Schnellste.", [WON]),
    ("Das Rennen in Spa läuft. Im Qualifying war Max Verstappen der Schnellste.",
     ["pole: holder Max Verstappen"]),
    (RALLY + "Zum Auftakt fuhr Elfyn Evans die schnellste Zeit.", [WON]),
    # the stage that a win is of, by its own word
    (RALLY + "Die Schlussetappe entschied Elfyn Evans für sich.", [WON]),
    (RALLY + "Elfyn Evans feierte seinen dritten Etappensieg.", [WON]),
    (RALLY + "Auf der letzten Prüfung sicherte sich Elfyn Evans den Gesamtsieg.",
     [f"result: holder {EVANS}; position 1"]),
    # the table is the rally's own as long as nobody counts points
    (RALLY + "In der Gesamtwertung führt Elfyn Evans.", [f"lead: holder {EVANS}"]),
    (RALLY + "In der Gesamtwertung führt Elfyn Evans mit 12 Punkten Vorsprung.",
     [f"championship: holder {EVANS}; outcome leads"]),
    # a place told between stages is one of a rally that goes on
    (RALLY + "Nach sechs von 14 Prüfungen ist Ott Tänak Zweiter.",
     [f"position: holder {TANAK}; position 2"]),
    (RALLY + "Ott Tänak beendete den Freitag als Zweiter.",
     [f"position: holder {TANAK}; position 2"]),
    (RALLY + "Auf der letzten Prüfung fuhr Elfyn Evans Bestzeit, Ott Tänak blieb Zweiter.",
     [WON, f"result: holder {TANAK}; position 2; session stage"]),
    # `die Rallye Finnland` is a rally, whose noun a frame may ask for
    ("Für Ott Tänak endete die Rallye Finnland auf der zweiten Prüfung.",
     [f"retirement: holder {TANAK}"]),
    # a bare place before its verb
    (RALLY + "Auf drei liegt Ott Tänak.", [f"position: holder {TANAK}; position 3"]),
    ("Endstand der Rallye nach 14 Prüfungen: 1. Elfyn Evans, 2. Ott Tänak.",
     [f"result: holder {EVANS}; position 1", f"result: holder {TANAK}; position 2"]),
    # who won the stage goes on winning it, while the rally's win is another
    ("Auf der achten Etappe der Rallye Dakar feierte Elfyn Evans den Tagessieg. Er setzte sich vor"
     " Ott Tänak durch.",
     [f"result: holder {EVANS}/pronoun; position 1; session stage; also 1",
      f"result: holder {TANAK}; position 2; session stage"]),
    # a number that counts from stages; whose part it is by the relative pronoun
    (RALLY + "Elfyn Evans gewann drei der vier Prüfungen.", [WON]),
    ("In Spa überholte Elfyn Evans Ott Tänak, dessen Turbolader streikte.",
     [f"overtake: agent {EVANS}; patient {TANAK}",
      f"technical: holder {TANAK}/pronoun; component Turbolader"]),
    # no rally has a grid
    (RALLY + "Ott Tänak geht als Zweiter in die letzte Etappe.",
     [f"position: holder {TANAK}; position 2"]),
    # a stage, though a class of touring cars is called so as well
    (RALLY + "Auf SP 9 fuhr Elfyn Evans Bestzeit.", [WON]),
    # a place by the time of a stage is one of that stage, whatever is told beside it
    (RALLY + "Ott Tänak war Zweitschnellster und liegt auf Rang vier.",
     [f"result: holder {TANAK}; position 2; session stage",
      f"position: holder {TANAK}/ellipsis; position 4"]),
    # the rally's own table with several gaps
    (RALLY + "Elfyn Evans liegt im Gesamtklassement 5:41 Minuten vor Ott Tänak.",
     [f"lead: holder {EVANS}; margin.seconds 341", f"position: holder {TANAK}; position 2"]),
    # a rally that rests before its last stages tells places in the past
    (RALLY + "Nach neun von 14 Prüfungen lag Elfyn Evans vorn. Rang drei belegte Ott Tänak.",
     [f"lead: holder {EVANS}", f"position: holder {TANAK}; position 3"]),
    (RALLY + "Rang drei belegte Ott Tänak. Die Rallye gewann Elfyn Evans.",
     [f"result: holder {TANAK}; position 3", f"result: holder {EVANS}; position 1"]),
    # what stands behind a colon is of him whom the clause before names
    (RALLY + "Elfyn Evans führt. Für Ott Tänak ist die Rallye gelaufen: Kupplungsschaden.",
     [f"lead: holder {EVANS}", f"retirement: holder {TANAK}",
      f"technical: holder {TANAK}/ellipsis; component Kupplung"]),
    # what was left of the lead on the last stage won the rally
    (RALLY + "Elfyn Evans rettete auf der letzten Prüfung einen Vorsprung von acht Sekunden vor"
     " Ott Tänak ins Ziel.",
     [f"result: holder {EVANS}; margin.seconds 8; position 1",
      f"result: holder {TANAK}; position 2"]),
    # the make's duo is the crew told of before
    (RALLY + "Elfyn Evans und Scott Martin führten. Auf WP 4 kam das Toyota-Duo von der Straße ab.",
     [f"lead: holder {EVANS}, Scott Martin",
      f"off_track: holder {EVANS}/car, Scott Martin/car; kind off"]),
    # a rally rests for the night without anybody counting its stages
    (RALLY + "Ott Tänak geht als Führender in den Schlusstag. Rang drei belegte Elfyn Evans.",
     [f"lead: holder {TANAK}", f"position: holder {EVANS}; position 3"]),
    (RALLY + "Am Freitagabend liegt Ott Tänak vorn. Rang drei belegt Elfyn Evans.",
     [f"lead: holder {TANAK}", f"position: holder {EVANS}; position 3"]),
    (RALLY + "Stand zum Mittagsservice: 1. Elfyn Evans, 2. Ott Tänak.",
     [f"lead: holder {EVANS}", f"position: holder {TANAK}; position 2"]),
    # a verb of the finish tells the finish, in the rally's own table too
    (RALLY + "Im Gesamtklassement landete Ott Tänak auf Rang sieben.",
     [f"result: holder {TANAK}; position 7"]),
    (RALLY + "Die Power Stage ging an Elfyn Evans.", [WON]),
    (RALLY + "Elfyn Evans gewann die sechste Prüfung. Er verwies Ott Tänak auf Rang zwei. "
     "In der Gesamtwertung baute Tänak seine Führung aus.",
     [f"result: holder {TANAK}; position 2; session stage",
      "result: holder Elfyn Evans/pronoun; position 1; session stage; also 1",
      f"lead: holder {TANAK}"]),
    # a rally under way: what a penalty cost is no result, and its table counts whole
    (RALLY + "Nach neun von 16 Prüfungen führt Elfyn Evans. Ott Tänak handelte sich fünf "
     "Strafminuten ein und fiel auf den 18. Rang zurück.",
     [f"lead: holder {EVANS}", f"penalty: holder {TANAK}; kind time",
      f"position: holder {TANAK}/ellipsis; direction lost; position 18"]),
    # notes below the name of a stage
    (RALLY + "WP 2: Elfyn Evans mit der Bestzeit, 2,1 s vor Ott Tänak.",
     [f"result: holder {EVANS}; margin.seconds 2.1; position 1; session stage",
      f"result: holder {TANAK}; position 2; session stage"]),
    (RALLY + "WP 3: Elfyn Evans am schnellsten, Ott Tänak Zweiter.",
     [WON, f"result: holder {TANAK}; position 2; session stage"]),
    (RALLY + "Elfyn Evans behauptete sich als Gesamtführender.", [f"lead: holder {EVANS}"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "events"), CASES)
def test_rally(nlp: Language, text: str, events: list[str]) -> None:
    assert told(nlp, text) == events
