### ما يقوله البوت بالعربية. المعرّفات هي نفسها في كل اللغات.

## Separators

comma = { "، " }
dot = { " · " }
then = { "، ثم قبل " }
quoted = «{ $text }»

## Days and hours

first-of-month = 1
day = { $weekday } { $day } { $month }
day-year = { $weekday } { $day } { $month } { $year }
day-short = { $weekday } { $day } { $month }
day-short-year = { $weekday } { $day } { $month } { $year }
days = من { $first } إلى { $last }
day-hour = { $day }، الساعة { $hour }
day-hours = { $day }، من { $start } إلى { $end }
day-hour-until-day = { $day }، الساعة { $hour }، حتى { $last }، الساعة { $end }
in-city = { $when } ({ $city })
your-time = { $hour } بتوقيتك ({ $city })
your-time-first = { $when } بتوقيتك ({ $city })
venue-time = { $hour } بتوقيت المكان ({ $city })
first-and-second = { $first }، { $second }
later-day = { $days ->
    [one] { $when }، في اليوم التالي
    [two] { $when }، بعد يومين
   *[other] { $when }، بعد { $days } أيام
}
earlier-day = { $days ->
    [one] { $when }، في اليوم السابق
    [two] { $when }، قبل يومين
   *[other] { $when }، قبل { $days } أيام
}
unannounced-day = لم يُعلن اليوم ولا الساعة بعد
unannounced-hour = { $day }، لم تُعلن الساعة بعد
unannounced-hour-part = { $day }، { $part }، لم تُعلن الساعة بعد
part-morning = صباحًا
part-afternoon = بعد الظهر
part-evening = مساءً
lasts = { $minutes ->
    [one] المدة: دقيقة واحدة
    [two] المدة: دقيقتان
    [few] المدة: { $minutes } دقائق
   *[other] المدة: { $minutes } دقيقة
}
length-unknown = لم تُعلن المدة بعد
scope-without = باستثناء: { $names }
now = الآن
in-minutes = { $minutes ->
    [one] بعد دقيقة واحدة
    [two] بعد دقيقتين
    [few] بعد { $minutes } دقائق
   *[other] بعد { $minutes } دقيقة
}
in-hours = { $hours ->
    [one] بعد ساعة واحدة
    [two] بعد ساعتين
    [few] بعد { $hours } ساعات
   *[other] بعد { $hours } ساعة
}
in-hours-minutes = بعد { $hours } س و{ $minutes } د
in-days = { $days ->
    [1] غدًا
    [two] بعد يومين
    [few] بعد { $days } أيام
    [many] بعد { $days } يومًا
   *[other] بعد { $days } يوم
}
ago-minutes = { $minutes ->
    [one] منذ دقيقة واحدة
    [two] منذ دقيقتين
    [few] منذ { $minutes } دقائق
   *[other] منذ { $minutes } دقيقة
}
ago-hours = { $hours ->
    [one] منذ ساعة واحدة
    [two] منذ ساعتين
    [few] منذ { $hours } ساعات
   *[other] منذ { $hours } ساعة
}
ago-hours-minutes = منذ { $hours } س و{ $minutes } د
ago-days = { $days ->
    [1] أمس
    [two] منذ يومين
    [few] منذ { $days } أيام
    [many] منذ { $days } يومًا
   *[other] منذ { $days } يوم
}

## A session

