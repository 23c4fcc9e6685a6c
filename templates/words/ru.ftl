# Все сообщения интерфейса на русском языке.
#
# Падежи дат (`.case`): genitive — родительный («с марта 2025 года»); accusative — винительный («по март
# 2025 года», «на весну 2026 года»); when — ответ на вопрос «когда?», вместе с предлогом («в марте 2025 года»,
# «весной 2026 года», «9 марта 2025 года»); bare — только цифры года. Без падежа — именительный.

## Шапка, подвал и другие части каждой страницы

skip = Перейти к содержанию
notice = Уведомление
who-we-are = Редакция
main-menu = Главное меню
language-menu = Языки
foot = Нижнее меню
report-error = Сообщить об ошибке
atom-feed = Лента Atom
json-feed = Лента JSON
calendar-link = Календарь
feeds-title = Ленты и календари
feeds-dek = Следите за сайтом в своей программе: скопируйте в неё адрес или откройте его там.
feeds-reader = Программа для чтения лент показывает новое без захода на сайт и без учётной записи. В каждой ленте её последние материалы; лента всего сайта ведёт и ко всем прежним.
feeds-calendar = Календарь показывает, что ожидается. Перенесённая дата сдвигается и там, а отменённое так и отмечено.
whole-site = Весь сайт
data-title = Данные
data-dek = Хронология в виде файлов, для программ и таблиц. Даты в них не точнее, чем на страницах.
data-entries = Все события, сначала новые: даты, источники, прежние сроки, имена и темы.
data-entries-by-year = Адреса файлов по годам, в которых есть все события, сначала новые: даты, источники, прежние сроки, имена и темы.
data-schema = Структура файла событий, для программ (JSON Schema).
data-csv = Все события в виде таблицы.
data-changes = Что опубликовано, перенесено, отменено и исправлено и с какого дня; сначала последнее.
data-timeline = Хронология для TimelineJS. Она есть и у страниц со своей лентой: timeline.json рядом с ними.
data-example = Пример
data-licence = Условия использования
data-no-licence = Условия использования не указаны. Обратитесь к издателю.
digest-title = Новое на сайте «{ $site }»
digest-since = С { $date }.
digest-nothing = Ничего нового.
digest-moved = Новые сроки
all-pages = Все страницы
published-by = Издатель: { $publisher }.
made-with = Работает на { $generator }.
look = Оформление
look-system = Как на устройстве
look-light = Светлое
look-dark = Тёмное
on-this-page = На этой странице
timeline = Хронология
stories = Сюжеты
expected = Ожидаемые события
corrections = Исправления
page-title = { $page }{"\u00a0"}— { $site }
comma = {", "}
clause-comma = {", "}
and-more = { $names }, { $name }
and-two = { $names } и { $name }
and-last = { $names } и { $name }

## События в списках

overdue = Срок прошёл
# Об ожидаемом событии, срок которого прошёл; $date — когда редакция последний раз искала сообщения.
date-passed-checked = { $kind ->
    [year] Срок прошёл; сообщений нет, проверено в { $date } году
   *[other] Срок прошёл; сообщений нет, проверено { $date }
}
    .case = when
date-passed-since = Срок прошёл; не проверялось с { $date }
    .case = genitive
date-passed-unchecked = Срок прошёл; ещё не проверялось
corrected = Исправлено
stance-qualifier = {" ("}{ LOWER($how) })
stance-planned = планируется
# $how — «Сообщается» или другая достоверность либо статус.
stance-said = { $how } ({ $date }):
stance-said-only = { $said }:
stance-now = сейчас: { $stance }
in-article = в материале «{ $article }»
source = Источник: { $source }
source-date = Источник: { $source }, { $date }
source-more = Источники: { $source } и ещё { $count }
source-date-more = Источники: { $source } ({ $date }) и ещё { $count }
more-sources = и ещё { $count }
entries = { $count ->
    [one] { $count } событие
    [few] { $count } события
    [many] { $count } событий
   *[other] { $count } события
}
articles = { $count ->
    [one] { $count } материал
    [few] { $count } материала
    [many] { $count } материалов
   *[other] { $count } материала
}
entries-in-articles = { $entries } в { $article-count ->
    [one] { $article-count } материале
    [few] { $article-count } материалах
    [many] { $article-count } материалах
   *[other] { $article-count } материала
}
entries-by-year = События по годам
no-entries-in = { $years }: событий нет
no-date-yet = Дата пока неизвестна
background = Предыстория
no-date = дата не указана
background-date = предыстория
span = с { $from } по { $to }
    .case-from = genitive
    .case-to = accusative
entries-span = { $entries }, { $span }
with-date = { $what }, { $date }

## Главная страница

