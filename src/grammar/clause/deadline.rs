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

use crate::text::words::behind;

/// The words of a time at the start of `text`: `2015年` of `2015年完成`.
pub(crate) fn time(text: &str) -> Option<&str> {
    if !may_begin(text) {
        return None;
    }
    let joint = alt((tag("，并"), tag(",并"), tag("并"), tag("，"), tag(","), tag("或"), tag("、")));
    // 完成并持续推进 says two times
    let deed = (
        opt(tag("基本")),
        alt((tag("完成"), tag("启动"), tag("出台"), tag("整改"), tag("建成"))),
        alt((tag("并"), tag("且"), tag("后"))),
    );
    let standing_behind = alt((recognize((deed, standing)), recognize((opt(joint), standing))));
    let joined = recognize((moment, opt(standing_behind)));
    alt((joined, standing)).parse(text).ok().map(|(_, words)| words)
}

/// The words of a time at the start of a piece and where they begin: behind `力争` of `力争2025年底前完成`.
pub(crate) fn hoped(piece: &str) -> Option<(usize, &str)> {
    let rest = behind(piece, &["力争", "争取", "确保", "务必"]).unwrap_or(piece);
    time(rest).map(|words| (piece.len() - rest.len(), words))
}

/// A piece that goes on with a time said before it: `并持续推进`.
pub(crate) fn goes_on(piece: &str) -> Option<&str> {
    let rest = piece.strip_prefix('并')?;
    standing(rest).is_ok_and(|(rest, _)| rest.is_empty()).then_some(piece)
}

/// Most pieces of a clause are names: two characters tell.
fn may_begin(text: &str) -> bool {
    match text.as_bytes() {
        [b'0'..=b'9', ..] => true,
        _ => text.chars().next().is_some_and(|c| match (c, text.chars().nth(1)) {
            ('长' | '近' | '远' | '定', second) => second == Some('期'),
            ('中', second) => matches!(second, Some('远' | '期')),
            ('全' | '明' | '当', second) => second == Some('年'),
            ('本', second) => matches!(second, Some('年' | '月' | '季')),
            ('年', second) => matches!(second, Some('内' | '底' | '末' | '初')),
            ('月', second) => matches!(second, Some('底' | '末')),
            ('上' | '下', second) => second == Some('半'),
            ('贯', second) => second == Some('穿'),
            ('按', second) => matches!(second, Some('月' | '季' | '年')),
            ('每', second) => matches!(second, Some('季' | '半' | '年' | '月')),
            ('实', second) => second == Some('时'),
            ('自', second) => second != Some('治'),
            _ => matches!(
                c,
                '持' | '常'
                    | '适'
                    | '不'
                    | '随'
                    | '即'
                    | '立'
                    | '今'
                    | '到'
                    | '至'
                    | '从'
                    | '０'
                    | '１'
                    | '２'
                    | '３'
                    | '４'
                    | '５'
                    | '６'
                    | '７'
                    | '８'
                    | '９'
                    | '二'
                    | '两'
                    | '三'
                    | '四'
                    | '五'
                    | '六'
                    | '七'
                    | '八'
                    | '九'
                    | '十'
                    | '“'
                    | '并'
                    | '原'
            ),
        }),
    }
}

fn moment(text: &str) -> IResult<&str, &str> {
    // 每年12月底前
    let cycle = alt((tag("每年度"), tag("每年"), tag("每半年"), tag("每季度"), tag("每季"), tag("每月")));
    let lead = opt(alt((tag("到"), tag("至"), tag("自"), tag("从"), tag("于"), tag("原则上"))));
    let begin = alt((recognize((cycle, alt((point, edge)))), recognize((lead, point))));
    recognize((begin, many0_count(alt((point, edge))))).parse(text)
}