card-code = { $title } ({ $code })
card-person = { $name } ({ $details })
card-cancelled = أُلغيت
card-postponed = أُجّلت؛ لم يُعلن الموعد الجديد بعد
card-postponed-to = أُجّلت إلى الموعد أدناه
card-tentative = لم تُؤكَّد بعد
card-instead = بدلًا منها: { $session }
card-room-unknown = لم تُعلن القاعة بعد
card-languages = { $count ->
    [one] اللغة: { $languages }
    [two] اللغتان: { $languages }
   *[other] اللغات: { $languages }
}
card-speakers = بمشاركة: { $names }
card-organisers = تنظيم: { $names }
card-note = ملاحظة: { $note }
card-page = صفحة الجلسة
join-own = المشاركة عن بُعد: { $link }
join-event = المشاركة عن بُعد: لم يُعلن رابط خاص بهذه الجلسة؛ صفحة المؤتمر عن المشاركة عن بُعد: { $link }
join-event-note = المشاركة عن بُعد: لم يُعلن رابط خاص بهذه الجلسة. { $link } ({ $note })
join-none = المشاركة عن بُعد: لم يُعلن أي رابط.
entry = { $number }. { $title }

## Answers

and-more = { $count ->
    [one] وجلسة أخرى
    [two] وجلستان أخريان
    [few] و{ $count } جلسات أخرى
   *[other] و{ $count } جلسة أخرى
}
answer-when = الموعد: { $when }؛ تبدأ { $relative }.
answer-when-running = جارية الآن: { $when }.
answer-when-past = انتهت: { $when }.
answer-when-unknown = الموعد: { $when }.
answer-where = المكان: { $place }.
answer-where-unknown = لم تُعلن القاعة بعد.
answer-where-online = تُعقد الجلسة عبر الإنترنت.
answer-venue = مكان المؤتمر: { $place }.
answer-who-unknown = لا يذكر البرنامج أسماء المتحدثين بعد.
answer-join-on-site = تُعقد الجلسة حضوريًا؛ لم تُعلن طريقة للمشاركة عن بُعد.
answer-count = { $count ->
    [one] جلسة واحدة
    [two] جلستان
    [few] { $count } جلسات
   *[other] { $count } جلسة
}
answer-now = { $count ->
    [one] الآن، { $hour }: جلسة واحدة
    [two] الآن، { $hour }: جلستان
    [few] الآن، { $hour }: { $count } جلسات
   *[other] الآن، { $hour }: { $count } جلسة
}
answer-next = التالي، { $relative }
answer-recommend = { $count ->
    [one] قد تناسبك هذه الجلسة
    [two] قد تناسبك هاتان الجلستان
   *[other] قد تناسبك هذه الجلسات
}
answer-unsure = لا يتضح لي أي جلسة تقصد. الأقرب في البرنامج:
answer-hour-unknown = في اليوم نفسه، لم تُعلن الساعة بعد: { $titles }
event-over = انتهت فعاليات { $event }؛ كان آخر أيامها { $last }.
footer-clock = الأوقات بتوقيت { $city }
footer-as-of = البرنامج بتاريخ { $day }

## No answer

none-programme = لم يُنشر هنا أي برنامج بعد.
none-not-in-programme = لا أجد شيئًا عن ذلك في برنامج { $event }.
none-not-in-programme-named = لا أجد شيئًا عن «{ $name }» في برنامج { $event }.
none-no-such-room = لا توجد في البرنامج قاعة كهذه.
none-no-such-room-named = لا توجد في البرنامج قاعة باسم «{ $name }».
none-no-such-code = لا توجد في البرنامج جلسة بهذا الرمز.
none-no-such-code-named = لا توجد في البرنامج جلسة «{ $name }».
none-no-such-person = لا يوجد في البرنامج أحد بهذا الاسم.
none-no-such-person-named = لا يرد اسم { $name } في البرنامج.
none-outside-dates = تُعقد فعاليات { $event } { $days }؛ ولا شيء مقرر خارج هذه الأيام.
none-other-year = ليس لدي إلا برنامج { $event }، { $days }.
none-more = هذا كل ما لدي في هذا الشأن.
none-nothing-then = لا تُعرف أي جلسة في ذلك الوقت.
none-nothing-then-window = لا تُعرف أي جلسة في ذلك الوقت ({ $when }).
none-event-over = انتهت فعاليات { $event }؛ كان آخر أيامها { $last }.
none-off-topic = هذا خارج ما أعرفه. أعرف برنامج { $event }: الجلسات والأوقات والقاعات والمتحدثين وطريقة المشاركة عن بُعد.
none-empty = لم أجد سؤالًا في ذلك.
none-suggestions = ليس ما سألت عنه، لكنه قريب منه:
none-rooms = القاعات: { $rooms }
none-try = جرّب موضوعًا أو عنوانًا أو رمزًا أو اسمًا أو قاعة أو يومًا، مثل «ماذا يجري الآن» أو «غدًا بعد الظهر».

