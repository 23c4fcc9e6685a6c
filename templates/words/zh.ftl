# 简体中文界面的全部文字。

## 页眉、页脚及各页共有部分

skip = 跳至主要内容
notice = 公告
who-we-are = 关于我们
main-menu = 主菜单
language-menu = 语言
foot = 页脚
report-error = 报告错误
atom-feed = Atom订阅
json-feed = JSON订阅
calendar-link = 日历
feeds-title = 订阅源与日历
feeds-dek = 在自己的程序中关注本站：把地址复制进去，或在其中打开。
feeds-reader = 订阅阅读器无需访问网站、无需账号即可显示新内容。每个订阅源都有其最新文章；全站订阅源还可追溯到所有旧文章。
feeds-calendar = 日历显示预计事件。延期的日期会随之变动，取消的事件会注明。
whole-site = 全站
data-title = 数据
data-dek = 以文件形式提供的时间线，供程序和电子表格使用。其中的日期不会比页面上更精确。
data-entries = 所有事件，新的在前：日期、来源、此前预计时间、名称和主题。
data-entries-by-year = 各年文件的地址，文件包含所有事件，新的在前：日期、来源、此前预计时间、名称和主题。
data-schema = 事件文件的格式，供程序使用（JSON Schema）。
data-csv = 所有事件的电子表格。
data-changes = 发布、改期、取消和更正的内容及其日期，最新的在前。
data-timeline = 供TimelineJS使用的时间线。有自己订阅源的页面也各有一份：与页面同处的timeline.json。
data-example = 示例
data-licence = 使用条款
data-no-licence = 未说明使用条款，请咨询发布者。
digest-title = { $site }的新内容
digest-since = 自{ $date }起。
digest-nothing = 没有新内容。
digest-moved = 新的日期
all-pages = 全部页面
published-by = 由{ $publisher }发布。
made-with = 由{ $generator }生成。
look = 外观
look-system = 跟随设备
look-light = 浅色
look-dark = 深色
on-this-page = 本页内容
timeline = 时间线
stories = 事件脉络
expected = 预计事件
corrections = 更正
page-title = { $page }｜{ $site }
comma = 、
clause-comma = ，
and-more = { $names }、{ $name }
and-two = { $names }、{ $name }
and-last = { $names }、{ $name }

## 列表中的事件

overdue = 已过预计时间
date-passed-checked = 已过预计时间，截至{ $date }未见报道
date-passed-since = 已过预计时间，{ $date }后未再核查
date-passed-unchecked = 已过预计时间，尚未核查
corrected = 已更正
stance-qualifier = （{ $how }）
stance-planned = 计划中
stance-said = { $how }（{ $date }）：
stance-said-only = { $said }：
stance-now = 目前：{ $stance }
in-article = 见《{ $article }》
source = 来源：{ $source }
source-date = 来源：{ $source }（{ $date }）
source-more = 来源：{ $source }，另有{ $count }个
source-date-more = 来源：{ $source }（{ $date }），另有{ $count }个
more-sources = 另有{ $count }个来源
entries = { $count }个事件
articles = { $count }篇文章
entries-in-articles = { $entries }，出自{ $articles }
entries-by-year = 各年事件
no-entries-in = { $years }：无事件
no-date-yet = 日期未定
background = 背景
no-date = 未注明日期
background-date = 背景
span = { $from }至{ $to }
entries-span = { $entries }，{ $span }
with-date = { $what }（{ $date }）

## 首页

just-published = 最新发布
published-on = 发布于{ $date }
added-on = 添加于{ $date }
all-recent = 全部最新文章
expected-next = 近期预计事件
overdue-and-next = 已过预计时间及近期预计事件
all-expected = 全部预计事件与延期
popular-tags = 热门标签
all-corrections = 全部更正
now-and-next = 最新与后续
now-last = 最新
now-next = 接下来
now-overdue = 已过预计时间
now-checked = 截至{ $date }未见报道
front-empty = 时间线暂无内容。第一个事件将显示在这里。
key-exact = 确切日期
key-approximate = 大致日期
key-partial = 仅有月份或年份
key-range = 时间段
key-expected = 预计

## 文章

