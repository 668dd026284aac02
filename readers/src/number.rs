//! Numbers that Word and browsers count for the writer: `三`, `③`, `iii`.

/// How a counted number is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// `12`
    Decimal,
    /// `09`
    DecimalZero,
    /// `１２`
    FullWidth,
    /// `⑫`
    Circled,
    /// `⑿`
    Parenthesised,
    /// `⒓`
    Stopped,
    /// `十二`
    Chinese,
    /// `百二`, not `一百零二`
    Japanese,
    /// `一二`
    Digits,
    /// `壹拾贰`
    Financial,
    /// `甲`
    Stems,
    /// `子`
    Branches,
    /// `L`
    UpperLetter,
    /// `l`
    LowerLetter,
    /// `XII`
    UpperRoman,
    /// `xii`
    LowerRoman,
}

/// The number as it is written; one that the form has no signs for is decimal, as Word does.
pub(crate) fn written(number: u32, form: Form) -> String {
    let decimal = || number.to_string();
    match form {
        Form::Decimal => decimal(),
        Form::DecimalZero => format!("{number:02}"),
        Form::FullWidth => decimal().chars().map(full_width).collect(),
        Form::Circled => circled(number).map_or_else(decimal, String::from),
        Form::Parenthesised => one_of(number, '⑴', 20).map_or_else(decimal, String::from),
        Form::Stopped => one_of(number, '⒈', 20).map_or_else(decimal, String::from),
        Form::Chinese => chinese(number, &LOWER),
        Form::Japanese => {
            match chinese(number, &LOWER).replace('零', "").replace("一百", "百").replace("一千", "千")
            {
                text if text.is_empty() => "〇".to_owned(),
                text => text,
            }
        }
        Form::Digits => {
            decimal().chars().filter_map(|c| "〇一二三四五六七八九".chars().nth(digit(c))).collect()
        }
        Form::Financial => chinese(number, &FINANCIAL),
        Form::Stems => of_cycle(number, "甲乙丙丁戊己庚辛壬癸").map_or_else(decimal, String::from),
        Form::Branches => of_cycle(number, "子丑寅卯辰巳午未申酉戌亥").map_or_else(decimal, String::from),
        Form::UpperLetter => letters(number, 'A').unwrap_or_else(decimal),
        Form::LowerLetter => letters(number, 'a').unwrap_or_else(decimal),
        Form::UpperRoman => roman(number).unwrap_or_else(decimal),
        Form::LowerRoman => roman(number).map_or_else(decimal, |text| text.to_lowercase()),
    }
}

fn digit(c: char) -> usize {
    c.to_digit(10).unwrap_or_default() as usize
}

fn full_width(c: char) -> char {
    "０１２３４５６７８９".chars().nth(digit(c)).unwrap_or(c)
}

fn one_of(number: u32, first: char, count: u32) -> Option<char> {
    let offset = number.checked_sub(1).filter(|offset| *offset < count)?;
    char::from_u32(u32::from(first) + offset)
}

fn circled(number: u32) -> Option<char> {
    match number {
        0 => Some('⓪'),
        1..=20 => one_of(number, '①', 20),
        21..=35 => one_of(number - 20, '㉑', 15),
        _ => one_of(number.checked_sub(35)?, '㊱', 15),
    }
}

fn of_cycle(number: u32, signs: &str) -> Option<char> {
    signs.chars().nth(number.checked_sub(1)? as usize)
}

/// `a` … `z`, `aa`, `bb`: Word doubles the letter, it does not count in 26s.
fn letters(number: u32, first: char) -> Option<String> {
    let offset = number.checked_sub(1)?;
    let letter = char::from_u32(u32::from(first) + offset % 26)?;
    (offset < 26 * 30).then(|| std::iter::repeat_n(letter, offset as usize / 26 + 1).collect())
}

fn roman(number: u32) -> Option<String> {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut rest = (1..4000).contains(&number).then_some(number)?;
    let mut text = String::new();
    for (value, sign) in SIGNS {
        while rest >= value {
            text.push_str(sign);
            rest -= value;
        }
    }
    Some(text)
}

/// Digits, and the signs for ten, hundred and thousand.
struct Signs {
    digits: [char; 10],
    units: [&'static str; 4],
}

const LOWER: Signs = Signs {
    digits: ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'],
    units: ["", "十", "百", "千"],
};

const FINANCIAL: Signs = Signs {
    digits: ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'],
    units: ["", "拾", "佰", "仟"],
};

/// `十二`, `一百零二`; from ten thousand on decimal, no list is so long.
fn chinese(number: u32, signs: &Signs) -> String {
    if number >= 10_000 {
        return number.to_string();
    }
    let mut text = String::new();
    let mut gap = false;
    for (place, unit) in signs.units.iter().enumerate().rev() {
        let digit = number as usize / 10_usize.pow(u32::try_from(place).unwrap_or_default()) % 10;
        if digit == 0 {
            gap = !text.is_empty();
            continue;
        }
        if gap {
            text.push(signs.digits[0]);
        }
        gap = false;
        // ten to nineteen: 十二, but 壹拾贰
        let bare = text.is_empty() && place == 1 && digit == 1 && unit == &"十";
        if !bare {
            text.push(signs.digits[digit]);
        }
        text.push_str(unit);
    }
    if text.is_empty() { signs.digits[0].to_string() } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_in_every_form() {
        for (form, number, text) in [
            (Form::Decimal, 12, "12"),
            (Form::DecimalZero, 9, "09"),
            (Form::FullWidth, 120, "１２０"),
            (Form::Circled, 3, "③"),
            (Form::Circled, 21, "㉑"),
            (Form::Circled, 50, "㊿"),
            (Form::Circled, 51, "51"),
            (Form::Parenthesised, 20, "⒇"),
            (Form::Stopped, 1, "⒈"),
            (Form::Chinese, 10, "十"),
            (Form::Chinese, 12, "十二"),
            (Form::Chinese, 20, "二十"),
            (Form::Chinese, 102, "一百零二"),
            (Form::Chinese, 110, "一百一十"),
            (Form::Chinese, 1001, "一千零一"),
            (Form::Chinese, 0, "零"),
            (Form::Chinese, 10_000, "10000"),
            (Form::Japanese, 102, "百二"),
            (Form::Digits, 10, "一〇"),
            (Form::Financial, 12, "壹拾贰"),
            (Form::Stems, 3, "丙"),
            (Form::Stems, 11, "11"),
            (Form::Branches, 12, "亥"),
            (Form::UpperLetter, 2, "B"),
            (Form::LowerLetter, 28, "bb"),
            (Form::UpperRoman, 1994, "MCMXCIV"),
            (Form::LowerRoman, 4, "iv"),
            (Form::LowerRoman, 4000, "4000"),
        ] {
            assert_eq!(written(number, form), text, "{form:?}");
        }
    }

    #[test]
    fn no_number_is_too_large_or_too_small() {
        for number in [0, 1, 35, 36, 9_999, 1_000_000, u32::MAX] {
            for form in [Form::Chinese, Form::Stems, Form::UpperLetter, Form::UpperRoman, Form::Japanese] {
                assert!(!written(number, form).is_empty());
            }
        }
    }
}
