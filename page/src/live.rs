//! The page that shows a notice while it is typed, with the parser in it.

use std::io;

use crate::file::json;
use crate::frame::{Frame, base64};

/// What runs in the worker, behind the glue.
const WORKER: &str = include_str!("view/worker.js");

/// The page that shows what one types, as one file: `module` is the WebAssembly of `web/`, packed by gzip, and `glue` what
/// `wasm-bindgen --target no-modules` writes beside it.
///
/// # Errors
///
/// - none that is known: a text can be written as JSON
pub fn live(module: &[u8], glue: &str) -> io::Result<String> {
    let frame = Frame::of_live();
    let worker = json(&format!("{glue}\n{WORKER}"))?;
    let island =
        |kind: &str, id: &str, data: &str| format!("<script type=\"{kind}\" id=\"{id}\">{data}</script>\n");
    let module = island("application/gzip+base64", "module", &base64(module));
    let worker = island("application/json", "worker", &worker);
    Ok(format!("{}{module}{worker}{}", frame.head(), frame.tail()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::frame::digest;

    #[test]
    fn a_live_page_is_whole_and_reaches_nothing() {
        let page = live(&[0x1f, 0x8b], "let glue = '</script>';").unwrap();
        assert!(page.starts_with("<!doctype html>") && page.ends_with("</html>\n") && !page.contains("{{"));
        let (_, policy) = page.split_once("Content-Security-Policy\" content=\"").unwrap();
        let (policy, _) = policy.split_once('"').unwrap();
        assert!(policy.starts_with("default-src 'none';") && !policy.contains("connect-src"), "{policy}");
        assert!(!policy.contains("'self'") && !policy.contains("http"), "{policy}");
        let (_, script) = page.rsplit_once("<script>").unwrap();
        assert!(policy.contains(&digest(script.split_once("</script>").unwrap().0)), "{policy}");
        assert!(page.contains("id=\"module\">H4s=</script>") && page.contains("'\\u003c/script>'"));
    }
}
