//! Laws that hold for the tables of every fixture.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

mod common;

use std::collections::HashSet;
use std::io;

use common::each;
use gongwen::resolve::NoticeKeys;
use gongwen_tables::{
    Cell, Citations, Column, ColumnType, Entry, Layout, Organs, Resolving, Sink, Table, resolved_rows, walk,
};

/// Holds each cell against its column.
struct Check<'c> {
    place: &'c str,
    rows: [usize; Table::ALL.len()],
}

impl Sink for Check<'_> {
    fn row<'c>(&mut self, table: Table, cells: impl IntoIterator<Item = Cell<'c>>) -> io::Result<()> {
        self.rows[table as usize] += 1;
        let layout = Layout::resolved();
        let columns = layout.columns(table);
        let cells = cells.into_iter().collect::<Vec<_>>();
        assert_eq!(cells.len(), columns.len(), "{}: a cell a column of {table:?}", self.place);
        cells.iter().zip(columns).for_each(|(&cell, column)| self.cell(cell, column));
        Ok(())
    }
}

impl Check<'_> {
    fn cell(&self, cell: Cell<'_>, column: &Column) {
        let place = format!("{}: {}", self.place, column.name);
        let listed = |text| column.values.is_empty() || column.values.iter().any(|value| value.name == text);
        match (cell, column.holds) {
            (Cell::Empty, _) => {}
            (Cell::Text(text), ColumnType::Text) => {
                assert!(!text.is_empty() && listed(text), "{place}: {text}");
            }
            (Cell::Integer(number), ColumnType::Integer) => assert!(number >= 0, "{place}: {number}"),
            (Cell::Boolean(_), ColumnType::Boolean) | (Cell::Date(_), ColumnType::Date) => {}
            (Cell::List(words), ColumnType::List) => {
                assert!(words.iter().all(|word| !word.is_empty()), "{place}");
            }
            _ => panic!("{place}: {cell:?} is not of {:?}", column.holds),
        }
    }
}

#[test]
fn cells_are_of_their_columns_types_and_values() {
    let mut rows = [0; Table::ALL.len()];
    let mut citations = Citations::default();
    let mut organs = Organs::default();
    each(|place, text, parsed| {
        let mut check = Check { place, rows };
        let resolved = gongwen::resolve(text, parsed.notice());
        let mut sink = Resolving::new(&mut check, place, &resolved);
        walk(Entry::new(place, parsed), &mut sink).unwrap();
        citations.add(place, NoticeKeys::of(parsed.notice()), sink.citations());
        resolved_rows(place, &resolved, &mut check).unwrap();
        organs.add(parsed.notice(), &resolved);
        rows = check.rows;
    });
    let mut check = Check { place: "all", rows };
    citations.finish(&mut check).unwrap();
    organs.finish(&mut check).unwrap();
    rows = check.rows;
    assert!(rows.iter().all(|&rows| rows > 0), "{rows:?}");
}

#[test]
fn columns_have_names_of_their_own_and_are_explained() {
    for (table, columns) in Layout::resolved().tables() {
        let first = if table == Table::Units { "canonical" } else { "doc" };
        assert_eq!(columns[0].name, first, "{table:?}");
        let names = columns.iter().map(|column| &column.name).collect::<HashSet<_>>();
        assert_eq!(names.len(), columns.len(), "{table:?}");
        for column in columns {
            let han = column.chinese.chars().any(|c| ('一'..='龥').contains(&c));
            assert!(!column.english.is_empty() && han, "{table:?}: {}", column.name);
        }
    }
}
