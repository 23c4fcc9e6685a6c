# Tous les messages de l’interface en français.
#
# Les dates arrivent sans article : chaque message choisit le sien, contracté ou élidé, d’après la
# nature de la date ($kind) et, au besoin, sa première lettre : « d’avril », « de l’été ».

## En-tête, pied de page et autres parties de chaque page

skip = Aller au contenu
notice = Avis
who-we-are = Qui sommes-nous ?
main-menu = Menu principal
language-menu = Langues
foot = Pied de page
report-error = Signaler une erreur
atom-feed = Flux Atom
json-feed = Flux JSON
calendar-link = Calendrier
feeds-title = Flux et calendriers
feeds-dek = Suivez ce site dans votre propre logiciel : copiez-y une adresse, ou ouvrez-la avec lui.
feeds-reader = Un lecteur de flux montre les nouveautés, sans visite ni compte. Chaque flux contient ses derniers articles ; celui du site entier permet de remonter à tous les autres.
feeds-calendar = Un calendrier montre ce qui est prévu. Une date reportée y change aussi, et ce qui est annulé y est signalé comme tel.
whole-site = Tout le site
data-title = Données
data-dek = La chronologie sous forme de fichiers, pour les programmes et les tableurs. Aucune date n’y est plus précise que sur les pages.
data-entries = Tous les événements, les plus récents d’abord : dates, sources, échéances antérieures, noms et thèmes.
data-entries-by-year = Les adresses des fichiers de chaque année, qui contiennent tous les événements, les plus récents d’abord : dates, sources, échéances antérieures, noms et thèmes.
data-schema = La structure du fichier des événements, pour les programmes (JSON Schema).
data-csv = Tous les événements dans une feuille de calcul.
data-changes = Ce qui a été publié, reporté, annulé et corrigé, et depuis quand ; le plus récent d’abord.
data-timeline = La chronologie pour TimelineJS. Les pages qui ont leur propre flux en ont une aussi : timeline.json, à côté d’elles.
data-example = Exemple
data-licence = Conditions d’utilisation
data-no-licence = Aucune condition d’utilisation n’est indiquée. Adressez-vous à l’éditeur.
digest-title = Les nouveautés sur { $site }
digest-since = Depuis le { $date }.
digest-nothing = Rien de nouveau.
digest-moved = Nouvelles dates
all-pages = Toutes les pages
published-by = Édité par { $publisher }.
made-with = Réalisé avec { $generator }.
look = Apparence
look-system = Comme l’appareil
look-light = Claire
look-dark = Sombre
on-this-page = Sur cette page
timeline = Chronologie
stories = Dossiers
expected = À venir
corrections = Corrections
page-title = { $page } – { $site }
comma = {", "}
clause-comma = {", "}
and-more = { $names }, { $name }
and-two = { $names } et { $name }
and-last = { $names } et { $name }

## Événements dans les listes

overdue = Date dépassée
date-passed-checked = { $kind ->
    [day] Date dépassée, aucune information trouvée (vérifié le { $date })
    [month] Date dépassée, aucune information trouvée (vérifié en { $date })
    [year] Date dépassée, aucune information trouvée (vérifié en { $date })
   *[other] Date dépassée, aucune information trouvée (vérification : { $date })
}
date-passed-since = { $kind ->
    [day] Date dépassée, aucune vérification depuis le { $date }
    [month] Date dépassée, aucune vérification depuis { $date }
    [year] Date dépassée, aucune vérification depuis { $date }
   *[other] Date dépassée, dernière vérification : { $date }
}
date-passed-unchecked = Date dépassée, aucune vérification
corrected = Corrigé
stance-qualifier = {" ("}{ LOWER($how) })
stance-planned = prévu
# $how peut être un nom (« Rumeur ») : d’où les parenthèses, qui valent pour toutes les dates.
stance-said = { $how } ({ $date }) :
stance-said-only = { $said } :
stance-now = actuellement : { $stance }
in-article = dans { $article }
source = Source : { $source }
source-date = Source : { $source }, { $date }
source-more = { $count ->
    [one] Source : { $source } et { $count } autre
    [many] Source : { $source } et { $count } d’autres
   *[other] Source : { $source } et { $count } autres
}
source-date-more = { $count ->
    [one] Source : { $source }, { $date }, et { $count } autre
    [many] Source : { $source }, { $date }, et { $count } d’autres
   *[other] Source : { $source }, { $date }, et { $count } autres
}
more-sources = { $count ->
    [one] et { $count } autre
    [many] et { $count } d’autres
   *[other] et { $count } autres
}
entries = { $count ->
    [one] { $count } événement
    [many] { $count } d’événements
   *[other] { $count } événements
}
articles = { $count ->
    [one] { $count } article
    [many] { $count } d’articles
   *[other] { $count } articles
}
entries-in-articles = { $entries } dans { $articles }
entries-by-year = Événements par année
no-entries-in = { $years } : aucun événement
no-date-yet = Pas encore de date
background = Contexte
no-date = sans date
background-date = contexte
span = { $from-kind ->
    [year] { $to-kind ->
        [year] de { $from } à { $to }
        [decade] de { $from } aux { $to }
        [years] de { $from } aux { $to }
        [century] de { $from } au { $to }
       *[other] { $from } – { $to }
    }
    [decade] { $to-kind ->
        [year] des { $from } à { $to }
        [decade] des { $from } aux { $to }
        [years] des { $from } aux { $to }
        [century] des { $from } au { $to }
       *[other] { $from } – { $to }
    }
    [years] { $to-kind ->
        [year] des { $from } à { $to }
        [decade] des { $from } aux { $to }
        [years] des { $from } aux { $to }
        [century] des { $from } au { $to }
       *[other] { $from } – { $to }
    }
    [century] { $to-kind ->
        [year] du { $from } à { $to }
        [decade] du { $from } aux { $to }
        [years] du { $from } aux { $to }
        [century] du { $from } au { $to }
       *[other] { $from } – { $to }
    }
   *[other] { $from } – { $to }
}
entries-span = { $entries }, { $span }
with-date = { $what }, { $date }

