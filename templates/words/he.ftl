# כל הודעות הממשק בעברית.
# אותיות השימוש: INITIAL אומר אם אחריהן מקף (לפני ספרה ואות לטינית) או לא. היחסות: in אחרי ב, ל, כ (ה״א הידיעה
# נבלעת: "ברבעון הראשון"), after אחרי מילת יחס עצמאית ואחרי מ ("מאז הרבעון הראשון").
# U+2068 ו־U+2069 מבודדים שמות במקום שהתוכנה אינה מבודדת אותם: בכותרות, בתיאורים, בהזנות ובהודעות עם צורות רבים.

## כותרת ראשית, תחתית ושאר החלקים שבכל עמוד

skip = דילוג לתוכן
notice = הודעה
who-we-are = מי אנחנו
main-menu = תפריט ראשי
language-menu = שפות
foot = תחתית העמוד
report-error = דיווח על טעות
atom-feed = הזנת Atom
json-feed = הזנת JSON
calendar-link = יומן
feeds-title = הזנות ויומנים
feeds-dek = אפשר לעקוב אחר האתר בתוכנה שלכם: העתיקו אליה כתובת, או פתחו אותה שם.
feeds-reader = קורא הזנות מציג את החדש, בלי ביקור ובלי חשבון. בכל הזנה הכתבות האחרונות; ההזנה של האתר כולו מובילה גם אל כל הקודמות.
feeds-calendar = יומן מציג את האירועים הצפויים. תאריך שנדחה משתנה גם בו, ומה שבוטל מסומן כך.
whole-site = האתר כולו
data-title = נתונים
data-dek = ציר הזמן כקבצים, לתוכנות ולגיליונות. התאריכים בהם אינם מדויקים יותר מאשר בעמודים.
data-entries = כל האירועים, החדשים תחילה: תאריכים, מקורות, מועדים קודמים, שמות ונושאים.
data-entries-by-year = הכתובות של קובצי השנים, שבהם כל האירועים, החדשים תחילה: תאריכים, מקורות, מועדים קודמים, שמות ונושאים.
data-schema = מבנה קובץ האירועים, לתוכנות (JSON Schema).
data-csv = כל האירועים כגיליון.
data-changes = מה פורסם, נדחה, בוטל ותוקן, וממתי; האחרון תחילה.
data-timeline = ציר הזמן ל־TimelineJS. יש כזה גם לעמודים שיש להם הזנה משלהם: timeline.json, לצידם.
data-example = דוגמה
data-licence = תנאי שימוש
data-no-licence = לא צוינו תנאי שימוש. אפשר לפנות למו״ל.
digest-title = מה חדש ב־{"\u2068"}{ $site }{"\u2069"}
digest-since = מאז { $date }.
digest-nothing = אין חדש.
digest-moved = תאריכים חדשים
all-pages = כל העמודים
published-by = המו״ל: {"\u2068"}{ $publisher }{"\u2069"}.
made-with = נוצר באמצעות {"\u2068"}{ $generator }{"\u2069"}.
look = תצוגה
look-system = לפי המכשיר
look-light = בהירה
look-dark = כהה
on-this-page = בעמוד זה
timeline = ציר הזמן
stories = רצפי אירועים
expected = אירועים צפויים
corrections = תיקונים
page-title = {"\u2068"}{ $page }{"\u2069"} – {"\u2068"}{ $site }{"\u2069"}
comma = {", "}
clause-comma = {", "}
and-more = { $names }, { $name }
and-two = { $names } ו{ INITIAL($name) ->
    [hebrew] {""}
   *[other] ־
}{ $name }
and-last = { $names } ו{ INITIAL($name) ->
    [hebrew] {""}
   *[other] ־
}{ $name }

## אירועים ברשימות

overdue = המועד חלף
date-passed-checked = המועד חלף; לא נמצא דיווח, נבדק { $kind ->
    [words] { $date }
    [open] { INITIAL($date) ->
        [digit] ב־{ $date }
       *[hebrew] { $date }
    }
   *[other] ב{ INITIAL($date) ->
        [hebrew] {""}
       *[other] ־
    }{ $date }
}
    .case = in
date-passed-since = המועד חלף, לא נבדק מאז { $date }
    .case = after
date-passed-unchecked = המועד חלף, לא נבדק
corrected = תוקן
stance-qualifier = {" ("}{ $how })
stance-planned = בתכנון
stance-said = { $how } ({ $date }):
stance-said-only = { $said }:
stance-now = כעת: {"\u2068"}{ $stance }{"\u2069"}
in-article = בכתבה: { $article }
source = מקור: { $source }
source-date = מקור: { $source } ({ $date })
source-more = { $count ->
    [one] מקור: {"\u2068"}{ $source }{"\u2069"} ועוד מקור אחד
    [two] מקור: {"\u2068"}{ $source }{"\u2069"} ועוד שני מקורות
   *[other] מקור: {"\u2068"}{ $source }{"\u2069"} ועוד { $count } מקורות
}
source-date-more = { $count ->
    [one] מקור: {"\u2068"}{ $source }{"\u2069"} ({ $date }) ועוד מקור אחד
    [two] מקור: {"\u2068"}{ $source }{"\u2069"} ({ $date }) ועוד שני מקורות
   *[other] מקור: {"\u2068"}{ $source }{"\u2069"} ({ $date }) ועוד { $count } מקורות
}
more-sources = { $count ->
    [one] ועוד מקור אחד
    [two] ועוד שני מקורות
   *[other] ועוד { $count } מקורות
}
entries = { $count ->
    [0] אין אירועים
    [one] אירוע אחד
    [two] שני אירועים
   *[other] { $count } אירועים
}
articles = { $count ->
    [0] אין כתבות
    [one] כתבה אחת
    [two] שתי כתבות
   *[other] { $count } כתבות
}
entries-in-articles = { $article-count ->
    [one] { $entries } בכתבה אחת
    [two] { $entries } בשתי כתבות
   *[other] { $entries } ב־{ $article-count } כתבות
}
entries-by-year = אירועים לפי שנה
no-entries-in = { $years }: אין אירועים
no-date-yet = טרם נקבע מועד
background = רקע
no-date = לא צוין מועד
background-date = רקע
span = מ{ INITIAL($from) ->
    [hebrew] {""}
   *[other] ־
}{ $from } עד { $to }
    .case = after
