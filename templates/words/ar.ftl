# جميع نصوص الواجهة بالعربية الفصحى المعاصرة.
# U+2068 وU+2069 يعزلان الأسماء حيث لا يعزلها البرنامج بنفسه: في العناوين والأوصاف والخلاصات، وفي النصوص
# التي لها صيغ جمع. وU+2066 يعزل تاريخًا يُقرأ من اليسار إلى اليمين.
# الحالات: genitive بعد حرف جر أو ظرف (عام 2025، القرن العشرين)، وword بلا حرف لكن مع كلمة "عام".

## رأس الصفحة وتذييلها وأجزاء أخرى من كل صفحة

skip = الانتقال إلى المحتوى
notice = تنويه
who-we-are = من نحن
main-menu = القائمة الرئيسية
language-menu = اللغات
foot = روابط التذييل
report-error = الإبلاغ عن خطأ
atom-feed = خلاصة Atom
json-feed = خلاصة JSON
calendar-link = التقويم
feeds-title = الخلاصات والتقاويم
feeds-dek = تابع هذا الموقع في برنامجك: انسخ إليه عنوانًا، أو افتحه فيه.
feeds-reader = يعرض قارئ الخلاصات الجديد دون زيارة ودون حساب. في كل خلاصة أحدث مقالاتها، وتقود خلاصة الموقع كله إلى جميع المقالات السابقة.
feeds-calendar = يعرض التقويم الأحداث المرتقبة. وإذا أُجّل موعد تغيّر فيه أيضًا، وما أُلغي يُذكر أنه أُلغي.
whole-site = الموقع كله
data-title = البيانات
data-dek = الخط الزمني في ملفات للبرامج وجداول البيانات. ولا تاريخ فيها أدق مما في الصفحات.
data-entries = كل الأحداث، الأحدث أولًا: التواريخ والمصادر والمواعيد السابقة والأسماء والموضوعات.
data-entries-by-year = عناوين ملفات كل سنة، وفيها كل الأحداث، الأحدث أولًا: التواريخ والمصادر والمواعيد السابقة والأسماء والموضوعات.
data-schema = بنية ملف الأحداث، للبرامج (JSON Schema).
data-csv = كل الأحداث في جدول بيانات.
data-changes = ما نُشر وما تغيّر موعده وما أُلغي وما صُحّح، ومنذ متى؛ الأحدث أولًا.
data-timeline = الخط الزمني لبرنامج TimelineJS. وللصفحات التي لها خلاصة ملف مثله: timeline.json إلى جانبها.
data-example = مثال
data-licence = شروط الاستخدام
data-no-licence = لم تُذكر شروط للاستخدام. اسأل الناشر.
digest-title = الجديد في {"\u2068"}{ $site }{"\u2069"}
digest-since = منذ { $date }.
digest-nothing = لا جديد.
digest-moved = مواعيد جديدة
all-pages = جميع الصفحات
published-by = الناشر: {"\u2068"}{ $publisher }{"\u2069"}.
made-with = أُنشئ الموقع باستخدام {"\u2068"}{ $generator }{"\u2069"}.
look = المظهر
look-system = حسب الجهاز
look-light = فاتح
look-dark = داكن
on-this-page = في هذه الصفحة
timeline = الخط الزمني
stories = مسارات الأحداث
expected = الأحداث المرتقبة
corrections = التصحيحات
page-title = {"\u2068"}{ $page }{"\u2069"} – {"\u2068"}{ $site }{"\u2069"}
comma = {"، "}
clause-comma = {"، "}
and-more = { $names } و{ $name }
and-two = { $names } و{ $name }
and-last = { $names } و{ $name }

## الأحداث في القوائم

overdue = انقضى الموعد
date-passed-checked = انقضى الموعد ولم يرد خبر عند آخر تحقق { $kind ->
    [day] في { $date }
    [month] في { $date }
    [year] في عام { $date }
   *[other] ({ $date })
}
date-passed-since = { $kind ->
    [year] انقضى الموعد، ولم يُتحقق من وقوعه منذ عام { $date }
   *[other] انقضى الموعد، ولم يُتحقق من وقوعه منذ { $date }
}
date-passed-unchecked = انقضى الموعد، ولم يُتحقق من وقوعه
corrected = مصحَّح
stance-qualifier = {" ("}{ $how })
stance-planned = مزمع
stance-said = { $how } ({ $date }):
stance-said-only = { $said }:
stance-now = حاليًا: {"\u2068"}{ $stance }{"\u2069"}
in-article = في مقال: { $article }
source = المصدر: { $source }
source-date = المصدر: { $source } ({ $date })
source-more = { $count ->
    [zero] المصدر: {"\u2068"}{ $source }{"\u2069"}
    [one] المصدر: {"\u2068"}{ $source }{"\u2069"} ومصدر آخر
    [two] المصدر: {"\u2068"}{ $source }{"\u2069"} ومصدران آخران
    [few] المصدر: {"\u2068"}{ $source }{"\u2069"} و{ $count } مصادر أخرى
    [many] المصدر: {"\u2068"}{ $source }{"\u2069"} و{ $count } مصدرًا آخر
   *[other] المصدر: {"\u2068"}{ $source }{"\u2069"} و{ $count } مصدر آخر
}
source-date-more = { $count ->
    [zero] المصدر: {"\u2068"}{ $source }{"\u2069"} ({ $date })
    [one] المصدر: {"\u2068"}{ $source }{"\u2069"} ({ $date }) ومصدر آخر
    [two] المصدر: {"\u2068"}{ $source }{"\u2069"} ({ $date }) ومصدران آخران
    [few] المصدر: {"\u2068"}{ $source }{"\u2069"} ({ $date }) و{ $count } مصادر أخرى
    [many] المصدر: {"\u2068"}{ $source }{"\u2069"} ({ $date }) و{ $count } مصدرًا آخر
   *[other] المصدر: {"\u2068"}{ $source }{"\u2069"} ({ $date }) و{ $count } مصدر آخر
}
more-sources = { $count ->
    [zero] دون مصادر أخرى
    [one] ومصدر آخر
    [two] ومصدران آخران
    [few] و{ $count } مصادر أخرى
    [many] و{ $count } مصدرًا آخر
   *[other] و{ $count } مصدر آخر
}
entries = { $count ->
    [zero] لا أحداث
    [one] حدث واحد
    [two] حدثان
    [few] { $count } أحداث
    [many] { $count } حدثًا
   *[other] { $count } حدث
}
articles = { $count ->
    [zero] لا مقالات
    [one] مقال واحد
    [two] مقالان
    [few] { $count } مقالات
    [many] { $count } مقالًا
   *[other] { $count } مقال
}
entries-in-articles = { $article-count ->
    [zero] { $entries } و{ $articles }
    [one] { $entries } في مقال واحد
    [two] { $entries } في مقالين
    [few] { $entries } في { $article-count } مقالات
    [many] { $entries } في { $article-count } مقالًا
   *[other] { $entries } في { $article-count } مقال
}
entries-by-year = الأحداث حسب السنة
no-entries-in = { $years }: لا أحداث
no-date-yet = لم يُحدد تاريخ بعد
background = خلفية
no-date = من دون تاريخ
background-date = خلفية
span = من { $from } إلى { $to }
    .case = genitive
