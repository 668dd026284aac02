//! Automatic numbers: `一、`, `（二）`, `第三条`, which stand nowhere in the text and which every reader sees.

use std::collections::{HashMap, HashSet};

use roxmltree::Node;

use crate::docx::styles::{Numbered, Styles};
use crate::number::{self, Form};
use crate::xml::{attribute, child, children, switch, value};

/// The lists of a document, and how far each has counted.
#[derive(Debug, Default)]
pub(crate) struct Numbering {
    /// By the id of their definition.
    levels: HashMap<String, Vec<Level>>,
    lists: HashMap<String, List>,
    /// By the id of their definition: lists of one definition count on.
    counts: HashMap<String, [Option<u32>; LEVELS]>,
    /// Lists and levels whose own start has been taken.
    started: HashSet<(String, usize)>,
}

/// Levels of a list, as Word has them.
const LEVELS: usize = 9;

#[derive(Debug, Clone)]
struct Level {
    start: u32,
    form: Counted,
    /// `（%2）`
    text: String,
    /// All numbers in it are decimal.
    legal: bool,
    /// After which level it starts again, from 1; 0 for never.
    restart: Option<usize>,
    gap: Gap,
    /// The style whose paragraphs stand on this level.
    style: Option<String>,
}

/// What a level counts with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Counted {
    Number(Form),
    /// A sign that says nothing.
    Bullet,
    /// The text alone.
    Nothing,
}

/// What stands between number and text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Gap {
    Nothing,
    Blank,
}

/// A list: a definition, with what it changes.
#[derive(Debug)]
struct List {
    definition: String,
    starts: HashMap<usize, u32>,
    levels: HashMap<usize, Level>,
}

impl Numbering {
    pub(crate) fn new(root: Node<'_, '_>, styles: &Styles) -> Self {
        let mut numbering = Numbering::default();
        let mut linked = vec![];
        for node in children(root, "abstractNum") {
            let Some(id) = attribute(node, "abstractNumId") else { continue };
            numbering.levels.insert(id.to_owned(), levels(node));
            if let Some(style) = value(node, "numStyleLink") {
                linked.push((id.to_owned(), style.to_owned()));
            }
        }
        for node in children(root, "num") {
            if let (Some(id), Some(definition)) = (attribute(node, "numId"), value(node, "abstractNumId")) {
                numbering.lists.insert(id.to_owned(), list(node, definition));
            }
        }
        // a definition may be that of the list of a style
        for (id, style) in linked {
            let list = styles.numbered(Some(&style)).0.list.and_then(|list| numbering.lists.get(&list));
            if let Some(levels) = list.and_then(|list| numbering.levels.get(&list.definition)).cloned() {
                numbering.levels.insert(id, levels);
            }
        }
        numbering
    }

    /// The number before the text of the next paragraph that is `numbered`, with the gap behind it; `style` is the style
    /// that put the paragraph into the list.
    pub(crate) fn label(&mut self, numbered: &Numbered, style: Option<&str>) -> Option<String> {
        let id = numbered.list.as_deref().filter(|id| *id != "0")?;
        let list = self.lists.get(id)?;
        let levels = self.levels.get(&list.definition)?;
        let of_style =
            || levels.iter().position(|level| level.style.is_some() && level.style.as_deref() == style);
        let level = numbered.level.or_else(of_style).unwrap_or(0).min(LEVELS - 1);
        let of = |level: usize| list.levels.get(&level).or(levels.get(level));
        let this = of(level)?;
        let counts = self.counts.entry(list.definition.clone()).or_default();
        let own_start = list.starts.get(&level).filter(|_| self.started.insert((id.to_owned(), level)));
        counts[level] = Some(match (own_start, counts[level]) {
            (Some(start), _) => *start,
            (None, Some(count)) => count.saturating_add(1),
            (None, None) => this.start,
        });
        restart(counts, level, of);
        let shown = |level: usize| {
            let definition = of(level)?;
            let count = counts[level].unwrap_or(definition.start);
            match definition.form {
                Counted::Number(_) if this.legal => Some(count.to_string()),
                Counted::Number(form) => Some(number::written(count, form)),
                Counted::Bullet | Counted::Nothing => None,
            }
        };
        (this.form != Counted::Bullet)
            .then(|| with_gap(filled(&this.text, shown), this.gap))
            .filter(|label| !label.is_empty())
    }
}

