//! The promises of the crate, stated once: tests, fuzz targets and the corpus run hold every text they have to them.
//!
//! [`broken`] reads a text and tells which laws its result breaks. What the laws are stands at the functions that check
//! them; what a text may be does not matter, they hold for any.

mod model;
pub(crate) mod printed;
pub(crate) mod variants;

use std::fmt;

use gongwen::{Code, Date, Diagnostic, Element, ElementKind, Notice, Parsed, Position, Span, mend, parse};
use serde_json::Value;

use variants::{LINE_ENDS, with_invisible, with_line_ends, with_line_feeds};

/// A broken law: which one, and what was found instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Broken {
    /// The law, as a sentence.
    pub(crate) law: &'static str,
    /// Where and what.
    pub(crate) found: String,
}

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.law, self.found)
    }
}

/// Panics with all that `text` breaks, if it breaks anything.
#[allow(dead_code, reason = "for the fuzz targets")]
#[track_caller]
pub(crate) fn hold(text: &str) {
    let broken = broken(text);
    assert!(broken.is_empty(), "{}", broken.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"));
}

/// The laws that the result of parsing `text` breaks.
pub(crate) fn broken(text: &str) -> Vec<Broken> {
    let parsed = parse(text);
    let mut bench = Bench { text, broken: Vec::new(), tables: Vec::new() };
    bench.places(parsed.notice());
    if bench.broken.is_empty() {
        // With a span outside the text, slicing would only panic.
        bench.elements(parsed.notice());
        bench.model(parsed.notice());
        bench.findings(&parsed);
    }
    bench.mending();
    bench.json(&parsed);
    bench.repetition(&parsed);
    bench.values(parsed.notice());
    bench.line_ends(&parsed);
    bench.invisible(&parsed);
    bench.byte_order_mark(&parsed);
    bench.broken
}

/// Characters that may stand between elements: white space, zero-width space, byte order mark, what shows nothing.
pub(crate) fn is_blank(c: char) -> bool {
    // a mark of a converter is none: it says nothing at an end alone
    c.is_whitespace() || matches!(c, '\u{200b}' | '\u{feff}') || mend(&format!("甲{c}乙")) == "甲乙"
}

/// Where a result is laid down and measured.
struct Bench<'t> {
    text: &'t str,
    broken: Vec<Broken>,
    /// The places of the notice's tables.
    tables: Vec<Span>,
}

