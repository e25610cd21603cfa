### Lo que dice el bot en español. Los identificadores son los mismos en todos los idiomas.

## Separators

comma = { ", " }
dot = { " · " }
then = { ", luego " }
quoted = «{ $text }»

## Days and hours

first-of-month = 1
day = { $weekday } { $day } de { $month }
day-year = { $weekday } { $day } de { $month } de { $year }
day-short = { $weekday } { $day } { $month }
day-short-year = { $weekday } { $day } { $month } { $year }
days = del { $first } al { $last }
day-hour = { $day }, { $hour }
day-hours = { $day }, { $start }–{ $end }
day-hour-until-day = { $day }, { $hour }, hasta el { $last }, { $end }
in-city = { $when } ({ $city })
your-time = { $hour } en su hora local ({ $city })
your-time-first = { $when } en su hora local ({ $city })
venue-time = { $hour } allí ({ $city })
first-and-second = { $first }, { $second }
later-day = { $days ->
    [one] { $when }, +1 día
   *[other] { $when }, +{ $days } días
}
earlier-day = { $days ->
    [one] { $when }, −1 día
   *[other] { $when }, −{ $days } días
}
unannounced-day = día y hora aún no anunciados
unannounced-hour = { $day }, hora aún no anunciada
unannounced-hour-part = { $day }, { $part }, hora aún no anunciada
part-morning = por la mañana
part-afternoon = por la tarde
part-evening = por la noche
lasts = { $minutes ->
    [one] dura { $minutes } minuto
   *[other] dura { $minutes } minutos
}
length-unknown = duración aún no anunciada
scope-without = sin: { $names }
now = ahora
in-minutes = { $minutes ->
    [one] dentro de { $minutes } minuto
   *[other] dentro de { $minutes } minutos
}
in-hours = { $hours ->
    [one] dentro de { $hours } hora
   *[other] dentro de { $hours } horas
}
in-hours-minutes = dentro de { $hours } h { $minutes } min
in-days = { $days ->
    [1] mañana
   *[other] dentro de { $days } días
}
ago-minutes = { $minutes ->
    [one] hace { $minutes } minuto
   *[other] hace { $minutes } minutos
}
ago-hours = { $hours ->
    [one] hace { $hours } hora
   *[other] hace { $hours } horas
}
ago-hours-minutes = hace { $hours } h { $minutes } min
ago-days = { $days ->
    [1] ayer
   *[other] hace { $days } días
}

## A session

card-code = { $title } ({ $code })
card-person = { $name } ({ $details })
card-cancelled = Cancelada
card-postponed = Aplazada; la nueva fecha aún no se ha anunciado
card-postponed-to = Aplazada a la fecha de abajo
card-tentative = Aún sin confirmar
card-instead = En su lugar: { $session }
card-room-unknown = sala aún no anunciada
card-languages = { $count ->
    [one] Idioma: { $languages }
   *[other] Idiomas: { $languages }
}
card-speakers = { $count ->
    [one] Interviene: { $names }
   *[other] Intervienen: { $names }
}
card-organisers = { $count ->
    [one] Organiza: { $names }
   *[other] Organizan: { $names }
}
card-note = Nota: { $note }
card-page = Página de la sesión
join-own = A distancia: { $link }
join-event = A distancia: no se ha anunciado un enlace propio; página del evento sobre la participación a distancia: { $link }
join-event-note = A distancia: no se ha anunciado un enlace propio. { $link } ({ $note })
join-none = A distancia: no se ha anunciado ningún enlace.
entry = { $number }. { $title }

## Answers