entries-span = { INITIAL($span) ->
    [digit] { $entries } في عام { $span }
   *[arabic] { $entries }، { $span }
}
with-date = { $what }، { $date }

## الصفحة الرئيسية

just-published = أحدث ما نُشر
published-on = نُشر في { $date }
added-on = أُضيف في { $date }
all-recent = جميع المقالات الحديثة
expected-next = أقرب الأحداث المرتقبة
overdue-and-next = أحداث انقضى موعدها وأخرى مرتقبة
all-expected = جميع الأحداث المرتقبة والتأجيلات
popular-tags = أبرز الوسوم
all-corrections = جميع التصحيحات
now-and-next = الآن ولاحقًا
now-last = الأحدث
now-next = التالي
now-overdue = انقضى الموعد
now-checked = لم يرد خبر عند آخر تحقق { $kind ->
    [day] في { $date }
    [month] في { $date }
    [year] في عام { $date }
   *[other] ({ $date })
}
front-empty = الخط الزمني فارغ حتى الآن. سيظهر هنا أول حدث.
key-exact = يوم محدد
key-approximate = تاريخ تقريبي
key-partial = الشهر أو السنة فقط
key-range = فترة زمنية
key-expected = مرتقب

## المقال

draft-banner = مسودة: لا يمكن للقراء الاطلاع على هذه الصفحة بعد.
byline = بقلم { $authors }
reading-time = { $count ->
    [zero] مدة القراءة: أقل من دقيقة
    [one] مدة القراءة: دقيقة واحدة
    [two] مدة القراءة: دقيقتان
    [few] مدة القراءة: { $count } دقائق
    [many] مدة القراءة: { $count } دقيقة
   *[other] مدة القراءة: { $count } دقيقة
}
also-in = بلغات أخرى: { $languages }
retracted = سُحب هذا المقال.
retracted-banner = لم يعد الناشر يتبنى مضمونه.
see-below = التفاصيل أدناه
more-corrections = { $count ->
    [zero] دون تصحيحات أخرى
    [one] وتصحيح آخر
    [two] وتصحيحان آخران
    [few] و{ $count } تصحيحات أخرى
    [many] و{ $count } تصحيحًا آخر
   *[other] و{ $count } تصحيح آخر
}
correction-line = { $kind }، { $date }.
happened = تاريخ الوقوع
reported = تاريخ ورود الخبر
published = تاريخ النشر
updated = آخر تحديث
updated-on = آخر تحديث: { $date }
contents = المحتويات
dateline = { $place }، { $date } —
where-they-stand = مواقف الجهات
how-it-developed = كيف تطور الحدث
events-here = أحداث في هذا المقال
this-article = هذا المقال
according-to = المصدر: { $source }
sources = المصادر
archived-copy = نسخة مؤرشفة
source-accessed = { $kind ->
    [words] اطُّلع عليه: { $date }
    [before] اطُّلع عليه: { $date }
    [open] اطُّلع عليه: { $date }
   *[day] اطُّلع عليه في { $date }
}
    .case = genitive
back-to-source = العودة إلى موضع الاستشهاد بالمصدر { $number }
back-to-source-nth = العودة إلى موضع الاستشهاد { $nth } بالمصدر { $number }
filed-under = الموضوعات
share = مشاركة
comments = التعليقات
discussions = النقاشات على GitHub
show-comments = عرض التعليقات (تُحمَّل من giscus.app)
share-by-email = البريد الإلكتروني
link-to-copy = رابط للنسخ: { $link }
embed-this = التضمين في موقع آخر
embed-help = انسخ هذه الشيفرة إلى الصفحة الأخرى. يبقى ما تعرضه محدّثًا.
related-articles = مقالات ذات صلة
previous-and-next = المقال السابق والمقال التالي
previous-in-timeline = السابق في الخط الزمني
next-in-timeline = التالي في الخط الزمني

## نص المقال

section-link = رابط إلى هذا القسم
cited-source = المصدر { $number }
footnotes = الهوامش
footnote = الهامش { $number }
back-to-text = العودة إلى النص
embed-from = من {"\u2068"}{ $host }{"\u2069"}
alert-note = ملاحظة
alert-tip = نصيحة
alert-important = مهم
alert-warning = تحذير
alert-caution = تنبيه

## تاريخ الموعد وتغيراته

