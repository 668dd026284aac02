//! Blanks and line breaks between Chinese characters change neither what is read nor, once mended, how it is spelt.
#![no_main]

#[path = "../../tests/laws/mod.rs"]
mod laws;

use gongwen::mend;

libfuzzer_sys::fuzz_target!(|input: (&str, u64)| {
    let (text, seed) = input;
    let mended = mend(text).into_owned();
    assert_eq!(mend(&mended), mended, "what is mended stays as it is");

    // Without ASCII there is neither a page number nor a blank that counts. A character for private use is a bullet where it
    // begins a line, so there breaks do count.
    let private = |c: char| ('\u{e000}'..='\u{f8ff}').contains(&c);
    let wide: String = text.chars().filter(|&c| c > '\u{24f}' && !laws::is_blank(c) && !private(c)).collect();
    let mut random = laws::variants::Random::new(seed);
    let mut broken = String::new();
    for c in wide.chars() {
        // A page number stands between lines: before the first there is none.
        let gaps: &[&str] = if broken.is_empty() {
            &[""]
        } else {
            &["", "", "\n", "\r\n", " ", "\u{3000}", "\n\n— 3 —\n"]
        };
        broken.push_str(random.pick(gaps));
        broken.push(c);
    }
    assert_eq!(mend(&broken), mend(&wide), "from {broken:?}");

    // A slice means the same wherever it stands: the spans of a parse are such slices.
    laws::hold(&broken);
});
