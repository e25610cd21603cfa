"""What surrounds answers: welcome, what is followed, settings, admins, the command table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest

from bot.messages import Reply
from bot.reminders.person import Person, Subscription
from bot.replies import admin, chats, data, settings, talk
from bot.replies.actions import LONGEST, step
from bot.replies.moments import Reader
from bot.replies.naming import leads, target_name
from bot.replies.wording import languages, wording
from bot.schedule.diff import What
from bot.schedule.model import Label, Programme, Text
from bot.schedule.targets import Target, TargetKind
from tests.replies.stage import (
    FORUM,
    HOUR,
    LIBRARIES,
    NOW,
    PROGRAMME,
    UNION,
    actions,
    reader,
    schedule,
)

DAY, TEN = timedelta(days=1), timedelta(minutes=10)
LEADS = (TEN, DAY, HOUR)


def _target(kind: TargetKind, value: str = "") -> Target:
    return Target(kind=kind, event="forum", value=value)


HIGHLIGHTS, ROOM = _target(TargetKind.HIGHLIGHTS), _target(TargetKind.ROOM, "x")
TARGETS = [_target(kind, "union") for kind in TargetKind]


def _followed(*targets: Target, leads: tuple[timedelta, ...] | None = None) -> list[Subscription]:
    return [Subscription(target=each, leads=leads, created=NOW) for each in targets]


ANN = Person(
    id=1,
    language="fr",
    heard="en",
    zone="Asia/Tokyo",
    quiet=(time(22), time(7)),
    digest=time(7, 30),
    created=datetime(2018, 11, 2, tzinfo=UTC),
)


def test_welcome() -> None:
    """What it is, in which languages, and one tap for the highlights."""
    reply = talk.welcome(reader(), PROGRAMME)
    assert reply.plain == (
        "Hello. I am your companion for WF18, from Monday 12 November to Wednesday 14 November, "
        "7 Place de Fontenoy, Paris.\n"
        "Ask me about the programme in your own words, and I will remind you of what you choose, "
        "with the way to join.\n"
        "\n"
        "I read and write English, العربية, Deutsch, Español, Français, Português, Русский, 中文."
    )
    assert actions(reply) == ["f:h:forum", "/now", "/next"]


def test_several_leads_do_not_read_as_a_sum() -> None:
    """A day, then an hour, then ten minutes, not all together."""
    assert leads(LEADS, reader()) == "1 day, then 1 hour, then 10 minutes"
    assert leads([timedelta(minutes=90)], reader("de")) == "90 Minuten"
    assert leads(LEADS, reader("ru")) == "1 день, затем за 1 час, затем за 10 минут"


def test_subscribed() -> None:
    """What, when, what happens without an hour, and whose clock it is."""
    reply = talk.subscribed(
        reader(), PROGRAMME, [HIGHLIGHTS], LEADS, sessions=[LIBRARIES], undo="u:7"
    )
    assert reply.plain == (
        "Done. I will remind you of the highlights of WF18, "
        "1 day, then 1 hour, then 10 minutes before the start.\n"
        "So far that is 1 session: Public Access in Libraries\n"
        "The hour is not announced yet: I will write the day before and that morning, "
        "and in time once it is known.\n"
        "Hours are those of Paris. If you are elsewhere, tell me your city, "
        "for example /timezone Nairobi."
    )
    assert actions(reply) == ["/leads", "u:7"]


def test_what_selects_nothing_yet_says_so() -> None:
    """And what happens when it does."""
    reply = talk.subscribed(reader(), PROGRAMME, [_target(TargetKind.QUERY, "en AI")], LEADS)
    assert "everything on “AI”" in reply.plain
    assert "Nothing in the programme fits that yet. I will tell you" in reply.plain


def test_many_sessions_are_named_in_part() -> None:
    """Three, and how many more."""
    reply = talk.subscribed(reader(), PROGRAMME, [ROOM], LEADS, sessions=[UNION] * 5)
    assert "So far that is 5 sessions: " in reply.plain
    assert "and 2 more" in reply.plain


def test_what_quiet_hours_swallow_is_said() -> None:
    """Nobody waits for a reminder that does not come."""
    reply = talk.subscribed(
        reader(), PROGRAMME, [_target(TargetKind.SESSION, "union")], LEADS, silent=[UNION]
    )
    assert "quiet hours, without a reminder: African Union Open Forum" in reply.plain


def test_someone_whose_zone_is_known_is_not_asked() -> None:
    """The question comes once."""
    reply = talk.subscribed(reader(zone="Africa/Nairobi"), PROGRAMME, [ROOM], LEADS)
    assert "/timezone" not in reply.plain


def test_what_is_followed() -> None:
    """A numbered list, each with its button to stop it."""
    (highlights,), (room,) = _followed(HIGHLIGHTS), _followed(ROOM, leads=(TEN,))
    reply = talk.subscriptions(reader(), PROGRAMME, [(highlights, "u:1"), (room, "u:2")], [HOUR])
    assert reply.plain == (
        "You are reminded 1 hour before:\n"
        "1. the highlights of WF18\n"
        "2. room: Salle X (10 minutes before)"
    )
    assert actions(reply) == ["u:1", "u:2", "/leads"]


def test_nothing_followed() -> None:
    """The next step is offered."""
    assert actions(talk.subscriptions(reader(), PROGRAMME, [], LEADS)) == ["f:h:forum"]


@pytest.mark.parametrize(
    ("kind", "value", "said"),
    [
        (TargetKind.SESSION, "union", "African Union Open Forum"),
        (TargetKind.SESSION, "gone", "gone"),
        (TargetKind.TYPE, "coalition", "type: Dynamic coalition"),
        (TargetKind.TRACK, "t", "track: Rights"),
        (TargetKind.SPEAKER, "Don Means", "speaker: Don Means"),
        (TargetKind.QUERY, "en AI", "everything on “AI”"),
    ],
)
def test_names_of_what_is_followed(kind: TargetKind, value: str, said: str) -> None:
    """By the programme's names, in words."""
    tracks = (Label(id="t", name=Text("Rights")),)
    programme = Programme(schedules=(replace(FORUM, tracks=tracks),))
    line = target_name(_target(kind, value), programme, reader())
    assert "".join(span.text for span in line) == said


