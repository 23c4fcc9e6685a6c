# All messages of the interface in English. A translation must use the arguments of the English message,
# except those that its comment names; it may use those that come after "Also:".

## Masthead, foot, and other parts of every page

skip = Skip to content
notice = Notice
who-we-are = Who we are
main-menu = Main
language-menu = Languages
foot = Footer
report-error = Report an error
atom-feed = Atom feed
json-feed = JSON Feed
# A link that adds what is expected to the calendar of the reader.
calendar-link = Calendar
feeds-title = Feeds and calendars
feeds-dek = Follow this site in your own program: copy an address into it, or open it there.
feeds-reader = A feed reader shows what is new, without a visit and without an account. Each feed has its latest articles; the feed of the whole site leads back to all of them.
feeds-calendar = A calendar shows what is expected. A date that is put off moves there too, and what is cancelled says so.
whole-site = The whole site
data-title = Data
data-dek = The timeline as files, for programs and spreadsheets. A date in them is no more exact than on the pages.
data-entries = All entries, newest first: dates, sources, earlier targets, terms.
data-entries-by-year = The addresses of the files of each year, which have all entries, newest first: dates, sources, earlier targets, terms.
data-schema = The form of the file of entries, for programs (JSON Schema).
data-csv = All entries as a spreadsheet.
data-changes = What was published, moved, cancelled and corrected, and since when; latest first.
data-timeline = The timeline for TimelineJS. Pages with a feed of their own have one too: timeline.json, next to them.
data-example = Example
data-licence = Terms of use
data-no-licence = No terms of use are stated. Ask the publisher.
# The subject of a mail, and its lines. $date is always a day.
digest-title = What is new on { $site }
digest-since = Since { $date }.
digest-nothing = Nothing is new.
digest-moved = New dates
all-pages = All pages
published-by = Published by { $publisher }.
made-with = Made with { $generator }.
# The reader’s choice of light or dark, and its values.
look = Colours
look-system = As on this device
look-light = Light
look-dark = Dark
on-this-page = On this page
timeline = Timeline
stories = Storylines
expected = Expected
corrections = Corrections
# In the title of the browser’s window.
page-title = { $page } – { $site }
comma = {", "}
# Between two clauses, or a name and what more is said of it: "Reactor, part 2 of 5".
clause-comma = {", "}
# A list of names: one after those before it.
and-more = { $names }, { $name }
# The last of two names, and the last of more.
and-two = { $names } and { $name }
and-last = { $names } and { $name }

## Entries in lists

overdue = Date passed
# Of what is expected and overdue: the date is when the desk last looked for news of it.
# Also: $kind.
date-passed-checked = Date passed; no report found, checked { $date }
# Also: $kind.
date-passed-since = Date passed, not checked since { $date }
date-passed-unchecked = Date passed, not checked
corrected = Corrected
# Beside a stance: why it is not firm, or only reported; with the space before it.
# LOWER makes small letters of a label; leave it out where nouns have capitals.
stance-qualifier = {" ("}{ LOWER($how) })
stance-planned = planned
# Before a stance: "Reported" or another certainty, or a status, and when. Also: $kind of the date.
stance-said = { $how } { $date }:
# The same if only one of both is known.
stance-said-only = { $said }:
# $stance is the present stance of an organisation.
stance-now = now: { $stance }
# A link with the title of an article.
in-article = part of { $article }
# A publisher.
source = Source: { $source }
# And when the source said so. Also: $kind.
source-date = Source: { $source }, { $date }
# And the number of further sources.
source-more = Source: { $source } and { $count } more
# Also: $kind of the date.
source-date-more = Source: { $source }, { $date } and { $count } more
more-sources = and { $count } more
entries = { $count ->
    [one] { $count } entry
   *[other] { $count } entries
}
articles = { $count ->
    [one] { $count } article
   *[other] { $count } articles
}
# $entries and $articles are the two messages above. Also: $entry-count, $article-count.
entries-in-articles = { $entries } in { $articles }
entries-by-year = Entries by year
# Several years in a row, "1995–2021".
no-entries-in = { $years }: no entries
no-date-yet = No date yet
background = Background
no-date = no date given
background-date = background
# Also: $from-kind, $to-kind.
span = { $from } to { $to }
# A number of entries, and "2023 to 2026" or a single year.
entries-span = { $entries }, { $span }
# A link or a label and its date. Also: $kind.
with-date = { $what }, { $date }

## The front page

