//! SPDX licence expressions (SPDX 2.3, annex D), as far as crates use them; `/` is the old sign for
//! `OR`.

/// Whether the licences that are allowed satisfy an expression.
///
/// # Errors
/// What is wrong with the expression.
pub fn allows(expression: &str, allowed: &[String]) -> Result<bool, &'static str> {
    let spaced = expression
        .replace('(', " ( ")
        .replace(')', " ) ")
        .replace('/', " OR ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    if words.is_empty() {
        return Err("there is no licence");
    }
    let mut reader = Reader {
        words: &words,
        allowed,
    };
    let result = reader.alternatives()?;
    match reader.words {
        [] => Ok(result),
        _ => Err("there is something after the expression"),
    }
}

struct Reader<'a> {
    words: &'a [&'a str],
    allowed: &'a [String],
}

impl<'a> Reader<'a> {
    fn next(&mut self) -> Option<&'a str> {
        let (first, rest) = self.words.split_first()?;
        self.words = rest;
        Some(first)
    }

    fn next_if(&mut self, word: &str) -> bool {
        let is_it = self.words.first() == Some(&word);
        if is_it {
            self.next();
        }
        is_it
    }

    fn alternatives(&mut self) -> Result<bool, &'static str> {
        let mut any = self.conjunction()?;
        while self.next_if("OR") {
            any |= self.conjunction()?;
        }
        Ok(any)
    }

    fn conjunction(&mut self) -> Result<bool, &'static str> {
        let mut all = self.licence()?;
        while self.next_if("AND") {
            all &= self.licence()?;
        }
        Ok(all)
    }

    fn licence(&mut self) -> Result<bool, &'static str> {
        if self.next_if("(") {
            let inner = self.alternatives()?;
            return match self.next_if(")") {
                true => Ok(inner),
                false => Err("a parenthesis is not closed"),
            };
        }
        let mut name = self.next().ok_or("a licence is missing")?.to_owned();
        if matches!(name.as_str(), ")" | "AND" | "OR" | "WITH") {
            return Err("a licence is missing");
        }
        if self.next_if("WITH") {
            let exception = self.next().ok_or("an exception is missing")?;
            name = format!("{name} WITH {exception}");
        }
        Ok(self.allowed.contains(&name))
    }
}

#[test]
fn expressions_are_read_as_they_bind() {
    let allowed = ["A", "B WITH X"].map(str::to_owned);
    for (expression, expected) in [
        ("A", Ok(true)),
        ("C", Ok(false)),
        ("A OR C AND C", Ok(true)),
        ("(A OR C) AND C", Ok(false)),
        ("B WITH X AND A", Ok(true)),
        ("B", Ok(false)),
        ("C/A", Ok(true)),
        ("A AND", Err("a licence is missing")),
        ("A A", Err("there is something after the expression")),
        (" ", Err("there is no licence")),
    ] {
        assert_eq!(allows(expression, &allowed), expected, "{expression}");
    }
}
