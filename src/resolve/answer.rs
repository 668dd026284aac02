//! What the second layer answers about units: [`ResolvedUnit`], an [`Organ`], a [`Group`], or none.

use serde::{Deserialize, Serialize};

use super::division::{Level, Month, Period};
use super::grounds::Grounds;
use super::group::Group;
use super::organ::{OrganKind, Place};
use super::scope::{Authority, Scope};
use crate::{Role, Span};

/// 责任单位, and which organ or group it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ResolvedUnit {
    /// The document part it stands in: 0 is the notice, 1… what is attached.
    pub part: usize,
    /// As the first layer read it: `省发展改革委`.
    pub name: String,
    /// Its place, the same as the unit's of the first layer.
    pub span: Span,
    /// Which one it is.
    pub answer: Answer,
    /// What kind of organ, known in some cases where its name is not: `省港航集团` is an enterprise.
    pub kind: Option<OrganKind>,
    /// Its level.
    pub level: Option<Level>,
    /// The division it belongs to.
    pub division: Option<DivisionName>,
    /// The role that a remark over the whole document gives it (`列第一位的为牵头单位`), beside the one its clause says.
    pub role_inferred: Option<InferredRole>,
    /// All names it may stand for, where place, level and date leave more than one.
    pub candidates: Vec<String>,
    /// How the answer was reached.
    pub grounds: Grounds,
}

impl ResolvedUnit {
    /// The canonical name, where one is answered.
    pub fn canonical(&self) -> Option<&str> {
        match &self.answer {
            Answer::Organ(organ) => Some(&organ.canonical),
            _ => None,
        }
    }

    /// The role of the unit: the one that a remark over the document gives it, else the one that its clause says.
    pub fn role(&self, written: Role) -> Role {
        self.role_inferred.map_or(written, |inferred| inferred.role)
    }

    /// The group, where it is one.
    pub fn group(&self) -> Option<&Group> {
        match &self.answer {
            Answer::Group(group) => Some(group),
            _ => None,
        }
    }
}

/// Which organ or group a name stands for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Answer {
    /// One organ.
    Organ(Organ),
    /// A group of them.
    Group(Group),
    /// Not to be told from the text and the gazetteer.
    None,
}

/// One organ by its legal name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Organ {
    /// The legal name at the notice's date: `湖南省发展和改革委员会`.
    pub canonical: String,
    /// The formal short name: `湖南省发展改革委`.
    pub short_name: Option<String>,
    /// The second name in brackets, as written: `市新闻出版局` of `市委宣传部（市新闻出版局）`.
    pub second_name: Option<String>,
    /// When the name holds, as far as known: local reforms lag the centre's by up to a year.
    pub period: Period,
    /// The organ that took its place, where the name no longer holds at the notice's date: `湖南省自然资源厅`.
    pub succeeded_by: Option<String>,
    /// Whether it is a part of the issuer: `规划司` in a ministry's paper.
    pub internal: Internal,
}

/// Whether an organ is a part of the issuer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Internal {
    /// An organ of its own.
    #[default]
    No,
    /// A department inside the issuer.
    Yes,
}

/// A division as answers name it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub struct DivisionName {
    /// The full name, districts with their city: `北京市平谷区`; `全国` for central organs.
    pub name: String,
    /// The code of GB/T 2260; `None` for a division that the gazetteer lacks.
    pub code: Option<u32>,
}

impl DivisionName {
    pub(crate) fn of(place: &Place) -> Self {
        DivisionName { name: place.name.clone(), code: place.division.map(super::Division::code) }
    }

    pub(crate) fn state() -> Self {
        DivisionName { name: "全国".to_owned(), code: Some(0) }
    }
}

/// Who speaks in a document part: the level and division that bare names in it mean.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ResolvedPart {
    /// The level of who speaks; `None` where it is not told, or several speak.
    pub level: Option<Level>,
    /// The division of who speaks.
    pub division: Option<DivisionName>,
    /// How it was reached.
    pub grounds: Grounds,
}

impl ResolvedPart {
    pub(crate) fn of(scope: &Scope) -> Self {
        let central = matches!(scope.authority, Authority::Central(_)).then_some(Level::Central);
        ResolvedPart {
            level: central.or_else(|| scope.place()?.level),
            division: scope.division(),
            grounds: Grounds::on(scope.how, scope.rests_on.iter().copied()),
        }
    }
}

/// A role that a remark gives, and the remark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct InferredRole {
    /// What the remark says.
    pub role: Role,
    /// Where it says so.
    pub remark: Span,
}

/// The name that took the place of another in a reform, by their stems.
pub(crate) fn successor(stem: &str, month: Option<Month>, period: Period) -> Option<&'static str> {
    const SUCCESSORS: &[(&str, &str)] = &[
        ("国土资源厅", "自然资源厅"),
        ("环境保护厅", "生态环境厅"),
        ("环境保护局", "生态环境局"),
        ("农业厅", "农业农村厅"),
        ("农业局", "农业农村局"),
        ("农业委员会", "农业农村委员会"),
        ("卫生和计划生育委员会", "卫生健康委员会"),
        ("卫生和计划生育局", "卫生健康局"),
        ("安全生产监督管理局", "应急管理局"),
        ("工商行政管理局", "市场监督管理局"),
        ("质量技术监督局", "市场监督管理局"),
        ("食品药品监督管理局", "市场监督管理局"),
        ("粮食局", "粮食和物资储备局"),
        ("交通厅", "交通运输厅"),
        ("建设厅", "住房和城乡建设厅"),
        ("卫生厅", "卫生和计划生育委员会"),
        ("中国银行业监督管理委员会{S}监管局", "中国银行保险监督管理委员会{S}监管局"),
        ("中国保险监督管理委员会{S}监管局", "中国银行保险监督管理委员会{S}监管局"),
        ("中国银行保险监督管理委员会{S}监管局", "国家金融监督管理总局{S}监管局"),
        ("中华人民共和国国土资源部", "中华人民共和国自然资源部"),
        ("中华人民共和国环境保护部", "中华人民共和国生态环境部"),
        ("中华人民共和国农业部", "中华人民共和国农业农村部"),
        ("国家卫生和计划生育委员会", "国家卫生健康委员会"),
        ("国家安全生产监督管理总局", "中华人民共和国应急管理部"),
        ("中国银行保险监督管理委员会", "国家金融监督管理总局"),
    ];
    let ended = period.to.zip(month).is_some_and(|(to, month)| to <= month);
    SUCCESSORS.iter().find(|(old, _)| ended && *old == stem).map(|&(_, next)| next)
}
