//! Where the notice begins below the lines of the page around it: one forward search for its head.
//!
//! A page repeats the title, sets menus of a hundred lines above it and counters below it. No count of lines tells the notice
//! from them, but what stands together does: a title with recipients or a number, or a title with a body.

use super::head::{Head, Kind, is_spaced_grade};
use super::is_timestamp;
use super::page_lines::{DIVISIONS, begins_part};
use super::title::begins_again;
use crate::grammar::known_titles::is_repetition;
use crate::grammar::name::line::organisations;
use crate::grammar::number::document_number;
use crate::grammar::title::{Strength, title_strength};
use crate::lexicon::titles::SUBJECTS;
use crate::model::PageRule;
use crate::page::furniture::is_furniture;
use crate::text::span::Span;
use crate::text::words::{COLONS, holds};

/// What a line above the body is by its own words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum LineKind {
    /// 发文机关标志, a grade, who approved it, or an organ alone: number or title may follow.
    Organ,
    /// 发文字号 and nothing else.
    Number,
    /// The first line of a title.
    Title(Span, Strength),
    /// 主送机关 up to the colon.
    Recipients,
    /// Labelled pieces, rules and buttons: they stand between the notice's own elements too.
    Beside,
    /// A sentence or an item.
    Text,
    /// Anything else that is short: a menu, a path, a counter.
    Page,
}

/// Lines of elements that stand together.
#[derive(Debug, Clone, Copy)]
struct Cluster {
    start: usize,
    title: Option<(Span, Strength)>,
    /// Titles in it that are not the same.
    titles: usize,
    numbered: bool,
    /// Whether lines of the page stand behind its last element.
    parted: bool,
}

impl Cluster {
    /// Whether it may be a head, though lines of the page stand behind it.
    fn is_sure(&self) -> bool {
        let certain = self.title.is_some_and(|(_, strength)| strength == Strength::Certain);
        certain || self.numbered || !self.parted
    }
}

/// Sentences of the page among which the head is looked for, at most: three were seen.
const MOST_SENTENCES: usize = 3;

/// Lines of a page above a text without a head, at least: fewer may be the text's own. A guess.
const MENU_LINES: usize = 6;

/// The longest of them, in bytes: eight characters. A guess.
const MENU_WORD_BYTES: usize = 24;

impl Head<'_, '_> {
    /// Where the notice's head begins: at `span.start` unless lines of a page stand above it.
    pub(super) fn beginning(&self, span: Span) -> usize {
        if self.kind == Kind::Attached {
            return span.start;
        }
        let mut search = Search::new(self, self.source.skip_blanks(span.start, span.end));
        let mut inside = span.start;
        for line in self.source.lines(span) {
            if line.start < inside {
                continue;
            }
            let kind = self.line_kind(line);
            let mut found = search.take(line, kind);
            if let LineKind::Title(title, _) = kind {
                inside = title.end;
                let behind = self.source.rest_of_line(title.end, span.end);
                found = found.or_else(|| search.take(behind, self.kind_behind_title(behind)));
            }
            if let Some(beginning) = found {
                return beginning;
            }
        }
        search.end()
    }

    /// Sets the lines above the notice's head aside.
    pub(super) fn above(&mut self, above: Span) -> Vec<Span> {
        let mut titles = Vec::new();
        let mut inside = above.start;
        for line in self.source.lines(above).collect::<Vec<_>>() {
            if line.start < inside {
                continue;
            }
            let labels = self.take_labels(line);
            if let Some(last) = labels.last() {
                inside = last.span.end;
                self.gathered.label(labels);
            } else if let Some((title, _)) = self.title_of_line(line) {
                inside = title.end;
                titles.push(title);
                let behind = self.source.rest_of_line(title.end, above.end);
                if !behind.is_empty() {
                    self.set_aside(behind);
                }
            } else if self.is_of_page(line) {
                self.set_aside(line);
            }
            // a sentence is the page's too, but that is no more than likely: it stays unparsed
        }
        titles
    }

    /// The titles above the head: the notice's own again, or those of other pages.
    pub(super) fn repeat_above(&mut self, titles: Vec<Span>) {
        for title in titles {
            let words = self.source.words(title);
            let own = self.header.title.as_ref().is_some_and(|own| is_repetition(&own.text, &words.value));
            if own {
                self.header.repeated_titles.push(words);
            } else {
                self.gathered.page_lines.add(title);
                self.gathered.set_aside(PageRule::OtherTitle, title);
            }
        }
    }

