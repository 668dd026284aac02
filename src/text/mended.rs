//! A mended slice that brings places home through all that [`mend`](super::mend::mend) does.

use std::ops::Range;

use super::edited::Edited;
use super::gaps::Gaps;
use super::markdown::Unmarked;
use super::markup::blanked;
use super::mend::{MOST_PASSES, Stretch, mended_again};
use super::radicals::folded;
use super::span::Span;
use super::visible::Visible;

/// The way back from a mended slice.
#[derive(Debug)]
pub(crate) struct Mended {
    /// The ways of each time it was mended.
    passes: Vec<Pass>,
}

/// The way back from a slice mended once.
#[derive(Debug)]
struct Pass {
    /// What was left out before, in the order in which it was.
    edits: Vec<Edited<'static>>,
    stretch: Stretch<'static>,
}

impl Mended {
    /// That of a slice.
    pub(crate) fn of(slice: &str) -> Self {
        let mut passes = vec![Pass::of(slice)];
        let mut mended = passes[0].stretch.as_str().to_owned();
        while let Some(again) = mended_again(&mended).filter(|_| passes.len() < MOST_PASSES) {
            passes.push(Pass::of(&mended));
            mended = again;
        }
        Mended { passes }
    }

    /// The place in the slice of a range of the mended text.
    pub(crate) fn span(&self, range: Range<usize>) -> Span {
        self.passes.iter().rev().fold(Span::from(range), |span, pass| pass.span(span))
    }

    /// The place in the mended text of a byte of the slice; of a dropped one, the place behind it.
    pub(crate) fn offset(&self, at: usize) -> usize {
        self.passes.iter().fold(at, |at, pass| pass.offset(at))
    }
}

impl Pass {
    fn of(slice: &str) -> Self {
        let visible = Visible::of(slice).edited;
        let unmarked = Unmarked::of_part(&visible.text).edited;
        let (plain, _) = blanked(folded(&unmarked.text).0);
        let stretch = Stretch::new(&plain, Span::new(0, plain.len()), &Gaps::of(&plain)).into_owned();
        let edits = [&visible, &unmarked].into_iter().filter_map(Edited::to_owned).collect();
        Pass { edits, stretch }
    }

    fn span(&self, span: Span) -> Span {
        self.edits.iter().rev().fold(self.stretch.span(span.range()), |span, edited| edited.one_home(span))
    }

    fn offset(&self, at: usize) -> usize {
        self.stretch.offset(self.edits.iter().fold(at, |at, edited| edited.place(at)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::mend::mend;

    #[test]
    fn every_word_of_a_mended_slice_has_its_place() {
        let slice = "**省\u{ad}财**政\n厅，2024年\u{200c}9月&nbsp;底 前";
        let (text, mended) = (mend(slice), Mended::of(slice));
        assert_eq!(text, "省财政厅，2024年9月底前");
        for (words, home) in [
            ("省财", "省\u{ad}财"),
            ("政厅", "政\n厅"),
            ("2024年9月", "2024年\u{200c}9月"),
            ("9月底前", "9月&nbsp;底 前"),
        ] {
            let at = text.find(words).unwrap();
            let span = mended.span(at..at + words.len());
            assert_eq!(&slice[span.range()], home);
            assert_eq!(
                (mended.offset(span.start), mended.offset(span.end)),
                (at, at + words.len()),
                "{home:?}"
            );
        }
    }
}
