//! OFD, the state's format for fixed pages (GB/T 33190—2016): a zip archive of XML pages.

use roxmltree::Node;

use crate::archive::{Archive, target};
use crate::draft::{Block, Draft};
use crate::lines::Glyph;
use crate::pages::without_furniture;
use crate::ruled::{Rule, is_ruled, told};
use crate::turned::{Direction, turned_lines, watermark};
use crate::xml::{attribute, child, children, parsed};
use crate::{Format, Options, Read, Unread};

pub(crate) fn read(bytes: &[u8], options: &Options) -> Result<Read, Unread> {
    let mut archive = Archive::open(bytes, Format::Ofd, options.limits.bytes)?;
    let mut pages = vec![];
    let mut slanted = 0;
    let mut drawn = vec![];
    for root in documents(&mut archive)? {
        for page in page_parts(&mut archive, &root)? {
            let text = archive.needed_xml(&page)?;
            let xml = parsed(&text, Format::Ofd)?;
            let page = xml.root_element();
            drawn.extend(is_ruled(&rules(page)).then_some(pages.len()));
            pages.push(page_lines(page, &mut slanted));
        }
    }
    if pages.iter().all(Vec::is_empty) {
        return Err(if pages.is_empty() {
            Unread::NoText(Format::Ofd)
        } else {
            Unread::Scanned { pages: pages.len() }
        });
    }
    let mut read = Read::new(Format::Ofd);
    read.findings.extend(watermark(slanted));
    read.findings.extend(told(&drawn));
    let mut draft = Draft::new(options.limits.bytes);
    for line in without_furniture(&pages, &mut read.findings) {
        draft.push(&Block::Line(line))?;
    }
    (read.text, read.grids) = draft.finish();
    Ok(read)
}

/// The root parts of the documents in the archive; nearly always one.
fn documents(archive: &mut Archive<'_>) -> Result<Vec<String>, Unread> {
    let text = archive.needed_xml("OFD.xml")?;
    let xml = parsed(&text, Format::Ofd)?;
    let roots = children(xml.root_element(), "DocBody").filter_map(|body| child(body, "DocRoot")?.text());
    Ok(roots.map(|root| target("OFD.xml", root.trim())).collect())
}

/// The parts of the pages of a document, in order.
fn page_parts(archive: &mut Archive<'_>, root: &str) -> Result<Vec<String>, Unread> {
    let text = archive.needed_xml(root)?;
    let xml = parsed(&text, Format::Ofd)?;
    let Some(pages) = child(xml.root_element(), "Pages") else { return Ok(vec![]) };
    let places = children(pages, "Page").filter_map(|page| attribute(page, "BaseLoc"));
    Ok(places.map(|place| target(root, place.trim())).collect())
}

/// The lines of a page: an object may hold a line, a word or one character. Characters that stand aslant are counted.
fn page_lines(page: Node<'_, '_>, slanted: &mut usize) -> Vec<String> {
    let objects = page.descendants().filter(|node| node.tag_name().name() == "TextObject");
    turned_lines(objects.flat_map(|object| {
        let direction = direction(object);
        let glyphs = glyphs(object, direction.unwrap_or(Direction::Right));
        if direction.is_none() {
            *slanted += glyphs.iter().map(|glyph| glyph.text.chars().count()).sum::<usize>();
        }
        glyphs.into_iter().filter_map(move |glyph| Some((direction?, glyph)))
    }))
}

/// The lines that a page draws, by the boxes around them.
fn rules(page: Node<'_, '_>) -> Vec<Rule> {
    let paths = page.descendants().filter(|node| node.tag_name().name() == "PathObject");
    let rules = paths.filter_map(|path| match numbers(path, "Boundary")[..] {
        [left, top, width, height] => Some(Rule::around((left, top), (left + width, top + height))),
        _ => None,
    });
    rules.flatten().collect()
}

/// The numbers of an attribute.
fn numbers(node: Node<'_, '_>, name: &str) -> Vec<f32> {
    let words = attribute(node, name).unwrap_or_default().split_whitespace();
    words.filter_map(|number| number.parse::<f32>().ok()).collect()
}

/// The direction that the matrix of an object turns its text to; on the page, y grows downwards.
fn direction(object: Node<'_, '_>) -> Option<Direction> {
    match numbers(object, "CTM")[..] {
        [along, down, ..] if along != 0.0 || down != 0.0 => Direction::of(along, -down),
        _ => Some(Direction::Right),
    }
}