## La page d’accueil

just-published = Derniers articles
published-on = publié le { $date }
added-on = ajouté le { $date }
all-recent = Tous les articles récents
expected-next = Prochaines échéances
overdue-and-next = Dates dépassées et prochaines échéances
all-expected = Tous les événements à venir et leurs reports
popular-tags = Thèmes les plus fréquents
all-corrections = Toutes les corrections
now-and-next = Maintenant et bientôt
now-last = Dernier en date
now-next = À venir
now-overdue = Date dépassée
now-checked = { $kind ->
    [day] aucune information trouvée (vérifié le { $date })
    [month] aucune information trouvée (vérifié en { $date })
    [year] aucune information trouvée (vérifié en { $date })
   *[other] aucune information trouvée (vérification : { $date })
}
front-empty = La chronologie est encore vide. Le premier événement apparaîtra ici.
key-exact = jour exact
key-approximate = date approximative
key-partial = mois ou année seulement
key-range = période
key-expected = prévu

## Un article

draft-banner = Brouillon : les lecteurs ne voient pas encore cette page.
byline = Par { $authors }
reading-time = Temps de lecture : { $count } min
also-in = Autres langues : { $languages }
retracted = Article rétracté.
retracted-banner = La rédaction ne se porte plus garante de cet article.
see-below = Voir ci-dessous
more-corrections = { $count ->
    [one] et { $count } autre
    [many] et { $count } d’autres
   *[other] et { $count } autres
}
correction-line = { $kind }, { $date }.
happened = A eu lieu
reported = Rapporté
published = Publié
updated = Mis à jour
updated-on = Mis à jour le { $date }
contents = Sommaire
dateline = { $place }, { $date } —
where-they-stand = Les positions
how-it-developed = Évolution
events-here = Événements de cet article
this-article = Cet article
according-to = selon { $source }
sources = Sources
archived-copy = copie archivée
source-accessed = { $kind ->
    [day] consulté le { $date }
    [month] consulté en { $date }
    [year] consulté en { $date }
   *[other] consulté : { $date }
}
back-to-source = Retour à la citation de la source { $number }
back-to-source-nth = Retour à la citation { $nth } de la source { $number }
filed-under = Classé dans
share = Partager
comments = Commentaires
discussions = Discussions sur GitHub
show-comments = Afficher les commentaires (charge giscus.app)
share-by-email = E-mail
link-to-copy = Lien à copier : { $link }
embed-this = Intégrer à un autre site
embed-help = Copiez ce code dans l’autre page. Ce qu’il affiche reste à jour.
related-articles = Articles liés
previous-and-next = Article précédent et article suivant
previous-in-timeline = Précédent dans la chronologie
next-in-timeline = Suivant dans la chronologie

## Le texte d’un article

section-link = Lien vers cette section
cited-source = Source { $number }
footnotes = Notes de bas de page
footnote = Note { $number }
back-to-text = Retour au texte
# « via » : « de » demanderait parfois l’élision, maladroite devant un nom de domaine.
embed-from = via { $host }
alert-note = Note
alert-tip = Conseil
alert-important = Important
alert-warning = Avertissement
alert-caution = Attention

## L’historique d’une date

