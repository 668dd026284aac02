//! Which field holds the text of a record, which names it, and whether a file is one of records.

use csv::{ReaderBuilder, StringRecord};
use serde_json::{Map, Value};

use crate::records::Fields;
use crate::{Format, Metadata, encoding};

/// Names of fields that hold a notice's text, the surest first.
const TEXTS: [&str; 12] = [
    "正文",
    "全文",
    "full_text",
    "fulltext",
    "content",
    "text",
    "body",
    "内容",
    "content_text",
    "contents",
    "article",
    "html",
];

/// Names of fields that name a record, the surest first.
const IDS: [&str; 10] = ["id", "_id", "doc_id", "docid", "uuid", "编号", "索引号", "url", "link", "网址"];

/// Names of fields that hold a notice's title, the surest first.
const TITLES: [&str; 8] =
    ["标题", "title", "题名", "政策标题", "文件标题", "文件名称", "政策名称", "article_title"];

/// Names of fields that hold a notice's number, the surest first.
const NUMBERS: [&str; 6] = ["发文字号", "文号", "发文文号", "文件编号", "doc_number", "document_number"];

/// What other fields than that of the text say of the notice: its title and its number, as lines of a page's box.
pub(crate) fn said(fields: &Fields) -> Vec<Metadata> {
    let said = |key: &str, names: &[&str]| {
        let named = |name: &&str| fields.iter().find(|(field, _)| field.trim().eq_ignore_ascii_case(name));
        let values = names.iter().filter_map(named).map(|(_, value)| one_line(value));
        let value = values.into_iter().find(|value| !value.is_empty() && !is_cut(value))?;
        Some(Metadata { key: key.to_owned(), value })
    };
    let number = said("发文字号", &NUMBERS).filter(|known| known.value.contains(char::is_numeric));
    said("标题", &TITLES).into_iter().chain(number).collect()
}

