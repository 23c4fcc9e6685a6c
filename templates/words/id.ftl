# Semua teks antarmuka dalam bahasa Indonesia.

## Kepala, kaki, dan bagian lain setiap halaman

skip = Langsung ke konten
notice = Pemberitahuan
who-we-are = Redaksi
main-menu = Menu utama
language-menu = Bahasa
foot = Kaki halaman
report-error = Laporkan kesalahan
atom-feed = Umpan Atom
calendar-link = Kalender
all-pages = Semua halaman
published-by = Diterbitkan oleh { $publisher }.
made-with = Dibuat dengan { $generator }.
on-this-page = Di halaman ini
timeline = Linimasa
stories = Alur peristiwa
expected = Dinantikan
corrections = Koreksi
page-title = { $page } – { $site }
comma = {", "}
and-more = { $names }, { $name }
and-two = { $names } dan { $name }
and-last = { $names }, dan { $name }

## Peristiwa dalam daftar

overdue = Tanggal lewat
date-passed-checked = Tanggal lewat; belum ada laporan, diperiksa { $date }
date-passed-since = Tanggal lewat, tidak diperiksa sejak { $date }
date-passed-unchecked = Tanggal lewat, belum diperiksa
corrected = Dikoreksi
stance-qualifier = {" ("}{ LOWER($how) })
stance-planned = direncanakan
stance-said = { $how } { $date }:
stance-said-only = { $said }:
stance-now = kini: { $stance }
in-article = dalam { $article }
source = Sumber: { $source }
source-date = Sumber: { $source }, { $date }
source-more = Sumber: { $source } dan { $count } lainnya
source-date-more = Sumber: { $source }, { $date } dan { $count } lainnya
more-sources = dan { $count } lainnya
entries = { $count } peristiwa
articles = { $count } artikel
entries-in-articles = { $entries } dalam { $articles }
entries-by-year = Peristiwa per tahun
no-entries-in = { $years }: tidak ada peristiwa
no-date-yet = Tanggal belum ditentukan
background = Latar belakang
no-date = tanpa tanggal
background-date = latar belakang
span = { $from }–{ $to }
entries-span = { $entries }, { $span }
with-date = { $what }, { $date }

## Halaman depan

just-published = Terbaru
published-on = terbit { $date }
all-recent = Semua artikel terbaru
expected-next = Yang dinantikan
overdue-and-next = Tanggal lewat, dan yang dinantikan berikutnya
all-expected = Semua peristiwa yang dinantikan dan penundaannya
popular-tags = Tag populer
all-corrections = Semua koreksi
key-exact = tanggal pasti
key-approximate = perkiraan
key-partial = hanya bulan atau tahun
key-range = rentang waktu
key-expected = dinantikan

## Artikel

draft-banner = Draf: halaman ini belum dapat dilihat pembaca.
byline = Oleh { $authors }
reading-time = Waktu baca { $count } menit
also-in = Baca juga dalam: { $languages }
retracted = Dicabut.
retracted-banner = Redaksi tidak lagi mempertahankan isi artikel ini.
see-below = Lihat di bawah
correction-line = { $kind }, { $date }.
happened = Terjadi
reported = Diberitakan
published = Diterbitkan
updated = Diperbarui
updated-on = Diperbarui { $date }
contents = Daftar isi
dateline = { $place }, { $date } —
where-they-stand = Sikap para pihak
how-it-developed = Perkembangannya
events-here = Peristiwa dalam artikel ini
this-article = Artikel ini
according-to = menurut { $source }
sources = Sumber
archived-copy = salinan arsip
source-accessed = diakses { $date }
back-to-source = Kembali ke kutipan sumber { $number }
back-to-source-nth = Kembali ke kutipan ke-{ $nth } sumber { $number }
filed-under = Topik
share = Bagikan
comments = Komentar
discussions = Diskusi di GitHub
show-comments = Tampilkan komentar (memuat giscus.app)
share-by-email = Email
link-to-copy = Salin tautan ini: { $link }
related-articles = Artikel terkait
previous-and-next = Artikel sebelumnya dan berikutnya
previous-in-timeline = Sebelumnya dalam linimasa
next-in-timeline = Berikutnya dalam linimasa

## Isi artikel

