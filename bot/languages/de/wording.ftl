### Was der Bot auf Deutsch sagt. Die Kennungen sind in allen Sprachen dieselben.

## Separators

comma = { ", " }
dot = { " · " }
then = { ", dann " }
quoted = „{ $text }“

## Days and hours

first-of-month = 1
day = { $weekday }, { $day }. { $month }
day-year = { $weekday }, { $day }. { $month } { $year }
day-short = { $weekday }, { $day }. { $month }
day-short-year = { $weekday }, { $day }. { $month } { $year }
days = von { $first } bis { $last }
day-hour = { $day }, { $hour }
day-hours = { $day }, { $start }–{ $end }
day-hour-until-day = { $day }, { $hour } bis { $last }, { $end }
in-city = { $when } ({ $city })
your-time = bei Ihnen { $hour } ({ $city })
your-time-first = { $when } bei Ihnen ({ $city })
venue-time = { $hour } vor Ort ({ $city })
first-and-second = { $first }, { $second }
later-day = { $days ->
    [one] { $when }, +1 Tag
   *[other] { $when }, +{ $days } Tage
}
earlier-day = { $days ->
    [one] { $when }, −1 Tag
   *[other] { $when }, −{ $days } Tage
}
unannounced-day = Tag und Uhrzeit noch nicht bekannt
unannounced-hour = { $day }, Uhrzeit noch nicht bekannt
unannounced-hour-part = { $day }, { $part }, Uhrzeit noch nicht bekannt
part-morning = am Vormittag
part-afternoon = am Nachmittag
part-evening = am Abend
lasts = { $minutes ->
    [one] dauert { $minutes } Minute
   *[other] dauert { $minutes } Minuten
}
length-unknown = Dauer noch nicht bekannt
scope-without = ohne: { $names }
now = jetzt
in-minutes = { $minutes ->
    [one] in { $minutes } Minute
   *[other] in { $minutes } Minuten
}
in-hours = { $hours ->
    [one] in { $hours } Stunde
   *[other] in { $hours } Stunden
}
in-hours-minutes = in { $hours } Std. { $minutes } Min.
in-days = { $days ->
    [1] morgen
   *[other] in { $days } Tagen
}
ago-minutes = { $minutes ->
    [one] vor { $minutes } Minute
   *[other] vor { $minutes } Minuten
}
ago-hours = { $hours ->
    [one] vor { $hours } Stunde
   *[other] vor { $hours } Stunden
}
ago-hours-minutes = vor { $hours } Std. { $minutes } Min.
ago-days = { $days ->
    [1] gestern
   *[other] vor { $days } Tagen
}

## A session

card-code = { $title } ({ $code })
card-person = { $name } ({ $details })
card-cancelled = Abgesagt
card-postponed = Verschoben; der neue Termin ist noch nicht bekannt
card-postponed-to = Verschoben auf den Termin unten
card-tentative = Noch nicht bestätigt
card-instead = Stattdessen: { $session }
card-room-unknown = Raum noch nicht bekannt
card-languages = { $count ->
    [one] Sprache: { $languages }
   *[other] Sprachen: { $languages }
}
card-speakers = { $count ->
    [one] Es spricht: { $names }
   *[other] Es sprechen: { $names }
}
card-organisers = Veranstaltet von: { $names }
card-note = Hinweis: { $note }
card-page = Seite der Veranstaltung
join-own = Online teilnehmen: { $link }
join-event = Online teilnehmen: Ein eigener Link ist nicht bekannt; Seite der Konferenz zur Online-Teilnahme: { $link }
join-event-note = Online teilnehmen: Ein eigener Link ist nicht bekannt. { $link } ({ $note })
join-none = Online teilnehmen: Es ist kein Link bekannt.
entry = { $number }. { $title }

## Answers

