//! Labelled stretches outside brackets: `牵头单位：…；配合单位：…。完成时限：…。`, over paragraphs that begin with a label.

use super::label::{Topic, label_behind};
use super::place::Place;
use super::read::{Reading, clause, read};
use super::said::{Clause, Evidence, UnitName};
use crate::grammar::item_number::begins_item;
use crate::grammar::name::organ::{Shape, shape};
use crate::model::ClauseForm;
use crate::text::boundary::window;
use crate::text::words::{begins, ends, holds};

/// Labels that one labelled clause holds at most. A guess.
const MOST_LABELS: usize = 10;

/// A labelled stretch outside brackets: label after label, over paragraphs that begin with one; or, where it is none, the
/// offset at which the search goes on.
pub(crate) fn labelled(text: &str, breaks: &[usize], start: usize, colon: usize) -> Result<Clause, usize> {
    let boundary = start == 0
        || breaks.binary_search(&start).is_ok()
        || text[..start].chars().next_back().is_some_and(|c| !c.is_alphanumeric() || c == '※');
    let own_label = &text[start..colon];
    // `通信保障单位`: its own word goes before the label
    if !boundary && (own_label.chars().count() < 4 || begins(own_label, MEANS)) {
        return Err(start);
    }
    if hosts(&text[..start], own_label) {
        return Err(run_end(text, breaks, start, colon));
    }
    let mut end = run_end(text, breaks, start, colon);
    if HOSTS.contains(&own_label) && holds(window(text, end, FOOT_BYTES), SITE) {
        return Err(end);
    }
    let mut reading = read(text, start..end);
    if let Some(cut) = goes_on(text, &reading) {
        end = cut;
        reading = read(text, start..end);
    }
    let shares = label_behind(text, start, colon).is_some_and(|label| label.topic == Topic::Shares);
    if shares && !shared(&reading) {
        return Err(start);
    }
    let known = reading.units.len().saturating_sub(reading.shapes.unknown);
    if reading.units.is_empty()
        || reading.shapes.bare == reading.units.len()
        || known == 0
        || (!boundary && reading.shapes.unknown > 0)
    {
        return Err(start);
    }
    let place = Place::of(text, breaks, start, end);
    let form = if place.alone { ClauseForm::Line } else { ClauseForm::Labelled };
    Ok(clause(reading, start..end, form, Evidence::Said))
}

/// Labels of those who run a page.
const HOSTS: &[&str] = &["主办单位", "主办", "承办单位", "承办"];
/// Bytes of a page's foot behind them in which it says so. A guess.
const FOOT_BYTES: usize = 160;
/// What a page says below who runs it: `主办单位：省财政厅` and then `京公网安备…`.
const SITE: &[&str] = &["网安备", "ICP备", "网站标识码", "版权所有"];

/// Words of labels that say what helps, and before which it stands.
const MEANS: &[&str] = &["支撑", "技术支撑", "协作", "联动", "辅助", "保障", "服务保障"];

/// Whether verbs behind names are all that a list of shares holds: `职责分工：省财政厅负责资金筹措` is prose.
fn shared(reading: &Reading) -> bool {
    let told = reading.signs.closing > 0
        && reading.signs.inside == reading.signs.joins
        && reading.shapes.unknown == 0;
    told && !reading.signs.denied && reading.sentence.is_none()
}

/// Whether an item lists who hosts an event, under a heading that says no more: `举办单位` and then `主办单位：…`.
fn hosts(before: &str, label: &str) -> bool {
    /// Twenty characters: a guess.
    const BEFORE_BYTES: usize = 60;
    let heading = window(before, 0, 60).trim_end_matches(['。', ' ', '　', '：']);
    matches!(label, "主办单位" | "承办单位" | "协办单位" | "联办单位" | "支持单位" | "指导单位")
        && before.len() <= BEFORE_BYTES
        && ends(heading, &["单位", "组织机构"])
}

