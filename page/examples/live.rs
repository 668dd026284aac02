//! Prints the page that shows what one types. `web/build` runs it.
//!
//! usage: live MODULE.wasm.gz GLUE.js

use std::error::Error;
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    let [module, glue] = env::args()
        .skip(1)
        .collect::<Vec<_>>()
        .try_into()
        .map_err(|_| "usage: live MODULE.wasm.gz GLUE.js")?;
    print!("{}", gongwen_page::live(&fs::read(module)?, &fs::read_to_string(glue)?)?);
    Ok(())
}
