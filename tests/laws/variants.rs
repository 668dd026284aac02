//! Texts made of texts: what damages a notice on its way, and worse, from a fixed seed.
#![allow(dead_code, reason = "each test and each fuzz target uses its part")]

/// Marks that the parser takes decisions at, for [`sown`].
const MARKS: &[&str] = &[
    "（",
    "）",
    "<BR>",
    "&nbsp;",
    "(",
    ")",
    "《",
    "》",
    "〔",
    "〕",
    "[",
    "]",
    "“",
    "”",
    "、",
    "，",
    "。",
    "；",
    "：",
    ":",
    "\n",
    "\n\n",
    " ",
    "\u{3000}",
    "\t",
    "\u{200b}",
    "\u{feff}",
    "\r\n",
    "\r",
    "一、",
    "（一）",
    "1.",
    "1．",
    "1、",
    "（1）",
    "1）",
    "①",
    "⑴",
    "㈠",
    "第一章 ",
    "第一条 ",
    "1.1",
    "\n— 3 —\n",
    "附件：",
    "附件1",
    "责任单位：",
    "牵头单位：",
    "等",
    "负责）",
    "（省财政厅",
    "发文字号：",
    "2024年5月10日",
    "〔2024〕1号",
    "第1号",
    "特急",
    "抄送：",
    "签发人：",
    "（此件公开发布）",
    "的通知\n",
    "##",
    "【",
    "】",
    "\0",
    "\u{ad}",
    "\u{200d}",
    "\u{85}",
    "\u{2028}",
    "序号",
    "．",
    ". (",
    "<br",
    "/>",
    "é",
    "𠀀",
    "e\u{301}",
    "⼀",
    "二〇二四年",
    "○",
    "999999999999999999999",
    "印发",
    "**",
    "__",
    "[",
    "![",
    "](/a)",
    "](",
    "<a ",
    "</a>",
    "<!--",
    "-->",
    "&ldquo;",
    "&lt;",
    "\\",
    "\n- ",
    "\n## ",
];

/// A small generator of pseudo-random numbers (splitmix64): the same seed, the same texts, on every machine.
#[derive(Debug, Clone)]
pub(crate) struct Random(u64);

impl Random {
    pub(crate) fn new(seed: u64) -> Self {
        Random(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `end`, or 0.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % end.max(1) as u64).unwrap_or_default()
    }

    pub(crate) fn pick<'i, T: ?Sized>(&mut self, items: &[&'i T]) -> &'i T {
        items[self.below(items.len())]
    }

    /// An offset of `text` on a character boundary.
    fn place(&mut self, text: &str) -> usize {
        floor(text, self.below(text.len() + 1))
    }
}

/// The last character boundary up to `at`.
pub(crate) fn floor(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or_default()
}

/// The text up to every character boundary, or up to `most` of them evenly spread.
pub(crate) fn prefixes(text: &str, most: usize) -> impl Iterator<Item = &str> {
    let step = (text.chars().count() / most.max(1)).max(1);
    text.char_indices().step_by(step).map(|(at, _)| &text[..at])
}

/// The head of one text and the tail of another.
pub(crate) fn spliced(head: &str, tail: &str, random: &mut Random) -> String {
    let (end, start) = (random.place(head), random.place(tail));
    [&head[..end], &tail[start..]].concat()
}

/// The text with one in `of` lines left out.
pub(crate) fn without_lines(text: &str, of: usize, random: &mut Random) -> String {
    text.split_inclusive('\n').filter(|_| random.below(of) > 0).collect()
}

/// The text with one in `of` lines standing twice.
pub(crate) fn with_doubled_lines(text: &str, of: usize, random: &mut Random) -> String {
    text.split_inclusive('\n')
        .flat_map(|line| std::iter::repeat_n(line, if random.below(of) == 0 { 2 } else { 1 }))
        .collect()
}

/// The text with one in `of` line breaks lost.
pub(crate) fn with_joined_lines(text: &str, of: usize, random: &mut Random) -> String {
    text.split_inclusive('\n')
        .map(|line| if random.below(of) == 0 { line.trim_end_matches('\n') } else { line })
        .collect()
}

/// The text as a collector leaves it that folds widths: `（` is `(`, `：` is `:`, `１` is `1`.
pub(crate) fn narrow(text: &str) -> String {
    let fold = |c: char| match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '\u{3000}' => ' ',
        c => c,
    };
    text.chars().map(fold).collect()
}

