//! Codes for the site's own message files.

use super::{Explained, code, files, site};

pub(super) const CODES: &[Explained] = &[
    code(
        "bad-words",
        "A line of a message file is neither a message nor part of one. Write `id = text`. Indent further lines of the text, and write arguments as `{ $count }`.",
        files(&[("templates/words/en.ftl", "skip Skip to the text\n")]),
        files(&[("templates/words/en.ftl", "skip = Skip to the text\n")]),
    ),
    code(
        "bad-words-file",
        "A message file is not named after a language. Name it by its language code, as in `templates/words/pt-BR.ftl`.",
        files(&[("templates/words/brazilian portuguese.ftl", "skip = Pular\n")]),
        files(&[("templates/words/en.ftl", "skip = Skip to the text\n")]),
    ),
    code(
        "missing-argument",
        "A message leaves out an argument, so readers see less than they should. Add every argument that the diagnostic names to the text.",
        files(&[("templates/words/en.ftl", "published-by = Published here.\n")]),
        files(&[(
            "templates/words/en.ftl",
            "published-by = Brought to you by { $publisher }.\n",
        )]),
    ),
    code(
        "missing-words",
        "The message file of a language lacks some messages, which readers then see in English. Add them. In a project without the file, `dateline theme eject words/sw.ftl` writes one for the language `sw`, with every English text as a comment.",
        site("language: sw").with(&[("templates/words/sw.ftl", "skip = Ruka hadi maudhui\n")]),
        files(&[("templates/words/en.ftl", "skip = Skip to the text\n")]),
    ),
    code(
        "unknown-argument",
        "A message uses an argument that it does not have. The same message in the default theme shows the available ones.",
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
        "A message file has a message that no page uses, perhaps because its id is misspelled. Use the id of the default theme, or remove the message.",
        files(&[("templates/words/en.ftl", "skipp = Skip to the text\n")]),
        files(&[("templates/words/en.ftl", "skip = Skip to the text\n")]),
    ),
];
