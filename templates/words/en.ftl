# Every word of the interface in English. A comment that names arguments says which a
# translation may choose from; otherwise it uses those of the English message.

## Masthead, foot, and what every page has

skip = Skip to content
notice = Notice
who-makes-this = Who makes this
main-menu = Main
foot = Footer
report-error = Report an error
atom-feed = Atom feed
published-by = Published by { $publisher }.
made-with = Made with { $generator }.
on-this-page = On this page
timeline = Timeline
stories = Stories
expected = Expected
corrections = Corrections
comma = {", "}
and-two = {" and "}
and-last = {" and "}

## Entries in lists

overdue = Overdue
corrected = Corrected
not-firm = (not firm)
# Before the name of an article.
in-article = in
source = Source:
more-sources = and { $count } more
entries = { $count ->
    [one] { $count } entry
   *[other] { $count } entries
}
# The unit alone, after a number: $count
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
# Before the moment of publication.
published-on = published
all-new = Everything new here
expected-next = Expected next
overdue-and-next = Overdue, and expected next
all-expected = Everything expected, and what slipped
popular-tags = Popular tags
all-corrections = All corrections
key-exact = day known
key-approximate = about
key-partial = only month or year
key-range = from and to
key-expected = expected

## An article

draft-banner = Draft: readers do not see this page yet.
byline = By
reading-time = { $count ->
    [one] { $count } minute to read
   *[other] { $count } minutes to read
}
also-in = Also in:
retracted = Retracted.
retracted-banner = This article no longer stands.
see-below = See below
happened = Happened
reported = Reported
published-here = Published here
updated = Updated
contents = Contents
where-they-stand = Where they stand
said-since = What has been said since
events-here = Events in this article
this-article = This article
# Before the name of a source.
by-source = source
sources = Sources
archived-copy = archived copy
# Before the day on which a source was looked at.
source-seen = seen
back-to-source = Back to where source { $number } is cited
filed-under = Filed under
share = Share
comments = Comments
discussions = Discussions on GitHub
show-comments = Show comments (loads giscus.app)
send-by-mail = Send by mail
address-to-copy = Address to copy:
related = Related
earlier-and-later = Earlier and later
before-in-timeline = Before it in the timeline
after-in-timeline = After it in the timeline

## What was said of a date

said = , said
said-by = by
said-in = in
what-expected = expected
what-now-expected = now expected
what-then-expected = then expected
later-than-first = later than first said
ledger-entry = Entry
ledger-before = What was said before
ledger-before-short = Said before
ledger-slipped = Slipped by
put-off-times = { $count ->
    [1] put off once
    [2] put off twice
   *[other] put off { $count } times
}
expected-dek = What has been announced and has not happened, soonest first, and how often it was put off.
still-to-come = Still to come
nothing-expected = Nothing is expected at present.
slip-ledger = Slip ledger
ledger-caption = Entries whose date was put off
present-target = Present target
arrived-late = Arrived late
arrived-caption = Entries that happened later than first said
cancelled = Cancelled
dropped = Put off, then cancelled
dropped-caption = Entries that were put off before they were cancelled
last-target = Last target

## Storylines

storyline = Storyline
in-relation = In relation to others
part-of = part { $number } of { $count }
before-in-story = Before it in the story
after-in-story = After it in the story
stories-dek = What led to what: entries that belong together, each with what it did to those before it.
story-latest = latest:
relation-follows = follows
relation-follows-back = followed by
relation-reverses = reverses
relation-reverses-back = reversed by
relation-confirms = confirms
relation-confirms-back = confirmed by
relation-delays = delays
relation-delays-back = delayed by

## Terms, periods, pages of a list

pager = Pages
newer = Newer
older = Older
periods = Periods
periods-end = Periods, at the end
months = Months
years = Years
on-this-day = On this day
on-this-day-dek = What happened on each day of the year. Only events whose day is known stand here.
new-here = New here
new-here-dek = What was published last, whenever it happened.
choice-status = Status
choice-certainty = Certainty
choice-stance = Stance
status-dek = Entries by the stage that they have reached. What has happened is the timeline itself.
certainty-dek = Entries by how well they are established.
status-expected-about = Announced or planned, and not reported to have happened.
status-cancelled-about = Announced, then called off.
certainty-rumoured-about = Circulating without a named source who would know.
certainty-reported-about = Reported by at least one source; those involved have not confirmed it.
certainty-confirmed-about = Stated by those involved, or documented in a primary source.
certainty-disputed-about = Contradicted by another source or by those involved.
stances-title = Who stands where
stances-dek = Each organisation under its latest stance, with the entry that established it.
# Headings of a table: organisation, since when, the entry that says so.
holder = Organisation
holder-since = Since
holder-entry = Established by
holder-next = not yet firm: { $stance },
holder-nobody = No organisation stands here at present.
folded = { $count } more in { $year }, month unknown
in-all = { $count } in all
by-count = By number of entries
by-name = By name
stance-over-time = Stance over time
occur-with-it = { $terms } that occur with it
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

