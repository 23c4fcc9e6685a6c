//! Codes for the site's own message files.

use super::{Explained, code, files, site};

pub(super) const CODES: &[Explained] = &[
    code(
        "bad-words",
        "A line of a file of words is no message, nor a part of one. Write `id = text`; further lines of the text are indented, and what is filled in stands as `{ $count }`.",
        files(&[("templates/words/en.ftl", "skip Skip to the text\n")]),
        files(&[("templates/words/en.ftl", "skip = Skip to the text\n")]),
    ),
    code(
        "bad-words-file",
        "A file of words is not named after a language, so that nothing says what it is for. Name it by the code of its language, as in `templates/words/pt-BR.ftl`.",
        files(&[("templates/words/brazilian portuguese.ftl", "skip = Pular\n")]),
        files(&[("templates/words/en.ftl", "skip = Skip to the text\n")]),
    ),
    code(
        "missing-argument",
        "A message leaves out what it is about, so that readers see less than the program knows. Put each argument that the message names into its text.",
        files(&[("templates/words/en.ftl", "published-by = Published here.\n")]),
        files(&[(
            "templates/words/en.ftl",
            "published-by = Brought to you by { $publisher }.\n",
        )]),
    ),
    code(
        "missing-words",
        "The file of a language has not every message, and readers see the others in English. Add them; `dateline theme eject templates/words/en.ftl` gives a file that has all.",
        site("languages: [pt-BR]").with(&[("templates/words/pt-BR.ftl", "skip = Pular\n")]),
        files(&[("templates/words/en.ftl", "skip = Skip to the text\n")]),
    ),
    code(
        "unknown-argument",
        "A message asks for something that it is not given. The message of the default theme names what it may use.",
        files(&[(
            "templates/words/en.ftl",
            "published-by = Published by { $paper }.\n",
        )]),
        files(&[(
            "templates/words/en.ftl",
            "published-by = Published by { $publisher }.\n",
        )]),
    ),
    code(
        "unknown-message",
        "A file of words has a message that no page uses, perhaps for a slip of its id. Write the id as the default theme has it, or take the message out.",
        files(&[("templates/words/en.ftl", "skipp = Skip to the text\n")]),
        files(&[("templates/words/en.ftl", "skip = Skip to the text\n")]),
    ),
];