entries-span = { INITIAL($span) ->
    [digit] { $entries } ב־{ $span }
   *[hebrew] { $entries }, { $span }
}
with-date = { $what }, { $date }

## עמוד הבית

just-published = פורסמו לאחרונה
published-on = פורסם ב־{ $date }
added-on = נוסף ב־{ $date }
all-recent = כל הכתבות האחרונות
expected-next = האירועים הבאים
overdue-and-next = אירועים שמועדם חלף והאירועים הבאים
all-expected = כל האירועים הצפויים והדחיות
popular-tags = תגיות נפוצות
all-corrections = כל התיקונים
now-and-next = עכשיו ובקרוב
now-last = אחרון
now-next = הבא
now-overdue = המועד חלף
now-checked = לא נמצא דיווח, נבדק { $kind ->
    [words] { $date }
    [open] { INITIAL($date) ->
        [digit] ב־{ $date }
       *[hebrew] { $date }
    }
   *[other] ב{ INITIAL($date) ->
        [hebrew] {""}
       *[other] ־
    }{ $date }
}
    .case = in
front-empty = ציר הזמן עדיין ריק. האירוע הראשון יופיע כאן.
key-exact = יום מדויק
key-approximate = משוער
key-partial = חודש או שנה בלבד
key-range = טווח תאריכים
key-expected = צפוי

## כתבה

draft-banner = טיוטה: העמוד עדיין אינו גלוי לקוראים.
byline = מאת { $authors }
reading-time = { $count ->
    [one] זמן קריאה: דקה
    [two] זמן קריאה: שתי דקות
   *[other] זמן קריאה: { $count } דקות
}
also-in = גם בשפות: { $languages }
retracted = המערכת חזרה בה מהפרסום.
retracted-banner = המערכת אינה עומדת עוד מאחורי הכתבה.
see-below = פירוט בהמשך
more-corrections = { $count ->
    [one] ועוד תיקון אחד
    [two] ועוד שני תיקונים
   *[other] ועוד { $count } תיקונים
}
correction-line = { $kind } מ{ INITIAL($date) ->
    [hebrew] {""}
   *[other] ־
}{ $date }.
happened = התרחש
reported = דווח
published = פורסם
updated = עודכן
updated-on = עודכן ב־{ $date }
contents = תוכן העניינים
dateline = { $place }, { $date } –
where-they-stand = עמדות הצדדים
how-it-developed = השתלשלות האירוע
events-here = אירועים בכתבה
this-article = כתבה זו
according-to = לפי { $source }
sources = מקורות
archived-copy = עותק בארכיון
source-accessed = תאריך גישה: { $date }
back-to-source = חזרה לאזכור של מקור { $number }
back-to-source-nth = חזרה לאזכור { $nth } של מקור { $number }
filed-under = נושאים
share = שיתוף
comments = תגובות
discussions = דיונים ב־GitHub
show-comments = הצגת התגובות (נטענות מ־giscus.app)
share-by-email = דוא״ל
link-to-copy = קישור להעתקה: { $link }
embed-this = הטמעה באתר אחר
embed-help = העתיקו את הקוד הזה אל הדף האחר. מה שמוצג בו נשאר מעודכן.
related-articles = כתבות קשורות
previous-and-next = הכתבה הקודמת והכתבה הבאה
previous-in-timeline = הקודמת בציר הזמן
next-in-timeline = הבאה בציר הזמן

## גוף הכתבה

section-link = קישור לחלק זה
cited-source = מקור { $number }
footnotes = הערות שוליים
footnote = הערת שוליים { $number }
back-to-text = חזרה לטקסט
embed-from = מתוך {"\u2068"}{ $host }{"\u2069"}
alert-note = הערה
alert-tip = טיפ
alert-important = חשוב
alert-warning = אזהרה
alert-caution = זהירות

## תולדות המועד

said-date = , לפי דיווח { $kind ->
    [words] ({ $date })
    [open] ({ $date })
   *[other] מ{ INITIAL($date) ->
        [hebrew] {""}
       *[other] ־
    }{ $date }
}
    .case = after
said-source = , לפי { $source }
said-article = , כפי שפורסם בכתבה: { $article }
said-date-source = , לפי { $source } ({ $date })
said-date-article = , כפי שפורסם בכתבה: { $article } ({ $date })
said-source-article = , לפי { $source }, כפי שפורסם בכתבה: { $article }
said-date-source-article = , לפי { $source } ({ $date }), כפי שפורסם בכתבה: { $article }
what-status = { $status }
what-status-dated = { $status } { $kind ->
    [words] { $date }
    [open] { INITIAL($date) ->
        [digit] ב־{ $date }
       *[hebrew] { $date }
    }
    [range] { INITIAL($date) ->
        [digit] ב־{ $date }
       *[hebrew] { $date }
    }
   *[other] ב{ INITIAL($date) ->
        [hebrew] {""}
       *[other] ־
    }{ $date }
}
    .case = in
what-certainty = { $certainty }
what-certainty-dated = { $certainty } { $kind ->
    [words] { $date }
    [open] { INITIAL($date) ->
        [digit] ב־{ $date }
       *[hebrew] { $date }
    }
    [range] { INITIAL($date) ->
        [digit] ב־{ $date }
       *[hebrew] { $date }
    }
   *[other] ב{ INITIAL($date) ->
        [hebrew] {""}
       *[other] ־
    }{ $date }
}
    .case = in
what-expected = צפוי
what-expected-dated = צפוי { $kind ->
    [words] { $date }
    [open] { INITIAL($date) ->
        [digit] ב־{ $date }
       *[hebrew] { $date }
    }
    [range] { INITIAL($date) ->
        [digit] ב־{ $date }
       *[hebrew] { $date }
    }
   *[other] ב{ INITIAL($date) ->
        [hebrew] {""}
       *[other] ־
    }{ $date }
}
    .case = in
