//! Words before a quantity that say what is done with it: `达到`, `增长`, `培育`.

use super::quantity::Quantity;
use super::{Change, Comparator};
use crate::text::words::{self, Words, behind, ends};

/// What the words before a quantity say about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Trigger {
    pub(super) change: Change,
    pub(super) comparator: Option<Comparator>,
    /// Whether they stand right before it.
    pub(super) adjacent: bool,
}

/// The trigger of a quantity behind `before`, its clause so far; `item` is where its item of the list begins.
pub(super) fn trigger(before: &str, item: usize, quantity: &Quantity) -> Option<Trigger> {
    let (head, comparator) = compared(before);
    let length = is_length(&quantity.unit);
    let share = quantity.unit.starts_with(['%', '％']);
    let at_least =
        || ["至少", "不少于"].iter().any(|word| before[item..].contains(word)).then_some(Comparator::AtLeast);
    if let Some(change) = adjacent(head, &quantity.unit) {
        let change = if share && change == Change::New { Change::Level } else { change };
        return Some(Trigger { change, comparator: comparator.or_else(at_least), adjacent: true });
    }
    if length {
        return None;
    }
    if comparator.is_some() {
        let made = makes(&before[item..]) && !is_measure(head) && !share;
        let change = if made { Change::New } else { Change::Level };
        let change = if is_growth(head) { Change::Increase } else { change };
        return head.chars().next().map(|_| Trigger { change, comparator, adjacent: true });
    }
    // 不少于总数的15%
    if let Some(inner) = before.strip_suffix('的').filter(|_| share) {
        return of_whole(inner);
    }
    let words = &before[item..];
    if share {
        let reaches = ["实现", "覆盖", "做到", "占"].iter().any(|word| words.contains(word));
        return reaches.then_some(Trigger { change: Change::Level, comparator: None, adjacent: false });
    }
    makes(words).then(|| Trigger { change: Change::New, comparator: at_least(), adjacent: false })
}

/// Whether the trigger of the quantity before holds for this one: `between` them stands only a list's joint, and the
/// words before this one say nothing themselves.
pub(super) fn carries(between: &str, words: &str, last: Trigger) -> bool {
    let joint =
        between.trim_end().chars().next_back().is_none_or(|c| matches!(c, '、' | '，' | ',' | '和' | '及'));
    let near = between.chars().count() <= NEAR_CHARS && !between.contains(['。', '；', ';']);
    let own = ["对", "按", "给予", "每"].iter().any(|word| words.starts_with(word));
    let fits = match last.change {
        Change::New => words.chars().count() <= NEAR_CHARS,
        // 分别降低20个百分点和15个百分点
        _ => words.is_empty(),
    };
    joint && near && !own && fits
}

/// How many characters of other words a list's item may have. A guess.
const NEAR_CHARS: usize = 24;

/// The words without those that compare at their end, and what these say.
fn compared(before: &str) -> (&str, Option<Comparator>) {
    let mut head = before;
    let mut said = None;
    while let Some((start, comparator)) = COMPARING.at_end(head) {
        let (shorter, word) = head.split_at(start);
        // 签约130家, 附近5个
        if matches!(word, "约" | "近")
            && shorter.ends_with(['签', '条', '节', '契', '预', '集', '公', '履', '附', '最', '临', '就'])
        {
            break;
        }
        said = said.or(Some(comparator));
        head = shorter;
    }
    // 超 is a word of its own before a number only
    let shorter = head.strip_suffix('超').filter(|shorter| !shorter.ends_with(['高', '赶']));
    if let Some(shorter) = shorter.filter(|_| said.is_none()) {
        return (plain(shorter), Some(Comparator::AtLeast));
    }
    (plain(head), said)
}

/// The words without small ones at their end: `分别`, `再`, `各`.
fn plain(mut head: &str) -> &str {
    const SMALL: [&str; 15] = [
        "分别",
        "均",
        "各",
        "再",
        "共",
        "总计",
        "累计",
        "合计",
        "力争",
        "全部",
        "都",
        "了",
        "至少",
        "不少于",
        "总共",
    ];
    while let Some(shorter) = SMALL.iter().find_map(|small| head.strip_suffix(small)) {
        head = shorter;
    }
    head
}

