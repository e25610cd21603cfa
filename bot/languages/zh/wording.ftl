### 机器人的中文用语。所有语言的标识相同。

## Separators

comma = 、
dot = { " · " }
then = 、之后提前
quoted = “{ $text }”

## Days and hours

first-of-month = 1
day = { $number }月{ $day }日{ $weekday }
day-year = { $year }年{ $number }月{ $day }日{ $weekday }
day-short = { $number }月{ $day }日{ $weekday }
day-short-year = { $year }年{ $number }月{ $day }日{ $weekday }
days = { $first }至{ $last }
day-hour = { $day } { $hour }
day-hours = { $day } { $start }–{ $end }
day-hour-until-day = { $day } { $hour } 至 { $last } { $end }
in-city = { $when }（{ $city }）
your-time = 您的时间 { $hour }（{ $city }）
your-time-first = 您的时间 { $when }（{ $city }）
venue-time = 当地 { $hour }（{ $city }）
first-and-second = { $first }，{ $second }
later-day = { $when }，+{ $days }天
earlier-day = { $when }，−{ $days }天
unannounced-day = 日期和时间尚未公布
unannounced-hour = { $day }，时间尚未公布
unannounced-hour-part = { $day }{ $part }，具体时间尚未公布
part-morning = 上午
part-afternoon = 下午
part-evening = 晚上
lasts = 时长{ $minutes }分钟
length-unknown = 时长尚未公布
scope-without = 不含：{ $names }
now = 现在
in-minutes = { $minutes }分钟后
in-hours = { $hours }小时后
in-hours-minutes = { $hours }小时{ $minutes }分钟后
in-days = { $days ->
    [1] 明天
   *[other] { $days }天后
}
ago-minutes = { $minutes }分钟前
ago-hours = { $hours }小时前
ago-hours-minutes = { $hours }小时{ $minutes }分钟前
ago-days = { $days ->
    [1] 昨天
   *[other] { $days }天前
}

## A session

card-code = { $title }（{ $code }）
card-person = { $name }（{ $details }）
card-cancelled = 已取消
card-postponed = 已推迟；新时间尚未公布
card-postponed-to = 已推迟到下面的时间
card-tentative = 尚未确认
card-instead = 改为举行：{ $session }
card-room-unknown = 会场尚未公布
card-languages = 语言：{ $languages }
card-speakers = 发言人：{ $names }
card-organisers = 主办：{ $names }
card-note = 说明：{ $note }
card-page = 会议页面
join-own = 远程参会：{ $link }
join-event = 远程参会：本场会议没有公布单独的链接；大会的远程参会页面：{ $link }
join-event-note = 远程参会：本场会议没有公布单独的链接。{ $link }（{ $note }）
join-none = 远程参会：没有公布链接。
entry = { $number }. { $title }

## Answers

and-more = 另有{ $count }场
answer-when = 时间：{ $when }，{ $relative }开始。
answer-when-running = 正在进行：{ $when }。
answer-when-past = 已经举行：{ $when }。
answer-when-unknown = 时间：{ $when }。
answer-where = 地点：{ $place }。
answer-where-unknown = 会场尚未公布。
answer-where-online = 本场会议在线上举行。
answer-venue = 大会地点：{ $place }。
answer-who-unknown = 日程尚未公布发言人。
answer-join-on-site = 本场会议在现场举行；没有公布远程参会方式。
answer-count = { $count }场会议
answer-now = 现在，{ $hour }：{ $count }场会议
answer-next = 接下来，{ $relative }
answer-recommend = { $count ->
    [1] 这场可能适合您
   *[other] 这些可能适合您
}
answer-unsure = 不太确定您指的是哪一场。日程中最接近的：
answer-hour-unknown = 同一天、时间尚未公布的：{ $titles }
event-over = { $event }已经结束，最后一天是{ $last }。
footer-clock = 时间均为{ $city }时间
footer-as-of = 日程版本：{ $day }

## No answer