impl Bench<'_> {
    fn hold(&mut self, law: &'static str, holds: bool, found: impl FnOnce() -> String) {
        // A few samples of one fault tell as much as thousands.
        if !holds && self.broken.iter().filter(|broken| broken.law == law).count() < 3 {
            self.broken.push(Broken { law, found: found() });
        }
    }

    fn slice(&self, span: Span) -> &str {
        &self.text[span.range()]
    }

    /// Every span lies in the text, on character boundaries, its start not behind its end.
    fn places(&mut self, notice: &Notice) {
        let text = self.text;
        for span in spans(&json(notice)) {
            let inside = span.start <= span.end && text.get(span.range()).is_some();
            self.hold("a span lies in the text, on character boundaries", inside, || {
                format!("{span:?} in {} bytes", text.len())
            });
        }
    }

    /// Nothing vanishes: each character that is not blank lies in exactly one element.
    fn elements(&mut self, notice: &Notice) {
        let text = self.text;
        let elements = notice.elements();
        let mut end = 0;
        for element in &elements {
            let name = element.kind.name();
            let Span { start, end: next } = element.span;
            self.hold("an element holds text", !element.span.is_empty(), || format!("{name} at {start}"));
            self.hold("elements do not overlap", end <= start, || {
                format!("{name} at {start}..{next}, the one before ends at {end}")
            });
            let gap = text.get(end..start).unwrap_or_default();
            self.hold("nothing vanishes", gap.chars().all(is_blank), || {
                format!("「{gap}」 at {end}, before {name}")
            });
            end = end.max(next);
        }
        let tail = &text[end..];
        self.hold("nothing vanishes", tail.chars().all(is_blank), || format!("「{tail}」 at {end}, the end"));
        // the page's markup stands anywhere; its other furniture and a number may stand between a label and what it labels
        // and the bracket of a link is no mark without its other half
        let is_bracket =
            |element: &Element| element.kind == ElementKind::Furniture && self.slice(element.span) == "[";
        let is_markup = |element: &Element| mend(self.slice(element.span)).is_empty() || is_bracket(element);
        let elements: Vec<Element> = elements.into_iter().filter(|element| !is_markup(element)).collect();
        for (at, element) in elements.iter().enumerate().filter(|(_, e)| e.kind == ElementKind::Mark) {
            let label = self.slice(element.span).contains(char::is_alphanumeric);
            let beside = |element: &&Element| {
                !label || !matches!(element.kind, ElementKind::Furniture | ElementKind::Mark)
            };
            let before = elements[..at].iter().rev().find(beside);
            let behind = elements[at + 1..].iter().find(beside);
            let values = before.into_iter().chain(behind).any(|element| {
                !matches!(element.kind, ElementKind::Mark | ElementKind::Furniture | ElementKind::Unparsed)
            });
            let slice = self.slice(element.span).to_owned();
            // the longest names who seals for whom: `（云溪县深化某某改革工作领导小组办公室代章）`
            let short = slice.chars().filter(|&c| !is_blank(c)).count() <= 40;
            self.hold("a mark is short and stands beside a value", values && short, || {
                format!("「{slice}」")
            });
        }
    }

    /// Findings stand in the order of the text, at their positions; severity follows from the code; the message is one line.
    fn findings(&mut self, parsed: &Parsed) {
        let text = self.text;
        let diagnostics = parsed.diagnostics();
        let place = |diagnostic: &Diagnostic| (diagnostic.span.start, diagnostic.span.end);
        self.hold("findings are in the order of the text", diagnostics.is_sorted_by_key(place), String::new);
        for (at, diagnostic) in diagnostics.iter().enumerate() {
            let Diagnostic { code, severity, message, span, position, .. } = diagnostic;
            let inside = span.start <= span.end && text.get(span.range()).is_some();
            self.hold("a finding lies in the text", inside, || format!("{code} at {span:?}"));
            self.hold("severity follows from the code", *severity == code.severity(), || {
                format!("{diagnostic:?}")
            });
            let line =
                !message.is_empty() && !message.contains(['\n', '\r']) && !message.ends_with(['.', '。']);
            self.hold("a message is one line without a full stop", line, || format!("{code}: {message:?}"));
            // Counting from the start for each of many findings would take the square of the text.
            if at < 16 && inside {
                let expected = Position::of(text, span.start);
                self.hold("a finding knows its line and column", *position == expected, || {
                    format!("{code} at {position}, expected {expected}")
                });
            }
        }
        let reported: Vec<Span> =
            diagnostics.iter().filter(|d| d.code == Code::UnparsedText).map(|d| d.span).collect();
        let unparsed = &parsed.notice().unparsed;
        self.hold("each unparsed stretch is a finding", reported == *unparsed, || {
            format!("unparsed {unparsed:?}, reported {reported:?}")
        });
    }

    /// Mending forgets line ends and what shows nothing, and what is mended stays as it is.
    fn mending(&mut self) {
        let mended = mend(self.text);
        let lines = with_line_feeds(self.text);
        for other in [with_line_ends(&lines, &LINE_ENDS), with_invisible(self.text, 3), lines] {
            let again = mend(&other);
            self.hold("mending forgets line ends and what shows nothing", mended == again, || {
                format!("「{mended}」, otherwise 「{again}」")
            });
        }
        self.hold("what is mended stays as it is", mend(&mended) == mended, || {
            format!("「{}」", mend(&mended))
        });
    }

    /// A value holds no line end, and no blank at its ends.
    fn values(&mut self, notice: &Notice) {
        for value in strings(&json(notice)) {
            let plain = value.trim_matches(is_blank) == value
                && with_line_feeds(&value) == value
                && !value.contains('\n');
            self.hold("a value holds no line end and no blank at its ends", plain, || format!("{value:?}"));
        }
    }

    /// JSON there and back gives an equal result.
    fn json(&mut self, parsed: &Parsed) {
        let there = serde_json::to_string(parsed);
        let back = there
            .as_deref()
            .map_err(ToString::to_string)
            .and_then(|json| serde_json::from_str::<Parsed>(json).map_err(|error| error.to_string()));
        self.hold("JSON there and back is equal", back.as_ref() == Ok(parsed), || match back {
            Ok(_) => "another result came back".to_owned(),
            Err(error) => error,
        });
    }

    /// The same text gives the same result.
    fn repetition(&mut self, parsed: &Parsed) {
        let again = parse(self.text);
        self.hold("the same text twice gives the same result", again == *parsed, String::new);
    }

    /// Line ends of every kind move offsets and nothing else.
    fn line_ends(&mut self, parsed: &Parsed) {
        let text = with_line_feeds(self.text);
        let expected = if text == self.text { json(parsed) } else { json(&parse(&text)) };
        let given = self.text;
        let crlf = text.replace('\n', "\r\n");
        let mixed = with_line_ends(&text, &LINE_ENDS);
        for (law, text, parsed) in [
            ("CRLF changes offsets only", crlf.as_str(), &parse(&crlf)),
            ("line ends change offsets only", mixed.as_str(), &parse(&mixed)),
            ("line ends change offsets only", given, parsed),
        ] {
            let home = homes(text);
            self.same(law, &expected, &moved(json(parsed), &|at| home.get(at).copied()));
        }
    }

    /// Characters that show nothing move offsets, change their own finding, and nothing else.
    fn invisible(&mut self, parsed: &Parsed) {
        let shown = |parsed: &Parsed, home: &dyn Fn(usize) -> Option<usize>| {
            let findings = parsed.diagnostics().iter().filter(|found| found.code != Code::InvisibleCharacter);
            let findings: Vec<_> = findings.map(|found| (found.code, found.span, &found.message)).collect();
            moved(json(&(parsed.notice(), findings)), &|at| home(at))
        };
        let (here, sown) = (visible(self.text), with_invisible(self.text, 3));
        let there = visible(&sown);
        let expected = shown(parsed, &|at| here.get(at).copied());
        let found = shown(&parse(&sown), &|at| there.get(at).copied());
        self.same("what shows nothing changes offsets only", &expected, &found);
    }

    /// A byte order mark moves offsets and nothing else.
    fn byte_order_mark(&mut self, parsed: &Parsed) {
        let marked = format!("\u{feff}{}", self.text);
        let back = moved(json(&parse(&marked)), &|at| Some(at.saturating_sub('\u{feff}'.len_utf8())));
        self.same("a byte order mark changes offsets only", &json(parsed), &back);
    }

    fn same(&mut self, law: &'static str, expected: &Value, found: &Value) {
        self.hold(law, expected == found, || first_difference("", expected, found).unwrap_or_default());
    }

    /// The words at `span` are `value`.
    fn says(&mut self, what: &'static str, span: Span, value: &str) {
        let mended = mend(self.slice(span)).into_owned();
        self.hold("the mended slice is the value", mended == value, || {
            format!("{what} 「{value}」, slice 「{mended}」")
        });
    }

    fn inside(&mut self, what: &'static str, outer: Span, inner: Span) {
        self.hold("children lie in their parent", outer.contains(inner), || {
            format!("{what} {inner:?} in {outer:?}")
        });
    }

    fn in_order(&mut self, what: &'static str, spans: impl Iterator<Item = Span>) {
        let mut end = 0;
        for span in spans {
            self.hold("siblings stand in order", end <= span.start, || {
                format!("{what} {span:?} after {end}")
            });
            end = span.end;
        }
    }

    /// A printed date reads back as itself.
    fn date(&mut self, date: Date) {
        let back = Date::try_from(date.to_string());
        self.hold("a printed date reads back", back == Ok(date), || format!("{date}"));
    }
}