draft-banner = 草稿：本页尚未对读者公开。
byline = 作者：{ $authors }
reading-time = 阅读约需{ $count }分钟
also-in = 其他语言版本：{ $languages }
retracted = 本文已撤回。
retracted-banner = 发布方不再认可本文内容。
see-below = 详见下文
more-corrections = 另有{ $count }项
correction-line = { $kind }（{ $date }）：
happened = 发生时间
reported = 报道时间
published = 发布时间
updated = 更新时间
updated-on = 更新于{ $date }
contents = 目录
dateline = { $place }，{ $date }——
where-they-stand = 各机构立场
how-it-developed = 事件进展
events-here = 本文中的事件
this-article = 本文
according-to = 来源：{ $source }
sources = 来源
archived-copy = 存档
source-accessed = 访问日期：{ $date }
back-to-source = 返回来源{ $number }的引用处
back-to-source-nth = 返回来源{ $number }的第{ $nth }处引用
filed-under = 相关主题
share = 分享
comments = 评论
discussions = GitHub上的讨论
show-comments = 显示评论（将加载giscus.app）
share-by-email = 电子邮件
link-to-copy = 复制链接：{ $link }
embed-this = 嵌入到其他网站
embed-help = 把这段代码复制到其他页面中，所显示的内容会保持最新。
related-articles = 相关文章
previous-and-next = 上一篇和下一篇
previous-in-timeline = 时间线上一篇
next-in-timeline = 时间线下一篇

## 文章正文

section-link = 本节链接
cited-source = 来源{ $number }
footnotes = 脚注
footnote = 脚注{ $number }
back-to-text = 返回正文
embed-from = 来自{ $host }
alert-note = 说明
alert-tip = 提示
alert-important = 重要
alert-warning = 警告
alert-caution = 注意

## 日期的变化

said-date = ，{ $date }消息
said-source = ，据{ $source }消息
said-article = ，见《{ $article }》
said-date-source = { $kind ->
    [day] ，据{ $date }{ $source }消息
    [month] ，据{ $date }{ $source }消息
   *[other] ，据{ $source }消息（{ $date }）
}
said-date-article = ，{ $date }消息，见《{ $article }》
said-source-article = ，据{ $source }消息，见《{ $article }》
said-date-source-article = { $kind ->
    [day] ，据{ $date }{ $source }消息，见《{ $article }》
    [month] ，据{ $date }{ $source }消息，见《{ $article }》
   *[other] ，据{ $source }消息（{ $date }），见《{ $article }》
}
what-status = { $status }
what-status-dated = { $status }：{ $date }
what-certainty = { $certainty }
what-certainty-dated = { $certainty }：{ $date }
what-expected = 预计
what-expected-dated = 预计：{ $date }
what-now-expected = 现预计
what-now-expected-dated = 现预计：{ $date }
what-then-expected = 其后预计
what-then-expected-dated = 其后预计：{ $date }
what-checked = 截至{ $date }未见报道
later-than-first = 晚于首次公布的时间
earlier-than-first = 早于首次公布的时间
between-targets = 晚于最初预计，早于最后预计
around-targets = 早于最初预计，晚于最后预计
as-first-announced = 与首次公布一致，早于最后预计
# 引语以汉字或数字开头时直接连写，以外文开头时加冒号。
promised = { INITIAL($wording) ->
    [han] 原定{ $wording }
    [digit] 原定{ $wording }
   *[other] 原定：{ $wording }
}
promised-for = 原定{ $date }
promised-date = 原定{ $date }
promised-undated = 曾有预告
promise-source = { $promise }（{ $source }）
promise-comma = ，
promise-sentence = { $promise }。
promise-after = { $before }{ $promise }
promise-put-off = 延期{ $count }次
promise-kept = 如期实现
promise-cancelled = 已取消
ledger-entry = 事件
previous-targets = 此前预计时间
previously = 此前预计时间
ledger-slipped = 与原定相差
postponed-times = 延期{ $count }次
expected-dek = 已宣布但尚未发生的事件，按时间先后排列，并列出各自的延期次数。
still-to-come = 未到预计时间
nothing-expected = 目前没有预计发生的事件。
slip-ledger = 延期记录
ledger-caption = 预计时间有过变动的事件
current-target = 目前预计时间
happened-late = 晚于原定或延期后发生
happened-late-caption = 发生时间晚于公布时间，或发生前曾延期的事件
cancelled = 已取消
postponed-then-cancelled = 延期后取消
postponed-then-cancelled-caption = 取消前曾延期的事件
final-target = 最后预计时间