section-link = Tautan ke bagian ini
cited-source = Sumber { $number }
footnotes = Catatan kaki
footnote = Catatan kaki { $number }
back-to-text = Kembali ke teks
embed-from = dari { $host }
alert-note = Catatan
alert-tip = Tips
alert-important = Penting
alert-warning = Peringatan
alert-caution = Hati-hati

## Riwayat tanggal

said-date = , diberitakan { $date }
said-source = , diberitakan oleh { $source }
said-article = , diberitakan dalam { $article }
said-date-source = , diberitakan { $date } oleh { $source }
said-date-article = , diberitakan { $date } dalam { $article }
said-source-article = , diberitakan oleh { $source } dalam { $article }
said-date-source-article = , diberitakan { $date } oleh { $source } dalam { $article }
what-status = { LOWER($status) }
what-status-dated = { LOWER($status) } { $date }
what-certainty = { LOWER($certainty) }
what-certainty-dated = { LOWER($certainty) } { $date }
what-expected = diperkirakan
what-expected-dated = diperkirakan { $date }
what-now-expected = kini diperkirakan
what-now-expected-dated = kini diperkirakan { $date }
what-then-expected = kemudian diperkirakan
what-then-expected-dated = kemudian diperkirakan { $date }
what-checked = belum ada laporan, diperiksa { $date }
later-than-first = lebih lambat dari pengumuman pertama
earlier-than-first = lebih awal dari pengumuman pertama
between-targets = setelah target pertama, sebelum target terakhir
around-targets = sebelum target pertama, setelah target terakhir
as-first-announced = sesuai pengumuman pertama, sebelum target terakhir
promised = Dijanjikan { $wording }
promised-for = Dijanjikan untuk { $date }
promised-date = Dijanjikan: { $date }
promised-undated = Dijanjikan
promise-source = { $promise } ({ $source })
promise-comma = {"; "}
promise-sentence = { $promise }.
promise-after = { $before } { $promise }
promise-put-off = { $count ->
    [1] ditunda sekali
   *[other] ditunda { $count } kali
}
promise-kept = tepat waktu
promise-cancelled = dibatalkan
ledger-entry = Peristiwa
previous-targets = Target sebelumnya
previously = Sebelumnya
ledger-slipped = Mundur
postponed-times = { $count ->
    [1] ditunda sekali
    [2] ditunda dua kali
   *[other] ditunda { $count } kali
}
expected-dek = Peristiwa yang sudah diumumkan tetapi belum terjadi, dari yang terdekat, beserta jumlah penundaannya.
still-to-come = Akan datang
nothing-expected = Saat ini tidak ada peristiwa yang dinantikan.
slip-ledger = Catatan penundaan
ledger-caption = Peristiwa yang tanggalnya mundur
current-target = Target saat ini
happened-late = Terjadi terlambat atau setelah ditunda
happened-late-caption = Peristiwa yang terjadi lebih lambat dari pengumuman, atau ditunda sebelum terjadi
cancelled = Dibatalkan
postponed-then-cancelled = Ditunda, lalu dibatalkan
postponed-then-cancelled-caption = Peristiwa yang ditunda sebelum dibatalkan
final-target = Target terakhir

## Alur peristiwa

storyline = Alur peristiwa
related-events = Peristiwa terkait
part-of = bagian { $number } dari { $count }
previous-in-story = Sebelumnya dalam alur ini
next-in-story = Berikutnya dalam alur ini
stories-dek = Bagaimana satu peristiwa berujung pada peristiwa lain: rangkaian yang saling terkait, beserta pengaruhnya terhadap peristiwa sebelumnya.
story-latest = terbaru: { $entry }
relation-follows = menyusul { $entry }
relation-follows-back = disusul oleh { $entry }
relation-reverses = membalikkan { $entry }
relation-reverses-back = dibalikkan oleh { $entry }
relation-confirms = mengonfirmasi { $entry }
relation-confirms-back = dikonfirmasi oleh { $entry }
relation-delays = menunda { $entry }
relation-delays-back = ditunda oleh { $entry }

## Topik, periode, halaman daftar

