//! Pointers into the notice itself: `本办法第五条`, `前条`, `附件2`.

use std::sync::LazyLock;

use memchr::memmem::Finder;
use serde::{Deserialize, Serialize};

use crate::resolve::passage::{Passage, PassageKind, Place};
use crate::text::boundary::ceil;
use crate::text::numeral;
use crate::text::words::{begins, ends};
use crate::{MarkerStyle, Notice, Section, Span};

/// A pointer into the notice itself: `本办法第五条`, `附件2`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Pointer {
    /// As written, mended.
    pub text: String,
    /// What it points to; `None` where the notice has no such item.
    pub target: Option<PointerTarget>,
    /// The item and the task it stands in.
    pub place: Place,
    /// Its place.
    pub span: Span,
}

/// Made once: most passages point to nothing.
static ARTICLE: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new("条"));
static ATTACHMENT: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new("附件"));

/// What a pointer points to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum PointerTarget {
    /// A numbered item, by its number in the tables.
    Section(usize),
    /// An attached document: 1 is the first.
    Part(usize),
}

/// The pointers of a notice while its passages are read.
pub(super) struct Pointers {
    /// Of each part, the numbers in the tables of its articles, with their ordinals.
    articles: Vec<Vec<(u32, usize)>>,
    /// The ordinals of the attachments' labels.
    labels: Vec<Option<u32>>,
    pub(super) found: Vec<Pointer>,
}

impl Pointers {
    pub(super) fn new(notice: &Notice) -> Self {
        let mut count = 0;
        let articles = notice.documents().map(|document| {
            let mut articles = Vec::new();
            document.body.sections.iter().for_each(|section| add(section, &mut count, &mut articles));
            articles
        });
        let articles = articles.collect();
        let labels = notice.attachments.iter().map(|attached| {
            let label = attached.label.as_ref()?;
            number(label.value.trim_start_matches("附件")).map(|(number, _)| number)
        });
        Pointers { articles, labels: labels.collect(), found: Vec::new() }
    }

    pub(super) fn read(&mut self, passage: &Passage<'_>) {
        if matches!(passage.kind, PassageKind::Title | PassageKind::Foot) {
            return;
        }
        let articles = ARTICLE.find_iter(passage.text.as_bytes()).filter_map(|at| article(passage.text, at));
        let attachments =
            ATTACHMENT.find_iter(passage.text.as_bytes()).filter_map(|at| attachment(passage.text, at));
        let mut found: Vec<_> = articles.chain(attachments).collect();
        found.sort_by_key(|found| found.range.start);
        for named in found {
            let span = passage.span(named.range.clone());
            let place = passage.place(span.start);
            let target = match named.what {
                Named::Article(ordinal) => self.article(passage.part, ordinal),
                Named::Before => self.before(passage.part, place.section),
                Named::Attachment(ordinal) => self.attachment(ordinal),
            };
            self.found.push(Pointer { text: passage.text[named.range].to_owned(), target, place, span });
        }
    }

    /// The one article of a part with that number.
    fn article(&self, part: usize, ordinal: u32) -> Option<PointerTarget> {
        let mut fits = self.articles.get(part)?.iter().filter(|&&(number, _)| number == ordinal);
        let (_, section) = fits.next()?;
        fits.next().is_none().then_some(PointerTarget::Section(*section))
    }

    /// The article before that in which the pointer stands.
    fn before(&self, part: usize, section: Option<usize>) -> Option<PointerTarget> {
        let articles = self.articles.get(part)?;
        let own = articles.iter().rposition(|&(_, number)| Some(number) <= section)?;
        let (_, before) = articles.get(own.checked_sub(1)?)?;
        Some(PointerTarget::Section(*before))
    }

    fn attachment(&self, ordinal: Option<u32>) -> Option<PointerTarget> {
        let labelled = |wanted: u32| self.labels.iter().position(|&label| label == Some(wanted));
        let index = match ordinal {
            Some(ordinal) => labelled(ordinal)?,
            None => Some(0).filter(|_| self.labels.len() == 1)?,
        };
        Some(PointerTarget::Part(index + 1))
    }
}

/// Adds the articles of an item and its sub-items.
fn add(section: &Section, count: &mut usize, articles: &mut Vec<(u32, usize)>) {
    *count += 1;
    if section.marker.style == MarkerStyle::Article {
        articles.push((section.marker.ordinal, *count));
    }
    section.sections.iter().for_each(|section| add(section, count, articles));
}

/// A pointer in a text.
struct Found {
    range: std::ops::Range<usize>,
    what: Named,
}

enum Named {
    Article(u32),
    /// `前条`
    Before,
    Attachment(Option<u32>),
}

/// `本办法第五条`, `前条`, whose `条` stands at `at`; articles of other documents (`《…》第五条`) point elsewhere.
fn article(text: &str, at: usize) -> Option<Found> {
    /// Fifteen characters: a guess.
    const REACH_BYTES: usize = 45;
    let end = at + "条".len();
    let before = &text[ceil(text, at.saturating_sub(REACH_BYTES))..at];
    if before.ends_with('前') && !before.ends_with("目前") {
        return Some(Found { range: at - "前".len()..end, what: Named::Before });
    }
    let ordinal = before.rfind('第')?;
    let value = numeral::number_of(before[ordinal + "第".len()..].chars())?;
    let own = before[..ordinal].rfind('本')?;
    let name = &before[own + "本".len()..ordinal];
    let names = [
        "办法",
        "规定",
        "条例",
        "细则",
        "规则",
        "通知",
        "意见",
        "方案",
        "措施",
        "准则",
        "规范",
        "决定",
        "规程",
        "制度",
        "章程",
        "政策",
        "实施细则",
        "实施办法",
        "若干规定",
        "暂行办法",
        "法",
    ];
    names
        .contains(&name)
        .then(|| Found { range: at - (before.len() - own)..end, what: Named::Article(value) })
}

/// `附件2`, `见附件`, which stands at `at`.
fn attachment(text: &str, at: usize) -> Option<Found> {
    let behind = &text[at + "附件".len()..];
    // a label of its own
    if at == 0 {
        return None;
    }
    if let Some((ordinal, length)) = number(behind) {
        return Some(Found {
            range: at..at + "附件".len() + length, what: Named::Attachment(Some(ordinal))
        });
    }
    let points = ends(&text[..at], &["见", "详见", "见本通知"]) && !begins(behind, &["：", ":"]);
    points.then(|| Found { range: at..at + "附件".len(), what: Named::Attachment(None) })
}

/// The number at the start of `text`, and its length.
fn number(text: &str) -> Option<(u32, usize)> {
    let text = text.trim_start();
    let end = text.find(|c| !(numeral::is_digit(c) || numeral::is_han_numeral(c))).unwrap_or(text.len());
    numeral::number_of(text[..end].chars()).map(|number| (number, end))
}
