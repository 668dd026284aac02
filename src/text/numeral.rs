//! The one module that knows numerals: Arabic, full-width, Han, and the enclosed characters that number items.
//!
//! GB/T 15835—2011: `二〇二四` numbers by position, `一百零八` counts. In practice the zero of a year is typed with
//! many look-alikes (`二○○六`, `二ОО四`); they count as zero beside a true Han digit only.

/// What an enclosed character looks like, which says how it numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Enclosed {
    /// `①` `㉑` `❶` `㊀`
    Circled,
    /// `⑴`
    Bracketed,
    /// `⒈`
    Dotted,
    /// `㈠`
    HanBracketed,
}

/// An enclosed number of one character: `①` `⑴` `⒈` `㈠`, its look and its value.
pub(crate) fn enclosed(c: char) -> Option<(Enclosed, u32)> {
    const SERIES: [(char, char, Enclosed, u32); 12] = [
        ('①', '⑳', Enclosed::Circled, 1),
        ('⑴', '⒇', Enclosed::Bracketed, 1),
        ('⒈', '⒛', Enclosed::Dotted, 1),
        ('⓫', '⓴', Enclosed::Circled, 11),
        ('⓵', '⓾', Enclosed::Circled, 1),
        ('❶', '❿', Enclosed::Circled, 1),
        ('➀', '➉', Enclosed::Circled, 1),
        ('➊', '➓', Enclosed::Circled, 1),
        ('㈠', '㈩', Enclosed::HanBracketed, 1),
        ('㉑', '㉟', Enclosed::Circled, 21),
        ('㊀', '㊉', Enclosed::Circled, 1),
        ('㊱', '㊿', Enclosed::Circled, 36),
    ];
    // nearly all characters lie outside all series
    if !('①'..='㊿').contains(&c) {
        return None;
    }
    let &(first, _, look, value) = SERIES.iter().find(|(first, last, ..)| (*first..=*last).contains(&c))?;
    Some((look, value + (u32::from(c) - u32::from(first))))
}

/// The value of an ASCII or full-width digit.
pub(crate) fn digit(c: char) -> Option<u32> {
    match c {
        '0'..='9' => Some(u32::from(c) - u32::from('0')),
        '０'..='９' => Some(u32::from(c) - u32::from('０')),
        _ => None,
    }
}

/// Whether `c` is an ASCII or full-width digit.
pub(crate) fn is_digit(c: char) -> bool {
    digit(c).is_some()
}

/// The value of a Han digit: `〇` `一` … `九`.
fn han_digit(c: char) -> Option<u32> {
    "〇一二三四五六七八九".chars().zip(0..).find(|&(digit, _)| digit == c).map(|(_, value)| value)
}

/// Whether `c` is typed for `〇`: the circle, Latin, full-width and Cyrillic O, the digit 0, `零`.
pub(crate) fn is_zero(c: char) -> bool {
    matches!(c, '〇' | '零' | '○' | '◯' | 'O' | 'o' | 'Ｏ' | 'ｏ' | 'О' | 'о' | 'Ο' | '０' | '0')
}

/// Whether `c` stands in a Han numeral: `一` `十` `百` `廿` `〇`.
pub(crate) fn is_han_numeral(c: char) -> bool {
    matches!(
        c,
        '一' | '二'
            | '三'
            | '四'
            | '五'
            | '六'
            | '七'
            | '八'
            | '九'
            | '十'
            | '百'
            | '千'
            | '万'
            | '零'
            | '〇'
            | '○'
            | '廿'
            | '卅'
    )
}

/// The value of one digit of a number by position, of any script, zero's look-alikes with it.
pub(crate) fn position_digit(c: char) -> Option<u32> {
    digit(c).or_else(|| han_digit(c)).or_else(|| is_zero(c).then_some(0))
}

/// An Arabic number: `12`, `１２`. `None` if empty, mixed with anything else, or out of range.
pub(crate) fn arabic(text: &str) -> Option<u32> {
    arabic_of(text.chars())
}