said-date = ، بحسب ما ورد { $kind ->
    [day] في { $date }
    [month] في { $date }
    [year] في عام { $date }
   *[other] ({ $date })
}
said-source = ، بحسب { $source }
said-article = ، كما ورد في مقال: { $article }
said-date-source = ، بحسب { $source } ({ $date })
said-date-article = ، كما ورد في مقال: { $article } ({ $date })
said-source-article = ، بحسب { $source }، كما ورد في مقال: { $article }
said-date-source-article = ، بحسب { $source } ({ $date })، كما ورد في مقال: { $article }
what-status = { $status }
what-status-dated = { $status } { $kind ->
    [words] { $date }
    [before] { $date }
    [open] { $date }
    [day] { INITIAL($date) ->
        [digit] في { $date }
       *[arabic] يوم { $date }
    }
   *[other] في { $date }
}
    .case = genitive
what-certainty = { $certainty }
what-certainty-dated = { $certainty } { $kind ->
    [words] { $date }
    [before] { $date }
    [open] { $date }
    [day] { INITIAL($date) ->
        [digit] في { $date }
       *[arabic] يوم { $date }
    }
   *[other] في { $date }
}
    .case = genitive
what-expected = مرتقب
what-expected-dated = مرتقب { $kind ->
    [words] { $date }
    [before] { $date }
    [open] { $date }
    [day] { INITIAL($date) ->
        [digit] في { $date }
       *[arabic] يوم { $date }
    }
   *[other] في { $date }
}
    .case = genitive
what-now-expected = مرتقب حاليًا
what-now-expected-dated = مرتقب حاليًا { $kind ->
    [words] { $date }
    [before] { $date }
    [open] { $date }
    [day] { INITIAL($date) ->
        [digit] في { $date }
       *[arabic] يوم { $date }
    }
   *[other] في { $date }
}
    .case = genitive
what-then-expected = ثم أصبح مرتقبًا
what-then-expected-dated = ثم أصبح مرتقبًا { $kind ->
    [words] { $date }
    [before] { $date }
    [open] { $date }
    [day] { INITIAL($date) ->
        [digit] في { $date }
       *[arabic] يوم { $date }
    }
   *[other] في { $date }
}
    .case = genitive
what-checked = لم يرد خبر بوقوعه عند التحقق { $kind ->
    [day] في { $date }
    [month] في { $date }
    [year] في عام { $date }
   *[other] ({ $date })
}
later-than-first = بعد أول موعد معلن
earlier-than-first = قبل أول موعد معلن
between-targets = بعد أول موعد وقبل آخر موعد
around-targets = قبل أول موعد وبعد آخر موعد
as-first-announced = في أول موعد معلن وقبل آخر موعد
promised = الموعد المعلن: {"\u2068"}{ $wording }{"\u2069"}
promised-for = الموعد المعلن: { $date }
    .case = word
promised-date = الموعد المعلن: { $date }
    .case = word
promised-undated = سبق الإعلان عنه
promise-source = { $promise } ({"\u2068"}{ $source }{"\u2069"})
promise-comma = {"؛ "}
promise-sentence = { $promise }.
promise-after = { $before } { $promise }
promise-put-off = { $count ->
    [zero] لم يؤجَّل
    [one] أُجّل مرة واحدة
    [two] أُجّل مرتين
    [few] أُجّل { $count } مرات
    [many] أُجّل { $count } مرة
   *[other] أُجّل { $count } مرة
}
promise-kept = وقع في موعده
promise-cancelled = أُلغي
ledger-entry = الحدث
previous-targets = المواعيد السابقة
previously = الموعد السابق
ledger-slipped = مدة التأخير
postponed-times = { $count ->
    [zero] لم يؤجَّل
    [one] أُجّل مرة واحدة
    [two] أُجّل مرتين
    [few] أُجّل { $count } مرات
    [many] أُجّل { $count } مرة
   *[other] أُجّل { $count } مرة
}
expected-dek = أحداث أُعلن عنها ولم تقع بعد، بدءًا بأقربها موعدًا، مع عدد مرات تأجيل كل منها.
still-to-come = الأحداث المقبلة
nothing-expected = لا أحداث مرتقبة في الوقت الحالي.
slip-ledger = سجل التأجيلات
ledger-caption = أحداث تأخر موعدها
current-target = الموعد الحالي
happened-late = أحداث وقعت متأخرة أو بعد تأجيل
happened-late-caption = أحداث وقعت بعد موعدها المعلن، أو أُجّلت قبل أن تقع
cancelled = أحداث أُلغيت
postponed-then-cancelled = أحداث أُجّلت ثم أُلغيت
postponed-then-cancelled-caption = أحداث أُجّلت قبل إلغائها
final-target = آخر موعد

## مسارات الأحداث

storyline = مسار الأحداث
related-events = أحداث ذات صلة
part-of = الجزء { $number } من { $count }
previous-in-story = السابق في هذا المسار
next-in-story = التالي في هذا المسار
stories-dek = كيف أفضى حدث إلى آخر: أحداث مترابطة بتسلسل وقوعها، مع أثر كل منها فيما سبقه.
story-latest = الأحدث: { $entry }
relation-follows = يأتي بعد: { $entry }
relation-follows-back = يليه: { $entry }
relation-reverses = ينقض: { $entry }
relation-reverses-back = ينقضه: { $entry }
relation-confirms = يؤكد: { $entry }
relation-confirms-back = يؤكده: { $entry }
relation-delays = يؤجّل: { $entry }
relation-delays-back = يؤجّله: { $entry }

## الموضوعات والفترات والقوائم المقسمة على صفحات

