### What the bot says in English. The message ids are the same in every language; a test holds it.

## Separators

comma = { ", " }
dot = { " · " }
quoted = “{ $text }”

## Days and hours

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
join-event-note = Join remotely: no link of its own is announced. { $note } { $link }
join-none = Join remotely: no link is announced.
entry = { $number }. { $title }

## Answers

plain = { $text }
and-more = { $count ->
   *[other] and { $count } more
}
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
answer-scope = { $heading }: { $scope }
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
target-query = question: “{ $name }”
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

## Buttons

button-remind = 🔔 Remind me
button-remind-all = 🔔 Remind me of all
button-highlights = 🔔 Remind me of the highlights
button-join = Join
button-join-event = Taking part remotely
button-page = Session page