what-now-expected = צפוי כעת
what-now-expected-dated = צפוי כעת { $kind ->
    [words] { $date }
    [open] { INITIAL($date) ->
        [digit] ב־{ $date }
       *[hebrew] { $date }
    }
    [range] { INITIAL($date) ->
        [digit] ב־{ $date }
       *[hebrew] { $date }
    }
   *[other] ב{ INITIAL($date) ->
        [hebrew] {""}
       *[other] ־
    }{ $date }
}
    .case = in
what-then-expected = לאחר מכן צפוי
what-then-expected-dated = לאחר מכן צפוי { $kind ->
    [words] { $date }
    [open] { INITIAL($date) ->
        [digit] ב־{ $date }
       *[hebrew] { $date }
    }
    [range] { INITIAL($date) ->
        [digit] ב־{ $date }
       *[hebrew] { $date }
    }
   *[other] ב{ INITIAL($date) ->
        [hebrew] {""}
       *[other] ־
    }{ $date }
}
    .case = in
what-checked = לא נמצא דיווח; נבדק { $kind ->
    [words] { $date }
    [open] { INITIAL($date) ->
        [digit] ב־{ $date }
       *[hebrew] { $date }
    }
   *[other] ב{ INITIAL($date) ->
        [hebrew] {""}
       *[other] ־
    }{ $date }
}
    .case = in
later-than-first = מאוחר מהמועד שהוכרז לראשונה
earlier-than-first = מוקדם מהמועד שהוכרז לראשונה
between-targets = אחרי המועד הראשון, לפני המועד האחרון
around-targets = לפני המועד הראשון, אחרי המועד האחרון
as-first-announced = כפי שהוכרז לראשונה, לפני המועד האחרון
promised = הובטח {"\u2068"}{ $wording }{"\u2069"}
promised-for = הובטח ל{ INITIAL($date) ->
    [hebrew] {""}
   *[other] ־
}{ $date }
    .case = in
promised-date = הובטח: { $date }
promised-undated = הובטח
promise-source = { $promise } ({"\u2068"}{ $source }{"\u2069"})
promise-comma = {"; "}
promise-sentence = { $promise }.
promise-after = { $before } { $promise }
promise-put-off = { $count ->
    [one] נדחה פעם אחת
    [two] נדחה פעמיים
   *[other] נדחה { $count } פעמים
}
promise-kept = התרחש במועד
promise-cancelled = בוטל
ledger-entry = אירוע
previous-targets = מועדים קודמים
previously = קודם לכן
ledger-slipped = היקף הדחייה
postponed-times = { $count ->
    [one] נדחה פעם אחת
    [two] נדחה פעמיים
   *[other] נדחה { $count } פעמים
}
expected-dek = אירועים שהוכרזו וטרם התרחשו, מהקרוב לרחוק, ומספר הפעמים שכל אחד מהם נדחה.
still-to-come = צפויים בהמשך
nothing-expected = אין כרגע אירועים צפויים.
slip-ledger = יומן הדחיות
ledger-caption = אירועים שמועדם נדחה
current-target = המועד הנוכחי
happened-late = התרחשו באיחור או לאחר דחייה
happened-late-caption = אירועים שהתרחשו אחרי המועד שהוכרז, או נדחו לפני שהתרחשו
cancelled = בוטלו
postponed-then-cancelled = נדחו ואחר כך בוטלו
postponed-then-cancelled-caption = אירועים שנדחו לפני שבוטלו
final-target = המועד האחרון

## רצפי אירועים

storyline = רצף אירועים
related-events = אירועים קשורים
part-of = חלק { $number } מתוך { $count }
previous-in-story = הקודם ברצף
next-in-story = הבא ברצף
stories-dek = כיצד אירוע אחד הוביל לאחר: אירועים קשורים לפי הסדר, וההשפעה של כל אחד מהם על קודמיו.
story-latest = האחרון: { $entry }
relation-follows = בא בעקבות { $entry }
relation-follows-back = בעקבותיו: { $entry }
relation-reverses = הופך את { $entry }
relation-reverses-back = התהפך בעקבות { $entry }
relation-confirms = מאשר את { $entry }
relation-confirms-back = אושר בעקבות { $entry }
relation-delays = מעכב את { $entry }
relation-delays-back = עוכב בעקבות { $entry }

## מונחים, תקופות, רשימות בעמודים