pager = الصفحات
newer = الأحدث
older = الأقدم
periods = الفترات
periods-end = الفترات، أسفل الصفحة
months = الأشهر
years = السنوات
on-this-day = في مثل هذا اليوم
on-this-day-dek = ما وقع في كل يوم من أيام السنة. لا تُدرج سوى الأحداث المعروف يومها.
today-is = اليوم: { $day }
recently-added = أُضيف حديثًا
recently-added-dek = أحدث المقالات حسب تاريخ النشر، أيًّا كان تاريخ وقوع الأحداث.
choice-status = الحالة
choice-certainty = درجة التأكد
choice-stance = الموقف
status-dek = الأحداث حسب حالتها. أما ما وقع منها ففي الخط الزمني.
certainty-dek = الأحداث حسب درجة التأكد منها.
status-expected-about = أُعلن عنه أو خُطط له، ولم يرد بعد خبر بوقوعه.
status-cancelled-about = أُعلن عنه ثم أُلغي.
certainty-rumoured-about = متداول، من دون مصدر مطّلع معروف بالاسم.
certainty-reported-about = أورده مصدر واحد على الأقل، ولم يؤكده المعنيون.
certainty-confirmed-about = أعلنه المعنيون، أو وثّقه مصدر أولي.
certainty-disputed-about = يناقضه مصدر آخر، أو ينفيه المعنيون.
stances-title = خريطة المواقف
stances-dek = الجهات حسب أحدث موقف لكل منها، مع الحدث الذي يستند إليه هذا الموقف.
stance-and-entries = { $about }. { $entries }
holder = الجهة
holder-since = منذ
holder-entry = استنادًا إلى
holder-next = موقف غير نهائي: { $stance }، { $entry }
holder-planned = موقف مزمع لم يُتخذ بعد: { $holders }
holder-plan = { $organisation } ({ $entry }، { $date })
holder-nobody = لا تتخذ أي جهة هذا الموقف حاليًا.
folded = { $count ->
    [zero] لا أحداث أخرى في عام { $year } شهرها غير معروف
    [one] حدث آخر في عام { $year } شهره غير معروف
    [two] حدثان آخران في عام { $year } شهرهما غير معروف
    [few] { $count } أحداث أخرى في عام { $year } شهرها غير معروف
    [many] { $count } حدثًا آخر في عام { $year } شهرها غير معروف
   *[other] { $count } حدث آخر في عام { $year } شهرها غير معروف
}
in-total = المجموع: { $count }
by-count = حسب عدد الأحداث
by-name = حسب الاسم
stance-over-time = تطور الموقف
mentioned-with = الأكثر ورودًا مع {"\u2068"}{ $term }{"\u2069"}: {"\u2068"}{ $terms }{"\u2069"}
term-page = {"\u2068"}{ $term }{"\u2069"}، الصفحة { $number }
term-in-year = {"\u2068"}{ $term }{"\u2069"} في عام { $year }
taxonomy-organisations = الجهات
taxonomy-organisations-one = الجهة
taxonomy-people = الشخصيات
taxonomy-people-one = الشخصية
taxonomy-categories = التصنيفات
taxonomy-categories-one = التصنيف
taxonomy-tags = الوسوم
taxonomy-tags-one = الوسم
taxonomy-authors = الكُتّاب
taxonomy-authors-one = الكاتب

## الاستكشاف: البحث وجميع عوامل التصفية

search = بحث
search-site = البحث في الخط الزمني
search-entries = { $count ->
    [zero] البحث
    [one] البحث في حدث واحد
    [two] البحث في حدثين
    [few] البحث في { $count } أحداث
    [many] البحث في { $count } حدثًا
   *[other] البحث في { $count } حدث
}
explore = استكشاف الأحداث
explore-dek = جميع الأحداث، حسب كلمات البحث والأسماء والحالة والتاريخ.
about-stances = موقف كل جهة، ومنذ متى تتخذه، وبحسب أي مصدر، على {"\u2068"}{ $site }{"\u2069"}.
about-explore = البحث عن أي حدث على {"\u2068"}{ $site }{"\u2069"} بالكلمات أو الأسماء أو الحالة أو التاريخ.
explore-text = كلمات البحث في العنوان والنص
explore-filters = عوامل التصفية
facet-status = الحالة
facet-stance = الموقف
facet-importance = الأهمية
importance-1 = هامشي
importance-2 = أقل أهمية
importance-3 = جدير بالذكر
importance-4 = مهم
importance-5 = محوري
explore-period = الفترة
explore-from = من
explore-to = إلى
explore-period-help = سنة أو شهر أو يوم، مثل 2025 أو {"\u2066"}2025-03{"\u2069"} أو {"\u2066"}2025-03-09{"\u2069"}. تشمل النتائج الأحداث التي قد تقع ضمن الفترة.
explore-all-choices = عرض الكل ({ $count })
explore-sort = الترتيب حسب
sort-best = الأكثر صلة
sort-happened = تاريخ الحدث
sort-published = تاريخ النشر
sort-updated = آخر تحديث
explore-new = الجديد منذ زيارتك الأخيرة
explore-clear = مسح الكل
explore-show = عرض ({ $count })
explore-results = النتائج
explore-skip = الانتقال إلى النتائج
entries-found = { $count ->
    [zero] لم يُعثر على أحداث
    [one] عُثر على حدث واحد
    [two] عُثر على حدثين
    [few] عُثر على { $count } أحداث
    [many] عُثر على { $count } حدثًا
   *[other] عُثر على { $count } حدث
}
background-articles = { $count ->
    [zero] ولم يُعثر على مقالات خلفية
    [one] وعُثر على مقال خلفية واحد
    [two] وعُثر على مقالَي خلفية
    [few] وعُثر على { $count } مقالات خلفية
    [many] وعُثر على { $count } مقال خلفية
   *[other] وعُثر على { $count } مقال خلفية
}
explore-more = عرض المزيد
explore-nothing = لا يوجد حدث يطابق جميع عوامل التصفية. يمكن إزالة أحدها:
explore-filter = { $label }: { $value }
explore-by-date = الترتيب حسب التاريخ
explore-spelt = نتائج البحث عن «{ $spelt }».
explore-as-written = البحث عن «{ $asked }» بدلاً من ذلك
explore-partly = الأحداث التي تضم جميع هذه الكلمات قليلة، وتليها الأحداث التي تضم معظمها.
explore-term = كل ما يتعلق بموضوع { $term }
explore-hint = جرّب كلمات أقل أو كلمات أخرى، أو تحقق من كتابتها.
explore-remove = إزالة عامل التصفية: { $label }
explore-broken = تعذّر تحميل البحث. جميع الأحداث مدرجة في القوائم أدناه.
explore-lists = تصفح جميع الأحداث
explore-no-script = يتطلب البحث وعوامل التصفية تفعيل JavaScript، أما هذه القوائم فلا.
more-lists = قوائم أخرى

