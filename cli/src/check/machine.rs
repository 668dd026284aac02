//! Findings for programs: a JSON array, SARIF 2.1.0 (OASIS) for code scanning, and the commands of GitHub's workflows.

use std::fmt::Write;

use gongwen::{Code, OffsetUnit, Offsets, Position, Severity, Span};
use gongwen_drafts::Rule;
use serde::Serialize;
use serde_json::{Value, json};

use crate::check::found::Found;
use crate::input::Input;
use crate::lines::Lines;

/// Who reads the findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Machine {
    /// `[{"path": "a.txt", "line": 3, …}, …]`
    Json,
    /// One run with a result a finding.
    Sarif,
    /// `::warning file=a.txt,line=3,col=8,…::found …`, a line each.
    Github,
}

impl Machine {
    /// What stands before the first finding.
    pub(super) fn opening(self) -> String {
        match self {
            Machine::Json => "[".to_owned(),
            Machine::Sarif => {
                let codes = Code::ALL.iter().map(|code| json!({ "id": code.name() }));
                let source =
                    |rule: &Rule| json!({ "id": rule.name(), "shortDescription": { "text": rule.source() } });
                let rules = codes.chain(Rule::ALL.iter().map(source)).collect::<Vec<_>>();
                let driver = json!({
                    "name": "gongwen",
                    "version": env!("CARGO_PKG_VERSION"),
                    "rules": rules,
                });
                // The results follow one by one, so that a run over many files needs no room for all.
                format!(
                    "{{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\",\"runs\":[\
                     {{\"tool\":{{\"driver\":{driver}}},\"columnKind\":\"unicodeCodePoints\",\"results\":["
                )
            }
            Machine::Github => String::new(),
        }
    }

    /// The findings of a text, in its order.
    pub(super) fn findings(self, input: &Input, found: &[Found]) -> Vec<String> {
        let (lines, characters) = (Lines::of(&input.text), Offsets::of(&*input.text, OffsetUnit::Character));
        let place = |finding| Place::of(input, finding, &lines, &characters);
        found.iter().map(|finding| self.finding(&place(finding), finding)).collect()
    }

    fn finding(self, place: &Place<'_>, finding: &Found) -> String {
        match self {
            Machine::Json => json(place, finding),
            Machine::Sarif => sarif(place, finding).to_string(),
            Machine::Github => github(place, finding),
        }
    }

    /// What parts one finding from the next.
    pub(super) fn between(self) -> &'static str {
        match self {
            Machine::Json => ",\n ",
            Machine::Sarif => ",\n",
            Machine::Github => "",
        }
    }

    /// What stands behind the last finding.
    pub(super) fn closing(self) -> &'static str {
        match self {
            Machine::Json => "]\n",
            Machine::Sarif => "]}]}\n",
            Machine::Github => "",
        }
    }
}

/// Where a finding is: lines and columns from 1, the end behind its last character.
#[derive(Debug, Serialize)]
struct Place<'a> {
    path: &'a str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    /// Columns in characters (code points), as SARIF and GitHub count; the others count what a reader sees as one.
    #[serde(skip)]
    characters: (usize, usize),
}

impl<'a> Place<'a> {
    fn of(input: &'a Input, finding: &Found, lines: &Lines, characters: &Offsets<&str>) -> Self {
        let Position { line, column: start } = finding.position;
        let inside = &input.text[finding.span.start..];
        let behind = Position::of(inside, finding.span.len());
        let end_column = if behind.line == 1 { start + behind.column - 1 } else { behind.column };
        let mark = input.text.len() - input.text.trim_start_matches('\u{feff}').len();
        let character = |byte| {
            let line = lines.span(lines.number(byte)).map_or(0, |line| line.start);
            // No column is a byte order mark's, as in positions.
            1 + characters.at(byte).saturating_sub(characters.at(line.max(mark)))
        };
        Place {
            path: &input.name,
            line,
            column: start,
            end_line: line + behind.line - 1,
            end_column,
            characters: (character(finding.span.start), character(finding.span.end)),
        }
    }
}

/// A finding as JSON has it.
#[derive(Debug, Serialize)]
struct Entry<'a> {
    #[serde(flatten)]
    place: &'a Place<'a>,
    severity: Severity,
    code: &'a str,
    message: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    expected: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    read_as: Option<&'a str>,
    /// Bytes of the text.
    span: Span,
}

fn json(place: &Place<'_>, finding: &Found) -> String {
    let entry = Entry {
        place,
        severity: finding.severity,
        code: finding.code,
        message: finding.message.english(),
        source: finding.source,
        expected: finding.expected.as_deref(),
        read_as: finding.read_as.as_deref(),
        span: finding.span,
    };
    // Strings and numbers become JSON without fail.
    serde_json::to_string(&entry).unwrap_or_default()
}

fn sarif(place: &Place<'_>, finding: &Found) -> Value {
    let (start, end) = place.characters;
    json!({
        "ruleId": finding.code,
        "level": finding.severity.name(),
        "message": { "text": finding.message.english() },
        "locations": [{
            "physicalLocation": {
                "artifactLocation": { "uri": uri(place.path) },
                "region": {
                    "startLine": place.line,
                    "startColumn": start,
                    "endLine": place.end_line,
                    "endColumn": end,
                },
            },
        }],
    })
}

/// A path as a reference of RFC 3986.
fn uri(path: &str) -> String {
    let path = if cfg!(windows) { path.replace('\\', "/") } else { path.to_owned() };
    path.bytes().fold(String::with_capacity(path.len()), |mut uri, byte| {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            // Writing to a string does not fail.
            let _ = write!(uri, "%{byte:02X}");
        }
        uri
    })
}

fn github(place: &Place<'_>, finding: &Found) -> String {
    let level = match finding.severity {
        Severity::Note => "notice",
        Severity::Warning => "warning",
        Severity::Error => "error",
    };
    let (start, end) = place.characters;
    // The end of a range over several lines is no column that GitHub shows.
    let end = if place.line == place.end_line { format!(",endColumn={end}") } else { String::new() };
    format!(
        "::{level} file={},line={},endLine={},col={start}{end},title={}::{}\n",
        property(place.path),
        place.line,
        place.end_line,
        finding.code,
        data(&finding.message.to_string()),
    )
}

/// Words behind the colons of a command.
fn data(words: &str) -> String {
    words.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// Words of a property of a command.
fn property(words: &str) -> String {
    data(words).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::found::specimen;

    #[test]
    fn paths_are_references() {
        assert_eq!(uri("in/a b#%.txt"), "in/a%20b%23%25.txt");
        assert_eq!(uri("通.txt"), "%E9%80%9A.txt");
    }

    #[test]
    fn commands_end_where_they_should() {
        assert_eq!(property("a,b:c%\n"), "a%2Cb%3Ac%25%0A");
    }

    #[test]
    fn columns_are_counted_in_characters() {
        let text = "\u{feff}通知\r\n一、👨‍👩‍👧修".to_owned();
        let input = Input { parsed: gongwen::parse(&text), text, ..crate::specimen::specimen() };
        let (lines, characters) = (Lines::of(&input.text), Offsets::of(&*input.text, OffsetUnit::Character));
        let characters = |start: usize, end: usize| {
            let finding = specimen(&input.text, start, end);
            Place::of(&input, &finding, &lines, &characters).characters
        };
        assert_eq!(characters(0, 6), (1, 2));
        assert_eq!(characters(3, input.text.len()), (1, 9));
        assert_eq!(characters(11, input.text.len()), (1, 9));
    }
}
