# Todos los mensajes de la interfaz en español.
#
# Las fechas llegan sin artículo: cada mensaje pone el suyo según la clase de fecha ($kind): «desde
# el 9 de marzo», «desde marzo», «del primer al segundo trimestre».

## Cabecera, pie y otras partes de todas las páginas

skip = Ir al contenido
notice = Aviso
who-we-are = Quiénes somos
main-menu = Menú principal
language-menu = Idiomas
foot = Pie de página
report-error = Comunicar un error
atom-feed = Canal Atom
json-feed = Canal JSON
calendar-link = Calendario
feeds-title = Canales y calendarios
feeds-dek = Siga este sitio en su propio programa: copie en él una dirección o ábrala allí.
feeds-reader = Un lector de canales muestra las novedades, sin visitas y sin cuenta. Cada canal trae sus últimos artículos; el del sitio entero permite remontarse a todos.
feeds-calendar = Un calendario muestra lo previsto. Si una fecha se aplaza, cambia también allí, y lo cancelado queda indicado.
whole-site = Todo el sitio
data-title = Datos
data-dek = La cronología en archivos, para programas y hojas de cálculo. Las fechas no son en ellos más exactas que en las páginas.
data-entries = Todos los acontecimientos, los más recientes primero: fechas, fuentes, fechas previstas anteriores, nombres y temas.
data-entries-by-year = Las direcciones de los archivos de cada año, que contienen todos los acontecimientos, los más recientes primero: fechas, fuentes, fechas previstas anteriores, nombres y temas.
data-schema = La estructura del archivo de acontecimientos, para programas (JSON Schema).
data-csv = Todos los acontecimientos en una hoja de cálculo.
data-changes = Lo que se publicó, se aplazó, se canceló o se corrigió, y desde cuándo; lo último primero.
data-timeline = La cronología para TimelineJS. También la tienen las páginas con canal propio: timeline.json, junto a ellas.
data-example = Ejemplo
data-licence = Condiciones de uso
data-no-licence = No se indican condiciones de uso. Consulte al editor.
digest-title = Novedades en { $site }
digest-since = Desde el { $date }.
digest-nothing = No hay novedades.
digest-moved = Nuevas fechas
all-pages = Todas las páginas
published-by = Editado por { $publisher }.
made-with = Hecho con { $generator }.
look = Apariencia
look-system = Como en el dispositivo
look-light = Clara
look-dark = Oscura
on-this-page = En esta página
timeline = Cronología
stories = Secuencias
expected = Agenda
corrections = Correcciones
page-title = { $page } – { $site }
comma = {", "}
clause-comma = {", "}
and-more = { $names }, { $name }
and-two = { $names } { INITIAL($name) ->
    [i] e
   *[other] y
} { $name }
and-last = { $names } { INITIAL($name) ->
    [i] e
   *[other] y
} { $name }

## Acontecimientos en listas

overdue = Plazo vencido
date-passed-checked = { $kind ->
    [day] Plazo vencido, sin noticias (comprobado el { $date })
    [month] Plazo vencido, sin noticias (comprobado en { $date })
    [year] Plazo vencido, sin noticias (comprobado en { $date })
   *[other] Plazo vencido, sin noticias (comprobación: { $date })
}
date-passed-since = { $kind ->
    [day] Plazo vencido, sin comprobar desde el { $date }
    [month] Plazo vencido, sin comprobar desde { $date }
    [year] Plazo vencido, sin comprobar desde { $date }
   *[other] Plazo vencido, última comprobación: { $date }
}
date-passed-unchecked = Plazo vencido, sin comprobar
corrected = Corregido
stance-qualifier = {" ("}{ LOWER($how) })
stance-planned = previsto
stance-said = { $how } ({ $date }):
stance-said-only = { $said }:
stance-now = ahora: { $stance }
in-article = en { $article }
source = Fuente: { $source }
source-date = Fuente: { $source }, { $date }
source-more = Fuente: { $source } y { $count } más
source-date-more = Fuente: { $source }, { $date }, y { $count } más
more-sources = y { $count } más
entries = { $count ->
    [one] { $count } acontecimiento
    [many] { $count } de acontecimientos
   *[other] { $count } acontecimientos
}
articles = { $count ->
    [one] { $count } artículo
    [many] { $count } de artículos
   *[other] { $count } artículos
}
entries-in-articles = { $entries } en { $articles }
entries-by-year = Acontecimientos por año
no-entries-in = { $years }: ningún acontecimiento
no-date-yet = Aún sin fecha
background = Contexto
no-date = sin fecha
background-date = contexto
span = { $from-kind ->
    [year] { $to-kind ->
        [year] de { $from } a { $to }
        [decade] de { $from } a la { $to }
        [years] de { $from } a los { $to }
        [century] de { $from } al { $to }
       *[other] { $from } – { $to }
    }
    [decade] { $to-kind ->
        [year] de la { $from } a { $to }
        [decade] de la { $from } a la { $to }
        [years] de la { $from } a los { $to }
        [century] de la { $from } al { $to }
       *[other] { $from } – { $to }
    }
    [years] { $to-kind ->
        [year] de los { $from } a { $to }
        [decade] de los { $from } a la { $to }
        [years] de los { $from } a los { $to }
        [century] de los { $from } al { $to }
       *[other] { $from } – { $to }
    }
    [century] { $to-kind ->
        [year] del { $from } a { $to }
        [decade] del { $from } a la { $to }
        [years] del { $from } a los { $to }
        [century] del { $from } al { $to }
       *[other] { $from } – { $to }
    }
   *[other] { $from } – { $to }
}
entries-span = { $entries }, { $span }
with-date = { $what }, { $date }