## التصحيحات

corrections-policy = سياسة التصحيح
no-corrections = لا تصحيحات حتى الآن.
correction-correction = تصحيح
correction-clarification = توضيح
correction-editors-note = ملاحظة من التحرير
correction-retraction = سحب المقال
correction-of = تصحيح: {"\u2068"}{ $title }{"\u2069"}

## تسميات يمكن أن يستبدلها site.yaml

status-happened = وقع
status-expected = مرتقب
status-cancelled = أُلغي
certainty-rumoured = شائعة
certainty-reported = وفق تقارير
certainty-confirmed = مؤكد
certainty-disputed = محل خلاف
kind-analysis = تحليل
kind-opinion = رأي
kind-explainer = شرح
source-primary = مصدر أولي
source-secondary = مصدر ثانوي
source-rewrite = إعادة صياغة لتقرير آخر

## صفحات غير موجودة

not-found = الصفحة غير موجودة
not-found-heading = لا توجد صفحة على هذا العنوان
not-found-dek = ربما نُقلت الصفحة أو ورد خطأ في العنوان. يمكن الانتقال إلى إحدى هذه الصفحات:
to-front = الصفحة الرئيسية: أحدث المقالات والخط الزمني
report-missing = الإبلاغ عن صفحة مفقودة
no-longer-available = لم يعد متاحًا
expired-on = انتهت مدة إتاحة هذا المقال في { $date }.
moved-heading = نُقلت هذه الصفحة
moved-to = عنوانها الجديد: { $page }.

## لمحركات البحث والخلاصات

events = { $count ->
    [zero] لا أحداث
    [one] حدث واحد
    [two] حدثان
    [few] { $count } أحداث
    [many] { $count } حدثًا
   *[other] { $count } حدث
}
about-period = { $events } في { $period } على {"\u2068"}{ $site }{"\u2069"}.
    .case = genitive
about-day = { $day } على مر السنين: { $events } على {"\u2068"}{ $site }{"\u2069"}.
about-days = ما وقع في كل يوم من أيام السنة، من {"\u2068"}{ $site }{"\u2069"}.
about-new = أحدث المقالات على {"\u2068"}{ $site }{"\u2069"}.
about-taxonomy = {"\u2068"}{ $title }{"\u2069"} على {"\u2068"}{ $site }{"\u2069"}: { $terms }.
about-term = {"\u2068"}{ $term }{"\u2069"}: { $events } على {"\u2068"}{ $site }{"\u2069"}.
about-term-span = {"\u2068"}{ $term }{"\u2069"}: { $events } على {"\u2068"}{ $site }{"\u2069"} ({ $span }).
about-pages = جميع صفحات {"\u2068"}{ $site }{"\u2069"}.
about-stories = مسارات الأحداث على {"\u2068"}{ $site }{"\u2069"}: { $titles }.
about-story = {"\u2068"}{ $story }{"\u2069"}: { $events } على {"\u2068"}{ $site }{"\u2069"}.
about-expected = أحداث أُعلن عنها ولم تقع بعد، وعدد مرات تأجيلها، من {"\u2068"}{ $site }{"\u2069"}.
about-corrections = جميع التصحيحات والتوضيحات وحالات سحب المقالات على {"\u2068"}{ $site }{"\u2069"}.
about-feeds = خلاصات {"\u2068"}{ $site }{"\u2069"} وتقاويمه.
about-data = الخط الزمني لموقع {"\u2068"}{ $site }{"\u2069"} في ملفات بيانات: JSON وCSV وTimelineJS.
feed-of = {"\u2068"}{ $name }{"\u2069"} – {"\u2068"}{ $site }{"\u2069"}

## الأسماء في التواريخ

month-1 = يناير
month-2 = فبراير
month-3 = مارس
month-4 = أبريل
month-5 = مايو
month-6 = يونيو
month-7 = يوليو
month-8 = أغسطس
month-9 = سبتمبر
month-10 = أكتوبر
month-11 = نوفمبر
month-12 = ديسمبر
month-in-date-1 = يناير
month-in-date-2 = فبراير
month-in-date-3 = مارس
month-in-date-4 = أبريل
month-in-date-5 = مايو
month-in-date-6 = يونيو
month-in-date-7 = يوليو
month-in-date-8 = أغسطس
month-in-date-9 = سبتمبر
month-in-date-10 = أكتوبر
month-in-date-11 = نوفمبر
month-in-date-12 = ديسمبر
month-short-1 = يناير
month-short-2 = فبراير
month-short-3 = مارس
month-short-4 = أبريل
month-short-5 = مايو
month-short-6 = يونيو
month-short-7 = يوليو
month-short-8 = أغسطس
month-short-9 = سبتمبر
month-short-10 = أكتوبر
month-short-11 = نوفمبر
month-short-12 = ديسمبر
month-short-in-date-1 = يناير
month-short-in-date-2 = فبراير
month-short-in-date-3 = مارس
month-short-in-date-4 = أبريل
month-short-in-date-5 = مايو
month-short-in-date-6 = يونيو
month-short-in-date-7 = يوليو
month-short-in-date-8 = أغسطس
month-short-in-date-9 = سبتمبر
month-short-in-date-10 = أكتوبر
month-short-in-date-11 = نوفمبر
month-short-in-date-12 = ديسمبر
weekday-1 = الاثنين
weekday-2 = الثلاثاء
weekday-3 = الأربعاء
weekday-4 = الخميس
weekday-5 = الجمعة
weekday-6 = السبت
weekday-7 = الأحد
weekday-short-1 = الاثنين
weekday-short-2 = الثلاثاء
weekday-short-3 = الأربعاء
weekday-short-4 = الخميس
weekday-short-5 = الجمعة
weekday-short-6 = السبت
weekday-short-7 = الأحد
part-q1 = الربع الأول
part-q2 = الربع الثاني
part-q3 = الربع الثالث
part-q4 = الربع الرابع
part-h1 = النصف الأول
part-h2 = النصف الثاني
part-spring = ربيع
part-summer = صيف
part-autumn = خريف
part-winter = شتاء
part-short-q1 = الربع الأول
part-short-q2 = الربع الثاني
part-short-q3 = الربع الثالث
part-short-q4 = الربع الرابع
part-short-h1 = النصف الأول
part-short-h2 = النصف الثاني
part-short-spring = ربيع
part-short-summer = صيف
part-short-autumn = خريف
part-short-winter = شتاء