and-more = y { $count } más
answer-when = Es el { $when }; empieza { $relative }.
answer-when-running = Está en curso: { $when }.
answer-when-past = Fue el { $when }.
answer-when-unknown = Cuándo: { $when }.
answer-where = Lugar: { $place }.
answer-where-unknown = La sala aún no se ha anunciado.
answer-where-online = La sesión es en línea.
answer-venue = Sede del evento: { $place }.
answer-who-unknown = El programa aún no dice quién interviene.
answer-join-on-site = La sesión es presencial; no se ha anunciado cómo participar a distancia.
answer-count = { $count ->
    [one] { $count } sesión
   *[other] { $count } sesiones
}
answer-now = { $count ->
    [one] Ahora, { $hour }: { $count } sesión
   *[other] Ahora, { $hour }: { $count } sesiones
}
answer-next = A continuación, { $relative }
answer-recommend = { $count ->
    [one] Esta sesión le puede interesar
   *[other] Estas sesiones le pueden interesar
}
answer-unsure = No sé exactamente a cuál se refiere. Lo más parecido en el programa:
answer-hour-unknown = El mismo día, hora aún no anunciada: { $titles }
event-over = { $event } ya terminó; el último día fue el { $last }.
footer-clock = Horas de { $city }
footer-as-of = Programa con fecha del { $day }

## No answer

none-programme = Aquí aún no hay ningún programa publicado.
none-not-in-programme = No encuentro nada sobre eso en el programa de { $event }.
none-not-in-programme-named = No encuentro nada sobre «{ $name }» en el programa de { $event }.
none-no-such-room = Esa sala no está en el programa.
none-no-such-room-named = El programa no tiene ninguna sala «{ $name }».
none-no-such-code = Ninguna sesión del programa tiene ese código.
none-no-such-code-named = El programa no tiene ninguna sesión «{ $name }».
none-no-such-person = Nadie con ese nombre está en el programa.
none-no-such-person-named = { $name } no figura en el programa.
none-outside-dates = { $event } se celebra { $days }; fuera de esos días no hay nada previsto.
none-other-year = Solo tengo el programa de { $event }, { $days }.
none-more = Eso es todo lo que tengo al respecto.
none-nothing-then = No consta ninguna sesión a esa hora.
none-nothing-then-window = No consta ninguna sesión a esa hora ({ $when }).
none-event-over = { $event } ya terminó; el último día fue el { $last }.
none-off-topic = Eso se me escapa. Conozco el programa de { $event }: sesiones, horarios, salas, ponentes y cómo participar a distancia.
none-empty = No he podido leer ninguna pregunta ahí.
none-suggestions = No es lo que preguntaba, pero se le acerca:
none-rooms = Sus salas: { $rooms }
none-try = Pruebe con un tema, un título, un código, un nombre, una sala o un día, por ejemplo «qué hay ahora» o «mañana por la tarde».

## The event

event-when = Fechas: { $days }
event-where = Lugar: { $place }
event-host = Anfitrión: { $host }
event-theme = Lema: { $theme }
event-count = { $count ->
    [one] { $count } sesión en el programa
   *[other] { $count } sesiones en el programa
}
event-join = Participar a distancia: { $link }
event-site = Sitio web: { $link }
event-source = Fuente: { $link }
small-hello = Hola. Pregúnteme sobre { $event }: qué hay, cuándo, dónde, con quién y cómo participar.
small-thanks = De nada. Que disfrute de las sesiones.
small-bye = Hasta pronto. Sus recordatorios siguen como están.
help = Conozco el programa de { $event } y puedo avisarle a tiempo. Pregunte con sus palabras:
    «qué hay ahora», «mañana por la tarde», «quién interviene en { $example }»
    un tema, un título, un nombre, una organización o una sala
    «dónde es», «cómo participo a distancia», «recuérdamelo 30 minutos antes»
    También: /now /next /today /tomorrow /highlights /reminders /leads /timezone /language
help-without-event = Respondo preguntas sobre el programa de un congreso y le recuerdo sus sesiones. Aquí aún no hay ningún programa publicado.

## Reminders, as asked for

target-highlights = lo más destacado de { $event }
target-event = todo el programa de { $event }
target-session = { $name }
target-track = eje temático: { $name }
target-room = sala: { $name }
target-speaker = intervenciones de { $name }
target-organiser = organiza: { $name }
target-type = tipo: { $name }
target-tag = etiqueta: { $name }
target-query = todo sobre «{ $name }»
lead-seconds = { $count ->
    [one] { $count } segundo
   *[other] { $count } segundos
}
lead-minutes = { $count ->
    [one] { $count } minuto
   *[other] { $count } minutos
}
lead-hours = { $count ->
    [one] { $count } hora
   *[other] { $count } horas
}
lead-days = { $count ->
    [one] { $count } día
   *[other] { $count } días
}
errand-list = Sus recordatorios: /reminders
errand-stop-all = Para detener todos los recordatorios: /stop
errand-stop = Para detener los recordatorios ({ $what }): /reminders
errand-what = ¿Recordatorios de qué? Indique una sesión, un tema, una persona o una sala.
errand-set = Para recibir un aviso { $leads } antes del inicio:

## A calendar file, and choices by number

calendar-one = { $title }, para su calendario: abra el archivo para añadirla.
calendar-day-only = La hora aún no se ha anunciado, así que la entrada vale para todo el día. Cuando se conozca, descargue de nuevo el archivo: corregirá la entrada.
calendar-all = { $count ->
    [one] { $count } sesión que sigue, para su calendario: abra el archivo para añadirla.
   *[other] { $count } sesiones que sigue, para su calendario: abra el archivo para añadirlas.
}
calendar-undated = { $count ->
    [one] { $count } sesión aún no tiene fecha y no está en el archivo.
   *[other] { $count } sesiones aún no tienen fecha y no están en el archivo.
}
calendar-none = Nada de lo que sigue tiene fecha todavía; no hay nada que poner en un calendario.
choose-number = Responda con { $choices }

## Buttons

button-remind = 🔔 Recordármelo
button-remind-all = 🔔 Recordármelas todas
button-calendar = 📅 Calendario
button-highlights = 🔔 Lo destacado: { $event }
button-join = Entrar
button-join-event = Participar a distancia
button-page = Página de la sesión

## A reminder

reminder-starts = Empieza { $relative }: { $title }
reminder-started = Empezó { $relative }: { $title }
reminder-day-only = { $relative }, hora aún no anunciada: { $title }
reminder-today = Hoy
reminder-late = Con retraso: este aviso debió llegarle antes.
button-snooze = Recordármelo más tarde
button-stop = Detener esto
button-why = ¿Por qué?
why = Recibe esto porque sigue: { $what }.
why-leads = Sus recordatorios llegan { $leads } antes de una sesión; /leads para cambiarlo.
why-nothing = Ya no sigue nada con lo que tenga que ver este aviso. Ya estaba en camino.
snoozed = Se lo recordaré de nuevo { $relative }, a las { $hour }.
snoozed-not = Ya ha empezado; no queda nada que recordar.

## Talking about reminders

welcome = Hola. Le acompaño en { $event }, { $days }, { $place }.
    Pregunte por el programa con sus palabras; le recordaré lo que elija y le diré cómo participar.
welcome-without-place = Hola. Le acompaño en { $event }, { $days }.
    Pregunte por el programa con sus palabras; le recordaré lo que elija y le diré cómo participar.