## The event

event-when = الموعد: { $days }
event-where = المكان: { $place }
event-host = المضيف: { $host }
event-theme = الشعار: { $theme }
event-count = { $count ->
    [one] في البرنامج جلسة واحدة
    [two] في البرنامج جلستان
    [few] في البرنامج { $count } جلسات
   *[other] في البرنامج { $count } جلسة
}
event-join = المشاركة عن بُعد: { $link }
event-site = الموقع: { $link }
event-source = المصدر: { $link }
small-hello = مرحبًا. اسألني عن { $event }: ماذا يجري ومتى وأين ومع من وكيف تشارك.
small-thanks = على الرحب والسعة. أتمنى لك جلسات ممتعة.
small-bye = إلى اللقاء. تبقى تذكيراتك كما هي.
help = أعرف برنامج { $event } ويمكنني تذكيرك في الوقت المناسب. اسأل بكلماتك:
    «ماذا يجري الآن»، «غدًا بعد الظهر»، «من يتحدث في { $example }»
    موضوع أو عنوان أو اسم أو منظمة أو قاعة
    «أين هي»، «كيف أشارك عن بُعد»، «ذكّرني قبل 30 دقيقة»
    وأيضًا: ⁦/now /next /today /tomorrow /highlights /reminders /leads /timezone /language⁩
help-without-event = أجيب عن الأسئلة حول برنامج مؤتمر وأذكّر بجلساته. لم يُنشر هنا أي برنامج بعد.

## Reminders, as asked for

target-highlights = أبرز جلسات { $event }
target-event = كل جلسات { $event }
target-session = { $name }
target-track = المحور: { $name }
target-room = القاعة: { $name }
target-speaker = مشاركات { $name }
target-organiser = جلسات من تنظيم { $name }
target-type = النوع: { $name }
target-tag = الوسم: { $name }
target-query = كل ما يخص «{ $name }»
lead-seconds = { $count ->
    [one] ثانية واحدة
    [two] ثانيتين
    [few] { $count } ثوانٍ
   *[other] { $count } ثانية
}
lead-minutes = { $count ->
    [one] دقيقة واحدة
    [two] دقيقتين
    [few] { $count } دقائق
   *[other] { $count } دقيقة
}
lead-hours = { $count ->
    [one] ساعة واحدة
    [two] ساعتين
    [few] { $count } ساعات
   *[other] { $count } ساعة
}
lead-days = { $count ->
    [one] يوم واحد
    [two] يومين
    [few] { $count } أيام
    [many] { $count } يومًا
   *[other] { $count } يوم
}
errand-list = تذكيراتك: ⁦/reminders⁩
errand-stop-all = لإيقاف كل التذكيرات: ⁦/stop⁩
errand-stop = لإيقاف التذكيرات ({ $what }): ⁦/reminders⁩
errand-what = بماذا أذكّرك؟ اذكر جلسة أو موضوعًا أو اسمًا أو قاعة.
errand-set = للتذكير قبل { $leads } من البدء:

## A calendar file, and choices by number

