### O que o bot diz em português. Os identificadores são os mesmos em todas as línguas.

## Separators

comma = { ", " }
dot = { " · " }
then = { ", depois " }
quoted = “{ $text }”

## Days and hours

first-of-month = 1º
day = { $weekday }, { $day } de { $month }
day-year = { $weekday }, { $day } de { $month } de { $year }
day-short = { $weekday } { $day } { $month }
day-short-year = { $weekday } { $day } { $month } { $year }
days = de { $first }, a { $last }
day-hour = { $day }, { $hour }
day-hours = { $day }, { $start }–{ $end }
day-hour-until-day = { $day }, { $hour }, até { $last }, { $end }
in-city = { $when } ({ $city })
your-time = { $hour } no seu horário ({ $city })
your-time-first = { $when } no seu horário ({ $city })
venue-time = { $hour } no local ({ $city })
first-and-second = { $first }, { $second }
later-day = { $days ->
    [one] { $when }, +1 dia
   *[other] { $when }, +{ $days } dias
}
earlier-day = { $days ->
    [one] { $when }, −1 dia
   *[other] { $when }, −{ $days } dias
}
unannounced-day = dia e horário ainda não anunciados
unannounced-hour = { $day }, horário ainda não anunciado
unannounced-hour-part = { $day }, { $part }, horário ainda não anunciado
part-morning = de manhã
part-afternoon = à tarde
part-evening = à noite
lasts = { $minutes ->
    [one] dura { $minutes } minuto
   *[other] dura { $minutes } minutos
}
length-unknown = duração ainda não anunciada
scope-without = sem: { $names }
now = agora
in-minutes = { $minutes ->
    [one] em { $minutes } minuto
   *[other] em { $minutes } minutos
}
in-hours = { $hours ->
    [one] em { $hours } hora
   *[other] em { $hours } horas
}
in-hours-minutes = em { $hours } h { $minutes } min
in-days = { $days ->
    [1] amanhã
   *[other] em { $days } dias
}
ago-minutes = { $minutes ->
    [one] há { $minutes } minuto
   *[other] há { $minutes } minutos
}
ago-hours = { $hours ->
    [one] há { $hours } hora
   *[other] há { $hours } horas
}
ago-hours-minutes = há { $hours } h { $minutes } min
ago-days = { $days ->
    [1] ontem
   *[other] há { $days } dias
}

## A session

card-code = { $title } ({ $code })
card-person = { $name } ({ $details })
card-cancelled = Cancelada
card-postponed = Adiada; a nova data ainda não foi anunciada
card-postponed-to = Adiada para a data abaixo
card-tentative = Ainda não confirmada
card-instead = Em seu lugar: { $session }
card-room-unknown = sala ainda não anunciada
card-languages = { $count ->
    [one] Idioma: { $languages }
   *[other] Idiomas: { $languages }
}
card-speakers = { $count ->
    [one] Palestrante: { $names }
   *[other] Palestrantes: { $names }
}
card-organisers = Organização: { $names }
card-note = Nota: { $note }
card-page = Página da sessão
join-own = À distância: { $link }
join-event = À distância: nenhum link próprio foi anunciado; página do evento sobre a participação à distância: { $link }
join-event-note = À distância: nenhum link próprio foi anunciado. { $link } ({ $note })
join-none = À distância: nenhum link foi anunciado.
entry = { $number }. { $title }

## Answers

