//! Words of who answers for a task, and how.

use crate::model::Role;
use crate::text::words::{Words, plain};

/// A verb behind a name: `省财政厅为主`.
pub(crate) const MAINLY: &str = "为主";

/// Verbs that close a list of units, with the role that they give it: `省财政厅牵头`.
#[rustfmt::skip]
pub(crate) static VERBS: Words<Role> = {
    use Role::{Lead, Responsible, Support};
    Words::new(&[
        ("总牵头", Lead), ("牵头", Lead),
        ("主办", Lead), ("协办", Support), ("承办", Responsible), ("督办", Responsible),
        ("为牵头单位", Lead), ("为配合单位", Support), ("为责任单位", Responsible), ("为牵头部门", Lead),
        ("组织协调", Responsible), ("统筹协调", Responsible), ("协调", Support),
        ("牵头组织", Lead), ("负责组织", Responsible),
        ("按各自职责", Responsible), ("各负其责", Responsible), ("按照职责", Responsible),
        ("按职责", Responsible), ("负主责", Lead), ("主责", Lead), ("负责", Responsible),
        ("分工落实", Responsible), ("抓落实", Responsible), ("落实", Responsible), ("实施", Responsible),
        ("指导", Responsible), ("督导", Responsible),
        ("制订", Responsible), ("拟订", Responsible),
        (MAINLY, Lead), ("配合", Support), ("参与", Support), ("参加", Support), ("协助", Support),
        ("协同", Support), ("协作", Support), ("支持", Support), ("承担", Responsible), ("办理", Responsible),
        ("执行", Responsible), ("推进", Responsible), ("推动", Responsible), ("开展", Responsible),
        ("完成", Responsible), ("完成有关工作", Responsible), ("完成相关工作", Responsible),
        ("做好有关工作", Responsible), ("做好相关工作", Responsible), ("督促", Responsible), ("监督", Responsible), ("统筹", Responsible),
        ("分工", Responsible), ("各司其职", Responsible), ("制定", Responsible), ("起草", Responsible),
    ])
};

/// Words around the verbs: `按职责分工负责`. `组织` and `工作` also end names, so they count only beside a verb.
#[rustfmt::skip]
pub(crate) static MANNERS: Words = Words::new(&plain([
    "按照各自职责分工", "按各自职责分工", "按照职责分工", "按照职能分工", "根据职责分工", "依据职责分工",
    "按照任务分工", "按职责分工", "按职能分工", "按任务分工", "按责任分工", "按照分工", "职责分工",
    "职能分工", "按分工", "分工",
    "按照各自职责", "根据各自职责", "按照工作职责", "按各自职责", "依各自职责", "按工作职责", "按照职责",
    "依据职责", "根据职责", "按职责", "依职责", "职责",
    "按照各自职能", "按各自职能", "按照职能", "按职能", "依职能", "职能",
    "按职责范围", "范围",
    "共同", "协同", "会同",
    "结合各自实际", "结合本地实际", "结合实际",
    "按照要求", "按要求",
    "按照时间节点", "按时间节点",
    "一并", "并",
    "主动", "联动",
    "做好", "抓好",
    "指导", "督导",
    "及时", "按时",
    "会商", "协商",
    "按权限", "各自", "分别", "分头", "因地制宜", "具体", "联合", "统一", "全面", "切实", "认真", "积极",
    "密切", "加强", "组织", "统筹", "督促", "监督", "依法", "按期", "相互", "予以", "给予", "进行", "同步",
    "工作", "任务", "持续", "强化", "督查", "按", "按照", "根据", "依", "和", "与", "及", "抓", "研究",
    "属地", "（会签）", "贯彻", "全力", "逐级", "日常", "情况",
]));

/// Words that make a verb before them part of a name: `牵头单位`, `参与企业`.
#[rustfmt::skip]
pub(crate) static NOUNS: Words = Words::new(&plain([
    "单位", "部门", "处室", "企业", "机构", "人", "方", "银行", "高校", "地区", "司局", "国家", "院", "组",
    "办", "主体", "者", "制", "市", "县", "区", "州", "局", "委", "党", "机关", "会", "中心", "站", "队",
    "所", "学校", "医院", "处", "科", "室", "同志", "情况",
]));

/// Verbs that begin as [`NOUNS`] do, before what is done: `牵头制定方案`; `参与组织` are many.
#[rustfmt::skip]
pub(crate) static DOINGS: Words = Words::new(&plain([
    "制定", "制订", "组织", "办理",
]));

/// Behind a name: how its work is done.
#[rustfmt::skip]
pub(crate) static HOW: Words = Words::new(&plain([
    "结合各自实际", "结合本地实际", "结合实际", "因地制宜", "按职责分工", "按照职责分工",
]));

/// What a verb inside a piece does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Inside {
    /// Gives those before it their role: `省财政厅牵头制定方案`.
    Gives(Role),
    /// Those before it lead, those behind it help: `会同`.
    Joins,
}

/// Verbs inside a piece.
#[rustfmt::skip]
pub(crate) static INFIXES: Words<Inside> = {
    use Inside::{Gives, Joins};
    use Role::{Lead, Responsible, Support};
    Words::new(&[
        ("牵头会同", Joins), ("牵头，会同", Joins), ("牵头会商", Joins), ("牵头会", Joins), ("牵头商", Joins),
        ("负责会同", Joins), ("会同", Joins), ("商同", Joins),
        ("总牵头", Gives(Lead)), ("牵头", Gives(Lead)), ("主办", Gives(Lead)), ("负责", Gives(Responsible)),
        ("配合", Gives(Support)), ("协助", Gives(Support)), ("参与", Gives(Support)),
        ("指导", Gives(Responsible)), ("落实", Gives(Responsible)), ("督促", Gives(Responsible)),
        ("组织实施", Gives(Responsible)), ("统筹", Gives(Responsible)),
    ])
};