pager = Halaman
newer = Lebih baru
older = Lebih lama
periods = Periode
periods-end = Periode, di akhir halaman
months = Bulan
years = Tahun
on-this-day = Hari ini dalam sejarah
on-this-day-dek = Apa yang terjadi pada tiap hari dalam setahun. Hanya memuat peristiwa yang tanggalnya diketahui.
recently-added = Baru ditambahkan
recently-added-dek = Artikel terbaru menurut waktu terbit, kapan pun peristiwanya terjadi.
choice-status = Status
choice-certainty = Kepastian
choice-stance = Sikap
status-dek = Peristiwa menurut tahap yang sudah dicapai. Yang sudah terjadi ada di linimasa.
certainty-dek = Peristiwa menurut tingkat kepastiannya.
status-expected-about = Sudah diumumkan atau direncanakan, dan belum dilaporkan terjadi.
status-cancelled-about = Sudah diumumkan, lalu dibatalkan.
certainty-rumoured-about = Beredar tanpa sumber bernama yang mengetahuinya.
certainty-reported-about = Dilaporkan sedikitnya satu sumber; pihak yang terlibat belum membenarkannya.
certainty-confirmed-about = Dinyatakan pihak yang terlibat, atau tercatat dalam sumber primer.
certainty-disputed-about = Dibantah sumber lain atau pihak yang terlibat.
stances-title = Siapa bersikap apa
stances-dek = Sikap terakhir setiap organisasi, dengan peristiwa yang menjadi dasarnya.
stance-and-entries = { $about }. { $entries }
holder = Organisasi
holder-since = Sejak
holder-entry = Berdasarkan
holder-next = belum pasti: { $stance }, { $entry }
holder-planned = Direncanakan, belum diambil: { $holders }
holder-plan = { $organisation } ({ $entry }, { $date })
holder-nobody = Saat ini tidak ada organisasi dengan sikap ini.
folded = { $count } peristiwa lain pada { $year }, bulan tidak diketahui
in-total = Total { $count }
by-count = Menurut jumlah peristiwa
by-name = Menurut nama
stance-over-time = Sikap dari waktu ke waktu
mentioned-with = { $terms } yang sering disebut bersama { $term }
term-page = { $term }, halaman { $number }
term-in-year = { $term } pada { $year }
taxonomy-organisations = Organisasi
taxonomy-organisations-one = Organisasi
taxonomy-people = Tokoh
taxonomy-people-one = Tokoh
taxonomy-categories = Kategori
taxonomy-categories-one = Kategori
taxonomy-tags = Tag
taxonomy-tags-one = Tag
taxonomy-authors = Penulis
taxonomy-authors-one = Penulis

## Jelajahi: pencarian dan semua filter

search = Cari
search-site = Cari di linimasa
explore = Jelajahi
explore-dek = Semua peristiwa, menurut kata kunci, nama, status, dan tanggal.
about-stances = Organisasi mana bersikap apa, sejak kapan, dan menurut sumber mana, di { $site }.
about-explore = Temukan peristiwa di { $site } menurut kata kunci, nama, status, atau tanggal.
explore-text = Kata kunci dalam judul dan isi
explore-filters = Filter
facet-status = Status
facet-stance = Sikap
facet-importance = Tingkat kepentingan
explore-period = Periode
explore-from = Dari
explore-to = Sampai
explore-period-help = Tahun, bulan, atau tanggal, misalnya 2025, 2025-03, atau 2025-03-09. Termasuk peristiwa yang mungkin terjadi dalam periode tersebut.
explore-all-choices = Tampilkan semua { $count }
explore-sort = Urutkan menurut
sort-best = Paling cocok
sort-happened = Tanggal peristiwa
sort-published = Tanggal terbit
sort-updated = Pembaruan terakhir
explore-new = Baru sejak kunjungan terakhir Anda
explore-clear = Hapus semua
explore-results = Hasil
entries-found = { $count } peristiwa ditemukan
explore-more = Tampilkan lebih banyak
explore-nothing = Tidak ada peristiwa yang cocok dengan semua filter. Hapus salah satu filter:
explore-filter = { $label }: { $value }
explore-by-date = Urutkan menurut tanggal
explore-spelt = Menampilkan hasil untuk “{ $spelt }”.
explore-as-written = Cari “{ $asked }” saja
explore-partly = Hanya sedikit peristiwa yang memuat semua kata ini. Yang memuat sebagian besar kata menyusul.
explore-term = Semua tentang { $term }
explore-hint = Coba kata yang lebih sedikit atau kata lain, atau periksa ejaannya.
explore-broken = Pencarian tidak dapat dimuat. Semua peristiwa ada dalam daftar di bawah ini.
explore-lists = Telusuri semua peristiwa
explore-no-script = Pencarian dan filter memerlukan JavaScript. Daftar ini tidak.
more-lists = Daftar lainnya

