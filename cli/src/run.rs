//! What all commands do: read each text, work on it, hand on the results in order.

use std::{fs, io};

use gongwen_readers::{Sketch, Twins, Weight};

use crate::arguments::{Reading, Voice};
use crate::hold::held;
use crate::input::{Input, Unread, read};
use crate::journal::Journal;
use crate::keep::keep;
use crate::messages::{Word, about, empty_text, foreign, nothing_written, same_notice, system};
use crate::ordered::in_order;
use crate::output::{at, complain, or_closed_pipe};
use crate::progress::Progress;
use crate::sources::{Found, Skipped, sources};
use crate::status::Status;

/// What became of a run.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Run {
    /// What the shell is told.
    pub(crate) status: Status,
    /// Texts that were read.
    pub(crate) notices: usize,
    /// Texts whose notice had been read before, as far as they were [looked for](Again).
    pub(crate) again: usize,
    /// Texts and folders that could not be read.
    pub(crate) failures: Vec<Unread>,
}

impl Run {
    /// That a text was read: without one `what` is not written, and the older one stays.
    ///
    /// # Errors
    ///
    /// - no text was read
    pub(crate) fn some_read(&self, what: Word) -> io::Result<()> {
        if self.notices > 0 {
            return Ok(());
        }
        Err(io::Error::other(nothing_written(what).to_string()))
    }
}

/// What became of one thing that a PATH leads to.
enum Outcome<R> {
    Worked(Box<Worked<R>>),
    Unread(Unread),
    Skipped(Skipped),
}

/// Whether notices that were read before are looked for, which takes longer than reading them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Again {
    /// [`Run::again`] is wanted.
    Counted,
    /// Only where an option asks to hear of them or to leave them out.
    AsAsked,
}

/// What became of a text that was read.
struct Worked<R> {
    piece: io::Result<(R, Status)>,
    name: String,
    /// What is to be said of it.
    said: Vec<String>,
    sketch: Option<Sketch>,
}

/// Reads the texts that are asked for, and gives what `work` makes of each to `take`, in their order.
///
/// A text that cannot be read costs a line on standard error and the status, and so does one that the parser or `work`
/// panics on; the others are still worked on. What is left out in a folder, and a text that is empty, costs a line alone.
/// A closed pipe behind `take` says that the reader has enough, and ends the run in silence.
///
/// # Errors
///
/// - what `take` says, a closed pipe apart
pub(crate) fn each<R: Send>(
    reading: &Reading,
    work: impl Fn(&Input) -> io::Result<(R, Status)> + Sync,
    take: impl FnMut(R) -> io::Result<()>,
) -> io::Result<Run> {
    each_told(reading, &Journal::default(), &Progress::none(), Again::AsAsked, work, take)
}

/// [`each`], with what is read kept in the journal, what is kept there not read again, and a bar that tells how far it is.
///
/// # Errors
///
/// - what `take` says, a closed pipe apart
pub(crate) fn each_told<R: Send>(
    reading: &Reading,
    journal: &Journal,
    progress: &Progress,
    again: Again,
    work: impl Fn(&Input) -> io::Result<(R, Status)> + Sync,
    mut take: impl FnMut(R) -> io::Result<()>,
) -> io::Result<Run> {
    if let Some(folder) = &reading.keep_text {
        fs::create_dir_all(folder).map_err(|error| at(folder, &error))?;
    }
    let mut run = Run { status: Status::Good, notices: 0, again: 0, failures: Vec::new() };
    let mut twins = Twins::default();
    let voice = reading.voice();
    let compared = again == Again::Counted || reading.dedupe || voice == Voice::Verbose;
    let sketched = |text: &str| if compared { Sketch::of(text) } else { None };
    let say = |words: &String| progress.aside(|| complain(words));
    let done = in_order(
        sources(&reading.paths, reading.written(), reading.options(), voice, || progress.step()),
        reading.workers(),
        |found| worked(found, reading, journal, sketched, &work),
        |outcome| match outcome {
            Outcome::Worked(worked) => {
                worked.said.iter().for_each(say);
                if let Some(first) = twins.first(&worked.name, worked.sketch) {
                    run.again += 1;
                    if voice == Voice::Verbose {
                        say(&about(&worked.name, same_notice(first)).to_string());
                    }
                    if reading.dedupe {
                        return Ok(());
                    }
                }
                let (piece, found) = worked.piece?;
                run.status = run.status.max(found);
                run.notices += 1;
                take(piece)
            }
            Outcome::Unread(unread) => {
                say(&unread.to_string());
                run.status = Status::Failed;
                run.failures.push(unread);
                Ok(())
            }
            Outcome::Skipped(skipped) => {
                if voice > Voice::Quiet {
                    say(&skipped.to_string());
                }
                Ok(())
            }
        },
    );
    or_closed_pipe(done).map(|()| run)
}

