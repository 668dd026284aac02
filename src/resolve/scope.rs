//! Whose paper a document part is: the authority that 省, 市 and bare names in it mean.
//!
//! The scope is the part, not the file: a forwarded central paper is read as central although the notice is a province's.

use super::answer::DivisionName;
use super::context::{Context, Part};
use super::division::{Division, Level, Month};
use super::evidence::told;
use super::grounds::How;
use super::issuer::central_code;
use super::organ::{Place, branch, central, leading_place};
use crate::text::words::{begins, ends};
use crate::{Document, Span, Text};

/// Who speaks in a part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Authority {
    /// A central organ, by its full name: bare names are central ones, 规划司 is a part of it.
    Central(String),
    /// Organs of one division, or of several that speak together.
    Places(Vec<Place>),
    /// Not told.
    Unknown,
}

/// An authority, and what tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Scope {
    pub(crate) authority: Authority,
    pub(crate) how: How,
    pub(crate) rests_on: Vec<Span>,
}

impl Scope {
    pub(crate) fn unknown() -> Self {
        Scope { authority: Authority::Unknown, how: How::OwnWords, rests_on: Vec::new() }
    }

    /// The only place that speaks.
    pub(crate) fn place(&self) -> Option<&Place> {
        match &self.authority {
            Authority::Places(places) => match &places[..] {
                [place] => Some(place),
                _ => None,
            },
            _ => None,
        }
    }

    /// The division of the authority, `全国` for a central one.
    pub(crate) fn division(&self) -> Option<DivisionName> {
        match self.authority {
            Authority::Central(_) => Some(DivisionName::state()),
            _ => self.place().map(DivisionName::of),
        }
    }
}

/// The scope of each part.
pub(crate) fn scopes(context: &Context<'_>) -> Vec<Scope> {
    let mut scopes: Vec<Scope> = context.parts.iter().map(|part| own(context, part)).collect();
    if let (Some(scope), Some(part)) = (scopes.first_mut(), context.parts.first()) {
        let unknown = scope.authority == Authority::Unknown;
        if let Some(told) = unknown.then(|| told(context, part.month())).flatten() {
            *scope = told;
        }
    }
    let first = scopes.first().cloned().unwrap_or_else(Scope::unknown);
    let forwarded = context.parts.first().and_then(forwarded);
    for scope in scopes.iter_mut().skip(1).filter(|scope| scope.authority == Authority::Unknown) {
        *scope = forwarded.clone().unwrap_or_else(|| first.clone());
    }
    scopes
}

/// The scope that a part's own words tell: its title, mark, signature, labels and number.
fn own(context: &Context<'_>, part: &Part<'_>) -> Scope {
    /// More name the place of none: a guess.
    const MOST_NAMES: usize = 64;
    let month = part.month();
    let mut places: Vec<(Place, Span)> = Vec::new();
    // joint papers of more organs than these have no one scope
    for (name, span) in names(context, part).into_iter().take(MOST_NAMES) {
        match authority(&name, None, month) {
            Some(Authority::Central(organ)) if places.is_empty() => {
                return Scope {
                    authority: Authority::Central(organ),
                    how: How::Issuer,
                    rests_on: vec![span],
                };
            }
            Some(Authority::Places(found)) => {
                let known = |place: &Place| places.iter().any(|(known, _)| same(known, place));
                let fresh: Vec<_> = found.into_iter().filter(|place| !known(place)).collect();
                places.extend(fresh.into_iter().map(|place| (place, span)));
            }
            _ => {}
        }
    }
    // 岳麓区 beside its 长沙市 speaks for itself
    let inner: Vec<_> = places
        .iter()
        .filter(|(place, _)| !places.iter().any(|(other, _)| inside(other, place)))
        .cloned()
        .collect();
    if inner.is_empty() {
        return numbered(part).unwrap_or_else(Scope::unknown);
    }
    let (places, rests_on) = inner.into_iter().unzip();
    Scope { authority: Authority::Places(places), how: How::Issuer, rests_on }
}

fn same(one: &Place, other: &Place) -> bool {
    one.name == other.name
}

/// Whether `one` lies in `other` and is not it.
fn inside(one: &Place, other: &Place) -> bool {
    let divisions = one.division.zip(other.division);
    divisions.is_some_and(|(one, other)| one.code() != other.code() && one.lies_in(other))
}

/// Labels of a page that name who issued the paper.
pub(crate) const LABELS: &[&str] = &[
    "发文机关",
    "发文机构",
    "发文单位",
    "发布机构",
    "发布机关",
    "发布单位",
    "制发机关",
    "颁布单位",
    "颁布机关",
    "发文部门",
    "发布部门",
    "颁布部门",
];