and-more = und { $count } weitere
answer-when = Termin: { $when }; Beginn { $relative }.
answer-when-running = Läuft gerade: { $when }.
answer-when-past = Das war am { $when }.
answer-when-unknown = Termin: { $when }.
answer-where = Ort: { $place }.
answer-where-unknown = Der Raum ist noch nicht bekannt.
answer-where-online = Die Veranstaltung findet online statt.
answer-venue = Ort der Konferenz: { $place }.
answer-who-unknown = Das Programm nennt noch nicht, wer spricht.
answer-join-on-site = Die Veranstaltung findet vor Ort statt; eine Online-Teilnahme ist nicht angekündigt.
answer-count = { $count ->
    [one] { $count } Veranstaltung
   *[other] { $count } Veranstaltungen
}
answer-now = { $count ->
    [one] Jetzt, { $hour }: { $count } Veranstaltung
   *[other] Jetzt, { $hour }: { $count } Veranstaltungen
}
answer-next = Als Nächstes, { $relative }
answer-recommend = Das könnte etwas für Sie sein
answer-unsure = Ich weiß nicht genau, was Sie meinen. Am nächsten kommt im Programm:
answer-hour-unknown = Am selben Tag, Uhrzeit noch nicht bekannt: { $titles }
event-over = { $event } ist vorbei; der letzte Tag war { $last }.
footer-clock = Zeiten in { $city }
footer-as-of = Stand des Programms: { $day }

## No answer

none-programme = Hier ist noch kein Programm veröffentlicht.
none-not-in-programme = Dazu finde ich nichts im Programm von { $event }.
none-not-in-programme-named = Zu „{ $name }“ finde ich nichts im Programm von { $event }.
none-no-such-room = Diesen Raum gibt es im Programm nicht.
none-no-such-room-named = Einen Raum „{ $name }“ gibt es im Programm nicht.
none-no-such-code = Eine Veranstaltung mit diesem Kürzel gibt es im Programm nicht.
none-no-such-code-named = Eine Veranstaltung „{ $name }“ gibt es im Programm nicht.
none-no-such-person = Niemand mit diesem Namen steht im Programm.
none-no-such-person-named = { $name } steht nicht im Programm.
none-outside-dates = { $event } läuft { $days }; außerhalb dieser Tage ist nichts geplant.
none-other-year = Ich habe nur das Programm von { $event }, { $days }.
none-more = Das war alles, was ich dazu habe.
none-nothing-then = Zu dieser Zeit ist keine Veranstaltung bekannt.
none-nothing-then-window = Zu dieser Zeit ({ $when }) ist keine Veranstaltung bekannt.
none-event-over = { $event } ist vorbei; der letzte Tag war { $last }.
none-off-topic = Das weiß ich nicht. Ich kenne das Programm von { $event }: Veranstaltungen, Zeiten, Räume, wer spricht und wie man online teilnimmt.
none-empty = Darin konnte ich keine Frage erkennen.
none-suggestions = Nicht das, wonach Sie gefragt haben, aber nah daran:
none-rooms = Die Räume: { $rooms }
none-try = Versuchen Sie es mit einem Thema, Titel, Kürzel, Namen, Raum oder Tag, etwa „was läuft gerade“ oder „morgen Nachmittag“.

## The event

event-when = Termin: { $days }
event-where = Ort: { $place }
event-host = Gastgeber: { $host }
event-theme = Motto: { $theme }
event-count = { $count ->
    [one] { $count } Veranstaltung im Programm
   *[other] { $count } Veranstaltungen im Programm
}
event-join = Online teilnehmen: { $link }
event-site = Website: { $link }
event-source = Quelle: { $link }
small-hello = Guten Tag. Fragen Sie mich zu { $event }: was läuft, wann, wo, mit wem und wie man teilnimmt.
small-thanks = Gern geschehen. Viel Freude bei den Veranstaltungen.
small-bye = Auf Wiedersehen. Ihre Erinnerungen bleiben bestehen.
help = Ich kenne das Programm von { $event } und erinnere Sie rechtzeitig. Fragen Sie in Ihren eigenen Worten:
    „was läuft gerade“, „morgen Nachmittag“, „wer spricht bei { $example }“
    ein Thema, ein Titel, ein Name, eine Organisation oder ein Raum
    „wo ist das“, „wie kann ich online teilnehmen“, „erinnere mich 30 Minuten vorher“
    Außerdem: /now /next /today /tomorrow /highlights /reminders /leads /timezone /language