## La portada

just-published = Recién publicado
published-on = publicado el { $date }
added-on = añadido el { $date }
all-recent = Todos los artículos recientes
expected-next = Próximamente
overdue-and-next = Plazos vencidos y próximas fechas
all-expected = Toda la agenda y sus aplazamientos
popular-tags = Temas más frecuentes
all-corrections = Todas las correcciones
now-and-next = Ahora y próximamente
now-last = Lo último
now-next = Próximo
now-overdue = Plazo vencido
now-checked = { $kind ->
    [day] sin noticias (comprobado el { $date })
    [month] sin noticias (comprobado en { $date })
    [year] sin noticias (comprobado en { $date })
   *[other] sin noticias (comprobación: { $date })
}
front-empty = La cronología aún está vacía. El primer acontecimiento aparecerá aquí.
key-exact = día exacto
key-approximate = fecha aproximada
key-partial = solo mes o año
key-range = intervalo de fechas
key-expected = previsto

## Un artículo

draft-banner = Borrador: los lectores todavía no pueden ver esta página.
byline = Por { $authors }
reading-time = { $count ->
    [one] { $count } minuto de lectura
    [many] { $count } de minutos de lectura
   *[other] { $count } minutos de lectura
}
also-in = También disponible en: { $languages }
retracted = Artículo retractado.
retracted-banner = Este medio ya no respalda lo publicado en este artículo.
see-below = Ver más abajo
more-corrections = y { $count } más
correction-line = { $kind } ({ $date }).
happened = Ocurrió
reported = Se dio a conocer
published = Publicado
updated = Actualizado
updated-on = Actualizado el { $date }
contents = Índice
dateline = { $place }, { $date } —
where-they-stand = Las posturas
how-it-developed = Evolución
events-here = Acontecimientos de este artículo
this-article = Este artículo
according-to = según { $source }
sources = Fuentes
archived-copy = copia archivada
source-accessed = { $kind ->
    [day] consultado el { $date }
    [month] consultado en { $date }
    [year] consultado en { $date }
   *[other] consultado: { $date }
}
back-to-source = Volver a la cita de la fuente { $number }
back-to-source-nth = Volver a la cita { $nth } de la fuente { $number }
filed-under = Archivado en
share = Compartir
comments = Comentarios
discussions = Conversaciones en GitHub
show-comments = Mostrar los comentarios (carga giscus.app)
share-by-email = Correo
link-to-copy = Enlace para copiar: { $link }
embed-this = Insertar en otro sitio
embed-help = Copie este código en la otra página. Lo que muestra se mantiene al día.
related-articles = Artículos relacionados
previous-and-next = Artículo anterior y artículo siguiente
previous-in-timeline = Anterior en la cronología
next-in-timeline = Siguiente en la cronología

## El texto de un artículo

section-link = Enlace a esta sección
cited-source = Fuente { $number }
footnotes = Notas al pie
footnote = Nota al pie { $number }
back-to-text = Volver al texto
embed-from = de { $host }
alert-note = Nota
alert-tip = Consejo
alert-important = Importante
alert-warning = Advertencia
alert-caution = Precaución

## La historia de una fecha

said-date = { $kind ->
    [day] , dado a conocer el { $date }
    [month] , dado a conocer en { $date }
    [year] , dado a conocer en { $date }
   *[other] , dado a conocer ({ $date })
}
said-source = , dado a conocer por { $source }
said-article = , dado a conocer en { $article }
said-date-source = { $kind ->
    [day] , dado a conocer el { $date } por { $source }
    [month] , dado a conocer en { $date } por { $source }
    [year] , dado a conocer en { $date } por { $source }
   *[other] , dado a conocer ({ $date }) por { $source }
}
said-date-article = { $kind ->
    [day] , dado a conocer el { $date } en { $article }
    [month] , dado a conocer en { $date } en { $article }
    [year] , dado a conocer en { $date } en { $article }
   *[other] , dado a conocer ({ $date }) en { $article }
}
said-source-article = , dado a conocer por { $source } en { $article }
said-date-source-article = { $kind ->
    [day] , dado a conocer el { $date } por { $source } en { $article }
    [month] , dado a conocer en { $date } por { $source } en { $article }
    [year] , dado a conocer en { $date } por { $source } en { $article }
   *[other] , dado a conocer ({ $date }) por { $source } en { $article }
}
what-status = { LOWER($status) }
what-status-dated = { $status ->
    [Previsto] { $kind ->
        [day] previsto para el { $date }
        [month] previsto para { $date }
        [year] previsto para { $date }
        [quarter] previsto para el { $date }
        [half] previsto para el { $date }
        [season] { INITIAL($date) ->
            [p] previsto para la { $date }
           *[other] previsto para el { $date }
        }
        [decade] previsto para la { $date }
        [years] previsto para los { $date }
        [century] previsto para el { $date }
        [range] previsto { $date }
        [doubted] previsto { $date }
        [words] previsto { $date }
       *[other] previsto: { $date }
    }
   *[other] { $kind ->
        [day] { LOWER($status) } el { $date }
        [month] { LOWER($status) } en { $date }
        [year] { LOWER($status) } en { $date }
        [quarter] { LOWER($status) } en el { $date }
        [half] { LOWER($status) } en el { $date }
        [season] { INITIAL($date) ->
            [p] { LOWER($status) } en la { $date }
           *[other] { LOWER($status) } en el { $date }
        }
        [decade] { LOWER($status) } en la { $date }
        [years] { LOWER($status) } en los { $date }
        [century] { LOWER($status) } en el { $date }
        [range] { LOWER($status) } { $date }
        [doubted] { LOWER($status) } { $date }
        [words] { LOWER($status) } { $date }
       *[other] { LOWER($status) }: { $date }
    }
}
    .case = articulo
