//! What is searched for.

use std::io;

use clap::Args;
use clap::builder::PossibleValuesParser;
use gongwen::resolve::{number_key, title_key};
use gongwen::{Date, DocumentNumber};

use crate::messages::nothing_wanted;
use crate::rows::values;

/// What is searched for; all of it must hold.
#[derive(Debug, Clone, Args)]
pub(crate) struct Wanted {
    /// Tasks that this unit answers for: its legal name, or a name as written
    #[arg(long, value_name = "NAME")]
    pub(super) unit: Option<String>,
    /// Tasks that a unit answers for in this role; with --unit, that unit
    #[arg(long, value_name = "ROLE", value_parser = PossibleValuesParser::new(values("role")))]
    pub(super) role: Option<String>,
    /// Tasks that are due before this day: 2026-01-01
    #[arg(long, value_name = "DAY")]
    pub(super) due_before: Option<Date>,
    /// Tasks that are due after this day
    #[arg(long, value_name = "DAY")]
    pub(super) due_after: Option<Date>,
    /// Tasks whose text or heading holds these words
    #[arg(long, value_name = "WORDS")]
    pub(super) text: Option<String>,
    /// Citations of this document: its number, in brackets of any shape, or its whole title; with options about tasks, the
    /// tasks of the notices that cite it
    #[arg(long, value_name = "NUMBER|TITLE")]
    pub(super) cites: Option<String>,
    /// Citations that say this of the document that they cite
    #[arg(long, value_name = "RELATION", value_parser = PossibleValuesParser::new(values("relation")))]
    pub(super) relation: Option<String>,
}

impl Wanted {
    /// That something is searched for.
    ///
    /// # Errors
    ///
    /// - nothing is
    pub(super) fn check(&self) -> io::Result<()> {
        if self.is_of_tasks() || self.is_of_citations() {
            return Ok(());
        }
        Err(io::Error::other(nothing_wanted().to_string()))
    }

    /// Whether tasks are searched for.
    pub(super) fn is_of_tasks(&self) -> bool {
        let days = self.due_before.is_some() || self.due_after.is_some();
        self.unit.is_some() || self.role.is_some() || self.text.is_some() || days
    }

    /// Whether citations are asked for.
    pub(super) fn is_of_citations(&self) -> bool {
        self.cites.is_some() || self.relation.is_some()
    }
}

/// A document that may be cited, by its number or its title.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Document {
    Number(String),
    Title(String),
}

impl Document {
    /// What the words name: a number if they are one.
    pub(super) fn named(words: &str) -> Self {
        match words.parse::<DocumentNumber>() {
            Ok(number) => Document::Number(number_key(&number)),
            Err(_) => Document::Title(title_key(words)),
        }
    }

    /// Whether a document of this number and this title, as far as they are known, is it.
    pub(super) fn is(&self, number: &str, title: &str) -> bool {
        match self {
            Document::Number(key) => {
                number.parse::<DocumentNumber>().is_ok_and(|number| number_key(&number) == *key)
            }
            Document::Title(key) => !key.is_empty() && title_key(title) == *key,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_is_known_by_its_number_in_any_brackets_or_by_its_title() {
        for words in ["湘政发〔2024〕7号", "湘政发[2024]7号", "湘政发（2024）7号"] {
            assert!(Document::named(words).is("湘政发〔2024〕7号", ""), "{words}");
            assert!(!Document::named(words).is("湘政发〔2024〕8号", ""), "{words}");
        }
        let title = Document::named("《青州省渔港条例（试行）》");
        assert!(title.is("", "青州省渔港条例(试行)") && !title.is("", "青州省渔港条例"));
        assert!(!Document::named("《》").is("", ""));
    }
}
