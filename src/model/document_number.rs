//! 发文字号: [`DocumentNumber`].

use serde::{Deserialize, Serialize};

use crate::text::span::Span;

/// 发文字号: `湘优化办发〔2024〕1号`, agency code, year and serial (GB/T 9704—2012, 7.2.5).
///
/// Numbers of orders and announcements (`第412号`, `2006年第6号`) have no agency code.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct DocumentNumber {
    /// The whole number as written, mended.
    pub text: String,
    /// 机关代字: `湘优化办发`; `None` for orders and announcements.
    pub agency_code: Option<String>,
    /// 年份; `None` where the series runs without a year.
    pub year: Option<u16>,
    /// 序号.
    pub serial: u32,
    /// Its place.
    pub span: Span,
}

impl DocumentNumber {
    /// Whether both name one document: the same agency code, year and serial, wherever they stand and whatever their
    /// brackets; the same words, where a number has no agency code.
    ///
    /// ```
    /// let one: gongwen::DocumentNumber = "青政发〔2024〕7号".parse()?;
    /// assert!(one.names_same(&"青政发[2024]7号".parse()?));
    /// assert!(!one.names_same(&"青政发〔2023〕7号".parse()?));
    /// # Ok::<(), gongwen::ValueError>(())
    /// ```
    pub fn names_same(&self, other: &DocumentNumber) -> bool {
        let same_series = (&self.agency_code, self.year) == (&other.agency_code, other.year);
        match self.agency_code {
            Some(_) => same_series && self.serial == other.serial,
            None => self.text == other.text,
        }
    }
}

/// Prints the number as written.
impl std::fmt::Display for DocumentNumber {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(&self.text)
    }
}
