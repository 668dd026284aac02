//! All that the tool says to people, in English and Chinese: the one catalogue.
//!
//! ```text
//! sentences  what the tool says of itself, each a function of what it names
//! words      labels and marks beside the words of a notice
//! names      names of the data that are shown to people: roles, levels, kinds
//! foreign    sentences of the libraries, whose Chinese `gongwen-page` knows
//! system     what the system answers
//! ```
//!
//! A sentence or word without one of the languages is no entry, so that none can be forgotten.

mod foreign;
#[cfg(test)]
#[path = "../../page/src/said/held.rs"]
mod held;
mod names;
mod sentences;
mod system;
#[cfg(test)]
mod tests;
mod words;

use std::fmt;

use serde::Serialize;

pub(crate) use self::foreign::{finding, foreign, reason};
pub(crate) use self::names::name;
pub(crate) use self::sentences::*;
pub(crate) use self::system::system;
pub(crate) use self::words::*;

use crate::language::{Language, language};

/// A sentence in both languages; prints in that of the run.
/// As JSON it is an object, `{"english": …, "chinese": …}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Said {
    english: String,
    chinese: String,
}

impl Said {
    /// For data, which do not depend on the language.
    pub(crate) fn english(&self) -> &str {
        &self.english
    }
}

impl From<gongwen_page::Said> for Said {
    fn from(said: gongwen_page::Said) -> Self {
        Said { english: said.english, chinese: said.chinese }
    }
}

impl From<Said> for gongwen_page::Said {
    fn from(said: Said) -> Self {
        gongwen_page::Said { english: said.english, chinese: said.chinese }
    }
}

impl fmt::Display for Said {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match language() {
            Language::English => &self.english,
            Language::Chinese => &self.chinese,
        })
    }
}

/// A word in both languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Word {
    english: &'static str,
    chinese: &'static str,
}

impl Word {
    pub(crate) fn get(self) -> &'static str {
        match language() {
            Language::English => self.english,
            Language::Chinese => self.chinese,
        }
    }
}

/// Prints in the language of the run.
impl fmt::Display for Word {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.get())
    }
}

/// Things that are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Thing {
    Notice,
    Task,
    Unit,
    Finding,
    Failure,
    File,
    Row,
    Node,
    Edge,
    Note,
    Text,
    RepeatedTitle,
    Stretch,
    Paragraph,
    Cell,
    Line,
    Difference,
}

impl Thing {
    /// One, several, and how it is counted.
    fn names(self) -> [&'static str; 3] {
        match self {
            Thing::Notice => ["notice", "notices", "份公文"],
            Thing::Task => ["task", "tasks", "项任务"],
            Thing::Unit => ["unit", "units", "个单位"],
            Thing::Finding => ["finding", "findings", "处提示"],
            Thing::Failure => ["failure", "failures", "个未能读取"],
            Thing::File => ["file", "files", "个文件"],
            Thing::Row => ["row", "rows", "行"],
            Thing::Node => ["node", "nodes", "个节点"],
            Thing::Edge => ["edge", "edges", "条边"],
            Thing::Note => ["note", "notes", "条注"],
            Thing::Text => ["text", "texts", "段文字"],
            Thing::RepeatedTitle => ["repeated title", "repeated titles", "处重复的标题"],
            Thing::Stretch => ["stretch", "stretches", "段"],
            Thing::Paragraph => ["paragraph", "paragraphs", "段"],
            Thing::Cell => ["cell", "cells", "个单元格"],
            Thing::Line => ["line", "lines", "行"],
            Thing::Difference => ["difference", "differences", "处差别"],
        }
    }
}

/// `1 notice`, `2 notices`, `2 份公文`
pub(crate) fn count(number: usize, thing: Thing) -> String {
    let [one, several, chinese] = thing.names();
    match (language(), number) {
        (Language::Chinese, _) => format!("{number} {chinese}"),
        (Language::English, 1) => format!("1 {one}"),
        (Language::English, _) => format!("{number} {several}"),
    }
}

/// What stands between the things of a list.
pub(crate) fn listed(things: &[String]) -> String {
    things.join(COMMA.get())
}