help-without-event = Ich beantworte Fragen zum Programm einer Konferenz und erinnere an ihre Veranstaltungen. Hier ist noch kein Programm veröffentlicht.

## Reminders, as asked for

target-highlights = die Höhepunkte von { $event }
target-event = alles bei { $event }
target-session = { $name }
target-track = Themenbereich: { $name }
target-room = Raum: { $name }
target-speaker = Beiträge: { $name }
target-organiser = veranstaltet von: { $name }
target-type = Art: { $name }
target-tag = Stichwort: { $name }
target-query = alles zu „{ $name }“
lead-seconds = { $count ->
    [one] { $count } Sekunde
   *[other] { $count } Sekunden
}
lead-minutes = { $count ->
    [one] { $count } Minute
   *[other] { $count } Minuten
}
lead-hours = { $count ->
    [one] { $count } Stunde
   *[other] { $count } Stunden
}
lead-days = { $count ->
    [one] { $count } Tag
   *[other] { $count } Tage
}
errand-list = Ihre Erinnerungen: /reminders
errand-stop-all = Alle Erinnerungen beenden: /stop
errand-stop = Erinnerungen beenden ({ $what }): /reminders
errand-what = Woran soll ich erinnern? Nennen Sie eine Veranstaltung, ein Thema, eine Person oder einen Raum.
errand-set = Für eine Erinnerung { $leads } vor Beginn:

## A calendar file, and choices by number

calendar-one = { $title } für Ihren Kalender: Öffnen Sie die Datei, um den Termin einzutragen.
calendar-day-only = Die Uhrzeit ist noch nicht bekannt, darum gilt der Eintrag für den ganzen Tag. Sobald sie feststeht, holen Sie sich die Datei noch einmal: Das berichtigt den Eintrag.
calendar-all = { $count ->
    [one] { $count } Veranstaltung, die Sie abonniert haben, für Ihren Kalender: Öffnen Sie die Datei, um sie einzutragen.
   *[other] { $count } Veranstaltungen, die Sie abonniert haben, für Ihren Kalender: Öffnen Sie die Datei, um sie einzutragen.
}
calendar-undated = { $count ->
    [one] Für { $count } Veranstaltung ist noch kein Tag bekannt; sie steht nicht in der Datei.
   *[other] Für { $count } Veranstaltungen ist noch kein Tag bekannt; sie stehen nicht in der Datei.
}
calendar-none = Von dem, was Sie abonniert haben, hat noch nichts einen festen Tag; es gibt nichts einzutragen.
choose-number = Antworten Sie mit { $choices }

## Buttons

button-remind = 🔔 Erinnern
button-remind-all = 🔔 An alle erinnern
button-calendar = 📅 Kalender
button-highlights = 🔔 Höhepunkte: { $event }
button-join = Teilnehmen
button-join-event = Online teilnehmen
button-page = Zur Seite

## A reminder

reminder-starts = Beginn { $relative }: { $title }
reminder-started = Hat { $relative } begonnen: { $title }
reminder-day-only = { $relative }, Uhrzeit noch nicht bekannt: { $title }
reminder-today = Heute
reminder-late = Verspätet: Das hätte Sie früher erreichen sollen.
button-snooze = Später noch einmal erinnern
button-stop = Beenden
button-why = Warum das?
why = Sie bekommen das, weil Sie Folgendes abonniert haben: { $what }.
why-leads = Ihre Erinnerungen kommen { $leads } vor Beginn; mit /leads ändern Sie das.
why-nothing = Sie haben nichts mehr abonniert, wozu das gehört. Es war schon unterwegs.
snoozed = Ich erinnere Sie { $relative } noch einmal, um { $hour }.
snoozed-not = Es hat schon begonnen; es gibt nichts mehr, woran ich Sie erinnern könnte.