said-date = { $kind ->
    [day] , rapporté le { $date }
    [month] , rapporté en { $date }
    [year] , rapporté en { $date }
   *[other] , rapporté ({ $date })
}
said-source = , rapporté par { $source }
said-article = , rapporté dans { $article }
said-date-source = { $kind ->
    [day] , rapporté le { $date } par { $source }
    [month] , rapporté en { $date } par { $source }
    [year] , rapporté en { $date } par { $source }
   *[other] , rapporté ({ $date }) par { $source }
}
said-date-article = { $kind ->
    [day] , rapporté le { $date } dans { $article }
    [month] , rapporté en { $date } dans { $article }
    [year] , rapporté en { $date } dans { $article }
   *[other] , rapporté ({ $date }) dans { $article }
}
said-source-article = , rapporté par { $source } dans { $article }
said-date-source-article = { $kind ->
    [day] , rapporté le { $date } par { $source } dans { $article }
    [month] , rapporté en { $date } par { $source } dans { $article }
    [year] , rapporté en { $date } par { $source } dans { $article }
   *[other] , rapporté ({ $date }) par { $source } dans { $article }
}
what-status = { LOWER($status) }
what-status-dated = { $kind ->
    [day] { LOWER($status) } le { $date }
    [month] { LOWER($status) } en { $date }
    [year] { LOWER($status) } en { $date }
    [quarter] { LOWER($status) } au { $date }
    [half] { LOWER($status) } au { $date }
    [season] { INITIAL($date) ->
        [p] { LOWER($status) } au { $date }
       *[other] { LOWER($status) } à l’{ $date }
    }
    [decade] { LOWER($status) } dans les { $date }
    [years] { LOWER($status) } dans les { $date }
    [century] { LOWER($status) } au { $date }
    [range] { LOWER($status) } { $date }
    [doubted] { LOWER($status) } { $date }
    [words] { LOWER($status) } { $date }
   *[other] { LOWER($status) } : { $date }
}
what-certainty = { LOWER($certainty) }
# La date est celle de l’événement, non celle de la confirmation.
what-certainty-dated = { LOWER($certainty) } : { $date }
what-expected = prévu
what-expected-dated = { $kind ->
    [day] prévu le { $date }
    [month] prévu en { $date }
    [year] prévu en { $date }
    [quarter] prévu au { $date }
    [half] prévu au { $date }
    [season] { INITIAL($date) ->
        [p] prévu au { $date }
       *[other] prévu à l’{ $date }
    }
    [decade] prévu dans les { $date }
    [years] prévu dans les { $date }
    [century] prévu au { $date }
    [range] prévu { $date }
    [doubted] prévu { $date }
    [words] prévu { $date }
   *[other] prévu : { $date }
}
what-now-expected = désormais prévu
what-now-expected-dated = { $kind ->
    [day] désormais prévu le { $date }
    [month] désormais prévu en { $date }
    [year] désormais prévu en { $date }
    [quarter] désormais prévu au { $date }
    [half] désormais prévu au { $date }
    [season] { INITIAL($date) ->
        [p] désormais prévu au { $date }
       *[other] désormais prévu à l’{ $date }
    }
    [decade] désormais prévu dans les { $date }
    [years] désormais prévu dans les { $date }
    [century] désormais prévu au { $date }
    [range] désormais prévu { $date }
    [doubted] désormais prévu { $date }
    [words] désormais prévu { $date }
   *[other] désormais prévu : { $date }
}
what-then-expected = puis prévu
what-then-expected-dated = { $kind ->
    [day] puis prévu le { $date }
    [month] puis prévu en { $date }
    [year] puis prévu en { $date }
    [quarter] puis prévu au { $date }
    [half] puis prévu au { $date }
    [season] { INITIAL($date) ->
        [p] puis prévu au { $date }
       *[other] puis prévu à l’{ $date }
    }
    [decade] puis prévu dans les { $date }
    [years] puis prévu dans les { $date }
    [century] puis prévu au { $date }
    [range] puis prévu { $date }
    [doubted] puis prévu { $date }
    [words] puis prévu { $date }
   *[other] puis prévu : { $date }
}
what-checked = { $kind ->
    [day] aucune information trouvée (vérifié le { $date })
    [month] aucune information trouvée (vérifié en { $date })
    [year] aucune information trouvée (vérifié en { $date })
   *[other] aucune information trouvée (vérification : { $date })
}
later-than-first = plus tard qu’annoncé initialement
earlier-than-first = plus tôt qu’annoncé initialement
between-targets = après la première échéance, avant la dernière
around-targets = avant la première échéance, après la dernière
as-first-announced = à la date annoncée initialement, avant la dernière échéance
promised = Promis { $wording }
promised-for = { $kind ->
    [day] Promis pour le { $date }
    [quarter] Promis pour le { $date }
    [half] Promis pour le { $date }
    [season] { INITIAL($date) ->
        [p] Promis pour le { $date }
       *[other] Promis pour l’{ $date }
    }
    [decade] Promis pour les { $date }
    [years] Promis pour les { $date }
    [century] Promis pour le { $date }
    [doubted] Date promise : { $date }
   *[other] Promis pour { $date }
}
promised-date = Date promise : { $date }
promised-undated = Promis
promise-source = { $promise } ({ $source })
promise-comma = {"\u202F; "}
promise-sentence = { $promise }.
promise-after = { $before } { $promise }
promise-put-off = { $count ->
    [1] reporté une fois
    [2] reporté deux fois
    [one] reporté { $count } fois
    [many] reporté { $count } de fois
   *[other] reporté { $count } fois
}
promise-kept = à la date prévue
promise-cancelled = annulé
ledger-entry = Événement
previous-targets = Échéances précédentes
previously = Auparavant
ledger-slipped = Décalage
postponed-times = { $count ->
    [1] reporté une fois
    [2] reporté deux fois
    [one] reporté { $count } fois
    [many] reporté { $count } de fois
   *[other] reporté { $count } fois
}
expected-dek = Les événements annoncés qui n’ont pas encore eu lieu, du plus proche au plus lointain, et le nombre de leurs reports.
still-to-come = Encore à venir
nothing-expected = Aucun événement n’est prévu pour le moment.
slip-ledger = Suivi des reports
ledger-caption = Événements dont la date a été repoussée
current-target = Échéance actuelle
happened-late = Réalisés en retard ou après un report
happened-late-caption = Événements qui ont eu lieu plus tard qu’annoncé ou après avoir été reportés
cancelled = Annulés
postponed-then-cancelled = Reportés, puis annulés
postponed-then-cancelled-caption = Événements reportés avant d’être annulés
final-target = Dernière échéance

## Dossiers

storyline = Dossier
related-events = Événements liés
part-of = étape { $number } sur { $count }
previous-in-story = Précédent dans ce dossier
next-in-story = Suivant dans ce dossier
stories-dek = Comment un événement en a entraîné un autre : les événements liés, dans l’ordre, et l’effet de chacun sur les précédents.
story-latest = dernier événement : { $entry }
relation-follows = fait suite à { $entry }
relation-follows-back = suivi par { $entry }
relation-reverses = revient sur { $entry }
relation-reverses-back = remis en cause par { $entry }
relation-confirms = confirme { $entry }
relation-confirms-back = confirmé par { $entry }
relation-delays = retarde { $entry }
relation-delays-back = retardé par { $entry }

## Index, périodes et listes de plusieurs pages