pager = עמודים
newer = חדשים יותר
older = ישנים יותר
periods = תקופות
periods-end = תקופות, בתחתית העמוד
months = חודשים
years = שנים
on-this-day = היום בהיסטוריה
on-this-day-dek = מה קרה בכל אחד מימות השנה. הרשימה כוללת רק אירועים שהיום שבו התרחשו ידוע.
today-is = היום: { $day }
recently-added = נוספו לאחרונה
recently-added-dek = הכתבות האחרונות לפי מועד הפרסום, בלי קשר למועד האירועים.
choice-status = סטטוס
choice-certainty = מידת הוודאות
choice-stance = עמדה
status-dek = אירועים לפי סטטוס. מה שכבר התרחש מופיע בציר הזמן.
certainty-dek = אירועים לפי מידת הוודאות שלהם.
status-expected-about = הוכרז או תוכנן, אך טרם דווח שהתרחש.
status-cancelled-about = הוכרז, ואחר כך בוטל.
certainty-rumoured-about = מתהלך כשמועה, ללא מקור נקוב בשמו שיש לו ידיעה ישירה.
certainty-reported-about = מקור אחד לפחות דיווח על כך; הנוגעים בדבר לא אישרו זאת.
certainty-confirmed-about = נמסר מפי הנוגעים בדבר, או מתועד במקור ראשוני.
certainty-disputed-about = מקור אחר סותר זאת, או שהנוגעים בדבר מכחישים.
stances-title = מפת העמדות
stances-dek = הארגונים לפי עמדתם האחרונה, והאירוע שעליו היא מבוססת.
stance-and-entries = { $about }. { $entries }
holder = ארגון
holder-since = מאז
holder-entry = על סמך
holder-next = לא סופי: { $stance }, { $entry }
holder-planned = בתכנון, טרם ננקטה: { $holders }
holder-plan = { $organisation } ({ $entry }, { $date })
holder-nobody = כרגע אין ארגון שנוקט עמדה זו.
folded = { $count ->
    [one] { $era ->
        [bc] אירוע אחד נוסף בשנת { $year }, חודש לא ידוע
        [ad] אירוע אחד נוסף בשנת { $year }, חודש לא ידוע
       *[other] אירוע אחד נוסף ב־{ $year }, חודש לא ידוע
    }
    [two] { $era ->
        [bc] שני אירועים נוספים בשנת { $year }, חודש לא ידוע
        [ad] שני אירועים נוספים בשנת { $year }, חודש לא ידוע
       *[other] שני אירועים נוספים ב־{ $year }, חודש לא ידוע
    }
   *[other] { $era ->
        [bc] { $count } אירועים נוספים בשנת { $year }, חודש לא ידוע
        [ad] { $count } אירועים נוספים בשנת { $year }, חודש לא ידוע
       *[other] { $count } אירועים נוספים ב־{ $year }, חודש לא ידוע
    }
}
in-total = סך הכול: { $count }
by-count = לפי מספר האירועים
by-name = לפי שם
stance-over-time = העמדה לאורך זמן
mentioned-with = מוזכרים לעיתים קרובות עם {"\u2068"}{ $term }{"\u2069"}: {"\u2068"}{ $terms }{"\u2069"}
term-page = {"\u2068"}{ $term }{"\u2069"}, עמוד { $number }
term-in-year = { $era ->
    [bc] {"\u2068"}{ $term }{"\u2069"} בשנת { $year }
    [ad] {"\u2068"}{ $term }{"\u2069"} בשנת { $year }
   *[other] {"\u2068"}{ $term }{"\u2069"} ב־{ $year }
}
taxonomy-organisations = ארגונים
taxonomy-organisations-one = ארגון
taxonomy-people = אישים
taxonomy-people-one = אישיות
taxonomy-categories = קטגוריות
taxonomy-categories-one = קטגוריה
taxonomy-tags = תגיות
taxonomy-tags-one = תגית
taxonomy-authors = כותבים
taxonomy-authors-one = כותב/ת

## חיפוש וכל המסננים

search = חיפוש
search-site = חיפוש בציר הזמן
search-entries = { $count ->
    [one] חיפוש באירוע אחד
    [two] חיפוש בשני אירועים
   *[other] חיפוש ב־{ $count } אירועים
}
explore = חיפוש וסינון
explore-dek = כל האירועים, לפי מילות מפתח, שם, סטטוס ותאריך.
about-stances = עמדתו של כל ארגון, ממתי ולפי איזה מקור, באתר {"\u2068"}{ $site }{"\u2069"}.
about-explore = איתור כל אירוע באתר {"\u2068"}{ $site }{"\u2069"} לפי מילות מפתח, שם, סטטוס או תאריך.
explore-text = מילות מפתח בכותרת ובטקסט
explore-filters = מסננים
facet-status = סטטוס
facet-stance = עמדה
facet-importance = חשיבות
importance-1 = שולי
importance-2 = פחות חשוב
importance-3 = ראוי לציון
importance-4 = חשוב
importance-5 = מכונן
explore-period = תקופה
explore-from = מתאריך
explore-to = עד תאריך
explore-period-help = שנה, חודש או יום, למשל 2025, 2025-03 או 2025-03-09. כולל אירועים שייתכן שחלו בתקופה.
explore-all-choices = הצגת כל { $count } האפשרויות
explore-sort = מיון לפי
sort-best = ההתאמה הטובה ביותר
sort-happened = מועד האירוע
sort-published = מועד הפרסום
sort-updated = עדכון אחרון
explore-new = חדש מאז הביקור האחרון
explore-clear = ניקוי הכול
explore-show = הצגה ({ $count })
explore-results = תוצאות
explore-skip = מעבר לתוצאות
entries-found = { $count ->
    [0] לא נמצאו אירועים
    [one] נמצא אירוע אחד
    [two] נמצאו שני אירועים
   *[other] נמצאו { $count } אירועים
}
background-articles = { $count ->
    [one] ונמצאה כתבת רקע אחת
    [two] ונמצאו שתי כתבות רקע
   *[other] ונמצאו { $count } כתבות רקע
}
explore-more = תוצאות נוספות
explore-nothing = אין אירוע שמתאים לכל המסננים. אפשר להסיר מסנן:
explore-filter = { $label }: { $value }
explore-by-date = מיון לפי תאריך
explore-spelt = מוצגות תוצאות עבור ”{ $spelt }”.
explore-as-written = חיפוש ”{ $asked }” במקום זאת
explore-partly = מעט אירועים כוללים את כל המילים האלה. אחריהם מופיעים אירועים שכוללים את רובן.
explore-term = הכול על { $term }
explore-hint = אפשר לנסות פחות מילים או מילים אחרות, או לבדוק את הכתיב.
explore-remove = הסרת המסנן: { $label }
explore-broken = לא ניתן לטעון את החיפוש. כל האירועים מופיעים ברשימות שלהלן.
explore-lists = עיון בכל האירועים
explore-no-script = החיפוש והסינון דורשים JavaScript. הרשימות האלה אינן דורשות אותו.
more-lists = רשימות נוספות

## תיקונים

corrections-policy = מדיניות התיקונים
no-corrections = אין תיקונים עד כה.
correction-correction = תיקון
correction-clarification = הבהרה
correction-editors-note = הערת המערכת
correction-retraction = חזרה מפרסום
correction-of = תיקון: {"\u2068"}{ $title }{"\u2069"}

## תוויות שאפשר להחליף ב־site.yaml