and-more = e mais { $count }
answer-when = Data: { $when }; começa { $relative }.
answer-when-running = Está acontecendo agora: { $when }.
answer-when-past = Já aconteceu: { $when }.
answer-when-unknown = Data: { $when }.
answer-where = Local: { $place }.
answer-where-unknown = A sala ainda não foi anunciada.
answer-where-online = A sessão é online.
answer-venue = Local do evento: { $place }.
answer-who-unknown = O programa ainda não diz quem fala.
answer-join-on-site = A sessão é presencial; nenhuma forma de participar à distância foi anunciada.
answer-count = { $count ->
    [one] { $count } sessão
   *[other] { $count } sessões
}
answer-now = { $count ->
    [one] Agora, { $hour }: { $count } sessão
   *[other] Agora, { $hour }: { $count } sessões
}
answer-next = A seguir, { $relative }
answer-recommend = { $count ->
    [one] Esta sessão pode lhe interessar
   *[other] Estas sessões podem lhe interessar
}
answer-unsure = Não sei ao certo qual você procura. O mais próximo no programa:
answer-hour-unknown = No mesmo dia, horário ainda não anunciado: { $titles }
event-over = { $event } já terminou; o último dia foi { $last }.
footer-clock = Horários de { $city }
footer-as-of = Programa com data de { $day }

## No answer

none-programme = Ainda não há nenhum programa publicado aqui.
none-not-in-programme = Não encontro nada sobre isso no programa do evento { $event }.
none-not-in-programme-named = Não encontro nada sobre “{ $name }” no programa do evento { $event }.
none-no-such-room = Essa sala não está no programa.
none-no-such-room-named = O programa não tem nenhuma sala “{ $name }”.
none-no-such-code = Nenhuma sessão do programa tem esse código.
none-no-such-code-named = O programa não tem nenhuma sessão “{ $name }”.
none-no-such-person = Ninguém com esse nome está no programa.
none-no-such-person-named = { $name } não está no programa.
none-outside-dates = { $event } acontece { $days }; fora desses dias não há nada previsto.
none-other-year = Só tenho o programa do evento { $event }, { $days }.
none-more = Isso é tudo o que tenho a respeito.
none-nothing-then = Não consta nenhuma sessão nesse horário.
none-nothing-then-window = Não consta nenhuma sessão nesse horário ({ $when }).
none-event-over = { $event } já terminou; o último dia foi { $last }.
none-off-topic = Isso está além do que eu sei. Conheço o programa do evento { $event }: sessões, horários, salas, palestrantes e como participar à distância.
none-empty = Não consegui ler nenhuma pergunta aí.
none-suggestions = Não é o que você perguntou, mas é parecido:
none-rooms = As salas: { $rooms }
none-try = Tente um tema, um título, um código, um nome, uma sala ou um dia, por exemplo “o que há agora” ou “amanhã à tarde”.

## The event

event-when = Datas: { $days }
event-where = Local: { $place }
event-host = Anfitrião: { $host }
event-theme = Tema: { $theme }
event-count = { $count ->
    [one] { $count } sessão no programa
   *[other] { $count } sessões no programa
}
event-join = Participar à distância: { $link }
event-site = Site: { $link }
event-source = Fonte: { $link }
small-hello = Olá. Pergunte-me sobre { $event }: o que há, quando, onde, com quem e como participar.
small-thanks = De nada. Boas sessões.
small-bye = Até logo. Seus lembretes continuam como estão.
help = Conheço o programa do evento { $event } e posso lembrar você a tempo. Pergunte com suas palavras:
    “o que há agora”, “amanhã à tarde”, “quem fala em { $example }”
    um tema, um título, um nome, uma organização ou uma sala
    “onde é”, “como participo à distância”, “me lembre 30 minutos antes”
    Também: /now /next /today /tomorrow /highlights /reminders /leads /timezone /language
help-without-event = Respondo a perguntas sobre o programa de uma conferência e lembro você das sessões. Ainda não há nenhum programa publicado aqui.

## Reminders, as asked for

target-highlights = os destaques do evento { $event }
target-event = tudo do evento { $event }
target-session = { $name }
target-track = trilha: { $name }
target-room = sala: { $name }
target-speaker = falas de { $name }
target-organiser = organização: { $name }
target-type = tipo: { $name }
target-tag = etiqueta: { $name }
target-query = tudo sobre “{ $name }”
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
    [one] { $count } dia
   *[other] { $count } dias
}
errand-list = Seus lembretes: /reminders
errand-stop-all = Para parar todos os lembretes: /stop
errand-stop = Para parar os lembretes ({ $what }): /reminders
errand-what = Lembretes de quê? Informe uma sessão, um tema, uma pessoa ou uma sala.
errand-set = Para um lembrete { $leads } antes do início:

