# 日本語の表示文言。

## 題字、ページ下部など、全ページ共通の部分

skip = 本文へ移動
notice = お知らせ
who-we-are = 編集部について
main-menu = メインメニュー
language-menu = 言語
foot = フッター
report-error = 誤りを報告
atom-feed = Atomフィード
json-feed = JSONフィード
calendar-link = カレンダー
feeds-title = フィードとカレンダー
feeds-dek = アドレスをコピーするか開いて、お使いのソフトでこのサイトを購読できます。
feeds-reader = フィードリーダーを使えば、訪問も登録もなしに新着がわかります。各フィードには最新の記事があり、サイト全体のフィードからは過去の記事すべてをたどれます。
feeds-calendar = カレンダーには予定が入ります。延期された予定はカレンダーでも移動し、中止されたものはそう表示されます。
whole-site = サイト全体
data-title = データ
data-dek = プログラムや表計算ソフト用に、年表をファイルで提供します。日付の精度はページと同じです。
data-entries = すべての出来事（新しい順）：日付、出典、以前の予定、名称とトピック。
data-entries-by-year = 年ごとのファイルのアドレス。すべての出来事（新しい順）があります：日付、出典、以前の予定、名称とトピック。
data-schema = 出来事のファイルの形式（プログラム用、JSON Schema）。
data-csv = すべての出来事（表計算用）。
data-changes = 公開・変更・中止・訂正された内容とその日付（新しい順）。
data-timeline = TimelineJS用の年表。独自のフィードがあるページにも、同じ場所にtimeline.jsonがあります。
data-example = 使用例
data-licence = 利用条件
data-no-licence = 利用条件は示されていません。発行者にお問い合わせください。
digest-title = { $site }の新着
digest-since = { $date }以降。
digest-nothing = 新着はありません。
digest-moved = 新しい日程
all-pages = ページ一覧
published-by = 発行：{ $publisher }
made-with = 制作ツール：{ $generator }
look = 配色
look-system = 端末の設定に従う
look-light = ライト
look-dark = ダーク
on-this-page = このページの内容
timeline = 年表
stories = 一連の動き
expected = 今後の予定
corrections = 訂正
page-title = { $page }｜{ $site }
comma = 、
clause-comma = 、
and-more = { $names }、{ $name }
and-two = { $names }、{ $name }
and-last = { $names }、{ $name }

## 一覧の出来事

overdue = 予定時期経過
date-passed-checked = 予定時期経過、{ $date }時点で報道なし
date-passed-since = 予定時期経過、{ $date }以降は未確認
date-passed-unchecked = 予定時期経過、状況未確認
corrected = 訂正あり
stance-qualifier = （{ $how }）
stance-planned = 予定
stance-said = { $how }（{ $date }）：
stance-said-only = { $said }：
stance-now = 現在：{ $stance }
in-article = 掲載記事：{ $article }
source = 出典：{ $source }
source-date = 出典：{ $source }（{ $date }）
source-more = 出典：{ $source }ほか{ $count }件
source-date-more = 出典：{ $source }（{ $date }）ほか{ $count }件
more-sources = ほか{ $count }件
entries = 出来事{ $count }件
articles = 記事{ $count }本
entries-in-articles = { $entries }（{ $articles }）
entries-by-year = 年別の出来事
no-entries-in = { $years }：出来事なし
no-date-yet = 日付未定
background = 背景
no-date = 日付の記載なし
background-date = 背景
span = { $from }～{ $to }
entries-span = { $entries }（{ $span }）
with-date = { $what }（{ $date }）

## トップページ

just-published = 新着
published-on = 公開：{ $date }
added-on = 追加：{ $date }
all-recent = 新着記事一覧
expected-next = 直近の予定
overdue-and-next = 予定時期経過と直近の予定
all-expected = 今後の予定と延期の一覧
popular-tags = 人気のタグ
all-corrections = 訂正一覧
now-and-next = 最新と今後
now-last = 最新
now-next = 次の予定
now-overdue = 予定時期経過
now-checked = { $date }時点で報道なし
front-empty = 年表はまだ空です。最初の出来事がここに表示されます。
key-exact = 正確な日付
key-approximate = おおよその日付
key-partial = 月または年のみ
key-range = 期間
key-expected = 予定