## Talking about reminders

welcome = Guten Tag. Ich begleite Sie durch { $event }, { $days }, { $place }.
    Fragen Sie in Ihren eigenen Worten nach dem Programm; ich erinnere Sie an das, was Sie auswählen, und sage, wie man teilnimmt.
welcome-without-place = Guten Tag. Ich begleite Sie durch { $event }, { $days }.
    Fragen Sie in Ihren eigenen Worten nach dem Programm; ich erinnere Sie an das, was Sie auswählen, und sage, wie man teilnimmt.
welcome-languages = Ich lese und schreibe: { $languages }.
welcome-group = Guten Tag. In dieser Gruppe antworte ich, wenn man mich anspricht. Wer die Gruppe verwaltet, kann sie mit /subscribe für Erinnerungen anmelden.
subscribed = Gut. Ich erinnere Sie { $leads } vor Beginn: { $what }.
subscribed-already = Daran erinnere ich Sie schon { $leads } vor Beginn: { $what }.
subscribed-hour-unknown = Die Uhrzeit ist noch nicht bekannt: Ich schreibe Ihnen am Vortag und am Morgen des Tages und, sobald sie feststeht, rechtzeitig vorher.
subscribed-hours-unknown = { $count ->
    [one] Bei { $count } Veranstaltung ist die Uhrzeit noch nicht bekannt: Ich schreibe Ihnen am Vortag und am Morgen des Tages und, sobald sie feststeht, rechtzeitig vorher.
   *[other] Bei { $count } Veranstaltungen ist die Uhrzeit noch nicht bekannt: Ich schreibe Ihnen am Vortag und am Morgen des Tages und, sobald sie feststeht, rechtzeitig vorher.
}
subscribed-over = Das ist schon vorbei: { $what }. Es gibt nichts mehr, woran ich Sie erinnern könnte.
subscribe-what = Woran soll ich erinnern? Nennen Sie eine Veranstaltung, ein Thema, eine Person oder einen Raum, oder wählen Sie:
subscribe-zone = Die Uhrzeiten gelten für { $city }. Wenn Sie anderswo sind, nennen Sie mir Ihre Stadt, etwa /timezone Nairobi.
unsubscribed = Erinnerungen beendet: { $what }.
unsubscribed-not = Dazu haben Sie keine Erinnerungen: { $what }.
subscriptions = Ich erinnere Sie { $leads } vorher:
subscriptions-none = Sie haben noch keine Erinnerungen. Fragen Sie nach einer Veranstaltung und tippen Sie auf den Knopf, oder wählen Sie die Höhepunkte:
subscriptions-numbered = { $number }. { $what }
button-stop-number = { $number } beenden
button-event = 🔔 Alles: { $event }
button-undo = Rückgängig
button-leads = Andere Zeiten
button-now = Jetzt
button-next = Als Nächstes
stopped = Erinnerungen beendet. Sie bekommen keine mehr von mir; ich antworte weiterhin. Mit /subscribe geht es wieder los.
leads-set = Erinnerungen kommen jetzt { $leads } vor Beginn.
leads-now = Erinnerungen kommen { $leads } vor Beginn. Zum Ändern schreiben Sie etwa /leads 1d 1h 10m.
leads-invalid = „{ $text }“ verstehe ich nicht als Zeitangabe vor Beginn. Schreiben Sie eine Zahl mit d (Tage), h (Stunden) oder m (Minuten), etwa /leads 1d 1h 10m.
zone-set = Ihre Zeitzone ist { $zone }; dort ist es jetzt { $hour } Uhr.
zone-now = Ihre Zeitzone ist { $zone }; dort ist es jetzt { $hour } Uhr. Zum Ändern schreiben Sie etwa /timezone Nairobi.
zone-none = Ich kenne Ihre Zeitzone nicht; die Uhrzeiten gelten für { $city }. Nennen Sie mir eine Stadt, etwa /timezone Nairobi.
zone-unknown = Eine Zeitzone „{ $text }“ kenne ich nicht. Schreiben Sie eine größere Stadt in der Nähe, etwa /timezone Nairobi.
zone-suggestion = Eine Zeitzone „{ $text }“ kenne ich nicht. Meinen Sie { $zone }?
language-set = Ich schreibe Ihnen auf Deutsch.
language-choose = In welcher Sprache soll ich schreiben?
language-unknown = „{ $text }“ spreche ich noch nicht. Ich spreche:
unknown-command = { $command } kenne ich nicht. /help sagt, was ich kann; oder fragen Sie in Ihren eigenen Worten.
group-admins-only = In einer Gruppe können nur deren Admins die Erinnerungen ändern. Für Ihre eigenen schreiben Sie mir privat.
admins-only = Das kann nur, wer diesen Bot betreibt.
session-gone = Diese Veranstaltung steht nicht mehr im Programm.
failed = Bei mir ist etwas schiefgegangen. Bitte versuchen Sie es gleich noch einmal.
too-long = Davon habe ich die ersten { $count } Zeichen gelesen.