## A calendar file, and choices by number

calendar-one = { $title }, para a sua agenda: abra o arquivo para incluí-la.
calendar-day-only = O horário ainda não foi anunciado; por isso a entrada vale para o dia todo. Quando for anunciado, peça o arquivo de novo: ele corrigirá a entrada.
calendar-all = { $count ->
    [one] { $count } sessão que você segue, para a sua agenda: abra o arquivo para incluí-la.
   *[other] { $count } sessões que você segue, para a sua agenda: abra o arquivo para incluí-las.
}
calendar-undated = { $count ->
    [one] { $count } sessão ainda não tem data e não está no arquivo.
   *[other] { $count } sessões ainda não têm data e não estão no arquivo.
}
calendar-none = Nada do que você segue tem data ainda; não há o que pôr na agenda.
choose-number = Responda com { $choices }

## Buttons

button-remind = 🔔 Lembrar
button-remind-all = 🔔 Lembrar de todas
button-calendar = 📅 Agenda
button-highlights = 🔔 Destaques: { $event }
button-join = Entrar
button-join-event = Participar à distância
button-page = Página da sessão

## A reminder

reminder-starts = Começa { $relative }: { $title }
reminder-started = Começou { $relative }: { $title }
reminder-day-only = { $relative }, horário ainda não anunciado: { $title }
reminder-today = Hoje
reminder-late = Atrasado: este lembrete deveria ter chegado antes.
button-snooze = Lembrar mais tarde
button-stop = Parar com isto
button-why = Por quê?
why = Você recebe isto porque segue: { $what }.
why-leads = Seus lembretes chegam { $leads } antes de uma sessão; /leads para mudar.
why-nothing = Você não segue mais nada a que este aviso se refira. Ele já estava a caminho.
snoozed = Vou lembrar você de novo { $relative }, às { $hour }.
snoozed-not = Já começou; não há mais do que lembrar.

## Talking about reminders

welcome = Olá. Acompanho você no evento { $event }, { $days }, { $place }.
    Pergunte sobre o programa com suas palavras; vou lembrar você do que escolher e dizer como participar.
welcome-without-place = Olá. Acompanho você no evento { $event }, { $days }.
    Pergunte sobre o programa com suas palavras; vou lembrar você do que escolher e dizer como participar.
