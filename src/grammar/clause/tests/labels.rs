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

#[test]
fn shares_of_work_are_read_where_verbs_say_the_roles() {
    assert_told(&[
        (
            "推进改革。部门分工：省财政厅牵头，各地、各部门配合。",
            &["省财政厅/lead 各地/support 各部门/support"],
        ),
        ("推进改革。（任务分工：省财政厅牵头，省商务厅配合）", &["省财政厅/lead 省商务厅/support"]),
        (
            "推进改革。责任分工：省财政厅负责，省商务厅配合。完成时限：2024年底。",
            &["省财政厅/responsible 省商务厅/support @2024年底"],
        ),
        (
            "推进改革。部门分工：省财政厅牵头，会同省商务厅、省科技厅抓好落实。",
            &["省财政厅/lead 省商务厅/support 省科技厅/support"],
        ),
        ("职责分工：省财政厅负责资金筹措，省商务厅负责推进。", &[]),
        ("任务分工：省财政厅、老旧小区改造牵头，省商务厅配合。", &[]),
        ("部门分工：省财政厅、省商务厅。", &[]),
    ]);
}

#[test]
fn a_verb_alone_is_a_label() {
    assert_told(&[
        (
            "推进改革。牵头：省财政厅；配合：省商务厅、省科协。",
            &["省财政厅/lead 省商务厅/support 省科协/support"],
        ),
        ("推进改革。（牵头：省财政厅；配合：省商务厅）", &["省财政厅/lead 省商务厅/support"]),
        ("推进改革。（省财政厅牵头；配合：省商务厅）", &["省财政厅/lead 省商务厅/support"]),
        ("推进改革。（牵头：甲某某；配合：乙某某）", &[]),
        ("由省财政厅牵头：省商务厅要加强配合：建立机制。", &[]),
    ]);
    let text = "推进改革。牵头：省财政厅配合：省商务厅";
    let line = |word: &str| text.find(word).unwrap();
    let found = clauses(text, &[0, line("牵头"), line("配合")]);
    assert_eq!((found.len(), found[0].units.len()), (1, 2));
    assert_eq!(found[0].units[1].role, Role::Support);
}

#[test]
fn an_unknown_label_behind_a_known_one_brings_in_nobody_and_is_told() {
    assert_told(&[
        (
            "推进改革。（牵头单位：云溪镇、白水镇，支撑单位：县财政局，服务保障单位：县商务局）",
            &["云溪镇/lead 白水镇/lead 县财政局/support 县商务局/support"],
        ),
        ("推进改革。责任单位：县城管局；建设单位：云溪集团", &["县城管局/responsible"]),
        ("推进改革。责任单位：县城管局建设单位：云溪集团", &["县城管局/responsible"]),
        ("推进改革。责任单位：县城管局，公安部门：负责现场，各有关单位：加强管理", &["县城管局/responsible"]),
        ("执法单位：县城管局", &[]),
        ("保障单位：县城管局", &["县城管局/support"]),
        ("通信保障单位：县城管局", &[]),
    ]);
    let text = "推进改革。（牵头单位：县城管局，执法单位：县公安局）";
    let at = text.find("执法").unwrap();
    assert_eq!(clauses(text, &[0])[0].flaws, [Flaw::UnknownLabel(at..at + 12)]);
    let text = "推进改革。（牵头单位：县城管局，成员单位：县公安局）";
    assert!(clauses(text, &[0])[0].flaws.is_empty());
}

#[test]
fn a_verb_may_stand_for_the_colon_of_a_label() {
    assert_told(&[
        ("推进改革。（责任部门为市教育局）", &["市教育局/responsible"]),
        (
            "推进改革。（牵头单位为市教育局、市财政局，配合单位为市人社局）",
            &["市教育局/lead 市财政局/lead 市人社局/support"],
        ),
        ("推进改革。（牵头部门是市教育局）", &["市教育局/lead"]),
        ("推进改革。（市教育局为第一责任单位，各县政府为实施主体）", &["市教育局/lead 各县政府/responsible"]),
        ("推进改革。（责任单位：市教育局，责任单位为多个的，首位牵头）", &["市教育局/responsible"]),
        ("推进改革。（责任单位：市教育局，第一责任单位为牵头单位，下同）", &["市教育局/responsible"]),
    ]);
}

#[test]
fn labels_of_time_go_on_with_the_lines_of_labels() {
    let text = "推进改革。责任单位：省财政厅时限要求：持续推进再抓落实。";
    let line = |word: &str| text.find(word).unwrap();
    let clause = &clauses(text, &[0, line("责任"), line("时限"), line("再抓")])[0];
    assert_eq!(clause.deadline.clone().map(|range| &text[range]), Some("持续推进"));
    assert_eq!(clause.range.end, line("再抓"));
    assert_told(&[
        ("推进改革。责任单位：省财政厅；时间安排：6月底", &["省财政厅/responsible @6月底"]),
        ("推进改革。责任单位：省财政厅；进度安排：2024年底前完成", &["省财政厅/responsible @2024年底前"]),
    ]);
}
