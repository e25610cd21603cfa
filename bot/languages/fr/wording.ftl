### Ce que le bot dit en français. Les identifiants sont les mêmes dans toutes les langues.

## Separators

comma = { ", " }
dot = { " · " }
then = { ", puis " }
quoted = « { $text } »

## Days and hours

first-of-month = 1er
day = { $weekday } { $day } { $month }
day-year = { $weekday } { $day } { $month } { $year }
day-short = { $weekday } { $day } { $month }
day-short-year = { $weekday } { $day } { $month } { $year }
days = du { $first } au { $last }
day-hour = { $day }, { $hour }
day-hours = { $day }, { $start }–{ $end }
day-hour-until-day = { $day }, { $hour }, jusqu’au { $last }, { $end }
in-city = { $when } ({ $city })
your-time = { $hour } chez vous ({ $city })
your-time-first = { $when } chez vous ({ $city })
venue-time = { $hour } sur place ({ $city })
first-and-second = { $first }, { $second }
later-day = { $days ->
    [one] { $when }, +1 jour
   *[other] { $when }, +{ $days } jours
}
earlier-day = { $days ->
    [one] { $when }, −1 jour
   *[other] { $when }, −{ $days } jours
}
unannounced-day = jour et heure pas encore annoncés
unannounced-hour = { $day }, heure pas encore annoncée
unannounced-hour-part = { $day }, { $part }, heure pas encore annoncée
part-morning = dans la matinée
part-afternoon = dans l’après-midi
part-evening = dans la soirée
lasts = { $minutes ->
    [one] durée : { $minutes } minute
   *[other] durée : { $minutes } minutes
}
length-unknown = durée pas encore annoncée
scope-without = sans : { $names }
now = maintenant
in-minutes = { $minutes ->
    [one] dans { $minutes } minute
   *[other] dans { $minutes } minutes
}
in-hours = { $hours ->
    [one] dans { $hours } heure
   *[other] dans { $hours } heures
}
in-hours-minutes = dans { $hours } h { $minutes } min
in-days = { $days ->
    [1] demain
   *[other] dans { $days } jours
}
ago-minutes = { $minutes ->
    [one] il y a { $minutes } minute
   *[other] il y a { $minutes } minutes
}
ago-hours = { $hours ->
    [one] il y a { $hours } heure
   *[other] il y a { $hours } heures
}
ago-hours-minutes = il y a { $hours } h { $minutes } min
ago-days = { $days ->
    [1] hier
   *[other] il y a { $days } jours
}

## A session

card-code = { $title } ({ $code })
card-person = { $name } ({ $details })
card-cancelled = Annulée
card-postponed = Reportée ; la nouvelle date n’est pas encore annoncée
card-postponed-to = Reportée à la date ci-dessous
card-tentative = Pas encore confirmée
card-instead = À la place : { $session }
card-room-unknown = salle pas encore annoncée
card-languages = { $count ->
    [one] Langue : { $languages }
   *[other] Langues : { $languages }
}
card-speakers = Avec : { $names }
card-organisers = Organisation : { $names }
card-note = Remarque : { $note }
card-page = Page de la session
join-own = À distance : { $link }
join-event = À distance : aucun lien propre à cette session n’est annoncé ; page de l’événement sur la participation à distance : { $link }
join-event-note = À distance : aucun lien propre à cette session n’est annoncé. { $link } ({ $note })
join-none = À distance : aucun lien n’est annoncé.
entry = { $number }. { $title }

## Answers

and-more = { $count ->
    [one] et { $count } autre
   *[other] et { $count } autres
}
answer-when = C’est { $when } ; début { $relative }.
answer-when-running = En cours : { $when }.
answer-when-past = C’était { $when }.
answer-when-unknown = Quand : { $when }.
answer-where = Lieu : { $place }.
answer-where-unknown = La salle n’est pas encore annoncée.
answer-where-online = La session a lieu en ligne.
answer-venue = Lieu de l’événement : { $place }.
answer-who-unknown = Le programme ne dit pas encore qui intervient.
answer-join-on-site = La session a lieu sur place ; aucun moyen d’y participer à distance n’est annoncé.
answer-count = { $count ->
    [one] { $count } session
   *[other] { $count } sessions
}
answer-now = { $count ->
    [one] En ce moment, à { $hour } : { $count } session
   *[other] En ce moment, à { $hour } : { $count } sessions
}
answer-next = Ensuite, { $relative }
answer-recommend = { $count ->
    [one] Cette session pourrait vous intéresser
   *[other] Ces sessions pourraient vous intéresser
}
answer-unsure = Je ne sais pas exactement ce que vous cherchez. Ce qui s’en rapproche le plus dans le programme :
answer-hour-unknown = Le même jour, heure pas encore annoncée : { $titles }
event-over = { $event } : l’événement est terminé ; le dernier jour était le { $last }.
footer-clock = Heures locales : { $city }
footer-as-of = Programme en date du { $day }

