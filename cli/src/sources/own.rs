//! What this program wrote in an earlier run, told by its content, under whatever name and in whatever folder.

use std::ffi::OsStr;
use std::fs::File;
use std::io::Read;
use std::path::Path;

use gongwen_readers::sheet_names;
use gongwen_tables::{Layout, Table};
use serde::de::IgnoredAny;

use crate::tables::{codebook_begins, record};

/// The first columns of CSV, or keys of JSON, of what is no table: results of `json`, findings of `check`, differences of
/// `compare`, hits of `search`, edges and nodes of `network`.
const HEADS: [&[&str]; 7] = [
    &["doc", "notice"],
    &["path", "line", "column"],
    &["doc", "change", "kind"],
    &["counts", "differences"],
    &["doc", "path", "file", "line"],
    &["source", "target", "type", "weight"],
    &["id", "label", "mode", "kind"],
];

/// Columns that tell a table from others' files.
const TOLD: usize = 3;

/// What a page of `review` says of itself.
const PAGE: &str = "<meta name=\"generator\" content=\"gongwen\">";

/// How the first line of a matrix begins, that of one without columns, and how its name ends.
const MATRIX: ([&str; 2], &str) = ([",", "\"\""], ".matrix.csv");

/// What `json` and `check` print where there is nothing.
const NOTHING: &str = "[]";

/// Whether a file of a folder is what this program wrote. Texts, Word and PDF files it does not write are not opened for it.
pub(super) fn is_own(path: &Path) -> bool {
    let ending = path.extension().and_then(OsStr::to_str).unwrap_or_default().to_ascii_lowercase();
    match &*ending {
        "xlsx" => is_own_workbook(path),
        "csv" | "json" | "jsonl" | "ndjson" | "html" | "htm" | "md" => {
            let head = head(path);
            let head = head.trim_start_matches('\u{feff}');
            if head.is_empty() {
                // a table without rows, in JSON Lines
                return path.with_file_name(record::NAME).is_file()
                    && is_own(&path.with_file_name(record::NAME));
            }
            let is_matrix = || path.to_string_lossy().ends_with(MATRIX.1);
            is_own_head(head) || MATRIX.0.iter().any(|start| head.starts_with(start)) && is_matrix()
        }
        _ => false,
    }
}

/// The first bytes of a file, as far as they are text.
fn head(path: &Path) -> String {
    /// A name of a notice and some keys; a page says so at its start.
    const BYTES: u64 = 8 << 10;
    let mut head = vec![];
    let read = File::open(path).and_then(|file| file.take(BYTES).read_to_end(&mut head));
    read.map(|_| String::from_utf8_lossy(&head).into_owned()).unwrap_or_default()
}

fn is_own_head(head: &str) -> bool {
    let object = head.trim_start_matches(['[', ' ', '\n', '\r']);
    let names = match object.strip_prefix('{') {
        Some(object) => keys(object),
        None => head.lines().next().unwrap_or_default().split(',').map(str::to_owned).collect(),
    };
    let begins =
        |own: &[&str]| names.len() >= own.len() && names.iter().zip(own).all(|(name, own)| name == own);
    let layout = Layout::resolved();
    let is_table = |(_, columns): (Table, &[gongwen_tables::Column])| {
        let own: Vec<&str> = columns.iter().take(TOLD).map(|column| &*column.name).collect();
        begins(&own)
    };
    HEADS.iter().any(|own| begins(own))
        || layout.tables().any(is_table)
        || head.trim_end() == NOTHING
        || head.contains(PAGE)
        || record::begins(head)
        || codebook_begins(head)
}

/// The first keys of a JSON object, from behind its bracket, that stand whole in `rest`; some more than are asked for.
fn keys(mut rest: &str) -> Vec<String> {
    let mut keys = vec![];
    while keys.len() <= TOLD + 1 {
        let mut read = serde_json::Deserializer::from_str(rest).into_iter::<String>();
        let Some(Ok(key)) = read.next() else { break };
        keys.push(key);
        let Some(value) = rest[read.byte_offset()..].trim_start().strip_prefix(':') else { break };
        let mut read = serde_json::Deserializer::from_str(value).into_iter::<IgnoredAny>();
        let Some(Ok(_)) = read.next() else { break };
        let Some(next) = value[read.byte_offset()..].trim_start().strip_prefix(',') else { break };
        rest = next;
    }
    keys
}

/// Whether a workbook has the sheets of one that `tables` or `coding` made.
fn is_own_workbook(path: &Path) -> bool {
    let sheets = File::open(path).map(sheet_names).unwrap_or_default();
    let has = |name: &str| sheets.iter().any(|sheet| sheet == name);
    has("units") && has("categories") || Table::ALL.iter().filter(|table| has(table.name())).count() >= TOLD
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn own_files_are_told_from_those_of_others() {
        for (head, own) in [
            ("doc,task,section,part\na.txt,1,1,1\n", true),
            ("\u{feff}source,target,type,weight,documents\r\n", true),
            ("id,label,mode,kind,level\n", true),
            ("{\"doc\":\"a.txt\",\"task\":1,\"section\":1}", true),
            ("[\n  {\n    \"doc\": \"a.txt\",\n    \"notice\": {\n", true),
            ("[{\"path\":\"a.txt\",\"line\":1,\"column\":2}]", true),
            ("<!doctype html>\n<meta name=\"generator\" content=\"gongwen\">", true),
            ("", false),
            ("关于护林的通知\n", false),
            ("doc,text\n1,关于护林的通知\n", false),
            ("id,title,content\n", false),
            ("{\"doc\":\"a.txt\",\"text\":\"关于护林的通知\"}", false),
            ("{\"doc\":", false),
            ("[]\n", true),
            (",甲,乙\n", false),
        ] {
            assert_eq!(is_own_head(head.trim_start_matches('\u{feff}')), own, "{head}");
        }
    }
}