what-certainty = { LOWER($certainty) }
what-certainty-dated = { LOWER($certainty) }: { $date }
what-expected = previsto
what-expected-dated = { $kind ->
    [day] previsto para el { $date }
    [month] previsto para { $date }
    [year] previsto para { $date }
    [quarter] previsto para el { $date }
    [half] previsto para el { $date }
    [season] { INITIAL($date) ->
        [p] previsto para la { $date }
       *[other] previsto para el { $date }
    }
    [decade] previsto para la { $date }
    [years] previsto para los { $date }
    [century] previsto para el { $date }
    [range] previsto { $date }
    [doubted] previsto { $date }
    [words] previsto { $date }
   *[other] previsto: { $date }
}
    .case = articulo
what-now-expected = ahora previsto
what-now-expected-dated = { $kind ->
    [day] ahora previsto para el { $date }
    [month] ahora previsto para { $date }
    [year] ahora previsto para { $date }
    [quarter] ahora previsto para el { $date }
    [half] ahora previsto para el { $date }
    [season] { INITIAL($date) ->
        [p] ahora previsto para la { $date }
       *[other] ahora previsto para el { $date }
    }
    [decade] ahora previsto para la { $date }
    [years] ahora previsto para los { $date }
    [century] ahora previsto para el { $date }
    [range] ahora previsto { $date }
    [doubted] ahora previsto { $date }
    [words] ahora previsto { $date }
   *[other] ahora previsto: { $date }
}
    .case = articulo
what-then-expected = luego previsto
what-then-expected-dated = { $kind ->
    [day] luego previsto para el { $date }
    [month] luego previsto para { $date }
    [year] luego previsto para { $date }
    [quarter] luego previsto para el { $date }
    [half] luego previsto para el { $date }
    [season] { INITIAL($date) ->
        [p] luego previsto para la { $date }
       *[other] luego previsto para el { $date }
    }
    [decade] luego previsto para la { $date }
    [years] luego previsto para los { $date }
    [century] luego previsto para el { $date }
    [range] luego previsto { $date }
    [doubted] luego previsto { $date }
    [words] luego previsto { $date }
   *[other] luego previsto: { $date }
}
    .case = articulo
what-checked = { $kind ->
    [day] sin noticias (comprobado el { $date })
    [month] sin noticias (comprobado en { $date })
    [year] sin noticias (comprobado en { $date })
   *[other] sin noticias (comprobación: { $date })
}
later-than-first = más tarde de lo anunciado inicialmente
earlier-than-first = antes de lo anunciado inicialmente
between-targets = después de la primera fecha prevista y antes de la última
around-targets = antes de la primera fecha prevista y después de la última
as-first-announced = en la fecha anunciada inicialmente y antes de la última prevista
promised = Prometido { $wording }
promised-for = { $kind ->
    [day] Prometido para el { $date }
    [month] Prometido para { $date }
    [year] Prometido para { $date }
    [quarter] Prometido para el { $date }
    [half] Prometido para el { $date }
    [season] { INITIAL($date) ->
        [p] Prometido para la { $date }
       *[other] Prometido para el { $date }
    }
    [decade] Prometido para la { $date }
    [years] Prometido para los { $date }
    [century] Prometido para el { $date }
    [doubted] Fecha prometida: { $date }
   *[other] Prometido para { $date }
}
promised-date = Fecha prometida: { $date }
promised-undated = Prometido
promise-source = { $promise } ({ $source })
promise-comma = {"; "}
promise-sentence = { $promise }.
promise-after = { $before } { $promise }
promise-put-off = { $count ->
    [1] aplazado una vez
    [2] aplazado dos veces
    [many] aplazado { $count } de veces
   *[other] aplazado { $count } veces
}
promise-kept = a tiempo
promise-cancelled = cancelado
ledger-entry = Acontecimiento
previous-targets = Fechas previstas anteriores
previously = Antes
ledger-slipped = Desfase
postponed-times = { $count ->
    [1] aplazado una vez
    [2] aplazado dos veces
    [many] aplazado { $count } de veces
   *[other] aplazado { $count } veces
}
expected-dek = Acontecimientos anunciados que aún no han ocurrido, del más próximo al más lejano, y cuántas veces se ha aplazado cada uno.
still-to-come = Por venir
nothing-expected = No hay acontecimientos previstos en este momento.
slip-ledger = Registro de aplazamientos
ledger-caption = Acontecimientos cuya fecha se ha retrasado
current-target = Fecha prevista vigente
happened-late = Ocurridos con retraso o tras un aplazamiento
happened-late-caption = Acontecimientos que ocurrieron más tarde de lo anunciado o que se aplazaron antes de ocurrir
cancelled = Cancelados
postponed-then-cancelled = Aplazados y después cancelados
postponed-then-cancelled-caption = Acontecimientos que se aplazaron antes de ser cancelados
final-target = Última fecha prevista

## Secuencias