/// Starts the levels below `level` again, but for those that wait for a higher one.
fn restart<'l>(counts: &mut [Option<u32>; LEVELS], level: usize, of: impl Fn(usize) -> Option<&'l Level>) {
    for (deeper, count) in counts.iter_mut().enumerate().skip(level + 1) {
        let waits = of(deeper).and_then(|deeper| deeper.restart).is_some_and(|restart| level >= restart);
        *count = count.filter(|_| waits);
    }
}

/// `（%2）` with the number of each level in place.
fn filled(text: &str, shown: impl Fn(usize) -> Option<String>) -> String {
    let mut label = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('%') {
        label.push_str(before);
        match after.chars().next().and_then(|c| c.to_digit(10)) {
            Some(level @ 1..=9) => {
                label.push_str(&shown(level as usize - 1).unwrap_or_default());
                rest = &after[1..];
            }
            _ => {
                label.push('%');
                rest = after;
            }
        }
    }
    label.push_str(rest);
    label.trim().to_owned()
}

/// A label as it stands before text: its own mark parts it, or a blank.
fn with_gap(mut label: String, gap: Gap) -> String {
    if gap == Gap::Blank && !label.is_empty() && !label.ends_with(['、', '）', '．', '：', '】', '〕'])
    {
        label.push(' ');
    }
    label
}

fn levels(definition: Node<'_, '_>) -> Vec<Level> {
    let mut levels = vec![];
    for node in children(definition, "lvl") {
        let place =
            attribute(node, "ilvl").and_then(|level| level.trim().parse().ok()).unwrap_or(levels.len());
        if place < LEVELS {
            // a level that is left out is plain
            levels.resize_with(levels.len().max(place + 1), Level::plain);
            levels[place] = level(node);
        }
    }
    levels
}

fn list(node: Node<'_, '_>, definition: &str) -> List {
    let mut list = List { definition: definition.to_owned(), starts: HashMap::new(), levels: HashMap::new() };
    for change in children(node, "lvlOverride") {
        let Some(place) = attribute(change, "ilvl").and_then(|level| level.trim().parse().ok()) else {
            continue;
        };
        if let Some(start) = value(change, "startOverride").and_then(|start| start.trim().parse().ok()) {
            list.starts.insert(place, start);
        }
        if let Some(changed) = child(change, "lvl") {
            list.levels.insert(place, level(changed));
        }
    }
    list
}

impl Level {
    fn plain() -> Self {
        Level {
            start: 1,
            form: Counted::Nothing,
            text: String::new(),
            legal: false,
            restart: None,
            gap: Gap::Blank,
            style: None,
        }
    }
}

fn level(node: Node<'_, '_>) -> Level {
    let number = |name: &str| value(node, name).and_then(|number| number.trim().parse::<u32>().ok());
    Level {
        start: number("start").unwrap_or(0),
        form: value(node, "numFmt").map_or(Counted::Number(Form::Decimal), counted),
        text: value(node, "lvlText").unwrap_or_default().to_owned(),
        legal: switch(node, "isLgl").unwrap_or(false),
        restart: number("lvlRestart").map(|level| level as usize),
        gap: if value(node, "suff") == Some("nothing") { Gap::Nothing } else { Gap::Blank },
        style: value(node, "pStyle").map(str::to_owned),
    }
}

/// The forms of ECMA-376, 17.18.59, that Chinese lists use.
fn counted(name: &str) -> Counted {
    Counted::Number(match name {
        "bullet" => return Counted::Bullet,
        "none" => return Counted::Nothing,
        "chineseCounting" | "chineseCountingThousand" | "taiwaneseCounting" | "taiwaneseCountingThousand" => {
            Form::Chinese
        }
        "japaneseCounting" => Form::Japanese,
        "ideographDigital" | "taiwaneseDigital" | "japaneseDigitalTenThousand" | "koreanDigital2" => {
            Form::Digits
        }
        "chineseLegalSimplified" | "ideographLegalTraditional" | "japaneseLegal" => Form::Financial,
        "ideographTraditional" => Form::Stems,
        "ideographZodiac" => Form::Branches,
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" | "ideographEnclosedCircle" => Form::Circled,
        "decimalEnclosedParen" => Form::Parenthesised,
        "decimalEnclosedFullstop" => Form::Stopped,
        "decimalFullWidth" | "decimalFullWidth2" => Form::FullWidth,
        "decimalZero" => Form::DecimalZero,
        "upperLetter" => Form::UpperLetter,
        "lowerLetter" => Form::LowerLetter,
        "upperRoman" => Form::UpperRoman,
        "lowerRoman" => Form::LowerRoman,
        _ => Form::Decimal,
    })
}
