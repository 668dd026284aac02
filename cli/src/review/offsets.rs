//! Byte offsets of the text as offsets into a string of JavaScript, which counts in UTF-16.

use gongwen::Span;

/// First and last offset of a stretch, in UTF-16 units.
pub(crate) type Stretch = [usize; 2];

/// How many bytes lie between two offsets that are known.
const STEP: usize = 256;

/// The offsets of a text.
#[derive(Debug)]
pub(crate) struct Offsets<'t> {
    text: &'t str,
    /// For each step the UTF-16 units in front of the character in which it begins.
    known: Vec<usize>,
}

impl<'t> Offsets<'t> {
    pub(crate) fn of(text: &'t str) -> Self {
        let mut offsets = Offsets { text, known: vec![0] };
        for step in 1..=text.len() / STEP {
            let units = offsets.at(step * STEP);
            offsets.known.push(units);
        }
        offsets
    }

    /// The UTF-16 units in front of the character at a byte offset, or in which it lies.
    pub(crate) fn at(&self, byte: usize) -> usize {
        let end = self.floor(byte);
        let step = (end / STEP).min(self.known.len() - 1);
        let start = self.floor(step * STEP);
        self.known[step] + self.text[start..end].chars().map(char::len_utf16).sum::<usize>()
    }

    /// Both ends of a span.
    pub(crate) fn stretch(&self, span: Span) -> Stretch {
        [self.at(span.start), self.at(span.end)]
    }

    /// The start of the character at a byte offset.
    fn floor(&self, byte: usize) -> usize {
        let mut at = byte.min(self.text.len());
        while !self.text.is_char_boundary(at) {
            at -= 1;
        }
        at
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_offsets(text: &str) {
        let offsets = Offsets::of(text);
        let mut units = 0;
        for (at, c) in text.char_indices() {
            assert_eq!(offsets.at(at), units, "{at} of {} bytes", text.len());
            units += c.len_utf16();
        }
        assert_eq!(offsets.at(text.len()), units);
    }

    #[test]
    fn characters_outside_the_basic_plane_are_two_units() {
        let offsets = Offsets::of("a𠮷省");
        assert_eq!(offsets.stretch(Span::new(1, 5)), [1, 3]);
        assert_eq!(offsets.stretch(Span::new(5, 8)), [3, 4]);
    }

    #[test]
    fn every_character_of_long_texts_has_its_offset() {
        assert_offsets("");
        for text in ["省财政厅𠮷\u{1f600}a\r\n", "𠮷", "a", "é", "省"] {
            assert_offsets(&text.repeat(400));
            assert_offsets(&format!("a{}", text.repeat(400)));
        }
    }

    #[test]
    fn offsets_beside_characters_are_held_in_the_text() {
        let offsets = Offsets::of("𠮷省");
        assert_eq!([1, 3, 5, 99].map(|byte| offsets.at(byte)), [0, 0, 2, 3]);
    }
}
