//! Prints what the standards say of drafts: `cargo run -p gongwen-drafts --example remarks -- draft.txt …`

use std::process::ExitCode;
use std::{env, fs};

fn main() -> ExitCode {
    let mut status = ExitCode::SUCCESS;
    for path in env::args().skip(1) {
        match fs::read_to_string(&path) {
            Ok(text) => {
                for remark in gongwen_drafts::remarks(&text, gongwen::parse(&text).notice()) {
                    println!("{path}:{remark} [{}, {}]", remark.rule, remark.rule.source());
                }
            }
            Err(error) => {
                eprintln!("{path}: {error}");
                status = ExitCode::FAILURE;
            }
        }
    }
    status
}
