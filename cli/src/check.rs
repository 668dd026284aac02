//! `gongwen check`: what is doubtful, each finding in a frame with its line.

mod excerpt;
mod found;
mod machine;

use std::fmt::Write;
use std::io;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use anstyle::AnsiColor;
use gongwen::{Position, Severity};
use gongwen_drafts::Rule;

use crate::arguments::{Reading, Voice};
use crate::check::excerpt::Excerpt;
pub(crate) use crate::check::found::{Found, found};
pub(crate) use crate::check::machine::Machine;
use crate::input::Input;
use crate::messages::{self, Thing, about, count, listed, no_findings, no_warnings, unframed_others};
use crate::output::{is_terminal, or_closed_pipe, print_json, print_styled};
use crate::run::each;
use crate::status::Status;
use crate::words::clean;

/// How many findings of one kind are framed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Frames {
    /// The first three of a text; the others are counted, with their places.
    First,
    /// All.
    All,
}

impl Frames {
    fn most(self) -> usize {
        match self {
            Frames::First => 3,
            Frames::All => usize::MAX,
        }
    }
}

/// What is looked for.
#[derive(Debug, Clone)]
pub(crate) struct Wanted {
    /// Findings that are less bad are not shown.
    pub(crate) threshold: Severity,
    /// Of drafts the rules that are not held to them; `None` where the texts are no drafts.
    pub(crate) silenced: Option<Vec<Rule>>,
}

impl Wanted {
    /// What is shown of a text, how much is not, and what the shell is told.
    fn of(&self, input: &Input) -> (Vec<Found>, usize, Status) {
        let mut found = found(&input.text, &input.parsed, self.silenced.as_deref());
        let all = found.len();
        let bad = found.iter().any(|found| found.severity >= Severity::Warning);
        found.retain(|found| found.severity >= self.threshold);
        let hidden = all - found.len();
        (found, hidden, if bad || input.is_empty() { Status::No } else { Status::Good })
    }
}

/// Prints the findings; where there are none, a terminal is told so.
pub(crate) fn check(reading: &Reading, wanted: &Wanted, framed: Frames) -> io::Result<Status> {
    let (mut shown, mut hidden) = (0, 0);
    let run = each(
        reading,
        |input| {
            let (found, unshown, status) = wanted.of(input);
            Ok(((frames(input, &found, framed), found.len(), unshown), status))
        },
        |(frames, found, unshown)| {
            shown += found;
            hidden += unshown;
            print_styled(&frames)
        },
    )?;
    if shown == 0 && run.notices > 0 && is_terminal() && reading.voice() > Voice::Quiet {
        or_closed_pipe(print_styled(&format!("{}\n", nothing(run.notices, hidden))))?;
    }
    Ok(run.status)
}

/// Prints the findings for a program.
pub(crate) fn check_for(machine: Machine, reading: &Reading, wanted: &Wanted) -> io::Result<Status> {
    let opening = machine.opening();
    // what parts a finding from the one before it, once there is one
    let mut between = None;
    let run = each(
        reading,
        |input| {
            let (found, _, status) = wanted.of(input);
            Ok((machine.findings(input, &found), status))
        },
        |findings| {
            findings.iter().try_for_each(|finding| {
                let before = between.replace(machine.between()).unwrap_or(&opening);
                print_json(&format!("{before}{finding}"))
            })
        },
    )?;
    let opening = between.map_or(&*opening, |_| "");
    or_closed_pipe(print_json(&format!("{opening}{}", machine.closing())))?;
    Ok(run.status)
}

/// `no findings in 1 notice`, `no warnings in 2 notices; --notes shows 3 notes`
fn nothing(notices: usize, hidden: usize) -> String {
    let notices = count(notices, Thing::Notice);
    let said = match hidden {
        0 => no_findings(notices),
        _ => no_warnings(notices, count(hidden, Thing::Note)),
    };
    said.to_string()
}

