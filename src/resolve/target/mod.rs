//! 量化目标: quantities with what they measure, `规模达到4000亿元`, `培育8～10个基地`.
//!
//! ```text
//! quantity   number, unit, and the word behind that compares: 8～10个, 95%以上
//! trigger    the word before that says what is done with it: 达到, 增长, 培育
//! class      target, limit or fact: goal of a task, rule or condition, past figure
//! ```
//!
//! Written by hand, without regular expressions: what a number means hangs on words on both sides at any distance in its
//! clause, which a pattern would have to repeat for each of them.

mod class;
mod quantity;
#[cfg(test)]
mod tests;
mod trigger;

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::context::{Context, Part};
use super::grounds::{Grounds, How};
use super::passage::{Passage, PassageKind, Place};
use super::time::{Time, TimeKind};
use crate::{Date, Span};
use class::Scene;
use quantity::{Quantity, quantities};
use trigger::Trigger;

/// 量化目标: a quantity with what it measures, `规模达到4000亿元`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Target {
    /// The clause it stands in, up to the quantity and the thing counted, mended.
    pub text: String,
    /// Whether it is a goal.
    pub class: TargetClass,
    /// The number; of a range the first.
    pub quantity: f64,
    /// The second number of a range: 10 of `8～10个`.
    pub quantity_to: Option<f64>,
    /// As written, with its scale: `万人`, `%`, `个百分点`.
    pub unit: String,
    /// What the words compare it by.
    pub comparator: Comparator,
    /// Whether the number is a level, a change or a count of something made.
    pub change: Change,
    /// What is measured or counted, as far as its words stand in the clause: `水功能区水质达标率`, `省级基地`.
    pub indicator: Option<String>,
    /// The day by which: of the time that governs the clause.
    pub due: Option<Date>,
    /// The item and the task it stands in.
    pub place: Place,
    /// Its place.
    pub span: Span,
    /// How it was reached.
    pub grounds: Grounds,
}

/// Whether a quantity is a goal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum TargetClass {
    /// The goal of a task: `培育20家以上`.
    Target,
    /// A rule, a cap or a condition: `首付款比例不低于20%`, `最高不超过3万元`.
    Limit,
    /// A figure of the past: `2020年比例达到5%`, told in 2022.
    Fact,
}

impl TargetClass {
    /// The stable name used in tables and JSON: `target`.
    pub fn name(self) -> &'static str {
        match self {
            TargetClass::Target => "target",
            TargetClass::Limit => "limit",
            TargetClass::Fact => "fact",
        }
    }
}

/// What the words compare a quantity by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Comparator {
    /// `以上`, `不少于`, `不低于`, `至少`, `超过`, `突破`
    AtLeast,
    /// `以下`, `以内`, `不超过`, `控制在…以内`
    AtMost,
    /// `左右`, `约`
    About,
    /// `8～10个`
    Range,
    /// None of these words: `达到95%`.
    Exactly,
}

impl Comparator {
    /// The stable name used in tables and JSON: `at_least`.
    pub fn name(self) -> &'static str {
        match self {
            Comparator::AtLeast => "at_least",
            Comparator::AtMost => "at_most",
            Comparator::About => "about",
            Comparator::Range => "range",
            Comparator::Exactly => "exactly",
        }
    }
}

/// What a number says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// What is reached: `提高到95%`, `占比50%`.
    Level,
    /// By how much it grows: `提高1.2个百分点`.
    Increase,
    /// By how much it shrinks: `下降20%`.
    Decrease,
    /// How many are made or done: `培育20家`.
    New,
}

impl Change {
    /// The stable name used in tables and JSON: `level`.
    pub fn name(self) -> &'static str {
        match self {
            Change::Level => "level",
            Change::Increase => "increase",
            Change::Decrease => "decrease",
            Change::New => "new",
        }
    }
}

