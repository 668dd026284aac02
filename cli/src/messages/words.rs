//! Labels and marks that stand beside the words of a notice.

use super::Word;

/// Declares each word once, in both languages.
macro_rules! words {
    ($($name:ident $english:literal $chinese:literal;)*) => {
        $(pub(crate) const $name: Word = Word { english: $english, chinese: $chinese };)*

        #[cfg(test)]
        pub(super) const WORDS: &[(&str, Word)] = &[$((stringify!($name), $name)),*];
    };
}

words! {
    // Elements of a notice
    METADATA "metadata" "网页标签";
    TITLE "title" "标题";
    NUMBER "number" "发文字号";
    DATE "date" "成文日期";
    COPY_NUMBER "copy number" "份号";
    SECRECY "secrecy" "密级";
    URGENCY "urgency" "紧急程度";
    ISSUER_MARK "issuer mark" "发文机关标志";
    APPROVERS "approvers" "签发人";
    ISSUERS "issuers" "发文机关";
    GENRE "genre" "文种";
    REPEATED_TITLES "repeated titles" "重复的标题";
    RECIPIENTS "recipients" "主送机关";
    SIGNATORIES "signatories" "署名";
    ANNOTATION "annotation" "附注";
    ATTACHMENT_LIST "attachment list" "附件说明";
    SUBJECT_WORDS "subject words" "主题词";
    COPIES_TO "copies to" "抄送机关";
    PRINTER "printer" "印发机关";
    PRINTED_ON "printed on" "印发日期";
    ATTACHED "attached document" "附件";
    TASK "task" "任务";
    TEXT "text" "正文";
    CITES "cites" "引用";
    DEADLINE "deadline" "时限";
    REMARKS "remarks" "说明";
    NOBODY "nobody named" "未列单位";
    OPEN_ENDED "open-ended" "未列尽";

    // Parts of a page
    UNPARSED "unparsed" "未识别";
    FURNITURE "furniture" "网页文字";
    FINDINGS "findings" "提示";
    RESOLVED "resolved" "判定";
    UNIT "unit" "单位";
    NOT_TOLD "not told" "未能判定";

    // Marks
    FROM_METADATA "[metadata]" "［网页标签］";
    UNDER_TITLE "[under the title]" "［标题之下］";
    GROUP "group" "一类机关";
    INHERITED "inherited" "承继";
    INFERRED_LEAD "inferred lead" "推定牵头";
    OPENING "[" "［";
    CLOSING "]" "］";
    COMMA ", " "，";
    OR " or " "或";
    SEMICOLON "; " "；";
    COLON ": " "：";

    // What is written
    TABLES "tables are" "表";
    SHEET "sheet is" "编码表";
    PAGE "page is" "网页";
    NETWORK "network is" "协作网络";

    // A bar
    BAR
        "{bar:30} {pos} of {len} files, {elapsed}, {eta} to go"
        "{bar:30} 第 {pos} 个文件，共 {len} 个，已用 {elapsed}，还需 {eta}";

    // What a cell holds
    SOME_WORDS "words" "文字";
    WHOLE_NUMBER "a whole number" "整数";
    TRUE_OR_FALSE "true or false" "true 或 false";
    SOME_DAY "a day such as 2024-05-10" "日期，如 2024-05-10，";
    NONE "none" "无";

    // The help
    USAGE "Usage:" "用法：";
    COMMANDS "Commands" "命令";
    ARGUMENTS "Arguments" "参数";
    OPTIONS "Options" "选项";
    THE_OPTIONS "[OPTIONS]" "[选项]";
    THE_COMMAND "<COMMAND>" "<命令>";
    HELP "Print help" "显示帮助";
    VERSION "Print version" "显示版本";
    HELP_COMMAND
        "Print this message or the help of the given subcommand(s)"
        "显示本说明，或某个命令的说明";
}