none-programme = 这里还没有公布日程。
none-not-in-programme = 在{ $event }的日程里没有找到相关内容。
none-not-in-programme-named = 在{ $event }的日程里没有找到“{ $name }”。
none-no-such-room = 日程里没有这个会场。
none-no-such-room-named = 日程里没有“{ $name }”这个会场。
none-no-such-code = 日程里没有这个编号的会议。
none-no-such-code-named = 日程里没有“{ $name }”这场会议。
none-no-such-person = 日程里没有这个名字。
none-no-such-person-named = 日程里没有{ $name }。
none-outside-dates = { $event }的会期是{ $days }；这几天以外没有安排。
none-other-year = 我只有{ $event }的日程（{ $days }）。
none-more = 这方面就只有这些了。
none-nothing-then = 那个时间没有已知的会议。
none-nothing-then-window = 那个时间（{ $when }）没有已知的会议。
none-event-over = { $event }已经结束，最后一天是{ $last }。
none-off-topic = 这个我不知道。我了解{ $event }的日程：会议、时间、会场、发言人和远程参会方式。
none-empty = 没有看出您要问什么。
none-suggestions = 不是您要问的，但比较接近：
none-rooms = 会场有：{ $rooms }
none-try = 可以试试主题、标题、编号、人名、会场或日期，例如“现在有什么会”或“明天下午”。

## The event

event-when = 时间：{ $days }
event-where = 地点：{ $place }
event-host = 东道主：{ $host }
event-theme = 主题：{ $theme }
event-count = 日程共有{ $count }场会议
event-join = 远程参会：{ $link }
event-site = 网站：{ $link }
event-source = 来源：{ $link }
small-hello = 您好。关于{ $event }，可以问我有什么会、什么时候、在哪里、有谁、怎么参加。
small-thanks = 不客气。祝您参会愉快。
small-bye = 再见。您的提醒照旧保留。
help = 我了解{ $event }的日程，并能按时提醒您。请用自己的话提问：
    “现在有什么会”、“明天下午”、“{ $example }有谁发言”
    主题、标题、人名、机构或会场
    “在哪里”、“怎么远程参加”、“提前30分钟提醒我”
    还有：/now /next /today /tomorrow /highlights /reminders /leads /timezone /language
help-without-event = 我回答关于大会日程的问题，并提醒您参加会议。这里还没有公布日程。

## Reminders, as asked for

target-highlights = { $event }的重点会议
target-event = { $event }的全部会议
target-session = { $name }
target-track = 专题：{ $name }
target-room = 会场：{ $name }
target-speaker = 发言人：{ $name }
target-organiser = 主办：{ $name }
target-type = 类型：{ $name }
target-tag = 标签：{ $name }
target-query = 与“{ $name }”有关的全部会议
lead-seconds = { $count }秒
lead-minutes = { $count }分钟
lead-hours = { $count }小时
lead-days = { $count }天
errand-list = 您的提醒：/reminders
errand-stop-all = 停止全部提醒：/stop
errand-stop = 停止提醒（{ $what }）：/reminders
errand-what = 要提醒什么？请说出会议、主题、人名或会场。
errand-set = 如需提前{ $leads }提醒：

## A calendar file, and choices by number

calendar-one = { $title }：打开文件即可加入您的日历。
calendar-day-only = 时间尚未公布，因此日历里是全天条目。公布后请再取一次文件，条目会随之更正。
calendar-all = 您关注的{ $count }场会议：打开文件即可加入您的日历。
calendar-undated = 有{ $count }场会议的日期尚未公布，不在文件里。
calendar-none = 您关注的内容都还没有日期，没有可以加入日历的会议。
choose-number = 请回复 { $choices }

## Buttons

button-remind = 🔔 提醒我
button-remind-all = 🔔 全部提醒我
button-calendar = 📅 日历
button-highlights = 🔔 重点会议：{ $event }
button-join = 参会
button-join-event = 远程参会
button-page = 会议页面

## A reminder

