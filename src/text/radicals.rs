//! Compatibility characters that PDF text puts in place of ordinary ones.
//!
//! Marks come as letters whose codes are those of the marks in GB 2312: `ꎬ` U+A3AC for `，`, whose bytes there are A3 AC.
//! Radicals (`⼈` U+2F08) and the ordinary characters they stand for (`人`) both take three bytes in UTF-8, so the
//! fold moves no offset. NFKC is never run on the text: it would destroy `（）：，①㈠`.

use std::borrow::Cow;

use super::first_bytes::FirstBytes;

/// The text with every radical folded, offsets kept; with the place of the first radical and their number, if there are any.
pub(crate) fn folded(text: &str) -> (Cow<'_, str>, Option<(usize, usize)>) {
    let mut radicals = radicals(text).peekable();
    let Some(&(first, _)) = radicals.peek() else { return (Cow::Borrowed(text), None) };
    let mut folded = String::with_capacity(text.len());
    let mut count = 0;
    for (at, meant) in radicals {
        folded.push_str(&text[folded.len()..at]);
        folded.push(meant);
        count += 1;
    }
    folded.push_str(&text[folded.len()..]);
    (Cow::Owned(folded), Some((first, count)))
}

/// The radicals of the text, each with its place and the character it stands for.
fn radicals(text: &str) -> impl Iterator<Item = (usize, char)> + '_ {
    /// They begin with E2, the letters for marks with EA.
    static RADICALS: FirstBytes = FirstBytes::new(&[0xe2, 0xea]);
    let bytes = text.as_bytes();
    let mut at = if may_hold_radicals(bytes) { 0 } else { bytes.len() };
    let mut scan = RADICALS.scan(bytes);
    std::iter::from_fn(move || {
        loop {
            let here = scan.next(at)?;
            let c = text[here..].chars().next()?;
            at = here + c.len_utf8();
            let meant = fold(c);
            if meant != c {
                return Some((here, meant));
            }
        }
    })
}

/// Whether a character from U+2E80 to U+2FFF or from U+A380 to U+A3FF may stand here: those begin with E2 BA to E2 BF, or
/// EA 8E and EA 8F. Looks at every pair of a block, which compiles to vector instructions, where stopping at the first does not.
fn may_hold_radicals(bytes: &[u8]) -> bool {
    /// A guess: as long as loops over it cost nothing beside it.
    const BLOCK_BYTES: usize = 4096;
    let found = |(&lead, &next): (&u8, &u8)| {
        let radical = u8::from(lead == 0xe2) & u8::from(next >= 0xba);
        radical | u8::from(lead == 0xea) & u8::from(next & 0xfe == 0x8e)
    };
    let behind = bytes.get(1..).unwrap_or_default();
    let mut blocks = bytes.chunks(BLOCK_BYTES).zip(behind.chunks(BLOCK_BYTES));
    blocks.any(|(leads, nexts)| leads.iter().zip(nexts).map(found).fold(0, |all, found| all | found) > 0)
}

/// The ordinary character for a radical: `人` for `⼈`; every other character is itself.
pub(crate) fn fold(c: char) -> char {
    match c {
        '\u{2e80}'..='\u{2eff}' => {
            SUPPLEMENT.binary_search_by_key(&c, |&(radical, _)| radical).map_or(c, |at| SUPPLEMENT[at].1)
        }
        '\u{2f00}'..='\u{2fd5}' => {
            KANGXI.get((c as usize - 0x2f00) * 3..).and_then(|rest| rest.chars().next()).unwrap_or(c)
        }
        // the full-width point of GB 2312 ends the sentences of such texts
        '\u{a3ae}' => '。',
        '\u{a3a1}'..='\u{a3af}' | '\u{a3ba}'..='\u{a3bf}' => {
            char::from_u32(u32::from(c) - 0xa3a0 + 0xff00).unwrap_or(c)
        }
        _ => c,
    }
}

/// The ordinary forms of U+2F00 to U+2FD5 in order, three bytes each.
const KANGXI: &str = "\
    一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕\
    大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日\
    曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿\
    目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行\
    衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音\
    頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";