welcome-languages = Leo y escribo: { $languages }.
welcome-group = Hola. En este grupo respondo cuando se dirigen a mí. Quien administra el grupo puede suscribirlo a los recordatorios con /subscribe.
subscribed = Hecho. Le avisaré { $leads } antes del inicio: { $what }.
subscribed-already = Ya le aviso { $leads } antes del inicio: { $what }.
subscribed-hour-unknown = La hora aún no se ha anunciado: escribiré el día anterior y esa misma mañana, y a tiempo en cuanto se conozca.
subscribed-hours-unknown = { $count ->
    [one] En { $count } sesión la hora aún no se ha anunciado: escribiré el día anterior y esa misma mañana, y a tiempo en cuanto se conozca.
   *[other] En { $count } sesiones la hora aún no se ha anunciado: escribiré el día anterior y esa misma mañana, y a tiempo en cuanto se conozca.
}
subscribed-over = Ya terminó, no queda nada que recordar: { $what }.
subscribe-what = ¿Qué le recuerdo? Indique una sesión, un tema, una persona o una sala, o elija:
subscribe-zone = Las horas son las de { $city }. Si está en otro lugar, dígame su ciudad, por ejemplo /timezone Nairobi.
unsubscribed = Recordatorios detenidos: { $what }.
unsubscribed-not = No tiene recordatorios de esto: { $what }.
subscriptions = Le aviso { $leads } antes:
subscriptions-none = Aún no tiene recordatorios. Pregunte por una sesión y pulse el botón, o elija lo más destacado:
subscriptions-numbered = { $number }. { $what }
button-stop-number = Detener { $number }
button-event = 🔔 Todo: { $event }
button-undo = Deshacer
button-leads = Otros plazos
button-now = Ahora
button-next = A continuación
stopped = Recordatorios detenidos. No recibirá más; sigo respondiendo. /subscribe para empezar de nuevo.
leads-set = A partir de ahora, los recordatorios llegan { $leads } antes de una sesión.
leads-now = Los recordatorios llegan { $leads } antes de una sesión. Para cambiarlo, escriba por ejemplo /leads 1d 1h 10m.
leads-invalid = No reconozco «{ $text }» como plazos antes de una sesión. Escriba un número con d (días), h (horas) o m (minutos), por ejemplo /leads 1d 1h 10m.
zone-set = Su zona horaria es { $zone }; hora actual allí: { $hour }.
zone-now = Su zona horaria es { $zone }; hora actual allí: { $hour }. Para cambiarla, escriba por ejemplo /timezone Nairobi.
zone-none = No conozco su zona horaria; las horas son las de { $city }. Dígame una ciudad, por ejemplo /timezone Nairobi.
zone-unknown = No conozco la zona horaria «{ $text }». Escriba una ciudad grande cercana, por ejemplo /timezone Nairobi.
zone-suggestion = No conozco la zona horaria «{ $text }». ¿Quiere decir { $zone }?
language-set = Le escribiré en español.
language-choose = ¿En qué idioma le escribo?
language-unknown = Aún no hablo «{ $text }». Hablo:
unknown-command = No conozco { $command }. /help dice lo que sé hacer; o pregunte con sus palabras.
group-admins-only = En un grupo, solo quienes lo administran pueden cambiar los recordatorios. Para los suyos, escríbame en privado.
admins-only = Eso solo pueden hacerlo quienes gestionan este bot.
session-gone = Esa sesión ya no está en el programa.
failed = Algo ha fallado por mi parte. Inténtelo de nuevo en un momento.
too-long = He leído los primeros { $count } caracteres.

## Quiet hours, digest, link, data

quiet-set = De { $start } a { $end } guardo silencio. Lo que caiga en esas horas llega antes, o por la mañana si aún es a tiempo.
quiet-off = Las horas de silencio están desactivadas.
quiet-invalid = No reconozco «{ $text }» como horas de silencio. Escriba por ejemplo /quiet 22:00 07:00, o /quiet off.
digest-title = Su día: { $day }
digest-clash = coincide con { $title }
digest-set = Cada mañana a las { $hour } le enviaré el programa de su día.
digest-off = El envío de la mañana está desactivado.
link-code = En su otro chat, escriba /link { $code }. El código vale { $minutes } minutos.
link-done = Los dos chats comparten ahora un perfil: los mismos recordatorios, la misma zona horaria y el mismo idioma.
link-unknown = Ese código no es válido, o ya no lo es. Escriba /link en su otro chat para obtener uno nuevo.
mydata = Lo que guardo sobre usted:
mydata-language = Idioma: { $language }
mydata-zone = Zona horaria: { $zone }
mydata-leads = Recordatorios: { $leads } antes
mydata-quiet = Horas de silencio: { $start }–{ $end }
mydata-addresses = Chats: { $addresses }
mydata-follows = Sigue: { $what }
mydata-forget = /forget lo borra todo.
forget-sure = ¿Borrar todo lo que guardo sobre usted, incluidos sus recordatorios?
button-forget = Borrar todo
forgotten = Borrado. Ya no guardo nada sobre usted.
quiet-how = Para fijarlas, escriba por ejemplo /quiet 22:00 07:00.
digest-how = Para recibir el programa de su día cada mañana, escriba por ejemplo /digest 07:30.
digest-invalid = No reconozco «{ $text }» como hora. Escriba por ejemplo /digest 07:30, o /digest off.
why-digest = Recibe esto porque pidió el programa de su día a las { $hour }, los días en que hay algo de lo que sigue. /digest para cambiarlo.
button-off = Desactivar
link-private = Dos chats suyos pueden compartir un perfil, un grupo no. Escríbame /link en privado.
link-already = Estos chats ya comparten un perfil.
prefer-here = Los recordatorios llegan a este chat.
prefer-other = Los recordatorios llegan a su otro chat ({ $chats }).
prefer-both = Los recordatorios llegan a todos sus chats ({ $chats }).
prefer-alone = Solo le conozco en este chat. Escriba /link para vincular otro.
button-prefer-here = Este chat
button-prefer-other = El otro chat
button-prefer-both = Ambos
unlinked = Este chat vuelve a estar aparte, con una copia de sus ajustes y de lo que sigue.
follow-sessions = { $count ->
    [one] Por ahora es { $count } sesión: { $titles }
   *[other] Por ahora son { $count } sesiones: { $titles }
}
follow-none-yet = Todavía no hay nada así en el programa. Le avisaré en cuanto lo haya.
follow-too-many = Guardo como mucho { $count } temas para usted. Detenga antes uno de ellos: /reminders
follow-in-quiet = Sin recordatorio, por sus horas de silencio: { $titles }
own-leads = { $what } ({ $leads } antes)
button-follow-topic = 🔔 Todo sobre «{ $topic }», también lo nuevo
mydata-heard = Idioma de su último mensaje: { $language }
mydata-digest = Programa de su día: cada mañana a las { $hour }
mydata-since = Desde: { $day }
mydata-messages = Mensajes dirigidos a usted que guardo: { $count }
mydata-reminded = { $address } (aquí llegan los recordatorios)