welcome-languages = Leio e escrevo: { $languages }.
welcome-group = Olá. Neste grupo respondo quando se dirigem a mim. Quem administra o grupo pode inscrevê-lo nos lembretes com /subscribe.
subscribed = Pronto. Vou lembrar você { $leads } antes do início: { $what }.
subscribed-already = Você já recebe lembretes { $leads } antes do início: { $what }.
subscribed-hour-unknown = O horário ainda não foi anunciado: escreverei na véspera e na manhã do próprio dia, e a tempo assim que for anunciado.
subscribed-hours-unknown = { $count ->
    [one] Para { $count } sessão o horário ainda não foi anunciado: escreverei na véspera e na manhã do próprio dia, e a tempo assim que for anunciado.
   *[other] Para { $count } sessões o horário ainda não foi anunciado: escreverei na véspera e na manhã do próprio dia, e a tempo assim que for anunciado.
}
subscribed-over = Já terminou, não há mais do que lembrar: { $what }.
subscribe-what = Do que devo lembrar você? Informe uma sessão, um tema, uma pessoa ou uma sala, ou escolha:
subscribe-zone = Os horários são os de { $city }. Se você está em outro lugar, informe sua cidade, por exemplo /timezone Nairobi.
unsubscribed = Lembretes interrompidos: { $what }.
unsubscribed-not = Você não tem lembretes disto: { $what }.
subscriptions = Você recebe lembretes { $leads } antes:
subscriptions-none = Você ainda não tem lembretes. Pergunte sobre uma sessão e toque no botão, ou escolha os destaques:
subscriptions-numbered = { $number }. { $what }
button-stop-number = Parar { $number }
button-event = 🔔 Tudo: { $event }
button-undo = Desfazer
button-leads = Outros prazos
button-now = Agora
button-next = A seguir
stopped = Lembretes interrompidos. Você não vai receber mais nenhum; continuo respondendo. /subscribe para recomeçar.
leads-set = Os lembretes agora chegam { $leads } antes de uma sessão.
leads-now = Os lembretes chegam { $leads } antes de uma sessão. Para mudar, escreva por exemplo /leads 1d 1h 10m.
leads-invalid = Não reconheço “{ $text }” como prazos antes de uma sessão. Escreva um número com d (dias), h (horas) ou m (minutos), por exemplo /leads 1d 1h 10m.
zone-set = Seu fuso horário é { $zone }; hora atual lá: { $hour }.
zone-now = Seu fuso horário é { $zone }; hora atual lá: { $hour }. Para mudar, escreva por exemplo /timezone Nairobi.
zone-none = Não conheço seu fuso horário; os horários são os de { $city }. Informe uma cidade, por exemplo /timezone Nairobi.
zone-unknown = Não conheço o fuso horário “{ $text }”. Escreva uma cidade grande próxima, por exemplo /timezone Nairobi.
zone-suggestion = Não conheço o fuso horário “{ $text }”. Você quis dizer { $zone }?
language-set = Vou escrever em português.
language-choose = Em que língua devo escrever?
language-unknown = Ainda não falo “{ $text }”. Falo:
unknown-command = Não conheço { $command }. /help diz o que sei fazer; ou pergunte com suas palavras.
group-admins-only = Em um grupo, só quem o administra pode mudar os lembretes. Para mudar os seus, escreva para mim no privado.
admins-only = Só quem mantém este bot pode fazer isso.
session-gone = Essa sessão não está mais no programa.
failed = Algo deu errado do meu lado. Tente de novo daqui a pouco.
too-long = Li os primeiros { $count } caracteres.

## Quiet hours, digest, link, data

