//! Where a stretch stands in its paragraph: [`Place`].

/// Where a stretch stands in its paragraph.
#[derive(Debug, Clone, Copy)]
#[expect(clippy::struct_excessive_bools, reason = "independent facts, no states")]
pub(crate) struct Place {
    /// Behind 。 ；, a closing bracket or a closing quote, or at a paragraph's start.
    pub(super) after_sentence: bool,
    /// Right behind 。 or ；, or at a paragraph's start; not behind a bracket or quote that closes there.
    pub(super) after_stop: bool,
    /// Nothing but 。 follows in the paragraph.
    pub(super) at_end: bool,
    /// The sentence goes on behind it: `（省财政厅负责）并…`.
    pub(super) goes_on: bool,
    /// Alone in its paragraph.
    pub(super) alone: bool,
}

impl Place {
    pub(crate) fn of(text: &str, breaks: &[usize], start: usize, end: usize) -> Place {
        let at_start = start == 0 || breaks.binary_search(&start).is_ok();
        let before = text[..start].chars().next_back();
        let after_sentence = at_start
            || before.is_some_and(|c| matches!(c, '。' | '；' | ';' | '！' | '？' | '）' | ')' | '〕' | '”'));
        let after_stop = at_start || before.is_some_and(|c| matches!(c, '。' | '；' | ';' | '！' | '？'));
        let close = paragraph_end(text, breaks, end.saturating_sub(1)).max(end);
        let rest = text[end..close].trim_start_matches(['。', '；', ';', '.']);
        let goes_on = !after_sentence && text[end..close].starts_with(is_joint);
        let alone = at_start && rest.is_empty();
        Place { after_sentence, after_stop, at_end: rest.is_empty(), goes_on, alone }
    }
}

/// How a sentence goes on behind a remark in brackets.
fn is_joint(c: char) -> bool {
    "并和与及的对后或以为在将按应要须需可不等时进向从由".contains(c)
}

/// Where the paragraph at `at` ends.
pub(crate) fn paragraph_end(text: &str, breaks: &[usize], at: usize) -> usize {
    let next = breaks.partition_point(|&line| line <= at);
    breaks.get(next).copied().unwrap_or(text.len())
}
