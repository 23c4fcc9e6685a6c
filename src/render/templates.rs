//! The template set: the embedded default theme, with the site's own files replacing parts of it.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock, PoisonError, RwLock};

use tera::{Context, Tera, Value};

use super::{template_fault, word};
use crate::diagnostic::suggest::{did_you_mean, nearest};
use crate::diagnostic::{Diagnostic, Sink};
use crate::messages::{Catalogs, Messages};
use crate::source::{At, SourceId, Sources, Span};
use crate::view::deps::HtmlDeps;
use crate::view::{Card, CardLink, Chrome, Head};

macro_rules! theme {
    ($($name:literal),* $(,)?) => { &[$(($name, include_str!(concat!("../../templates/", $name)))),*] };
}

/// The default theme, by name below `templates/`.
pub const THEME: &[(&str, &str)] = theme![
    "article.html",
    "base.html",
    "components/card.html",
    "components/chart_file.html",
    "components/chips.html",
    "components/clocks.html",
    "components/corrections.html",
    "components/date.html",
    "components/density.html",
    "components/density_row.html",
    "components/embed_code.html",
    "components/events.html",
    "components/facet.html",
    "components/foot.html",
    "components/history.html",
    "components/languages.html",
    "components/lead.html",
    "components/lanes.html",
    "components/lanes_compact.html",
    "components/ledger.html",
    "components/links.html",
    "components/masthead.html",
    "components/now.html",
    "components/pager.html",
    "components/picture.html",
    "components/related.html",
    "components/share.html",
    "components/slips.html",
    "components/slots.html",
    "components/sources.html",
    "components/stance.html",
    "components/story.html",
    "components/subscriptions.html",
    "components/timeline.html",
    "compare.html",
    "corrections.html",
    "data.html",
    "days.html",
    "embed.html",
    "expected.html",
    "expired.html",
    "explore.html",
    "facets.html",
    "feeds.html",
    "front.html",
    "lanes.html",
    "new.html",
    "not-found.html",
    "page_list.html",
    "period.html",
    "redirect.html",
    "stances.html",
    "standing.html",
    "stories.html",
    "story.html",
    "taxonomy.html",
    "term.html",
];

/// The default style sheet.
pub const THEME_CSS: &str = include_str!("../../static/site.css");

/// The same as sites serve it: without comments and spaces (`build/`).
const THEME_SHEET: &str = include_str!(concat!(env!("OUT_DIR"), "/site.css"));

/// The chrome as a template value, converted once for all pages in one language, and the HTML that
/// is rendered from it once.
pub struct SharedChrome {
    site: Value,
    /// The name `words`, which components receive implicitly.
    implicits: Context,
    foot: OnceLock<Value>,
    /// Rendered mastheads, by whether the page is the front page, and by section.
    mastheads: RwLock<BTreeMap<(bool, Option<String>), Value>>,
}

impl SharedChrome {
    pub fn new(chrome: &Chrome, messages: &Messages) -> Self {
        let mut implicits = Context::new();
        implicits.insert_value("words", messages.value().clone());
        Self {
            implicits,
            site: Value::from_serializable(chrome),
            foot: OnceLock::new(),
            mastheads: RwLock::default(),
        }
    }
}

/// A site's own files that replace parts of the default theme.
pub struct OwnTheme {
    /// Its templates: source id, name below `templates/`, text.
    pub templates: Vec<(SourceId, String, String)>,
    /// Replaces the default style sheet.
    pub style_sheet: Option<String>,
    /// Its own rules, which come after those of the style sheet.
    pub custom_sheet: Option<CustomSheet>,
}

/// A site's own style sheet.
pub struct CustomSheet {
    pub text: String,
    /// The addresses that it loads, as written.
    pub addresses: Vec<At<String>>,
}

/// Templates and style sheet, parsed and immutable.
pub struct Templates {
    tera: Tera,
    style_sheet: String,
    /// The site's own style sheet as a file; `None` if it has none, or if it is part of the other.
    custom_sheet: Option<String>,
    /// The addresses in it.
    addresses: Vec<At<String>>,
    digest: [u8; 16],
    /// Source id of each template, for diagnostics.
    ids: BTreeMap<String, SourceId>,
    /// Texts, to convert lines and columns to offsets.
    texts: BTreeMap<String, String>,
}