/// A Han number: `十二`, `一百零八`, `廿一`, or by position `二〇二四`, `一二`. `None` for anything else (`十十`, `一百八`).
pub(crate) fn han(text: &str) -> Option<u32> {
    han_of(text.chars())
}

/// A number, Arabic or Han, of characters that need not stand side by side.
pub(crate) fn number_of(chars: impl Iterator<Item = char> + Clone) -> Option<u32> {
    arabic_of(chars.clone()).or_else(|| han_of(chars))
}

/// A year of four digits, 1949 to 2100: `2024`, `２０２４`, `二〇二四`, `二○○六`, `二ОО四`.
pub(crate) fn year(text: &str) -> Option<u16> {
    year_of(text.chars())
}

/// A year of four characters that need not stand side by side.
pub(crate) fn year_of(chars: impl Iterator<Item = char> + Clone) -> Option<u16> {
    if chars.clone().take(5).count() != 4 {
        return None;
    }
    let value = fold_digits(chars, position_digit)?;
    u16::try_from(value).ok().filter(|year| (1949..=2100).contains(year))
}

fn arabic_of(chars: impl Iterator<Item = char>) -> Option<u32> {
    fold_digits(chars, digit)
}

fn han_of(chars: impl Iterator<Item = char> + Clone) -> Option<u32> {
    if !chars.clone().any(is_han_numeral) {
        return None;
    }
    let by_position = |c| han_digit(c).or_else(|| is_zero(c).then_some(0));
    fold_digits(chars.clone(), by_position).or_else(|| counting(chars))
}

/// Digits by position, most significant first; `None` if there are none or the value is out of range.
fn fold_digits(mut chars: impl Iterator<Item = char>, digit: fn(char) -> Option<u32>) -> Option<u32> {
    let first = digit(chars.next()?)?;
    chars.try_fold(first, |value, c| value.checked_mul(10)?.checked_add(digit(c)?))
}

/// A counting numeral below 一亿: units go down (千 百 十), `零` stands where one is left out, `十` may lack its `一`.
fn counting(chars: impl Iterator<Item = char>) -> Option<u32> {
    let mut myriads = 0;
    let mut section = Section::default();
    for c in chars {
        match c {
            '零' | '〇' | '○' => section.zero(myriads)?,
            '十' => section.unit(10)?,
            '百' => section.unit(100)?,
            '千' => section.unit(1000)?,
            '廿' => section.tens(2)?,
            '卅' => section.tens(3)?,
            '万' if myriads == 0 => {
                myriads = section.finish(0).filter(|&value| value > 0)? * 10_000;
                section = Section::default();
            }
            _ => section.digit(han_digit(c)?)?,
        }
    }
    if myriads > 0 && section.is_empty() { Some(myriads) } else { Some(myriads + section.finish(myriads)?) }
}

/// A counting numeral up to 9999, as far as it has been read.
#[derive(Debug, Default)]
struct Section {
    value: u32,
    unit: Option<u32>,
    digit: Option<u32>,
    zero: bool,
}

impl Section {
    fn is_empty(&self) -> bool {
        self.value == 0 && self.digit.is_none() && !self.zero
    }

    fn zero(&mut self, before: u32) -> Option<()> {
        let fits = self.digit.is_none() && !self.zero && (before > 0 || self.value > 0);
        self.zero = true;
        fits.then_some(())
    }

    fn digit(&mut self, value: u32) -> Option<()> {
        self.digit.replace(value).is_none().then_some(())
    }

    fn unit(&mut self, unit: u32) -> Option<()> {
        let digit = self.digit.take().or((unit == 10).then_some(1))?;
        let fits = self.unit.is_none_or(|last| unit < last && !(self.zero && unit * 10 == last));
        (self.value, self.unit, self.zero) = (self.value + digit * unit, Some(unit), false);
        fits.then_some(())
    }