storyline = Secuencia
related-events = Acontecimientos relacionados
part-of = parte { $number } de { $count }
previous-in-story = Anterior en esta secuencia
next-in-story = Siguiente en esta secuencia
stories-dek = Cómo un acontecimiento llevó a otro: los acontecimientos relacionados, en orden, y el efecto de cada uno sobre los anteriores.
story-latest = lo último: { $entry }
relation-follows = sigue a { $entry }
relation-follows-back = seguido de { $entry }
relation-reverses = revierte { $entry }
relation-reverses-back = revertido por { $entry }
relation-confirms = confirma { $entry }
relation-confirms-back = confirmado por { $entry }
relation-delays = retrasa { $entry }
relation-delays-back = retrasado por { $entry }

## Temas, periodos y listas con varias páginas

pager = Páginas
newer = Más recientes
older = Más antiguos
periods = Periodos
periods-end = Periodos, al final de la página
months = Meses
years = Años
on-this-day = Efemérides
on-this-day-dek = Lo que ocurrió cada día del año. Solo figuran los acontecimientos cuyo día se conoce.
today-is = Hoy: { $day }
recently-added = Últimas publicaciones
recently-added-dek = Los últimos artículos por fecha de publicación, sea cual sea la fecha de los hechos.
choice-status = Estado
choice-certainty = Grado de certeza
choice-stance = Postura
status-dek = Acontecimientos por estado. Los que ya han ocurrido están en la cronología.
certainty-dek = Acontecimientos por su grado de certeza.
status-expected-about = Anunciado o previsto, sin que conste todavía que haya ocurrido.
status-cancelled-about = Anunciado y después cancelado.
certainty-rumoured-about = Circula, pero sin una fuente identificada que esté en condiciones de saberlo.
certainty-reported-about = Lo ha dado a conocer al menos una fuente; los implicados no lo han confirmado.
certainty-confirmed-about = Afirmado por los implicados o documentado en una fuente primaria.
certainty-disputed-about = Contradicho por otra fuente o por los implicados.
stances-title = La postura de cada organización
stances-dek = Cada organización, agrupada según su última postura, con el acontecimiento en el que consta.
stance-and-entries = { $about }. { $entries }
holder = Organización
holder-since = Desde
holder-entry = Consta en
holder-next = provisional: { $stance }, { $entry }
holder-planned = Prevista, aún no adoptada: { $holders }
holder-plan = { $organisation } ({ $entry }, { $date })
holder-nobody = Ninguna organización mantiene actualmente esta postura.
folded = { $count } más en { $year }, mes desconocido
in-total = { $count } en total
by-count = Por número de acontecimientos
by-name = Por nombre
stance-over-time = Evolución de la postura
mentioned-with = { $terms } que suelen mencionarse con { $term }
term-page = { $term }, página { $number }
term-in-year = { $term } en { $year }
taxonomy-organisations = Organizaciones
taxonomy-organisations-one = Organización
taxonomy-people = Personas
taxonomy-people-one = Persona
taxonomy-categories = Secciones
taxonomy-categories-one = Sección
taxonomy-tags = Temas
taxonomy-tags-one = Tema
taxonomy-authors = Autores
taxonomy-authors-one = Autor

## Explorar: búsqueda y todos los filtros

search = Buscar
search-site = Buscar en la cronología
search-entries = { $count ->
    [one] Buscar en { $count } acontecimiento
    [many] Buscar en { $count } de acontecimientos
   *[other] Buscar en { $count } acontecimientos
}
explore = Explorar
explore-dek = Todos los acontecimientos, por palabra clave, nombre, estado y fecha.
about-stances = Qué postura mantiene cada organización, desde cuándo y según qué fuente, en { $site }.
about-explore = Encuentre cualquier acontecimiento de { $site } por palabra clave, nombre, estado o fecha.
explore-text = Palabras clave en el titular y el texto
explore-filters = Filtros
facet-status = Estado
facet-stance = Postura
facet-importance = Importancia
importance-1 = Marginal
importance-2 = Menor
importance-3 = Destacable
importance-4 = Importante
importance-5 = Fundamental
explore-period = Periodo
explore-from = Desde
explore-to = Hasta
explore-period-help = Un año, un mes o un día, como 2025, 2025-03 o 2025-03-09. Incluye los acontecimientos que podrían situarse en ese periodo.
explore-all-choices = Mostrar todo ({ $count })
explore-sort = Ordenar por
sort-best = Más relevantes
sort-happened = Fecha del acontecimiento
sort-published = Fecha de publicación
sort-updated = Última actualización
explore-new = Novedades desde su última visita
explore-clear = Borrar todo
explore-show = Mostrar ({ $count })
explore-results = Resultados
explore-skip = Ir a los resultados
entries-found = { $count ->
    [one] { $count } acontecimiento encontrado
    [many] { $count } de acontecimientos encontrados
   *[other] { $count } acontecimientos encontrados
}
background-articles = { $count ->
    [one] y { $count } artículo de contexto
    [many] y { $count } de artículos de contexto
   *[other] y { $count } artículos de contexto
}
explore-more = Mostrar más
explore-nothing = Ningún acontecimiento cumple todos los filtros. Quite uno de ellos:
explore-filter = { $label }: { $value }
explore-by-date = Ordenar por fecha
explore-spelt = Resultados de «{ $spelt }».
explore-as-written = Buscar en cambio «{ $asked }»
explore-partly = Pocos acontecimientos contienen todas estas palabras. A continuación figuran los que contienen la mayoría.
explore-term = Todo sobre { $term }
explore-hint = Pruebe con menos palabras o con otras, o revise cómo están escritas.
explore-remove = Quitar el filtro: { $label }
explore-broken = No se ha podido cargar la búsqueda. Todos los acontecimientos figuran en las listas siguientes.
explore-lists = Consultar todos los acontecimientos
explore-no-script = La búsqueda y los filtros necesitan JavaScript. Estas listas, no.
more-lists = Más listas

