//! The help in Chinese.

use clap::builder::PossibleValue;
use clap::{Arg, ArgAction, Command};

use crate::language::{Language, language};
use crate::messages::{
    ARGUMENTS, COMMANDS, HELP, HELP_COMMAND, OPTIONS, THE_COMMAND, THE_OPTIONS, USAGE, VERSION,
};

/// The commands with their help in the language of the run.
pub(crate) fn in_language(command: Command) -> Command {
    match language() {
        Language::English => command,
        Language::Chinese => in_chinese(command),
    }
}

/// What a command does: in a line, and what else is to be said.
type Told = (&'static str, &'static str, &'static str);

/// Every command; the tool itself has no name.
pub(super) const TOLD: &[Told] = &[
    (
        "gongwen",
        "读取公文：版头、条目、任务，以及负责任务的单位",
        "PATH 是文件、文件夹（其中的公文，包括下级文件夹，按名称排序）、'data/*.pdf' 一类的通配符，或表示标准输入的 -。\
文件是什么，按内容判断：UTF-8、UTF-16 或 GB18030 编码的文本、网页、.docx、有文字层的 .pdf、.ofd、.xlsx，装有 LibreOffice 时还有\
旧版 Word 文件，以及由多条记录组成的文件（JSON Lines、JSON、CSV），每条各是一份公文。不能读取的会说明原因和办法。\
各核同时读取文件，每核至多四个；输出的次序与输入相同。\n\n\
退出码：0；1（check 发现警告、错误或空文本，compare 发现丢失，search 没有找到）；2（有文件未能读取、文件夹中没有可读的文件，或无法写出；其他文件照常处理）。",
    ),
    (
        "show",
        "显示版头、条目、任务、单位、引文和提示，供阅读",
        "正文只显示第一行：… 表示此行未完，“另有 2 段”表示后面还有。未列单位的条目显示为正文。方括号中的话是本工具的，其他都是公文的。\
最后一行计数未显示的内容。",
    ),
    (
        "json",
        "以 JSON 输出全部结果：一个文件为一个对象，多个文件或文件夹为数组",
        "输出到终端时，会影响终端的字符写作 \\u…，在 JSON 中意思相同。",
    ),
    (
        "tables",
        "写出表格：documents、sections、tasks、responsibilities、citations、diagnostics",
        "doc 列是文件名；文件夹中的文件为文件夹之下的路径。给出多个 PATH 而名称可能相同时，为所给的路径。同一文件给出两次，为 `a.txt` 和 \
`a.txt (2)`；名称中不是 UTF-8 的字节写作 `\\xFF`。\n\n\
各种格式的列都相同；表格旁的 `codebook.md` 逐列说明，`run.json` 记录读了什么，附大小、SHA-256 摘要、计数和未能读取的文件。\n\n\
全部表格写完才出现在 DIR 中，否则一个也不出现；同格式的旧表被替换。标准错误的最后一行是计数。",
    ),
    (
        "coding",
        "写出内容分析用的编码表：一行一个条目或句子，留有两位编码员的列",
        "单元按原文次序编号为“政策-条目-条目”（12-3-2）；句子在条目中的序号写在点后（12-3-2.1）。类目及其说明写在工作表 `categories` 中，\
编码单元格可从中选取。",
    ),
    (
        "agreement",
        "输出两位编码员的一致程度：百分比、Cohen's kappa，以及不一致的单元",
        "一个 SHEET：比较 `coder_1` 和 `coder_2` 两列。两个：每个是一位编码员的，填在哪一列都可以。",
    ),
    (
        "network",
        "写出谁与谁协作的网络，供 Gephi、igraph、networkx、UCINET、Pajek 使用，或画成图",
        "节点是机关，用法定全称，未能判定的照原文，并附所知的各项；没有边的责任单位也在其中。一对之间一条边：`weight` 计任务数（co-issue 计公文数，\
cites 计引用数），`documents` 计公文数。类别和承继的单位不计。\n\n\
格式按 FILE 的扩展名：.graphml、.gexf、.net、.csv（边的列表，另有 NAME.nodes.csv）、.matrix.csv 或 .svg（联系最多的 60 个节点排成一圈）。",
    ),
    (
        "compare",
        "比较同一批公文的两次读取：丢失、新增、改变的值，及各类值的数目",
        "OLD 和 NEW 各为一个放 CSV 或 JSON Lines 表格的文件夹、`gongwen json --lines` 输出的文件，或表示标准输入的 -。公文按 doc 列的名称对应，条目、任务、单位按内容和位置对应，插入一条时其后的不算改变。@ 后是值的起始字节，丢失的值以 OLD 的文本计。只在一边有的公文，其中的值不逐一列出。\n\n退出码：OLD 的值有丢失或改变，或有文字变得未能识别（错误）时为 1；都没有则为 0，不论新增和其他提示；OLD 或 NEW 不能读取时为 2。",
    ),
    (
        "search",
        "查找任务或引文：谁负责、何时完成、含哪些词、依据什么",
        "PATH 与其他命令相同，也可以是 `gongwen tables --resolve` 写出的一个放 CSV 或 JSON Lines 表格的文件夹，反复查询时更快。任务须符合全部条件。--unit 既查所写的名称，也查法定全称；按所写名称也能找到同一机关的其他写法。只给 --cites 或 --relation 时输出引文；另有任务的条件时，输出如此引用的公文中的任务。\n\n每处之前是 FILE:LINE，行号与 check 相同；取自表格的，是 doc 列的名称和 @起始字节。退出码：找到为 0，没有为 1，不能读取或不能查询为 2。",
    ),
    ("schema", "输出 `json` 的结果或 JSON Lines 表格各行的 JSON Schema", ""),
    (
        "review",
        "写出供查看公文的网页：正文及其中标出的任务、单位、时限、提示",
        "网页是一个文件，不需要联网。标错的可以指出，保存为文件，scripts/add-fixture 可将其变为测试。选到哪份公文才绘出哪份，几百份也不慢。",
    ),
    (
        "check",
        "输出可疑之处及其位置；有警告或错误时退出码为 1",
        "一份文本中每种提示只逐处显示前三处，其余在一行中计数并给出位置。",
    ),
    (
        "lsp",
        "按语言服务器协议（LSP）为编辑器服务：起草时的提示、条目，以及所读出的内容",
        "由编辑器启动，通过标准输入和输出对话。除可能读错之处外，还指出与 GB/T 9704、GB/T 15834 不符的格式。",
    ),
    (
        "explain",
        "输出某几行为何这样读取",
        "PATH 是 FILE:LINE 或 FILE:LINE-LINE，行号与 check 相同；文件不是文本时，以 --keep-text 写出的文本计。每行之下逐处说明：属于哪个要素，按哪条规则归为网页文字，每个可能的序数位于何处、各种读法的代价、读作什么、比次优读法少多少代价，哪些括号是责任分工、其他为何不是，表格如何读取，以及提示。",
    ),
    ("completions", "输出某种 shell 的补全脚本，由其启动时读取", ""),
    ("manual", "在 DIR 中写出手册页，本工具和每个命令各一页", ""),
];

/// What an argument means: its command (empty where it is the same in all), its name, and what is said of it.
type Explained = (&'static str, &'static str, &'static str);

/// Every argument.
pub(super) const EXPLAINED: &[Explained] = &[
    ("", "lang", "提示和帮助的语言；列名、取值和代码在两种语言中相同"),
    ("", "help", "显示帮助"),
    ("", "version", "显示版本"),
    ("", "paths", "文件、文件夹，或表示标准输入的 -"),
    ("", "max_size", "最大的文件，以字节或 K、M、G 计：一份文本所用内存可达其大小的 75 倍"),
    ("", "encoding", "文本和网页的编码，如 gb18030 [默认：按内容判断]"),
    (
        "",
        "text_field",
        "由记录组成的文件（JSON Lines、JSON、CSV）中正文的字段或列 [默认：content、text、正文等]",
    ),
    ("", "id_field", "记录名称的字段或列 [默认：id、url 等]"),
    ("", "keep_text", "将读出的每份文本写入 DIR：字节位置都以此为准"),
    ("", "dedupe", "略去此前从其他文件或网站读过的同一公文"),
    ("", "jobs", "同时处理几个文件，至多 256 [默认：每核一个]"),
    ("", "quiet", "只说出错的情况"),
    ("", "verbose", "列出文件夹中每个未读取的文件"),
    ("show", "full", "显示每个段落的全文、未列单位的任务、重复的标题和网页文字"),
    ("show", "resolve", "显示谁是谁：发文机关和单位的法定全称、类别，以及未能判定的"),
    ("json", "lines", "一个文件一行，一行一个对象"),
    ("tables", "format", "表格的格式"),
    ("tables", "bom", "CSV 以字节顺序标记开头，使 Excel 能正确打开"),
    ("tables", "safe_cells", "在 CSV 中会被当作公式的单元格（以 = + - @ 开头）之前加 '"),
    ("tables", "out", "放表格的文件夹，没有则新建"),
    ("tables", "resume", "接着做 DIR 中中断的运行：已从网页、Word、PDF 等读出的不再读取；结果与一次做完相同"),
    (
        "tables",
        "resolve",
        "加上词语所指的内容：单位全称、日期、目标、所引公文；另有 times、targets、issuers、units 四张表",
    ),
    ("coding", "unit", "一行是什么"),
    ("coding", "out", "工作簿"),
    ("agreement", "sheets", "填好的编码表"),
    ("network", "edges", "边表示什么"),
    ("network", "format", "格式 [默认：按 FILE 的扩展名]"),
    ("network", "by", "按公文的年份各写一个网络：net-2023.graphml、net-2024.graphml、net-undated.graphml"),
    ("network", "groups", "类别也作为节点：各市州人民政府与并列的单位都相连"),
    ("network", "inherited", "计入由说明或上级条目赋予任务的单位"),
    ("network", "fractional", "任务有 n 个单位时每条边计 1/(n-1)，使每个单位在每项任务中权重为 1"),
    ("network", "out", "文件"),
    ("compare", "old", "较早的结果"),
    ("compare", "new", "较新的结果"),
    ("compare", "format", "差别以何种形式输出"),
    ("compare", "at_most", "至多输出 N 处差别；计数仍是全部"),
    ("search", "unit", "由此单位负责的任务：法定全称，或所写的名称"),
    ("search", "role", "有单位以此角色负责的任务；与 --unit 同用时指该单位"),
    ("search", "due_before", "在此日之前到期的任务：2026-01-01"),
    ("search", "due_after", "在此日之后到期的任务"),
    ("search", "text", "正文或小标题含有这些词的任务"),
    (
        "search",
        "cites",
        "引用此文件之处：发文字号（括号形状不限）或完整的标题；与任务的条件同用时，为引用它的公文中的任务",
    ),
    ("search", "relation", "与所引文件有此关系之处"),
    ("search", "format", "结果以何种形式输出"),
    ("schema", "of", "`json`，或一张表"),
    ("schema", "resolve", "`tables --resolve` 的各行"),
    ("review", "out", "网页文件"),
    ("check", "notes", "也显示注：有把握的修复"),
    ("check", "all", "逐处显示每个提示"),
    ("check", "format", "供谁读取；供程序读取时输出全部提示"),
    ("check", "draft", "也按 GB/T 9704 和 GB/T 15834 对草稿文字的规定检查"),
    ("check", "allow", "不检查的草稿规则，如 half-width"),
    ("lsp", "allow", "不检查的草稿规则，如 half-width"),
    ("explain", "lines", "未指明行的 PATH 的行：12 或 12-15"),
    ("completions", "shell", "shell 的名称"),
    ("manual", "out", "`man` 能找到的文件夹，没有则新建"),
];

/// What the values of arguments mean.
pub(super) const VALUES: &[(&str, &str)] = &[
    ("en", "英文"),
    ("zh", "中文"),
    ("auto", "随系统：LC_ALL、LC_MESSAGES、LANG 中第一个有值的以 zh 开头则为中文"),
    ("csv", "每表一个文件，列表以 | 连接"),
    ("jsonl", "每行一个对象，列表为列表；表格为每表一个文件"),
    ("parquet", "每表一个文件，带类型：列表为列表，日期为日期"),
    ("xlsx", "一个 Excel 工作簿，每表一张工作表，另有一张说明各列"),
    ("item", "一个条目，不含下级条目"),
    ("sentence", "条目的标题或一个句子"),
    ("graphml", ".graphml：各项属性俱全，用于 Gephi、igraph、networkx、Cytoscape"),
    ("gexf", ".gexf：GEXF 1.3，各项属性俱全，用于 Gephi"),
    ("pajek", ".net：名称和权重，用于 Pajek、UCINET"),
    ("edges", ".csv：边的列表，另有 NAME.nodes.csv"),
    ("matrix", ".matrix.csv：邻接矩阵，二模时为单位乘任务，用于 UCINET、R"),
    ("svg", ".svg：图"),
    ("co-task", "两个单位负责同一任务；无向"),
    ("lead-support", "一个单位牵头、另一个配合；有向"),
    ("two-mode", "单位负责任务：二模网络"),
    ("co-issue", "两个单位联合发文；无向"),
    ("cites", "公文引用另一文件；有向"),
    ("text", "供人阅读：逐处显示"),
    ("json", "供程序读取：JSON"),
    ("sarif", "供代码扫描和编辑器读取：SARIF 2.1.0"),
    ("github", "供 GitHub 工作流读取：每行一条命令，显示在正文旁"),
    ("year", "成文日期的年份，没有则为字号的年份"),
];

fn in_chinese(command: Command) -> Command {
    let mut english = command.clone();
    english.build();
    let command = of_command(command, &english);
    let mut command = command.mut_subcommands(|sub| {
        let name = sub.get_name().to_owned();
        match english.find_subcommand(&name) {
            Some(english) => of_command(sub, english),
            None => sub,
        }
    });
    // The command `help` is there once all is built.
    command.build();
    command.mut_subcommand("help", |help| help.about(HELP_COMMAND.get()))
}

/// A command in Chinese; `english` is the same, built, which alone knows how it is typed.
fn of_command(command: Command, english: &Command) -> Command {
    let name = command.get_name().to_owned();
    let usage = english.clone().render_usage().to_string();
    let usage = usage.trim_start_matches("Usage:").trim().replace("[OPTIONS]", THE_OPTIONS.get());
    let usage = usage.replace("<COMMAND>", THE_COMMAND.get());
    let (_, about, more) = TOLD.iter().find(|(of, ..)| *of == name).copied().unwrap_or_default();
    let whole = if more.is_empty() { about.to_owned() } else { format!("{about}\n\n{more}") };
    let examples = english.get_after_help().map(|help| help.to_string().replace("Examples:", "示例："));
    let has_version = english.get_version().is_some();
    let command = command
        .about(about)
        .long_about(whole)
        .after_help(examples.unwrap_or_default())
        .override_usage(usage)
        .subcommand_help_heading(COMMANDS.get())
        .help_template(format!(
            "{{before-help}}{{about-with-newline}}\n{}{{usage}}\n\n{{all-args}}{{after-help}}",
            USAGE.get()
        ))
        .disable_help_flag(true)
        .disable_version_flag(true)
        .mut_args(|arg| of_argument(arg, &name))
        .arg(heading(Arg::new("help").short('h').long("help").action(ArgAction::Help).help(HELP.get())));
    let version = || Arg::new("version").short('V').long("version").action(ArgAction::Version);
    if has_version { command.arg(heading(version().help(VERSION.get()))) } else { command }
}

fn heading(arg: Arg) -> Arg {
    let heading = if arg.is_positional() { ARGUMENTS } else { OPTIONS };
    arg.help_heading(heading.get())
}

fn of_argument(arg: Arg, command: &str) -> Arg {
    let mut help = explained(command, arg.get_id().as_str()).unwrap_or_default().to_owned();
    let takes = arg.get_action().takes_values();
    let defaults = arg.get_default_values().iter().map(|value| value.to_string_lossy()).collect::<Vec<_>>();
    if takes && !defaults.is_empty() {
        help = format!("{help} [默认：{}]", defaults.join("、"));
    }
    let values = arg.get_possible_values().iter().filter(|_| takes).map(described).collect::<Vec<_>>();
    if !values.is_empty() {
        let between = if values.iter().any(|value| value.contains('：')) { "\n  " } else { " " };
        help = format!("{help}\n可用的值：{between}{}", values.join(between));
    }
    let arg = heading(arg.help(help.clone()).long_help(help));
    if takes { arg.hide_default_value(true).hide_possible_values(true) } else { arg }
}

/// `csv：每表一个文件`
fn described(value: &PossibleValue) -> String {
    let name = value.get_name();
    let known = VALUES.iter().find(|(of, _)| *of == name);
    known.map_or(name.to_owned(), |(_, said)| format!("{name}：{said}"))
}

/// What is said of an argument of a command.
pub(super) fn explained(command: &str, id: &str) -> Option<&'static str> {
    let of = |command: &str| EXPLAINED.iter().find(|(of, name, _)| *of == command && *name == id);
    of(command).or_else(|| of("")).map(|(.., said)| *said)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::arguments::Arguments;
    use crate::language::speaking;
    use clap::CommandFactory;

    #[test]
    fn every_command_argument_and_value_has_its_help_in_chinese() {
        let mut tool = Arguments::command().disable_help_subcommand(true);
        tool.build();
        for command in [&tool].into_iter().chain(tool.get_subcommands()) {
            let name = command.get_name();
            assert!(TOLD.iter().any(|(of, ..)| *of == name), "{name}");
            for arg in command.get_arguments() {
                let id = arg.get_id().as_str();
                assert!(explained(name, id).is_some(), "{name} {id}");
                let described =
                    arg.get_possible_values().into_iter().filter(|value| value.get_help().is_some());
                for value in described {
                    assert!(
                        VALUES.iter().any(|(of, _)| *of == value.get_name()),
                        "{name} {id} {}",
                        value.get_name()
                    );
                }
            }
        }
    }

    #[test]
    fn no_entry_is_of_something_that_is_not_there() {
        let mut tool = Arguments::command();
        tool.build();
        let commands = || [&tool].into_iter().chain(tool.get_subcommands());
        for (name, ..) in TOLD {
            assert!(commands().any(|command| command.get_name() == *name), "{name}");
        }
        for (of, id, _) in EXPLAINED {
            let mut named = commands().filter(|command| of.is_empty() || command.get_name() == *of);
            assert!(named.any(|command| command.get_arguments().any(|arg| arg.get_id() == id)), "{of} {id}");
        }
    }

    #[test]
    fn commands_are_understood_in_chinese_as_in_english() {
        speaking(Language::Chinese, || {
            for words in [&["gongwen", "show", "--full", "a"][..], &["gongwen", "tables", "a", "--out", "b"]]
            {
                let tool = in_language(Arguments::command());
                assert!(tool.try_get_matches_from(words).is_ok(), "{words:?}");
            }
            let refused = in_language(Arguments::command()).try_get_matches_from(["gongwen", "show", "--no"]);
            assert!(refused.is_err());
        });
    }
}