pub(crate) fn json(value: &impl serde::Serialize) -> Value {
    serde_json::to_value(value).unwrap_or_default()
}

/// The only pairs of numbers in the JSON of a result are spans.
fn pair(value: &Value) -> Option<Span> {
    let [start, end] = value.as_array()?.as_slice() else { return None };
    let offset = |value: &Value| usize::try_from(value.as_u64()?).ok();
    Some(Span::new(offset(start)?, offset(end)?))
}

fn spans(value: &Value) -> Vec<Span> {
    match value {
        Value::Array(_) if pair(value).is_some() => pair(value).into_iter().collect(),
        Value::Array(items) => items.iter().flat_map(spans).collect(),
        Value::Object(fields) => fields.values().flat_map(spans).collect(),
        _ => Vec::new(),
    }
}

/// The JSON of a result with its offsets put elsewhere; offsets that have no home become `null`.
pub(crate) fn moved(value: Value, home: &impl Fn(usize) -> Option<usize>) -> Value {
    if let Some(span) = pair(&value) {
        return serde_json::json!([home(span.start), home(span.end)]);
    }
    match value {
        Value::Array(items) => items.into_iter().map(|item| moved(item, home)).collect(),
        Value::Object(fields) => fields.into_iter().map(|(key, value)| (key, moved(value, home))).collect(),
        other => other,
    }
}