/// The change that the verb at the end of `head` says.
fn adjacent(head: &str, unit: &str) -> Option<Change> {
    let length = is_length(unit);
    if ends(head, LEVEL) {
        let rate = LEVEL.iter().find_map(|word| head.strip_suffix(word)).is_some_and(is_growth);
        return Some(if rate { Change::Increase } else { Change::Level })
            .filter(|_| !length || ends(head, SHORTENED));
    }
    // 每万人有3～4座
    if head.ends_with('有') && head.contains('每') && !length {
        return Some(Change::Level);
    }
    // 改造提升200个
    if head.ends_with("提升") && is_counter(unit) {
        return Some(Change::New);
    }
    if ends(head, INCREASE) {
        return (!length).then_some(Change::Increase);
    }
    if ends(head, DECREASE) {
        return Some(Change::Decrease);
    }
    if length {
        return None;
    }
    if is_growth(head) {
        return Some(Change::Increase);
    }
    MAKING.end(head).then_some(Change::New)
}

/// `不少于总数的15%`, `达国家要求的65%`: the words that compare stand before the whole.
fn of_whole(inner: &str) -> Option<Trigger> {
    /// A guess.
    const WHOLE_CHARS: usize = 20;
    let words = [
        ("不少于", Some(Comparator::AtLeast)),
        ("不低于", Some(Comparator::AtLeast)),
        ("不超过", Some(Comparator::AtMost)),
        ("不高于", Some(Comparator::AtMost)),
        ("超过", Some(Comparator::AtLeast)),
        ("达到", None),
        ("达", None),
        ("占", None),
    ];
    let found = words.iter().find_map(|&(word, comparator)| Some((inner.rfind(word)?, word, comparator)));
    let (at, word, comparator) = found?;
    let near = inner[at + word.len()..].chars().count() <= WHOLE_CHARS;
    near.then_some(Trigger { change: Change::Level, comparator, adjacent: true })
}

/// Whether the words say that something is made, and no condition or description holds them.
fn makes(words: &str) -> bool {
    MAKING.any_in(words)
}

/// Whether the words end as a measure's name does, so that a number behind them is its level: `投资规模不低于5亿元`.
fn is_measure(head: &str) -> bool {
    head.ends_with(['率', '额', '量', '值', '比', '积', '模', '度', '例', '数', '资', '入'])
}

/// `增速`, `增长率`: the number behind tells a growth.
fn is_growth(head: &str) -> bool {
    ends(head, &["增速", "增长率", "增幅", "增长速度"])
}

/// Whether a unit counts things.
fn is_counter(unit: &str) -> bool {
    matches!(unit, "个" | "家" | "座" | "所" | "条" | "处" | "项" | "户" | "套")
}

fn is_length(unit: &str) -> bool {
    matches!(unit, "天" | "日" | "个工作日" | "工作日" | "个小时" | "小时" | "分钟")
}

/// Words that a level's or a change's name ends before: the indicator stands before them.
pub(super) fn measured(before: &str, change: Change) -> &str {
    let (head, _) = compared(before);
    let verbs: &[&[&str]] = match change {
        Change::Level => &[LEVEL],
        Change::Increase => &[LEVEL, INCREASE],
        Change::Decrease => &[DECREASE],
        Change::New => &[],
    };
    let stripped = verbs.iter().find_map(|verbs| {
        let shorter =
            verbs.iter().filter_map(|verb| head.strip_suffix(verb)).min_by_key(|rest| rest.len())?;
        Some(plain(shorter))
    });
    let words = stripped.unwrap_or(head);
    let words = match change {
        Change::New => MAKING.last_in(words).map_or(words, |(verb, ())| &words[verb.end..]),
        _ => words
            .split_once('年')
            .filter(|(year, _)| year.ends_with(crate::text::numeral::is_digit))
            .map_or(words, |(_, rest)| behind(rest, &["底前", "底", "末"]).unwrap_or(rest)),
    };
    let words =
        behind(words, &["力争", "确保", "实现", "使", "推动", "保持", "其中", "原则上"]).unwrap_or(words);
    // 从30%提高到80%
    let words = words
        .rfind(['从', '由'])
        .filter(|&at| words[at..].contains(crate::text::numeral::is_digit) || words[at..].contains('期'))
        .map_or(words, |at| &words[..at]);
    // 比2017年增长: what is compared with is no part of the name
    let compared =
        words.rfind(['比', '较']).filter(|&at| words[at..].contains(['年', '期']) && change != Change::Level);
    compared.map_or(words, |at| &words[..at]).trim_start_matches(['，', '、']).trim_end_matches('的')
}

