use super::*;

fn month(year: u16, number: u8) -> Option<Month> {
    Month::new(year, number)
}

fn place(name: &str, month: Option<Month>) -> Place {
    Place::of(Division::named(name, month)[0], month)
}

#[test]
fn every_row_of_the_tables_unpacks() {
    for (packed, table) in [(include_str!("local.tsv"), &LOCAL), (include_str!("central.tsv"), &CENTRAL)] {
        let lines = packed.lines().filter(|line| !line.starts_with('#')).count();
        assert_eq!(table.rows.len(), lines);
    }
    assert!(
        LOCAL
            .rows
            .iter()
            .all(|row| row.levels.chars().all(|level| "pck".contains(level)) && !row.levels.is_empty())
    );
}

#[test]
fn a_short_form_stands_for_a_stem_of_its_level() {
    let only =
        |stem: &str, level: Level, at: Option<Month>| local(stem, level, None, at).only.map(|row| row.full);
    assert_eq!(only("发改委", Level::City, month(2020, 1)), Some("发展和改革委员会"));
    assert_eq!(only("法院", Level::City, month(2020, 1)), Some("中级人民法院"));
    assert_eq!(only("法院", Level::County, month(2020, 1)), Some("人民法院"));
    assert_eq!(only("绿皮火车办", Level::County, None), None);
}

#[test]
fn the_month_decides_between_names() {
    let only = |at: Option<Month>| local("委网信办", Level::City, None, at).only.map(|row| row.full);
    assert_eq!(only(month(2016, 1)), Some("委网络安全和信息化领导小组办公室"));
    assert_eq!(only(month(2020, 1)), Some("委网络安全和信息化委员会办公室"));
    assert_eq!(only(None), None);
}

#[test]
fn a_divisions_own_name_goes_before_all_others() {
    let only = |of: &str, level: Level, at: Option<Month>| {
        let of = place(of, at);
        local("交通局", level, of.division, at).only.map(|row| row.full)
    };
    assert_eq!(only("上海市", Level::Province, month(2006, 1)), Some("城市交通管理局"));
    assert_eq!(only("重庆市", Level::Province, month(2020, 1)), Some("交通局"));
}

#[test]
fn names_between_which_nothing_decides_stay_many() {
    let found = local("城管局", Level::County, None, month(2022, 1));
    assert!(found.only.is_none() && found.all.len() > 1);
}

#[test]
fn central_names_hold_for_their_time() {
    let only = |name: &str, at: Option<Month>| central(name, at).only.map(|row| row.full);
    assert_eq!(only("广电总局", month(2010, 1)), Some("国家广播电影电视总局"));
    assert_eq!(only("广电总局", month(2020, 1)), Some("国家广播电视总局"));
    assert_eq!(only("工业和信息化部", month(2020, 1)), Some("中华人民共和国工业和信息化部"));
}

#[track_caller]
fn assert_branch(name: &str, at: Option<Month>, expected: Option<(&str, Level)>) {
    let found = branch(name, None, at);
    let told =
        found.as_ref().and_then(|found| Some((found.canonical.as_str(), found.level.or(found.place.level)?)));
    assert_eq!(told, expected, "{name}");
}

#[test]
fn branches_of_the_bank_follow_its_reform() {
    let (before, since) = (month(2022, 1), month(2024, 1));
    assert_branch("人民银行南宁中心支行", before, Some(("中国人民银行南宁中心支行", Level::Province)));
    assert_branch("人行淮北中支", before, Some(("中国人民银行淮北市中心支行", Level::City)));
    assert_branch("人民银行广州分行", before, Some(("中国人民银行广州分行", Level::Cross)));
    assert_branch("人行河南省分行", since, Some(("中国人民银行河南省分行", Level::Province)));
    assert_branch("人行泸州市分行", since, Some(("中国人民银行泸州市分行", Level::City)));
    assert_branch("人民银行南县支行", before, Some(("中国人民银行南县支行", Level::County)));
    assert_branch("人民银行淮北分行", before, None);
}

#[test]
fn the_place_of_a_branch_is_one_of_the_gazetteer() {
    let at = month(2024, 1);
    assert_branch("国家税务总局淮北市税务局", at, Some(("国家税务总局淮北市税务局", Level::City)));
    assert_branch(
        "国家金融监管总局珠海监管分局",
        at,
        Some(("国家金融监督管理总局珠海监管分局", Level::City)),
    );
    assert_branch("国家外汇管理局湖南省分局", at, Some(("国家外汇管理局湖南省分局", Level::Province)));
    assert_branch("长沙海关", at, Some(("中华人民共和国长沙海关", Level::City)));
    assert_branch("人民银行南宁中心分行", at, None);
    assert_branch("国家外汇管理局云溪省分局", at, None);
}

#[track_caller]
fn assert_written(name: &str, prefix: &str, stem: &str) {
    let found = written(name, None, month(2020, 1));
    let told = match &found.prefix {
        Prefix::Place(place) => place.name.clone(),
        Prefix::Short(place) => format!("~{}", place.name),
        Prefix::Letter(letter) => (*letter).to_owned(),
        Prefix::Bare => String::new(),
    };
    assert_eq!((told.as_str(), found.stem), (prefix, stem), "{name}");
}

#[test]
fn a_name_is_a_place_or_a_letter_and_a_stem() {
    assert_written("四川省发展改革委", "四川省", "发展改革委");
    assert_written("北京市平谷区财政局", "北京市平谷区", "财政局");
    assert_written("省发展改革委", "省", "发展改革委");
    assert_written("市市场监管局", "市", "市场监管局");
    assert_written("市场监管局", "", "市场监管局");
    assert_written("市委组织部", "市", "委组织部");
    assert_written("自治区党委宣传部", "自治区", "党委宣传部");
    assert_written("团市委", "市", "团委");
    assert_written("湖南证监局", "~湖南省", "证监局");
    assert_written("达州某某燃气有限公司", "~达州市", "某某燃气有限公司");
    assert_written("市民服务热线中心", "", "市民服务热线中心");
}