reminder-starts = { $relative }开始：{ $title }
reminder-started = { $relative }已开始：{ $title }
reminder-day-only = { $relative }，时间尚未公布：{ $title }
reminder-today = 今天
reminder-late = 迟到的提醒：本应更早送达。
button-snooze = 稍后再提醒
button-stop = 停止提醒
button-why = 为什么收到？
why = 您收到这条消息，是因为您关注了：{ $what }。
why-leads = 提醒会提前{ $leads }发出；用 /leads 更改。
why-nothing = 您已不再关注与此有关的内容。这条消息当时已在路上。
snoozed = { $relative }再提醒您，时间是 { $hour }。
snoozed-not = 会议已经开始，没有可提醒的了。

## Talking about reminders

welcome = 您好。我是您在{ $event }的参会助手：{ $days }，{ $place }。
    请用自己的话询问日程；您选定的会议，我会提醒您，并告诉您怎么参加。
welcome-without-place = 您好。我是您在{ $event }的参会助手：{ $days }。
    请用自己的话询问日程；您选定的会议，我会提醒您，并告诉您怎么参加。
welcome-languages = 我能读写：{ $languages }。
welcome-group = 大家好。在这个群里，有人找我时我才回答。群管理员可以用 /subscribe 为本群订阅提醒。
subscribed = 好的。我会提前{ $leads }提醒您：{ $what }。
subscribed-already = 已有提醒（提前{ $leads }）：{ $what }。
subscribed-hour-unknown = 时间尚未公布：我会在前一天和当天早上提醒您；时间公布后，也会按时提醒。
subscribed-hours-unknown = 有{ $count }场会议的时间尚未公布：我会在前一天和当天早上提醒您；时间公布后，也会按时提醒。
subscribed-over = 已经结束，没有可提醒的了：{ $what }。
subscribe-what = 要提醒什么？请说出会议、主题、人名或会场，或者选择：
subscribe-zone = 时间均为{ $city }时间。如果您在别处，请告诉我您的城市，例如 /timezone Nairobi。
unsubscribed = 已停止提醒：{ $what }。
unsubscribed-not = 您没有这些提醒：{ $what }。
subscriptions = 以下内容会提前{ $leads }提醒您：
subscriptions-none = 您还没有提醒。请先询问一场会议，再点按钮；也可以选择重点会议：
subscriptions-numbered = { $number }. { $what }
button-stop-number = 停止 { $number }
button-event = 🔔 全部会议：{ $event }
button-undo = 撤销
button-leads = 更改提前时间
button-now = 现在
button-next = 接下来
stopped = 已停止提醒。您不会再收到提醒；我仍会回答问题。如需重新开始，请用 /subscribe。
leads-set = 现在起，提醒会提前{ $leads }发出。
leads-now = 提醒会提前{ $leads }发出。如需更改，请发送命令，例如 /leads 1d 1h 10m。
leads-invalid = 看不懂提前时间“{ $text }”。请用数字加 d（天）、h（小时）或 m（分钟），例如 /leads 1d 1h 10m。
zone-set = 您的时区是{ $zone }，那里现在是 { $hour }。
zone-now = 您的时区是{ $zone }，那里现在是 { $hour }。如需更改，请发送命令，例如 /timezone Nairobi。
zone-none = 我不知道您的时区；时间均为{ $city }时间。请告诉我一个城市，例如 /timezone Nairobi。
zone-unknown = 没有找到时区“{ $text }”。请换成附近的大城市，例如 /timezone Nairobi。
zone-suggestion = 没有找到时区“{ $text }”。您是指{ $zone }吗？
language-set = 我会用中文给您发消息。
language-choose = 您希望我用哪种语言？
language-unknown = 我还不会“{ $text }”。我会的语言：
unknown-command = 没有 { $command } 这个命令。发送 /help 可以看我能做什么；也可以用自己的话提问。
group-admins-only = 群里的提醒只有群管理员可以更改。您自己的提醒，请私聊我设置。
admins-only = 只有管理这个机器人的人可以这样做。
session-gone = 这场会议已不在日程里。
failed = 我这边出了点问题。请稍后再试。
too-long = 我读了前{ $count }个字符。

