//! Groups of organs: `各市州人民政府`, `省直有关部门`, `县安委会成员单位`.
//!
//! ```text
//! group = class ":" scope   ; governments:relevant
//! ```

mod read;

pub(crate) use read::{group, is_group};

use serde::{Deserialize, Serialize};

use super::answer::DivisionName;
use super::division::{Division, Level, Month};

/// A group of organs, by what they are and which of them are meant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Group {
    /// What its members are.
    pub class: GroupClass,
    /// Which of them.
    pub scope: GroupScope,
    /// The levels of its members, as far as the words tell.
    pub levels: Vec<Level>,
    /// Where its members are.
    pub within: Option<DivisionName>,
}

impl Group {
    /// `governments:relevant`, as tables write it.
    pub fn label(&self) -> String {
        format!("{}:{}", self.class.name(), self.scope.name())
    }

    /// The members by name in the month: of 各市州人民政府 of 湖南省 fourteen governments.
    ///
    /// Only governments of whole levels can be listed: `None` for any other group, and where the division is not known.
    ///
    /// ```
    /// let text = "湖南省人民政府办公厅关于修路的通知\n一、修路。（各市州人民政府负责）\n湖南省人民政府办公厅\n2024年5月10日";
    /// let resolved = gongwen::resolve(text, gongwen::parse(text).notice());
    /// let group = resolved.units[0].group().unwrap();
    /// let members = group.members(gongwen::resolve::Month::new(2024, 5)).unwrap();
    /// assert_eq!((members.len(), members[0].as_str()), (14, "长沙市人民政府"));
    /// ```
    pub fn members(&self, month: Option<Month>) -> Option<Vec<String>> {
        if self.class != GroupClass::Governments || self.scope != GroupScope::All || self.levels.is_empty() {
            return None;
        }
        let division = Division::coded(self.within.as_ref()?.code?, month)?;
        let divisions = self.levels.iter().flat_map(|level| division.below(*level, month));
        let government = |division: &Division| match division.name() {
            name if name.ends_with('盟') || name.ends_with("地区") => {
                format!("{}行政公署", division.full_name(month))
            }
            _ => format!("{}人民政府", division.full_name(month)),
        };
        Some(divisions.map(government).collect())
    }
}

/// What the members of a group are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum GroupClass {
    /// Governments, and divisions that stand for theirs: `各市、县`.
    Governments,
    /// `有关部门`
    Departments,
    /// `各有关单位`, `有关部门和单位`
    Units,
    /// `各商业银行`, `相关金融机构`
    Banks,
    /// `各房地产开发企业`
    Enterprises,
    /// `有关行业协会`
    Associations,
    /// `各园区管委会`
    Zones,
    /// `各级工作专班`
    Coordination,
    /// `各司局`
    Subunits,
    /// `领导小组成员单位`
    Members,
}

impl GroupClass {
    /// The stable name used in tables and JSON: `governments`.
    pub fn name(self) -> &'static str {
        match self {
            GroupClass::Governments => "governments",
            GroupClass::Departments => "departments",
            GroupClass::Units => "units",
            GroupClass::Banks => "banks",
            GroupClass::Enterprises => "enterprises",
            GroupClass::Associations => "associations",
            GroupClass::Zones => "zones",
            GroupClass::Coordination => "coordination",
            GroupClass::Subunits => "subunits",
            GroupClass::Members => "members",
        }
    }
}

/// Which members of a class a group holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum GroupScope {
    /// 有关, 相关.
    Relevant,
    /// 各.
    All,
    /// The members of a body that is named.
    Named,
    /// Those that a clause describes: `负责市场准入许可的部门`.
    Described,
    /// No word: `市级行业主管部门`.
    Bare,
}

impl GroupScope {
    /// The stable name used in tables and JSON: `relevant`.
    pub fn name(self) -> &'static str {
        match self {
            GroupScope::Relevant => "relevant",
            GroupScope::All => "all",
            GroupScope::Named => "named",
            GroupScope::Described => "described",
            GroupScope::Bare => "bare",
        }
    }
}
