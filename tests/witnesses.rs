//! What a word, a kind or a limit decides, seen from outside: each test fails where one of them is changed by one
//! (`scripts/mutations` tries it).

#![allow(clippy::unwrap_used, reason = "tests")]

use gongwen::{Code, Date, ElementKind, Notice, Role, Severity, UnitKind, parse};

/// Name and role of each unit of the first task.
fn roles(text: &str) -> Vec<(String, Role)> {
    let parsed = parse(text);
    let (_, task) = parsed.notice().tasks().next().unwrap();
    task.units().map(|unit| (unit.name.clone(), unit.role)).collect()
}

#[track_caller]
fn assert_role(word: &str, role: Role) {
    let text = format!("一、修路。（市交通局{word}）");
    assert_eq!(roles(&text), [("市交通局".to_owned(), role)], "{word}");
}

#[test]
fn verbs_say_their_roles() {
    for word in ["牵头", "总牵头", "主办", "负主责", "为主"] {
        assert_role(word, Role::Lead);
    }
    for word in ["协办", "配合", "参与", "参加", "协助", "协同", "协作", "支持"] {
        assert_role(word, Role::Support);
    }
    for word in ["承办", "督办", "负责", "落实", "实施", "指导", "督导", "监督", "完成", "各负其责"]
    {
        assert_role(word, Role::Responsible);
    }
}

#[test]
fn what_no_single_organ_bears_is_a_group() {
    for (name, kind) in [
        ("各有关企业", UnitKind::Group),
        ("重点企业", UnitKind::Group),
        ("相关企业", UnitKind::Group),
        ("各有关部门", UnitKind::Group),
        ("各县人民政府", UnitKind::Group),
        ("市交通局", UnitKind::Organ),
    ] {
        let parsed = parse(&format!("一、修路。（市财政局、{name}负责）"));
        let (_, task) = parsed.notice().tasks().next().unwrap();
        let unit = task.units().last().unwrap();
        assert_eq!((unit.name.as_str(), unit.kind), (name, kind));
    }
}

#[test]
fn all_units_of_a_parents_clause_are_passed_on() {
    let text =
        "一、修路。（市交通局、市财政局、市水利局负责）\n（一）修省道，年内完工。\n（二）修县道，年内完工。";
    let parsed = parse(text);
    let inherited: Vec<_> = parsed.notice().tasks().map(|(_, task)| task.inherited.len()).collect();
    assert_eq!(inherited.iter().max(), Some(&3), "{inherited:?}");
}

#[test]
fn the_words_of_a_remark_behind_its_units_name_nobody() {
    let text = "一、修路。（市交通局负责，以下均需各市州人民政府、各县人民政府落实，不再一一列出）\n二、种树。（市林业局负责）";
    let parsed = parse(text);
    let (_, task) = parsed.notice().tasks().last().unwrap();
    let names: Vec<_> = task.inherited.iter().map(|unit| unit.name.as_str()).collect();
    assert_eq!(names, ["各市州人民政府", "各县人民政府"]);
    assert_eq!(task.units().count(), 3);
}

#[test]
fn the_units_that_a_remark_does_not_list_again_are_not_passed_on() {
    let text =
        "一、修路。（市交通局负责，以下均由各县人民政府落实不再列县级有关部门）\n二、种树。（市林业局负责）";
    let parsed = parse(text);
    let (_, task) = parsed.notice().tasks().last().unwrap();
    assert!(
        task.inherited.iter().map(|unit| unit.name.as_str()).eq(["各县人民政府"]),
        "{:?}",
        task.inherited
    );
}

#[test]
fn rules_on_trial_are_no_bank_that_signs() {
    let told = |signatory: &str| {
        let text = format!("关于渔港管理的通知\n各市：\n请照办。\n{signatory}\n2024年5月6日");
        parse(&text).diagnostics().iter().any(|finding| finding.code == Code::DoubtfulSignature)
    };
    assert!(told("渔港管理办法试行") && !told("青州渔业银行"));
}

#[test]
fn a_list_that_is_joined_by_and_alone_is_read_to_its_end() {
    let names: Vec<String> =
        ('甲'..).filter(|c| c.is_alphabetic()).take(30).map(|c| format!("市{c}源局")).collect();
    let found = roles(&format!("一、修路。（{}负责）", names.join("和")));
    assert_eq!(found.len(), names.len());
}

#[test]
fn four_lines_of_the_foot_that_nobody_knows_are_the_pages() {
    let lines =
        "粮食收购热线全天有人接听\n便民服务大厅今日照常开放\n移动门户扫一扫就能看到\n智能问答能答常见的问题";
    let text = format!("请照办。\n云溪县粮食局\n网站地图\n{lines}\n版权所有");
    let parsed = parse(&text);
    assert!(parsed.notice().furniture.iter().any(|&span| text[span].contains("便民服务")));
    assert!(parsed.notice().elements().iter().all(|element| {
        element.kind == ElementKind::Furniture || element.span.end <= text.find("网站地图").unwrap()
    }));
}

