//! From blocks to one text and the grids of its tables: the one place where ranges are made.

use crate::{Cell, Grid, Span, Unread};

/// A paragraph or a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Block {
    /// A paragraph; line breaks in it are lines.
    Line(String),
    Table(Table),
}

impl Block {
    /// Its lines, those of a table cell by cell.
    pub(crate) fn lines(&self) -> Vec<&str> {
        match self {
            Block::Line(line) => line.lines().collect(),
            Block::Table(rows) => rows.iter().flatten().flat_map(|cell| cell.text.lines()).collect(),
        }
    }
}

/// The rows of a table, with the cells that begin in them.
pub(crate) type Table = Vec<Vec<TableCell>>;

/// A cell: its text, with line breaks where its paragraphs end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TableCell {
    pub(crate) text: String,
    pub(crate) rowspan: usize,
    pub(crate) colspan: usize,
}

impl TableCell {
    #[cfg(test)]
    pub(crate) fn new(text: &str) -> Self {
        TableCell { text: text.to_owned(), rowspan: 1, colspan: 1 }
    }
}

/// Columns of a table; what stands further right is put into the last one. Sheets have 16,384, task tables under 30.
const COLUMNS: usize = 256;

/// A text under work.
#[derive(Debug)]
pub(crate) struct Draft {
    text: String,
    grids: Vec<Grid>,
    limit: usize,
}

impl Draft {
    /// An empty text that may grow to `limit` bytes.
    pub(crate) fn new(limit: usize) -> Self {
        Draft { text: String::new(), grids: vec![], limit }
    }

    /// Writes a block behind the others; one without text leaves nothing.
    ///
    /// # Errors
    ///
    /// - the text would be too long
    pub(crate) fn push(&mut self, block: &Block) -> Result<(), Unread> {
        match block {
            Block::Line(text) => self.paragraph(text),
            Block::Table(rows) if rows.iter().flatten().all(|cell| cell.text.trim().is_empty()) => {}
            Block::Table(rows) if layout(rows) => {
                rows.iter().flatten().for_each(|cell| self.paragraph(&cell.text));
            }
            Block::Table(rows) => self.table(rows)?,
        }
        self.bounded()
    }

    /// The text and its grids.
    pub(crate) fn finish(self) -> (String, Vec<Grid>) {
        (self.text, self.grids)
    }

    fn bounded(&self) -> Result<(), Unread> {
        if self.text.len() > self.limit { Err(Unread::TooLarge { limit: self.limit }) } else { Ok(()) }
    }

    fn paragraph(&mut self, text: &str) {
        for line in text.split(['\n', '\r']).filter(|line| !line.trim().is_empty()) {
            self.text.push_str(line.trim_end());
            self.text.push('\n');
        }
    }

    fn table(&mut self, rows: &[Vec<TableCell>]) -> Result<(), Unread> {
        let start = self.text.len();
        let (places, columns) = places(rows);
        let mut grid = vec![];
        for (row, places) in rows.iter().zip(places) {
            grid.push(self.row(row, &places, columns));
            self.text.push('\n');
            self.bounded()?;
        }
        let span = Span { start, end: self.text.len() - 1 };
        self.grids.push(Grid { span, rows: grid });
        Ok(())
    }

    /// A row as a line: each cell in its column, empty columns where nothing begins.
    fn row(&mut self, row: &[TableCell], places: &[Place], columns: usize) -> Vec<Cell> {
        let mut cells: Vec<Cell> = vec![];
        let mut at = 0;
        for (cell, place) in row.iter().zip(places) {
            // what has no column of its own stands in the last one
            let column = place.column.min(columns - 1);
            self.tabs(column.saturating_sub(at));
            if place.column > column && !self.text.ends_with(['\t', '\n']) {
                self.text.push(' ');
            }
            at = column;
            let span = self.cell(&cell.text);
            cells.push(Cell { span, rowspan: place.rowspan, colspan: place.colspan });
        }
        self.tabs(columns - 1 - at);
        cells
    }

