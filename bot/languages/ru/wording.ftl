### Что бот говорит по-русски. Идентификаторы во всех языках одни и те же.

## Separators

comma = { ", " }
dot = { " · " }
then = { ", затем за " }
quoted = «{ $text }»

## Days and hours

first-of-month = 1
day = { $weekday }, { $day } { $month }
day-year = { $weekday }, { $day } { $month } { $year } г.
day-short = { $weekday }, { $day } { $month }
day-short-year = { $weekday }, { $day } { $month } { $year } г.
days = { $first } — { $last }
day-hour = { $day }, { $hour }
day-hours = { $day }, { $start }–{ $end }
day-hour-until-day = { $day }, { $hour } — { $last }, { $end }
in-city = { $when } ({ $city })
your-time = { $hour } по вашему времени ({ $city })
your-time-first = { $when } по вашему времени ({ $city })
venue-time = { $hour } по местному времени ({ $city })
first-and-second = { $first }, { $second }
later-day = { $days ->
    [one] { $when }, +{ $days } день
    [few] { $when }, +{ $days } дня
   *[other] { $when }, +{ $days } дней
}
earlier-day = { $days ->
    [one] { $when }, −{ $days } день
    [few] { $when }, −{ $days } дня
   *[other] { $when }, −{ $days } дней
}
unannounced-day = день и время пока не объявлены
unannounced-hour = { $day }, время пока не объявлено
unannounced-hour-part = { $day }, { $part }, точное время пока не объявлено
part-morning = утром
part-afternoon = днём
part-evening = вечером
lasts = { $minutes ->
    [one] длится { $minutes } минуту
    [few] длится { $minutes } минуты
   *[other] длится { $minutes } минут
}
length-unknown = продолжительность пока не объявлена
scope-without = кроме: { $names }
now = сейчас
in-minutes = { $minutes ->
    [one] через { $minutes } минуту
    [few] через { $minutes } минуты
   *[other] через { $minutes } минут
}
in-hours = { $hours ->
    [one] через { $hours } час
    [few] через { $hours } часа
   *[other] через { $hours } часов
}
in-hours-minutes = через { $hours } ч { $minutes } мин
in-days = { $days ->
    [1] завтра
    [one] через { $days } день
    [few] через { $days } дня
   *[other] через { $days } дней
}
ago-minutes = { $minutes ->
    [one] { $minutes } минуту назад
    [few] { $minutes } минуты назад
   *[other] { $minutes } минут назад
}
ago-hours = { $hours ->
    [one] { $hours } час назад
    [few] { $hours } часа назад
   *[other] { $hours } часов назад
}
ago-hours-minutes = { $hours } ч { $minutes } мин назад
ago-days = { $days ->
    [1] вчера
    [one] { $days } день назад
    [few] { $days } дня назад
   *[other] { $days } дней назад
}

## A session

card-code = { $title } ({ $code })
card-person = { $name } ({ $details })
card-cancelled = Отменено
card-postponed = Перенесено; новое время пока не объявлено
card-postponed-to = Перенесено на время, указанное ниже
card-tentative = Пока не подтверждено
card-instead = Вместо этого: { $session }
card-room-unknown = зал пока не объявлен
card-languages = { $count ->
    [1] Язык: { $languages }
   *[other] Языки: { $languages }
}
card-speakers = { $count ->
    [1] Выступает: { $names }
   *[other] Выступают: { $names }
}
card-organisers = { $count ->
    [1] Организатор: { $names }
   *[other] Организаторы: { $names }
}
card-note = Примечание: { $note }
card-page = Страница сессии
join-own = Подключиться удалённо: { $link }
join-event = Подключиться удалённо: отдельная ссылка не объявлена; страница мероприятия об удалённом участии: { $link }
join-event-note = Подключиться удалённо: отдельная ссылка не объявлена. { $link } ({ $note })
join-none = Подключиться удалённо: ссылка не объявлена.
entry = { $number }. { $title }

## Answers

