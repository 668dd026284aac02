//! Which things of two sequences are the same, though some stand in one of them alone.

use std::collections::HashMap;
use std::ops::Range;

/// What a thing is known by, the surest first: equal keys are tried in their order. `None` tells nothing.
pub(super) type Keys = Vec<Option<String>>;

/// A thing of one sequence, or the same thing in both, by their places.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Aligned {
    Both(usize, usize),
    Old(usize),
    New(usize),
}

/// Pairs the things of two sequences; no pairs cross. What is paired by a surer key bounds what is paired by others, so that a
/// thing that is put in leaves those behind it what they are. Takes n log n steps for each key.
pub(super) fn align(old: &[Keys], new: &[Keys]) -> Vec<Aligned> {
    let keys = old.iter().chain(new).map(Vec::len).max().unwrap_or(0);
    let mut aligned = Vec::with_capacity(old.len().max(new.len()));
    Alignment { old, new, rounds: keys * ROUNDS, aligned: &mut aligned }.stretch(
        0..old.len(),
        0..new.len(),
        0,
    );
    aligned
}

/// How often each key is tried: the first time on what stands once, then, between these pairs, on what stands several times.
const ROUNDS: usize = 2;

struct Alignment<'a> {
    old: &'a [Keys],
    new: &'a [Keys],
    rounds: usize,
    aligned: &'a mut Vec<Aligned>,
}

impl Alignment<'_> {
    /// Aligns a stretch, from the key of this round on.
    fn stretch(&mut self, old: Range<usize>, new: Range<usize>, round: usize) {
        if round == self.rounds || old.is_empty() || new.is_empty() {
            self.aligned.extend(old.map(Aligned::Old));
            self.aligned.extend(new.map(Aligned::New));
            return;
        }
        let (mut from, mut to) = (old.start, new.start);
        for (one, other) in self.pairs(old.clone(), new.clone(), round) {
            self.stretch(from..one, to..other, round + 1);
            self.aligned.push(Aligned::Both(one, other));
            (from, to) = (one + 1, other + 1);
        }
        self.stretch(from..old.end, to..new.end, round + 1);
    }

    /// Pairs that do not cross. Of what stands several times the first ones are paired, the second ones, and so on.
    fn pairs(&self, old: Range<usize>, new: Range<usize>, round: usize) -> Vec<(usize, usize)> {
        let key = round / ROUNDS;
        let old = numbered(old.map(|at| (at, self.old[at][key].as_deref())));
        let new = numbered(new.map(|at| (at, self.new[at][key].as_deref())));
        let once = round.is_multiple_of(ROUNDS);
        let several = |name: &(&str, usize), things: &HashMap<_, _>| things.contains_key(&(name.0, 2));
        let pairs = old.iter().filter(|(name, _)| !once || !several(name, &old) && !several(name, &new));
        let mut pairs: Vec<_> = pairs.filter_map(|(name, &at)| Some((at, *new.get(name)?))).collect();
        pairs.sort_unstable();
        increasing(&pairs)
    }
}

/// The places of the things that have a key, each under its key and how many have had it so far.
fn numbered<'k>(things: impl Iterator<Item = (usize, Option<&'k str>)>) -> HashMap<(&'k str, usize), usize> {
    let mut times: HashMap<&str, usize> = HashMap::new();
    let numbered = things.filter_map(|(at, key)| {
        let time = times.entry(key?).or_default();
        *time += 1;
        Some(((key?, *time), at))
    });
    numbered.collect()
}

/// Of pairs in the order of their first places most of those whose second ones grow, too.
fn increasing(pairs: &[(usize, usize)]) -> Vec<(usize, usize)> {
    // for each length the pair that ends a chain of it lowest, and for each pair the one before it in its chain
    let (mut ends, mut before) = (Vec::<usize>::new(), Vec::with_capacity(pairs.len()));
    for (at, pair) in pairs.iter().enumerate() {
        let length = ends.partition_point(|&end| pairs[end].1 < pair.1);
        before.push(length.checked_sub(1).map(|shorter| ends[shorter]));
        ends.truncate(ends.len().max(length));
        match ends.get_mut(length) {
            Some(end) => *end = at,
            None => ends.push(at),
        }
    }
    let mut chain = Vec::with_capacity(ends.len());
    let mut last = ends.last().copied();
    while let Some(at) = last {
        chain.push(pairs[at]);
        last = before[at];
    }
    chain.reverse();
    chain
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `甲=甲 -乙 +丙`: words are things, `a/b` one known by two keys.
    #[track_caller]
    fn assert_aligned(old: &str, new: &str, expected: &str) {
        let things = |words: &str| -> Vec<Keys> {
            let keys = |word: &str| word.split('/').map(|key| (key != "_").then(|| key.to_owned())).collect();
            words.split_whitespace().map(keys).collect()
        };
        let (olds, news): (Vec<_>, Vec<_>) =
            (old.split_whitespace().collect(), new.split_whitespace().collect());
        let said = |aligned: Aligned| match aligned {
            Aligned::Both(one, other) => format!("{}={}", olds[one], news[other]),
            Aligned::Old(one) => format!("-{}", olds[one]),
            Aligned::New(other) => format!("+{}", news[other]),
        };
        let aligned = align(&things(old), &things(new)).into_iter().map(said).collect::<Vec<_>>();
        assert_eq!(aligned.join(" "), expected);
    }

    #[test]
    fn what_is_put_in_leaves_the_others_what_they_are() {
        assert_aligned("a b c", "a x b c", "a=a +x b=b c=c");
        assert_aligned("a b c", "b c", "-a b=b c=c");
        assert_aligned("", "a", "+a");
    }

    #[test]
    fn what_stands_several_times_is_paired_between_its_neighbours() {
        assert_aligned("x a x b", "x x a x b", "x=x +x a=a x=x b=b");
        assert_aligned("x x x", "x x", "x=x x=x -x");
    }

    #[test]
    fn a_weaker_key_pairs_between_the_pairs_of_a_surer_one() {
        assert_aligned("a/1 b/2 c/3", "a/1 x/2 c/3", "a/1=a/1 b/2=x/2 c/3=c/3");
        assert_aligned("a/1 b/2", "a/2 b/1", "a/1=a/2 b/2=b/1");
        assert_aligned("a/_ b/_", "x/_ b/_", "-a/_ +x/_ b/_=b/_");
    }

    #[test]
    fn what_has_changed_places_is_paired_once_at_most() {
        assert_aligned("a b", "b a", "-a b=b +a");
    }

    #[test]
    fn long_sequences_take_moderate_time() {
        let things = |from: usize, to: usize| -> Vec<Keys> {
            (from..to).map(|number| vec![Some(number.to_string()), Some((number % 7).to_string())]).collect()
        };
        let aligned = align(&things(0, 200_000), &things(100_000, 300_000));
        let both = aligned.iter().filter(|aligned| matches!(aligned, Aligned::Both(..))).count();
        assert!(both >= 100_000, "{both}");
    }
}