just-published = Just published
# The time of publication, always a day.
published-on = published { $date }
# The day of publication, abbreviated, once for all articles of a day.
added-on = added { $date }
all-recent = All recent articles
expected-next = Expected next
overdue-and-next = Date passed, and expected next
all-expected = All expected events and delays
popular-tags = Popular tags
all-corrections = All corrections
# Three lines below the masthead: what happened last, what comes next, what is overdue.
now-and-next = Now and next
now-last = Latest
now-next = Next
now-overdue = Date passed
# When the desk last looked for news of what is overdue. Also: $kind.
now-checked = no report found, checked { $date }
front-empty = The timeline is still empty. Its first entry will appear here.
key-exact = exact day
key-approximate = approximate
key-partial = month or year only
key-range = date range
key-expected = expected

## An article

draft-banner = Draft: readers cannot see this page yet.
# A list of names. Also: $count, their number.
byline = By { $authors }
reading-time = { $count }-minute read
# A list of links.
also-in = Also available in: { $languages }
retracted = Retracted.
retracted-banner = The publisher no longer stands by this article.
see-below = See below
# After the gravest correction: $count is the number of the others.
more-corrections = and { $count } more
# Before the text of a correction: "Correction" or "Clarification" or another kind, and when.
correction-line = { $kind }, { $date }.
happened = Happened
reported = Reported
published = Published
updated = Updated
# Always a day.
updated-on = Updated { $date }
contents = Contents
# Before the text of an article: where and when it happened. Also: $kind of the date.
dateline = { $place }, { $date } —
where-they-stand = Where they stand
how-it-developed = How this developed
events-here = Events in this article
this-article = This article
# A link with the name of a source.
according-to = according to { $source }
sources = Sources
archived-copy = archived copy
# When a source was accessed: a date, or the words of its editor. Also: $kind, which is then `words`.
source-accessed = accessed { $date }
back-to-source = Back to the citation of source { $number }
# The same if it is cited several times.
back-to-source-nth = Back to citation { $nth } of source { $number }
filed-under = Filed under
share = Share
comments = Comments
discussions = Discussions on GitHub
show-comments = Show comments (loads giscus.app)
share-by-email = Email
link-to-copy = Copy this link: { $link }
embed-this = Embed on another site
embed-help = Copy this code into the other page. What it shows stays up to date.
related-articles = Related articles
previous-and-next = Previous and next article
previous-in-timeline = Previous in the timeline
next-in-timeline = Next in the timeline

## The text of an article

section-link = Link to this section
cited-source = Source { $number }
footnotes = Footnotes
footnote = Footnote { $number }
back-to-text = Back to the text
# Below a film or a post that is loaded from another host when it is pressed.
embed-from = from { $host }
alert-note = Note
alert-tip = Tip
alert-important = Important
alert-warning = Warning
alert-caution = Caution

## The history of a date

# Whom a statement is from, after what was said: when, and links to the source and the article, as far as
# each is known. Also: $kind of the date.
said-date = , reported { $date }
said-source = , reported by { $source }
said-article = , reported in { $article }
# Also: $kind of the date.
said-date-source = , reported { $date } by { $source }
# Also: $kind of the date.
said-date-article = , reported { $date } in { $article }
said-source-article = , reported by { $source } in { $article }
# Also: $kind of the date.
said-date-source-article = , reported { $date } by { $source } in { $article }
what-status = { LOWER($status) }
# With the date of which it tells, or the words of an editor. Also: $kind, which is then `words`.
what-status-dated = { LOWER($status) } { $date }
what-certainty = { LOWER($certainty) }
# Also: $kind, as above.
what-certainty-dated = { LOWER($certainty) } { $date }
what-expected = expected
# Also: $kind, as above.
what-expected-dated = expected { $date }
what-now-expected = now expected
# Also: $kind, as above.
what-now-expected-dated = now expected { $date }
what-then-expected = then expected
# Also: $kind, as above.
what-then-expected-dated = then expected { $date }
# Also: $kind of the date.
what-checked = no report found, checked { $date }
later-than-first = later than first announced
earlier-than-first = earlier than first announced
between-targets = after the first target, before the last
around-targets = before the first target, after the last
as-first-announced = as first announced, before the last target
# What became of a promise: its parts are joined by `promise-comma`. $source is a publisher.
promised = Promised { $wording }
# Also: $kind of the date, $case.
promised-for = Promised for { $date }
# Also: $kind of the date, $case.
promised-date = Promised: { $date }
promised-undated = Promised
promise-source = { $promise } ({ $source })
promise-comma = {"; "}
# In a feed, after the summary of the article: the promise as a sentence.
promise-sentence = { $promise }.
promise-after = { $before } { $promise }
promise-put-off = { $count ->
    [1] put off once
    [2] put off twice
   *[other] put off { $count } times
}
promise-kept = on time
promise-cancelled = cancelled
ledger-entry = Entry
previous-targets = Previous targets
previously = Previously
ledger-slipped = Slipped by
postponed-times = { $count ->
    [1] postponed once
    [2] postponed twice
   *[other] postponed { $count } times
}
expected-dek = Announced events that have not happened yet, soonest first, and how often each has been postponed.
still-to-come = Still to come
nothing-expected = No events are expected at the moment.
slip-ledger = Slip ledger
ledger-caption = Entries whose date has slipped
current-target = Current target
happened-late = Happened late or after a postponement
happened-late-caption = Entries that happened later than announced, or were postponed before they happened
cancelled = Cancelled
postponed-then-cancelled = Postponed, then cancelled
postponed-then-cancelled-caption = Entries that were postponed before they were cancelled
final-target = Final target

