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
    /// Where runs of unchanged bytes begin behind the first.
    seams: Vec<Seam>,
}

/// A run of unchanged bytes begins, behind edits that stand side by side.
#[derive(Debug, Clone, Copy)]
struct Seam {
    /// Where it begins in the edited text.
    edited: usize,
    /// Where it begins in the original.
    original: usize,
    /// How many bytes of the edited text before it stand for a piece of the original, and are none of it.
    meant: usize,
    /// Where the words before it end in the original: behind the piece that they stand for, and behind marks that close them.
    end: usize,
}

/// What stands for a piece of the original.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Meant {
    /// Nothing: it is left out.
    Nothing,
    /// Nothing, and it belongs to the words before it, which are not read alone as they are in the text: `](/a)` behind `[附件`.
    End,
    /// A character: `”` for `&rdquo;`.
    Character(char),
}

/// What stands for the piece of the original at a span.
pub(crate) type Edit = (Span, Meant);

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
            let before = text.len();
            if let Meant::Character(c) = meant {
                text.push(c);
            }
            at = span.end;
            let end = if meant == Meant::Nothing { span.start } else { span.end };
            edited.seam(Seam { edited: text.len(), original: at, meant: text.len() - before, end });
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

    fn seam(&mut self, seam: Seam) {
        let way = |seam: &Seam| seam.original.wrapping_sub(seam.edited);
        match self.seams.last_mut() {
            Some(last) if last.edited == seam.edited => {
                // what is left out behind what closes the words before is not theirs
                last.end = if seam.end == seam.original { seam.end } else { last.end };
                last.original = seam.original;
            }
            // one byte stands for one: the run goes on
            Some(last) if way(&seam) == way(last) => {}
            None if way(&seam) == 0 => {}
            _ => self.seams.push(seam),
        }
    }

    /// Brings a place of the edited text home to the original; `None` where the two are one.
    pub(crate) fn way_home(&self) -> Option<impl Fn(Span) -> Span + '_> {
        (!self.seams.is_empty()).then(|| {
            let index = Index::new(self.text.len(), self.seams.iter().map(|seam| seam.edited));
            move |span| self.home(span, |at| index.count_before(&self.seams, at, |seam| seam.edited))
        })
    }

    /// Brings one place home; [`way_home`](Self::way_home) is for many.
    pub(crate) fn one_home(&self, span: Span) -> Span {
        self.home(span, |at| self.seams.partition_point(|seam| seam.edited <= at))
    }

    /// The place in the edited text of one in the original; of what was left out, the place behind it.
    pub(crate) fn place(&self, original: usize) -> usize {
        let seam = self.seams.partition_point(|seam| seam.original <= original);
        let (edited, from) = self.run(seam);
        let next = self.seams.get(seam).map_or(self.text.len(), |next| next.edited);
        ceil(&self.text, (edited + original.saturating_sub(from)).min(next))
    }

    /// Where the run before the seam begins, in the edited text and in the original.
    fn run(&self, seam: usize) -> (usize, usize) {
        seam.checked_sub(1).map_or((0, 0), |seam| (self.seams[seam].edited, self.seams[seam].original))
    }

    /// The place in the original of one in the edited text. A start maps behind what was left out, an end before it.
    /// `before` counts the seams at or before a place.
    fn home(&self, span: Span, before: impl Fn(usize) -> usize) -> Span {
        let start = self.start(span.start, before(span.start));
        if span.is_empty() {
            return Span::new(start, start);
        }
        Span::new(start, self.end(span.end, before(span.end - 1)).max(start))
    }

    /// The place of a start, which has so many seams before it.
    fn start(&self, at: usize, seam: usize) -> usize {
        let (edited, original) = self.run(seam);
        // what stands for a piece begins where the piece does
        let kept = self.seams.get(seam).map_or(self.text.len(), |next| next.edited - next.meant);
        original + at.min(kept) - edited
    }

    /// The place of an end, whose last byte has so many seams before it.
    fn end(&self, at: usize, seam: usize) -> usize {
        let (edited, original) = self.run(seam);
        match self.seams.get(seam) {
            Some(next) if at > next.edited - next.meant || at == next.edited => next.end,
            _ => original + (at - edited),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edited<'t>(original: &'t str, edits: &[(&str, Meant)]) -> Edited<'t> {
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

    use Meant::{Character, End, Nothing};

    #[test]
    fn places_come_home_over_what_was_left_out_and_replaced() {
        let edited =
            edited("**省**财<BR>政厅", &[("**", Nothing), ("**", Nothing), ("<BR>", Character(' '))]);
        assert_eq!(edited.text, "省财 政厅");
        assert_home(&edited, "省", "省");
        assert_home(&edited, "省财", "省**财");
        assert_home(&edited, "财 政", "财<BR>政");
    }

    #[test]
    fn what_closes_words_is_theirs() {
        let link = edited("见[附件](/a)。", &[("[", Nothing), ("](/a)", End)]);
        assert_home(&link, "见附件", "见[附件](/a)");
        assert_home(&link, "附件", "附件](/a)");
        assert_home(&link, "附", "附");
        assert_home(&link, "。", "。");
        let marks = [("[", Nothing), ("**", Nothing), ("](/a)", End), ("**", Nothing)];
        assert_home(&edited("[附件**](/a)**。", &marks), "附件", "附件**](/a)");
    }

    #[test]
    fn what_stands_for_a_piece_comes_home_to_all_of_it() {
        let quoted = edited(
            "见&ldquo;附件&rdquo;**。",
            &[("&ldquo;", Character('“')), ("&rdquo;", Character('”')), ("**", Nothing)],
        );
        assert_eq!(quoted.text, "见“附件”。");
        for (words, home) in [
            ("见", "见"),
            ("见“", "见&ldquo;"),
            ("“附件”", "&ldquo;附件&rdquo;"),
            ("附件", "附件"),
            ("”", "&rdquo;"),
            ("”。", "&rdquo;**。"),
        ] {
            assert_home(&quoted, words, home);
        }
        let beside = edited("&ldquo;&rdquo;", &[("&ldquo;", Character('“')), ("&rdquo;", Character('”'))]);
        assert_home(&beside, "“", "&ldquo;");
        assert_home(&beside, "”", "&rdquo;");
    }

    #[test]
    fn what_was_put_in_has_no_place() {
        let original = "文件青政";
        let edited = Edited::new(original, [(Span::new(6, 6), Character('\n'))]);
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
