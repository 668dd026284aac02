//! Passing quickly over what means nothing to a scan: most of a notice are Han characters of three bytes each.

/// Where a scan stops to look: the first bytes of the signs that mean something to it.
#[derive(Debug)]
pub(crate) struct FirstBytes {
    stops: [bool; 256],
    /// The Han character that is a sign; [`NO_HAN`] where none is.
    han: [u8; 3],
}

/// No character begins so.
const NO_HAN: [u8; 3] = [0xff; 3];

impl FirstBytes {
    /// Signs that begin with these bytes, none of which begins a Han character of three bytes.
    pub(crate) const fn new(first_bytes: &[u8]) -> Self {
        let mut first = FirstBytes { stops: [false; 256], han: NO_HAN };
        let mut at = 0;
        while at < first_bytes.len() {
            let byte = first_bytes[at];
            assert!(!matches!(byte, 0x80..=0xbf | 0xe4..=0xe9 | 0xff), "no sign begins so");
            first.stops[byte as usize] = true;
            at += 1;
        }
        first
    }

    /// The same, and one Han character of three bytes.
    pub(crate) const fn and_han(mut self, sign: char) -> Self {
        sign.encode_utf8(&mut self.han);
        assert!(matches!(self.han[0], 0xe4..=0xe9), "a Han character");
        self.stops[self.han[0] as usize] = true;
        self
    }

    /// A scan of `bytes` for these signs.
    pub(crate) fn scan<'b>(&'b self, bytes: &'b [u8]) -> Scan<'b> {
        let mut scan = Scan { first: self, bytes, block: 0, left: 0 };
        scan.look(0);
        scan
    }

    /// The bytes of a block that are no plain Han character's, a bit each.
    ///
    /// A step by the length of each character would wait for the one before; whole blocks compile to vector instructions.
    fn marked(&self, block: &[u8; BLOCK_BYTES]) -> u64 {
        let mut flags = [0; BLOCK_BYTES];
        for ((flag, &byte), weight) in flags.iter_mut().zip(block).zip(WEIGHTS) {
            let plain = matches!(byte, 0x80..=0xbf | 0xe4..=0xe9) && byte != self.han[0];
            *flag = if plain { 0 } else { weight };
        }
        let mut bits = [0; BLOCK_BYTES / 8];
        #[expect(clippy::cast_possible_truncation, reason = "eight bits of one byte")]
        for (bits, flags) in bits.iter_mut().zip(flags.chunks_exact(8)) {
            *bits = flags.iter().map(|&flag| u64::from(flag)).sum::<u64>() as u8;
        }
        u64::from_le_bytes(bits)
    }
}

/// How many bytes are looked at together: as many as a word has bits.
const BLOCK_BYTES: usize = 64;

/// The bit of each byte of a block among eight: their sum is the bits of eight bytes, which is one vector instruction.
const WEIGHTS: [u8; BLOCK_BYTES] = {
    let mut weights = [0; BLOCK_BYTES];
    let mut at = 0;
    while at < BLOCK_BYTES {
        weights[at] = 1 << (at % 8);
        at += 1;
    }
    weights
};

/// A scan that goes forward over a text.
#[derive(Debug)]
pub(crate) struct Scan<'b> {
    first: &'b FirstBytes,
    bytes: &'b [u8],
    /// Where the block begins that was looked at last.
    block: usize,
    /// Its marked bytes that are not passed yet.
    left: u64,
}

impl Scan<'_> {
    /// The first place from `at` on where a sign may stand; `at` is never before an earlier one.
    #[inline]
    pub(crate) fn next(&mut self, mut at: usize) -> Option<usize> {
        loop {
            let passed = at - self.block;
            if passed < BLOCK_BYTES {
                self.left = self.left >> passed << passed;
                while self.left != 0 {
                    let place = self.block + self.left.trailing_zeros() as usize;
                    if self.is_sign(place) {
                        return Some(place);
                    }
                    self.left &= self.left - 1;
                }
                at = self.block + BLOCK_BYTES;
            }
            if at >= self.bytes.len() {
                return None;
            }
            self.look(at);
        }
    }

    /// Whether a sign may stand at a place.
    #[inline]
    fn is_sign(&self, place: usize) -> bool {
        let FirstBytes { stops, han } = self.first;
        let byte = self.bytes[place];
        // many Han characters begin with one byte
        stops[usize::from(byte)] && (byte != han[0] || self.bytes[place..].starts_with(han))
    }

    /// Looks at the block that begins at `at`.
    #[inline(never)]
    fn look(&mut self, at: usize) {
        let rest = &self.bytes[at..];
        let marked = match rest.first_chunk() {
            Some(block) => self.first.marked(block),
            None => {
                let mut block = [0x80; BLOCK_BYTES];
                block[..rest.len()].copy_from_slice(rest);
                self.first.marked(&block)
            }
        };
        (self.block, self.left) = (at, marked);
    }
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
        for sign in (0..=u8::MAX).filter(|sign| !matches!(sign, 0x80..=0xbf | 0xe4..=0xe9 | 0xff)) {
            let first = FirstBytes::new(&[sign]);
            for round in 0..20 {
                // bytes all over, and bytes that differ from the sign by a bit or none
                let bytes: [u8; 137] = std::array::from_fn(|_| match round % 2 {
                    0 => random(),
                    _ => sign ^ (random() & 1),
                });
                for start in 0..bytes.len() {
                    let found = bytes[start..].iter().position(|&byte| byte == sign);
                    let expected = found.map(|at| start + at);
                    let found = first.scan(&bytes).next(start);
                    assert_eq!(found, expected, "{sign:x} from {start} in {bytes:x?}");
                }
            }
        }
    }

    #[test]
    fn the_search_goes_on_behind_what_is_no_sign() {
        let first = FirstBytes::new(&[b'(', 0xe3]).and_han('第');
        let text = "é省𠀀a政府的(第。第";
        let mut scan = first.scan(text.as_bytes());
        let mut next = |at: usize| scan.next(at);
        let all: Vec<usize> = std::iter::successors(next(0), |at| next(at + 1)).collect();
        let expected: Vec<usize> =
            text.char_indices().filter(|(_, c)| "(第。".contains(*c)).map(|(at, _)| at).collect();
        assert_eq!(all, expected);
    }
}
