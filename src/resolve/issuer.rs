//! 发文机关: who issued each part, by its mark, title, signature, labels and number.
//!
//! The title names the issuers, else the signature, else the mark, else a label of the page, else the number's code. What
//! the others say is held against it.

use std::collections::HashMap;
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use super::answer::DivisionName;
use super::context::{Context, Part};
use super::division::Level;
use super::organ::OrganKind;
use super::scope::{LABELS, Scope, coded};
use super::unit::named;
use crate::{Document, Span, Text};

/// 发文机关: an issuer of a part, resolved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Issuer {
    /// The document part: 0 is the notice, 1… what is attached.
    pub part: usize,
    /// As written where it is named best.
    pub name: String,
    /// The legal name; `None` where it is not to be told.
    pub canonical: Option<String>,
    /// What kind of organ.
    pub kind: Option<OrganKind>,
    /// Its level.
    pub level: Option<Level>,
    /// Its division.
    pub division: Option<DivisionName>,
    /// Which elements name it, the surest first.
    pub sources: Vec<IssuerSource>,
    /// Elements that name others and not this one: one of them is wrong, or the text is of two papers.
    pub contradicted_by: Vec<IssuerSource>,
    /// Where it is named best.
    pub span: Span,
}

/// An element that names issuers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum IssuerSource {
    /// 标题.
    Title,
    /// 发文机关署名.
    Signature,
    /// 发文机关标志.
    Mark,
    /// A label of the page: `发文机关：…`.
    Label,
    /// 机关代字 of the document number.
    Number,
}

impl IssuerSource {
    /// The stable name used in tables and JSON: `title`.
    pub fn name(self) -> &'static str {
        match self {
            IssuerSource::Title => "title",
            IssuerSource::Signature => "signature",
            IssuerSource::Mark => "mark",
            IssuerSource::Label => "label",
            IssuerSource::Number => "number",
        }
    }
}

/// The issuers of all parts, joint ones in the order in which they are named.
pub(super) fn issuers(context: &Context<'_>, scopes: &[Scope]) -> Vec<Issuer> {
    let parts = context.parts.iter().zip(scopes);
    parts.flat_map(|(part, scope)| of_part(context, part, scope)).collect()
}

/// What one element says.
struct Said {
    source: IssuerSource,
    issuers: Vec<Issuer>,
}

fn of_part(context: &Context<'_>, part: &Part<'_>, scope: &Scope) -> Vec<Issuer> {
    // each is held against each of the other elements. A guess.
    const MOST_NAMES: usize = 64;
    let said: Vec<Said> = names(context, part, scope)
        .into_iter()
        .map(|(source, names)| (source, names.into_iter().take(MOST_NAMES).collect::<Vec<_>>()))
        .filter(|(_, names)| !names.is_empty())
        .map(|(source, names)| Said {
            source,
            issuers: names.into_iter().map(|name| issuer(name, part, scope)).collect(),
        })
        .collect();
    let Some((best, others)) = said.split_first() else { return Vec::new() };
    let mut issuers = best.issuers.clone();
    for issuer in &mut issuers {
        issuer.sources.push(best.source);
        for other in others {
            let names = |one: &Issuer| {
                one.canonical.is_some() && one.canonical == issuer.canonical || one.name == issuer.name
            };
            let resolved =
                issuer.canonical.is_some() && other.issuers.iter().all(|one| one.canonical.is_some());
            if other.issuers.iter().any(names) {
                issuer.sources.push(other.source);
            } else if resolved
                && !other
                    .issuers
                    .iter()
                    .any(|one| best.issuers.iter().any(|best| best.canonical == one.canonical))
            {
                issuer.contradicted_by.push(other.source);
            }
        }
    }
    issuers
}

/// What each element names, the surest first.
fn names(context: &Context<'_>, part: &Part<'_>, scope: &Scope) -> [(IssuerSource, Vec<Text>); 5] {
    let Document { header, closing, .. } = part.document;
    let title = header.title.iter().flat_map(|title| title.issuers.clone()).collect();
    let mark = header
        .issuer_mark
        .iter()
        .map(|mark| Text { value: mark.value.trim_end_matches("文件").to_owned(), span: mark.span });
    let labels = context
        .notice
        .metadata
        .iter()
        .filter(|line| part.number == 0 && LABELS.contains(&line.key.value.as_str()));
    let label =
        labels.map(|line| line.value.clone()).filter(|value| !value.value.is_empty()).take(1).collect();
    // a city's code may begin as a province's does: 宁政办发 is also 宁国市's
    let local = scope.place().and_then(|place| place.level).is_some_and(|level| level > Level::Province);
    let number = header.doc_number.iter().filter(|_| !local).filter_map(|number| {
        let value = coded_organ(number.agency_code.as_deref()?)?;
        Some(Text { value, span: number.span })
    });
    [
        (IssuerSource::Title, title),
        (IssuerSource::Signature, closing.signatories.clone()),
        (IssuerSource::Mark, mark.collect()),
        (IssuerSource::Label, label),
        (IssuerSource::Number, number.collect()),
    ]
}