and-more = и ещё { $count }
answer-when = Когда: { $when }; начало { $relative }.
answer-when-running = Идёт сейчас: { $when }.
answer-when-past = Уже прошло: { $when }.
answer-when-unknown = Когда: { $when }.
answer-where = Где: { $place }.
answer-where-unknown = Зал пока не объявлен.
answer-where-online = Сессия проходит онлайн.
answer-venue = Место проведения: { $place }.
answer-who-unknown = Выступающие в программе пока не названы.
answer-join-on-site = Сессия проходит очно; об удалённом участии ничего не объявлено.
answer-count = { $count ->
    [one] { $count } сессия
    [few] { $count } сессии
   *[other] { $count } сессий
}
answer-now = { $count ->
    [one] Сейчас, { $hour }: { $count } сессия
    [few] Сейчас, { $hour }: { $count } сессии
   *[other] Сейчас, { $hour }: { $count } сессий
}
answer-next = Дальше, { $relative }
answer-recommend = { $count ->
    [1] Вам может подойти
   *[other] Вам могут подойти
}
answer-unsure = Не вполне ясно, что вы имеете в виду. Ближе всего в программе:
answer-hour-unknown = В тот же день, время пока не объявлено: { $titles }
event-over = { $event }: мероприятие завершилось, последний день — { $last }.
footer-clock = Время: { $city }
footer-as-of = Версия программы: { $day }

## No answer

none-programme = Здесь пока нет опубликованной программы.
none-not-in-programme = В программе { $event } ничего об этом не нахожу.
none-not-in-programme-named = В программе { $event } ничего не нахожу по запросу «{ $name }».
none-no-such-room = Такого зала в программе нет.
none-no-such-room-named = Зала «{ $name }» в программе нет.
none-no-such-code = Сессии с таким кодом в программе нет.
none-no-such-code-named = Сессии «{ $name }» в программе нет.
none-no-such-person = Человека с таким именем в программе нет.
none-no-such-person-named = { $name }: в программе такого имени нет.
none-outside-dates = { $event }: { $days }; в другие дни ничего не запланировано.
none-other-year = У меня есть только программа { $event } ({ $days }).
none-more = Больше по этому вопросу ничего нет.
none-nothing-then = О сессиях в это время ничего не известно.
none-nothing-then-window = О сессиях в это время ({ $when }) ничего не известно.
none-event-over = { $event }: мероприятие завершилось, последний день — { $last }.
none-off-topic = Этого я не знаю. Я знаю программу { $event }: сессии, время, залы, выступающих и как участвовать удалённо.
none-empty = Вопроса в этом прочитать не удалось.
none-suggestions = Это не то, о чём вы спросили, но близко:
none-rooms = Залы: { $rooms }
none-try = Попробуйте тему, название, код, имя, зал или день, например «что идёт сейчас» или «завтра днём».

## The event

event-when = Когда: { $days }
event-where = Где: { $place }
event-host = Принимающая сторона: { $host }
event-theme = Тема: { $theme }
event-count = { $count ->
    [one] { $count } сессия в программе
    [few] { $count } сессии в программе
   *[other] { $count } сессий в программе
}
event-join = Удалённое участие: { $link }
event-site = Сайт: { $link }
event-source = Источник: { $link }
small-hello = Здравствуйте. Спрашивайте меня о мероприятии { $event }: что идёт, когда, где, кто выступает и как подключиться.
small-thanks = Пожалуйста. Интересных вам сессий.
small-bye = До свидания. Ваши напоминания остаются.
help = Я знаю программу { $event } и могу вовремя напомнить. Спрашивайте своими словами:
    «что идёт сейчас», «завтра днём», «кто выступает на { $example }»
    тема, название, имя, организация или зал
    «где это», «как подключиться удалённо», «напомни за 30 минут»
    Ещё: /now /next /today /tomorrow /highlights /reminders /leads /timezone /language
help-without-event = Я отвечаю на вопросы о программе конференции и напоминаю о её сессиях. Здесь пока нет опубликованной программы.

## Reminders, as asked for

