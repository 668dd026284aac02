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
}
