//! The columns of each table, in their order.

use crate::column::ColumnType::{Boolean, Date, Integer, List, Text};
use crate::{Column, Value};

const fn text(name: &'static str, english: &'static str, chinese: &'static str) -> Column {
    Column::new(name, Text, english, chinese)
}

const fn integer(name: &'static str, english: &'static str, chinese: &'static str) -> Column {
    Column::new(name, Integer, english, chinese)
}

const fn boolean(name: &'static str, english: &'static str, chinese: &'static str) -> Column {
    Column::new(name, Boolean, english, chinese)
}

const fn date(name: &'static str, english: &'static str, chinese: &'static str) -> Column {
    Column::new(name, Date, english, chinese)
}

const fn list(name: &'static str, english: &'static str, chinese: &'static str) -> Column {
    Column::new(name, List, english, chinese)
}

const fn doc() -> Column {
    text(
        "doc",
        "the notice: its file's name, the key into `documents`",
        "公文：文件名，与 documents 表关联的键",
    )
}

const fn section() -> Column {
    integer(
        "section",
        "number of the numbered item that it stands in, the key into `sections`; empty outside any item",
        "所在条目的编号，与 sections 表关联的键；不在任何条目内则为空",
    )
}

const fn task() -> Column {
    integer(
        "task",
        "number of the task in the notice, from 1 in the order of the text",
        "任务编号，全文从 1 起按原文顺序",
    )
}

const fn part() -> Column {
    integer(
        "part",
        "0 in the notice itself, 1, 2, … in its attached documents",
        "所在部分：0 为正文，1、2……为各附件",
    )
}

const fn deadline() -> Column {
    text("deadline", "the words of the clause's time, as written", "完成时限，照原文")
}

const fn start() -> Column {
    integer("start", "first byte in the text's UTF-8, from 0", "起点：在全文 UTF-8 字节中的位置，从 0 起")
}

const fn end() -> Column {
    integer(
        "end",
        "the byte behind its last in the text's UTF-8",
        "终点：在全文 UTF-8 字节中末字节之后的位置",
    )
}

pub(crate) const DOCUMENTS: &[Column] = &[
    doc(),
    text("doc_number", "document number, as written: `湘政办发〔2024〕1号`", "发文字号，照原文"),
    text("agency_code", "agency code of the document number: `湘政办发`", "机关代字"),
    integer("year", "year of the document number", "发文字号中的年份"),
    integer("serial", "serial of the document number", "发文字号中的序号"),
    text("title", "title, line breaks mended", "标题，断行已接合"),
    text("kind", "kind of document that the title ends with, as written: `通知`", "文种，照标题所写"),
    list("issuers", "issuing organs that the title names", "标题所载发文机关"),
    list("recipients", "main recipients", "主送机关"),
    list("signatories", "organs that sign", "发文机关署名"),
    date("date", "date of the notice", "成文日期"),
    text("annotation", "annotation under the date: `此件公开发布`", "附注"),
    integer("sections", "numbered items: rows in `sections`", "条目数，即 sections 表中的行数"),
    integer("tasks", "tasks: rows in `tasks`", "任务数，即 tasks 表中的行数"),
    integer(
        "units",
        "units that answer for tasks: rows in `responsibilities`",
        "责任单位数，即 responsibilities 表中的行数",
    ),
    integer("warnings", "findings that say that a value may be wrong", "警告数：所得的值可能有误"),
    integer("errors", "findings that say that text was left unparsed", "错误数：有文字未能解析"),
];