target-highlights = главное на { $event }
target-event = всё на { $event }
target-session = { $name }
target-track = направление: { $name }
target-room = зал: { $name }
target-speaker = выступления: { $name }
target-organiser = организатор: { $name }
target-type = тип: { $name }
target-tag = метка: { $name }
target-query = всё по теме «{ $name }»
lead-seconds = { $count ->
    [one] { $count } секунду
    [few] { $count } секунды
   *[other] { $count } секунд
}
lead-minutes = { $count ->
    [one] { $count } минуту
    [few] { $count } минуты
   *[other] { $count } минут
}
lead-hours = { $count ->
    [one] { $count } час
    [few] { $count } часа
   *[other] { $count } часов
}
lead-days = { $count ->
    [one] { $count } день
    [few] { $count } дня
   *[other] { $count } дней
}
errand-list = Ваши напоминания: /reminders
errand-stop-all = Остановить все напоминания: /stop
errand-stop = Остановить напоминания ({ $what }): /reminders
errand-what = О чём напоминать? Назовите сессию, тему, имя или зал.
errand-set = Напомнить за { $leads } до начала:

## A calendar file, and choices by number

calendar-one = { $title }: откройте файл, чтобы добавить запись в календарь.
calendar-day-only = Время пока не объявлено, поэтому запись на весь день. Когда оно станет известно, возьмите файл ещё раз: он исправит запись.
calendar-all = { $count ->
    [one] { $count } сессия из ваших подписок: откройте файл, чтобы добавить в календарь.
    [few] { $count } сессии из ваших подписок: откройте файл, чтобы добавить в календарь.
   *[other] { $count } сессий из ваших подписок: откройте файл, чтобы добавить в календарь.
}
calendar-undated = { $count ->
    [one] День { $count } сессии пока не объявлен, в файле её нет.
   *[other] День { $count } сессий пока не объявлен, в файле их нет.
}
calendar-none = День пока не объявлен ни у одной сессии из ваших подписок, в календарь добавить нечего.
choose-number = Ответьте: { $choices }

## Buttons

button-remind = 🔔 Напомнить
button-remind-all = 🔔 Напомнить обо всех
button-calendar = 📅 Календарь
button-highlights = 🔔 Главное: { $event }
button-join = Подключиться
button-join-event = Удалённое участие
button-page = Страница сессии

## A reminder

reminder-starts = Начало { $relative }: { $title }
reminder-started = Началось { $relative }: { $title }
reminder-day-only = { $relative }, время пока не объявлено: { $title }
reminder-today = Сегодня
reminder-late = С опозданием: это напоминание должно было прийти раньше.
button-snooze = Напомнить ещё раз позже
button-stop = Больше не присылать
button-why = Почему это пришло?
why = Это пришло, потому что вы подписаны: { $what }.
why-leads = Напоминания приходят за { $leads } до сессии; изменить: /leads.
why-nothing = Подписки, к которой относится это сообщение, у вас больше нет. Оно уже было в пути.
snoozed = Напомню ещё раз { $relative }, в { $hour }.
snoozed-not = Уже началось, напоминать больше не о чем.

## Talking about reminders

welcome = Здравствуйте. Я ваш спутник на { $event }: { $days }, { $place }.
    Спрашивайте о программе своими словами, а я напомню о том, что вы выберете, и скажу, как подключиться.
welcome-without-place = Здравствуйте. Я ваш спутник на { $event }: { $days }.
    Спрашивайте о программе своими словами, а я напомню о том, что вы выберете, и скажу, как подключиться.