## 記事

draft-banner = 下書き：このページはまだ読者に公開されていません。
byline = 執筆：{ $authors }
reading-time = 読了時間：約{ $count }分
also-in = 他の言語で読む：{ $languages }
retracted = この記事は取り消されました。
retracted-banner = 発行元は現在、この記事の内容を正しいものとみなしていません。
see-below = 下記参照
more-corrections = ほか{ $count }件
correction-line = 【{ $kind }】{ $date }
happened = 日付
reported = 報道日
published = 公開日
updated = 更新日
updated-on = 最終更新：{ $date }
contents = 目次
dateline = 【{ $place }、{ $date }】
where-they-stand = 各組織の立場
how-it-developed = これまでの経緯
events-here = この記事の出来事
this-article = この記事
according-to = 出典：{ $source }
sources = 出典
archived-copy = アーカイブ
source-accessed = { $kind ->
    [words] 閲覧：{ $date }
   *[other] { $date }閲覧
}
back-to-source = 出典{ $number }の引用箇所に戻る
back-to-source-nth = 出典{ $number }の{ $nth }番目の引用箇所に戻る
filed-under = 関連トピック
share = 共有
comments = コメント
discussions = GitHubのディスカッション
show-comments = コメントを表示（giscus.appを読み込みます）
share-by-email = メール
link-to-copy = リンクをコピー：{ $link }
embed-this = ほかのサイトに埋め込む
embed-help = このコードを相手のページにコピーしてください。表示内容は常に最新です。
related-articles = 関連記事
previous-and-next = 前後の記事
previous-in-timeline = 年表の前の記事
next-in-timeline = 年表の次の記事

## 記事の本文

section-link = この節へのリンク
cited-source = 出典{ $number }
footnotes = 脚注
footnote = 脚注{ $number }
back-to-text = 本文に戻る
embed-from = { $host }から読み込み
alert-note = 注記
alert-tip = ヒント
alert-important = 重要
alert-warning = 警告
alert-caution = 注意

## 日付の変遷

said-date = （{ $date }報道）
said-source = （{ $source }）
said-article = （「{ $article }」）
said-date-source = （{ $source }、{ $date }）
said-date-article = （{ $date }、「{ $article }」）
said-source-article = （{ $source }、「{ $article }」）
said-date-source-article = （{ $source }、{ $date }、「{ $article }」）
what-status = { $status }
# 曜日の括弧が続かないよう、経緯の日付には曜日を付けない（`date-weekday`の`plain`）。
what-status-dated = { $status }：{ $date }
    .case = plain
what-certainty = { $certainty }
what-certainty-dated = { $certainty }：{ $date }
    .case = plain
what-expected = 予定
what-expected-dated = 予定：{ $date }
    .case = plain
what-now-expected = 現在の予定
what-now-expected-dated = 現在の予定：{ $date }
    .case = plain
what-then-expected = その後の予定
what-then-expected-dated = その後の予定：{ $date }
    .case = plain
