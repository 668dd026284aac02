//! Tables on pages that are drawn: the lines around their cells. Their text is read across the cells, which is told.

use crate::Finding;

/// A straight line on a page, from its upper left to its lower right corner.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Rule {
    left: f32,
    top: f32,
    right: f32,
    bottom: f32,
}

impl Rule {
    /// The line between two points.
    pub(crate) fn between((x, y): (f32, f32), (to_x, to_y): (f32, f32)) -> Self {
        Rule { left: x.min(to_x), top: y.min(to_y), right: x.max(to_x), bottom: y.max(to_y) }
    }

    /// The lines of a box with an outline: one where it is so thin that it shows as a line, else its edges.
    pub(crate) fn around(from: (f32, f32), to: (f32, f32)) -> Vec<Self> {
        let whole = Rule::between(from, to);
        if whole.is_across() || whole.is_down() {
            return vec![whole];
        }
        let Rule { left, top, right, bottom } = whole;
        let corners = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)];
        corners.windows(2).map(|pair| Rule::between(pair[0], pair[1])).collect()
    }

    fn is_across(&self) -> bool {
        self.right - self.left > (self.bottom - self.top) * SLIM
    }

    fn is_down(&self) -> bool {
        self.bottom - self.top > (self.right - self.left) * SLIM
    }

    fn length(&self) -> f32 {
        (self.right - self.left).max(self.bottom - self.top)
    }

    /// Whether two lines touch, or nearly, measured by the shorter one.
    fn meets(&self, other: &Rule) -> bool {
        let near = self.length().min(other.length()) * 0.05;
        self.left <= other.right + near
            && other.left <= self.right + near
            && self.top <= other.bottom + near
            && other.top <= self.bottom + near
    }
}

/// A line is so many times as long as it is thick.
const SLIM: f32 = 8.0;

/// Whether lines of a page make a table of two columns and two rows at least: three lines across and three down that meet.
/// The red line under a head and those around an imprint meet none.
pub(crate) fn is_ruled(rules: &[Rule]) -> bool {
    let longest = |wanted: fn(&Rule) -> bool| {
        /// A map or a chart has thousands; a table's lines are among the longest.
        const LOOKED_AT: usize = 200;
        let mut found = rules.iter().filter(|rule| wanted(rule)).collect::<Vec<_>>();
        found.sort_by(|a, b| b.length().total_cmp(&a.length()));
        found.truncate(LOOKED_AT);
        found
    };
    let (across, down) = (longest(Rule::is_across), longest(Rule::is_down));
    let meeting =
        |rule: &&&Rule, others: &[&Rule]| others.iter().filter(|other| rule.meets(other)).count() >= 2;
    across.iter().filter(|rule| meeting(rule, &down)).count() >= 3
        && down.iter().filter(|rule| meeting(rule, &across)).count() >= 3
}

/// Pages with tables, counted from 0, told.
pub(crate) fn told(pages: &[usize]) -> Option<Finding> {
    /// A line is to be read.
    const NAMED: usize = 10;
    let more = if pages.len() > NAMED { " …" } else { "" };
    let named = pages.iter().take(NAMED).map(|page| (page + 1).to_string()).collect::<Vec<_>>().join(", ");
    let message = format!(
        "{} pages have drawn tables (page {named}{more}), whose lines are read across all cells: items and units there may be wrong",
        pages.len()
    );
    (!pages.is_empty()).then(|| Finding::warning("drawn-table", message))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grid(across: &[f32], down: &[f32]) -> Vec<Rule> {
        let across = across.iter().map(|y| Rule::between((10.0, *y), (90.0, *y)));
        across.chain(down.iter().map(|x| Rule::between((*x, 20.0), (*x, 60.0)))).collect()
    }

    #[test]
    fn three_lines_across_and_three_down_are_a_table() {
        assert!(is_ruled(&grid(&[20.0, 40.0, 60.0], &[10.0, 50.0, 90.0])));
        assert!(!is_ruled(&grid(&[20.0, 40.0, 60.0], &[])));
        assert!(!is_ruled(&grid(&[20.0, 60.0], &[10.0, 90.0])));
        assert!(!is_ruled(&grid(&[80.0, 85.0, 90.0], &[10.0, 50.0, 90.0])));
        let cells = [(10.0, 20.0), (50.0, 20.0), (10.0, 40.0), (50.0, 40.0)];
        let cells = cells.iter().flat_map(|(x, y)| Rule::around((*x, *y), (x + 40.0, y + 20.0)));
        assert!(is_ruled(&cells.collect::<Vec<_>>()));
        assert_eq!(Rule::around((10.0, 20.0), (90.0, 20.5)).len(), 1);
    }

    #[test]
    fn places_that_are_none_are_no_table() {
        let odd = Rule::between((f32::NAN, 0.0), (f32::INFINITY, f32::NAN));
        assert!(!is_ruled(&[odd; 9]));
        assert!(!is_ruled(&[]));
    }
}