/// The names that tell who issued a part, the surest first.
fn names<'n>(context: &Context<'n>, part: &Part<'n>) -> Vec<(String, Span)> {
    let Document { header, closing, .. } = part.document;
    let title = header.title.iter();
    let issuers = title.clone().flat_map(|title| &title.issuers).map(|name| (name.value.clone(), name.span));
    let mark =
        header.issuer_mark.iter().map(|mark| (mark.value.trim_end_matches("文件").to_owned(), mark.span));
    let signed = closing.signatories.iter().map(|name| (name.value.clone(), name.span));
    let labels = context.notice.metadata.iter().filter(|_| part.number == 0);
    let labels = labels.filter(|line| LABELS.contains(&line.key.value.as_str()));
    let labels = labels.map(|line| (line.value.value.clone(), line.value.span));
    // 云溪县修路方案: the title of a plan begins with the place
    let plan = title.map(|title| (title.text.clone(), title.span));
    let printer = closing.imprint.iter().filter_map(|imprint| imprint.printer.as_ref());
    let printer = printer.map(|printer: &Text| (printer.value.clone(), printer.span));
    issuers.chain(mark).chain(signed).chain(labels).chain(plan).chain(printer).collect()
}

/// Who speaks under a name: `湖南省人民政府办公厅`, `工业和信息化部办公厅`.
pub(crate) fn authority(name: &str, within: Option<&Place>, month: Option<Month>) -> Option<Authority> {
    if let Some(organ) = central_authority(name, month) {
        return Some(Authority::Central(organ));
    }
    if let Some(branch) = branch(name, within, month) {
        return Some(Authority::Places(vec![branch.place]));
    }
    if let Some(rest) = name.strip_prefix("新疆生产建设兵团").or_else(|| name.strip_prefix("兵团"))
        && !rest.starts_with('第')
    {
        return Some(Authority::Places(vec![Place::corps()]));
    }
    let name = name.strip_prefix("中共").or_else(|| name.strip_prefix("中国共产党")).unwrap_or(name);
    if let Some((place, _)) = leading_place(name, within, month) {
        return Some(Authority::Places(vec![place]));
    }
    unlisted(name).map(|place| Authority::Places(vec![place]))
}

/// The central organ that a name is, or begins with as its part: `国务院办公厅`, `生态环境部办公厅`.
fn central_authority(name: &str, month: Option<Month>) -> Option<String> {
    // a page of today names the issuer of then: 原国土资源部
    let name = name.strip_prefix('原').unwrap_or(name);
    let name = name.strip_prefix("中华人民共和国").unwrap_or(name);
    let whole =
        |form: &str| central(form, month).only.filter(|_| is_central(form)).map(|row| row.full.to_owned());
    if let Some(full) = whole(name) {
        return Some(full);
    }
    let parts = ["办公厅", "办公室", "综合司"];
    let part = parts.iter().find_map(|part| whole(name.strip_suffix(part)?));
    // leading groups and commissions of the State Council are in no table
    part.or_else(|| {
        ["国务院", "全国", "中央", "中共中央"]
            .iter()
            .any(|word| name.starts_with(word))
            .then(|| name.to_owned())
    })
}

/// Whether a form can only be a central organ's: local organs share `统计局`, not `国家统计局`.
pub(crate) fn is_central(form: &str) -> bool {
    const BEGINNINGS: &[&str] = &[
        "国家",
        "中国",
        "中央",
        "中共中央",
        "全国",
        "国务院",
        "中华",
        "最高",
        "共青团中央",
        "海关总署",
        "新华",
        "团中央",
    ];
    const ENDINGS: &[&str] =
        &["部", "总局", "总署", "审计署", "证监会", "银保监会", "银监会", "保监会", "总台"];
    begins(form, BEGINNINGS) || ends(form, ENDINGS)
}

/// A division that the gazetteer lacks, told by its government: `云溪县人民政府`.
fn unlisted(name: &str) -> Option<Place> {
    let head = &name[..name.find("人民政府")?];
    let level = match head.chars().last()? {
        '省' => Some(Level::Province),
        '州' | '盟' => Some(Level::City),
        '县' | '旗' => Some(Level::County),
        '市' | '区' => None,
        _ => return None,
    };
    let length = head.chars().count();
    let proper = (3..=8).contains(&length)
        && !head.starts_with(['各', '本', '我', '该', '全'])
        && head.chars().all(|c| ('\u{4e00}'..='\u{9fff}').contains(&c))
        && !head.contains('关');
    proper.then(|| Place { division: None, name: head.to_owned(), level })
}

