//! A text with pieces left out, put in or replaced, and the way of its places back to the original.

use std::borrow::Cow;

use super::boundary::ceil;
use super::index::Index;
use super::span::Span;

/// A text with edits.
#[derive(Debug)]
pub(crate) struct Edited<'t> {
    original: Cow<'t, str>,
    pub(crate) text: Cow<'t, str>,
    /// Where runs of unchanged bytes begin behind the first: offset in the edited text, offset in the original.
    seams: Vec<(usize, usize)>,
}

/// What stands for the part of the original at a span.
pub(crate) type Edit = (Span, Option<char>);

impl<'t> Edited<'t> {
    /// Makes edits that are in the order of the text and do not overlap; a text without any is borrowed.
    pub(crate) fn new(original: &'t str, edits: impl IntoIterator<Item = Edit>) -> Self {
        let (own, text) = (Cow::Borrowed(original), Cow::Borrowed(original));
        let mut edited = Edited { original: own, text, seams: Vec::new() };
        let mut edits = edits.into_iter().peekable();
        if edits.peek().is_none() {
            return edited;
        }
        let mut text = String::with_capacity(original.len());
        let mut at = 0;
        for (span, meant) in edits {
            text.push_str(&original[at..span.start]);
            text.extend(meant);
            at = span.end;
            edited.seam(text.len(), at);
        }
        text.push_str(&original[at..]);
        edited.text = Cow::Owned(text);
        edited
    }

    /// The same text with its way back, which borrows nothing; `None` where the two are one.
    pub(crate) fn to_owned(&self) -> Option<Edited<'static>> {
        let owned = |text: &str| Cow::Owned(text.to_owned());
        let edited =
            || Edited { original: owned(&self.original), text: owned(&self.text), seams: self.seams.clone() };
        (!self.seams.is_empty()).then(edited)
    }

    fn seam(&mut self, edited: usize, original: usize) {
        match self.seams.last_mut() {
            Some(last) if last.0 == edited => last.1 = original,
            // one byte stands for one: the run goes on
            Some(last) if original.wrapping_sub(edited) == last.1.wrapping_sub(last.0) => {}
            None if original == edited => {}
            _ => self.seams.push((edited, original)),
        }
    }

    /// Brings a place of the edited text home to the original; `None` where the two are one.
    pub(crate) fn way_home(&self) -> Option<impl Fn(Span) -> Span + '_> {
        (!self.seams.is_empty()).then(|| {
            let index = Index::new(self.text.len(), self.seams.iter().map(|seam| seam.0));
            move |span| self.home(span, |at| index.count_before(&self.seams, at, |seam| seam.0))
        })
    }

    /// Brings one place home; [`way_home`](Self::way_home) is for many.
    pub(crate) fn one_home(&self, span: Span) -> Span {
        self.home(span, |at| self.seams.partition_point(|seam| seam.0 <= at))
    }

    /// The place in the edited text of one in the original; of what was left out, the place behind it.
    pub(crate) fn place(&self, original: usize) -> usize {
        let seam = self.seams.partition_point(|&(_, from)| from <= original);
        let (edited, from) = seam.checked_sub(1).map_or((0, 0), |seam| self.seams[seam]);
        let next = self.seams.get(seam).map_or(self.text.len(), |next| next.0);
        ceil(&self.text, (edited + original.saturating_sub(from)).min(next))
    }

    /// The place in the original of one in the edited text. A start maps behind what was left out, an end before it.
    /// `before` counts the seams at or before a place.
    fn home(&self, span: Span, before: impl Fn(usize) -> usize) -> Span {
        // the place of a byte, and where the next piece of the original begins
        let home = |at: usize| {
            let seam = before(at);
            let (edited, original) = seam.checked_sub(1).map_or((0, 0), |seam| self.seams[seam]);
            let next = self.seams.get(seam).map_or(self.original.len(), |next| next.1);
            ((original + (at - edited)).min(next), next)
        };
        let (start, _) = home(span.start);
        if span.is_empty() {
            return Span::new(start, start);
        }
        let (last, next) = home(span.end - 1);
        // one byte of the edited text may stand for a longer piece, or for none
        let end = ceil(&self.original, (last + 1).min(next));
        Span::new(start, if self.closes(Span::new(start, end), next) { next } else { end })
    }

    /// Whether what was left out behind a span closes a mark that opened in it: the words alone would not be read as in the
    /// text, `见[附件` of `见[附件](/a.html)`.
    fn closes(&self, span: Span, next: usize) -> bool {
        let Some(left_out) = self.original.get(span.end..next) else { return false };
        let words = &self.original[span.range()];
        left_out.starts_with("](") && words.contains('[')
            || left_out.starts_with("__") && words.matches("__").count() % 2 == 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edited<'t>(original: &'t str, edits: &[(&str, Option<char>)]) -> Edited<'t> {
        let mut at = 0;
        let places = edits.iter().map(|&(piece, meant)| {
            let start = at + original[at..].find(piece).unwrap();
            at = start + piece.len();
            (Span::new(start, at), meant)
        });
        Edited::new(original, places.collect::<Vec<_>>())
    }

    #[track_caller]
    fn assert_home(edited: &Edited<'_>, slice: &str, home: &str) {
        let at = edited.text.find(slice).unwrap();
        let place = Span::new(at, at + slice.len());
        let found = edited.one_home(place);
        assert_eq!(&edited.original[found.range()], home, "{slice:?}");
        assert_eq!(edited.way_home().unwrap()(place), found, "{slice:?}");
    }

    #[test]
    fn places_come_home_over_what_was_left_out_and_replaced() {
        let edited = edited("**省**财<BR>政厅", &[("**", None), ("**", None), ("<BR>", Some(' '))]);
        assert_eq!(edited.text, "省财 政厅");
        assert_home(&edited, "省", "省");
        assert_home(&edited, "省财", "省**财");
        assert_home(&edited, "财 政", "财<BR>政");
    }

    #[test]
    fn a_mark_that_opens_inside_closes_inside() {
        let link = edited("见[附件](/a)。", &[("[", None), ("](/a)", None)]);
        assert_home(&link, "见附件", "见[附件](/a)");
        assert_home(&link, "附件", "附件");
        let emphasis = edited("见__附件__。", &[("__", None), ("__", None)]);
        assert_home(&emphasis, "见附件", "见__附件__");
        assert_home(&emphasis, "附件", "附件");
    }

    #[test]
    fn what_was_put_in_has_no_place() {
        let original = "文件青政";
        let edited = Edited::new(original, [(Span::new(6, 6), Some('\n'))]);
        assert_eq!(edited.text, "文件\n青政");
        assert_home(&edited, "文件", "文件");
        assert_home(&edited, "文件\n", "文件");
        assert_home(&edited, "\n青政", "青政");
        assert_home(&edited, "青政", "青政");
    }

    #[test]
    fn a_text_without_edits_is_borrowed() {
        assert!(matches!(edited("省", &[]).text, Cow::Borrowed("省")));
    }
}
