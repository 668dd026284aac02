//! Where the names of units begin and end, and what they share.

use super::*;

#[test]
fn a_name_may_hold_the_words_of_a_sentence() {
    assert_told(&[
        (
            "推进改革。（省促进中小企业发展工作领导小组各成员单位按职责分工负责）",
            &["省促进中小企业发展工作领导小组各成员单位/responsible"],
        ),
        ("推进改革。（省推动改革工作领导小组办公室牵头）", &["省推动改革工作领导小组办公室/lead"]),
        ("推进改革。（责任单位：区投资促进服务中心）", &["区投资促进服务中心/responsible"]),
        ("推进改革（促进企业改革发展和推动落实）。", &[]),
    ]);
}

#[test]
fn angle_brackets_hold_names_together() {
    assert_told(&[
        ("推进改革。（各县‹市、区>政府负责）", &["各县‹市、区>政府/responsible"]),
        (
            "推进改革。(各县级市<区>政府<管委会>、市财政局负责)",
            &["各县级市<区>政府<管委会>/responsible 市财政局/responsible"],
        ),
        (
            "推进改革。（浓度<35，市生态环境局、市城管局负责）",
            &["浓度<35/responsible 市生态环境局/responsible 市城管局/responsible"],
        ),
    ]);
    assert!(clauses("推进改革。（有关区政府<管委会>负责）", &[0])[0].flaws.is_empty());
}

#[test]
fn subjects_before_a_common_word_are_one_group() {
    assert_told(&[
        (
            "推进改革。（省级公安、生态环境、应急等主管部门按职责分工负责）",
            &["省级公安、生态环境、应急等主管部门/responsible"],
        ),
        (
            "推进改革。（责任单位：各级财政、税务部门，省医保局）",
            &["各级财政、税务部门/responsible 省医保局/responsible"],
        ),
        ("推进改革。（水利部、商务部等部门负责）", &["水利部/responsible 商务部/responsible …"]),
        ("推进改革。（省财政厅、商务部门负责）", &["省财政厅/responsible 商务部门/responsible"]),
    ]);
}

#[test]
fn words_around_a_name_are_cut_off() {
    assert_told(&[
        ("推进改革。（涉督查事宜办公厅牵头，涉审计事宜财务司牵头落实）", &["办公厅/lead 财务司/lead"]),
        (
            "推进改革。（监测司牵头负责，并协调水利部、卫生健康委及时公开相关信息）",
            &["监测司/lead 水利部/support 卫生健康委/support"],
        ),
        (
            "推进改革。（办公厅牵头，业务司局按职责落实并归口指导直属单位）",
            &["办公厅/lead 业务司局/responsible"],
        ),
        (
            "推进改革。（省政务办牵头；2019年底前完成证照、材料共享互认，持续推进）",
            &["省政务办/lead @2019年底前完成证照、材料共享互认，持续推进"],
        ),
        (
            "推进改革。责任部门：科技局会同有关部门，时间进度：持续推进",
            &["科技局/lead 有关部门/support @持续推进"],
        ),
    ]);
}

#[test]
fn names_keep_what_belongs_to_them() {
    assert_told(&[
        (
            "推进改革。（中国（福建）自由贸易试验区福州片区管委会牵头，省商务厅配合）",
            &["中国（福建）自由贸易试验区福州片区管委会/lead 省商务厅/support"],
        ),
        (
            "推进改革。（市委宣传部（市新闻出版局）、市政务服务和大数据中心负责）",
            &["市委宣传部（市新闻出版局）/responsible 市政务服务和大数据中心/responsible"],
        ),
        ("推进改革。（省科技厅（牵头）、省财政厅）", &["省科技厅/lead 省财政厅/responsible"]),
        ("推进改革。（牵头单位：区商务局甲某某-01012345678）", &["区商务局/lead"]),
        (
            "推进改革。（市公安局、市交通局和各区政府负责）",
            &["市公安局/responsible 市交通局/responsible 各区政府/responsible"],
        ),
    ]);
}

#[test]
fn persons_and_telephones_in_brackets_are_cut_off() {
    assert_told(&[
        ("推进改革。牵头单位：区商务局（甲某某，电话：0000-1111111）", &["区商务局/lead"]),
        (
            "推进改革。责任单位：城关镇人民政府（010-12345678）、区文旅局",
            &["城关镇人民政府/responsible 区文旅局/responsible"],
        ),
        ("推进改革。责任单位：区信访局（12345热线办）", &["区信访局（12345热线办）/responsible"]),
    ]);
    let text = "保洁责任单位：城关镇人民政府（甲某某，电话：0000-1111111）责任人：乙某某完成时间：5月31日前";
    let line = |word: &str| text.find(word).unwrap();
    let breaks = [0, line("责任单位"), line("责任人"), line("完成")];
    let clause = &clauses(text, &breaks)[0];
    assert_eq!(clause.deadline.clone().map(|range| &text[range]), Some("5月31日前"));
}

