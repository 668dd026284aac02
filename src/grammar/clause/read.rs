//! Reads what a clause holds, piece by piece.

use std::ops::Range;

use super::aside::rule;
use super::label::{Topic, before_verb};
use super::piece::{Mark, pieces, trimmed};
use super::remark::{self, Sense};
use super::said::{Clause, Evidence, Flaw, Remark, Rule, UnitName};
use super::{deadline, role};
use crate::grammar::name::organ::{Shape, shape};
use crate::model::{ClauseForm, Role};
use crate::text::words;

/// What a stretch of clause text says.
#[derive(Debug, Default)]
pub(crate) struct Reading {
    pub(crate) units: Vec<UnitName>,
    pub(crate) role_words: Vec<(Role, Range<usize>)>,
    pub(crate) open_ended: bool,
    pub(crate) deadline: Option<Range<usize>>,
    pub(crate) remarks: Vec<Remark>,
    pub(crate) flaws: Vec<Flaw>,
    /// Labels for units.
    pub(crate) labels: usize,
    /// Role phrases that close a piece.
    pub(crate) closing: usize,
    /// Role verbs inside a piece.
    pub(crate) inside: usize,
    /// Those of them that join who leads and who helps: `会同`.
    pub(crate) joins: usize,
    /// Words that only a sentence has: `由…负责发布的除外`.
    pub(crate) denied: bool,
    /// Where the first sentence begins that is glued to a name: `及时公开…` of `省财政厅及时公开…`.
    pub(crate) sentence: Option<usize>,
    /// Units of each shape, as they came.
    pub(crate) unknown: usize,
    /// Those of them that lack no more than their last character: `省住房城乡建设`.
    pub(crate) cut: usize,
    pub(crate) bare: usize,
    pub(crate) weak: usize,
    pub(crate) strong: usize,
}

/// The clause of a reading.
pub(crate) fn clause(reading: Reading, range: Range<usize>, form: ClauseForm, evidence: Evidence) -> Clause {
    let Reading { mut units, mut role_words, open_ended, deadline, remarks, flaws, .. } = reading;
    // clauses wait for the whole notice to be read
    units.shrink_to_fit();
    role_words.shrink_to_fit();
    Clause { range, form, evidence, units, role_words, open_ended, deadline, remarks, flaws }
}

/// Brings in who does a part of the task: `其中，省国资委负责资产划转`.
pub(super) const OF_WHICH: &str = "其中";

/// What is done by a time.
const DEEDS: &[&str] = &["建成", "建立", "形成", "完成", "启动", "出台", "制定", "投入", "实现", "上线"];

/// Reads `text[range]`, the inside of a bracket or a labelled stretch.
pub(crate) fn read(text: &str, range: Range<usize>) -> Reading {
    read_with(Reader::new(text), range)
}

/// Reads the cell of a table whose column says this role.
pub(crate) fn read_cell(text: &str, role: Role) -> Reading {
    let column = Some(Topic::Units(role));
    read_with(Reader { topic: column, column, ..Reader::new(text) }, 0..text.len())
}

fn read_with(mut reader: Reader<'_>, range: Range<usize>) -> Reading {
    pieces(reader.text, range, &mut |piece, mark| reader.piece(piece, mark));
    reader.finish()
}

/// What was read before a run.
#[derive(Debug, Clone, Copy)]
pub(super) struct Before {
    pub(super) units: usize,
    pub(super) unknown: usize,
    pub(super) cut: usize,
    pub(super) flaws: usize,
}

#[expect(clippy::struct_excessive_bools, reason = "independent facts, no states")]
pub(super) struct Reader<'t> {
    pub(super) text: &'t str,
    pub(super) out: Reading,
    /// The label in force.
    pub(super) topic: Option<Topic>,
    /// First unit without a role yet.
    pub(super) open: usize,
    /// 会同 was said: what follows helps, up to the next scope.
    pub(super) helped: bool,
    /// A list of divisions that goes on: `各市、` of `各市、县人民政府`.
    pub(super) held: Option<Range<usize>>,
    /// Where the remark in progress began.
    pub(super) remark: Option<(usize, Sense)>,
    /// Level that carries over.
    pub(super) carried: Option<&'t str>,
    /// A verb closed a list since the label: the label speaks for no list before it.
    pub(super) spoken: bool,
    /// What was read before the run, if a verb has closed every list: nobody is named behind one without another.
    pub(super) settled: Option<Before>,
    /// Words that are no units unless others follow, and what was read before them.
    pub(super) words: Option<(Before, Range<usize>)>,
    /// Names in the run that may be places, if something vouches for them.
    pub(super) places: usize,
    /// First unit of the run between two commas.
    pub(super) run: usize,
    pub(super) last: Mark,
    pub(super) next: Mark,
    /// Role words taken off the piece so far; more than a few are no list.
    pub(super) peeled: usize,
    /// Reads the list inside a remark.
    pub(super) inner: bool,
    /// A time was said, and what is done by then may go on over `、`.
    pub(super) timed: bool,
    /// What the column over a cell says: the label where no other is in force.
    column: Option<Topic>,
}