what-checked = { $date }時点で報道なし
later-than-first = 当初の発表より遅れ
earlier-than-first = 当初の発表より前倒し
between-targets = 当初の予定より後、最後の予定より前
around-targets = 当初の予定より前、最後の予定より後
as-first-announced = 当初の発表通り、最後の予定より前
promised = 当初の予定：{ $wording }
promised-for = 当初の予定：{ $date }
promised-date = 当初の予定：{ $date }
promised-undated = 事前の発表あり
promise-source = { $promise }（{ $source }）
promise-comma = 、
promise-sentence = { $promise }。
promise-after = { $before }{ $promise }
promise-put-off = { $count }回延期
promise-kept = 予定通り
promise-cancelled = 中止
ledger-entry = 出来事
previous-targets = 以前の予定
previously = 以前の予定
ledger-slipped = 予定とのずれ
postponed-times = { $count }回延期
expected-dek = 発表されたもののまだ実現していない出来事を、時期の早い順に、延期の回数とともに掲載しています。
still-to-come = これからの予定
nothing-expected = 現在、予定されている出来事はありません。
slip-ledger = 延期の記録
ledger-caption = 予定時期が変わった出来事
current-target = 現在の予定
happened-late = 遅れや延期を経て実現
happened-late-caption = 発表より遅れて、または延期を経て実現した出来事
cancelled = 中止
postponed-then-cancelled = 延期の末に中止
postponed-then-cancelled-caption = 延期された後に中止となった出来事
final-target = 最後の予定

## 一連の動き

storyline = 一連の動き
related-events = 関連する出来事
part-of = 全{ $count }件中{ $number }件目
previous-in-story = 前の動き
next-in-story = 次の動き
stories-dek = ある出来事が次の出来事にどうつながったか。関連する出来事を順に並べ、それぞれが前の出来事に与えた影響を示します。
story-latest = 最新：{ $entry }
relation-follows = 「{ $entry }」に続く
relation-follows-back = 「{ $entry }」につながる
relation-reverses = 「{ $entry }」を覆す
relation-reverses-back = 「{ $entry }」によって覆る
relation-confirms = 「{ $entry }」を裏付ける
relation-confirms-back = 「{ $entry }」によって裏付けられる
relation-delays = 「{ $entry }」を遅らせる
relation-delays-back = 「{ $entry }」によって遅れる

## 項目、期間、複数ページの一覧

pager = ページ
newer = 新しいページ
older = 過去のページ
periods = 前後の期間
periods-end = 前後の期間（ページ下部）
months = 月別
years = 年別
on-this-day = 日付別の出来事
on-this-day-dek = 1年の各日に起きた出来事。日付が判明しているものだけを掲載しています。
today-is = 今日：{ $day }
recently-added = 新着記事
recently-added-dek = 出来事の時期にかかわらず、公開日の新しい順に並べています。
choice-status = 状況
choice-certainty = 確度
choice-stance = 立場
status-dek = 出来事を状況別にまとめています。すでに起きたことは年表に掲載しています。
certainty-dek = 出来事を情報の確度別にまとめています。
status-expected-about = 発表または計画されたが、実現したとの報道がまだないもの。
status-cancelled-about = 発表後に取りやめとなったもの。
certainty-rumoured-about = 出回っているが、事情を知りうる立場にある実名の情報源がないもの。
certainty-reported-about = 少なくとも一つの情報源が報じたが、当事者は確認していないもの。
certainty-confirmed-about = 当事者が明らかにしたもの、または一次資料で裏付けられたもの。
certainty-disputed-about = 別の情報源や当事者の説明と食い違うもの。
stances-title = 各組織の立場
stances-dek = 各組織の最新の立場と、その根拠となる出来事。
stance-and-entries = { $about }。{ $entries }
holder = 組織
holder-since = 開始時期
holder-entry = 根拠
holder-next = 未確定：{ $stance }、「{ $entry }」
holder-planned = 今後この立場を取る予定：{ $holders }
holder-plan = { $organisation }（「{ $entry }」、{ $date }）
holder-nobody = 現在、この立場を取る組織はありません。
folded = このほか{ $year }の出来事{ $count }件（月不明）
in-total = 全{ $count }件
by-count = 件数順
by-name = 名前順
stance-over-time = 立場の推移
mentioned-with = { $term }とともによく登場する{ $terms }
term-page = { $term }（{ $number }ページ目）
term-in-year = { $term }（{ $year }）
taxonomy-organisations = 組織
taxonomy-organisations-one = 組織
taxonomy-people = 人物
taxonomy-people-one = 人物
taxonomy-categories = カテゴリー
taxonomy-categories-one = カテゴリー
taxonomy-tags = タグ
taxonomy-tags-one = タグ
taxonomy-authors = 執筆者
taxonomy-authors-one = 執筆者

