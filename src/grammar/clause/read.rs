//! Reads what a clause holds: folds what its pieces say into a [`Reading`].

use std::ops::Range;

use super::colon::{self, Glued};
use super::content::{Content, OF_WHICH, content};
use super::deadline;
use super::label::{Label, Topic};
use super::list::{self, Part, Waiting};
use super::named::Shapes;
use super::piece::{Mark, Piece, pieces, trimmed};
use super::remark::{self, Sense};
use super::said::{Clause, Evidence, Flaw, Remark, Rule, UnitName};
use super::scope::Scope;
use super::units::{Roll, Units};
use crate::model::{ClauseForm, Role};

/// What a stretch of clause text says.
#[derive(Debug, Default)]
pub(crate) struct Reading {
    pub(crate) units: Vec<UnitName>,
    pub(crate) role_words: Vec<(Role, Range<usize>)>,
    pub(crate) open_ended: bool,
    pub(crate) deadline: Option<Range<usize>>,
    pub(crate) remarks: Vec<Remark>,
    pub(crate) flaws: Vec<Flaw>,
    pub(crate) signs: Signs,
    /// How many of the units look how.
    pub(crate) shapes: Shapes,
    /// Where the first sentence begins that is glued to a name: `及时公开…` of `省财政厅及时公开…`.
    pub(crate) sentence: Option<usize>,
}

/// What tells a clause from other words.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Signs {
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
}

/// The clause of a reading.
pub(crate) fn clause(reading: Reading, range: Range<usize>, form: ClauseForm, evidence: Evidence) -> Clause {
    let Reading { units, mut role_words, open_ended, deadline, remarks, flaws, .. } = reading;
    // clauses wait for the whole notice to be read
    role_words.shrink_to_fit();
    Clause { range, form, evidence, units, role_words, open_ended, deadline, remarks, flaws }
}

/// Reads `text[range]`, the inside of a bracket or a labelled stretch.
pub(crate) fn read(text: &str, range: Range<usize>) -> Reading {
    fold(text, range, &[], Scope::new(None)).reading()
}

/// Reads the cell of a table whose column says this role; its list goes on at `pauses` without a mark.
pub(crate) fn read_cell(text: &str, pauses: &[usize], role: Role) -> Reading {
    fold(text, 0..text.len(), pauses, Scope::new(Some(Topic::Units(role)))).reading()
}

fn fold<'t>(text: &'t str, range: Range<usize>, pauses: &[usize], scope: Scope) -> Fold<'t> {
    let mut fold = Fold {
        text,
        units: Units::new(text),
        scope,
        run: Run::Names,
        deadline: None,
        remark: None,
        remarks: Vec::new(),
        flaws: Vec::new(),
        signs: Signs::default(),
        helpers: Helpers::None,
    };
    pieces(text, range, pauses, &mut |piece| fold.piece(&piece));
    fold
}

/// What is read so far.
struct Fold<'t> {
    text: &'t str,
    units: Units<'t>,
    scope: Scope,
    run: Run,
    deadline: Option<Range<usize>>,
    /// Where the remark in progress began, and what it is about.
    remark: Option<(usize, Sense)>,
    remarks: Vec<(Range<usize>, Sense)>,
    /// Labels that say no role.
    flaws: Vec<Flaw>,
    signs: Signs,
    helpers: Helpers,
}

/// Who stands behind 会同.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Helpers {
    None,
    /// The list right behind it.
    Listed,
    /// A comma ended that list.
    Ended,
}

/// What goes on over `、`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Run {
    Names,
    /// What is done by a time: `2024年底前完成试点、通过验收`.
    Deed,
}