welcome-languages = Читаю и пишу на этих языках: { $languages }.
welcome-group = Здравствуйте. В этой группе я отвечаю, когда обращаются ко мне. Администратор группы может подписать её на напоминания: /subscribe.
subscribed = Готово. Напомню за { $leads } до начала: { $what }.
subscribed-already = Я и так напомню за { $leads } до начала: { $what }.
subscribed-hour-unknown = Время пока не объявлено: напишу накануне и утром того же дня, а когда время станет известно — заранее.
subscribed-hours-unknown = { $count ->
    [one] У { $count } сессии время пока не объявлено: напишу накануне и утром того же дня, а когда время станет известно — заранее.
   *[other] У { $count } сессий время пока не объявлено: напишу накануне и утром того же дня, а когда время станет известно — заранее.
}
subscribed-over = Это уже прошло, напоминать не о чем: { $what }.
subscribe-what = О чём напоминать? Назовите сессию, тему, имя или зал или выберите:
subscribe-zone = Время указано по городу { $city }. Если вы в другом месте, назовите свой город, например /timezone Nairobi.
unsubscribed = Напоминания остановлены: { $what }.
unsubscribed-not = Таких напоминаний у вас нет: { $what }.
subscriptions = Напоминаю за { $leads } до начала:
subscriptions-none = Напоминаний у вас пока нет. Спросите о сессии и нажмите кнопку или выберите главное:
subscriptions-numbered = { $number }. { $what }
button-stop-number = Остановить { $number }
button-event = 🔔 Всё: { $event }
button-undo = Отменить
button-leads = Другие сроки
button-now = Сейчас
button-next = Дальше
stopped = Напоминания остановлены. Больше их не будет; на вопросы я по-прежнему отвечаю. Начать снова: /subscribe.
leads-set = Теперь напоминания приходят за { $leads } до сессии.
leads-now = Напоминания приходят за { $leads } до сессии. Чтобы изменить, напишите, например, /leads 1d 1h 10m.
leads-invalid = Не понимаю, за сколько до начала напоминать: «{ $text }». Напишите число и d (дни), h (часы) или m (минуты), например /leads 1d 1h 10m.
zone-set = Ваш часовой пояс: { $zone }; там сейчас { $hour }.
zone-now = Ваш часовой пояс: { $zone }; там сейчас { $hour }. Чтобы изменить, напишите, например, /timezone Nairobi.
zone-none = Ваш часовой пояс мне неизвестен; время указано по городу { $city }. Назовите город, например /timezone Nairobi.
zone-unknown = Часового пояса «{ $text }» я не знаю. Напишите крупный город поблизости, например /timezone Nairobi.
zone-suggestion = Часового пояса «{ $text }» я не знаю. Вы имели в виду { $zone }?
language-set = Буду писать по-русски.
language-choose = На каком языке писать?
language-unknown = На языке «{ $text }» я пока не говорю. Говорю на этих:
unknown-command = Команды { $command } я не знаю. /help расскажет, что я умею; или спросите своими словами.
group-admins-only = В группе напоминания меняют только её администраторы. Чтобы настроить свои, напишите мне лично.
admins-only = Это могут делать только те, кто ведёт этого бота.
session-gone = Этой сессии в программе больше нет.
failed = У меня что-то не получилось. Попробуйте ещё раз чуть позже.
too-long = { $count ->
    [one] Прочитан первый { $count } знак.
    [few] Прочитаны первые { $count } знака.
   *[other] Прочитаны первые { $count } знаков.
}

## Quiet hours, digest, link, data