/// The quantities of a notice that something is said about.
pub(super) fn targets(context: &Context<'_>, passages: &[Passage<'_>], times: &[Time]) -> Vec<Target> {
    let scene = |part: &Part<'_>| Scene {
        rule: class::is_rule(part.document),
        date: part.date.as_ref().map(|date| date.value),
    };
    let scenes: Vec<Scene> = context.parts.iter().map(scene).collect();
    let mut targets = Vec::new();
    let mut times = times;
    for passage in passages {
        let span = passage.whole();
        let before = times.iter().take_while(|time| time.span.start < span.start).count();
        times = &times[before..];
        let count = times.iter().take_while(|time| time.span.start < span.end).count();
        let (inside, rest) = times.split_at(count);
        times = rest;
        if matches!(passage.kind, PassageKind::Heading | PassageKind::Paragraph) {
            let scene = scenes.get(passage.part).copied().unwrap_or_default();
            Reading { passage, times: inside, scene, last: None }.read(&mut targets);
        }
    }
    targets
}

/// A passage while its quantities are read.
struct Reading<'r, 'n> {
    passage: &'r Passage<'n>,
    times: &'r [Time],
    scene: Scene,
    /// The trigger of the quantity before, and where that ends: what a list carries over.
    last: Option<(Trigger, usize)>,
}

impl Reading<'_, '_> {
    fn read(&mut self, targets: &mut Vec<Target>) {
        let text = self.passage.text;
        let quantities = quantities(text);
        let first = targets.len();
        for (index, quantity) in quantities.iter().enumerate() {
            if self.is_bound(text, quantity) {
                continue;
            }
            let next = quantities.get(index + 1).map_or(text.len(), |next| next.range.start);
            if let Some(target) = self.target(quantity, next) {
                targets.push(target);
            }
        }
        share_comparators(text, self.passage, &mut targets[first..]);
    }

    /// Whether a quantity is part of a time, or one end of a class: `500人以上1000人以下`.
    fn is_bound(&self, text: &str, quantity: &Quantity) -> bool {
        let at = || self.passage.span(quantity.range.start..quantity.range.start).start;
        let at = if self.times.is_empty() { 0 } else { at() };
        let dated = self.times.iter().any(|time| {
            (time.span.start..time.span.end).contains(&at)
                && !matches!(time.kind, TimeKind::Within | TimeKind::Recurring)
        });
        let bounded = text[quantity.range.end..].starts_with(crate::text::numeral::is_digit)
            || text[..quantity.range.start].ends_with("以上");
        dated || bounded && quantity.comparator.is_some()
    }

    fn target(&mut self, quantity: &Quantity, next: usize) -> Option<Target> {
        let text = self.passage.text;
        let clause = clause(text, &quantity.range);
        let item = item(text, &clause, quantity.range.start);
        let describes = || next < clause.end && describes(&text[quantity.range.end..clause.end.min(next)]);
        let said = trigger::trigger(&text[clause.start..quantity.range.start], item - clause.start, quantity);
        let carried = || {
            let (trigger, end) = self.last?;
            let between = &text[end..item.max(end)];
            let share = quantity.unit.starts_with(['%', '％']);
            let fits = !share || trigger.change != Change::New;
            let fits = fits && trigger::carries(between, &text[item..quantity.range.start], trigger);
            fits.then_some(trigger)
        };
        let trigger = said.or_else(carried)?;
        if !trigger.adjacent && describes() {
            return None;
        }
        self.last = Some((trigger, quantity.range.end));
        let object = object(text, quantity, &clause, trigger);
        let range = item..object.end;
        let span = self.passage.span(range.clone());
        let governing = self.governing(quantity.range.start);
        let class = class::class(text, &clause, &quantity.range, self.scene, governing);
        let grounds = match governing {
            Some(time) => Grounds::on(How::Nearby, [time.span]),
            None => Grounds::own_words(),
        };
        Some(Target {
            text: text[range].to_owned(),
            class,
            quantity: quantity.value,
            quantity_to: quantity.to,
            unit: quantity.unit.clone(),
            comparator: quantity.comparator.or(trigger.comparator).unwrap_or(Comparator::Exactly),
            change: trigger.change,
            indicator: indicator(text, &(item..quantity.range.start), &object, trigger),
            due: governing.filter(|time| time.kind != TimeKind::Since).and_then(|time| time.to),
            place: self.passage.place(span.start),
            span,
            grounds,
        })
    }

