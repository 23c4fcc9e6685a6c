//! Words that editors write for the certainties and statuses that every site has.

use super::kept_back::plain_word;

/// The ids that a word may mean, and the words, as [`plain_word`] writes them.
type Meanings = &'static [(&'static [&'static str], &'static [&'static str])];

const CERTAINTIES: Meanings = &[
    (
        &["rumoured"],
        &[
            "rumor",
            "rumored",
            "rumors",
            "rumour",
            "rumours",
            "gossip",
            "hearsay",
            "speculated",
            "speculation",
            "speculative",
        ],
    ),
    (
        &["rumoured", "reported"],
        &[
            "alleged",
            "allegedly",
            "claimed",
            "not confirmed",
            "not verified",
            "purported",
            "supposed",
            "tbc",
            "to be confirmed",
            "unconfirmed",
            "uncorroborated",
            "unofficial",
            "unproven",
            "unsubstantiated",
            "unverified",
            "yet to be confirmed",
        ],
    ),
    (
        &["reported"],
        &["report", "reportedly", "according to reports"],
    ),
    (
        &["confirmed"],
        &[
            "certain",
            "confirm",
            "corroborated",
            "definite",
            "documented",
            "established",
            "fact",
            "official",
            "officially confirmed",
            "proven",
            "sure",
            "undisputed",
            "verified",
        ],
    ),
    (
        &["disputed"],
        &[
            "challenged",
            "contested",
            "contradicted",
            "controversial",
            "debunked",
            "denied",
            "disproved",
            "disproven",
            "questioned",
            "refuted",
        ],
    ),
];

const STATUSES: Meanings = &[
    (
        &["happened"],
        &[
            "complete",
            "completed",
            "concluded",
            "done",
            "finished",
            "launched",
            "occurred",
            "over",
            "past",
            "released",
            "took place",
        ],
    ),
    (
        &["expected"],
        &[
            "announced",
            "anticipated",
            "awaited",
            "coming",
            "delayed",
            "due",
            "forthcoming",
            "not happened",
            "not yet",
            "overdue",
            "planned",
            "postponed",
            "promised",
            "proposed",
            "tba",
            "tbc",
            "tbd",
            "tentative",
            "to be confirmed",
            "to come",
            "upcoming",
            "yet to be confirmed",
        ],
    ),
    (
        &["cancelled"],
        &[
            "abandoned",
            "aborted",
            "axed",
            "called off",
            "canceled",
            "cancellation",
            "dropped",
            "scrapped",
        ],
    ),
];

/// Returns the certainties that a word means; none if that is not known.
pub(super) fn certainties(word: &str) -> &'static [&'static str] {
    find(CERTAINTIES, word)
}

/// Returns the statuses that a word means; none if that is not known.
pub(super) fn statuses(word: &str) -> &'static [&'static str] {
    find(STATUSES, word)
}

fn find(meanings: Meanings, word: &str) -> &'static [&'static str] {
    let word = plain_word(word);
    let row = meanings
        .iter()
        .find(|(_, words)| words.contains(&word.as_str()));
    row.map_or(&[], |(ids, _)| ids)
}