just-published = Новые материалы
published-on = опубликовано { $date }
added-on = добавлено { $date }
all-recent = Все новые материалы
expected-next = Ближайшие события
overdue-and-next = Прошедшие сроки и ближайшие события
all-expected = Все ожидаемые события и переносы
popular-tags = Популярные теги
all-corrections = Все исправления
now-and-next = Сейчас и далее
now-last = Последнее
now-next = Далее
now-overdue = Срок прошёл
now-checked = { $kind ->
    [year] сообщений нет, проверено в { $date } году
   *[other] сообщений нет, проверено { $date }
}
    .case = when
front-empty = Хронология пока пуста. Здесь появится первое событие.
key-exact = точная дата
key-approximate = примерная дата
key-partial = только месяц или год
key-range = период
key-expected = ожидается

## Материал

draft-banner = Черновик: читатели пока не видят эту страницу.
byline = { $count ->
    [1] Автор: { $authors }
   *[other] Авторы: { $authors }
}
reading-time = Время чтения: { $count } мин.
also-in = На других языках: { $languages }
retracted = Материал отозван.
retracted-banner = Редакция больше не подтверждает сведения, изложенные в этом материале.
see-below = См. ниже
more-corrections = и ещё { $count }
correction-line = { $kind } ({ $date }).
happened = Произошло
reported = Сообщено
published = Опубликовано
updated = Обновлено
updated-on = Обновлено { $date }
contents = Содержание
dateline = { $place }, { $date }{"\u00a0"}—
where-they-stand = Позиции сторон
how-it-developed = Как развивались события
events-here = События в этом материале
this-article = Этот материал
according-to = Источник: { $source }
sources = Источники
archived-copy = архивная копия
source-accessed = дата обращения: { $date }
back-to-source = Вернуться к ссылке на источник { $number }
back-to-source-nth = Вернуться к { $nth }-й ссылке на источник { $number }
filed-under = Темы
share = Поделиться
comments = Комментарии
discussions = Обсуждения на GitHub
show-comments = Показать комментарии (загружаются с giscus.app)
share-by-email = Эл. почта
link-to-copy = Ссылка для копирования: { $link }
embed-this = Встроить на другой сайт
embed-help = Скопируйте этот код на другую страницу. То, что он показывает, остаётся актуальным.
related-articles = Материалы по теме
previous-and-next = Предыдущий и следующий материалы
previous-in-timeline = Ранее в хронологии
next-in-timeline = Далее в хронологии

## Текст материала

section-link = Ссылка на этот раздел
cited-source = Источник { $number }
footnotes = Сноски
footnote = Сноска { $number }
back-to-text = Вернуться к тексту
# Под видео или записью, которые загружаются с другого сайта после нажатия.
embed-from = с сайта { $host }
alert-note = Примечание
alert-tip = Совет
alert-important = Важно
alert-warning = Внимание
alert-caution = Осторожно

## История даты

# От кого известно сказанное: дата, источник, материал, каждое может отсутствовать.
said-date = { $kind ->
    [year] , сообщено в { $date } году
    [range] , дата сообщения: { $date }
    [choice] , дата сообщения: { $date }
   *[other] , сообщено { $date }
}
    .case = when
said-source = , источник: { $source }
said-article = , сообщено в материале «{ $article }»
said-date-source = { $kind ->
    [year] , сообщено в { $date } году (источник: { $source })
    [range] , дата сообщения: { $date } (источник: { $source })
    [choice] , дата сообщения: { $date } (источник: { $source })
   *[other] , сообщено { $date } (источник: { $source })
}
said-date-article = { $kind ->
    [year] , сообщено в { $date } году в материале «{ $article }»
    [range] , дата сообщения: { $date } (материал «{ $article }»)
    [choice] , дата сообщения: { $date } (материал «{ $article }»)
   *[other] , сообщено { $date } в материале «{ $article }»
}
said-source-article = , сообщено в материале «{ $article }» (источник: { $source })
said-date-source-article = { $kind ->
    [year] , сообщено в { $date } году в материале «{ $article }» (источник: { $source })
    [range] , дата сообщения: { $date } (материал «{ $article }», источник: { $source })
    [choice] , дата сообщения: { $date } (материал «{ $article }», источник: { $source })
   *[other] , сообщено { $date } в материале «{ $article }» (источник: { $source })
}
what-status = { LOWER($status) }
what-status-dated = { LOWER($status) } { $date }
    .case = when
what-certainty = { LOWER($certainty) }
what-certainty-dated = { LOWER($certainty) }: { $date }
    .case = when
what-expected = ожидается
what-expected-dated = ожидается { $date }
    .case = when
what-now-expected = теперь ожидается
what-now-expected-dated = теперь ожидается { $date }
    .case = when
what-then-expected = затем ожидалось
what-then-expected-dated = затем ожидалось { $date }
    .case = when
what-checked = { $kind ->
    [year] сообщений нет, проверено в { $date } году
   *[other] сообщений нет, проверено { $date }
}
    .case = when