## 事件脉络

storyline = 事件脉络
related-events = 相关事件
part-of = 第{ $number }个（共{ $count }个）
previous-in-story = 脉络中的上一事件
next-in-story = 脉络中的下一事件
stories-dek = 一个事件如何引出另一个事件：相关事件按顺序排列，并注明各自对此前事件的影响。
story-latest = 最新：{ $entry }
relation-follows = 承接《{ $entry }》
relation-follows-back = 后续为《{ $entry }》
relation-reverses = 推翻《{ $entry }》
relation-reverses-back = 被《{ $entry }》推翻
relation-confirms = 证实《{ $entry }》
relation-confirms-back = 获《{ $entry }》证实
relation-delays = 推迟《{ $entry }》
relation-delays-back = 被《{ $entry }》推迟

## 条目、时段、分页列表

pager = 分页
newer = 较新
older = 较早
periods = 前后时段
periods-end = 前后时段（页面底部）
months = 月份
years = 年份
on-this-day = 历史上的今天
on-this-day-dek = 一年中每一天发生过的事件，仅收录日期明确的事件。
today-is = 今天：{ $day }
recently-added = 最新文章
recently-added-dek = 按发布时间排列的最新文章，不论事件发生于何时。
choice-status = 状态
choice-certainty = 可信度
choice-stance = 立场
status-dek = 按状态列出的事件。已发生的事件见时间线。
certainty-dek = 按可信度列出的事件。
status-expected-about = 已宣布或计划，但尚无报道称已经发生。
status-cancelled-about = 宣布之后又取消。
certainty-rumoured-about = 已在流传，但没有具名的知情来源。
certainty-reported-about = 至少有一个来源报道，但当事方尚未证实。
certainty-confirmed-about = 当事方已公开说明，或有一手来源佐证。
certainty-disputed-about = 与其他来源或当事方的说法相矛盾。
stances-title = 各机构立场
stances-dek = 各机构的最新立场，以及作为依据的事件。
stance-and-entries = { $about }。{ $entries }
holder = 机构
holder-since = 起始时间
holder-entry = 依据
holder-next = 未定：{ $stance }，见《{ $entry }》
holder-planned = 计划采取此立场：{ $holders }
holder-plan = { $organisation }（《{ $entry }》，{ $date }）
holder-nobody = 目前没有机构持此立场。
folded = { $year }另有{ $count }个事件，月份不详
in-total = 共{ $count }项
by-count = 按事件数
by-name = 按名称
stance-over-time = 立场变化
mentioned-with = 常与{ $term }一同出现的{ $terms }
term-page = { $term }（第{ $number }页）
term-in-year = { $term }（{ $year }）
taxonomy-organisations = 机构
taxonomy-organisations-one = 机构
taxonomy-people = 人物
taxonomy-people-one = 人物
taxonomy-categories = 分类
taxonomy-categories-one = 分类
taxonomy-tags = 标签
taxonomy-tags-one = 标签
taxonomy-authors = 作者
taxonomy-authors-one = 作者

## 查找事件：搜索与全部筛选条件