## Correcciones

corrections-policy = Política de correcciones
no-corrections = Por ahora no hay correcciones.
correction-correction = Corrección
correction-clarification = Aclaración
correction-editors-note = Nota de la Redacción
correction-retraction = Retractación
correction-of = Corrección: { $title }

## Etiquetas que site.yaml puede sustituir

status-happened = Ocurrido
status-expected = Previsto
status-cancelled = Cancelado
certainty-rumoured = Rumor
certainty-reported = Sin confirmar
certainty-confirmed = Confirmado
certainty-disputed = Cuestionado
kind-analysis = Análisis
kind-opinion = Opinión
kind-explainer = Claves
source-primary = Fuente primaria
source-secondary = Fuente secundaria
source-rewrite = Reescritura de otra noticia

## Páginas que no existen

not-found = Página no encontrada
not-found-heading = No hay ninguna página en esta dirección
not-found-dek = Es posible que haya cambiado de sitio o que la dirección contenga una errata. Pruebe con una de estas páginas:
to-front = Portada: los últimos artículos y la cronología
report-missing = Díganos qué falta
no-longer-available = Ya no está disponible
expired-on = Este artículo dejó de estar disponible el { $date }.
moved-heading = Esta página ha cambiado de dirección
moved-to = Ahora se encuentra aquí: { $page }.

## Para buscadores y canales

events = { $count ->
    [one] { $count } acontecimiento
    [many] { $count } de acontecimientos
   *[other] { $count } acontecimientos
}
about-period = { $events } de { $period } en { $site }.
about-day = El { $day } a lo largo de los años: { $events } en { $site }.
about-days = Lo que ocurrió cada día del año, en { $site }.
about-new = Los últimos artículos de { $site }.
about-taxonomy = { $title } en { $site }: { $terms }.
about-term = { $term }: { $events } en { $site }.
about-term-span = { $term }: { $events } en { $site }, { $span }.
about-pages = Todas las páginas de { $site }.
about-stories = Secuencias de { $site }: { $titles }.
about-story = { $story }: { $events } en { $site }.
about-expected = Acontecimientos anunciados que aún no han ocurrido y cuántas veces se han aplazado, en { $site }.
about-corrections = Todas las correcciones, aclaraciones y retractaciones de { $site }.
about-feeds = Canales y calendarios de { $site }.
about-data = La cronología de { $site } como datos: JSON, CSV, TimelineJS.
feed-of = { $name } – { $site }

## Nombres en las fechas

month-1 = enero
month-2 = febrero
month-3 = marzo
month-4 = abril
month-5 = mayo
month-6 = junio
month-7 = julio
month-8 = agosto
month-9 = septiembre
month-10 = octubre
month-11 = noviembre
month-12 = diciembre
month-in-date-1 = enero
month-in-date-2 = febrero
month-in-date-3 = marzo
month-in-date-4 = abril
month-in-date-5 = mayo
month-in-date-6 = junio
month-in-date-7 = julio
month-in-date-8 = agosto
month-in-date-9 = septiembre
month-in-date-10 = octubre
month-in-date-11 = noviembre
month-in-date-12 = diciembre
month-short-1 = ene
month-short-2 = feb
month-short-3 = mar
month-short-4 = abr
month-short-5 = may
month-short-6 = jun
month-short-7 = jul
month-short-8 = ago
month-short-9 = sept
month-short-10 = oct
month-short-11 = nov
month-short-12 = dic
month-short-in-date-1 = ene
month-short-in-date-2 = feb
month-short-in-date-3 = mar
month-short-in-date-4 = abr
month-short-in-date-5 = may
month-short-in-date-6 = jun
month-short-in-date-7 = jul
month-short-in-date-8 = ago
month-short-in-date-9 = sept
month-short-in-date-10 = oct
month-short-in-date-11 = nov
month-short-in-date-12 = dic
weekday-1 = lunes
weekday-2 = martes
weekday-3 = miércoles
weekday-4 = jueves
weekday-5 = viernes
weekday-6 = sábado
weekday-7 = domingo
weekday-short-1 = lun
weekday-short-2 = mar
weekday-short-3 = mié
weekday-short-4 = jue
weekday-short-5 = vie
weekday-short-6 = sáb
weekday-short-7 = dom
part-q1 = primer trimestre
part-q2 = segundo trimestre
part-q3 = tercer trimestre
part-q4 = cuarto trimestre
part-h1 = primer semestre
part-h2 = segundo semestre
part-spring = primavera
part-summer = verano
part-autumn = otoño
part-winter = invierno
part-short-q1 = T1
part-short-q2 = T2
part-short-q3 = T3
part-short-q4 = T4
part-short-h1 = S1
part-short-h2 = S2
part-short-spring = primavera
part-short-summer = verano
part-short-autumn = otoño
part-short-winter = invierno

## Fechas completas