later-than-first = позже первоначального срока
earlier-than-first = раньше первоначального срока
between-targets = после первого срока, но до последнего
around-targets = до первого срока, но после последнего
as-first-announced = в первоначальный срок, раньше последнего
# Что стало с обещанием; его части соединяет `promise-comma`. $source — издание.
promised = Обещано { $wording }
promised-for = { $kind ->
    [doubted] Обещано: { $date }
   *[other] Обещано на { $date }
}
    .case = accusative
promised-date = Обещано: { $date }
    .case = when
promised-undated = Обещано
promise-source = { $promise } ({ $source })
promise-comma = {"; "}
# В ленте, после краткого содержания материала: обещание как предложение.
promise-sentence = { $promise }.
promise-after = { $before } { $promise }
promise-put-off = { $count ->
    [1] перенесено один раз
    [2] перенесено дважды
    [one] перенесено { $count } раз
    [few] перенесено { $count } раза
    [many] перенесено { $count } раз
   *[other] перенесено { $count } раза
}
promise-kept = в срок
promise-cancelled = отменено
ledger-entry = Событие
previous-targets = Прежние сроки
previously = Ранее
ledger-slipped = Сдвиг
postponed-times = { $count ->
    [1] перенесено один раз
    [2] перенесено дважды
    [one] перенесено { $count } раз
    [few] перенесено { $count } раза
    [many] перенесено { $count } раз
   *[other] перенесено { $count } раза
}
expected-dek = Объявленные события, которые ещё не произошли, начиная с ближайших, и число переносов каждого.
still-to-come = Предстоящие события
nothing-expected = Сейчас ожидаемых событий нет.
slip-ledger = Журнал переносов
ledger-caption = События, срок которых переносился
current-target = Текущий срок
happened-late = Произошло с опозданием или после переноса
happened-late-caption = События, которые произошли позже объявленного срока или до этого переносились
cancelled = Отменено
postponed-then-cancelled = Перенесено, затем отменено
postponed-then-cancelled-caption = События, которые переносились, а затем были отменены
final-target = Последний срок

## Сюжеты

storyline = Сюжет
related-events = Связанные события
part-of = часть { $number } из { $count }
previous-in-story = Ранее в этом сюжете
next-in-story = Далее в этом сюжете
stories-dek = Как одно событие приводило к другому: связанные события по порядку и влияние каждого на предыдущие.
story-latest = последнее: { $entry }
relation-follows = следует за событием «{ $entry }»
relation-follows-back = за этим последовало событие «{ $entry }»
relation-reverses = отменяет событие «{ $entry }»
relation-reverses-back = отменено событием «{ $entry }»
relation-confirms = подтверждает событие «{ $entry }»
relation-confirms-back = подтверждено событием «{ $entry }»
relation-delays = откладывает событие «{ $entry }»
relation-delays-back = отложено из-за события «{ $entry }»

## Темы, периоды, постраничные списки

pager = Страницы
newer = Более поздние
older = Более ранние
periods = Периоды
periods-end = Периоды, внизу страницы
months = Месяцы
years = Годы
on-this-day = В этот день
on-this-day-dek = Что происходило в каждый из дней года. Только события, день которых известен.
today-is = Сегодня: { $day }
recently-added = Недавно добавлено
recently-added-dek = Последние материалы по дате публикации, когда бы ни произошли сами события.
choice-status = Статус
choice-certainty = Достоверность
choice-stance = Позиция
status-dek = События по статусу. Уже произошедшие — в хронологии.
certainty-dek = События по степени достоверности.
status-expected-about = Объявлено или запланировано, но сообщений о том, что событие произошло, пока нет.
status-cancelled-about = Было объявлено, затем отменено.
certainty-rumoured-about = Известно по слухам; источник, который мог бы об этом знать, не назван.
certainty-reported-about = Сообщил хотя бы один источник; участники событий этого не подтвердили.
certainty-confirmed-about = Заявлено участниками событий или зафиксировано в первоисточнике.
certainty-disputed-about = Опровергается другим источником или участниками событий.
stances-title = Кто какую позицию занимает
stances-dek = Последняя позиция каждой организации и событие, в котором она выражена.
stance-and-entries = { $about }. { $entries }
# Заголовки столбцов: организация, с какого времени, событие, в котором выражена позиция.
holder = Организация
holder-since = С какого времени
holder-entry = Основание
holder-next = предварительно: { $stance }, «{ $entry }»
holder-planned = Планируется переход к этой позиции: { $holders }
holder-plan = { $organisation } («{ $entry }», { $date })
holder-nobody = Сейчас эту позицию не занимает ни одна организация.
folded = { $count ->
    [one] Ещё { $count } событие в { $era ->
        [bc] { $year }
        [ad] { $year }
       *[other] { $year } году
    }, месяц неизвестен
    [few] Ещё { $count } события в { $era ->
        [bc] { $year }
        [ad] { $year }
       *[other] { $year } году
    }, месяц неизвестен
    [many] Ещё { $count } событий в { $era ->
        [bc] { $year }
        [ad] { $year }
       *[other] { $year } году
    }, месяц неизвестен
   *[other] Ещё { $count } события в { $era ->
        [bc] { $year }
        [ad] { $year }
       *[other] { $year } году
    }, месяц неизвестен
}
in-total = Всего: { $count }
by-count = По числу событий
by-name = По алфавиту
stance-over-time = Как менялась позиция
mentioned-with = { $term }: часто упоминаемые рядом { LOWER($terms) }
term-page = { $term }, страница { $number }
term-in-year = { $term } в { $era ->
    [bc] { $year }
    [ad] { $year }
   *[other] { $year } году
}
taxonomy-organisations = Организации
taxonomy-organisations-one = Организация
taxonomy-people = Персоны
taxonomy-people-one = Персона
taxonomy-categories = Рубрики
taxonomy-categories-one = Рубрика
taxonomy-tags = Теги
taxonomy-tags-one = Тег
taxonomy-authors = Авторы
taxonomy-authors-one = Автор

