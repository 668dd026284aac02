//! 文种: the kinds of documents.

use serde::{Deserialize, Serialize};

/// Declares each genre once: variant and Chinese name.
macro_rules! genres {
    ($($(#[$meta:meta])* $variant:ident = $name:literal;)*) => {
        /// 文种: `通知`. The fifteen of 党政机关公文处理工作条例 article 8, then the kinds of documents that travel attached.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[non_exhaustive]
        pub enum Genre {
            $($(#[$meta])* #[doc = concat!("`", $name, "`")] #[serde(rename = $name)] $variant,)*
        }

        impl Genre {
            /// All genres.
            pub const ALL: &[Genre] = &[$(Genre::$variant),*];

            /// The Chinese name: `通知`.
            pub const fn name(self) -> &'static str {
                match self { $(Genre::$variant => $name,)* }
            }
        }
    };
}

genres! {
    Resolution = "决议";
    Decision = "决定";
    Order = "命令";
    Communique = "公报";
    Announcement = "公告";
    Proclamation = "通告";
    Opinions = "意见";
    Circular = "通知";
    Bulletin = "通报";
    Report = "报告";
    Request = "请示";
    Reply = "批复";
    Bill = "议案";
    Letter = "函";
    Minutes = "纪要";
    Plan = "方案";
    Measures = "办法";
    Provisions = "规定";
    DetailedRules = "细则";
    Steps = "措施";
    Initiatives = "举措";
    Programme = "规划";
    Schedule = "计划";
    KeyPoints = "要点";
    Regulations = "条例";
    Rules = "规则";
    Guide = "指南";
    Guidelines = "指引";
    Outline = "纲要";
    Catalogue = "目录";
    List = "清单";
    Standard = "标准";
    Policies = "政策";
    ContingencyPlan = "预案";
    System = "制度";
    Arrangements = "安排";
    Code = "规范";
    Charter = "章程";
    Answer = "答复";
    Tasks = "任务";
}