year-heading = { $year }
bar-year = { $year }
date-year = { $year }
short-year = { $year }
date-year-bc = { $year } a. C.
date-year-ad = { $year } d. C.
year-in-date = { $year }
year-in-date-bc = { $year } a. C.
year-in-date-ad = { $year } d. C.
date-month = { $month } de { $year }
date-month-of-year = { $month-name }
date-day = { $day } de { $month } de { $year }
date-day-of-month = { $day } de { $month }
# Con coma si la fecha va sola («martes, 9 de diciembre»), sin ella tras el artículo («el martes 9»).
date-weekday = { $case ->
    [articulo] { $weekday } { $date }
   *[other] { $weekday }, { $date }
}
date-decade = década de { $decade }
date-decade-short = década de { $decade }
date-century = siglo { $number }
date-century-short = siglo { $number }
# Solo los siglos llevan ordinal.
ordinal-1 = { $roman }
ordinal-2 = { $roman }
ordinal-3 = { $roman }
ordinal = { $roman }
date-years = años { $from } a { $to }
date-years-short = años { $from } a { $to }
date-quarter = { $part } de { $year }
date-season = { $part } de { $year }
# Sin la palabra «trimestre», que viene después: «del primer al segundo trimestre» (véase date-to).
date-part-of-year = { $which ->
    [q1] primer
    [q2] segundo
    [q3] tercer
    [q4] cuarto
    [h1] primer
    [h2] segundo
   *[other] { $part }
}
date-inner = { $date }
date-time = { $date } { $time }
clock = { $hour-24 ->
    [1] a la
   *[other] a las
} { $hour-24 }:{ $minute } { $zone }
zone = { $zone }
date-about = { $kind ->
    [day] hacia el { $date }
    [quarter] hacia el { $date }
    [half] hacia el { $date }
    [season] { INITIAL($date) ->
        [p] hacia la { $date }
       *[other] hacia el { $date }
    }
    [decade] hacia la { $date }
    [years] hacia los { $date }
    [century] hacia el { $date }
   *[other] hacia { $date }
}
date-perhaps = { $kind ->
    [day] quizá el { $date }
    [month] quizá en { $date }
    [year] quizá en { $date }
    [quarter] quizá en el { $date }
    [half] quizá en el { $date }
    [season] { INITIAL($date) ->
        [p] quizá en la { $date }
       *[other] quizá en el { $date }
    }
    [decade] quizá en la { $date }
    [years] quizá en los { $date }
    [century] quizá en el { $date }
   *[other] quizá { $date }
}
    .case = articulo
date-perhaps-about = { $kind ->
    [day] quizá hacia el { $date }
    [quarter] quizá hacia el { $date }
    [half] quizá hacia el { $date }
    [season] { INITIAL($date) ->
        [p] quizá hacia la { $date }
       *[other] quizá hacia el { $date }
    }
    [decade] quizá hacia la { $date }
    [years] quizá hacia los { $date }
    [century] quizá hacia el { $date }
   *[other] quizá hacia { $date }
}
date-about-uncertain = { $kind ->
    [day] hacia el { $date }, fecha incierta
    [quarter] hacia el { $date }, fecha incierta
    [half] hacia el { $date }, fecha incierta
    [season] { INITIAL($date) ->
        [p] hacia la { $date }, fecha incierta
       *[other] hacia el { $date }, fecha incierta
    }
    [decade] hacia la { $date }, fecha incierta
    [years] hacia los { $date }, fecha incierta
    [century] hacia el { $date }, fecha incierta
   *[other] hacia { $date }, fecha incierta
}
date-in-calendars = { $date } ({ $gregorian })
date-since = { $kind ->
    [day] desde el { $date }, en curso
    [quarter] desde el { $date }, en curso
    [half] desde el { $date }, en curso
    [season] { INITIAL($date) ->
        [p] desde la { $date }, en curso
       *[other] desde el { $date }, en curso
    }
    [decade] desde la { $date }, en curso
    [years] desde los { $date }, en curso
    [century] desde el { $date }, en curso
    [doubted] inicio { $date }, en curso
   *[other] desde { $date }, en curso
}
date-from = { $kind ->
    [day] a partir del { $date }, final desconocido
    [quarter] a partir del { $date }, final desconocido
    [half] a partir del { $date }, final desconocido
    [season] { INITIAL($date) ->
        [p] a partir de la { $date }, final desconocido
       *[other] a partir del { $date }, final desconocido
    }
    [decade] a partir de la { $date }, final desconocido
    [years] a partir de los { $date }, final desconocido
    [century] a partir del { $date }, final desconocido
    [doubted] inicio { $date }, final desconocido
   *[other] a partir de { $date }, final desconocido
}
date-until = { $kind ->
    [day] hasta el { $date }
    [quarter] hasta el { $date }
    [half] hasta el { $date }
    [season] { INITIAL($date) ->
        [p] hasta la { $date }
       *[other] hasta el { $date }
    }
    [decade] hasta la { $date }
    [years] hasta los { $date }
    [century] hasta el { $date }
    [doubted] final { $date }
   *[other] hasta { $date }
}
date-or-earlier = { $date } o antes
date-or-later = { $date } o después
date-days = del { $day } al { $date }
# $from-full entre un trimestre y un semestre, porque date-part-of-year calla esas palabras.
date-to = { $from-kind ->
    [doubted] { $from } – { $to }
   *[other] { $to-kind ->
        [doubted] { $from } – { $to }
       *[other] { $from-kind ->
            [day] {"del "}
            [quarter] {"del "}
            [half] {"del "}
            [season] { INITIAL($from) ->
                [p] {"de la "}
               *[other] {"del "}
            }
            [decade] {"de la "}
            [years] {"de los "}
            [century] {"del "}
           *[other] {"de "}
        }{ $from-kind ->
            [quarter] { $to-kind ->
                [quarter] { $from }
               *[other] { $from-full }
            }
            [half] { $to-kind ->
                [half] { $from }
               *[other] { $from-full }
            }
           *[other] { $from }
        } { $to-kind ->
            [day] {"al "}
            [quarter] {"al "}
            [half] {"al "}
            [season] { INITIAL($to) ->
                [p] {"a la "}
               *[other] {"al "}
            }
            [decade] {"a la "}
            [years] {"a los "}
            [century] {"al "}
           *[other] {"a "}
        }{ $to }
    }
}
date-to-years = de { $from } a { $to }
date-one-of = { $dates }
date-one-of-years = { $dates }
date-some-day = { $from-kind ->
    [doubted] algún día ({ $range })
   *[other] { $to-kind ->
        [doubted] algún día ({ $range })
        [day] algún día entre el { $from } y el { $to }
       *[other] algún día entre el { $from } y { $to }
    }
}
date-some-month = { $from-kind ->
    [doubted] algún mes ({ $range })
   *[other] { $to-kind ->
        [doubted] algún mes ({ $range })
        [day] algún mes entre { $from } y el { $to }
       *[other] algún mes entre { $from } y { $to }
    }
}
date-some-year = { $from-kind ->
    [doubted] algún año ({ $range })
   *[other] { $to-kind ->
        [doubted] algún año ({ $range })
        [day] algún año entre { $from } y el { $to }
       *[other] algún año entre { $from } y { $to }
    }
}
date-some-period = { $from-kind ->
    [doubted] { $from } – { $to }
   *[other] { $to-kind ->
        [doubted] { $from } – { $to }
       *[other] entre { $from-kind ->
            [day] {"el "}
            [quarter] {"el "}
            [half] {"el "}
            [season] { INITIAL($from) ->
                [p] {"la "}
               *[other] {"el "}
            }
            [decade] {"la "}
            [years] {"los "}
            [century] {"el "}
           *[other] {""}
        }{ $from-kind ->
            [quarter] { $to-kind ->
                [quarter] { $from }
               *[other] { $from-full }
            }
            [half] { $to-kind ->
                [half] { $from }
               *[other] { $from-full }
            }
           *[other] { $from }
        } { $to-kind ->
            [day] {"y el "}
            [quarter] {"y el "}
            [half] {"y el "}
            [season] { INITIAL($to) ->
                [p] {"y la "}
               *[other] {"y el "}
            }
            [decade] {"y la "}
            [years] {"y los "}
            [century] {"y el "}
           *[other] {"y "}
        }{ $to }
    }
}
date-list = { $dates }, { $date }
# «u» ante «octubre», «oct» y «otoño»; ante «8» no se puede saber.
date-or-two = { $dates } { INITIAL($date) ->
    [o] u
   *[other] o
} { $date }
date-or-last = { $dates } { INITIAL($date) ->
    [o] u
   *[other] o
} { $date }