calendar-one = { $title }: افتح الملف لإضافتها إلى تقويمك.
calendar-day-only = لم تُعلن الساعة بعد، لذلك يشمل الموعد اليوم كله. متى أُعلنت فاطلب الملف مرة أخرى: سيصحح الموعد.
calendar-all = { $count ->
    [one] جلسة واحدة تتابعها: افتح الملف لإضافتها إلى تقويمك.
    [two] جلستان تتابعهما: افتح الملف لإضافتهما إلى تقويمك.
    [few] { $count } جلسات تتابعها: افتح الملف لإضافتها إلى تقويمك.
   *[other] { $count } جلسة تتابعها: افتح الملف لإضافتها إلى تقويمك.
}
calendar-undated = { $count ->
    [one] جلسة واحدة لم يُعلن يومها بعد وليست في الملف.
    [two] جلستان لم يُعلن يومهما بعد وليستا في الملف.
    [few] { $count } جلسات لم يُعلن يومها بعد وليست في الملف.
   *[other] { $count } جلسة لم يُعلن يومها بعد وليست في الملف.
}
calendar-none = لم يُعلن بعد يوم أيٍّ مما تتابعه، فلا شيء يُضاف إلى التقويم.
choose-number = أجب بـ { $choices }

## Buttons

button-remind = 🔔 ذكّرني
button-remind-all = 🔔 ذكّرني بها كلها
button-calendar = 📅 التقويم
button-highlights = 🔔 أبرز الجلسات: { $event }
button-join = انضمام
button-join-event = المشاركة عن بُعد
button-page = صفحة الجلسة

## A reminder

reminder-starts = تبدأ { $relative }: { $title }
reminder-started = بدأت { $relative }: { $title }
reminder-day-only = { $relative }، لم تُعلن الساعة بعد: { $title }
reminder-today = اليوم
reminder-late = تذكير متأخر: كان ينبغي أن يصلك من قبل.
button-snooze = ذكّرني مرة أخرى لاحقًا
button-stop = أوقف هذا
button-why = لماذا وصلني؟
why = وصلك هذا لأنك تتابع: { $what }.
why-leads = تصلك التذكيرات قبل { $leads } من الجلسة؛ للتغيير: ⁦/leads⁩.
why-nothing = لم تعد تتابع ما تتعلق به هذه الرسالة. كانت في طريقها إليك من قبل.
snoozed = سأذكّرك مرة أخرى { $relative }، الساعة { $hour }.
snoozed-not = بدأت الجلسة؛ لم يبق ما أذكّرك به.

## Talking about reminders

welcome = مرحبًا. أنا رفيقك في { $event }، { $days }، { $place }.
    اسأل عن البرنامج بكلماتك، وأذكّرك بما تختاره، مع طريقة المشاركة.
welcome-without-place = مرحبًا. أنا رفيقك في { $event }، { $days }.
    اسأل عن البرنامج بكلماتك، وأذكّرك بما تختاره، مع طريقة المشاركة.
