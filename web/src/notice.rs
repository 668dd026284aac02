//! A notice as plain objects of JavaScript.

use gongwen::{OffsetUnit, Offsets, Parsed, Parser, Places};
use gongwen_readers::{Charset, Finding, Options, Read, Weight};
use serde::Serialize;
use wasm_bindgen::prelude::*;

/// Reads a notice. Never fails on a text: what was repaired or is doubtful stands in `diagnostics`.
///
/// Places are `[start, end]` of the text's own units: `text.slice(start, end)`, through `mend`, is the value. A lone surrogate is
/// read as U+FFFD.
#[wasm_bindgen(unchecked_return_type = "Parsed")]
pub fn parse(text: &str) -> Result<JsValue, JsValue> {
    object(&in_utf_16(text, gongwen::parse(text)))
}

/// A slice of the text as values spell it: without what a broken line or a blank inside a word adds.
#[wasm_bindgen]
pub fn mend(slice: &str) -> String {
    gongwen::mend(slice).into_owned()
}

/// Reads the file of a notice: text in any encoding, web page, .docx, .xlsx, .ofd. What a file is, is told by its content. The
/// encoding is told by content, too, unless it is given, as `gb18030`.
///
/// Throws an `Error` for a file that cannot be read (a scan, a damaged or encrypted file, a file of records, a format that this
/// package lacks, such as PDF): `message` says why and what helps, and the property `chinese` says the same in Chinese.
#[wasm_bindgen(js_name = readFile, unchecked_return_type = "NoticeFile")]
pub fn read_file(bytes: &[u8], encoding: Option<String>) -> Result<JsValue, JsValue> {
    let read = read(bytes, encoding.as_deref()).map_err(|unread| refused(&unread))?;
    let parsed = in_utf_16(&read.text, parser(&read).parse(&read.text));
    let about = About::of(&read);
    object(&NoticeFile { text: &read.text, about, parsed: &parsed })
}

/// A file as one text, and the notice in it.
#[derive(Debug, Serialize)]
struct NoticeFile<'f> {
    text: &'f str,
    #[serde(flatten)]
    about: About,
    parsed: &'f Parsed,
}

/// What is told of a file beside its text.
#[derive(Debug, Serialize)]
pub(crate) struct About {
    format: &'static str,
    encoding: Option<&'static str>,
    /// How many tables it has.
    tables: usize,
    metadata: Vec<(String, String)>,
    findings: Vec<FileFinding>,
}

/// What a reader left out, mended or doubts.
#[derive(Debug, Serialize)]
struct FileFinding {
    severity: &'static str,
    code: String,
    message: String,
    chinese: String,
}

impl About {
    pub(crate) fn of(read: &Read) -> Self {
        let metadata = read.metadata.iter().map(|said| (said.key.clone(), said.value.clone()));
        About {
            format: read.format.name(),
            encoding: read.charset.map(Charset::name),
            tables: read.grids.len(),
            metadata: metadata.collect(),
            findings: read.findings.iter().map(FileFinding::of).collect(),
        }
    }
}

impl FileFinding {
    fn of(finding: &Finding) -> Self {
        let said = gongwen_page::foreign(&finding.message);
        let severity = match finding.weight {
            Weight::Note => "note",
            Weight::Warning => "warning",
        };
        let code = finding.code.clone().into_owned();
        FileFinding { severity, code, message: said.english, chinese: said.chinese }
    }
}

/// The file as text, or why it cannot be read.
pub(crate) fn read(bytes: &[u8], encoding: Option<&str>) -> Result<Read, String> {
    let charset = encoding.map(str::parse::<Charset>).transpose().map_err(|error| error.to_string())?;
    let options = Options { charset, ..Options::default() };
    gongwen_readers::read(bytes, &options).map_err(|unread| unread.to_string())
}

/// What knows the tables of the file.
pub(crate) fn parser(read: &Read) -> Parser {
    Parser::new().tables(read.grids.iter().map(gongwen::Grid::from).collect())
}

fn in_utf_16(text: &str, mut parsed: Parsed) -> Parsed {
    let offsets = Offsets::of(text, OffsetUnit::Utf16);
    parsed.each_place(&mut |span| *span = offsets.span(*span));
    parsed
}

fn object(value: &impl Serialize) -> Result<JsValue, JsValue> {
    let json = serde_json::to_string(value).map_err(|error| JsValue::from(JsError::from(error)))?;
    js_sys::JSON::parse(&json)
}

/// An error in both languages.
fn refused(unread: &str) -> JsValue {
    let said = gongwen_page::foreign(unread);
    let error = js_sys::Error::new(&said.english);
    // an object that was made here takes any property
    let _ = js_sys::Reflect::set(&error, &"chinese".into(), &said.chinese.into());
    error.into()
}
