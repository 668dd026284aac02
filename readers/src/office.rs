//! Older Word files, RTF and OpenDocument: LibreOffice, where it is installed, makes a .docx of them.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use crate::{Format, Limits, Options, Read, Unread, docx};

/// Reads a file that LibreOffice reads, by way of a .docx.
pub(crate) fn read(bytes: &[u8], format: Format, options: &Options) -> Result<Read, Unread> {
    // where no program can be started, nor a file be written for one
    if cfg!(target_family = "wasm") {
        let way_out = "save the notice as .docx or text in the program that wrote it";
        return Err(Unread::Unsupported { what: name(format), way_out });
    }
    let bytes = converted(Path::new("soffice"), bytes, format, options.limits)?;
    let mut read = docx::read(&bytes, options)?;
    read.format = format;
    Ok(read)
}

fn converted(program: &Path, bytes: &[u8], format: Format, limits: Limits) -> Result<Vec<u8>, Unread> {
    let folder = Folder::create().map_err(|error| failed(&error))?;
    let input = folder.0.join(format!("notice.{}", format.name()));
    fs::write(&input, bytes).map_err(|error| failed(&error))?;
    let child = match start(program, &folder.0, &input) {
        Ok(child) => child,
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            return Err(Unread::Unsupported {
                what: name(format),
                way_out: "install LibreOffice, whose `soffice` makes a .docx of it, or save it as .docx",
            });
        }
        Err(error) => return Err(failed(&error)),
    };
    wait(child, limits.time)
        .map_err(|late| late.unwrap_or(Unread::TooSlow { seconds: limits.time.as_secs() }))?;
    let made = fs::read(input.with_extension("docx"));
    made.map_err(|_| Unread::Damaged {
        what: name(format),
        reason: "LibreOffice makes no .docx of it".to_owned(),
    })
}

fn name(format: Format) -> &'static str {
    match format {
        Format::Doc => "the older Word format (.doc)",
        Format::Rtf => "RTF",
        _ => "OpenDocument",
    }
}

fn failed(error: &io::Error) -> Unread {
    Unread::Failed { reason: error.to_string() }
}

/// Starts the conversion, with a profile of its own: one profile serves one run at a time.
fn start(program: &Path, folder: &Path, input: &Path) -> io::Result<Child> {
    let mut command = Command::new(program);
    command.arg(format!("-env:UserInstallation=file://{}/profile", folder.display()));
    command.args(["--headless", "--norestore", "--convert-to", "docx", "--outdir"]).arg(folder).arg(input);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    command.spawn()
}

/// Waits for the end of a program; `Err(None)` when its time is over, and it is ended then.
fn wait(mut child: Child, time: Duration) -> Result<(), Option<Unread>> {
    let start = Instant::now();
    while child.try_wait().map_err(|error| Some(failed(&error)))?.is_none() {
        if start.elapsed() > time {
            end(&mut child);
            return Err(None);
        }
        thread::sleep(Duration::from_millis(20));
    }
    Ok(())
}

/// Ends a program and those that it has started.
fn end(child: &mut Child) {
    #[cfg(unix)]
    let _ = Command::new("kill").args(["-KILL", "--", &format!("-{}", child.id())]).status();
    let _ = child.kill();
    let _ = child.wait();
}

/// A folder that goes with its value.
struct Folder(PathBuf);

impl Folder {
    fn create() -> io::Result<Self> {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        loop {
            let count = COUNT.fetch_add(1, Ordering::Relaxed);
            let path = std::env::temp_dir().join(format!("gongwen-{}-{count}", std::process::id()));
            match fs::create_dir(&path) {
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                made => return made.map(|()| Folder(path)),
            }
        }
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // what cannot be removed is left to the system, which clears its temporary files
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use super::*;
    use crate::made::docx;
    use std::os::unix::fs::PermissionsExt;

    /// A program in the place of LibreOffice: it runs `script` with the folder as $7 and the file as $8.
    fn program(folder: &Folder, script: &str) -> PathBuf {
        let path = folder.0.join("soffice");
        fs::write(&path, format!("#!/bin/sh\n{script}\n")).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
        path
    }

    fn limits(milliseconds: u64) -> Limits {
        Limits { time: Duration::from_millis(milliseconds), ..Limits::default() }
    }

    #[test]
    fn what_the_program_makes_is_read() {
        let folder = Folder::create().unwrap();
        let made = folder.0.join("made.docx");
        fs::write(&made, docx("<w:p><w:r><w:t>通知</w:t></w:r></w:p>", &[])).unwrap();
        let program =
            program(&folder, &format!("test -f \"$8\" && cp {} \"$7/notice.docx\"", made.display()));
        let bytes = converted(&program, b"{\\rtf1}", Format::Rtf, limits(20_000)).unwrap();
        assert_eq!(docx::read(&bytes, &Options::default()).unwrap().text, "通知\n");
    }

    #[test]
    fn a_missing_program_a_failing_and_a_slow_one_are_told() {
        let folder = Folder::create().unwrap();
        let missing = converted(&folder.0.join("none"), b"", Format::Doc, limits(1000)).unwrap_err();
        assert!(missing.to_string().contains("install LibreOffice"), "{missing}");
        let failing = converted(&program(&folder, "exit 1"), b"", Format::Doc, limits(20_000)).unwrap_err();
        assert!(failing.to_string().contains("LibreOffice makes no .docx of it"), "{failing}");
        let slow = converted(&program(&folder, "sleep 30"), b"", Format::Doc, limits(300));
        assert_eq!(slow, Err(Unread::TooSlow { seconds: 0 }));
    }
}
