//! Plain text.

use crate::encoding::decoded;
use crate::{Format, Options, Read, Unread};

pub(crate) fn read(bytes: &[u8], options: &Options) -> Result<Read, Unread> {
    let decoded = decoded(bytes, options.charset, None)?;
    let mut read = Read::new(Format::Text);
    read.text = decoded.text;
    read.charset = Some(decoded.charset);
    read.findings = decoded.findings;
    Ok(read)
}