## التواريخ الكاملة

year-heading = { $year }
bar-year = { $year }
date-year = { $case ->
    [genitive] عام { $year }
    [word] عام { $year }
   *[other] { $year }
}
short-year = { $year }
date-year-bc = { $case ->
    [genitive] عام { $year } ق.م
    [word] عام { $year } ق.م
   *[other] { $year } ق.م
}
date-year-ad = { $case ->
    [genitive] عام { $year } م
    [word] عام { $year } م
   *[other] { $year } م
}
year-in-date = { $year }
year-in-date-bc = { $year } ق.م
year-in-date-ad = { $year } م
date-month = { $month } { $year }
date-month-of-year = { $month-name }
date-day = { $day } { $month } { $year }
date-day-of-month = { $day } { $month }
date-weekday = { $weekday } { $date }
# اسم القرن مضاف إليه دائمًا، أيًّا كانت الحالة.
date-decade = { $tens ->
    [0] العقد الأول من القرن
    [10] العقد الثاني من القرن
    [20] عشرينيات القرن
    [30] ثلاثينيات القرن
    [40] أربعينيات القرن
    [50] خمسينيات القرن
    [60] ستينيات القرن
    [70] سبعينيات القرن
    [80] ثمانينيات القرن
   *[90] تسعينيات القرن
} { $century-number ->
    [20] العشرين
    [21] الحادي والعشرين
   *[other] { $century }
}
date-decade-short = { $tens ->
    [0] عقد { $decade }
    [10] عقد { $decade }
    [20] { $century-number ->
        [20] العشرينيات
       *[other] عشرينيات القرن الـ{ $century-number }
    }
    [30] { $century-number ->
        [20] الثلاثينيات
       *[other] ثلاثينيات القرن الـ{ $century-number }
    }
    [40] { $century-number ->
        [20] الأربعينيات
       *[other] أربعينيات القرن الـ{ $century-number }
    }
    [50] { $century-number ->
        [20] الخمسينيات
       *[other] خمسينيات القرن الـ{ $century-number }
    }
    [60] { $century-number ->
        [20] الستينيات
       *[other] ستينيات القرن الـ{ $century-number }
    }
    [70] { $century-number ->
        [20] السبعينيات
       *[other] سبعينيات القرن الـ{ $century-number }
    }
    [80] { $century-number ->
        [20] الثمانينيات
       *[other] ثمانينيات القرن الـ{ $century-number }
    }
   *[90] { $century-number ->
        [20] التسعينيات
       *[other] تسعينيات القرن الـ{ $century-number }
    }
}
date-century = القرن { $number }
date-century-short = القرن الـ{ $century-number }
ordinal-1 = { $number ->
    [21] { $case ->
        [genitive] الحادي والعشرين
       *[other] الحادي والعشرون
    }
   *[other] الـ{ $number }
}
ordinal-2 = { $number ->
    [2] الثاني
   *[other] الـ{ $number }
}
ordinal-3 = { $number ->
    [3] الثالث
   *[other] الـ{ $number }
}
ordinal = { $number ->
    [4] الرابع
    [5] الخامس
    [6] السادس
    [7] السابع
    [8] الثامن
    [9] التاسع
    [10] العاشر
    [11] الحادي عشر
    [12] الثاني عشر
    [13] الثالث عشر
    [14] الرابع عشر
    [15] الخامس عشر
    [16] السادس عشر
    [17] السابع عشر
    [18] الثامن عشر
    [19] التاسع عشر
    [20] { $case ->
        [genitive] العشرين
       *[other] العشرون
    }
   *[other] الـ{ $number }
}
date-years = الأعوام من { $from } إلى { $to }
date-years-short = { $from } – { $to }
date-quarter = { $part } من عام { $year }
date-season = { $part } { $year }
date-part-of-year = { $part }
date-inner = { $date }
date-time = { $date }، الساعة { $time }
clock = { $hour }:{ $minute } بتوقيت { $zone }
zone = { $place ->
    [asia-riyadh] الرياض
    [asia-kuwait] الكويت
    [asia-bahrain] المنامة
    [asia-qatar] الدوحة
    [asia-dubai] دبي
    [asia-muscat] مسقط
    [asia-aden] عدن
    [asia-baghdad] بغداد
    [asia-damascus] دمشق
    [asia-beirut] بيروت
    [asia-amman] عمّان
    [asia-jerusalem] القدس
    [asia-gaza] غزة
    [asia-hebron] الخليل
    [africa-cairo] القاهرة
    [africa-khartoum] الخرطوم
    [africa-tripoli] طرابلس
    [africa-tunis] تونس
    [africa-algiers] الجزائر
    [africa-casablanca] الدار البيضاء
    [africa-nouakchott] نواكشوط
    [africa-mogadishu] مقديشو
    [africa-djibouti] جيبوتي
    [europe-istanbul] إسطنبول
    [europe-london] لندن
    [europe-paris] باريس
    [europe-berlin] برلين
    [europe-moscow] موسكو
    [asia-tehran] طهران
    [asia-karachi] كراتشي
    [asia-kolkata] نيودلهي
    [asia-jakarta] جاكرتا
    [asia-shanghai] بكين
    [asia-tokyo] طوكيو
    [america-new_york] نيويورك
    [america-los_angeles] لوس أنجلوس
   *[other] { $zone ->
        [UTC] غرينتش
        [GMT] غرينتش
       *[other] { $zone }
    }
}
date-about = { $case ->
    [genitive] { $date } تقريبًا
   *[other] نحو { $date }
}
    .case = genitive