## Quiet hours, digest, link, data

quiet-set = { $start } 到 { $end } 之间我不打扰您。这段时间里的提醒会提前发出；早上还来得及的，就在早上发出。
quiet-off = 免打扰时段已关闭。
quiet-invalid = 看不懂免打扰时段“{ $text }”。请发送例如 /quiet 22:00 07:00 或 /quiet off。
digest-title = 当天的安排：{ $day }
digest-clash = 与{ $title }时间重叠
digest-set = 每天早上 { $hour } 我会把当天的安排发给您。
digest-off = 每天早上的安排已关闭。
link-code = 请在另一个聊天里发送 /link { $code }。配对码{ $minutes }分钟内有效。
link-done = 两个聊天现在共用一份设置：提醒、时区和语言都相同。
link-unknown = 这个配对码无效或已过期。请在另一个聊天里发送 /link 获取新的配对码。
mydata = 我保存的关于您的信息：
mydata-language = 语言：{ $language }
mydata-zone = 时区：{ $zone }
mydata-leads = 提醒：提前{ $leads }
mydata-quiet = 免打扰：{ $start }–{ $end }
mydata-addresses = 聊天：{ $addresses }
mydata-follows = 关注：{ $what }
mydata-forget = 发送 /forget 可全部删除。
forget-sure = 删除我保存的关于您的全部信息，包括您的提醒？
button-forget = 全部删除
forgotten = 已删除。我不再保存关于您的任何信息。
quiet-how = 如需设置，请发送命令，例如 /quiet 22:00 07:00。
digest-how = 如需每天早上收到当天的安排，请发送命令，例如 /digest 07:30。
digest-invalid = 看不懂时间“{ $text }”。请发送例如 /digest 07:30 或 /digest off。
why-digest = 您收到这条消息，是因为您要求在 { $hour } 收到当天的安排；只在有您关注的会议的日子发送。用 /digest 更改。
button-off = 关闭
link-private = 您自己的两个聊天可以共用一份设置，群不可以。请私聊我发送 /link。
link-already = 这些聊天已经共用一份设置。
prefer-here = 提醒会发到这个聊天。
prefer-other = 提醒会发到您的另一个聊天（{ $chats }）。
prefer-both = 提醒会发到您的所有聊天（{ $chats }）。
prefer-alone = 我只知道您的这一个聊天。要加入另一个聊天，请发送 /link。
button-prefer-here = 这个聊天
button-prefer-other = 另一个聊天
button-prefer-both = 两个都要
unlinked = 这个聊天又独立了，并保留一份您的设置和关注的内容。
follow-sessions = 目前有{ $count }场会议：{ $titles }
follow-none-yet = 日程里还没有符合的会议。一有我就告诉您。
follow-too-many = 我最多为您保存{ $count }个主题。请先停止其中一个：/reminders
follow-in-quiet = 因免打扰时段而不提醒：{ $titles }
own-leads = { $what }（提前{ $leads }）
button-follow-topic = 🔔 与“{ $topic }”有关的全部会议，包括以后的
mydata-heard = 您上一条消息的语言：{ $language }
mydata-digest = 当天的安排：每天早上 { $hour }
mydata-since = 起始日期：{ $day }
mydata-messages = 已记录的发给您的消息：{ $count }
mydata-reminded = { $address }（提醒发到这里）

## For those who run the bot

