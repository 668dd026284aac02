//! From bytes to characters: which encoding a text is in, told by its bytes.
//!
//! In this order: byte order mark, valid UTF-8, UTF-16 by its pattern, what the file declares, GB18030 (which takes in GBK
//! and GB2312), and of damaged texts the encoding that is damaged less. Statistics alone call every UTF-8 text with a bad
//! byte something else, so they come last.

use std::fmt;
use std::str::FromStr;

use encoding_rs::{Encoding, GB18030, GBK, UTF_8, UTF_16BE, UTF_16LE};
use serde::{Deserialize, Serialize};

use crate::{Finding, Unread};

/// The encoding of a text: `UTF-8`, `UTF-16LE`, `UTF-16BE`, `GB18030`, or another that browsers know.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "&'static str", try_from = "String")]
pub struct Charset(&'static Encoding);

impl Charset {
    /// `UTF-8`
    pub const UTF_8: Charset = Charset(UTF_8);
    /// `GB18030`, also for what is GBK or GB2312: both are parts of it.
    pub const GB18030: Charset = Charset(GB18030);

    /// The name.
    pub fn name(self) -> &'static str {
        if self.0 == GB18030 { "GB18030" } else { self.0.name() }
    }

    /// What a label of a page means: labels for parts of GB18030 mean the whole.
    pub(crate) fn of_label(label: &[u8]) -> Option<Self> {
        let encoding = Encoding::for_label(label)?;
        Some(Charset(if encoding == GBK { GB18030 } else { encoding }))
    }

    pub(crate) fn encoding(self) -> &'static Encoding {
        self.0
    }
}

impl fmt::Display for Charset {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl fmt::Debug for Charset {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Charset({self})")
    }
}

/// A name that is no encoding's.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("found the encoding 「{0}」, expected one such as utf-8, gb18030, gbk, utf-16le, big5")]
pub struct UnknownCharset(String);

impl FromStr for Charset {
    type Err = UnknownCharset;

    fn from_str(name: &str) -> Result<Self, UnknownCharset> {
        Charset::of_label(name.as_bytes()).ok_or_else(|| UnknownCharset(name.to_owned()))
    }
}

impl From<Charset> for &'static str {
    fn from(charset: Charset) -> Self {
        charset.name()
    }
}

impl TryFrom<String> for Charset {
    type Error = UnknownCharset;

    fn try_from(name: String) -> Result<Self, UnknownCharset> {
        name.parse()
    }
}

/// A text and how it was encoded.
#[derive(Debug)]
pub(crate) struct Decoded {
    pub(crate) text: String,
    pub(crate) charset: Charset,
    pub(crate) findings: Vec<Finding>,
}

/// Decodes a text, by `forced` where it is given, else as its bytes tell; `declared` is what the file says of itself.
///
/// A byte order mark stays in UTF-8, whose offsets are the file's, and is left out elsewhere.
///
/// # Errors
///
/// - more than one in [`BEARABLE`] characters are none of the encoding: this is no text
pub(crate) fn decoded(
    bytes: &[u8],
    forced: Option<Charset>,
    declared: Option<Charset>,
) -> Result<Decoded, Unread> {
    if let Some(charset) = forced {
        return damaged(bytes, charset).map_err(|(offset, byte)| Unread::OtherCharset {
            charset: charset.name(),
            byte,
            offset,
        });
    }
    let told = told(bytes, declared)?;
    let mut decoded =
        damaged(bytes, told.charset).map_err(|(offset, byte)| Unread::Binary { byte, offset })?;
    if let Some(doubt) = told.doubt {
        decoded.findings.push(Finding::warning("doubtful-encoding", doubt));
    }
    Ok(decoded)
}

/// The encoding that a text is in.
///
/// # Errors
///
/// - bytes that no text has
pub(crate) fn charset(bytes: &[u8]) -> Result<Charset, Unread> {
    told(bytes, None).map(|told| told.charset)
}

struct Told {
    charset: Charset,
    doubt: Option<String>,
}

impl Told {
    fn surely(encoding: &'static Encoding) -> Self {
        Told { charset: Charset(encoding), doubt: None }
    }
}

