//! A row into a task: what is to be done, who answers, by when.

use super::broken::pauses;
use super::column::Column;
use super::grid::Slot;
use super::rows::Rows;
use super::units::is_nothing;
use crate::grammar::clause;
use crate::grammar::clause::said::{Flaw, role_words};
use crate::grammar::name::organ::{Shape, shape};
use crate::grammar::sentence::measures;
use crate::model::{ClauseForm, Code, Responsibility, Role, Task};
use crate::text::character::squeezed;
use crate::text::mend::Stretch;
use crate::text::span::{Span, Spanned, Text};

/// The longest cell that is given to each row it reaches into, so that what is read stays bounded by the text: a hundred
/// names of thirteen characters. A guess.
const PASSED_ON_BYTES: usize = 4_000;

/// Where a cell of a row begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Begins {
    Here,
    /// In a row above, from which it reaches down.
    Above,
}

impl Rows<'_, '_> {
    /// The task of a row, if it tells anything.
    pub(super) fn task(&mut self, full: &[Slot], text: Option<Text>) -> Option<Task> {
        let hull = full.iter().map(|slot| slot.span).reduce(Span::hull)?;
        let responsibility = self.responsibility(full);
        if responsibility.as_ref().is_none_or(|clause| clause.units.is_empty()) {
            text.as_ref()?;
        }
        let inside = responsibility.as_ref().filter(|clause| hull.contains(clause.span));
        let empty = || Spanned { value: String::new(), span: Span::new(hull.start, hull.start) };
        let text = text.unwrap_or_else(|| {
            let start = inside.map(|clause| clause.span.start);
            start.map_or_else(empty, |start| Spanned { value: String::new(), span: Span::new(start, start) })
        });
        let span = inside.map_or(text.span, |clause| text.span.hull(clause.span));
        let stretch = self.source.stretch(text.span);
        let measures = measures(&stretch, 0..stretch.as_str().len());
        let inherited = self.standing.beside(responsibility.as_ref());
        Some(Task { text, measures, responsibility, inherited, span })
    }

    /// Who answers, as the cells of the row and those that reach into it say.
    fn responsibility(&mut self, full: &[Slot]) -> Option<Responsibility> {
        let mut clause = Responsibility {
            text: String::new(),
            form: ClauseForm::Cell,
            units: Vec::new(),
            role_words: Vec::new(),
            open_ended: false,
            deadline: None,
            remarks: Vec::new(),
            span: Span::default(),
        };
        let mut last = None;
        let (mut own, mut above) = (None, None);
        for column in 0..self.columns.len() {
            let Some((slot, begins)) = self.cell(full, column).filter(|(slot, _)| last != Some(slot.span))
            else {
                continue;
            };
            match self.columns[column] {
                Column::Units(role) => self.units(&slot, role, &mut clause),
                Column::Deadline if slot.colspan == 1 => clause.deadline = Some(self.deadline(&slot)),
                _ => continue,
            }
            last = Some(slot.span);
            self.report_merged(&slot, begins);
            let place = if begins == Begins::Here { &mut own } else { &mut above };
            *place = Some(place.map_or(slot.span, |span: Span| span.hull(slot.span)));
        }
        let span = own.or(above)?;
        clause.units.sort_by_key(|unit| unit.span);
        clause.role_words.sort_by_key(|words| words.span);
        clause.remarks.sort_by_key(|remark| remark.span);
        self.named |= !clause.units.is_empty();
        let whole = self.source.words(span);
        (clause.text, clause.span) = (whole.value, whole.span);
        Some(clause)
    }

    /// The cell that a row has at a column, if it says something: its own, or one from a row above that reaches into it.
    fn cell(&self, full: &[Slot], column: usize) -> Option<(Slot, Begins)> {
        let own = full.iter().find(|slot| slot.covers(column)).map(|slot| (*slot, Begins::Here));
        let above = || self.covering(column).map(|slot| (slot, Begins::Above));
        let (slot, begins) = own.or_else(above)?;
        // 增开线路 over 工作任务 and 责任单位
        let told = |at| matches!(self.columns.get(at), Some(Column::Text | Column::Number));
        if (slot.column..slot.column + slot.colspan).any(told) {
            return None;
        }
        let given = begins == Begins::Here || slot.span.len() <= PASSED_ON_BYTES;
        (given && !is_nothing(&squeezed(self.slice(&slot)))).then_some((slot, begins))
    }

