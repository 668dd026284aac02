//! Looking for one of many words or signs. Three bytes, one Han character, tell most words apart without a call.

/// The colons behind a label: full-width, half-width, vertical, and the ratio sign that is taken for one.
pub(crate) const COLONS: [char; 4] = ['：', ':', '︰', '∶'];

/// Whether `text` begins with one of the words.
pub(crate) fn begins(text: &str, words: &[&str]) -> bool {
    let head = text.as_bytes().first_chunk::<3>();
    words.iter().any(|word| {
        let first = word.as_bytes().first_chunk();
        (first.is_none() || first == head) && text.starts_with(word)
    })
}

/// Whether `text` ends with one of the words.
pub(crate) fn ends(text: &str, words: &[&str]) -> bool {
    let tail = text.as_bytes().last_chunk::<3>();
    words.iter().any(|word| {
        let last = word.as_bytes().last_chunk();
        (last.is_none() || last == tail) && text.ends_with(word)
    })
}

/// Whether one of the words stands in `text`.
pub(crate) fn holds(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.contains(word))
}

/// What follows the longest of the words that `text` begins with.
pub(crate) fn behind<'t>(text: &'t str, words: &[&str]) -> Option<&'t str> {
    let head = text.as_bytes().first_chunk::<3>();
    let words = words.iter().filter(|word| word.as_bytes().first_chunk() == head);
    words.filter_map(|word| text.strip_prefix(word)).min_by_key(|rest| rest.len())
}

/// Words of Han characters that are looked for anywhere in a text: what they begin with tells most places apart.
#[derive(Debug)]
pub(crate) struct WordSet {
    words: &'static [&'static str],
    /// The second and third bytes of their first characters, a bit each.
    firsts: [u64; 64],
}

impl WordSet {
    /// The set of these words, each of which begins with a character of three bytes.
    pub(crate) const fn new(words: &'static [&'static str]) -> Self {
        let mut firsts = [0; 64];
        let mut at = 0;
        while at < words.len() {
            let word = words[at].as_bytes();
            assert!(word[0] >= 0xe0 && word[0] < 0xf0, "no Han character");
            firsts[(word[1] & 0x3f) as usize] |= 1 << (word[2] & 0x3f);
            at += 1;
        }
        WordSet { words, firsts }
    }

    /// Whether `text` may begin with one of them; nearly always right.
    pub(crate) fn may_begin(&self, text: &str) -> bool {
        match text.as_bytes() {
            [0xe0..=0xef, second, third, ..] => {
                self.firsts[usize::from(second & 0x3f)] >> (third & 0x3f) & 1 == 1
            }
            _ => false,
        }
    }

    /// Whether one of them stands in `text`.
    pub(crate) fn is_in(&self, text: &str) -> bool {
        let bytes = text.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            let width = match bytes[at] {
                0..0x80 => 1,
                0xc0..0xe0 => 2,
                0xf0.. => 4,
                _ => {
                    let may =
                        self.firsts[usize::from(bytes[at + 1] & 0x3f)] >> (bytes[at + 2] & 0x3f) & 1 == 1;
                    if may && begins(&text[at..], self.words) {
                        return true;
                    }
                    3
                }
            };
            at += width;
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_any_length_are_found() {
        let words = ["省", "省政府", ":", "号"];
        for (text, at_start, at_end, inside) in [
            ("省政府", true, true, true),
            ("省", true, true, true),
            ("第3号", false, true, true),
            (":1", true, false, true),
            ("1:", false, true, true),
            ("一省之", false, false, true),
            ("市政府", false, false, false),
            ("", false, false, false),
        ] {
            let found = (begins(text, &words), ends(text, &words), holds(text, &words));
            assert_eq!(found, (at_start, at_end, inside), "{text}");
        }
        assert_eq!(behind("省政府办", &words), Some("办"));
        assert_eq!(behind("市政府办", &words), None);
    }

    #[test]
    fn a_set_finds_its_words_anywhere_in_a_text() {
        let set = const { WordSet::new(&["政府", "办公"]) };
        for (text, found) in [("a省é政府𠀀", true), ("办公", true), ("政a府办", false), ("", false)]
        {
            assert_eq!(set.is_in(text), found, "{text}");
        }
    }
}