/// The scope that the letter of a document number tells: `湘政办发〔2024〕1号`.
fn numbered(part: &Part<'_>) -> Option<Scope> {
    let number = part.document.header.doc_number.as_ref()?;
    let code = number.agency_code.as_deref()?;
    if let Some(organ) = central_code(code) {
        let authority = Authority::Central(central(organ, part.month()).only?.full.to_owned());
        return Some(Scope { authority, how: How::DocumentNumber, rests_on: vec![number.span] });
    }
    let province = coded(code)?;
    let authority = Authority::Places(vec![Place::of(province, part.month())]);
    Some(Scope { authority, how: How::DocumentNumber, rests_on: vec![number.span] })
}

/// The province whose government or party committee numbers so: `湘政发`, `粤府办`; `None` for codes of cities and offices.
pub(crate) fn coded(code: &str) -> Option<&'static Division> {
    const LETTERS: &[(&str, u32)] = &[
        ("京", 11),
        ("津", 12),
        ("冀", 13),
        ("晋", 14),
        ("内", 15),
        ("辽", 21),
        ("吉", 22),
        ("黑", 23),
        ("沪", 31),
        ("苏", 32),
        ("浙", 33),
        ("皖", 34),
        ("闽", 35),
        ("赣", 36),
        ("鲁", 37),
        ("豫", 41),
        ("鄂", 42),
        ("湘", 43),
        ("粤", 44),
        ("桂", 45),
        ("琼", 46),
        ("渝", 50),
        ("川", 51),
        ("黔", 52),
        ("云", 53),
        ("藏", 54),
        ("陕", 61),
        ("甘", 62),
        ("青", 63),
        ("宁", 64),
        ("新", 65),
    ];
    const SERIES: &[&str] = &[
        "政发",
        "政办发",
        "政字",
        "政办字",
        "政函",
        "政办函",
        "政规",
        "政办规",
        "政",
        "政办",
        "府发",
        "府办发",
        "府",
        "府办",
        "府规",
        "府办规",
        "府函",
        "府办函",
        "府厅发",
        "府厅字",
        "府字",
        "政文",
        "政秘",
        "政办秘",
        "政办明电",
        "政办发明电",
        "办发",
        "发",
        "委发",
        "党办发",
        "党发",
        "办函",
        "办规",
        "政传发",
        "政规发",
        "政办规发",
    ];
    let (_, province) = LETTERS
        .iter()
        .find(|(letter, _)| code.strip_prefix(letter).is_some_and(|rest| SERIES.contains(&rest)))?;
    Division::coded(province * 10_000, None)
}

/// Of a notice that passes on a central paper, the scope of what is attached: `…转发国务院办公厅关于…的通知`.
fn forwarded(part: &Part<'_>) -> Option<Scope> {
    let title = part.document.header.title.as_ref()?;
    let (_, passed) = ["转发", "批转"].iter().find_map(|word| title.text.split_once(word))?;
    let organ = passed.split(['关', '《', '等', '、', '印']).next()?;
    let Authority::Central(organ) = authority(organ, None, part.month())? else { return None };
    Some(Scope { authority: Authority::Central(organ), how: How::Issuer, rests_on: vec![title.span] })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_authority(name: &str, expected: &str) {
        let told = match authority(name, None, Month::new(2024, 5)) {
            Some(Authority::Central(organ)) => organ,
            Some(Authority::Places(places)) => {
                places.iter().map(|place| place.name.as_str()).collect::<Vec<_>>().join("|")
            }
            _ => String::new(),
        };
        assert_eq!(told, expected, "{name}");
    }

    #[test]
    fn a_name_tells_who_speaks() {
        assert_authority("湖南省人民政府办公厅", "湖南省");
        assert_authority("中共长沙市岳麓区委办公室", "长沙市岳麓区");
        assert_authority("国务院办公厅", "国务院办公厅");
        assert_authority("工业和信息化部办公厅", "中华人民共和国工业和信息化部");
        assert_authority("国家税务总局淮北市税务局", "淮北市");
        assert_authority("云溪县人民政府办公室", "云溪县");
        assert_authority("各市州人民政府", "");
        assert_authority("县水务局", "");
    }

    #[test]
    fn only_series_of_provinces_tell_a_province() {
        assert_eq!(coded("湘政办发").map(Division::name), Some("湖南省"));
        assert_eq!(coded("湘优化办发"), None);
        assert_eq!(coded("长政发"), None);
    }
}
