//! Whether what was read is a clause, and where it stands.

use super::Evidence;
use super::find::paragraph_end;
use super::read::Reading;
use crate::model::Role;

/// Where a stretch stands in its paragraph.
#[derive(Debug, Clone, Copy)]
#[expect(clippy::struct_excessive_bools, reason = "independent facts, no states")]
pub(crate) struct Place {
    /// Behind 。 ； or at a paragraph's start.
    after_sentence: bool,
    /// Behind 。 or ； itself, or at a paragraph's start.
    after_stop: bool,
    /// Nothing but 。 follows in the paragraph.
    at_end: bool,
    /// The sentence goes on behind it: `（省财政厅负责）并…`.
    goes_on: bool,
    /// Alone in its paragraph.
    pub(crate) alone: bool,
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

/// What makes a bracket's reading a clause, if anything does.
pub(crate) fn judge(reading: &Reading, place: Place, unclosed: bool) -> Option<Evidence> {
    let count = reading.units.len();
    if count == 0 {
        return None;
    }
    if reading.labels > 0 {
        return Some(Evidence::Said);
    }
    if reading.denied || place.goes_on || reading.strong + reading.weak == 0 {
        return None;
    }
    if unclosed {
        let named = reading.unknown + reading.bare == 0 && reading.strong > 0;
        let told = reading.closing > 0 && named;
        return (told && place.at_end).then_some(Evidence::Said);
    }
    let known = count - reading.unknown.min(count);
    // `初步设计审批（省发改部门配合民航局审批）`: who helps with the words before, not who answers for them.
    let answers = reading.units.iter().any(|unit| unit.role != Role::Support);
    if reading.closing > 0 {
        if (reading.strong == 0 || !answers) && !place.after_sentence {
            return None;
        }
        let all = reading.unknown == 0;
        let most = known > reading.unknown - reading.cut.min(reading.unknown)
            && (place.after_sentence || place.at_end);
        return (all || most).then_some(Evidence::Said);
    }
    if reading.inside > 0 {
        let told = reading.unknown == 0 && reading.sentence.is_none();
        return (told && reading.strong > 0 && (place.after_sentence || place.at_end && answers))
            .then_some(Evidence::Said);
    }
    let listed = reading.unknown == 0 && reading.bare == 0 && reading.strong > 0;
    let placed = place.after_stop || (place.at_end && count > 1);
    if listed && placed && (reading.deadline.is_some() || !reading.remarks.is_empty()) {
        return Some(Evidence::Said);
    }
    (listed && placed).then_some(Evidence::Bare)
}
