//! Whether what was read is a clause.

use super::place::Place;
use super::read::Reading;
use super::said::Evidence;
use crate::model::Role;

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