pub(crate) const SECTIONS: &[Column] = &[
    doc(),
    integer(
        "section",
        "number of the item in the notice, from 1 in the order of the text",
        "条目编号，全文从 1 起按原文顺序",
    ),
    integer(
        "parent",
        "number of the item that it stands in; empty for an outermost one",
        "上级条目的编号；最外层为空",
    ),
    part(),
    integer("depth", "1 for the outermost items of their part", "层次，各部分最外层为 1"),
    text("label", "number, as written: `（一）`", "结构层次序数，照原文"),
    Column::of("style", Text, "how the item is numbered", "序数样式", STYLES),
    integer("ordinal", "value of the number: 1 for `（一）`", "序数的数值"),
    text("heading", "heading of the item", "条目的小标题"),
    text(
        "text",
        "paragraphs of the item under its heading, without those of its sub-items, a line each",
        "小标题下的段落，不含下级条目，每段一行",
    ),
    integer("label_start", "first byte of the label", "序数的起点字节"),
    integer("label_end", "the byte behind the label", "序数的终点字节"),
    integer("heading_start", "first byte of the heading", "小标题的起点字节"),
    integer("heading_end", "the byte behind the heading", "小标题的终点字节"),
    start(),
    end(),
];

pub(crate) const TASKS: &[Column] = &[
    doc(),
    task(),
    section(),
    part(),
    text(
        "path",
        "labels of the items from the outermost to its own: `一、/（一）`",
        "自最外层至所在条目的序数",
    ),
    text("label", "label of its item", "所在条目的序数"),
    text("heading", "heading of its item", "所在条目的小标题"),
    text("text", "what is to be done, without the clause that says by whom", "任务内容，不含责任分工"),
    text(
        "responsibility",
        "the clause that says by whom, as written; empty if nobody is named",
        "责任分工，照原文；未写明则为空",
    ),
    boolean("open_ended", "whether the clause ends its list with `等`", "责任单位名单是否以「等」结尾"),
    deadline(),
    start(),
    end(),
];

pub(crate) const RESPONSIBILITIES: &[Column] = &[
    doc(),
    integer(
        "task",
        "number of the task that the unit answers for, the key into `tasks`",
        "所负责任务的编号，与 tasks 表关联的键",
    ),
    section(),
    text("label", "label of the task's item", "任务所在条目的序数"),
    integer("position", "place among the task's units, from 1", "在该任务责任单位中的次序，从 1 起"),
    text("name", "name of the unit, as written", "责任单位名称，照原文"),
    Column::of("role", Text, "part of the unit in the task", "单位在任务中的角色", ROLES),
    Column::of("kind", Text, "whether an organ is named or a group described", "单个机关或一类机关", KINDS),
    boolean(
        "inherited",
        "whether the unit is named for several tasks elsewhere (`以下均由…负责`)",
        "是否由他处统一指定（「以下均由……负责」）",
    ),
    deadline(),
    start(),
    end(),
];

pub(crate) const CITATIONS: &[Column] = &[
    doc(),
    section(),
    text("title", "title of the cited document, without 《》", "所引文件的标题，不含书名号"),
    text("doc_number", "its document number, where the text gives it", "所引文件的发文字号，原文有则录"),
    start(),
    end(),
];

pub(crate) const DIAGNOSTICS: &[Column] = &[
    doc(),
    Column::of("severity", Text, "how bad the finding is", "严重程度", SEVERITIES),
    text("code", "stable name of the kind of finding: `doubtful-unit`", "发现的种类，名称固定"),
    text("message", "what was found and, where it can be said, what was expected", "发现的内容及应有的内容"),
    integer("line", "line of its first character, from 1", "首字所在行，从 1 起"),
    integer(
        "column",
        "place of its first character in the line, in characters as people see them, from 1",
        "首字在行内的位置，按可见字符从 1 起",
    ),
    start(),
    end(),
];

/// Behind the columns of [`TASKS`] under the second layer.
pub(crate) const DUE: &[Column] = &[
    Column::of("due_kind", Text, "what the time says by which the task is due", "完成时限的类型", TIME_KINDS),
    date("due_from", "first day of that time", "完成时限的起始日"),
    date("due_to", "last day of that time", "完成时限的截止日"),
];