/// Lists of links show long titles cut.
fn is_cut(title: &str) -> bool {
    title.ends_with("...") || title.ends_with('…')
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The place of the field with the text: the one that is asked for, else the first usual one that is not empty.
pub(crate) fn text(fields: &Fields, wanted: Option<&str>) -> Result<usize, String> {
    let named = |name: &str| fields.iter().position(|(field, _)| field.trim().eq_ignore_ascii_case(name));
    let full = |at: &usize| !fields[*at].1.trim().is_empty();
    if let Some(wanted) = wanted {
        let at = named(wanted).ok_or_else(|| format!("found no field 「{wanted}」, {}", listed(fields)))?;
        return Some(at).filter(full).ok_or_else(|| format!("the field 「{wanted}」 is empty"));
    }
    let known = TEXTS.into_iter().filter_map(named).collect::<Vec<_>>();
    match (known.iter().copied().find(full), known.first()) {
        (Some(at), _) => Ok(at),
        (None, Some(at)) => Err(format!("the field 「{}」 is empty", fields[*at].0)),
        (None, None) => {
            Err(format!("found no field with a usual name for a text, {}; name it", listed(fields)))
        }
    }
}

fn listed(fields: &Fields) -> String {
    let names = fields.iter().take(12).map(|(name, _)| name.as_str()).collect::<Vec<_>>();
    format!("only {}", names.join(", "))
}

/// The place of the field that names the record.
pub(crate) fn id(fields: &Fields, wanted: Option<&str>) -> Option<usize> {
    let named = |name: &str| {
        fields
            .iter()
            .position(|(field, value)| field.trim().eq_ignore_ascii_case(name) && !value.trim().is_empty())
    };
    wanted.map_or_else(|| IDS.into_iter().find_map(named), named)
}

/// The fields of a JSON object; what is no string as JSON.
pub(crate) fn of_object(object: Map<String, Value>) -> Fields {
    let written = |value| match value {
        Value::String(text) => text,
        Value::Null => String::new(),
        other => other.to_string(),
    };
    object.into_iter().map(|(name, value)| (name, written(value))).collect()
}

/// Which format of records a file begins as.
pub(crate) fn format(head: &[u8], text_field: Option<&str>) -> Option<Format> {
    let charset = encoding::charset(head).ok()?;
    let (text, _) = charset.encoding().decode_with_bom_removal(head);
    let start = text.trim_start();
    let object = |rest: &str| rest.trim_start().starts_with(['"', '}']);
    if let Some(rest) = start.strip_prefix('{').filter(|rest| object(rest)) {
        let whole = |line: &str| serde_json::from_str::<Map<String, Value>>(line).is_ok();
        let mut lines = start.lines().filter(|line| !line.trim().is_empty());
        let is_lines = lines.by_ref().take(3).any(whole) || !rest.trim_end().contains('\n');
        return Some(if is_lines { Format::JsonLines } else { Format::Json });
    }
    let list = start.strip_prefix('[').and_then(|rest| rest.trim_start().strip_prefix('{'));
    if list.is_some_and(object) {
        return Some(Format::Json);
    }
    delimiter(start, text_field).map(|_| Format::Csv)
}

/// What may part columns.
pub(crate) const DELIMITERS: [u8; 4] = [b',', b'\t', b';', b'|'];

/// Whether the first row may have several cells: that of most texts has not, and a reader of rows takes time to make.
fn may_part(text: &str, delimiter: u8) -> bool {
    let first = text.lines().find(|line| !line.is_empty()).unwrap_or_default();
    first.bytes().any(|byte| byte == delimiter || byte == b'"')
}

/// Whether a text is a table of records, none of whose columns has a usual name for a text: its first rows, two at least,
/// have as many cells. Tabs part the cells of a table that is pasted into a text.
pub(crate) fn is_unnamed_table(text: &str) -> bool {
    /// Fewer may be sentences.
    const COLUMNS: usize = 4;
    const ROWS: usize = 3;
    [b',', b'|'].into_iter().filter(|delimiter| may_part(text, *delimiter)).any(|delimiter| {
        let mut reader = ReaderBuilder::new();
        let reader = reader.delimiter(delimiter).flexible(true).has_headers(false);
        let mut reader = reader.from_reader(text.as_bytes());
        let rows = reader.records().take(ROWS).map_while(Result::ok).collect::<Vec<_>>();
        let cells = rows.first().map_or(0, StringRecord::len);
        let is_table = rows.len() > 1 && cells >= COLUMNS && rows.iter().all(|row| row.len() == cells);
        is_table && !rows[0].iter().any(names_units)
    })
}

/// What parts the columns of a table whose first row names a column of texts, and whose second has as many cells. A table
/// of tasks, whose first row names units, is one text.
pub(crate) fn delimiter(start: &str, text_field: Option<&str>) -> Option<u8> {
    DELIMITERS.into_iter().filter(|delimiter| may_part(start, *delimiter)).find(|delimiter| {
        let mut reader = ReaderBuilder::new()
            .delimiter(*delimiter)
            .flexible(true)
            .has_headers(false)
            .from_reader(start.as_bytes());
        let mut rows = reader.records().map_while(Result::ok);
        let (Some(names), Some(first)) = (rows.next(), rows.next()) else { return false };
        let is_text = |name: &str| {
            let name = name.trim();
            text_field
                .map_or_else(|| TEXTS.iter().any(|text| text.eq_ignore_ascii_case(name)), |text| text == name)
        };
        let cut = rows.next().is_none();
        names.len() > 1
            && names.iter().any(is_text)
            && (text_field.is_some() || !names.iter().any(names_units))
            && (first.len() == names.len() || cut && first.len() < names.len())
    })
}

/// Whether a column is one of a table of tasks.
fn names_units(name: &str) -> bool {
    ["单位", "部门", "牵头", "时限"].iter().any(|word| name.contains(word))
}
