//! What a run has done, in a line.

use std::time::Duration;

use gongwen::Parsed;
use serde::Serialize;

use crate::run::Run;
use crate::words::count;

/// How many things were found in the texts: rows of tables.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub(crate) struct Counts {
    tasks: usize,
    units: usize,
    findings: usize,
}

impl Counts {
    /// Those of one text.
    pub(crate) fn of(parsed: &Parsed) -> Self {
        let tasks = || parsed.notice().tasks();
        Counts {
            tasks: tasks().count(),
            units: tasks().map(|(_, task)| task.units().count()).sum(),
            findings: parsed.diagnostics().len(),
        }
    }

    pub(crate) fn add(&mut self, other: Counts) {
        self.tasks += other.tasks;
        self.units += other.units;
        self.findings += other.findings;
    }

    /// `290 notices, 8123 tasks, 31801 units, 512 findings, 1 failure, 0.4 s`
    pub(crate) fn summary(self, run: &Run, recalled: usize, time: Duration) -> String {
        let counted = [
            (run.notices, "notice"),
            (self.tasks, "task"),
            (self.units, "unit"),
            (self.findings, "finding"),
            (run.failures.len(), "failure"),
        ];
        let words = counted.map(|(number, thing)| count(number, thing)).join(", ");
        let again = match run.again {
            0 => String::new(),
            again => {
                format!("; {} read before (-v names each, --dedupe leaves them out)", count(again, "notice"))
            }
        };
        let recalled = match recalled {
            0 => String::new(),
            _ => format!("; {} from the run that was broken off", count(recalled, "file")),
        };
        format!("{words}{again}{recalled}, {:.1} s", time.as_secs_f64())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::Unread;
    use crate::specimen::specimen;
    use crate::status::Status;
    use std::path::Path;

    #[test]
    fn the_summary_counts_what_was_read_and_found() {
        let mut counts = Counts::of(&specimen().parsed);
        assert_eq!(counts, Counts { tasks: 2, units: 4, findings: 1 });
        counts.add(counts);
        let run = Run {
            status: Status::Failed,
            notices: 2,
            again: 0,
            failures: vec![Unread::new(Path::new("b.txt"), "gone".to_owned())],
        };
        assert_eq!(
            counts.summary(&run, 0, Duration::from_millis(1250)),
            "2 notices, 4 tasks, 8 units, 2 findings, 1 failure, 1.2 s"
        );
    }
}