quiet-set = De { $start } a { $end } fico em silêncio. O que cair nessas horas chega antes, ou de manhã se ainda for a tempo.
quiet-off = As horas de silêncio estão desativadas.
quiet-invalid = Não reconheço “{ $text }” como horas de silêncio. Escreva por exemplo /quiet 22:00 07:00, ou /quiet off.
digest-title = Seu dia: { $day }
digest-clash = no mesmo horário que { $title }
digest-set = Toda manhã às { $hour } vou enviar a programação do seu dia.
digest-off = O envio da manhã está desativado.
link-code = No seu outro chat, escreva /link { $code }. O código vale { $minutes } minutos.
link-done = Os dois chats agora compartilham um perfil: os mesmos lembretes, o mesmo fuso horário e a mesma língua.
link-unknown = Esse código não é válido, ou não é mais. Escreva /link no seu outro chat para obter um novo.
mydata = O que guardo sobre você:
mydata-language = Língua: { $language }
mydata-zone = Fuso horário: { $zone }
mydata-leads = Lembretes: { $leads } antes
mydata-quiet = Horas de silêncio: { $start }–{ $end }
mydata-addresses = Chats: { $addresses }
mydata-follows = Você segue: { $what }
mydata-forget = /forget apaga tudo.
forget-sure = Apagar tudo o que guardo sobre você, inclusive seus lembretes?
button-forget = Apagar tudo
forgotten = Apagado. Não guardo mais nada sobre você.
quiet-how = Para defini-las, escreva por exemplo /quiet 22:00 07:00.
digest-how = Para receber a programação do seu dia toda manhã, escreva por exemplo /digest 07:30.
digest-invalid = Não reconheço “{ $text }” como horário. Escreva por exemplo /digest 07:30, ou /digest off.
why-digest = Você recebe isto porque pediu a programação do seu dia às { $hour }, nos dias em que há algo do que segue. /digest para mudar.
button-off = Desativar
link-private = Dois chats seus podem compartilhar um perfil, um grupo não. Escreva /link para mim no privado.
link-already = Estes chats já compartilham um perfil.
prefer-here = Os lembretes chegam neste chat.
prefer-other = Os lembretes chegam no seu outro chat ({ $chats }).
prefer-both = Os lembretes chegam em todos os seus chats ({ $chats }).
prefer-alone = Só conheço você neste chat. Escreva /link para vincular outro.
button-prefer-here = Este chat
button-prefer-other = O outro chat
button-prefer-both = Os dois
unlinked = Este chat está separado de novo, com uma cópia das suas configurações e do que você segue.
follow-sessions = { $count ->
    [one] Por enquanto é { $count } sessão: { $titles }
   *[other] Por enquanto são { $count } sessões: { $titles }
}
follow-none-yet = Ainda não há nada assim no programa. Aviso você assim que houver.
follow-too-many = Guardo no máximo { $count } temas para você. Pare primeiro um deles: /reminders
follow-in-quiet = Sem lembrete, por causa das suas horas de silêncio: { $titles }
own-leads = { $what } ({ $leads } antes)
button-follow-topic = 🔔 Tudo sobre “{ $topic }”, também o que vier
mydata-heard = Língua da sua última mensagem: { $language }
mydata-digest = Programação do seu dia: toda manhã às { $hour }
mydata-since = Desde: { $day }
mydata-messages = Mensagens para você em registro: { $count }
mydata-reminded = { $address } (os lembretes chegam aqui)

## For those who run the bot

admin-refused = { $count ->
    [one] { $file } não foi aplicado: { $count } problema. Continua valendo o último programa válido.
   *[other] { $file } não foi aplicado: { $count } problemas. Continua valendo o último programa válido.
}
admin-published = Programa do evento { $event } publicado: { $changes }.
admin-unchanged = Programa do evento { $event } publicado; nada visível mudou.
admin-preview = Programa do evento { $event } salvo e ainda não publicado: { $changes }.
admin-told = { $count ->
    [one] { $count } pessoa será avisada: { $chats }
   *[other] { $count } pessoas serão avisadas: { $chats }
}
admin-told-on = { $chat }: { $count }
admin-told-nobody = ninguém será avisado
admin-held = Em espera. O programa publicado fica como está.
admin-undone = Desfeito: volta a valer o programa de { $moment }.
admin-overtaken = Outra pessoa publicou nesse meio-tempo. Veja a prévia de novo.
admin-waits = Se você não deixar em espera, será publicado em { $span }.
admin-outdated = O arquivo foi salvo de novo desde essa prévia. Agora está assim:
admin-already = O programa do evento { $event } já está publicado.
admin-undone-already = { $event }: isso já foi desfeito.
admin-nothing = { $event }: o arquivo salvo é o que está publicado.
admin-first = { $event }: não há publicação anterior à qual voltar.
admin-unsaved = O arquivo salvo ainda contém o que foi desfeito; salvá-lo de novo o publica.
admin-which = Qual evento?
button-publish = Publicar e avisar
button-publish-silent = Publicar sem avisar
button-hold = Deixar em espera
button-undo-publish = Desfazer

## The terminal

terminal-event = { $event }, { $days }.
terminal-replay = Reprodução a partir de { $moment }, { $speed } vezes mais rápido. “Agora” é o presente de lá.
terminal-present = Agora: { $moment }.
terminal-ask = Pergunte sobre o programa, ou escreva /help. Ctrl-D termina.

## Commands