search = 搜索
search-site = 搜索时间线
search-entries = 搜索{ $count }个事件
explore = 查找事件
explore-dek = 按关键词、名称、状态和日期查找全部事件。
about-stances = { $site }：哪些机构自何时起持何种立场，依据何种来源。
about-explore = 在{ $site }按关键词、名称、状态或日期查找事件。
explore-text = 标题和正文关键词
explore-filters = 筛选
facet-status = 状态
facet-stance = 立场
facet-importance = 重要程度
importance-1 = 细微
importance-2 = 次要
importance-3 = 值得关注
importance-4 = 重大
importance-5 = 里程碑
explore-period = 时间范围
explore-from = 起始
explore-to = 截止
explore-period-help = 年、月或日，如2025、2025-03或2025-03-09。结果也包括可能发生在该时段内的事件。
explore-all-choices = 显示全部{ $count }项
explore-sort = 排序方式
sort-best = 最相关
sort-happened = 事件日期
sort-published = 发布日期
sort-updated = 最近更新
explore-new = 上次访问后新增
explore-clear = 全部清除
explore-show = 显示{ $count }项
explore-results = 搜索结果
explore-skip = 跳到搜索结果
entries-found = 找到{ $count }个事件
background-articles = 另有{ $count }篇背景文章
explore-more = 显示更多
explore-nothing = 没有符合全部条件的事件。可去掉一个条件：
explore-filter = { $label }：{ $value }
explore-by-date = 按日期排序
explore-spelt = 显示“{ $spelt }”的结果。
explore-as-written = 改为搜索“{ $asked }”
explore-partly = 包含全部词语的事件很少，其后是包含大部分词语的事件。
explore-term = 关于{ $term }的全部内容
explore-hint = 可减少或更换词语，或检查写法。
explore-remove = 移除条件：{ $label }
explore-broken = 搜索无法加载。全部事件见下方列表。
explore-lists = 浏览全部事件
explore-no-script = 搜索和筛选需要JavaScript，以下列表不需要。
more-lists = 更多列表

## 更正

corrections-policy = 更正政策
no-corrections = 暂无更正。
correction-correction = 更正
correction-clarification = 澄清
correction-editors-note = 编者注
correction-retraction = 撤回
correction-of = 更正：{ $title }

## site.yaml可替换的名称

status-happened = 已发生
status-expected = 预计
status-cancelled = 已取消
certainty-rumoured = 传闻
certainty-reported = 据报道
certainty-confirmed = 已证实
certainty-disputed = 有争议
kind-analysis = 分析
kind-opinion = 观点
kind-explainer = 解读
source-primary = 一手来源
source-secondary = 二手来源
source-rewrite = 改写自其他报道

## 找不到的页面

not-found = 未找到页面
not-found-heading = 此地址没有页面
not-found-dek = 页面可能已移动，或地址有误。可访问以下页面：
to-front = 首页：最新文章和时间线
report-missing = 反馈缺失的页面
no-longer-available = 已下线
expired-on = 本文已于{ $date }下线。
moved-heading = 此页面已移动
moved-to = 新页面：{ $page }

## 用于搜索引擎和订阅源

events = { $count }个事件
about-period = { $period }：{ $site }收录{ $events }。
about-day = 历年{ $day }：{ $site }收录{ $events }。
about-days = { $site }：一年中每一天发生过的事件。
about-new = { $site }的最新文章。
about-taxonomy = { $site }的{ $title }：{ $terms }。
about-term = { $term }：{ $site }收录{ $events }。
about-term-span = { $term }：{ $site }收录{ $events }（{ $span }）。
about-pages = { $site }的全部页面。
about-stories = { $site }的事件脉络：{ $titles }。
about-story = { $story }：{ $site }收录{ $events }。
about-expected = { $site }：已宣布但尚未发生的事件，以及各自的延期次数。
about-corrections = { $site }的全部更正、澄清和撤回。
about-feeds = { $site }的订阅源与日历。
about-data = { $site }的时间线数据：JSON、CSV、TimelineJS。
feed-of = { $name }｜{ $site }

## 日期中的名称

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
weekday-1 = 星期一
weekday-2 = 星期二
weekday-3 = 星期三
weekday-4 = 星期四
weekday-5 = 星期五
weekday-6 = 星期六
weekday-7 = 星期日
weekday-short-1 = 周一
weekday-short-2 = 周二
weekday-short-3 = 周三
weekday-short-4 = 周四
weekday-short-5 = 周五
weekday-short-6 = 周六
weekday-short-7 = 周日
part-q1 = 第一季度
part-q2 = 第二季度
part-q3 = 第三季度
part-q4 = 第四季度
part-h1 = 上半年
part-h2 = 下半年
part-spring = 春季
part-summer = 夏季
part-autumn = 秋季
part-winter = 冬季
part-short-q1 = 一季度
part-short-q2 = 二季度
part-short-q3 = 三季度
part-short-q4 = 四季度
part-short-h1 = 上半年
part-short-h2 = 下半年
part-short-spring = 春季
part-short-summer = 夏季
part-short-autumn = 秋季
part-short-winter = 冬季

