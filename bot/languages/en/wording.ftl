### What the bot says in English. The message ids are the same in every language; a test holds it.

## Separators

comma = { ", " }
dot = { " · " }
then = { ", then " }
quoted = “{ $text }”

## Days and hours

first-of-month = 1
day = { $weekday } { $day } { $month }
day-year = { $weekday } { $day } { $month } { $year }
day-short = { $weekday } { $day } { $month }
day-short-year = { $weekday } { $day } { $month } { $year }
days = from { $first } to { $last }
day-hour = { $day }, { $hour }
day-hours = { $day }, { $start }–{ $end }
day-hour-until-day = { $day }, { $hour } until { $last }, { $end }
in-city = { $when } ({ $city })
your-time = { $hour } your time ({ $city })
your-time-first = { $when } your time ({ $city })
venue-time = { $hour } there ({ $city })
first-and-second = { $first }, { $second }
later-day = { $days ->
    [one] { $when }, +1 day
   *[other] { $when }, +{ $days } days
}
earlier-day = { $days ->
    [one] { $when }, −1 day
   *[other] { $when }, −{ $days } days
}
unannounced-day = day and hour not announced yet
unannounced-hour = { $day }, hour not announced yet
unannounced-hour-part = { $day }, { $part }, hour not announced yet
part-morning = in the morning
part-afternoon = in the afternoon
part-evening = in the evening
lasts = { $minutes ->
    [one] lasts { $minutes } minute
   *[other] lasts { $minutes } minutes
}
length-unknown = length not announced yet
scope-without = without: { $names }
now = now
in-minutes = { $minutes ->
    [one] in { $minutes } minute
   *[other] in { $minutes } minutes
}
in-hours = { $hours ->
    [one] in { $hours } hour
   *[other] in { $hours } hours
}
in-hours-minutes = in { $hours } h { $minutes } min
in-days = { $days ->
    [1] tomorrow
   *[other] in { $days } days
}
ago-minutes = { $minutes ->
    [one] { $minutes } minute ago
   *[other] { $minutes } minutes ago
}
ago-hours = { $hours ->
    [one] { $hours } hour ago
   *[other] { $hours } hours ago
}
ago-hours-minutes = { $hours } h { $minutes } min ago
ago-days = { $days ->
    [1] yesterday
   *[other] { $days } days ago
}

## A session

card-code = { $title } ({ $code })
card-person = { $name } ({ $details })
card-cancelled = Cancelled
card-postponed = Postponed; the new time is not announced yet
card-postponed-to = Postponed to the time below
card-tentative = Not confirmed yet
card-instead = On instead: { $session }
card-room-unknown = room not announced yet
card-languages = { $count ->
    [one] Language: { $languages }
   *[other] Languages: { $languages }
}
card-speakers = { $count ->
    [one] Speaker: { $names }
   *[other] Speakers: { $names }
}
card-organisers = { $count ->
    [one] Organiser: { $names }
   *[other] Organisers: { $names }
}
card-note = Note: { $note }
card-page = Page of the session
join-own = Join remotely: { $link }
join-event = Join remotely: no link of its own is announced; the event’s page on taking part remotely: { $link }
join-event-note = Join remotely: no link of its own is announced. { $link } ({ $note })
join-none = Join remotely: no link is announced.
entry = { $number }. { $title }

## Answers

and-more = and { $count } more
answer-when = It is on { $when }; it starts { $relative }.
answer-when-running = It is on now: { $when }.
answer-when-past = It was on { $when }.
answer-when-unknown = When: { $when }.
answer-where = It is in { $place }.
answer-where-unknown = The room is not announced yet.
answer-where-online = It takes place online.
answer-venue = The venue of the event is { $place }.
answer-who-unknown = No speakers are named in the programme yet.
answer-join-on-site = It takes place on site; no way to join remotely is announced.
answer-count = { $count ->
    [one] { $count } session
   *[other] { $count } sessions
}
answer-now = { $count ->
    [one] On now, at { $hour }: { $count } session
   *[other] On now, at { $hour }: { $count } sessions
}
answer-next = Next, { $relative }
answer-recommend = { $count ->
    [one] This may be for you
   *[other] These may be for you
}
answer-unsure = I am not sure which one you mean. The closest in the programme:
answer-hour-unknown = The same day, hour not announced yet: { $titles }
event-over = { $event } is over; its last day was { $last }.
footer-clock = Times in { $city }
footer-as-of = Programme as of { $day }