impl<'t> Reader<'t> {
    fn new(text: &'t str) -> Self {
        Reader {
            text,
            out: Reading::default(),
            topic: None,
            open: 0,
            helped: false,
            held: None,
            remark: None,
            carried: None,
            spoken: false,
            settled: None,
            words: None,
            places: 0,
            run: 0,
            last: Mark::Stop,
            next: Mark::End,
            peeled: 0,
            inner: false,
            timed: false,
            column: None,
        }
    }

    fn piece(&mut self, range: Range<usize>, mark: Mark) {
        let range = trimmed(self.text, range);
        let end = range.end;
        self.next = mark;
        self.peeled = 0;
        if mark == Mark::Colon {
            self.colon(range);
        } else if self.remark.is_some() {
            self.extend_remark(&range, mark);
        } else if !range.is_empty() {
            self.content(range, mark);
        }
        self.mark(mark, end);
    }

    fn mark(&mut self, mark: Mark, end: usize) {
        if mark != Mark::Pause {
            self.release();
            self.note_words(end);
            if mark == Mark::End {
                self.drop_words();
            }
            self.share_suffix();
            self.doubt_places();
            self.run = self.out.units.len();
            self.settled = self.settled();
            self.carried = None;
            self.timed = false;
        }
        match mark {
            Mark::Semicolon | Mark::Stop | Mark::End => {
                self.close(None);
                self.helped = false;
                if mark == Mark::Stop {
                    self.topic = self.column;
                }
                self.end_remark(end);
            }
            _ => {}
        }
        self.last = mark;
    }

    pub(super) fn content(&mut self, range: Range<usize>, mark: Mark) {
        let piece = &self.text[range.clone()];
        if piece == OF_WHICH {
            return;
        }
        let known = self.out.deadline.as_ref().filter(|_| self.topic != Some(Topic::Other));
        if let Some((known, words)) = known.and_then(|known| Some((known, deadline::goes_on(piece)?))) {
            self.out.deadline = Some(known.start..range.start + words.len());
            return;
        }
        match self.topic {
            Some(Topic::Other) => {
                // 注：列第一位的为牵头单位
                if let Some(sense) = remark::sense(piece).filter(|&sense| sense != Sense::Other) {
                    self.begin_remark(&range, sense);
                    self.extend_remark(&range, mark);
                }
            }
            Some(Topic::Time) => {
                if self.last == Mark::Colon || deadline::time(piece).is_some() {
                    // a later stage is told whole, as those before it are: `2019年底前建成一期，2021年底前建成二期`
                    let staged = self.out.deadline.is_some() && piece.len() <= 2 * LONGEST_STAGE;
                    self.extend_deadline(if staged { range } else { labelled_time(piece, &range) });
                }
            }
            _ => {
                if let Some(sense) = remark::sense(piece) {
                    self.remark(range, sense, mark);
                } else if let Some((label, units)) = before_verb(piece) {
                    let units = range.end - units.len()..range.end;
                    self.colon(range.start..range.start + label.len());
                    self.content(units, mark);
                } else if let Some((start, words)) = deadline::hoped(piece) {
                    let start = range.start + start;
                    self.timed(start, start + words.len(), range.end, mark);
                } else {
                    self.list(range, mark);
                }
            }
        }
    }

    /// A piece that is a remark, ends a list that is one, or has one in a bracket behind its name.
    fn remark(&mut self, range: Range<usize>, sense: Sense, mark: Mark) {
        let piece = &self.text[range.clone()];
        if let Some((rule, sense)) = rule(piece) {
            self.list(range.start..range.start + rule.start, Mark::Comma);
            self.remark = Some((range.start + rule.start, sense));
            self.end_remark(range.start + rule.end);
            if rule.end < piece.len() {
                self.list(range.start + rule.end..range.end, mark);
            }
            return;
        }
        let list = self.last == Mark::Pause && remark::closes_list(piece);
        let start = list.then(|| self.take_back(self.run)).flatten();
        self.begin_remark(&(start.unwrap_or(range.start)..range.end), sense);
        self.extend_remark(&range, mark);
    }

