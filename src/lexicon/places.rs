//! Words of divisions: `各市、县（区）人民政府`.

use crate::text::words::{Words, plain};

/// Words before the kinds of divisions: `各市`, `沿海各县`.
#[rustfmt::skip]
pub(crate) static DIVISION_LEADS: Words = Words::new(&plain([
    "各有关", "各相关", "各级", "各",
    "全省各", "全市各", "全区各", "全州各", "全县各",
    "沿海各", "沿海", "沿江", "沿线",
    "省内各", "省辖",
    "我省各", "我市各",
    "其他", "其它",
    "相关", "有关", "所辖", "涉及", "辖区", "含", "两", "三", "至",
]));

/// Kinds of divisions: `设区市`, `县`.
#[rustfmt::skip]
pub(crate) static DIVISION_KINDS: Words = Words::new(&plain([
    "设区的市", "设区市",
    "省直管县", "省辖市", "省直管", "省管县", "省",
    "地级以上城市", "地级以上市", "地级市", "地",
    "县级市", "县",
    "直管市", "直管县", "直辖市",
    "自治州", "自治县", "自治旗", "自治区",
    "街道", "街",
    "行委", "行署",
    "试点县", "扩权县", "林区", "特区", "市", "州", "区", "旗", "盟", "师", "乡", "镇", "园区", "开发区",
    "功能区", "高新区", "管理区", "新区", "团场", "城市", "所在", "农场", "村", "社区", "度假区", "产业园区",
]));

/// Seats of government, and what stands between a division and its seat: `县级人民政府`.
#[rustfmt::skip]
pub(crate) static SEATS: Words = Words::new(&plain([
    "行政公署", "行署", "行委",
    "管理委员会", "管委会",
    "党工委", "党委",
    "人民政府", "政府", "公署", "办事处", "街道办", "（", "级",
]));
