//! What a run has done, in a line.

use std::time::Duration;

use gongwen::Parsed;
use serde::Serialize;

use crate::messages::{SEMICOLON, Thing, count, from_broken_run, listed, read_before, summary};
use crate::run::Run;

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
            (run.notices, Thing::Notice),
            (self.tasks, Thing::Task),
            (self.units, Thing::Unit),
            (self.findings, Thing::Finding),
            (run.failures.len(), Thing::Failure),
        ];
        let mut parts = vec![listed(&counted.map(|(number, thing)| count(number, thing)))];
        if run.again > 0 {
            parts.push(read_before(count(run.again, Thing::Notice)).to_string());
        }
        if recalled > 0 {
            parts.push(from_broken_run(count(recalled, Thing::File)).to_string());
        }
        summary(parts.join(SEMICOLON.get()), format!("{:.1}", time.as_secs_f64())).to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::Unread;
    use crate::messages::foreign;
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
            failures: vec![Unread::new(Path::new("b.txt"), foreign("gone"))],
        };
        assert_eq!(
            counts.summary(&run, 0, Duration::from_millis(1250)),
            "2 notices, 4 tasks, 8 units, 2 findings, 1 failure, 1.2 s"
        );
    }
}
