//! Clauses behind a label: `责任单位：省财政厅`.

use super::*;

#[test]
fn labels_in_brackets_are_read() {
    assert_told(&[
        ("推进改革。（责任单位：省财政厅）", &["省财政厅/responsible"]),
        ("推进改革。(牵头单位:省财政厅;配合单位:省商务厅)", &["省财政厅/lead 省商务厅/support"]),
        (
            "推进改革。（责任单位：省通信管理局牵头，各电信企业配合）",
            &["省通信管理局/lead 各电信企业/support"],
        ),
        (
            "推进改革。（牵头单位：省财政厅；完成时间：2022年9月底前，长期推进）",
            &["省财政厅/lead @2022年9月底前，长期推进"],
        ),
        (
            "推进改革。（责任单位：省总工会；责任人：甲某、乙某等；牵头部门：省民政厅）",
            &["省总工会/responsible 省民政厅/lead"],
        ),
        ("推进改革。（责任部门和单位：市科委、市教委等）", &["市科委/responsible 市教委/responsible …"]),
    ]);
}

#[test]
fn labels_outside_brackets_are_read_to_the_end_of_what_they_say() {
    assert_told(&[
        ("推进改革。责任单位：省财政厅、省商务厅", &["省财政厅/responsible 省商务厅/responsible"]),
        ("推进改革。牵头单位：省自然资源厅协同单位：省林业局", &["省自然资源厅/lead 省林业局/support"]),
        (
            "推进改革。牵头单位：省财政厅；配合单位：省商务厅。完成时限：2025年6月。再抓落实。",
            &["省财政厅/lead 省商务厅/support @2025年6月"],
        ),
        ("推进改革。责任单位：省总工会（三）对困难职工给予补助。", &["省总工会/responsible"]),
        ("推进改革。责任单位：省工商联三、扩大就业", &["省工商联/responsible"]),
        (
            "推进改革。责任单位：省商务厅、省财政厅重点工作（5项）：加强监管",
            &["省商务厅/responsible 省财政厅/responsible"],
        ),
        (
            "推进改革。责任单位：省教育厅，县级人民政府加强统筹规划，满足群众需求。",
            &["省教育厅/responsible 县级人民政府/responsible"],
        ),
    ]);
}

#[test]
fn label_lines_that_follow_each_other_are_one_clause() {
    let text = "推进改革。牵头单位：省财政厅配合单位：省商务厅完成时限：2025年底再抓落实。";
    let line = |word: &str| text.find(word).unwrap();
    let breaks = [0, line("牵头"), line("配合"), line("完成"), line("再抓")];
    let found = clauses(text, &breaks);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].form, ClauseForm::Line);
    assert_eq!(found[0].range, line("牵头")..line("再抓"));
}

#[test]
fn a_label_holds_for_the_lists_before_a_verb() {
    assert_told(&[
        (
            "推进改革。（责任单位：省财政厅、省商务厅，省级各部门按职责分工配合）",
            &["省财政厅/responsible 省商务厅/responsible 省级各部门/support"],
        ),
        (
            "推进改革。（责任单位：省财政厅，省商务厅配合做好服务）",
            &["省财政厅/responsible 省商务厅/support"],
        ),
        (
            "推进改革。（责任单位：省财政厅牵头，省商务厅，各市人民政府配合）",
            &["省财政厅/lead 省商务厅/support 各市人民政府/support"],
        ),
        ("推进改革。（省财政厅，省商务厅配合）", &["省财政厅/support 省商务厅/support"]),
        ("推进改革。（责任单位：省财政厅，省商务厅牵头）", &["省财政厅/lead 省商务厅/lead"]),
    ]);
}