## Поиск событий и все фильтры

search = Найти
search-site = Поиск по хронологии
search-entries = { $count ->
    [one] Поиск: { $count } событие
    [few] Поиск: { $count } события
    [many] Поиск: { $count } событий
   *[other] Поиск: { $count } события
}
explore = Поиск событий
explore-dek = Все события: по ключевым словам, именам и названиям, статусу и дате.
about-stances = Кто какую позицию занимает, с каких пор и по данным какого источника: организации на сайте «{ $site }».
about-explore = Поиск событий на сайте «{ $site }» по ключевым словам, именам и названиям, статусу и дате.
# Подпись поля ввода.
explore-text = Ключевые слова в заголовке и тексте
explore-filters = Фильтры
facet-status = Статус
facet-stance = Позиция
facet-importance = Важность
importance-1 = Второстепенное
importance-2 = Менее важное
importance-3 = Заметное
importance-4 = Важное
importance-5 = Ключевое
explore-period = Период
explore-from = С
explore-to = По
explore-period-help = Год, месяц или день, например 2025, 2025-03 или 2025-03-09. Включая события, которые могли произойти в этот период.
explore-all-choices = Показать все ({ $count })
explore-sort = Сортировать
sort-best = По соответствию
sort-happened = По дате события
sort-published = По дате публикации
sort-updated = По дате обновления
explore-new = Новое с прошлого посещения
explore-clear = Сбросить всё
explore-show = Показать ({ $count })
explore-results = Результаты
explore-skip = Перейти к результатам
entries-found = { $count ->
    [one] Найдено { $count } событие
    [few] Найдено { $count } события
    [many] Найдено { $count } событий
   *[other] Найдено { $count } события
}
background-articles = { $count ->
    [one] и { $count } материал с предысторией
    [few] и { $count } материала с предысторией
    [many] и { $count } материалов с предысторией
   *[other] и { $count } материала с предысторией
}
explore-more = Показать ещё
explore-nothing = Нет событий, соответствующих всем фильтрам. Уберите один из них:
explore-filter = { $label }: { $value }
explore-by-date = Упорядочить по дате
explore-spelt = Показаны результаты по запросу «{ $spelt }».
explore-as-written = Искать «{ $asked }»
explore-partly = Событий со всеми этими словами мало. Далее идут те, где есть большинство из них.
explore-term = Всё по теме: { $term }
explore-hint = Попробуйте меньше слов или другие слова либо проверьте написание.
explore-remove = Убрать фильтр: { $label }
explore-broken = Не удалось загрузить поиск. Все события есть в списках ниже.
explore-lists = Списки всех событий
explore-no-script = Для поиска и фильтров нужен JavaScript. Эти списки работают и без него.
more-lists = Другие списки

## Исправления

corrections-policy = Правила внесения исправлений
no-corrections = Исправлений пока нет.
correction-correction = Исправление
correction-clarification = Уточнение
correction-editors-note = От редакции
correction-retraction = Отзыв материала
correction-of = Исправление: { $title }

## Обозначения, которые можно заменить в site.yaml

status-happened = Произошло
status-expected = Ожидается
status-cancelled = Отменено
certainty-rumoured = По слухам
certainty-reported = Сообщается
certainty-confirmed = Подтверждено
certainty-disputed = Оспаривается
kind-analysis = Аналитика
kind-opinion = Мнение
kind-explainer = Разбор
source-primary = Первоисточник
source-secondary = Вторичный источник
source-rewrite = Пересказ другой публикации

## Несуществующие страницы