quiet-set = С { $start } до { $end } я молчу. То, что попадает на эти часы, придёт раньше или утром, если будет ещё не поздно.
quiet-off = Тихие часы выключены.
quiet-invalid = Не понимаю тихие часы «{ $text }». Напишите, например, /quiet 22:00 07:00 или /quiet off.
digest-title = Ваш день: { $day }
digest-clash = в то же время: { $title }
digest-set = Каждое утро в { $hour } буду присылать ваше расписание на день.
digest-off = Утреннее расписание выключено.
link-code = { $minutes ->
    [one] В другом чате напишите /link { $code }. Код действует { $minutes } минуту.
    [few] В другом чате напишите /link { $code }. Код действует { $minutes } минуты.
   *[other] В другом чате напишите /link { $code }. Код действует { $minutes } минут.
}
link-done = Теперь у обоих чатов один профиль: те же напоминания, тот же часовой пояс и язык.
link-unknown = Этот код не подходит или устарел. Напишите /link в другом чате, чтобы получить новый.
mydata = Что я храню о вас:
mydata-language = Язык: { $language }
mydata-zone = Часовой пояс: { $zone }
mydata-leads = Напоминания: за { $leads }
mydata-quiet = Тихие часы: { $start }–{ $end }
mydata-addresses = Чаты: { $addresses }
mydata-follows = Подписки: { $what }
mydata-forget = /forget удалит всё это.
forget-sure = Удалить всё, что я храню о вас, вместе с напоминаниями?
button-forget = Удалить всё
forgotten = Удалено. Я больше ничего о вас не храню.
quiet-how = Чтобы задать их, напишите, например, /quiet 22:00 07:00.
digest-how = Чтобы каждое утро получать своё расписание на день, напишите, например, /digest 07:30.
digest-invalid = Не понимаю время «{ $text }». Напишите, например, /digest 07:30 или /digest off.
why-digest = Это пришло, потому что вы просили присылать расписание на день в { $hour }; оно приходит в дни, когда есть что-то из ваших подписок. Изменить: /digest.
button-off = Выключить
link-private = Общий профиль бывает у двух ваших чатов, но не у группы. Напишите мне /link лично.
link-already = У этих чатов уже один профиль.
prefer-here = Напоминания приходят в этот чат.
prefer-other = Напоминания приходят в другой ваш чат ({ $chats }).
prefer-both = Напоминания приходят во все ваши чаты ({ $chats }).
prefer-alone = Я знаю вас только в этом чате. Чтобы присоединить другой, напишите /link.
button-prefer-here = Этот чат
button-prefer-other = Другой чат
button-prefer-both = Оба
unlinked = Этот чат снова сам по себе, с копией ваших настроек и подписок.
follow-sessions = { $count ->
    [one] Пока это { $count } сессия: { $titles }
    [few] Пока это { $count } сессии: { $titles }
   *[other] Пока это { $count } сессий: { $titles }
}
follow-none-yet = В программе такого пока нет. Сообщу, как только появится.
follow-too-many = { $count ->
    [one] Я храню для вас не больше { $count } темы. Сначала остановите одну из них: /reminders
   *[other] Я храню для вас не больше { $count } тем. Сначала остановите одну из них: /reminders
}
follow-in-quiet = Без напоминания из-за тихих часов: { $titles }
own-leads = { $what } (за { $leads })
button-follow-topic = 🔔 Всё по теме «{ $topic }», и новое тоже
mydata-heard = Язык вашего последнего сообщения: { $language }
mydata-digest = Расписание на день: каждое утро в { $hour }
mydata-since = С какого дня: { $day }
mydata-messages = Сообщений для вас в журнале: { $count }
mydata-reminded = { $address } (сюда приходят напоминания)

## For those who run the bot

admin-refused = { $count ->
    [one] Файл { $file } не принят: { $count } ошибка. В силе остаётся последняя исправная программа.
    [few] Файл { $file } не принят: { $count } ошибки. В силе остаётся последняя исправная программа.
   *[other] Файл { $file } не принят: { $count } ошибок. В силе остаётся последняя исправная программа.
}
admin-published = Программа { $event } опубликована: { $changes }.
admin-unchanged = Программа { $event } опубликована; видимых изменений нет.
admin-preview = Программа { $event } сохранена и пока не опубликована: { $changes }.
admin-told = { $count ->
    [one] Сообщение получит { $count } человек: { $chats }
    [few] Сообщение получат { $count } человека: { $chats }
   *[other] Сообщение получат { $count } человек: { $chats }
}
admin-told-on = { $chat }: { $count }
admin-told-nobody = сообщать некому
admin-held = Отложено. Опубликованная программа не меняется.
admin-undone = Отменено: снова действует прежняя программа; её публикация: { $moment }.
admin-overtaken = Тем временем программу опубликовал кто-то другой. Посмотрите изменения ещё раз.
admin-waits = Если не отложить, будет опубликовано через { $span }.
admin-outdated = С тех пор файл сохранили ещё раз. Сейчас в нём:
admin-already = Программа { $event } уже опубликована.
admin-undone-already = { $event }: это уже отменено.
admin-nothing = { $event }: опубликовано то же, что в сохранённом файле.
admin-first = { $event }: более ранней публикации нет, возвращаться не к чему.
admin-unsaved = В сохранённом файле осталось то, что отменено; если сохранить файл снова, это будет опубликовано.
admin-which = Какое мероприятие?
button-publish = Опубликовать и сообщить
button-publish-silent = Опубликовать без сообщений
button-hold = Отложить
button-undo-publish = Отменить