/// Behind the columns of [`CITATIONS`] under the second layer.
pub(crate) const LINKS: &[Column] = &[
    Column::of(
        "relation",
        Text,
        "what is done with the cited document; empty for what is no document",
        "与所引文件的关系；所引并非文件则为空",
        RELATIONS,
    ),
    text(
        "target_doc",
        "the notice that is cited, if it is among those of the run",
        "所引公文（如在本次处理之列）",
    ),
    integer("target_section", "number of the numbered item that is pointed to", "所指条目的编号"),
];

pub(crate) const TIMES: &[Column] = &[
    doc(),
    section(),
    task(),
    text("text", "the words of the time, line breaks mended", "时间，断行已接合"),
    Column::of("kind", Text, "what the words say", "时间的类型", TIME_KINDS),
    date("from", "the first day; empty where it is open or not known", "起始日；未限定或不可知则为空"),
    date("to", "the last day; empty where it is open or not known", "截止日；未限定或不可知则为空"),
    date("anchor", "the date of the notice, where the answer counts from it", "推算所依据的成文日期"),
    start(),
    end(),
];

pub(crate) const TARGETS: &[Column] = &[
    doc(),
    section(),
    task(),
    text("text", "the clause up to the quantity and what is counted", "指标所在的分句"),
    Column::of(
        "class",
        Text,
        "whether it is a goal, a limit or a figure of the past",
        "目标、限额或既有数字",
        CLASSES,
    ),
    text("quantity", "the number, decimal; of a range the first", "数值；区间则为下限"),
    text("quantity_to", "the second number of a range", "区间的上限"),
    text("unit", "the unit with its scale, as written: `万人`", "单位（含数量级），照原文"),
    Column::of("comparator", Text, "what the words compare by", "比较方式", COMPARATORS),
    Column::of(
        "change",
        Text,
        "a level, a change, or a count of what is made",
        "水平、增减或新增数量",
        CHANGES,
    ),
    text("indicator", "what is measured or counted", "指标名称"),
    date("due", "the day by which", "截止日"),
    start(),
    end(),
];

const TIME_KINDS: &[Value] = &[
    Value::new("at", "one day", "某日"),
    Value::new("by", "up to the end of a period: `2024年底前`", "至某期末"),
    Value::new("before", "up to a day, or to the day before a period: `5月10日前`", "某日之前"),
    Value::new("during", "a period: `2024年`", "某期间"),
    Value::new("since", "from a day on", "自某日起"),
    Value::new("within", "a length from an event on; names no days", "某事后若干时日内，无确定日期"),
    Value::new("recurring", "again and again; names no days", "周期性，无确定日期"),
    Value::new("ongoing", "without end; names no days", "长期，无确定日期"),
    Value::new("stages", "several of these; ends with the last day named", "分阶段，以最后所载日期为止"),
];

const RELATIONS: &[Value] = &[
    Value::new("forwards", "the notice forwards it", "转发"),
    Value::new("issues", "the notice issues it", "印发、发布"),
    Value::new("basis", "根据, 按照", "依据"),
    Value::new("implements", "贯彻落实, 执行", "贯彻落实"),
    Value::new("amends", "修订, 修改", "修订"),
    Value::new("repeals", "废止", "废止"),
    Value::new("mentions", "none of these", "提及"),
    Value::new("internal", "an item of the notice itself: `本办法第五条`", "指向本文条款或附件"),
];

const CLASSES: &[Value] = &[
    Value::new("target", "the goal of a task", "目标"),
    Value::new("limit", "a rule, a cap or a condition", "限额、条件"),
    Value::new("fact", "a figure of the past", "既有数字"),
];

const COMPARATORS: &[Value] = &[
    Value::new("at_least", "以上, 不少于, 超过", "不少于"),
    Value::new("at_most", "以下, 以内, 不超过", "不超过"),
    Value::new("about", "左右, 约", "约"),
    Value::new("range", "between two numbers", "区间"),
    Value::new("exactly", "none of these words", "等于"),
];

