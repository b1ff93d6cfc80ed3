"""Tag repair by the bracket structure, on hand-tagged sentences."""

from __future__ import annotations

import pytest

from rennbericht.german.lexicon import lexicon
from rennbericht.german.repair import repair

# word/tag as the model gave it; `word/tag>right` where it must be mended
SENTENCES = [
    "Er/PPER ärgerte/VVFIN sich/PRF ,/$, weil/KOUS sie/PPER ihn/PPER überholen/VVINF>VVFIN ./$.",
    "Er/PPER konnte/VMFIN ihn/PPER überholen/VVFIN>VVINF ./$.",
    "Da/ADV blieben/VVFIN Hill/NE ,/$, Berger/NE und/KON Alesi/NE stecken/VVFIN>VVINF ./$.",
    "Er/PPER fuhr/VVFIN ,/$, während/KOUS Hill/NE stehen/VVFIN>VVINF blieb/VVFIN ./$.",
    "Der/ART Mann/NN ,/$, der/ART>PRELS nach/APPR Spa/NE kam/VVFIN ,/$, gewann/VVFIN ./$.",
    "Er/PPER ging/VVFIN an/APPR Hill/NE vorbei/ADV>PTKVZ ./$.",
    "Er/PPER fiel/VVFIN zurück/ADV>PTKVZ auf/APPR Rang/NN sechs/CARD ./$.",
    "Er/PPER kam/VVFIN als/APPR Zehnter/ADJA>NN ins/APPRART Ziel/NN ./$.",
    "Er/PPER überholte/VVFIN den/ART Führenden/ADJA>NN Chris/NE ./$.",
    "Er/PPER rollte/VVFIN mit/APPR Heck/VVIMP>NN aus/PTKVZ ./$.",
    "Er/ Rennen/ gewann/VVFIN ./$.",
    "Er/PPER überrundete/ADJA>VVFIN Bergmann/NN ./$.",
    "Krause/NE überrundete/ADJA>VVFIN Meier/NE ./$.",
    "In/APPR Kurve/NN neun/CARD überholte/ADJA>VVFIN Weber/NN den/ART Mann/NN ./$.",
    "Danach/PROAV überholte/ADJA>VVFIN Weber/NN den/ART Mann/NN ./$.",
    "Das/ART>PDS bedeutete/ADJA>VVFIN Platz/NN vier/CARD ./$.",
    "Er/PPER stand/VVFIN ,/$, das/PRELS>PDS bedeutete/ADJA>VVFIN Rang/NN vier/CARD ./$.",
    "Das/ART beendete/ADJA Rennen/NN ./$.",
    "Er/PPER musste/VMFIN ,/$, der/PRELS gut/ADJD fuhr/VVFIN ,/$, weichen/VVINF ./$.",
    "Hier/ADV musste/VMFIN Weber/NE ,/$, der/PRELS gut/ADJD fuhr/VVFIN ,/$, dem/PRELS>ART "
    "Finnen/NN den/ART Vortritt/NN lassen/VVFIN>VVINF ./$.",
    "Hier/ADV hatte/VAFIN Weber/NE ,/$, der/PRELS gut/ADJD fuhr/VVFIN ,/$, den/PRELS>ART "
    "Finnen/NN schon/ADV überholt/VVFIN>VVPP ./$.",
    "Er/PPER hat/VAFIN es/PPER zurecht/ADV>PTKVZ gerückt/VVPP ./$.",
    "Ein/ART Bild/NN von/APPR und/KON für/APPR Krause/NE ./$.",
    "Ein/ART Bild/NN mit/PTKVZ>APPR und/KON für/APPR Krause/NE ./$.",
    "Er/PPER schied/VVFIN in/APPR Kurve/NN 3/CARD aus/APPR>PTKVZ ./$.",
    "Während/APPR>KOUS Hill/NE die/ART Führung/NN verlor/VVFIN ,/$, siegte/VVFIN er/PPER ./$.",
    "Um/KOUI ihn/PPER zu/PTKZU überholen/VVFIN>VVINF ,/$, bremste/VVFIN er/PPER ./$.",
    "Außen/NN>ADV in/APPR Spa/NE überholte/VVFIN er/PPER ihn/PPER ./$.",
    "Er/PPER ging/VVFIN ausgangs/NN>APPR der/ART Schikane/NN vorbei/PTKVZ ./$.",
    "Bis/KOUS>APPR zur/APPRART dritten/ADJA Runde/NN führte/VVFIN er/PPER ./$.",
    "Er/PPER wurde/VAFIN danach/PROAV disqualifiziert/VVFIN>VVPP ./$.",
    "Der/ART BMW/NE ,/$, den/ART>PRELS Lux/NE und/KON Rast/NE auf/APPR Rang/NN vier/CARD "
    "fuhren/VVFIN ,/$, hielt/VVFIN ./$.",
    "Der/ART BMW/NE ,/$, den/ART>PRELS Uwe/NE Lux/NE ,/$, Rast/NN und/KON Graf/NN lenkten/VVFIN "
    ",/$, hielt/VVFIN ./$.",
    "Der/ART Audi/NE ,/$, mit/APPR dem/ART>PRELS Lux/NE ,/$, Rast/NE und/KON Graf/NE "
    "siegten/VVFIN ,/$, hielt/VVFIN ./$.",
    "Als/APPR>KOUS Lux/NE ,/$, Rast/NE und/KON Graf/NE hereinkamen/VVFIN ,/$, "
    "führte/VVFIN er/PPER ./$.",
    "Er/PPER führte/VVFIN vor/APPR Lux/NE ,/$, der/ART>PRELS neue/ADJA Reifen/NN "
    "abholte/VVFIN ./$.",
    "Er/PPER traf/VVFIN Lux/NE ,/$, der/ART>PRELS sechs/CARD Minuten/NN in/APPR Spa/NE "
    "stand/VVFIN ./$.",
    "Der/ART Sieg/NN bedeutete/VVFIN das/ART>PDS Rang/NN vier/CARD ./$.",
    "Er/PPER fiel/VVFIN aus/PTKVZ und/KON Norris/NE (/$( McLaren/NE )/$( belegte/ADJA>VVFIN "
    "Rang/NN drei/CARD ./$.",
    "Lux/NE (/$( Audi/NE )/$( belegte/ADJA>VVFIN Rang/NN drei/CARD ,/$, Rast/NE (/$( BMW/NE )/$( "
    "eroberte/ADJA>VVFIN Rang/NN vier/CARD ./$.",
    "Der/ART von/APPR Lux/NE (/$( Audi/NE )/$( belegte/ADJA Rang/NN zählte/VVFIN ./$.",
    # nothing to mend
    "das/ART Rang/NN vier/CARD bedeutete/VVFIN",
    "Er/PPER schlug/VVFIN Vettel/NE ,/$, den/ART Weltmeister/NN ,/$, Hill/NE und/KON Lux/NE ./$.",
    "Er/PPER war/VAFIN müde/ADJD und/KON überholt/VVFIN ./$.",
    "Er/PPER versuchte/VVFIN ,/$, die/ART Fahrer/NN zu/PTKZU überholen/VVINF ./$.",
    "Er/PPER gewann/VVFIN ,/$, die/ART Fahrer/NN jubelten/VVFIN ./$.",
    "Während/APPR der/ART Pause/NN regnete/VVFIN es/PPER ./$.",
    "Als/APPR Zweiter/NN ,/$, Dritter/NN und/KON Vierter/NN kamen/VVFIN Lux/NE ,/$, Rast/NE ./$.",
    "Er/PPER führte/VVFIN vor/APPR Lux/NE ,/$, der/ART neue/ADJA Reifen/NN übernahm/VVFIN ./$.",
    "Der/ART Schweizer/NN belegte/ADJA>VVFIN Platz/NN sechs/CARD ./$.",
    "Der/ART Mann/NN aus/APPR Gera/NE eroberte/ADJA>VVFIN Rang/NN vier/CARD ./$.",
    "Der/ART in/APPR Gera/NE belegte/ADJA Platz/NN ./$.",
    "Er/PPER hatte/VAFIN die/ART Pole/NN geholt/VVPP ,/$, das/PRELS>ART Rennen/NN aber/ADV "
    "nicht/PTKNEG beendet/VVFIN>VVPP ./$.",
    "als/KOUS er/PPER die/ART Pole/NN erobert/VVFIN>VVPP ,/$, sie/PPER aber/ADV wieder/ADV "
    "verloren/VVPP hatte/VAFIN ./$.",
    ",/$, der/PRELS die/ART Pole/NN erobert/VVFIN>VVPP ,/$, das/PRELS>ART Rennen/NN aber/ADV "
    "nicht/PTKNEG beendet/VVPP hatte/VAFIN ./$.",
    "Er/PPER ist/VAFIN wieder/ADV dabei/PROAV ./$.",
    "Er/PPER kam/VVFIN davor/PAV>PROAV ins/APPRART Ziel/NN ./$.",
]


@pytest.mark.parametrize("marked", SENTENCES)
def test_repair(marked: str) -> None:
    words, given, wanted = [], [], []
    for token in marked.split():
        word, _, tag = token.rpartition("/")
        before, _, after = tag.partition(">")
        words.append(word)
        given.append(before)
        wanted.append(after or before)
    tags = list(given)
    for index, tag in repair(words, given, lexicon()):
        tags[index] = tag
    assert tags == wanted


def test_a_sentence_start_bounds_the_clause() -> None:
    words = ["Vettel", "baut", "ab", "Danach", "siegte", "er"]
    tags = ["NE", "VVFIN", "APPR", "PROAV", "VVFIN", "PPER"]
    assert repair(words, tags, lexicon(), {3}) == [(2, "PTKVZ")]
    assert repair(words, tags, lexicon()) == []


def test_white_space_is_no_word() -> None:
    words, tags = ["Ende", "\n\n", "Stolz", "führte"], ["NN", "CARD", "NE", "VVFIN"]
    assert repair(words, tags, lexicon(), {2}) == [(1, "_SP")]
