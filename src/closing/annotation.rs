//! 附注: `（此件公开发布）`, `（本文有删减）`.

use crate::text::boundary::floor;
use crate::text::character::is_blank;
use crate::text::words::begins;

/// `（此件公开发布）`, `（本文有删减）`
pub(super) fn is_annotation(text: &str) -> bool {
    const WORDS: &[&str] = &[
        "此件",
        "此文",
        "本文",
        "公开属性",
        "公开形式",
        "本件",
        "信息公开",
        "联系",
        "公开方式",
        "共印",
        "有删",
        "此文件",
    ];
    /// A hundred characters: a guess.
    const LONGEST_BYTES: usize = 300;
    let bare = ["此件公开发布", "此件主动公开", "此件依申请公开", "此件不予公开"];
    let Some(inside) = text.strip_prefix(['（', '(']) else { return bare.contains(&text) };
    let inside = &inside[..floor(inside, LONGEST_BYTES)];
    let inside = &inside[..inside.find(['）', ')', '\n']).unwrap_or(inside.len())];
    let inside = inside.trim_start_matches(is_blank);
    begins(inside, WORDS)
}