date-perhaps = { $case ->
    [genitive] { $kind ->
        [day] يوم { $date } (غير مؤكد)
       *[other] { $date } (غير مؤكد)
    }
    [word] ربما { $date }
   *[other] { $kind ->
        [year] ربما عام { $date }
       *[other] ربما { $date }
    }
}
date-perhaps-about = { $case ->
    [genitive] { $date } تقريبًا (غير مؤكد)
   *[other] ربما نحو { $date }
}
    .case = genitive
date-about-uncertain = { $case ->
    [genitive] { $date } تقريبًا (غير مؤكد)
   *[other] نحو { $date } (غير مؤكد)
}
    .case = genitive
date-in-calendars = { $date } ({ $gregorian })
date-since = منذ { $date }، ولا يزال مستمرًا
    .case = genitive
date-from = بدءًا من { $date }، والنهاية غير معروفة
    .case = genitive
date-until = حتى { $date }
    .case = genitive
date-or-earlier = { $date } أو قبل ذلك
    .case = word
date-or-later = { $date } أو بعد ذلك
    .case = word
date-days = { $case ->
    [genitive] الفترة من { $day } إلى { $date }
    [word] الفترة من { $day } إلى { $date }
   *[other] من { $day } إلى { $date }
}
date-to = { $case ->
    [genitive] الفترة من { $from } إلى { $to }
    [word] الفترة من { $from } إلى { $to }
   *[other] من { $from } إلى { $to }
}
    .case = genitive
date-to-years = { $case ->
    [genitive] الفترة من عام { $from } إلى عام { $to }
    [word] الفترة من عام { $from } إلى عام { $to }
   *[other] من عام { $from } إلى عام { $to }
}
date-one-of = { $case ->
    [genitive] { $dates }
    [word] { $dates }
   *[other] إما { $dates }
}
    .case = word
date-one-of-years = عام { $dates }
date-some-day = أحد الأيام من { $from } إلى { $to }
    .case = genitive
date-some-month = أحد الأشهر من { $from } إلى { $to }
    .case = genitive
date-some-year = أحد الأعوام من { $from } إلى { $to }
    .case = bare
date-some-period = وقت ما في الفترة من { $from } إلى { $to }
    .case = genitive
date-list = { $dates } أو { $date }
date-or-two = { $dates } أو { $date }
date-or-last = { $dates } أو { $date }

## التواريخ المختصرة

short-date = { $kind ->
    [quarter] { $part } من { $year }
    [half] { $part } من { $year }
   *[other] { $part } { $year }
}
short-day = { $day } { $month }
short-month = { $month-name }
short-about = نحو { $date }
short-perhaps = { $date }؟
short-since = منذ { $date }
short-from = بدءًا من { $date }
short-until = حتى { $date }
short-range = { $from }–{ $to }
short-range-loose = { $from } – { $to }
short-years = { $from }–{ $to }
short-days = { $day }–{ $date }
date-column-day = { $weekday } { $day }
date-column-days = { $from }–{ $to }
day-number = { $day }
year-only = السنة فقط
day-unknown = اليوم غير معروف
month-unknown = الشهر غير معروف
year-unknown = السنة غير معروفة
decade-unknown = العقد غير معروف
date-unknown = تاريخ غير معروف
closing = { $period }، { $unknown }

## الفروق بين المواعيد

number-0 = صفر
number-1 = واحد
number-2 = اثنين
number-3 = ثلاثة
number-4 = أربعة
number-5 = خمسة
number-6 = ستة
number-7 = سبعة
number-8 = ثمانية
number-9 = تسعة
length-days = { $count ->
    [zero] أقل من يوم
    [one] يوم واحد
    [two] يومين
    [few] { $number } أيام
    [many] { $number } يومًا
   *[other] { $number } يوم
}
length-weeks = { $count ->
    [zero] أقل من أسبوع
    [one] أسبوع
    [two] أسبوعين
    [few] { $number } أسابيع
    [many] { $number } أسبوعًا
   *[other] { $number } أسبوع
}
length-months = { $count ->
    [zero] أقل من شهر
    [one] شهر
    [two] شهرين
    [few] { $number } أشهر
    [many] { $number } شهرًا
   *[other] { $number } شهر
}
length-quarters = { $count ->
    [zero] أقل من ربع عام
    [one] ربع عام
    [two] نصف عام
    [few] { $number } أرباع عام
    [many] { $number } ربعًا سنويًا
   *[other] { $number } ربع سنوي
}
length-years = { $count ->
    [zero] أقل من عام
    [one] عام
    [two] عامين
    [few] { $number } أعوام
    [many] { $number } عامًا
   *[other] { $number } عام
}
later = في موعد لاحق
later-exactly = بتأخير { $length }
later-about = بتأخير نحو { $length }
later-at-least = بتأخير لا يقل عن { $length }
later-up-to = بتأخير لا يزيد على { $length }
later-more-than = بتأخير يزيد على { $length }
earlier = في موعد أبكر
earlier-exactly = بتبكير { $length }
earlier-about = بتبكير نحو { $length }
earlier-at-least = بتبكير لا يقل عن { $length }
earlier-up-to = بتبكير لا يزيد على { $length }
earlier-more-than = بتبكير يزيد على { $length }
late = وقع بعد موعده
# الباء تتصل بالكلمة، وتُمدّ قبل الرقم: بأسبوعين، بـ11 يومًا.
late-exactly = وقع بعد موعده { INITIAL($length) ->
    [digit] بـ
   *[arabic] ب
}{ $length }
late-about = وقع بعد موعده بنحو { $length }
late-at-least = وقع بعد موعده بما لا يقل عن { $length }
late-up-to = وقع بعد موعده بما لا يزيد على { $length }
late-more-than = وقع بعد موعده بأكثر من { $length }
early = وقع قبل موعده
early-exactly = وقع قبل موعده { INITIAL($length) ->
    [digit] بـ
   *[arabic] ب
}{ $length }
early-about = وقع قبل موعده بنحو { $length }
early-at-least = وقع قبل موعده بما لا يقل عن { $length }
early-up-to = وقع قبل موعده بما لا يزيد على { $length }
early-more-than = وقع قبل موعده بأكثر من { $length }