pager = Pages
newer = Plus récents
older = Plus anciens
periods = Périodes
periods-end = Périodes, en bas de page
months = Mois
years = Années
on-this-day = Éphéméride
on-this-day-dek = Ce qui s’est passé chaque jour de l’année. Seuls figurent les événements dont le jour est connu.
today-is = Aujourd’hui : { $day }
recently-added = Ajouts récents
recently-added-dek = Les derniers articles par date de publication, quelle que soit la date des faits.
choice-status = Statut
choice-certainty = Degré de certitude
choice-stance = Position
status-dek = Événements par statut. Ceux qui ont déjà eu lieu figurent dans la chronologie.
certainty-dek = Événements par degré de certitude.
status-expected-about = Annoncé ou prévu ; aucune source ne rapporte encore qu’il a eu lieu.
status-cancelled-about = Annoncé, puis annulé.
certainty-rumoured-about = Circule sans source nommée en mesure de le savoir.
certainty-reported-about = Rapporté par au moins une source ; les intéressés ne l’ont pas confirmé.
certainty-confirmed-about = Affirmé par les intéressés ou attesté par une source primaire.
certainty-disputed-about = Contredit par une autre source ou par les intéressés.
stances-title = La position de chaque organisation
stances-dek = Chaque organisation, classée selon sa dernière position, avec l’événement qui l’établit.
stance-and-entries = { $about }. { $entries }
holder = Organisation
holder-since = Depuis
holder-entry = Établie par
holder-next = provisoire : { $stance }, { $entry }
holder-planned = Prévue, pas encore adoptée : { $holders }
holder-plan = { $organisation } ({ $entry }, { $date })
holder-nobody = Aucune organisation ne défend actuellement cette position.
folded = { $count ->
    [one] { $count } autre en { $year }, mois inconnu
    [many] { $count } d’autres en { $year }, mois inconnu
   *[other] { $count } autres en { $year }, mois inconnu
}
in-total = { $count } au total
by-count = Par nombre d’événements
by-name = Par nom
stance-over-time = Évolution de la position
# Sans accord : le genre de $terms n’est pas connu.
mentioned-with = { $terms } souvent en lien avec { $term }
term-page = { $term }, page { $number }
term-in-year = { $term } en { $year }
taxonomy-organisations = Organisations
taxonomy-organisations-one = Organisation
taxonomy-people = Personnes
taxonomy-people-one = Personne
taxonomy-categories = Rubriques
taxonomy-categories-one = Rubrique
taxonomy-tags = Thèmes
taxonomy-tags-one = Thème
taxonomy-authors = Auteurs
taxonomy-authors-one = Auteur

## Explorer : la recherche et tous les filtres

search = Rechercher
search-site = Rechercher dans la chronologie
search-entries = { $count ->
    [one] Rechercher dans { $count } événement
    [many] Rechercher dans { $count } d’événements
   *[other] Rechercher dans { $count } événements
}
explore = Explorer
explore-dek = Tous les événements, par mot-clé, nom, statut et date.
about-stances = La position de chaque organisation sur { $site } : depuis quand et selon quelle source.
about-explore = Retrouvez tout événement sur { $site } par mot-clé, nom, statut ou date.
explore-text = Mots-clés dans le titre et le texte
explore-filters = Filtres
facet-status = Statut
facet-stance = Position
facet-importance = Importance
importance-1 = Secondaire
importance-2 = Mineure
importance-3 = Notable
importance-4 = Importante
importance-5 = Majeure
explore-period = Période
explore-from = De
explore-to = À
explore-period-help = Une année, un mois ou un jour, par exemple 2025, 2025-03 ou 2025-03-09. Les événements qui pourraient se situer dans cette période sont inclus.
explore-all-choices = Tout afficher ({ $count })
explore-sort = Trier par
sort-best = Pertinence
sort-happened = Date de l’événement
sort-published = Date de publication
sort-updated = Dernière mise à jour
explore-new = Nouveautés depuis votre dernière visite
explore-clear = Tout effacer
explore-show = Afficher ({ $count })
explore-results = Résultats
explore-skip = Aller aux résultats
entries-found = { $count ->
    [one] { $count } événement trouvé
    [many] { $count } d’événements trouvés
   *[other] { $count } événements trouvés
}
background-articles = { $count ->
    [one] et { $count } article de contexte
    [many] et { $count } d’articles de contexte
   *[other] et { $count } articles de contexte
}
explore-more = Afficher plus
explore-nothing = Aucun événement ne correspond à tous les filtres. Retirez-en un :
explore-filter = { $label } : { $value }
explore-by-date = Trier par date
explore-spelt = Résultats pour « { $spelt } ».
explore-as-written = Rechercher plutôt « { $asked } »
explore-partly = Peu d’événements contiennent tous ces mots. Ceux qui en contiennent la plupart suivent.
explore-term = Tout sur { $term }
explore-hint = Essayez moins de mots ou d’autres mots, ou vérifiez leur orthographe.
explore-remove = Retirer le filtre : { $label }
explore-broken = La recherche n’a pas pu être chargée. Tous les événements figurent dans les listes ci-dessous.
explore-lists = Parcourir tous les événements
explore-no-script = La recherche et les filtres nécessitent JavaScript. Ces listes s’en passent.
more-lists = Autres listes

## Corrections

corrections-policy = Politique de correction
no-corrections = Aucune correction pour le moment.
correction-correction = Correction
correction-clarification = Précision
correction-editors-note = Note de la rédaction
correction-retraction = Rétractation
correction-of = Correction : { $title }

## Libellés que site.yaml peut remplacer

status-happened = A eu lieu
status-expected = Prévu
status-cancelled = Annulé
certainty-rumoured = Rumeur
certainty-reported = Rapporté
certainty-confirmed = Confirmé
certainty-disputed = Contesté
kind-analysis = Analyse
kind-opinion = Opinion
kind-explainer = Décryptage
source-primary = Source primaire
source-secondary = Source secondaire
source-rewrite = Reprise d’un autre média

## Pages manquantes

