//! Markers in the middle of a sentence: glued to words, or behind a comma.

use super::candidate::{Candidate, Numbering};
use super::numbering::may_number;
use super::scan::Scan;
use crate::model::{MarkerPlace, MarkerStyle};
use crate::text::boundary::floor;
use crate::text::character::{is_blank, is_han};
use crate::text::numeral;

/// What stands before a number that is referred to: `第`, `按照①`.
const CITING: [char; 14] = ['第', '、', '和', '至', '或', '，', '—', '～', '-', '按', '照', '述', '“', '《'];

/// Parts of rules of which a number is one more part: `第三条（一）`; 其他事项 is none.
const PARTS: [char; 3] = ['条', '款', '项'];

/// Whether the words end in a part of rules that has a number, or is pointed at: `第三条`, `（二）项`, `该款`.
fn ends_in_part(words: &str) -> bool {
    words.strip_suffix(PARTS).is_some_and(|before| {
        before.ends_with(|c| {
            numeral::is_digit(c) || numeral::is_han_numeral(c) || "）)本该此前上下各同".contains(c)
        })
    })
}

/// The last characters of organs, of places and of other names in a list of units.
#[rustfmt::skip]
const ORGAN_ENDS: [char; 26] = [
    '厅', '局', '委', '办', '部', '会', '院', '府', '心', '署', '联', '司', '行', '队', '关', '社', '协', '台', '州', '区', '县', '团',
    '校', '所', '站', '馆',
];

/// What may stand for the full stop before an item.
const COMMAS: [char; 2] = ['，', ','];

impl Scan<'_, '_> {
    /// Tries a marker in the middle of words; returns where to go on.
    pub(super) fn try_glued(&mut self, at: usize) -> usize {
        let next = at + self.text[at..].chars().next().map_or(1, char::len_utf8);
        if !may_number(&self.text[at..self.end]) {
            return next;
        }
        let place = if self.after_heading(at) { MarkerPlace::AfterHeading } else { MarkerPlace::Glued };
        let cited = self.text[..at].ends_with(CITING) || ends_in_part(&self.text[..at]);
        // 责任单位：省总工会（二）对… goes on behind a clause whose stop was lost
        let organ = self.text[..at].ends_with(ORGAN_ENDS);
        let place = if organ && place == MarkerPlace::Glued { MarkerPlace::Organ } else { place };
        if self.text[..at].ends_with(COMMAS) && self.text[at..].starts_with(['（', '(']) {
            return self.try_comma(at).max(next);
        }
        if cited {
            return next;
        }
        let last = self.found.last().map(|last| last.numbering);
        let known = self.found.len();
        let end = self.accept(at, place).unwrap_or(next);
        // 注解①规定的 behind ② cites: no heading ends in an earlier item of its own list
        for found in &mut self.found[known..] {
            let back = |last: Numbering| {
                last.style == found.numbering.style && found.numbering.ordinal <= last.ordinal
            };
            if last.is_some_and(back) {
                found.place = MarkerPlace::Glued;
            }
        }
        end
    }

    /// Tries `六、` or `3.` glued behind words, its mark at `at`: only the next number of a list can be meant.
    pub(super) fn try_mark(&mut self, at: usize, len: usize, is_numeral: fn(char) -> bool) -> usize {
        let next = at + len;
        let before = &self.text[self.line.min(at)..at];
        let digits =
            before.chars().rev().take(4).take_while(|&c| is_numeral(c)).map(char::len_utf8).sum::<usize>();
        if digits == 0 {
            return next;
        }
        let (words, numeral) = before.split_at(before.len() - digits);
        // 统一、高效 is one word
        if numeral == "一"
            && words.ends_with(['统', '单', '唯', '归', '之', '为', '同', '专', '万', '划', '如', '逐', '合'])
        {
            return next;
        }
        let free = self.found.last().is_none_or(|last| last.end() <= at - digits);
        if !free || !self.text[next..self.end].starts_with(is_han) {
            return next;
        }
        match words.chars().next_back() {
            Some(last) if is_han(last) => self.try_glued(at - digits).max(next),
            Some('，' | ',') => self.try_comma(at - digits).max(next),
            _ => next,
        }
    }

    /// Tries a marker behind a comma that stands for a full stop: `…跨越航道，4.渔网…`; returns where to go on.
    ///
    /// It goes on with the last of its style, and that one stands as items do: an enumeration in a sentence has commas too. Or it
    /// begins a list that goes on behind a sentence's end.
    fn try_comma(&mut self, at: usize) -> usize {
        /// Candidates that may stand between two items of a list. A guess.
        const NEAR_CANDIDATES: usize = 16;
        let known = self.found.len();
        let end = self.accept(at, MarkerPlace::AfterComma);
        let goes_on = |found: &Candidate| {
            let mut before = self.found[..known].iter().rev().take(NEAR_CANDIDATES);
            before.find(|before| before.numbering.style == found.numbering.style).is_some_and(|before| {
                before.numbering.ordinal + 1 == found.numbering.ordinal
                    && (before.place <= MarkerPlace::AfterBlank
                        || matches!(before.place, MarkerPlace::AfterComma | MarkerPlace::Organ))
            })
        };
        if !self.found[known..].iter().all(goes_on) {
            // the first of a list opens it, as behind a clause
            let begins = self.found[known..].iter().all(|found| self.begins_run(found));
            self.found.truncate(if begins { self.found.len() } else { known });
            self.found[known..].iter_mut().for_each(|found| found.place = MarkerPlace::AfterClause);
        }
        end.unwrap_or(at)
    }

    /// Whether the second item of a list follows behind a sentence's end or a clause: `针对…问题，（1）…。（2）…`.
    fn begins_run(&self, found: &Candidate) -> bool {
        /// Five hundred characters: a guess.
        const REACH_BYTES: usize = 1_500;
        let bracketed = matches!(found.numbering.style, MarkerStyle::HanBracket | MarkerStyle::ArabicBracket);
        if found.numbering.ordinal != 1 || !bracketed {
            return false;
        }
        let second = self.text[found.start..found.end()].replace(['1', '１'], "2").replace('一', "二");
        let behind = &self.text[found.end()..floor(self.text, found.end() + REACH_BYTES).min(self.end)];
        let before = behind.find(&second).map(|at| behind[..at].trim_end_matches(is_blank));
        before.is_some_and(|before| before.ends_with(['。', '）', ')']))
    }

    /// Whether only the few words of a heading stand between the last candidate and `at`.
    pub(super) fn after_heading(&self, at: usize) -> bool {
        let Some(last) = self.found.last() else { return false };
        let heading = self.text.get(last.end()..at).unwrap_or_default();
        let strong = match last.numbering.style {
            // 制定如下措施：一、去库存（一）…
            MarkerStyle::HanComma => {
                last.place <= MarkerPlace::AfterClause || last.place == MarkerPlace::Organ
            }
            style => last.place <= MarkerPlace::AfterHeading || style <= MarkerStyle::SectionOfChapter,
        };
        // 一、有序去库存，积极消化存量住房（一）… has its comma
        let commas = if last.numbering.style == MarkerStyle::HanComma { 2 } else { 0 };
        strong
            && (6..=105).contains(&heading.len())
            && heading.matches(['，', ',']).count() <= commas
            && !heading.contains(['。', '；', '\n', ';', '：', '（', '(', '“'])
    }
}