welcome-languages = أقرأ وأكتب: { $languages }.
welcome-group = مرحبًا. في هذه المجموعة أجيب حين يوجَّه الكلام إليّ. يمكن لمشرف المجموعة أن يشترك لها في التذكيرات: ⁦/subscribe⁩.
subscribed = تم. سأذكّرك قبل { $leads } من البدء: { $what }.
subscribed-already = أذكّرك بهذا أصلًا قبل { $leads } من البدء: { $what }.
subscribed-hour-unknown = لم تُعلن الساعة بعد: سأكتب لك في اليوم السابق وفي صباح اليوم نفسه، وفي الوقت المناسب متى عُرفت.
subscribed-hours-unknown = { $count ->
    [one] هناك جلسة واحدة لم تُعلن ساعتها بعد: سأكتب لك في اليوم السابق وفي صباح اليوم نفسه، وفي الوقت المناسب متى عُرفت.
    [two] هناك جلستان لم تُعلن ساعتهما بعد: سأكتب لك في اليوم السابق وفي صباح اليوم نفسه، وفي الوقت المناسب متى عُرفت.
    [few] هناك { $count } جلسات لم تُعلن ساعتها بعد: سأكتب لك في اليوم السابق وفي صباح اليوم نفسه، وفي الوقت المناسب متى عُرفت.
   *[other] هناك { $count } جلسة لم تُعلن ساعتها بعد: سأكتب لك في اليوم السابق وفي صباح اليوم نفسه، وفي الوقت المناسب متى عُرفت.
}
subscribed-over = انتهى ذلك، ولم يبق ما أذكّرك به: { $what }.
subscribe-what = بماذا أذكّرك؟ اذكر جلسة أو موضوعًا أو اسمًا أو قاعة، أو اختر:
subscribe-zone = الأوقات بتوقيت { $city }. إن كنت في مكان آخر فأخبرني بمدينتك، مثل ⁦/timezone Nairobi⁩.
unsubscribed = أُوقفت التذكيرات: { $what }.
unsubscribed-not = ليست لديك تذكيرات بهذا: { $what }.
subscriptions = أذكّرك قبل { $leads } من البدء:
subscriptions-none = ليست لديك تذكيرات بعد. اسأل عن جلسة واضغط الزر، أو اختر أبرز الجلسات:
subscriptions-numbered = { $number }. { $what }
button-stop-number = أوقف { $number }
button-event = 🔔 كل الجلسات: { $event }
button-undo = تراجع
button-leads = أوقات أخرى
button-now = الآن
button-next = التالي
stopped = توقفت التذكيرات. لن يصلك منها شيء، وما زلت أجيب عن الأسئلة. للبدء من جديد: ⁦/subscribe⁩.
leads-set = تصلك التذكيرات من الآن قبل { $leads } من الجلسة.
leads-now = تصلك التذكيرات قبل { $leads } من الجلسة. للتغيير اكتب مثلًا ⁦/leads 1d 1h 10m⁩.
leads-invalid = لا أفهم المدة «{ $text }» قبل الجلسة. اكتب عددًا مع d (أيام) أو h (ساعات) أو m (دقائق)، مثل ⁦/leads 1d 1h 10m⁩.
zone-set = منطقتك الزمنية { $zone }؛ الساعة هناك الآن { $hour }.
zone-now = منطقتك الزمنية { $zone }؛ الساعة هناك الآن { $hour }. للتغيير اكتب مثلًا ⁦/timezone Nairobi⁩.
zone-none = لا أعرف منطقتك الزمنية؛ الأوقات بتوقيت { $city }. أخبرني بمدينة، مثل ⁦/timezone Nairobi⁩.
zone-unknown = لا أعرف المنطقة الزمنية «{ $text }». اكتب مدينة كبيرة قريبة، مثل ⁦/timezone Nairobi⁩.
zone-suggestion = لا أعرف المنطقة الزمنية «{ $text }». هل تقصد { $zone }؟
language-set = سأكتب لك بالعربية.
language-choose = بأي لغة أكتب؟
language-unknown = لا أتكلم «{ $text }» بعد. أتكلم:
unknown-command = لا أعرف الأمر { $command }. تجد ما أستطيعه في ⁦/help⁩، أو اسأل بكلماتك.
group-admins-only = في المجموعة لا يغيّر التذكيرات إلا مشرفوها. لتذكيراتك الخاصة اكتب لي على انفراد.
admins-only = هذا لمن يديرون هذا البوت وحدهم.
session-gone = لم تعد هذه الجلسة في البرنامج.
failed = حدث خطأ من جهتي. حاول مرة أخرى بعد قليل.
too-long = { $count ->
    [few] قرأت أول { $count } أحرف.
    [many] قرأت أول { $count } حرفًا.
   *[other] قرأت أول { $count } حرف.
}

## Quiet hours, digest, link, data

