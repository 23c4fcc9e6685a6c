# Todos os textos da interface em português do Brasil.
# A preposição e o artigo de uma data vêm com ela, conforme o `.case` da frase em que está: `de` (da década),
# `a` (ao 2º trimestre), `o` (o verão, após “desde”, “até”, “entre”) e `para` (para o 1º trimestre).

## Cabeçalho, rodapé e outras partes de todas as páginas

skip = Ir para o conteúdo
notice = Aviso
who-we-are = Quem somos
main-menu = Menu principal
language-menu = Idiomas
foot = Rodapé
report-error = Comunicar erro
atom-feed = Feed Atom
json-feed = Feed JSON
calendar-link = Calendário
feeds-title = Feeds e calendários
feeds-dek = Acompanhe este site no seu próprio programa: copie um endereço para ele ou abra-o nele.
feeds-reader = Um leitor de feeds mostra as novidades, sem visita e sem conta. Cada feed traz os seus últimos textos; o do site inteiro leva de volta a todos.
feeds-calendar = Um calendário mostra o que está previsto. Uma data adiada muda também nele, e o que é cancelado aparece como tal.
whole-site = O site inteiro
data-title = Dados
data-dek = A linha do tempo em arquivos, para programas e planilhas. As datas neles não são mais exatas do que nas páginas.
data-entries = Todos os eventos, os mais recentes primeiro: datas, fontes, previsões anteriores, nomes e assuntos.
data-entries-by-year = Os endereços dos arquivos de cada ano, que contêm todos os eventos, os mais recentes primeiro: datas, fontes, previsões anteriores, nomes e assuntos.
data-schema = A estrutura do arquivo de eventos, para programas (JSON Schema).
data-csv = Todos os eventos em uma planilha.
data-changes = O que foi publicado, adiado, cancelado e corrigido, e desde quando; o mais recente primeiro.
data-timeline = A linha do tempo para o TimelineJS. As páginas com feed próprio também têm a sua: timeline.json, ao lado delas.
data-example = Exemplo
data-licence = Termos de uso
data-no-licence = Os termos de uso não foram informados. Consulte quem publica o site.
digest-title = Novidades em { $site }
digest-since = Desde { $date }.
digest-nothing = Não há novidades.
digest-moved = Novas datas
all-pages = Todas as páginas
published-by = Publicado por { $publisher }.
made-with = Feito com { $generator }.
look = Aparência
look-system = Igual ao dispositivo
look-light = Clara
look-dark = Escura
on-this-page = Nesta página
timeline = Linha do tempo
stories = Sequências
expected = Eventos previstos
corrections = Correções
page-title = { $page } – { $site }
comma = {", "}
clause-comma = {", "}
and-more = { $names }, { $name }
and-two = { $names } e { $name }
and-last = { $names } e { $name }

## Eventos em listas

overdue = Prazo vencido
date-passed-checked = Prazo vencido; nenhuma notícia encontrada (verificado em { $date })
date-passed-since = Prazo vencido, sem verificação desde { $date }
date-passed-unchecked = Prazo vencido, sem verificação
corrected = Corrigido
stance-qualifier = {" ("}{ LOWER($how) })
stance-planned = planejado
stance-said = { $how } ({ $date }):
stance-said-only = { $said }:
stance-now = agora: { $stance }
in-article = no texto “{ $article }”
source = Fonte: { $source }
source-date = Fonte: { $source } ({ $date })
source-more = Fontes: { $source } e mais { $count }
source-date-more = Fontes: { $source } ({ $date }) e mais { $count }
more-sources = e mais { $count }
entries = { $count ->
    [one] { $count } evento
    [many] { $count } de eventos
   *[other] { $count } eventos
}
articles = { $count ->
    [one] { $count } texto
    [many] { $count } de textos
   *[other] { $count } textos
}
entries-in-articles = { $entries } em { $articles }
entries-by-year = Eventos por ano
no-entries-in = { $years }: nenhum evento
no-date-yet = Ainda sem data
background = Contexto
no-date = sem data
background-date = contexto
span = { $from-kind ->
    [year] { $to-kind ->
        [year] de { $from } a { $to }
        [decade] de { $from } { $to }
        [century] de { $from } { $to }
       *[other] { $from } – { $to }
    }
    [decade] { $to-kind ->
        [year] { $from } a { $to }
        [decade] { $from } { $to }
        [century] { $from } { $to }
       *[other] { $from } – { $to }
    }
    [century] { $to-kind ->
        [year] { $from } a { $to }
        [decade] { $from } { $to }
        [century] { $from } { $to }
       *[other] { $from } – { $to }
    }
   *[other] { $from } – { $to }
}
    .case-from = de
    .case-to = a
entries-span = { $entries }, { $span }
with-date = { $what }, { $date }

## Página inicial

