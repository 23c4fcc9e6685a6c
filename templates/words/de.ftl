# Alle Texte der Oberfläche auf Deutsch.
#
# Fälle der Daten (`.case`): when – Antwort auf „wann?“ mit Präposition („im März 2025“, „in den
# 1990er-Jahren“), bei Tagen ohne „am“: das setzt die äußere Nachricht nach $kind; dative – nach „seit“, „ab“
# („dem 1. Quartal 2026“); to – nach „bis“ („zum 1. Quartal 2026“, „ins 21. Jahrhundert“); accusative – nach
# „für“; span – ohne alles, als Teil eines Zeitraums. Ohne Angabe steht der Nominativ ohne Artikel.

## Kopf, Fuß und andere Teile jeder Seite

skip = Zum Inhalt springen
notice = Hinweis
who-we-are = Über uns
main-menu = Hauptmenü
language-menu = Sprachen
foot = Fußbereich
report-error = Fehler melden
atom-feed = Atom-Feed
json-feed = JSON-Feed
calendar-link = Kalender
feeds-title = Feeds und Kalender
feeds-dek = Dieser Website im eigenen Programm folgen: eine Adresse hineinkopieren oder dort öffnen.
feeds-reader = Ein Feedreader zeigt Neues, ohne Besuch und ohne Konto. Jeder Feed enthält seine neuesten Artikel; der Feed der ganzen Website führt auch zu allen früheren.
feeds-calendar = Ein Kalender zeigt, was erwartet wird. Wird ein Termin verschoben, rückt er auch dort, und was abgesagt ist, ist so gekennzeichnet.
whole-site = Die ganze Website
data-title = Daten
data-dek = Die Zeitleiste als Dateien, für Programme und Tabellen. Zeitangaben sind darin nicht genauer als auf den Seiten.
data-entries = Alle Einträge, die neuesten zuerst: Zeitangaben, Quellen, frühere Termine, Namen und Themen.
data-entries-by-year = Die Adressen der Dateien der einzelnen Jahre mit allen Einträgen, die neuesten zuerst: Zeitangaben, Quellen, frühere Termine, Namen und Themen.
data-schema = Der Aufbau der Datei mit den Einträgen, für Programme (JSON Schema).
data-csv = Alle Einträge als Tabelle.
data-changes = Was veröffentlicht, verschoben, abgesagt und berichtigt wurde, und seit wann; das Neueste zuerst.
data-timeline = Die Zeitleiste für TimelineJS. Auch Seiten mit eigenem Feed haben eine: timeline.json, daneben.
data-example = Beispiel
data-licence = Nutzungsbedingungen
data-no-licence = Es sind keine Nutzungsbedingungen angegeben. Auskunft gibt der Herausgeber.
digest-title = Neues auf { $site }
digest-since = Seit { $date }.
digest-nothing = Nichts Neues.
digest-moved = Neue Termine
all-pages = Alle Seiten
published-by = Herausgegeben von { $publisher }.
made-with = Erstellt mit { $generator }.
look = Farben
look-system = Wie auf diesem Gerät
look-light = Hell
look-dark = Dunkel
on-this-page = Auf dieser Seite
timeline = Zeitleiste
stories = Ereignisketten
expected = Erwartet
corrections = Korrekturen
page-title = { $page } – { $site }
comma = {", "}
clause-comma = {", "}
and-more = { $names }, { $name }
and-two = { $names } und { $name }
and-last = { $names } und { $name }

## Einträge in Listen

overdue = Termin verstrichen
date-passed-checked = Termin verstrichen, keine Meldung gefunden (Stand: { $date })
date-passed-since = Termin verstrichen, nicht geprüft seit { $date }
    .case = dative
date-passed-unchecked = Termin verstrichen, nicht geprüft
corrected = Korrigiert
# Eigene Bezeichnungen der Website bleiben, wie sie sind: Es können Substantive sein, wie „Gerücht“.
stance-qualifier = {" ("}{ $how ->
    [Gemeldet] gemeldet
    [Strittig] strittig
    [Abgesagt] abgesagt
   *[other] { $how }
})
stance-planned = geplant
stance-said = { $how } ({ $date }):
stance-said-only = { $said }:
stance-now = jetzt: { $stance }
in-article = im Artikel „{ $article }“
source = Quelle: { $source }
source-date = Quelle: { $source }, { $date }
source-more = Quellen: { $source } und { $count } weitere
source-date-more = Quellen: { $source } ({ $date }) und { $count } weitere
more-sources = und { $count } weitere
entries = { $count ->
    [one] { $count } Eintrag
   *[other] { $count } Einträge
}
articles = { $count } Artikel
entries-in-articles = { $entries } in { $article-count ->
    [one] { $article-count } Artikel
   *[other] { $article-count } Artikeln
}
entries-by-year = Einträge nach Jahr
no-entries-in = { $years }: keine Einträge
no-date-yet = Noch ohne Datum
background = Hintergrund
no-date = ohne Datum
background-date = Hintergrund
span = { $from } bis { $to }
    .case = span