def test_a_target_of_an_event_that_is_gone_has_a_name() -> None:
    """People can still see and stop what they followed."""
    line = target_name(HIGHLIGHTS, Programme(), reader())
    assert "".join(span.text for span in line) == "the highlights of forum"


def test_invalid_settings_repeat_what_was_written_and_name_the_cure() -> None:
    """Nobody is left with no way on."""
    assert "“soon”" in settings.leads_invalid(reader(), "soon").plain
    assert "/leads 1d 1h 10m" in settings.leads_invalid(reader(), "soon").plain
    near = settings.zone_unknown(reader(), "Pariss", "Europe/Paris")
    assert near.plain == "I know no time zone “Pariss”. Did you mean Paris?"
    assert actions(near) == ["/timezone Europe/Paris"]


def test_what_was_written_is_repeated_shortly() -> None:
    """Nobody can make the bot say a page."""
    assert len(settings.leads_invalid(reader(), "x" * 4000).plain) < 250


def test_the_zone_and_the_hour_there() -> None:
    """One can see at once that it is right."""
    there = replace(reader(), zone="Africa/Nairobi")
    assert settings.zone(there, "Europe/Paris", changed=True).plain == (
        "Your time zone is Nairobi; it is 16:10 there now."
    )


def test_languages_by_their_own_names() -> None:
    """Each is found by those who speak nothing else."""
    reply = settings.language_choice(reader("ar"))
    labels = {button.action: button.label for row in reply.buttons for button in row}
    assert labels["/language ru"] == "Русский"
    assert labels["/language zh"] == "中文"
    assert len(labels) == 8