## Koreksi

corrections-policy = Kebijakan koreksi
no-corrections = Belum ada koreksi.
correction-correction = Koreksi
correction-clarification = Klarifikasi
correction-editors-note = Catatan redaksi
correction-retraction = Pencabutan
correction-of = Koreksi: { $title }

## Label yang dapat diganti oleh site.yaml

status-happened = Terjadi
status-expected = Diperkirakan
status-cancelled = Dibatalkan
certainty-rumoured = Rumor
certainty-reported = Diberitakan
certainty-confirmed = Terkonfirmasi
certainty-disputed = Diperdebatkan
kind-analysis = Analisis
kind-opinion = Opini
kind-explainer = Penjelasan
source-primary = Sumber primer
source-secondary = Sumber sekunder
source-rewrite = Disadur dari laporan lain

## Halaman yang tidak ada

not-found = Halaman tidak ditemukan
not-found-heading = Tidak ada halaman di alamat ini
not-found-dek = Halaman mungkin sudah dipindahkan, atau ada salah ketik pada alamatnya. Coba salah satu halaman berikut:
to-front = Halaman depan: artikel terbaru dan linimasa
report-missing = Beri tahu kami apa yang hilang
no-longer-available = Tidak tersedia lagi
expired-on = Masa tayang artikel ini berakhir pada { $date }.
moved-heading = Halaman ini sudah dipindahkan
moved-to = Sekarang berada di { $page }.

## Untuk mesin pencari dan umpan

events = { $count } peristiwa
about-period = { $events } di { $site } pada { $period }.
about-day = { $day } dari tahun ke tahun: { $events } di { $site }.
about-days = Apa yang terjadi pada tiap hari dalam setahun, dari { $site }.
about-new = Artikel terbaru di { $site }.
about-taxonomy = { $title } di { $site }: { $terms }.
about-term = { $term }: { $events } di { $site }.
about-term-span = { $term }: { $events } di { $site }, { $span }.
about-pages = Semua halaman { $site }.
about-stories = Alur peristiwa di { $site }: { $titles }.
about-story = { $story }: { $events } di { $site }.
about-expected = Peristiwa yang sudah diumumkan tetapi belum terjadi, beserta jumlah penundaannya, dari { $site }.
about-corrections = Semua koreksi, klarifikasi, dan pencabutan di { $site }.
feed-of = { $name } – { $site }

## Nama dalam tanggal

month-1 = Januari
month-2 = Februari
month-3 = Maret
month-4 = April
month-5 = Mei
month-6 = Juni
month-7 = Juli
month-8 = Agustus
month-9 = September
month-10 = Oktober
month-11 = November
month-12 = Desember
month-in-date-1 = Januari
month-in-date-2 = Februari
month-in-date-3 = Maret
month-in-date-4 = April
month-in-date-5 = Mei
month-in-date-6 = Juni
month-in-date-7 = Juli
month-in-date-8 = Agustus
month-in-date-9 = September
month-in-date-10 = Oktober
month-in-date-11 = November
month-in-date-12 = Desember
month-short-1 = Jan
month-short-2 = Feb
month-short-3 = Mar
month-short-4 = Apr
month-short-5 = Mei
month-short-6 = Jun
month-short-7 = Jul
month-short-8 = Agu
month-short-9 = Sep
month-short-10 = Okt
month-short-11 = Nov
month-short-12 = Des
month-short-in-date-1 = Jan
month-short-in-date-2 = Feb
month-short-in-date-3 = Mar
month-short-in-date-4 = Apr
month-short-in-date-5 = Mei
month-short-in-date-6 = Jun
month-short-in-date-7 = Jul
month-short-in-date-8 = Agu
month-short-in-date-9 = Sep
month-short-in-date-10 = Okt
month-short-in-date-11 = Nov
month-short-in-date-12 = Des
weekday-1 = Senin
weekday-2 = Selasa
weekday-3 = Rabu
weekday-4 = Kamis
weekday-5 = Jumat
weekday-6 = Sabtu
weekday-7 = Minggu
weekday-short-1 = Sen
weekday-short-2 = Sel
weekday-short-3 = Rab
weekday-short-4 = Kam
weekday-short-5 = Jum
weekday-short-6 = Sab
weekday-short-7 = Min
part-q1 = kuartal pertama
part-q2 = kuartal kedua
part-q3 = kuartal ketiga
part-q4 = kuartal keempat
part-h1 = paruh pertama
part-h2 = paruh kedua
part-spring = musim semi
part-summer = musim panas
part-autumn = musim gugur
part-winter = musim dingin
part-short-q1 = K1
part-short-q2 = K2
part-short-q3 = K3
part-short-q4 = K4
part-short-h1 = paruh I
part-short-h2 = paruh II
part-short-spring = musim semi
part-short-summer = musim panas
part-short-autumn = musim gugur
part-short-winter = musim dingin