## For those who run the bot

admin-refused = { $count ->
    [one] { $file } no se ha aplicado: { $count } problema. Sigue vigente el último programa válido.
   *[other] { $file } no se ha aplicado: { $count } problemas. Sigue vigente el último programa válido.
}
admin-published = Programa de { $event } publicado: { $changes }.
admin-unchanged = Programa de { $event } publicado; nada visible ha cambiado.
admin-preview = Programa de { $event } guardado y aún sin publicar: { $changes }.
admin-told = { $count ->
    [one] Se avisará a { $count } persona: { $chats }
   *[other] Se avisará a { $count } personas: { $chats }
}
admin-told-on = { $count } en { $chat }
admin-told-nobody = no se avisará a nadie
admin-held = En espera. El programa publicado sigue como está.
admin-undone = Deshecho: vuelve a estar vigente el programa del { $moment }.
admin-overtaken = Otra persona ha publicado entretanto. Mire de nuevo la vista previa.
admin-waits = Si no lo deja en espera, se publicará en { $span }.
admin-outdated = El archivo se ha guardado de nuevo desde esa vista previa. Ahora está así:
admin-already = El programa de { $event } ya está publicado.
admin-undone-already = { $event }: eso ya está deshecho.
admin-nothing = { $event }: el archivo guardado es el publicado.
admin-first = { $event }: no hay una publicación anterior a la que volver.
admin-unsaved = El archivo guardado contiene todavía lo que se ha deshecho; al guardarlo de nuevo se publica.
admin-which = ¿Qué evento?
button-publish = Publicar y avisar
button-publish-silent = Publicar sin avisar
button-hold = Dejar en espera
button-undo-publish = Deshacer

## The terminal

terminal-event = { $event }, { $days }.
terminal-replay = Reproducción desde { $moment }, { $speed } veces más rápido. «Ahora» es el presente de allí.
terminal-present = Es { $moment }.
terminal-ask = Pregunte por el programa, o escriba /help. Ctrl-D termina.

## Commands

