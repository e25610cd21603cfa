"""Whatever people tell of themselves beside a request, its answer is that of the request alone."""

from __future__ import annotations

from itertools import product

import pytest

from bot.questions.answer import answer
from bot.questions.question import AnswerKind, Ask
from bot.questions.understand import understand
from tests.questions.cases import index, moment

NOW = moment("2018-11-13 10:05")
# Of each language: circumstances, then requests.
TEXTS = {
    "en": (
        ["A cousin of mine lives near here", "My bus goes at 4", "Our twins are 8 to 9",
         "I have no ink left"],
        ["Which room is WS 80 in?", "When does Vint Cerf speak?",
         "What is on in Salle IX tomorrow?",
         "When does the forum end?", "Is there anything on net neutrality?"],
    ),
    "fr": (
        ["Un cousin à moi habite tout près", "Mon bus passe à 4 h", "Nos jumeaux ont de 8 à 9 ans"],
        ["Dans quelle salle est le WS 80 ?", "Quand parle Vint Cerf ?",
         "Qu'y a-t-il demain en Salle IX ?", "Quand finit le forum ?"],
    ),
    "es": (
        ["Un primo mío vive aquí cerca", "Mi autobús pasa a las 4",
         "Nuestros gemelos tienen de 8 a 9 años"],
        ["¿En qué sala es el WS 80?", "¿Cuándo habla Vint Cerf?", "¿Qué hay mañana en la Salle IX?",
         "¿Cuándo termina el foro?"],
    ),
    "de": (
        ["Ein Vetter von mir wohnt in der Nähe", "Mein Bus fährt um 4",
         "Unsere Zwillinge sind 8 bis 9"],
        ["In welchem Raum ist WS 80?", "Wann spricht Vint Cerf?", "Was ist morgen in Salle IX?",
         "Wann endet das Forum?"],
    ),
    "pt": (
        ["Um primo meu mora aqui perto", "Meu ônibus passa às 4",
         "Nossos gêmeos têm de 8 a 9 anos"],
        ["Em que sala é o WS 80?", "Quando fala Vint Cerf?", "O que há amanhã na Salle IX?",
         "Quando termina o fórum?"],
    ),
    "ru": (
        ["Рядом живёт мой двоюродный брат", "Мой автобус в 4", "Нашим близнецам от 8 до 9"],
        ["В каком зале WS 80?", "Когда выступает Винт Серф?", "Что завтра в Salle IX?",
         "Когда заканчивается форум?"],
    ),
    "ar": (
        ["يسكن اخي قريبا من هنا", "رحلتي في الرابعة", "بناتي بين 8 و9 سنوات"],
        ["في أي قاعة WS 80؟", "متى يتحدث فينت سيرف؟", "ماذا غدا في Salle IX؟",
         "متى ينتهي المنتدى؟"],
    ),
    "zh": (
        ["我表哥住在附近", "我的公交四点开", "我们的双胞胎8到9岁"],
        ["WS 80在哪个厅？", "Vint Cerf什么时候发言？", "明天Salle IX有什么？",
         "论坛什么时候结束？"],
    ),
}  # fmt: skip


def _answered(text: str, language: str) -> tuple[AnswerKind, Ask, tuple[str, ...]]:
    found = answer(understand(text, index(), now=NOW, language=language), index(), now=NOW)
    return found.kind, found.question.ask, tuple(session.id for session in found.sessions)


@pytest.mark.parametrize("language", TEXTS)
def test_answers_as_if_the_request_stood_alone(language: str) -> None:
    """Before the request or behind it, a circumstance is no topic, no filter and no time."""
    told, requests = TEXTS[language]
    wrong = [
        text
        for circumstance, request in product(told, requests)
        for text in (f"{circumstance}. {request}", f"{request} {circumstance}.")
        if _answered(text, language) != _answered(request, language)
    ]
    assert not wrong
