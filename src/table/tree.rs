//! The rows of a table as a tree: rows below those that head them.

use crate::model::{Marker, MarkerStyle, Section};
use crate::text::span::{Span, Text};

/// Sections while rows come.
#[derive(Debug, Default)]
pub(super) struct Tree {
    roots: Vec<Section>,
    /// Rows that head what comes, the outermost first.
    open: Vec<Section>,
}

impl Tree {
    /// Adds a row that heads others, beside the last of its style or below what is open.
    pub(super) fn open(&mut self, section: Section) {
        let style = section.marker.style;
        if let Some(depth) = self.open.iter().position(|open| is_beside(open.marker.style, style)) {
            self.close(depth);
        }
        self.open.push(section);
    }

    /// Adds a row.
    pub(super) fn row(&mut self, section: Section) {
        self.level().push(section);
    }

    /// The last row, if nothing came behind it.
    pub(super) fn last_row(&mut self) -> Option<&mut Section> {
        self.level().last_mut()
    }

    fn level(&mut self) -> &mut Vec<Section> {
        match self.open.last_mut() {
            Some(open) => &mut open.sections,
            None => &mut self.roots,
        }
    }

    /// Closes what is open from `depth` on.
    fn close(&mut self, depth: usize) {
        while self.open.len() > depth {
            let Some(mut section) = self.open.pop() else { return };
            if let Some(last) = section.sections.last() {
                section.span.end = section.span.end.max(last.span.end);
            }
            self.level().push(section);
        }
    }

    pub(super) fn finish(mut self) -> Vec<Section> {
        self.close(0);
        self.roots
    }
}

/// Whether a row of a style closes an open one: `二、` closes `一、` and what is below it.
fn is_beside(open: MarkerStyle, style: MarkerStyle) -> bool {
    open == style || open == MarkerStyle::Row
}

/// A section of parts that are in the order of the text.
pub(super) fn section_of(marker: Marker, heading: Option<Text>, paragraphs: Vec<Text>) -> Section {
    let parts = heading.iter().chain(&paragraphs).map(|text| text.span);
    let span = parts.fold(marker.span, Span::hull);
    Section {
        marker,
        heading,
        paragraphs,
        citations: Vec::new(),
        tasks: Vec::new(),
        sections: Vec::new(),
        span,
    }
}
