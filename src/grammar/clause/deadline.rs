//! Times in a clause: `2024年底前`, `2022年9月底前，长期推进`, `持续实施`.
//!
//! ```text
//! time   = moment [ [ "并" | "，" | "，并" | "或" ] standing | deed ( "并" | "且" | "后" ) standing ] | standing
//! deed   = "完成" | "启动" | "出台" …
//! moment = [ cycle ] point { point | "至" | "—" | "前" … }
//! ```

use nom::branch::alt;
use nom::bytes::complete::{tag, take_while_m_n};
use nom::combinator::{opt, recognize};
use nom::multi::{many0_count, many1_count};
use nom::{IResult, Parser};

use crate::lexicon::times::{
    ALL_ALONG, CYCLES, DASHES, DONE, DONE_AND, DONE_SO, EDGES, FREQUENCIES, HOPES, JOINTS, LEADS, MOMENTS,
    PLAN_ENDS, SPANNED, UNITS,
};
use crate::text::words::{Marks, Words};

/// The words of a time at the start of `text`: `2015年` of `2015年完成`.
pub(crate) fn time(text: &str) -> Option<&str> {
    if !may_begin(text) {
        return None;
    }
    // 完成并持续推进 says two times
    let deed = (opt(tag("基本")), word(&DONE), word(&DONE_AND));
    let standing_behind = alt((recognize((deed, standing)), recognize((opt(word(&JOINTS)), standing))));
    let joined = recognize((moment, opt(standing_behind)));
    alt((joined, standing)).parse(text).ok().map(|(_, words)| words)
}

/// The characters that begin a time.
static FIRST: Marks = Marks::NONE
    .beginning(&LEADS, LEAD)
    .beginning(&CYCLES, CYCLE)
    .beginning(&FREQUENCIES, FREQUENCY)
    .beginning(&ALL_ALONG, LASTING)
    .beginning(&MOMENTS, MOMENT)
    .characters(HAN_NUMERALS, NUMERAL)
    .characters("“0123456789０１２３４５６７８９", NUMERAL);
const LEAD: u8 = 1;
const CYCLE: u8 = 2;
const FREQUENCY: u8 = 4;
const LASTING: u8 = 8;
const MOMENT: u8 = 16;
const NUMERAL: u8 = 32;

/// Most pieces of a clause are names, and no word of a time begins them.
fn may_begin(text: &str) -> bool {
    let words = [
        (LEAD, &LEADS),
        (CYCLE, &CYCLES),
        (FREQUENCY, &FREQUENCIES),
        (LASTING, &ALL_ALONG),
        (MOMENT, &MOMENTS),
    ];
    let first = FIRST.of_first(text);
    let numeral = || first & NUMERAL != 0 && text.starts_with(|c| is_numeral(c) || c == '“');
    first != 0 && (words.iter().any(|(mark, words)| first & mark != 0 && words.begin(text)) || numeral())
}

/// The words of a time at the start of a piece and where they begin: behind `力争` of `力争2025年底前完成`.
pub(crate) fn hoped(piece: &str) -> Option<(usize, &str)> {
    let rest = HOPES.behind(piece).unwrap_or(piece);
    time(rest).map(|words| (piece.len() - rest.len(), words))
}

/// A piece that goes on with a time said before it: `并持续推进`.
pub(crate) fn goes_on(piece: &str) -> Option<&str> {
    let rest = piece.strip_prefix('并')?;
    standing(rest).is_ok_and(|(rest, _)| rest.is_empty()).then_some(piece)
}

/// The longest of the words.
fn word(words: &'static Words) -> impl Fn(&str) -> IResult<&str, &str> {
    move |text| match words.at_start(text) {
        Some((len, ())) => Ok((&text[len..], &text[..len])),
        None => Err(nom::Err::Error(nom::error::Error::new(text, nom::error::ErrorKind::Tag))),
    }
}

fn moment(text: &str) -> IResult<&str, &str> {
    // 每年12月底前
    let cycle = recognize((word(&CYCLES), alt((point, word(&EDGES)))));
    let begin = alt((cycle, recognize((opt(word(&LEADS)), point))));
    recognize((begin, many0_count(alt((point, word(&EDGES)))))).parse(text)
}

/// `2024年` `12月` `31日` `“十四五”期间` `今年` `三季度`
fn point(text: &str) -> IResult<&str, &str> {
    let counted = recognize((numeral, word(&UNITS)));
    let span = recognize((numeral, word(&DASHES), numeral, word(&SPANNED)));
    let plan = recognize((
        opt(tag("“")),
        tag("十"),
        take_while_m_n(1, 1, |c| "一二三四五六".contains(c)),
        tag("五"),
        opt(tag("”")),
        opt(word(&PLAN_ENDS)),
    ));
    alt((span, counted, plan, word(&MOMENTS))).parse(text)
}

/// `持续推进` `长期坚持` `每季度`; what is done every season is no word of the time: `每季度开展`.
fn standing(text: &str) -> IResult<&str, &str> {
    let lasting = recognize((
        many0_count(word(&FREQUENCIES)),
        many1_count(word(&ALL_ALONG)),
        many0_count(word(&DONE_SO)),
    ));
    alt((lasting, recognize(many1_count(word(&FREQUENCIES))))).parse(text)
}