/// The findings in frames, in the order of the text, and behind them what is not framed.
fn frames(input: &Input, found: &[Found], framed: Frames) -> String {
    let mut frames = String::new();
    let mut kinds = Vec::<(Severity, &str, Vec<Position>)>::new();
    for finding in found {
        let kind = |(severity, code, _): &(_, _, _)| (*severity, *code) == (finding.severity, finding.code);
        let at = kinds.iter().position(kind).unwrap_or_else(|| {
            kinds.push((finding.severity, finding.code, vec![]));
            kinds.len() - 1
        });
        if kinds[at].2.len() < framed.most() {
            // Writing to a string does not fail.
            let _ = writeln!(frames, "{}\n", frame(&input.name, &input.text, finding));
        }
        kinds[at].2.push(finding.position);
    }
    for (severity, code, places) in kinds {
        if let Some(others) = places.get(framed.most()..).filter(|others| !others.is_empty()) {
            let _ = writeln!(frames, "{}\n", unframed(&input.name, severity, code, others));
        }
    }
    frames
}

/// `a.txt: 7 more of warning[repeated-number], at 12:1, 14:1, … (--all frames each)`
fn unframed(name: &str, severity: Severity, code: &str, places: &[Position]) -> String {
    /// More places than this are counted only.
    const NAMED: usize = 12;
    let style = tone(severity).on_default().bold();
    let mut named = places.iter().take(NAMED).map(ToString::to_string).collect::<Vec<_>>();
    if places.len() > NAMED {
        named.push("…".to_owned());
    }
    let kind = format!("{style}{}[{code}]{style:#}", named_severity(severity));
    about(clean(name), unframed_others(places.len(), kind, listed(&named))).to_string()
}

fn named_severity(severity: Severity) -> &'static str {
    messages::name(severity.name())
}

fn tone(severity: Severity) -> AnsiColor {
    match severity {
        Severity::Note => AnsiColor::Green,
        Severity::Warning => AnsiColor::Yellow,
        Severity::Error => AnsiColor::Red,
    }
}

/// `a.txt:2:6: warning[unclosed-bracket]: …`, and below it the line, with carets under what the finding is about.
fn frame(name: &str, text: &str, finding: &Found) -> String {
    let level = match finding.severity {
        Severity::Note => Level::NOTE,
        Severity::Warning => Level::WARNING,
        Severity::Error => Level::ERROR,
    };
    let Found { position, severity, code, source, .. } = finding;
    let style = tone(*severity).on_default().bold();
    let source = source.map_or(String::new(), |source| format!(" ({source})"));
    let message = format!("{}{source}", finding.message);
    let (name, message) = (clean(name), clean(&message));
    let title =
        format!("{name}:{position}: {style}{}[{code}]{style:#}: {message}", named_severity(*severity));
    let Excerpt { words, span } = Excerpt::new(text, finding.span);
    let line =
        Snippet::source(words).line_start(position.line).annotation(AnnotationKind::Primary.span(span));
    format!("{title}\n{}", Renderer::styled().render(&[Group::with_level(level).element(line)]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::found::specimen;

    fn plain(text: &str, start: usize, end: usize) -> String {
        let frame = frame("a.txt", text, &specimen(text, start, end));
        anstream::adapter::strip_str(&frame).to_string()
    }

    #[test]
    fn that_nothing_was_found_is_said_in_a_sentence_that_is_true() {
        assert_eq!(nothing(1, 0), "no findings in 1 notice");
        assert_eq!(nothing(2, 1), "no warnings in 2 notices; --notes shows 1 note");
    }

    #[test]
    fn findings_of_one_kind_are_framed_three_times() {
        let text = (0..16)
            .fold("关于护林的通知\n一、巡山。\n".to_owned(), |text, _| text + "一、巡山。\n");
        let input = Input { parsed: gongwen::parse(&text), text, ..crate::specimen::specimen() };
        let plain = |framed| {
            let wanted = Wanted { threshold: Severity::Warning, silenced: None };
            let frames = frames(&input, &wanted.of(&input).0, framed);
            anstream::adapter::strip_str(&frames).to_string()
        };
        let first = plain(Frames::First);
        assert_eq!(first.matches(": warning[repeated-number]: ").count(), 3);
        let places = (6..18).map(|line| format!("{line}:1")).collect::<Vec<_>>().join(", ");
        let last = format!(
            "\nnotes/a.txt: 13 more of warning[repeated-number], at {places}, … (--all frames each)\n\n"
        );
        assert!(first.ends_with(&last), "{first}");
        let all = plain(Frames::All);
        assert_eq!(all.matches(": warning[repeated-number]: ").count(), 16);
        assert!(!all.contains("more of"), "{all}");
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
