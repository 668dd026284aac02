//! Names of the data that are shown to people.

use crate::language::{Language, language};

/// A name as the data have it, and in Chinese.
pub(super) const NAMES: &[(&str, &str)] = &[
    // Roles
    ("lead", "牵头"),
    ("support", "配合"),
    ("responsible", "负责"),
    // Severities
    ("note", "注"),
    ("warning", "警告"),
    ("error", "错误"),
    // What organs are
    ("party", "党的机关"),
    ("government", "政府机关"),
    ("legislature", "人大"),
    ("cppcc", "政协"),
    ("court", "法院"),
    ("procuratorate", "检察院"),
    ("mass", "群团组织"),
    ("association", "协会商会"),
    ("enterprise", "企业"),
    ("institution", "事业单位"),
    ("vertical", "垂直管理机构"),
    ("military", "军事机关"),
    ("zone", "开发区"),
    ("coordination", "议事协调机构"),
    ("group", "一类机关"),
    // Levels
    ("central", "中央"),
    ("province", "省级"),
    ("city", "地级"),
    ("county", "县级"),
    ("township", "乡级"),
    ("village", "村级"),
    ("cross", "跨省"),
    // How it is known
    ("own-words", "名称本身"),
    ("notice-date", "成文日期"),
    ("nearby", "上下文"),
    ("issuer", "发文机关"),
    ("document-number", "发文字号"),
    ("other-names", "文中其他名称"),
    ("only-mention", "文中唯一区划"),
    ("whole-name", "文中全称"),
    // Where an issuer is named
    ("title", "标题"),
    ("signature", "署名"),
    ("mark", "发文机关标志"),
    ("label", "网页标签"),
    ("number", "字号"),
    // Kinds of value that are compared
    ("notice", "公文"),
    ("genre", "文种"),
    ("date", "成文日期"),
    ("annotation", "附注"),
    ("recipient", "主送机关"),
    ("signatory", "署名机关"),
    ("issuing organ", "判定的发文机关"),
    ("section", "条目"),
    ("task", "任务"),
    ("clause", "责任分工"),
    ("deadline", "时限"),
    ("unit", "单位"),
    ("citation", "引文"),
    ("time", "时间"),
    ("target", "指标"),
    // What became of them
    ("same", "相同"),
    ("changed", "改变"),
    ("lost", "丢失"),
    ("gained", "新增"),
    // What is done with a cited document
    ("forwards", "转发"),
    ("issues", "印发"),
    ("basis", "依据"),
    ("implements", "贯彻落实"),
    ("amends", "修订"),
    ("repeals", "废止"),
    ("mentions", "提及"),
    ("internal", "本文"),
    ("cites", "引用"),
    // Ties
    ("co-task", "共同任务"),
    ("lead-support", "牵头与配合"),
    ("two-mode", "单位与任务"),
    ("co-issue", "联合发文"),
];

/// The name in the language of the run; one that is not known stays.
pub(crate) fn name(name: &str) -> &str {
    match language() {
        Language::English => name,
        Language::Chinese => {
            NAMES.iter().find(|(english, _)| *english == name).map_or(name, |(_, chinese)| chinese)
        }
    }
}
