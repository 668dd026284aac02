//! What a letter of a level means in a scope: 省 of 省财政厅, 市 of 市财政局.

use super::super::division::{Division, Level, Month};
use super::super::organ::Place;

/// The division that the letter means in a paper of `place`.
///
/// 市 is a municipality, a prefecture or a county-level city, by the gazetteer; 区 a district or an autonomous region.
pub(super) fn place_of(letter: &str, place: &Place, month: Option<Month>) -> Option<Place> {
    let Some(division) = place.division else {
        // a division that the gazetteer lacks has no parents
        return place.name.ends_with(letter).then(|| place.clone());
    };
    let mut around = std::iter::successors(Some(division), |inner| inner.parent(month));
    let found = around.find(|one| means(letter, one))?;
    Some(Place::of(found, month))
}

fn means(letter: &str, division: &Division) -> bool {
    let (name, level) = (division.name(), division.level());
    match letter {
        "省" => level == Level::Province && name.ends_with('省'),
        "自治区" => level == Level::Province && name.ends_with("自治区"),
        "市" => name.ends_with('市'),
        "州" | "自治州" => name.ends_with('州') && level == Level::City,
        "盟" => name.ends_with('盟'),
        "县" => level == Level::County && name.ends_with('县'),
        "区" => {
            level == Level::County && name.ends_with('区')
                || level == Level::Province && name.ends_with("自治区")
        }
        "旗" => level == Level::County && name.ends_with('旗'),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_means(letter: &str, scope: &str, expected: Option<&str>) {
        let month = Month::new(2022, 1);
        let place = Place::of(Division::named(scope, month)[0], month);
        assert_eq!(place_of(letter, &place, month).map(|place| place.name).as_deref(), expected);
    }

    #[test]
    fn a_letter_means_a_division_at_or_around_the_issuers() {
        assert_means("省", "湖南省", Some("湖南省"));
        assert_means("省", "长沙市", Some("湖南省"));
        assert_means("市", "重庆市", Some("重庆市"));
        assert_means("市", "宁国市", Some("宁国市"));
        assert_means("市", "余江区", Some("鹰潭市"));
        assert_means("区", "西藏自治区", Some("西藏自治区"));
        assert_means("区", "余江区", Some("鹰潭市余江区"));
        assert_means("州", "楚雄彝族自治州", Some("楚雄彝族自治州"));
    }

    #[test]
    fn a_letter_of_a_level_below_means_none() {
        assert_means("市", "湖南省", None);
        assert_means("县", "长沙市", None);
        assert_means("省", "重庆市", None);
    }
}
