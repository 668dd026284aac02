//! Holds drafts of Chinese government notices (公文) to what GB/T 9704—2012 (党政机关公文格式), GB/T 15834—2011 (标点符号用法)
//! and 党政机关公文处理工作条例 say of their text.
//!
//! [`gongwen::parse`] reads a notice whatever its form and says what may be read wrongly; [`remarks`] says where the form is
//! another than the standards have it. A published notice that breaks a [`Rule`] is no worse a source for that.
//!
//! ```
//! use gongwen_drafts::{Rule, remarks};
//!
//! let text = "青政发[2024]07号\n关于做好护林工作的通知\n各市人民政府:\n请做好护林工作。\n青州省人民政府\n2024年05月01日\n";
//! let found = remarks(text, gongwen::parse(text).notice());
//! let rules: Vec<Rule> = found.iter().map(|remark| remark.rule).collect();
//! assert_eq!(rules, [Rule::NumberBrackets, Rule::NumberZero, Rule::RecipientsColon, Rule::DateForm]);
//! ```

mod body;
mod closing;
mod head;
mod punctuation;
mod remark;
mod rule;

use gongwen::Notice;

pub use remark::Remark;
use remark::Remarks;
pub use rule::{Rule, UnknownRule};

/// Where a text is not as the standards have it, in its order. `notice` is what [`gongwen::parse`] read in `text`.
///
/// Head and closing are those of the notice proper; items and punctuation are looked at in what is attached to it, too.
pub fn remarks(text: &str, notice: &Notice) -> Vec<Remark> {
    let mut remarks = Remarks::new(text);
    head::header(&notice.document.header, &mut remarks);
    closing::closing(notice, &mut remarks);
    for document in notice.documents() {
        body::items(&document.body.sections, None, &mut remarks);
    }
    punctuation::marks(notice, &mut remarks);
    remarks.finish()
}