def test_why() -> None:
    """Which of the things followed bring it."""
    plain = talk.why(reader(), PROGRAMME, _followed(HIGHLIGHTS, ROOM), [HOUR]).plain
    assert plain.startswith(
        "You get this because you follow the highlights of WF18 · room: Salle X."
    )


def test_a_refused_save() -> None:
    """The problems stand as the check writes them."""
    reply = admin.refused(
        reader(), "forum.yaml", "forum.yaml:3:4: no room\n  room: y\n        ^", 1
    )
    assert reply.plain == (
        "forum.yaml was not taken over: 1 problem. The last good programme stays in force.\n"
        "\n"
        "forum.yaml:3:4: no room\n"
        "  room: y\n"
        "        ^"
    )


def test_a_preview() -> None:
    """What changes, who will be told, and what to do."""
    reply = admin.preview(
        reader(),
        FORUM,
        {What.LATER: 2, What.CANCELLED: 1},
        {"Telegram": 143, "Matrix": 31},
        {"publish": "p", "hold": "h"},
    )
    assert reply.plain == (
        "WF18, saved and not yet published: 1 cancelled, 2 moved to later.\n"
        "174 people will be told: 143 on Telegram, 31 on Matrix"
    )
    assert actions(reply) == ["p", "h"]


def test_the_terminals_greeting() -> None:
    """From when it replays, and how fast."""
    plain = talk.greeting(reader(), PROGRAMME, replay=(NOW, 60.0)).plain
    assert "Replaying from Tuesday 13 November, 14:10 (Paris), 60 times as fast." in plain


def test_commands_fit_the_chats() -> None:
    """At most 32 and 256 characters, in every language, never empty."""
    table = talk.commands()
    assert set(table) == set(languages())
    for described in table.values():
        assert tuple(described) == talk.COMMANDS
        assert all(len(name) <= 32 for name in described)
        assert all(1 <= len(text) <= 256 for text in described.values())


def test_a_button_that_no_chat_takes_is_left_out() -> None:
    """An action longer than chats allow is no crash."""
    assert step("Go", "x" * LONGEST)
    assert step("Go", "x" * (LONGEST + 1)) == ()