status-happened = התרחש
status-expected = צפוי
status-cancelled = בוטל
certainty-rumoured = שמועה
certainty-reported = דווח
certainty-confirmed = אושר
certainty-disputed = שנוי במחלוקת
kind-analysis = פרשנות
kind-opinion = דעה
kind-explainer = הסבר
source-primary = מקור ראשוני
source-secondary = מקור משני
source-rewrite = עיבוד של דיווח אחר

## עמודים חסרים

not-found = העמוד לא נמצא
not-found-heading = אין עמוד בכתובת זו
not-found-dek = ייתכן שהעמוד הועבר, או שנפלה שגיאת הקלדה בכתובת. אפשר לנסות את אחד העמודים הבאים:
to-front = עמוד הבית: הכתבות האחרונות וציר הזמן
report-missing = דיווח על עמוד חסר
no-longer-available = אינו זמין עוד
expired-on = הכתבה אינה זמינה מאז { $date }.
moved-heading = העמוד הועבר
moved-to = העמוד נמצא כעת כאן: { $page }.

## למנועי חיפוש ולהזנות

events = { $count ->
    [0] אין אירועים
    [one] אירוע אחד
    [two] שני אירועים
   *[other] { $count } אירועים
}
about-period = { $events } ב{ INITIAL($period) ->
    [hebrew] {""}
   *[other] ־
}{ $period } באתר {"\u2068"}{ $site }{"\u2069"}.
    .case = in
about-day = { $day } לאורך השנים: { $events } באתר {"\u2068"}{ $site }{"\u2069"}.
about-days = מה קרה בכל אחד מימות השנה, באתר {"\u2068"}{ $site }{"\u2069"}.
about-new = הכתבות האחרונות באתר {"\u2068"}{ $site }{"\u2069"}.
about-taxonomy = {"\u2068"}{ $title }{"\u2069"} באתר {"\u2068"}{ $site }{"\u2069"}: { $terms }.
about-term = {"\u2068"}{ $term }{"\u2069"}: { $events } באתר {"\u2068"}{ $site }{"\u2069"}.
about-term-span = {"\u2068"}{ $term }{"\u2069"}: { $events } באתר {"\u2068"}{ $site }{"\u2069"} ({ $span }).
about-pages = כל העמודים של אתר {"\u2068"}{ $site }{"\u2069"}.
about-stories = רצפי אירועים באתר {"\u2068"}{ $site }{"\u2069"}: { $titles }.
about-story = {"\u2068"}{ $story }{"\u2069"}: { $events } באתר {"\u2068"}{ $site }{"\u2069"}.
about-expected = אירועים שהוכרזו וטרם התרחשו, ומספר הפעמים שנדחו, באתר {"\u2068"}{ $site }{"\u2069"}.
about-corrections = כל התיקונים, ההבהרות וההודעות על חזרה מפרסום באתר {"\u2068"}{ $site }{"\u2069"}.
about-feeds = הזנות ויומנים של {"\u2068"}{ $site }{"\u2069"}.
about-data = ציר הזמן של {"\u2068"}{ $site }{"\u2069"} כנתונים: JSON, CSV, TimelineJS.
feed-of = {"\u2068"}{ $name }{"\u2069"} – {"\u2068"}{ $site }{"\u2069"}

## שמות בתאריכים

month-1 = ינואר
month-2 = פברואר
month-3 = מרץ
month-4 = אפריל
month-5 = מאי
month-6 = יוני
month-7 = יולי
month-8 = אוגוסט
month-9 = ספטמבר
month-10 = אוקטובר
month-11 = נובמבר
month-12 = דצמבר
month-in-date-1 = ינואר
month-in-date-2 = פברואר
month-in-date-3 = מרץ
month-in-date-4 = אפריל
month-in-date-5 = מאי
month-in-date-6 = יוני
month-in-date-7 = יולי
month-in-date-8 = אוגוסט
month-in-date-9 = ספטמבר
month-in-date-10 = אוקטובר
month-in-date-11 = נובמבר
month-in-date-12 = דצמבר
month-short-1 = ינו׳
month-short-2 = פבר׳
month-short-3 = מרץ
month-short-4 = אפר׳
month-short-5 = מאי
month-short-6 = יוני
month-short-7 = יולי
month-short-8 = אוג׳
month-short-9 = ספט׳
month-short-10 = אוק׳
month-short-11 = נוב׳
month-short-12 = דצמ׳
month-short-in-date-1 = ינו׳
month-short-in-date-2 = פבר׳
month-short-in-date-3 = מרץ
month-short-in-date-4 = אפר׳
month-short-in-date-5 = מאי
month-short-in-date-6 = יוני
month-short-in-date-7 = יולי
month-short-in-date-8 = אוג׳
month-short-in-date-9 = ספט׳
month-short-in-date-10 = אוק׳
month-short-in-date-11 = נוב׳
month-short-in-date-12 = דצמ׳
weekday-1 = יום שני
weekday-2 = יום שלישי
weekday-3 = יום רביעי
weekday-4 = יום חמישי
weekday-5 = יום שישי
weekday-6 = יום שבת
weekday-7 = יום ראשון
weekday-short-1 = יום ב׳
weekday-short-2 = יום ג׳
weekday-short-3 = יום ד׳
weekday-short-4 = יום ה׳
weekday-short-5 = יום ו׳
weekday-short-6 = שבת
weekday-short-7 = יום א׳
part-q1 = { $case ->
    [in] רבעון הראשון
   *[other] הרבעון הראשון
}
part-q2 = { $case ->
    [in] רבעון השני
   *[other] הרבעון השני
}
part-q3 = { $case ->
    [in] רבעון השלישי
   *[other] הרבעון השלישי
}
part-q4 = { $case ->
    [in] רבעון הרביעי
   *[other] הרבעון הרביעי
}
part-h1 = { $case ->
    [in] מחצית הראשונה
   *[other] המחצית הראשונה
}
part-h2 = { $case ->
    [in] מחצית השנייה
   *[other] המחצית השנייה
}
part-spring = אביב
part-summer = קיץ
part-autumn = סתיו
part-winter = חורף
part-short-q1 = { $case ->
    [in] רבעון הראשון
    [after] הרבעון הראשון
   *[other] רבעון ראשון
}
part-short-q2 = { $case ->
    [in] רבעון השני
    [after] הרבעון השני
   *[other] רבעון שני
}
part-short-q3 = { $case ->
    [in] רבעון השלישי
    [after] הרבעון השלישי
   *[other] רבעון שלישי
}
part-short-q4 = { $case ->
    [in] רבעון הרביעי
    [after] הרבעון הרביעי
   *[other] רבעון רביעי
}
part-short-h1 = { $case ->
    [in] מחצית הראשונה
    [after] המחצית הראשונה
   *[other] מחצית ראשונה
}
part-short-h2 = { $case ->
    [in] מחצית השנייה
    [after] המחצית השנייה
   *[other] מחצית שנייה
}
part-short-spring = אביב
part-short-summer = קיץ
part-short-autumn = סתיו
part-short-winter = חורף

