"""What the pipeline is held against: a usual German pipeline, and the plain way with a ruler.

`usual` is the pipeline that German spaCy models have (width 96, depth 4, tagger, morphologizer,
edit-tree lemmatizer, senter), with the labels of the open treebanks' size and untrained weights:
what it says is worth nothing, what it costs is what such a model costs. `plain` is how somebody
would begin: the same gazetteer in one EntityRuler, and one Matcher pattern for each frame.
"""

from __future__ import annotations

import spacy
from spacy.language import Language
from spacy.matcher import Matcher
from spacy.tokens import Doc
from spacy.training import Example

from rennbericht.events.load_frames import load_frames
from rennbericht.german.load import load_german
from rennbericht.patterns import patterns_dir, read_jsonl

TAGS, MORPHS, LEMMAS = 54, 700, 4000
_TOK2VEC = {
    "@architectures": "spacy.HashEmbedCNN.v2", "pretrained_vectors": None, "width": 96,
    "depth": 4, "embed_size": 2000, "window_size": 1, "maxout_pieces": 3, "subword_features": True,
}  # fmt: skip


def usual() -> Language:
    """A German pipeline of the usual parts, untrained."""
    nlp = spacy.blank("de")
    nlp.add_pipe("tok2vec", config={"model": _TOK2VEC})
    listener = {"@architectures": "spacy.Tok2VecListener.v1", "width": 96, "upstream": "tok2vec"}
    tagged = {"model": {"@architectures": "spacy.Tagger.v2", "tok2vec": listener}}
    tagger = nlp.add_pipe("tagger", config=tagged)
    morphologizer = nlp.add_pipe("morphologizer", config=tagged)
    nlp.add_pipe("trainable_lemmatizer", config=tagged)
    nlp.add_pipe("senter", config=tagged)
    for number in range(TAGS):
        tagger.add_label(f"T{number}")
    for number in range(MORPHS):
        morphologizer.add_label(f"POS=NOUN|F{number}=x")
    forms = [f"wort{number:04}{'en' * (number % 3)}" for number in range(LEMMAS)]
    examples = [
        Example(
            Doc(nlp.vocab, words=words),
            Doc(
                nlp.vocab, words=words, tags=["T0"] * len(words),
                morphs=["F0=x"] * len(words), pos=["NOUN"] * len(words),
                lemmas=[w[2 : len(w) - at % 5] + "e" * (at % 7) for at, w in enumerate(words)],
                sent_starts=[True] + [False] * (len(words) - 1),
            ),
        )
        for words in (forms[i : i + 20] for i in range(0, LEMMAS, 20))
    ]  # fmt: skip
    nlp.initialize(lambda: examples)
    return nlp


def plain() -> Language:
    """The German layer with an EntityRuler over the gazetteer and a Matcher over the frames."""
    nlp = load_german("embedded", announce=lambda line: None)
    ruler = nlp.add_pipe("entity_ruler")
    folder = patterns_dir()
    lines = [
        {key: record[key] for key in ("label", "pattern", "id")}
        for path in sorted((folder / "entities").glob("*.jsonl"))
        for _, record in read_jsonl(path)
    ]
    ruler.add_patterns(lines)  # type: ignore[attr-defined]
    matcher = Matcher(nlp.vocab)
    for frame in load_frames(folder).frames:
        words = [verb for verb in frame.verbs if "*" not in verb] or sorted(frame.nouns)
        if words:
            matcher.add(frame.id, [[{"LEMMA": {"IN": words}}]])

    @Language.component("bench_frames")
    def _frames(doc: Doc) -> Doc:
        doc.user_data["matches"] = matcher(doc)
        return doc

    nlp.add_pipe("bench_frames")
    return nlp