/// The texts of an object, seen with their line running to the right and the next line below.
fn glyphs(object: Node<'_, '_>, direction: Direction) -> Vec<Glyph> {
    let [left, top, width, height] = numbers(object, "Boundary")[..] else { return vec![] };
    let (left, top, width, height) = match direction {
        Direction::Right => (left, top, width, height),
        Direction::Left => (-left - width, -top - height, width, height),
        Direction::Up => (-top - height, left, height, width),
        Direction::Down => (top, -left - width, height, width),
    };
    let codes = children(object, "TextCode").collect::<Vec<_>>();
    let number =
        |code: Node<'_, '_>, name| attribute(code, name).and_then(|number| number.trim().parse::<f32>().ok());
    let first = codes.first().and_then(|code| number(*code, "Y")).unwrap_or_default();
    // a boundary around several lines is as high as all of them
    let size = number(object, "Size").filter(|size| *size > 0.0 && *size < height).unwrap_or(height);
    let several = codes.iter().any(|code| number(*code, "Y").is_some_and(|y| (y - first).abs() > size / 2.0));
    let glyph = |code: Node<'_, '_>| {
        let below = if several { number(code, "Y").unwrap_or(first) - first } else { 0.0 };
        let middle = if several { top + size / 2.0 + below } else { top + height / 2.0 };
        let left = left + number(code, "X").filter(|_| codes.len() > 1).unwrap_or_default();
        let text = code.text().unwrap_or_default().replace(['\n', '\r'], "");
        Glyph { text, left, right: left + width, middle, size }
    };
    codes.iter().map(|code| glyph(*code)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::made::{ofd, text_object, zipped};

    #[test]
    fn pages_are_read_in_the_order_of_their_lines() {
        let characters =
            "护林".chars().rev().zip([25, 20]).map(|(c, left)| text_object(left, 41, &c.to_string()));
        let first = [text_object(20, 50, "一、"), text_object(30, 50, "巡山。")].concat()
            + &characters.collect::<Vec<_>>().concat();
        let second = "<ofd:TextObject Boundary=\"20 10 40 12\" Size=\"5\"><ofd:TextCode X=\"0\" Y=\"5\">二、</ofd:TextCode><ofd:TextCode X=\"0\" Y=\"11\">挂牌</ofd:TextCode></ofd:TextObject>";
        let read = crate::read(&ofd(&[&first, second]), &Options::default()).unwrap();
        assert_eq!((read.format, read.text.as_str()), (Format::Ofd, "护林\n一、巡山。\n二、\n挂牌\n"));
    }

    /// A text at a place of a page, turned by a matrix.
    fn turned(matrix: &str, boundary: &str, text: &str) -> String {
        format!(
            "<ofd:TextObject CTM=\"{matrix}\" Boundary=\"{boundary}\" Size=\"5\"><ofd:TextCode X=\"0\" Y=\"4\">{text}</ofd:TextCode></ofd:TextObject>"
        )
    }

    #[test]
    fn text_on_its_side_stands_behind_that_of_the_page() {
        let side = |matrix, boundaries: [&str; 3]| {
            let signs = ["—", "6", "—"].iter().zip(boundaries);
            let side = signs.map(|(sign, boundary)| turned(matrix, boundary, sign)).collect::<String>();
            let page = text_object(20, 36, "一、巡山。") + &side + &text_object(20, 50, "二、挂牌。");
            crate::read(&ofd(&[&page]), &Options::default()).unwrap().text
        };
        let down = side("0 1 -1 0 0 0", ["11 34 5 5", "11 40 5 3", "11 44 5 5"]);
        assert_eq!(down, "一、巡山。\n二、挂牌。\n—6—\n");
        assert_eq!(side("0 -1 1 0 0 0", ["11 44 5 5", "11 40 5 3", "11 34 5 5"]), down);
        assert_eq!(side("-1 0 0 -1 0 0", ["40 90 5 5", "36 90 3 5", "30 90 5 5"]), down);
    }

    #[test]
    fn text_aslant_is_left_out_and_told() {
        let page = text_object(20, 36, "一、巡山。") + &turned("1 1 -1 1 0 0", "20 30 90 90", "内部资料");
        let read = crate::read(&ofd(&[&page]), &Options::default()).unwrap();
        assert_eq!((read.text.as_str(), &*read.findings[0].code), ("一、巡山。\n", "watermark"));
        assert!(read.findings[0].message.starts_with("4 "), "{:?}", read.findings);
    }

    #[test]
    fn drawn_tables_are_told() {
        let line = |boundary: String| format!("<ofd:PathObject Boundary=\"{boundary}\"/>");
        let across = [50, 60, 70].map(|top| line(format!("20 {top} 150 0.2")));
        let down = [20, 40, 170].map(|left| line(format!("{left} 50 0.2 20")));
        let text = text_object(25, 52, "任务") + &text_object(45, 52, "责任单位");
        let codes = |lines: &[String]| {
            let read = crate::read(&ofd(&[&text, &(text.clone() + &lines.concat())]), &Options::default());
            read.unwrap().findings.iter().map(|finding| finding.message.clone()).collect::<String>()
        };
        assert!(codes(&[across.clone(), down].concat()).starts_with("1 pages have drawn tables (page 2),"));
        assert_eq!(codes(&across), "");
    }

    #[test]
    fn pages_of_pictures_are_a_scan() {
        let picture = "<ofd:ImageObject Boundary=\"0 0 210 297\"/>";
        assert_eq!(
            crate::read(&ofd(&[picture, picture]), &Options::default()),
            Err(Unread::Scanned { pages: 2 })
        );
        let missing = zipped([("OFD.xml", &b"<OFD><DocBody><DocRoot>D.xml</DocRoot></DocBody></OFD>"[..])]);
        let unread = crate::read(&missing, &Options::default()).unwrap_err();
        assert!(unread.to_string().starts_with("damaged ofd: found no part D.xml"), "{unread}");
    }

    #[test]
    fn damaged_files_never_panic() {
        let whole = ofd(&[&text_object(20, 50, "一、巡山。")]);
        for at in 0..whole.len() {
            let _ = crate::read(&whole[..at], &Options::default());
            let mut bytes = whole.clone();
            bytes[at] ^= 0x11;
            let _ = crate::read(&bytes, &Options::default());
        }
    }
}