impl Templates {
    /// The default theme, with a site's own files replacing parts of it.
    ///
    /// Reports the faults of templates to `sink`; then there is no template set.
    pub fn new(
        own: OwnTheme,
        catalogs: &Arc<Catalogs>,
        sources: &mut Sources,
        sink: &mut Sink,
    ) -> Option<Self> {
        let mut texts: BTreeMap<String, String> = BTreeMap::new();
        let mut ids: BTreeMap<String, SourceId> = BTreeMap::new();
        for (name, text) in THEME {
            texts.insert((*name).to_owned(), (*text).to_owned());
        }
        for (id, name, text) in own.templates {
            own_template(id, &name, &text, sink);
            texts.insert(name.clone(), text);
            ids.insert(name, id);
        }
        for (name, text) in THEME {
            if !ids.contains_key(*name) {
                ids.insert(
                    (*name).to_owned(),
                    sources.add_embedded(format!("templates/{name} (default theme)"), text),
                );
            }
        }
        // A copy of the theme's that nobody has changed is served as the theme's is.
        let changed = own.style_sheet.filter(|text| text != THEME_CSS);
        let mut style_sheet = changed.unwrap_or_else(|| THEME_SHEET.to_owned());
        let (mut custom_sheet, addresses) = own
            .custom_sheet
            .map_or_else(Default::default, |own| (Some(own.text), own.addresses));
        if texts.values().any(|text| links_one_sheet(text)) {
            style_sheet.push('\n');
            style_sheet.push_str(&custom_sheet.take().unwrap_or_default());
        }
        let mut hasher = crate::digest::Hasher::new();
        hasher.update(catalogs.digest());
        for (name, text) in texts
            .iter()
            .map(|(n, t)| (n.as_str(), t.as_str()))
            .chain([("css", style_sheet.as_str())])
            .chain(custom_sheet.as_deref().map(|text| ("custom", text)))
        {
            hasher
                .update(&(name.len() as u64).to_le_bytes())
                .update(name.as_bytes());
            hasher
                .update(&(text.len() as u64).to_le_bytes())
                .update(text.as_bytes());
        }
        let digest = hasher.finish();
        let mut set = Self {
            tera: Tera::default(),
            style_sheet,
            custom_sheet,
            addresses,
            digest,
            ids,
            texts,
        };
        let mut tera = Tera::default();
        tera.autoescape_on(vec![".html"]);
        word::register(&mut tera, Arc::clone(catalogs));
        let result = tera.add_raw_templates(
            set.texts
                .iter()
                .map(|(name, text)| (name.as_str(), text.as_str())),
        );
        if let Err(error) = result {
            sink.extend(set.faults(&error, None));
            return None;
        }
        set.tera = tera;
        Some(set)
    }

    pub fn digest(&self) -> &[u8; 16] {
        &self.digest
    }

    pub fn style_sheet(&self) -> &str {
        &self.style_sheet
    }

    /// The site's own style sheet, if pages link it as a file of its own.
    pub fn custom_sheet(&self) -> Option<&str> {
        self.custom_sheet.as_deref()
    }

    /// The addresses that the site's own style sheet loads.
    pub fn addresses(&self) -> &[At<String>] {
        &self.addresses
    }

