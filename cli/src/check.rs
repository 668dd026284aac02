//! `gongwen check`: what is doubtful, each finding in a frame with its line.

mod excerpt;

use std::fmt::Write;
use std::io;
use std::path::PathBuf;

use annotate_snippets::{AnnotationKind, Level, Origin, Renderer, Snippet};
use gongwen::{Diagnostic, Severity};

use crate::check::excerpt::Excerpt;
use crate::input::Input;
use crate::output::print_styled;
use crate::run::each;
use crate::status::Status;
use crate::words::clean;

/// Prints the findings that are at least as bad as `threshold`.
pub(crate) fn check(paths: &[PathBuf], threshold: Severity) -> io::Result<Status> {
    each(paths, |input| Ok((frames(input, threshold), verdict(input))), |frames| print_styled(&frames))
}

fn verdict(input: &Input) -> Status {
    let bad = input.parsed.diagnostics().iter().any(|finding| finding.severity >= Severity::Warning);
    if bad { Status::Found } else { Status::Good }
}

fn frames(input: &Input, threshold: Severity) -> String {
    let shown = input.parsed.diagnostics().iter().filter(|finding| finding.severity >= threshold);
    shown.fold(String::new(), |mut frames, finding| {
        // Writing to a string does not fail.
        let _ = writeln!(frames, "{}\n", frame(&input.name, &input.text, finding));
        frames
    })
}

/// A finding with its place and its line, the carets under what it is about.
fn frame(name: &str, text: &str, finding: &Diagnostic) -> String {
    let level = match finding.severity {
        Severity::Note => Level::NOTE,
        Severity::Warning => Level::WARNING,
        Severity::Error => Level::ERROR,
    };
    let name = clean(name);
    let Excerpt { words, span } = Excerpt::new(text, finding.span);
    let place = Origin::path(name.as_ref()).line(finding.position.line).char_column(finding.position.column);
    let line = Snippet::source(words)
        .line_start(finding.position.line)
        .annotation(AnnotationKind::Primary.span(span));
    let title = level.primary_title(finding.message.as_str()).id(finding.code.name());
    Renderer::styled().render(&[title.element(place).element(line)])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(text: &str, start: usize, end: usize) -> String {
        let position = gongwen::Position::of(text, start);
        let finding = serde_json::json!({
            "code": "unclosed-bracket", "severity": "warning", "message": "found no 「）」", "span": [start, end],
            "position": position,
        });
        let frame = frame("a.txt", text, &serde_json::from_value(finding).unwrap());
        anstream::adapter::strip_str(&frame).to_string()
    }

    #[test]
    fn carets_stand_under_chinese_characters() {
        let frame = plain("通知\n推进改革。（省财政厅\n", 22, 34);
        assert_eq!(
            frame,
            "warning[unclosed-bracket]: found no 「）」\n \
             --> a.txt:2:6\n  \
               |\n\
             2 | 推进改革。（省财政厅\n  \
               |             ^^^^^^^^",
        );
    }
}