## Storylines

storyline = Storyline
related-events = Related events
part-of = part { $number } of { $count }
previous-in-story = Previous in this storyline
next-in-story = Next in this storyline
stories-dek = How one event led to another: related entries in order, each with its effect on those before it.
# A link.
story-latest = latest: { $entry }
# A link.
relation-follows = follows { $entry }
# A link.
relation-follows-back = followed by { $entry }
# A link.
relation-reverses = reverses { $entry }
# A link.
relation-reverses-back = reversed by { $entry }
# A link.
relation-confirms = confirms { $entry }
# A link.
relation-confirms-back = confirmed by { $entry }
# A link.
relation-delays = delays { $entry }
# A link.
relation-delays-back = delayed by { $entry }

## Terms, periods, paged lists

pager = Pages
newer = Newer
older = Older
periods = Periods
periods-end = Periods, bottom of page
months = Months
years = Years
on-this-day = On this day
on-this-day-dek = What happened on each day of the year. Only events with a known day are listed.
# $day is a day of the year, and a link.
today-is = Today: { $day }
recently-added = Recently added
recently-added-dek = The latest articles by date of publication, whenever the events took place.
choice-status = Status
choice-certainty = Certainty
choice-stance = Stance
status-dek = Entries by status. What has already happened is on the timeline.
certainty-dek = Entries by how firmly they are established.
status-expected-about = Announced or planned, but not yet reported to have happened.
status-cancelled-about = Announced, then called off.
certainty-rumoured-about = In circulation, but without a named source in a position to know.
certainty-reported-about = Reported by at least one source; those involved have not confirmed it.
certainty-confirmed-about = Stated by those involved, or documented in a primary source.
certainty-disputed-about = Contradicted by another source or by those involved.
stances-title = Who stands where
stances-dek = Each organisation under its latest stance, with the entry that established it.
# What a stance means, and a link with the number of its entries.
stance-and-entries = { $about }. { $entries }
# Column headings: the organisation, since when, and the entry that established its stance.
holder = Organisation
holder-since = Since
holder-entry = Established by
# A link to the entry with this stance.
holder-next = tentative: { $stance }, { $entry }
# A list of `holder-plan`.
holder-planned = Planned, not yet taken: { $holders }
# Two links and when. Also: $kind of the date.
holder-plan = { $organisation } ({ $entry }, { $date })
holder-nobody = No organisation currently takes this stance.
# Also: $era, which is `bc`, `ad`, or empty if the year is only digits.
folded = { $count } more in { $year }, month unknown
in-total = { $count } in total
by-count = By number of entries
by-name = By name
stance-over-time = Stance over time
mentioned-with = { $terms } often mentioned with { $term }
term-page = { $term }, page { $number }
# Also: $era, as above.
term-in-year = { $term } in { $year }
taxonomy-organisations = Organisations
taxonomy-organisations-one = Organisation
taxonomy-people = People
taxonomy-people-one = Person
taxonomy-categories = Categories
taxonomy-categories-one = Category
taxonomy-tags = Tags
taxonomy-tags-one = Tag
taxonomy-authors = Authors
taxonomy-authors-one = Author

## Explore: search and all filters

