# इंटरफ़ेस के सभी संदेश हिन्दी में।
# "घटना" स्त्रीलिंग है; स्थिति के शब्द (संभावित, रद्द, पुष्ट) लिंग से नहीं बदलते।
# तारीख के बाद का परसर्ग तारीख के संदेश में ही है: `.case = when` से "को", "में" या "तक" जुड़ता है,
# `.case = oblique` से तिर्यक रूप ("1990 के दशक") बनता है।

## पेज का शीर्ष, निचला भाग और हर पेज के अन्य हिस्से

skip = मुख्य सामग्री पर जाएं
notice = सूचना
who-we-are = हमारे बारे में
main-menu = मुख्य मेन्यू
language-menu = भाषाएं
foot = पेज का निचला भाग
report-error = गलती बताएं
atom-feed = Atom फ़ीड
json-feed = JSON फ़ीड
calendar-link = कैलेंडर
feeds-title = फ़ीड और कैलेंडर
feeds-dek = इस साइट को अपने प्रोग्राम में पढ़ें: कोई पता उसमें कॉपी करें, या वहीं खोलें।
feeds-reader = फ़ीड रीडर बिना साइट पर आए और बिना खाते के नई बातें दिखाता है। हर फ़ीड में उसके नवीनतम लेख हैं; पूरी साइट की फ़ीड से सभी पुराने लेखों तक पहुंचा जा सकता है।
feeds-calendar = कैलेंडर संभावित घटनाएं दिखाता है। टली हुई तारीख वहां भी बदल जाती है, और जो रद्द हुआ उस पर वैसा लिखा होता है।
whole-site = पूरी साइट
data-title = डेटा
data-dek = टाइमलाइन फ़ाइलों के रूप में, प्रोग्रामों और स्प्रेडशीट के लिए। इनमें तारीखें पेजों से ज़्यादा सटीक नहीं हैं।
data-entries = सभी घटनाएं, नई पहले: तारीखें, स्रोत, पिछली तय तारीखें, नाम और विषय।
data-entries-by-year = हर साल की फ़ाइलों के पते, जिनमें सभी घटनाएं हैं, नई पहले: तारीखें, स्रोत, पिछली तय तारीखें, नाम और विषय।
data-schema = घटनाओं की फ़ाइल की बनावट, प्रोग्रामों के लिए (JSON Schema)।
data-csv = सभी घटनाएं स्प्रेडशीट के रूप में।
data-changes = क्या प्रकाशित हुआ, टला, रद्द हुआ और सुधारा गया, और कब से; ताज़ा पहले।
data-timeline = TimelineJS के लिए टाइमलाइन। जिन पेजों की अपनी फ़ीड है उनकी भी है: timeline.json, उनके साथ।
data-example = उदाहरण
data-licence = उपयोग की शर्तें
data-no-licence = उपयोग की शर्तें नहीं बताई गई हैं। प्रकाशक से पूछें।
digest-title = { $site } पर नया
digest-since = { $date } से।
digest-nothing = कुछ नया नहीं।
digest-moved = नई तारीखें
all-pages = सभी पेज
published-by = प्रकाशक: { $publisher }।
made-with = { $generator } से बनाया गया।
look = रंग-रूप
look-system = डिवाइस के अनुसार
look-light = हल्का
look-dark = गहरा
on-this-page = इस पेज पर
timeline = टाइमलाइन
stories = घटनाक्रम
expected = संभावित घटनाएं
corrections = भूल सुधार
page-title = { $page } – { $site }
comma = {", "}
clause-comma = {", "}
and-more = { $names }, { $name }
and-two = { $names } और { $name }
and-last = { $names } और { $name }

## सूचियों में घटनाएं

overdue = तारीख बीत चुकी
date-passed-checked = तारीख बीत चुकी; { $date } की जांच में कोई रिपोर्ट नहीं मिली
    .case = oblique
date-passed-since = तारीख बीत चुकी, { $date } के बाद जांच नहीं हुई
    .case = oblique
date-passed-unchecked = तारीख बीत चुकी, जांच नहीं हुई
corrected = भूल सुधार
stance-qualifier = {" ("}{ $how })
stance-planned = प्रस्तावित
stance-said = { $how } ({ $date }):
stance-said-only = { $said }:
stance-now = अब: { $stance }
in-article = लेख: { $article }
source = स्रोत: { $source }
source-date = स्रोत: { $source } ({ $date })
source-more = स्रोत: { $source } और { $count } अन्य
source-date-more = स्रोत: { $source } ({ $date }) और { $count } अन्य
more-sources = और { $count } अन्य
entries = { $count ->
    [one] { $count } घटना
   *[other] { $count } घटनाएं
}
articles = { $count ->
    [one] { $count } लेख
   *[other] { $count } लेख
}
# "लेखों में": तिर्यक बहुवचन, इसलिए $articles नहीं, संख्या।
entries-in-articles = { $article-count ->
    [1] { $article-count } लेख में { $entries }
   *[other] { $article-count } लेखों में { $entries }
}
entries-by-year = साल के अनुसार घटनाएं
no-entries-in = { $years }: कोई घटना नहीं
no-date-yet = तारीख अभी तय नहीं
background = पृष्ठभूमि
no-date = तारीख नहीं दी गई
background-date = पृष्ठभूमि
# साल अपने आप में नहीं बदलता; दशक तिर्यक होता है ("1990 के दशक से")। बाकी के लिए केवल रेखा।
span = { $from-kind ->
    [year] { $to-kind ->
        [year] { $from } से { $to } तक
        [decade] { $from } से { $to } तक
        [century] { $from } से { $to } तक
       *[other] { $from } – { $to }
    }
    [decade] { $to-kind ->
        [year] { $from } से { $to } तक
        [decade] { $from } से { $to } तक
        [century] { $from } से { $to } तक
       *[other] { $from } – { $to }
    }
    [century] { $to-kind ->
        [year] { $from } से { $to } तक
        [decade] { $from } से { $to } तक
        [century] { $from } से { $to } तक
       *[other] { $from } – { $to }
    }
   *[other] { $from } – { $to }
}
    .case = oblique
