//! Why words are no value of a small type: [`ValueError`].

/// Why words are no value of a small type such as [`Date`](crate::Date) or [`Role`](crate::Role): what was found, what was expected.
///
/// ```
/// let error = "2023-02-29".parse::<gongwen::Date>().unwrap_err();
/// assert_eq!(error.to_string(), "found 「2023-02-29」, expected a day of the calendar such as 2024-05-10");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("found 「{found}」, expected {expected}")]
pub struct ValueError {
    found: String,
    expected: &'static str,
}

impl ValueError {
    /// For the words `found`, of which the first are quoted.
    pub(crate) fn new(found: &str, expected: &'static str) -> Self {
        /// As much as tells a reader which words they are.
        const QUOTED_CHARS: usize = 40;
        let found = match found.char_indices().nth(QUOTED_CHARS) {
            Some((end, _)) => format!("{}…", &found[..end]),
            None => found.to_owned(),
        };
        ValueError { found, expected }
    }
}

#[cfg(test)]
mod tests {
    use crate::Role;

    #[test]
    fn an_error_quotes_the_beginning_of_long_words() {
        let error = "长".repeat(1000).parse::<Role>().unwrap_err();
        assert_eq!(
            error.to_string(),
            format!("found 「{}…」, expected lead, support or responsible", "长".repeat(40))
        );
    }
}