## No answer

none-programme = Aucun programme n’est encore publié ici.
none-not-in-programme = Je ne trouve rien à ce sujet dans le programme { $event }.
none-not-in-programme-named = Je ne trouve rien sur « { $name } » dans le programme { $event }.
none-no-such-room = Cette salle n’est pas dans le programme.
none-no-such-room-named = Le programme n’a pas de salle « { $name } ».
none-no-such-code = Aucune session ne porte ce code dans le programme.
none-no-such-code-named = Le programme n’a pas de session « { $name } ».
none-no-such-person = Personne de ce nom n’est dans le programme.
none-no-such-person-named = { $name } n’est pas dans le programme.
none-outside-dates = { $event } a lieu { $days } ; rien n’est prévu en dehors de ces jours.
none-other-year = Je n’ai que le programme { $event }, { $days }.
none-more = C’était tout ce que j’ai à ce sujet.
none-nothing-then = Aucune session connue à ce moment-là.
none-nothing-then-window = Aucune session connue à ce moment-là ({ $when }).
none-event-over = { $event } : l’événement est terminé ; le dernier jour était le { $last }.
none-off-topic = Cela dépasse mes connaissances. Je connais le programme { $event } : sessions, horaires, salles, qui intervient et comment participer à distance.
none-empty = Je n’ai pas pu lire de question dans ce message.
none-suggestions = Ce n’est pas ce que vous demandiez, mais c’est proche :
none-rooms = Ses salles : { $rooms }
none-try = Essayez un thème, un titre, un code, un nom, une salle ou un jour, par exemple « qu’y a-t-il en ce moment » ou « demain après-midi ».

## The event

event-when = Dates : { $days }
event-where = Lieu : { $place }
event-host = Hôte : { $host }
event-theme = Thème : { $theme }
event-count = { $count ->
    [one] { $count } session au programme
   *[other] { $count } sessions au programme
}
event-join = Participer à distance : { $link }
event-site = Site : { $link }
event-source = Source : { $link }
small-hello = Bonjour. Posez-moi vos questions sur { $event } : ce qui a lieu, quand, où, avec qui, et comment participer.
small-thanks = Avec plaisir. Bonnes sessions.
small-bye = Au revoir. Vos rappels restent en place.
help = Je connais le programme { $event } et je peux vous rappeler les sessions à temps. Demandez avec vos propres mots :
    « qu’y a-t-il en ce moment », « demain après-midi », « qui intervient à { $example } »
    un thème, un titre, un nom, une organisation ou une salle
    « c’est où », « comment participer à distance », « rappelle-moi 30 minutes avant »
    Aussi : /now /next /today /tomorrow /highlights /reminders /leads /timezone /language
help-without-event = Je réponds aux questions sur le programme d’une conférence et je vous en rappelle les sessions. Aucun programme n’est encore publié ici.

## Reminders, as asked for

target-highlights = les temps forts ({ $event })
target-event = tout le programme ({ $event })
target-session = { $name }
target-track = filière : { $name }
target-room = salle : { $name }
target-speaker = interventions : { $name }
target-organiser = organisation : { $name }
target-type = type : { $name }
target-tag = mot-clé : { $name }
target-query = tout sur « { $name } »
lead-seconds = { $count ->
    [one] { $count } seconde
   *[other] { $count } secondes
}
lead-minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
}
lead-hours = { $count ->
    [one] { $count } heure
   *[other] { $count } heures
}
lead-days = { $count ->
    [one] { $count } jour
   *[other] { $count } jours
}
errand-list = Vos rappels : /reminders
errand-stop-all = Pour arrêter tous les rappels : /stop
errand-stop = Pour arrêter les rappels ({ $what }) : /reminders
errand-what = Des rappels de quoi ? Indiquez une session, un thème, une personne ou une salle.
errand-set = Pour un rappel { $leads } avant le début :

