//! Passing quickly over characters that mean nothing to a scan: most of a notice are Han characters of three bytes each.

/// For each byte, the length of the character that starts with it; 0 for those in `signs`, where a scan stops to look.
///
/// A byte that starts no character has length 1.
pub(crate) const fn lengths_but(signs: &[u8]) -> [u8; 256] {
    let mut lengths = [1; 256];
    let mut lead = 0xc0;
    while lead < 0x100 {
        lengths[lead] = match lead {
            0xc0..0xe0 => 2,
            0xe0..0xf0 => 3,
            _ => 4,
        };
        lead += 1;
    }
    let mut at = 0;
    while at < signs.len() {
        lengths[signs[at] as usize] = 0;
        at += 1;
    }
    lengths
}

/// The first place from `at` on where a sign may stand, or behind the end.
pub(crate) fn next_sign(bytes: &[u8], mut at: usize, lengths: &[u8; 256]) -> usize {
    while let Some(&byte) = bytes.get(at) {
        match lengths[usize::from(byte)] {
            0 => break,
            length => at += usize::from(length),
        }
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scan_stops_at_signs_and_on_character_boundaries() {
        const STOPS: [u8; 256] = lengths_but(&[b'(', 0xe3]);
        let text = "é省𠀀a(政。";
        assert_eq!(next_sign(text.as_bytes(), 0, &STOPS), text.find('(').unwrap());
        assert_eq!(next_sign(text.as_bytes(), 11, &STOPS), text.find('。').unwrap());
        assert_eq!(next_sign("省".as_bytes(), 0, &STOPS), 3);
    }
}