    fn line_kind(&self, line: Span) -> LineKind {
        let words = self.source.slice(line);
        if is_furniture(words) || is_timestamp(words) {
            return LineKind::Beside;
        }
        if self.is_labelled(self.behind_sign(line)) {
            return if line.len() > LABELS_BYTES { LineKind::Text } else { LineKind::Beside };
        }
        if words.contains('号') && is_number(words) {
            return LineKind::Number;
        }
        if let Some((title, strength)) = self.title_of_line(line) {
            return LineKind::Title(title, strength);
        }
        if is_above_title(words) {
            return LineKind::Organ;
        }
        if self.addressed(line.start).is_some() {
            return LineKind::Recipients;
        }
        let begins_text = words.ends_with(COLONS) && line.len() > MENU_WORD_BYTES;
        if self.is_of_page(line) && !begins_text { LineKind::Page } else { LineKind::Text }
    }

    /// What stands behind a title on its line; the name of a site and a remark part no elements.
    fn kind_behind_title(&self, behind: Span) -> LineKind {
        match self.line_kind(behind) {
            LineKind::Page | LineKind::Organ | LineKind::Title(..) => LineKind::Beside,
            kind => kind,
        }
    }

    /// The title that begins with the line. Words of a menu are none, though they end in a genre: `信息公开目录`.
    pub(super) fn title_of_line(&self, line: Span) -> Option<(Span, Strength)> {
        /// A guess.
        const SHORTEST_CHARS: usize = 8;
        let words = self.source.slice(line);
        if words.starts_with("序号") {
            return None;
        }
        if let Some(title) = self.order_title(line.start) {
            return Some(title);
        }
        // neither an organ nor a genre
        if words.is_ascii() {
            return None;
        }
        if words.contains("关于") {
            let (title, _) = self.title_at(line.start)?;
            return Some((title, Strength::Certain));
        }
        let long = words.chars().nth(SHORTEST_CHARS - 1).is_some();
        let issuer = is_issuer(words);
        if !issuer && !(long && (holds(words, SUBJECTS) || title_strength(words).is_some())) {
            return None;
        }
        let title = self.title_at(line.start)?;
        // a title of its own below, its issuer with it: 通知公告⏎青州省人民政府关于…
        let below = || self.source.rest_of_line(self.source.skip_blanks(line.end, self.end), self.end);
        let whole = title.0.end <= line.end
            || issuer
            || self.title_at(below().start).is_none_or(|(other, _)| other.end != title.0.end);
        let alone = long && title_strength(words).is_some();
        (whole && (alone || !issuer || title.1 == Strength::Certain)).then_some(title)
    }
}

/// Whether a line above 关于… is the title's issuer, or the first part of one.
fn is_issuer(words: &str) -> bool {
    /// Half an issuer's name with its division: a guess.
    const PART_CHARS: usize = 6;
    /// 省政府: no organ's name is shorter. A guess.
    const SHORTEST_CHARS: usize = 3;
    let length = words.chars().take(ISSUER_CHARS + 1).count();
    let part = (PART_CHARS..=ISSUER_CHARS).contains(&length) && words.contains(DIVISIONS);
    part || (SHORTEST_CHARS..=ISSUER_CHARS).contains(&length) && organisations(words).is_some()
}

/// The longest line of labels in bytes: in a longer one the text goes on behind them. A guess.
const LABELS_BYTES: usize = 1500;

/// The longest line of a title's issuers alone, in characters. A guess.
const ISSUER_CHARS: usize = 60;

/// Whether a line is an element above the number or the title: `特急`, `青州省人民政府文件`, `第6号`, `签发人：张某某`.
fn is_above_title(words: &str) -> bool {
    let mark = words.split("文件").next().unwrap_or(words);
    let mark = ["令", "公告", "通告"].iter().find_map(|word| mark.strip_suffix(word)).unwrap_or(mark);
    let copy_number = words.len() == 6 && words.bytes().all(|b| b.is_ascii_digit());
    let order = || document_number(words).is_some_and(|(_, len)| len == words.len());
    copy_number
        || is_spaced_grade(words)
        || words.starts_with("签发人")
        || organisations(mark).is_some()
        || order()
}

fn is_number(words: &str) -> bool {
    document_number(words).is_some_and(|(number, len)| number.agency_code.is_some() && len == words.len())
}

/// What the lines so far say of where the head begins.
struct Search<'h, 's, 't> {
    head: &'h Head<'s, 't>,
    /// The elements that stand together last.
    open: Option<Cluster>,
    /// The cluster with a title before that one, lines of the page behind it.
    titled: Option<Cluster>,
    /// The first cluster with a title and text behind it.
    bodied: Option<Cluster>,
    /// Where the text begins.
    start: usize,
    /// The first sentence or item.
    text: Option<usize>,
    /// Lines of a menu so far.
    menu: usize,
    /// Sentences so far.
    sentences: usize,
}

