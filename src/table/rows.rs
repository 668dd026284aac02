//! Rows into sections: which row heads others, which tells a task, which goes on with the item of the row above.

use std::collections::HashSet;

use super::column::{Column, Head, column, head};
use super::grid::{Found, Merges, Row, Slot, words};
use super::marker::{is_group_number, marker_of, no_marker, row_marker};
use super::tree::{Tree, section_of};
use crate::gathered::Standing;
use crate::model::{Code, Findings, Marker, MarkerStyle, Task};
use crate::text::character::squeezed;
use crate::text::source::Source;
use crate::text::span::{Span, Text};

/// The rows of a table while they are read.
pub(super) struct Rows<'s, 't> {
    pub(super) source: &'s Source<'t>,
    pub(super) merges: Merges,
    pub(super) columns: Vec<Column>,
    /// The words over the columns, blanks dropped.
    heads: Vec<String>,
    /// The first row below them.
    pub(super) first: usize,
    number: Option<usize>,
    /// The column that tells what is to be done at length, and the one before it that heads it.
    text: Option<usize>,
    heading: Option<usize>,
    /// Cells from rows above that reach down, and for how many rows more.
    above: Vec<(Slot, usize)>,
    pub(super) tree: Tree,
    pub(super) findings: Findings,
    /// Rows so far, for those without a number.
    count: u32,
    /// Whether a row above has units, a number.
    pub(super) named: bool,
    numbered: bool,
    /// Units whose names look like an organisation's, and others.
    pub(super) known: usize,
    pub(super) unknown: usize,
    /// Units that a remark gives to every row from here on.
    pub(super) standing: Standing,
    /// Cells of units that were read, and those of them that were said to reach further down.
    pub(super) told: HashSet<Span>,
    pub(super) merged: HashSet<Span>,
}

impl<'s, 't> Rows<'s, 't> {
    pub(super) fn new(source: &'s Source<'t>, found: &Found, at: usize, columns: Vec<Column>) -> Self {
        let heads = words(source.text, &found.rows[at]).iter().map(|word| squeezed(word)).collect();
        let number = columns.iter().position(|column| *column == Column::Number);
        let above = found.rows[at].iter().filter(|slot| slot.rowspan > 1);
        let above = above.map(|slot| (*slot, slot.rowspan - 1)).collect();
        let mut rows = Rows {
            source,
            merges: found.merges,
            columns,
            heads,
            first: at + 1,
            number,
            text: None,
            heading: None,
            above,
            tree: Tree::default(),
            findings: Findings::default(),
            count: 0,
            named: false,
            numbered: false,
            known: 0,
            unknown: 0,
            standing: Standing::default(),
            told: HashSet::new(),
            merged: HashSet::new(),
        };
        if let Some(row) = found.rows.get(rows.first).filter(|row| rows.refines(row)) {
            rows.refine(row);
        }
        rows.texts(&found.rows[rows.first..]);
        rows
    }

    /// Whether a row below the words over columns says more of them: 牵头单位 and 配合单位 below 分工.
    fn refines(&self, row: &[Slot]) -> bool {
        let mut units = false;
        let full = row.iter().filter(|slot| !slot.span.is_empty());
        let said = full.map(|slot| column(&squeezed(self.slice(slot))));
        let all =
            said.inspect(|said| units |= matches!(said, Some(Column::Units(_)))).all(|said| said.is_some());
        all && units
    }

    fn refine(&mut self, row: &[Slot]) {
        for slot in row.iter().filter(|slot| !slot.span.is_empty()) {
            let said = column(&squeezed(self.slice(slot)));
            if self.columns.len() <= slot.column {
                self.columns.resize(slot.column + 1, Column::Text);
            }
            self.columns[slot.column] = said.unwrap_or(Column::Text);
        }
        self.first += 1;
        self.pass(row);
    }

    /// Finds the column with most words, and the first before it that has words.
    fn texts(&mut self, rows: &[Row]) {
        let mut lengths = vec![0; self.columns.len()];
        for slot in rows.iter().flatten().filter(|slot| slot.colspan == 1) {
            if let Some(length) = lengths.get_mut(slot.column) {
                *length += slot.span.len();
            }
        }
        let told = |column: &usize| self.columns[*column] == Column::Text;
        let text = (0..self.columns.len()).filter(told).max_by_key(|&column| (lengths[column], column));
        let heading = (0..self.columns.len()).filter(told).find(|&column| lengths[column] > 0);
        self.text = text;
        self.heading = heading.filter(|heading| text.is_some_and(|text| *heading < text));
    }