    /// `2015年完成`; `2023年底前由省财政厅完成`; a name that begins like a time.
    fn timed(&mut self, start: usize, end: usize, limit: usize, mark: Mark) {
        let rest = &self.text[end..limit];
        let by = rest.trim_start_matches("前").strip_prefix('由').map(str::len);
        let verb = ["再", "全面", "基本"].iter().find_map(|how| rest.strip_prefix(how)).unwrap_or(rest);
        let deed = words::behind(verb, DEEDS);
        // 完成省财政厅负责
        let units = deed.filter(|units| names_role(units));
        if let Some(len) = by {
            self.extend_deadline(start..end);
            self.list(limit - len..limit, mark);
        } else if let Some(units) = units {
            self.extend_deadline(start..end);
            self.list(limit - units.len()..limit, mark);
        } else if let Some(what) = deed.filter(|_| !rest.starts_with("完成或")) {
            // the last of several stages is told whole, as those before it are
            let staged = self.out.deadline.is_some() && !what.is_empty() && mark != Mark::Pause;
            let whole = staged && limit - start <= 2 * LONGEST_STAGE;
            self.extend_deadline(start..if whole { limit } else { end });
            self.timed = true;
        } else if shape(rest) >= Shape::Weak || names_role(rest) {
            self.list(start..limit, mark);
        } else if rest.starts_with("完成或") {
            // `2015年完成或与…同步`: the alternative is part of the time.
            self.extend_deadline(start..limit);
        } else {
            self.extend_deadline(start..end);
            self.timed = true;
        }
    }

    /// What was read so far, if a verb has closed every list.
    fn settled(&self) -> Option<Before> {
        let Reading { units, unknown, cut, flaws, .. } = &self.out;
        let before = Before { units: units.len(), unknown: *unknown, cut: *cut, flaws: flaws.len() };
        (self.spoken && self.open == units.len()).then_some(before)
    }

    fn extend_deadline(&mut self, range: Range<usize>) {
        if range.is_empty() {
            return;
        }
        self.out.deadline = Some(match self.out.deadline.take() {
            Some(known) => known.start..range.end,
            None => range,
        });
    }

    fn begin_remark(&mut self, range: &Range<usize>, sense: Sense) {
        self.release();
        if sense != Sense::Other || self.remark.is_none() {
            self.remark = Some((range.start, sense));
        }
    }

    /// A remark goes on to the end of its sentence; the units of the first piece may go on over `、`.
    fn extend_remark(&mut self, range: &Range<usize>, mark: Mark) {
        if let (Some((_, sense @ Sense::Other)), Some(said)) =
            (&mut self.remark, remark::sense(&self.text[range.clone()]))
        {
            *sense = said;
        }
        if matches!(mark, Mark::Semicolon | Mark::Stop | Mark::End | Mark::Colon) {
            self.end_remark(range.end);
        }
    }

    pub(super) fn end_remark(&mut self, end: usize) {
        let Some((start, sense)) = self.remark.take() else { return };
        let range = start..end.max(start);
        let rule = match sense {
            Sense::FirstLeads => Rule::FirstLeads,
            Sense::Other => Rule::Other,
            Sense::AllFollowing => self.following(&range),
        };
        self.out.remarks.push(Remark { range, rule });
    }

    fn following(&self, range: &Range<usize>) -> Rule {
        let words = &self.text[range.clone()];
        let list = remark::units(words);
        if list.is_empty() || self.inner {
            return Rule::Other;
        }
        let start = range.start + (list.as_ptr() as usize - words.as_ptr() as usize);
        let end = list.find("不再").map_or(start + list.len(), |at| start + at);
        let inner = read_with(Reader { inner: true, ..Reader::new(self.text) }, start..end);
        if inner.units.is_empty() { Rule::Other } else { Rule::AllFollowing(inner.units) }
    }

    fn finish(self) -> Reading {
        self.out
    }
}

/// Whether the words are a name and its role: `省财政厅负责`.
fn names_role(words: &str) -> bool {
    role::phrase(words).is_some_and(|phrase| shape(&words[..phrase.start]) >= Shape::Weak)
}

/// The longest words of a time in bytes, with what is done by then.
const LONGEST_STAGE: usize = 60;

/// The words of a time behind its label: as far as they are words of time, else all.
fn labelled_time(piece: &str, range: &Range<usize>) -> Range<usize> {
    match deadline::time(piece) {
        Some(words) => range.start..range.start + words.len(),
        None if piece.len() <= LONGEST_STAGE => range.clone(),
        None => range.start..range.start,
    }
}