just-published = Recém-publicados
published-on = publicado em { $date }
added-on = adicionado em { $date }
all-recent = Todos os textos recentes
expected-next = Próximos eventos previstos
overdue-and-next = Prazo vencido e próximos eventos
all-expected = Todos os eventos previstos e adiamentos
popular-tags = Tags mais usadas
all-corrections = Todas as correções
now-and-next = Agora e em breve
now-last = Último
now-next = A seguir
now-overdue = Prazo vencido
now-checked = nenhuma notícia encontrada (verificado em { $date })
front-empty = A linha do tempo ainda está vazia. O primeiro evento aparecerá aqui.
key-exact = dia exato
key-approximate = data aproximada
key-partial = só mês ou ano
key-range = período
key-expected = previsto

## Um texto

draft-banner = Rascunho: esta página ainda não está visível ao público.
byline = Por { $authors }
reading-time = { $count } min de leitura
also-in = Disponível também em: { $languages }
retracted = Texto invalidado.
retracted-banner = O veículo não sustenta mais o que foi publicado aqui.
see-below = Veja abaixo
more-corrections = e mais { $count }
correction-line = { $kind } ({ $date }):
happened = Ocorrido
reported = Noticiado
published = Publicado
updated = Atualizado
updated-on = Atualizado em { $date }
contents = Neste texto
dateline = { $place }, { $date } —
where-they-stand = Posições
how-it-developed = Como o caso evoluiu
events-here = Eventos neste texto
this-article = Este texto
according-to = fonte: { $source }
sources = Fontes
archived-copy = cópia arquivada
source-accessed = acesso em { $date }
back-to-source = Voltar à citação da fonte { $number }
back-to-source-nth = Voltar à { $nth }ª citação da fonte { $number }
filed-under = Assuntos
share = Compartilhar
comments = Comentários
discussions = Discussões no GitHub
show-comments = Mostrar comentários (carrega giscus.app)
share-by-email = E-mail
link-to-copy = Copie este link: { $link }
embed-this = Incorporar em outro site
embed-help = Copie este código para a outra página. O que ele mostra se mantém atualizado.
related-articles = Leia também
previous-and-next = Texto anterior e próximo texto
previous-in-timeline = Anterior na linha do tempo
next-in-timeline = Próximo na linha do tempo

## O corpo de um texto

section-link = Link para esta seção
cited-source = Fonte { $number }
footnotes = Notas de rodapé
footnote = Nota de rodapé { $number }
back-to-text = Voltar ao texto
embed-from = de { $host }
alert-note = Nota
alert-tip = Dica
alert-important = Importante
alert-warning = Atenção
alert-caution = Cuidado

## O histórico de uma data

said-date = { $kind ->
    [day] {" (divulgado em "}{ $date })
    [month] {" (divulgado em "}{ $date })
    [year] {" (divulgado em "}{ $date })
   *[other] {" (data da informação: "}{ $date })
}
said-source = {" ("}{ $source })
said-article = {" (no texto “"}{ $article }”)
said-date-source = {" ("}{ $source }, { $date })
said-date-article = { $kind ->
    [day] {" (divulgado em "}{ $date } no texto “{ $article }”)
    [month] {" (divulgado em "}{ $date } no texto “{ $article }”)
    [year] {" (divulgado em "}{ $date } no texto “{ $article }”)
   *[other] {" (data da informação: "}{ $date }, no texto “{ $article }”)
}
said-source-article = {" ("}{ $source }, no texto “{ $article }”)
said-date-source-article = {" ("}{ $source }, { $date }, no texto “{ $article }”)
what-status = { LOWER($status) }
# “Previsto para”, mas “cancelado em”, “ocorrido em”: a data vem sem preposição e sem dia da semana.
what-status-dated = { $kind ->
    [open] { LOWER($status) }: { $date }
    [before] { LOWER($status) }: { $date }
    [words] { LOWER($status) } { $date }
    [range] { LOWER($status) } { $date }
   *[day] { INITIAL($status) ->
        [p] { $kind ->
            [quarter] { LOWER($status) } para o { $date }
            [half] { LOWER($status) } para o { $date }
            [season] { INITIAL($date) ->
                [p] { LOWER($status) } para a { $date }
               *[other] { LOWER($status) } para o { $date }
            }
            [decade] { LOWER($status) } para a { $date }
            [century] { LOWER($status) } para o { $date }
            [years] { LOWER($status) } para os { $date }
            [doubted] { INITIAL($date) ->
                [p] { LOWER($status) } para { $date }
               *[other] { LOWER($status) }: { $date }
            }
            [choice] { INITIAL($date) ->
                [d] { LOWER($status) }: { $date }
                [e] { LOWER($status) } { $date }
               *[other] { LOWER($status) } para { $date }
            }
           *[day] { LOWER($status) } para { $date }
        }
       *[other] { $kind ->
            [quarter] { LOWER($status) } no { $date }
            [half] { LOWER($status) } no { $date }
            [season] { INITIAL($date) ->
                [p] { LOWER($status) } na { $date }
               *[other] { LOWER($status) } no { $date }
            }
            [decade] { LOWER($status) } na { $date }
            [century] { LOWER($status) } no { $date }
            [years] { LOWER($status) } nos { $date }
            [doubted] { LOWER($status) } { $date }
            [choice] { INITIAL($date) ->
                [d] { LOWER($status) }: { $date }
                [e] { LOWER($status) } { $date }
               *[other] { LOWER($status) } em { $date }
            }
           *[day] { LOWER($status) } em { $date }
        }
    }
}
    .case = sem-semana