not-found = Страница не найдена
not-found-heading = По этому адресу страницы нет
not-found-dek = Возможно, она перемещена или в адресе опечатка. Попробуйте одну из этих страниц:
to-front = Главная страница: последние материалы и хронология
report-missing = Сообщить, какой страницы не хватает
no-longer-available = Материал больше недоступен
expired-on = Срок публикации этого материала истёк { $date }.
moved-heading = Страница перемещена
moved-to = Теперь она находится здесь: «{ $page }».

## Для поисковых систем и лент

events = { $count ->
    [one] { $count } событие
    [few] { $count } события
    [many] { $count } событий
   *[other] { $count } события
}
about-period = { $events } { $period } на сайте «{ $site }».
    .case = when
about-day = { $day } в разные годы: { $events } на сайте «{ $site }».
about-days = Что происходило в каждый из дней года: события на сайте «{ $site }».
about-new = Последние материалы на сайте «{ $site }».
about-taxonomy = { $title } на сайте «{ $site }»: { $terms }.
about-term = { $term }: { $events } на сайте «{ $site }».
about-term-span = { $term }: { $events } на сайте «{ $site }», { $span }.
about-pages = Все страницы сайта «{ $site }».
about-stories = Сюжеты на сайте «{ $site }»: { $titles }.
about-story = { $story }: { $events } на сайте «{ $site }».
about-expected = Объявленные события, которые ещё не произошли, и число их переносов на сайте «{ $site }».
about-corrections = Все исправления, уточнения и отзывы материалов на сайте «{ $site }».
about-feeds = Ленты и календари сайта «{ $site }».
about-data = Хронология сайта «{ $site }» в виде данных: JSON, CSV, TimelineJS.
feed-of = { $name }{"\u00a0"}— { $site }

## Названия в датах

month-1 = январь
month-2 = февраль
month-3 = март
month-4 = апрель
month-5 = май
month-6 = июнь
month-7 = июль
month-8 = август
month-9 = сентябрь
month-10 = октябрь
month-11 = ноябрь
month-12 = декабрь
# Родительный падеж: «9 марта», «с марта». Предложный («в марте») — в самих сообщениях с датой.
month-in-date-1 = января
month-in-date-2 = февраля
month-in-date-3 = марта
month-in-date-4 = апреля
month-in-date-5 = мая
month-in-date-6 = июня
month-in-date-7 = июля
month-in-date-8 = августа
month-in-date-9 = сентября
month-in-date-10 = октября
month-in-date-11 = ноября
month-in-date-12 = декабря
# Без числа: «март 2025». Падежи — в `short-month`.
month-short-1 = янв.
month-short-2 = февр.
month-short-3 = март
month-short-4 = апр.
month-short-5 = май
month-short-6 = июнь
month-short-7 = июль
month-short-8 = авг.
month-short-9 = сент.
month-short-10 = окт.
month-short-11 = нояб.
month-short-12 = дек.
# После числа: «9 мар. 2025».
month-short-in-date-1 = янв.
month-short-in-date-2 = февр.
month-short-in-date-3 = мар.
month-short-in-date-4 = апр.
month-short-in-date-5 = мая
month-short-in-date-6 = июн.
month-short-in-date-7 = июл.
month-short-in-date-8 = авг.
month-short-in-date-9 = сент.
month-short-in-date-10 = окт.
month-short-in-date-11 = нояб.
month-short-in-date-12 = дек.
weekday-1 = понедельник
weekday-2 = вторник
weekday-3 = среда
weekday-4 = четверг
weekday-5 = пятница
weekday-6 = суббота
weekday-7 = воскресенье
weekday-short-1 = пн
weekday-short-2 = вт
weekday-short-3 = ср
weekday-short-4 = чт
weekday-short-5 = пт
weekday-short-6 = сб
weekday-short-7 = вс
part-q1 = { $case ->
    [genitive] I квартала
    [when] в I квартале
   *[other] I квартал
}
part-q2 = { $case ->
    [genitive] II квартала
    [when] во II квартале
   *[other] II квартал
}
part-q3 = { $case ->
    [genitive] III квартала
    [when] в III квартале
   *[other] III квартал
}
part-q4 = { $case ->
    [genitive] IV квартала
    [when] в IV квартале
   *[other] IV квартал
}
part-h1 = { $case ->
    [genitive] I полугодия
    [when] в I полугодии
   *[other] I полугодие
}
part-h2 = { $case ->
    [genitive] II полугодия
    [when] во II полугодии
   *[other] II полугодие
}
part-spring = { $case ->
    [genitive] весны
    [accusative] весну
    [when] весной
   *[other] весна
}
part-summer = { $case ->
    [genitive] лета
    [when] летом
   *[other] лето
}
part-autumn = { $case ->
    [genitive] осени
    [when] осенью
   *[other] осень
}
part-winter = { $case ->
    [genitive] зимы
    [accusative] зиму
    [when] зимой
   *[other] зима
}
part-short-q1 = { $case ->
    [when] в I кв.
   *[other] I кв.
}
part-short-q2 = { $case ->
    [when] во II кв.
   *[other] II кв.
}
part-short-q3 = { $case ->
    [when] в III кв.
   *[other] III кв.
}
part-short-q4 = { $case ->
    [when] в IV кв.
   *[other] IV кв.
}
part-short-h1 = { $case ->
    [when] в I полуг.
   *[other] I полуг.
}
part-short-h2 = { $case ->
    [when] во II полуг.
   *[other] II полуг.
}
part-short-spring = { $case ->
    [genitive] весны
    [accusative] весну
    [when] весной
   *[other] весна
}
part-short-summer = { $case ->
    [genitive] лета
    [when] летом
   *[other] лето
}
part-short-autumn = { $case ->
    [genitive] осени
    [when] осенью
   *[other] осень
}
part-short-winter = { $case ->
    [genitive] зимы
    [accusative] зиму
    [when] зимой
   *[other] зима
}