## No answer

none-programme = No programme is published here yet.
none-not-in-programme = I find nothing on that in the programme of { $event }.
none-not-in-programme-named = I find nothing on “{ $name }” in the programme of { $event }.
none-no-such-room = The programme has no such room.
none-no-such-room-named = The programme has no room “{ $name }”.
none-no-such-code = The programme has no session with that code.
none-no-such-code-named = The programme has no session “{ $name }”.
none-no-such-person = Nobody of that name is in the programme.
none-no-such-person-named = { $name } is not named in the programme.
none-outside-dates = { $event } runs { $days }; outside these days nothing is planned.
none-other-year = I only have the programme of { $event }, { $days }.
none-more = That was all I have on it.
none-nothing-then = No session is known to be on at that time.
none-nothing-then-window = No session is known to be on then ({ $when }).
none-event-over = { $event } is over; its last day was { $last }.
none-off-topic = That is beyond me. I know the programme of { $event }: sessions, times, rooms, speakers, and how to take part from afar.
none-empty = I could not read a question in that.
none-suggestions = Not what you asked for, but close:
none-rooms = Its rooms: { $rooms }
none-try = Try a topic, a title, a code, a name, a room or a day, such as “what is on now” or “tomorrow afternoon”.

## The event

event-when = When: { $days }
event-where = Where: { $place }
event-host = Host: { $host }
event-theme = Theme: { $theme }
event-count = { $count ->
    [one] { $count } session in the programme
   *[other] { $count } sessions in the programme
}
event-join = Taking part remotely: { $link }
event-site = Website: { $link }
event-source = Source: { $link }
small-hello = Hello. Ask me about { $event }: what is on, when, where, with whom, and how to join.
small-thanks = You are welcome. Enjoy the sessions.
small-bye = Goodbye. Your reminders stay as they are.
help = I know the programme of { $event } and can remind you in time. Ask in your own words:
    “what is on now”, “tomorrow afternoon”, “who speaks in { $example }”
    a topic, a title, a name, an organisation or a room
    “where is it”, “how can I join remotely”, “remind me 30 minutes before”
    Also: /now /next /today /tomorrow /highlights /reminders /leads /timezone /language
help-without-event = I answer questions about a conference’s programme and remind you of its sessions. No programme is published here yet.

## Reminders, as asked for

target-highlights = the highlights of { $event }
target-event = all of { $event }
target-session = { $name }
target-track = track: { $name }
target-room = room: { $name }
target-speaker = speaker: { $name }
target-organiser = organiser: { $name }
target-type = type: { $name }
target-tag = tag: { $name }
target-query = everything on “{ $name }”
lead-seconds = { $count ->
    [one] { $count } second
   *[other] { $count } seconds
}
lead-minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
}
lead-hours = { $count ->
    [one] { $count } hour
   *[other] { $count } hours
}
lead-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
errand-list = Your reminders: /reminders
errand-stop-all = To stop all reminders: /stop
errand-stop = To stop reminders of { $what }: /reminders
errand-what = Reminders of what? Name a session, a topic, a speaker or a room.
errand-set = To be reminded { $leads } before it starts:

## A calendar file, and choices by number

calendar-one = { $title }, for your calendar: open the file to add it.
calendar-day-only = The hour is not announced yet, so the entry is for the whole day. Once it is known, take the file again: it corrects the entry.
calendar-all = { $count ->
    [one] { $count } session that you follow, for your calendar: open the file to add it.
   *[other] { $count } sessions that you follow, for your calendar: open the file to add them.
}
calendar-undated = { $count ->
    [one] { $count } session has no day yet and is not in the file.
   *[other] { $count } sessions have no day yet and are not in the file.
}
calendar-none = Nothing that you follow has a day yet, so there is nothing to put into a calendar.
choose-number = Reply with { $choices }

