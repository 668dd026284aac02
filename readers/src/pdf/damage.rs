//! Whether the streams of a PDF file are whole: its reader takes of a broken one what it can unpack, and says nothing.
//!
//! Looked at are the bytes of the file: of a stream that is packed by deflate, its checksum; of one that is not packed, its
//! length. What is packed otherwise is not looked at, nor are pictures, nor the streams of a file that is encrypted.

use flate2::{Decompress, FlushDecompress, Status};
use memchr::memmem;

use crate::Finding;

/// What is broken in a file, told; `Err` where unpacking goes over `limit` bytes.
pub(super) fn damage(bytes: &[u8], is_encrypted: bool, limit: usize) -> Result<Option<Finding>, TooMuch> {
    let mut left = limit;
    let (mut broken, mut all) = (0, 0);
    let mut streams = Streams { bytes, at: 0 };
    while let Some(stream) = streams.next().filter(|_| !is_encrypted) {
        all += 1;
        broken += usize::from(!stream.is_whole(&mut left)?);
    }
    let is_cut = !ends(bytes);
    let message = match broken {
        0 if is_cut => "the file is cut off before its end: the text may have gaps".to_owned(),
        0 => return Ok(None),
        _ => format!("{broken} of {all} streams of the file are damaged: the text may have gaps"),
    };
    Ok(Some(Finding::warning("damaged-file", message)))
}

/// More bytes would come out than may.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct TooMuch;

/// Whether the mark that ends a file stands among its last bytes.
fn ends(bytes: &[u8]) -> bool {
    /// Readers look for the mark among so many (ISO 32000-1, annex H, note 18), since some programs write on behind it.
    const TAIL: usize = 1024;
    let tail = &bytes[bytes.len().saturating_sub(TAIL)..];
    memmem::find(tail, b"%%EOF").is_some()
}

/// A stream as it stands in the file.
#[derive(Debug)]
struct Stream<'b> {
    /// The words of its dictionary.
    dictionary: &'b [u8],
    data: &'b [u8],
    /// Whether the length that the dictionary gives leads to its end; `None` where that is said elsewhere.
    fits: Option<bool>,
}

impl Stream<'_> {
    fn is_whole(&self, left: &mut usize) -> Result<bool, TooMuch> {
        let says = |word: &[u8]| memmem::find(self.dictionary, word).is_some();
        if says(b"/Image") {
            return Ok(true);
        }
        let filter = memmem::find(self.dictionary, b"/Filter").map(|at| &self.dictionary[at + 7..]);
        let filter = filter.map(|rest| {
            let blank = rest.iter().take_while(|byte| byte.is_ascii_whitespace() || **byte == b'[').count();
            &rest[blank..]
        });
        match filter {
            None => Ok(self.fits != Some(false) || says(b"/Metadata")),
            Some(filter) if filter.starts_with(b"/FlateDecode") => unpacks(self.data, left),
            Some(_) => Ok(true),
        }
    }
}

/// Whether bytes unpack to their end and are what their checksum says. Where the checksum alone is missing, the reader loses
/// words, too.
fn unpacks(data: &[u8], left: &mut usize) -> Result<bool, TooMuch> {
    let mut unpacking = Decompress::new(true);
    let mut room = vec![0; 1 << 16];
    let (mut read, mut made) = (0, 0);
    while !data.is_empty() {
        let status = unpacking.decompress(&data[read..], &mut room, FlushDecompress::None);
        let total = |count: u64| usize::try_from(count).unwrap_or(usize::MAX);
        let before = (read, made);
        (read, made) = (total(unpacking.total_in()), total(unpacking.total_out()));
        *left = left.checked_sub(made - before.1).ok_or(TooMuch)?;
        match status {
            Ok(Status::StreamEnd) => return Ok(true),
            Ok(_) if (read, made) != before => {}
            _ => return Ok(false),
        }
    }
    Ok(true)
}

/// The streams of a file, in their order.
#[derive(Debug)]
struct Streams<'b> {
    bytes: &'b [u8],
    at: usize,
}

impl<'b> Iterator for Streams<'b> {
    type Item = Stream<'b>;

    fn next(&mut self) -> Option<Stream<'b>> {
        loop {
            let word = self.at + memmem::find(self.bytes.get(self.at..)?, b"stream")?;
            let behind = word + b"stream".len();
            let data = match self.bytes.get(behind..)? {
                [b'\r', b'\n', ..] => behind + 2,
                [b'\n' | b'\r', ..] => behind + 1,
                _ => behind,
            };
            let Some(dictionary) = dictionary(&self.bytes[self.at..word]).filter(|_| data > behind) else {
                self.at = behind;
                continue;
            };
            let rest = &self.bytes[data..];
            let said = length(dictionary);
            let fits = said.map(|length| rest.get(length..).is_some_and(closes));
            let end = match said.filter(|_| fits == Some(true)) {
                Some(length) => length,
                None => memmem::find(rest, b"endstream").unwrap_or(rest.len()),
            };
            self.at = data + end;
            return Some(Stream { dictionary, data: &rest[..end], fits });
        }
    }
}

/// The dictionary that ends these bytes, from the number of its object on.
fn dictionary(before: &[u8]) -> Option<&[u8]> {
    let before = before.trim_ascii_end();
    let start = memmem::rfind(before, b"obj")?;
    before.ends_with(b">>").then(|| &before[start..])
}

/// The length that a dictionary gives, if it gives it itself: `/Length 120`, not `/Length 7 0 R`.
fn length(dictionary: &[u8]) -> Option<usize> {
    let places = memmem::find_iter(dictionary, b"/Length").map(|at| &dictionary[at + 7..]);
    let mut own = places.filter(|rest| rest.first().is_some_and(u8::is_ascii_whitespace));
    let rest = own.next()?.trim_ascii_start();
    let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let behind = rest[digits..].trim_ascii_start();
    let is_reference = behind.first().is_some_and(u8::is_ascii_digit);
    let number = std::str::from_utf8(&rest[..digits]).ok()?.parse().ok()?;
    (!is_reference).then_some(number)
}

/// Whether a stream ends here, behind a line end or none.
fn closes(rest: &[u8]) -> bool {
    let blank = rest.iter().take(2).take_while(|byte| byte.is_ascii_whitespace()).count();
    rest[blank..].starts_with(b"endstream")
}