## A calendar file, and choices by number

calendar-one = { $title }, pour votre agenda : ouvrez le fichier pour l’ajouter.
calendar-day-only = L’heure n’est pas encore annoncée : l’entrée vaut pour toute la journée. Quand l’heure sera connue, redemandez le fichier : il corrigera l’entrée.
calendar-all = { $count ->
    [one] { $count } session que vous suivez, pour votre agenda : ouvrez le fichier pour l’ajouter.
   *[other] { $count } sessions que vous suivez, pour votre agenda : ouvrez le fichier pour les ajouter.
}
calendar-undated = { $count ->
    [one] { $count } session n’a pas encore de date et n’est pas dans le fichier.
   *[other] { $count } sessions n’ont pas encore de date et ne sont pas dans le fichier.
}
calendar-none = Rien de ce que vous suivez n’a encore de date ; il n’y a rien à mettre dans un agenda.
choose-number = Répondez par { $choices }

## Buttons

button-remind = 🔔 Me le rappeler
button-remind-all = 🔔 Tout me rappeler
button-calendar = 📅 Agenda
button-highlights = 🔔 Temps forts : { $event }
button-join = Rejoindre
button-join-event = Participer à distance
button-page = Page de la session

## A reminder

reminder-starts = Début { $relative } : { $title }
reminder-started = A commencé { $relative } : { $title }
reminder-day-only = { $relative }, heure pas encore annoncée : { $title }
reminder-today = Aujourd’hui
reminder-late = En retard : ce rappel aurait dû vous parvenir plus tôt.
button-snooze = Me le rappeler plus tard
button-stop = Arrêter
button-why = Pourquoi ?
why = Vous recevez ce message parce que vous suivez : { $what }.
why-leads = Vos rappels arrivent { $leads } avant une session ; /leads pour changer.
why-nothing = Vous ne suivez plus rien à quoi ce message se rapporte. Il était déjà en route.
snoozed = Nouveau rappel { $relative }, à { $hour }.
snoozed-not = La session a commencé ; il n’y a plus rien à rappeler.

## Talking about reminders

welcome = Bonjour. Je suis votre compagnon pour { $event }, { $days }, { $place }.
    Posez vos questions sur le programme avec vos propres mots ; je vous rappelle ce que vous choisissez, en indiquant comment participer.
welcome-without-place = Bonjour. Je suis votre compagnon pour { $event }, { $days }.
    Posez vos questions sur le programme avec vos propres mots ; je vous rappelle ce que vous choisissez, en indiquant comment participer.