## 出来事を探す：検索とすべての絞り込み条件

search = 検索
search-site = 年表を検索
search-entries = { $count }件の出来事を検索
explore = 出来事を探す
explore-dek = すべての出来事を、キーワード、名前、状況、日付で探せます。
about-stances = 各組織がいつからどの立場を取っているかを、情報源とともに示す{ $site }の一覧。
about-explore = { $site }の出来事を、キーワード、名前、状況、日付で検索できます。
explore-text = 見出しと本文のキーワード
explore-filters = 絞り込み
facet-status = 状況
facet-stance = 立場
facet-importance = 重要度
importance-1 = 参考
importance-2 = 軽微
importance-3 = 注目
importance-4 = 重要
importance-5 = 画期的
explore-period = 期間
explore-from = 開始
explore-to = 終了
explore-period-help = 年、月または日を指定（例：2025、2025-03、2025-03-09）。期間内の可能性がある出来事も含みます。
explore-all-choices = すべて表示（{ $count }件）
explore-sort = 並べ替え
sort-best = 関連度
sort-happened = 出来事の日付
sort-published = 公開日
sort-updated = 更新日
explore-new = 前回の訪問以降の新着
explore-clear = すべて解除
explore-show = { $count }件を表示
explore-results = 検索結果
explore-skip = 検索結果へ移動
entries-found = 該当する出来事{ $count }件
background-articles = ほかに背景記事{ $count }本
explore-more = もっと見る
explore-nothing = すべての条件に合う出来事はありません。外す条件を選んでください。
explore-filter = { $label }：{ $value }
explore-by-date = 日付順に並べる
explore-spelt = 「{ $spelt }」の検索結果です。
explore-as-written = 「{ $asked }」で検索する
explore-partly = すべての語を含む出来事は少ないため、大半の語を含むものが続きます。
explore-term = { $term }のすべて
explore-hint = 語を減らすか、別の語を試すか、つづりを確かめてください。
explore-remove = 条件を外す：{ $label }
explore-broken = 検索を読み込めませんでした。すべての出来事は下の一覧にあります。
explore-lists = すべての出来事を一覧から探す
explore-no-script = 検索と絞り込みにはJavaScriptが必要です。以下の一覧はJavaScriptなしで利用できます。
more-lists = その他の一覧

## 訂正

corrections-policy = 訂正方針
no-corrections = 訂正はまだありません。
correction-correction = 訂正
correction-clarification = 補足説明
correction-editors-note = 編集部注
correction-retraction = 記事の取り消し
correction-of = 訂正：{ $title }

## site.yamlで変更できる表示名

status-happened = 発生
status-expected = 予定
status-cancelled = 中止
certainty-rumoured = うわさ
certainty-reported = 報道
certainty-confirmed = 確認済み
certainty-disputed = 異論あり
kind-analysis = 分析
kind-opinion = オピニオン
kind-explainer = 解説
source-primary = 一次資料
source-secondary = 二次資料
source-rewrite = 他の報道を基にした記事

## 見つからないページ

not-found = ページが見つかりません
not-found-heading = このアドレスにページはありません
not-found-dek = ページが移動したか、アドレスに誤りがある可能性があります。次のページをお試しください。
to-front = トップページ：最新記事と年表
report-missing = 見つからないページについて知らせる
no-longer-available = 公開終了
expired-on = この記事は{ $date }に公開を終了しました。
moved-heading = このページは移動しました
moved-to = 移動先：{ $page }

## 検索エンジンとフィード