what-certainty = { LOWER($certainty) }
what-certainty-dated = { LOWER($certainty) }: { $date }
what-expected = previsto
what-expected-dated = { $kind ->
    [open] { INITIAL($date) ->
        [d] previsto: { $date }
       *[other] previsto { $date }
    }
   *[other] previsto { $date }
}
    .case = para
what-now-expected = agora previsto
what-now-expected-dated = { $kind ->
    [open] { INITIAL($date) ->
        [d] agora previsto: { $date }
       *[other] agora previsto { $date }
    }
   *[other] agora previsto { $date }
}
    .case = para
what-then-expected = depois previsto
what-then-expected-dated = { $kind ->
    [open] { INITIAL($date) ->
        [d] depois previsto: { $date }
       *[other] depois previsto { $date }
    }
   *[other] depois previsto { $date }
}
    .case = para
what-checked = nenhuma notícia encontrada (verificado em { $date })
later-than-first = após a primeira previsão
earlier-than-first = antes da primeira previsão
between-targets = após a primeira previsão, antes da última
around-targets = antes da primeira previsão, após a última
as-first-announced = conforme o primeiro anúncio, antes da última previsão
promised = Prometido { $wording }
promised-for = Prometido { $date }
    .case = para
promised-date = { $kind ->
    [range] Prometido: { $date }
    [open] Prometido: { $date }
   *[other] Prometido { $date }
}
    .case = para
promised-undated = Prometido
promise-source = { $promise } ({ $source })
promise-comma = {"; "}
promise-sentence = { $promise }.
promise-after = { $before } { $promise }
promise-put-off = { $count ->
    [1] adiado uma vez
    [2] adiado duas vezes
    [3] adiado três vezes
    [4] adiado quatro vezes
    [5] adiado cinco vezes
    [6] adiado seis vezes
    [7] adiado sete vezes
    [8] adiado oito vezes
    [9] adiado nove vezes
   *[other] adiado { $count } vezes
}
promise-kept = no prazo
promise-cancelled = cancelado
ledger-entry = Evento
previous-targets = Previsões anteriores
previously = Antes
ledger-slipped = Atraso
postponed-times = { $count ->
    [1] adiado uma vez
    [2] adiado duas vezes
    [3] adiado três vezes
    [4] adiado quatro vezes
    [5] adiado cinco vezes
    [6] adiado seis vezes
    [7] adiado sete vezes
    [8] adiado oito vezes
    [9] adiado nove vezes
   *[other] adiado { $count } vezes
}
expected-dek = Eventos anunciados que ainda não ocorreram, a começar pelos mais próximos, e quantas vezes cada um foi adiado.
still-to-come = Ainda por vir
nothing-expected = Nenhum evento previsto no momento.
slip-ledger = Histórico de adiamentos
ledger-caption = Eventos cuja data foi adiada
current-target = Previsão atual
happened-late = Ocorridos com atraso ou após adiamento
happened-late-caption = Eventos que ocorreram depois do anunciado ou foram adiados antes de ocorrer
cancelled = Cancelados
postponed-then-cancelled = Adiados e depois cancelados
postponed-then-cancelled-caption = Eventos adiados uma ou mais vezes e depois cancelados
final-target = Última previsão

## Sequências

storyline = Sequência
related-events = Eventos relacionados
part-of = parte { $number } de { $count }
previous-in-story = Anterior nesta sequência
next-in-story = Próximo nesta sequência
stories-dek = Como um evento levou a outro: eventos relacionados, em ordem, com o efeito de cada um sobre os anteriores.
story-latest = mais recente: { $entry }
relation-follows = dá sequência a “{ $entry }”
relation-follows-back = tem sequência em “{ $entry }”
relation-reverses = reverte “{ $entry }”
relation-reverses-back = revertido por “{ $entry }”
relation-confirms = confirma “{ $entry }”
relation-confirms-back = confirmado por “{ $entry }”
relation-delays = adia “{ $entry }”
relation-delays-back = adiado por “{ $entry }”

## Termos, períodos, listas em páginas

