# All messages of the interface in English. If a comment names arguments, a translation may use any
# of them; otherwise it must use the arguments of the English message.

## Masthead, foot, and other parts of every page

skip = Skip to content
notice = Notice
who-we-are = Who we are
main-menu = Main
foot = Footer
report-error = Report an error
atom-feed = Atom feed
all-pages = All pages
published-by = Published by { $publisher }.
made-with = Made with { $generator }.
on-this-page = On this page
timeline = Timeline
stories = Storylines
expected = Expected
corrections = Corrections
comma = {", "}
and-two = {" and "}
and-last = {" and "}

## Entries in lists

overdue = Date passed
# Of what is expected and overdue; $date is when the desk last looked for news of it.
date-passed-checked = Date passed; no report found, checked { $date }
date-passed-since = Date passed, not checked since { $date }
date-passed-unchecked = Date passed, not checked
corrected = Corrected
# Beside a stance: why it is not firm, or only reported.
# LOWER makes small letters of a label; leave it out where nouns have capitals.
stance-qualifier = ({ LOWER($how) })
stance-planned = planned
# $how is "Reported" or another certainty, or a status.
stance-said = { $how } { $date }
# $stance is the present stance of an organisation.
stance-now = now: { $stance }
# Followed by the title of an article.
in-article = in
source = Source:
more-sources = and { $count } more
entries = { $count ->
    [one] { $count } entry
   *[other] { $count } entries
}
# Only the unit, following a number: $count
entries-unit = { $count ->
    [one] entry
   *[other] entries
}
articles = { $count ->
    [one] { $count } article
   *[other] { $count } articles
}
entries-in-articles = { $entries } in { $articles }
entries-by-year = Entries by year
no-date-yet = No date yet
background = Background
no-date = no date given
background-date = background
span = { $from } to { $to }

## The front page

just-published = Just published
# Followed by the time of publication.
published-on = published
all-recent = All recent articles
expected-next = Expected next
overdue-and-next = Date passed, and expected next
all-expected = All expected events and delays
popular-tags = Popular tags
all-corrections = All corrections
key-exact = exact day
key-approximate = approximate
key-partial = month or year only
key-range = date range
key-expected = expected

## An article

draft-banner = Draft: readers cannot see this page yet.
byline = By
reading-time = { $count }-minute read
also-in = Also available in:
retracted = Retracted.
retracted-banner = The publisher no longer stands by this article.
see-below = See below
happened = Happened
reported = Reported
published = Published
updated = Updated
contents = Contents
where-they-stand = Where they stand
how-it-developed = How this developed
events-here = Events in this article
this-article = This article
# Followed by the name of a source.
according-to = according to
sources = Sources
archived-copy = archived copy
# Followed by the date on which a source was accessed.
source-accessed = accessed
back-to-source = Back to the citation of source { $number }
filed-under = Filed under
share = Share
comments = Comments
discussions = Discussions on GitHub
show-comments = Show comments (loads giscus.app)
share-by-email = Email
link-to-copy = Copy this link:
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

said = , reported
said-by = by
said-in = in
what-status = { LOWER($status) }
what-certainty = { LOWER($certainty) }
what-expected = expected
what-now-expected = now expected
what-then-expected = then expected
what-checked = no report found, checked { $date }
later-than-first = later than first announced
earlier-than-first = earlier than first announced
between-targets = after the first target, before the last
around-targets = before the first target, after the last
as-first-announced = as first announced, before the last target
# What became of a promise: its parts are joined by `promise-comma`. $source is a publisher.
promised = Promised { $wording }
promised-for = Promised for { $date }
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
story-latest = latest:
relation-follows = follows
relation-follows-back = followed by
relation-reverses = reverses
relation-reverses-back = reversed by
relation-confirms = confirms
relation-confirms-back = confirmed by
relation-delays = delays
relation-delays-back = delayed by

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
# Column headings: the organisation, since when, and the entry that established its stance.
holder = Organisation
holder-since = Since
holder-entry = Established by
holder-next = tentative: { $stance },
holder-planned = Planned, not yet taken:
holder-nobody = No organisation currently takes this stance.
folded = { $count } more in { $year }, month unknown
in-total = { $count } in total
by-count = By number of entries
by-name = By name
stance-over-time = Stance over time
mentioned-with = { $terms } often mentioned with { $term }
term-page = { $term }, page { $number }
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
explore-period = Period
explore-from = From
explore-to = To
explore-period-help = A year, month or day, such as 2025, 2025-03 or 2025-03-09. Includes entries that may fall within the period.
# $count is the number of choices.
explore-all-choices = Show all { $count }
explore-sort = Sort by
sort-happened = Date of event
sort-published = Date of publication
sort-updated = Last update
explore-new = New since your last visit
explore-clear = Clear all
explore-results = Results
# $count
entries-found = { $count ->
    [one] { $count } entry found
   *[other] { $count } entries found
}
explore-more = Show more
explore-nothing = No entry matches all filters. Remove a filter:
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
# Before and after a date.
expired-before = This article expired on
expired-after = .
moved-heading = This page has moved
# Before and after the title of a page.
moved-before = It is now at
moved-after = .

