//! Each text is held by itself: a fault of the program in one of them is told in a line, and the run goes on.

use std::cell::{Cell, RefCell};
use std::io;
use std::panic::{self, AssertUnwindSafe, PanicHookInfo};
use std::sync::Once;
use std::thread;

use gongwen_readers::READER_THREAD;

thread_local! {
    /// Whether a panic of this thread is held.
    static HELD: Cell<bool> = const { Cell::new(false) };
    /// What the last held panic said.
    static SAID: RefCell<String> = const { RefCell::new(String::new()) };
}

/// What `work` gives.
///
/// # Errors
///
/// - it panics: what the panic said and where, in one line: ``src/marker.rs:29: byte index 5 is out of bounds of `4` ``.
///   Nothing is printed then, and no backtrace.
pub(crate) fn held<R>(work: impl FnOnce() -> R) -> Result<R, String> {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let loud = panic::take_hook();
        panic::set_hook(Box::new(move |info| match HELD.get() {
            true => SAID.set(line(info)),
            // Told as damage of the file that is read there.
            false if thread::current().name() == Some(READER_THREAD) => {}
            false => loud(info),
        }));
    });
    let outer = HELD.replace(true);
    // What `work` may have left half done is dropped with it: the texts share nothing that changes.
    let done = panic::catch_unwind(AssertUnwindSafe(work));
    HELD.set(outer);
    done.map_err(|_| SAID.take())
}

/// What `work` gives, for work whose library says in an error what it has panicked on.
///
/// # Errors
///
/// - what `work` says, or a panic that it does not hold itself
pub(crate) fn quietly<R>(work: impl FnOnce() -> io::Result<R>) -> io::Result<R> {
    held(work).unwrap_or_else(|said| Err(io::Error::other(said)))
}

/// `src/marker.rs:29: byte index 5 is out of bounds`: the place, and the first line of the words.
fn line(info: &PanicHookInfo<'_>) -> String {
    let payload = info.payload();
    let words =
        payload.downcast_ref::<&str>().copied().or(payload.downcast_ref::<String>().map(String::as_str));
    let words = words.and_then(|words| words.lines().next()).unwrap_or("no words");
    info.location().map_or(words.to_owned(), |place| format!("{}:{}: {words}", place.file(), place.line()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_a_line_with_its_place() {
        let said = held(|| panic!("byte index {} is out of bounds\nof the text", 5)).unwrap_err();
        assert!(said.contains("hold.rs:") && said.ends_with(": byte index 5 is out of bounds"), "{said}");
    }

    #[test]
    fn what_does_not_panic_is_given_on() {
        assert_eq!(held(|| 5), Ok(5));
    }

    #[test]
    fn a_panic_is_loud_again_behind_a_held_one() {
        assert!(held(|| panic!("held")).is_err());
        assert!(!HELD.get());
    }
}