## Полные даты

year-heading = { $year }
bar-year = { $year }
date-year = { $case ->
    [genitive] { $year } года
    [when] в { $year } году
    [bare] { $year }
   *[other] { $year } год
}
short-year = { $year }
# «г.» означает и «год», и «года», и «году»: подходит в любом падеже.
date-year-bc = { $case ->
    [when] в { $year }{"\u00a0"}г. до{"\u00a0"}н.{"\u00a0"}э.
   *[other] { $year }{"\u00a0"}г. до{"\u00a0"}н.{"\u00a0"}э.
}
date-year-ad = { $case ->
    [when] в { $year }{"\u00a0"}г. н.{"\u00a0"}э.
   *[other] { $year }{"\u00a0"}г. н.{"\u00a0"}э.
}
year-in-date = { $year } года
year-in-date-bc = { $year } года до{"\u00a0"}н.{"\u00a0"}э.
year-in-date-ad = { $year } года н.{"\u00a0"}э.
date-month = { $case ->
    [genitive] { $month } { $year }
    [when] в { $month-number ->
        [1] январе
        [2] феврале
        [3] марте
        [4] апреле
        [5] мае
        [6] июне
        [7] июле
        [8] августе
        [9] сентябре
        [10] октябре
        [11] ноябре
       *[12] декабре
    } { $year }
   *[other] { $month-name } { $year }
}
date-month-of-year = { $case ->
    [genitive] { $month }
    [when] в { $month-number ->
        [1] январе
        [2] феврале
        [3] марте
        [4] апреле
        [5] мае
        [6] июне
        [7] июле
        [8] августе
        [9] сентябре
        [10] октябре
        [11] ноябре
       *[12] декабре
    }
   *[other] { $month-name }
}
date-day = { $day }{"\u00a0"}{ $month } { $year }
date-day-of-month = { $day }{"\u00a0"}{ $month }
date-weekday = { $case ->
    [when] { $date } ({ $weekday })
   *[other] { $weekday }, { $date }
}
# «1990-е годы»; $decade — первый год.
date-decade = { $case ->
    [genitive] { $decade }-х годов
    [when] в { $decade }-х годах
   *[other] { $decade }-е годы
}
date-decade-short = { $case ->
    [genitive] { $decade }-х
    [when] в { $decade }-х
   *[other] { $decade }-е
}
date-century = { $case ->
    [genitive] { $roman } века
    [when] в { $roman } веке
   *[other] { $roman } век
}
date-century-short = { $case ->
    [genitive] { $roman } века
    [when] в { $roman } веке
   *[other] { $roman } век
}
# Номер века — римскими цифрами.
ordinal-1 = { $roman }
ordinal-2 = { $roman }
ordinal-3 = { $roman }
ordinal = { $roman }
date-years = { $case ->
    [when] в период с { $from } по { $to }
   *[other] { $from }{"\u00a0"}— { $to }
}
date-years-short = { $case ->
    [when] в период с { $from } по { $to }
   *[other] { $from }{"\u00a0"}— { $to }
}
date-quarter = { $part } { $year }
date-season = { $part } { $year }
date-part-of-year = { $part }
date-inner = { $date }
date-time = { $date } в { $time }
clock = { $hour }:{ $minute } { $zone }
zone = { $zone ->
    [MSK] мск
   *[other] { $zone }
}
date-about = примерно { $date }
    .case = when
date-perhaps = предположительно { $date }
    .case = when
date-perhaps-about = предположительно около { $date }
    .case = genitive
date-about-uncertain = предположительно около { $date }
    .case = genitive
date-in-calendars = { $date } ({ $gregorian })
date-since = { $kind ->
    [doubted] начало { $date }; продолжается
   *[other] с { $date } по настоящее время
}
    .case = genitive