pager = Páginas
newer = Mais recentes
older = Mais antigos
periods = Períodos
periods-end = Períodos, no fim da página
months = Meses
years = Anos
on-this-day = Neste dia
on-this-day-dek = O que aconteceu em cada dia do ano. Só aparecem eventos cujo dia é conhecido.
today-is = Hoje: { $day }
recently-added = Textos recentes
recently-added-dek = Os textos mais recentes por data de publicação, seja qual for a data dos eventos.
choice-status = Situação
choice-certainty = Grau de certeza
choice-stance = Posição
status-dek = Eventos por situação. O que já ocorreu está na linha do tempo.
certainty-dek = Eventos por grau de certeza.
status-expected-about = Anunciado ou planejado, mas ainda sem notícia de que tenha ocorrido.
status-cancelled-about = Anunciado e depois cancelado.
certainty-rumoured-about = Em circulação, mas sem fonte identificada em condições de saber.
certainty-reported-about = Noticiado por ao menos uma fonte; os envolvidos não confirmaram.
certainty-confirmed-about = Declarado pelos envolvidos ou documentado em fonte primária.
certainty-disputed-about = Contestado por outra fonte ou pelos envolvidos.
stances-title = A posição de cada organização
stances-dek = As organizações, agrupadas pela posição mais recente, com o evento que a fundamenta.
stance-and-entries = { $about }. { $entries }
holder = Organização
holder-since = Desde
holder-entry = Com base em
holder-next = a confirmar: { $stance }, { $entry }
holder-planned = Planejada, ainda não adotada: { $holders }
holder-plan = { $organisation } ({ $entry }, { $date })
holder-nobody = Nenhuma organização adota esta posição no momento.
folded = { $count ->
    [one] Mais { $count } evento em { $year }, mês desconhecido
    [many] Mais { $count } de eventos em { $year }, mês desconhecido
   *[other] Mais { $count } eventos em { $year }, mês desconhecido
}
in-total = { $count } no total
by-count = Por número de eventos
by-name = Em ordem alfabética
stance-over-time = Posição ao longo do tempo
mentioned-with = { $terms } que costumam aparecer com { $term }
term-page = { $term }, página { $number }
term-in-year = { $term } em { $year }
taxonomy-organisations = Organizações
taxonomy-organisations-one = Organização
taxonomy-people = Pessoas
taxonomy-people-one = Pessoa
taxonomy-categories = Categorias
taxonomy-categories-one = Categoria
taxonomy-tags = Tags
taxonomy-tags-one = Tag
taxonomy-authors = Autores
taxonomy-authors-one = Autoria

## Explorar: busca e todos os filtros

search = Buscar
search-site = Buscar na linha do tempo
search-entries = { $count ->
    [one] Buscar em { $count } evento
    [many] Buscar em { $count } de eventos
   *[other] Buscar em { $count } eventos
}
explore = Explorar
explore-dek = Todos os eventos, por palavra-chave, nome, situação e data.
about-stances = A posição de cada organização, desde quando e segundo qual fonte, em { $site }.
about-explore = Encontre qualquer evento de { $site } por palavra-chave, nome, situação ou data.
explore-text = Palavras-chave no título e no texto
explore-filters = Filtros
facet-status = Situação
facet-stance = Posição
facet-importance = Importância
importance-1 = Marginal
importance-2 = Menor
importance-3 = Relevante
importance-4 = Importante
importance-5 = Fundamental
explore-period = Período
explore-from = De
explore-to = Até
explore-period-help = Um ano, mês ou dia, como 2025, 2025-03 ou 2025-03-09. Inclui eventos que podem estar dentro do período.
explore-all-choices = Mostrar tudo ({ $count })
explore-sort = Ordenar por
sort-best = Mais relevantes
sort-happened = Data do evento
sort-published = Data de publicação
sort-updated = Última atualização
explore-new = Novidades desde sua última visita
explore-clear = Limpar tudo
explore-show = Mostrar ({ $count })
explore-results = Resultados
explore-skip = Ir para os resultados
entries-found = { $count ->
    [0] Nenhum evento encontrado
    [one] { $count } evento encontrado
    [many] { $count } de eventos encontrados
   *[other] { $count } eventos encontrados
}
background-articles = { $count ->
    [one] e { $count } texto de contexto
    [many] e { $count } de textos de contexto
   *[other] e { $count } textos de contexto
}
explore-more = Mostrar mais
explore-nothing = Nenhum evento corresponde a todos os filtros. Remova um filtro:
explore-filter = { $label }: { $value }
explore-by-date = Ordenar por data
explore-spelt = Resultados para “{ $spelt }”.
explore-as-written = Pesquisar por “{ $asked }”
explore-partly = Poucos eventos contêm todas estas palavras. A seguir estão os que contêm a maioria delas.
explore-term = Tudo sobre { $term }
explore-hint = Tente menos palavras ou outras, ou verifique a grafia.
explore-remove = Remover o filtro: { $label }
explore-broken = Não foi possível carregar a busca. Todos os eventos estão nas listas abaixo.
explore-lists = Ver todos os eventos
explore-no-script = A busca e os filtros precisam de JavaScript. Estas listas, não.
more-lists = Outras listas

## Correções

corrections-policy = Política de correções
no-corrections = Nenhuma correção até agora.
correction-correction = Correção
correction-clarification = Esclarecimento
correction-editors-note = Nota da Redação
correction-retraction = Retratação
correction-of = Correção: { $title }

## Nomes que site.yaml pode substituir

