//! Files of records: each record is a text.

use std::error::Error;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Cursor, Read};
use std::iter;
use std::path::Path;

use gongwen_readers::{Broken, Format, HEAD, Options, Record, records};

use crate::input::Unread;
use crate::messages::foreign;
use crate::sources::{Content, Found, Source};

/// A text as it is, or the records of a file of records, one after the other.
pub(super) fn opened(found: Found, options: &Options) -> Box<dyn Iterator<Item = Found>> {
    let source = match found {
        Found::Text(source) => source,
        other => return Box::new(iter::once(other)),
    };
    let mut reader: Box<dyn BufRead> = match &source.path {
        None => Box::new(io::stdin().lock()),
        // What cannot be opened is told where it is read; of a pipe nothing can be read beforehand.
        Some(path) => match File::open(path) {
            Ok(file) if path.is_file() => Box::new(BufReader::new(file)),
            _ => return Box::new(iter::once(Found::Text(source))),
        },
    };
    let mut head = vec![];
    if reader.by_ref().take(HEAD as u64).read_to_end(&mut head).is_err() {
        return Box::new(iter::once(Found::Text(source)));
    }
    let Some(format) = Format::of_records(&head, options) else {
        let content = if source.path.is_none() { Content::Begun(head) } else { Content::Whole };
        return Box::new(iter::once(Found::Text(Source { content, ..source })));
    };
    match records(Cursor::new(head).chain(reader), format, options) {
        Ok(records) => Box::new(records.map(move |record| told(&source, record))),
        Err(unread) => Box::new(iter::once(lost(&source, &unread))),
    }
}

/// A record under the name of its file with its own, else with its number: `crawl.jsonl#8871`.
fn told(source: &Source, record: Result<Record, Broken>) -> Found {
    match record {
        Ok(record) => {
            let id = record.id.clone().unwrap_or_else(|| record.number.to_string());
            let doc = format!("{}#{id}", source.doc);
            Found::Text(Source { path: source.path.clone(), doc, content: Content::Record(Box::new(record)) })
        }
        Err(broken) => lost(source, &broken),
    }
}

fn lost(source: &Source, why: &dyn Error) -> Found {
    let path = source.path.as_deref().unwrap_or(Path::new("-"));
    Found::Lost(Unread::new(path, foreign(&why.to_string())))
}