date-from = { $kind ->
    [doubted] начало { $date }; окончание неизвестно
   *[other] с { $date }, окончание неизвестно
}
    .case = genitive
date-until = { $kind ->
    [doubted] окончание { $date }
   *[other] по { $date } включительно
}
    .case = accusative
date-or-earlier = { $kind ->
    [doubted] { $date } или раньше
   *[other] не позднее { $date }
}
    .case = genitive
date-or-later = { $kind ->
    [doubted] { $date } или позже
   *[other] не ранее { $date }
}
    .case = genitive
date-days = { $day }–{ $date }
date-to = { $from-kind ->
    [doubted] { $to-kind ->
        [doubted] начало { $from }, окончание { $to }
       *[other] начало { $from }, по { $to } включительно
    }
   *[other] { $to-kind ->
        [doubted] с { $from }, окончание { $to }
       *[other] с { $from } по { $to }
    }
}
    .case-from = genitive
    .case-to = accusative
date-to-years = { $case ->
    [genitive] { $from }–{ $to } годов
    [when] в { $from }–{ $to } годах
   *[other] { $from }–{ $to } годы
}
# Одна из нескольких дат; $dates — «в марте 2024 года или в 2025 году».
date-one-of = { $dates }
    .case = when
date-one-of-years = { $case ->
    [genitive] { $dates } года
    [when] в { $dates } году
   *[other] { $dates } год
}
date-some-day = { $case ->
    [when] в один из дней с { $from } по { $to }
   *[other] один из дней с { $from } по { $to }
}
    .case-from = genitive
    .case-to = accusative
date-some-month = { $case ->
    [when] в один из месяцев с { $from } по { $to }
   *[other] один из месяцев с { $from } по { $to }
}
    .case-from = genitive
    .case-to = accusative
date-some-year = { $case ->
    [when] в один из годов с { $from } по { $to }
   *[other] один из годов с { $from } по { $to }
}
    .case-from = bare
    .case-to = bare
date-some-period = в период с { $from } по { $to }
    .case-from = genitive
    .case-to = accusative
date-list = { $dates }, { $date }
date-or-two = { $dates } или { $date }
date-or-last = { $dates } или { $date }

## Сокращённые даты

short-date = { $part } { $year }
short-day = { $day }{"\u00a0"}{ $month }
short-month = { $case ->
    [genitive] { $month-number ->
        [3] марта
        [5] мая
        [6] июня
        [7] июля
       *[other] { $month-name }
    }
    [when] в { $month-number ->
        [3] марте
        [5] мае
        [6] июне
        [7] июле
       *[other] { $month-name }
    }
   *[other] { $month-name }
}
short-about = ок. { $date }
    .case = genitive
short-perhaps = { $date }?
short-since = с { $date }
    .case = genitive
short-from = с { $date }
    .case = genitive
short-until = по { $date }
    .case = accusative
short-range = { $from }–{ $to }
    .case = nominative
short-range-loose = { $from }{"\u00a0"}— { $to }
short-years = { $from }–{ $to }
short-days = { $day }–{ $date }
date-column-day = { $weekday }, { $day }
date-column-days = { $from }–{ $to }
day-number = { $day }
year-only = только год
day-unknown = день неизвестен
month-unknown = месяц неизвестен
year-unknown = год неизвестен
decade-unknown = десятилетие неизвестно
date-unknown = Дата неизвестна
closing = { $period }, { $unknown }

## Сдвиги. $number — то же, что $count; меньше десяти — словами. Длительность стоит в винительном падеже: «на одну неделю», «на два месяца».

number-0 = ноль
number-1 = один
number-2 = два
number-3 = три
number-4 = четыре
number-5 = пять
number-6 = шесть
number-7 = семь
number-8 = восемь
number-9 = девять
length-days = { $count ->
    [1] день
    [one] { $number } день
    [few] { $number } дня
    [many] { $number } дней
   *[other] { $number } дня
}
# $count, $number. «Неделя» женского рода: «одну», «две», а не «один», «два».
length-weeks = { $count ->
    [1] неделю
    [2] две недели
    [one] { $number } неделю
    [few] { $number } недели
    [many] { $number } недель
   *[other] { $number } недели
}
# $count, $number
length-months = { $count ->
    [1] месяц
    [one] { $number } месяц
    [few] { $number } месяца
    [many] { $number } месяцев
   *[other] { $number } месяца
}
# $count, $number
length-quarters = { $count ->
    [1] квартал
    [one] { $number } квартал
    [few] { $number } квартала
    [many] { $number } кварталов
   *[other] { $number } квартала
}
# $count, $number
length-years = { $count ->
    [1] год
    [one] { $number } год
    [few] { $number } года
    [many] { $number } лет
   *[other] { $number } года
}
later = позже
later-exactly = на { $length } позже
later-about = примерно на { $length } позже
later-at-least = не менее чем на { $length } позже
later-up-to = не более чем на { $length } позже
later-more-than = более чем на { $length } позже
earlier = раньше
earlier-exactly = на { $length } раньше
earlier-about = примерно на { $length } раньше
earlier-at-least = не менее чем на { $length } раньше
earlier-up-to = не более чем на { $length } раньше
earlier-more-than = более чем на { $length } раньше
late = с опозданием
late-exactly = с опозданием на { $length }
late-about = с опозданием примерно на { $length }
late-at-least = с опозданием не менее чем на { $length }
late-up-to = с опозданием не более чем на { $length }
late-more-than = с опозданием более чем на { $length }
early = раньше срока
early-exactly = на { $length } раньше срока
early-about = примерно на { $length } раньше срока
early-at-least = не менее чем на { $length } раньше срока
early-up-to = не более чем на { $length } раньше срока
early-more-than = более чем на { $length } раньше срока