entries-span = { $entries }, { $span }
with-date = { $what }, { $date }

## होम पेज

just-published = ताज़ा लेख
published-on = प्रकाशित: { $date }
added-on = जोड़ा गया: { $date }
all-recent = सभी ताज़ा लेख
expected-next = अगली संभावित घटनाएं
overdue-and-next = तारीख बीत चुकी, और अगली संभावित घटनाएं
all-expected = सभी संभावित घटनाएं और देरी
popular-tags = लोकप्रिय टैग
all-corrections = सभी भूल सुधार
now-and-next = अभी और आगे
now-last = नवीनतम
now-next = अगला
now-overdue = तारीख बीत चुकी
now-checked = { $date } की जांच में कोई रिपोर्ट नहीं मिली
front-empty = टाइमलाइन अभी खाली है। पहली घटना यहां दिखेगी।
key-exact = सटीक तारीख
key-approximate = अनुमानित
key-partial = केवल महीना या साल
key-range = अवधि
key-expected = संभावित

## लेख

draft-banner = ड्राफ़्ट: पाठक यह पेज अभी नहीं देख सकते।
byline = लेखक: { $authors }
reading-time = पढ़ने का समय: { $count } मिनट
also-in = अन्य भाषाओं में: { $languages }
retracted = वापस लिया गया।
retracted-banner = प्रकाशक अब इस लेख पर कायम नहीं है।
see-below = नीचे देखें
more-corrections = और { $count } अन्य
correction-line = { $kind } ({ $date }):
happened = घटित
reported = रिपोर्ट
published = प्रकाशित
updated = अपडेट
updated-on = अपडेट: { $date }
contents = इस लेख में
dateline = { $place }, { $date } —
where-they-stand = किसका क्या रुख
how-it-developed = अब तक क्या हुआ
events-here = इस लेख की घटनाएं
this-article = यह लेख
according-to = स्रोत: { $source }
sources = स्रोत
archived-copy = आर्काइव कॉपी
source-accessed = देखा गया: { $date }
back-to-source = लेख में स्रोत { $number } के उल्लेख पर लौटें
back-to-source-nth = लेख में स्रोत { $number } के उल्लेख { $nth } पर लौटें
filed-under = विषय
share = शेयर करें
comments = टिप्पणियां
discussions = GitHub पर चर्चा
show-comments = टिप्पणियां दिखाएं (giscus.app से लोड होंगी)
share-by-email = ईमेल
link-to-copy = यह लिंक कॉपी करें: { $link }
embed-this = किसी दूसरी साइट पर लगाएं
embed-help = यह कोड दूसरे पेज में कॉपी करें। इसमें दिखने वाली जानकारी ताज़ा रहती है।
related-articles = संबंधित लेख
previous-and-next = पिछला और अगला लेख
previous-in-timeline = टाइमलाइन में पिछला
next-in-timeline = टाइमलाइन में अगला

## लेख का पाठ

section-link = इस भाग का लिंक
cited-source = स्रोत { $number }
footnotes = पाद-टिप्पणियां
footnote = पाद-टिप्पणी { $number }
back-to-text = मूल पाठ पर लौटें
embed-from = { $host } से
alert-note = नोट
alert-tip = सुझाव
alert-important = महत्वपूर्ण
alert-warning = चेतावनी
alert-caution = सावधानी

## तारीख का इतिहास

said-date = , { $date } की जानकारी के अनुसार
    .case = oblique
said-source = , { $source } के अनुसार
said-article = , लेख: { $article }
said-date-source = , { $source } के अनुसार ({ $date })
said-date-article = , { $date } की जानकारी के अनुसार (लेख: { $article })
said-source-article = , { $source } के अनुसार (लेख: { $article })
said-date-source-article = , { $source } के अनुसार ({ $date }; लेख: { $article })
what-status = { $status }
# तारीख के साथ उसका परसर्ग आता है: "9 दिसंबर 2025 को संभावित"। खुली अवधि और संपादक के शब्दों के लिए कोलन।
what-status-dated = { $kind ->
    [before] { $status }: { $date }
    [open] { $status }: { $date }
    [words] { $status }: { $date }
   *[other] { $date } { $status }
}
    .case = when
