//! What is remarked about a draft: [`Remark`].

use std::fmt;

use gongwen::{Position, Span};

use crate::Rule;

/// A place that is not as a rule has it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Remark {
    /// The rule.
    pub rule: Rule,
    /// One lowercase line that says what was found and what was expected.
    pub message: String,
    /// Where: bytes of the text.
    pub span: Span,
    /// Where the span starts, as people count.
    pub position: Position,
}

/// Prints as `1:4: warning: …`.
impl fmt::Display for Remark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}: {}", self.position, self.rule.severity(), self.message)
    }
}

/// The remarks about a text while they are made.
#[derive(Debug)]
pub(crate) struct Remarks<'t> {
    pub(crate) text: &'t str,
    made: Vec<(Rule, Span, String)>,
}

impl<'t> Remarks<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        Remarks { text, made: Vec::new() }
    }

    pub(crate) fn add(&mut self, rule: Rule, span: Span, message: impl Into<String>) {
        self.made.push((rule, span, message.into()));
    }

    /// The words at a place.
    pub(crate) fn slice(&self, span: Span) -> &'t str {
        &self.text[span.start..span.end]
    }

    /// The first character behind a place that is no blank, with its place.
    pub(crate) fn behind(&self, span: Span) -> Option<(char, Span)> {
        let rest = &self.text[span.end..];
        let start = span.end + rest.len() - rest.trim_start().len();
        let next = self.text[start..].chars().next()?;
        Some((next, Span::new(start, start + next.len_utf8())))
    }

    /// The remarks in the order of the text, with their positions.
    pub(crate) fn finish(mut self) -> Vec<Remark> {
        self.made.sort_by_key(|(rule, span, _)| (*span, *rule));
        let mut at = 0;
        let mut position = Position { line: 1, column: 1 };
        let placed = self.made.into_iter().map(|(rule, span, message)| {
            // from the last place on, so that the text is walked once
            let Position { line, column } = Position::of(&self.text[at..], span.start - at);
            position = match line {
                1 => Position { line: position.line, column: position.column + column - 1 },
                _ => Position { line: position.line + line - 1, column },
            };
            at = span.start;
            Remark { rule, message, span, position }
        });
        placed.collect()
    }
}