## Tanggal lengkap

year-heading = { $year }
bar-year = { $year }
date-year = { $year }
short-year = { $year }
date-year-bc = { $year } SM
date-year-ad = { $year } M
year-in-date = { $year }
year-in-date-bc = { $year } SM
year-in-date-ad = { $year } M
date-month = { $month } { $year }
date-month-of-year = { $month-name }
date-day = { $day } { $month } { $year }
date-day-of-month = { $day } { $month }
date-weekday = { $weekday }, { $date }
date-decade = { $decade }-an
date-decade-short = { $decade }-an
date-century = abad ke-{ $number }
date-century-short = abad ke-{ $number }
ordinal-1 = { $number }
ordinal-2 = { $number }
ordinal-3 = { $number }
ordinal = { $number }
date-years = tahun { $from } hingga { $to }
date-years-short = { $from }–{ $to }
date-quarter = { $part } { $year }
date-season = { $part } { $year }
date-part-of-year = { $part }
date-inner = { $date }
date-time = { $date }, pukul { $time }
clock = { $hour }.{ $minute } { $zone }
zone = { $zone }
date-about = sekitar { $date }
date-perhaps = mungkin { $date }
date-perhaps-about = mungkin sekitar { $date }
date-about-uncertain = sekitar { $date }, belum pasti
date-in-calendars = { $date } ({ $gregorian })
date-since = sejak { $date }, masih berlangsung
date-from = mulai { $date }, akhir tidak diketahui
date-until = hingga { $date }
date-or-earlier = { $date } atau sebelumnya
date-or-later = { $date } atau sesudahnya
date-days = { $day }–{ $date }
date-to = { $from } hingga { $to }
date-to-years = { $from } hingga { $to }
date-one-of = entah { $dates }
date-one-of-years = entah { $dates }
date-some-day = suatu hari pada { $range }
date-some-month = suatu bulan dari { $range }
date-some-year = suatu tahun dari { $range }
date-some-period = suatu waktu dari { $range }
date-list = { $dates }, { $date }
date-or-two = { $dates } atau { $date }
date-or-last = { $dates }, atau { $date }

## Tanggal singkat

short-date = { $part } { $year }
short-day = { $day } { $month }
short-month = { $month-name }
short-about = sek. { $date }
short-perhaps = { $date }?
short-since = sejak { $date }
short-from = mulai { $date }
short-until = hingga { $date }
short-range = { $from }–{ $to }
short-range-loose = { $from } – { $to }
short-years = { $from }–{ $to }
short-days = { $day }–{ $date }
date-column-day = { $weekday } { $day }
date-column-days = { $from }–{ $to }
day-number = { $day }
year-only = hanya tahun
day-unknown = tanggal tidak diketahui
month-unknown = bulan tidak diketahui
year-unknown = tahun tidak diketahui
decade-unknown = dasawarsa tidak diketahui
date-unknown = Tanggal tidak diketahui
closing = { $period }, { $unknown }

## Selisih waktu