## Buttons

button-remind = 🔔 Remind me
button-remind-all = 🔔 Remind me of all
button-calendar = 📅 Calendar
button-highlights = 🔔 Highlights of { $event }
button-join = Join
button-join-event = Taking part remotely
button-page = Session page

## A reminder

reminder-starts = Starts { $relative }: { $title }
reminder-started = Started { $relative }: { $title }
reminder-day-only = { $relative }, hour not announced yet: { $title }
reminder-today = Today
reminder-late = Late: this should have reached you earlier.
button-snooze = Remind me again later
button-stop = Stop this
button-why = Why this?
why = You get this because you follow { $what }.
why-leads = Your reminders come { $leads } before a session; change it with /leads.
why-nothing = You no longer follow anything that brings this. It was on its way already.
snoozed = I will remind you again { $relative }, at { $hour }.
snoozed-not = It has begun; there is nothing left to remind you of.

## Talking about reminders

welcome = Hello. I am your companion for { $event }, { $days }, { $place }.
    Ask me about the programme in your own words, and I will remind you of what you choose, with the way to join.
welcome-without-place = Hello. I am your companion for { $event }, { $days }.
    Ask me about the programme in your own words, and I will remind you of what you choose, with the way to join.
welcome-languages = I read and write { $languages }.
welcome-group = Hello. In this group I answer when you address me. An admin of the group can subscribe it to reminders with /subscribe.
subscribed = Done. I will remind you of { $what }, { $leads } before the start.
subscribed-already = You are already reminded of { $what }, { $leads } before the start.
subscribed-hour-unknown = The hour is not announced yet: I will write the day before and that morning, and in time once it is known.
subscribed-hours-unknown = { $count ->
    [one] For { $count } session the hour is not announced yet: I will write the day before and that morning, and in time once it is known.
   *[other] For { $count } sessions the hour is not announced yet: I will write the day before and that morning, and in time once it is known.
}
subscribed-over = { $what }: that is over, there is nothing left to remind you of.
subscribe-what = What shall I remind you of? Name a session, a topic, a speaker or a room, or choose:
subscribe-zone = Hours are those of { $city }. If you are elsewhere, tell me your city, for example /timezone Nairobi.
unsubscribed = Stopped: { $what }.
unsubscribed-not = You have no reminders of { $what }.
subscriptions = You are reminded { $leads } before:
subscriptions-none = You have no reminders yet. Ask about a session and press the button, or take the highlights:
subscriptions-numbered = { $number }. { $what }
button-stop-number = Stop { $number }
button-event = 🔔 All of { $event }
button-undo = Undo
button-leads = Other times
button-now = On now
button-next = Next
stopped = Stopped. You get no more reminders from me; I still answer. /subscribe starts again.
leads-set = Reminders now come { $leads } before a session.
leads-now = Reminders come { $leads } before a session. To change it, write for example /leads 1d 1h 10m.
leads-invalid = I cannot read “{ $text }” as times before a session. Write a number with d, h or m, for example /leads 1d 1h 10m.
zone-set = Your time zone is { $zone }; it is { $hour } there now.
zone-now = Your time zone is { $zone }; it is { $hour } there now. To change it, write for example /timezone Nairobi.
zone-none = I do not know your time zone; hours are those of { $city }. Tell me a city, for example /timezone Nairobi.
zone-unknown = I know no time zone “{ $text }”. Write a larger city nearby, for example /timezone Nairobi.
zone-suggestion = I know no time zone “{ $text }”. Did you mean { $zone }?
language-set = I will write to you in English.
language-choose = Which language shall I write in?
language-unknown = I do not speak “{ $text }” yet. These I do:
unknown-command = I do not know { $command }. /help says what I can do; or ask in your own words.
group-admins-only = In a group, only its admins can change the reminders. Write to me in private for your own.
admins-only = Only the people who run this bot can do that.
session-gone = That session is no longer in the programme.
failed = Something went wrong on my side. Please try again in a moment.
too-long = I read the first { $count } characters of that.

