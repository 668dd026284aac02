//! Readers of others' making, held to a time, their panics told as damage of the file.

#[cfg(not(target_family = "wasm"))]
use std::sync::mpsc::{self, RecvTimeoutError};
#[cfg(not(target_family = "wasm"))]
use std::thread;

use crate::{Format, Limits, Unread};

/// The name of the threads that others' readers run in: a program that prints panics may leave theirs out, since they are
/// told as [`Unread`].
pub const READER_THREAD: &str = "gongwen-reader";

/// Deep files are read by readers that call themselves.
#[cfg(not(target_family = "wasm"))]
const STACK: usize = 64 << 20;

/// What `read` says, if it says it in time; a thread that goes on behind its time ends with the program.
#[cfg(not(target_family = "wasm"))]
pub(crate) fn guarded<R: Send + 'static>(
    format: Format,
    limits: Limits,
    read: impl FnOnce() -> Result<R, Unread> + Send + 'static,
) -> Result<R, Unread> {
    let (done, result) = mpsc::sync_channel(1);
    let thread = thread::Builder::new().name(READER_THREAD.to_owned()).stack_size(STACK);
    // nobody waits for a result that comes too late
    let started = thread.spawn(move || drop(done.send(read())));
    let damaged = |reason: &str| Unread::Damaged { what: format.name(), reason: reason.to_owned() };
    started.map_err(|error| damaged(&error.to_string()))?;
    match result.recv_timeout(limits.time) {
        Ok(read) => read,
        Err(RecvTimeoutError::Timeout) => Err(Unread::TooSlow { seconds: limits.time.as_secs() }),
        Err(RecvTimeoutError::Disconnected) => Err(damaged("its reader gave up")),
    }
}

/// The same without threads, clock or catching of panics, which WebAssembly has none of: whoever runs the module sees to them.
#[cfg(target_family = "wasm")]
pub(crate) fn guarded<R>(
    _: Format,
    _: Limits,
    read: impl FnOnce() -> Result<R, Unread>,
) -> Result<R, Unread> {
    read()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[test]
    fn panics_and_long_work_are_told() {
        let limits = Limits::default();
        assert_eq!(guarded(Format::Text, limits, || Ok(1)), Ok(1));
        let gave_up = Unread::Damaged { what: "text", reason: "its reader gave up".to_owned() };
        assert_eq!(guarded::<u8>(Format::Text, limits, || panic!("found a bad file")), Err(gave_up));
        let short = Limits { time: Duration::from_millis(1), ..limits };
        let late = guarded(Format::Text, short, || {
            thread::sleep(Duration::from_secs(2));
            Ok(1)
        });
        assert_eq!(late, Err(Unread::TooSlow { seconds: 0 }));
    }
}
