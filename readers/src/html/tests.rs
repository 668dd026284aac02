use super::*;

fn page_of(html: &str) -> Read {
    crate::read(html.as_bytes(), &Options::default()).unwrap()
}

#[track_caller]
fn assert_text(html: &str, text: &str) {
    let read = page_of(html);
    assert_eq!((read.format, read.text.as_str()), (Format::Html, text));
}

/// A page with links around the notice.
fn furnished(notice: &str) -> String {
    let links = |count| {
        let link = |at| format!("<li><a href='/{at}'>县政府网站第{at}个栏目的名称</a></li>");
        (0..count).map(link).collect::<Vec<_>>().concat()
    };
    format!(
        "<html><head><meta charset=utf-8><title>翠湖市人民政府</title></head><body><div class=nav><ul>{}</ul></div>\
         {notice}<div class=footer><ul>{}</ul><p>版权所有：翠湖市人民政府办公室</p></div></body></html>",
        links(12),
        links(8),
    )
}

const BODY: &str = "<p>各镇人民政府：</p><p>　　为做好护林工作，现就有关事项通知如下，请结合实际，认真贯彻落实，抓好各项任务。</p>\
    <p>　　一、加强巡查。各镇每周巡山一次，及时发现隐患，汛期每日一次，做好记录。</p><p>　　二、落实责任。明确专人负责，签订责任书。</p>";

#[test]
fn paragraphs_breaks_and_entities_are_as_the_browser_shows_them() {
    assert_text(
        "<p>关于护林的\n  通知</p>第一条&nbsp;&nbsp;管护<br>第二条&ensp;A&amp;B&#12304;注&#12305;<h2>三、 值守</h2><!-- 注 --><p></p><p>　　四、<b>表</b>彰</p>",
        "关于护林的 通知\n第一条 管护\n第二条\u{2002}A&B【注】\n三、 值守\n　　四、表彰\n",
    );
    assert_text("<pre>一、巡山\n二、  挂牌</pre>", "一、巡山\n二、  挂牌\n");
}

#[test]
fn numbers_of_lists_are_written_out() {
    assert_text(
        "<ol><li>巡山</li><li value=5>挂牌</li><li><p>值守</p></li></ol>",
        "1. 巡山\n5. 挂牌\n6. 值守\n",
    );
    assert_text("<ol><li>巡山</li><li></li><li><p></p></li></ol><p>值守</p>", "1. 巡山\n值守\n");
    assert_text("<ol style='list-style-type: cjk-ideographic' start=2><li>巡山</li></ol>", "二、巡山\n");
    assert_text(
        "<ol type=a><li>巡山<ol><li>白天</li></ol></li><li>值守</li></ol>",
        "a. 巡山\n1. 白天\nb. 值守\n",
    );
    assert_text(
        "<ol><li>一、巡山</li></ol><ul><li>挂牌</li></ul><ol style='list-style:none'><li>值守</li></ol>",
        "一、巡山\n挂牌\n值守\n",
    );
}

#[test]
fn tables_keep_their_merged_cells() {
    let read = page_of(
        "<p>分工表</p><table><tr><td>序号</td><td>任务</td><td>责任单位</td></tr><tr><td rowspan=2>1</td><td>编制<br>名录</td>\
         <td rowspan=2><p>区林业站</p><p>区文旅局</p></td></tr><tr><td>挂牌</td></tr></table><p>注：略</p>",
    );
    assert_eq!(
        read.text,
        "分工表\n序号\t任务\t责任单位\n1\t编制\u{2028}名录\t区林业站\u{2028}区文旅局\n\t挂牌\t\n注：略\n"
    );
    let cell = read.grids[0].rows[1][2];
    assert_eq!((&read.text[cell.span.start..cell.span.end], cell.rowspan), ("区林业站\u{2028}区文旅局", 2));
}

#[test]
fn tables_that_place_others_are_no_grids() {
    let read = page_of(
        "<table><tr><td><p>通知</p><table><tr><td>序号</td><td>单位</td></tr><tr><td>1</td><td>县林业局</td></tr></table></td></tr></table>",
    );
    assert_eq!((read.text.as_str(), read.grids.len()), ("通知\n序号\t单位\n1\t县林业局\n", 1));
}

#[test]
fn the_box_of_a_page_is_lines_and_metadata() {
    let read = page_of(
        "<table><tr><td><b>索 引 号：</b></td><td>00-1</td><td>主题分类：</td><td></td></tr><tr><td>标　　题：</td>\
         <td colspan=3>关于护林的通知</td></tr><tr><td>发文字号：</td><td>翠政发〔2031〕5号</td></tr></table><p>各镇：</p>",
    );
    assert_eq!(
        read.text,
        "索引号：00-1\n主题分类：\n标题：关于护林的通知\n发文字号：翠政发〔2031〕5号\n各镇：\n"
    );
    assert_eq!(read.metadata[2], Metadata { key: "发文字号".into(), value: "翠政发〔2031〕5号".into() });
    assert!(read.grids.is_empty());
}

#[test]
fn what_the_page_hides_is_left_out_and_told() {
    let read = page_of(
        "<div>通知内容</div><div style='DISPLAY : none'>通知内容</div><p hidden>打印</p><script>var a='甲'</script>",
    );
    assert_eq!((read.text.as_str(), &*read.findings[0].code), ("通知内容\n", "hidden-text"));
    assert_text(
        "<p style='display:none'>由脚本显示的通知全文，长于其余</p>页",
        "由脚本显示的通知全文，长于其余\n页\n",
    );
}

