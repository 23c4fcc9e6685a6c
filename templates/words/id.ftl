# Semua kata antarmuka dalam bahasa Indonesia.

## Kepala, kaki, dan yang ada di setiap halaman

skip = Langsung ke isi
notice = Pemberitahuan
who-makes-this = Siapa kami
main-menu = Menu utama
foot = Kaki halaman
report-error = Laporkan kesalahan
atom-feed = Umpan Atom
published-by = Diterbitkan oleh { $publisher }.
made-with = Dibuat dengan { $generator }.
on-this-page = Di halaman ini
timeline = Linimasa
stories = Alur cerita
expected = Dinantikan
corrections = Koreksi
comma = {", "}
and-two = {" dan "}
and-last = {", dan "}

## Peristiwa dalam daftar

overdue = Lewat tenggat
corrected = Dikoreksi
not-firm = (belum pasti)
in-article = dalam
source = Sumber:
more-sources = dan { $count } lainnya
entries = { $count } peristiwa
entries-unit = peristiwa
articles = { $count } artikel
entries-in-articles = { $entries } dalam { $articles }
entries-by-year = Peristiwa per tahun
no-date-yet = Belum bertanggal
background = Latar belakang
no-date = tanpa tanggal
background-date = latar belakang
span = { $from }–{ $to }

## Halaman depan

just-published = Baru terbit
published-on = terbit
all-new = Semua yang baru di sini
expected-next = Segera dinantikan
overdue-and-next = Lewat tenggat dan segera dinantikan
all-expected = Semua yang dinantikan dan yang tertunda
popular-tags = Tag populer
all-corrections = Semua koreksi
key-exact = tanggal diketahui
key-approximate = sekitar
key-partial = hanya bulan atau tahun
key-range = rentang waktu
key-expected = dinantikan

## Artikel

draft-banner = Draf: halaman ini belum dapat dilihat pembaca.
byline = Oleh
reading-time = { $count } menit baca
also-in = Baca juga dalam:
retracted = Dicabut.
retracted-banner = Artikel ini tidak berlaku lagi.
see-below = Lihat di bawah
happened = Terjadi
reported = Diberitakan
published-here = Diterbitkan
updated = Diperbarui
contents = Daftar isi
where-they-stand = Sikap para pihak
said-since = Perkembangan keterangan
events-here = Peristiwa dalam artikel ini
this-article = Artikel ini
by-source = sumber
sources = Sumber
archived-copy = salinan arsip
source-seen = diakses
back-to-source = Kembali ke kutipan sumber { $number }
filed-under = Topik
share = Bagikan
comments = Komentar
discussions = Diskusi di GitHub
show-comments = Tampilkan komentar (memuat giscus.app)
send-by-mail = Kirim lewat surel
address-to-copy = Salin alamat:
related = Terkait
earlier-and-later = Sebelum dan sesudahnya
before-in-timeline = Sebelumnya dalam linimasa
after-in-timeline = Sesudahnya dalam linimasa

## Keterangan tentang tanggal

said = , disampaikan
said-by = oleh
said-in = dalam
what-expected = direncanakan
what-now-expected = kini direncanakan
what-then-expected = kemudian direncanakan
later-than-first = lebih lambat dari yang pertama disebut
ledger-entry = Peristiwa
ledger-before = Keterangan sebelumnya
ledger-before-short = Sebelumnya
ledger-slipped = Mundur
put-off-times = { $count ->
    [1] ditunda sekali
    [2] ditunda dua kali
   *[other] ditunda { $count } kali
}
expected-dek = Hal-hal yang telah diumumkan tetapi belum terjadi, dari yang terdekat, beserta berapa kali ditunda.
still-to-come = Akan datang
nothing-expected = Saat ini tidak ada yang dinantikan.
slip-ledger = Catatan penundaan
ledger-caption = Peristiwa yang tanggalnya mundur
present-target = Target saat ini
arrived-late = Terlambat terwujud
arrived-caption = Peristiwa yang terjadi lebih lambat dari yang pertama disebut
cancelled = Dibatalkan
dropped = Ditunda, lalu dibatalkan
dropped-caption = Peristiwa yang ditunda sebelum dibatalkan
last-target = Target terakhir

## Alur cerita

