//! Words of labels: `第一责任单位：`, `完成时限：`.

use crate::model::Role;
use crate::text::words::{Words, plain};

/// What the noun of a label says.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Noun {
    /// Units follow.
    Units,
    /// A time follows.
    Time,
    /// Persons, telephone numbers, ways of doing follow.
    Other,
}

/// Nouns of labels.
#[rustfmt::skip]
pub(crate) static NOUNS: Words<Noun> = {
    use Noun::{Other, Time, Units};
    Words::new(&[
        ("处室", Units), ("科室", Units), ("股室", Units),
        ("时限", Time), ("期限", Time),
        ("时间要求", Time), ("时限要求", Time),
        ("进度安排", Time), ("时间安排", Time),
        ("责任人", Other), ("负责人", Other), ("联系人", Other), ("经办人", Other), ("承办人", Other),
        ("牵头人", Other),
        ("联系方式", Other), ("办理方式", Other), ("咨询方式", Other), ("协商方式", Other),
        ("单位及分工", Units), ("单位", Units), ("单住", Units), ("部门", Units), ("主体", Units),
        ("机构", Units), ("机关", Units), ("司局", Units), ("人民政府", Units), ("企业", Units),
        ("时间节点", Time), ("时间", Time), ("进度", Time), ("时间表", Time), ("时序", Time), ("领导", Other),
        ("电话", Other),
    ])
};

/// Words before a noun for units, with the role that they say.
#[rustfmt::skip]
pub(crate) static QUALIFIERS: Words<Option<Role>> = {
    use Role::{Lead, Responsible, Support};
    Words::new(&[
        ("总牵头", Some(Lead)), ("牵头", Some(Lead)),
        ("主办", Some(Lead)), ("协办", Some(Support)), ("会办", Some(Support)), ("承办", Some(Responsible)),
        ("督办", Some(Responsible)),
        ("第一责任", Some(Lead)), ("主要责任", Some(Lead)), ("责任", Some(Responsible)),
        ("主责", Some(Lead)), ("负责", Some(Responsible)),
        ("配合", Some(Support)), ("联合", None),
        ("协同", Some(Support)), ("共同", None),
        ("协助", Some(Support)), ("辅助", Some(Support)),
        ("技术支撑", Some(Support)), ("支撑", Some(Support)),
        ("服务保障", Some(Support)), ("保障", Some(Support)),
        ("共同参与", Some(Support)), ("参与", Some(Support)), ("与", None),
        ("指导", Some(Responsible)), ("督导", Some(Responsible)),
        ("监管", Some(Responsible)), ("主管", None),
        ("省级", None), ("市级", None), ("县级", None), ("区级", None), ("州级", None),
        ("省直", None), ("市直", None), ("区直", None), ("县直", None),
        ("有关", None), ("相关", None),
        ("协作", Some(Support)), ("工作", None),
        ("联动", Some(Support)), ("参加", Some(Support)), ("支持", Some(Support)), ("协调", Some(Support)),
        ("落实", Some(Responsible)), ("实施", Some(Responsible)), ("考核", Some(Responsible)),
        ("监督", Some(Responsible)), ("执行", Some(Responsible)), ("推进", Some(Responsible)),
        ("主抓", Some(Responsible)), ("包保", Some(Responsible)), ("承担", Some(Responsible)), ("第一", None),
        ("第二", None), ("主要", None), ("直接", None), ("具体", None), ("中央", None), ("国家", None),
        ("以上", None), ("本项", None), ("本条", None), ("及", None), ("和", None), ("、", None),
        ("组织", None), ("各", None), ("任务", None), ("指标", None), ("事项", None), ("其他", None), ("全面", None), ("部门", None),
        ("单位", None),
    ])
};

/// Words before the noun of a label for times.
#[rustfmt::skip]
pub(crate) static TIME_PLAIN: Words = Words::new(&plain([
    "完成", "实施", "办理", "整改", "推进", "落实", "办结", "工作", "计划", "预计", "督办", "任务", "责任",
    "目标", "进展", "的", "要求", "起止", "启动", "时间", "办件", "承诺",
]));

/// Words before the noun of a label for persons alone.
#[rustfmt::skip]
pub(crate) static OF_PERSONS: Words = Words::new(&plain([
    "分管", "协管", "包联", "包抓", "挂点", "挂钩", "联系",
]));

/// Words that are a label by themselves, with the role that they say.
#[rustfmt::skip]
pub(crate) static ALONE: Words<Role> = Words::new(&[
    ("牵头", Role::Lead), ("主责", Role::Lead), ("配合", Role::Support), ("协助", Role::Support), ("参与", Role::Support),
]);

/// Words that are a label of units whose roles verbs say.
pub(crate) static SHARES: Words =
    Words::new(&plain(["部门分工", "责任分工", "任务分工", "工作分工", "职责分工"]));