welcome-languages = Je lis et j’écris : { $languages }.
welcome-group = Bonjour. Dans ce groupe, je réponds quand on s’adresse à moi. Les admins du groupe peuvent l’abonner aux rappels avec /subscribe.
subscribed = C’est fait. Vous recevrez un rappel { $leads } avant le début : { $what }.
subscribed-already = Vous avez déjà des rappels { $leads } avant le début : { $what }.
subscribed-hour-unknown = L’heure n’est pas encore annoncée : j’écrirai la veille et le matin même, et à temps dès qu’elle sera connue.
subscribed-hours-unknown = { $count ->
    [one] Pour { $count } session, l’heure n’est pas encore annoncée : j’écrirai la veille et le matin même, et à temps dès qu’elle sera connue.
   *[other] Pour { $count } sessions, l’heure n’est pas encore annoncée : j’écrirai la veille et le matin même, et à temps dès qu’elle sera connue.
}
subscribed-over = C’est terminé, il n’y a plus rien à rappeler : { $what }.
subscribe-what = Que dois-je vous rappeler ? Indiquez une session, un thème, une personne ou une salle, ou choisissez :
subscribe-zone = Les heures sont données à l’heure locale ({ $city }). Si vous êtes ailleurs, indiquez votre ville, par exemple /timezone Nairobi.
unsubscribed = Rappels arrêtés : { $what }.
unsubscribed-not = Vous n’avez pas de rappels pour : { $what }.
subscriptions = Vos rappels arrivent { $leads } avant :
subscriptions-none = Vous n’avez pas encore de rappels. Cherchez une session et touchez le bouton, ou choisissez les temps forts :
subscriptions-numbered = { $number }. { $what }
button-stop-number = Arrêter { $number }
button-event = 🔔 Tout : { $event }
button-undo = Annuler
button-leads = Autres délais
button-now = En ce moment
button-next = Ensuite
stopped = Rappels arrêtés. Vous n’en recevrez plus ; je réponds toujours. /subscribe pour reprendre.
leads-set = Les rappels arrivent désormais { $leads } avant une session.
leads-now = Les rappels arrivent { $leads } avant une session. Pour changer, écrivez par exemple /leads 1d 1h 10m.
leads-invalid = Je ne comprends pas « { $text } » comme délai avant une session. Écrivez un nombre suivi de d (jours), h (heures) ou m (minutes), par exemple /leads 1d 1h 10m.
zone-set = Votre fuseau horaire est { $zone } ; il y est maintenant { $hour }.
zone-now = Votre fuseau horaire est { $zone } ; il y est maintenant { $hour }. Pour changer, écrivez par exemple /timezone Nairobi.
zone-none = Je ne connais pas votre fuseau horaire ; les heures sont données à l’heure locale ({ $city }). Indiquez une ville, par exemple /timezone Nairobi.
zone-unknown = Je ne connais pas le fuseau « { $text } ». Indiquez une grande ville proche, par exemple /timezone Nairobi.
zone-suggestion = Je ne connais pas le fuseau « { $text } ». Vouliez-vous dire { $zone } ?
language-set = Je vous écrirai en français.
language-choose = En quelle langue dois-je écrire ?
language-unknown = Je ne parle pas encore « { $text } ». Je parle :
unknown-command = Je ne connais pas { $command }. /help dit ce que je sais faire ; ou demandez avec vos propres mots.
group-admins-only = Dans un groupe, seuls les admins peuvent changer les rappels. Écrivez-moi en privé pour les vôtres.
admins-only = Seules les personnes qui gèrent ce bot peuvent le faire.
session-gone = Cette session n’est plus au programme.
failed = Quelque chose n’a pas fonctionné de mon côté. Réessayez dans un instant.
too-long = J’en ai lu les { $count } premiers caractères.

## Quiet hours, digest, link, data

quiet-set = Entre { $start } et { $end }, je reste silencieux. Ce qui tombe dans ces heures arrive avant, ou le matin s’il est encore temps.
quiet-off = Les heures de silence sont désactivées.
quiet-invalid = Je ne comprends pas « { $text } » comme heures de silence. Écrivez par exemple /quiet 22:00 07:00, ou /quiet off.
digest-title = Votre journée du { $day }
digest-clash = en même temps que { $title }
digest-set = Chaque matin à { $hour }, je vous enverrai le programme de votre journée.
digest-off = L’envoi du matin est désactivé.
link-code = Dans votre autre messagerie, écrivez /link { $code }. Le code est valable { $minutes } minutes.
link-done = Les deux messageries partagent maintenant un profil : mêmes rappels, même fuseau, même langue.
link-unknown = Ce code n’est pas valable, ou ne l’est plus. Écrivez /link dans votre autre messagerie pour en avoir un nouveau.
mydata = Ce que je garde sur vous :
mydata-language = Langue : { $language }
mydata-zone = Fuseau horaire : { $zone }
mydata-leads = Rappels : { $leads } avant
mydata-quiet = Heures de silence : { $start }–{ $end }
mydata-addresses = Messageries : { $addresses }
mydata-follows = Suivi : { $what }
mydata-forget = /forget efface tout.
forget-sure = Effacer tout ce que je garde sur vous, rappels compris ?
button-forget = Tout effacer
forgotten = Effacé. Je ne garde plus rien sur vous.
quiet-how = Pour les régler, écrivez par exemple /quiet 22:00 07:00.
digest-how = Pour recevoir le programme de votre journée chaque matin, écrivez par exemple /digest 07:30.
digest-invalid = Je ne comprends pas « { $text } » comme heure. Écrivez par exemple /digest 07:30, ou /digest off.
why-digest = Vous recevez ce message parce que vous avez demandé le programme de votre journée à { $hour }, les jours où quelque chose que vous suivez a lieu. /digest pour changer.
button-off = Désactiver
link-private = Deux de vos messageries peuvent partager un profil, un groupe non. Écrivez-moi /link en privé.
link-already = Ces messageries partagent déjà un profil.
prefer-here = Les rappels arrivent ici.
prefer-other = Les rappels arrivent dans votre autre messagerie ({ $chats }).
prefer-both = Les rappels arrivent dans toutes vos messageries ({ $chats }).
prefer-alone = Je ne vous connais que dans cette messagerie. Écrivez /link pour en joindre une autre.
button-prefer-here = Ici
button-prefer-other = Dans l’autre
button-prefer-both = Dans les deux
unlinked = Cette messagerie est de nouveau à part, avec une copie de vos réglages et de ce que vous suivez.
follow-sessions = { $count ->
    [one] Pour l’instant, cela fait { $count } session : { $titles }
   *[other] Pour l’instant, cela fait { $count } sessions : { $titles }
}
follow-none-yet = Rien au programme n’y correspond encore. Je vous préviendrai dès que ce sera le cas.
follow-too-many = Je garde au plus { $count } thèmes pour vous. Arrêtez-en d’abord un : /reminders
follow-in-quiet = Sans rappel, à cause de vos heures de silence : { $titles }
own-leads = { $what } ({ $leads } avant)
button-follow-topic = 🔔 Tout sur « { $topic } », à l’avenir aussi
mydata-heard = Langue de votre dernier message : { $language }
mydata-digest = Programme de votre journée : chaque matin à { $hour }
mydata-since = Depuis : { $day }
mydata-messages = Messages qui vous sont adressés et que je garde : { $count }
mydata-reminded = { $address } (les rappels arrivent ici)

