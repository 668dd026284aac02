//! What a clause says, and what is none.

use super::*;

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
fn who_hosts_an_event_answers_for_no_task() {
    let text = "举办单位主办单位：省商务厅承办单位：某某市人民政府";
    assert!(clauses(text, &[12, 39]).is_empty());
    let text = "邮编：000000主办单位：省商务厅京公网安备00000000号";
    assert!(clauses(text, &[0, text.find("主办").unwrap(), text.find("京公").unwrap()]).is_empty());
    assert_eq!(told("优化流程。主办单位：省商务厅；协办单位：省财政厅"), ["省商务厅/lead 省财政厅/support"]);
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
fn times_without_a_year_are_read() {
    assert_told(&[
        ("推进改革。（省财政厅负责，年内持续推进）", &["省财政厅/responsible @年内持续推进"]),
        (
            "推进改革。（省财政厅负责，6月底前出台相关政策，年内持续推进）",
            &["省财政厅/responsible @6月底前出台相关政策，年内持续推进"],
        ),
        ("推进改革。（省财政厅负责，年底前完成）", &["省财政厅/responsible @年底前"]),
        ("推进改革。（省财政厅负责，力争2025年底前完成）", &["省财政厅/responsible @2025年底前"]),
        ("推进改革。（省财政厅负责，贯穿全年）", &["省财政厅/responsible @贯穿全年"]),
        ("推进改革。（省财政厅负责，每年12月底前完成）", &["省财政厅/responsible @每年12月底前"]),
        ("推进改革。（省财政厅、年度考核办负责）", &["省财政厅/responsible 年度考核办/responsible"]),
    ]);
}

#[test]
fn words_behind_a_list_that_a_verb_closed_are_no_unit() {
    assert_told(&[
        ("推进改革。（省财政厅负责，抓紧推进）", &["省财政厅/responsible"]),
        ("推进改革。（省财政厅负责；确保目标、任务落地。）", &["省财政厅/responsible"]),
        ("推进改革。（责任单位：省财政厅牵头，抓紧推进）", &["省财政厅/lead"]),
        ("推进改革。（省财政厅负责，抓紧推进，2024年底前完成）", &["省财政厅/responsible @2024年底前"]),
        ("推进改革。（省财政厅负责，抓紧推进，确保见效；按计划完成）", &["省财政厅/responsible"]),
        ("推进改革。（省财政厅负责，确保目标、任务落地，下同）", &["省财政厅/responsible"]),
        (
            "推进改革。（省财政厅负责，抓紧推进。配合单位：省商务厅）",
            &["省财政厅/responsible 抓紧/responsible 省商务厅/support"],
        ),
        ("推进改革。（省财政厅负责，平川、白水配合）", &["省财政厅/responsible 平川/support 白水/support"]),
        (
            "推进改革。（省财政厅负责，省商务厅、云桥配合）",
            &["省财政厅/responsible 省商务厅/support 云桥/support"],
        ),
        (
            "推进改革。（省财政厅、云桥负责，年内持续推进）",
            &["省财政厅/responsible 云桥/responsible @年内持续推进"],
        ),
        ("推进改革。（责任单位：省财政厅，云桥）", &["省财政厅/responsible 云桥/responsible"]),
        ("推进改革。（牵头单位：省财政厅牵头；配合单位：云桥）", &["省财政厅/lead 云桥/support"]),
    ]);
    let text = "推进改革。（省财政厅负责，抓紧推进）";
    let at = text.find("抓紧").unwrap();
    let clause = &clauses(text, &[0])[0];
    assert_eq!((&clause.flaws[..], clause.role_words.len()), (&[Flaw::DoubtfulUnit(at..at + 12)][..], 1));
}

#[test]
fn how_work_is_led_and_done_is_no_part_of_a_name() {
    assert_told(&[
        ("推进改革。（省财政厅总牵头）", &["省财政厅/lead"]),
        ("推进改革。（省财政厅总牵头制定方案，省商务厅配合）", &["省财政厅/lead 省商务厅/support"]),
        ("推进改革。（省财政厅主责，省商务厅配合）", &["省财政厅/lead 省商务厅/support"]),
        ("推进改革。（省财政厅为主，省商务厅配合）", &["省财政厅/lead 省商务厅/support"]),
        ("推进改革。（以省财政厅为主，省商务厅配合）", &[]),
        ("推进改革。（市县为主、省级补助）", &[]),
        ("推进改革。（地方政府为主，企业参与）", &[]),
        (
            "推进改革。（省财政厅牵头，省商务厅、省科技厅会同配合）",
            &["省财政厅/lead 省商务厅/support 省科技厅/support"],
        ),
        ("推进改革。（省财政厅、省商务厅分头负责）", &["省财政厅/responsible 省商务厅/responsible"]),
        ("推进改革。（各设区市人民政府结合实际落实）", &["各设区市人民政府/responsible"]),
        ("推进改革。（省财政厅、各地结合实际，抓好落实）", &["省财政厅/responsible 各地/responsible"]),
        ("推进改革。（省财政厅牵头，各县结合实际制定方案）", &["省财政厅/lead 各县/responsible"]),
        ("推进改革。（各县结合实际牵头制定方案，省财政厅配合）", &["各县/lead 省财政厅/support"]),
        (
            "推进改革。（责任单位：各市人民政府因地制宜，省财政厅）",
            &["各市人民政府/responsible 省财政厅/responsible"],
        ),
        ("推进改革。（省财政厅负责，按时间节点推进）", &["省财政厅/responsible"]),
    ]);
}

#[test]
fn persons_named_by_office_are_no_units() {
    let want = &["省财政厅/lead 省商务厅/support"];
    assert_told(&[
        ("推进改革。（分管副省长、协管副秘书长负责，省财政厅牵头，省商务厅配合）", want),
        ("推进改革。（市领导甲某某牵头，市财政局负责）", &["市财政局/responsible"]),
        ("推进改革。（市长和市财政局负责，市商务局配合）", &["市财政局/responsible 市商务局/support"]),
        ("推进改革。（由市委常委、宣传部部长牵头制定方案，市财政局配合）", &["市财政局/support"]),
        (
            "推进改革。（责任单位：市财政局和分管副市长、市商务局）",
            &["市财政局/responsible 市商务局/responsible"],
        ),
        (
            "推进改革。（市长热线办公室、市委领导小组负责）",
            &["市长热线办公室/responsible 市委领导小组/responsible"],
        ),
        ("推进改革。（分管副市长负责）", &[]),
        ("推进改革。（市委办、各县（市、区）党委和政府主要负责同志负责）", &["市委办/responsible"]),
        ("推进改革。牵头县领导：甲某某；牵头单位：县财政局", &["县财政局/lead"]),
    ]);
    assert!(clauses("推进改革。（市长负责，市财政局牵头）", &[0])[0].flaws.is_empty());
}

#[test]
fn the_last_of_several_stages_is_told_whole() {
    assert_told(&[
        (
            "推进改革。（省财政厅牵头，2021年底前建成一期，2023年建成二期）",
            &["省财政厅/lead @2021年底前建成一期，2023年建成二期"],
        ),
        ("推进改革。（省财政厅牵头，2023年建成二期）", &["省财政厅/lead @2023年"]),
        (
            "推进改革。（省财政厅牵头，2021年底前建成一期，2023年完成）",
            &["省财政厅/lead @2021年底前建成一期，2023年"],
        ),
    ]);
}

#[test]
fn a_remark_is_one_behind_another_topic_and_without_a_verb_of_doing() {
    let text = "推进改革。（省财政厅牵头，省商务厅参与。注：排在首位的为牵头部门，下同）";
    let clause = &clauses(text, &[0])[0];
    assert_eq!((clause.units.len(), &clause.remarks[0].rule), (2, &Rule::FirstLeads));
    assert_eq!(&text[clause.remarks[0].range.clone()], "排在首位的为牵头部门，下同");

    let text = "推进改革。（责任单位：省财政厅，具体任务均涉及相关市（州）人民政府，不再分工，下同）";
    let clause = &clauses(text, &[0])[0];
    let Rule::AllFollowing(units) = &clause.remarks[0].rule else { panic!("{:?}", clause.remarks) };
    assert_eq!((clause.units.len(), &text[units[0].name.clone()]), (1, "相关市（州）人民政府"));
}
