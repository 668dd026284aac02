//! What the tool says of itself.

use std::fmt::Display;

use super::Said;
use crate::language::{Language, speaking};

/// Declares each sentence once: a function of what it names, and both wordings.
macro_rules! sentences {
    ($($name:ident($($hole:ident),*) $english:literal $chinese:literal;)*) => {
        $(pub(crate) fn $name($($hole: impl Display),*) -> Said {
            // What it names may have words in both languages itself.
            Said {
                english: speaking(Language::English, || format!($english)),
                chinese: speaking(Language::Chinese, || format!($chinese)),
            }
        })*

        /// Name, English, Chinese.
        #[cfg(test)]
        pub(super) const SENTENCES: &[(&str, &str, &str)] = &[$((stringify!($name), $english, $chinese)),*];
    };
}

sentences! {
    // Reading
    about(what, said) "{what}: {said}" "{what}：{said}";
    same_notice(first) "the same notice as {first}" "与 {first} 是同一份公文";
    empty_text() "the text is empty" "文本为空";
    fault(said)
        "this text makes gongwen fail: please report it, with the file ({said})"
        "gongwen 处理这份文本时出错，请连同文件一并报告（{said}）";
    too_many_bytes(size, limit)
        "{size} bytes, the limit is {limit}: a text may take 75 times its size in memory (--max-size sets the limit)"
        "{size} 字节，上限为 {limit}：一份文本所用内存可达其大小的 75 倍（--max-size 可改上限）";
    too_large(limit)
        "too large, the limit is {limit}: a text may take 75 times its size in memory (--max-size sets the limit)"
        "文件过大，上限为 {limit}：一份文本所用内存可达其大小的 75 倍（--max-size 可改上限）";
    input_read_once() "standard input can be read once" "标准输入只能读取一次";
    no_notice_in_folder() "no file with a notice in this folder" "此文件夹中没有公文";
    no_notice_in_folder_of(others)
        "no file with a notice in this folder; it holds {others}"
        "此文件夹中没有公文；其中有{others}";
    not_read(why) "not read: {why}" "未读取：{why}";
    not_read_counted(tally) "not read: {tally} (-v names each)" "未读取：{tally}（-v 逐个列出）";
    no_format_of_notices() "no file of a format that notices come in" "不是公文常用的文件格式";
    no_regular_file() "no regular file" "不是普通文件";
    folder_read_elsewhere() "the folder is read by another path" "此文件夹由另一路径读取";
    own_file() "gongwen wrote it" "由 gongwen 写出";
    with_ending(number, ending) "{number} .{ending}" "{number} 个 .{ending}";
    without_ending(number) "{number} without an ending" "{number} 个无扩展名";
    special_file(number) "{number} special file" "{number} 个特殊文件";
    special_files(number) "{number} special files" "{number} 个特殊文件";
    folder_link(number) "{number} link to folders that are read elsewhere" "{number} 个指向他处已读文件夹的链接";
    folder_links(number) "{number} links to folders that are read elsewhere" "{number} 个指向他处已读文件夹的链接";
    own_files(number) "{number} that gongwen wrote" "{number} 个由 gongwen 写出";
    rare_endings(number) "{number} with rare endings" "{number} 个罕见扩展名";
    more(number) "{number} more" "另有 {number} 个";
    journal_unwritten(error)
        "{error}; --resume will not find all of this run"
        "{error}；--resume 将无法找到本次运行的全部内容";
    interrupted()
        "interrupted; the same command with --resume goes on with what was read"
        "已中断；同一命令加 --resume 可接着做";

    // Writing
    nothing_written(what) "no notice was read, so no {what} written" "没有读到公文，未写出{what}";
    another_run()
        "another run writes here: wait for it, or write elsewhere"
        "另有一次运行正在写入此处：请等其结束，或写到别处";
    no_file_name() "not a file's name" "不是文件名";
    not_utf_8() "not in UTF-8" "不是 UTF-8";
    standard_output(error) "standard output: {error}" "标准输出：{error}";
    name_taken_by_folder() "a folder has the table's name" "表的名称已被文件夹占用";
    name_taken_by_device() "a device or a pipe has the table's name" "表的名称已被设备或管道占用";
    stands_of_this_run(place) "{place} is of this run" "{place} 是本次运行的";
    stands_missing(place) "{place} is missing" "{place} 不在了";
    older_is(stands, aside) "{stands}, the older one is {aside}" "{stands}，原有的是 {aside}";
    tables_as_they_were(error) "{error}; all tables are as they were" "{error}；各表保持原样";
    tables_stuck(error, stuck)
        "{error}; not all tables could be put back: {stuck}; the others are as they were"
        "{error}；有的表未能复原：{stuck}；其余保持原样";
    other_rows() "rows of another format" "另一种格式的行";
    table_of_resolve(name) "{name} is a table of --resolve" "{name} 是 --resolve 的表";
    for_csv_alone()
        "--bom and --safe-cells are for --format csv"
        "--bom 和 --safe-cells 只用于 --format csv";
    no_size()
        "expected a number of bytes such as 67108864, 65536K, 64M or 1G"
        "应为字节数，如 67108864、65536K、64M 或 1G";
    summary(counts, seconds) "{counts}, {seconds} s" "{counts}，{seconds} 秒";
    read_before(notices)
        "{notices} read before (-v names each, --dedupe leaves them out)"
        "{notices}此前已读（-v 逐个列出，--dedupe 略去）";
    from_broken_run(files) "{files} from the run that was broken off" "{files}取自中断的运行";

    // Networks
    no_network_format(endings)
        "the ending tells no format of networks ({endings}); --format does"
        "扩展名不是协作网络的格式（{endings}）；可用 --format 指定";
    edges_of_tasks()
        "--groups and --inherited are for --edges co-task, lead-support and two-mode"
        "--groups 和 --inherited 只用于 --edges co-task、lead-support、two-mode";
    edges_of_co_task() "--fractional is for --edges co-task" "--fractional 只用于 --edges co-task";
    one_name_open() "1 name is not resolved and stands as written" "1 个名称未能判定，照原文";
    names_open(number)
        "{number} names are not resolved and stand as written"
        "{number} 个名称未能判定，照原文";
    most_tied(number) "the picture shows the {number} most tied" "图中为联系最多的 {number} 个";

    // Coding sheets
    cells_cut(cells) "{cells} cut at 32767 characters" "{cells}截至 32767 个字符";
    one_or_two_sheets() "expected one or two sheets" "应为一张或两张编码表";
    none_coded_by_both() "found no unit that both coders coded" "没有两人都编码的单元";
    two_codes(unit, one, two)
        "{unit}: found two codes, {one} and {two}; expected one in a coder's own sheet"
        "{unit}：有两个编码 {one} 和 {two}；一人的表中应只有一个";
    no_column(name) "found no column {name} in the sheet units" "工作表 units 中没有列 {name}";
    code_twice(code) "found the code {code} twice" "编号 {code} 出现两次";
    coded_by_both(number) "units coded by both    {number}" "两人都编码      {number}";
    coded_by_one(number) "units coded by one     {number}" "只一人编码      {number}";
    agreed(same, percent) "agreement              {same} ({percent:.1} %)" "一致            {same}（{percent:.1}%）";
    kappa_is(kappa) "Cohen's kappa          {kappa:.3}" "Kappa 系数      {kappa:.3}";
    no_kappa()
        "Cohen's kappa          not defined: both coders used one code"
        "Kappa 系数      无定义：两人只用了同一个编码";
    and_more(number) "… and {number} more" "……另有 {number} 个";

    // Findings
    no_findings(notices) "no findings in {notices}" "{notices}，没有提示";
    no_warnings(notices, notes)
        "no warnings in {notices}; --notes shows {notes}"
        "{notices}，没有警告；--notes 可显示 {notes}";
    unframed_others(number, kind, places)
        "{number} more of {kind}, at {places} (--all frames each)"
        "还有 {number} 处 {kind}，位于 {places}（--all 逐处显示）";

    // Pages
    full_shows(things) "--full also shows {things}" "--full 还会显示：{things}";
    nobody_named_in(tasks) "{tasks} that nobody is named for" "{tasks}未列单位";
    rest_of(texts) "the rest of {texts}" "{texts}的其余部分";
    of_furniture(stretches) "{stretches} of page furniture" "{stretches}网页文字";
    more_paragraphs(paragraphs) " (+{paragraphs})" "（另有 {paragraphs}）";
    against(sources, others) "{sources}; not {others}" "{sources}；不同于{others}";

    // Tables read back
    notice_twice(name) "found the notice {name} twice, expected one row for each" "公文 {name} 出现两次，应各有一行";
    notice_alone(name)
        "found the notice {name}, expected one of the table documents"
        "公文 {name} 不在 documents 表中";
    no_tables()
        "found no documents.csv and no documents.jsonl, expected the tables of one run of gongwen tables as CSV or JSON Lines"
        "没有 documents.csv，也没有 documents.jsonl；应为 gongwen tables 一次写出的 CSV 或 JSON Lines 表格";
    two_formats()
        "found documents.csv and documents.jsonl, expected the tables of one run of gongwen tables as CSV or JSON Lines"
        "documents.csv 和 documents.jsonl 都有；应为 gongwen tables 一次写出的 CSV 或 JSON Lines 表格";
    misfit(cell, column, expected)
        "found {cell} under column {column}, expected {expected} or nothing"
        "{column} 列中有 {cell}，应为{expected}或空";
    other_cells(found, expected) "found {found} cells, expected {expected}" "有 {found} 格，应为 {expected} 格";
    no_column_in_header(name)
        "found no column {name}, expected a header with it"
        "缺少 {name} 列，表头中应有此列";
    no_utf_8(byte) "found the byte {byte}, expected UTF-8" "有字节 {byte}，应为 UTF-8";
    no_row(said, table)
        "found {said}; expected a row of the table {table}, an object on a line"
        "JSON 有误（{said}）；应为 {table} 表的一行，每行一个对象";
    no_result(said)
        "found {said}; expected a result of gongwen json --lines, an object on a line, or a folder of tables"
        "JSON 有误（{said}）；应为 gongwen json --lines 的结果，每行一个对象，或放表格的文件夹";

    // Comparing
    second_layer_alone(side)
        "what --resolve adds is in {side} alone, and is not compared"
        "--resolve 增加的内容只在 {side} 中有，未作比较";
    no_notice_in_both()
        "no notice is in both: tables of the same folder have the same names in the column doc"
        "两边没有相同的公文：同一文件夹的表格，doc 列的名称相同";
    left_out_differences(differences, most)
        "… {differences} left out by --at-most {most}"
        "……因 --at-most {most}，另有 {differences}未列出";

    // Asking why
    no_such_lines() "expected a line such as 12, or lines such as 12-15" "应为行号，如 12 或 12-15";
    no_line_named(path) "found no line, expected {path}:12 or --line 12" "没有指定行，应为 {path}:12 或 --line 12";
    no_line(lines, number) "found {lines}, expected a line {number}" "共 {lines}，没有第 {number} 行";
    nothing_here() "nothing stands here" "此处没有文字";

    // Searching
    nothing_wanted()
        "found nothing to search for, expected --unit, --role, --due-before, --due-after, --text, --cites or --relation"
        "没有查询条件，应有 --unit、--role、--due-before、--due-after、--text、--cites 或 --relation";
    no_second_layer()
        "found tables without times, expected those of gongwen tables --resolve"
        "表格中没有 times，应为 gongwen tables --resolve 写出的表格";
    words_cut()
        "… stands for words that are not shown; --format jsonl shows all"
        "… 表示未显示完；--format jsonl 显示全部";
    due(day) "due {day}" "期限 {day}";
    due_as_written(day, words) "due {day} ({words})" "期限 {day}（{words}）";

    // The command line
    error_is(said) "error: {said}" "错误：{said}";
    unknown_argument(word) "unexpected argument '{word}' found" "没有选项“{word}”";
    unknown_command(word) "unrecognized subcommand '{word}'" "没有命令“{word}”";
    invalid_value(word, of) "invalid value '{word}' for '{of}'" "{of} 的值“{word}”无效";
    missing_value(of) "a value is required for '{of}' but none was supplied" "{of} 缺少值";
    conflict(one, other) "the argument '{one}' cannot be used with '{other}'" "{one} 不能与 {other} 同用";
    given_twice(one) "the argument '{one}' cannot be used multiple times" "{one} 只能给出一次";
    missing_arguments(which)
        "the following required arguments were not provided: {which}"
        "缺少必需的参数：{which}";
    missing_command() "a subcommand is required" "缺少命令";
    odd_number(of) "wrong number of values for '{of}'" "{of} 的值的个数不对";
    other_complaint() "the command line is not understood" "命令行有误";
    similar(word) "a similar one exists: '{word}'" "相近的有：{word}";
    values_are(words) "possible values: {words}" "可用的值：{words}";
    see_help() "For more information, try '--help'." "详见 --help。";
}