quiet-set = ألتزم الصمت من { $start } إلى { $end }. ما يقع في هذه الساعات يصلك قبلها، أو في الصباح إن كان الوقت يسمح.
quiet-off = ساعات الهدوء غير مفعّلة.
quiet-invalid = لا أفهم ساعات الهدوء «{ $text }». اكتب مثلًا ⁦/quiet 22:00 07:00⁩ أو ⁦/quiet off⁩.
digest-title = يومك: { $day }
digest-clash = في الوقت نفسه مع { $title }
digest-set = سأرسل لك برنامج يومك كل صباح، الساعة { $hour }.
digest-off = إرسال برنامج يومك صباحًا غير مفعّل.
link-code = { $minutes ->
    [one] اكتب في محادثتك الأخرى ⁦/link { $code }⁩. الرمز صالح دقيقة واحدة.
    [two] اكتب في محادثتك الأخرى ⁦/link { $code }⁩. الرمز صالح دقيقتين.
    [few] اكتب في محادثتك الأخرى ⁦/link { $code }⁩. الرمز صالح { $minutes } دقائق.
   *[other] اكتب في محادثتك الأخرى ⁦/link { $code }⁩. الرمز صالح { $minutes } دقيقة.
}
link-done = للمحادثتين الآن ملف شخصي واحد: التذكيرات والمنطقة الزمنية واللغة نفسها.
link-unknown = هذا الرمز غير صالح أو لم يعد صالحًا. اكتب ⁦/link⁩ في محادثتك الأخرى لتحصل على رمز جديد.
mydata = ما أحتفظ به عنك:
mydata-language = اللغة: { $language }
mydata-zone = المنطقة الزمنية: { $zone }
mydata-leads = التذكيرات: قبل { $leads }
mydata-quiet = ساعات الهدوء: من { $start } إلى { $end }
mydata-addresses = المحادثات: { $addresses }
mydata-follows = تتابع: { $what }
mydata-forget = ⁦/forget⁩ يحذف كل ذلك.
forget-sure = هل أحذف كل ما أحتفظ به عنك، بما فيه تذكيراتك؟
button-forget = احذف كل شيء
forgotten = تم الحذف. لم أعد أحتفظ بشيء عنك.
quiet-how = لضبطها اكتب مثلًا ⁦/quiet 22:00 07:00⁩.
digest-how = ليصلك برنامج يومك كل صباح اكتب مثلًا ⁦/digest 07:30⁩.
digest-invalid = لا أفهم الساعة «{ $text }». اكتب مثلًا ⁦/digest 07:30⁩ أو ⁦/digest off⁩.
why-digest = وصلك هذا لأنك طلبت برنامج يومك الساعة { $hour }، في الأيام التي فيها شيء مما تتابعه. للتغيير: ⁦/digest⁩.
button-off = إيقاف
link-private = يمكن لمحادثتين لك أن تتشاركا ملفًا شخصيًا واحدًا، أما المجموعة فلا. اكتب لي ⁦/link⁩ على انفراد.
link-already = لهاتين المحادثتين ملف شخصي واحد من قبل.
prefer-here = تصلك التذكيرات في هذه المحادثة.
prefer-other = تصلك التذكيرات في محادثتك الأخرى ({ $chats }).
prefer-both = تصلك التذكيرات في كل محادثاتك ({ $chats }).
prefer-alone = لا أعرفك إلا في هذه المحادثة. لضم محادثة أخرى اكتب ⁦/link⁩.
button-prefer-here = هذه المحادثة
button-prefer-other = المحادثة الأخرى
button-prefer-both = كلتاهما
unlinked = عادت هذه المحادثة مستقلة، ومعها نسخة من إعداداتك ومما تتابعه.
follow-sessions = { $count ->
    [one] حتى الآن جلسة واحدة: { $titles }
    [two] حتى الآن جلستان: { $titles }
    [few] حتى الآن { $count } جلسات: { $titles }
   *[other] حتى الآن { $count } جلسة: { $titles }
}
follow-none-yet = لا شيء من ذلك في البرنامج بعد. سأخبرك متى ظهر.
follow-too-many = { $count ->
    [few] أحتفظ لك بـ { $count } موضوعات على الأكثر. أوقف أحدها أولًا: ⁦/reminders⁩
    [many] أحتفظ لك بـ { $count } موضوعًا على الأكثر. أوقف أحدها أولًا: ⁦/reminders⁩
   *[other] أحتفظ لك بـ { $count } موضوع على الأكثر. أوقف أحدها أولًا: ⁦/reminders⁩
}
follow-in-quiet = دون تذكير، بسبب ساعات الهدوء: { $titles }
own-leads = { $what } (قبل { $leads })
button-follow-topic = 🔔 كل ما يخص «{ $topic }»، والجديد أيضًا
mydata-heard = لغة آخر رسالة كتبتها: { $language }
mydata-digest = برنامج يومك: كل صباح، الساعة { $hour }
mydata-since = منذ: { $day }
mydata-messages = رسائل إليك محفوظة في السجل: { $count }
mydata-reminded = { $address } (تصل التذكيرات هنا)

