//! Prints each numbered item of a notice with its path: `cargo run --example sections -- NOTICE.txt`

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = std::env::args().nth(1).ok_or("which notice?")?;
    let text = std::fs::read_to_string(path)?;
    for (path, section) in gongwen::parse(&text).notice().sections() {
        let heading = section.heading.as_ref().map_or("", |heading| &text[heading.span]);
        println!("{path} {} {heading}", section.marker.style);
    }
    Ok(())
}
