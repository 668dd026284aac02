//! What the second layer answers: issuers and units, each name once.

use std::collections::HashSet;

use gongwen::resolve::{Answer, Issuer, Resolved, ResolvedUnit};

use crate::messages::{
    CLOSING, COMMA, INFERRED_LEAD, ISSUERS, NOT_TOLD, OPENING, OR, RESOLVED, UNIT, against, name,
};
use crate::show::page::{Item, Page};

/// Where the labels of the lines begin.
const LABELS: usize = 0;

/// Who is who in a notice; nothing where it names nobody.
pub(crate) fn resolved(page: &mut Page, resolved: &Resolved) {
    if resolved.issuers.is_empty() && resolved.units.is_empty() {
        return;
    }
    page.rule(RESOLVED.get());
    page.list(LABELS, ISSUERS, resolved.issuers.iter().map(issuer));
    let mut seen = HashSet::new();
    let units = resolved.units.iter().filter(|unit| seen.insert((&unit.name, unit.canonical())));
    let (told, open): (Vec<_>, Vec<_>) = units.partition(|unit| !matches!(unit.answer, Answer::None));
    for unit in told {
        page.list(LABELS, UNIT, [named(unit)]);
    }
    for unit in open {
        page.list(LABELS, NOT_TOLD, [candidates(unit)]);
    }
}

/// `湖南省人民政府办公厅 [title, signature]`
fn issuer(issuer: &Issuer) -> Item {
    let sources: Vec<_> = issuer.sources.iter().map(|source| name(source.name())).collect();
    let others: Vec<_> = issuer.contradicted_by.iter().map(|source| name(source.name())).collect();
    let mut said = sources.join(COMMA.get());
    if !others.is_empty() {
        said = against(said, others.join(COMMA.get())).to_string();
    }
    let name = issuer.canonical.as_ref().unwrap_or(&issuer.name);
    Item::new(name).marked(&format!("{OPENING}{said}{CLOSING}"))
}

/// `省发改委 = 湖南省发展和改革委员会 [government, province, issuer]`
fn named(unit: &ResolvedUnit) -> Item {
    let answer = match &unit.answer {
        Answer::Organ(organ) => organ.canonical.clone(),
        Answer::Group(group) => group.label(),
        _ => String::new(),
    };
    let kind = unit.kind.map(|kind| name(kind.name()));
    let level = unit.level.map(|level| name(level.name()));
    let lead = unit.role_inferred.map(|_| INFERRED_LEAD.get());
    let marks: Vec<_> =
        kind.into_iter().chain(level).chain(lead).chain([name(unit.grounds.how.name())]).collect();
    Item::new(&format!("{} = {answer}", unit.name))
        .marked(&format!("{OPENING}{}{CLOSING}", marks.join(COMMA.get())))
}

/// `市城管局 [青州市城市管理局 or 青州市城市管理和综合执法局]`
fn candidates(unit: &ResolvedUnit) -> Item {
    let item = Item::new(&unit.name);
    if unit.candidates.is_empty() {
        item
    } else {
        item.marked(&format!("{OPENING}{}{CLOSING}", unit.candidates.join(OR.get())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::show::Extent;

    #[test]
    fn names_are_shown_with_what_they_stand_for() {
        let text = "湖南省人民政府关于修路的通知\n一、修路。（省发改委牵头，各市州人民政府、省台办负责）\n湖南省人民政府\n2024年5月10日";
        let mut page = Page::new(100, Extent::Brief);
        resolved(&mut page, &gongwen::resolve(text, gongwen::parse(text).notice()));
        let page = anstream::adapter::strip_str(&page.into_text()).to_string();
        let expected = [
            "issuers                 湖南省人民政府 [title, signature]",
            "unit                    省发改委 = 湖南省发展和改革委员会 [government, province, issuer]",
            "unit                    各市州人民政府 = governments:all [city, issuer]",
            "not told                省台办",
        ];
        assert_eq!(page.lines().skip(1).collect::<Vec<_>>(), expected);
    }
}