events = 出来事{ $count }件
about-period = { $period }：{ $site }に収録した{ $events }。
about-day = 各年の{ $day }に起きたこと：{ $site }に収録した{ $events }。
about-days = 1年の各日に起きた出来事。{ $site }の一覧。
about-new = { $site }の新着記事。
about-taxonomy = { $site }の{ $title }：{ $terms }。
about-term = { $term }：{ $site }に収録した{ $events }。
about-term-span = { $term }：{ $site }に収録した{ $events }（{ $span }）。
about-pages = { $site }のページ一覧。
about-stories = { $site }で追う一連の動き：{ $titles }。
about-story = { $story }：{ $site }に収録した{ $events }。
about-expected = 発表されたもののまだ実現していない出来事と、その延期の回数。{ $site }の一覧。
about-corrections = { $site }のすべての訂正、補足説明、記事の取り消し。
about-feeds = { $site }のフィードとカレンダー。
about-data = { $site }の年表のデータ：JSON、CSV、TimelineJS。
feed-of = { $name }｜{ $site }

## 日付の名称

month-1 = 1月
month-2 = 2月
month-3 = 3月
month-4 = 4月
month-5 = 5月
month-6 = 6月
month-7 = 7月
month-8 = 8月
month-9 = 9月
month-10 = 10月
month-11 = 11月
month-12 = 12月
month-in-date-1 = 1月
month-in-date-2 = 2月
month-in-date-3 = 3月
month-in-date-4 = 4月
month-in-date-5 = 5月
month-in-date-6 = 6月
month-in-date-7 = 7月
month-in-date-8 = 8月
month-in-date-9 = 9月
month-in-date-10 = 10月
month-in-date-11 = 11月
month-in-date-12 = 12月
month-short-1 = 1月
month-short-2 = 2月
month-short-3 = 3月
month-short-4 = 4月
month-short-5 = 5月
month-short-6 = 6月
month-short-7 = 7月
month-short-8 = 8月
month-short-9 = 9月
month-short-10 = 10月
month-short-11 = 11月
month-short-12 = 12月
month-short-in-date-1 = 1月
month-short-in-date-2 = 2月
month-short-in-date-3 = 3月
month-short-in-date-4 = 4月
month-short-in-date-5 = 5月
month-short-in-date-6 = 6月
month-short-in-date-7 = 7月
month-short-in-date-8 = 8月
month-short-in-date-9 = 9月
month-short-in-date-10 = 10月
month-short-in-date-11 = 11月
month-short-in-date-12 = 12月
weekday-1 = 月曜日
weekday-2 = 火曜日
weekday-3 = 水曜日
weekday-4 = 木曜日
weekday-5 = 金曜日
weekday-6 = 土曜日
weekday-7 = 日曜日
weekday-short-1 = 月
weekday-short-2 = 火
weekday-short-3 = 水
weekday-short-4 = 木
weekday-short-5 = 金
weekday-short-6 = 土
weekday-short-7 = 日
part-q1 = 第1四半期
part-q2 = 第2四半期
part-q3 = 第3四半期
part-q4 = 第4四半期
part-h1 = 前半
part-h2 = 後半
part-spring = 春
part-summer = 夏
part-autumn = 秋
part-winter = 冬
part-short-q1 = 第1四半期
part-short-q2 = 第2四半期
part-short-q3 = 第3四半期
part-short-q4 = 第4四半期
part-short-h1 = 前半
part-short-h2 = 後半
part-short-spring = 春
part-short-summer = 夏
part-short-autumn = 秋
part-short-winter = 冬

## 日付の完全な表記

