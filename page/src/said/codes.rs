//! What kinds of findings are called.

use gongwen::Code;

/// What a kind of finding is called in Chinese.
pub(super) fn code(code: Code) -> &'static str {
    CODES.iter().find(|(of, _)| *of == code).map_or(code.name(), |(_, chinese)| chinese)
}

/// Every code, in the order of [`Code::ALL`].
pub(super) const CODES: &[(Code, &str)] = &[
    (Code::JoinedLine, "断行已接合"),
    (Code::DroppedBlank, "空格已略去"),
    (Code::CompatibilityCharacter, "兼容字符"),
    (Code::LostBreak, "丢失的换行"),
    (Code::InvisibleCharacter, "不可见字符"),
    (Code::MixedBrackets, "括号不一致"),
    (Code::PageLine, "网页文字"),
    (Code::PageMarkup, "网页标记"),
    (Code::PageNumber, "页码"),
    (Code::UnclosedBracket, "括号不配对"),
    (Code::NumberOutOfOrder, "序数不连续"),
    (Code::DroppedNumbers, "序数按正文读"),
    (Code::DoubtfulItem, "条目存疑"),
    (Code::RepeatedNumber, "序数重复"),
    (Code::UnmarkedNumber, "序数无标点"),
    (Code::DoubtfulUnitName, "单位名称存疑"),
    (Code::DoubtfulUnit, "单位存疑"),
    (Code::ClauseWithoutText, "分工无任务"),
    (Code::StandingRemark, "统管的说明"),
    (Code::InheritedUnits, "承继的单位"),
    (Code::TableUnread, "表格未读"),
    (Code::MergedCell, "合并单元格"),
    (Code::MergedCellUnsure, "合并单元格存疑"),
    (Code::RoleUnsure, "角色存疑"),
    (Code::DoubtfulTitle, "标题存疑"),
    (Code::MissedTitle, "疑漏标题"),
    (Code::MissedNumber, "疑漏发文字号"),
    (Code::MissedRecipients, "疑漏主送机关"),
    (Code::DoubtfulRecipients, "主送机关存疑"),
    (Code::MissedDate, "疑漏成文日期"),
    (Code::DoubtfulDate, "成文日期存疑"),
    (Code::MissedSignature, "疑漏署名"),
    (Code::DoubtfulSignature, "署名存疑"),
    (Code::GarbledText, "文字错乱"),
    (Code::InvalidDate, "日期无效"),
    (Code::DamagedNumber, "发文字号残损"),
    (Code::UnparsedText, "未识别的文字"),
];
