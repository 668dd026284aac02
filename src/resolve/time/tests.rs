use super::*;
use crate::resolve::resolve;

/// The times of a notice of 2022-08-28, as `words kind from..to`.
fn read(body: &str) -> Vec<String> {
    let text =
        format!("云溪县人民政府关于修路的通知\n各乡镇人民政府：\n{body}\n云溪县人民政府\n2022年8月28日");
    told(&text)
}

fn told(text: &str) -> Vec<String> {
    let parsed = crate::parse(text);
    let resolved = resolve(text, parsed.notice());
    for time in &resolved.times {
        assert_eq!(crate::mend(&text[time.span.range()]), time.text, "{text}");
    }
    let day = |date: Option<Date>| date.map(|date| date.to_string()).unwrap_or_default();
    let line =
        |time: &Time| format!("{} {} {}..{}", time.text, time.kind.name(), day(time.from), day(time.to));
    resolved.times.iter().map(line).collect()
}

#[track_caller]
fn assert_reads(body: &str, expected: &[&str]) {
    assert_eq!(read(body), expected, "{body}");
}

#[test]
fn points_bound_what_is_to_be_done() {
    for (body, expected) in [
        ("2023年底前完成。", "2023年底前 by ..2023-12-31"),
        ("到2025年，路网成形。", "到2025年 by ..2025-12-31"),
        ("到2023年6月完成。", "到2023年6月 by ..2023-06-30"),
        ("于2023年3月15日前报送。", "于2023年3月15日前 before ..2023-03-15"),
        ("争取2024年前设立。", "2024年前 before ..2023-12-31"),
        ("暂缓至2023年12月31日前补缴。", "至2023年12月31日前 before ..2023-12-31"),
        ("到“十四五”末建成。", "到“十四五”末 by ..2025-12-31"),
        ("截至2021年底，已有三条。", "截至2021年底 by ..2021-12-31"),
        ("二〇二三年六月底前完成。", "二〇二三年六月底前 by ..2023-06-30"),
        ("2023 年 2 月底前完成。", "2023年2月底前 by ..2023-02-28"),
        ("2023年年底前完成。", "2023年年底前 by ..2023-12-31"),
    ] {
        assert_reads(body, &[expected]);
    }
}

#[test]
fn periods_have_two_ends() {
    for (body, expected) in [
        ("2023年计划建路。", "2023年 during 2023-01-01..2023-12-31"),
        ("2023年下半年开工。", "2023年下半年 during 2023-07-01..2023-12-31"),
        ("2023年一季度开工。", "2023年一季度 during 2023-01-01..2023-03-31"),
        ("2023年三、四季度开工。", "2023年三、四季度 during 2023-07-01..2023-12-31"),
        ("2023年前三季度开工。", "2023年前三季度 during 2023-01-01..2023-09-30"),
        ("2023年2月下旬开工。", "2023年2月下旬 during 2023-02-21..2023-02-28"),
        ("“十三五”期间开工。", "“十三五”期间 during 2016-01-01..2020-12-31"),
        ("2011～2015年开工。", "2011～2015年 during 2011-01-01..2015-12-31"),
        ("20182022年开工。", "20182022年 during 2018-01-01..2022-12-31"),
        ("在2022年6月1日至12月31日期间开工。", "在2022年6月1日至12月31日期间 during 2022-06-01..2022-12-31"),
        ("自2022年起至2023年6月底开工。", "自2022年起至2023年6月底 during 2022-01-01..2023-06-30"),
        (
            "自2023年8月15日起至2023年12月31日止。",
            "自2023年8月15日起至2023年12月31日止 during 2023-08-15..2023-12-31",
        ),
        ("2023年9月22—23日开工。", "2023年9月22—23日 during 2023-09-22..2023-09-23"),
        ("2022年12月1日至次年3月1日施工。", "2022年12月1日至次年3月1日 during 2022-12-01..2023-03-01"),
        ("2023年10月1日开工。", "2023年10月1日 at 2023-10-01..2023-10-01"),
    ] {
        assert_reads(body, &[expected]);
    }
}