## Quiet hours, digest, link, data

quiet-set = Between { $start } and { $end } I stay silent. What falls into these hours comes before them, or in the morning if that is in time.
quiet-off = Quiet hours are off.
quiet-invalid = I cannot read “{ $text }” as quiet hours. Write for example /quiet 22:00 07:00, or /quiet off.
digest-title = Your day, { $day }
digest-clash = at the same time as { $title }
digest-set = Each morning at { $hour } I will send you your day.
digest-off = The morning digest is off.
link-code = On your other chat, write /link { $code }. The code holds for { $minutes } minutes.
link-done = The two chats share one profile now: the same reminders, zone and language.
link-unknown = That code is not valid, or no longer. Write /link on your other chat for a new one.
mydata = What I keep about you:
mydata-language = Language: { $language }
mydata-zone = Time zone: { $zone }
mydata-leads = Reminders: { $leads } before
mydata-quiet = Quiet hours: { $start }–{ $end }
mydata-addresses = Chats: { $addresses }
mydata-follows = Following: { $what }
mydata-forget = /forget deletes all of it.
forget-sure = Delete everything that I keep about you, your reminders included?
button-forget = Delete everything
forgotten = Deleted. I keep nothing about you now.
quiet-how = To set them, write for example /quiet 22:00 07:00.
digest-how = To get your day each morning, write for example /digest 07:30.
digest-invalid = I cannot read “{ $text }” as an hour. Write for example /digest 07:30, or /digest off.
why-digest = You get this because you asked for your day at { $hour }, on days on which something that you follow is on. /digest changes it.
button-off = Off
link-private = Two chats of your own can share a profile, a group cannot. Write /link to me in private.
link-already = These chats share one profile already.
prefer-here = Reminders come to this chat.
prefer-other = Reminders come to your other chat ({ $chats }).
prefer-both = Reminders come to all your chats ({ $chats }).
prefer-alone = I know you in this chat only. Write /link to join another one to it.
button-prefer-here = This chat
button-prefer-other = The other chat
button-prefer-both = Both
unlinked = This chat is on its own again, with a copy of your settings and of what you follow.
follow-sessions = { $count ->
    [one] So far that is { $count } session: { $titles }
   *[other] So far that is { $count } sessions: { $titles }
}
follow-none-yet = Nothing in the programme fits that yet. I will tell you when something does.
follow-too-many = I keep at most { $count } topics for you. Stop one of them first: /reminders
follow-in-quiet = Because of your quiet hours, without a reminder: { $titles }
own-leads = { $what } ({ $leads } before)
button-follow-topic = 🔔 All on “{ $topic }”, later ones too
mydata-heard = Language you last wrote in: { $language }
mydata-digest = Your day: each morning at { $hour }
mydata-since = Since: { $day }
mydata-messages = Messages to you on record: { $count }
mydata-reminded = { $address } (reminders come here)

## For those who run the bot

admin-refused = { $count ->
    [one] { $file } was not taken over: { $count } problem. The last good programme stays in force.
   *[other] { $file } was not taken over: { $count } problems. The last good programme stays in force.
}
admin-published = { $event } is published: { $changes }.
admin-unchanged = { $event } is published; nothing that people see has changed.
admin-preview = { $event }, saved and not yet published: { $changes }.
admin-told = { $count ->
    [one] { $count } person will be told: { $chats }
   *[other] { $count } people will be told: { $chats }
}
admin-told-on = { $count } on { $chat }
admin-told-nobody = nobody will be told
admin-held = Held. The published programme stays as it is.
admin-undone = Undone: the programme of { $moment } is in force again.
admin-overtaken = Someone else has published meanwhile. Look at the preview again.
admin-waits = Unless you hold it, it is published in { $span }.
admin-outdated = The file was saved again since that preview. As it is now:
admin-already = { $event } is published already.
admin-undone-already = { $event }: that is undone already.
admin-nothing = { $event }: the saved file is what is published.
admin-first = { $event }: no earlier publication is there to go back to.
admin-unsaved = The saved file still has what was undone; saving it again publishes it.
admin-which = Which event?
button-publish = Publish and tell
button-publish-silent = Publish silently
button-hold = Hold
button-undo-publish = Undo

