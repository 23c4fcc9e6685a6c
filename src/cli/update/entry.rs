//! Finds the entry, and the article, that the command line names.

use std::path::Path;

use crate::cli::locate::below;
use crate::content::article::ArticleId;
use crate::content::event::LifeStage;
use crate::diagnostic::suggest::nearest;
use crate::model::entry::{Entry, EntryId};
use crate::model::site::Site;
use crate::model::taxonomy::key;
use crate::world::World;

/// The project's folder, and where it is.
pub(super) type Files<'a> = (&'a dyn World, &'a Path);

/// Maximum number of entries that a message lists.
const MOST_NAMED: usize = 6;

/// Finds an entry by its id, as `article#id`, or by its title.
///
/// # Errors
/// What is wrong, with the next step, for the user.
pub(super) fn find(site: &Site, files: Files<'_>, word: &str) -> Result<EntryId, String> {
    let word = word.trim();
    if let Some(found) = site.entry_by_id(word) {
        return Ok(original(site, found));
    }
    if let Some((article, id)) = word.rsplit_once('#') {
        let article = article_of(site, files, article)?;
        return in_article(site, article, id).map(|found| original(site, found));
    }
    let title = key(word);
    let all = (0..site.entries.len()).map(EntryId);
    let all = all.filter(|id| !site.entry(*id).translated);
    let named: Vec<EntryId> = all
        .filter(|id| key(&site.entry(*id).title) == title)
        .collect();
    let expected = named.iter().filter(|id| is_expected(site.entry(**id)));
    let expected: Vec<EntryId> = expected.copied().collect();
    // What is expected is meant, where another entry is called the same.
    let meant = if expected.is_empty() { named } else { expected };
    match meant.as_slice() {
        [] => Err(unknown(site, word)),
        [one] => Ok(*one),
        many => Err(format!(
            "{} entries are called `{word}`; name one by its id: {}",
            many.len(),
            listed(site, many.iter().copied())
        )),
    }
}

/// The entry that updates are about, for one of a translation.
fn original(site: &Site, found: EntryId) -> EntryId {
    site.entry(found).original.unwrap_or(found)
}

fn is_expected(entry: &Entry) -> bool {
    entry.stage == LifeStage::Expected
}

fn in_article(site: &Site, article: ArticleId, id: &str) -> Result<EntryId, String> {
    let of = &site.of_article[article.0];
    let ids: Vec<EntryId> = of.own.iter().chain(&of.listed).copied().collect();
    // The anchor of an entry on its article's page is `entry-` and its id.
    let plain = id.strip_prefix("entry-").unwrap_or(id);
    let is = |wanted: &str| ids.iter().find(|e| site.entry(**e).id == wanted);
    is(id).or_else(|| is(plain)).copied().ok_or_else(|| {
        format!(
            "content/{} has no entry `{id}`; it has {}",
            site.article(article).path,
            listed(site, ids.iter().copied())
        )
    })
}

/// Finds an article by its id or its file: relative to the working folder, to the project or to its
/// `content/`.
///
/// # Errors
/// That there is none, with the next step, for the user.
pub(super) fn article_of(site: &Site, files: Files<'_>, word: &str) -> Result<ArticleId, String> {
    if let Some(found) = site.article_by_id(word) {
        return Ok(found);
    }
    let (world, root) = files;
    let content = root.join("content");
    let places = [
        Path::new(word).to_owned(),
        root.join(word),
        content.join(word),
    ];
    let mut paths = places.iter().filter_map(|path| below(world, root, path));
    let found = paths.find_map(|path| {
        let path = path.strip_prefix("content/")?;
        site.articles.iter().position(|a| a.path == path)
    });
    found.map(ArticleId).ok_or_else(|| {
        let ids = site.articles.iter().map(|a| a.id.as_str());
        let hint = match nearest(word, ids) {
            Some(near) => format!("did you mean `{near}`?"),
            None => "write its id or its file, as in `content/2026/name.md`".to_owned(),
        };
        format!("there is no article `{word}`; {hint}")
    })
}

fn unknown(site: &Site, word: &str) -> String {
    let wanted = key(word);
    let entries = || (0..site.entries.len()).map(EntryId);
    let shown = || entries().filter(|id| !site.entry(*id).translated);
    let titles: Vec<String> = shown().map(|id| key(&site.entry(id).title)).collect();
    let near = nearest(word, shown().map(|id| site.entry(id).id.as_str()));
    let near_title = nearest(&wanted, titles.iter().map(String::as_str));
    let is_near = |id: &EntryId| {
        let entry = site.entry(*id);
        let title = key(&entry.title);
        Some(entry.id.as_str()) == near
            || Some(title.as_str()) == near_title
            || (wanted.chars().count() > 3 && title.contains(&wanted))
    };
    let mut found: Vec<EntryId> = shown().filter(is_near).collect();
    // What is expected is what is most often updated.
    found.sort_by_key(|id| !is_expected(site.entry(*id)));
    let hint = match found.is_empty() {
        true => {
            "`dateline list --as csv --status expected` lists what is expected, with ids".to_owned()
        }
        false => format!("did you mean {}?", listed(site, found.into_iter())),
    };
    format!("no entry has the id or the title `{word}`; {hint}")
}

/// Ids with titles, the first few.
pub(super) fn listed(site: &Site, ids: impl Iterator<Item = EntryId>) -> String {
    let ids: Vec<EntryId> = ids.collect();
    let shown = ids.iter().take(MOST_NAMED);
    let shown: Vec<String> = shown
        .map(|id| {
            let entry = site.entry(*id);
            format!("`{}` ({})", entry.id, entry.title)
        })
        .collect();
    let more = if ids.len() > MOST_NAMED { ", …" } else { "" };
    format!("{}{more}", shown.join(", "))
}
