//! 版头, 标题 and 主送机关: [`Header`].

use serde::{Deserialize, Serialize};

use super::{Date, DocumentNumber, Genre};
use crate::text::span::{Span, Spanned, Text};

/// 版头, 标题 and 主送机关 (GB/T 9704—2012, 7.2, 7.3.1 and 7.3.2).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Header {
    /// 份号: `000012` (7.2.1).
    pub copy_number: Option<Text>,
    /// 密级和保密期限: `机密★1年` (7.2.2).
    pub secrecy: Option<Text>,
    /// 紧急程度: `特急` (7.2.3).
    pub urgency: Option<Text>,
    /// 发文机关标志: `湖南省优化经济发展环境协调小组办公室文件` (7.2.4).
    pub issuer_mark: Option<Text>,
    /// 发文字号: `湘优化办发〔2024〕1号` (7.2.5).
    pub doc_number: Option<DocumentNumber>,
    /// 签发人, one entry a person: `签发人：张某某` (7.2.6).
    pub approvers: Vec<Text>,
    /// 标题 (7.3.1).
    pub title: Option<Title>,
    /// The title as the page around the document repeats it, before or behind it.
    pub repeated_titles: Vec<Text>,
    /// Date of adoption or issue in brackets under the title: `（2005年3月1日）`.
    pub dated: Option<Spanned<Date>>,
    /// 主送机关 (7.3.2).
    pub recipients: Option<Recipients>,
}

/// 标题 = 发文机关 + 事由 + 文种 (党政机关公文处理工作条例, article 9).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Title {
    /// The whole title in one piece.
    pub text: String,
    /// 发文机关, where the title names them.
    pub issuers: Vec<Text>,
    /// 事由: what stands between the issuers and the genre, `关于印发《…》`.
    pub subject: Option<Text>,
    /// 文种, by the title's ending.
    pub genre: Option<Spanned<Genre>>,
    /// Its place.
    pub span: Span,
}

/// Prints the whole title.
impl std::fmt::Display for Title {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(&self.text)
    }
}

/// 主送机关: `各市州人民政府，省直各有关单位：` (GB/T 9704—2012, 7.3.2).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Recipients {
    /// `各市州人民政府`, `省直各有关单位`. A collective name is one entry: `各省、自治区、直辖市人民政府`.
    pub names: Vec<Text>,
    /// From the first name to the colon.
    pub span: Span,
}