    fn tabs(&mut self, count: usize) {
        self.text.extend(std::iter::repeat_n('\t', count));
    }

    fn cell(&mut self, text: &str) -> Span {
        let start = self.text.len();
        let lines = text.split(['\n', '\r']).map(str::trim).filter(|line| !line.is_empty());
        for (at, line) in lines.enumerate() {
            if at > 0 {
                self.text.push('\u{2028}');
            }
            self.text.extend(line.chars().map(|c| if c == '\t' { ' ' } else { c }));
        }
        Span { start, end: self.text.len() }
    }
}

/// Where a cell stands: its first column, and how far it reaches.
struct Place {
    column: usize,
    rowspan: usize,
    colspan: usize,
}

/// The places of all cells, and how many columns there are, at least 1: as in HTML, a cell begins in the next column that
/// no cell from above covers; it ends before the next one that is covered, below the last row, or at [`COLUMNS`].
fn places(rows: &[Vec<TableCell>]) -> (Vec<Vec<Place>>, usize) {
    // for each column, how many rows a cell from above still covers
    let mut covered: Vec<usize> = vec![];
    let mut placed = vec![];
    for (at, row) in rows.iter().enumerate() {
        let mut column = 0;
        let mut places = vec![];
        for cell in row {
            column += covered.iter().skip(column).take_while(|rows| **rows > 0).count();
            let free = covered.iter().skip(column).position(|rows| *rows > 0);
            let room = free.unwrap_or(COLUMNS.saturating_sub(column)).max(1);
            let colspan = cell.colspan.clamp(1, room);
            let rowspan = cell.rowspan.clamp(1, rows.len() - at);
            let end = column + colspan;
            if end > covered.len() {
                covered.resize(end.min(COLUMNS), 0);
            }
            covered.iter_mut().take(end).skip(column).for_each(|rows| *rows = rowspan);
            places.push(Place { column, rowspan, colspan });
            column = end;
        }
        placed.push(places);
        for rows in &mut covered {
            *rows = rows.saturating_sub(1);
        }
    }
    (placed, covered.len().max(1))
}