entries-span = { $entries }, { $span }
with-date = { $what }, { $date }

## Startseite

just-published = Neu erschienen
published-on = veröffentlicht am { $date }
added-on = hinzugefügt am { $date }
all-recent = Alle neuen Artikel
expected-next = Als Nächstes erwartet
overdue-and-next = Verstrichene und nächste Termine
all-expected = Alle erwarteten Ereignisse und Verzögerungen
popular-tags = Häufige Schlagwörter
all-corrections = Alle Korrekturen
now-and-next = Jetzt und demnächst
now-last = Zuletzt
now-next = Als Nächstes
now-overdue = Termin verstrichen
now-checked = keine Meldung gefunden (Stand: { $date })
front-empty = Die Zeitleiste ist noch leer. Hier erscheint der erste Eintrag.
key-exact = genauer Tag
key-approximate = ungefähr
key-partial = nur Monat oder Jahr
key-range = Zeitraum
key-expected = erwartet

## Artikel

draft-banner = Entwurf: Diese Seite ist noch nicht öffentlich.
byline = Von { $authors }
reading-time = Lesezeit: { $count ->
    [one] { $count } Minute
   *[other] { $count } Minuten
}
also-in = In anderen Sprachen: { $languages }
retracted = Zurückgezogen.
retracted-banner = Die Redaktion steht nicht mehr hinter diesem Artikel.
see-below = Siehe unten
more-corrections = und { $count } weitere
correction-line = { $kind } ({ $date }).
happened = Eingetreten
reported = Gemeldet
published = Veröffentlicht
updated = Aktualisiert
updated-on = Aktualisiert am { $date }
contents = Inhalt
dateline = { $place }, { $date } –
where-they-stand = Positionen
how-it-developed = Bisherige Entwicklung
events-here = Ereignisse in diesem Artikel
this-article = Dieser Artikel
according-to = laut { $source }
sources = Quellen
archived-copy = archivierte Fassung
source-accessed = { $kind ->
    [day] abgerufen am { $date }
   *[other] abgerufen { $date }
}
    .case = when
back-to-source = Zurück zum Verweis auf Quelle { $number }
back-to-source-nth = Zurück zum { $nth }. Verweis auf Quelle { $number }
filed-under = Themen
share = Teilen
comments = Kommentare
discussions = Diskussionen auf GitHub
show-comments = Kommentare anzeigen (lädt giscus.app)
share-by-email = E-Mail
link-to-copy = Link zum Kopieren: { $link }
embed-this = Auf einer anderen Website einbetten
embed-help = Diesen Code in die andere Seite kopieren. Was er zeigt, bleibt aktuell.
related-articles = Mehr zum Thema
previous-and-next = Vorheriger und nächster Artikel
previous-in-timeline = Zuvor in der Zeitleiste
next-in-timeline = Danach in der Zeitleiste

## Text eines Artikels

section-link = Link zu diesem Abschnitt
cited-source = Quelle { $number }
footnotes = Fußnoten
footnote = Fußnote { $number }
back-to-text = Zurück zum Text
embed-from = von { $host }
alert-note = Hinweis
alert-tip = Tipp
alert-important = Wichtig
alert-warning = Warnung
alert-caution = Vorsicht

## Geschichte eines Termins

said-date = { $kind ->
    [day] , gemeldet am { $date }
   *[other] , gemeldet { $date }
}
    .case = when
said-source = , gemeldet von { $source }
said-article = , gemeldet im Artikel „{ $article }“
said-date-source = { $kind ->
    [day] , gemeldet am { $date } von { $source }
   *[other] , gemeldet { $date } von { $source }
}
said-date-article = { $kind ->
    [day] , gemeldet am { $date } im Artikel „{ $article }“
   *[other] , gemeldet { $date } im Artikel „{ $article }“
}
said-source-article = , gemeldet von { $source } im Artikel „{ $article }“
said-date-source-article = { $kind ->
    [day] , gemeldet am { $date } von { $source } im Artikel „{ $article }“
   *[other] , gemeldet { $date } von { $source } im Artikel „{ $article }“
}
# Wie bei `stance-qualifier`.
what-status = { $status ->
    [Eingetreten] eingetreten
    [Erwartet] erwartet
    [Abgesagt] abgesagt
   *[other] { $status }
}
what-status-dated = { $status ->
    [Eingetreten] eingetreten
    [Erwartet] erwartet
    [Abgesagt] abgesagt
   *[other] { $status }
}{ $kind ->
    [day] {" "}am { $date }
    [choice] : { $date }
   *[other] {" "}{ $date }
}
    .case = when
what-certainty = { $certainty ->
    [Gemeldet] gemeldet
    [Strittig] strittig
   *[other] { $certainty }
}
what-certainty-dated = { $certainty ->
    [Gemeldet] gemeldet
    [Strittig] strittig
   *[other] { $certainty }
}: { $date }
what-expected = erwartet
what-expected-dated = erwartet{ $kind ->
    [day] {" "}am { $date }
    [choice] : { $date }
   *[other] {" "}{ $date }
}
    .case = when