not-found = Page introuvable
not-found-heading = Aucune page ne correspond à cette adresse
not-found-dek = La page a peut-être été déplacée, ou l’adresse contient une faute de frappe. Essayez l’une de ces pages :
to-front = Accueil : les derniers articles et la chronologie
report-missing = Signalez-nous ce qui manque
no-longer-available = N’est plus disponible
expired-on = Cet article n’est plus disponible depuis le { $date }.
moved-heading = Cette page a été déplacée
# Les deux-points évitent « à » devant un titre qui commence par un article.
moved-to = Elle se trouve désormais ici : { $page }.

## Pour les moteurs de recherche et les flux

events = { $count ->
    [one] { $count } événement
    [many] { $count } d’événements
   *[other] { $count } événements
}
about-period = { $events } en { $period } sur { $site }.
about-day = Le { $day } au fil des ans : { $events } sur { $site }.
about-days = Ce qui s’est passé chaque jour de l’année, sur { $site }.
about-new = Les derniers articles sur { $site }.
about-taxonomy = { $title } sur { $site } : { $terms }.
about-term = { $term } : { $events } sur { $site }.
about-term-span = { $term } : { $events } sur { $site }, { $span }.
about-pages = Toutes les pages du site { $site }.
about-stories = Dossiers sur { $site } : { $titles }.
about-story = { $story } : { $events } sur { $site }.
about-expected = Les événements annoncés qui n’ont pas encore eu lieu et le nombre de leurs reports, sur { $site }.
about-corrections = Toutes les corrections, précisions et rétractations sur { $site }.
about-feeds = Flux et calendriers de { $site }.
about-data = La chronologie de { $site } sous forme de données : JSON, CSV, TimelineJS.
feed-of = { $name } – { $site }

## Noms dans les dates

month-1 = janvier
month-2 = février
month-3 = mars
month-4 = avril
month-5 = mai
month-6 = juin
month-7 = juillet
month-8 = août
month-9 = septembre
month-10 = octobre
month-11 = novembre
month-12 = décembre
month-in-date-1 = janvier
month-in-date-2 = février
month-in-date-3 = mars
month-in-date-4 = avril
month-in-date-5 = mai
month-in-date-6 = juin
month-in-date-7 = juillet
month-in-date-8 = août
month-in-date-9 = septembre
month-in-date-10 = octobre
month-in-date-11 = novembre
month-in-date-12 = décembre
month-short-1 = janv.
month-short-2 = févr.
month-short-3 = mars
month-short-4 = avr.
month-short-5 = mai
month-short-6 = juin
month-short-7 = juil.
month-short-8 = août
month-short-9 = sept.
month-short-10 = oct.
month-short-11 = nov.
month-short-12 = déc.
month-short-in-date-1 = janv.
month-short-in-date-2 = févr.
month-short-in-date-3 = mars
month-short-in-date-4 = avr.
month-short-in-date-5 = mai
month-short-in-date-6 = juin
month-short-in-date-7 = juil.
month-short-in-date-8 = août
month-short-in-date-9 = sept.
month-short-in-date-10 = oct.
month-short-in-date-11 = nov.
month-short-in-date-12 = déc.
weekday-1 = lundi
weekday-2 = mardi
weekday-3 = mercredi
weekday-4 = jeudi
weekday-5 = vendredi
weekday-6 = samedi
weekday-7 = dimanche
weekday-short-1 = lun.
weekday-short-2 = mar.
weekday-short-3 = mer.
weekday-short-4 = jeu.
weekday-short-5 = ven.
weekday-short-6 = sam.
weekday-short-7 = dim.
part-q1 = premier trimestre
part-q2 = deuxième trimestre
part-q3 = troisième trimestre
part-q4 = quatrième trimestre
part-h1 = premier semestre
part-h2 = second semestre
part-spring = printemps
part-summer = été
part-autumn = automne
part-winter = hiver
part-short-q1 = T1
part-short-q2 = T2
part-short-q3 = T3
part-short-q4 = T4
part-short-h1 = S1
part-short-h2 = S2
part-short-spring = printemps
part-short-summer = été
part-short-autumn = automne
part-short-winter = hiver

## Dates en toutes lettres