## رسوم المقارنة عبر الزمن

lanes = مقارنة
lanes-title = من فعل ماذا ومتى
lanes-stances = موقف كل جهة ومنذ متى
lanes-dek = ما حدث وما أُعلن عنه وموقف كل جهة، على محور زمني واحد.
lanes-all = المقارنة كاملة، وفي جدول أيضًا
lanes-as-table = المحتوى نفسه في جدول
lanes-table = كل ما في الرسم
lanes-csv = الجدول بصيغة CSV
lanes-csv-all = كل الصفوف بصيغة CSV
lanes-rows-shown = الصفوف المعروضة: { $shown } من أصل { $count }، وهي الأهم والأحدث.
lanes-wide = مقارنة على محور زمني، قابلة للتمرير
lane-title = {"\u2068"}{ $name }{"\u2069"} عبر الزمن
lanes-finding = { $parts }.
lanes-finding-part = { $names }: { $stance }
lanes-finding-comma = {"؛ "}
lane-finding = { $stance } منذ { $date }.
lanes-as-of = حتى تاريخ { $date }.
lane-since = منذ { $date }
lane-stance-since = { $stance } منذ { $date }
lane-stance-unsure = { $stance } ({ $how })
lane-cancelled = أُلغي ({ $date })
lane-passed = انقضى الموعد ({ $date })
lanes-when = التاريخ
lanes-outcome = ما آل إليه
chart-today = اليوم، { $date }
chart-colon = {": "}
chart-key = مفتاح الرموز
chart-events = الأحداث
chart-reported = غير مؤكد
chart-slanted = اليوم غير معروف
chart-lesser = حدث أقل أهمية
chart-put-off = أُجّل إلى
chart-more-plans = إعلانات أخرى: { $count }
chart-passed = انقضى الموعد
chart-cancelled = أُلغي
chart-folded = مختصر: لا أحداث
chart-larger = مقياس أكبر
chart-zoom-in = تكبير
chart-zoom-out = تصغير
chart-zoom-all = كامل المدة
chart-choose = الاختيار والترتيب
chart-move-up = نقل {"\u2068"}{ $name }{"\u2069"} إلى أعلى
chart-move-down = نقل {"\u2068"}{ $name }{"\u2069"} إلى أسفل
chart-use = تنزيل الرسم أو الاستشهاد به أو تضمينه
chart-svg = الرسم بصيغة SVG
chart-png = الرسم بصيغة PNG
chart-cite = { $title }. { $site }، {"\u2068"}{ $address }{"\u2069"}. { $as-of }
chart-embed = شيفرة HTML لعرض الرسم في موقع آخر
copy = نسخ
copied = تم النسخ
density-title = الأحداث عبر الزمن
density-note = كلما ارتفع العمود زاد عدد الأحداث أو أهميتها؛ وأربعة أضعاف العدد ترفعه إلى الضعف.
density-expected = الأعمدة المفرغة: أحداث مرتقبة.
story-steps = { $before }، ثم { $stance }
story-silence = لا أحداث طوال { $length }
story-follows = تتمة
story-reverses = نقض
story-confirms = تأكيد
story-delays = تأجيل
compare-title = مقارنة: { $names }
compare-differences = أوجه الاختلاف
compare-apart = { $count ->
    [zero] بلا فارق
    [one] بفارق درجة واحدة
    [two] بفارق درجتين
    [few] بفارق { $count } درجات
    [many] بفارق { $count } درجة
   *[other] بفارق { $count } درجة
}
compare-same = الموقف نفسه
compare-differ = مواقف مختلفة
slips-title = كيف تأجلت المواعيد
slips-dek = من اليسار إلى اليمين: يوم إعلان الموعد؛ ومن الأسفل إلى الأعلى: الموعد نفسه. ما يؤجَّل يصعد، وما يتحقق ينتهي عند الخط المتقطع.
slips-latest = يظهر الأحدث فقط؛ والكل في الجداول أدناه.
slips-said = أُعلن في
slips-target = الموعد المعلن
slips-due = الاستحقاق
slips-lateness = مدى تأخر تحقق ما أُعلن
slips-median = { $lateness } (الوسيط، وعدد ما سُجل هنا: { $count })
slips-method = طريقة الحساب
slips-method-text = يُحسب كل إعلان سُجل هنا وتحقق مرة واحدة، بمقارنة موعده الأول بتاريخ تحققه. والوسيط هو القيمة الوسطى، أو الأبكر إن كانت القيمتان الوسطيان اثنتين. ولا تُدرج الجهات التي لديها أقل من ثلاثة، ولا يُحسب ما لم يتحقق.
about-lanes = من فعل ماذا ومتى وموقف كل جهة، على محور زمني واحد، من {"\u2068"}{ $site }{"\u2069"}.