what-certainty = { $certainty }
what-certainty-dated = { $certainty }: { $date }
what-expected = संभावित
what-expected-dated = { $kind ->
    [before] संभावित: { $date }
    [open] संभावित: { $date }
    [words] संभावित: { $date }
   *[other] { $date } संभावित
}
    .case = when
what-now-expected = अब संभावित
what-now-expected-dated = { $kind ->
    [before] अब संभावित: { $date }
    [open] अब संभावित: { $date }
    [words] अब संभावित: { $date }
   *[other] अब { $date } संभावित
}
    .case = when
what-then-expected = फिर संभावित
what-then-expected-dated = { $kind ->
    [before] फिर संभावित: { $date }
    [open] फिर संभावित: { $date }
    [words] फिर संभावित: { $date }
   *[other] फिर { $date } संभावित
}
    .case = when
what-checked = { $date } की जांच में कोई रिपोर्ट नहीं मिली
    .case = oblique
later-than-first = पहली घोषित तारीख के बाद
earlier-than-first = पहली घोषित तारीख से पहले
between-targets = पहली घोषित तारीख के बाद, आखिरी से पहले
around-targets = पहली घोषित तारीख से पहले, आखिरी के बाद
as-first-announced = पहली घोषणा के अनुसार, आखिरी घोषित तारीख से पहले
promised = घोषित समय: { $wording }
promised-for = { $kind ->
    [day] घोषित तारीख: { $date }
   *[other] घोषित समय: { $date }
}
promised-date = { $kind ->
    [day] घोषित तारीख: { $date }
   *[other] घोषित समय: { $date }
}
promised-undated = घोषित
promise-source = { $promise } ({ $source })
promise-comma = {"; "}
promise-sentence = { $promise }।
promise-after = { $before } { $promise }
promise-put-off = { $count ->
    [1] एक बार स्थगित
    [2] दो बार स्थगित
   *[other] { $count } बार स्थगित
}
promise-kept = समय पर
promise-cancelled = रद्द
ledger-entry = घटना
previous-targets = पिछली तय तारीखें
previously = पहले
ledger-slipped = देरी
postponed-times = { $count ->
    [1] एक बार स्थगित
    [2] दो बार स्थगित
   *[other] { $count } बार स्थगित
}
expected-dek = वे घोषित घटनाएं जो अभी नहीं हुई हैं, तारीख के क्रम में, और हर घटना कितनी बार स्थगित हुई।
still-to-come = अभी होनी हैं
nothing-expected = फ़िलहाल कोई घटना संभावित नहीं है।
slip-ledger = देरी का लेखा-जोखा
ledger-caption = घटनाएं जिनकी तारीख आगे बढ़ी
current-target = मौजूदा तय तारीख
happened-late = देरी से या स्थगित होने के बाद हुईं
happened-late-caption = घटनाएं जो घोषित तारीख के बाद हुईं, या होने से पहले स्थगित की गईं
cancelled = रद्द
postponed-then-cancelled = स्थगित, फिर रद्द
postponed-then-cancelled-caption = घटनाएं जो रद्द होने से पहले स्थगित की गईं
final-target = आखिरी तय तारीख

## घटनाक्रम

storyline = घटनाक्रम
related-events = संबंधित घटनाएं
part-of = भाग { $number } (कुल { $count })
previous-in-story = इस घटनाक्रम में पिछली घटना
next-in-story = इस घटनाक्रम में अगली घटना
stories-dek = एक घटना से दूसरी तक बात कैसे पहुंची: संबंधित घटनाएं क्रम से, और हर घटना का पिछली घटनाओं पर असर।
story-latest = ताज़ा: { $entry }
relation-follows = इससे पहले: { $entry }
relation-follows-back = इसके बाद: { $entry }
relation-reverses = इसने जिसे पलटा: { $entry }
relation-reverses-back = जिसने इसे पलटा: { $entry }
relation-confirms = इसने जिसकी पुष्टि की: { $entry }
relation-confirms-back = जिसने इसकी पुष्टि की: { $entry }
relation-delays = इसने जिसे टाला: { $entry }
relation-delays-back = जिसने इसे टाला: { $entry }

## विषय, अवधियां, कई पेज वाली सूचियां