#[test]
fn lists_of_divisions_stay_together() {
    assert_told(&[
        ("推进改革。（各市、县（区）人民政府负责）", &["各市、县（区）人民政府/responsible"]),
        (
            "推进改革。（责任单位：省财政厅，各州、市人民政府，各有关部门、单位）",
            &["省财政厅/responsible 各州、市人民政府/responsible 各有关部门、单位/responsible"],
        ),
        (
            "推进改革。（省财政厅，各市、县（区）人民政府和平潭综合实验区管委会负责）",
            &["省财政厅/responsible 各市、县（区）人民政府/responsible 平潭综合实验区管委会/responsible"],
        ),
        ("推进改革。（责任单位：市州、县市区人民政府）", &["市州、县市区人民政府/responsible"]),
        (
            "推进改革。（责任单位：昆明市、德宏州人民政府）",
            &["昆明市/responsible 德宏州人民政府/responsible"],
        ),
    ]);
}

#[test]
fn prefixes_and_suffixes_carry_over() {
    let text = "推进改革。（责任单位：省科技厅、教育厅，财政厅，南宁、玉林市人民政府）";
    let names: Vec<Option<String>> =
        clauses(text, &[0])[0].units.iter().map(|unit| unit.full_name.clone()).collect();
    let want = [None, Some("省教育厅".to_owned()), None, Some("南宁市人民政府".to_owned()), None];
    assert_eq!(names, want);

    let text = "推进改革。（南宁、玉林市人民政府、省财政厅负责）";
    let names: Vec<Option<String>> =
        clauses(text, &[0])[0].units.iter().map(|unit| unit.full_name.clone()).collect();
    assert_eq!(names, [Some("南宁市人民政府".to_owned()), None, None]);

    let text = "推进改革。（责任单位：市房产中心、财政局、税务局、商务局，各县区人民政府、管委会）";
    let units = &clauses(text, &[0])[0].units;
    let names: Vec<Option<&str>> = units.iter().map(|unit| unit.full_name.as_deref()).collect();
    assert_eq!(names, [None, Some("市财政局"), None, Some("市商务局"), None, None]);
    assert!(units[4..].iter().all(|unit| unit.kind == UnitKind::Group));
}

#[test]
fn a_suffix_behind_a_tail_is_shared() {
    let full_names = |text: &str| -> Vec<Option<String>> {
        clauses(text, &[0])[0].units.iter().map(|unit| unit.full_name.clone()).collect()
    };
    let named = |name: &str| Some(name.to_owned());
    assert_eq!(
        full_names("推进改革。（省林业局牵头，平川、白水等县政府配合）"),
        [None, named("平川县政府"), named("白水县政府")],
    );
    assert_eq!(
        full_names("推进改革。（省林业局牵头，平川市、白水等市人民政府配合）"),
        [None, named("平川市人民政府"), named("白水市人民政府")],
    );
    assert_eq!(full_names("推进改革。（省林业局牵头，平川、白水等市配合）"), [None, None, None]);
    assert_eq!(full_names("推进改革。（省林业局、省水利厅等市县政府配合）"), [None, None]);
}

#[test]
fn a_name_without_its_last_character_is_kept_with_a_flaw() {
    let text = "推进改革。（省住房城乡建设、省市场监管局负责）";
    let clause = &clauses(text, &[0])[0];
    let at = text.find("省住房").unwrap();
    assert_eq!((clause.units.len(), &clause.flaws[..]), (2, &[Flaw::DoubtfulUnit(at..at + 21)][..]));
    assert_told(&[("推进改革。（省级财政专项资金、省市场监管局负责）", &[])]);
}

#[test]
fn a_short_word_is_a_unit_only_where_a_suffix_vouches_for_it() {
    let flaws = |text: &str| clauses(text, &[0])[0].flaws.clone();
    let doubted = "推进改革。（责任单位：县水务局、计量设施、县财政局）";
    let at = doubted.find("计量设施").unwrap();
    assert_eq!(flaws(doubted), [Flaw::DoubtfulUnit(at..at + 12)]);
    assert!(flaws("推进改革。（平川、白水、青山市人民政府负责）").is_empty());
    assert!(flaws("推进改革。（平川、白水等县政府负责）").is_empty());
    assert!(flaws("推进改革。（平川、白水海关负责）").is_empty());
    assert!(flaws("推进改革。（省财政厅牵头，平川、白水等市县配合）").is_empty());
}