## The terminal

terminal-event = { $event }: { $days }.
terminal-replay = Воспроизведение, начало: { $moment }; скорость: ×{ $speed }. «Сейчас» — это время там.
terminal-present = Сейчас { $moment }.
terminal-ask = Спрашивайте о программе или напишите /help. Выход: Ctrl-D.

## Commands

command-start = Кто я, и главное в программе
command-help = Что я умею
command-now = Что идёт сейчас
command-next = Что начнётся дальше
command-today = Сессии сегодня
command-tomorrow = Сессии завтра
command-highlights = Напоминать о главном
command-subscribe = Напоминать о сессии, теме, человеке или зале
command-reminders = Ваши напоминания
command-calendar = Ваши подписки файлом календаря
command-leads = За сколько напоминать: /leads 1d 1h 10m
command-timezone = Ваш часовой пояс: /timezone Nairobi
command-language = На каком языке писать
command-unsubscribe = Остановить некоторые напоминания
command-stop = Остановить все напоминания
command-quiet = Тихие часы: /quiet 22:00 07:00
command-digest = Расписание на день каждое утро
command-link = Те же напоминания в другом чате
command-prefer = В какой из чатов приходят напоминания
command-unlink = Отделить этот чат от другого
command-mydata = Что я храню о вас
command-forget = Удалить то, что я храню о вас

## Changes, told to those whom they concern

notice-new = Новое: { $title }
notice-gone = Больше нет в программе: { $title }
notice-cancelled = Отменено: { $title }
notice-postponed = Перенесено: { $title }
notice-restored = Всё-таки состоится: { $title }
notice-tentative = Теперь под вопросом: { $title }
notice-confirmed = Подтверждено: { $title }
notice-earlier = Начнётся раньше: { $title }
notice-earlier-soon = Начнётся раньше, уже { $relative }: { $title }
notice-later = Начнётся позже: { $title }
notice-day-announced = Объявлен день: { $title }
notice-hour-announced = Объявлено время: { $title }
notice-time-withdrawn = Время снова не объявлено: { $title }
notice-end = Другое время окончания: { $title }
notice-room = Другой зал: { $title }
notice-link = Другой способ подключиться: { $title }
notice-link-many = { $count ->
    [one] Другой способ подключиться: { $count } сессия
    [few] Другой способ подключиться: { $count } сессии
   *[other] Другой способ подключиться: { $count } сессий
}
notice-title = Новое название: { $title }
notice-text = Изменено: { $title }
notice-now = Теперь: { $facts }
notice-planned = Планировалось: { $facts }
notice-before = Было: { $facts }
notice-many = { $count ->
    [one] { $count } изменение в ваших подписках
    [few] { $count } изменения в ваших подписках
   *[other] { $count } изменений в ваших подписках
}
changes-new = новых: { $count }
changes-gone = убрано: { $count }
changes-cancelled = отменено: { $count }
changes-postponed = перенесено: { $count }
changes-restored = всё-таки состоится: { $count }
changes-tentative = под вопросом: { $count }
changes-confirmed = подтверждено: { $count }
changes-earlier = начнётся раньше: { $count }
changes-later = начнётся позже: { $count }
changes-day-announced = объявлен день: { $count }
changes-hour-announced = объявлено время: { $count }
changes-time-withdrawn = время снова не объявлено: { $count }
changes-end = другое окончание: { $count }
changes-room = другой зал: { $count }
changes-link = другая ссылка: { $count }
changes-title = другое название: { $count }
changes-text = другой текст: { $count }
changes-rest = другие части файла: { $count }
changes-none = видимых изменений нет