/// The radicals supplement, U+2E80 to U+2EF3, as far as its characters are used in running text.
const SUPPLEMENT: &[(char, char)] = &[
    ('⺀', '冫'),
    ('⺁', '厂'),
    ('⺃', '乚'),
    ('⺄', '乙'),
    ('⺅', '亻'),
    ('⺆', '冂'),
    ('⺇', '几'),
    ('⺈', '刀'),
    ('⺉', '刂'),
    ('⺊', '卜'),
    ('⺌', '小'),
    ('⺍', '小'),
    ('⺎', '兀'),
    ('⺏', '尣'),
    ('⺐', '尢'),
    ('⺓', '幺'),
    ('⺕', '彐'),
    ('⺖', '忄'),
    ('⺗', '心'),
    ('⺘', '扌'),
    ('⺙', '攵'),
    ('⺛', '旡'),
    ('⺜', '日'),
    ('⺝', '月'),
    ('⺞', '歺'),
    ('⺟', '母'),
    ('⺠', '民'),
    ('⺡', '氵'),
    ('⺢', '氺'),
    ('⺣', '灬'),
    ('⺤', '爫'),
    ('⺥', '爫'),
    ('⺦', '丬'),
    ('⺧', '牛'),
    ('⺨', '犭'),
    ('⺩', '王'),
    ('⺪', '疋'),
    ('⺫', '目'),
    ('⺬', '示'),
    ('⺭', '礻'),
    ('⺮', '竹'),
    ('⺯', '糹'),
    ('⺰', '纟'),
    ('⺱', '罒'),
    ('⺲', '罒'),
    ('⺳', '网'),
    ('⺴', '网'),
    ('⺵', '网'),
    ('⺶', '羊'),
    ('⺷', '羊'),
    ('⺸', '羊'),
    ('⺹', '耂'),
    ('⺻', '聿'),
    ('⺼', '月'),
    ('⺽', '臼'),
    ('⺾', '艹'),
    ('⺿', '艹'),
    ('⻀', '艹'),
    ('⻁', '虎'),
    ('⻂', '衤'),
    ('⻃', '西'),
    ('⻄', '西'),
    ('⻅', '见'),
    ('⻆', '角'),
    ('⻇', '角'),
    ('⻈', '讠'),
    ('⻉', '贝'),
    ('⻊', '足'),
    ('⻋', '车'),
    ('⻌', '辶'),
    ('⻍', '辶'),
    ('⻎', '辶'),
    ('⻏', '阝'),
    ('⻐', '钅'),
    ('⻑', '長'),
    ('⻒', '镸'),
    ('⻓', '长'),
    ('⻔', '门'),
    ('⻖', '阝'),
    ('⻗', '雨'),
    ('⻘', '青'),
    ('⻙', '韦'),
    ('⻚', '页'),
    ('⻛', '风'),
    ('⻜', '飞'),
    ('⻝', '食'),
    ('⻟', '飠'),
    ('⻠', '饣'),
    ('⻡', '首'),
    ('⻢', '马'),
    ('⻣', '骨'),
    ('⻤', '鬼'),
    ('⻥', '鱼'),
    ('⻦', '鸟'),
    ('⻧', '卤'),
    ('⻨', '麦'),
    ('⻩', '黄'),
    ('⻪', '黾'),
    ('⻫', '斉'),
    ('⻬', '齐'),
    ('⻭', '歯'),
    ('⻮', '齿'),
    ('⻯', '竜'),
    ('⻰', '龙'),
    ('⻱', '龜'),
    ('⻲', '亀'),
    ('⻳', '龟'),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_fold_keeps_three_bytes() {
        for c in ('\u{2e80}'..='\u{2fdf}').chain('\u{a380}'..='\u{a3ff}') {
            assert_eq!(fold(c).len_utf8(), 3, "{c}");
        }
    }

    #[test]
    fn letters_with_the_codes_of_marks_fold_to_them() {
        assert_eq!(
            "\u{a3ac}\u{a3ae}\u{a3ba}\u{a3bb}\u{a3a8}\u{a3a9}".chars().map(fold).collect::<String>(),
            "，。：；（）"
        );
        assert_eq!(folded("请照办\u{a3ae}"), ("请照办。".into(), Some((9, 1))));
    }

    #[test]
    fn radicals_fold_to_ordinary_characters() {
        assert_eq!("⼀⼈⼯⾏⿕⻓⻔".chars().map(fold).collect::<String>(), "一人工行龠长门");
    }
}