#[test]
fn the_notice_is_found_under_the_furniture() {
    for container in ["div id=zoom", "div class='b TRS_Editor'", "div class=wrap"] {
        let read = page_of(&furnished(&format!("<h1>关于护林的通知</h1><{container}>{BODY}</div>")));
        assert!(read.text.contains("关于护林的通知\n"), "{container}: {}", read.text);
        assert!(read.text.contains("\n　　二、落实责任。"), "{container}: {}", read.text);
        assert!(!read.text.contains("栏目"), "{container}: {}", read.text);
        assert_eq!(read.text.matches("关于护林的通知").count(), 1);
    }
}

#[test]
fn title_and_box_outside_are_put_before_the_text() {
    let notice = format!(
        "<meta name=ArticleTitle content='关于护林的通知'><div class=xxgk><span>发文字号：</span><span>翠政发〔2031〕5号</span></div>\
         <div class=xxgk>成文日期： 2031年5月6日</div><div id=zoom>{BODY}</div>"
    );
    let read = page_of(&furnished(&notice));
    let start = read.text.lines().take(4).collect::<Vec<_>>();
    assert_eq!(
        start,
        ["发文字号：翠政发〔2031〕5号", "成文日期：2031年5月6日", "关于护林的通知", "各镇人民政府："]
    );
    assert_eq!(read.metadata.len(), 2);
}

#[test]
fn a_file_with_the_title_for_its_name_is_not_the_title() {
    let notice = format!(
        "<meta name=ArticleTitle content='关于护林的通知'><div class=zoom>{BODY}<a href=/1.pdf>关于护林的通知 (1).pdf</a></div>"
    );
    let read = page_of(&furnished(&notice));
    assert!(read.text.starts_with("关于护林的通知\n各镇人民政府：\n"), "{}", read.text);
}

#[test]
fn a_short_notice_is_found_under_much_furniture() {
    let menu = (0..60).map(|at| format!("<p>第{at}期简报：各镇巡山护林，隐患整改到位，群众反映良好。</p>"));
    let menu = menu.collect::<String>();
    let notice = format!("<div class=menu>{menu}</div><div id=wenzhang-content>{BODY}</div>");
    let read = page_of(&furnished(&notice));
    assert!(read.text.starts_with("各镇人民政府：\n"), "{}", read.text);
    assert!(read.text.trim_end().ends_with("签订责任书。"), "{}", read.text);
}

#[test]
fn charsets_are_told_by_bytes_first_then_by_the_page() {
    let declared = "<meta http-equiv=Content-Type content='text/html; charset=GB2312'><p>关于做好护林工作的通知，加强巡查</p>";
    let utf_8 = page_of(declared);
    assert_eq!(
        (utf_8.charset, utf_8.text.trim()),
        (Some(Charset::UTF_8), "关于做好护林工作的通知，加强巡查")
    );
    let gb = encoding_rs::GB18030.encode(declared).0.into_owned();
    let read = crate::read(&gb, &Options::default()).unwrap();
    assert_eq!(
        (read.charset, read.text.trim()),
        (Some(Charset::GB18030), "关于做好护林工作的通知，加强巡查")
    );
    let declared = declared.replace("GB2312", "big5");
    let big_5 = encoding_rs::BIG5.encode("<meta charset=big5><p>關於護林的通知</p>").0.into_owned();
    assert_eq!(crate::read(&big_5, &Options::default()).unwrap().text, "關於護林的通知\n");
    assert!(page_of(&declared).findings.is_empty());
}

#[test]
fn pages_without_text_say_what_helps() {
    for html in ["<html><body><div id=app></div><script src=a.js></script></body></html>", "<p>&nbsp;</p>"] {
        assert_eq!(crate::read(html.as_bytes(), &Options::default()), Err(Unread::NoText(Format::Html)));
    }
}

#[test]
fn hostile_pages_are_read_in_time_and_whole() {
    let deep = format!("{}<p>通知正文</p>", "<div>".repeat(20_000));
    assert!(page_of(&deep).text.contains("通知正文"));
    let tables = format!("{}通知正文", "<table><tr><td>".repeat(3_000));
    assert!(page_of(&tables).text.contains("通知正文"));
    let links = format!("{}{}", "<a href=x>栏目</a>".repeat(5_000), "<p>通知正文".repeat(3000));
    assert!(page_of(&links).text.contains("通知正文"));
    let wide = "<table><tr><td colspan=1000 rowspan=65534>甲<td>乙</tr><tr><td>丙</table>".repeat(50);
    assert!(page_of(&wide).text.contains('丙'));
    let unclosed = "<table><tr><td>甲<td>乙<tr><td>丙</p></div><td>丁";
    assert_text(unclosed, "甲\t乙\n丙\t丁\n");
}

#[test]
fn a_page_that_takes_too_long_is_told() {
    let mut options = Options::default();
    options.limits.time = std::time::Duration::from_millis(1);
    let deep = format!("{}<p>通知正文</p>", "<div>".repeat(20_000));
    let told = page(&deep, &options, &mut Read::new(Format::Html));
    assert_eq!(told, Err(Unread::TooSlow { seconds: 0 }));
}
