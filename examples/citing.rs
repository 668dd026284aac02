//! Prints the notices that cite a document: `cargo run --example citing -- 湘政发〔2024〕7号 NOTICE.txt…`

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut args = std::env::args().skip(1);
    let wanted: gongwen::DocumentNumber = args.next().ok_or("which document number?")?.parse()?;
    for path in args {
        let parsed = gongwen::parse(&std::fs::read_to_string(&path)?);
        for (item, citation) in parsed.notice().citations().filter(|(_, citation)| citation.is(&wanted)) {
            println!("{path} {item} {citation}");
        }
    }
    Ok(())
}