search = Search
search-site = Search the timeline
# In the empty search field: $count is the number of entries.
search-entries = { $count ->
    [one] Search { $count } entry
   *[other] Search { $count } entries
}
explore = Explore
explore-dek = Every entry, by keyword, name, status and date.
about-stances = Which organisation takes which stance, since when, and according to which source, on { $site }.
about-explore = Find any entry on { $site } by keyword, name, status or date.
# Label of the text field.
explore-text = Keywords in headline and text
explore-filters = Filters
facet-status = Status
facet-stance = Stance
facet-importance = Importance
# Of an entry, as a choice of the filter “Importance”.
importance-1 = Marginal
importance-2 = Minor
importance-3 = Notable
importance-4 = Major
importance-5 = Landmark
explore-period = Period
explore-from = From
explore-to = To
explore-period-help = A year, month or day, such as 2025, 2025-03 or 2025-03-09. Includes entries that may fall within the period.
# $count is the number of choices.
explore-all-choices = Show all { $count }
explore-sort = Sort by
sort-best = Best match
sort-happened = Date of event
sort-published = Date of publication
sort-updated = Last update
explore-new = New since your last visit
explore-clear = Clear all
# On phones, below the filters: $count is the number of results.
explore-show = Show { $count }
explore-results = Results
explore-skip = Skip to the results
# $count
entries-found = { $count ->
    [one] { $count } entry found
   *[other] { $count } entries found
}
# Articles that a search finds besides events. Shown after `entries-found`, whose sentence it continues.
background-articles = { $count ->
    [one] and { $count } background article
   *[other] and { $count } background articles
}
explore-more = Show more
explore-nothing = No entry matches all filters. Remove a filter:
# A filter of the search and what is chosen.
explore-filter = { $label }: { $value }
explore-by-date = Sort by date
# The question as it was taken, in place of a misspelt one.
explore-spelt = Showing results for “{ $spelt }”.
# The question as it was written.
explore-as-written = Search instead for “{ $asked }”
explore-partly = Few entries have all of these words. Those with most of them follow.
# A link to the page of a term.
explore-term = Everything on { $term }
explore-hint = Try fewer or other words, or check their spelling.
# The name of the button beside a chosen filter.
explore-remove = Remove filter: { $label }
explore-broken = The search could not be loaded. Every entry is in the lists below.
explore-lists = Browse all entries
explore-no-script = Search and filters need JavaScript. These lists do not.
more-lists = More lists

## Corrections

corrections-policy = Corrections policy
no-corrections = No corrections so far.
correction-correction = Correction
correction-clarification = Clarification
correction-editors-note = Editor’s note
correction-retraction = Retraction
correction-of = Correction: { $title }

## Labels that site.yaml can replace

status-happened = Happened
status-expected = Expected
status-cancelled = Cancelled
certainty-rumoured = Rumoured
certainty-reported = Reported
certainty-confirmed = Confirmed
certainty-disputed = Disputed
kind-analysis = Analysis
kind-opinion = Opinion
kind-explainer = Explainer
source-primary = Primary source
source-secondary = Secondary source
source-rewrite = Rewrite of another report

## Missing pages

not-found = Page not found
not-found-heading = There is no page at this address
not-found-dek = It may have moved, or the address may contain a typo. Try one of these pages:
to-front = Front page: the latest articles and the timeline
report-missing = Tell us what is missing
no-longer-available = No longer available
# Always a day, with its time.
expired-on = This article expired on { $date }.
moved-heading = This page has moved
# A link with the title of a page.
moved-to = It is now at { $page }.

## For search engines and feeds

events = { $count ->
    [one] { $count } event
   *[other] { $count } events
}
# Also: $kind of the period: `year` or `month`.
about-period = { $events } in { $period } on { $site }.
about-day = { $day } through the years: { $events } on { $site }.
about-days = What happened on each day of the year, from { $site }.
about-new = The latest articles on { $site }.
about-taxonomy = { $title } on { $site }: { $terms }.
about-term = { $term }: { $events } on { $site }.
about-term-span = { $term }: { $events } on { $site }, { $span }.
about-pages = All pages of { $site }.
about-stories = Storylines on { $site }: { $titles }.
about-story = { $story }: { $events } on { $site }.
about-expected = Announced events that have not happened yet, and how often they have been postponed, from { $site }.
about-corrections = Every correction, clarification and retraction on { $site }.
about-feeds = Feeds and calendars of { $site }.
about-data = The timeline of { $site } as data: JSON, CSV, TimelineJS.
feed-of = { $name } – { $site }