number-0 = nol
number-1 = satu
number-2 = dua
number-3 = tiga
number-4 = empat
number-5 = lima
number-6 = enam
number-7 = tujuh
number-8 = delapan
number-9 = sembilan
length-days = { $number } hari
length-weeks = { $number } minggu
length-months = { $number } bulan
length-quarters = { $number } kuartal
length-years = { $number } tahun
later = lebih lambat
later-exactly = { $length } lebih lambat
later-about = sekitar { $length } lebih lambat
later-at-least = sedikitnya { $length } lebih lambat
later-up-to = hingga { $length } lebih lambat
later-more-than = lebih dari { $length } lebih lambat
earlier = lebih awal
earlier-exactly = { $length } lebih awal
earlier-about = sekitar { $length } lebih awal
earlier-at-least = sedikitnya { $length } lebih awal
earlier-up-to = hingga { $length } lebih awal
earlier-more-than = lebih dari { $length } lebih awal
late = terlambat
late-exactly = terlambat { $length }
late-about = terlambat sekitar { $length }
late-at-least = terlambat sedikitnya { $length }
late-up-to = terlambat hingga { $length }
late-more-than = terlambat lebih dari { $length }
early = lebih awal
early-exactly = { $length } lebih awal
early-about = sekitar { $length } lebih awal
early-at-least = sedikitnya { $length } lebih awal
early-up-to = hingga { $length } lebih awal
early-more-than = lebih dari { $length } lebih awal

## Pictures of lanes over time

lanes = Lajur
lanes-title = Siapa melakukan apa dan kapan
lanes-dek = Apa yang terjadi, apa yang diumumkan, dan siapa mengambil sikap apa, pada satu sumbu waktu.
lanes-all = Semua lajur, juga sebagai tabel
lanes-as-table = Isi yang sama sebagai tabel
lanes-table = Semua yang ada dalam gambar
lanes-csv = Tabel ini sebagai CSV
lanes-wide = Lajur waktu, dapat digeser
lane-title = { $name } dari waktu ke waktu
lanes-finding = { $parts }.
lanes-finding-part = { $names }: { LOWER($stance) }
lane-finding = { $stance } sejak { $date }.
lanes-as-of = Keadaan per { $date }.
lane-since = sejak { $date }
lane-stance-since = { $stance } sejak { $date }
lane-stance-unsure = { $stance }, { LOWER($how) }
lane-cancelled = dibatalkan { $date }
lane-passed = tenggat { $date }, sudah lewat
lanes-when = Tanggal
lanes-outcome = Hasilnya
chart-today = Hari ini, { $date }
chart-colon = {": "}
chart-key = Keterangan
chart-events = Peristiwa
chart-reported = belum dikonfirmasi
chart-slanted = hari tidak diketahui
chart-lesser = peristiwa kecil
chart-put-off = ditunda ke
chart-passed = tenggat lewat
chart-cancelled = dibatalkan
chart-folded = dipersingkat: tanpa peristiwa
chart-larger = skala lebih besar
chart-zoom-in = Perbesar
chart-zoom-out = Perkecil
chart-zoom-all = Seluruh waktu
chart-choose = Pilih dan urutkan
chart-move-up = Naikkan { $name }
chart-move-down = Turunkan { $name }
density-title = Peristiwa sepanjang waktu
density-note = Batang lebih tinggi: peristiwa lebih banyak atau lebih penting; empat kali lebih banyak berarti dua kali lebih tinggi.
density-expected = Garis tepi saja: dinantikan.
story-steps = { $before }, lalu { LOWER($stance) }
story-silence = { $length } tanpa peristiwa
story-follows = menyusul
story-reverses = membalikkan
story-confirms = mengonfirmasi
story-delays = menunda
compare-title = Perbandingan { $names }
compare-differences = Perbedaan
compare-apart = selisih { $count } tingkat
compare-same = sikap yang sama
compare-differ = sikap berbeda
slips-title = Bagaimana tanggal mundur
slips-dek = Dari kiri ke kanan: hari suatu tanggal diumumkan; dari bawah ke atas: tanggal itu. Yang ditunda naik; yang terjadi berakhir di garis putus-putus.
slips-latest = Yang ditampilkan adalah yang terbaru; semuanya ada di tabel di bawah.
slips-said = Diumumkan pada
slips-target = Diumumkan untuk
slips-due = jatuh tempo
slips-lateness = Seberapa terlambat pengumuman terwujud
slips-median = { $lateness } (median dari { $count } yang tercatat di sini)
slips-method = Cara menghitungnya
slips-method-text = Setiap pengumuman tercatat yang terwujud dihitung sekali: tanggal pertamanya dibandingkan dengan tanggal terjadinya. Median adalah nilai tengah, atau yang lebih awal dari dua nilai tengah. Organisasi dengan kurang dari tiga tidak dicantumkan, dan yang belum terwujud tidak dihitung.
about-lanes = Siapa melakukan apa dan kapan, serta sikap masing-masing, pada satu sumbu waktu, dari { $site }.