/// Where a labelled stretch plainly goes on as prose: behind the name that the sentence is glued to, or behind the last
/// name before it.
fn goes_on(text: &str, reading: &Reading) -> Option<usize> {
    /// Five characters: a guess.
    const PROSE_BYTES: usize = 15;
    let weak = |unit: &UnitName| shape(&text[unit.name.clone()]) < Shape::Strong;
    if let Some(at) = reading.sentence {
        let mut behind = reading.units.iter().skip_while(|unit| unit.name.start < at);
        return behind.all(weak).then_some(at);
    }
    let first = reading
        .units
        .iter()
        .position(|unit| shape(&text[unit.name.clone()]) == Shape::None && unit.name.len() >= PROSE_BYTES)?;
    let prose = reading.units[first..].iter().all(weak);
    let doubtful = &reading.units[first].name;
    let name = &text[doubtful.clone()];
    let glued = ENDS
        .iter()
        .filter_map(|end| name.find(end).map(|at| at + end.len()))
        .filter(|&at| !name[at..].starts_with(['会', '公', '办']))
        .filter(|&at| shape(&name[..at]) == Shape::Strong)
        .min();
    // 青州学院等高校 重点工作（2项）：
    let tail = name.find('等').filter(|&at| shape(&name[..at]) > Shape::None);
    let glued = tail.map(|at| at + '等'.len_utf8()).or(glued);
    let before = first.checked_sub(1).map(|last| reading.units[last].name.end);
    prose.then(|| glued.map(|at| doubtful.start + at).or(before)).flatten()
}

/// Endings behind which a sentence may be glued to a name.
const ENDS: &[&str] = &[
    "管委会",
    "人民政府",
    "政府",
    "厅",
    "局",
    "委",
    "办",
    "部门",
    "单位",
    "公司",
    "集团",
    "支行",
    "分行",
    "海关",
];

/// Where the labels that begin at `start` and what they say end.
fn run_end(text: &str, breaks: &[usize], start: usize, colon: usize) -> usize {
    let mut labels: Vec<&str> = vec![&text[start..colon]];
    let mut level = 0i32;
    let mut next_break = breaks.partition_point(|&line| line <= start);
    let base = colon + text[colon..].chars().next().map_or(0, char::len_utf8);
    let mut piece = base;
    for (offset, c) in text[base..].char_indices() {
        let at = base + offset;
        if breaks.get(next_break) == Some(&at) {
            next_break += 1;
            level = 0;
            piece = at;
            if !label_follows(text, at, &labels) {
                return at;
            }
        }
        match c {
            '（' | '(' if level == 0 && begins_item(&text[at..]) => return at,
            '（' | '(' | '〔' | '[' | '［' | '【' if label_follows(text, at + c.len_utf8(), &[]) => {
                return at;
            }
            '（' | '(' | '〔' | '[' | '［' | '【' => level += 1,
            '）' | ')' | '〕' | ']' | '］' | '】' => {
                level -= 1;
                if level < 0 {
                    return at;
                }
            }
            '。' if level == 0 => {
                let after = at + c.len_utf8();
                if !label_follows(text, after, &labels) {
                    return after;
                }
                piece = after;
            }
            '：' | ':' | '∶' | '︰' if level == 0 => {
                if let Some(label) = label_behind(text, piece, at) {
                    let words = &text[label.start..at];
                    if labels.contains(&words) || labels.len() == MOST_LABELS {
                        return label.start.max(base);
                    }
                    labels.push(words);
                }
                piece = at + c.len_utf8();
            }
            '、' | '，' | ',' | '；' | ';' => piece = at + c.len_utf8(),
            _ if level == 0 && at > piece && glued_item(text, piece, at, c) => return at,
            _ => {}
        }
    }
    text.len()
}

/// Whether the next item's number is glued to a name at `at`: `省工商联三、`, `省商务厅4.`
fn glued_item(text: &str, piece: usize, at: usize, c: char) -> bool {
    let number = c.is_ascii_digit() || ('０'..='９').contains(&c) || "一二三四五六七八九十".contains(c);
    number && begins_item(&text[at..]) && at - piece <= 120 && shape(&text[piece..at]) >= Shape::Weak
}

/// Whether a label that the clause does not have yet begins at `at`.
fn label_follows(text: &str, at: usize, labels: &[&str]) -> bool {
    let head = window(text, at, 60);
    let Some(colon) = head.find(['：', ':', '∶', '︰']) else { return false };
    let skipped = head.len() - head.trim_start_matches(['—', '-', '·', '●', '*', ' ']).len();
    label_behind(text, at + skipped, at + colon)
        .is_some_and(|label| label.start <= at + skipped && !labels.contains(&&text[label.start..at + colon]))
}