command-start = Qué soy, y lo más destacado
command-help = Lo que sé hacer
command-now = Lo que hay ahora
command-next = Lo que empieza a continuación
command-today = Las sesiones de hoy
command-tomorrow = Las sesiones de mañana
command-highlights = Recordatorios de lo más destacado
command-subscribe = Recordatorios de una sesión, un tema, una persona o una sala
command-reminders = Sus recordatorios
command-calendar = Lo que sigue, para su calendario
command-leads = Cuánto tiempo antes: /leads 1d 1h 10m
command-timezone = Su zona horaria: /timezone Nairobi
command-language = El idioma en que escribo
command-unsubscribe = Detener algunos recordatorios
command-stop = Detener todos los recordatorios
command-quiet = Horas de silencio: /quiet 22:00 07:00
command-digest = El programa de su día, cada mañana
command-link = Los mismos recordatorios en otro chat
command-prefer = A cuál de sus chats llegan los recordatorios
command-unlink = Separar este chat del otro
command-mydata = Lo que guardo sobre usted
command-forget = Borrar lo que guardo sobre usted

## Changes, told to those whom they concern

notice-new = Nueva: { $title }
notice-gone = Ya no está en el programa: { $title }
notice-cancelled = Cancelada: { $title }
notice-postponed = Aplazada: { $title }
notice-restored = Se celebra finalmente: { $title }
notice-tentative = Ya no es segura: { $title }
notice-confirmed = Confirmada: { $title }
notice-earlier = Adelantada: { $title }
notice-earlier-soon = Adelantada, empieza { $relative }: { $title }
notice-later = Retrasada: { $title }
notice-day-announced = Día anunciado: { $title }
notice-hour-announced = Hora anunciada: { $title }
notice-time-withdrawn = Horario de nuevo por anunciar: { $title }
notice-end = Otra hora de fin: { $title }
notice-room = Otra sala: { $title }
notice-link = Otra forma de participar: { $title }
notice-link-many = { $count ->
    [one] Otra forma de participar en { $count } sesión
   *[other] Otra forma de participar en { $count } sesiones
}
notice-title = Nuevo título: { $title }
notice-text = Modificada: { $title }
notice-now = Ahora: { $facts }
notice-planned = Estaba prevista: { $facts }
notice-before = Antes: { $facts }
notice-many = { $count ->
    [one] { $count } cambio en lo que sigue
   *[other] { $count } cambios en lo que sigue
}
changes-new = { $count ->
    [one] { $count } nueva
   *[other] { $count } nuevas
}
changes-gone = { $count ->
    [one] { $count } retirada
   *[other] { $count } retiradas
}
changes-cancelled = { $count ->
    [one] { $count } cancelada
   *[other] { $count } canceladas
}
changes-postponed = { $count ->
    [one] { $count } aplazada
   *[other] { $count } aplazadas
}
changes-restored = { $count ->
    [one] { $count } restablecida
   *[other] { $count } restablecidas
}
changes-tentative = { $count ->
    [one] { $count } ya no es segura
   *[other] { $count } ya no son seguras
}
changes-confirmed = { $count ->
    [one] { $count } confirmada
   *[other] { $count } confirmadas
}
changes-earlier = { $count ->
    [one] { $count } adelantada
   *[other] { $count } adelantadas
}
changes-later = { $count ->
    [one] { $count } retrasada
   *[other] { $count } retrasadas
}
changes-day-announced = { $count ->
    [one] { $count } día anunciado
   *[other] { $count } días anunciados
}
changes-hour-announced = { $count ->
    [one] { $count } hora anunciada
   *[other] { $count } horas anunciadas
}
changes-time-withdrawn = { $count ->
    [one] { $count } horario de nuevo por anunciar
   *[other] { $count } horarios de nuevo por anunciar
}
changes-end = { $count ->
    [one] { $count } hora de fin cambiada
   *[other] { $count } horas de fin cambiadas
}
changes-room = { $count ->
    [one] { $count } sala cambiada
   *[other] { $count } salas cambiadas
}
changes-link = { $count ->
    [one] { $count } enlace cambiado
   *[other] { $count } enlaces cambiados
}
changes-title = { $count ->
    [one] { $count } título cambiado
   *[other] { $count } títulos cambiados
}
changes-text = { $count ->
    [one] { $count } texto cambiado
   *[other] { $count } textos cambiados
}
changes-rest = { $count ->
    [one] { $count } otra parte del archivo
   *[other] { $count } otras partes del archivo
}
changes-none = nada visible
