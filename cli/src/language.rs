//! The language that the tool speaks in.
//!
//! What it says to people is in one of two: messages, help, and the words of `show`, `check` and `agreement` beside those of the
//! notice. What programs read is the same in both: names of columns, values and codes, JSON, the tables and their record.

use std::cell::Cell;
use std::env;
use std::ffi::OsString;
use std::sync::atomic::{AtomicBool, Ordering};

use clap::ValueEnum;

/// A language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Language {
    English,
    Chinese,
}

/// What `--lang` asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(crate) enum Wanted {
    /// English
    En,
    /// Chinese
    Zh,
    /// That of the system: Chinese where `LC_ALL`, else `LC_MESSAGES`, else LANG begins with zh
    #[default]
    Auto,
}

/// Set once, before anything is said.
static IS_CHINESE: AtomicBool = AtomicBool::new(false);

thread_local! {
    /// The language that [`speaking`] is in.
    static SPOKEN: Cell<Option<Language>> = const { Cell::new(None) };
}

/// What `work` gives, said in a language, whatever that of the run.
pub(crate) fn speaking<R>(language: Language, work: impl FnOnce() -> R) -> R {
    let outer = SPOKEN.replace(Some(language));
    let done = work();
    SPOKEN.set(outer);
    done
}

/// The language to say things in: that of the run, unless [`speaking`].
pub(crate) fn language() -> Language {
    if let Some(language) = SPOKEN.get() {
        return language;
    }
    if IS_CHINESE.load(Ordering::Relaxed) { Language::Chinese } else { Language::English }
}

/// Sets the language of this run by its command line, which is looked at before it is understood: the help and what is wrong
/// with it are in that language, too.
pub(crate) fn choose(arguments: impl Iterator<Item = OsString>) {
    let is_chinese = match wanted(arguments) {
        Wanted::En => false,
        Wanted::Zh => true,
        Wanted::Auto => is_chinese(|name| env::var(name).ok()),
    };
    IS_CHINESE.store(is_chinese, Ordering::Relaxed);
}

/// The last `--lang zh` or `--lang=zh`; what is no language is told later.
fn wanted(arguments: impl Iterator<Item = OsString>) -> Wanted {
    let words = arguments.skip(1).map(|word| word.to_string_lossy().into_owned());
    let words = words.take_while(|word| word != "--").collect::<Vec<_>>();
    let named = words.iter().enumerate().rev().find_map(|(at, word)| match word.strip_prefix("--lang=") {
        Some(name) => Some(name),
        None => (word == "--lang").then(|| words.get(at + 1).map(String::as_str)).flatten(),
    });
    named.and_then(|name| Wanted::from_str(name, false).ok()).unwrap_or_default()
}

/// Whether the first of the variables that is set names Chinese: `zh_CN.UTF-8`.
fn is_chinese(variable: impl Fn(&str) -> Option<String>) -> bool {
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter();
    let set = names.filter_map(variable).find(|value| !value.is_empty());
    set.is_some_and(|value| value.to_ascii_lowercase().starts_with("zh"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_variable_that_is_set_tells() {
        let chinese = |set: &[(&str, &str)]| {
            is_chinese(|name| set.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned()))
        };
        assert!(chinese(&[("LANG", "zh_CN.UTF-8")]));
        assert!(chinese(&[("LC_ALL", ""), ("LC_MESSAGES", "zh"), ("LANG", "en_GB.UTF-8")]));
        assert!(!chinese(&[("LC_ALL", "C"), ("LANG", "zh_CN.UTF-8")]));
        assert!(!chinese(&[]));
    }

    #[test]
    fn the_flag_is_found_before_the_rest_is_understood() {
        let told = |line: &str| wanted(line.split(' ').map(OsString::from));
        for line in
            ["gongwen --lang zh show", "gongwen show a --lang=zh", "gongwen --lang en --lang zh --what"]
        {
            assert_eq!(told(line), Wanted::Zh, "{line}");
        }
        for line in
            ["gongwen show", "gongwen show --lang", "gongwen show --lang fr", "gongwen show -- --lang zh"]
        {
            assert_eq!(told(line), Wanted::Auto, "{line}");
        }
    }
}
