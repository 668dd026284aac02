//! What the help of each command shows last: commands as they are typed.

pub(super) const SHOW: &str = "\
Examples:
  gongwen show notice.docx
  gongwen show --full --resolve notice.pdf
  gongwen show 'pages/*.html'";

pub(super) const JSON: &str = "\
Examples:
  gongwen json notice.docx
  gongwen json --lines notices
  gongwen json --lines --text-field body -";

pub(super) const TABLES: &str = "\
Examples:
  gongwen tables notices --out tables
  gongwen tables notices --format xlsx --resolve --out tables
  gongwen tables notices crawl.jsonl --dedupe --keep-text texts --out tables
  gongwen tables notices --out tables --resume";

pub(super) const CODING: &str = "\
Examples:
  gongwen coding notices --out codes.xlsx
  gongwen coding notices --unit sentence --out codes.xlsx";

pub(super) const AGREEMENT: &str = "\
Examples:
  gongwen agreement codes.xlsx
  gongwen agreement first.xlsx second.xlsx";

pub(super) const COMPARE: &str = "\
Examples:
  gongwen compare tables-before tables
  gongwen compare before.jsonl after.jsonl --at-most 100
  gongwen compare before.jsonl - --format json";

pub(super) const NETWORK: &str = "\
Examples:
  gongwen network notices --edges co-task --out ties.graphml
  gongwen network notices --edges two-mode --out ties.net
  gongwen network notices --edges co-task --out ties.svg";

pub(super) const SEARCH: &str = "\
Examples:
  gongwen search notices --unit 省财政厅 --role lead
  gongwen search tables --due-after 2025-06-30 --due-before 2026-01-01 --format jsonl
  gongwen search notices --cites 湘政发〔2024〕7号 --relation implements";

pub(super) const SCHEMA: &str = "\
Examples:
  gongwen schema
  gongwen schema tasks --resolve";

pub(super) const REVIEW: &str = "\
Examples:
  gongwen review notice.docx --out review.html
  gongwen review notices --dedupe --out review.html";

pub(super) const CHECK: &str = "\
Examples:
  gongwen check notice.docx
  gongwen check --all --notes notices
  gongwen check --draft --allow half-width draft.docx
  gongwen check --format sarif notices > gongwen.sarif
  gongwen check --format github notices";

pub(super) const LSP: &str = "\
Examples:
  gongwen lsp
  gongwen lsp --allow half-width --allow heading-mark";

pub(super) const EXPLAIN: &str = "\
Examples:
  gongwen explain notice.txt:12
  gongwen explain notice.docx:12-15 notice.docx:40
  gongwen explain - --line 12";

pub(super) const COMPLETIONS: &str = "\
Examples:
  gongwen completions bash > ~/.local/share/bash-completion/completions/gongwen
  gongwen completions zsh > ~/.zfunc/_gongwen
  gongwen completions powershell >> $PROFILE";

pub(super) const MANUAL: &str = "\
Examples:
  gongwen manual ~/.local/share/man/man1";

#[cfg(test)]
mod tests {
    use crate::arguments::Arguments;
    use clap::{CommandFactory, Parser};

    #[test]
    fn every_command_has_examples_and_takes_them() {
        for command in Arguments::command().get_subcommands() {
            let name = command.get_name();
            let help = command.get_after_help().map(ToString::to_string).unwrap_or_default();
            let examples = help.lines().filter_map(|line| line.strip_prefix("  gongwen "));
            let examples = examples.collect::<Vec<_>>();
            assert!(!examples.is_empty(), "{name}");
            for example in examples {
                // What stands behind > is the shell's.
                let words = example.split(" >").next().unwrap_or(example).split(' ');
                let words = ["gongwen"].into_iter().chain(words.map(|word| word.trim_matches('\'')));
                let parsed = Arguments::try_parse_from(words);
                assert!(parsed.is_ok(), "{example}: {}", parsed.unwrap_err());
                assert!(example.starts_with(name), "{example}");
            }
        }
    }
}