const CHANGES: &[Value] = &[
    Value::new("level", "what is reached: 提高到, 达到", "达到的水平"),
    Value::new("increase", "by how much it grows", "增加"),
    Value::new("decrease", "by how much it shrinks", "减少"),
    Value::new("new", "how many are made or done", "新增、完成的数量"),
];

const fn level() -> Column {
    Column::of("level", Text, "level of the organ", "机关层级", LEVELS)
}

const fn division() -> Column {
    text("division", "division that the organ belongs to, in full: `北京市平谷区`", "所属行政区划全称")
}

const fn division_code() -> Column {
    integer(
        "division_code",
        "code of the division (GB/T 2260); 0 for the state",
        "行政区划代码（GB/T 2260）；全国为 0",
    )
}

/// What a resolved run adds to `responsibilities`.
pub(crate) const RESOLVED_RESPONSIBILITIES: &[Column] = &[
    text(
        "canonical",
        "legal name of the organ at the notice's date; empty where it is not to be told",
        "机关规范全称；不能确定则为空",
    ),
    Column::of("unit_kind", Text, "what the unit is", "单位性质", UNIT_KINDS),
    level(),
    division(),
    division_code(),
    text("group", "class and scope of a group: `governments:relevant`", "一类机关的类别与范围"),
    Column::of(
        "role_inferred",
        Text,
        "role that a remark over the document gives (`列第一位的为牵头单位`)",
        "由全文说明推得的角色",
        ROLES,
    ),
    text("how", "how the answer was reached: `issuer`, `own-words`", "判定依据"),
    list("candidates", "all names it may stand for, where more than one is left", "不能确定时的全部可能名称"),
];

pub(crate) const ISSUERS: &[Column] = &[
    doc(),
    part(),
    integer("position", "place among the issuers of its part, from 1", "在该部分发文机关中的次序，从 1 起"),
    text("name", "name of the issuer, as written", "发文机关名称，照原文"),
    text("canonical", "legal name of the issuer", "发文机关规范全称"),
    Column::of("unit_kind", Text, "what the issuer is", "单位性质", UNIT_KINDS),
    level(),
    division(),
    division_code(),
    list("sources", "elements that name it: title, signature, mark, label, number", "载明该机关的要素"),
    list("contradicted_by", "elements that name others and not this one", "载明其他机关的要素"),
    start(),
    end(),
];

pub(crate) const UNITS: &[Column] = &[
    text("canonical", "legal name of the organ", "机关规范全称"),
    Column::of("unit_kind", Text, "what the organ is", "单位性质", UNIT_KINDS),
    level(),
    division(),
    division_code(),
    list("names", "the names it is written under", "原文所用各名称"),
    integer("lead", "times it leads, remarks over the document with it", "牵头次数"),
    integer("support", "times it supports", "配合次数"),
    integer("responsible", "times it answers with no other role", "负责次数"),
    integer("documents", "notices that name it", "所涉公文数"),
    integer("first_year", "year of the first notice that names it", "首次出现的年份"),
    integer("last_year", "year of the last notice that names it", "末次出现的年份"),
];

const LEVELS: &[Value] = &[
    Value::new("central", "of the state", "中央"),
    Value::new("province", "of a province, an autonomous region or a municipality", "省级"),
    Value::new("city", "of a prefecture or its like", "地级"),
    Value::new("county", "of a county or its like", "县级"),
    Value::new("township", "of a township", "乡级"),
    Value::new("village", "of a village", "村级"),
    Value::new("cross", "of several provinces", "跨省"),
];