#[test]
fn some_times_are_open_on_one_side_or_name_no_day() {
    for (body, expected) in [
        ("自2023年起修路。", "自2023年起 since 2023-01-01.."),
        ("2021年8月20日后建成的路。", "2021年8月20日后 since 2021-08-20.."),
        ("2021年以后建成的路。", "2021年以后 since .."),
        ("“十三五”以来修路。", "“十三五”以来 since 2016-01-01.."),
        ("合同签订后一个月内开工。", "一个月内 within .."),
        ("3个工作日内办结。", "3个工作日内 within .."),
        ("于每年3月中旬上报。", "每年3月中旬 recurring .."),
        ("每年3—6月和9—12月施工。", "每年3—6月和9—12月 recurring .."),
        ("每季度后10日内报送。", "每季度后10日内 recurring .."),
        ("次年1月10日前报送。", "次年1月10日前 recurring .."),
        ("当年9月1日之前上缴。", "当年9月1日之前 before .."),
        ("2019年初见成效。", "2019年初 during .."),
    ] {
        assert_reads(body, &[expected]);
    }
}

#[test]
fn a_missing_year_comes_from_the_nearest_place_that_names_one() {
    for (body, expected) in [
        ("10月20日前报送。", vec!["10月20日前 before ..2022-10-20"]),
        ("10月前建成。", vec!["10月前 before ..2022-09-30"]),
        ("年底前建成。", vec!["年底前 by ..2022-12-31"]),
        ("今年以来修路。", vec!["今年以来 since 2022-01-01.."]),
        ("明年上半年完工。", vec!["明年上半年 during 2023-01-01..2023-06-30"]),
        (
            "2023年3月开工，10月完工。",
            vec!["2023年3月 during 2023-03-01..2023-03-31", "10月 during 2023-10-01..2023-10-31"],
        ),
        (
            "2023年修路。10月完工。",
            vec!["2023年 during 2023-01-01..2023-12-31", "10月 during 2023-10-01..2023-10-31"],
        ),
        // what was is left where it was
        (
            "2021年，3月桥已修好。",
            vec!["2021年 during 2021-01-01..2021-12-31", "3月 during 2021-03-01..2021-03-31"],
        ),
        // a year that is compared with says nothing
        (
            "里程比2021年增长，10月完工。",
            vec!["2021年 during 2021-01-01..2021-12-31", "10月 during 2022-10-01..2022-10-31"],
        ),
        // a limit is ahead where it can be
        (
            "2021年已有三条。9月底前再修一条。",
            vec!["2021年 during 2021-01-01..2021-12-31", "9月底前 by ..2022-09-30"],
        ),
    ] {
        assert_reads(body, &expected);
    }
}

#[test]
fn a_month_long_before_the_notice_is_the_next_years() {
    let text = "云溪县人民政府关于修路的通知\n各乡镇：\n1月底前完成。\n云溪县人民政府\n2022年12月5日";
    let parsed = crate::parse(text);
    let times = resolve(text, parsed.notice()).times;
    assert_eq!(times[0].to.map(|date| date.to_string()).as_deref(), Some("2023-01-31"));
    assert_eq!(times[0].doubts, [TimeDoubt::NextYear]);
    assert_eq!(times[0].anchor, parsed.notice().date().map(|date| date.value));
}

#[test]
fn a_limit_before_the_notice_is_kept_and_doubted() {
    let text = "云溪县人民政府关于修路的通知\n各乡镇：\n2022年3月底前完成。\n云溪县人民政府\n2022年12月5日";
    let times = resolve(text, crate::parse(text).notice()).times;
    assert_eq!(times[0].to.map(|date| date.to_string()).as_deref(), Some("2022-03-31"));
    assert_eq!(times[0].doubts, [TimeDoubt::BeforeNotice]);
}

#[test]
fn without_a_date_nothing_is_counted_from_it() {
    assert_eq!(told("一、修路。今年完成，5月底前开工。"), ["今年 during ..", "5月底前 by .."]);
    assert_eq!(told("本办法自印发之日起施行。"), ["自印发之日起 since .."]);
}