pager = पेज
newer = नई घटनाएं
older = पुरानी घटनाएं
periods = अवधियां
periods-end = अवधियां, पेज के अंत में
months = महीने
years = साल
on-this-day = आज का इतिहास
on-this-day-dek = साल के किस दिन क्या हुआ। इसमें केवल वे घटनाएं हैं जिनका दिन मालूम है।
today-is = आज: { $day }
recently-added = हाल में जोड़े गए लेख
recently-added-dek = प्रकाशन की तारीख के क्रम में ताज़ा लेख, घटनाएं चाहे जब की हों।
choice-status = स्थिति
choice-certainty = पुष्टि का स्तर
choice-stance = रुख
status-dek = स्थिति के अनुसार घटनाएं। जो हो चुका है, वह टाइमलाइन पर है।
certainty-dek = पुष्टि के स्तर के अनुसार घटनाएं।
status-expected-about = घोषित या प्रस्तावित, पर इसके होने की कोई रिपोर्ट अभी नहीं है।
status-cancelled-about = पहले घोषित, फिर रद्द।
certainty-rumoured-about = चर्चा में है, पर ऐसा कोई नामित स्रोत नहीं जो जानने की स्थिति में हो।
certainty-reported-about = कम से कम एक स्रोत ने बताया; संबंधित पक्षों ने पुष्टि नहीं की।
certainty-confirmed-about = संबंधित पक्षों ने बताया, या प्राथमिक स्रोत में दर्ज है।
certainty-disputed-about = किसी दूसरे स्रोत या संबंधित पक्षों ने इसका खंडन किया।
stances-title = किसका क्या रुख
stances-dek = हर संगठन का ताज़ा रुख, और वह घटना जिससे यह रुख सामने आया।
stance-and-entries = { $about }। { $entries }
holder = संगठन
holder-since = कब से
holder-entry = आधार
holder-next = अंतिम नहीं: { $stance }, { $entry }
holder-planned = प्रस्तावित, अभी अपनाया नहीं: { $holders }
holder-plan = { $organisation } ({ $entry }, { $date })
holder-nobody = फ़िलहाल किसी संगठन का यह रुख नहीं है।
folded = { $count ->
    [one] { $year } की { $count } और घटना, महीना अज्ञात
   *[other] { $year } की { $count } और घटनाएं, महीना अज्ञात
}
in-total = कुल { $count }
by-count = घटनाओं की संख्या के अनुसार
by-name = नाम के अनुसार
stance-over-time = समय के साथ रुख
mentioned-with = { $term } के साथ अक्सर चर्चित { $terms }
term-page = { $term }, पेज { $number }
term-in-year = { $year } में { $term }
taxonomy-organisations = संगठन
taxonomy-organisations-one = संगठन
taxonomy-people = व्यक्ति
taxonomy-people-one = व्यक्ति
taxonomy-categories = श्रेणियां
taxonomy-categories-one = श्रेणी
taxonomy-tags = टैग
taxonomy-tags-one = टैग
taxonomy-authors = लेखक
taxonomy-authors-one = लेखक

## खोज और सभी फ़िल्टर

search = खोजें
search-site = टाइमलाइन में खोजें
search-entries = { $count ->
    [one] { $count } घटना में खोजें
   *[other] { $count } घटनाओं में खोजें
}
explore = खोज और फ़िल्टर
explore-dek = सभी घटनाएं: कीवर्ड, नाम, स्थिति और तारीख के अनुसार।
about-stances = { $site } पर देखें: किस संगठन का क्या रुख है, कब से और किस स्रोत के अनुसार।
about-explore = { $site } पर कोई भी घटना कीवर्ड, नाम, स्थिति या तारीख से खोजें।
explore-text = शीर्षक और पाठ में कीवर्ड
explore-filters = फ़िल्टर
facet-status = स्थिति
facet-stance = रुख
facet-importance = महत्व
importance-1 = मामूली
importance-2 = कम महत्वपूर्ण
importance-3 = उल्लेखनीय
importance-4 = महत्वपूर्ण
importance-5 = ऐतिहासिक
explore-period = अवधि
explore-from = कब से
explore-to = कब तक
explore-period-help = साल, महीना या दिन, जैसे 2025, 2025-03 या 2025-03-09। इसमें वे घटनाएं भी शामिल हैं जो इस अवधि की हो सकती हैं।
explore-all-choices = सभी { $count } दिखाएं
explore-sort = क्रम
sort-best = सबसे उपयुक्त
sort-happened = घटना की तारीख
sort-published = प्रकाशन की तारीख
sort-updated = आखिरी अपडेट
explore-new = पिछली बार आने के बाद से नया
explore-clear = सभी हटाएं
explore-show = { $count } दिखाएं
explore-results = नतीजे
explore-skip = नतीजों पर जाएं
entries-found = { $count ->
    [0] कोई घटना नहीं मिली
    [one] { $count } घटना मिली
   *[other] { $count } घटनाएं मिलीं
}
background-articles = { $count ->
    [one] और { $count } पृष्ठभूमि लेख
   *[other] और { $count } पृष्ठभूमि लेख
}
explore-more = और दिखाएं
explore-nothing = कोई घटना सभी फ़िल्टर से मेल नहीं खाती। कोई फ़िल्टर हटाएं:
explore-filter = { $label }: { $value }
explore-by-date = तारीख के अनुसार
explore-spelt = “{ $spelt }” के परिणाम दिखाए जा रहे हैं।
explore-as-written = इसके बजाय “{ $asked }” खोजें
explore-partly = ये सभी शब्द कम घटनाओं में हैं। इनमें से अधिकतर शब्दों वाली घटनाएं आगे हैं।
explore-term = { $term } से जुड़ा सब कुछ
explore-hint = कम या दूसरे शब्द आज़माएं, या वर्तनी जांचें।
explore-remove = फ़िल्टर हटाएं: { $label }
explore-broken = खोज लोड नहीं हो सकी। सभी घटनाएं नीचे की सूचियों में हैं।
explore-lists = सभी घटनाएं देखें
explore-no-script = खोज और फ़िल्टर के लिए JavaScript ज़रूरी है। इन सूचियों के लिए नहीं।
more-lists = अन्य सूचियां

