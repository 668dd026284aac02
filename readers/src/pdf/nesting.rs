//! How deep the objects of a PDF file are nested. Its reader calls itself for each array in an array, and a file that takes it
//! deeper than the stack would end the program.

/// Arrays and dictionaries in each other; outlines and forms refer to objects instead, and stay below ten.
pub(super) const DEPTH: usize = 500;

/// The deepest nesting of arrays and dictionaries outside of streams, strings and comments.
pub(super) fn nesting(bytes: &[u8]) -> usize {
    let (mut at, mut depth, mut deepest) = (0, 0_usize, 0);
    while let Some(rest) = bytes.get(at..).filter(|rest| !rest.is_empty()) {
        let length = match rest[0] {
            b'(' => string(rest),
            b'%' => rest.iter().position(|byte| matches!(byte, b'\r' | b'\n')).unwrap_or(rest.len()),
            b'[' => {
                depth += 1;
                1
            }
            b']' => {
                depth = depth.saturating_sub(1);
                1
            }
            _ if rest.starts_with(b"<<") => {
                depth += 1;
                2
            }
            _ if rest.starts_with(b">>") => {
                depth = depth.saturating_sub(1);
                2
            }
            _ if rest.starts_with(b"endobj") => {
                depth = 0;
                6
            }
            _ if rest.starts_with(b"stream") => {
                memchr::memmem::find(rest, b"endstream").map_or(6, |end| end + 9)
            }
            _ => 1,
        };
        deepest = deepest.max(depth);
        at += length;
    }
    deepest
}

/// The length of the string that begins here: up to the bracket that closes it, `\\` before one hides it. One that is never
/// closed is its bracket alone.
fn string(bytes: &[u8]) -> usize {
    let (mut depth, mut hidden) = (0_usize, false);
    for (at, byte) in bytes.iter().enumerate() {
        match byte {
            _ if hidden => hidden = false,
            b'\\' => hidden = true,
            b'(' => depth += 1,
            b')' if depth == 1 => return at + 1,
            b')' => depth -= 1,
            _ => {}
        }
    }
    1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrays_and_dictionaries_count_where_they_are_objects() {
        for (file, depth) in [
            ("1 0 obj\n<</A[[1]<</B 2>>]>>\nendobj", 3),
            ("[([[[\\)[(])) 1][<5B5B>] % [[[\n[", 1),
            ("<</Length 4>>\nstream\n[[[[\nendstream\nendobj", 1),
            ("[ endobj [ endobj stream [[", 2),
            ("[(", 1),
            ("]>>", 0),
        ] {
            assert_eq!(nesting(file.as_bytes()), depth, "{file}");
        }
    }
}
