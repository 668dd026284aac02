use super::*;
use crate::resolve::resolve;

/// The targets of a task of a notice of 2022-08-28, as `class quantity unit comparator change`.
fn read(body: &str) -> Vec<String> {
    let text =
        format!("云溪县人民政府关于修路的通知\n各乡镇人民政府：\n{body}\n云溪县人民政府\n2022年8月28日");
    let parsed = crate::parse(&text);
    let resolved = resolve(&text, parsed.notice());
    for target in &resolved.targets {
        assert_eq!(crate::mend(&text[target.span.range()]), target.text, "{text}");
    }
    resolved.targets.iter().map(line).collect()
}

fn line(target: &Target) -> String {
    let to = target.quantity_to.map(|to| format!("-{to}")).unwrap_or_default();
    let (class, comparator, change) = (target.class.name(), target.comparator.name(), target.change.name());
    format!("{class} {}{to} {} {comparator} {change}", target.quantity, target.unit)
}

#[track_caller]
fn assert_reads(body: &str, expected: &[&str]) {
    assert_eq!(read(body), expected, "{body}");
}

#[test]
fn verbs_say_level_change_or_count() {
    for (body, expected) in [
        ("水质达标率提高到95%以上。", "target 95 % at_least level"),
        ("城镇化率提高1.2个百分点左右。", "target 1.2 个百分点 about increase"),
        ("货运量比2021年增长25%。", "target 25 % exactly increase"),
        ("排放量下降20%。", "target 20 % exactly decrease"),
        ("产业规模达到4000亿元。", "target 4000 亿元 exactly level"),
        ("航线达到5条以上。", "target 5 条 at_least level"),
        ("主营业务收入突破2.5万亿元。", "target 2.5 万亿元 at_least level"),
        ("年均增速超过13%。", "target 13 % at_least increase"),
        ("失业率控制在5.5%以内。", "target 5.5 % at_most level"),
        ("平均接电时间控制在50天以内。", "target 50 天 at_most level"),
        ("培育8～10个特色基地。", "target 8-10 个 range new"),
        ("新增便利店1000家以上。", "target 1000 家 at_least new"),
        ("完成投资1528亿元。", "target 1528 亿元 exactly new"),
        ("转化平台不少于10个。", "target 10 个 at_least level"),
        ("每个乡镇至少各建成3个站点。", "target 3 个 at_least new"),
        ("城区每万人有3～4座公厕。", "target 3-4 座 range level"),
        ("抽查数量不少于网站总数的15%。", "target 15 % at_least level"),
        ("实现无纸化办公100%覆盖。", "target 100 % exactly level"),
    ] {
        assert_reads(body, &[expected]);
    }
}

#[test]
fn a_verb_carries_over_a_list() {
    assert_reads(
        "新建重点研究院30家、企业技术中心100家、工程研究中心40家左右。",
        &["target 30 家 exactly new", "target 100 家 exactly new", "target 40 家 about new"],
    );
    assert_reads(
        "涂料、油墨使用比例分别降低20个百分点和15个百分点。",
        &["target 20 个百分点 exactly decrease", "target 15 个百分点 exactly decrease"],
    );
    assert_reads(
        "配套率分别达到75%、85%、95%以上。",
        &["target 75 % at_least level", "target 85 % at_least level", "target 95 % at_least level"],
    );
}

#[test]
fn a_number_that_describes_what_is_counted_is_no_target() {
    assert_reads("培育主营业务收入5百亿元以上企业2家左右。", &["target 2 家 about new"]);
}

#[test]
fn rules_and_conditions_are_limits() {
    for body in [
        "购买商品住房的，首付款比例不低于20%。",
        "对海外仓年使用费用超过5万美元的，给予支持。",
        "单套补贴金额最高不超过3万元。",
        "投影面积之和不超过该户型面积的3%且最高不超过5平方米的，不计算面积。",
        "重复率不得高于10%。",
    ] {
        let found = read(body);
        assert!(!found.is_empty() && found.iter().all(|line| line.starts_with("limit")), "{body} {found:?}");
    }
}

#[test]
fn figures_of_the_past_are_facts() {
    for body in ["2020年具备科学素质的比例达到5.11%。", "目前，全县公路里程达到800公里。"]
    {
        let found = read(body);
        assert!(!found.is_empty() && found.iter().all(|line| line.starts_with("fact")), "{body} {found:?}");
    }
}

#[test]
fn names_with_numbers_are_no_targets() {
    for body in [
        "推动5G网络在园区率先布局。",
        "以世界500强企业为目标，加大招商力度。",
        "强化12345平台建设。",
        "推进“2+13”试点建设。",
        "实施三年行动计划（2021—2023年）。",
        "落实云政发〔2021〕5号文件。",
        "优化外国人144小时过境政策。",
        "按照《条例》第二十条规定执行。",
        "加快第二批工程建设。",
    ] {
        assert_reads(body, &[]);
    }
}

#[test]
fn a_target_knows_its_indicator_and_when_it_is_due() {
    let text = "一、提升水质。到2025年，水功能区水质达标率提高到95%以上，培育100家节水企业。（县水务局负责）";
    let targets = resolve(text, crate::parse(text).notice()).targets;
    let told: Vec<_> = targets
        .iter()
        .map(|target| (target.indicator.as_deref(), target.due.map(|day| day.to_string()), target.place.task))
        .collect();
    let due = || Some("2025-12-31".to_owned());
    assert_eq!(told, [(Some("水功能区水质达标率"), due(), Some(1)), (Some("节水企业"), due(), Some(1))]);
}
