//! 正文: the [`Body`] and its numbered items.

use serde::{Deserialize, Serialize};

use super::{Citation, Task};
use crate::text::span::{Span, Text};

/// 正文: what comes before the first numbered item, and the items.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Body {
    /// Paragraphs before the first numbered item, clauses included; those behind a table that no item holds too.
    pub preamble: Vec<Text>,
    /// Documents that the preamble cites.
    pub citations: Vec<Citation>,
    /// Tasks told outside any numbered item.
    pub tasks: Vec<Task>,
    /// The outermost numbered items.
    pub sections: Vec<Section>,
}

impl Body {
    /// Takes the tasks of the text back; those of tables stay.
    pub(crate) fn clear_tasks(&mut self, in_table: &dyn Fn(&Section) -> bool) {
        self.tasks.clear();
        self.sections.iter_mut().for_each(|section| section.clear_tasks(in_table));
    }
}

/// A numbered item with its heading, text and sub-items: `（一）指导思想。坚持…`; or a row of a table of tasks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Section {
    /// 结构层次序数.
    pub marker: Marker,
    /// The heading as written, on its own line or run in, with the `。` that closes it.
    pub heading: Option<Text>,
    /// The item's own text, one entry a paragraph, clauses included, sub-items left out; of a row, one entry a cell.
    pub paragraphs: Vec<Text>,
    /// Documents that heading and paragraphs cite.
    pub citations: Vec<Citation>,
    /// Tasks told in the item's own text, each closed by a clause or by the item's end.
    pub tasks: Vec<Task>,
    /// Sub-items; the rows of a table that the item holds come first, and paragraphs may stand behind them.
    pub sections: Vec<Section>,
    /// From the marker to the end of the last sub-item.
    pub span: Span,
}

impl Section {
    fn clear_tasks(&mut self, in_table: &dyn Fn(&Section) -> bool) {
        if !in_table(self) {
            self.tasks.clear();
            self.sections.iter_mut().for_each(|section| section.clear_tasks(in_table));
        }
    }
}

/// 结构层次序数: `一、` `（一）` `1.` `（1）` `①` `第一章` `第一条`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Marker {
    /// As written: `（一）`.
    pub label: String,
    /// Its style.
    pub style: MarkerStyle,
    /// Its number; of `1.2.3` the last.
    pub ordinal: u32,
    /// Its place.
    pub span: Span,
}

/// Prints the label as written: `（一）`.
impl std::fmt::Display for Marker {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(&self.label)
    }
}

/// Declares each style once: variant, stable name.
macro_rules! styles {
    ($($(#[$meta:meta])* $variant:ident = $name:literal;)*) => {
        /// How an item is numbered. The order is the usual order of nesting.
        ///
        /// GB/T 9704—2012, 7.3.3 names the first four of a notice (`一、` `（一）` `1.` `（1）`); the rest were seen in practice.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[non_exhaustive]
        pub enum MarkerStyle {
            $($(#[$meta])* #[serde(rename = $name)] $variant,)*
        }

        impl MarkerStyle {
            /// All styles, in their order.
            pub const ALL: &[MarkerStyle] = &[$(MarkerStyle::$variant),*];

            /// The stable name used in tables and JSON: `han-comma`.
            pub fn name(self) -> &'static str {
                match self { $(MarkerStyle::$variant => $name,)* }
            }
        }
    };
}

styles! {
    /// `第一编` `第一篇` `第一部分`
    Part = "part";
    /// `第一章`
    Chapter = "chapter";
    /// `第一节`
    SectionOfChapter = "section-of-chapter";
    /// `第一条`
    Article = "article";
    /// `一、`
    HanComma = "han-comma";
    /// `（一）` `㈠`
    HanBracket = "han-bracket";
    /// `1` of a chapter whose items are `1.1`
    Dotted1 = "dotted1";
    /// `1.1`
    Dotted2 = "dotted2";
    /// `1.1.1`
    Dotted3 = "dotted3";
    /// `1.1.1.1`
    Dotted4 = "dotted4";
    /// `1.` `1．` `1、` `⒈`
    Arabic = "arabic";
    /// `（1）` `⑴`
    ArabicBracket = "arabic-bracket";
    /// `1）`
    ArabicHalfBracket = "arabic-half-bracket";
    /// `①`
    Circled = "circled";
    /// `1` of a table's row; no label where the row has no number of its own. The outline never has it.
    Row = "row";
}