status-happened = Ocorrido
status-expected = Previsto
status-cancelled = Cancelado
certainty-rumoured = Rumor
certainty-reported = Noticiado
certainty-confirmed = Confirmado
certainty-disputed = Contestado
kind-analysis = Análise
kind-opinion = Opinião
kind-explainer = Entenda
source-primary = Fonte primária
source-secondary = Fonte secundária
source-rewrite = Baseada em outra reportagem

## Páginas que não existem

not-found = Página não encontrada
not-found-heading = Não há página neste endereço
not-found-dek = A página pode ter mudado de lugar, ou o endereço pode conter um erro de digitação. Tente uma destas páginas:
to-front = Página inicial: os textos mais recentes e a linha do tempo
report-missing = Avise o que está faltando
no-longer-available = Não está mais disponível
expired-on = Este texto saiu do ar em { $date }.
moved-heading = Esta página mudou de endereço
moved-to = Novo endereço: { $page }

## Para buscadores e feeds

events = { $count ->
    [one] { $count } evento
    [many] { $count } de eventos
   *[other] { $count } eventos
}
about-period = { $site }: { $events } em { $period }.
about-day = { $day } ao longo dos anos: { $events } em { $site }.
about-days = O que aconteceu em cada dia do ano, em { $site }.
about-new = Os textos mais recentes de { $site }.
about-taxonomy = { $title } em { $site }: { $terms }.
about-term = { $term }: { $events } em { $site }.
about-term-span = { $term }: { $events } em { $site }, { $span }.
about-pages = Todas as páginas de { $site }.
about-stories = Sequências de eventos em { $site }: { $titles }.
about-story = { $story }: { $events } em { $site }.
about-expected = Eventos anunciados que ainda não ocorreram e quantas vezes foram adiados, em { $site }.
about-corrections = Todas as correções, os esclarecimentos e as retratações de { $site }.
about-feeds = Feeds e calendários de { $site }.
about-data = A linha do tempo de { $site } como dados: JSON, CSV, TimelineJS.
feed-of = { $name } – { $site }

## Nomes em datas

month-1 = janeiro
month-2 = fevereiro
month-3 = março
month-4 = abril
month-5 = maio
month-6 = junho
month-7 = julho
month-8 = agosto
month-9 = setembro
month-10 = outubro
month-11 = novembro
month-12 = dezembro
month-in-date-1 = janeiro
month-in-date-2 = fevereiro
month-in-date-3 = março
month-in-date-4 = abril
month-in-date-5 = maio
month-in-date-6 = junho
month-in-date-7 = julho
month-in-date-8 = agosto
month-in-date-9 = setembro
month-in-date-10 = outubro
month-in-date-11 = novembro
month-in-date-12 = dezembro
month-short-1 = jan.
month-short-2 = fev.
month-short-3 = mar.
month-short-4 = abr.
month-short-5 = mai.
month-short-6 = jun.
month-short-7 = jul.
month-short-8 = ago.
month-short-9 = set.
month-short-10 = out.
month-short-11 = nov.
month-short-12 = dez.
month-short-in-date-1 = jan.
month-short-in-date-2 = fev.
month-short-in-date-3 = mar.
month-short-in-date-4 = abr.
month-short-in-date-5 = mai.
month-short-in-date-6 = jun.
month-short-in-date-7 = jul.
month-short-in-date-8 = ago.
month-short-in-date-9 = set.
month-short-in-date-10 = out.
month-short-in-date-11 = nov.
month-short-in-date-12 = dez.
weekday-1 = segunda-feira
weekday-2 = terça-feira
weekday-3 = quarta-feira
weekday-4 = quinta-feira
weekday-5 = sexta-feira
weekday-6 = sábado
weekday-7 = domingo
weekday-short-1 = seg.
weekday-short-2 = ter.
weekday-short-3 = qua.
weekday-short-4 = qui.
weekday-short-5 = sex.
weekday-short-6 = sáb.
weekday-short-7 = dom.
part-q1 = 1º trimestre
part-q2 = 2º trimestre
part-q3 = 3º trimestre
part-q4 = 4º trimestre
part-h1 = 1º semestre
part-h2 = 2º semestre
part-spring = primavera
part-summer = verão
part-autumn = outono
part-winter = inverno
part-short-q1 = 1º tri.
part-short-q2 = 2º tri.
part-short-q3 = 3º tri.
part-short-q4 = 4º tri.
part-short-h1 = 1º sem.
part-short-h2 = 2º sem.
part-short-spring = primavera
part-short-summer = verão
part-short-autumn = outono
part-short-winter = inverno

## Datas por extenso

