//! The numbers of rows.

use crate::model::{Marker, MarkerPlace, MarkerStyle};
use crate::outline::candidates;
use crate::text::numeral;
use crate::text::source::Source;
use crate::text::span::Span;

/// Whether a number is of those that head other rows: `一`, `（一）`.
pub(super) fn is_group_number(label: &str) -> bool {
    let inside = label.trim_matches(|c: char| !c.is_alphanumeric());
    !inside.is_empty() && inside.chars().all(numeral::is_han_numeral)
}

/// The marker that words begin with: `一、`, `（一）`, `1.`
pub(super) fn marker_of(source: &Source<'_>, span: Span) -> Option<Marker> {
    let words = source.slice(span);
    if !words.starts_with(|c: char| {
        !c.is_alphanumeric() || numeral::is_digit(c) || numeral::is_han_numeral(c) || c == '第'
    }) {
        return None;
    }
    let first = candidates(source, span).into_iter().next()?;
    let begins = first.start == span.start && first.place <= MarkerPlace::WrappedLine;
    let marker = first.span();
    begins.then(|| Marker {
        label: source.words(marker).value,
        style: first.numbering.style,
        ordinal: first.numbering.ordinal.into(),
        span: marker,
    })
}

/// The marker of a row that has none.
pub(super) fn no_marker(at: usize, ordinal: u32) -> Marker {
    Marker { label: String::new(), style: MarkerStyle::Row, ordinal, span: Span::new(at, at) }
}

/// The marker of a cell of numbers, in the row of this count.
pub(super) fn row_marker(source: &Source<'_>, span: Span, count: u32) -> Marker {
    let label = source.words(span).value;
    let group = is_group_number(&label).then(|| marker_of(source, span)).flatten();
    if let Some(marker) = group.filter(|marker| marker.span == span) {
        return marker;
    }
    let digits = label.trim_matches(|c: char| !c.is_alphanumeric());
    let han = numeral::han(digits);
    let ordinal = numeral::arabic(digits).or(han).unwrap_or(count);
    let style = if han.is_some() { MarkerStyle::HanComma } else { MarkerStyle::Row };
    Marker { label, style, ordinal, span }
}