## For those who run the bot

admin-refused = { $count ->
    [one] لم يُعتمد الملف { $file }: مشكلة واحدة. يبقى آخر برنامج سليم ساريًا.
    [two] لم يُعتمد الملف { $file }: مشكلتان. يبقى آخر برنامج سليم ساريًا.
    [few] لم يُعتمد الملف { $file }: { $count } مشكلات. يبقى آخر برنامج سليم ساريًا.
   *[other] لم يُعتمد الملف { $file }: { $count } مشكلة. يبقى آخر برنامج سليم ساريًا.
}
admin-published = نُشر برنامج { $event }: { $changes }.
admin-unchanged = نُشر برنامج { $event }؛ لم يتغير شيء ظاهر.
admin-preview = حُفظ برنامج { $event } ولم يُنشر بعد: { $changes }.
admin-told = { $count ->
    [one] سيُبلَّغ شخص واحد: { $chats }
    [two] سيُبلَّغ شخصان: { $chats }
    [few] سيُبلَّغ { $count } أشخاص: { $chats }
    [many] سيُبلَّغ { $count } شخصًا: { $chats }
   *[other] سيُبلَّغ { $count } شخص: { $chats }
}
admin-told-on = { $chat }: { $count }
admin-told-nobody = لن يُبلَّغ أحد
admin-held = عُلّق النشر. يبقى البرنامج المنشور كما هو.
admin-undone = تم التراجع: عاد برنامج { $moment } ساريًا.
admin-overtaken = نشر شخص آخر في هذه الأثناء. راجع المعاينة من جديد.
admin-waits = ما لم تعلّق النشر، يُنشر بعد { $span }.
admin-outdated = حُفظ الملف من جديد بعد تلك المعاينة. وهذا حاله الآن:
admin-already = برنامج { $event } منشور من قبل.
admin-undone-already = { $event }: تم التراجع عن ذلك من قبل.
admin-nothing = { $event }: الملف المحفوظ هو المنشور.
admin-first = { $event }: لا نشر سابقًا يمكن الرجوع إليه.
admin-unsaved = ما زال الملف المحفوظ يحتوي على ما تم التراجع عنه؛ حفظه من جديد ينشره.
admin-which = أي مؤتمر؟
button-publish = انشر وبلّغ
button-publish-silent = انشر دون تبليغ
button-hold = علّق النشر
button-undo-publish = تراجع

## The terminal

terminal-event = { $event }، { $days }.
terminal-replay = إعادة تشغيل بدءًا من { $moment }، بسرعة ×{ $speed }. «الآن» تعني الوقت هناك.
terminal-present = الآن { $moment }.
terminal-ask = اسأل عن البرنامج أو اكتب ⁦/help⁩. للإنهاء: ⁦Ctrl-D⁩.

## Commands