## Fechas abreviadas

short-date = { $kind ->
    [season] { $part } de { $year }
   *[other] { $part } { $year }
}
short-day = { $day } { $month }
short-month = { $month-name }
short-about = { $kind ->
    [day] hacia el { $date }
    [quarter] hacia el { $date }
    [half] hacia el { $date }
    [season] { INITIAL($date) ->
        [p] hacia la { $date }
       *[other] hacia el { $date }
    }
    [decade] hacia la { $date }
    [years] hacia los { $date }
    [century] hacia el { $date }
   *[other] hacia { $date }
}
short-perhaps = ¿{ $date }?
short-since = { $kind ->
    [day] desde el { $date }
    [quarter] desde el { $date }
    [half] desde el { $date }
    [season] { INITIAL($date) ->
        [p] desde la { $date }
       *[other] desde el { $date }
    }
    [decade] desde la { $date }
    [years] desde los { $date }
    [century] desde el { $date }
    [doubted] { $date } (en curso)
   *[other] desde { $date }
}
short-from = { $kind ->
    [day] a partir del { $date }
    [quarter] a partir del { $date }
    [half] a partir del { $date }
    [season] { INITIAL($date) ->
        [p] a partir de la { $date }
       *[other] a partir del { $date }
    }
    [decade] a partir de la { $date }
    [years] a partir de los { $date }
    [century] a partir del { $date }
    [doubted] inicio: { $date }
   *[other] a partir de { $date }
}
short-until = { $kind ->
    [day] hasta el { $date }
    [quarter] hasta el { $date }
    [half] hasta el { $date }
    [season] { INITIAL($date) ->
        [p] hasta la { $date }
       *[other] hasta el { $date }
    }
    [decade] hasta la { $date }
    [years] hasta los { $date }
    [century] hasta el { $date }
    [doubted] final: { $date }
   *[other] hasta { $date }
}
short-range = { $from }–{ $to }
short-range-loose = { $from } – { $to }
short-years = { $from }–{ $to }
short-days = { $day }–{ $date }
date-column-day = { $weekday } { $day }
date-column-days = { $from }–{ $to }
day-number = { $day }
year-only = solo el año
day-unknown = día desconocido
month-unknown = mes desconocido
year-unknown = año desconocido
decade-unknown = década desconocida
date-unknown = Fecha desconocida
closing = { $period }, { $unknown }

## Desfases