## 完整日期

year-heading = { $year }年
bar-year = { $year }
date-year = { $year }年
short-year = { $year }年
date-year-bc = 公元前{ $year }年
date-year-ad = 公元{ $year }年
year-in-date = { $year }年
year-in-date-bc = 公元前{ $year }年
year-in-date-ad = 公元{ $year }年
date-month = { $year }{ $month }
date-month-of-year = { $month-name }
date-day = { $year }{ $month }{ $day }日
date-day-of-month = { $month }{ $day }日
date-weekday = { $date }{ $weekday }
date-decade = { $tens ->
    [0] { $century-number }世纪头十年
   *[other] { $century-number }世纪{ $tens }年代
}
date-decade-short = { $tens ->
    [0] { $century-number }世纪头十年
   *[other] { $decade }年代
}
date-century = { $number }世纪
date-century-short = { $number }世纪
ordinal-1 = { $number }
ordinal-2 = { $number }
ordinal-3 = { $number }
ordinal = { $number }
date-years = { $from }至{ $to }
date-years-short = { $from }—{ $to }
date-quarter = { $year }{ $part }
date-season = { $year }{ $part }
date-part-of-year = { $part }
date-inner = { $date }
date-time = { $date } { $time }
clock = { $hour }:{ $minute }（{ $zone }）
zone = { $place ->
    [asia-shanghai] 北京时间
    [asia-hong_kong] 香港时间
    [asia-macau] 澳门时间
    [asia-taipei] 台北时间
    [asia-singapore] 新加坡时间
    [america-chicago] 美国中部时间
   *[other] { $zone }
}
date-about = 约{ $date }
date-perhaps = { $date }（存疑）
date-perhaps-about = 约{ $date }（存疑）
date-about-uncertain = 约{ $date }（存疑）
date-in-calendars = { $date }（{ $gregorian }）
date-since = { $date }至今
date-from = { $date }起，结束时间不详
date-until = 至{ $date }为止
date-or-earlier = { $date }或更早
date-or-later = { $date }或更晚
date-days = { $from-full }至{ $to-day }日
date-to = { $from-full }至{ $to-part }
date-to-years = { $from }年至{ $to }年
date-one-of = { $dates }
# 并列的年份只有数字时（`years`），逐一加“年”。
date-one-of-years = { $dates }年
    .case = years
date-some-day = { $range }之间的某一天
date-some-month = { $range }之间的某个月
date-some-year = { $range }之间的某一年
date-some-period = { $range }之间的某个时期
date-list = { $case ->
    [years] { $dates }年、{ $date }
   *[other] { $dates }、{ $date }
}
date-or-two = { $case ->
    [years] { $dates }年或{ $date }
   *[other] { $dates }或{ $date }
}
date-or-last = { $case ->
    [years] { $dates }年或{ $date }
   *[other] { $dates }或{ $date }
}

## 简写日期

short-date = { $year }{ $part }
short-day = { $month }{ $day }日
short-month = { $month-name }
short-about = 约{ $date }
short-perhaps = { $date }？
short-since = { $date }至今
short-from = { $date }起
short-until = 至{ $date }
short-range = { $from-full }—{ $to-part }
short-range-loose = { $from-full }—{ $to-part }
short-years = { $from }—{ $to }年
short-days = { $from-full }—{ $to-day }日
date-column-day = { $day }日（{ $weekday }）
date-column-days = { $from }—{ $to }日
day-number = { $day }日
year-only = 仅知年份
day-unknown = 日期不详
month-unknown = 月份不详
year-unknown = 年份不详
decade-unknown = 年代不详
date-unknown = 时间不详
closing = { $period }（{ $unknown }）