    fn tens(&mut self, tens: u32) -> Option<()> {
        self.digit(tens)?;
        self.unit(10)
    }

    fn finish(&self, before: u32) -> Option<u32> {
        match self.digit {
            Some(digit) => {
                let first = self.unit.is_none() && before == 0;
                (first || self.zero || self.unit == Some(10)).then_some(self.value + digit)
            }
            None => (!self.zero && self.value > 0).then_some(self.value),
        }
    }
}

/// Whether what follows a dot makes it a decimal point: `5亿元`, `5%`.
pub(crate) fn begins_a_decimal(rest: &str) -> bool {
    let digits = rest.len() - rest.trim_start_matches(is_digit).len();
    let after = rest[digits..].chars().next();
    let count = rest[..digits].chars().count();
    match after {
        _ if digits == 0 => false,
        Some('年' | '月') => false,
        // 1.5个 measures, 2.30个 may be item 2
        Some('个') => count < 2,
        Some(c) if c.is_ascii_alphabetic() => false,
        _ => count < 3,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn han_numbers_count_or_stand_by_position() {
        for (text, value) in [
            ("一", 1),
            ("十", 10),
            ("十二", 12),
            ("二十", 20),
            ("九十九", 99),
            ("一百零八", 108),
            ("三百〇一", 301),
            ("一百一十", 110),
            ("一百十二", 112),
            ("二百一十四", 214),
            ("一千零一十", 1010),
            ("一万二千", 12000),
            ("一万零五", 10005),
            ("廿", 20),
            ("廿一", 21),
            ("二〇二四", 2024),
            ("二○○六", 2006),
            ("二ОО四", 2004),
            ("一二", 12),
            ("〇", 0),
        ] {
            assert_eq!(han(text), Some(value), "{text}");
        }
    }

    #[test]
    fn nonsense_is_no_han_number() {
        let overflow = "九".repeat(11);
        for text in [
            "",
            "十十",
            "百",
            "一百八",
            "一百零",
            "零百",
            "十百",
            "一二十",
            "2024",
            "O",
            "○O年",
            "省",
            &overflow,
        ] {
            assert_eq!(han(text), None, "{text}");
        }
    }

    #[test]
    fn arabic_numbers_are_checked() {
        for (text, value) in [
            ("12", Some(12)),
            ("１２", Some(12)),
            ("", None),
            ("1２", Some(12)),
            ("4294967296", None),
            ("-1", None),
        ] {
            assert_eq!(arabic(text), value, "{text}");
        }
        let number = |text: &str| number_of(text.chars());
        assert_eq!((number("十二"), number("１２"), number("1二")), (Some(12), Some(12), None));
    }

    #[test]
    fn years_have_four_digits_of_any_script() {
        for text in ["2006", "２００６", "二〇〇六", "二○○六", "二ОО六", "二ＯＯ六", "二零零六", "二00六"]
        {
            assert_eq!(year(text), Some(2006), "{text}");
        }
        for text in ["", "1948", "2101", "206", "20066", "二千零六", "二十", "ОООО"] {
            assert_eq!(year(text), None, "{text}");
        }
    }

    #[test]
    fn enclosed_numbers_tell_their_look() {
        for (c, found) in [
            ('①', Some((Enclosed::Circled, 1))),
            ('⑳', Some((Enclosed::Circled, 20))),
            ('㉑', Some((Enclosed::Circled, 21))),
            ('❷', Some((Enclosed::Circled, 2))),
            ('㊉', Some((Enclosed::Circled, 10))),
            ('⑴', Some((Enclosed::Bracketed, 1))),
            ('⒛', Some((Enclosed::Dotted, 20))),
            ('㈢', Some((Enclosed::HanBracketed, 3))),
            ('㈱', None),
            ('一', None),
            ('1', None),
        ] {
            assert_eq!(enclosed(c), found, "{c}");
        }
    }
}