impl<'h, 's, 't> Search<'h, 's, 't> {
    fn new(head: &'h Head<'s, 't>, start: usize) -> Self {
        Search { head, open: None, titled: None, bodied: None, start, text: None, menu: 0, sentences: 0 }
    }

    /// Takes in a line; answers where the head begins as soon as that is sure.
    fn take(&mut self, line: Span, kind: LineKind) -> Option<usize> {
        match kind {
            LineKind::Organ => self.cluster(line).parted = false,
            LineKind::Number => {
                let cluster = self.cluster(line);
                (cluster.numbered, cluster.parted) = (true, false);
            }
            LineKind::Title(title, strength) => self.title(title, strength),
            LineKind::Recipients => return Some(self.recipients(line)),
            LineKind::Beside => {}
            LineKind::Page => {
                self.menu += usize::from(line.len() <= MENU_WORD_BYTES);
                if let Some(open) = &mut self.open {
                    open.parted = true;
                }
            }
            LineKind::Text => return self.text(line),
        }
        None
    }

    /// The cluster that an element on `line` belongs to: the open one, or another if lines of the page part them.
    fn cluster(&mut self, line: Span) -> &mut Cluster {
        // lines of the page may stand between number and title
        let parted = self.open.filter(|open| open.parted && (open.title.is_some() || !open.numbered));
        if let Some(parted) = parted {
            self.titled = if parted.title.is_some() { Some(parted) } else { self.titled };
            self.open = None;
        }
        self.open.get_or_insert(Cluster {
            start: line.start,
            title: None,
            titles: 0,
            numbered: false,
            parted: false,
        })
    }

    fn title(&mut self, title: Span, strength: Strength) {
        let again = |first: Span| self.is_again(first, title);
        // a title that goes on over a break is taken for two
        let goes_on = strength == Strength::Likely && self.open.is_some_and(|open| !open.parted);
        let other = !goes_on && self.open.and_then(|open| open.title).is_some_and(|(first, _)| !again(first));
        // a headline may stand right above the title; three are a list of other pages
        let listed = self.open.is_some_and(|open| open.parted || open.titles >= 2);
        if other && listed {
            self.titled = self.open.take();
        }
        let cluster = self.cluster(title);
        if !goes_on || cluster.title.is_none() {
            cluster.title = Some((title, strength));
        }
        cluster.titles += usize::from(other || cluster.titles == 0);
        cluster.parted = false;
    }

    /// Whether the title at `second` is the first again, or begins as it does and goes on over more lines.
    fn is_again(&self, first: Span, second: Span) -> bool {
        let words = |span| self.head.source.words(span).value;
        let first = words(self.head.without_marks(first));
        is_repetition(&first, &words(second))
            || begins_again(&first, &self.head.source.text[second.start..self.head.end])
    }

    fn recipients(&mut self, line: Span) -> usize {
        let Some(open) = self.with_title().filter(Cluster::is_sure) else {
            let below = self.open.filter(|open| !open.parted).map_or(line.start, |open| open.start);
            return if self.menu >= MENU_LINES { below } else { self.start };
        };
        let other = self.bodied.and_then(|bodied| Some((bodied.title?.0, open.title?.0)));
        match (other, self.bodied) {
            // recipients in an attached document
            (Some((first, second)), Some(bodied)) if !self.is_again(first, second) => bodied.start,
            _ => open.start,
        }
    }

    /// The open cluster; the one before it if that has the title.
    fn with_title(&self) -> Option<Cluster> {
        self.open.filter(|open| open.title.is_some()).or(self.titled)
    }

    /// A sentence or an item ends a head.
    fn text(&mut self, line: Span) -> Option<usize> {
        if self.sentences == 0 {
            // a text may begin with its title and short lines
            let first = |cluster: &Cluster| cluster.start == self.start && self.menu < MENU_LINES;
            self.bodied = self.with_title().filter(|cluster| cluster.is_sure() || first(cluster));
        }
        self.text.get_or_insert(line.start);
        self.sentences += 1;
        let item = begins_part(self.head.source.slice(line));
        (item || self.sentences > MOST_SENTENCES).then(|| self.end())
    }

    /// Where the head begins by all lines so far.
    fn end(&self) -> usize {
        let headless = || self.text.filter(|_| self.menu >= MENU_LINES);
        self.bodied.map(|bodied| bodied.start).or_else(headless).unwrap_or(self.start)
    }
}