## Quiet hours, digest, link, data

quiet-set = Zwischen { $start } und { $end } Uhr bin ich still. Was in diese Stunden fällt, kommt vorher oder am Morgen, wenn das noch rechtzeitig ist.
quiet-off = Die Ruhezeit ist ausgeschaltet.
quiet-invalid = „{ $text }“ verstehe ich nicht als Ruhezeit. Schreiben Sie etwa /quiet 22:00 07:00 oder /quiet off.
digest-title = Ihr Tag: { $day }
digest-clash = zur selben Zeit wie { $title }
digest-set = Jeden Morgen um { $hour } Uhr schicke ich Ihnen Ihre Tagesübersicht.
digest-off = Die Tagesübersicht am Morgen ist ausgeschaltet.
link-code = Schreiben Sie in Ihrem anderen Chat /link { $code }. Der Code gilt { $minutes } Minuten.
link-done = Beide Chats haben jetzt ein gemeinsames Profil: dieselben Erinnerungen, dieselbe Zeitzone und dieselbe Sprache.
link-unknown = Dieser Code gilt nicht oder nicht mehr. Schreiben Sie in Ihrem anderen Chat /link, um einen neuen zu bekommen.
mydata = Was ich über Sie speichere:
mydata-language = Sprache: { $language }
mydata-zone = Zeitzone: { $zone }
mydata-leads = Erinnerungen: { $leads } vorher
mydata-quiet = Ruhezeit: { $start }–{ $end }
mydata-addresses = Chats: { $addresses }
mydata-follows = Abonniert: { $what }
mydata-forget = /forget löscht alles davon.
forget-sure = Alles löschen, was ich über Sie speichere, auch Ihre Erinnerungen?
button-forget = Alles löschen
forgotten = Gelöscht. Ich speichere nichts mehr über Sie.
quiet-how = Zum Einstellen schreiben Sie etwa /quiet 22:00 07:00.
digest-how = Um jeden Morgen Ihre Tagesübersicht zu bekommen, schreiben Sie etwa /digest 07:30.
digest-invalid = „{ $text }“ verstehe ich nicht als Uhrzeit. Schreiben Sie etwa /digest 07:30 oder /digest off.
why-digest = Sie bekommen das, weil Sie sich Ihre Tagesübersicht um { $hour } Uhr gewünscht haben; sie kommt an Tagen, an denen etwas läuft, das Sie abonniert haben. Mit /digest ändern Sie das.
button-off = Aus
link-private = Zwei eigene Chats können ein Profil teilen, eine Gruppe nicht. Schreiben Sie mir /link privat.
link-already = Diese Chats haben schon ein gemeinsames Profil.
prefer-here = Erinnerungen kommen in diesen Chat.
prefer-other = Erinnerungen kommen in Ihren anderen Chat ({ $chats }).
prefer-both = Erinnerungen kommen in alle Ihre Chats ({ $chats }).
prefer-alone = Ich kenne Sie nur in diesem Chat. Mit /link verbinden Sie ihn mit einem anderen.
button-prefer-here = Dieser Chat
button-prefer-other = Der andere Chat
button-prefer-both = Beide
unlinked = Dieser Chat steht wieder für sich, mit einer Kopie Ihrer Einstellungen und dessen, was Sie abonniert haben.
follow-sessions = { $count ->
    [one] Bisher ist das { $count } Veranstaltung: { $titles }
   *[other] Bisher sind das { $count } Veranstaltungen: { $titles }
}
follow-none-yet = Noch passt nichts im Programm dazu. Ich sage Bescheid, sobald sich das ändert.
follow-too-many = Ich merke mir höchstens { $count } Themen für Sie. Beenden Sie zuerst eines: /reminders
follow-in-quiet = Wegen Ihrer Ruhezeit ohne Erinnerung: { $titles }
own-leads = { $what } ({ $leads } vorher)
button-follow-topic = 🔔 Alles zu „{ $topic }“, auch Späteres
mydata-heard = Sprache, in der Sie zuletzt schrieben: { $language }
mydata-digest = Tagesübersicht: jeden Morgen um { $hour } Uhr
mydata-since = Seit: { $day }
mydata-messages = Gespeicherte Nachrichten an Sie: { $count }
mydata-reminded = { $address } (hierhin kommen Erinnerungen)