## תאריכים מלאים

year-heading = { $year }
bar-year = { $year }
date-year = { $year }
short-year = { $year }
date-year-bc = { $case ->
    [in] שנת { $year } לפנה״ס
    [after] שנת { $year } לפנה״ס
   *[other] { $year } לפנה״ס
}
date-year-ad = { $case ->
    [in] שנת { $year } לספירה
    [after] שנת { $year } לספירה
   *[other] { $year } לספירה
}
year-in-date = { $year }
year-in-date-bc = { $year } לפנה״ס
year-in-date-ad = { $year } לספירה
date-month = { $month } { $year }
date-month-of-year = { $month-name }
date-day = { $day } ב{ $month } { $year }
date-day-of-month = { $day } ב{ $month }
date-weekday = { $weekday }, { $date }
date-decade = { $century-number ->
    [20] { $tens ->
        [0] { $case ->
            [in] {""}
           *[other] ה
        }עשור הראשון של המאה ה־20
        [10] { $case ->
            [in] {""}
           *[other] ה
        }עשור השני של המאה ה־20
        [20] שנות ה־20 של המאה ה־20
       *[other] שנות ה־{ $tens }
    }
    [21] { $tens ->
        [0] שנות ה־{ $decade }
        [10] { $case ->
            [in] {""}
           *[other] ה
        }עשור השני של המאה ה־21
       *[other] שנות ה־{ $tens } של המאה ה־21
    }
   *[other] { $tens ->
        [0] { $case ->
            [in] {""}
           *[other] ה
        }עשור הראשון של המאה ה־{ $century-number }
        [10] { $case ->
            [in] {""}
           *[other] ה
        }עשור השני של המאה ה־{ $century-number }
       *[other] שנות ה־{ $tens } של המאה ה־{ $century-number }
    }
}
date-decade-short = { $century-number ->
    [20] { $tens ->
        [0] { $case ->
            [in] {""}
           *[other] ה
        }עשור הראשון של המאה ה־20
        [10] { $case ->
            [in] {""}
           *[other] ה
        }עשור השני של המאה ה־20
        [20] שנות ה־20 של המאה ה־20
       *[other] שנות ה־{ $tens }
    }
    [21] { $tens ->
        [0] שנות ה־{ $decade }
        [10] { $case ->
            [in] {""}
           *[other] ה
        }עשור השני של המאה ה־21
       *[other] שנות ה־{ $tens } של המאה ה־21
    }
   *[other] { $tens ->
        [0] { $case ->
            [in] {""}
           *[other] ה
        }עשור הראשון של המאה ה־{ $century-number }
        [10] { $case ->
            [in] {""}
           *[other] ה
        }עשור השני של המאה ה־{ $century-number }
       *[other] שנות ה־{ $tens } של המאה ה־{ $century-number }
    }
}
date-century = { $case ->
    [in] מאה ה־{ $number }
   *[other] המאה ה־{ $number }
}
date-century-short = { $case ->
    [in] מאה ה־{ $number }
   *[other] המאה ה־{ $number }
}
ordinal-1 = { $number }
ordinal-2 = { $number }
ordinal-3 = { $number }
ordinal = { $number }
date-years = { $case ->
    [in] שנים { $from } עד { $to }
   *[other] השנים { $from } עד { $to }
}
date-years-short = { $from } – { $to }
date-quarter = { $part } של { $year }
date-season = { $part } { $year }
date-part-of-year = { $part }
date-inner = { $date }
date-time = { $date }, בשעה { $time }
clock = { $hour }:{ $minute } ({ $zone })
zone = { $place ->
    [asia-jerusalem] שעון ישראל
    [asia-tel_aviv] שעון ישראל
    [israel] שעון ישראל
    [europe-london] שעון לונדון
    [europe-paris] שעון פריז
    [europe-berlin] שעון ברלין
    [europe-moscow] שעון מוסקבה
    [europe-kyiv] שעון קייב
    [europe-kiev] שעון קייב
    [europe-istanbul] שעון איסטנבול
    [africa-cairo] שעון קהיר
    [asia-amman] שעון עמאן
    [asia-beirut] שעון ביירות
    [asia-dubai] שעון דובאי
    [asia-riyadh] שעון ריאד
    [asia-tehran] שעון טהרן
    [asia-kolkata] שעון הודו
    [asia-jakarta] שעון ג׳קרטה
    [asia-shanghai] שעון בייג׳ינג
    [asia-tokyo] שעון טוקיו
    [america-new_york] שעון ניו יורק
    [america-los_angeles] שעון לוס אנג׳לס
   *[other] { $zone ->
        [GMT] שעון גריניץ׳
       *[other] { $zone }
    }
}
date-about = { $case ->
    [in] { $date } בערך
    [after] { $date } בערך
   *[other] בסביבות { $date }
}
date-perhaps = { $case ->
    [in] { $date } (לא ודאי)
    [after] { $date } (לא ודאי)
   *[other] אולי { $date }
}
date-perhaps-about = { $case ->
    [in] { $date } בערך (לא ודאי)
    [after] { $date } בערך (לא ודאי)
   *[other] אולי בסביבות { $date }
}
date-about-uncertain = { $case ->
    [in] { $date } בערך (לא ודאי)
    [after] { $date } בערך (לא ודאי)
   *[other] בסביבות { $date } (לא ודאי)
}
date-in-calendars = { $date } ({ $gregorian })
date-since = מאז { $date }, עדיין נמשך
    .case = after