fn told(bytes: &[u8], declared: Option<Charset>) -> Result<Told, Unread> {
    if let Some(encoding) = marked(bytes)? {
        return Ok(Told::surely(encoding));
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        let told = if chinese_by_chance(text) { by_damage(bytes) } else { Told::surely(UTF_8) };
        return binary(bytes, bytes.len() / 100).map_or(Ok(told), Err);
    }
    if let Some(encoding) = utf_16(bytes) {
        return Ok(Told::surely(encoding));
    }
    if let Some(unread) = binary(bytes, 0) {
        return Err(unread);
    }
    if let Some(charset) = declared
        && charset.0 != UTF_8
        && errors(charset.0, bytes) == 0
    {
        return Ok(Told { charset, doubt: None });
    }
    Ok(by_damage(bytes))
}

/// Whether valid UTF-8 is one of the few short texts in GB18030 whose bytes happen to be, as those of 联通 and 通知 are: no
/// character of its own in it is Chinese, and those of GB18030 are common.
fn chinese_by_chance(text: &str) -> bool {
    // most texts have a Chinese character in their first line, and need no more asking
    if text.is_ascii() || text.chars().any(|c| c >= '\u{800}') {
        return false;
    }
    let (common, pairs) = common_share(text.as_bytes());
    pairs > 0 && common >= COMMON && errors(GB18030, text.as_bytes()) == 0
}

/// Of UTF-8 with damage and GB18030 the likelier.
fn by_damage(bytes: &[u8]) -> Told {
    let utf_8 = three_byte_share(bytes);
    let (gb, pairs) = common_share(bytes);
    let damage = errors(GB18030, bytes);
    if utf_8 > 0.5 || damage > 0 && errors(UTF_8, bytes) < damage {
        return Told::surely(UTF_8);
    }
    let doubt = (pairs < FEW || gb < COMMON).then(|| {
        format!(
            "read as GB18030 because it is no UTF-8; {} of {pairs} characters are common ones: say the encoding if it is \
             another",
            (gb * f64::from(pairs)).round(),
        )
    });
    Told { charset: Charset::GB18030, doubt }
}

/// What a byte order mark says.
fn marked(bytes: &[u8]) -> Result<Option<&'static Encoding>, Unread> {
    if bytes.starts_with(b"\xff\xfe\0\0") || bytes.starts_with(b"\0\0\xfe\xff") {
        return Err(Unread::Unsupported {
            what: "UTF-32",
            way_out: "`iconv -f UTF-32 -t UTF-8` makes UTF-8 of it",
        });
    }
    if bytes.starts_with(b"\x84\x31\x95\x33") {
        return Ok(Some(GB18030));
    }
    Ok(Encoding::for_bom(bytes).map(|(encoding, _)| encoding))
}

/// UTF-16 without a mark: in one of both places of the pairs stand the high bytes of Chinese, its punctuation and ASCII.
fn utf_16(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(1 << 16)];
    let pairs = sample.chunks_exact(2).len();
    let high = |place: usize| {
        let high = |byte: &u8| matches!(byte, 0x00 | 0x20 | 0x30 | 0x4e..=0x9f | 0xff);
        sample.chunks_exact(2).filter(|pair| high(&pair[place])).count()
    };
    let breaks = |line_feed: [u8; 2]| sample.chunks_exact(2).filter(|pair| *pair == line_feed).count();
    let sure = |place, line_feed| pairs > 0 && high(place) * 20 >= pairs * 19 && breaks(line_feed) > 0;
    match bytes.len().is_multiple_of(2) {
        true if sure(1, [b'\n', 0]) && errors(UTF_16LE, sample) <= 1 => Some(UTF_16LE),
        true if sure(0, [0, b'\n']) && errors(UTF_16BE, sample) <= 1 => Some(UTF_16BE),
        _ => None,
    }
}

/// The first byte that no text has, if there are more than `bearable` of them.
fn binary(bytes: &[u8], bearable: usize) -> Option<Unread> {
    let control = |byte: u8| matches!(byte, 0..=0x08 | 0x0e..=0x19 | 0x1c..=0x1f);
    let count = bytes.iter().filter(|&&byte| control(byte)).count();
    let offset = bytes.iter().position(|&byte| control(byte))?;
    (count > bearable).then(|| Unread::Binary { byte: bytes[offset], offset })
}

/// Of the bytes above ASCII, the share in sequences of three that UTF-8 has: nearly all of Chinese UTF-8, few of GB18030.
fn three_byte_share(bytes: &[u8]) -> f64 {
    let (mut high, mut within, mut at) = (0_u32, 0_u32, 0);
    while at < bytes.len() {
        let three = bytes.get(at..at + 3).and_then(|three| std::str::from_utf8(three).ok());
        let step = match three {
            Some(three) if three.chars().count() == 1 => 3,
            _ => 1,
        };
        if bytes[at] >= 0x80 {
            high = high.saturating_add(step);
            within = within.saturating_add(if step == 3 { 3 } else { 0 });
        }
        at += step as usize;
    }
    if high == 0 { 0.0 } else { f64::from(within) / f64::from(high) }
}

