//! Why a stretch of the text was read as it was: [`Reason`].

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{ClauseForm, Diagnostic, ElementKind, MarkerStyle, TableKind};
use crate::text::span::Span;

/// Why a stretch of the text was read as it was.
///
/// [`Parser::explain`](crate::Parser::explain) gives those of some lines.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Reason {
    /// What was decided, and why.
    pub why: Why,
    /// The words that it is about.
    pub span: Span,
}

impl Reason {
    pub(crate) fn new(why: Why, span: Span) -> Self {
        Reason { why, span }
    }
}

/// What was decided about a stretch, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Why {
    /// An element of the notice holds it.
    Element(ElementKind),
    /// A rule took it for the page's.
    Page(PageRule),
    /// A number that may begin an item.
    Marker(MarkerChoice),
    /// A clause that says who answers.
    Clause(ClauseForm),
    /// A bracket that is none.
    NoClause(NoClause),
    /// It stands in a table.
    Table(TableKind),
    /// A row of a table of tasks, which is an item with its task.
    Row,
    /// Something was repaired, or is doubtful.
    Finding(Diagnostic),
    /// So many numbers more stand in the lines, which were not held against other readings: one line is asked at a time.
    More(usize),
}

/// How a number that may begin an item was weighed: the reading of all numbers that costs least is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct MarkerChoice {
    /// How it is numbered.
    pub style: MarkerStyle,
    /// Its number.
    pub ordinal: u32,
    /// Where it stands.
    pub place: MarkerPlace,
    /// What taking it for an item costs for its place alone.
    pub taking: u32,
    /// What taking it for text costs.
    pub dropping: u32,
    /// The level of the item, 1 for the outermost; `None` for text.
    pub depth: Option<u8>,
    /// The best reading that takes it for something else; `None` where nothing else is weighed.
    pub rival: Option<Rival>,
}

/// The best reading of all numbers that takes one for something else.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Rival {
    /// The level of the item there; `None` for text.
    pub depth: Option<u8>,
    /// What it costs more than the reading that was taken.
    pub margin: u32,
}

impl Rival {
    pub(crate) fn new(depth: Option<u8>, margin: u32) -> Self {
        Rival { depth, margin }
    }
}

/// Declares an enum whose variants each have a stable name and a sentence.
macro_rules! told {
    ($(#[$head:meta])* $name:ident { $($(#[$meta:meta])* $variant:ident = $words:literal;)* }) => {
        $(#[$head])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "kebab-case")]
        #[non_exhaustive]
        pub enum $name {
            $($(#[$meta])* #[doc = $words] $variant,)*
        }

        impl $name {
            /// All of them, in their order.
            pub const ALL: &[$name] = &[$($name::$variant),*];
        }

        /// Prints as words of a sentence.
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(match self { $($name::$variant => $words,)* })
            }
        }
    };
}

told! {
    /// Where a number stands that may begin an item, from strong to weak.
    MarkerPlace {
        LineStart = "at the start of a line that begins a paragraph";
        AfterSentence = "behind a sentence's end or a closing bracket, in the middle of a line";
        /// `二、主要目标（一）…`
        AfterHeading = "right behind the few words of another item's heading";
        AfterClauseAndBlank = "behind a colon or semicolon and a blank, where a line break may have been";
        WrappedLine = "at the start of a line that goes on with the sentence of the line before";
        AfterBlank = "behind a blank in the middle of a line";
        AfterClause = "behind a colon or semicolon in the middle of a line";
        /// `3建立考核制度。`
        Dotless = "a number at a line's start right before words, whose dot may be lost";
        /// `1 总则`, or the row of a table.
        Bare = "a number with nothing but a blank behind it";
        Organ = "right behind the last character of an organ's name";
        AfterComma = "behind a comma that may stand for a full stop";
        /// `二、三级医院`, `4.2个渔港`, `4,推荐`.
        Enumerated = "a number at a line's start that may be the first part of an enumeration or a decimal";
        Glued = "in the middle of words";
    }
}

told! {
    /// What takes a stretch for the page's, or for nothing of the notice.
    PageRule {
        /// `打印本页`, `- 3 -`
        Furniture = "a rule, a button, a page number or other words that only pages have";
        /// `2011-04-13 16:49`
        Timestamp = "a day with a clock or a weekday";
        /// `★`, `【青州】`, `（转载）`, `_省财政厅`
        Remark = "a page's remark beside the head";
        HeadLine = "a line between those of the head that is no element of it: a menu, a site's name";
        OtherTitle = "a title above the head that is another page's";
        Repeated = "the whole notice, which stood before";
        Again = "a number, a title, an organ, a day or a remark that stood before";
        InForce = "what a page says of the notice being in force";
        NoDay = "the shape of a date that names no day";
        Files = "a page's list of files behind the names of the attachments";
        Behind = "a line behind the notice";
        Signs = "signs without words that stand beside no value";
        /// `<BR>`, `**`
        Markup = "markup";
    }
}

told! {
    /// Why a bracket is no clause that says who answers.
    NoClause {
        /// `（试行）`
        Head = "its first words are no organ, no label and no time";
        NoUnits = "it names no unit";
        Sentence = "it is a sentence, or the sentence goes on behind it";
        NoOrgans = "none of its names ends as an organ's does";
        Unclosed = "it never closes, and no role closes it";
        MidSentence = "it stands inside a sentence, and its words are too weak for that";
        Unclear = "more of its names are unknown than known, or it has a sentence in it";
    }
}

/// Prints as a sentence without its end: `read as title`.
impl fmt::Display for Why {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Why::Element(kind) => write!(f, "read as {}", kind.name()),
            Why::Page(rule) => write!(f, "set aside: {rule}"),
            Why::Marker(choice) => choice.fmt(f),
            Why::Clause(form) => write!(f, "a clause that says who answers ({})", form.name()),
            Why::NoClause(why) => write!(f, "no clause: {why}"),
            Why::Table(TableKind::Tasks) => f.write_str("in a table of tasks: a column names who answers"),
            Why::Table(TableKind::Unread) => {
                f.write_str("in a table of tasks whose cells are mixed: nothing is read")
            }
            Why::Table(TableKind::Other) => {
                f.write_str("in a table without a column for who answers: nothing is read")
            }
            Why::Row => f.write_str("a row of a table of tasks: an item with its task"),
            Why::Finding(finding) => {
                write!(f, "{}[{}]: {}", finding.severity.name(), finding.code.name(), finding.message)
            }
            Why::More(count) => write!(f, "{count} more numbers were not weighed: ask for fewer lines"),
        }
    }
}

/// Prints as `may begin an item, at the start of …: …`.
impl fmt::Display for MarkerChoice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let choice = |depth: Option<u8>| match depth {
            Some(depth) => format!("an item of level {depth}"),
            None => "text".to_owned(),
        };
        let MarkerChoice { style, ordinal, place, taking, dropping, depth, rival } = self;
        write!(f, "may be item {ordinal} ({}), {place}", style.name())?;
        write!(f, " (taking it costs {taking}, dropping it {dropping}): taken for {}", choice(*depth))?;
        match rival {
            None => f.write_str("; nothing else is weighed"),
            Some(Rival { depth, margin: 0 }) => {
                write!(f, "; a reading as {} costs as little", choice(*depth))
            }
            Some(Rival { depth, margin }) => {
                write!(f, "; the best reading as {} costs {margin} more", choice(*depth))
            }
        }
    }
}