## भूल सुधार

corrections-policy = भूल सुधार नीति
no-corrections = अब तक कोई भूल सुधार नहीं।
correction-correction = भूल सुधार
correction-clarification = स्पष्टीकरण
correction-editors-note = संपादक की टिप्पणी
correction-retraction = लेख वापस लिया गया
correction-of = भूल सुधार: { $title }

## लेबल, जिन्हें site.yaml बदल सकती है

status-happened = घटित
status-expected = संभावित
status-cancelled = रद्द
certainty-rumoured = अफ़वाह
certainty-reported = रिपोर्ट के अनुसार
certainty-confirmed = पुष्ट
certainty-disputed = विवादित
kind-analysis = विश्लेषण
kind-opinion = विचार
kind-explainer = एक्सप्लेनर
source-primary = प्राथमिक स्रोत
source-secondary = द्वितीयक स्रोत
source-rewrite = दूसरी रिपोर्ट पर आधारित

## जो पेज नहीं हैं

not-found = पेज नहीं मिला
not-found-heading = इस पते पर कोई पेज नहीं है
not-found-dek = हो सकता है कि पेज का पता बदल गया हो, या पता लिखने में गलती हुई हो। इनमें से कोई पेज देखें:
to-front = होम पेज: ताज़ा लेख और टाइमलाइन
report-missing = हमें बताएं कि क्या नहीं मिला
no-longer-available = अब उपलब्ध नहीं
expired-on = यह लेख { $date } तक उपलब्ध था।
moved-heading = इस पेज का पता बदल गया है
moved-to = नया पता: { $page }

## सर्च इंजन और फ़ीड के लिए

events = { $count ->
    [one] { $count } घटना
   *[other] { $count } घटनाएं
}
about-period = { $site } पर { $period } की { $events }।
about-day = { $day }, साल दर साल: { $site } पर { $events }।
about-days = { $site } पर देखें: साल के किस दिन क्या हुआ।
about-new = { $site } पर ताज़ा लेख।
about-taxonomy = { $site } पर { $title }: { $terms }।
about-term = { $term }: { $site } पर { $events }।
about-term-span = { $term }: { $site } पर { $events }, { $span }।
about-pages = { $site } के सभी पेज।
about-stories = { $site } पर घटनाक्रम: { $titles }।
about-story = { $story }: { $site } पर { $events }।
about-expected = { $site } पर देखें: घोषित घटनाएं जो अभी नहीं हुई हैं, और वे कितनी बार स्थगित हुईं।
about-corrections = { $site } के सभी भूल सुधार, स्पष्टीकरण और वापस लिए गए लेख।
about-feeds = { $site } की फ़ीड और कैलेंडर।
about-data = { $site } की टाइमलाइन डेटा के रूप में: JSON, CSV, TimelineJS।
feed-of = { $name } – { $site }

## तारीखों में नाम

month-1 = जनवरी
month-2 = फ़रवरी
month-3 = मार्च
month-4 = अप्रैल
month-5 = मई
month-6 = जून
month-7 = जुलाई
month-8 = अगस्त
month-9 = सितंबर
month-10 = अक्टूबर
month-11 = नवंबर
month-12 = दिसंबर
month-in-date-1 = जनवरी
month-in-date-2 = फ़रवरी
month-in-date-3 = मार्च
month-in-date-4 = अप्रैल
month-in-date-5 = मई
month-in-date-6 = जून
month-in-date-7 = जुलाई
month-in-date-8 = अगस्त
month-in-date-9 = सितंबर
month-in-date-10 = अक्टूबर
month-in-date-11 = नवंबर
month-in-date-12 = दिसंबर
month-short-1 = जन॰
month-short-2 = फ़र॰
month-short-3 = मार्च
month-short-4 = अप्रैल
month-short-5 = मई
month-short-6 = जून
month-short-7 = जुल॰
month-short-8 = अग॰
month-short-9 = सित॰
month-short-10 = अक्टू॰
month-short-11 = नव॰
month-short-12 = दिस॰
month-short-in-date-1 = जन॰
month-short-in-date-2 = फ़र॰
month-short-in-date-3 = मार्च
month-short-in-date-4 = अप्रैल
month-short-in-date-5 = मई
month-short-in-date-6 = जून
month-short-in-date-7 = जुल॰
month-short-in-date-8 = अग॰
month-short-in-date-9 = सित॰
month-short-in-date-10 = अक्टू॰
month-short-in-date-11 = नव॰
month-short-in-date-12 = दिस॰
weekday-1 = सोमवार
weekday-2 = मंगलवार
weekday-3 = बुधवार
weekday-4 = गुरुवार
weekday-5 = शुक्रवार
weekday-6 = शनिवार
weekday-7 = रविवार
weekday-short-1 = सोम
weekday-short-2 = मंगल
weekday-short-3 = बुध
weekday-short-4 = गुरु
weekday-short-5 = शुक्र
weekday-short-6 = शनि
weekday-short-7 = रवि
part-q1 = पहली तिमाही
part-q2 = दूसरी तिमाही
part-q3 = तीसरी तिमाही
part-q4 = चौथी तिमाही
part-h1 = पहली छमाही
part-h2 = दूसरी छमाही
part-spring = वसंत ऋतु
part-summer = ग्रीष्म ऋतु
part-autumn = शरद ऋतु
part-winter = शीत ऋतु
part-short-q1 = पहली तिमाही
part-short-q2 = दूसरी तिमाही
part-short-q3 = तीसरी तिमाही
part-short-q4 = चौथी तिमाही
part-short-h1 = पहली छमाही
part-short-h2 = दूसरी छमाही
part-short-spring = वसंत
part-short-summer = ग्रीष्म
part-short-autumn = शरद
part-short-winter = शीत