storyline = Alur cerita
in-relation = Kaitan dengan peristiwa lain
part-of = bagian { $number } dari { $count }
before-in-story = Sebelumnya dalam alur ini
after-in-story = Sesudahnya dalam alur ini
stories-dek = Apa yang berujung pada apa: rangkaian peristiwa yang saling terkait, beserta pengaruhnya terhadap peristiwa sebelumnya.
story-latest = terbaru:
relation-follows = menyusul
relation-follows-back = disusul oleh
relation-reverses = membatalkan
relation-reverses-back = dibatalkan oleh
relation-confirms = menegaskan
relation-confirms-back = ditegaskan oleh
relation-delays = menunda
relation-delays-back = ditunda oleh

## Topik, periode, halaman daftar

pager = Halaman
newer = Lebih baru
older = Lebih lama
periods = Periode
periods-end = Periode, di akhir halaman
months = Bulan
years = Tahun
on-this-day = Pada hari ini
on-this-day-dek = Yang terjadi pada tiap hari dalam setahun. Hanya peristiwa yang tanggalnya diketahui yang tercantum di sini.
new-here = Terbaru di sini
new-here-dek = Yang terakhir diterbitkan, kapan pun terjadinya.
choice-status = Status
choice-certainty = Kepastian
choice-stance = Sikap
status-dek = Peristiwa menurut tahap yang sudah dicapai. Yang sudah terjadi adalah lini masa itu sendiri.
certainty-dek = Peristiwa menurut tingkat kepastiannya.
status-expected-about = Sudah diumumkan atau direncanakan, dan belum dilaporkan terjadi.
status-cancelled-about = Sudah diumumkan, lalu dibatalkan.
certainty-rumoured-about = Beredar tanpa sumber bernama yang mengetahuinya.
certainty-reported-about = Dilaporkan sedikitnya satu sumber; pihak yang terlibat belum membenarkannya.
certainty-confirmed-about = Dinyatakan pihak yang terlibat, atau tercatat dalam sumber primer.
certainty-disputed-about = Dibantah sumber lain atau pihak yang terlibat.
stances-title = Siapa bersikap apa
stances-dek = Setiap organisasi di bawah sikap terakhirnya, dengan peristiwa yang menjadi dasarnya.
holder = Organisasi
holder-since = Sejak
holder-entry = Berdasarkan
holder-next = belum pasti: { $stance },
holder-nobody = Saat ini tidak ada organisasi dengan sikap ini.
folded = { $count } lagi pada { $year }, bulan tidak diketahui
in-all = { $count } seluruhnya
by-count = Menurut jumlah peristiwa
by-name = Menurut nama
stance-over-time = Sikap dari waktu ke waktu
occur-with-it = { $terms } yang muncul bersamanya
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

## Jelajah: semua saringan sekaligus

search = Cari
search-site = Cari di linimasa
explore = Jelajah
explore-dek = Semua peristiwa, menurut kata, nama, status, dan periode.
about-stances = Organisasi mana bersikap apa, sejak kapan, dan menurut sumber mana. { $site }.
about-explore = Temukan peristiwa di { $site } menurut kata, nama, status, atau periode.
explore-text = Kata dalam judul dan isi
explore-filters = Saringan
facet-status = Status
facet-stance = Sikap
facet-importance = Tingkat kepentingan
explore-period = Periode
explore-from = Dari
explore-to = Sampai
explore-period-help = Tahun, bulan, atau tanggal, misalnya 2025, 2025-03, atau 2025-03-09. Menemukan semua yang mungkin jatuh di dalamnya.
explore-all-choices = Tampilkan semua { $count }
explore-sort = Urutkan menurut
sort-happened = waktu kejadian
sort-published = waktu terbit
sort-updated = perubahan terakhir
explore-new = Baru sejak kunjungan terakhir Anda
explore-clear = Hapus semua
explore-results = Hasil
entries-found = { $count } peristiwa ditemukan
explore-more = Tampilkan lagi
explore-nothing = Tidak ada yang cocok dengan semuanya. Lepaskan salah satu:
explore-broken = Pencarian tidak dapat dimuat. Daftar di bawah ini memuat semua peristiwa.
explore-lists = Daftar semua peristiwa
explore-no-script = Pencarian dan saringan membutuhkan JavaScript. Daftar ini tidak.
further-lists = Daftar lain

## Koreksi

