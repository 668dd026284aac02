//! JSON Lines, and objects in an array or one behind the other.

use std::io::{BufRead, Read};

use serde_json::{Map, Value};

use crate::records::Next;
use crate::records::fields::of_object;

/// A record a line.
#[derive(Debug)]
pub(crate) struct Lines<R> {
    source: R,
    limit: usize,
    line: usize,
    ended: bool,
}

impl<R: BufRead> Lines<R> {
    pub(crate) fn new(source: R, limit: usize) -> Self {
        Lines { source, limit, line: 0, ended: false }
    }

    pub(crate) fn next_record(&mut self) -> Next {
        loop {
            if self.ended {
                return None;
            }
            self.line += 1;
            let mut bytes = vec![];
            let most = self.limit as u64 + 1;
            if let Err(error) = self.source.by_ref().take(most).read_until(b'\n', &mut bytes) {
                self.ended = true;
                return Some((self.line, Err(error.to_string())));
            }
            if bytes.is_empty() {
                return None;
            }
            if bytes.len() > self.limit {
                self.skip_line();
                return Some((self.line, Err(format!("longer than {} bytes", self.limit))));
            }
            if !bytes.trim_ascii().is_empty() {
                return Some((self.line, object(&bytes)));
            }
        }
    }

    /// Goes to the end of a line that is too long, piece by piece.
    fn skip_line(&mut self) {
        loop {
            let (end, length) = match self.source.fill_buf() {
                Ok([]) | Err(_) => {
                    self.ended = true;
                    return;
                }
                Ok(bytes) => match bytes.iter().position(|byte| *byte == b'\n') {
                    Some(at) => (true, at + 1),
                    None => (false, bytes.len()),
                },
            };
            self.source.consume(length);
            if end {
                return;
            }
        }
    }
}

fn object(bytes: &[u8]) -> Result<super::Fields, String> {
    serde_json::from_slice::<Map<String, Value>>(bytes).map(of_object).map_err(|error| error.to_string())
}

/// The objects of an array, or one behind the other, found by their braces: one that breaks the rules inside does not end
/// the file.
#[derive(Debug)]
pub(crate) struct Objects<R> {
    source: R,
    limit: usize,
    number: usize,
    ended: bool,
}

impl<R: BufRead> Objects<R> {
    pub(crate) fn new(source: R, limit: usize) -> Self {
        Objects { source, limit, number: 0, ended: false }
    }

    pub(crate) fn next_record(&mut self) -> Next {
        if self.ended {
            return None;
        }
        let mut scan = Scan::default();
        loop {
            let bytes = match self.source.fill_buf() {
                Ok(bytes) => bytes,
                Err(error) => {
                    self.ended = true;
                    return Some((self.number + 1, Err(error.to_string())));
                }
            };
            if bytes.is_empty() {
                self.ended = true;
                return self.end(&scan);
            }
            let (length, reached) = scan.take(bytes, self.limit);
            self.source.consume(length);
            match reached {
                Reached::Middle => {}
                Reached::Object => return self.stray(&scan),
                Reached::End => return Some(self.object(&scan)),
            }
        }
    }

    fn object(&mut self, scan: &Scan) -> (usize, Result<super::Fields, String>) {
        self.number += 1;
        let fits = scan.length <= self.limit;
        let fields =
            if fits { object(&scan.object) } else { Err(format!("longer than {} bytes", self.limit)) };
        (self.number, fields)
    }

    /// What is to be said where the file ends.
    fn end(&self, scan: &Scan) -> Next {
        if scan.depth > 0 {
            Some((self.number + 1, Err("the file ends inside it".to_owned())))
        } else {
            self.stray(scan)
        }
    }

    /// What stands before an object or the end and is neither.
    fn stray(&self, scan: &Scan) -> Next {
        let reason = || format!("found {} bytes before it that belong to no record", scan.stray);
        (scan.stray > 0).then(|| (self.number + 1, Err(reason())))
    }
}

/// An object under work.
#[derive(Debug, Default)]
struct Scan {
    object: Vec<u8>,
    length: usize,
    depth: usize,
    in_string: bool,
    escaped: bool,
    /// Bytes between objects that are neither blanks nor the signs of an array.
    stray: usize,
}

/// Where a scan stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reached {
    Middle,
    /// Before an object, with stray bytes behind.
    Object,
    End,
}

impl Scan {
    /// Takes bytes up to the end of the object; says how many, and what ends there. More than `limit` are forgotten.
    fn take(&mut self, bytes: &[u8], limit: usize) -> (usize, Reached) {
        for (at, &byte) in bytes.iter().enumerate() {
            if self.depth == 0 && byte != b'{' {
                self.stray += usize::from(!matches!(byte, b' ' | b'\t' | b'\r' | b'\n' | b',' | b'[' | b']'));
                continue;
            }
            if self.depth == 0 && self.stray > 0 {
                return (at, Reached::Object);
            }
            match byte {
                _ if self.escaped => self.escaped = false,
                b'\\' if self.in_string => self.escaped = true,
                b'"' => self.in_string = !self.in_string,
                b'{' if !self.in_string => self.depth += 1,
                b'}' if !self.in_string => self.depth -= 1,
                _ => {}
            }
            self.length += 1;
            if self.length <= limit {
                self.object.push(byte);
            }
            if self.depth == 0 {
                return (at + 1, Reached::End);
            }
        }
        (bytes.len(), Reached::Middle)
    }
}