## Рисунки на оси времени

lanes = Сравнение
lanes-title = Кто что сделал и когда
lanes-stances = Кто какую позицию занимает и с каких пор
lanes-dek = Что произошло, что было обещано и кто какую позицию занимал — на общей оси времени.
lanes-all = Сравнение полностью, в том числе таблицей
lanes-as-table = То же в виде таблицы
lanes-table = Всё, что показано на рисунке
lanes-csv = Таблица в формате CSV
lanes-csv-all = Все строки в формате CSV
lanes-rows-shown = Показано строк: { $shown } из { $count } — самые важные и самые новые.
lanes-wide = Сравнение на оси времени, с прокруткой
lane-title = { $name }: ход событий
lanes-finding = { $parts }.
lanes-finding-part = { $names } — { LOWER($stance) }
lanes-finding-comma = {"; "}
lane-finding = { $stance }, с { $date }.
    .case = genitive
lanes-as-of = По состоянию на { $date }.
lane-since = с { $date }
    .case = genitive
lane-stance-since = { $stance } (с { $date })
lane-stance-unsure = { $stance } ({ LOWER($how) })
lane-cancelled = отменено ({ $date })
lane-passed = срок прошёл ({ $date })
lanes-when = Дата
lanes-outcome = Чем закончилось
chart-today = Сегодня, { $date }
chart-colon = {": "}
chart-key = Условные знаки
chart-events = События
chart-reported = не подтверждено
chart-slanted = день неизвестен
chart-lesser = менее важное событие
chart-put-off = перенесено на
chart-more-plans = Ещё анонсов: { $count }
chart-passed = срок прошёл
chart-cancelled = отменено
chart-folded = сжато: событий нет
chart-larger = крупнее масштаб
chart-zoom-in = Крупнее
chart-zoom-out = Мельче
chart-zoom-all = Всё время
chart-choose = Выбор и порядок
chart-move-up = { $name }: выше
chart-move-down = { $name }: ниже
chart-use = Скачать, процитировать или встроить рисунок
chart-svg = Рисунок в формате SVG
chart-png = Рисунок в формате PNG
chart-cite = { $title }. { $site }, { $address }. { $as-of }
chart-embed = HTML-код для показа рисунка на другом сайте
copy = Копировать
copied = Скопировано
density-title = События на оси времени
density-note = Чем выше столбец, тем больше событий или тем они важнее; вчетверо больше событий — столбец вдвое выше.
density-expected = Контуром — ожидаемые.
story-steps = { $before }, затем { LOWER($stance) }
story-silence = { $length } без событий
story-follows = продолжение
story-reverses = отмена
story-confirms = подтверждение
story-delays = отсрочка
compare-title = { $names }: сравнение
compare-differences = Различия
compare-apart = { $count ->
    [one] различие в { $count } ступень
    [few] различие в { $count } ступени
    [many] различие в { $count } ступеней
   *[other] различие в { $count } ступени
}
compare-same = одна и та же позиция
compare-differ = разные позиции
slips-title = Как переносились сроки
slips-dek = Слева направо — день, когда был назван срок; снизу вверх — сам срок. Перенесённое поднимается, сбывшееся заканчивается на пунктирной линии.
slips-latest = Показаны самые новые; все — в таблицах ниже.
slips-said = Объявлено
slips-target = Объявленный срок
slips-due = срок
slips-lateness = С каким опозданием сбывалось обещанное
slips-median = { $lateness } (медиана, учтено объявлений: { $count })
slips-method = Как это подсчитано
slips-method-text = Каждое учтённое здесь объявление, которое сбылось, считается один раз: его первый срок сравнивается с днём, когда это произошло. Медиана — среднее по порядку значение, а из двух средних — более раннее. Организации, у которых таких объявлений меньше трёх, не показаны; что не сбылось, не учитывается.
about-lanes = Кто что сделал и когда и кто какую позицию занимал — на общей оси времени, { $site }.