what-now-expected = jetzt erwartet
what-now-expected-dated = jetzt erwartet{ $kind ->
    [day] {" "}am { $date }
    [choice] : { $date }
   *[other] {" "}{ $date }
}
    .case = when
what-then-expected = dann erwartet
what-then-expected-dated = dann erwartet{ $kind ->
    [day] {" "}am { $date }
    [choice] : { $date }
   *[other] {" "}{ $date }
}
    .case = when
what-checked = keine Meldung gefunden (Stand: { $date })
later-than-first = später als zuerst angekündigt
earlier-than-first = früher als zuerst angekündigt
between-targets = nach dem ersten Termin, vor dem letzten
around-targets = vor dem ersten Termin, nach dem letzten
as-first-announced = wie zuerst angekündigt, vor dem letzten Termin
promised = Angekündigt: { $wording }
promised-for = { $kind ->
    [day] Angekündigt für den { $date }
   *[other] Angekündigt für { $date }
}
    .case = accusative
promised-date = { $kind ->
    [before] Angekündigt: { $date }
    [open] Angekündigt: { $date }
    [choice] Angekündigt: { $date }
   *[other] Angekündigt für { $date }
}
    .case = accusative
promised-undated = Angekündigt
promise-source = { $promise } ({ $source })
promise-comma = {"; "}
promise-sentence = { $promise }.
promise-after = { $before } { $promise }
promise-put-off = { $count ->
    [1] einmal verschoben
    [2] zweimal verschoben
    [3] dreimal verschoben
    [4] viermal verschoben
    [5] fünfmal verschoben
   *[other] { $count }-mal verschoben
}
promise-kept = pünktlich
promise-cancelled = abgesagt
ledger-entry = Eintrag
previous-targets = Frühere Termine
previously = Zuvor
ledger-slipped = Verzögerung
postponed-times = { $count ->
    [1] einmal verschoben
    [2] zweimal verschoben
    [3] dreimal verschoben
    [4] viermal verschoben
    [5] fünfmal verschoben
   *[other] { $count }-mal verschoben
}
expected-dek = Angekündigte Ereignisse, die noch ausstehen – die nächsten zuerst –, und wie oft sie verschoben wurden.
still-to-come = Noch ausstehend
nothing-expected = Derzeit werden keine Ereignisse erwartet.
slip-ledger = Terminverschiebungen
ledger-caption = Einträge, deren Termin sich verschoben hat
current-target = Aktueller Termin
happened-late = Verspätet oder nach Verschiebung eingetreten
happened-late-caption = Ereignisse, die später als angekündigt oder erst nach einer Verschiebung eingetreten sind
cancelled = Abgesagt
postponed-then-cancelled = Verschoben, dann abgesagt
postponed-then-cancelled-caption = Ereignisse, die verschoben und dann abgesagt wurden
final-target = Letzter Termin

## Ereignisketten

storyline = Ereigniskette
related-events = Verwandte Ereignisse
part-of = Teil { $number } von { $count }
previous-in-story = Zuvor in dieser Ereigniskette
next-in-story = Danach in dieser Ereigniskette
stories-dek = Wie ein Ereignis zum nächsten führte: zusammenhängende Einträge der Reihe nach, jeweils mit ihrer Wirkung auf frühere.
story-latest = zuletzt: { $entry }
relation-follows = folgt auf „{ $entry }“
relation-follows-back = gefolgt von „{ $entry }“
relation-reverses = revidiert „{ $entry }“
relation-reverses-back = revidiert durch „{ $entry }“
relation-confirms = bestätigt „{ $entry }“
relation-confirms-back = bestätigt durch „{ $entry }“
relation-delays = verzögert „{ $entry }“
relation-delays-back = verzögert durch „{ $entry }“

## Begriffe, Zeiträume, mehrseitige Listen

