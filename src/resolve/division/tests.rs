use super::*;

fn month(year: u16, number: u8) -> Option<Month> {
    Month::new(year, number)
}

#[track_caller]
fn codes(name: &str, month: Option<Month>) -> Vec<u32> {
    Division::named(name, month).iter().map(|found| found.code()).collect()
}

#[track_caller]
fn only(name: &str, month: Option<Month>) -> &'static Division {
    let found = Division::named(name, month);
    assert_eq!(found.len(), 1, "{found:?}");
    found[0]
}

#[test]
fn a_name_is_found_with_its_level_and_its_parents() {
    let county = only("遂平县", month(2024, 1));
    assert_eq!((county.code(), county.level()), (411_728, Level::County));
    assert_eq!(county.parent(month(2024, 1)).map(Division::name), Some("驻马店市"));
    assert_eq!(county.province().map(Division::name), Some("河南省"));
}

#[test]
fn the_level_is_the_codes_not_the_last_characters() {
    for (name, level) in [
        ("重庆市", Level::Province),
        ("吉林市", Level::City),
        ("宁国市", Level::County),
        ("恩施土家族苗族自治州", Level::City),
        ("锡林郭勒盟", Level::City),
        ("浦东新区", Level::County),
        ("广西壮族自治区", Level::Province),
    ] {
        assert_eq!(only(name, None).level(), level, "{name}");
    }
}

#[test]
fn homonyms_stay_many() {
    assert_eq!(codes("鼓楼区", month(2024, 1)), [320_106, 320_302, 350_102, 410_204]);
    assert_eq!(codes("朝阳", month(2024, 1)), [110_105, 211_300, 211_321, 220_104]);
}

#[test]
fn names_hold_for_their_period() {
    assert_eq!(codes("莱芜市", month(2015, 6)), [371_200]);
    assert!(codes("莱芜市", month(2021, 6)).is_empty());
    assert_eq!(codes("莱芜区", month(2021, 6)), [370_116]);
    assert_eq!(codes("临平区", month(2022, 1)), [330_113]);
    // a notice of the year after may still use the old name
    assert_eq!(codes("江干区", month(2021, 9)), [330_104]);
    assert_eq!(codes("米林市", month(2024, 1)), [540_481]);
}

#[test]
fn short_names_leave_out_the_level_and_the_peoples() {
    for (short, full) in [
        ("遂平", "遂平县"),
        ("黔东南", "黔东南苗族侗族自治州"),
        ("黔东南州", "黔东南苗族侗族自治州"),
        ("楚雄州", "楚雄彝族自治州"),
        ("巴州", "巴音郭楞蒙古自治州"),
        ("内蒙古", "内蒙古自治区"),
        ("宁夏", "宁夏回族自治区"),
        ("石柱县", "石柱土家族自治县"),
        ("浦东", "浦东新区"),
    ] {
        assert_eq!(only(short, month(2020, 1)).name(), full);
    }
    assert!(codes("忠", None).is_empty());
}

#[test]
fn districts_bear_their_citys_name_and_counties_do_not() {
    for (name, full) in [
        ("平谷区", "北京市平谷区"),
        ("余江区", "鹰潭市余江区"),
        ("遂平县", "遂平县"),
        ("宁国市", "宁国市"),
        ("神农架林区", "神农架林区"),
    ] {
        assert_eq!(only(name, None).full_name(None), full);
    }
}

#[test]
fn a_division_lists_those_below_it_at_a_time() {
    let hunan = only("湖南省", None);
    assert_eq!(hunan.below(Level::City, month(2024, 1)).len(), 14);
    let shandong = only("山东省", None);
    assert_eq!(shandong.below(Level::City, month(2018, 1)).len(), 17);
    assert_eq!(shandong.below(Level::City, month(2020, 1)).len(), 16);
    assert_eq!(only("北京市", None).below(Level::County, month(2024, 1)).len(), 16);
}

#[test]
fn every_row_of_the_table_unpacks() {
    let fields: usize =
        include_str!("../divisions.txt").lines().map(|line| line.split(' ').count() - 1).sum();
    assert_eq!(TABLE.all().len(), fields);
    assert!(TABLE.all().windows(2).all(|pair| pair[0].name <= pair[1].name));
}