/// Whether a table only puts paragraphs into place: one column, or a cell that holds nearly all of the text in several
/// paragraphs.
fn layout(rows: &[Vec<TableCell>]) -> bool {
    let cells = || rows.iter().flatten().filter(|cell| !cell.text.trim().is_empty());
    let all = cells().map(|cell| cell.text.len()).sum::<usize>();
    let page = |cell: &TableCell| cell.text.len() * 10 > all * 8 && cell.text.trim().lines().count() > 3;
    rows.iter().all(|row| row.len() < 2) && places(rows).1 == 1 || cells().any(page)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wide(text: &str, rowspan: usize, colspan: usize) -> TableCell {
        TableCell { text: text.to_owned(), rowspan, colspan }
    }

    fn drafted(blocks: &[Block]) -> (String, Vec<Grid>) {
        let mut draft = Draft::new(1 << 20);
        for block in blocks {
            draft.push(block).unwrap();
        }
        draft.finish()
    }

    fn words(text: &str, grid: &Grid) -> Vec<Vec<String>> {
        let word = |cell: &Cell| text[cell.span.start..cell.span.end].to_owned();
        grid.rows.iter().map(|row| row.iter().map(word).collect()).collect()
    }

    #[test]
    fn paragraphs_and_rows_are_lines() {
        let row = |cells: [&str; 3]| cells.map(TableCell::new).to_vec();
        let table =
            Block::Table(vec![row(["序号", "任务", "责任单位"]), row(["1", "巡山", "县林业局\n县公安局"])]);
        let (text, grids) = drafted(&[Block::Line("分工表\n（一）".into()), table, Block::Line("注".into())]);
        assert_eq!(text, "分工表\n（一）\n序号\t任务\t责任单位\n1\t巡山\t县林业局\u{2028}县公安局\n注\n");
        assert_eq!(words(&text, &grids[0])[1], ["1", "巡山", "县林业局\u{2028}县公安局"]);
        assert_eq!(&text[grids[0].span.start..grids[0].span.end].lines().count(), &2);
    }

    #[test]
    fn covered_places_stay_empty() {
        let rows = vec![
            vec![wide("一、护林", 1, 3)],
            vec![wide("1", 2, 1), wide("巡山", 1, 1), wide("县林业局", 2, 1)],
            vec![wide("挂牌", 1, 1)],
            vec![wide("2", 1, 1), wide("值守", 1, 2)],
        ];
        let (text, grids) = drafted(&[Block::Table(rows)]);
        assert_eq!(text, "一、护林\t\t\n1\t巡山\t县林业局\n\t挂牌\t\n2\t值守\t\n");
        assert_eq!(
            words(&text, &grids[0]),
            [vec!["一、护林"], vec!["1", "巡山", "县林业局"], vec!["挂牌"], vec!["2", "值守"]]
        );
        assert_eq!((grids[0].rows[1][2].rowspan, grids[0].rows[0][0].colspan), (2, 3));
    }

    #[test]
    fn every_row_has_a_place_for_every_column_whatever_the_spans() {
        let mut seed = 7_u32;
        let mut next = |below: u32| {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (seed >> 16) % below
        };
        for _ in 0..2000 {
            let rows = (0..=next(5))
                .map(|_| {
                    (0..=next(4))
                        .map(|at| {
                            wide(
                                ["", "甲", "乙\n丙", "丁\t戊"][at as usize % 4],
                                next(4) as usize,
                                next(4) as usize,
                            )
                        })
                        .collect()
                })
                .collect::<Table>();
            let columns = places(&rows).1;
            let (text, grids) = drafted(&[Block::Table(rows.clone())]);
            for grid in &grids {
                assert_eq!(grid.rows.len(), rows.len());
                let table = &text[grid.span.start..grid.span.end];
                assert!(
                    table.split('\n').all(|line| line.matches('\t').count() + 1 == columns),
                    "{rows:?}\n{text:?}"
                );
                for (cells, row) in grid.rows.iter().zip(&rows) {
                    for (cell, source) in cells.iter().zip(row) {
                        let word = &text[cell.span.start..cell.span.end];
                        assert_eq!(word, source.text.replace('\n', "\u{2028}").replace('\t', " "));
                    }
                    assert_eq!(cells.len(), row.len());
                }
            }
        }
    }

    #[test]
    fn a_table_that_is_too_wide_loses_no_cell() {
        let rows = vec![(0..300).map(|at| TableCell::new(&at.to_string())).collect::<Vec<_>>(); 2];
        let (text, _) = drafted(&[Block::Table(rows)]);
        assert!((0..300).all(|at| text.contains(&at.to_string())));
        assert_eq!(text.lines().next().unwrap().split('\t').count(), COLUMNS);
        let spans = vec![vec![wide("甲", usize::MAX, usize::MAX), wide("乙", 1, 1)], vec![wide("丙", 1, 1)]];
        let (text, _) = drafted(&[Block::Table(spans)]);
        assert!(["甲", "乙", "丙"].iter().all(|word| text.contains(word)), "{text:?}");
    }

    #[test]
    fn tables_that_place_paragraphs_are_paragraphs() {
        let body = "一、巡山。\n二、挂牌。\n三、值守。\n四、总结。".to_owned();
        let (text, grids) = drafted(&[Block::Table(vec![vec![wide("左", 1, 1), wide(&body, 1, 1)]])]);
        assert_eq!((text.as_str(), grids.len()), (format!("左\n{body}\n").as_str(), 0));
        let (text, grids) =
            drafted(&[Block::Table(vec![vec![wide("红头", 1, 1)], vec![wide("正文", 1, 1)]])]);
        assert_eq!((text.as_str(), grids.len()), ("红头\n正文\n", 0));
    }

    #[test]
    fn a_text_grows_to_its_limit_only() {
        let mut draft = Draft::new(10);
        assert!(draft.push(&Block::Line("三个字".into())).is_ok());
        assert_eq!(draft.push(&Block::Line("又".into())), Err(Unread::TooLarge { limit: 10 }));
    }
}