const UNIT_KINDS: &[Value] = &[
    Value::new("party", "organ of the Communist Party", "党的机关"),
    Value::new("government", "government or a department of it", "政府及其部门"),
    Value::new("legislature", "people's congress", "人大"),
    Value::new("cppcc", "people's political consultative conference", "政协"),
    Value::new("court", "court", "法院"),
    Value::new("procuratorate", "procuratorate", "检察院"),
    Value::new("mass", "mass organisation", "群团组织"),
    Value::new("association", "association or chamber of commerce", "协会商会"),
    Value::new("enterprise", "company or bank", "企业"),
    Value::new("institution", "public institution", "事业单位"),
    Value::new("vertical", "branch of a central organ", "垂直管理机构"),
    Value::new("military", "armed forces", "军事机关"),
    Value::new("zone", "administration of a zone", "开发区、新区"),
    Value::new("coordination", "office of a leading group", "议事协调机构"),
    Value::new("group", "a group, no single organ", "一类机关"),
];

const STYLES: &[Value] = &[
    Value::new("part", "`第一编` `第一篇` `第一部分`", "编、篇、部分"),
    Value::new("chapter", "`第一章`", "章"),
    Value::new("section-of-chapter", "`第一节`", "节"),
    Value::new("article", "`第一条`", "条"),
    Value::new("han-comma", "`一、`", "汉字加顿号"),
    Value::new("han-bracket", "`（一）` `㈠`", "汉字加括号"),
    Value::new("dotted1", "`1` of a chapter whose items are `1.1`", "点分数字的第一级"),
    Value::new("dotted2", "`1.1`", "两级点分数字"),
    Value::new("dotted3", "`1.1.1`", "三级点分数字"),
    Value::new("dotted4", "`1.1.1.1`", "四级点分数字"),
    Value::new("arabic", "`1.` `1、`", "阿拉伯数字加点或顿号"),
    Value::new("arabic-bracket", "`（1）` `⑴`", "阿拉伯数字加括号"),
    Value::new("arabic-half-bracket", "`1）`", "阿拉伯数字加后括号"),
    Value::new("circled", "`①`", "带圈数字"),
    Value::new("row", "a row of a table", "表格的一行"),
];

const ROLES: &[Value] = &[
    Value::new("lead", "leads: 牵头, 主办", "牵头、主办"),
    Value::new("support", "supports: 配合, 参与, 协办", "配合、参与、协办"),
    Value::new("responsible", "answers for it: 负责, 落实, or no word", "负责、落实，或未写明角色"),
];

const KINDS: &[Value] = &[
    Value::new("organ", "one organ: `省财政厅`", "单个机关"),
    Value::new("group", "a group by its description: `各市州人民政府`", "一类机关"),
];

const SEVERITIES: &[Value] = &[
    Value::new("note", "repaired, and surely right", "提示：已修正，结果可信"),
    Value::new("warning", "the value may be wrong", "警告：所得的值可能有误"),
    Value::new("error", "text was left unparsed", "错误：有文字未能解析"),
];

#[cfg(test)]
mod tests {
    use super::*;
    use gongwen::resolve::{Change, Comparator, Level, OrganKind, TargetClass, TimeKind};
    use gongwen::{MarkerStyle, Role, Severity, UnitKind};

    #[track_caller]
    fn assert_named<T: serde::de::DeserializeOwned>(values: &[Value], name: fn(T) -> &'static str) {
        for value in values {
            let of_model = serde_json::from_value::<T>(value.name.into()).unwrap();
            assert_eq!(name(of_model), value.name);
        }
    }

    #[test]
    fn listed_values_are_the_models() {
        assert_named(STYLES, MarkerStyle::name);
        assert_named(ROLES, Role::name);
        assert_named(KINDS, UnitKind::name);
        assert_named(SEVERITIES, Severity::name);
        assert_named(TIME_KINDS, TimeKind::name);
        assert_named(LEVELS, Level::name);
        // the last is no organ
        assert_named(&UNIT_KINDS[..UNIT_KINDS.len() - 1], OrganKind::name);
        assert_named(CLASSES, TargetClass::name);
        assert_named(COMPARATORS, Comparator::name);
        assert_named(CHANGES, Change::name);
    }
}