#[test]
fn numbers_and_names_are_no_times() {
    for body in [
        "按照云溪县公告2021年第6号执行。",
        "按照《目录（2019年本）》执行。",
        "实施三年行动。",
        "使用5年以上。",
        "近期推进，适时推广。",
        "完成“十四五”规划。",
        "落实中长期规划。",
        "按云政发〔2021〕5号执行。",
        "面积12.5公顷，拨打12345。",
        "自2023年 月 日起施行。",
        "低于上年水平。",
    ] {
        assert_reads(body, &[]);
    }
}

#[test]
fn a_clauses_time_is_one_with_its_stages() {
    for (clause, expected) in [
        ("2023年底前完成", vec!["2023年底前 by ..2023-12-31"]),
        ("2023年9月底前，长期推进", vec!["2023年9月底前，长期推进 stages ..2023-09-30"]),
        ("2023年底前完成并持续推进", vec!["2023年底前完成并持续推进 stages ..2023-12-31"]),
        (
            "2022年12月10日前完成第一批；2025年底前全部完成",
            vec!["2022年12月10日前完成第一批；2025年底前全部完成 stages ..2025-12-31"],
        ),
        ("长期坚持", vec!["长期坚持 ongoing .."]),
        ("2023年完成或与改革同步", vec!["2023年 during 2023-01-01..2023-12-31"]),
    ] {
        assert_reads(&format!("一、修路。（县交通局负责；完成时限：{clause}）"), &expected);
    }
}

#[test]
fn stages_keep_their_parts_and_their_task() {
    let text = "一、修路。（县交通局负责；完成时限：2023年9月底前，长期推进）";
    let times = resolve(text, crate::parse(text).notice()).times;
    let parts: Vec<_> = times[0].parts.iter().map(|part| (part.text.as_str(), part.kind)).collect();
    assert_eq!(parts, [("2023年9月底前", TimeKind::By), ("长期推进", TimeKind::Ongoing)]);
    assert_eq!(
        (times[0].whose, times[0].place.section, times[0].place.task),
        (TimeOwner::Clause, Some(1), Some(1))
    );
}

#[track_caller]
fn assert_in_force(body: &str, from: Option<&str>, to: Option<&str>) {
    let text = format!("云溪县修路办法\n第一条　修路。\n第二条　{body}");
    let validity = resolve(&text, crate::parse(&text).notice()).validity;
    let day = |date: Option<Date>| date.map(|date| date.to_string());
    let found: Vec<_> = validity.iter().map(|validity| (day(validity.from), day(validity.to))).collect();
    assert_eq!(found, [(from.map(str::to_owned), to.map(str::to_owned))], "{body}");
}

#[test]
fn effect_and_expiry_are_those_of_the_document() {
    assert_in_force("本办法自2024年7月1日起施行，有效期5年。", Some("2024-07-01"), Some("2029-06-30"));
    assert_in_force("本办法自2024年7月1日起施行。", Some("2024-07-01"), None);
    assert_in_force(
        "本办法自2022年7月1日起实行，有效期至2023年12月31日止。",
        Some("2022-07-01"),
        Some("2023-12-31"),
    );
    assert_in_force("本办法自发布之日起实施，有效期至2019年12月31日。", None, Some("2019-12-31"));
}

#[test]
fn effect_and_expiry_are_one_time_where_both_days_are_known() {
    assert_reads(
        "本办法自2022年9月1日起实行，有效期至2023年12月31日止。",
        &["自2022年9月1日起实行，有效期至2023年12月31日止 during 2022-09-01..2023-12-31"],
    );
    assert_eq!(
        told("本办法自发布之日起实施，有效期至2019年12月31日。"),
        ["自发布之日起 since ..", "有效期至2019年12月31日 by ..2019-12-31"],
    );
}

#[test]
fn a_text_of_another_notice_gives_no_panic() {
    let parsed = crate::parse("一、修路，2023 年\n底前完成。（县交通局负责，长期坚持）");
    for text in ["", "一、修", "一、修路，2023年底前", "x".repeat(400).as_str()] {
        resolve(text, parsed.notice());
    }
}
