//! A stream of bytes in any encoding as a stream of UTF-8.

use std::io::{self, BufRead, Read};

use encoding_rs::{Decoder, UTF_8};

use crate::Charset;

/// A source with what was read of it beforehand, as UTF-8 without a byte order mark.
///
/// What is UTF-8 is handed on as it is: whoever parses it names the place of damage.
pub(crate) struct Decoding<R> {
    head: io::Cursor<Vec<u8>>,
    rest: R,
    decoder: Option<Decoder>,
    out: Vec<u8>,
    given: usize,
    ended: bool,
}

impl<R> std::fmt::Debug for Decoding<R> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Decoding").finish_non_exhaustive()
    }
}

impl<R: BufRead> Decoding<R> {
    pub(crate) fn new(head: Vec<u8>, rest: R, charset: Charset) -> Self {
        let is_utf_8 = charset.encoding() == UTF_8;
        let mark: &[u8] = if is_utf_8 { b"\xef\xbb\xbf" } else { b"\x84\x31\x95\x33" };
        let start = if head.starts_with(mark) { mark.len() as u64 } else { 0 };
        let mut head = io::Cursor::new(head);
        head.set_position(start);
        let decoder = (!is_utf_8).then(|| charset.encoding().new_decoder_with_bom_removal());
        Decoding { head, rest, decoder, out: vec![], given: 0, ended: false }
    }

    /// Decodes the next piece into `out`.
    fn refill(&mut self) -> io::Result<()> {
        let mut bytes = [0; 8192];
        let mut length = self.head.read(&mut bytes)?;
        if length == 0 {
            length = self.rest.read(&mut bytes)?;
        }
        self.ended = length == 0;
        self.given = 0;
        self.out.clear();
        let Some(decoder) = &mut self.decoder else {
            self.out.extend(&bytes[..length]);
            return Ok(());
        };
        let room = decoder.max_utf8_buffer_length(length).unwrap_or(4 * bytes.len());
        self.out.resize(room, 0);
        let (.., written, _) = decoder.decode_to_utf8(&bytes[..length], &mut self.out, self.ended);
        self.out.truncate(written);
        Ok(())
    }
}

impl<R: BufRead> Read for Decoding<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        while self.given == self.out.len() && !self.ended {
            self.refill()?;
        }
        let length = (self.out.len() - self.given).min(into.len());
        into[..length].copy_from_slice(&self.out[self.given..self.given + length]);
        self.given += length;
        Ok(length)
    }
}
