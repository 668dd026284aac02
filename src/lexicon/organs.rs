//! Words of organs' names.

use crate::text::words::{Words, plain};

/// How sure an ending makes a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ending {
    /// Hardly any other word ends so: `省财政厅`.
    Sure,
    /// Ordinary words end so too: `处`, `市`.
    Shared,
    /// No name ends so: `运行`.
    Other,
}

/// How names of organs end, a line a last character. A longer ending beats a shorter: `银行` is sure where `行` is not.
#[rustfmt::skip]
pub(crate) static ENDINGS: Words<Ending> = {
    use Ending::{Other, Shared, Sure};
    Words::new(&[
        ("署", Sure), ("部署", Other), ("签署", Other),
        ("政府", Sure),
        ("部门", Sure),
        ("委员会", Sure), ("管委会", Sure), ("协会", Sure), ("学会", Sure), ("商会", Sure), ("联合会", Sure),
        ("工会", Sure), ("红十字会", Sure), ("促进会", Sure), ("基金会", Sure), ("证监会", Sure),
        ("保监会", Sure), ("银监会", Sure), ("监事会", Sure), ("研究会", Sure), ("贸促会", Sure),
        ("会", Shared),
        ("海关", Sure), ("机关", Shared),
        ("支行", Sure), ("分行", Sure), ("银行", Sure), ("行", Shared), ("运行", Other), ("另行", Other),
        ("法院", Sure), ("检察院", Sure), ("学院", Sure), ("研究院", Sure), ("科学院", Sure), ("院", Shared),
        ("办公室", Sure), ("实验室", Sure), ("督查室", Sure), ("监察室", Sure), ("研究室", Sure),
        ("室", Shared),
        ("总队", Sure), ("支队", Sure), ("大队", Sure), ("部队", Sure), ("队", Shared),
        ("集团", Sure), ("兵团", Sure), ("团", Shared),
        ("工商联", Sure), ("妇联", Sure), ("残联", Sure), ("文联", Sure), ("侨联", Sure), ("台联", Sure),
        ("社科联", Sure),
        ("计生协", Sure), ("科协", Sure), ("作协", Sure), ("记协", Sure), ("剧协", Sure), ("音协", Sure), ("美协", Sure),
        ("体协", Sure),
        ("供销社", Sure), ("联社", Sure), ("总社", Sure), ("合作社", Sure), ("报社", Sure), ("出版社", Sure),
        ("新华社", Sure), ("船级社", Sure), ("社", Shared),
        ("指挥部", Sure), ("管理部", Sure), ("营管部", Sure), ("宣传部", Sure), ("组织部", Sure),
        ("统战部", Sure), ("财政部", Sure), ("外交部", Sure), ("工作部", Sure), ("人武部", Sure),
        ("部", Shared),
        ("办事处", Sure), ("管理处", Sure), ("秘书处", Sure), ("处", Shared),
        ("领导小组", Sure), ("工作组", Sure), ("党组", Sure), ("组", Shared),
        ("专班", Sure),
        ("联席会议", Sure),
        ("大学", Sure),
        ("研究所", Sure), ("交易所", Sure), ("所", Shared),
        ("党校", Sure), ("校", Shared),
        ("军区", Sure), ("警备区", Sure), ("军分区", Sure), ("区", Shared),
        ("事业单位", Sure), ("单位", Shared),
        ("运营商", Sure),
        ("电网", Sure),
        ("气象台", Sure), ("广播电视台", Sure), ("台", Shared),
        ("师市", Sure), ("市", Shared),
        ("总站", Sure), ("站", Shared),
        ("分中心", Sure), ("中心", Shared),
        ("街道", Shared),
        ("镇街", Shared),
        ("机构", Shared),
        ("组织", Shared),
        ("团体", Shared), ("主体", Shared), ("媒体", Shared),
        ("企业", Shared),
        ("电信", Shared), ("农信", Shared),
        ("移动", Shared),
        ("联通", Shared),
        ("铁塔", Shared),
        ("电力", Shared), ("燃气", Shared), ("水务", Shared), ("物流", Shared),
        ("邮政", Shared),
        ("烟草", Shared),
        ("属地", Shared), ("各地", Shared), ("基地", Shared),
        ("税务", Shared),
        ("国税", Shared), ("地税", Shared),
        ("公安", Shared),
        ("中支", Shared),
        ("中央", Shared),
        ("师大", Shared), ("交大", Shared),
        ("海油", Shared), ("石油", Shared),
        ("石化", Shared),
        ("国企", Shared), ("央企", Shared),
        ("业主", Shared),
        ("国资", Shared),
        ("卫健", Shared),
        ("住建", Shared),
        ("公积金", Shared),
        ("司法", Shared),
        ("车务段", Sure), ("工务段", Sure), ("电务段", Sure), ("机务段", Sure),
        ("通办", Other), ("次办", Other), ("上办", Other), ("近办", Other), ("快办", Other), ("帮办", Other),
        ("厅", Sure), ("局", Sure), ("委", Sure), ("司", Sure), ("办", Sure), ("科", Shared), ("州", Shared),
        ("县", Shared), ("旗", Shared), ("盟", Shared), ("省", Shared), ("镇", Shared), ("乡", Shared),
        ("村", Shared), ("场", Shared), ("馆", Shared), ("港", Shared), ("师", Shared), ("厂", Shared),
        ("店", Shared), ("库", Shared), ("矿", Shared), ("园", Shared), ("方", Shared), ("人", Shared),
    ])
};

