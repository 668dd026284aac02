//! Every sentence and word is there in both languages.

use std::collections::BTreeSet;

use gongwen::resolve::{How, IssuerSource};
use gongwen::{Role, Severity};
use gongwen_tables::Layout;

use super::held::{holds_english, holes, is_han};
use super::names::NAMES;
use super::sentences::SENTENCES;
use super::words::WORDS;

#[test]
fn every_sentence_and_word_is_there_in_both_languages() {
    // Signs, which are no words.
    let signs = ["OPENING", "CLOSING", "COMMA", "SEMICOLON", "COLON", "about", "summary"];
    let words = WORDS.iter().map(|(name, word)| (*name, word.english, word.chinese));
    for (name, english, chinese) in SENTENCES.iter().copied().chain(words) {
        assert!(!english.is_empty() && !english.contains(is_han), "{name}: {english}");
        assert!(signs.contains(&name) || chinese.contains(is_han), "{name}: {chinese}");
        assert!(!holds_english(chinese), "{name}: {chinese}");
        assert_eq!(holes(english), holes(chinese), "{name}");
    }
}

#[test]
fn every_name_that_is_shown_has_one_in_chinese() {
    let names = Role::ALL.iter().map(|role| role.name()).chain(Severity::ALL.iter().map(|of| of.name()));
    let hows = [
        How::OwnWords,
        How::NoticeDate,
        How::Nearby,
        How::Issuer,
        How::DocumentNumber,
        How::OtherNames,
        How::OnlyMention,
        How::WholeName,
    ];
    let sources = [
        IssuerSource::Title,
        IssuerSource::Signature,
        IssuerSource::Mark,
        IssuerSource::Label,
        IssuerSource::Number,
    ];
    let layout = Layout::resolved();
    let columns = layout.tables().flat_map(|(_, columns)| columns);
    let columns = columns.filter(|column| ["unit_kind", "level"].contains(&column.name.as_ref()));
    let kinds = columns.flat_map(|column| column.values).map(|value| value.name).collect::<Vec<_>>();
    assert!(kinds.contains(&"government") && kinds.contains(&"province"));
    let names = names.chain(hows.map(How::name)).chain(sources.map(IssuerSource::name)).chain(kinds);
    for name in names {
        assert!(NAMES.iter().any(|(english, _)| *english == name), "{name}");
    }
    assert!(NAMES.iter().all(|(_, chinese)| chinese.contains(is_han)));
    let once = NAMES.iter().map(|(english, _)| english).collect::<BTreeSet<_>>();
    assert_eq!(once.len(), NAMES.len(), "each name stands once");
}