    /// The time before a place in the passage that governs what follows: the last that is no comparison's.
    fn governing(&self, at: usize) -> Option<&Time> {
        let at = self.passage.span(at..at).start;
        let before = self.times.iter().rev().filter(|time| time.span.start <= at);
        before.into_iter().find(|time| {
            let start = self.passage.offset(time.span.start);
            let end = self.passage.offset(time.span.end);
            let compared = self.passage.text[..start].ends_with(['比', '较', '以', '于', '与', '同', '由'])
                || self.passage.text[end..].starts_with("相比")
                || time.text.starts_with('从') && self.passage.text[end..].starts_with('的');
            !compared && !matches!(time.kind, TimeKind::Within | TimeKind::Ongoing)
        })
    }
}

/// `75%、85%、95%以上`: what compares the last compares all.
fn share_comparators(text: &str, passage: &Passage<'_>, targets: &mut [Target]) {
    for at in (1..targets.len()).rev() {
        let (before, after) = targets.split_at_mut(at);
        let (Some(last), Some(next)) = (before.last_mut(), after.first()) else { continue };
        let (end, start) = (passage.offset(last.span.end), passage.offset(next.span.start));
        let joined = end <= start && matches!(&text[end..start], "、" | "和" | "及");
        let bare = next.text.starts_with(crate::text::numeral::is_digit);
        if joined && bare && last.comparator == Comparator::Exactly && last.unit == next.unit {
            last.comparator = next.comparator;
        }
    }
}

/// Ends a clause.
fn ends_clause(c: char) -> bool {
    matches!(c, '，' | ',' | '；' | ';' | '。' | '：' | ':' | '！' | '？' | '（' | '）' | '(' | ')' | '\n')
}

/// The clause around a quantity, its own `（含）` passed over.
fn clause(text: &str, quantity: &Range<usize>) -> Range<usize> {
    let start = text[..quantity.start]
        .rfind(ends_clause)
        .map_or(0, |at| at + text[at..].chars().next().map_or(1, char::len_utf8));
    let end = text[quantity.end..].find(ends_clause).map_or(text.len(), |at| quantity.end + at);
    start..end
}

/// Where the item of a list begins that holds the place `at`: behind the last `、`, or the clause's start.
fn item(text: &str, clause: &Range<usize>, at: usize) -> usize {
    let joint = |c: char| matches!(c, '、' | '和');
    match text[clause.start..at].rfind(joint) {
        // 物流和仓储 is no list of quantities: one must have a number before
        Some(found) if text[clause.start..clause.start + found].contains(crate::text::numeral::is_digit) => {
            clause.start + found + 3
        }
        _ => clause.start,
    }
}

/// Whether a quantity only describes what another counts: `主营业务收入5百亿元以上企业2家`.
fn describes(behind: &str) -> bool {
    !behind.is_empty() && !behind.starts_with(['和', '及', '/']) && !behind.contains('、')
}

/// The words of what is counted, behind a quantity whose verb stands right before it: `推出100项体育精品赛事`.
fn object(text: &str, quantity: &Quantity, clause: &Range<usize>, trigger: Trigger) -> Range<usize> {
    let start = quantity.range.end;
    if trigger.change != Change::New {
        return start..start;
    }
    let behind = &text[start..clause.end];
    let end = behind.find(|c: char| c == '、' || crate::text::numeral::is_digit(c)).unwrap_or(behind.len());
    start..start + end
}

/// What is measured: the words before the verb of a level or a change, the thing counted of what is made.
fn indicator(text: &str, before: &Range<usize>, object: &Range<usize>, trigger: Trigger) -> Option<String> {
    let counted = text[object.clone()].trim_start_matches('的').trim();
    let before = &text[before.clone()];
    let words = match trigger.change {
        Change::New if !counted.is_empty() => counted,
        _ => trigger::measured(before, trigger.change),
    };
    (!words.is_empty()).then(|| words.to_owned())
}