## Names in dates. A month may have one form within a date and another on its own.

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
month-in-date-1 = January
month-in-date-2 = February
month-in-date-3 = March
month-in-date-4 = April
month-in-date-5 = May
month-in-date-6 = June
month-in-date-7 = July
month-in-date-8 = August
month-in-date-9 = September
month-in-date-10 = October
month-in-date-11 = November
month-in-date-12 = December
month-short-1 = Jan
month-short-2 = Feb
month-short-3 = Mar
month-short-4 = Apr
month-short-5 = May
month-short-6 = Jun
month-short-7 = Jul
month-short-8 = Aug
month-short-9 = Sep
month-short-10 = Oct
month-short-11 = Nov
month-short-12 = Dec
month-short-in-date-1 = Jan
month-short-in-date-2 = Feb
month-short-in-date-3 = Mar
month-short-in-date-4 = Apr
month-short-in-date-5 = May
month-short-in-date-6 = Jun
month-short-in-date-7 = Jul
month-short-in-date-8 = Aug
month-short-in-date-9 = Sep
month-short-in-date-10 = Oct
month-short-in-date-11 = Nov
month-short-in-date-12 = Dec
weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
weekday-short-1 = Mon
weekday-short-2 = Tue
weekday-short-3 = Wed
weekday-short-4 = Thu
weekday-short-5 = Fri
weekday-short-6 = Sat
weekday-short-7 = Sun
# Also: $case.
part-q1 = first quarter
# Also: $case.
part-q2 = second quarter
# Also: $case.
part-q3 = third quarter
# Also: $case.
part-q4 = fourth quarter
# Also: $case.
part-h1 = first half
# Also: $case.
part-h2 = second half
# Also: $case.
part-spring = spring
# Also: $case.
part-summer = summer
# Also: $case.
part-autumn = autumn
# Also: $case.
part-winter = winter
# Also: $case.
part-short-q1 = Q1
# Also: $case.
part-short-q2 = Q2
# Also: $case.
part-short-q3 = Q3
# Also: $case.
part-short-q4 = Q4
# Also: $case.
part-short-h1 = H1
# Also: $case.
part-short-h2 = H2
# Also: $case.
part-short-spring = spring
# Also: $case.
part-short-summer = summer
# Also: $case.
part-short-autumn = autumn
# Also: $case.
part-short-winter = winter

## Dates in full
##
## $kind says what a date is, so that a language can choose the word before it: `day`, `month`, `year`,
## `decade`, `century`, `quarter`, `half`, `season`; `years` ("the years 1 BC to AD 9"); `range`; `before`
## ("2024 or earlier"); `open`, if another end is open; `choice`; `doubted` if it begins with a word such as "about"; `words` of an editor; `other`.
## A message with a date in it may name the case that it asks for, as in
##     date-since = с { $date } по настоящее время
##         .case = genitive
## Then the messages within the date have it as $case, which is empty elsewhere. `.case-from` is that of
## $from alone. INITIAL($date) is how a text begins, to choose what joins it: `digit`, a small Latin
## letter without marks, or the name of a script: `hebrew`.