command-start = O que eu sou, e os destaques
command-help = O que sei fazer
command-now = O que há agora
command-next = O que começa a seguir
command-today = As sessões de hoje
command-tomorrow = As sessões de amanhã
command-highlights = Lembretes dos destaques
command-subscribe = Lembretes de uma sessão, um tema, uma pessoa ou uma sala
command-reminders = Seus lembretes
command-calendar = O que você segue, para a sua agenda
command-leads = Quanto tempo antes: /leads 1d 1h 10m
command-timezone = Seu fuso horário: /timezone Nairobi
command-language = A língua em que escrevo
command-unsubscribe = Parar alguns lembretes
command-stop = Parar todos os lembretes
command-quiet = Horas de silêncio: /quiet 22:00 07:00
command-digest = A programação do seu dia, toda manhã
command-link = Os mesmos lembretes em outro chat
command-prefer = Em qual dos seus chats chegam os lembretes
command-unlink = Separar este chat do outro
command-mydata = O que guardo sobre você
command-forget = Apagar o que guardo sobre você

## Changes, told to those whom they concern

notice-new = Nova: { $title }
notice-gone = Não está mais no programa: { $title }
notice-cancelled = Cancelada: { $title }
notice-postponed = Adiada: { $title }
notice-restored = Vai acontecer, sim: { $title }
notice-tentative = Não é mais certa: { $title }
notice-confirmed = Confirmada: { $title }
notice-earlier = Antecipada: { $title }
notice-earlier-soon = Antecipada, começa { $relative }: { $title }
notice-later = Passou para mais tarde: { $title }
notice-day-announced = Dia anunciado: { $title }
notice-hour-announced = Horário anunciado: { $title }
notice-time-withdrawn = Horário de novo em aberto: { $title }
notice-end = Outro horário de término: { $title }
notice-room = Outra sala: { $title }
notice-link = Outra forma de participar: { $title }
notice-link-many = { $count ->
    [one] Outra forma de participar de { $count } sessão
   *[other] Outra forma de participar de { $count } sessões
}
notice-title = Novo título: { $title }
notice-text = Alterada: { $title }
notice-now = Agora: { $facts }
notice-planned = Estava prevista: { $facts }
notice-before = Antes: { $facts }
notice-many = { $count ->
    [one] { $count } mudança no que você segue
   *[other] { $count } mudanças no que você segue
}
changes-new = { $count ->
    [one] { $count } nova
   *[other] { $count } novas
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
    [one] { $count } adiada
   *[other] { $count } adiadas
}
changes-restored = { $count ->
    [one] { $count } restabelecida
   *[other] { $count } restabelecidas
}
changes-tentative = { $count ->
    [one] { $count } não é mais certa
   *[other] { $count } não são mais certas
}
changes-confirmed = { $count ->
    [one] { $count } confirmada
   *[other] { $count } confirmadas
}
changes-earlier = { $count ->
    [one] { $count } antecipada
   *[other] { $count } antecipadas
}
changes-later = { $count ->
    [one] { $count } passou para mais tarde
   *[other] { $count } passaram para mais tarde
}
changes-day-announced = { $count ->
    [one] { $count } dia anunciado
   *[other] { $count } dias anunciados
}
changes-hour-announced = { $count ->
    [one] { $count } horário anunciado
   *[other] { $count } horários anunciados
}
changes-time-withdrawn = { $count ->
    [one] { $count } horário de novo em aberto
   *[other] { $count } horários de novo em aberto
}
changes-end = { $count ->
    [one] { $count } horário de término alterado
   *[other] { $count } horários de término alterados
}
changes-room = { $count ->
    [one] { $count } sala alterada
   *[other] { $count } salas alteradas
}
changes-link = { $count ->
    [one] { $count } link alterado
   *[other] { $count } links alterados
}
changes-title = { $count ->
    [one] { $count } título alterado
   *[other] { $count } títulos alterados
}
changes-text = { $count ->
    [one] { $count } texto alterado
   *[other] { $count } textos alterados
}
changes-rest = { $count ->
    [one] { $count } outra parte do arquivo
   *[other] { $count } outras partes do arquivo
}
changes-none = nada visível