    pub(super) fn slice(&self, slot: &Slot) -> &'t str {
        self.source.slice(slot.span)
    }

    /// Notes which cells of a row reach further down.
    fn pass(&mut self, row: &[Slot]) {
        self.above.retain_mut(|(_, rows)| {
            *rows -= 1;
            *rows > 0
        });
        self.above.extend(row.iter().filter(|slot| slot.rowspan > 1).map(|slot| (*slot, slot.rowspan - 1)));
    }

    pub(super) fn row(&mut self, row: &[Slot]) {
        let full: Vec<Slot> = row.iter().filter(|slot| !slot.span.is_empty()).copied().collect();
        let aside = full.is_empty() || self.repeats_heads(&full) || self.is_sum(&full);
        if !aside {
            match self.group(&full) {
                Some((label, heading)) => self.section_row(label, heading, &full),
                None => self.task_row(&full),
            }
        }
        self.pass(row);
    }

    /// Whether the words over the columns stand again, at the head of a page.
    fn repeats_heads(&self, full: &[Slot]) -> bool {
        let words: Vec<String> = full.iter().map(|slot| squeezed(self.slice(slot))).collect();
        let again = words.iter().filter(|word| self.heads.contains(word)).count();
        full.len() > 1 && again * 3 > full.len() * 2
            || words.concat() == self.heads.concat()
            || head(&self::words(self.source.text, full))
                .and_then(Head::of_units)
                .is_some_and(|found| found == self.columns)
    }

    /// `合计`, `总分`
    fn is_sum(&self, full: &[Slot]) -> bool {
        full.iter()
            .take(2)
            .any(|slot| matches!(&*squeezed(self.slice(slot)), "合计" | "小计" | "总计" | "总分"))
    }

    /// The cell from a row above that reaches into this one at a column.
    pub(super) fn covering(&self, column: usize) -> Option<Slot> {
        self.above.iter().map(|(slot, _)| *slot).find(|slot| slot.covers(column) && !slot.span.is_empty())
    }

    /// The label and heading of a row that heads the rows below it: `一、增开线路`, `一 增开线路`.
    fn group(&self, full: &[Slot]) -> Option<(Option<Slot>, Slot)> {
        let first = full[0];
        let same = || full.iter().all(|slot| self.slice(slot) == self.slice(&first));
        if full.len() > 1 && full.len() + 1 >= self.columns.len() && same() {
            return Some((None, first));
        }
        if let [only] = full {
            // 县教育局 over two rows leaves one cell in the second
            let shared = (0..self.columns.len()).any(|at| !only.covers(at) && self.covering(at).is_some());
            let wide = only.colspan + 1 >= self.columns.len() && !shared;
            let alone = self.above.is_empty() && only.column == 0;
            // a number alone heads nothing
            let words = self.slice(only).chars().any(char::is_alphabetic);
            return ((wide || alone) && words).then_some((None, *only));
        }
        let label = full[0];
        let numbered = Some(label.column) == self.number && is_group_number(&squeezed(self.slice(&label)));
        (numbered && full.len() > 1).then(|| (Some(label), full[1]))
    }

    /// A row that heads others; with units it is a task too.
    fn section_row(&mut self, label: Option<Slot>, heading: Slot, full: &[Slot]) {
        let marker = match label {
            Some(label) => row_marker(self.source, label.span, self.count),
            None => marker_of(self.source, heading.span)
                .unwrap_or_else(|| no_marker(heading.span.start, self.count + 1)),
        };
        let head = self.source.trim(Span::new(heading.span.start.max(marker.span.end), heading.span.end));
        let heading_text = self.source.words(head);
        let same = full.iter().all(|slot| self.slice(slot) == self.slice(&full[0]));
        let cells = full.iter().filter(|slot| !same && slot.span.start > heading.span.start);
        let paragraphs: Vec<Text> = cells.map(|slot| self.source.words(slot.span)).collect();
        let mut section =
            section_of(marker, Some(heading_text).filter(|text| !text.value.is_empty()), paragraphs);
        if !same && full.len() > 1 {
            let text = section.heading.clone();
            section.tasks.extend(self.task(full, text).filter(|task| task.responsibility.is_some()));
        }
        self.tree.open(section);
    }

    /// A row that tells a task.
    fn task_row(&mut self, full: &[Slot]) {
        self.count += 1;
        let own =
            |column: Option<usize>| full.iter().find(|slot| column.is_some_and(|column| slot.covers(column)));
        let number = own(self.number).copied();
        let shared = match self.number {
            Some(column) => self.covering(column),
            None => self.heading.and_then(|column| self.covering(column)),
        };
        let start = number.map_or(0, |number| number.span.start);
        let cells: Vec<Slot> =
            full.iter().filter(|slot| slot.span.start > start || start == 0).copied().collect();
        if shared.is_some() && self.tree.last_row().is_some() {
            self.go_on(&cells, full);
            return;
        }
        let mut cells = cells;
        let marker = match number {
            Some(number) => row_marker(self.source, number.span, self.count),
            None => self
                .number_in_words(&mut cells)
                .unwrap_or_else(|| no_marker(cells.first().map_or(0, |cell| cell.span.start), self.count)),
        };
        let first = cells.first().copied();
        let heading = first.filter(|first| first.colspan == 1 && Some(first.column) == self.heading);
        let rest = &cells[usize::from(heading.is_some())..];
        let texts =
            rest.iter().map(|slot| self.source.words(slot.span)).filter(|text| !text.value.is_empty());
        let heading = heading.map(|slot| self.source.words(slot.span));
        let mut section = section_of(marker, heading, texts.collect());
        let text = self.own_text(&cells);
        let unnumbered = self.numbered && number.is_none();
        let named = self.named;
        section.tasks.extend(self.task(full, text));
        let unnamed = named && !names_units(&section.tasks) && !self.has_unit_cell(full);
        let lacks = [unnumbered.then_some("a number"), unnamed.then_some("units")];
        self.doubt_merge(full, &lacks.into_iter().flatten().collect::<Vec<_>>());
        self.numbered |= number.is_some();
        if !section.span.is_empty() {
            self.tree.row(section);
        }
    }

    /// A row below one whose number or heading reaches over both: another task of the same item.
    fn go_on(&mut self, cells: &[Slot], full: &[Slot]) {
        let text = self.own_text(cells);
        let task = self.task(full, text);
        let texts: Vec<Text> = cells.iter().map(|slot| self.source.words(slot.span)).collect();
        let Some(section) = self.tree.last_row() else { return };
        section.paragraphs.extend(texts.into_iter().filter(|text| !text.value.is_empty()));
        section.tasks.extend(task);
        let end = section.paragraphs.last().map_or(section.span.end, |last| last.span.end);
        section.span.end = section.span.end.max(end);
    }

    /// What a row says is to be done: the cell of the longest column, or another that tells something.
    fn own_text(&self, cells: &[Slot]) -> Option<Text> {
        let told = |slot: &&Slot| self.columns.get(slot.column) == Some(&Column::Text);
        let covers = |slot: &&Slot| self.text.is_some_and(|column| slot.covers(column));
        let slot = cells.iter().find(covers).or_else(|| cells.iter().rfind(told))?;
        Some(self.source.words(slot.span)).filter(|text| !text.value.is_empty())
    }

    /// The number that stands in the first cell of a table without a column for it: `7.` of `7.开通夜班车`.
    fn number_in_words(&self, cells: &mut [Slot]) -> Option<Marker> {
        let first = cells.first_mut().filter(|_| self.number.is_none())?;
        let marker = marker_of(self.source, first.span)?;
        let rest = self.source.trim(Span::new(marker.span.end, first.span.end));
        if rest.is_empty() {
            return None;
        }
        first.span = rest;
        Some(Marker { style: MarkerStyle::Row, ..marker })
    }

    /// Whether a cell of the row stands in a column of units.
    fn has_unit_cell(&self, full: &[Slot]) -> bool {
        full.iter().any(|slot| matches!(self.columns.get(slot.column), Some(Column::Units(_))))
    }

    /// Reports a row that lacks what a row above it has, if a merged cell may give it.
    fn doubt_merge(&mut self, full: &[Slot], lacks: &[&str]) {
        let hull = full.iter().map(|slot| slot.span).reduce(Span::hull);
        if let (Some(span), Merges::Unknown, [_, ..]) = (hull, self.merges, lacks) {
            let lacks = lacks.join(" and ");
            let message =
                format!("found a row without {lacks} below one that has, expected perhaps a merged cell");
            self.findings.report(Code::MergedCellUnsure, span, message);
        }
    }
}

fn names_units(tasks: &[Task]) -> bool {
    tasks.iter().any(|task| task.responsibility.as_ref().is_some_and(|clause| !clause.units.is_empty()))
}