#[test]
fn years_that_end_in_00_are_leap_years_only_every_fourth_time() {
    assert_eq!(Date::new(2100, 2, 29), None);
    assert!(Date::new(2000, 2, 29).is_some());
    assert!("2024-5-1".parse::<Date>().is_err());
}

#[test]
fn lists_without_a_word_count_where_three_vouch_for_each_other() {
    let bare = |count: usize| -> usize {
        let items = [
            "一、修路。（市交通局、市财政局）\n",
            "二、种树。（市林业局、市水利局）\n",
            "三、挖渠。（市水利局、市财政局）\n",
        ];
        let parsed = parse(&items[..count].concat());
        parsed.notice().tasks().filter(|(_, task)| task.own_units().count() > 0).count()
    };
    assert_eq!((bare(2), bare(3)), (0, 3));
}

#[test]
fn a_long_list_of_units_is_read_to_its_end() {
    let names: Vec<String> =
        ('甲'..).filter(|c| c.is_alphabetic()).take(60).map(|c| format!("市{c}源局")).collect();
    let found = roles(&format!("一、修路。（{}负责）", names.join("、")));
    assert_eq!(found.len(), names.len());
}

#[test]
fn labels_of_pages_are_known_one_by_one() {
    for key in ["效力级别", "发文字号", "索引号", "公开目录", "时效状态"] {
        let parsed = parse(&format!("{key}：甲\n关于防汛的通知\n各市：\n请落实。"));
        let found: Vec<_> = parsed.notice().metadata.iter().map(|line| line.key.value.as_str()).collect();
        assert_eq!(found, [key]);
    }
}

#[test]
fn an_organ_that_answers_to_the_centre_lets_the_level_carry_over() {
    let parsed = parse("一、修路。（省财政厅、税务局、教育厅负责）");
    let (_, task) = parsed.notice().tasks().next().unwrap();
    let names: Vec<_> = task.units().map(gongwen::Unit::whole_name).collect();
    assert_eq!(names, ["省财政厅", "税务局", "省教育厅"]);
}

/// The paths of all items of a notice with this body.
#[track_caller]
fn assert_items(body: &str, expected: &[&str]) {
    let parsed = parse(&format!("关于防汛工作的通知\n各市：\n现通知如下。\n{body}"));
    let found: Vec<_> = parsed.notice().sections().map(|(path, _)| path.to_string()).collect();
    assert_eq!(found, expected, "{body}");
}

#[test]
fn items_out_of_order_are_still_items_of_one_list() {
    assert_items("一、修路。\n三、种树。\n四、挖渠。", &["一、", "三、", "四、"]);
    assert_items("一、修路。\n二、种树。\n二、挖渠。\n三、建桥。", &["一、", "二、", "二、", "三、"]);
    assert_items(
        "一、完善台账。六、种树。八、清淤。九、建桥。 二、挖渠。",
        &["一、", "六、", "八、", "九、"],
    );
    assert_items("⑥清淤。\n⑦完善台账。\n⑦修路。②修路。 ②抓好防汛。", &["⑥", "⑦", "⑦", "②", "②"]);
}

#[test]
fn a_reading_that_is_dearer_at_first_may_win_in_the_end() {
    assert_items("（1）修路。\n1.清淤。1.修省道。\n（2）清淤。", &["（1）", "（1）/1.", "（1）/1.", "（2）"]);
}

#[test]
fn a_list_that_begins_again_stands_beside_the_one_before() {
    assert_items("⑥清淤。①种树。\n一、挖渠。", &["⑥", "①", "一、"]);
}

#[test]
fn an_outer_style_hardly_stands_under_an_inner_one() {
    assert_items("①加强巡查。\n第一条 清淤。③种树。", &["①", "第一条"]);
}

#[test]
fn a_number_in_brackets_goes_on_with_its_own_level() {
    assert_items(
        "（2）建桥。\n1.修省道。\n2.清淤。（3）建桥。\n3.建桥。\n（1）清淤。",
        &["（2）", "（2）/1.", "（2）/2.", "（3）", "3.", "3./（1）"],
    );
    assert_items(
        "（1）建桥。 （2）抓好防汛。\n二、种树。\n（3）修省道。二、修省道。 （1）完善台账。",
        &["（1）", "（2）", "（2）/二、", "（3）", "二、", "二、/（1）"],
    );
}

#[test]
fn a_number_is_told_from_that_of_another_year() {
    let number = |text: &str| text.parse::<gongwen::DocumentNumber>().unwrap();
    assert!(number("青政发〔2024〕7号").names_same(&number("青政发[2024]7号")));
    assert!(!number("青政发〔2024〕7号").names_same(&number("青政发〔2023〕7号")));
}

#[test]
fn the_strict_form_lets_no_warning_pass() {
    let doubtful = "一、修路。\n三、种树。\n四、挖渠。";
    assert!(parse(doubtful).diagnostics().iter().all(|finding| finding.severity <= Severity::Warning));
    assert!(doubtful.parse::<Notice>().is_err());
}
