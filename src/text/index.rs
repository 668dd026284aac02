//! Finding a place among many in constant time, however long the text.

/// Bytes for which one number is kept.
const BLOCK_BYTES: usize = 128;

/// For stretches in the order of the text, none over another: which of them end before a place.
///
/// A binary search over all of them would read memory far apart for every question asked of a long text.
#[derive(Debug)]
pub(crate) struct Index {
    /// How many end at or before the start of each block.
    before: Vec<usize>,
}

impl Index {
    /// The index of stretches of a text of so many bytes, by their ends.
    pub(crate) fn new(len: usize, ends: impl Iterator<Item = usize>) -> Self {
        let mut before = Vec::with_capacity(len / BLOCK_BYTES + 2);
        let mut count = 0;
        for end in ends {
            // this one ends behind the starts of all blocks up to here
            before.resize(before.len().max(end.div_ceil(BLOCK_BYTES)), count);
            count += 1;
        }
        before.resize(len / BLOCK_BYTES + 2, count);
        Index { before }
    }

    /// How many of the stretches end at or before `at`; `end` gives the end of each.
    pub(crate) fn count_before<T>(&self, stretches: &[T], at: usize, end: impl Fn(&T) -> usize) -> usize {
        let block = (at / BLOCK_BYTES).min(self.before.len() - 2);
        let (first, last) = (self.before[block], self.before[block + 1]);
        first + stretches[first..last].partition_point(|stretch| end(stretch) <= at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_count_is_that_of_a_search() {
        for step in [1, 3, 127, 128, 129, 2000] {
            let ends: Vec<usize> = (0..9000).step_by(step).skip(1).collect();
            let len = ends.last().copied().unwrap_or_default();
            let index = Index::new(len, ends.iter().copied());
            for at in 0..=len + 600 {
                let expected = ends.partition_point(|&end| end <= at);
                assert_eq!(index.count_before(&ends, at, |&end| end), expected, "{step} {at}");
            }
        }
    }
}
