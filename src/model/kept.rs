//! What the ledger of addresses says of who has which address. It decides before any order does.

use foldhash::{HashMap, HashMapExt as _, HashSet};

use super::taxonomy;
use crate::config::is_language;
use crate::content::article::{Article, stem};

/// The recorded owners of addresses that are not given up.
#[derive(Debug, Clone, Default)]
pub struct KeptAddresses {
    /// The term that has a slug, by `tags/eole`, as a key of its label.
    terms: HashMap<String, String>,
    /// By id.
    articles: HashMap<String, Vec<KeptArticle>>,
    /// The ids of articles that came from the names of their files, by path below `content/`.
    by_path: HashMap<String, String>,
    /// By address of a listed entry (`/plan/#entry-dam`): the title that it had, as a key.
    entries: HashMap<String, String>,
    /// Addresses of static pages, by id.
    pages: HashMap<String, String>,
}

/// A recorded address of an article.
#[derive(Debug, Clone)]
struct KeptArticle {
    /// With its leading slash.
    address: String,
    /// The path of its file below `content/`, if its id came from the name of the file.
    path: Option<String>,
}

/// The articles that can be used, by file and by id.
pub struct UsableArticles<'a> {
    paths: HashSet<&'a str>,
    ids: HashSet<&'a str>,
}

impl<'a> UsableArticles<'a> {
    pub fn of(articles: &'a [Article]) -> Self {
        Self {
            paths: articles.iter().map(|a| a.path.as_str()).collect(),
            ids: articles.iter().map(|a| a.id.as_str()).collect(),
        }
    }
}

impl KeptAddresses {
    /// Records the term of an address: `id` is `tags/eole`. Without a label, the label is what its
    /// slug says.
    pub fn add_term(&mut self, id: &str, label: Option<&str>) {
        let slug = id.split_once('/').map_or(id, |(_, slug)| slug);
        let key = label.map_or_else(|| plain(slug), taxonomy::key);
        self.terms.insert(id.to_owned(), key);
    }

    pub fn add_article(&mut self, id: &str, address: &str, path: Option<&str>) {
        // Without a path, the file is called like the article, or the article sets its id.
        let file = path.map_or_else(|| format!("{id}.md"), str::to_owned);
        self.by_path.entry(file).or_insert_with(|| id.to_owned());
        let addresses = self.articles.entry(id.to_owned()).or_default();
        addresses.push(KeptArticle {
            address: address.to_owned(),
            path: path.map(str::to_owned),
        });
    }

    /// Records a listed entry. Without a title, it has its id from the editor, or the title is what
    /// the id says.
    pub fn add_entry(&mut self, address: &str, title: Option<&str>) {
        let id = address.rsplit_once("#entry-").map_or("", |(_, id)| id);
        let key = title.map_or_else(|| plain(id), taxonomy::key);
        self.entries.insert(address.to_owned(), key);
    }

    pub fn add_page(&mut self, id: &str, address: &str) {
        self.pages.insert(id.to_owned(), address.to_owned());
    }

    /// Whether nothing is recorded.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty() && self.articles.is_empty() && self.pages.is_empty()
    }

    /// The recorded slugs of a taxonomy's terms, by the keys of their labels. Of several, the shorter
    /// ones come first: the others have a number.
    pub(super) fn slugs_of(&self, taxonomy: &str) -> HashMap<&str, Vec<&str>> {
        let mut slugs: HashMap<&str, Vec<&str>> = HashMap::new();
        for (id, key) in &self.terms {
            let Some((_, slug)) = id.split_once('/').filter(|(own, _)| *own == taxonomy) else {
                continue;
            };
            slugs.entry(key).or_default().push(slug);
        }
        let lists = slugs.values_mut();
        lists.for_each(|list| list.sort_unstable_by_key(|slug| (slug.len(), *slug)));
        slugs
    }

    /// The recorded id of the article whose file is at a path, if its id came from the name of the
    /// file: some articles set theirs.
    pub(super) fn id_of_file(&self, path: &str) -> Option<&str> {
        self.by_path.get(path).map(String::as_str)
    }

    /// Whether an address is recorded as that of the article with this id.
    pub fn is_of(&self, address: &str, id: &str) -> bool {
        let addresses = self.articles.get(id);
        addresses.is_some_and(|all| all.iter().any(|a| a.address == address))
    }

    /// The recorded address of an article in the folder of a language that ends with a route, both
    /// without outer slashes: `ar/dam` for `dam`.
    pub fn in_folder(&self, id: &str, route: &str) -> Option<&str> {
        let mut addresses = self.articles.get(id)?.iter();
        addresses.find_map(|kept| {
            let address = kept.address.trim_matches('/');
            let folder = address.strip_suffix(route)?.strip_suffix('/')?;
            is_language(folder).then_some(address)
        })
    }

    /// Whether an address is recorded as that of the static page with this id.
    pub fn is_page(&self, address: &str, id: &str) -> bool {
        self.pages.get(id).is_some_and(|kept| kept == address)
    }

    /// Whether any address of the article with this id is recorded.
    pub fn knows(&self, id: &str) -> bool {
        self.articles.contains_key(id)
    }

    /// Whether a listed entry of the article with this id is recorded under an anchor.
    pub(super) fn has_entry(&self, id: &str, anchor: &str, title: &str) -> bool {
        let addresses = self.articles.get(id).into_iter().flatten();
        let mut recorded = addresses.filter_map(|a| {
            let address = format!("{}#entry-{anchor}", a.address);
            self.entries.get(&address)
        });
        recorded.any(|key| *key == taxonomy::key(title))
    }

    /// The address under which the contents of a file were public, if the file can no longer be
    /// read and nothing else has its id. `path` is relative to `content/`; `ids` are those that its
    /// text seems to give itself.
    pub fn of_lost_file(
        &self,
        path: &str,
        ids: &[String],
        usable: &UsableArticles<'_>,
    ) -> Option<&str> {
        let own = stem(path);
        if path.starts_with("pages/") {
            return self.pages.get(own).map(String::as_str);
        }
        let is_its = |id: &str, kept: &KeptArticle| match kept.path.as_deref() {
            Some(of) => of == path || (id == own && !usable.paths.contains(of)),
            None => !usable.ids.contains(id),
        };
        let ids = std::iter::once(own).chain(ids.iter().map(String::as_str));
        ids.flat_map(|id| {
            self.articles
                .get(id)
                .into_iter()
                .flatten()
                .map(move |k| (id, k))
        })
        .find(|(id, kept)| is_its(id, kept))
        .map(|(_, kept)| kept.address.as_str())
    }
}

/// The key of the label that a slug says: `ely council` for `ely-council`. A term with any other
/// label has its label in the ledger.
pub fn plain(slug: &str) -> String {
    slug.replace('-', " ")
}