pager = Seiten
newer = Neuere
older = Ältere
periods = Zeiträume
periods-end = Zeiträume, am Seitenende
months = Monate
years = Jahre
on-this-day = Kalenderblatt
on-this-day-dek = Was an den einzelnen Tagen des Jahres geschah. Aufgeführt sind nur Ereignisse, deren Tag bekannt ist.
today-is = Heute: { $day }
recently-added = Zuletzt erschienen
recently-added-dek = Die neuesten Artikel nach Erscheinungsdatum, gleich wann die Ereignisse stattfanden.
choice-status = Status
choice-certainty = Gewissheit
choice-stance = Position
status-dek = Einträge nach Status. Was bereits eingetreten ist, steht in der Zeitleiste.
certainty-dek = Einträge danach geordnet, wie gut sie belegt sind.
status-expected-about = Angekündigt oder geplant, aber noch nicht als eingetreten gemeldet.
status-cancelled-about = Angekündigt, dann abgesagt.
certainty-rumoured-about = Im Umlauf, aber ohne namentlich genannte Quelle, die es wissen müsste.
certainty-reported-about = Von mindestens einer Quelle gemeldet, von den Beteiligten nicht bestätigt.
certainty-confirmed-about = Von den Beteiligten mitgeteilt oder durch eine Primärquelle belegt.
certainty-disputed-about = Von einer anderen Quelle oder von Beteiligten bestritten.
stances-title = Wer wo steht
stances-dek = Jede Organisation unter ihrer jüngsten Position, mit dem Eintrag, der diese belegt.
stance-and-entries = { $about }. { $entries }
holder = Organisation
holder-since = Seit
holder-entry = Beleg
holder-next = vorläufig: { $stance }, „{ $entry }“
holder-planned = Geplant, noch nicht eingenommen: { $holders }
holder-plan = { $organisation } („{ $entry }“, { $date })
holder-nobody = Derzeit vertritt keine Organisation diese Position.
folded = { $count ->
    [one] { $count } weiterer Eintrag im Jahr { $year }, Monat unbekannt
   *[other] { $count } weitere Einträge im Jahr { $year }, Monat unbekannt
}
in-total = { $count } insgesamt
by-count = Nach Zahl der Einträge
by-name = Alphabetisch
stance-over-time = Position im Zeitverlauf
mentioned-with = Häufig mit { $term } genannte { $terms }
term-page = { $term }, Seite { $number }
term-in-year = { $term } im Jahr { $year }
taxonomy-organisations = Organisationen
taxonomy-organisations-one = Organisation
taxonomy-people = Personen
taxonomy-people-one = Person
taxonomy-categories = Kategorien
taxonomy-categories-one = Kategorie
taxonomy-tags = Schlagwörter
taxonomy-tags-one = Schlagwort
taxonomy-authors = Autorinnen und Autoren
taxonomy-authors-one = Autor/-in

## Recherche: Suche und alle Filter

search = Suchen
search-site = Zeitleiste durchsuchen
search-entries = { $count ->
    [one] { $count } Eintrag durchsuchen
   *[other] { $count } Einträge durchsuchen
}
explore = Recherche
explore-dek = Alle Einträge, nach Stichwort, Name, Status und Datum.
about-stances = { $site }: welche Organisation welche Position vertritt, seit wann und laut welcher Quelle.
about-explore = { $site }: jeden Eintrag finden, nach Stichwort, Name, Status oder Datum.
explore-text = Stichwörter in Überschrift und Text
explore-filters = Filter
facet-status = Status
facet-stance = Position
facet-importance = Wichtigkeit
importance-1 = Am Rande
importance-2 = Weniger wichtig
importance-3 = Erwähnenswert
importance-4 = Wichtig
importance-5 = Herausragend
explore-period = Zeitraum
explore-from = Von
explore-to = Bis
explore-period-help = Ein Jahr, ein Monat oder ein Tag, etwa 2025, 2025-03 oder 2025-03-09. Auch Einträge, die in den Zeitraum fallen könnten, werden angezeigt.
explore-all-choices = Alle { $count } anzeigen
explore-sort = Sortieren nach
sort-best = Beste Treffer
sort-happened = Ereignisdatum
sort-published = Erscheinungsdatum
sort-updated = Aktualisierungsdatum
explore-new = Neu seit dem letzten Besuch
explore-clear = Alles zurücksetzen
explore-show = { $count } anzeigen
explore-results = Ergebnisse
explore-skip = Zu den Ergebnissen
entries-found = { $count ->
    [one] { $count } Eintrag gefunden
   *[other] { $count } Einträge gefunden
}
background-articles = und { $count } Hintergrundartikel
explore-more = Mehr anzeigen
explore-nothing = Kein Eintrag passt zu allen Filtern. Filter entfernen:
explore-filter = { $label }: { $value }
explore-by-date = Nach Datum ordnen
explore-spelt = Ergebnisse für „{ $spelt }“.
explore-as-written = Stattdessen nach „{ $asked }“ suchen
explore-partly = Wenige Einträge enthalten alle diese Wörter. Es folgen solche, die die meisten davon enthalten.
explore-term = Alles zu { $term }
explore-hint = Weniger oder andere Wörter oder eine andere Schreibweise helfen vielleicht weiter.
explore-remove = Filter entfernen: { $label }
explore-broken = Die Suche konnte nicht geladen werden. Alle Einträge stehen in den Listen unten.
explore-lists = Alle Einträge durchblättern
explore-no-script = Suche und Filter benötigen JavaScript, diese Listen nicht.
more-lists = Weitere Listen

## Korrekturen

corrections-policy = Umgang mit Fehlern
no-corrections = Bisher keine Korrekturen.
correction-correction = Korrektur
correction-clarification = Klarstellung
correction-editors-note = Anmerkung der Redaktion
correction-retraction = Rücknahme
correction-of = Korrektur: { $title }

## Bezeichnungen, die site.yaml ersetzen kann

status-happened = Eingetreten
status-expected = Erwartet
status-cancelled = Abgesagt
certainty-rumoured = Gerücht
certainty-reported = Gemeldet
certainty-confirmed = Bestätigt
certainty-disputed = Strittig
kind-analysis = Analyse
kind-opinion = Meinung
kind-explainer = Erklärt
source-primary = Primärquelle
source-secondary = Sekundärquelle
source-rewrite = Wiedergabe eines anderen Berichts

