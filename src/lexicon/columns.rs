//! Words over the columns of tables: `序号`, `工作任务`, `备注`. Those for units and times are labels: `labels`.

use crate::text::words::{Words, plain};

/// Over the numbers of rows.
pub(crate) static NUMBERS: Words =
    Words::new(&plain(["序号", "号序", "编号", "项号", "顺序号", "序", "目标序号"]));

/// How words end that stand over what is told: `工作任务`, `项目名称`.
#[rustfmt::skip]
pub(crate) static TOLD: Words = Words::new(&plain([
    "任务", "内容", "措施", "项目", "名称", "目标", "要求", "事项", "工作", "类别", "类型", "指标", "要点", "举措", "重点", "方向",
    "领域", "依据", "条件", "标准", "清单", "问题", "成果", "环节", "范围", "地点", "规模", "投资", "进展", "情况", "场景", "对象",
    "属性", "来源", "释义", "断面", "阶段", "步骤", "专项", "形式", "方式", "效果", "分类", "科目", "政策", "工程", "课题", "县区",
    "地区", "金额", "单价", "数量", "面积", "性质", "主题", "载体", "成效", "任务数", "单位", "部门", "机关",
]));

/// Over organs, each with its duties beside it: `成员单位`, `部门（单位）`.
pub(crate) static ORGANS: Words = Words::new(&plain([
    "部门",
    "单位",
    "成员单位",
    "组成单位",
    "有关部门",
    "有关单位",
    "相关部门",
    "相关单位",
    "职能部门",
    "部门单位",
    "部门和单位",
    "部门名称",
    "单位名称",
    "单位部门",
]));

/// How words end that stand over the duties of an organ: `主要职责`, `工作任务`.
pub(crate) static DUTIES: Words =
    Words::new(&plain(["职责", "任务", "职责分工", "任务分工", "工作分工", "责任分工"]));

/// Over remarks.
pub(crate) static NOTES: Words = Words::new(&plain(["备注", "说明"]));

/// Over those who share out the work, where the label grammar has no word of its own.
#[rustfmt::skip]
pub(crate) static SHARED_OUT: Words = Words::new(&plain([
    "分工", "分工单位", "分工部门", "单位分工", "分工安排", "起草单位", "起草部门", "责任方",
]));

/// In the words over lists of licences and powers.
pub(crate) const LICENCES: &[&str] = &["依据", "权力", "职权", "许可", "审批"];

/// In the words over lists of prices.
pub(crate) const PRICES: &[&str] = &["定价"];

/// In the words over lists of persons.
pub(crate) const PERSONS: &[&str] = &["姓名", "职务", "职称"];

/// In words over columns of lists of persons; tables of tasks may have them too.
pub(crate) const CONTACTS: &[&str] = &["电话", "联系人", "联系方式", "手机", "邮箱"];

/// In words over what is to be done.
pub(crate) const DEEDS: &[&str] = &["任务", "措施", "举措", "工作", "内容", "事项", "项目"];