## For those who run the bot

admin-refused = { $count ->
    [one] { $file } n’a pas été pris en compte : { $count } problème. Le dernier programme valide reste en vigueur.
   *[other] { $file } n’a pas été pris en compte : { $count } problèmes. Le dernier programme valide reste en vigueur.
}
admin-published = Programme { $event } publié : { $changes }.
admin-unchanged = Programme { $event } publié ; rien de visible n’a changé.
admin-preview = Programme { $event } enregistré et pas encore publié : { $changes }.
admin-told = { $count ->
    [one] { $count } personne sera prévenue : { $chats }
   *[other] { $count } personnes seront prévenues : { $chats }
}
admin-told-on = { $count } sur { $chat }
admin-told-nobody = personne ne sera prévenu
admin-held = En attente. Le programme publié reste tel quel.
admin-undone = Annulé : le programme du { $moment } est de nouveau en vigueur.
admin-overtaken = Quelqu’un d’autre a publié entre-temps. Regardez de nouveau l’aperçu.
admin-waits = Sauf mise en attente, publication dans { $span }.
admin-outdated = Le fichier a été enregistré de nouveau depuis cet aperçu. Voici son état actuel :
admin-already = Le programme { $event } est déjà publié.
admin-undone-already = { $event } : c’est déjà annulé.
admin-nothing = { $event } : le fichier enregistré est celui qui est publié.
admin-first = { $event } : il n’y a pas de publication antérieure à rétablir.
admin-unsaved = Le fichier enregistré contient encore ce qui a été annulé ; l’enregistrer de nouveau le publie.
admin-which = Quel événement ?
button-publish = Publier et prévenir
button-publish-silent = Publier sans prévenir
button-hold = Mettre en attente
button-undo-publish = Annuler

## The terminal

terminal-event = { $event }, { $days }.
terminal-replay = On rejoue depuis { $moment }, { $speed } fois plus vite. C’est ce présent-là que « maintenant » désigne.
terminal-present = Nous sommes { $moment }.
terminal-ask = Posez vos questions sur le programme, ou écrivez /help. Ctrl-D termine.

## Commands

