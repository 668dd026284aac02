//! Who is given which role: [`Scope`].

use super::label::Topic;
use super::piece::Mark;
use crate::model::Role;

/// The label in force, and what verbs have said since.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Scope {
    /// What the column over a cell says: the label where no other is in force.
    column: Option<Topic>,
    topic: Option<Topic>,
    voice: Voice,
    next: Next,
}

/// Who says roles since the label.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Voice {
    /// The label, if there is one, and no verb yet: it speaks for every list.
    Label,
    /// Verbs have given roles: the label's is not given to lists before them.
    Verbs,
}

/// What those do who are named next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Next {
    /// They answer, as a label or a verb says.
    Answer,
    /// 会同 was said: they help, up to the next verb or the end of the sentence.
    Help,
}

impl Scope {
    /// Where nothing was said yet, below this column if it is a cell's.
    pub(super) fn new(column: Option<Topic>) -> Self {
        Scope { column, topic: column, voice: Voice::Label, next: Next::Answer }
    }

    /// What stands behind the label in force.
    pub(super) fn topic(self) -> Option<Topic> {
        self.topic
    }

    /// The role that the label in force gives.
    fn label(self) -> Option<Role> {
        match self.topic {
            Some(Topic::Units(role)) => Some(role),
            _ => None,
        }
    }

    /// The role of those whom no verb gives one: support behind 会同, the label's, or 负责.
    pub(super) fn role(self) -> Role {
        match self.next {
            Next::Help => Role::Support,
            Next::Answer => self.label().unwrap_or(Role::Responsible),
        }
    }

    /// The role that a verb gives which ends a list, `牵头单位：省财政厅负责`: the label is the more exact of the two.
    pub(super) fn closing(self, said: Role) -> Role {
        match self.next {
            Next::Help => Role::Support,
            Next::Answer => self.exact(said),
        }
    }

    /// The role that a verb gives behind which the piece goes on: `会同省财政厅负责制定方案`.
    pub(super) fn inside(self, said: Role) -> Role {
        match self.exact(said) {
            Role::Responsible if self.next == Next::Help && self.label().is_none() => Role::Support,
            role => role,
        }
    }

    fn exact(self, said: Role) -> Role {
        if said == Role::Responsible { self.label().unwrap_or(said) } else { said }
    }

    /// `责任单位：省财政厅，省商务厅配合`: the label's role, if it holds for the lists before the first one that helps.
    pub(super) fn before_helpers(self, own: Role) -> Option<Role> {
        let first = (self.voice, self.next) == (Voice::Label, Next::Answer);
        self.label().filter(|&label| first && own == Role::Support && own != label)
    }

    /// Whether a verb gave roles since the label.
    pub(super) fn is_told_by_verbs(self) -> bool {
        self.voice == Voice::Verbs
    }

    /// 会同 was said.
    pub(super) fn help(&mut self) {
        self.next = Next::Help;
    }

    /// A verb gave those before it their role.
    pub(super) fn verb(&mut self) {
        (self.voice, self.next) = (Voice::Verbs, Next::Answer);
    }

    /// A label.
    pub(super) fn below(&mut self, topic: Topic) {
        *self = Scope { topic: Some(topic), ..Scope::new(self.column) };
    }

    /// Words before a colon that are no known label.
    pub(super) fn below_unknown(&mut self, topic: Topic) {
        self.topic = Some(topic);
    }

    /// A mark behind a piece.
    pub(super) fn mark(&mut self, mark: Mark) {
        if matches!(mark, Mark::Semicolon | Mark::Stop | Mark::End) {
            self.next = Next::Answer;
        }
        if mark == Mark::Stop {
            self.topic = self.column;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Role::{Lead, Responsible, Support};

    #[test]
    fn a_label_is_more_exact_than_a_verb_that_says_no_more() {
        let mut scope = Scope::new(None);
        assert_eq!(
            (scope.role(), scope.closing(Responsible), scope.closing(Lead)),
            (Responsible, Responsible, Lead)
        );
        scope.below(Topic::Units(Lead));
        assert_eq!((scope.role(), scope.closing(Responsible), scope.closing(Support)), (Lead, Lead, Support));
        assert_eq!((scope.inside(Responsible), scope.inside(Support)), (Lead, Support));
    }

    #[test]
    fn those_behind_a_joining_word_help_up_to_a_verb_or_a_stop() {
        for end in [Scope::verb, |scope: &mut Scope| scope.mark(Mark::Semicolon)] {
            let mut scope = Scope::new(None);
            scope.help();
            scope.mark(Mark::Comma);
            assert_eq!((scope.role(), scope.closing(Lead), scope.inside(Lead)), (Support, Support, Lead));
            assert_eq!(scope.inside(Responsible), Support);
            end(&mut scope);
            assert_eq!((scope.role(), scope.closing(Lead)), (Responsible, Lead));
        }
    }

    #[test]
    fn a_label_holds_for_lists_before_the_first_that_helps() {
        let mut scope = Scope::new(None);
        assert_eq!(scope.before_helpers(Support), None);
        scope.below(Topic::Units(Responsible));
        assert_eq!(scope.before_helpers(Support), Some(Responsible));
        assert_eq!(scope.before_helpers(Lead), None);
        scope.verb();
        assert_eq!(scope.before_helpers(Support), None);
        scope.below(Topic::Units(Support));
        assert_eq!(scope.before_helpers(Support), None);
    }

    #[test]
    fn a_label_holds_up_to_a_stop_and_a_column_always() {
        let mut scope = Scope::new(Some(Topic::Units(Lead)));
        scope.below(Topic::Time);
        scope.mark(Mark::Semicolon);
        assert_eq!(scope.topic(), Some(Topic::Time));
        scope.mark(Mark::Stop);
        assert_eq!(scope.topic(), Some(Topic::Units(Lead)));
    }
}