## Explore: every filter together

search = Search
search-site = Search the timeline
explore = Explore
explore-dek = Every entry, by words, names, status and period.
about-stances = Which organisation takes which stance, since when, and by which source. { $site }.
about-explore = Find any entry of { $site } by words, names, status or period.
# Label of the text field.
explore-text = Words in headline and text
explore-filters = Filters
facet-status = Status
facet-stance = Stance
facet-importance = Importance
explore-period = Period
explore-from = From
explore-to = To
explore-period-help = A year, month or day, as in 2025, 2025-03 or 2025-03-09. Finds what may have fallen into it.
# $count is how many choices there are.
explore-all-choices = Show all { $count }
explore-sort = Sort by
sort-happened = when it happened
sort-published = when it was published
sort-updated = the last change
explore-new = New since your last visit
explore-clear = Clear all
explore-results = Results
# $count
entries-found = { $count ->
    [one] { $count } entry found
   *[other] { $count } entries found
}
explore-more = Show more
explore-nothing = Nothing matches all of this. Take one away:
explore-broken = The search could not be loaded. The lists below have every entry.
explore-lists = Lists of all entries
explore-no-script = Searching and filtering need JavaScript. These lists do not.
further-lists = Further lists

## Corrections

corrections-policy = Corrections policy
no-corrections = Nothing has been corrected so far.
correction-correction = Correction
correction-clarification = Clarification
correction-editors-note = Editor’s note
correction-retraction = Retraction
correction-of = Correction: { $title }

## Labels that site.yaml may replace

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

## Pages that are not there

not-found = Not found
not-found-heading = There is no page at this address
not-found-dek = It may have moved, or the address may have a slip of its own. These pages do exist:
to-front = Front page: the latest, and the timeline
report-missing = Tell us that something is missing
no-longer-shown = No longer shown
# Before and after a day.
expired-before = This article expired on
expired-after = .
moved-heading = This page has moved
# Before and after the name of a page.
moved-before = It is now at
moved-after = .

## For search engines and feeds

events = { $count ->
    [one] { $count } event
   *[other] { $count } events
}
about-period = { $events } on { $site } in { $period }.
about-day = { $day } in all years: { $events } on { $site }.
about-days = What happened on each day of the year. { $site }.
about-new = What { $site } published last.
about-taxonomy = { $title } on { $site }: { $terms }.
about-term = { $term }: { $events } on { $site }.
about-term-span = { $term }: { $events } on { $site }, { $span }.
about-stories = Storylines on { $site }: { $titles }.
about-story = { $story }: { $events } on { $site }.
about-expected = What has been announced and has not happened, and how often it slipped. { $site }.
about-corrections = Every correction, clarification and retraction on { $site }.
feed-of = { $name } – { $site }

## Names in dates. A month in a date may have another form than one that stands alone.

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
# "the 1900s": $century is its first year, $number counts centuries.
date-century = the { $century }s
# $century, $number, as above.
date-century-short = { $century }s
date-years = the years { $from } to { $to }
date-years-short = years { $from } to { $to }
date-quarter = { $part } of { $year }
date-season = { $part } { $year }
# A quarter or half after a preposition.
date-inner = the { $date }
date-time = { $date }, { $time }
clock = { $hour }:{ $minute } { $zone }
date-about = about { $date }
date-perhaps = perhaps { $date }
date-perhaps-about = perhaps about { $date }
date-about-uncertain = about { $date }, uncertain
date-since = since { $date }, still going on
date-from = from { $date }, end unknown
date-until = until { $date }
date-or-earlier = { $date } or earlier
date-or-later = { $date } or later
date-days = { $day } to { $date }
date-between = between { $from } and { $to }
date-to = { $from } to { $to }
date-one-of = one of { $dates }
date-some-day = some day from { $range }
date-some-month = some month from { $range }
date-some-year = some year from { $range }
date-list = { $dates }, { $date }
date-or-two = { $dates } or { $date }
date-or-last = { $dates } or { $date }

## Dates where room is scarce

short-date = { $part } { $year }
short-day = { $day } { $month }
short-about = c. { $date }
short-perhaps = { $date }?
short-since = since { $date }
short-from = from { $date }
short-until = until { $date }
short-range = { $from }–{ $to }
short-range-loose = { $from } – { $to }
spine-day = { $weekday } { $day }
year-only = year only
day-unknown = day unknown
month-unknown = month unknown
year-unknown = year unknown
decade-unknown = decade unknown
date-unknown = Date unknown
closing = { $period }, { $unknown }

## How much later. $number is the count in words below ten.

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
later = later
# $count, $number
later-days = { $count ->
    [one] { $number } day later
   *[other] { $number } days later
}
# $count, $number
later-months = { $count ->
    [one] about { $number } month later
   *[other] about { $number } months later
}
# $count, $number
later-quarters = { $count ->
    [one] about { $number } quarter later
   *[other] about { $number } quarters later
}
# $count, $number
later-years = { $count ->
    [one] about { $number } year later
   *[other] about { $number } years later
}