## पूरी तारीखें

year-heading = { $year }
bar-year = { $year }
date-year = { $case ->
    [when] { $year } में
   *[other] { $year }
}
short-year = { $year }
date-year-bc = { $case ->
    [when] { $year } ईसा पूर्व में
   *[other] { $year } ईसा पूर्व
}
date-year-ad = { $case ->
    [when] { $year } ईस्वी में
   *[other] { $year } ईस्वी
}
year-in-date = { $year }
year-in-date-bc = { $year } ईसा पूर्व
year-in-date-ad = { $year } ईस्वी
date-month = { $case ->
    [when] { $month } { $year } में
   *[other] { $month } { $year }
}
date-month-of-year = { $month-name }
date-day = { $case ->
    [when] { $day } { $month } { $year } को
   *[other] { $day } { $month } { $year }
}
date-day-of-month = { $day } { $month }
date-weekday = { $case ->
    [when] { $weekday }, { $date } को
   *[other] { $weekday }, { $date }
}
    .case = plain
date-decade = { $case ->
    [when] { $decade } के दशक में
    [oblique] { $decade } के दशक
   *[other] { $decade } का दशक
}
date-decade-short = { $case ->
    [oblique] { $decade } के दशक
   *[other] { $decade } का दशक
}
date-century = { $case ->
    [when] { $number } सदी में
   *[other] { $number } सदी
}
date-century-short = { $number } सदी
# सदी स्त्रीलिंग है; ये क्रमसूचक केवल सदियों के लिए हैं।
ordinal-1 = { $number ->
    [1] पहली
   *[other] { $number }वीं
}
ordinal-2 = { $number ->
    [2] दूसरी
   *[other] { $number }वीं
}
ordinal-3 = { $number ->
    [3] तीसरी
   *[other] { $number }वीं
}
ordinal = { $number ->
    [4] चौथी
    [5] पांचवीं
    [6] छठी
    [7] सातवीं
    [8] आठवीं
    [9] नौवीं
    [10] दसवीं
   *[other] { $number }वीं
}
date-years = { $case ->
    [when] { $from } से { $to } के बीच
   *[other] साल { $from } से { $to }
}
date-years-short = { $from } – { $to }
date-quarter = { $case ->
    [when] { $year } की { $part } में
   *[other] { $year } की { $part }
}
date-season = { $case ->
    [when] { $year } की { $part } में
   *[other] { $year } की { $part }
}
date-part-of-year = { $part }
date-inner = { $date }
date-time = { $case ->
    [when] { $date } को { $time }
   *[other] { $date }, { $time }
}
    .case = plain
# दिन के पहर CLDR के अनुसार: रात 8 से 4, सुबह 4 से 12, दोपहर 12 से 4, शाम 4 से 8।
clock = { $hour-24 ->
    [0] रात
    [1] रात
    [2] रात
    [3] रात
    [4] सुबह
    [5] सुबह
    [6] सुबह
    [7] सुबह
    [8] सुबह
    [9] सुबह
    [10] सुबह
    [11] सुबह
    [12] दोपहर
    [13] दोपहर
    [14] दोपहर
    [15] दोपहर
    [16] शाम
    [17] शाम
    [18] शाम
    [19] शाम
   *[other] रात
} { $hour-12 }{ $minutes ->
    [0] {""}
   *[other] :{ $minute }
} बजे ({ $zone })
zone = { $zone }
date-about = { $date } के आसपास
    .case = oblique
date-perhaps = शायद { $date }
date-perhaps-about = शायद { $date } के आसपास
    .case = oblique
date-about-uncertain = शायद { $date } के आसपास
    .case = oblique
date-in-calendars = { $date } ({ $gregorian })
date-since = { $date } से जारी
    .case = oblique
date-from = { $date } से, समाप्ति अज्ञात
    .case = oblique
date-until = { $date } तक
    .case = oblique
date-or-earlier = { $date } या उससे पहले
date-or-later = { $date } या उसके बाद
date-days = { $case ->
    [when] { $day } से { $date } तक
   *[other] { $day } से { $date }
}
    .case = plain