command-start = من أنا، وأبرز الجلسات
command-help = ما أستطيع فعله
command-now = ما يجري الآن
command-next = ما يبدأ تاليًا
command-today = جلسات اليوم
command-tomorrow = جلسات الغد
command-highlights = التذكير بأبرز الجلسات
command-subscribe = التذكير بجلسة أو موضوع أو شخص أو قاعة
command-reminders = تذكيراتك
command-calendar = ما تتابعه، ملفًا للتقويم
command-leads = كم من الوقت قبل البدء: ⁦/leads 1d 1h 10m⁩
command-timezone = منطقتك الزمنية: ⁦/timezone Nairobi⁩
command-language = اللغة التي أكتب بها
command-unsubscribe = إيقاف بعض التذكيرات
command-stop = إيقاف كل التذكيرات
command-quiet = ساعات الهدوء: ⁦/quiet 22:00 07:00⁩
command-digest = برنامج يومك كل صباح
command-link = التذكيرات نفسها في محادثة أخرى
command-prefer = في أي محادثة تصلك التذكيرات
command-unlink = فصل هذه المحادثة عن الأخرى
command-mydata = ما أحتفظ به عنك
command-forget = حذف ما أحتفظ به عنك

## Changes, told to those whom they concern

notice-new = جديد: { $title }
notice-gone = لم تعد في البرنامج: { $title }
notice-cancelled = أُلغيت: { $title }
notice-postponed = أُجّلت: { $title }
notice-restored = عادت إلى البرنامج: { $title }
notice-tentative = لم تعد مؤكدة: { $title }
notice-confirmed = تأكدت: { $title }
notice-earlier = قُدّم موعدها: { $title }
notice-earlier-soon = قُدّم موعدها، تبدأ { $relative }: { $title }
notice-later = أُخّر موعدها: { $title }
notice-day-announced = أُعلن اليوم: { $title }
notice-hour-announced = أُعلنت الساعة: { $title }
notice-time-withdrawn = لم يعد موعدها معلنًا: { $title }
notice-end = تغيّر موعد انتهائها: { $title }
notice-room = تغيّرت القاعة: { $title }
notice-link = تغيّرت طريقة المشاركة: { $title }
notice-link-many = { $count ->
    [one] تغيّرت طريقة المشاركة في جلسة واحدة
    [two] تغيّرت طريقة المشاركة في جلستين
    [few] تغيّرت طريقة المشاركة في { $count } جلسات
   *[other] تغيّرت طريقة المشاركة في { $count } جلسة
}
notice-title = عنوان جديد: { $title }
notice-text = عُدّلت: { $title }
notice-now = الآن: { $facts }
notice-planned = كانت مقررة: { $facts }
notice-before = من قبل: { $facts }
notice-many = { $count ->
    [one] تغيير واحد فيما تتابعه
    [two] تغييران فيما تتابعه
    [few] { $count } تغييرات فيما تتابعه
    [many] { $count } تغييرًا فيما تتابعه
   *[other] { $count } تغيير فيما تتابعه
}
changes-new = جديدة: { $count }
changes-gone = محذوفة: { $count }
changes-cancelled = ملغاة: { $count }
changes-postponed = مؤجلة: { $count }
changes-restored = عادت إلى البرنامج: { $count }
changes-tentative = لم تعد مؤكدة: { $count }
changes-confirmed = مؤكدة: { $count }
changes-earlier = قُدّم موعدها: { $count }
changes-later = أُخّر موعدها: { $count }
changes-day-announced = أُعلن يومها: { $count }
changes-hour-announced = أُعلنت ساعتها: { $count }
changes-time-withdrawn = لم يعد موعدها معلنًا: { $count }
changes-end = تغيّر موعد انتهائها: { $count }
changes-room = تغيّرت قاعتها: { $count }
changes-link = تغيّر رابطها: { $count }
changes-title = تغيّر عنوانها: { $count }
changes-text = تغيّر نصها: { $count }
changes-rest = أجزاء أخرى من الملف: { $count }
changes-none = لا شيء ظاهر