# A year of only digits, at the top of what is about it and in links to that.
year-heading = { $year }
# The same below a narrow bar of a chart.
bar-year = { $year }
# The same on its own in a line of text. Also: $case.
date-year = { $year }
# The same in abbreviated dates and in spans.
short-year = { $year }
# Also: $case.
date-year-bc = { $year } BC
# Also: $case.
date-year-ad = AD { $year }
# $year in `date-month`, `date-day`, `date-quarter`, `date-season`: of only digits, before and after
# the start of the count. Also: $case.
year-in-date = { $year }
# Also: $case.
year-in-date-bc = { $year } BC
# Also: $case.
year-in-date-ad = AD { $year }
# $month is a `month-in-date-…`. Also: $month-name, a `month-…`; $month-number, 1 to 12; $case.
date-month = { $month } { $year }
# A month whose year is told later: $month-name. Also: $month, the form within a date; $month-number; $case.
date-month-of-year = { $month-name }
# $month as above; the day is a number. Also: $month-name, $month-number, $case.
date-day = { $day } { $month } { $year }
# As above. Also: $month-name, $month-number, $case.
date-day-of-month = { $day } { $month }
# $weekday may be left out. Also: $weekday-short, $case.
date-weekday = { $weekday } { $date }
# "the 1990s"; $decade is its first year. Also: $tens (90), a number; $century, the ordinal of its
# century, $century-number (20); $case.
date-decade = the { $decade }s
# $decade, as above. Also: $tens, $century, $century-number, $case.
date-decade-short = { $decade }s
# $number is the ordinal of the century ("21st"), $century its first year. Also: $century-number
# (21), $roman (XXI), $case.
date-century = the { $number } century
# $number, $century, $century-number, $roman, $case, as above.
date-century-short = { $number } century
# The ordinal of a number that ends in 1, 2, 3 (but not in 11, 12, 13), and of any other, with $number or
# $roman. Also: $case.
ordinal-1 = { $number }st
# $number, $roman. Also: $case.
ordinal-2 = { $number }nd
# $number, $roman. Also: $case.
ordinal-3 = { $number }rd
# $number, $roman. Also: $case.
ordinal = { $number }th
# Also: $case.
date-years = the years { $from } to { $to }
# Also: $case.
date-years-short = years { $from } to { $to }
# $part of a year. Also: $kind, `quarter` or `half`; $which, which is `q1` to `q4`, `h1`, `h2`; $case.
date-quarter = { $part } of { $year }
# $part of a year. Also: $kind; $which, which is `spring`, `summer`, `autumn`, `winter`; $case.
date-season = { $part } { $year }
# $part of a year that is told later. Also: $which, $kind, $case, as above.
date-part-of-year = { $part }
# A quarter or half-year after a preposition. Also: $kind of the date, $case.
date-inner = the { $date }
# Also: $case.
date-time = { $date }, { $time }
# $hour and $minute have two digits; $zone is the message below. Also: $hour-24, $hour-12, $minutes, which are numbers; $place, as below.
clock = { $hour }:{ $minute } { $zone }
# The abbreviation of a time zone: select on it to write another, `[CET] MEZ`. Also: $place, its name in the
# zone database in small letters, `asia-shanghai`; empty if only the offset is known.
zone = { $zone }
# Also: $kind of the date, $case.
date-about = about { $date }
# Also: $kind of the date, $case.
date-perhaps = perhaps { $date }
# Also: $kind of the date, $case.
date-perhaps-about = perhaps about { $date }
# Also: $kind of the date, $case.
date-about-uncertain = about { $date }, uncertain
# A date in the calendar of site.yaml, and the Gregorian one: "3 Azar 1403 (23 November 2024)".
# Also: $case.
date-in-calendars = { $date } ({ $gregorian })
# Also: $kind of the date, $case.
date-since = since { $date }, ongoing
# Also: $kind of the date, $case.
date-from = from { $date }, end unknown
# Also: $kind of the date, $case.
date-until = until { $date }
# Also: $kind of the date, $case.
date-or-earlier = { $date } or earlier
# Also: $kind of the date, $case.
date-or-later = { $date } or later
# $day is a number, $date the last day in full. Also: $to-day, a number; $from-full, the first day in full;
# $case.
date-days = { $day } to { $date }
# $from goes without a year that $to has. Also: $from-full, with its year, and $to-part, without it,
# for languages whose year comes first; $from-kind, $to-kind, $case.
date-to = { $from } to { $to }
# Two years of only digits. Also: $case.
date-to-years = { $from } to { $to }
# One of several dates: "2024 or 2025". Also: $case.
date-one-of = either { $dates }
# The same of years of only digits. Also: $case.
date-one-of-years = either { $dates }
# $range is a whole range ("9 to 11 December 2025"); or take its ends: $from, $to, $from-full,
# $to-part, $from-kind, $to-kind, as in `date-to`. Also: $case.
date-some-day = some day from { $range }
# $range, $from, $to, $from-full, $to-part, $from-kind, $to-kind, $case.
date-some-month = some month from { $range }
# $range, $from, $to, $from-full, $to-part, $from-kind, $to-kind, $case.
date-some-year = some year from { $range }
# $range, $from, $to, $from-full, $to-part, $from-kind, $to-kind, $case.
date-some-period = some time from { $range }
# Also: $kind, that of the last date; $case.
date-list = { $dates }, { $date }
# Also: $kind, that of the last date; $case.
date-or-two = { $dates } or { $date }
# Also: $kind, that of the last date; $case.
date-or-last = { $dates } or { $date }

## Abbreviated dates