year-heading = { $year }
bar-year = { $year }
date-year = { $year }
short-year = { $year }
date-year-bc = { $year } av. J.-C.
date-year-ad = { $year } apr. J.-C.
year-in-date = { $year }
year-in-date-bc = { $year } av. J.-C.
year-in-date-ad = { $year } apr. J.-C.
date-month = { $month } { $year }
date-month-of-year = { $month-name }
date-day = { $day ->
    [1] 1er
   *[other] { $day }
} { $month } { $year }
date-day-of-month = { $day ->
    [1] 1er
   *[other] { $day }
} { $month }
date-weekday = { $weekday } { $date }
date-decade = années { $decade }
date-decade-short = années { $decade }
date-century = { $number } siècle
date-century-short = { $number } siècle
# Seuls les siècles ont des ordinaux : « XXIe ».
ordinal-1 = { $roman }e
ordinal-2 = { $roman }e
ordinal-3 = { $roman }e
ordinal = { $roman }e
date-years = années { $from } à { $to }
date-years-short = années { $from } à { $to }
date-quarter = { $part } { $year }
date-season = { $part } { $year }
# Sans le mot « trimestre » : il suit, « du premier au deuxième trimestre 2026 » (voir date-to).
date-part-of-year = { $which ->
    [q1] premier
    [q2] deuxième
    [q3] troisième
    [q4] quatrième
    [h1] premier
    [h2] second
   *[other] { $part }
}
date-inner = { $date }
date-time = { $date } à { $time }
clock = { $minutes ->
    [0] { $hour-24 } h { $zone }
   *[other] { $hour-24 } h { $minute } { $zone }
}
zone = { $place ->
    [europe-paris] (heure de Paris)
    [europe-brussels] (heure de Bruxelles)
    [europe-luxembourg] (heure de Luxembourg)
    [europe-zurich] (heure suisse)
    [europe-monaco] (heure de Monaco)
    [africa-algiers] (heure d’Alger)
    [africa-tunis] (heure de Tunis)
    [america-toronto] { $zone ->
        [EST] HNE
       *[EDT] HAE
    }
    [america-montreal] { $zone ->
        [EST] HNE
       *[EDT] HAE
    }
   *[other] { $zone }
}
date-about = { $kind ->
    [day] vers le { $date }
    [quarter] vers le { $date }
    [half] vers le { $date }
    [season] { INITIAL($date) ->
        [p] vers le { $date }
       *[other] vers l’{ $date }
    }
    [decade] vers les { $date }
    [years] vers les { $date }
    [century] vers le { $date }
   *[other] vers { $date }
}
date-perhaps = { $kind ->
    [day] peut-être le { $date }
    [month] peut-être en { $date }
    [year] peut-être en { $date }
    [quarter] peut-être au { $date }
    [half] peut-être au { $date }
    [season] { INITIAL($date) ->
        [p] peut-être au { $date }
       *[other] peut-être à l’{ $date }
    }
    [decade] peut-être dans les { $date }
    [years] peut-être dans les { $date }
    [century] peut-être au { $date }
   *[other] peut-être { $date }
}
date-perhaps-about = { $kind ->
    [day] peut-être vers le { $date }
    [quarter] peut-être vers le { $date }
    [half] peut-être vers le { $date }
    [season] { INITIAL($date) ->
        [p] peut-être vers le { $date }
       *[other] peut-être vers l’{ $date }
    }
    [decade] peut-être vers les { $date }
    [years] peut-être vers les { $date }
    [century] peut-être vers le { $date }
   *[other] peut-être vers { $date }
}
date-about-uncertain = { $kind ->
    [day] vers le { $date }, date incertaine
    [quarter] vers le { $date }, date incertaine
    [half] vers le { $date }, date incertaine
    [season] { INITIAL($date) ->
        [p] vers le { $date }, date incertaine
       *[other] vers l’{ $date }, date incertaine
    }
    [decade] vers les { $date }, date incertaine
    [years] vers les { $date }, date incertaine
    [century] vers le { $date }, date incertaine
   *[other] vers { $date }, date incertaine
}
date-in-calendars = { $date } ({ $gregorian })
date-since = { $kind ->
    [day] depuis le { $date }, en cours
    [quarter] depuis le { $date }, en cours
    [half] depuis le { $date }, en cours
    [season] { INITIAL($date) ->
        [p] depuis le { $date }, en cours
       *[other] depuis l’{ $date }, en cours
    }
    [decade] depuis les { $date }, en cours
    [years] depuis les { $date }, en cours
    [century] depuis le { $date }, en cours
    [doubted] début { $date }, en cours
   *[other] depuis { $date }, en cours
}
date-from = { $kind ->
    [day] à partir du { $date }, fin inconnue
    [month] { INITIAL($date) ->
        [a] à partir d’{ $date }, fin inconnue
        [o] à partir d’{ $date }, fin inconnue
       *[other] à partir de { $date }, fin inconnue
    }
    [quarter] à partir du { $date }, fin inconnue
    [half] à partir du { $date }, fin inconnue
    [season] { INITIAL($date) ->
        [p] à partir du { $date }, fin inconnue
       *[other] à partir de l’{ $date }, fin inconnue
    }
    [decade] à partir des { $date }, fin inconnue
    [years] à partir des { $date }, fin inconnue
    [century] à partir du { $date }, fin inconnue
    [doubted] début { $date }, fin inconnue
   *[other] à partir de { $date }, fin inconnue
}
date-until = { $kind ->
    [day] jusqu’au { $date }
    [month] jusqu’en { $date }
    [year] jusqu’en { $date }
    [quarter] jusqu’au { $date }
    [half] jusqu’au { $date }
    [season] { INITIAL($date) ->
        [p] jusqu’au { $date }
       *[other] jusqu’à l’{ $date }
    }
    [decade] jusqu’aux { $date }
    [years] jusqu’aux { $date }
    [century] jusqu’au { $date }
    [doubted] fin { $date }
   *[other] jusqu’à { $date }
}
date-or-earlier = { $date } ou avant
date-or-later = { $date } ou après
date-days = du { $day ->
    [1] 1er
   *[other] { $day }
} au { $date }
# $from-full entre un trimestre et un semestre, car date-part-of-year tait ces deux mots.
date-to = { $from-kind ->
    [doubted] { $from } – { $to }
   *[other] { $to-kind ->
        [doubted] { $from } – { $to }
       *[other] { $from-kind ->
            [day] {"du "}
            [month] { INITIAL($from) ->
                [a] d’
                [o] d’
               *[other] {"de "}
            }
            [quarter] {"du "}
            [half] {"du "}
            [season] { INITIAL($from) ->
                [p] {"du "}
               *[other] de l’
            }
            [decade] {"des "}
            [years] {"des "}
            [century] {"du "}
           *[other] {"de "}
        }{ $from-kind ->
            [quarter] { $to-kind ->
                [quarter] { $from }
               *[other] { $from-full }
            }
            [half] { $to-kind ->
                [half] { $from }
               *[other] { $from-full }
            }
           *[other] { $from }
        } { $to-kind ->
            [day] {"au "}
            [quarter] {"au "}
            [half] {"au "}
            [season] { INITIAL($to) ->
                [p] {"au "}
               *[other] à l’
            }
            [decade] {"aux "}
            [years] {"aux "}
            [century] {"au "}
           *[other] {"à "}
        }{ $to }
    }
}
date-to-years = de { $from } à { $to }
date-one-of = { $dates }
date-one-of-years = { $dates }
date-some-day = { $from-kind ->
    [doubted] un jour indéterminé ({ $range })
   *[other] { $to-kind ->
        [doubted] un jour indéterminé ({ $range })
        [day] un jour entre le { $from } et le { $to }
       *[other] un jour entre le { $from } et { $to }
    }
}
date-some-month = { $from-kind ->
    [doubted] un mois indéterminé ({ $range })
   *[other] { $to-kind ->
        [doubted] un mois indéterminé ({ $range })
        [day] un mois entre { $from } et le { $to }
       *[other] un mois entre { $from } et { $to }
    }
}
date-some-year = { $from-kind ->
    [doubted] une année indéterminée ({ $range })
   *[other] { $to-kind ->
        [doubted] une année indéterminée ({ $range })
        [day] une année entre { $from } et le { $to }
       *[other] une année entre { $from } et { $to }
    }
}
date-some-period = { $from-kind ->
    [doubted] { $from } – { $to }
   *[other] { $to-kind ->
        [doubted] { $from } – { $to }
       *[other] entre { $from-kind ->
            [day] {"le "}
            [quarter] {"le "}
            [half] {"le "}
            [season] { INITIAL($from) ->
                [p] {"le "}
               *[other] l’
            }
            [decade] {"les "}
            [years] {"les "}
            [century] {"le "}
           *[other] {""}
        }{ $from-kind ->
            [quarter] { $to-kind ->
                [quarter] { $from }
               *[other] { $from-full }
            }
            [half] { $to-kind ->
                [half] { $from }
               *[other] { $from-full }
            }
           *[other] { $from }
        } { $to-kind ->
            [day] {"et le "}
            [quarter] {"et le "}
            [half] {"et le "}
            [season] { INITIAL($to) ->
                [p] {"et le "}
               *[other] et l’
            }
            [decade] {"et les "}
            [years] {"et les "}
            [century] {"et le "}
           *[other] {"et "}
        }{ $to }
    }
}
date-list = { $dates }, { $date }
date-or-two = { $dates } ou { $date }
date-or-last = { $dates } ou { $date }

