//! OFD, the state's format for fixed pages (GB/T 33190—2016): a zip archive of XML pages.

use roxmltree::Node;

use crate::archive::{Archive, target};
use crate::draft::{Block, Draft};
use crate::lines::{Glyph, lines};
use crate::pages::without_furniture;
use crate::xml::{attribute, child, children, parsed};
use crate::{Format, Options, Read, Unread};

pub(crate) fn read(bytes: &[u8], options: &Options) -> Result<Read, Unread> {
    let mut archive = Archive::open(bytes, Format::Ofd, options.limits.bytes)?;
    let mut pages = vec![];
    for root in documents(&mut archive)? {
        for page in page_parts(&mut archive, &root)? {
            let text = archive.needed_xml(&page)?;
            pages.push(lines(glyphs(parsed(&text, Format::Ofd)?.root_element())));
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

/// The texts of a page: an object may hold a line, a word or one character.
fn glyphs(page: Node<'_, '_>) -> Vec<Glyph> {
    let objects = page.descendants().filter(|node| node.tag_name().name() == "TextObject");
    objects.flat_map(object).collect()
}

fn object(object: Node<'_, '_>) -> Vec<Glyph> {
    let boundary = attribute(object, "Boundary").unwrap_or_default();
    let numbers =
        boundary.split_whitespace().filter_map(|number| number.parse::<f32>().ok()).collect::<Vec<_>>();
    let [left, top, width, height] = numbers[..] else { return vec![] };
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