year-heading = { $year }
bar-year = { $year }
date-year = { $case ->
    [de] de { $year }
    [a] a { $year }
    [para] para { $year }
   *[other] { $year }
}
short-year = { $year }
date-year-bc = { $case ->
    [de] de { $year } a.C.
    [a] a { $year } a.C.
    [para] para { $year } a.C.
   *[other] { $year } a.C.
}
date-year-ad = { $case ->
    [de] de { $year } d.C.
    [a] a { $year } d.C.
    [para] para { $year } d.C.
   *[other] { $year } d.C.
}
year-in-date = { $year }
year-in-date-bc = { $year } a.C.
year-in-date-ad = { $year } d.C.
date-month = { $case ->
    [de] de { $month } de { $year }
    [a] a { $month } de { $year }
    [para] para { $month } de { $year }
   *[other] { $month } de { $year }
}
date-month-of-year = { $case ->
    [de] de { $month-name }
    [a] a { $month-name }
   *[other] { $month-name }
}
# O primeiro dia do mês leva ordinal.
date-day = { $case ->
    [de] {"de "}
    [a] {"a "}
    [para] {"para "}
   *[other] {""}
}{ $day ->
    [1] 1º
   *[other] { $day }
} de { $month } de { $year }
date-day-of-month = { $case ->
    [de] {"de "}
   *[other] {""}
}{ $day ->
    [1] 1º
   *[other] { $day }
} de { $month }
# Sem o dia da semana depois de preposição: “previsto para 9 de dezembro de 2025”.
date-weekday = { $case ->
    [para] { $date }
    [sem-semana] { $date }
   *[other] { $weekday }, { $date }
}
date-decade = { $case ->
    [o] a década de { $decade }
    [de] da década de { $decade }
    [a] à década de { $decade }
    [para] para a década de { $decade }
   *[other] década de { $decade }
}
date-decade-short = anos { $decade }
date-century = { $case ->
    [o] o século { $number }
    [de] do século { $number }
    [a] ao século { $number }
    [para] para o século { $number }
   *[other] século { $number }
}
date-century-short = séc. { $number }
ordinal-1 = { $number }
ordinal-2 = { $number }
ordinal-3 = { $number }
ordinal = { $number }
date-years = { $case ->
    [o] os anos { $from } a { $to }
    [de] dos anos { $from } a { $to }
    [a] aos anos { $from } a { $to }
    [para] para os anos { $from } a { $to }
   *[other] anos { $from } a { $to }
}
date-years-short = anos { $from } a { $to }
date-quarter = { $case ->
    [o] o { $part } de { $year }
    [de] do { $part } de { $year }
    [a] ao { $part } de { $year }
    [para] para o { $part } de { $year }
   *[other] { $part } de { $year }
}
date-season = { $which ->
    [spring] { $case ->
        [o] a { $part } de { $year }
        [de] da { $part } de { $year }
        [a] à { $part } de { $year }
        [para] para a { $part } de { $year }
       *[other] { $part } de { $year }
    }
   *[other] { $case ->
        [o] o { $part } de { $year }
        [de] do { $part } de { $year }
        [a] ao { $part } de { $year }
        [para] para o { $part } de { $year }
       *[other] { $part } de { $year }
    }
}
# Sem a palavra “trimestre”, que vem depois: “do 1º ao 2º trimestre de 2026” (ver date-to, date-some-period).
date-part-of-year = { $which ->
    [q1] { $case ->
        [o] o 1º
       *[de] do 1º
    }
    [q2] { $case ->
        [o] o 2º
       *[de] do 2º
    }
    [q3] { $case ->
        [o] o 3º
       *[de] do 3º
    }
    [q4] { $case ->
        [o] o 4º
       *[de] do 4º
    }
    [h1] { $case ->
        [o] o 1º
       *[de] do 1º
    }
    [h2] { $case ->
        [o] o 2º
       *[de] do 2º
    }
    [spring] { $case ->
        [o] a { $part }
       *[de] da { $part }
    }
   *[other] { $case ->
        [o] o { $part }
       *[de] do { $part }
    }
}
date-inner = { $date }
date-time = { $date } { $time }
clock = { $hour-24 ->
    [0] à
    [1] à
   *[other] às
} { $hour-24 }h{ $minutes ->
    [0] {""}
   *[other] { $minute }
} ({ $zone })
# O horário de Brasília vale em todos estes lugares.
zone = { $place ->
    [america-sao_paulo] de Brasília
    [america-bahia] de Brasília
    [america-fortaleza] de Brasília
    [america-recife] de Brasília
    [america-maceio] de Brasília
    [america-belem] de Brasília
    [america-santarem] de Brasília
    [america-araguaina] de Brasília
    [brazil-east] de Brasília
    [america-manaus] de Manaus
    [america-cuiaba] de Cuiabá
   *[other] { $zone }
}
# Antes da data: “até” no fim de um intervalo, “para” no que é previsto.
date-about = { $case ->
    [a] {"até "}
    [para] {"para "}
   *[other] {""}
}por volta { $date }
    .case = de
# Sozinha, “talvez em dezembro”; com um dia da semana, “talvez terça-feira, 9 de dezembro”.
date-perhaps = { $case ->
    [o] talvez { $date }
    [de] talvez { $date }
    [a] talvez { $date }
    [para] talvez { $date }
   *[other] talvez { $kind ->
        [day] { INITIAL($date) ->
            [digit] em { $date }
           *[other] { $date }
        }
        [month] em { $date }
        [year] em { $date }
        [quarter] no { $date }
        [half] no { $date }
        [season] { INITIAL($date) ->
            [p] na { $date }
           *[other] no { $date }
        }
        [decade] na { $date }
        [century] no { $date }
        [years] nos { $date }
       *[other] { $date }
    }
}
date-perhaps-about = talvez { $case ->
    [a] {"até "}
    [para] {"para "}
   *[other] {""}
}por volta { $date }
    .case = de
