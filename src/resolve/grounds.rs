//! How an answer was reached, and the places it rests on.

use serde::{Deserialize, Serialize};

use crate::Span;

/// How an answer was reached, and the places it rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Grounds {
    /// The rule that gave the answer.
    pub how: How,
    /// What was read besides the words themselves: the issuer, the notice's date, a remark.
    pub rests_on: Vec<Span>,
}

impl Grounds {
    /// An answer that rests on its own words.
    pub(crate) fn own_words() -> Self {
        Grounds { how: How::OwnWords, rests_on: Vec::new() }
    }

    /// An answer that rests on other places too.
    pub(crate) fn on(how: How, rests_on: impl IntoIterator<Item = Span>) -> Self {
        Grounds { how, rests_on: rests_on.into_iter().collect() }
    }
}

/// The rule that gave an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum How {
    /// The words say all of it: `湖南省财政厅`, `2024年6月30日`.
    OwnWords,
    /// The date of the document part filled in what the words leave out: `今年6月`.
    NoticeDate,
    /// Words nearby filled it in: a year in the same sentence, the bracket of a joint list.
    Nearby,
    /// Who issued the document part: the division of `省财政厅`.
    Issuer,
    /// The letter of the document's number: 湘 is 湖南省.
    DocumentNumber,
    /// Other names in the same notice: 人民银行南县支行 tells 南县.
    OtherNames,
    /// The only division of its level that the text names.
    OnlyMention,
    /// The notice writes the name whole elsewhere: `省住房城乡建设厅` for `省住房城乡建设`.
    WholeName,
}

impl How {
    /// The stable name used in tables and JSON: `own-words`.
    pub fn name(self) -> &'static str {
        match self {
            How::OwnWords => "own-words",
            How::NoticeDate => "notice-date",
            How::Nearby => "nearby",
            How::Issuer => "issuer",
            How::DocumentNumber => "document-number",
            How::OtherNames => "other-names",
            How::OnlyMention => "only-mention",
            How::WholeName => "whole-name",
        }
    }
}
