//! Passing quickly over what means nothing to a scan: most of a notice are Han characters of three bytes each.

/// Where a scan stops to look: the first bytes of the signs that mean something to it.
#[derive(Debug)]
pub(crate) struct Signs {
    stops: [bool; 256],
    /// The first byte of Han characters that is a sign, eight times; 0 where none is.
    han: u64,
}

impl Signs {
    /// Signs that begin with these bytes, of which at most one lies from E4 to E9 and none from 80 to BF.
    pub(crate) const fn new(first_bytes: &[u8]) -> Self {
        let mut signs = Signs { stops: [false; 256], han: 0 };
        let mut at = 0;
        while at < first_bytes.len() {
            let byte = first_bytes[at];
            assert!(!matches!(byte, 0x80..=0xbf), "no character begins so");
            signs.stops[byte as usize] = true;
            if matches!(byte, 0xe4..=0xe9) {
                assert!(signs.han == 0, "one at most of E4 to E9");
                signs.han = LOWEST * byte as u64;
            }
            at += 1;
        }
        signs
    }

    /// The first place from `at` on where a sign may stand.
    ///
    /// Eight bytes at a time: a step by the length of each character would wait for the one before.
    pub(crate) fn next(&self, bytes: &[u8], mut at: usize) -> Option<usize> {
        while let Some(word) = bytes.get(at..).and_then(<[u8]>::first_chunk) {
            let word = u64::from_le_bytes(*word);
            let mut found = !plain(word) & HIGHEST | zeros(word ^ self.han);
            while found != 0 {
                let place = at + found.trailing_zeros() as usize / 8;
                if self.stops[usize::from(bytes[place])] {
                    return Some(place);
                }
                found &= found - 1;
            }
            at += size_of::<u64>();
        }
        (at..bytes.len()).find(|&at| self.stops[usize::from(bytes[at])])
    }
}

/// The lowest and the highest bit of each of eight bytes.
const LOWEST: u64 = 0x0101_0101_0101_0101;
const HIGHEST: u64 = LOWEST << 7;

/// The highest bits of the bytes that begin Han characters from U+4000 on (E4 to E9) or go on with any character (80 to
/// BF); the other bits are noise.
fn plain(word: u64) -> u64 {
    let goes_on = word & !(word << 1);
    let low = word & !HIGHEST;
    let at_least = |byte: u64| low + LOWEST * (0x100 - byte);
    let han = word & at_least(0xe4) & !at_least(0xea);
    goes_on | han
}

/// The highest bits of the bytes that are 0, and perhaps of some behind one.
fn zeros(word: u64) -> u64 {
    word.wrapping_sub(LOWEST) & !word & HIGHEST
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_sign_is_found_among_any_bytes() {
        let mut state = 1_u32;
        let mut random = move || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 24) as u8
        };
        for sign in (0..=u8::MAX).filter(|sign| !matches!(sign, 0x80..=0xbf)) {
            let signs = Signs::new(&[sign]);
            for round in 0..200 {
                // bytes all over, and bytes that differ from the sign by a bit or none
                let bytes: [u8; 37] = std::array::from_fn(|_| match round % 2 {
                    0 => random(),
                    _ => sign ^ (random() & 1),
                });
                for start in 0..bytes.len() {
                    let found = bytes[start..].iter().position(|&byte| byte == sign);
                    let expected = found.map(|at| start + at);
                    assert_eq!(signs.next(&bytes, start), expected, "{sign:x} from {start} in {bytes:x?}");
                }
            }
        }
    }

    #[test]
    fn the_search_goes_on_behind_what_is_no_sign() {
        let signs = Signs::new(&[b'(', 0xe3, 0xe7]);
        let text = "é省𠀀a政府(第。";
        let next = |at: usize| signs.next(text.as_bytes(), at);
        let all: Vec<usize> = std::iter::successors(next(0), |at| next(at + 1)).collect();
        let expected: Vec<usize> =
            text.char_indices().filter(|(_, c)| "(第。省".contains(*c)).map(|(at, _)| at).collect();
        assert_eq!(all, expected);
    }
}
