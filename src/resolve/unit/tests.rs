use crate::resolve::{How, Resolved};

fn resolved(text: &str) -> Resolved {
    crate::resolve(text, crate::parse(text).notice())
}

/// What each unit of the text is read as: its canonical name, its group, or `-`.
#[track_caller]
fn assert_units(text: &str, expected: &[&str]) {
    let resolved = resolved(text);
    let told = resolved.units.iter().map(|unit| {
        let group = unit.group().map(super::super::group::Group::label);
        unit.canonical().map(str::to_owned).or(group).unwrap_or_else(|| "-".to_owned())
    });
    assert_eq!(told.collect::<Vec<_>>(), expected);
}

#[test]
fn the_issuer_gives_the_division() {
    assert_units(
        "湖南省人民政府办公厅关于修路的通知\n一、修路。（省发展改革委牵头，省财政厅、长沙市财政局配合）\n湖南省人民政府办公厅\n2024年5月10日",
        &["湖南省发展和改革委员会", "湖南省财政厅", "长沙市财政局"],
    );
}

#[test]
fn a_carried_over_prefix_is_restored() {
    assert_units(
        "湖南省人民政府办公厅关于修路的通知\n一、修路。（省科技厅、教育厅负责）\n湖南省人民政府办公厅\n2024年5月10日",
        &["湖南省科学技术厅", "湖南省教育厅"],
    );
}

#[test]
fn a_province_that_writes_no_prefix_takes_the_issuers() {
    assert_units(
        "西藏自治区人民政府办公厅关于修路的通知\n一、修路。（财政厅、商务厅、区党委宣传部负责）\n西藏自治区人民政府办公厅\n2022年5月10日",
        &["西藏自治区财政厅", "西藏自治区商务厅", "中共西藏自治区委员会宣传部"],
    );
}

#[test]
fn a_forwarded_central_paper_is_read_as_central() {
    assert_units(
        "广东省人民政府办公厅关于修路的通知\n一、修路。（工业和信息化部、知识产权局负责）\n广东省人民政府办公厅\n2016年5月10日",
        &["中华人民共和国工业和信息化部", "国家知识产权局"],
    );
}

#[test]
fn a_ministrys_department_is_a_part_of_it() {
    let text = "交通运输部关于修路的通知\n一、修路。（规划司、财政部负责）\n交通运输部\n2014年5月10日";
    assert_units(text, &["交通运输部规划司", "中华人民共和国财政部"]);
}

#[test]
fn joint_papers_take_the_place_of_the_list() {
    assert_units(
        "重庆市人民政府办公厅 四川省人民政府办公厅关于修路的通知\n一、修路。（责任单位：重庆市财政局、市公安局；四川省财政厅、省公安厅）\n\
         重庆市人民政府办公厅 四川省人民政府办公厅\n2022年5月10日",
        &["重庆市财政局", "重庆市公安局", "四川省财政厅", "四川省公安厅"],
    );
}

#[test]
fn other_names_tell_the_division_where_nobody_signs() {
    let text = "我县抓紧修路。\n一、修路。（县财政局、县住建局、人民银行南县支行负责）";
    assert_units(text, &["南县财政局", "南县住房和城乡建设局", "中国人民银行南县支行"]);
    assert_eq!(resolved(text).units[0].grounds.how, How::OtherNames);
}

#[test]
fn where_two_places_are_left_none_is_answered() {
    assert_units("遂平县、南县的县城修路。\n一、修路。（县财政局、县住建局负责）", &["-", "-"]);
    assert_units("一、修路。（市财政局负责）", &["-"]);
}

#[test]
fn a_division_that_the_gazetteer_lacks_has_its_name_alone() {
    let text = "云溪县人民政府关于修路的通知\n一、修路。（县财政局负责）\n云溪县人民政府\n2024年5月10日";
    assert_units(text, &["云溪县财政局"]);
    assert_eq!(resolved(text).units[0].division.as_ref().and_then(|division| division.code), None);
}

#[test]
fn ambiguous_short_names_keep_their_candidates() {
    let text = "宁国市人民政府关于修路的通知\n一、修路。（市城管局负责）\n宁国市人民政府\n2022年5月10日";
    assert_units(text, &["-"]);
    assert!(resolved(text).units[0].candidates.contains(&"宁国市城市管理局".to_owned()));
}

#[test]
fn companies_stay_as_they_are() {
    assert_units(
        "山西省人民政府关于修路的通知\n一、修路。（国网山西省电力公司、宁夏大学、省港航集团、翠湖房地产行业协会负责）\n山西省人民政府\n2019年5月10日",
        &["国网山西省电力公司", "宁夏大学", "-", "-"],
    );
}

#[test]
fn a_bare_division_is_its_government() {
    assert_units(
        "安徽省人民政府关于修路的通知\n一、修路。（合肥市、各市人民政府负责）\n安徽省人民政府\n2019年5月10日",
        &["合肥市人民政府", "governments:all"],
    );
}

#[test]
fn a_name_past_its_time_is_kept_and_its_successor_told() {
    let text = "湖南省人民政府关于修路的通知\n一、修路。（省国土资源厅负责）\n湖南省人民政府\n2021年5月10日";
    assert_units(text, &["湖南省国土资源厅"]);
    let units = resolved(text).units;
    let crate::resolve::Answer::Organ(organ) = &units[0].answer else { unreachable!() };
    assert_eq!(organ.succeeded_by.as_deref(), Some("湖南省自然资源厅"));
}

#[test]
fn the_national_bureaus_branch_is_told_from_the_local_one() {
    let text = |date: &str| {
        format!(
            "山东省人民政府关于修路的通知\n一、修路。（山东金融监管局、省地方金融监管局负责）\n山东省人民政府\n{date}"
        )
    };
    assert_units(&text("2024年5月10日"), &["国家金融监督管理总局山东监管局", "山东省地方金融监督管理局"]);
}

#[test]
fn a_name_cut_short_is_the_whole_one_of_the_notice() {
    let text = "湖南省人民政府关于修路的通知\n一、修路。（省财政厅、省住房城乡建设负责）\n二、种树。（省住房城乡建设厅负责）\n\
                湖南省人民政府\n2024年5月10日";
    assert_units(text, &["湖南省财政厅", "湖南省住房和城乡建设厅", "湖南省住房和城乡建设厅"]);
    assert_eq!(resolved(text).units[1].grounds.how, How::WholeName);
}
