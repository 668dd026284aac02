use super::*;

/// The clauses as `name/role`, deadline behind `@`, `…` where a list is open.
fn told(text: &str) -> Vec<String> {
    let told = |clause: &Clause| {
        let units =
            clause.units.iter().map(|unit| format!("{}/{}", &text[unit.name.clone()], unit.role.name()));
        let mut words: Vec<String> = units.collect();
        words.extend(clause.open_ended.then(|| "…".to_owned()));
        words.extend(clause.deadline.clone().map(|range| format!("@{}", &text[range])));
        words.join(" ")
    };
    clauses(text, &[0]).iter().map(told).collect()
}

#[track_caller]
fn assert_told(table: &[(&str, &[&str])]) {
    for (text, want) in table {
        assert_eq!(told(text), *want, "{text}");
    }
}

#[test]
fn bracketed_clauses_are_read() {
    assert_told(&[
        ("推进改革。（省财政厅负责）", &["省财政厅/responsible"]),
        ("推进改革。(省财政厅、省商务厅等按职责分工负责)", &["省财政厅/responsible 省商务厅/responsible …"]),
        (
            "推进改革。（省财政厅牵头，省商务厅配合，2024年底前完成）",
            &["省财政厅/lead 省商务厅/support @2024年底前"],
        ),
        ("推进改革（省水利厅牵头负责，省财政厅等参与）。", &["省水利厅/lead 省财政厅/support …"]),
        ("推进改革。（人事司牵头，会同相关司局落实）", &["人事司/lead 相关司局/support"]),
        ("推进改革。（科技局会同有关部门）", &["科技局/lead 有关部门/support"]),
        ("推进改革。（人事司牵头会财务司、法规司办理）", &["人事司/lead 财务司/support 法规司/support"]),
        ("推进改革。（由市编办、市司法局分别牵头负责）", &["市编办/lead 市司法局/lead"]),
        (
            "推进改革。（省科技厅牵头，省教育厅、省财政厅按职责分工负责）",
            &["省科技厅/lead 省教育厅/responsible 省财政厅/responsible"],
        ),
        (
            "推进改革。〔责任单位：省委组织部〔省委人才办〕、省科技厅〕",
            &["省委组织部〔省委人才办〕/responsible 省科技厅/responsible"],
        ),
        (
            "推进改革。（各相关部门负责，持续推进）再抓落实。（省商务厅负责）",
            &["各相关部门/responsible @持续推进", "省商务厅/responsible"],
        ),
    ]);
}

