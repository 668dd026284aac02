//! Numbers that the browser writes before the items of a list.

use crate::html::tree::Node;
use crate::number::{self, Form};

/// The lists around a node.
#[derive(Debug, Default)]
pub(crate) struct Lists(Vec<List>);

#[derive(Debug)]
struct List {
    end: usize,
    /// `None` for bullets.
    form: Option<Form>,
    next: u32,
}

impl Lists {
    pub(crate) fn enter(&mut self, node: &Node) {
        let style = node.attribute("style").unwrap_or_default();
        let form = match node.name() {
            "ol" => form(style, node.attribute("type")),
            "ul" | "menu" | "dir" => None,
            _ => return,
        };
        let start = node.attribute("start").and_then(|value| value.trim().parse().ok());
        self.0.push(List { end: node.end, form, next: start.unwrap_or(1) });
    }

    pub(crate) fn leave(&mut self, at: usize) {
        while self.0.last().is_some_and(|list| list.end <= at) {
            self.0.pop();
        }
    }

    /// The number before an item: `3.`, `三、`; nothing before the items of other lists.
    pub(crate) fn label(&mut self, item: &Node) -> Option<String> {
        let list = self.0.last_mut()?;
        let number = item.attribute("value").and_then(|value| value.trim().parse().ok()).unwrap_or(list.next);
        list.next = number.saturating_add(1);
        if item.attribute("style").is_some_and(without_label) {
            return None;
        }
        let form = list.form?;
        let chinese = matches!(
            form,
            Form::Chinese | Form::Japanese | Form::Digits | Form::Financial | Form::Stems | Form::Branches
        );
        let mark = if chinese { '、' } else { '.' };
        Some(format!("{}{mark}", number::written(number, form)))
    }
}

/// `number` before `text`: nothing where the text has a label of its own, which the page then shows without the list's.
pub(crate) fn label(number: &str, text: &str) -> String {
    let own = text
        .trim_start()
        .chars()
        .next()
        .is_some_and(|c| c.is_numeric() || "（(第一二三四五六七八九十".contains(c));
    match number {
        _ if own => String::new(),
        number if number.ends_with('、') => number.to_owned(),
        number => format!("{number} "),
    }
}

fn form(style: &str, kind: Option<&str>) -> Option<Form> {
    if without_label(style) {
        return None;
    }
    if let Some((_, form)) = STYLES.iter().find(|(name, _)| style.contains(name)) {
        return Some(*form);
    }
    Some(match kind {
        Some("a") => Form::LowerLetter,
        Some("A") => Form::UpperLetter,
        Some("i") => Form::LowerRoman,
        Some("I") => Form::UpperRoman,
        _ => Form::Decimal,
    })
}

/// Names of counters in style sheets; longer ones before those that they contain.
const STYLES: [(&str, Form); 14] = [
    ("chinese-formal", Form::Financial),
    ("chinese-informal", Form::Chinese),
    ("cjk-ideographic", Form::Chinese),
    ("cjk-decimal", Form::Digits),
    ("cjk-heavenly-stem", Form::Stems),
    ("cjk-earthly-branch", Form::Branches),
    ("japanese-informal", Form::Japanese),
    ("decimal-leading-zero", Form::DecimalZero),
    ("lower-alpha", Form::LowerLetter),
    ("lower-latin", Form::LowerLetter),
    ("upper-alpha", Form::UpperLetter),
    ("upper-latin", Form::UpperLetter),
    ("lower-roman", Form::LowerRoman),
    ("upper-roman", Form::UpperRoman),
];

fn without_label(style: &str) -> bool {
    let style = style.replace(|c: char| c.is_whitespace(), "");
    ["list-style:none", "list-style-type:none"].iter().any(|word| style.contains(word))
}