command-start = Qui je suis, et les temps forts
command-help = Ce que je sais faire
command-now = Ce qui a lieu en ce moment
command-next = Ce qui commence ensuite
command-today = Les sessions d’aujourd’hui
command-tomorrow = Les sessions de demain
command-highlights = Rappels des temps forts
command-subscribe = Rappels d’une session, d’un thème, d’une personne ou d’une salle
command-reminders = Vos rappels
command-calendar = Ce que vous suivez, pour votre agenda
command-leads = Combien de temps avant : /leads 1d 1h 10m
command-timezone = Votre fuseau horaire : /timezone Nairobi
command-language = La langue dans laquelle j’écris
command-unsubscribe = Arrêter certains rappels
command-stop = Arrêter tous les rappels
command-quiet = Heures de silence : /quiet 22:00 07:00
command-digest = Le programme de votre journée, chaque matin
command-link = Les mêmes rappels dans une autre messagerie
command-prefer = Dans quelle messagerie arrivent les rappels
command-unlink = Séparer cette messagerie de l’autre
command-mydata = Ce que je garde sur vous
command-forget = Effacer ce que je garde sur vous

## Changes, told to those whom they concern

notice-new = Nouvelle session : { $title }
notice-gone = N’est plus au programme : { $title }
notice-cancelled = Annulée : { $title }
notice-postponed = Reportée : { $title }
notice-restored = Aura finalement lieu : { $title }
notice-tentative = N’est plus certaine : { $title }
notice-confirmed = Confirmée : { $title }
notice-earlier = Avancée : { $title }
notice-earlier-soon = Avancée, début { $relative } : { $title }
notice-later = Repoussée à plus tard : { $title }
notice-day-announced = Jour annoncé : { $title }
notice-hour-announced = Heure annoncée : { $title }
notice-time-withdrawn = Horaire de nouveau à annoncer : { $title }
notice-end = Autre heure de fin : { $title }
notice-room = Autre salle : { $title }
notice-link = Autre moyen de participer : { $title }
notice-link-many = { $count ->
    [one] Autre moyen de participer à { $count } session
   *[other] Autre moyen de participer à { $count } sessions
}
notice-title = Nouveau titre : { $title }
notice-text = Modifiée : { $title }
notice-now = Maintenant : { $facts }
notice-planned = Était prévue : { $facts }
notice-before = Avant : { $facts }
notice-many = { $count ->
    [one] { $count } changement dans ce que vous suivez
   *[other] { $count } changements dans ce que vous suivez
}
changes-new = { $count ->
    [one] { $count } nouvelle
   *[other] { $count } nouvelles
}
changes-gone = { $count ->
    [one] { $count } retirée
   *[other] { $count } retirées
}
changes-cancelled = { $count ->
    [one] { $count } annulée
   *[other] { $count } annulées
}
changes-postponed = { $count ->
    [one] { $count } reportée
   *[other] { $count } reportées
}
changes-restored = { $count ->
    [one] { $count } rétablie
   *[other] { $count } rétablies
}
changes-tentative = { $count ->
    [one] { $count } devenue incertaine
   *[other] { $count } devenues incertaines
}
changes-confirmed = { $count ->
    [one] { $count } confirmée
   *[other] { $count } confirmées
}
changes-earlier = { $count ->
    [one] { $count } avancée
   *[other] { $count } avancées
}
changes-later = { $count ->
    [one] { $count } repoussée à plus tard
   *[other] { $count } repoussées à plus tard
}
changes-day-announced = { $count ->
    [one] { $count } jour annoncé
   *[other] { $count } jours annoncés
}
changes-hour-announced = { $count ->
    [one] { $count } heure annoncée
   *[other] { $count } heures annoncées
}
changes-time-withdrawn = { $count ->
    [one] { $count } horaire de nouveau à annoncer
   *[other] { $count } horaires de nouveau à annoncer
}
changes-end = { $count ->
    [one] { $count } heure de fin changée
   *[other] { $count } heures de fin changées
}
changes-room = { $count ->
    [one] { $count } salle changée
   *[other] { $count } salles changées
}
changes-link = { $count ->
    [one] { $count } lien changé
   *[other] { $count } liens changés
}
changes-title = { $count ->
    [one] { $count } titre changé
   *[other] { $count } titres changés
}
changes-text = { $count ->
    [one] { $count } texte changé
   *[other] { $count } textes changés
}
changes-rest = { $count ->
    [one] { $count } autre partie du fichier
   *[other] { $count } autres parties du fichier
}
changes-none = rien de visible