/// Of the Chinese characters of GB18030, the share of common ones (GB 2312 level 1), and how many there are.
///
/// In notices it is above 0.95, in other bytes read as GB18030 about 0.4.
fn common_share(bytes: &[u8]) -> (f64, u32) {
    let (mut common, mut all, mut at) = (0_u32, 0_u32, 0);
    while let Some(pair) = bytes.get(at..at + 2) {
        let step = match (pair[0], pair[1]) {
            (0x81..=0xfe, 0x30..=0x39) => 4,
            (0x81..=0xfe, 0x40..=0xfe) => 2,
            _ => 1,
        };
        match (pair[0], pair[1]) {
            (0xb0..=0xd7, 0xa1..=0xfe) => (common, all) = (common + 1, all.saturating_add(1)),
            (0xd8..=0xf7, 0xa1..=0xfe) | (0x81..=0xa0 | 0xaa..=0xfe, 0x40..=0xa0) => {
                all = all.saturating_add(1);
            }
            _ => {}
        }
        at += step;
    }
    (f64::from(common) / f64::from(all.max(1)), all)
}

/// Fewer characters than these say little about the encoding.
const FEW: u32 = 8;

/// The least share of common characters in a text that is surely GB18030; the lowest measured on 5,600 notices and their
/// beginnings was 0.86.
const COMMON: f64 = 0.8;

/// A text with more than one bad character in so many is none; five are borne in the shortest, if most are good.
const BEARABLE: usize = 20;

/// How many malformed sequences there are.
fn errors(encoding: &'static Encoding, bytes: &[u8]) -> usize {
    let mut count = 0;
    each_error(encoding, bytes, |_| {
        count += 1;
        true
    });
    count
}

/// Calls `see` with the offset behind each malformed sequence, until it says no.
fn each_error(encoding: &'static Encoding, bytes: &[u8], mut see: impl FnMut(usize) -> bool) {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut out = [0; 4096];
    let mut at = 0;
    loop {
        let (result, read, _) = decoder.decode_to_utf8_without_replacement(&bytes[at..], &mut out, true);
        at += read;
        match result {
            encoding_rs::DecoderResult::InputEmpty => return,
            encoding_rs::DecoderResult::OutputFull => {}
            encoding_rs::DecoderResult::Malformed(length, extra) => {
                if !see(at.saturating_sub(usize::from(length) + usize::from(extra))) {
                    return;
                }
            }
        }
    }
}

/// The text, with findings for what is not of the encoding; if that is too much, place and value of the first such byte.
fn damaged(bytes: &[u8], charset: Charset) -> Result<Decoded, (usize, u8)> {
    let bytes = match Encoding::for_bom(bytes) {
        Some((encoding, length)) if encoding == charset.0 && encoding != UTF_8 => &bytes[length..],
        _ if charset.0 == GB18030 => bytes.strip_prefix(b"\x84\x31\x95\x33").unwrap_or(bytes),
        _ => bytes,
    };
    let (text, malformed) = charset.0.decode_without_bom_handling(bytes);
    let mut findings = vec![];
    if malformed {
        let mut first = None;
        each_error(charset.0, bytes, |offset| first.replace(offset).is_some());
        let offset = first.unwrap_or_default();
        let count = errors(charset.0, bytes);
        let characters = text.chars().count();
        if count * BEARABLE > characters.max(5 * BEARABLE) || count * 2 > characters {
            return Err((offset, bytes.get(offset).copied().unwrap_or_default()));
        }
        findings.push(Finding::warning(
            "damaged-text",
            format!("{count} places are no {charset}, the first at byte {offset}; each shows as U+FFFD"),
        ));
    }
    if charset.0 == GB18030 {
        findings.extend(private_use(&text));
    }
    Ok(Decoded { text: text.into_owned(), charset, findings })
}

/// GB18030 has characters whose place in Unicode was settled after its tables were.
fn private_use(text: &str) -> Option<Finding> {
    let mut private = text.chars().filter(|c| matches!(c, '\u{e000}'..='\u{f8ff}'));
    let first = private.next()?;
    let count = 1 + private.count();
    let message =
        format!("{count} characters have no place in Unicode, the first is U+{:04X}", u32::from(first));
    Some(Finding::warning("private-use", message))
}

#[cfg(test)]
mod tests;