number-0 = cero
number-1 = un
number-2 = dos
number-3 = tres
number-4 = cuatro
number-5 = cinco
number-6 = seis
number-7 = siete
number-8 = ocho
number-9 = nueve
length-days = { $count ->
    [one] { $number } día
    [many] { $number } de días
   *[other] { $number } días
}
length-weeks = { $count ->
    [one] una semana
    [many] { $number } de semanas
   *[other] { $number } semanas
}
length-months = { $count ->
    [one] { $number } mes
    [many] { $number } de meses
   *[other] { $number } meses
}
length-quarters = { $count ->
    [one] { $number } trimestre
    [many] { $number } de trimestres
   *[other] { $number } trimestres
}
length-years = { $count ->
    [one] { $number } año
    [many] { $number } de años
   *[other] { $number } años
}
later = más tarde
later-exactly = { $length } después
later-about = alrededor de { $length } después
later-at-least = al menos { $length } después
later-up-to = hasta { $length } después
later-more-than = más de { $length } después
earlier = antes
earlier-exactly = { $length } antes
earlier-about = alrededor de { $length } antes
earlier-at-least = al menos { $length } antes
earlier-up-to = hasta { $length } antes
earlier-more-than = más de { $length } antes
late = con retraso
late-exactly = con { $length } de retraso
late-about = con alrededor de { $length } de retraso
late-at-least = con al menos { $length } de retraso
late-up-to = con hasta { $length } de retraso
late-more-than = con más de { $length } de retraso
early = antes de lo previsto
early-exactly = { $length } antes de lo previsto
early-about = alrededor de { $length } antes de lo previsto
early-at-least = al menos { $length } antes de lo previsto
early-up-to = hasta { $length } antes de lo previsto
early-more-than = más de { $length } antes de lo previsto

## Gráficos comparados en el tiempo

lanes = Comparación
lanes-title = Quién hizo qué y cuándo
lanes-stances = Qué postura tiene cada cual y desde cuándo
lanes-dek = Qué ocurrió, qué se anunció y qué postura tuvo cada cual, en un mismo eje de tiempo.
lanes-all = Todas las líneas, también en tabla
lanes-as-table = Lo mismo en una tabla
lanes-table = Todo lo que muestra el gráfico
lanes-csv = La tabla en CSV
lanes-csv-all = Todas las filas en CSV
lanes-rows-shown = Filas mostradas: { $shown } de { $count }, las más importantes y las más recientes.
lanes-wide = Comparación en el tiempo; se puede desplazar
lane-title = { $name } a lo largo del tiempo
lanes-finding = { $parts }.
lanes-finding-part = { $names }: { LOWER($stance) }
lanes-finding-comma = {"; "}
lane-finding = { $stance } desde { $kind ->
    [day] el { $date }
   *[other] { $date }
}.
lanes-as-of = Datos a { $date }.
lane-since = desde { $kind ->
    [day] el { $date }
   *[other] { $date }
}
lane-stance-since = { $stance } desde { $date }
lane-stance-unsure = { $stance } ({ LOWER($how) })
lane-cancelled = cancelado ({ $date })
lane-passed = plazo vencido ({ $date })
lanes-when = Fecha
lanes-outcome = En qué quedó
chart-today = Hoy, { $date }
chart-colon = {": "}
chart-key = Leyenda
chart-events = Acontecimientos
chart-reported = sin confirmar
chart-slanted = día desconocido
chart-lesser = acontecimiento menor
chart-put-off = aplazado a
chart-more-plans = Otros anuncios: { $count }
chart-passed = plazo vencido
chart-cancelled = cancelado
chart-folded = abreviado: sin acontecimientos
chart-larger = escala mayor
chart-zoom-in = Acercar
chart-zoom-out = Alejar
chart-zoom-all = Todo el periodo
chart-choose = Elegir y ordenar
chart-move-up = Subir { $name }
chart-move-down = Bajar { $name }
chart-use = Descargar, citar o insertar este gráfico
chart-svg = El gráfico en SVG
chart-png = El gráfico en PNG
chart-cite = { $title }. { $site }, { $address }. { $as-of }
chart-embed = HTML para mostrar el gráfico en otro sitio
copy = Copiar
copied = Copiado
density-title = Acontecimientos a lo largo del tiempo
density-note = Barras más altas: más acontecimientos, o más importantes; el cuádruple dobla la altura.
density-expected = Solo contorno: previstos.
story-steps = { $before }, después { LOWER($stance) }
story-silence = { $length } sin acontecimientos
story-follows = sigue
story-reverses = revierte
story-confirms = confirma
story-delays = retrasa
compare-title = { $names }: comparación
compare-differences = Diferencias
compare-apart = { $count ->
    [one] a un grado de distancia
    [many] a { $count } de grados de distancia
   *[other] a { $count } grados de distancia
}
compare-same = la misma postura
compare-differ = posturas distintas
slips-title = Cómo se aplazaron las fechas
slips-dek = De izquierda a derecha, el día en que se anunció una fecha; de abajo arriba, esa fecha. Lo que se aplaza sube; lo que se cumple acaba en la línea discontinua.
slips-latest = Se muestran los más recientes; todos están en las tablas de abajo.
slips-said = Anunciado el
slips-target = Anunciado para
slips-due = previsto
slips-lateness = Con cuánto retraso se cumplió lo anunciado
slips-median = { $lateness } (mediana de { $count } anuncios registrados aquí)
slips-method = Cómo se calcula
slips-method-text = Cada anuncio registrado aquí que se cumplió cuenta una vez: se compara su primera fecha con la fecha en que ocurrió. La mediana es el valor central o, si hay dos, el más temprano. No figuran las organizaciones con menos de tres, y no se cuenta lo que no se ha cumplido.
about-lanes = Quién hizo qué y cuándo, y qué postura tuvo cada cual, en un mismo eje de tiempo, en { $site }.
