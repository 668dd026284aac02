//! Work on many things at once, with the results in the order of the things.

use std::collections::VecDeque;
use std::io;
use std::sync::mpsc::{self, Receiver, SyncSender};
use std::sync::{Mutex, PoisonError};
use std::thread;

/// Things under work or waiting for their turn, for each worker.
pub(crate) const WINDOW: usize = 4;

/// Hands `items` to `workers` threads and their results to `take`, in the order of the items.
///
/// An item is drawn only when fewer than [`WINDOW`] times `workers` are under way, so memory does not grow with their
/// number. An error of `take` ends the work. Where the system has not as many threads, fewer work.
///
/// # Errors
///
/// - what `take` says
/// - the system has no thread
pub(crate) fn in_order<T: Send, R: Send>(
    items: impl Iterator<Item = T>,
    workers: usize,
    work: impl Fn(T) -> R + Sync,
    mut take: impl FnMut(R) -> io::Result<()>,
) -> io::Result<()> {
    let (give, queue) = mpsc::channel::<(T, SyncSender<R>)>();
    let queue = Mutex::new(queue);
    thread::scope(|scope| {
        let give = give;
        let worker = || {
            while let Some((item, done)) = next(&queue) {
                // Nobody waits for the result once `take` has failed.
                let _ = done.send(work(item));
            }
        };
        thread::Builder::new().spawn_scoped(scope, worker)?;
        let others = (1..workers).map_while(|_| thread::Builder::new().spawn_scoped(scope, worker).ok());
        let workers = 1 + others.count();
        let mut waiting = VecDeque::<Receiver<R>>::new();
        for item in items {
            let (done, result) = mpsc::sync_channel(1);
            give.send((item, done)).map_err(|_| io::Error::other("the workers have stopped"))?;
            waiting.push_back(result);
            if waiting.len() == WINDOW * workers {
                waiting.pop_front().map_or(Ok(()), |result| take(receive(&result)?))?;
            }
        }
        drop(give);
        waiting.into_iter().try_for_each(|result| take(receive(&result)?))
    })
}

fn next<T>(queue: &Mutex<Receiver<T>>) -> Option<T> {
    queue.lock().unwrap_or_else(PoisonError::into_inner).recv().ok()
}

fn receive<R>(result: &Receiver<R>) -> io::Result<R> {
    result.recv().map_err(io::Error::other)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::time::Duration;

    #[test]
    fn results_come_in_the_order_of_the_items() {
        let mut seen = Vec::new();
        let slow_first = |item: u64| {
            thread::sleep(Duration::from_micros(500 * (3 - item % 4)));
            item
        };
        in_order(0..40, 4, slow_first, |item| {
            seen.push(item);
            Ok(())
        })
        .unwrap();
        assert!(seen.into_iter().eq(0..40));
    }

    #[test]
    fn items_are_drawn_no_further_ahead_than_the_window() {
        let taken = AtomicUsize::new(0);
        let items = (0..1000).inspect(|drawn| assert!(drawn - taken.load(Ordering::SeqCst) <= WINDOW * 3));
        let take = |_| {
            taken.fetch_add(1, Ordering::SeqCst);
            Ok(())
        };
        in_order(items, 3, |item| item, take).unwrap();
        assert_eq!(taken.into_inner(), 1000);
    }

    #[test]
    fn an_error_of_the_taker_ends_the_work() {
        let mut taken = 0;
        let take = |_| {
            taken += 1;
            if taken == 5 { Err(io::Error::other("full")) } else { Ok(()) }
        };
        assert_eq!(in_order(0.., 2, |item: u64| item, take).unwrap_err().to_string(), "full");
        assert_eq!(taken, 5);
    }
}
