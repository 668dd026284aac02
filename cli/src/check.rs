//! `gongwen check`: what is doubtful, each finding in a frame with its line.

mod excerpt;

use std::fmt::Write;
use std::io;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use anstyle::AnsiColor;
use gongwen::{Diagnostic, Severity};

use crate::arguments::{Reading, Voice};
use crate::check::excerpt::Excerpt;
use crate::input::Input;
use crate::output::{is_terminal, or_closed_pipe, print_styled};
use crate::run::each;
use crate::status::Status;
use crate::words::{clean, count};

/// Prints the findings that are at least as bad as `threshold`; where there are none, a terminal is told so.
pub(crate) fn check(reading: &Reading, threshold: Severity) -> io::Result<Status> {
    let (mut shown, mut hidden) = (0, 0);
    let run = each(
        reading,
        |input| Ok(((frames(input, threshold), counts(input, threshold)), verdict(input))),
        |(frames, counts)| {
            shown += counts.0;
            hidden += counts.1;
            print_styled(&frames)
        },
    )?;
    if shown == 0 && run.notices > 0 && is_terminal() && reading.voice() > Voice::Quiet {
        or_closed_pipe(print_styled(&format!("{}\n", nothing(run.notices, hidden))))?;
    }
    Ok(run.status)
}

/// How many findings are shown, and how many are not.
fn counts(input: &Input, threshold: Severity) -> (usize, usize) {
    let found = input.parsed.diagnostics();
    let shown = found.iter().filter(|finding| finding.severity >= threshold).count();
    (shown, found.len() - shown)
}

/// `no findings in 1 notice`, `no warnings in 2 notices; --notes shows 3 notes`
fn nothing(notices: usize, hidden: usize) -> String {
    let notices = count(notices, "notice");
    match hidden {
        0 => format!("no findings in {notices}"),
        _ => format!("no warnings in {notices}; --notes shows {}", count(hidden, "note")),
    }
}

fn verdict(input: &Input) -> Status {
    let bad = input.parsed.diagnostics().iter().any(|finding| finding.severity >= Severity::Warning);
    if bad || input.is_empty() { Status::Found } else { Status::Good }
}

fn frames(input: &Input, threshold: Severity) -> String {
    let shown = input.parsed.diagnostics().iter().filter(|finding| finding.severity >= threshold);
    shown.fold(String::new(), |mut frames, finding| {
        // Writing to a string does not fail.
        let _ = writeln!(frames, "{}\n", frame(&input.name, &input.text, finding));
        frames
    })
}

/// `a.txt:2:6: warning[unclosed-bracket]: …`, and below it the line, with carets under what the finding is about.
fn frame(name: &str, text: &str, finding: &Diagnostic) -> String {
    let (level, tone) = match finding.severity {
        Severity::Note => (Level::NOTE, AnsiColor::Green),
        Severity::Warning => (Level::WARNING, AnsiColor::Yellow),
        Severity::Error => (Level::ERROR, AnsiColor::Red),
    };
    let Diagnostic { position, severity, code, message, .. } = finding;
    let style = tone.on_default().bold();
    let (name, message) = (clean(name), clean(message));
    let title = format!("{name}:{position}: {style}{}[{code}]{style:#}: {message}", severity.name());
    let Excerpt { words, span } = Excerpt::new(text, finding.span);
    let line =
        Snippet::source(words).line_start(position.line).annotation(AnnotationKind::Primary.span(span));
    format!("{title}\n{}", Renderer::styled().render(&[Group::with_level(level).element(line)]))
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
    fn that_nothing_was_found_is_said_in_a_sentence_that_is_true() {
        assert_eq!(nothing(1, 0), "no findings in 1 notice");
        assert_eq!(nothing(2, 1), "no warnings in 2 notices; --notes shows 1 note");
    }

    #[test]
    fn carets_stand_under_chinese_characters() {
        let lines = [
            "a.txt:2:6: warning[unclosed-bracket]: found no 「）」",
            "  |",
            "2 | 推进改革。（省财政厅",
            "  |           ^^^^^^^^^^",
        ];
        assert_eq!(plain("通知\n推进改革。（省财政厅\n", 22, 37), lines.join("\n"));
    }

    #[test]
    fn carets_stand_under_a_window_of_a_long_line() {
        let frame = plain(&format!("{}省财政厅{}", "前".repeat(500), "后".repeat(500)), 1500, 1512);
        let lines = frame.lines().collect::<Vec<_>>();
        assert_eq!(lines[2], format!("1 | …{}省财政厅{}…", "前".repeat(20), "后".repeat(26)));
        assert_eq!(lines[3], format!("  | {:41}^^^^^^^^", ""));
    }

    #[test]
    fn a_finding_at_the_texts_end_has_a_frame() {
        assert_eq!(
            plain("省\n", 4, 4).lines().next(),
            Some("a.txt:2:1: warning[unclosed-bracket]: found no 「）」")
        );
        assert!(plain("", 0, 0).starts_with("a.txt:1:1:"));
        assert!(plain("\u{feff}省\t\u{1b}[31m", 3, 8).contains("1 | \u{feff}省 \u{fffd}[31m\n"));
    }
}
