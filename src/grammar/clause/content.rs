//! What a piece of a clause says, told from its own words: [`Content`].

use std::ops::Range;

use super::aside::rule;
use super::label::{Topic, before_verb};
use super::piece::{Mark, Piece};
use super::remark::{self, Sense};
use super::{deadline, role};
use crate::grammar::name::organ::{Shape, shape};
use crate::text::words;

/// What a piece says. Ranges are bytes of the whole text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Content {
    /// 其中, or what stands behind a label of other things.
    Nothing,
    /// `2023年底前由省财政厅完成`
    Time {
        /// The words of the time; empty where those behind its label are none.
        words: Range<usize>,
        /// The whole piece, where it is a stage if it is not the first: `2021年底前建成二期`.
        stage: Option<Range<usize>>,
        /// Who does it by then.
        names: Option<Range<usize>>,
    },
    /// `以下均需各市州人民政府落实`
    Remark(Sense),
    /// A remark in a bracket behind names, and words behind it: `省财政厅（列第一位的为牵头单位，下同）牵头`.
    Ruled { names: Range<usize>, rule: Range<usize>, sense: Sense, behind: Range<usize> },
    /// `责任部门为市教育局`
    Labelled { label: Range<usize>, names: Range<usize> },
    /// Names, with or without words of role.
    Names(Range<usize>),
}

/// Brings in who does a part of the task: `其中，省国资委负责资产划转`.
pub(super) const OF_WHICH: &str = "其中";

/// What is done by a time.
const DEEDS: &[&str] = &["建成", "建立", "形成", "完成", "启动", "出台", "制定", "投入", "实现", "上线"];

/// The longest words of a time in bytes, with what is done by then. A guess.
const STAGE_BYTES: usize = 60;

/// What a piece says behind a label, or where there is none.
pub(super) fn content(text: &str, piece: &Piece, topic: Option<Topic>) -> Content {
    let words = &text[piece.range.clone()];
    match topic {
        _ if words == OF_WHICH => Content::Nothing,
        // 注：列第一位的为牵头单位
        Some(Topic::Other) => match remark::sense(words) {
            Some(sense) if sense != Sense::Other => Content::Remark(sense),
            _ => Content::Nothing,
        },
        Some(Topic::Time) => labelled_time(words, piece),
        Some(Topic::Units(_) | Topic::Shares) | None => free(words, piece),
    }
}

fn free(words: &str, piece: &Piece) -> Content {
    let Range { start, end } = piece.range;
    let sense = if piece.traits.may_remark() { remark::sense(words) } else { None };
    if let Some(sense) = sense {
        return match rule(words) {
            Some((rule, sense)) => {
                let (from, to) = (start + rule.start, start + rule.end);
                Content::Ruled { names: start..from, rule: from..to, sense, behind: to..end }
            }
            None => Content::Remark(sense),
        };
    }
    let labelled = if piece.traits.may_join_label() { before_verb(words) } else { None };
    if let Some((label, names)) = labelled {
        return Content::Labelled { label: start..start + label.len(), names: end - names.len()..end };
    }
    match deadline::hoped(words) {
        Some((at, time)) => timed(words, at..at + time.len(), piece),
        None => Content::Names(piece.range.clone()),
    }
}

/// `2015年完成`; `2023年底前由省财政厅完成`; a name that begins like a time.
fn timed(words: &str, time: Range<usize>, piece: &Piece) -> Content {
    let Range { start, end } = piece.range;
    let said = start + time.start..start + time.end;
    let rest = &words[time.end..];
    let by = rest.trim_start_matches("前").strip_prefix('由');
    let verb = ["再", "全面", "基本"].iter().find_map(|how| rest.strip_prefix(how)).unwrap_or(rest);
    let deed = words::behind(verb, DEEDS);
    // 完成省财政厅负责
    if let Some(names) = by.or_else(|| deed.filter(|names| names_role(names))) {
        return Content::Time { words: said, stage: None, names: Some(end - names.len()..end) };
    }
    let alternative = rest.starts_with("完成或");
    if (alternative || deed.is_none()) && (shape(rest) >= Shape::Weak || names_role(rest)) {
        return Content::Names(said.start..end);
    }
    if alternative {
        // `2015年完成或与…同步`: the alternative is part of the time
        return Content::Time { words: said.start..end, stage: None, names: None };
    }
    let whole = said.start..end;
    let staged = deed.is_some_and(|what| !what.is_empty()) && piece.after != Mark::Pause;
    let stage = (staged && whole.len() <= 2 * STAGE_BYTES).then_some(whole);
    Content::Time { words: said, stage, names: None }
}

