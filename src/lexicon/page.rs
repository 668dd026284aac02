//! Words of pages around a notice.

use crate::text::words::{Words, plain};

/// Words that a line of the page's own begins with; no sentence does.
#[rustfmt::skip]
pub(crate) static OWN: Words = Words::new(&plain([
    "扫一扫", "（此页无正文", "(此页无正文", "此页无正文", "分享到", "分享：", "分享:", "【打印", "【关闭",
    "[打印", "[关闭", "您当前", "您所在", "当前位置：", "当前位置:", "您现在的位置", "首页 >", "上一篇：", "下一篇：", "上一篇:",
    "下一篇:", "上一条：", "下一条：", "【字体", "[字体", "返回顶部", "责任编辑：", "版权所有", "我要纠错",
    "下载文字版", "下载图片版", "浏览次数：", "（稿件来源：", "（信息来源：",
]));

/// Labels of buttons; a line of nothing else is one.
#[rustfmt::skip]
pub(crate) static BUTTONS: Words = Words::new(&plain([
    "打印本页", "打印", "关闭窗口", "关闭", "收藏", "已收藏", "分享", "微信", "微博", "字体", "字号", "大",
    "中", "小", "首页", "无障碍", "纠错", "返回", "转发",
]));