admin-refused = { $file } 未被采用：{ $count }个问题。上一份正确的日程继续有效。
admin-published = { $event }的日程已发布：{ $changes }。
admin-unchanged = { $event }的日程已发布；没有可见的变化。
admin-preview = { $event }的日程已保存、尚未发布：{ $changes }。
admin-told = 将通知{ $count }人：{ $chats }
admin-told-on = { $chat } { $count }人
admin-told-nobody = 不会通知任何人
admin-held = 已搁置。已发布的日程不变。
admin-undone = 已撤销：{ $moment }的日程重新生效。
admin-overtaken = 期间有别人发布了日程。请重新查看预览。
admin-waits = 如不搁置，将在{ $span }后发布。
admin-outdated = 预览之后文件又保存过。现在的情况：
admin-already = { $event }的日程已经发布。
admin-undone-already = { $event }：已经撤销过。
admin-nothing = { $event }：保存的文件就是已发布的日程。
admin-first = { $event }：没有更早的发布可以恢复。
admin-unsaved = 保存的文件里仍有被撤销的内容；再次保存会重新发布。
admin-which = 哪个大会？
button-publish = 发布并通知
button-publish-silent = 发布，不通知
button-hold = 搁置
button-undo-publish = 撤销

## The terminal

terminal-event = { $event }，{ $days }。
terminal-replay = 从 { $moment } 开始重放，速度为{ $speed }倍。“现在”指那里的时间。
terminal-present = 现在是 { $moment }。
terminal-ask = 请询问日程，或输入 /help。按 Ctrl-D 结束。

## Commands

command-start = 我是谁，以及重点会议
command-help = 我能做什么
command-now = 现在有什么会
command-next = 接下来有什么会
command-today = 今天的会议
command-tomorrow = 明天的会议
command-highlights = 提醒我重点会议
command-subscribe = 提醒我某场会议、主题、人或会场
command-reminders = 您的提醒
command-calendar = 把您关注的会议加入日历
command-leads = 提前多久：/leads 1d 1h 10m
command-timezone = 您的时区：/timezone Nairobi
command-language = 我使用的语言
command-unsubscribe = 停止部分提醒
command-stop = 停止全部提醒
command-quiet = 免打扰时段：/quiet 22:00 07:00
command-digest = 每天早上的安排
command-link = 在另一个聊天里使用同样的提醒
command-prefer = 提醒发到哪个聊天
command-unlink = 把这个聊天与另一个分开
command-mydata = 我保存的关于您的信息
command-forget = 删除关于您的信息

## Changes, told to those whom they concern

notice-new = 新增：{ $title }
notice-gone = 已不在日程里：{ $title }
notice-cancelled = 已取消：{ $title }
notice-postponed = 已推迟：{ $title }
notice-restored = 恢复举行：{ $title }
notice-tentative = 不再确定：{ $title }
notice-confirmed = 已确认：{ $title }
notice-earlier = 时间提前：{ $title }
notice-earlier-soon = 时间提前，{ $relative }开始：{ $title }
notice-later = 时间推后：{ $title }
notice-day-announced = 日期已公布：{ $title }
notice-hour-announced = 时间已公布：{ $title }
notice-time-withdrawn = 时间重新待定：{ $title }
notice-end = 结束时间有变：{ $title }
notice-room = 会场有变：{ $title }
notice-link = 参会方式有变：{ $title }
notice-link-many = { $count }场会议的参会方式有变
notice-title = 标题有变：{ $title }
notice-text = 内容有变：{ $title }
notice-now = 现为：{ $facts }
notice-planned = 原定：{ $facts }
notice-before = 原为：{ $facts }
notice-many = 您关注的内容有{ $count }处变化
changes-new = 新增{ $count }场
changes-gone = 移除{ $count }场
changes-cancelled = 取消{ $count }场
changes-postponed = 推迟{ $count }场
changes-restored = 恢复{ $count }场
changes-tentative = { $count }场不再确定
changes-confirmed = 确认{ $count }场
changes-earlier = 提前{ $count }场
changes-later = 推后{ $count }场
changes-day-announced = 公布日期{ $count }场
changes-hour-announced = 公布时间{ $count }场
changes-time-withdrawn = 时间重新待定{ $count }场
changes-end = 更改结束时间{ $count }场
changes-room = 更改会场{ $count }场
changes-link = 更改链接{ $count }场
changes-title = 更改标题{ $count }场
changes-text = 更改内容{ $count }场
changes-rest = 文件其他部分{ $count }处
changes-none = 没有可见的变化