impl Fold<'_> {
    fn piece(&mut self, piece: &Piece) {
        if piece.after == Mark::Colon {
            self.colon(piece);
        } else if let Some((_, sense)) = &mut self.remark {
            if *sense == Sense::Other {
                *sense = remark::sense(&self.text[piece.range.clone()]).unwrap_or(*sense);
            }
        } else if !piece.range.is_empty() {
            self.content(piece);
        }
        self.mark(piece);
    }

    /// The mark behind a piece ends what it ends.
    fn mark(&mut self, piece: &Piece) {
        let (mark, end) = (piece.after, piece.range.end);
        self.helpers = match mark {
            Mark::Comma if self.helpers != Helpers::None => Helpers::Ended,
            Mark::Semicolon | Mark::Stop | Mark::End => Helpers::None,
            _ => self.helpers,
        };
        if mark != Mark::Pause {
            self.units.release(piece, self.scope);
            self.units.end_run(mark, end, self.scope);
            self.run = Run::Names;
        }
        if matches!(mark, Mark::Semicolon | Mark::Stop | Mark::End) {
            self.units.give(self.scope.role());
            self.end_remark(end);
        }
        self.scope.mark(mark);
    }

    fn content(&mut self, piece: &Piece) {
        let words = &self.text[piece.range.clone()];
        let onward = self.deadline.is_some() && self.scope.topic() != Some(Topic::Other);
        if onward && deadline::goes_on(words).is_some() {
            return self.extend_deadline(piece.range.clone());
        }
        match content(self.text, piece, self.scope.topic()) {
            Content::Nothing => {}
            Content::Time { words, stage, names } => {
                // a later stage is told whole, as those before it are: `2019年底前建成一期，2021年底前建成二期`
                self.extend_deadline(stage.filter(|_| self.deadline.is_some()).unwrap_or(words));
                match names {
                    Some(names) => self.list(&Piece { range: names, ..*piece }),
                    None => self.run = Run::Deed,
                }
            }
            Content::Remark(sense) => self.remark(piece, sense),
            Content::Ruled { names, rule, sense, behind } => {
                self.list(&Piece { range: names, after: Mark::Comma, ..*piece });
                self.remarks.push((rule, sense));
                if !behind.is_empty() {
                    self.list(&Piece { range: behind, ..*piece });
                }
            }
            Content::Labelled { label, names } => {
                self.colon(&Piece { range: label, ..*piece });
                self.content(&Piece { range: names, ..*piece });
            }
            Content::Names(names) => self.list(&Piece { range: names, ..*piece }),
        }
    }

    fn extend_deadline(&mut self, words: Range<usize>) {
        if !words.is_empty() {
            let start = self.deadline.as_ref().map_or(words.start, |known| known.start);
            self.deadline = Some(start..words.end);
        }
    }

    /// A piece that begins a remark, or ends a list that is one: `各市州、县市区人民政府均为责任单位`.
    fn remark(&mut self, piece: &Piece, sense: Sense) {
        let closes = piece.before == Mark::Pause && remark::closes_list(&self.text[piece.range.clone()]);
        let start = closes.then(|| self.units.take_back_run()).flatten();
        self.units.release(piece, self.scope);
        self.remark = Some((start.unwrap_or(piece.range.start), sense));
        if matches!(piece.after, Mark::Semicolon | Mark::Stop | Mark::End) {
            self.end_remark(piece.range.end);
        }
    }

    /// A remark goes on to the end of its sentence.
    fn end_remark(&mut self, end: usize) {
        if let Some((start, sense)) = self.remark.take() {
            self.remarks.push((start..end.max(start), sense));
        }
    }

    fn list(&mut self, piece: &Piece) {
        if self.run == Run::Deed && !list::names_somebody(self.text, piece) {
            return;
        }
        let waiting = if self.units.wait() { Waiting::Somebody } else { Waiting::Nobody };
        list::parts(self.text, piece, waiting, &mut |part| self.part(part, piece));
    }

    fn part(&mut self, part: Part, piece: &Piece) {
        match part {
            Part::Names { range, after } => self.units.add(range, after, piece, self.scope),
            Part::Subject => self.signs.denied |= self.is_head(),
            Part::Sentence => self.signs.denied = true,
            Part::Remark { range } => self.remarks.push((range, Sense::Other)),
            Part::Help => self.scope.help(),
            Part::Join { role, words } => {
                self.signs.inside += 1;
                self.signs.joins += 1;
                self.units.release(piece, self.scope);
                self.units.give(Role::Lead);
                self.units.say(role, words);
                self.scope.help();
                self.helpers = Helpers::Listed;
            }
            Part::Verb { role, words } => {
                self.signs.inside += 1;
                self.verb(self.scope.inside(role), words, piece);
            }
            Part::Phrase { role, words } => {
                self.signs.closing += 1;
                if role == Role::Responsible
                    && self.helpers == Helpers::Ended
                    && words.start > piece.range.start
                {
                    self.flaws.push(Flaw::RoleUnsure(piece.range.clone()));
                }
                self.helpers = Helpers::None;
                self.verb(self.scope.closing(role), words, piece);
            }
        }
    }

    /// A verb gives those who wait their role.
    fn verb(&mut self, role: Role, words: Range<usize>, piece: &Piece) {
        self.units.release(piece, self.scope);
        if let Some(label) = self.scope.before_helpers(role) {
            self.units.give_before_run(label);
        }
        self.units.give(role);
        self.units.say(role, words);
        self.scope.verb();
    }

    /// Whether nothing was said yet: no label, no unit, no time.
    fn is_head(&self) -> bool {
        self.scope.topic().is_none() && self.units.is_empty() && self.deadline.is_none()
    }

    /// A label, or words before a colon that are none.
    fn colon(&mut self, piece: &Piece) {
        let Range { start, end } = piece.range;
        self.end_remark(start);
        if self.text[start..end].ends_with(OF_WHICH) {
            let before = start..end - OF_WHICH.len();
            if !before.is_empty() {
                self.content(&Piece { range: before, after: Mark::Semicolon, ..*piece });
            }
            return;
        }
        let below = self.signs.labels == 0 && matches!(self.scope.topic(), Some(Topic::Units(_)));
        let verb = || if below { colon::verb_below(self.text, &piece.range) } else { None };
        match colon::label(self.text, &piece.range).or_else(verb) {
            Some(label) => self.label(&label, piece),
            None => self.unknown_label(piece),
        }
    }

    fn label(&mut self, label: &Label, piece: &Piece) {
        let Range { start, end } = piece.range;
        let words = label.start.max(start)..end;
        if start < words.start {
            let before = trimmed(self.text, start..words.start);
            self.content(&Piece { range: before, after: Mark::Semicolon, ..*piece });
        }
        self.units.release(piece, self.scope);
        self.units.give(self.scope.role());
        self.scope.below(label.topic);
        if let Topic::Units(role) = label.topic {
            let verb = colon::is_verb(&self.text[words.clone()]);
            *if verb { &mut self.signs.closing } else { &mut self.signs.labels } += 1;
            self.units.say(role, words);
        }
    }

    /// Words before a colon that are no known label; behind one that is, those that name units are told.
    fn unknown_label(&mut self, piece: &Piece) {
        let mut range = piece.range.clone();
        let known = self.signs.labels > 0;
        let glued = if known { colon::glued(&self.text[range.clone()]) } else { Glued::Nothing };
        if let Glued::Sentence(len) | Glued::Key(len) = glued {
            let names = range.start..range.start + len;
            self.units.add(names, Mark::Semicolon, piece, self.scope);
        }
        match glued {
            Glued::Sentence(len) => self.units.sentence_at(range.start + len),
            Glued::Key(len) => range.start += len,
            Glued::Nothing => {}
        }
        // the label before it says the role of its own units
        self.units.release(piece, self.scope);
        self.units.give(self.scope.role());
        let units = if known { colon::units(&self.text[range.clone()]) } else { None };
        if units == Some(colon::Units::Others) {
            self.flaws.push(Flaw::UnknownLabel(range));
        }
        self.scope.below_unknown(match units {
            Some(colon::Units::Members) => Topic::Units(Role::Responsible),
            Some(colon::Units::Others) | None => Topic::Other,
        });
    }

    fn reading(self) -> Reading {
        let Fold { text, units, deadline, remarks, mut flaws, mut signs, .. } = self;
        let Roll { units, role_words, flaws: doubts, open_ended, sentence, own_roles, shapes } = units.roll();
        signs.closing += own_roles;
        flaws.splice(0..0, doubts);
        let rule = |(range, sense): (Range<usize>, Sense)| {
            let rule = match sense {
                Sense::FirstLeads => Rule::FirstLeads,
                Sense::Other => Rule::Other,
                Sense::AllFollowing => following(text, &range),
            };
            Remark { range, rule }
        };
        let remarks = remarks.into_iter().map(rule).collect();
        Reading { units, role_words, open_ended, deadline, remarks, flaws, signs, shapes, sentence }
    }
}

/// The units that a remark gives to what follows; what is said beside them in it is not looked at.
fn following(text: &str, range: &Range<usize>) -> Rule {
    let words = &text[range.clone()];
    let list = remark::units(words);
    if list.is_empty() {
        return Rule::Other;
    }
    let start = range.start + (list.as_ptr() as usize - words.as_ptr() as usize);
    let end = list.find("不再").map_or(start + list.len(), |at| start + at);
    let units = fold(text, start..end, &[], Scope::new(None)).units.roll().units;
    if units.is_empty() { Rule::Other } else { Rule::AllFollowing(units) }
}
