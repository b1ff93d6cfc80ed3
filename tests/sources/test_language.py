"""Languages by their function words."""

from __future__ import annotations

import pytest

from rennbericht.sources.language import german_page, language_code, language_of

ITEMS = {
    "de": "Nach zehn Runden kam das Safety-Car auf die Strecke. Der Ferrari schied aus. "
    "Im Qualifying fuhr er Bestzeit, im Rennen fiel er zurück.",
    "en": "After ten laps the safety car came out. The Ferrari retired with engine failure. "
    "He was fastest in qualifying but retired in the race.",
    "nl": "Na tien ronden kwam de safety car op de baan. De Ferrari viel uit met motorpech. "
    "In de kwalificatie reed hij de snelste tijd, in de race viel hij uit.",
    "da": "Efter ti omgange kom safety-caren på banen. Ferrarien udgik med motorskade. "
    "I kvalifikationen satte han bedste tid, og i løbet udgik han.",
    "fr": "Après dix tours, la voiture de sécurité est entrée en piste. La Ferrari a abandonné. "
    "Il a été le plus rapide en qualification mais a abandonné en course.",
}


@pytest.mark.parametrize("code", ITEMS)
def test_short_items(code: str) -> None:
    assert language_of(ITEMS[code]) == code


@pytest.mark.parametrize(
    "text",
    ["", "1. Vettel, 2. Alonso, 3. Hamilton, 4. Button", "Vettel siegt in Monza", "🏁 2:1"],
)
def test_where_nothing_tells_nothing_is_said(text: str) -> None:
    assert language_of(text) is None


def test_german_with_english_in_it_is_german() -> None:
    assert language_of(ITEMS["de"] + ' "It was a great race for the team", sagte er.') == "de"


@pytest.mark.parametrize("value", ["de", "de-DE", "DEU", "deu,eng", "German"])
def test_german_by_any_name(value: str) -> None:
    assert language_code(value) == "de"
    assert language_code("eng,deu") == "eng"


@pytest.mark.parametrize(
    ("declared", "text", "german"),
    [("de", "de", True), ("en", "de", True), ("de", "en", False), ("en", "en", False)],
)
def test_words_of_a_page_decide(declared: str, text: str, german: bool) -> None:
    script = "<script>var und = 'der die das und ist nicht';</script>"
    page = f"<html lang='{declared}'><head>{script}</head><body><p>{ITEMS[text]}</p></body></html>"
    assert german_page(page) is german