# अकेली तारीख के छोटे सिरों में "तक" नहीं ("मार्च से मई 2026"), वाक्य में और लंबे सिरों में है; तिमाही, छमाही
# और ऋतु में साल पहले आता है।
date-to = { $case ->
    [when] { $from-kind ->
        [day] { $from } से { $to } तक
        [month] { $from } से { $to } तक
       *[other] { $from-full } से { $to-part } तक
    }
   *[other] { $from-kind ->
        [day] { $to-kind ->
            [day] { $from } से { $to }
            [month] { $from } से { $to }
            [year] { $from } से { $to }
           *[other] { $from-full } से { $to-part } तक
        }
        [month] { $to-kind ->
            [day] { $from } से { $to }
            [month] { $from } से { $to }
            [year] { $from } से { $to }
           *[other] { $from-full } से { $to-part } तक
        }
        [year] { $to-kind ->
            [day] { $from } से { $to }
            [month] { $from } से { $to }
            [year] { $from } से { $to }
           *[other] { $from-full } से { $to-part } तक
        }
       *[other] { $from-full } से { $to-part } तक
    }
}
    .case = oblique
date-to-years = { $case ->
    [when] { $from } से { $to } तक
   *[other] { $from } से { $to }
}
date-one-of = { $dates }
date-one-of-years = { $case ->
    [when] { $dates } में
   *[other] { $dates }
}
date-some-day = { $case ->
    [when] { $from } से { $to } के बीच किसी दिन
   *[other] { $from } से { $to } के बीच कोई एक दिन
}
    .case = oblique
date-some-month = { $case ->
    [when] { $from } से { $to } के बीच किसी महीने
   *[other] { $from } से { $to } के बीच कोई एक महीना
}
    .case = oblique
date-some-year = { $case ->
    [when] { $from } से { $to } के बीच किसी साल
   *[other] { $from } से { $to } के बीच कोई एक साल
}
    .case = oblique
date-some-period = { $from-full } से { $to-part } के बीच किसी समय
    .case = oblique
date-list = { $dates }, { $date }
date-or-two = { $dates } या { $date }
date-or-last = { $dates } या { $date }

## छोटी तारीखें

short-date = { $kind ->
    [quarter] { $year } की { $part }
    [half] { $year } की { $part }
   *[other] { $part } { $year }
}
short-day = { $day } { $month }
short-month = { $month-name }
short-about = करीब { $date }
short-perhaps = { $date }?
short-since = { $date } से जारी
    .case = oblique
short-from = { $date } से
    .case = oblique
short-until = { $date } तक
    .case = oblique
short-range = { $from }–{ $to }
# तिमाही और छमाही में साल पहले आता है: "2026 की पहली तिमाही – दूसरी तिमाही"।
short-range-loose = { $from-kind ->
    [quarter] { $from-full } – { $to-part }
    [half] { $from-full } – { $to-part }
   *[other] { $from } – { $to }
}
short-years = { $from }–{ $to }
short-days = { $day }–{ $date }
date-column-day = { $weekday } { $day }
date-column-days = { $from }–{ $to }
day-number = { $day }
year-only = केवल साल
day-unknown = दिन अज्ञात
month-unknown = महीना अज्ञात
year-unknown = साल अज्ञात
decade-unknown = दशक अज्ञात
date-unknown = तारीख अज्ञात
closing = { $period }, { $unknown }

## देरी, या समय से पहले

number-0 = शून्य
number-1 = एक
number-2 = दो
number-3 = तीन
number-4 = चार
number-5 = पांच
number-6 = छह
number-7 = सात
number-8 = आठ
number-9 = नौ
# अवधि के बाद हमेशा "की" या "पहले" आता है, इसलिए तिर्यक रूप: "एक महीने की देरी"।
length-days = { $count ->
    [one] { $number } दिन
   *[other] { $number } दिन
}
length-weeks = { $count ->
    [one] { $number } सप्ताह
   *[other] { $number } सप्ताह
}
length-months = { $count ->
    [one] { $number } महीने
   *[other] { $number } महीने
}
length-quarters = { $count ->
    [one] { $number } तिमाही
   *[other] { $number } तिमाही
}
length-years = { $count ->
    [one] { $number } साल
   *[other] { $number } साल
}
later = देरी
later-exactly = { $length } की देरी
later-about = लगभग { $length } की देरी
later-at-least = कम से कम { $length } की देरी
later-up-to = अधिकतम { $length } की देरी
later-more-than = { $length } से अधिक की देरी
earlier = तय तारीख से पहले
earlier-exactly = तय तारीख से { $length } पहले
earlier-about = तय तारीख से लगभग { $length } पहले
earlier-at-least = तय तारीख से कम से कम { $length } पहले
earlier-up-to = तय तारीख से अधिकतम { $length } पहले
earlier-more-than = तय तारीख से { $length } से भी अधिक पहले
late = देरी से
late-exactly = { $length } की देरी से
late-about = लगभग { $length } की देरी से
late-at-least = कम से कम { $length } की देरी से
late-up-to = अधिकतम { $length } की देरी से
late-more-than = { $length } से अधिक की देरी से
early = समय से पहले
early-exactly = समय से { $length } पहले
early-about = समय से लगभग { $length } पहले
early-at-least = समय से कम से कम { $length } पहले
early-up-to = समय से अधिकतम { $length } पहले
early-more-than = समय से { $length } से भी अधिक पहले