date-about-uncertain = talvez { $case ->
    [para] {"para "}
   *[other] {""}
}por volta { $date }
    .case = de
date-in-calendars = { $date } ({ $gregorian })
date-since = desde { $date }, em andamento
    .case = o
date-from = desde { $date }, fim desconhecido
    .case = o
date-until = até { $date }
    .case = o
date-or-earlier = { $date } ou antes
date-or-later = { $date } ou depois
date-days = de { $day ->
    [1] 1º
   *[other] { $day }
} a { $date }
    .case = dia
# $from-full entre um trimestre e um semestre, porque date-part-of-year não diz essas palavras.
date-to = { $from-kind ->
    [quarter] { $to-kind ->
        [quarter] { $from }
       *[other] { $from-full }
    }
    [half] { $to-kind ->
        [half] { $from }
       *[other] { $from-full }
    }
   *[other] { $from }
} { $to }
    .case-from = de
    .case-to = a
date-to-years = de { $from } a { $to }
date-one-of = { $dates }
date-one-of-years = { $case ->
    [para] para { $dates }
   *[other] { $dates }
}
date-some-day = { $case ->
    [para] {"para "}
   *[other] {""}
}algum dia entre { $from } e { $to }
    .case = o
date-some-month = { $case ->
    [para] {"para "}
   *[other] {""}
}algum mês entre { $from } e { $to }
    .case = o
date-some-year = { $case ->
    [para] {"para "}
   *[other] {""}
}algum ano entre { $from } e { $to }
    .case = o
date-some-period = entre { $from-kind ->
    [quarter] { $to-kind ->
        [quarter] { $from }
       *[other] { $from-full }
    }
    [half] { $to-kind ->
        [half] { $from }
       *[other] { $from-full }
    }
   *[other] { $from }
} e { $to }
    .case = o
date-list = { $dates }, { $date }
date-or-two = { $dates } ou { $date }
date-or-last = { $dates } ou { $date }

## Datas abreviadas

short-date = { $kind ->
    [season] { $part } de { $year }
   *[other] { $part } { $year }
}
short-day = { $day ->
    [1] 1º
   *[other] { $day }
} { $month }
short-month = { $month-name }
short-about = c. { $date }
short-perhaps = { $date }?
short-since = { $kind ->
    [quarter] desde o { $date }
    [half] desde o { $date }
    [season] { INITIAL($date) ->
        [p] desde a { $date }
       *[other] desde o { $date }
    }
    [decade] desde os { $date }
    [century] desde o { $date }
    [years] desde os { $date }
   *[other] desde { $date }
}
short-from = { $kind ->
    [quarter] a partir do { $date }
    [half] a partir do { $date }
    [season] { INITIAL($date) ->
        [p] a partir da { $date }
       *[other] a partir do { $date }
    }
    [decade] a partir dos { $date }
    [century] a partir do { $date }
    [years] a partir dos { $date }
   *[other] a partir de { $date }
}
short-until = { $kind ->
    [quarter] até o { $date }
    [half] até o { $date }
    [season] { INITIAL($date) ->
        [p] até a { $date }
       *[other] até o { $date }
    }
    [decade] até os { $date }
    [century] até o { $date }
    [years] até os { $date }
   *[other] até { $date }
}
short-range = { $from }–{ $to }
short-range-loose = { $from } – { $to }
short-years = { $from }–{ $to }
short-days = { $day ->
    [1] 1º
   *[other] { $day }
}–{ $date }
date-column-day = { $weekday }, { $day ->
    [1] 1º
   *[other] { $day }
}
date-column-days = { $from ->
    [1] 1º
   *[other] { $from }
}–{ $to }
day-number = { $day ->
    [1] 1º
   *[other] { $day }
}
year-only = só o ano
day-unknown = dia desconhecido
month-unknown = mês desconhecido
year-unknown = ano desconhecido
decade-unknown = década desconhecida
date-unknown = Data desconhecida
closing = { $period }, { $unknown }

## Diferenças de datas

