//! `gongwen completions` and `gongwen manual`: what shells and `man` know of the commands.

use std::fs;
use std::io;
use std::path::Path;

use clap_complete::{Shell, generate};
use clap_mangen::Man;

use crate::arguments::Arguments;
use crate::output::{at, or_closed_pipe, print_plain};
use crate::status::Status;

const NAME: &str = "gongwen";

/// Prints the completions of a shell.
///
/// # Errors
///
/// - standard output cannot be written
pub(crate) fn completions(shell: Shell) -> io::Result<Status> {
    let mut script = Vec::new();
    generate(shell, &mut Arguments::commands(), NAME, &mut script);
    or_closed_pipe(print_plain(&script))?;
    Ok(Status::Good)
}

/// Writes a manual page for the tool and one for each command into a folder: `gongwen.1`, `gongwen-tables.1`.
///
/// # Errors
///
/// - the folder cannot be made or written
pub(crate) fn manual(folder: &Path) -> io::Result<Status> {
    fs::create_dir_all(folder).map_err(|error| at(folder, &error))?;
    let mut tool = Arguments::commands().disable_help_subcommand(true);
    tool.build();
    for command in [&tool].into_iter().chain(tool.get_subcommands()) {
        let title = command.get_display_name().unwrap_or(NAME).to_owned();
        let path = folder.join(format!("{title}.1"));
        let mut page = Vec::new();
        Man::new(command.clone()).render(&mut page)?;
        fs::write(&path, page).map_err(|error| at(&path, &error))?;
    }
    Ok(Status::Good)
}
