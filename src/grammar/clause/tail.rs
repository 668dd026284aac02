//! Words behind lists that verbs have closed: [`Tail`].

use std::ops::Range;

use super::named::Named;
use crate::model::Role;
use crate::text::words::holds;

/// What follows lists that verbs have closed.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Tail {
    /// Somebody waits for a role, or no verb was said.
    Open,
    /// Verbs have closed every list, of so many units in all.
    Closed(usize),
    /// Words that are no units unless others follow: `省财政厅负责，确保见效`; behind so many units.
    Words(usize, Range<usize>),
}

impl Tail {
    /// What follows behind one more run between two commas, which ends at `end`: words are still none that name nobody
    /// known, and say no verb of who answers.
    pub(super) fn behind_run(
        self,
        run: &[Named],
        end: usize,
        text: &str,
        role_words: &[(Role, Range<usize>)],
    ) -> Tail {
        let start = run.first().map(|unit| unit.range.start);
        match (self, start) {
            (tail @ Tail::Words(..), None) => tail,
            (Tail::Words(..) | Tail::Closed(_), Some(start))
                if run.iter().any(|unit| !unit.likeness.is_unshaped())
                    || answers(text, start, role_words) =>
            {
                Tail::Open
            }
            (Tail::Words(units, words), Some(_)) => Tail::Words(units, words.start..end),
            (Tail::Closed(units), Some(start)) => Tail::Words(units, start..end),
            (Tail::Closed(_), None) | (Tail::Open, _) => Tail::Open,
        }
    }
}

/// Verbs that name who answers; others say as well what is done: `推进`.
const ANSWERS: &[&str] = &["负责", "承担", "承办", "指导", "督导", "监督", "统筹"];

/// Whether the last verb stands behind `start` and says who answers.
fn answers(text: &str, start: usize, role_words: &[(Role, Range<usize>)]) -> bool {
    let verb = role_words.last().filter(|(_, words)| words.start >= start);
    verb.is_some_and(|(role, words)| *role != Role::Responsible || holds(&text[words.clone()], ANSWERS))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grammar::clause::named::Likeness;
    use crate::grammar::name::organ::Shape;
    use crate::model::UnitKind;

    const TEXT: &str = "省财政厅负责，确保见效推进";

    fn named(range: Range<usize>, likeness: Likeness) -> Named {
        Named { range, full_name: None, kind: UnitKind::Organ, likeness, role: None }
    }

    #[test]
    fn words_behind_closed_lists_are_no_units_unless_one_is_known() {
        let words = named(21..33, Likeness::Unknown);
        let organ = named(21..33, Likeness::Shaped(Shape::Strong));
        let behind = |tail: Tail, run: &[Named]| tail.behind_run(run, 33, TEXT, &[]);
        assert_eq!(behind(Tail::Closed(1), std::slice::from_ref(&words)), Tail::Words(1, 21..33));
        assert_eq!(behind(Tail::Closed(1), std::slice::from_ref(&organ)), Tail::Open);
        assert_eq!(behind(Tail::Open, std::slice::from_ref(&words)), Tail::Open);
        assert_eq!(behind(Tail::Words(1, 9..12), std::slice::from_ref(&words)), Tail::Words(1, 9..33));
        assert_eq!(behind(Tail::Words(1, 9..12), &[]), Tail::Words(1, 9..12));
        assert_eq!(behind(Tail::Words(1, 9..12), &[words, organ]), Tail::Open);
    }

    #[test]
    fn a_verb_of_who_answers_makes_units_of_words() {
        let words = [named(21..33, Likeness::Unknown)];
        let (responsible, lead) = (Role::Responsible, Role::Lead);
        for (role, range, want) in [
            (responsible, 12..18, Tail::Words(1, 21..39)),
            (responsible, 33..39, Tail::Words(1, 21..39)),
            (lead, 33..39, Tail::Open),
        ] {
            assert_eq!(Tail::Closed(1).behind_run(&words, 39, TEXT, &[(role, range)]), want);
        }
    }
}