# Also: $kind of the date, $case.
short-date = { $part } { $year }
# The day is a number; $month is a `month-short-in-date-…`. Also: $month-name, a `month-short-…`; $month-number;
# $case.
short-day = { $day } { $month }
# A month without a day: $month-name. Also: $month, a `month-short-in-date-…`; $month-number; $case.
short-month = { $month-name }
# Also: $kind of the date, $case.
short-about = c. { $date }
# Also: $kind of the date, $case.
short-perhaps = { $date }?
# Also: $kind of the date, $case.
short-since = since { $date }
# Also: $kind of the date, $case.
short-from = from { $date }
# Also: $kind of the date, $case.
short-until = until { $date }
# $from goes without a year that $to has. Also: $from-full, $to-part, $from-kind, $to-kind, $case.
short-range = { $from }–{ $to }
# If $from or $to has a space or a doubt. Also: $from-full, $to-part, $from-kind, $to-kind, $case.
short-range-loose = { $from } – { $to }
# Two years of only digits. Also: $case.
short-years = { $from }–{ $to }
# Days of one month: $day is a number, $date the last day in full. Also: $to-day, a number; $from-full; $case.
short-days = { $day }–{ $date }
# The day is a number.
date-column-day = { $weekday } { $day }
# Below the heading of a month; both are numbers.
date-column-days = { $from }–{ $to }
# A day of the month alone, a number.
day-number = { $day }
year-only = year only
day-unknown = day unknown
month-unknown = month unknown
year-unknown = year unknown
decade-unknown = decade unknown
date-unknown = Date unknown
closing = { $period }, { $unknown }

## Slips. $number is $count, in words if below ten.

number-0 = no
number-1 = one
number-2 = two
number-3 = three
number-4 = four
number-5 = five
number-6 = six
number-7 = seven
number-8 = eight
number-9 = nine
# $count, $number, $case
length-days = { $count ->
    [one] { $number } day
   *[other] { $number } days
}
# $count, $number, $case
length-weeks = { $count ->
    [one] a week
   *[other] { $number } weeks
}
# $count, $number, $case
length-months = { $count ->
    [one] a month
   *[other] { $number } months
}
# $count, $number, $case
length-quarters = { $count ->
    [one] { $number } quarter
   *[other] { $number } quarters
}
# $count, $number, $case
length-years = { $count ->
    [one] a year
   *[other] { $number } years
}
later = later
# Also: $count, a number, and $unit: `days`, `weeks`, `months`, `quarters`, `years`.
later-exactly = { $length } later
# Also: $count, a number, and $unit: `days`, `weeks`, `months`, `quarters`, `years`.
later-about = about { $length } later
# Also: $count, a number, and $unit: `days`, `weeks`, `months`, `quarters`, `years`.
later-at-least = at least { $length } later
# Also: $count, a number, and $unit: `days`, `weeks`, `months`, `quarters`, `years`.
later-up-to = up to { $length } later
# Also: $count, a number, and $unit: `days`, `weeks`, `months`, `quarters`, `years`.
later-more-than = more than { $length } later
earlier = earlier
# Also: $count, a number, and $unit: `days`, `weeks`, `months`, `quarters`, `years`.
earlier-exactly = { $length } earlier
# Also: $count, a number, and $unit: `days`, `weeks`, `months`, `quarters`, `years`.
earlier-about = about { $length } earlier
# Also: $count, a number, and $unit: `days`, `weeks`, `months`, `quarters`, `years`.
earlier-at-least = at least { $length } earlier
# Also: $count, a number, and $unit: `days`, `weeks`, `months`, `quarters`, `years`.
earlier-up-to = up to { $length } earlier
# Also: $count, a number, and $unit: `days`, `weeks`, `months`, `quarters`, `years`.
earlier-more-than = more than { $length } earlier
late = late
# Also: $count, a number, and $unit: `days`, `weeks`, `months`, `quarters`, `years`.
late-exactly = { $length } late
# Also: $count, a number, and $unit: `days`, `weeks`, `months`, `quarters`, `years`.
late-about = about { $length } late
# Also: $count, a number, and $unit: `days`, `weeks`, `months`, `quarters`, `years`.
late-at-least = at least { $length } late
# Also: $count, a number, and $unit: `days`, `weeks`, `months`, `quarters`, `years`.
late-up-to = up to { $length } late
# Also: $count, a number, and $unit: `days`, `weeks`, `months`, `quarters`, `years`.
late-more-than = more than { $length } late
early = early
# Also: $count, a number, and $unit: `days`, `weeks`, `months`, `quarters`, `years`.
early-exactly = { $length } early
# Also: $count, a number, and $unit: `days`, `weeks`, `months`, `quarters`, `years`.
early-about = about { $length } early
# Also: $count, a number, and $unit: `days`, `weeks`, `months`, `quarters`, `years`.
early-at-least = at least { $length } early
# Also: $count, a number, and $unit: `days`, `weeks`, `months`, `quarters`, `years`.
early-up-to = up to { $length } early
# Also: $count, a number, and $unit: `days`, `weeks`, `months`, `quarters`, `years`.
early-more-than = more than { $length } early