fn worked<R>(
    found: Found,
    reading: &Reading,
    journal: &Journal,
    sketched: impl Fn(&str) -> Option<Sketch>,
    work: impl Fn(&Input) -> io::Result<(R, Status)>,
) -> Outcome<R> {
    let source = match found {
        Found::Text(source) => source,
        Found::Lost(unread) => return Outcome::Unread(unread),
        Found::Skipped(skipped) => return Outcome::Skipped(skipped),
    };
    let name = source.name();
    let done = held(|| {
        let input = read(source, reading, journal)?;
        if let Some(folder) = &reading.keep_text {
            keep(folder, &input.doc, &input.text).map_err(|error| Unread::new(folder, system(&error)))?;
        }
        let (piece, said, sketch) = (work(&input), said(&input, reading.voice()), sketched(&input.text));
        Ok(Outcome::Worked(Box::new(Worked { piece, name: input.name, said, sketch })))
    });
    match done {
        Ok(read) => read.unwrap_or_else(Outcome::Unread),
        Err(said) => Outcome::Unread(Unread::fault(name, &said)),
    }
}

/// What is said of a text that was read: that it is empty, and what its reader doubts; with `-v` all that its reader did.
fn said(input: &Input, voice: Voice) -> Vec<String> {
    let least = match voice {
        Voice::Quiet => return vec![],
        Voice::Plain => Weight::Warning,
        Voice::Verbose => Weight::Note,
    };
    let empty = input.is_empty().then(|| about(&input.name, empty_text()).to_string());
    let findings = input.findings.iter().filter(|finding| finding.weight >= least);
    let findings = findings.map(|finding| about(&input.name, foreign(&finding.message)).to_string());
    empty.into_iter().chain(findings).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::env;
    use std::process::Command;

    /// Nine texts of which one makes the worker panic.
    fn run_over_a_fault() -> (Run, Vec<String>) {
        let folder = tempfile::tempdir().unwrap();
        for number in 1..=9 {
            std::fs::write(folder.path().join(format!("{number}.txt")), "通知\n").unwrap();
        }
        let mut docs = Vec::new();
        let work = |input: &Input| {
            assert_ne!(input.doc, "4.txt", "a fault\nin two lines");
            Ok((input.doc.clone(), Status::Good))
        };
        let take = |doc| {
            docs.push(doc);
            Ok(())
        };
        let run = each(&Reading::of(vec![folder.path().to_owned()]), work, take).unwrap();
        (run, docs)
    }

    #[test]
    fn a_fault_in_one_text_costs_the_status_and_no_other_text() {
        let (run, docs) = run_over_a_fault();
        assert_eq!((run.status, run.notices, run.failures.len()), (Status::Failed, 8, 1));
        let names = [1, 2, 3, 5, 6, 7, 8, 9].map(|number| format!("{number}.txt"));
        assert_eq!(docs, names);
    }

    /// The test above runs in a process of its own, whose standard error can be looked at.
    #[test]
    fn a_fault_is_one_line_without_a_backtrace() {
        let test = "run::tests::a_fault_in_one_text_costs_the_status_and_no_other_text";
        let mut command = Command::new(env::current_exe().unwrap());
        let output =
            command.args([test, "--exact", "--nocapture"]).env("RUST_BACKTRACE", "full").output().unwrap();
        let lines = String::from_utf8(output.stderr).unwrap();
        assert_eq!(lines.lines().count(), 1, "{lines}");
        assert!(lines.starts_with("gongwen: "), "{lines}");
        assert!(
            lines.contains("4.txt: this text makes gongwen fail: please report it, with the file ("),
            "{lines}"
        );
        assert!(lines.contains("run.rs:") && lines.contains("a fault"), "{lines}");
    }
}
