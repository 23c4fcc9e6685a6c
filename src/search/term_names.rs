//! The names of terms, each in the term shard to which its letters belong: a question that is the
//! name of a term is answered by the term's page too.

use serde::Serialize;

use super::tokens;
use crate::model::site::Site;
use crate::model::taxonomy::TermRef;
use crate::plan::Plan;

/// A name of a term: what a reader may write, what the term is called, where its page is, and how
/// many entries it has.
#[derive(Debug, Serialize)]
pub struct TermName(String, String, String, usize);

/// Returns the names that belong to each shard, in order.
pub fn term_names(site: &Site, beginnings: &[String]) -> Vec<Vec<TermName>> {
    let mut all: Vec<TermName> = Vec::new();
    for (taxonomy, terms) in site.taxonomies.iter().enumerate() {
        for (n, term) in terms.terms.iter().enumerate() {
            if term.count == 0 {
                continue;
            }
            let route = Plan::term_route(site, TermRef { taxonomy, term: n });
            let url = site.config.href(Plan::address(&route));
            let names = [&term.label].into_iter().chain(&term.name);
            let mut keys: Vec<String> = names.chain(&term.aliases).map(|name| key(name)).collect();
            keys.sort_unstable();
            keys.dedup();
            let keys = keys.into_iter().filter(|key| !key.is_empty());
            all.extend(keys.map(|key| TermName(key, term.label.clone(), url.clone(), term.count)));
        }
    }
    all.sort_by(|a, b| a.0.cmp(&b.0));
    let mut shards: Vec<Vec<TermName>> = beginnings.iter().map(|_| Vec::new()).collect();
    for name in all {
        let shard = beginnings.partition_point(|beginning| *beginning <= name.0);
        shards[shard.saturating_sub(1)].push(name);
    }
    shards
}

/// The letters and digits of a name, folded.
fn key(name: &str) -> String {
    let mut key = String::new();
    tokens::each_word(name, |word| key.push_str(&tokens::fold(word)));
    key
}