date-from = החל מ{ INITIAL($date) ->
    [hebrew] {""}
   *[other] ־
}{ $date }, מועד הסיום לא ידוע
    .case = after
date-until = עד { $date }
    .case = after
date-or-earlier = { $date } או לפני כן
    .case = after
date-or-later = { $date } או אחרי כן
date-days = { $day }–{ $date }
date-to = { $case ->
    [in] בין { $from } ל{ INITIAL($to) ->
        [hebrew] {""}
       *[other] ־
    }{ $to }
   *[other] מ{ INITIAL($from) ->
        [hebrew] {""}
       *[other] ־
    }{ $from } עד { $to }
}
    .case-from = after
date-to-years = { $case ->
    [in] בשנים { $from }–{ $to }
   *[other] מ־{ $from } עד { $to }
}
date-one-of = { $dates }
date-one-of-years = { $dates }
date-some-day = אחד הימים מ{ INITIAL($from) ->
    [hebrew] {""}
   *[other] ־
}{ $from } עד { $to }
    .case = after
date-some-month = אחד החודשים מ{ INITIAL($from) ->
    [hebrew] {""}
   *[other] ־
}{ $from } עד { $to }
    .case = after
date-some-year = אחת השנים מ{ INITIAL($from) ->
    [hebrew] {""}
   *[other] ־
}{ $from } עד { $to }
    .case = after
date-some-period = מועד כלשהו בתקופה מ{ INITIAL($from) ->
    [hebrew] {""}
   *[other] ־
}{ $from } עד { $to }
    .case = after
date-list = { $case ->
    [in] { $kind ->
        [range] { INITIAL($date) ->
            [digit] { $dates }, ב־{ $date }
           *[hebrew] { $dates }, { $date }
        }
       *[other] { $dates }, ב{ INITIAL($date) ->
            [hebrew] {""}
           *[other] ־
        }{ $date }
    }
   *[other] { $dates }, { $date }
}
date-or-two = { $case ->
    [in] { $kind ->
        [range] { INITIAL($date) ->
            [digit] { $dates } או ב־{ $date }
           *[hebrew] { $dates } או { $date }
        }
       *[other] { $dates } או ב{ INITIAL($date) ->
            [hebrew] {""}
           *[other] ־
        }{ $date }
    }
   *[other] { $dates } או { $date }
}
date-or-last = { $case ->
    [in] { $kind ->
        [range] { INITIAL($date) ->
            [digit] { $dates } או ב־{ $date }
           *[hebrew] { $dates } או { $date }
        }
       *[other] { $dates } או ב{ INITIAL($date) ->
            [hebrew] {""}
           *[other] ־
        }{ $date }
    }
   *[other] { $dates } או { $date }
}

## תאריכים מקוצרים

short-date = { $kind ->
    [quarter] { $case ->
        [in] { $part } של { $year }
        [after] { $part } של { $year }
       *[other] { $part } { $year }
    }
    [half] { $case ->
        [in] { $part } של { $year }
        [after] { $part } של { $year }
       *[other] { $part } { $year }
    }
   *[other] { $part } { $year }
}
short-day = { $day } ב{ $month }
short-month = { $month-name }
short-about = { $case ->
    [in] { $date } בערך
    [after] { $date } בערך
   *[other] סביב { $date }
}
short-perhaps = { $date }?
short-since = מאז { $date }
    .case = after
short-from = החל מ{ INITIAL($date) ->
    [hebrew] {""}
   *[other] ־
}{ $date }
    .case = after
short-until = עד { $date }
    .case = after
short-range = { $from }–{ $to }
short-range-loose = { $from } – { $to }
short-years = { $from }–{ $to }
short-days = { $day }–{ $date }
date-column-day = { $weekday }, { $day }
date-column-days = { $from }–{ $to }
day-number = { $day }
year-only = שנה בלבד
day-unknown = יום לא ידוע
month-unknown = חודש לא ידוע
year-unknown = שנה לא ידועה
decade-unknown = עשור לא ידוע
date-unknown = מועד לא ידוע
closing = { $period }, { $unknown }

## דחיות והקדמות

