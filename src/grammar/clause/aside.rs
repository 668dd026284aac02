//! What stands behind a name and is no part of it: its role, how a list shares its work, persons and telephone numbers.

use std::ops::Range;

use super::remark::{Sense, sense};
use super::role;
use crate::grammar::name::organ::{Shape, shape, without_bracket};
use crate::model::Role;

/// The length of a piece without the bracket at its end that says how the list shares its work:
/// `省财政厅（由各单位按职责分工负责）`.
pub(crate) fn before_remark(piece: &str) -> Option<usize> {
    let (base, inner) = bracket_behind(piece)?;
    let told = own_role(piece).is_none() && role::phrase(inner).is_some();
    (told && (shape(base) >= Shape::Weak || role::phrase(base).is_some())).then_some(base.len())
}

/// The place of a bracket behind a name that says who of the list leads, or who answers for what follows, and which:
/// `省财政厅（列第一位的为牵头单位，下同）`, `省财政厅（以下均需各市州人民政府落实）`. A role may follow it.
pub(crate) fn rule(piece: &str) -> Option<(Range<usize>, Sense)> {
    let end = role::phrase(piece).map_or(piece.len(), |phrase| phrase.start);
    let (base, inner) = bracket_behind(&piece[..end])?;
    let rules = sense(inner).filter(|sense| matches!(sense, Sense::FirstLeads | Sense::AllFollowing))?;
    (shape(base) >= Shape::Weak).then_some((base.len()..end, rules))
}

/// The last bracket of `name`, without its marks, and what stands before it.
fn bracket_behind(name: &str) -> Option<(&str, &str)> {
    let base = without_bracket(name);
    let inner = &name[base.len()..];
    (!base.is_empty() && !inner.is_empty()).then(|| (base, inner.trim_matches(MARKS)))
}

const MARKS: [char; 6] = ['（', '）', '(', ')', '〔', '〕'];

/// The length of a name without the person and the telephone number behind it, glued to it or in a bracket.
pub(crate) fn without_telephone(name: &str) -> Option<usize> {
    if let Some((base, inner)) = bracket_behind(name) {
        return is_telephone(inner).then_some(base.len());
    }
    let digits = |c: char| c.is_ascii_digit() || matches!(c, '-' | '－' | '—');
    if !name.ends_with(digits) {
        return None;
    }
    let words = name.trim_end_matches(digits);
    if name.len() - words.len() < 7 {
        return None;
    }
    let ends = words.char_indices().map(|(at, c)| at + c.len_utf8());
    ends.rev().take(8).find(|&at| shape(&words[..at]) == Shape::Strong)
}

/// `甲某某，电话：0000-1111111`, `联系电话1111111`
fn is_telephone(words: &str) -> bool {
    let number = || words.trim_start_matches(|c: char| !c.is_ascii_digit());
    let digits = |c: char| c.is_ascii_digit() || matches!(c, '-' | '－' | '—' | ' ');
    words.contains("电话") || (number().len() >= 7 && number().chars().all(digits))
}

/// The role in the bracket at the end of a name, and the length of the name without it.
pub(crate) fn own_role(name: &str) -> Option<(usize, Role)> {
    let (base, inner) = bracket_behind(name)?;
    let role = match inner {
        "牵头" | "牵头单位" | "牵头负责" | "牵头部门" | "主办" => Role::Lead,
        "配合" | "配合单位" | "协办" => Role::Support,
        "负责" | "责任单位" => Role::Responsible,
        _ => return None,
    };
    Some((base.len(), role))
}
