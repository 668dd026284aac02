//! The model of a whole notice: [`Notice`] and the elements of its head and foot.
//!
//! Element names are those of GB/T 9704—2012; see each type for its clause.

use serde::{Deserialize, Serialize};

use crate::{Body, Genre, Span, Spanned, Task, Text};

/// A whole input: the notice proper, and what is attached to it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Notice {
    /// Labelled lines that a web page or a collector added, in the order of the text.
    pub metadata: Vec<Metadata>,
    /// The notice proper.
    pub document: Document,
    /// 附件: what is attached, issued or forwarded with it, each with its own title and body.
    pub attachments: Vec<Attachment>,
    /// Labels, brackets and separators that belong to an element but not to its value, in the order of the text:
    /// `签发人：`, `附件：1．`, the brackets of `（此件主动公开）`, the `、` between two signatories.
    ///
    /// Short, and beside the element they belong to, unless the text leaves a label's value open.
    pub marks: Vec<Span>,
    /// Page numbers, rules and site furniture (`扫一扫在手机打开当前页`) that stand outside every other element.
    pub furniture: Vec<Span>,
    /// Stretches that no element holds, each reported as a finding.
    pub unparsed: Vec<Span>,
}

impl Notice {
    /// The notice proper, then what is attached to it.
    pub fn documents(&self) -> impl Iterator<Item = &Document> {
        std::iter::once(&self.document).chain(self.attachments.iter().map(|attached| &attached.document))
    }

    pub(crate) fn documents_mut(&mut self) -> impl Iterator<Item = &mut Document> {
        let attached = self.attachments.iter_mut().map(|attached| &mut attached.document);
        std::iter::once(&mut self.document).chain(attached)
    }

    /// All tasks in the order of the text.
    ///
    /// ```
    /// let parsed = gongwen::parse("一、修路。（市交通局负责）\n二、种树。（市林业局负责）");
    /// let names: Vec<_> = parsed.notice().tasks().flat_map(|task| task.units()).map(|(unit, _)| unit.name.as_str()).collect();
    /// assert_eq!(names, ["市交通局", "市林业局"]);
    /// ```
    pub fn tasks(&self) -> impl Iterator<Item = &Task> {
        let mut tasks: Vec<&Task> = Vec::new();
        for document in self.documents() {
            tasks.extend(&document.body.tasks);
            document.body.sections.iter().for_each(|section| section.add_tasks(&mut tasks));
        }
        tasks.into_iter()
    }
}

/// A labelled line that a web page adds: `发布日期：2020-07-15`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Metadata {
    /// `发布日期`, blanks inside dropped.
    pub key: Text,
    /// `2020-07-15`; empty where the page left it open.
    pub value: Text,
    /// The title that a line `标题：…` gives.
    pub title: Option<Box<Title>>,
    /// The document number that a line `发文字号：…` gives.
    pub doc_number: Option<DocumentNumber>,
    /// The day that a line `成文日期：…` gives.
    pub date: Option<Spanned<Date>>,
    /// Key, colon and value.
    pub span: Span,
}

/// The elements that a notice and an attached document have in common.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Document {
    /// What stands before the body.
    pub header: Header,
    /// The body: preamble and numbered items.
    pub body: Body,
    /// What stands after the body.
    pub closing: Closing,
    /// From the first to the last byte of its elements; empty where there is none.
    pub span: Span,
}

impl Document {
    /// Whether it has more than a foot.
    pub(crate) fn begins(&self) -> bool {
        let Body { preamble, sections, .. } = &self.body;
        self.header != Header::default() || !preamble.is_empty() || !sections.is_empty()
    }

    /// Whether it has no more than a line or two, no sentences, that nothing tells to be a document's.
    pub(crate) fn is_scrap(&self) -> bool {
        const LONGEST: usize = 300;
        let Body { preamble, tasks, sections, .. } = &self.body;
        self.header == Header::default()
            && self.closing == Closing::default()
            && tasks.is_empty()
            && sections.is_empty()
            && preamble.iter().map(|paragraph| paragraph.value.len()).sum::<usize>() <= LONGEST
            && !preamble.iter().any(|paragraph| paragraph.value.ends_with('。'))
    }
}

/// 版头, 标题 and 主送机关 (GB/T 9704—2012, 7.2, 7.3.1 and 7.3.2).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
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

/// 发文字号: `湘优化办发〔2024〕1号`, agency code, year and serial (GB/T 9704—2012, 7.2.5).
///
/// Numbers of orders and announcements (`第412号`, `2006年第6号`) have no agency code.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
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

impl std::fmt::Display for DocumentNumber {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.text)
    }
}

/// 标题 = 发文机关 + 事由 + 文种 (党政机关公文处理工作条例, article 9).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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

/// 主送机关: `各市州人民政府，省直各有关单位：` (GB/T 9704—2012, 7.3.2).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recipients {
    /// `各市州人民政府`, `省直各有关单位`. A collective name is one entry: `各省、自治区、直辖市人民政府`.
    pub names: Vec<Text>,
    /// From the first name to the colon.
    pub span: Span,
}

/// A calendar day, checked: 1949 to 2100, month and day that exist.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// The day, or `None` if there is no such day between 1949 and 2100.
    ///
    /// ```
    /// use gongwen::Date;
    /// assert_eq!(Date::new(2024, 5, 10).map(|d| d.to_string()).as_deref(), Some("2024-05-10"));
    /// assert_eq!(Date::new(2023, 2, 29), None);
    /// ```
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let last = match month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 if leap => 29,
            2 => 28,
            _ => return None,
        };
        ((1949..=2100).contains(&year) && (1..=last).contains(&day)).then_some(Date { year, month, day })
    }

    /// The year, 1949 to 2100.
    pub fn year(self) -> u16 {
        self.year
    }

    /// The month, 1 to 12.
    pub fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, 1 to 31.
    pub fn day(self) -> u8 {
        self.day
    }
}

/// ISO 8601: `2024-05-10`.
impl std::fmt::Display for Date {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl From<Date> for String {
    fn from(date: Date) -> Self {
        date.to_string()
    }
}

impl TryFrom<String> for Date {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let mut parts = text.splitn(3, '-').map(str::parse::<u16>);
        match (parts.next(), parts.next(), parts.next()) {
            (Some(Ok(year)), Some(Ok(month)), Some(Ok(day))) => u8::try_from(month)
                .ok()
                .zip(u8::try_from(day).ok())
                .and_then(|(month, day)| Date::new(year, month, day)),
            _ => None,
        }
        .ok_or_else(|| format!("expected a day such as 2024-05-10, found {text}"))
    }
}

/// 发文机关署名, 成文日期, 附注, 附件说明 and 版记 (GB/T 9704—2012, 7.3.4 to 7.4).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
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

/// 附件: an attached, issued or forwarded document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Attachment {
    /// `附件2`, as written; `None` where the document follows without a label.
    pub label: Option<Text>,
    /// The document.
    pub document: Document,
}