## Pictures of lanes over time

lanes = Lanes
lanes-title = Who did what when
# The same where the present stances stand beside it.
lanes-stances = Who stands where, and since when
lanes-dek = What happened and what was announced, and who stood where, on one axis of time.
lanes-all = All lanes, and as a table
lanes-as-table = The same as a table
lanes-table = Everything in the picture
lanes-csv = The table as CSV
lanes-csv-all = All rows as CSV
# $shown and $count: numbers, of which $count is above 480
lanes-rows-shown = { $shown } of { $count } rows are here: the most important and the latest.
# The name of the part of the page that scrolls.
lanes-wide = Lanes over time, scrollable
# An organisation, or another term.
lane-title = { $name } over time
# $parts are several of the next message.
lanes-finding = { $parts }.
# $names: those that take the stance. LOWER makes small letters; leave it out where nouns have capitals.
lanes-finding-part = { $names }: { LOWER($stance) }
# Between two of `lanes-finding-part`.
lanes-finding-comma = {"; "}
# Also: $kind of the date.
lane-finding = { $stance } since { $date }.
lanes-as-of = As of { $date }.
# Also: $kind of the date.
lane-since = since { $date }
# $date is a year.
lane-stance-since = { $stance } since { $date }
# $how: "Reported" or another certainty.
lane-stance-unsure = { $stance }, { LOWER($how) }
# Also: $kind of the date.
lane-cancelled = cancelled { $date }
# Of what was expected: the day by which it was to come. Also: $kind.
lane-passed = due { $date }, date passed
lanes-when = Date
# Of what was announced: what became of it.
lanes-outcome = What became of it
chart-today = Today, { $date }
# Between a date and what it dates.
chart-colon = {": "}
chart-key = Key
chart-events = Events
chart-reported = not confirmed
chart-slanted = day not known
chart-lesser = lesser event
chart-put-off = postponed to
# Below announcements in a picture: how many more there are. $count: number, from 1
chart-more-plans = Further announcements: { $count }
chart-passed = date passed
chart-cancelled = cancelled
chart-folded = shortened: no events
chart-larger = larger scale
chart-zoom-in = Zoom in
chart-zoom-out = Zoom out
chart-zoom-all = All of the time
chart-choose = Choose and order lanes
# A lane.
chart-move-up = Move { $name } up
chart-move-down = Move { $name } down
# Below a picture: opens what is needed to use it elsewhere.
chart-use = Download, cite or embed this picture
chart-svg = The picture as SVG
chart-png = The picture as PNG
# How to cite a picture. $as-of: the message `lanes-as-of`, a sentence.
chart-cite = { $title }. { $site }, { $address }. { $as-of }
chart-embed = HTML that shows the picture on another site
copy = Copy
copied = Copied
density-title = Entries over time
# Said beside a row of bars; heights are square roots.
density-note = Taller bars: more, or more important, entries. Four times as many are twice as high.
# Of bars without a fill.
density-expected = Outlined: expected.
# Stances in the order of time. $before: "Open weight", or this message again.
story-steps = { $before }, then { LOWER($stance) }
# Between two entries of a storyline. $length: "seven months".
story-silence = { $length } without an entry
# At a line from an entry to an earlier one: what it does to it, as short as can be.
story-follows = follows
story-reverses = reverses
story-confirms = confirms
story-delays = delays
# $names: "Meta and OpenAI". Also: $before, the names but the last; $last.
compare-title = { $names } compared
compare-differences = Differences
# By how many steps of the scale stances differ.
compare-apart = { $count ->
    [one] one step apart
   *[other] { $count } steps apart
}
compare-same = the same stance
compare-differ = different stances
slips-title = How dates slipped
slips-dek = From left to right, the day on which a date was announced; from bottom to top, that date. What is put off climbs; what comes true ends on the dotted line.
slips-latest = The latest are shown; all are in the tables below.
# The axis from left to right.
slips-said = Announced on
# The axis from bottom to top.
slips-target = Announced for
# The line on which both axes are the same day.
slips-due = due
slips-lateness = How late announcements came true
# $lateness: "three weeks late", "on time".
slips-median = { $lateness } (median of { $count } recorded here)
slips-method = How this is counted
slips-method-text = Each announcement recorded here that came true counts once: its first date is compared with the date on which it happened. The median is the middle value, or the earlier of the two middle ones. Organisations with fewer than three are not listed, and what has not come true is not counted.
about-lanes = Who did what when, and who stood where, on one axis of time, from { $site }.
