//! Clauses that lost a bracket, and text made to hurt.

use super::*;

#[test]
fn damaged_brackets_are_read_with_a_flaw() {
    let mixed = "推进改革。（省财政厅、省商务厅按职责分工负责)";
    assert_eq!(clauses(mixed, &[0])[0].flaws, [Flaw::MixedBrackets]);
    let open = "推进改革。（责任单位：省财政厅、省商务厅。再抓落实。";
    let clause = &clauses(open, &[0])[0];
    assert_eq!((clause.units.len(), &clause.flaws[..]), (2, &[Flaw::Unclosed][..]));
}

#[test]
fn a_clause_that_lost_a_bracket_is_read_at_a_paragraphs_end() {
    for (text, flaw) in [
        ("推进改革。 省财政厅、南浦银保监局按照职责分工负责）", Flaw::Unopened),
        ("推进改革。省财政厅、南浦银保监局负责）。", Flaw::Unopened),
        ("推进改革。（省财政厅、南浦银保监局负责", Flaw::Unclosed),
        ("推进改革。（省财政厅、南浦银保监局负责。", Flaw::Unclosed),
    ] {
        let clause = &clauses(text, &[0])[0];
        assert_eq!((clause.units.len(), &clause.flaws[..]), (2, &[flaw][..]), "{text}");
    }
    for text in [
        "推进改革。省财政厅、南浦银保监局负责）再抓落实。",
        "推进改革。细化措施，省财政厅、南浦银保监局负责）",
        "推进改革。省财政厅、南浦银保监局）",
        "推进改革。省财政厅、南浦银保监局负责。",
        "推进改革（省财政厅、企业标准化工作负责",
        "推进改革。（省财政厅、南浦银保监局",
    ] {
        assert_eq!(told(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn a_long_closed_clause_loses_nothing() {
    let text = format!("推进改革。（责任单位：{}省商务厅）", "省财政厅、".repeat(5_000));
    assert_eq!(clauses(&text, &[0])[0].units.len(), 5_001);
}

#[test]
fn hostile_text_gives_nothing_and_ends() {
    for piece in [
        "（",
        "（责任单位：",
        "责任单位：",
        "、",
        "（省（",
        "）",
        "：",
        "（省财政厅",
        "各市、",
        "）。",
        "负责）",
        "牵头：",
        "部门分工：",
        "部门分工：省财政厅牵头，",
    ] {
        clauses(&piece.repeat(20_000), &[0]);
    }
    for piece in [
        "会同",
        "会同省商务厅",
        "省商务厅牵头",
        "，以下均需各市政府落实",
        "，任务均需各市政府落实",
        "等",
        "高等",
        "和省商务厅",
        "由",
        "（等",
        "、项目、财政、税务部门",
        "<",
        "财政、",
        "，省财政厅及时",
        "省财政厅负责）",
        "（甲）",
        "；",
        "，抓紧推进",
        "为主",
        "为",
        "市领导甲",
        "结合实际",
        "，执法单位：",
        "和市长",
        "会同配合",
    ] {
        clauses(&format!("推进改革。（责任单位：省财政厅{}）", piece.repeat(20_000)), &[0]);
        clauses(&format!("推进改革。（省财政厅{}负责）", piece.repeat(20_000)), &[0]);
    }
}

#[test]
fn a_list_behind_a_comma_that_says_its_own_role_is_not_sure_behind_those_who_help() {
    let flaws = |text: &str| clauses(text, &[0])[0].flaws.clone();
    let text = "种树。（市水利局会同市财政局，市商务局、市林业局按职责分工负责）";
    let at = text.find("市林业局").unwrap();
    assert_eq!(flaws(text), [Flaw::RoleUnsure(at..at + "市林业局按职责分工负责".len())]);
    for sure in [
        "种树。（市水利局会同市财政局、市商务局按职责分工负责）",
        "种树。（市水利局会同市财政局，市商务局配合）",
    ] {
        assert_eq!(flaws(sure), [], "{sure}");
    }
}