/// Whether the words are a name and its role: `省财政厅负责`.
fn names_role(words: &str) -> bool {
    role::phrase(words).is_some_and(|phrase| shape(&words[..phrase.start]) >= Shape::Weak)
}

/// What stands behind the label of a time: the words of one as far as they go, else all.
fn labelled_time(words: &str, piece: &Piece) -> Content {
    let time = deadline::time(words);
    if time.is_none() && piece.before != Mark::Colon {
        return Content::Nothing;
    }
    let start = piece.range.start;
    let said = match time {
        Some(time) => start..start + time.len(),
        None if words.len() <= STAGE_BYTES => piece.range.clone(),
        None => start..start,
    };
    let stage = (words.len() <= 2 * STAGE_BYTES).then(|| piece.range.clone());
    Content::Time { words: said, stage, names: None }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Role;

    /// What a piece between two commas says, its parts as words.
    fn said(text: &str, topic: Option<Topic>) -> String {
        let piece = Piece::whole(text, Mark::Comma, Mark::Comma);
        let words = |range: Range<usize>| text[range].to_owned();
        match content(text, &piece, topic) {
            Content::Nothing => String::new(),
            Content::Time { words: time, stage, names } => {
                let stage = stage.map(|stage| format!(" stage {}", words(stage))).unwrap_or_default();
                let names = names.map(|names| format!(" names {}", words(names))).unwrap_or_default();
                format!("time {}{stage}{names}", words(time))
            }
            Content::Remark(sense) => format!("remark {sense:?}"),
            Content::Ruled { names, rule, sense, behind } => {
                format!("{} {} {sense:?} {}", words(names), words(rule), words(behind))
            }
            Content::Labelled { label, names } => format!("label {} names {}", words(label), words(names)),
            Content::Names(names) => format!("names {}", words(names)),
        }
    }

    #[test]
    fn a_piece_says_one_thing() {
        for (text, want) in [
            ("其中", ""),
            ("省财政厅牵头", "names 省财政厅牵头"),
            ("2015年完成", "time 2015年"),
            ("力争2021年底前建成二期", "time 2021年底前 stage 2021年底前建成二期"),
            ("2023年底前由省财政厅完成", "time 2023年底前 names 省财政厅完成"),
            ("2023年底前完成省财政厅负责", "time 2023年底前 names 省财政厅负责"),
            ("2015年完成或与主体同步", "time 2015年完成或与主体同步"),
            ("今年工作办公室", "names 今年工作办公室"),
            ("列第一位的为牵头单位", "remark FirstLeads"),
            ("下同", "remark Other"),
            (
                "省财政厅（列第一位的为牵头单位，下同）牵头",
                "省财政厅 （列第一位的为牵头单位，下同） FirstLeads 牵头",
            ),
            ("责任部门为市教育局", "label 责任部门 names 市教育局"),
        ] {
            assert_eq!(said(text, None), want, "{text}");
            assert_eq!(said(text, Some(Topic::Units(Role::Lead))), want, "{text}");
        }
    }

    #[test]
    fn a_label_says_what_is_looked_for() {
        for (text, topic, want) in [
            ("2015年完成", Topic::Time, "time 2015年 stage 2015年完成"),
            ("省财政厅", Topic::Time, ""),
            ("列第一位的为牵头单位", Topic::Other, "remark FirstLeads"),
            ("下同", Topic::Other, ""),
            ("省财政厅", Topic::Other, ""),
        ] {
            assert_eq!(said(text, Some(topic)), want, "{text}");
        }
    }
}
