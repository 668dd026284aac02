//! Answers that are asked for again: a search for the head and the reading of it judge the same lines.

use std::cell::RefCell;
use std::collections::BTreeMap;

/// Answers kept at most, so that a page of any length takes no more memory: above a head hundreds of lines were seen.
const MOST_ANSWERS: usize = 1024;

/// What was answered about places of the text.
#[derive(Debug)]
pub(super) struct Memo<T>(RefCell<BTreeMap<usize, T>>);

impl<T> Default for Memo<T> {
    fn default() -> Self {
        Memo(RefCell::default())
    }
}

impl<T> Memo<T> {
    /// What `tell` says of the answer about the place `at`, which must be the same whenever it is asked.
    pub(super) fn with<R>(&self, at: usize, ask: impl FnOnce() -> T, tell: impl FnOnce(&T) -> R) -> R {
        if let Some(known) = self.0.borrow().get(&at) {
            return tell(known);
        }
        let answer = ask();
        let told = tell(&answer);
        let mut answers = self.0.borrow_mut();
        if answers.len() < MOST_ANSWERS {
            answers.insert(at, answer);
        }
        told
    }

    /// The answer about a place that is not asked about again.
    pub(super) fn take(&self, at: usize, ask: impl FnOnce() -> T) -> T {
        let known = self.0.borrow_mut().remove(&at);
        known.unwrap_or_else(ask)
    }
}

impl<T: Clone> Memo<T> {
    /// The answer about the place `at`.
    pub(super) fn answer(&self, at: usize, ask: impl FnOnce() -> T) -> T {
        self.with(at, ask, T::clone)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_asked_about_once() {
        let memo = Memo::default();
        assert_eq!(memo.answer(3, || Some(1)), Some(1));
        assert_eq!(memo.answer(3, || None), Some(1));
        assert_eq!(memo.answer(4, || None), None);
    }

    #[test]
    fn what_was_taken_is_asked_again() {
        let memo = Memo::default();
        assert_eq!(memo.with(3, || 1, |&answer| answer + 1), 2);
        assert_eq!((memo.take(3, || 2), memo.take(3, || 2)), (1, 2));
    }

    #[test]
    fn what_is_not_kept_is_asked_again() {
        let memo = Memo::default();
        (0..=MOST_ANSWERS).for_each(|at| assert_eq!(memo.answer(at, || at), at));
        assert_eq!(memo.answer(0, || 7), 0);
        assert_eq!(memo.answer(MOST_ANSWERS, || 7), 7);
    }
}
