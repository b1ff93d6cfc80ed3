"""Which model is taken; the published pipelines' layout, on a twin built here."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example

from rennbericht.errors import ModelError
from rennbericht.german import load
from rennbericht.german.load import load_german, model_version

TRAINING = [
    ("Er", "PPER"), ("gewann", "VVFIN"), ("das", "ART"), ("Rennen", "NN"), (".", "$."),
    ("Danach", "PAV"), ("fiel", "VVFIN"), ("er", "PPER"), ("zurück", "PTKVZ"), (".", "$."),
]  # fmt: skip
LISTENER = {"@architectures": "spacy.Tok2VecListener.v1", "width": 32, "upstream": "tok2vec"}


def twin() -> Language:
    """A small pipeline with the components, listeners and disabled senter of de_core_news_lg."""
    nlp = spacy.blank("de")
    embed = {"@architectures": "spacy.HashEmbedCNN.v2", "width": 32, "depth": 2, "embed_size": 300,
             "window_size": 1, "maxout_pieces": 3, "subword_features": True,
             "pretrained_vectors": None}  # fmt: skip
    nlp.add_pipe("tok2vec", config={"model": embed})
    tagger = {"@architectures": "spacy.Tagger.v2", "nO": None, "tok2vec": LISTENER}
    trees = {"@architectures": "spacy.Tagger.v2", "nO": None, "tok2vec": LISTENER}
    nlp.add_pipe("tagger", config={"model": tagger})
    nlp.add_pipe("morphologizer", config={"model": tagger})
    parser = {"@architectures": "spacy.TransitionBasedParser.v2", "state_type": "parser",
              "extra_state_tokens": False, "hidden_width": 16, "maxout_pieces": 2,
              "use_upper": True, "nO": None, "tok2vec": LISTENER}  # fmt: skip
    nlp.add_pipe("parser", config={"model": parser, "min_action_freq": 1})
    nlp.add_pipe("trainable_lemmatizer", name="lemmatizer", config={"model": trees, "top_k": 3,
                 "min_tree_freq": 1})  # fmt: skip
    nlp.add_pipe("senter", config={"model": tagger})
    nlp.add_pipe("attribute_ruler").add([[{"TAG": "NN"}]], {"POS": "NOUN"})
    nlp.add_pipe("ner")
    words = [w for w, _ in TRAINING]
    reference = Doc(
        nlp.vocab, words=words, tags=[t for _, t in TRAINING], lemmas=["so"] * len(words),
        heads=[1] * 5 + [6] * 5, deps=["ROOT" if i in (1, 6) else "dep" for i in range(10)],
        morphs=["Case=Nom"] * len(words), ents=["O"] * 9 + ["B-PER"],
        sent_starts=[i in (0, 5) for i in range(10)],
    )  # fmt: skip
    example = Example(Doc(nlp.vocab, words=words), reference)
    optimizer = nlp.initialize(lambda: [example])
    for _ in range(60):
        nlp.update([example], sgd=optimizer)
    nlp.disable_pipe("senter")
    nlp.meta.update({"name": "core_news_lg", "version": "3.8.0"})
    return nlp


@pytest.fixture(scope="module")
def twin_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("models") / "de_core_news_lg"
    twin().to_disk(folder)
    return folder


def test_twin_is_laid_out_like_the_published_model(twin_folder: Path) -> None:
    nlp = spacy.load(twin_folder)
    assert nlp.component_names == ["tok2vec", "tagger", "morphologizer", "parser", "lemmatizer",
                                   "senter", "attribute_ruler", "ner"]  # fmt: skip
    assert nlp.disabled == ["senter"]


def test_twin_gives_tags_bounds_and_our_lemmas(twin_folder: Path) -> None:
    lines: list[str] = []
    nlp = load_german(twin_folder, announce=lines.append)
    assert lines == ["German model: de_core_news_lg/3.8.0"]
    assert nlp.pipe_names == ["tok2vec", "tagger", "senter", "attribute_ruler",
                              "rennbericht_lemmas"]  # fmt: skip
    doc = nlp("Er gewann das Rennen. Danach fiel er zurück.")
    assert [t.tag_ for t in doc] == [t.replace("PAV", "PROAV") for _, t in TRAINING]
    assert [s.text for s in doc.sents] == ["Er gewann das Rennen.", "Danach fiel er zurück."]
    assert [t.lemma_ for t in doc][:4] == ["er", "gewinnen", "der", "Rennen"]
    assert doc[6].lemma_ == "fallen"


def test_auto_prefers_the_published_models(
    twin_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = spacy.load
    monkeypatch.setattr(load, "is_package", lambda name: name == "de_core_news_md")
    monkeypatch.setattr(
        load.spacy, "load", lambda name, **k: read(twin_folder, **k) if name else None
    )
    assert load_german("auto").meta["name"] == "core_news_lg"


def test_auto_takes_the_embedded_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(load, "is_package", lambda name: False)
    assert model_version(load_german("auto")).startswith("de_rennbericht_sm/")


def test_missing_model_names_the_command() -> None:
    with pytest.raises(ModelError) as caught:
        load_german("de_core_news_xy")
    assert caught.value.code == "RB201"
    assert "python -m spacy download de_core_news_xy" in str(caught.value)


def test_damaged_folder_is_a_coded_error(tmp_path: Path) -> None:
    with pytest.raises(ModelError) as caught:
        load_german(tmp_path)
    assert caught.value.code == "RB202"


def test_a_pipeline_without_tagger_is_refused(tmp_path: Path) -> None:
    spacy.blank("de").to_disk(tmp_path / "blank")
    with pytest.raises(ModelError) as caught:
        load_german(tmp_path / "blank")
    assert caught.value.code == "RB202"