## Fehlende Seiten

not-found = Seite nicht gefunden
not-found-heading = Unter dieser Adresse gibt es keine Seite
not-found-dek = Die Seite wurde möglicherweise verschoben, oder die Adresse enthält einen Tippfehler. Vielleicht hilft eine dieser Seiten weiter:
to-front = Startseite: die neuesten Artikel und die Zeitleiste
report-missing = Fehlende Seite melden
no-longer-available = Nicht mehr verfügbar
expired-on = Dieser Artikel ist am { $date } abgelaufen.
moved-heading = Diese Seite ist umgezogen
moved-to = Sie ist jetzt unter „{ $page }“ zu finden.

## Für Suchmaschinen und Feeds

events = { $count ->
    [one] { $count } Ereignis
   *[other] { $count } Ereignisse
}
about-period = { $kind ->
    [year] { $events } im Jahr { $period } auf { $site }.
   *[other] { $events } { $period } auf { $site }.
}
    .case = when
about-day = Der { $day } im Lauf der Jahre: { $events } auf { $site }.
about-days = { $site }: was an den einzelnen Tagen des Jahres geschah.
about-new = Die neuesten Artikel auf { $site }.
about-taxonomy = { $title } auf { $site }: { $terms }.
about-term = { $term }: { $events } auf { $site }.
about-term-span = { $term }: { $events } auf { $site }, { $span }.
about-pages = Alle Seiten von { $site }.
about-stories = Ereignisketten auf { $site }: { $titles }.
about-story = { $story }: { $events } auf { $site }.
about-expected = { $site }: angekündigte Ereignisse, die noch ausstehen, und wie oft sie verschoben wurden.
about-corrections = Alle Korrekturen, Klarstellungen und Rücknahmen auf { $site }.
about-feeds = Feeds und Kalender von { $site }.
about-data = Die Zeitleiste von { $site } als Daten: JSON, CSV, TimelineJS.
feed-of = { $name } – { $site }

## Namen in Daten

month-1 = Januar
month-2 = Februar
month-3 = März
month-4 = April
month-5 = Mai
month-6 = Juni
month-7 = Juli
month-8 = August
month-9 = September
month-10 = Oktober
month-11 = November
month-12 = Dezember
month-in-date-1 = Januar
month-in-date-2 = Februar
month-in-date-3 = März
month-in-date-4 = April
month-in-date-5 = Mai
month-in-date-6 = Juni
month-in-date-7 = Juli
month-in-date-8 = August
month-in-date-9 = September
month-in-date-10 = Oktober
month-in-date-11 = November
month-in-date-12 = Dezember
month-short-1 = Jan.
month-short-2 = Feb.
month-short-3 = März
month-short-4 = Apr.
month-short-5 = Mai
month-short-6 = Juni
month-short-7 = Juli
month-short-8 = Aug.
month-short-9 = Sept.
month-short-10 = Okt.
month-short-11 = Nov.
month-short-12 = Dez.
month-short-in-date-1 = Jan.
month-short-in-date-2 = Feb.
month-short-in-date-3 = März
month-short-in-date-4 = Apr.
month-short-in-date-5 = Mai
month-short-in-date-6 = Juni
month-short-in-date-7 = Juli
month-short-in-date-8 = Aug.
month-short-in-date-9 = Sept.
month-short-in-date-10 = Okt.
month-short-in-date-11 = Nov.
month-short-in-date-12 = Dez.
weekday-1 = Montag
weekday-2 = Dienstag
weekday-3 = Mittwoch
weekday-4 = Donnerstag
weekday-5 = Freitag
weekday-6 = Samstag
weekday-7 = Sonntag
weekday-short-1 = Mo.
weekday-short-2 = Di.
weekday-short-3 = Mi.
weekday-short-4 = Do.
weekday-short-5 = Fr.
weekday-short-6 = Sa.
weekday-short-7 = So.
# Mit Ziffer, denn „erstes Quartal“ müsste je nach Zusammenhang gebeugt werden.
part-q1 = 1. Quartal
part-q2 = 2. Quartal
part-q3 = 3. Quartal
part-q4 = 4. Quartal
part-h1 = 1. Halbjahr
part-h2 = 2. Halbjahr
part-spring = Frühjahr
part-summer = Sommer
part-autumn = Herbst
part-winter = Winter
part-short-q1 = { $case ->
    [when] in Q1
   *[other] Q1
}
part-short-q2 = { $case ->
    [when] in Q2
   *[other] Q2
}
part-short-q3 = { $case ->
    [when] in Q3
   *[other] Q3
}
part-short-q4 = { $case ->
    [when] in Q4
   *[other] Q4
}
part-short-h1 = { $case ->
    [when] im 1. Hj.
   *[other] 1. Hj.
}
part-short-h2 = { $case ->
    [when] im 2. Hj.
   *[other] 2. Hj.
}
part-short-spring = { $case ->
    [when] im Frühjahr
   *[other] Frühjahr
}
part-short-summer = { $case ->
    [when] im Sommer
   *[other] Sommer
}
part-short-autumn = { $case ->
    [when] im Herbst
   *[other] Herbst
}
part-short-winter = { $case ->
    [when] im Winter
   *[other] Winter
}

