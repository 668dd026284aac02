//! 发文机关署名, 成文日期, 附注, 附件说明 and 版记: [`Closing`].

use serde::{Deserialize, Serialize};

use super::Date;
use crate::text::span::{Span, Spanned, Text};

/// 发文机关署名, 成文日期, 附注, 附件说明 and 版记 (GB/T 9704—2012, 7.3.4 to 7.4).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Closing {
    /// 附件说明: the names after `附件：`, in order (7.3.4).
    pub attachment_list: Vec<Text>,
    /// 发文机关署名, in order (7.3.5).
    pub signatories: Vec<Text>,
    /// 成文日期 (7.3.5.4).
    pub date: Option<Spanned<Date>>,
    /// 附注, without its brackets: `此件主动公开` (7.3.6).
    pub annotation: Option<Text>,
    /// 版记 (7.4).
    pub imprint: Option<Imprint>,
}

/// 版记: `抄送：…。` and `…办公厅 2023年3月28日印发` (GB/T 9704—2012, 7.4).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Imprint {
    /// 主题词, an element of the standard until 2012.
    pub subject_words: Option<Text>,
    /// 抄送机关.
    pub copies_to: Vec<Text>,
    /// 印发机关.
    pub printer: Option<Text>,
    /// 印发日期.
    pub printed_on: Option<Spanned<Date>>,
    /// From its first to its last byte.
    pub span: Span,
}