## The terminal

terminal-event = { $event }, { $days }.
terminal-replay = Replaying from { $moment }, { $speed } times as fast. The present there is what “now” means.
terminal-present = It is { $moment }.
terminal-ask = Ask about the programme, or write /help. Ctrl-D ends.

## Commands

command-start = What I am, and the highlights
command-help = What I can do
command-now = What is on now
command-next = What starts next
command-today = Today’s sessions
command-tomorrow = Tomorrow’s sessions
command-highlights = Be reminded of the highlights
command-subscribe = Be reminded of a session, topic, speaker or room
command-reminders = What you are reminded of
command-calendar = What you follow, as a calendar file
command-leads = How long before: /leads 1d 1h 10m
command-timezone = Your time zone: /timezone Nairobi
command-language = The language I write in
command-unsubscribe = Stop some reminders
command-stop = Stop all reminders
command-quiet = Quiet hours: /quiet 22:00 07:00
command-digest = Your day, each morning
command-link = The same reminders on another chat
command-prefer = Which of your chats reminders come to
command-unlink = Part this chat from your other one
command-mydata = What I keep about you
command-forget = Delete what I keep about you

## Changes, told to those whom they concern

notice-new = New: { $title }
notice-gone = No longer in the programme: { $title }
notice-cancelled = Cancelled: { $title }
notice-postponed = Postponed: { $title }
notice-restored = On again: { $title }
notice-tentative = Not certain any more: { $title }
notice-confirmed = Confirmed: { $title }
notice-earlier = Moved earlier: { $title }
notice-earlier-soon = Moved earlier, starts { $relative }: { $title }
notice-later = Moved to later: { $title }
notice-day-announced = Day announced: { $title }
notice-hour-announced = Hour announced: { $title }
notice-time-withdrawn = Time open again: { $title }
notice-end = Another end: { $title }
notice-room = Another room: { $title }
notice-link = Another way to join: { $title }
notice-link-many = { $count ->
    [one] Another way to join { $count } session
   *[other] Another way to join { $count } sessions
}
notice-title = New title: { $title }
notice-text = Changed: { $title }
notice-now = Now: { $facts }
notice-planned = It was planned: { $facts }
notice-before = Before: { $facts }
notice-many = { $count ->
    [one] { $count } change to what you follow
   *[other] { $count } changes to what you follow
}
changes-new = { $count } new
changes-gone = { $count } removed
changes-cancelled = { $count } cancelled
changes-postponed = { $count } postponed
changes-restored = { $count } on again
changes-tentative = { $count } no longer certain
changes-confirmed = { $count } confirmed
changes-earlier = { $count } moved earlier
changes-later = { $count } moved to later
changes-day-announced = { $count ->
    [one] { $count } day announced
   *[other] { $count } days announced
}
changes-hour-announced = { $count ->
    [one] { $count } hour announced
   *[other] { $count } hours announced
}
changes-time-withdrawn = { $count ->
    [one] { $count } time open again
   *[other] { $count } times open again
}
changes-end = { $count ->
    [one] { $count } end changed
   *[other] { $count } ends changed
}
changes-room = { $count ->
    [one] { $count } room changed
   *[other] { $count } rooms changed
}
changes-link = { $count ->
    [one] { $count } link changed
   *[other] { $count } links changed
}
changes-title = { $count ->
    [one] { $count } title changed
   *[other] { $count } titles changed
}
changes-text = { $count ->
    [one] { $count } text changed
   *[other] { $count } texts changed
}
changes-rest = { $count ->
    [one] { $count } other part of the file
   *[other] { $count } other parts of the file
}
changes-none = nothing that people see