## Ausgeschriebene Daten

year-heading = { $year }
bar-year = { $year }
date-year = { $year }
short-year = { $year }
date-year-bc = { $year } v.{"\u00a0"}Chr.
date-year-ad = { $year } n.{"\u00a0"}Chr.
year-in-date = { $year }
year-in-date-bc = { $year } v.{"\u00a0"}Chr.
year-in-date-ad = { $year } n.{"\u00a0"}Chr.
date-month = { $case ->
    [when] im { $month } { $year }
   *[other] { $month } { $year }
}
date-month-of-year = { $case ->
    [when] im { $month-name }
   *[other] { $month-name }
}
date-day = { $day }.{"\u00a0"}{ $month } { $year }
date-day-of-month = { $day }.{"\u00a0"}{ $month }
date-weekday = { $case ->
    [accusative] { $weekday }, den { $date }
   *[other] { $weekday }, { $date }
}
date-decade = { $case ->
    [when] in den { $decade }er-Jahren
    [dative] den { $decade }er-Jahren
    [to] in die { $decade }er-Jahre
    [accusative] die { $decade }er-Jahre
   *[other] { $decade }er-Jahre
}
date-decade-short = { $case ->
    [when] in den { $decade }ern
    [dative] den { $decade }ern
    [to] in die { $decade }er
   *[other] { $decade }er
}
date-century = { $case ->
    [when] im { $number } Jahrhundert
    [dative] dem { $number } Jahrhundert
    [to] ins { $number } Jahrhundert
    [accusative] das { $number } Jahrhundert
   *[other] { $number } Jahrhundert
}
date-century-short = { $case ->
    [when] im { $number } Jh.
    [dative] dem { $number } Jh.
    [to] ins { $number } Jh.
   *[other] { $number } Jh.
}
ordinal-1 = { $number }.
ordinal-2 = { $number }.
ordinal-3 = { $number }.
ordinal = { $number }.
date-years = { $case ->
    [when] in den Jahren { $from } bis { $to }
    [dative] den Jahren { $from } bis { $to }
    [to] in die Jahre { $from } bis { $to }
    [accusative] die Jahre { $from } bis { $to }
   *[other] Jahre { $from } bis { $to }
}
date-years-short = { $from } bis { $to }
date-quarter = { $case ->
    [when] im { $part } { $year }
    [dative] dem { $part } { $year }
    [to] zum { $part } { $year }
    [accusative] das { $part } { $year }
   *[other] { $part } { $year }
}
date-season = { $case ->
    [when] im { $part } { $year }
    [dative] dem { $part } { $year }
    [to] zum { $part } { $year }
    [accusative] { $which ->
        [spring] das { $part } { $year }
       *[other] den { $part } { $year }
    }
   *[other] { $part } { $year }
}
date-part-of-year = { $case ->
    [dative] dem { $part }
   *[other] { $part }
}
date-inner = { $date }
date-time = { $date } um { $time }
clock = { $hour-24 }:{ $minute } Uhr { $zone }
zone = { $zone ->
    [WET] WEZ
    [WEST] WESZ
    [CET] MEZ
    [CEST] MESZ
    [EET] OEZ
    [EEST] OESZ
   *[other] ({ $zone })
}
date-about = { $kind ->
    [day] { $case ->
        [dative] etwa dem { $date }
        [to] etwa zum { $date }
        [accusative] etwa den { $date }
        [span] etwa { $date }
       *[other] um den { $date }
    }
    [year] { $case ->
        [dative] etwa { $date }
        [to] etwa { $date }
        [accusative] etwa { $date }
        [span] etwa { $date }
       *[other] um { $date }
    }
   *[other] etwa { $date }
}
date-perhaps = { $kind ->
    [day] { $case ->
        [dative] möglicherweise dem { $date }
        [to] möglicherweise zum { $date }
        [accusative] möglicherweise den { $date }
        [span] möglicherweise { $date }
       *[other] möglicherweise am { $date }
    }
   *[other] möglicherweise { $date }
}
date-perhaps-about = { $kind ->
    [day] { $case ->
        [dative] möglicherweise etwa dem { $date }
        [to] möglicherweise etwa zum { $date }
        [accusative] möglicherweise etwa den { $date }
        [span] möglicherweise etwa { $date }
       *[other] möglicherweise um den { $date }
    }
    [year] { $case ->
        [dative] möglicherweise etwa { $date }
        [to] möglicherweise etwa { $date }
        [accusative] möglicherweise etwa { $date }
        [span] möglicherweise etwa { $date }
       *[other] möglicherweise um { $date }
    }
   *[other] möglicherweise etwa { $date }
}
date-about-uncertain = { $kind ->
    [day] { $case ->
        [dative] möglicherweise etwa dem { $date }
        [to] möglicherweise etwa zum { $date }
        [accusative] möglicherweise etwa den { $date }
        [span] möglicherweise etwa { $date }
       *[other] möglicherweise um den { $date }
    }
    [year] { $case ->
        [dative] möglicherweise etwa { $date }
        [to] möglicherweise etwa { $date }
        [accusative] möglicherweise etwa { $date }
        [span] möglicherweise etwa { $date }
       *[other] möglicherweise um { $date }
    }
   *[other] möglicherweise etwa { $date }
}
date-in-calendars = { $date } ({ $gregorian })
date-since = { $kind ->
    [day] seit dem { $date }, andauernd
   *[other] seit { $date }, andauernd
}
    .case = dative