    /// Adds what a cell of units says.
    fn units(&mut self, slot: &Slot, role: Role, clause: &mut Responsibility) {
        let parted = |column: usize| match self.columns.get(column) {
            Some(Column::Units(other)) => slot.covers(column) && *other != role,
            _ => false,
        };
        let unsure = (0..self.columns.len()).any(parted);
        let role = if unsure { Role::Responsible } else { role };
        let stretch = self.source.stretch(slot.span);
        let pauses = pauses(self.source, slot.span);
        let pauses: Vec<usize> = pauses.into_iter().map(|at| stretch.offset(at)).collect();
        let said = clause::cell(stretch.as_str(), &pauses, role);
        for name in &said.units {
            let known = shape(&stretch.as_str()[name.name.clone()]) >= Shape::Weak;
            *if known { &mut self.known } else { &mut self.unknown } += 1;
        }
        // a cell over several rows says its remarks once
        if self.told.insert(slot.span) {
            if unsure {
                let message =
                    "found one cell of units below two columns, expected one a column; read as responsible";
                self.findings.report(Code::RoleUnsure, slot.span, message);
            }
            for remark in &said.remarks {
                self.standing.note(&stretch, remark, &mut self.findings);
            }
            self.flaws(&stretch, &said.flaws);
        }
        clause.open_ended |= said.open_ended;
        clause.units.extend(said.units.into_iter().map(|name| name.spell(&stretch)));
        clause.role_words.extend(said.role_words.into_iter().map(|words| role_words(&stretch, words)));
        clause.remarks.extend(said.remarks.into_iter().map(|remark| stretch.words(remark.range)));
        if let (None, Some(range)) = (&clause.deadline, said.deadline) {
            clause.deadline = Some(stretch.words(range));
        }
    }

    /// The words of a cell of times: of a time that is one, no more.
    fn deadline(&self, slot: &Slot) -> Text {
        let stretch = self.source.stretch(slot.span);
        let words = stretch.as_str().trim_end_matches('。');
        let len = clause::time(words).map_or(words.len(), |time| {
            let rest = &words[words.find(time).unwrap_or_default() + time.len()..];
            // 2031年6月底前完成一期，2032年完成二期 is told whole
            if rest.chars().count() > 6 { words.len() } else { words.len() - rest.len() }
        });
        stretch.words(0..len)
    }

    /// Reports a cell over several rows, once.
    fn report_merged(&mut self, slot: &Slot, begins: Begins) {
        let (code, message) = match begins {
            Begins::Above => (
                Code::MergedCell,
                format!("found a cell over {} rows, gave each of them its units", slot.rowspan),
            ),
            Begins::Here if slot.rowspan > 1 && slot.span.len() > PASSED_ON_BYTES => {
                let (bytes, rows) = (slot.span.len(), slot.rowspan);
                let message = format!(
                    "found a cell of {bytes} bytes over {rows} rows, expected at most {PASSED_ON_BYTES}; gave it to the first row alone"
                );
                (Code::MergedCellUnsure, message)
            }
            Begins::Here => return,
        };
        if self.merged.insert(slot.span) {
            self.findings.report(code, slot.span, message);
        }
    }

    fn flaws(&mut self, stretch: &Stretch<'_>, flaws: &[Flaw]) {
        for flaw in flaws {
            if let Flaw::DoubtfulUnit(range) = flaw {
                let words = &stretch.as_str()[range.clone()];
                let message = format!("found 「{words}」 in a cell of units, expected an organisation");
                self.findings.report(Code::DoubtfulUnit, stretch.span(range.clone()), message);
            }
        }
    }
}