SAID: dict[str, Callable[[Reader], Reply]] = {
    "welcome": lambda r: talk.welcome(r, PROGRAMME),
    "welcome without a place": lambda r: talk.welcome(
        r, Programme(schedules=(schedule(event=replace(FORUM.event, venue=None)),))
    ),
    "welcome to a group": lambda r: talk.welcome(r, PROGRAMME, group=True),
    "welcome without a programme": lambda r: talk.welcome(r, Programme()),
    "subscribed": lambda r: talk.subscribed(
        r, PROGRAMME, TARGETS, LEADS, sessions=[LIBRARIES, UNION]
    ),
    "already": lambda r: talk.subscribed(r, PROGRAMME, TARGETS, LEADS, already=True),
    "over": lambda r: talk.subscribed_over(r, PROGRAMME, TARGETS),
    "what": lambda r: talk.subscribe_what(r, PROGRAMME),
    "unsubscribed": lambda r: talk.unsubscribed(r, PROGRAMME, TARGETS),
    "not subscribed": lambda r: talk.unsubscribed(r, PROGRAMME, TARGETS, had=False),
    "subscriptions": lambda r: talk.subscriptions(
        r, PROGRAMME, [(each, "u:1") for each in _followed(*TARGETS, leads=(TEN,))], LEADS
    ),
    "no subscriptions": lambda r: talk.subscriptions(r, PROGRAMME, [], LEADS),
    "stopped": talk.stopped,
    "why": lambda r: talk.why(r, PROGRAMME, _followed(*TARGETS), LEADS),
    "why, nothing": lambda r: talk.why(r, PROGRAMME, [], LEADS),
    "snoozed": lambda r: talk.snoozed(r, FORUM, NOW + TEN),
    "not snoozed": lambda r: talk.snoozed(r, FORUM, None),
    "unknown command": lambda r: talk.unknown_command(r, "/dance"),
    "greeting": lambda r: talk.greeting(r, PROGRAMME),
    "replay": lambda r: talk.greeting(r, PROGRAMME, replay=(NOW, 60.0)),
    "no programme": lambda r: talk.greeting(r, Programme()),
    "leads": lambda r: settings.leads(r, LEADS),
    "leads set": lambda r: settings.leads(r, LEADS, changed=True),
    "leads invalid": lambda r: settings.leads_invalid(r, "soon"),
    "zone": lambda r: settings.zone(replace(r, zone="Asia/Tokyo"), "Europe/Paris"),
    "no zone": lambda r: settings.zone(r, "Europe/Paris"),
    "zone unknown": lambda r: settings.zone_unknown(r, "Atlantis"),
    "zone near": lambda r: settings.zone_unknown(r, "Pariss", "Europe/Paris"),
    "language": settings.language_set,
    "languages": settings.language_choice,
    "language unknown": lambda r: settings.language_choice(r, "xx"),
    "quiet": lambda r: settings.quiet(r, (time(22), time(7)), "Europe/Paris"),
    "quiet off": lambda r: settings.quiet(r, None, "Europe/Paris"),
    "quiet invalid": lambda r: settings.quiet_invalid(r, "soon"),
    "digest": lambda r: settings.digest(r, time(7, 30), "Europe/Paris"),
    "digest off": lambda r: settings.digest(r, None, "Europe/Paris"),
    "digest invalid": lambda r: settings.digest_invalid(r, "soon"),
    "why a digest": lambda r: settings.why_digest(r, time(7, 30)),
    "link": lambda r: chats.link_code(r, "ABCD2345", TEN),
    "linked": lambda r: chats.linked(r, here=False, others=["Matrix"]),
    "preferred": lambda r: chats.preferred(r, here=True, others=[]),
    "both preferred": lambda r: chats.preferred(r, here=True, others=["Matrix"]),
    "nothing yet": lambda r: talk.subscribed(r, PROGRAMME, [ROOM], LEADS),
    "silent": lambda r: talk.subscribed(
        r, PROGRAMME, [ROOM], LEADS, sessions=[UNION] * 5, silent=[UNION]
    ),
    "forget?": lambda r: data.forget_sure(r, "forget"),
    "my data": lambda r: data.mydata(
        replace(r, zone="Asia/Tokyo"),
        PROGRAMME,
        ANN,
        chats=[("telegram:1", True), ("matrix:!a", False)],
        followed=_followed(*TARGETS, leads=(TEN,)),
        leads=LEADS,
        messages=3,
    ),
    "refused": lambda r: admin.refused(r, "forum.yaml", "forum.yaml:1:1: bad", 2),
    "published": lambda r: admin.published(r, FORUM, {What.NEW: 2}),
    "unchanged": lambda r: admin.published(r, FORUM, {}),
    "preview": lambda r: admin.preview(
        r, FORUM, {What.NEW: 2}, {"Telegram": 3}, {"publish": "p", "publish-silent": "s"}
    ),
    "told nobody": lambda r: admin.preview(r, FORUM, {What.NEW: 2}, {}, {"hold": "h"}),
}


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("what", SAID)
def test_everything_is_said_in_every_language(what: str, language: str) -> None:
    """Nothing stays open, and other languages than English are not English."""
    reply = SAID[what](reader(language))
    assert reply.plain.strip()
    assert not set(reply.plain) & set("{}\x02\x03")
    if language != "en":
        assert reply.plain != SAID[what](reader()).plain


@pytest.mark.parametrize("language", languages())
def test_messages_that_are_told_as_they_are(language: str) -> None:
    """Messages of one sentence, without a function of their own."""
    say = wording(language).say
    for id in (
        *("failed", "session-gone", "group-admins-only", "admins-only", "forgotten"),
        *("link-private", "link-unknown", "link-already", "prefer-alone", "unlinked"),
    ):
        assert say(id)
    assert "300" in say("too-long", count=300)
    assert "30" in say("follow-too-many", count=30)