/// How names that stand for many begin: `各市`, `有关部门`.
#[rustfmt::skip]
pub(crate) static GROUP_STARTS: Words = Words::new(&plain([
    "各", "有", "该", "相关", "其他", "其它", "所有", "所在", "全体", "具有", "具备", "涉及", "承担", "责任", "属地", "负有", "负责", "辖区",
    "沿线", "沿江", "沿海",
    "市、县", "县、区", "州、市", "区、县", "市、州", "市、区", "旗、县",
]));

/// Words inside names that stand for many.
pub(crate) static GROUP_WORDS: Words = Words::new(&plain(["各", "有关", "相关", "其他", "所属"]));

/// How names that stand for many end; 机关 are many where no one organ runs them.
#[rustfmt::skip]
pub(crate) static GROUP_ENDS: Words = Words::new(&plain([
    "部门", "单位", "机构", "企业", "高校", "院校", "院所", "运营商", "司局", "处室", "主体",
]));

/// What names of organs of a level begin with.
#[rustfmt::skip]
pub(crate) static LEVEL_STARTS: Words = Words::new(&plain([
    "省", "市", "县", "区", "州", "自治区", "兵团", "国家", "全国", "中国", "中央", "国务院", "局", "厅", "部", "委",
]));

/// What departments of every level are for: `财政`, `市场监管`.
#[rustfmt::skip]
pub(crate) static FIELDS: Words = Words::new(&plain([
    "发展和改革", "发展改革", "发改",
    "教育", "教体",
    "科学技术", "科技", "科协",
    "工业和信息化", "工商联", "工信", "工商",
    "经济和信息化", "经济信息", "经信", "经贸",
    "民宗", "民族", "民政",
    "人力资源", "人力社保", "人社", "人防", "人口",
    "国土", "国资",
    "环境保护", "环保",
    "住房", "住建",
    "城乡建设", "城市管理", "城管",
    "水利", "水务",
    "农业", "农牧",
    "林业", "林草",
    "文化", "文旅", "文体",
    "卫生", "卫健", "卫计",
    "外事", "外经",
    "市场监管", "市场监督",
    "质监", "质量",
    "药品", "药监",
    "广电", "广播",
    "医疗保障", "医保",
    "安全生产", "安全监管", "安监",
    "公安", "司法", "财政", "自然资源", "规划", "生态环境", "建设", "交通", "商务", "旅游", "退役", "应急",
    "审计", "食品", "体育", "统计", "信访", "粮食", "能源", "金融", "地方金融", "机关事务", "数据", "大数据",
    "政务服务", "行政审批", "知识产权", "扶贫", "乡村振兴", "海洋", "渔业", "法制", "物价", "监察",
    "新闻出版", "档案", "供销", "残联", "妇联", "总工会", "贸促", "侨", "口岸", "招商",
]));

/// Words before the field of a department that names no organ: `各级税务`, `市县公安`.
#[rustfmt::skip]
pub(crate) static FIELD_LEADS: Words = Words::new(&plain([
    "各省级", "各市级", "各级", "省级", "市级", "县级", "地方", "各地", "有关", "相关", "各", "各市县",
    "各市州", "各区县", "各县区", "各市区", "各地市", "各市", "各县", "各区", "市县", "省市", "全省",
]));

/// How fields end before 厅 or 局 that was lost: `省住房城乡建设`.
#[rustfmt::skip]
pub(crate) static FIELD_ENDS: Words = Words::new(&plain([
    "设", "源", "境", "改革", "信息化", "财政", "教育", "技", "务", "利", "业", "村", "游", "育", "障",
]));

/// Words that begin with a level and are none: `市场`, `省级`.
#[rustfmt::skip]
pub(crate) static LEVEL_WORDS: Words = Words::new(&plain([
    "市场", "市政", "市容", "市民", "市区", "市县", "市州", "市属", "市内", "市级", "市直", "省级", "省直",
    "省属", "省内", "省际", "省市", "县域", "县级", "县直", "县区", "县市", "县属", "区域", "区级", "区直",
    "区县", "区内", "州市", "州级", "州直", "旗县",
]));

