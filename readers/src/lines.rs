//! From characters with places on a page to the lines that a reader sees.

use std::cmp::Ordering;

/// A character or a run of them, measured in units of the page, from its upper left corner.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Glyph {
    pub(crate) text: String,
    pub(crate) left: f32,
    pub(crate) right: f32,
    /// Half way between its top and bottom.
    pub(crate) middle: f32,
    /// The size of its font.
    pub(crate) size: f32,
}

/// Characters whose middles differ by less than this share of their size stand in one line.
const SAME_LINE: f32 = 0.4;

/// A gap between characters from this share of their size on is a blank; type that is spread to the margin stays below.
const GAP: f32 = 1.2;

/// A gap between letters or digits from this share on is a blank.
const WORD_GAP: f32 = 0.3;

/// The same character again within this share of its size is the same one.
const TWICE: f32 = 0.15;

/// The lines of a page, from top to bottom, each from left to right.
pub(crate) fn lines(mut glyphs: Vec<Glyph>) -> Vec<String> {
    for glyph in &mut glyphs {
        let Glyph { left, right, middle, size, .. } = glyph;
        for number in [left, right, middle, size] {
            // a character of no place is read, though nobody can say where
            *number = if number.is_finite() { *number } else { 0.0 };
        }
    }
    glyphs.sort_by(|a, b| order(a.middle, b.middle));
    let mut lines: Vec<Vec<Glyph>> = vec![];
    for glyph in glyphs {
        // the first of a line is its highest; small signs such as 、 do not move it
        let line = lines.last_mut().filter(|line| {
            line.iter()
                .rev()
                .take(8)
                .any(|other| (glyph.middle - other.middle).abs() < SAME_LINE * glyph.size.max(other.size))
        });
        match line {
            Some(line) => line.push(glyph),
            None => lines.push(vec![glyph]),
        }
    }
    lines.into_iter().map(line).filter(|line| !line.trim().is_empty()).collect()
}

fn line(mut glyphs: Vec<Glyph>) -> String {
    glyphs.sort_by(|a, b| order(a.left, b.left));
    let mut text = String::new();
    let mut right = f32::MAX;
    let mut before: Option<Glyph> = None;
    for glyph in glyphs {
        // some programs print bold by printing twice
        if before
            .as_ref()
            .is_some_and(|before| before.text == glyph.text && glyph.left - before.left < TWICE * glyph.size)
        {
            continue;
        }
        let gap = (glyph.left - right) / glyph.size.max(0.1);
        let letters = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
        let words = letters(text.chars().next_back()) && letters(glyph.text.chars().next());
        if gap > if words { WORD_GAP } else { GAP } && !text.ends_with(' ') && !glyph.text.starts_with(' ') {
            text.push(' ');
        }
        text.push_str(&glyph.text);
        right = glyph.right;
        before = Some(glyph);
    }
    text.trim_end().to_owned()
}

fn order(a: f32, b: f32) -> Ordering {
    a.partial_cmp(&b).unwrap_or(Ordering::Equal)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn glyph(text: &str, left: f32, middle: f32) -> Glyph {
        let width = if text.is_ascii() { 5.0 } else { 10.0 };
        Glyph { text: text.to_owned(), left, right: left + width, middle, size: 10.0 }
    }

    #[test]
    fn characters_stand_in_lines_by_their_places() {
        let glyphs = vec![
            glyph("知", 10.0, 51.0),
            glyph("一", 0.0, 70.0),
            glyph("通", 0.0, 50.0),
            glyph("、", 10.0, 73.0),
        ];
        assert_eq!(lines(glyphs), ["通知", "一、"]);
    }

    #[test]
    fn wide_gaps_are_blanks() {
        let glyphs = vec![
            glyph("序", 0.0, 0.0),
            glyph("号", 14.0, 0.0),
            glyph("任", 60.0, 0.0),
            glyph("A", 80.0, 0.0),
            glyph("4", 90.0, 0.0),
        ];
        assert_eq!(lines(glyphs), ["序号 任A 4"]);
    }

    #[test]
    fn what_is_printed_twice_is_read_once() {
        assert_eq!(
            lines(vec![glyph("通", 0.0, 0.0), glyph("通", 0.5, 0.2), glyph("通", 10.0, 0.0)]),
            ["通通"]
        );
    }

    #[test]
    fn places_that_are_none_are_the_corner() {
        let mut odd = glyph("x", f32::INFINITY, 0.0);
        (odd.middle, odd.size) = (f32::NAN, -f32::INFINITY);
        assert_eq!(lines(vec![glyph("通", 10.0, 50.0), odd]), ["x", "通"]);
        assert!(lines(vec![]).is_empty());
    }
}
