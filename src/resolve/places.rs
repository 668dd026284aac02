//! Every place that the answers hold, to be counted otherwise in one go.

use super::{
    Grounds, InferredRole, Issuer, PassedOn, Pointer, Resolved, ResolvedCitation, ResolvedPart, ResolvedUnit,
    Target, Time, Validity,
};
use crate::model::places::places;

places! {
    Resolved { parts, issuers, units, passed_on, times, validity, targets, citations, pointers };
    ResolvedPart { grounds } but { level, division };
    Issuer { span } but { part, name, canonical, kind, level, division, sources, contradicted_by };
    ResolvedUnit { span, role_inferred, grounds } but { part, name, answer, kind, level, division, candidates };
    InferredRole { remark } but { role };
    PassedOn { unit, above, remark };
    Time {
        parts, span, grounds
    } but {
        text, kind, from, to, anchor, length, cycle, doubts, whose, place
    };
    Validity { span } but { part, from, to };
    Target {
        span, grounds
    } but {
        text, class, quantity, quantity_to, unit, comparator, change, indicator, due, place
    };
    ResolvedCitation { doc_number, span, grounds } but { title, relation, planned, place };
    Pointer { span } but { text, target, place };
    Grounds { rests_on } but { how };
}
