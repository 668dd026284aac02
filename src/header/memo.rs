//! Answers that are asked for again: a search for the head and the reading of it judge the same lines.

use std::cell::RefCell;
use std::collections::BTreeMap;

/// Answers kept at most, so that a page of any length takes no more memory: above a head hundreds of lines were seen.
const MOST: usize = 1024;

/// What was answered about places of the text.
#[derive(Debug)]
pub(super) struct Memo<T>(RefCell<BTreeMap<usize, T>>);

impl<T> Default for Memo<T> {
    fn default() -> Self {
        Memo(RefCell::default())
    }
}

impl<T: Clone> Memo<T> {
    /// The answer about the place `at`, which must be the same whenever it is asked.
    pub(super) fn answer(&self, at: usize, ask: impl FnOnce() -> T) -> T {
        let known = self.0.borrow().get(&at).cloned();
        known.unwrap_or_else(|| {
            let answer = ask();
            let mut answers = self.0.borrow_mut();
            if answers.len() < MOST {
                answers.insert(at, answer.clone());
            }
            answer
        })
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
    fn what_is_not_kept_is_asked_again() {
        let memo = Memo::default();
        (0..=MOST).for_each(|at| assert_eq!(memo.answer(at, || at), at));
        assert_eq!(memo.answer(0, || 7), 0);
        assert_eq!(memo.answer(MOST, || 7), 7);
    }
}
