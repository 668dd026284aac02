//! What is known while lost breaks are looked for: [`Lost`].

use crate::grammar::known_titles::KnownTitles;
use crate::text::boundary::floor;
use crate::text::character::is_blank;

/// The longest head element before another, in bytes: a title of 240 characters. A guess.
pub(super) const ELEMENT_BYTES: usize = 900;

/// A text's lost breaks while they are looked for.
pub(super) struct Lost<'t> {
    pub(super) text: &'t str,
    pub(super) breaks: Vec<usize>,
    /// The title, where something is glued to it.
    pub(super) title: Option<String>,
    /// Who issues it, as the title says.
    pub(super) issuers: Option<String>,
    /// What it issues or passes on.
    pub(super) known: KnownTitles,
}

impl Lost<'_> {
    pub(super) fn skip_blanks(&self, at: usize) -> usize {
        self.text.len() - self.text[at..].trim_start_matches(is_blank).len()
    }
}

/// The line at `at`, no more than `reach` bytes of it.
pub(super) fn line_at(text: &str, at: usize, reach: usize) -> &str {
    let line = &text[at..floor(text, (at + reach).min(text.len()))];
    &line[..line.find('\n').unwrap_or(line.len())]
}