year-heading = { $year }年
bar-year = { $year }
date-year = { $year }年
short-year = { $year }年
date-year-bc = 紀元前{ $year }年
date-year-ad = 西暦{ $year }年
year-in-date = { $year }年
year-in-date-bc = 紀元前{ $year }年
year-in-date-ad = 西暦{ $year }年
date-month = { $year }{ $month }
date-month-of-year = { $month-name }
date-day = { $year }{ $month }{ $day }日
date-day-of-month = { $month }{ $day }日
date-weekday = { $case ->
    [plain] { $date }
   *[other] { $date }（{ $weekday-short }）
}
date-decade = { $decade }年代
date-decade-short = { $decade }年代
date-century = { $number }世紀
date-century-short = { $number }世紀
ordinal-1 = { $number }
ordinal-2 = { $number }
ordinal-3 = { $number }
ordinal = { $number }
date-years = { $from }から{ $to }まで
date-years-short = { $from }～{ $to }
date-quarter = { $year }{ $part }
date-season = { $year }{ $part }
date-part-of-year = { $part }
date-inner = { $date }
date-time = { $date } { $time }
clock = { $hour }:{ $minute } { $zone }
zone = { $zone }
date-about = { $kind ->
    [years] およそ{ $date }
   *[other] { $date }ごろ
}
date-perhaps = おそらく{ $date }
date-perhaps-about = { $kind ->
    [years] おそらくおよそ{ $date }
   *[other] おそらく{ $date }ごろ
}
date-about-uncertain = { $kind ->
    [years] おそらくおよそ{ $date }
   *[other] おそらく{ $date }ごろ
}
date-in-calendars = { $date }（{ $gregorian }）
date-since = { $date }から継続中
date-from = { $date }から、終了時期不明
date-until = { $date }まで
date-or-earlier = { $date }以前
date-or-later = { $date }以降
date-days = { $from-full }から{ $to-day }日まで
date-to = { $from-full }から{ $to-part }まで
date-to-years = { $from }年から{ $to }年まで
date-one-of = { $dates }のいずれか
# 西暦の数字だけの年が並ぶとき（`years`）は、一つずつ「年」を付ける。
date-one-of-years = { $dates }年のいずれか
    .case = years
date-some-day = { $range }のいずれかの日
date-some-month = { $range }のいずれかの月
date-some-year = { $range }のいずれかの年
date-some-period = { $range }のいずれかの時期
date-list = { $case ->
    [years] { $dates }年、{ $date }
   *[other] { $dates }、{ $date }
}
date-or-two = { $case ->
    [years] { $dates }年か{ $date }
   *[other] { $dates }か{ $date }
}
date-or-last = { $case ->
    [years] { $dates }年か{ $date }
   *[other] { $dates }か{ $date }
}

## 日付の短い表記

short-date = { $year }{ $part }
short-day = { $month }{ $day }日
short-month = { $month-name }
short-about = { $date }ごろ
short-perhaps = { $date }？
short-since = { $date }から継続
short-from = { $date }から
short-until = { $date }まで
short-range = { $from-full }～{ $to-part }
short-range-loose = { $from-full }～{ $to-part }
short-years = { $from }～{ $to }年
short-days = { $from-full }～{ $to-day }日
date-column-day = { $day }日（{ $weekday }）
date-column-days = { $from }～{ $to }日
day-number = { $day }日
year-only = 月日不明
day-unknown = 日付不明
month-unknown = 月不明
year-unknown = 年不明
decade-unknown = 年代不明
date-unknown = 時期不明
closing = { $period }（{ $unknown }）

## 予定とのずれ

number-0 = 0
number-1 = 1
number-2 = 2
number-3 = 3
number-4 = 4
number-5 = 5
number-6 = 6
number-7 = 7
number-8 = 8
number-9 = 9
length-days = { $number }日
length-weeks = { $number }週間
length-months = { $number }カ月
length-quarters = { $number }四半期
length-years = { $number }年
later = 遅れ
later-exactly = { $length }遅れ
later-about = 約{ $length }遅れ
later-at-least = 少なくとも{ $length }遅れ
later-up-to = 最大{ $length }遅れ
later-more-than = { $length }超の遅れ
earlier = 前倒し
earlier-exactly = { $length }前倒し
earlier-about = 約{ $length }前倒し
earlier-at-least = 少なくとも{ $length }前倒し
earlier-up-to = 最大{ $length }前倒し
earlier-more-than = { $length }超の前倒し
late = 予定より遅れ
late-exactly = 予定より{ $length }遅れ
late-about = 予定より約{ $length }遅れ
late-at-least = 予定より少なくとも{ $length }遅れ
late-up-to = 予定より最大{ $length }遅れ
late-more-than = 予定より{ $length }超の遅れ
early = 予定より前倒し
early-exactly = 予定より{ $length }前倒し
early-about = 予定より約{ $length }前倒し
early-at-least = 予定より少なくとも{ $length }前倒し
early-up-to = 予定より最大{ $length }前倒し
early-more-than = 予定より{ $length }超の前倒し