fn issuer(name: Text, part: &Part<'_>, scope: &Scope) -> Issuer {
    let unit = named(&name, part, scope);
    Issuer {
        part: part.number,
        canonical: unit.canonical().map(str::to_owned),
        kind: unit.kind,
        level: unit.level,
        division: unit.division,
        name: name.value,
        sources: Vec::new(),
        contradicted_by: Vec::new(),
        span: name.span,
    }
}

/// The organ that counts its papers under a code: `湘政办发` is 湖南省人民政府办公厅's, `国办发` 国务院办公厅's.
pub(super) fn coded_organ(code: &str) -> Option<String> {
    if let Some(organ) = central_code(code) {
        return Some(organ.to_owned());
    }
    let province = coded(code)?;
    // 发 and 办发 are the Party's, mostly with the government: not one organ's
    let government = ["政", "府"].iter().any(|word| code.contains(word));
    let office = if code.contains('办') || code.contains("府厅") { "办公厅" } else { "" };
    government.then(|| format!("{}人民政府{office}", province.name()))
}

/// The central organ whose codes begin so, by the longest beginning.
pub(super) fn central_code(code: &str) -> Option<&'static str> {
    static CODES: LazyLock<HashMap<&str, &str>> = LazyLock::new(|| {
        let lines = include_str!("codes.tsv").lines().filter(|line| !line.starts_with('#'));
        lines.filter_map(|line| line.split_once('\t')).collect()
    });
    let ends = code.char_indices().map(|(at, c)| at + c.len_utf8());
    ends.rev().find_map(|end| CODES.get(&code[..end]).copied())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn issuers(text: &str) -> Vec<Issuer> {
        crate::resolve(text, crate::parse(text).notice()).issuers
    }

    #[test]
    fn title_signature_and_number_agree() {
        let found = issuers(
            "湘政办发〔2024〕5号\n湖南省人民政府办公厅关于修路的通知\n各市州人民政府：\n请抓紧修路。\n湖南省人民政府办公厅\n2024年5月10日",
        );
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].canonical.as_deref(), Some("湖南省人民政府办公厅"));
        assert_eq!(found[0].sources, [IssuerSource::Title, IssuerSource::Signature, IssuerSource::Number]);
        assert!(found[0].contradicted_by.is_empty());
    }

    #[test]
    fn another_signature_contradicts_the_title() {
        let found = issuers(
            "湖南省人民政府办公厅关于修路的通知\n各市州人民政府：\n请抓紧修路。\n湖南省财政厅\n2024年5月10日",
        );
        assert_eq!(found[0].contradicted_by, [IssuerSource::Signature]);
    }

    #[test]
    fn a_citys_code_is_not_held_for_a_provinces() {
        let found = issuers(
            "宁政发〔2024〕5号\n宁国市人民政府关于修路的通知\n各乡镇：\n请抓紧修路。\n宁国市人民政府\n2024年5月10日",
        );
        assert_eq!(found[0].sources, [IssuerSource::Title, IssuerSource::Signature]);
        assert!(found[0].contradicted_by.is_empty());
    }

    #[test]
    fn joint_issuers_stand_in_their_order() {
        let found = issuers(
            "财政部 国家税务总局关于修路的通知\n各省财政厅：\n请抓紧修路。\n财政部 国家税务总局\n2014年5月10日",
        );
        let names: Vec<_> = found.iter().filter_map(|issuer| issuer.canonical.as_deref()).collect();
        assert_eq!(names, ["中华人民共和国财政部", "国家税务总局"]);
    }

    #[test]
    fn a_code_tells_its_organ() {
        for (code, organ) in [
            ("国办发", Some("国务院办公厅")),
            ("湘政发", Some("湖南省人民政府")),
            ("粤府办", Some("广东省人民政府办公厅")),
            ("工信厅科函", Some("工业和信息化部办公厅")),
            ("湘发", None),
            ("湘优化办发", None),
        ] {
            assert_eq!(coded_organ(code).as_deref(), organ, "{code}");
        }
    }
}