## 时间变动

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
length-days = { $number }天
length-weeks = { $number }周
length-months = { $number }个月
length-quarters = { $number }个季度
length-years = { $number }年
later = 推迟
later-exactly = 推迟{ $length }
later-about = 推迟约{ $length }
later-at-least = 至少推迟{ $length }
later-up-to = 最多推迟{ $length }
later-more-than = 推迟逾{ $length }
earlier = 提前
earlier-exactly = 提前{ $length }
earlier-about = 提前约{ $length }
earlier-at-least = 至少提前{ $length }
earlier-up-to = 最多提前{ $length }
earlier-more-than = 提前逾{ $length }
late = 晚于原定
late-exactly = 比原定晚{ $length }
late-about = 比原定晚约{ $length }
late-at-least = 比原定至少晚{ $length }
late-up-to = 比原定最多晚{ $length }
late-more-than = 比原定晚逾{ $length }
early = 早于原定
early-exactly = 比原定早{ $length }
early-about = 比原定早约{ $length }
early-at-least = 比原定至少早{ $length }
early-up-to = 比原定最多早{ $length }
early-more-than = 比原定早逾{ $length }

## 时间轴图

lanes = 对照
lanes-title = 谁在何时做了什么
lanes-stances = 各方持何立场，始于何时
lanes-dek = 发生了什么、宣布了什么、各方持何立场，都在同一条时间轴上。
lanes-all = 完整对照，另有表格
lanes-as-table = 以表格查看相同内容
lanes-table = 图中的全部内容
lanes-csv = 以CSV格式下载此表
lanes-csv-all = 以CSV格式下载所有行
lanes-rows-shown = 此处显示{ $count }行中的{ $shown }行：最重要的和最新的。
lanes-wide = 时间轴对照，可横向滚动
lane-title = { $name }的时间轴
lanes-finding = { $parts }。
lanes-finding-part = { $names }：{ $stance }
lanes-finding-comma = ；
lane-finding = 自{ $date }起：{ $stance }。
lanes-as-of = 截至{ $date }。
lane-since = 自{ $date }起
lane-stance-since = { $stance }（自{ $date }起）
lane-stance-unsure = { $stance }（{ $how }）
lane-cancelled = 已取消（{ $date }）
lane-passed = 原定{ $date }，已过预计时间
lanes-when = 日期
lanes-outcome = 结果
chart-today = 今天（{ $date }）
chart-colon = ：
chart-key = 图例
chart-events = 事件
chart-reported = 未经证实
chart-slanted = 具体日期不详
chart-lesser = 次要事件
chart-put-off = 延期至
chart-more-plans = 其他预告：{ $count }
chart-passed = 已过预计时间
chart-cancelled = 已取消
chart-folded = 已压缩：无事件
chart-larger = 放大的时段
chart-zoom-in = 放大
chart-zoom-out = 缩小
chart-zoom-all = 全部时间
chart-choose = 选择与排序
chart-move-up = 将{ $name }上移
chart-move-down = 将{ $name }下移
chart-use = 下载、引用或嵌入此图
chart-svg = 以SVG格式下载此图
chart-png = 以PNG格式下载此图
chart-cite = 《{ $title }》，{ $site }，{ $address }。{ $as-of }
chart-embed = 在其他网站显示此图的HTML代码
copy = 复制
copied = 已复制
density-title = 事件的时间分布
density-note = 柱越高，事件越多或越重要；数量为四倍时，高度为两倍。
density-expected = 空心柱为预计事件。
story-steps = { $before }，之后为{ $stance }
story-silence = { $length }内无事件
story-follows = 承接
story-reverses = 推翻
story-confirms = 证实
story-delays = 推迟
compare-title = { $before }与{ $last }对比
compare-differences = 差异
compare-apart = 相差{ $count }级
compare-same = 立场相同
compare-differ = 立场不同
slips-title = 日期如何推迟
slips-dek = 横向为宣布日期的那一天，纵向为所宣布的日期。推迟时线条上升，实现时止于虚线。
slips-latest = 仅显示最近的；全部见下方表格。
slips-said = 宣布于
slips-target = 预定于
slips-due = 到期
slips-lateness = 宣布的事晚了多久才实现
slips-median = { $lateness }（此处所录{ $count }项的中位数）
slips-method = 计算方法
slips-method-text = 此处所录且已实现的每项宣布计一次：以最初日期与实现日期相比。中位数取中间值，若有两个则取较早者。不足三项的组织不列出，未实现的不计入。
about-lanes = 谁在何时做了什么、各方持何立场，都在同一条时间轴上，来自{ $site }。
