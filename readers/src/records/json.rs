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
                self.number += 1;
                let cut = || (self.number, Err("the file ends inside it".to_owned()));
                return (scan.depth > 0).then(cut);
            }
            let (length, whole) = scan.take(bytes, self.limit);
            self.source.consume(length);
            if whole {
                self.number += 1;
                let fits = scan.length <= self.limit;
                let fields = if fits {
                    object(&scan.object)
                } else {
                    Err(format!("longer than {} bytes", self.limit))
                };
                return Some((self.number, fields));
            }
        }
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
}

impl Scan {
    /// Takes bytes up to the end of the object; says how many, and whether it ends there. More than `limit` are forgotten.
    fn take(&mut self, bytes: &[u8], limit: usize) -> (usize, bool) {
        for (at, &byte) in bytes.iter().enumerate() {
            match byte {
                _ if self.escaped => self.escaped = false,
                b'\\' if self.in_string => self.escaped = true,
                b'"' if self.depth > 0 => self.in_string = !self.in_string,
                b'{' if !self.in_string => self.depth += 1,
                b'}' if !self.in_string => self.depth = self.depth.saturating_sub(1),
                _ => {}
            }
            // what stands between objects begins none
            if self.depth > 0 || byte == b'}' && self.length > 0 {
                self.length += 1;
                if self.length <= limit {
                    self.object.push(byte);
                }
                if self.depth == 0 {
                    return (at + 1, true);
                }
            }
        }
        (bytes.len(), false)
    }
}
