//! What all commands do: read each text, work on it, hand on the results in order.

use std::io;
use std::num::NonZero;
use std::path::PathBuf;
use std::thread;

use crate::input::{Input, read};
use crate::ordered::in_order;
use crate::output::{complain, or_closed_pipe};
use crate::sources::sources;
use crate::status::Status;

/// Reads the texts that `paths` name on all cores, and gives what `work` makes of each to `take`, in their order.
///
/// A text that cannot be read costs a line on standard error and the status; the others are still worked on. A closed
/// pipe behind `take` says that the reader has enough, and ends the run in silence.
///
/// # Errors
///
/// - what `take` says, a closed pipe apart
pub(crate) fn each<R: Send>(
    paths: &[PathBuf],
    work: impl Fn(&Input) -> io::Result<(R, Status)> + Sync,
    mut take: impl FnMut(R) -> io::Result<()>,
) -> io::Result<Status> {
    let mut status = Status::Good;
    let workers = thread::available_parallelism().map_or(1, NonZero::get);
    let done = in_order(
        sources(paths),
        workers,
        |source| source.and_then(read).map(|input| work(&input)),
        |result| match result {
            Ok(worked) => {
                let (piece, found) = worked?;
                status = status.max(found);
                take(piece)
            }
            Err(unread) => {
                complain(&unread);
                status = Status::Failed;
                Ok(())
            }
        },
    );
    or_closed_pipe(done).map(|()| status)
}
