"""The words left of a text that mean nothing, by their meaning: "it starts", "I sit in the
corridor", in any language."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.questions.reading.sentence import Sentence
from bot.questions.words.phrases import tokens_in
from bot.questions.words.text import is_han, joined

_TELLING = 0.3  # what a word says, of 1, from which it may be a topic
_STRANGE = 0.44  # ... from which it surely is one, or somebody's name
Telling = Callable[[Sequence[str], str], Sequence[float]]  # how much words say (`Index.telling`)


def weigh(sentence: Sentence, telling: Telling) -> None:
    """Leave out of the topic what says nothing, and note whether something strange is left."""
    left, clauses = sentence.left, sentence.clauses
    inside = tokens_in(sentence.subjects)
    loose = [i for i in left if i not in inside and not is_han(sentence.tokens[i].text)]
    words = [sentence.tokens[i].text for i in loose]
    shares = dict(zip(loose, telling(words, sentence.text), strict=True))
    chat = {i for i, s in shares.items() if s < (0.01 if sentence.knows(i) else _TELLING)}
    chat = {i for i in chat if not _is_name(sentence, i)}
    now = clauses.where(a for a in sentence.asks if a.concept in ("ask.now", "ask.next"))
    beside = {i for i in loose if now and clauses.at(i) not in now}  # "I'm here, what's on?"
    strange = any(s > _STRANGE and not sentence.knows(i) for i, s in shares.items())
    sentence.strange = strange and not beside
    kept = [i for i in left if i not in chat | beside]
    sentence.left = kept or (left if sentence.says("about") else [])  # something it is about
    sentence.topic = joined(sentence.text, sentence.tokens, sentence.left)


def _is_name(sentence: Sentence, at: int) -> bool:
    """Whether the programme does not know a word that stands in capitals, or with one,
    between words that do not."""
    written = [sentence.text[token.start : token.end] for token in sentence.tokens]
    large = [i for i, word in enumerate(written) if not word.islower() and not is_han(word)]
    if len(written[at]) < 3 or sentence.knows(at) or 2 * len(large) > len(written):
        return False
    titled = written[at].istitle() and sentence.clauses.before(at) and sentence.language != "de"
    return written[at].isupper() or bool(titled)