fn numeral(text: &str) -> IResult<&str, &str> {
    let digits = take_while_m_n(1, 4, is_digit);
    let han = take_while_m_n(1, 4, |c| HAN_NUMERALS.contains(c));
    alt((digits, han)).parse(text)
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || ('０'..='９').contains(&c)
}

const HAN_NUMERALS: &str = "〇○一二两三四五六七八九十半";

fn is_numeral(c: char) -> bool {
    is_digit(c) || HAN_NUMERALS.contains(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_read_as_far_as_its_words_go() {
        let table = [
            ("2015年完成", "2015年"),
            ("2024年底前完成", "2024年底前"),
            ("2022年9月底前，长期推进", "2022年9月底前，长期推进"),
            ("2017—2018年持续实施", "2017—2018年持续实施"),
            ("2022年12月并长期坚持", "2022年12月并长期坚持"),
            ("2023年底前完成并持续推进", "2023年底前完成并持续推进"),
            ("2023年底前完成并验收", "2023年底前"),
            ("2018年4月至2019年10月深化提升", "2018年4月至2019年10月"),
            ("2022年8月中旬", "2022年8月中旬"),
            ("2022年12月31日前", "2022年12月31日前"),
            ("持续推进", "持续推进"),
            ("每季度", "每季度"),
            ("每季度开展", "每季度"),
            ("每年持续开展", "每年持续开展"),
            ("定期开展", "定期开展"),
            ("年内持续推进", "年内持续推进"),
            ("年底前完成", "年底前"),
            ("月底前报送", "月底前"),
            ("下半年启动", "下半年"),
            ("本月底前", "本月底前"),
            ("每年12月底前完成", "每年12月底前"),
            ("每年底前完成", "每年底前"),
            ("按年度推进", "按年度"),
            ("贯穿全年", "贯穿全年"),
            ("全年推进", "全年推进"),
            ("“十四五”期间", "“十四五”期间"),
            ("一季度完成", "一季度"),
            ("半年内完成", "半年内"),
            ("于2024年底前完成", "于2024年底前"),
            ("逐步推进", "逐步推进"),
        ];
        for (text, words) in table {
            assert_eq!(time(text), Some(words), "{text}");
        }
    }

    #[test]
    fn a_piece_may_go_on_with_a_time() {
        assert_eq!(goes_on("并持续推进"), Some("并持续推进"));
        assert_eq!(goes_on("并长期坚持"), Some("并长期坚持"));
        for piece in ["并州市财政局", "并持续为企业服务", "持续推进", "并由省财政厅落实"]
        {
            assert_eq!(goes_on(piece), None, "{piece}");
        }
    }

    #[test]
    fn a_time_may_be_hoped_for() {
        assert_eq!(hoped("力争2025年底前完成"), Some((6, "2025年底前")));
        assert_eq!(hoped("年底前完成"), Some((0, "年底前")));
        for piece in ["确保完成任务", "力争上游", "争取"] {
            assert_eq!(hoped(piece), None, "{piece}");
        }
    }

    #[test]
    fn a_name_is_no_time() {
        for text in [
            "省财政厅",
            "12345热线办",
            "中国人民银行",
            "十堰市",
            "三明市",
            "二七区",
            "全国总工会",
            "上海市",
            "下城区",
            "月湖区",
            "本溪市",
            "年度考核办",
            "贯穿线管委会",
        ] {
            assert_eq!(time(text), None, "{text}");
        }
    }

    /// Asks for a time made of each word of a table.
    #[track_caller]
    fn assert_read(words: &Words, text: impl Fn(&str) -> String) {
        for (word, ()) in words.iter() {
            let text = text(word);
            assert_eq!(time(&text), Some(&*text));
        }
    }

    #[test]
    fn every_word_of_a_time_is_read() {
        for words in [&MOMENTS, &FREQUENCIES, &ALL_ALONG] {
            assert_read(words, str::to_owned);
        }
        assert_read(&UNITS, |word| format!("一{word}"));
        assert_read(&LEADS, |word| format!("{word}2024年"));
        assert_read(&CYCLES, |word| format!("{word}12月"));
        assert_read(&EDGES, |word| format!("2024年{word}"));
        assert_read(&DASHES, |word| format!("2017{word}2018年"));
        assert_read(&SPANNED, |word| format!("3—5{word}"));
        assert_read(&PLAN_ENDS, |word| format!("“十四五”{word}"));
        assert_read(&JOINTS, |word| format!("2024年{word}持续推进"));
        assert_read(&DONE, |word| format!("2024年{word}并持续推进"));
        assert_read(&DONE_AND, |word| format!("2024年完成{word}持续推进"));
        assert_read(&DONE_SO, |word| format!("持续{word}"));
        for (word, ()) in HOPES.iter() {
            assert_eq!(hoped(&format!("{word}2024年")), Some((word.len(), "2024年")), "{word}");
        }
    }
}