fn strings(value: &Value) -> Vec<String> {
    match value {
        Value::String(text) => vec![text.clone()],
        Value::Array(items) => items.iter().flat_map(strings).collect(),
        Value::Object(fields) => fields.values().flat_map(strings).collect(),
        _ => Vec::new(),
    }
}

/// For each offset its offset in the same text with `\n` for whatever ends a line.
fn homes(text: &str) -> Vec<usize> {
    let crlf = |at: usize| text[at..].starts_with("\r\n");
    let len = |at: usize, c: char| match c {
        '\r' if crlf(at) => 0,
        '\u{85}' | '\u{2028}' | '\u{2029}' => 1,
        c => c.len_utf8(),
    };
    offsets(text, len)
}

/// For each offset its offset in the same text without what shows nothing.
fn visible(text: &str) -> Vec<usize> {
    let shows = |c: char| c.is_whitespace() || c == '\u{200b}' || c == '\u{feff}' || !is_blank(c);
    offsets(text, |_, c| if shows(c) { c.len_utf8() } else { 0 })
}

/// For each offset its offset where characters have other lengths.
fn offsets(text: &str, len: impl Fn(usize, char) -> usize) -> Vec<usize> {
    let mut offsets = Vec::with_capacity(text.len() + 1);
    let mut offset = 0;
    for (at, c) in text.char_indices() {
        let len = len(at, c);
        offsets.extend((0..c.len_utf8()).map(|inner| offset + inner.min(len)));
        offset += len;
    }
    offsets.push(offset);
    offsets
}

/// The first place where two results differ, if they do.
#[allow(dead_code, reason = "for the tests")]
pub(crate) fn difference(expected: &impl serde::Serialize, found: &impl serde::Serialize) -> Option<String> {
    first_difference("", &json(expected), &json(found))
}

fn first_difference(path: &str, expected: &Value, found: &Value) -> Option<String> {
    if expected == found {
        return None;
    }
    match (expected, found) {
        (Value::Object(a), Value::Object(b)) if a.keys().eq(b.keys()) => {
            a.iter().find_map(|(key, value)| first_difference(&format!("{path}.{key}"), value, &b[key]))
        }
        (Value::Array(a), Value::Array(b)) if a.len() == b.len() => a
            .iter()
            .zip(b)
            .enumerate()
            .find_map(|(at, (a, b))| first_difference(&format!("{path}[{at}]"), a, b)),
        _ => Some(format!("{path}: expected {expected}, found {found}").chars().take(400).collect()),
    }
}