## For those who run the bot

admin-refused = { $count ->
    [one] { $file } wurde nicht übernommen: { $count } Fehler. Das letzte gültige Programm bleibt in Kraft.
   *[other] { $file } wurde nicht übernommen: { $count } Fehler. Das letzte gültige Programm bleibt in Kraft.
}
admin-published = { $event } ist veröffentlicht: { $changes }.
admin-unchanged = { $event } ist veröffentlicht; sichtbar hat sich nichts geändert.
admin-preview = { $event }, gespeichert und noch nicht veröffentlicht: { $changes }.
admin-told = { $count ->
    [one] { $count } Person wird benachrichtigt: { $chats }
   *[other] { $count } Personen werden benachrichtigt: { $chats }
}
admin-told-on = { $count } auf { $chat }
admin-told-nobody = niemand wird benachrichtigt
admin-held = Angehalten. Das veröffentlichte Programm bleibt, wie es ist.
admin-undone = Rückgängig gemacht: Das Programm vom { $moment } gilt wieder.
admin-overtaken = Inzwischen hat jemand anderes veröffentlicht. Sehen Sie sich die Vorschau noch einmal an.
admin-waits = Wenn Sie es nicht anhalten, wird es veröffentlicht (noch { $span }).
admin-outdated = Die Datei wurde seit dieser Vorschau noch einmal gespeichert. Jetzt steht darin:
admin-already = { $event } ist schon veröffentlicht.
admin-undone-already = { $event }: Das ist schon rückgängig gemacht.
admin-nothing = { $event }: Die gespeicherte Datei ist die veröffentlichte.
admin-first = { $event }: Es gibt keine frühere Veröffentlichung, zu der man zurückkehren könnte.
admin-unsaved = In der gespeicherten Datei steht noch, was rückgängig gemacht wurde; erneutes Speichern veröffentlicht sie wieder.
admin-which = Welche Konferenz?
button-publish = Veröffentlichen und benachrichtigen
button-publish-silent = Still veröffentlichen
button-hold = Anhalten
button-undo-publish = Rückgängig

## The terminal

terminal-event = { $event }, { $days }.
terminal-replay = Wiedergabe ab { $moment }, { $speed }-mal so schnell. „Jetzt“ meint die Zeit dort.
terminal-present = Es ist { $moment }.
terminal-ask = Fragen Sie nach dem Programm oder schreiben Sie /help. Strg-D beendet.

## Commands