#[rustfmt::skip]
const LEVEL: &[&str] = &[
    "达到", "达至", "达", "提高到", "提高至", "提升到", "提升至", "增加到", "增加至", "增长到", "增长至", "增至", "扩大到", "扩大至", "上升到",
    "上升至", "升至", "恢复到", "恢复至", "降低到", "降低至", "下降到", "下降至", "降到", "降至", "减少到", "减少至", "减至", "压减到", "压减至", "压缩到",
    "压缩至", "压降至", "压降到", "缩短到", "缩短至", "缩减到", "缩减至", "控制在", "控制到", "保持在", "稳定在", "维持在", "占比", "占到", "占", "拥有", "比重为", "比例为", "保持",
    "调整到", "发展到", "扩展到",
];

/// Levels that a length of time may have as a goal.
const SHORTENED: &[&str] = &[
    "控制在",
    "降低到",
    "降低至",
    "降到",
    "降至",
    "减少到",
    "减少至",
    "减至",
    "压减到",
    "压减至",
    "压缩到",
    "压缩至",
    "压降至",
    "压降到",
    "缩短到",
    "缩短至",
    "缩减到",
    "缩减至",
];

#[rustfmt::skip]
const INCREASE: &[&str] = &["增长", "提高", "增加", "提升", "上升", "扩大", "递增", "净增", "增收", "上浮", "增产", "多增"];

#[rustfmt::skip]
const DECREASE: &[&str] = &["下降", "降低", "减少", "压减", "压缩", "缩短", "缩减", "削减", "下调", "减排", "压降", "节约", "减量"];

#[rustfmt::skip]
static MAKING: Words = Words::new(&words::plain([
    "新增", "新建", "新设", "新开", "建成", "建设", "建立", "培育", "完成", "打造", "创建", "引进", "推出", "形成", "设立", "组建", "发展", "改造", "认定",
    "扶持", "培训", "举办", "开展", "实施", "改建", "扩建", "推广", "整治", "治理", "淘汰", "争创", "培养", "选派", "开通", "开工", "布局", "投放", "筹集", "配建",
    "遴选", "储备", "谋划", "申报", "上市", "评选", "创成", "种植", "造林", "集聚", "招引", "落地", "启动", "制定", "修订", "建造", "修复", "生产", "孵化",
    "选树", "吸纳", "招募", "招收", "举行", "创作", "增设", "投产", "巩固", "安置", "转移", "搬迁", "关闭", "拆除", "清理", "更新", "投用", "发放",
]));

/// Words before a number that compare.
static COMPARING: Words<Comparator> = Words::new(&[
    ("不应少于", Comparator::AtLeast),
    ("不应小于", Comparator::AtLeast),
    ("不应超过", Comparator::AtMost),
    ("不应大于", Comparator::AtMost),
    ("不得少于", Comparator::AtLeast),
    ("不得低于", Comparator::AtLeast),
    ("不得超过", Comparator::AtMost),
    ("不得高于", Comparator::AtMost),
    ("最低不低于", Comparator::AtLeast),
    ("最高不超过", Comparator::AtMost),
    ("不少于", Comparator::AtLeast),
    ("不低于", Comparator::AtLeast),
    ("不小于", Comparator::AtLeast),
    ("不超过", Comparator::AtMost),
    ("不高于", Comparator::AtMost),
    ("不大于", Comparator::AtMost),
    ("不多于", Comparator::AtMost),
    ("至少达到", Comparator::AtLeast),
    ("至少", Comparator::AtLeast),
    ("最少", Comparator::AtLeast),
    ("力争突破", Comparator::AtLeast),
    ("突破", Comparator::AtLeast),
    ("超过", Comparator::AtLeast),
    ("大于", Comparator::AtLeast),
    ("高于", Comparator::AtLeast),
    ("多于", Comparator::AtLeast),
    ("低于", Comparator::AtMost),
    ("少于", Comparator::AtMost),
    ("小于", Comparator::AtMost),
    ("至多", Comparator::AtMost),
    ("最多", Comparator::AtMost),
    ("大约", Comparator::About),
    ("接近", Comparator::About),
    ("约为", Comparator::About),
    ("约", Comparator::About),
    ("近", Comparator::About),
    ("≥", Comparator::AtLeast),
    ("≤", Comparator::AtMost),
]);
