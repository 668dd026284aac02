//! Prints each task of a notice with its deadline, and who answers for it: `cargo run --example tasks -- NOTICE.txt`

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = std::env::args().nth(1).ok_or("which notice?")?;
    let parsed = gongwen::parse(&std::fs::read_to_string(path)?);
    for (path, task) in parsed.notice().tasks() {
        let deadline = task.deadline().map_or("-", |deadline| &deadline.value);
        println!("{path} {} [{deadline}]", task.text);
        for unit in task.units() {
            println!("  {} {}", unit.role, unit.whole_name());
        }
    }
    Ok(())
}