command-start = Was ich bin, und die Höhepunkte
command-help = Was ich kann
command-now = Was jetzt läuft
command-next = Was als Nächstes beginnt
command-today = Die Veranstaltungen von heute
command-tomorrow = Die Veranstaltungen von morgen
command-highlights = An die Höhepunkte erinnern
command-subscribe = An Veranstaltung, Thema, Person oder Raum erinnern
command-reminders = Ihre Erinnerungen
command-calendar = Ihre Veranstaltungen als Kalenderdatei
command-leads = Wie lange vorher: /leads 1d 1h 10m
command-timezone = Ihre Zeitzone: /timezone Nairobi
command-language = Die Sprache, in der ich schreibe
command-unsubscribe = Einzelne Erinnerungen beenden
command-stop = Alle Erinnerungen beenden
command-quiet = Ruhezeit: /quiet 22:00 07:00
command-digest = Tagesübersicht, jeden Morgen
command-link = Dieselben Erinnerungen in einem anderen Chat
command-prefer = In welchen Ihrer Chats Erinnerungen kommen
command-unlink = Diesen Chat vom anderen trennen
command-mydata = Was ich über Sie speichere
command-forget = Löschen, was ich über Sie speichere

## Changes, told to those whom they concern

notice-new = Neu: { $title }
notice-gone = Nicht mehr im Programm: { $title }
notice-cancelled = Abgesagt: { $title }
notice-postponed = Verschoben: { $title }
notice-restored = Findet doch statt: { $title }
notice-tentative = Nicht mehr sicher: { $title }
notice-confirmed = Bestätigt: { $title }
notice-earlier = Vorverlegt: { $title }
notice-earlier-soon = Vorverlegt, Beginn { $relative }: { $title }
notice-later = Auf später verlegt: { $title }
notice-day-announced = Tag bekannt: { $title }
notice-hour-announced = Uhrzeit bekannt: { $title }
notice-time-withdrawn = Termin wieder offen: { $title }
notice-end = Neue Endzeit: { $title }
notice-room = Anderer Raum: { $title }
notice-link = Anderer Weg zur Teilnahme: { $title }
notice-link-many = { $count ->
    [one] Anderer Weg zur Teilnahme an { $count } Veranstaltung
   *[other] Anderer Weg zur Teilnahme an { $count } Veranstaltungen
}
notice-title = Neuer Titel: { $title }
notice-text = Geändert: { $title }
notice-now = Jetzt: { $facts }
notice-planned = War geplant: { $facts }
notice-before = Vorher: { $facts }
notice-many = { $count ->
    [one] { $count } Änderung bei dem, was Sie abonniert haben
   *[other] { $count } Änderungen bei dem, was Sie abonniert haben
}
changes-new = { $count } neu
changes-gone = { $count } entfernt
changes-cancelled = { $count } abgesagt
changes-postponed = { $count } verschoben
changes-restored = { $count ->
    [one] { $count } findet doch statt
   *[other] { $count } finden doch statt
}
changes-tentative = { $count } nicht mehr sicher
changes-confirmed = { $count } bestätigt
changes-earlier = { $count } vorverlegt
changes-later = { $count } auf später verlegt
changes-day-announced = { $count ->
    [one] { $count } Tag bekannt
   *[other] { $count } Tage bekannt
}
changes-hour-announced = { $count ->
    [one] { $count } Uhrzeit bekannt
   *[other] { $count } Uhrzeiten bekannt
}
changes-time-withdrawn = { $count ->
    [one] { $count } Termin wieder offen
   *[other] { $count } Termine wieder offen
}
changes-end = { $count ->
    [one] { $count } Endzeit geändert
   *[other] { $count } Endzeiten geändert
}
changes-room = { $count ->
    [one] { $count } Raum geändert
   *[other] { $count } Räume geändert
}
changes-link = { $count ->
    [one] { $count } Link geändert
   *[other] { $count } Links geändert
}
changes-title = { $count ->
    [one] { $count } Titel geändert
   *[other] { $count } Titel geändert
}
changes-text = { $count ->
    [one] { $count } Text geändert
   *[other] { $count } Texte geändert
}
changes-rest = { $count ->
    [one] { $count } anderer Teil der Datei
   *[other] { $count } andere Teile der Datei
}
changes-none = nichts Sichtbares