/// `2024年` `12月` `31日` `“十四五”期间` `今年` `三季度`
fn point(text: &str) -> IResult<&str, &str> {
    let counted = recognize((
        numeral,
        alt((
            tag("年度"),
            tag("年"),
            tag("月份"),
            tag("个月"),
            tag("月"),
            tag("日"),
            tag("号"),
            tag("个工作日"),
            tag("季度"),
            tag("天"),
        )),
    ));
    let span = recognize((
        numeral,
        alt((
            tag("—"),
            tag("－"),
            tag("-"),
            tag("~"),
            tag("～"),
            tag("–"),
            tag("―"),
            tag("至"),
            tag("到"),
            tag("、"),
            tag("/"),
        )),
        numeral,
        alt((tag("年"), tag("月"), tag("日"))),
    ));
    let doubled =
        recognize((numeral, alt((tag("——"), tag("--"))), numeral, alt((tag("年"), tag("月"), tag("日")))));
    let plan = recognize((
        opt(tag("“")),
        tag("十"),
        alt((tag("一"), tag("二"), tag("三"), tag("四"), tag("五"), tag("六"))),
        tag("五"),
        opt(tag("”")),
        opt(alt((tag("期间"), tag("时期"), tag("末")))),
    ));
    let named = alt((
        alt((tag("今年"), tag("明年"), tag("当年"), tag("本年度"), tag("本年"), tag("本季度"), tag("本月"))),
        alt((tag("年内"), tag("年底"), tag("年末"), tag("年初"), tag("月底"), tag("月末"))),
        alt((tag("上半年"), tag("下半年"))),
        alt((tag("即日"), tag("近期"), tag("中远期"), tag("远期"), tag("中期"))),
    ));
    alt((doubled, span, counted, plan, named)).parse(text)
}

/// `底前` `中旬` `至` `起`
fn edge(text: &str) -> IResult<&str, &str> {
    alt((
        alt((
            tag("第一季度"),
            tag("第二季度"),
            tag("第三季度"),
            tag("第四季度"),
            tag("上半年"),
            tag("下半年"),
            tag("上旬"),
            tag("中旬"),
            tag("下旬"),
            tag("年底"),
            tag("年末"),
            tag("年初"),
            tag("月底"),
            tag("月初"),
            tag("初期"),
        )),
        alt((
            tag("底"),
            tag("末"),
            tag("初"),
            tag("以前"),
            tag("之前"),
            tag("前"),
            tag("以内"),
            tag("之内"),
            tag("内"),
            tag("起"),
            tag("期间"),
            tag("——"),
            tag("—"),
            tag("－"),
            tag("-"),
            tag("至"),
            tag("到"),
        )),
    ))
    .parse(text)
}

/// `持续推进` `长期坚持` `每季度`; what is done every season is no word of the time: `每季度开展`.
fn standing(text: &str) -> IResult<&str, &str> {
    let frequency = || {
        alt((
            tag("按月"),
            tag("按季度"),
            tag("按季"),
            tag("按年度"),
            tag("按年"),
            tag("每季度"),
            tag("每半年"),
            tag("每年度"),
            tag("每年"),
            tag("每月"),
        ))
    };
    let often = alt((
        alt((
            tag("长期"),
            tag("持续性"),
            tag("持续"),
            tag("常态化"),
            tag("常年"),
            tag("适时"),
            tag("不定期"),
            tag("定期"),
        )),
        alt((
            tag("随时"),
            tag("即时"),
            tag("立即"),
            tag("实时"),
            tag("贯穿全年"),
            tag("全年"),
            tag("立行立改"),
            tag("即知即改"),
            tag("逐步"),
            tag("不间断"),
        )),
    ));
    let doing = alt((
        alt((
            tag("推进"),
            tag("实施"),
            tag("开展"),
            tag("坚持"),
            tag("落实"),
            tag("推动"),
            tag("完善"),
            tag("进行"),
            tag("执行"),
            tag("整改"),
            tag("深化"),
            tag("抓好"),
        )),
        alt((
            tag("优化"),
            tag("加强"),
            tag("巩固"),
            tag("提升"),
            tag("整治"),
            tag("见效"),
            tag("跟进"),
            tag("更新"),
            tag("工作"),
            tag("任务"),
        )),
    ));
    let lasting = recognize((many0_count(frequency()), many1_count(often), many0_count(doing)));
    alt((lasting, recognize(many1_count(frequency())))).parse(text)
}

fn numeral(text: &str) -> IResult<&str, &str> {
    let digits = take_while_m_n(1, 4, |c: char| c.is_ascii_digit() || ('０'..='９').contains(&c));
    let han = take_while_m_n(1, 4, |c: char| "〇○一二两三四五六七八九十半".contains(c));
    alt((digits, han)).parse(text)
}

#[cfg(test)]
mod tests {
    use crate::grammar::clause::deadline::{goes_on, hoped, time};

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
}
