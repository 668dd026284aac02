//! Whether what was read is a clause.

use super::place::Place;
use super::read::Reading;
use super::said::Evidence;
use crate::model::{NoClause, Role};

/// What makes a bracket's reading a clause, or why it is none.
pub(crate) fn judge(reading: &Reading, place: Place, unclosed: bool) -> Result<Evidence, NoClause> {
    if reading.units.is_empty() {
        return Err(NoClause::NoUnits);
    }
    if reading.signs.labels > 0 {
        return Ok(Evidence::Said);
    }
    if reading.signs.denied || place.goes_on {
        return Err(NoClause::Sentence);
    }
    if reading.shapes.likely == 0 {
        return Err(NoClause::NoOrgans);
    }
    if unclosed {
        let named = reading.shapes.unknown + reading.shapes.bare == 0 && reading.shapes.strong > 0;
        let told = reading.signs.closing > 0 && named;
        return if told && place.at_end { Ok(Evidence::Said) } else { Err(NoClause::Unclosed) };
    }
    if reading.signs.closing > 0 {
        closed(reading, place)
    } else if reading.signs.inside > 0 {
        held(reading, place)
    } else {
        listed(reading, place)
    }
}

/// Whether a reading that words of a role close is a clause.
fn closed(reading: &Reading, place: Place) -> Result<Evidence, NoClause> {
    let shapes = &reading.shapes;
    if (shapes.strong == 0 || !answers(reading)) && !place.after_sentence {
        return Err(NoClause::MidSentence);
    }
    let known = reading.units.len() - shapes.unknown.min(reading.units.len());
    let most = known > shapes.unknown - shapes.cut.min(shapes.unknown);
    let placed = place.after_sentence || place.at_end;
    if shapes.unknown == 0 || most && placed { Ok(Evidence::Said) } else { Err(NoClause::Unclear) }
}

/// Whether a reading with words of a role between its names is a clause.
fn held(reading: &Reading, place: Place) -> Result<Evidence, NoClause> {
    if reading.shapes.unknown > 0 || reading.sentence.is_some() {
        return Err(NoClause::Unclear);
    }
    let placed = place.after_sentence || place.at_end && answers(reading);
    if reading.shapes.strong > 0 && placed { Ok(Evidence::Said) } else { Err(NoClause::MidSentence) }
}

/// Whether names without words of a role are a clause.
fn listed(reading: &Reading, place: Place) -> Result<Evidence, NoClause> {
    let shapes = &reading.shapes;
    if shapes.unknown + shapes.bare > 0 || shapes.strong == 0 {
        return Err(NoClause::NoOrgans);
    }
    if !(place.after_stop || place.at_end && reading.units.len() > 1) {
        return Err(NoClause::MidSentence);
    }
    let said = reading.deadline.is_some() || !reading.remarks.is_empty();
    Ok(if said { Evidence::Said } else { Evidence::Bare })
}

/// Whether a unit answers for something: `初步设计审批（省发改部门配合民航局审批）` says who helps with the words before, not who
/// answers for them.
fn answers(reading: &Reading) -> bool {
    reading.units.iter().any(|unit| unit.role != Role::Support)
}