## Dates abrégées

short-date = { $part } { $year }
short-day = { $day ->
    [1] 1er
   *[other] { $day }
} { $month }
short-month = { $month-name }
short-about = { $kind ->
    [day] vers le { $date }
    [quarter] vers le { $date }
    [half] vers le { $date }
    [season] { INITIAL($date) ->
        [p] vers le { $date }
       *[other] vers l’{ $date }
    }
    [decade] vers les { $date }
    [years] vers les { $date }
    [century] vers le { $date }
   *[other] vers { $date }
}
short-perhaps = { $date } ?
short-since = { $kind ->
    [day] depuis le { $date }
    [quarter] depuis le { $date }
    [half] depuis le { $date }
    [season] { INITIAL($date) ->
        [p] depuis le { $date }
       *[other] depuis l’{ $date }
    }
    [decade] depuis les { $date }
    [years] depuis les { $date }
    [century] depuis le { $date }
    [doubted] { $date } (en cours)
   *[other] depuis { $date }
}
short-from = { $kind ->
    [day] à partir du { $date }
    [month] { INITIAL($date) ->
        [a] à partir d’{ $date }
        [o] à partir d’{ $date }
       *[other] à partir de { $date }
    }
    [quarter] à partir du { $date }
    [half] à partir du { $date }
    [season] { INITIAL($date) ->
        [p] à partir du { $date }
       *[other] à partir de l’{ $date }
    }
    [decade] à partir des { $date }
    [years] à partir des { $date }
    [century] à partir du { $date }
    [doubted] début : { $date }
   *[other] à partir de { $date }
}
short-until = { $kind ->
    [day] jusqu’au { $date }
    [month] jusqu’en { $date }
    [year] jusqu’en { $date }
    [quarter] jusqu’au { $date }
    [half] jusqu’au { $date }
    [season] { INITIAL($date) ->
        [p] jusqu’au { $date }
       *[other] jusqu’à l’{ $date }
    }
    [decade] jusqu’aux { $date }
    [years] jusqu’aux { $date }
    [century] jusqu’au { $date }
    [doubted] fin : { $date }
   *[other] jusqu’à { $date }
}
short-range = { $from }–{ $to }
short-range-loose = { $from } – { $to }
short-years = { $from }–{ $to }
short-days = { $day ->
    [1] 1er
   *[other] { $day }
}–{ $date }
date-column-day = { $weekday } { $day ->
    [1] 1er
   *[other] { $day }
}
date-column-days = { $from ->
    [1] 1er
   *[other] { $from }
}–{ $to }
day-number = { $day ->
    [1] 1er
   *[other] { $day }
}
year-only = année seulement
day-unknown = jour inconnu
month-unknown = mois inconnu
year-unknown = année inconnue
decade-unknown = décennie inconnue
date-unknown = Date inconnue
closing = { $period }, { $unknown }

## Décalages