## For search engines and feeds

events = { $count ->
    [one] { $count } event
   *[other] { $count } events
}
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
part-q1 = first quarter
part-q2 = second quarter
part-q3 = third quarter
part-q4 = fourth quarter
part-h1 = first half
part-h2 = second half
part-spring = spring
part-summer = summer
part-autumn = autumn
part-winter = winter
part-short-q1 = Q1
part-short-q2 = Q2
part-short-q3 = Q3
part-short-q4 = Q4
part-short-h1 = H1
part-short-h2 = H2
part-short-spring = spring
part-short-summer = summer
part-short-autumn = autumn
part-short-winter = winter

## Dates in full

date-year-bc = { $year } BC
date-year-ad = AD { $year }
date-month = { $month } { $year }
date-day = { $day } { $month } { $year }
date-day-of-month = { $day } { $month }
date-weekday = { $weekday } { $date }
# "the 1990s"; $decade is its first year.
date-decade = the { $decade }s
date-decade-short = { $decade }s
# $number is the ordinal of the century ("21st"), $century its first year.
date-century = the { $number } century
# $century, $number, as above.
date-century-short = { $number } century
# The ordinal of a number that ends in 1, 2, 3 (but not in 11, 12, 13), and of any other.
ordinal-1 = { $number }st
ordinal-2 = { $number }nd
ordinal-3 = { $number }rd
ordinal = { $number }th
date-years = the years { $from } to { $to }
date-years-short = years { $from } to { $to }
date-quarter = { $part } of { $year }
date-season = { $part } { $year }
# A quarter or half-year after a preposition.
date-inner = the { $date }
date-time = { $date }, { $time }
clock = { $hour }:{ $minute } { $zone }
date-about = about { $date }
date-perhaps = perhaps { $date }
date-perhaps-about = perhaps about { $date }
date-about-uncertain = about { $date }, uncertain
date-since = since { $date }, ongoing
date-from = from { $date }, end unknown
date-until = until { $date }
date-or-earlier = { $date } or earlier
date-or-later = { $date } or later
date-days = { $day } to { $date }
date-to = { $from } to { $to }
# One of several dates; $dates is "2024 or 2025".
date-one-of = either { $dates }
date-some-day = some day from { $range }
date-some-month = some month from { $range }
date-some-year = some year from { $range }
date-list = { $dates }, { $date }
date-or-two = { $dates } or { $date }
date-or-last = { $dates } or { $date }

## Abbreviated dates

short-date = { $part } { $year }
short-day = { $day } { $month }
short-about = c. { $date }
short-perhaps = { $date }?
short-since = since { $date }
short-from = from { $date }
short-until = until { $date }
short-range = { $from }–{ $to }
short-range-loose = { $from } – { $to }
date-column-day = { $weekday } { $day }
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
# $count, $number
length-days = { $count ->
    [one] { $number } day
   *[other] { $number } days
}
# $count, $number
length-weeks = { $count ->
    [one] a week
   *[other] { $number } weeks
}
# $count, $number
length-months = { $count ->
    [one] a month
   *[other] { $number } months
}
# $count, $number
length-quarters = { $count ->
    [one] { $number } quarter
   *[other] { $number } quarters
}
# $count, $number
length-years = { $count ->
    [one] a year
   *[other] { $number } years
}
later = later
later-exactly = { $length } later
later-about = about { $length } later
later-at-least = at least { $length } later
later-up-to = up to { $length } later
later-more-than = more than { $length } later
earlier = earlier
earlier-exactly = { $length } earlier
earlier-about = about { $length } earlier
earlier-at-least = at least { $length } earlier
earlier-up-to = up to { $length } earlier
earlier-more-than = more than { $length } earlier
late = late
late-exactly = { $length } late
late-about = about { $length } late
late-at-least = at least { $length } late
late-up-to = up to { $length } late
late-more-than = more than { $length } late
early = early
early-exactly = { $length } early
early-about = about { $length } early
early-at-least = at least { $length } early
early-up-to = up to { $length } early
early-more-than = more than { $length } early