number-0 = אפס
number-1 = אחד
number-2 = שני
number-3 = שלושה
number-4 = ארבעה
number-5 = חמישה
number-6 = שישה
number-7 = שבעה
number-8 = שמונה
number-9 = תשעה
length-days = { $count ->
    [one] יום אחד
    [two] יומיים
   *[other] { $number } ימים
}
length-weeks = { $count ->
    [one] שבוע
    [two] שבועיים
   *[other] { $number } שבועות
}
length-months = { $count ->
    [one] חודש
    [two] חודשיים
   *[other] { $number } חודשים
}
length-quarters = { $count ->
    [one] רבעון
    [two] שני רבעונים
   *[other] { $number } רבעונים
}
# שנה היא נקבה, ואילו number-3 עד number-9 הם בזכר.
length-years = { $count ->
    [one] שנה
    [two] שנתיים
    [3] שלוש שנים
    [4] ארבע שנים
    [5] חמש שנים
    [6] שש שנים
    [7] שבע שנים
    [8] שמונה שנים
    [9] תשע שנים
    [10] { $number } שנים
   *[other] { $number } שנה
}
later = דחייה
later-exactly = דחייה של { $length }
later-about = דחייה של כ{ INITIAL($length) ->
    [hebrew] {""}
   *[other] ־
}{ $length }
later-at-least = דחייה של { $length } לפחות
later-up-to = דחייה של { $length } לכל היותר
later-more-than = דחייה של יותר מ{ INITIAL($length) ->
    [hebrew] {""}
   *[other] ־
}{ $length }
earlier = הקדמה
earlier-exactly = הקדמה של { $length }
earlier-about = הקדמה של כ{ INITIAL($length) ->
    [hebrew] {""}
   *[other] ־
}{ $length }
earlier-at-least = הקדמה של { $length } לפחות
earlier-up-to = הקדמה של { $length } לכל היותר
earlier-more-than = הקדמה של יותר מ{ INITIAL($length) ->
    [hebrew] {""}
   *[other] ־
}{ $length }
late = התרחש באיחור
late-exactly = התרחש באיחור של { $length }
late-about = התרחש באיחור של כ{ INITIAL($length) ->
    [hebrew] {""}
   *[other] ־
}{ $length }
late-at-least = התרחש באיחור של { $length } לפחות
late-up-to = התרחש באיחור של { $length } לכל היותר
late-more-than = התרחש באיחור של יותר מ{ INITIAL($length) ->
    [hebrew] {""}
   *[other] ־
}{ $length }
early = התרחש לפני המועד
early-exactly = התרחש { $length } לפני המועד
early-about = התרחש כ{ INITIAL($length) ->
    [hebrew] {""}
   *[other] ־
}{ $length } לפני המועד
early-at-least = התרחש לפחות { $length } לפני המועד
early-up-to = התרחש לכל היותר { $length } לפני המועד
early-more-than = התרחש יותר מ{ INITIAL($length) ->
    [hebrew] {""}
   *[other] ־
}{ $length } לפני המועד

## תרשימים לאורך זמן

lanes = השוואה
lanes-title = מי עשה מה ומתי
lanes-stances = עמדתו של כל גורם, ומאז מתי
lanes-dek = מה קרה, מה הוכרז ומה הייתה עמדתו של כל גורם, על ציר זמן אחד.
lanes-all = ההשוואה המלאה, גם כטבלה
lanes-as-table = אותו תוכן כטבלה
lanes-table = כל מה שמופיע בתרשים
lanes-csv = הטבלה בפורמט CSV
lanes-csv-all = כל השורות בפורמט CSV
lanes-rows-shown = שורות מוצגות: { $shown } מתוך { $count } – החשובות והחדשות ביותר.
lanes-wide = השוואה על ציר זמן, ניתנת לגלילה
lane-title = {"\u2068"}{ $name }{"\u2069"} לאורך זמן
lanes-finding = { $parts }.
lanes-finding-part = { $names }: { $stance }
lanes-finding-comma = {"; "}
lane-finding = { $stance } מאז { $date }.
lanes-as-of = נכון לתאריך { $date }.
lane-since = מאז { $date }
lane-stance-since = { $stance } מאז { $date }
lane-stance-unsure = { $stance } ({ $how })
lane-cancelled = בוטל ({ $date })
lane-passed = המועד חלף ({ $date })
lanes-when = תאריך
lanes-outcome = מה עלה בגורלו
chart-today = היום, { $date }
chart-colon = {": "}
chart-key = מקרא
chart-events = אירועים
chart-reported = לא אושר
chart-slanted = היום אינו ידוע
chart-lesser = אירוע משני
chart-put-off = נדחה אל
chart-more-plans = הכרזות נוספות: { $count }
chart-passed = המועד חלף
chart-cancelled = בוטל
chart-folded = מקוצר: אין אירועים
chart-larger = קנה מידה גדול יותר
chart-zoom-in = הגדלה
chart-zoom-out = הקטנה
chart-zoom-all = כל התקופה
chart-choose = בחירה וסדר
chart-move-up = העברת {"\u2068"}{ $name }{"\u2069"} למעלה
chart-move-down = העברת {"\u2068"}{ $name }{"\u2069"} למטה
chart-use = הורדה, ציטוט או הטמעה של התרשים
chart-svg = התרשים בפורמט SVG
chart-png = התרשים בפורמט PNG
chart-cite = { $title }. { $site }, {"\u2068"}{ $address }{"\u2069"}. { $as-of }
chart-embed = קוד HTML להצגת התרשים באתר אחר
copy = העתקה
copied = הועתק
density-title = אירועים לאורך הזמן
density-note = עמודה גבוהה יותר: אירועים רבים או חשובים יותר; פי ארבעה אירועים הם גובה כפול.
density-expected = עמודות ריקות: אירועים צפויים.
story-steps = { $before }, ואחר כך { $stance }
story-silence = { $length } ללא אירועים
story-follows = המשך
story-reverses = היפוך
story-confirms = אישור
story-delays = עיכוב
compare-title = השוואה: { $names }
compare-differences = הבדלים
compare-apart = { $count ->
    [one] הפרש של דרגה אחת
    [two] הפרש של שתי דרגות
   *[other] הפרש של { $count } דרגות
}
compare-same = אותה עמדה
compare-differ = עמדות שונות
slips-title = איך נדחו המועדים
slips-dek = משמאל לימין: היום שבו הוכרז מועד; מלמטה למעלה: המועד עצמו. מה שנדחה עולה, ומה שמתממש מסתיים בקו המקווקו.
slips-latest = מוצגים האחרונים בלבד; כולם בטבלאות שלמטה.
slips-said = הוכרז ביום
slips-target = המועד שהוכרז
slips-due = מועד היעד
slips-lateness = באיזה איחור התממשו ההכרזות
slips-median = { $lateness } (חציון של { $count } שנרשמו כאן)
slips-method = איך זה מחושב
slips-method-text = כל הכרזה שנרשמה כאן והתממשה נספרת פעם אחת: המועד הראשון שלה מושווה לתאריך שבו התממשה. החציון הוא הערך האמצעי, ומבין שניים אמצעיים – המוקדם. גורמים שיש להם פחות משלוש אינם מופיעים, ומה שלא התממש אינו נספר.
about-lanes = מי עשה מה ומתי ומה הייתה עמדתו של כל גורם, על ציר זמן אחד, מתוך {"\u2068"}{ $site }{"\u2069"}.