number-0 = zéro
number-1 = un
number-2 = deux
number-3 = trois
number-4 = quatre
number-5 = cinq
number-6 = six
number-7 = sept
number-8 = huit
number-9 = neuf
length-days = { $count ->
    [one] { $number } jour
    [many] { $number } de jours
   *[other] { $number } jours
}
# « one » comprend zéro en français.
length-weeks = { $count ->
    [1] une semaine
    [one] { $number } semaine
    [many] { $number } de semaines
   *[other] { $number } semaines
}
length-months = { $count ->
    [one] { $number } mois
    [many] { $number } de mois
   *[other] { $number } mois
}
length-quarters = { $count ->
    [one] { $number } trimestre
    [many] { $number } de trimestres
   *[other] { $number } trimestres
}
length-years = { $count ->
    [one] { $number } an
    [many] { $number } d’années
   *[other] { $number } ans
}
later = plus tard
later-exactly = { $length } plus tard
later-about = environ { $length } plus tard
later-at-least = au moins { $length } plus tard
later-up-to = jusqu’à { $length } plus tard
# L’élision ne se fait que devant « un » et « une » : « plus de huit », « plus de onze ».
later-more-than = { $count ->
    [1] plus d’{ $length } plus tard
   *[other] plus de { $length } plus tard
}
earlier = plus tôt
earlier-exactly = { $length } plus tôt
earlier-about = environ { $length } plus tôt
earlier-at-least = au moins { $length } plus tôt
earlier-up-to = jusqu’à { $length } plus tôt
earlier-more-than = { $count ->
    [1] plus d’{ $length } plus tôt
   *[other] plus de { $length } plus tôt
}
late = en retard
late-exactly = avec { $length } de retard
late-about = avec environ { $length } de retard
late-at-least = avec au moins { $length } de retard
late-up-to = avec jusqu’à { $length } de retard
late-more-than = { $count ->
    [1] avec plus d’{ $length } de retard
   *[other] avec plus de { $length } de retard
}
early = en avance
early-exactly = avec { $length } d’avance
early-about = avec environ { $length } d’avance
early-at-least = avec au moins { $length } d’avance
early-up-to = avec jusqu’à { $length } d’avance
early-more-than = { $count ->
    [1] avec plus d’{ $length } d’avance
   *[other] avec plus de { $length } d’avance
}

## Images comparées dans le temps

lanes = Comparaison
lanes-title = Qui a fait quoi, et quand
lanes-stances = La position de chacun, et depuis quand
lanes-dek = Ce qui s’est passé, ce qui a été annoncé et la position de chacun, sur un même axe de temps.
lanes-all = Toutes les frises, aussi en tableau
lanes-as-table = La même chose en tableau
lanes-table = Tout ce que montre l’image
lanes-csv = Le tableau en CSV
lanes-csv-all = Toutes les lignes en CSV
lanes-rows-shown = Lignes affichées : { $shown } sur { $count }, les plus importantes et les plus récentes.
lanes-wide = Comparaison dans le temps, à faire défiler
lane-title = { $name } au fil du temps
lanes-finding = { $parts }.
lanes-finding-part = { $names }{"\u00a0"}: { LOWER($stance) }
lanes-finding-comma = {"\u202F; "}
lane-finding = { $stance } depuis { $kind ->
    [day] le { $date }
   *[other] { $date }
}.
lanes-as-of = Dernière mise à jour{"\u00a0"}: { $date }.
lane-since = depuis { $kind ->
    [day] le { $date }
   *[other] { $date }
}
lane-stance-since = { $stance } depuis { $date }
lane-stance-unsure = { $stance } ({ LOWER($how) })
lane-cancelled = annulé ({ $date })
lane-passed = date dépassée ({ $date })
lanes-when = Date
lanes-outcome = Ce qu’il en est advenu
chart-today = Aujourd’hui, { $date }
chart-colon = {"\u00a0: "}
chart-key = Légende
chart-events = Événements
chart-reported = non confirmé
chart-slanted = jour inconnu
chart-lesser = événement mineur
chart-put-off = reporté à
chart-more-plans = Autres annonces : { $count }
chart-passed = date dépassée
chart-cancelled = annulé
chart-folded = abrégé{"\u00a0"}: aucun événement
chart-larger = échelle agrandie
chart-zoom-in = Agrandir
chart-zoom-out = Réduire
chart-zoom-all = Toute la période
chart-choose = Choisir et ordonner
chart-move-up = Monter { $name }
chart-move-down = Descendre { $name }
chart-use = Télécharger, citer ou intégrer cette image
chart-svg = L’image en SVG
chart-png = L’image en PNG
chart-cite = { $title }. { $site }, { $address }. { $as-of }
chart-embed = Code HTML pour afficher l’image sur un autre site
copy = Copier
copied = Copié
density-title = Événements au fil du temps
density-note = Plus la barre est haute, plus les événements sont nombreux ou importants{"\u00a0"}; quatre fois plus d’événements doublent la hauteur.
density-expected = En contour{"\u00a0"}: à venir.
story-steps = { $before }, puis { LOWER($stance) }
story-silence = { $length } sans événement
story-follows = suite
story-reverses = revirement
story-confirms = confirmation
story-delays = retard
compare-title = Comparaison{"\u00a0"}: { $names }
compare-differences = Écarts
compare-apart = { $count ->
    [one] un degré d’écart
    [many] { $count } de degrés d’écart
   *[other] { $count } degrés d’écart
}
compare-same = même position
compare-differ = positions différentes
slips-title = Comment les dates ont été repoussées
slips-dek = De gauche à droite, le jour où une date a été annoncée{"\u00a0"}; de bas en haut, cette date. Ce qui est reporté monte{"\u00a0"}; ce qui se réalise finit sur la ligne pointillée.
slips-latest = Seuls les plus récents sont montrés{"\u00a0"}; tous figurent dans les tableaux ci-dessous.
slips-said = Annoncé le
slips-target = Annoncé pour
slips-due = échéance
slips-lateness = Avec quel retard les annonces se sont réalisées
slips-median = { $lateness } (médiane de { $count } annonces recensées ici)
slips-method = Comment c’est calculé
slips-method-text = Chaque annonce recensée ici et réalisée compte une fois{"\u00a0"}: sa première date est comparée à celle de sa réalisation. La médiane est la valeur du milieu, ou la plus précoce des deux valeurs centrales. Les organisations qui en ont moins de trois ne sont pas listées, et ce qui ne s’est pas réalisé n’est pas compté.
about-lanes = Qui a fait quoi et quand, et la position de chacun, sur un même axe de temps, sur { $site }.