/// What ends a line besides `\n`.
pub(crate) const LINE_ENDS: [&str; 5] = ["\r\n", "\r", "\u{85}", "\u{2028}", "\u{2029}"];

/// The text with `\n` for whatever ends a line.
pub(crate) fn with_line_feeds(text: &str) -> String {
    text.replace("\r\n", "\n").replace(['\r', '\u{85}', '\u{2028}', '\u{2029}'], "\n")
}

/// The text with these ends in turn for its line feeds.
pub(crate) fn with_line_ends(text: &str, ends: &[&str]) -> String {
    let mut ends = ends.iter().cycle();
    text.split_inclusive('\n')
        .flat_map(|line| match line.strip_suffix('\n') {
            Some(line) => [line, ends.next().unwrap_or(&"\n")],
            None => [line, ""],
        })
        .collect()
}

/// The characters that show nothing and part no words, of every kind one.
const INVISIBLE: [char; 12] = [
    '\0',
    '\u{ad}',
    '\u{200d}',
    '\u{2060}',
    '\u{200e}',
    '\u{fe0f}',
    '\u{7f}',
    '\u{9b}',
    '\u{61c}',
    '\u{e0041}',
    '\u{e0100}',
    '\u{200c}',
];

/// The text with a character that shows nothing in front and behind every `of`th character, but for those inside `\r\n`.
pub(crate) fn with_invisible(text: &str, of: usize) -> String {
    let mut invisible = INVISIBLE.iter().copied().cycle();
    let behind = |at: usize, c: char| at % of.max(1) == 0 && c != '\r';
    let sown =
        text.chars().enumerate().flat_map(|(at, c)| [Some(c), invisible.next().filter(|_| behind(at, c))]);
    std::iter::once('\u{2060}').chain(sown.flatten()).collect()
}

/// The text with one in `of` of the characters that have a Kangxi radical replaced by it: `⼈` for `人`.
pub(crate) fn with_radicals(text: &str, of: usize, random: &mut Random) -> String {
    let radicals: std::collections::HashMap<String, char> = ('\u{2f00}'..='\u{2fd5}')
        .map(|c| (gongwen::mend(c.encode_utf8(&mut [0; 4])).into_owned(), c))
        .collect();
    let radical = |c: char| match radicals.get(c.encode_utf8(&mut [0; 4]) as &str) {
        Some(&radical) if random.below(of) == 0 => radical,
        _ => c,
    };
    text.chars().map(radical).collect()
}

/// The text with `count` marks sown into it, or stretches of up to eight characters taken out.
pub(crate) fn sown(text: &str, count: usize, random: &mut Random) -> String {
    let mut text = text.to_owned();
    for _ in 0..count {
        let at = random.place(&text);
        let mark = random.pick(MARKS);
        let end = if random.below(3) == 0 { floor(&text, at + random.below(24)).max(at) } else { at };
        text.replace_range(at..end, if end > at && random.below(2) == 0 { "" } else { mark });
    }
    text
}

/// What is put in at a place by each kind of edit; nothing deletes the character there.
const EDITS: [&str; 8] = ["\n", "\n\n", " ", "。", ". ", "（", "\n序号\n", ""];

/// The texts that differ from this one by one edit: each kind at each place, in an order that stays.
pub(crate) fn edits(text: &str) -> impl Iterator<Item = String> + '_ {
    let places = text.char_indices().map(|(at, c)| (at, at + c.len_utf8()));
    places.flat_map(move |(at, end)| {
        EDITS.iter().map(move |edit| {
            let behind = if edit.is_empty() { end } else { at };
            [&text[..at], edit, &text[behind..]].concat()
        })
    })
}

/// A text of `count` marks and nothing else.
pub(crate) fn marks(count: usize, random: &mut Random) -> String {
    (0..count).map(|_| random.pick(MARKS)).collect()
}

/// `text` with all left out that is not needed for `fails`: halves, then ever smaller pieces, at most `tries` times.
pub(crate) fn reduced(text: &str, mut tries: usize, fails: impl Fn(&str) -> bool) -> String {
    let mut pieces: Vec<String> = text.chars().map(String::from).collect();
    let mut size = pieces.len().div_ceil(2);
    while size > 0 && tries > 0 {
        let mut at = 0;
        while at < pieces.len() && tries > 0 {
            tries -= 1;
            let rest = [&pieces[..at], &pieces[(at + size).min(pieces.len())..]].concat();
            if fails(&rest.concat()) { pieces = rest } else { at += size }
        }
        size /= 2;
    }
    pieces.concat()
}