number-0 = zero
number-1 = um
number-2 = dois
number-3 = três
number-4 = quatro
number-5 = cinco
number-6 = seis
number-7 = sete
number-8 = oito
number-9 = nove
length-days = { $count ->
    [one] { $number } dia
   *[other] { $number } dias
}
# “Semana” é feminino.
length-weeks = { $count ->
    [one] uma semana
    [2] duas semanas
   *[other] { $number } semanas
}
length-months = { $count ->
    [one] um mês
   *[other] { $number } meses
}
length-quarters = { $count ->
    [one] { $number } trimestre
   *[other] { $number } trimestres
}
length-years = { $count ->
    [one] um ano
   *[other] { $number } anos
}
later = mais tarde
later-exactly = { $length } mais tarde
later-about = cerca de { $length } mais tarde
later-at-least = ao menos { $length } mais tarde
later-up-to = até { $length } mais tarde
later-more-than = mais de { $length } mais tarde
earlier = mais cedo
earlier-exactly = { $length } mais cedo
earlier-about = cerca de { $length } mais cedo
earlier-at-least = ao menos { $length } mais cedo
earlier-up-to = até { $length } mais cedo
earlier-more-than = mais de { $length } mais cedo
late = com atraso
late-exactly = com { $length } de atraso
late-about = com cerca de { $length } de atraso
late-at-least = com ao menos { $length } de atraso
late-up-to = com até { $length } de atraso
late-more-than = com mais de { $length } de atraso
early = com antecedência
early-exactly = com { $length } de antecedência
early-about = com cerca de { $length } de antecedência
early-at-least = com ao menos { $length } de antecedência
early-up-to = com até { $length } de antecedência
early-more-than = com mais de { $length } de antecedência

## Imagens comparadas no tempo

lanes = Comparação
lanes-title = Quem fez o quê e quando
lanes-stances = Que posição cada um toma, e desde quando
lanes-dek = O que aconteceu, o que foi anunciado e que posição cada um tomou, em um mesmo eixo de tempo.
lanes-all = Todas as linhas, também em tabela
lanes-as-table = O mesmo em tabela
lanes-table = Tudo o que a imagem mostra
lanes-csv = A tabela em CSV
lanes-csv-all = Todas as linhas em CSV
lanes-rows-shown = Linhas mostradas: { $shown } de { $count }, as mais importantes e as mais recentes.
lanes-wide = Comparação no tempo, com rolagem
lane-title = { $name } ao longo do tempo
lanes-finding = { $parts }.
lanes-finding-part = { $names }: { LOWER($stance) }
lanes-finding-comma = {"; "}
lane-finding = { $stance } desde { $date }.
lanes-as-of = Situação em { $date }.
lane-since = desde { $date }
lane-stance-since = { $stance } desde { $date }
lane-stance-unsure = { $stance } ({ LOWER($how) })
lane-cancelled = cancelado ({ $date })
lane-passed = previsto para { $date }, prazo vencido
lanes-when = Data
lanes-outcome = O que aconteceu com o anúncio
chart-today = Hoje, { $date }
chart-colon = {": "}
chart-key = Legenda
chart-events = Eventos
chart-reported = não confirmado
chart-slanted = dia desconhecido
chart-lesser = evento menor
chart-put-off = adiado para
chart-more-plans = Outros anúncios: { $count }
chart-passed = prazo vencido
chart-cancelled = cancelado
chart-folded = abreviado: sem eventos
chart-larger = escala maior
chart-zoom-in = Ampliar
chart-zoom-out = Reduzir
chart-zoom-all = Todo o período
chart-choose = Escolher e ordenar
chart-move-up = Mover { $name } para cima
chart-move-down = Mover { $name } para baixo
chart-use = Baixar, citar ou incorporar esta imagem
chart-svg = A imagem em SVG
chart-png = A imagem em PNG
chart-cite = { $title }. { $site }, { $address }. { $as-of }
chart-embed = HTML para mostrar a imagem em outro site
copy = Copiar
copied = Copiado
density-title = Eventos ao longo do tempo
density-note = Barras mais altas: mais eventos, ou mais importantes; o quádruplo dobra a altura.
density-expected = Só contorno: previstos.
story-steps = { $before }, depois { LOWER($stance) }
story-silence = { $length } sem eventos
story-follows = segue
story-reverses = reverte
story-confirms = confirma
story-delays = adia
compare-title = Comparação: { $names }
compare-differences = Diferenças
compare-apart = { $count ->
    [one] um grau de distância
    [many] { $count } de graus de distância
   *[other] { $count } graus de distância
}
compare-same = a mesma posição
compare-differ = posições diferentes
slips-title = Como as datas foram adiadas
slips-dek = Da esquerda para a direita, o dia em que uma data foi anunciada; de baixo para cima, essa data. O que é adiado sobe; o que se cumpre termina na linha tracejada.
slips-latest = São mostrados os mais recentes; todos estão nas tabelas abaixo.
slips-said = Anunciado em
slips-target = Anunciado para
slips-due = previsto
slips-lateness = Com quanto atraso se cumpriram os anúncios
slips-median = { $lateness } (mediana de { $count } anúncios registrados aqui)
slips-method = Como se calcula
slips-method-text = Cada anúncio registrado aqui que se cumpriu conta uma vez: a primeira data é comparada com a data em que ocorreu. A mediana é o valor do meio ou, se forem dois, o mais cedo. Organizações com menos de três não aparecem, e o que não se cumpriu não é contado.
about-lanes = Quem fez o quê e quando, e que posição cada um tomou, em um mesmo eixo de tempo, em { $site }.