#[test]
fn doing_words_close_a_bracket() {
    assert_told(&[
        ("修订《甲办法》（耕地司起草）。", &["耕地司/responsible"]),
        ("修订《甲办法》（法规司、法律中心起草）。", &["法规司/responsible 法律中心/responsible"]),
        ("修订《甲办法》（法规司牵头起草）。", &["法规司/lead"]),
        ("建设网站。（省网信办牵头组织，省各部门负责）", &["省网信办/lead 省各部门/responsible"]),
        ("明确比例（比例另行制定）。", &[]),
        ("共同完成（由厅领导指定的牵头单位组织实施）并对结论负责。", &[]),
        ("管理资金（补贴由财政部门会同商务主管部门组织抽查）。", &[]),
    ]);
}

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
fn who_hosts_an_event_answers_for_no_task() {
    let text = "举办单位主办单位：省商务厅承办单位：某某市人民政府";
    assert!(clauses(text, &[12, 39]).is_empty());
    assert_eq!(told("优化流程。主办单位：省商务厅；协办单位：省财政厅"), ["省商务厅/lead 省财政厅/support"]);
}

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
fn brackets_that_explain_are_no_clauses() {
    for text in [
        "发行REITs（不动产投资信托基金）。",
        "办法（试行）。",
        "中国（湖南）自由贸易试验区",
        "企业（AEO）。",
        "平台（征信平台）。",
        "网点（点、员）。",
        "方式（暗访）。",
        "市财政局（以下简称财政局）。",
        "金额（单位：万元）",
        "签订（责任状）。",
        "坚持（政府主导、企业参与）。",
        "落实（分级负责）。",
        "事项（由国务院交通运输主管部门负责发布的除外）",
        "法定代表人（负责人）。",
        "平台（信息公开、网上办事和公众参与）。",
        "（联系电话：12345678）",
        "坚持“三同步”（同步组织、同步审签、同步部署）。",
        "融合“三网”（路网、光网、电网）建设。",
        "建设单位：某某公司。",
        "省财政厅要加强资金保障。发改部门：负责项目审批。",
    ] {
        assert_eq!(told(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn a_bare_list_is_a_clause_only_behind_a_sentence() {
    let found = clauses("推进改革。（省财政厅、省商务厅）", &[0]);
    assert_eq!(found.iter().map(|clause| clause.evidence).collect::<Vec<_>>(), [Evidence::Bare]);
    assert_eq!(told("由卫生健康委（省中医药局）办理"), Vec::<String>::new());
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
fn a_bracket_with_a_role_verb_behind_a_unit_is_a_remark() {
    assert_told(&[
        (
            "推进改革。责任单位：省财政厅，滨江新区管委会（由各单位和地方政府按职责分工各自负责）",
            &["省财政厅/responsible 滨江新区管委会/responsible"],
        ),
        ("推进改革。责任单位：省财政厅（按职责分工负责）", &["省财政厅/responsible"]),
        (
            "推进改革。（省商务厅、省财政厅（按职责分工负责））",
            &["省商务厅/responsible 省财政厅/responsible"],
        ),
        (
            "推进改革。责任单位：市体育局（市足球改革办）、市科协（牵头）",
            &["市体育局（市足球改革办）/responsible 市科协/lead"],
        ),
    ]);
    let text = "推进改革。责任单位：省财政厅（按职责分工负责）";
    let clause = &clauses(text, &[0])[0];
    assert_eq!(&text[clause.remarks[0].range.clone()], "（按职责分工负责）");
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
fn units_behind_of_which_are_read() {
    let want = &["省国资委/lead 省交通运输厅/lead 省国资委/responsible 东港市人民政府/support"];
    assert_told(&[
        ("推进改革。（省国资委、省交通运输厅牵头，其中，省国资委负责资产划转，东港市人民政府配合）", want),
        ("推进改革。（省国资委、省交通运输厅牵头，其中：资产划转由省国资委负责，东港市人民政府配合）", want),
        ("推进改革。（省国资委、省交通运输厅牵头；其中省国资委负责资产划转，东港市人民政府配合）", want),
        ("推进改革。（省国资委、省交通运输厅牵头，其中，资产划转由省国资委负责；东港市人民政府配合）", want),
        ("安排资金10万元（其中：设备购置5万元）。", &[]),
        ("安排资金10万元（其中省级5万元，市级5万元）。", &[]),
    ]);
}

#[test]
fn sentences_in_brackets_are_no_lists() {
    assert_told(&[
        ("本办法由财政部负责解释（补贴由财政部会同商务部负责解释）。", &[]),
        ("本办法自发布之日起施行。（由省财政厅负责解释）", &[]),
        ("申请补贴。（涉及报废更新的项目由省财政厅负责）", &[]),
        ("项目初步设计审批（省发改部门配合国家有关管理局审批）。", &[]),
        ("由省煤炭局审批（省能源局参与）。", &[]),
        ("推进改革。（省财政厅配合做好保障）", &["省财政厅/support"]),
        ("推进改革（省财政厅牵头做好保障）。", &["省财政厅/lead"]),
        ("推进改革。（由省财政厅负责）", &["省财政厅/responsible"]),
        ("推进改革。（具体由省财政厅牵头，省商务厅配合）", &["省财政厅/lead 省商务厅/support"]),
        ("推进改革。（2024年底前由省财政厅完成）", &["省财政厅/responsible @2024年底前"]),
        ("推进改革。（省财政厅牵头，报废更新由省商务厅负责）", &["省财政厅/lead 省商务厅/responsible"]),
        ("推进改革。责任单位：项目由省财政厅负责", &["省财政厅/responsible"]),
    ]);
}

#[test]
fn what_lasts_goes_on_with_the_time() {
    assert_told(&[
        (
            "推进改革。（责任单位：省财政厅。完成时限：2022年底前，并持续推进。）",
            &["省财政厅/responsible @2022年底前，并持续推进"],
        ),
        (
            "推进改革。（省财政厅负责，2024年底前，并长期坚持）",
            &["省财政厅/responsible @2024年底前，并长期坚持"],
        ),
        ("推进改革。（省财政厅负责，并持续推进）", &["省财政厅/responsible"]),
    ]);
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

#[test]
fn remarks_add_no_unit_and_change_no_role() {
    let text =
        "推进改革。（省财政厅，各市州人民政府按职责分工负责，以下均需各市州人民政府落实，不再一一列出）";
    let clause = &clauses(text, &[0])[0];
    assert_eq!(clause.units.len(), 2);
    let Rule::AllFollowing(units) = &clause.remarks[0].rule else { panic!("{:?}", clause.remarks) };
    assert_eq!(&text[units[0].name.clone()], "各市州人民政府");

    let text = "推进改革。（责任单位：省经信厅、省财政厅。列第一位的为牵头单位，下同）";
    let clause = &clauses(text, &[0])[0];
    assert_eq!(clause.remarks[0].rule, Rule::FirstLeads);
    assert!(clause.units.iter().all(|unit| unit.role == Role::Responsible));
}

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
    ] {
        clauses(&format!("推进改革。（责任单位：省财政厅{}）", piece.repeat(20_000)), &[0]);
        clauses(&format!("推进改革。（省财政厅{}负责）", piece.repeat(20_000)), &[0]);
    }
}
