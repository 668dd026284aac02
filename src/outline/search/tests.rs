use super::*;
use crate::outline::candidates;
use crate::text::source::Source;
use crate::text::span::Span;

/// Labels of the items with their depth: `一、1 （一）2`.
#[track_caller]
fn assert_outline(text: &str, expected: &str) {
    let items = outline(&candidates(&Source::new(text), Span::new(0, text.len()))).items;
    let labels: Vec<String> =
        items.iter().map(|item| format!("{}{}", &text[item.candidate.span().range()], item.depth)).collect();
    assert_eq!(labels.join(" "), expected);
}

#[test]
fn items_nest_by_style() {
    assert_outline(
        "一、目标\n（一）甲。\n1.乙。\n2.丙。\n（二）丁。\n二、任务",
        "一、1 （一）2 1.3 2.3 （二）2 二、1",
    );
}

#[test]
fn numbers_run_on_across_parents() {
    assert_outline(
        "一、甲\n（一）子。\n（二）丑。\n二、乙\n（三）寅。",
        "一、1 （一）2 （二）2 二、1 （三）2",
    );
}

#[test]
fn headings_glued_into_a_line_are_found() {
    assert_outline(
        "制定本方案。一、提高能力（一）提高效能。加强培训。（二）优化服务。二、保障",
        "一、1 （一）2 （二）2 二、1",
    );
}

#[test]
fn folded_stops_end_sentences_where_there_are_no_others() {
    assert_outline("制定本方案.一、提高能力(一)提高效能.加强培训.二、保障", "一、1 (一)2 二、1");
    assert_outline("明确如下: 一,甲.乙. 二,丙.", "一,1 二,1");
    assert_outline("制定本方案。明确如下: 一,甲.二,乙。", "");
    assert_outline("办结率1.5%.统一,规范.", "");
}

#[test]
fn a_skipped_number_is_taken() {
    assert_outline("1.甲。\n2.乙。\n4.丁。", "1.1 2.1 4.1");
}

#[test]
fn cited_items_are_no_headings() {
    assert_outline(
        "第一条 为了规范，依照本办法第五条规定，制定。\n第二条 违反第一条第（二）项的，处罚。",
        "第一条1 第二条1",
    );
}

#[test]
fn an_enumeration_in_a_sentence_is_no_list() {
    assert_outline("一、材料包括：（1）申请表；（2）证明。\n二、其他", "一、1 二、1");
}

#[test]
fn the_next_number_may_stand_before_a_numeral() {
    assert_outline("一、首诊。\n二、三级查房制度\n三、四级手术。", "一、1 二、1 三、1");
    assert_outline("一、范围。\n二、三级医院。\n二、任务。", "一、1 二、1");
    assert_outline("甲。\n二、三级医院。\n乙。", "");
    assert_outline("一、查房。包括二、三级医院。", "一、1");
}

#[test]
fn a_bare_numeral_behind_a_hash_goes_on_with_its_list() {
    assert_outline("## 一、甲\n## 二\n2000年乙。", "一、1 二1");
    assert_outline("## 三\n2000年乙。", "");
    assert_outline("一、甲\n二\n2000年乙。", "一、1");
}

#[test]
fn the_next_number_may_stand_before_a_count() {
    assert_outline("3.甲。\n4.2个渔港。\n5.乙。", "3.1 4.1 5.1");
    assert_outline("3.甲。\n4.2个百分点。\n4.乙。", "3.1 4.1");
    assert_outline("1.甲。\n4.2个渔港。\n2.乙。", "1.1 2.1");
}

#[test]
fn what_an_article_lists_stands_below_it() {
    assert_outline(
        "第一章 总则\n第一条 甲。\n第二条 由以下机构负责：\n一、办公室。\n二、秘书处。\n第三条 乙。\n第二章 附则\n第四条 丙。",
        "第一章1 第一条2 第二条2 一、3 二、3 第三条2 第二章1 第四条2",
    );
    assert_outline(
        "一、总则\n第一条 甲。\n第二条 乙。\n二、附则\n第三条 丙。",
        "一、1 第一条2 第二条2 二、1 第三条2",
    );
}

#[test]
fn a_year_or_a_word_may_follow_a_number() {
    assert_outline("16.5G+智慧政务建设。\n17.2025年起施行。\n18.办结率1.5%以上。", "16.1 17.1 18.1");
}

#[test]
fn numbers_that_run_on_may_stand_inside_brackets() {
    assert_outline(
        "（一）甲\n1.子。\n2.丑。\n（二）乙\n（1）队伍\n3.寅。\n4.卯。\n（2）培养\n5.辰。\n6.巳。",
        "（一）1 1.2 2.2 （二）1 （1）2 3.3 4.3 （2）2 5.3 6.3",
    );
    assert_outline(
        "（一）队伍\n（1）培训\n1.子。\n2.丑。\n（2）培养\n1.寅。\n2.卯。",
        "（一）1 （1）2 1.3 2.3 （2）2 1.3 2.3",
    );
}

#[test]
fn an_item_glued_to_a_clause_goes_on_with_its_level() {
    assert_outline("（一）甲。责任单位：市总工会（二）对乙负责。\n（三）丙。", "（一）1 （二）1 （三）1");
}

#[test]
fn entries_that_stand_again_behind_them_are_no_items() {
    let entries = "1 总则\n1.1 目的\n1.2 依据\n2 组织\n2.1 机构\n— 3 —\n9 附则\n";
    assert_outline(&format!("{entries}1总则\n1.1目的\n规范渔港。"), "11 1.12");
    assert_outline(&format!("{entries}云溪县渔港预案\n1总则\n1.1目的\n规范渔港。"), "11 1.12");
    assert_outline("1.甲\n2.乙\n3.丙\n云溪县\n1.甲\n2.乙", "1.1 2.1 3.1 1.1 2.1");
}

#[test]
fn dotted_numbers_nest_under_their_chapter() {
    assert_outline("1 总则\n1.1 目的\n1.1.1 依据\n1.2 范围\n2 组织\n2.1 机构", "11 1.12 1.1.13 1.22 21 2.12");
}

#[test]
fn the_first_of_a_list_may_stand_behind_a_comma() {
    assert_outline("1.针对问题，（1）甲。（市局负责）（2）乙。\n2.丙。", "1.1 （1）2 （2）2 2.1");
    assert_outline("1.针对问题，（1）甲；（2）乙。\n2.丙。", "1.1 2.1");
    assert_outline("1.针对问题，（1）甲。\n2.丙。", "1.1 2.1");
}

#[test]
fn numbers_in_a_row_are_cited() {
    assert_outline("一、甲。\n按第十二条第（一）（二）项、第三条(三)(四)项办理。\n二、乙。", "一、1 二、1");
    assert_outline("试行（2030）（1）甲。（2）乙。", "（1）1 （2）1");
}

#[test]
fn a_count_may_stand_behind_a_blank() {
    assert_outline("34.甲。\n35.5 个县观摩。\n36.乙。", "34.1 35.1 36.1");
    assert_outline("2.组织\n2.1 人员组成\n2.2 人员分工", "2.1 2.12 2.22");
}