## 時間軸の図

lanes = 比較
lanes-title = 誰がいつ何をしたか
lanes-stances = それぞれの立場と、いつからか
lanes-dek = 起きたこと、発表されたこと、それぞれの立場を一つの時間軸で示します。
lanes-all = すべての比較（表つき）
lanes-as-table = 同じ内容を表で見る
lanes-table = 図に示したすべての出来事
lanes-csv = この表をCSVで保存
lanes-csv-all = すべての行をCSVで保存
lanes-rows-shown = 全{ $count }行のうち、重要なものと新しいものの{ $shown }行を表示しています。
lanes-wide = 時間軸での比較（横にスクロールできます）
lane-title = { $name }の推移
lanes-finding = { $parts }。
lanes-finding-part = { $names }：{ $stance }
lanes-finding-comma = 。
lane-finding = { $date }から{ $stance }。
lanes-as-of = { $date }時点。
lane-since = { $date }から
lane-stance-since = { $stance }（{ $date }から）
lane-stance-unsure = { $stance }（{ $how }）
lane-cancelled = 中止（{ $date }）
lane-passed = 予定時期経過（{ $date }）
lanes-when = 日付
lanes-outcome = 結果
chart-today = 今日（{ $date }）
chart-colon = ：
chart-key = 凡例
chart-events = 出来事
chart-reported = 未確認
chart-slanted = 日付不明
chart-lesser = 重要度の低い出来事
chart-put-off = 延期先
chart-more-plans = ほかの予告：{ $count }件
chart-passed = 予定時期経過
chart-cancelled = 中止
chart-folded = 出来事のない期間を短縮
chart-larger = 拡大した部分
chart-zoom-in = 拡大
chart-zoom-out = 縮小
chart-zoom-all = 全期間
chart-choose = 表示と順序
chart-move-up = { $name }を上へ
chart-move-down = { $name }を下へ
chart-use = この図をダウンロード・引用・埋め込み
chart-svg = 図をSVGで保存
chart-png = 図をPNGで保存
chart-cite = 「{ $title }」{ $site }、{ $address }。{ $as-of }
chart-embed = 別のサイトに図を表示するためのHTML
copy = コピー
copied = コピーしました
density-title = 時系列で見た出来事
density-note = 棒が高いほど、出来事が多いか、重要度が高いことを示します。件数が4倍になると高さは2倍です。
density-expected = 枠だけの棒は今後の予定です。
story-steps = { $before }、その後{ $stance }
story-silence = { $length }、出来事なし
story-follows = 続き
story-reverses = 覆す
story-confirms = 裏付け
story-delays = 遅延
compare-title = { $before }と{ $last }の比較
compare-differences = 違い
compare-apart = { $count }段階の差
compare-same = 同じ立場
compare-differ = 異なる立場
slips-title = 予定はどう延びたか
slips-dek = 横は予定が発表された日、縦はその予定日です。延期されると線が上がり、実現すると破線の上で終わります。
slips-latest = 最近のものだけを示します。すべては下の表にあります。
slips-said = 発表日
slips-target = 予定日
slips-due = 期日
slips-lateness = 発表はどれだけ遅れて実現したか
slips-median = { $lateness }（ここに記録された{ $count }件の中央値）
slips-method = 数え方
slips-method-text = ここに記録され、実現した発表を1件ずつ数え、最初の予定日と実現した日を比べます。中央値は真ん中の値で、真ん中が二つある場合は早いほうです。3件未満の組織は載せず、実現していないものは数えません。
about-lanes = 誰がいつ何をしたか、それぞれの立場を一つの時間軸で示します。{ $site }。
