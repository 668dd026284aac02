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
    if reading.signs.labels > 0 {
        return Some(Evidence::Said);
    }
    if reading.signs.denied || place.goes_on || reading.shapes.likely == 0 {
        return None;
    }
    if unclosed {
        let named = reading.shapes.unknown + reading.shapes.bare == 0 && reading.shapes.strong > 0;
        let told = reading.signs.closing > 0 && named;
        return (told && place.at_end).then_some(Evidence::Said);
    }
    let known = count - reading.shapes.unknown.min(count);
    // `初步设计审批（省发改部门配合民航局审批）`: who helps with the words before, not who answers for them.
    let answers = reading.units.iter().any(|unit| unit.role != Role::Support);
    if reading.signs.closing > 0 {
        if (reading.shapes.strong == 0 || !answers) && !place.after_sentence {
            return None;
        }
        let all = reading.shapes.unknown == 0;
        let most = known > reading.shapes.unknown - reading.shapes.cut.min(reading.shapes.unknown)
            && (place.after_sentence || place.at_end);
        return (all || most).then_some(Evidence::Said);
    }
    if reading.signs.inside > 0 {
        let told = reading.shapes.unknown == 0 && reading.sentence.is_none();
        return (told && reading.shapes.strong > 0 && (place.after_sentence || place.at_end && answers))
            .then_some(Evidence::Said);
    }
    let listed = reading.shapes.unknown == 0 && reading.shapes.bare == 0 && reading.shapes.strong > 0;
    let placed = place.after_stop || (place.at_end && count > 1);
    if listed && placed && (reading.deadline.is_some() || !reading.remarks.is_empty()) {
        return Some(Evidence::Said);
    }
    (listed && placed).then_some(Evidence::Bare)
}