date-from = { $kind ->
    [day] ab dem { $date }, Ende unbekannt
   *[other] ab { $date }, Ende unbekannt
}
    .case = dative
date-until = { $kind ->
    [day] bis zum { $date }
   *[other] bis { $date }
}
    .case = to
date-or-earlier = { $kind ->
    [day] spätestens am { $date }
   *[other] spätestens { $date }
}
    .case = when
date-or-later = { $kind ->
    [day] frühestens am { $date }
   *[other] frühestens { $date }
}
    .case = when
date-days = { $case ->
    [when] vom { $day }. bis { $date }
    [accusative] den { $day }. bis { $date }
   *[other] { $day }. bis { $date }
}
date-to = { $case ->
    [when] { $from-kind ->
        [month] von
        [year] von
        [doubted] von
       *[other] vom
    } { $from } bis { $to-kind ->
        [quarter] zum { $to }
        [half] zum { $to }
        [season] zum { $to }
       *[other] { $to }
    }
    [accusative] { $from-kind ->
        [day] den { $from } bis { $to }
        [quarter] das { $from } bis { $to }
        [half] das { $from } bis { $to }
       *[other] { $from } bis { $to }
    }
   *[other] { $from } bis { $to }
}
    .case = span
date-to-years = { $case ->
    [when] von { $from } bis { $to }
   *[other] { $from } bis { $to }
}
date-one-of = entweder { $dates }
    .case = nominative
date-one-of-years = entweder { $dates }
date-some-day = an einem der Tage vom { $range }
    .case = span
date-some-month = in einem der Monate { $range }
    .case = span
date-some-year = in einem der Jahre { $range }
    .case = span
date-some-period = irgendwann zwischen { $from } und { $to }
    .case = dative
date-list = { $dates }, { $date }
date-or-two = { $dates } oder { $date }
date-or-last = { $dates } oder { $date }

## Abgekürzte Daten

short-date = { $part } { $year }
short-day = { $day }.{"\u00a0"}{ $month }
short-month = { $case ->
    [when] im { $month-name }
   *[other] { $month-name }
}
short-about = ca. { $date }
    .case = span
short-perhaps = { $date }?
short-since = seit { $date }
    .case = dative
short-from = ab { $date }
    .case = dative
short-until = bis { $date }
    .case = to
short-range = { $from }–{ $to }
    .case = span
short-range-loose = { $from } – { $to }
short-years = { $from }–{ $to }
short-days = { $day }.–{ $date }
date-column-day = { $weekday }, { $day }.
date-column-days = { $from }.–{ $to }.
day-number = { $day }.
year-only = nur Jahr
day-unknown = Tag unbekannt
month-unknown = Monat unbekannt
year-unknown = Jahr unbekannt
decade-unknown = Jahrzehnt unbekannt
date-unknown = Datum unbekannt
closing = { $period }, { $unknown }

## Verschiebungen. Nach „mit“ stehen die Längen im Dativ, sonst im Akkusativ.

number-0 = null
number-1 = ein
number-2 = zwei
number-3 = drei
number-4 = vier
number-5 = fünf
number-6 = sechs
number-7 = sieben
number-8 = acht
number-9 = neun
length-days = { $case ->
    [dative] { $count ->
        [one] einem Tag
       *[other] { $number } Tagen
    }
   *[other] { $count ->
        [one] einen Tag
       *[other] { $number } Tage
    }
}
length-weeks = { $case ->
    [dative] { $count ->
        [one] einer Woche
       *[other] { $number } Wochen
    }
   *[other] { $count ->
        [one] eine Woche
       *[other] { $number } Wochen
    }
}
length-months = { $case ->
    [dative] { $count ->
        [one] einem Monat
       *[other] { $number } Monaten
    }
   *[other] { $count ->
        [one] einen Monat
       *[other] { $number } Monate
    }
}
length-quarters = { $case ->
    [dative] { $count ->
        [one] einem Quartal
       *[other] { $number } Quartalen
    }
   *[other] { $count ->
        [one] ein Quartal
       *[other] { $number } Quartale
    }
}
length-years = { $case ->
    [dative] { $count ->
        [one] einem Jahr
       *[other] { $number } Jahren
    }
   *[other] { $count ->
        [one] ein Jahr
       *[other] { $number } Jahre
    }
}
later = später
later-exactly = { $length } später
later-about = etwa { $length } später
later-at-least = mindestens { $length } später
later-up-to = höchstens { $length } später
later-more-than = mehr als { $length } später
earlier = früher
earlier-exactly = { $length } früher
earlier-about = etwa { $length } früher
earlier-at-least = mindestens { $length } früher
earlier-up-to = höchstens { $length } früher
earlier-more-than = mehr als { $length } früher
late = mit Verspätung
late-exactly = mit { $length } Verspätung
    .case = dative