/// Organs that take no level and let it carry over: they answer to the centre, or to the party.
#[rustfmt::skip]
pub(crate) static VERTICAL: Words = Words::new(&plain([
    "税务局", "国税局", "地税局", "气象局", "烟草局", "邮政管理局", "通信管理局", "海事局", "海关",
    "银保监局", "证监局", "人民银行", "人行", "公积金中心", "供电公司", "消防支队", "消防大队", "编办",
    "医改办", "团委", "宣传部", "组织部", "统战部", "政法委", "网信办",
]));

/// Levels that a name may begin with.
#[rustfmt::skip]
pub(crate) static LEVELS: Words = Words::new(&plain([
    "省", "市", "区", "县", "州", "旗", "盟", "自治区", "自治州", "自治县", "自治旗", "兵团", "两省",
]));

/// How names end that fill a line or stand in a title (`domain/suffixes.tsv`: these end 97 of 100 units).
#[rustfmt::skip]
pub(crate) static LINE_ENDINGS: Words = Words::new(&plain([
    "厅", "局", "委", "政府", "办", "部", "署", "院", "室", "委员会", "部门", "部委", "社", "海关", "行",
    "公司", "集团", "中心", "总队", "支队", "大队", "协会", "学会", "总会", "联合会", "商会", "理事会",
    "监会", "常委会", "基金会", "工会", "小组", "指挥部", "工作组", "组委会", "党组", "专班", "会议", "大学",
    "学校", "交易所", "研究所", "事务所", "军区", "警备区", "中央", "主席", "管理处", "秘书处", "办事处",
    "管理站", "监测站", "总站", "妇联", "残联", "文联", "科协", "侨联", "工商联", "社科联", "兵团", "管委会",
    "管理区", "气象台", "电视台", "总台", "党校", "省长", "市长", "人大", "政协", "档案馆", "图书馆",
    "红十字会", "贸促会", "代表大会", "组织", "机构", "联盟", "监管司", "司", "处",
]));

/// Words in 行 that are no banks: `管理暂行` before `规定`.
#[rustfmt::skip]
pub(crate) static NO_BANKS: Words = Words::new(&plain([
    "暂行", "试行", "执行", "施行", "运行", "进行", "实行", "推行", "履行", "现行", "举行", "通行", "先行",
    "出行", "旅行", "流行", "可行", "并行", "平行", "飞行", "航行", "自行",
]));

/// Endings behind which a cut between glued names is certain; `室` `处` `司` and the like also end words inside a name.
#[rustfmt::skip]
pub(crate) static GLUED_ENDINGS: Words = Words::new(&plain([
    "中心", "支行", "分行", "分局", "厅", "局", "委", "政府", "部", "署", "院", "办公室", "委员会", "银行",
    "总工会", "监会", "海关总署", "中央", "妇联", "集团",
]));

/// Beginnings of full names (`domain/units.tsv`, `domain/provinces.tsv`).
#[rustfmt::skip]
pub(crate) static BEGINNINGS: Words = Words::new(&plain([
    "国家", "中国", "中华", "中共", "中央军委", "中央宣传", "中央网信", "中央组织", "中央统战", "中央政法",
    "中央编办", "中央文明办", "全国", "国务院", "最高人民", "外交部", "国防部", "教育部", "科技部",
    "科学技术部", "工业和信息化部", "公安部", "民政部", "司法部", "财政部", "人力资源", "自然资源部",
    "生态环境部", "住房城乡建设部", "住房和城乡建设部", "交通运输部", "水利部", "农业农村部", "农业部",
    "商务部", "文化和旅游部", "文化部", "卫生部", "退役军人", "应急管理部", "应急部", "人民银行", "审计署",
    "海关总署", "税务总局", "市场监管总局", "金融监管总局", "证监会", "银保监会", "银监会", "保监会",
    "广电总局", "体育总局", "环境保护部", "国土资源部", "最高法院", "最高检察院", "发展改革委", "卫生健康委",
    "卫生计生委", "气象局", "林草局", "铁道部", "交通部", "建设部", "信息产业部", "监察部", "人事部", "劳动",
    "共青团", "北京市", "天津市", "河北省", "山西省", "内蒙古自治区", "辽宁省", "吉林省", "黑龙江省",
    "上海市", "江苏省", "浙江省", "安徽省", "福建省", "江西省", "山东省", "河南省", "湖北省", "湖南省",
    "广东省", "广西壮族自治区", "海南省", "重庆市", "四川省", "贵州省", "云南省", "西藏自治区", "陕西省",
    "甘肃省", "青海省", "宁夏回族自治区", "新疆维吾尔自治区", "新疆生产建设兵团",
]));