    /// Renders a page, with the names `site`, `words`, `masthead`, `foot`, `page` and that of its
    /// view. `html` is added to the view under the given field names.
    ///
    /// # Errors
    ///
    /// The span of the failure in a template.
    pub fn render(
        &self,
        deps: &HtmlDeps,
        html: Vec<(&'static str, Value)>,
        site: &SharedChrome,
    ) -> Result<String, Box<Diagnostic>> {
        let mut context = site.implicits.clone();
        context.insert_value("site", site.site.clone());
        context.insert_value("masthead", self.masthead(&deps.head, site)?);
        context.insert_value("foot", self.foot(site)?);
        context.insert("page", &deps.head);
        if !deps.name.is_empty() {
            let mut view = deps.view.value().into_map().unwrap_or_default();
            view.extend(html.into_iter().map(|(name, html)| (name.into(), html)));
            context.insert_value(deps.name, Value::from(view));
        }
        self.tera
            .render(deps.template, &context)
            .map_err(|error| self.fault(&error, Some(deps.template)))
    }

    /// Renders one entry of a list with the component `card`; `level` is its heading level.
    ///
    /// # Errors
    ///
    /// The span of the failure in a template.
    pub fn card(
        &self,
        card: &Card,
        level: u8,
        site: &SharedChrome,
    ) -> Result<String, Box<Diagnostic>> {
        let mut context = Context::new();
        context.insert("card", card);
        context.insert("level", &level);
        context.insert("when", &card.date.spine);
        self.component("card", &context, site)
    }

    /// Renders one related article with the component `related`.
    ///
    /// # Errors
    ///
    /// The span of the failure in a template.
    pub fn related(&self, link: &CardLink, site: &SharedChrome) -> Result<String, Box<Diagnostic>> {
        let mut context = Context::new();
        context.insert("link", link);
        self.component("related", &context, site)
    }

    fn masthead(&self, head: &Head, site: &SharedChrome) -> Result<Value, Box<Diagnostic>> {
        let key = (head.kind == "front", head.section.clone());
        let known = site
            .mastheads
            .read()
            .unwrap_or_else(PoisonError::into_inner);
        if let Some(html) = known.get(&key) {
            return Ok(html.clone());
        }
        drop(known);
        let mut context = Context::new();
        context.insert_value("site", site.site.clone());
        context.insert("front", &key.0);
        context.insert("section", &key.1);
        context.insert("hint", head.search_hint.as_deref().unwrap_or_default());
        let html = Value::safe_string(&self.component("masthead", &context, site)?);
        let mut known = site
            .mastheads
            .write()
            .unwrap_or_else(PoisonError::into_inner);
        Ok(known.entry(key).or_insert(html).clone())
    }

    fn foot(&self, site: &SharedChrome) -> Result<Value, Box<Diagnostic>> {
        if let Some(html) = site.foot.get() {
            return Ok(html.clone());
        }
        let mut context = Context::new();
        context.insert_value("site", site.site.clone());
        let html = Value::safe_string(&self.component("foot", &context, site)?);
        Ok(site.foot.get_or_init(|| html).clone())
    }

    fn component(
        &self,
        name: &str,
        context: &Context,
        site: &SharedChrome,
    ) -> Result<String, Box<Diagnostic>> {
        self.tera
            .render_component_with_implicits(name, context, &site.implicits, None, true)
            .map_err(|error| self.fault(&error, None))
    }

    /// Converts Tera's error to diagnostics with spans. `template` is that of the page.
    fn faults(&self, error: &tera::Error, template: Option<&str>) -> Vec<Diagnostic> {
        let texts = template_fault::TemplateTexts {
            ids: &self.ids,
            texts: &self.texts,
        };
        template_fault::faults(error, template, texts)
    }

    /// The first of them: rendering stops at one.
    fn fault(&self, error: &tera::Error, template: Option<&str>) -> Box<Diagnostic> {
        let first = self.faults(error, template).into_iter().next();
        Box::new(first.unwrap_or_else(|| {
            Diagnostic::error("template", error.to_string())
                .file("templates")
                .hint("compare the templates with the default theme's")
        }))
    }
}

/// Reports what Tera would not about a site's own template: that it replaces nothing, or that it
/// lacks a component that other templates need from it.
fn own_template(id: SourceId, name: &str, text: &str, sink: &mut Sink) {
    let start = Span::new(id, 0..0);
    let Some((_, default)) = THEME.iter().find(|(theme, _)| *theme == name) else {
        let near = nearest(name, THEME.iter().map(|(theme, _)| *theme));
        sink.push(
            Diagnostic::notice(
                "new-template",
                "this template replaces none of the default theme",
            )
            .at(start, did_you_mean(near, "a new template"))
            .hint("to replace a template of the theme, use its file name"),
        );
        return;
    };
    for component in components(default).filter(|c| !components(text).any(|own| own == *c)) {
        sink.push(
            Diagnostic::error("missing-component", format!("the template that this file replaces defines the component `{component}`, but this file does not"))
                .at(start, "in this file")
                .hint(format!("start from the default file, and keep its `{{% component {component}(…) %}}` and `{{% endcomponent {component} %}}`")),
        );
    }
}

/// Whether a template links the theme's style sheet and not the site's own, as those do that were
/// ejected when both were one file: they are one again.
fn links_one_sheet(template: &str) -> bool {
    template.contains("site.css") && !template.contains("site.custom_css")
}

/// Names of the components that a template defines.
fn components(text: &str) -> impl Iterator<Item = &str> {
    text.split("{% component ")
        .skip(1)
        .filter_map(|rest| rest.split('(').next())
}