## समय-रेखा के चित्र

lanes = तुलना
lanes-title = किसने क्या किया, और कब
lanes-stances = किसका क्या रुख है, और कब से
lanes-dek = क्या हुआ, क्या घोषित हुआ और किसका क्या रुख रहा, एक ही समय-रेखा पर।
lanes-all = पूरी तुलना, तालिका सहित
lanes-as-table = यही जानकारी तालिका में
lanes-table = चित्र में दिखाई गई सभी बातें
lanes-csv = यह तालिका CSV में
lanes-csv-all = सभी पंक्तियां CSV में
lanes-rows-shown = दिखाई गई पंक्तियां: { $count } में से { $shown }, सबसे महत्वपूर्ण और सबसे नई।
lanes-wide = समय-रेखा पर तुलना, स्क्रॉल की जा सकती है
lane-title = समय के साथ: { $name }
lanes-finding = { $parts }।
lanes-finding-part = { $names }: { $stance }
lanes-finding-comma = {"; "}
lane-finding = { $stance } ({ $date } से)।
    .case = oblique
lanes-as-of = स्थिति: { $date } तक।
lane-since = { $date } से
    .case = oblique
lane-stance-since = { $stance } ({ $date } से)
lane-stance-unsure = { $stance } ({ $how })
lane-cancelled = रद्द ({ $date })
lane-passed = तारीख बीत चुकी ({ $date })
lanes-when = तारीख
lanes-outcome = परिणाम
chart-today = आज, { $date }
chart-colon = {": "}
chart-key = संकेत
chart-events = घटनाएं
chart-reported = पुष्टि नहीं
chart-slanted = दिन ज्ञात नहीं
chart-lesser = छोटी घटना
chart-put-off = इस तारीख तक स्थगित
chart-more-plans = अन्य घोषणाएं: { $count }
chart-passed = तारीख बीत चुकी
chart-cancelled = रद्द
chart-folded = संक्षिप्त: कोई घटना नहीं
chart-larger = बड़ा पैमाना
chart-zoom-in = बड़ा करें
chart-zoom-out = छोटा करें
chart-zoom-all = पूरी अवधि
chart-choose = चुनें और क्रम बदलें
chart-move-up = { $name } को ऊपर ले जाएं
chart-move-down = { $name } को नीचे ले जाएं
chart-use = यह चित्र डाउनलोड करें, उद्धृत करें या एम्बेड करें
chart-svg = यह चित्र SVG में
chart-png = यह चित्र PNG में
chart-cite = { $title }। { $site }, { $address }। { $as-of }
chart-embed = दूसरी साइट पर चित्र दिखाने के लिए HTML
copy = कॉपी करें
copied = कॉपी हो गया
density-title = समय के साथ घटनाएं
density-note = ऊंची पट्टी का मतलब है ज़्यादा या ज़्यादा महत्वपूर्ण घटनाएं; चार गुना घटनाओं पर ऊंचाई दोगुनी होती है।
density-expected = सिर्फ़ रूपरेखा वाली पट्टियां: संभावित घटनाएं।
story-steps = { $before }, फिर { $stance }
story-silence = { $length } तक कोई घटना नहीं
story-follows = अगली कड़ी
story-reverses = पलटाव
story-confirms = पुष्टि
story-delays = देरी
compare-title = तुलना: { $names }
compare-differences = अंतर
compare-apart = { $count ->
    [one] { $count } चरण का अंतर
   *[other] { $count } चरणों का अंतर
}
compare-same = एक ही रुख
compare-differ = अलग-अलग रुख
slips-title = तारीखें कैसे टलीं
slips-dek = बाएं से दाएं: वह दिन जब तारीख घोषित हुई; नीचे से ऊपर: वह तारीख। जो टलता है वह ऊपर चढ़ता है; जो पूरा होता है वह बिंदीदार रेखा पर खत्म होता है।
slips-latest = केवल हाल की घोषणाएं दिखाई गई हैं; सभी नीचे की तालिकाओं में हैं।
slips-said = घोषणा का दिन
slips-target = घोषित तारीख
slips-due = तय तारीख
slips-lateness = घोषणाएं कितनी देर से पूरी हुईं
slips-median = { $lateness } (यहां दर्ज { $count } घोषणाओं की माध्यिका)
slips-method = गिनती का तरीका
slips-method-text = यहां दर्ज हर पूरी हुई घोषणा एक बार गिनी जाती है: उसकी पहली तारीख की तुलना उसके पूरे होने की तारीख से होती है। माध्यिका बीच का मान है, या बीच के दो मानों में पहले वाला। जिन संगठनों की ऐसी घोषणाएं तीन से कम हैं वे सूची में नहीं हैं, और जो पूरा नहीं हुआ वह नहीं गिना जाता।
about-lanes = किसने क्या किया और कब, और किसका क्या रुख रहा, एक ही समय-रेखा पर: { $site }।