late-about = mit etwa { $length } Verspätung
    .case = dative
late-at-least = mit mindestens { $length } Verspätung
    .case = dative
late-up-to = mit höchstens { $length } Verspätung
    .case = dative
late-more-than = mit mehr als { $length } Verspätung
    .case = dative
early = früher als angekündigt
early-exactly = { $length } früher als angekündigt
early-about = etwa { $length } früher als angekündigt
early-at-least = mindestens { $length } früher als angekündigt
early-up-to = höchstens { $length } früher als angekündigt
early-more-than = mehr als { $length } früher als angekündigt

## Bilder des Zeitvergleichs

lanes = Im Vergleich
lanes-title = Wer was wann tat
lanes-stances = Wer welche Position vertritt und seit wann
lanes-dek = Was geschah, was angekündigt wurde und wer welche Position vertrat, auf einer gemeinsamen Zeitachse.
lanes-all = Alle im Vergleich, auch als Tabelle
lanes-as-table = Dasselbe als Tabelle
lanes-table = Alles, was das Bild zeigt
lanes-csv = Die Tabelle als CSV
lanes-csv-all = Alle Zeilen als CSV
lanes-rows-shown = Hier stehen { $shown } von { $count } Zeilen: die wichtigsten und die neuesten.
lanes-wide = Vergleich auf einer Zeitachse, seitlich verschiebbar
lane-title = { $name } im Lauf der Zeit
lanes-finding = { $parts }.
lanes-finding-part = { $names }: { $stance }
lanes-finding-comma = {"; "}
lane-finding = { $stance } seit { $date }.
lanes-as-of = Stand: { $date }.
lane-since = seit { $date }
lane-stance-since = { $stance } seit { $date }
lane-stance-unsure = { $stance } ({ $how })
lane-cancelled = abgesagt ({ $date })
lane-passed = Termin { $date } verstrichen
lanes-when = Datum
lanes-outcome = Was daraus wurde
chart-today = Heute, { $date }
chart-colon = {": "}
chart-key = Legende
chart-events = Ereignisse
chart-reported = nicht bestätigt
chart-slanted = Tag unbekannt
chart-lesser = kleineres Ereignis
chart-put-off = verschoben auf
chart-more-plans = Weitere Ankündigungen: { $count }
chart-passed = Termin verstrichen
chart-cancelled = abgesagt
chart-folded = gekürzt: keine Ereignisse
chart-larger = größerer Maßstab
chart-zoom-in = Vergrößern
chart-zoom-out = Verkleinern
chart-zoom-all = Gesamter Zeitraum
chart-choose = Auswahl und Reihenfolge
chart-move-up = { $name } nach oben
chart-move-down = { $name } nach unten
chart-use = Bild herunterladen, zitieren oder einbetten
chart-svg = Das Bild als SVG
chart-png = Das Bild als PNG
chart-cite = { $title }. { $site }, { $address }. { $as-of }
chart-embed = HTML, das das Bild auf einer anderen Website zeigt
copy = Kopieren
copied = Kopiert
density-title = Einträge im Lauf der Zeit
density-note = Höhere Balken: mehr oder wichtigere Einträge; viermal so viele sind doppelt so hoch.
density-expected = Umrandet: erwartet.
story-steps = { $before }, dann { $stance }
story-silence = { $length } ohne Eintrag
story-follows = folgt
story-reverses = revidiert
story-confirms = bestätigt
story-delays = verzögert
compare-title = { $names } im Vergleich
compare-differences = Unterschiede
compare-apart = { $count ->
    [one] eine Stufe auseinander
   *[other] { $count } Stufen auseinander
}
compare-same = dieselbe Position
compare-differ = verschiedene Positionen
slips-title = Wie sich Termine verschoben haben
slips-dek = Von links nach rechts: der Tag, an dem ein Termin angekündigt wurde; von unten nach oben: dieser Termin. Was verschoben wird, steigt; was eintritt, endet auf der gestrichelten Linie.
slips-latest = Gezeigt werden die neuesten; alle stehen in den Tabellen darunter.
slips-said = Angekündigt am
slips-target = Angekündigt für
slips-due = fällig
slips-lateness = Wie spät Angekündigtes eintrat
slips-median = { $lateness } (Median aus { $count } hier erfassten Ankündigungen)
slips-method = Wie gezählt wird
slips-method-text = Jede hier erfasste Ankündigung, die eingetreten ist, zählt einmal: Ihr erster Termin wird mit dem Tag verglichen, an dem sie eintrat. Der Median ist der mittlere Wert, bei zwei mittleren der frühere. Organisationen mit weniger als drei sind nicht aufgeführt; was nicht eingetreten ist, zählt nicht.
about-lanes = Wer was wann tat und wer welche Position vertrat, auf einer gemeinsamen Zeitachse: { $site }.