corrections-policy = Kebijakan koreksi
no-corrections = Sejauh ini belum ada koreksi.
correction-correction = Koreksi
correction-clarification = Klarifikasi
correction-editors-note = Catatan redaksi
correction-retraction = Pencabutan
correction-of = Koreksi: { $title }

## Label yang dapat diganti oleh site.yaml

status-happened = Terjadi
status-expected = Direncanakan
status-cancelled = Dibatalkan
certainty-rumoured = Rumor
certainty-reported = Diberitakan
certainty-confirmed = Dikonfirmasi
certainty-disputed = Diperdebatkan
kind-analysis = Analisis
kind-opinion = Opini
kind-explainer = Penjelasan
source-primary = Sumber primer
source-secondary = Sumber sekunder
source-rewrite = Tulis ulang dari laporan lain

## Halaman yang tidak ada

not-found = Tidak ditemukan
not-found-heading = Tidak ada halaman di alamat ini
not-found-dek = Halaman mungkin sudah pindah, atau ada salah ketik pada alamatnya. Halaman-halaman berikut tersedia:
to-front = Halaman depan: kabar terbaru dan linimasa
report-missing = Beri tahu kami jika ada yang hilang
no-longer-shown = Tidak ditayangkan lagi
expired-before = Artikel ini berakhir masa tayangnya pada
expired-after = .
moved-heading = Halaman ini sudah pindah
moved-before = Sekarang berada di
moved-after = .

## Untuk mesin pencari dan umpan

events = { $count } peristiwa
about-period = { $events } di { $site } pada { $period }.
about-day = { $day } dari tahun ke tahun: { $events } di { $site }.
about-days = Yang terjadi pada tiap hari dalam setahun. { $site }.
about-new = Yang terakhir diterbitkan { $site }.
about-taxonomy = { $title } di { $site }: { $terms }.
about-term = { $term }: { $events } di { $site }.
about-term-span = { $term }: { $events } di { $site }, { $span }.
about-stories = Alur cerita di { $site }: { $titles }.
about-story = { $story }: { $events } di { $site }.
about-expected = Hal-hal yang telah diumumkan tetapi belum terjadi, dan berapa kali ditunda. { $site }.
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

date-year-bc = { $year } SM
date-year-ad = { $year } M
date-month = { $month } { $year }
date-day = { $day } { $month } { $year }
date-day-of-month = { $day } { $month }
date-weekday = { $weekday }, { $date }
date-decade = { $decade }-an
date-decade-short = { $decade }-an
date-century = abad ke-{ $number }
date-century-short = abad ke-{ $number }
date-years = tahun { $from } hingga { $to }
date-years-short = { $from }–{ $to }
date-quarter = { $part } { $year }
date-season = { $part } { $year }
date-inner = { $date }
date-time = { $date }, pukul { $time }
clock = { $hour }.{ $minute } { $zone }
date-about = sekitar { $date }
date-perhaps = mungkin { $date }
date-perhaps-about = mungkin sekitar { $date }
date-about-uncertain = sekitar { $date }, belum pasti
date-since = sejak { $date }, masih berlangsung
date-from = mulai { $date }, akhir tidak diketahui
date-until = hingga { $date }
date-or-earlier = { $date } atau sebelumnya
date-or-later = { $date } atau sesudahnya
date-days = { $day }–{ $date }
date-between = antara { $from } dan { $to }
date-to = { $from } hingga { $to }
date-one-of = salah satu dari { $dates }
date-some-day = suatu hari pada { $range }
date-some-month = suatu bulan dari { $range }
date-some-year = suatu tahun dari { $range }
date-list = { $dates }, { $date }
date-or-two = { $dates } atau { $date }
date-or-last = { $dates }, atau { $date }

## Tanggal singkat

short-date = { $part } { $year }
short-day = { $day } { $month }
short-about = sek. { $date }
short-perhaps = { $date }?
short-since = sejak { $date }
short-from = mulai { $date }
short-until = hingga { $date }
short-range = { $from }–{ $to }
short-range-loose = { $from } – { $to }
spine-day = { $weekday } { $day }
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
later = lebih lambat
later-days = { $number } hari lebih lambat
later-months = sekitar { $number } bulan lebih lambat
later-quarters = sekitar { $number } kuartal lebih lambat
later-years = sekitar { $number } tahun lebih lambat
