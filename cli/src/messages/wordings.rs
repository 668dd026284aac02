//! The wordings of the libraries with their Chinese; see [`foreign`](super::foreign) for the holes.

/// English, Chinese.
pub(super) const WORDINGS: &[(&str, &str)] = &[
    // Repairs that are surely right
    ("found a paragraph broken over lines, joined", "一个段落断成多行，已接合"),
    (
        "found {} paragraphs broken over lines, joined; this is the first",
        "{0} 个段落断成多行，已接合；这是第一处",
    ),
    (
        "found {} lines broken at one width, joined; this is the first",
        "{0} 行按同一宽度断开，已接合；这是第一处",
    ),
    ("found a name broken over lines, read 「{}」", "名称断在两行，读作「{0}」"),
    ("found a name with blanks inside, read without", "名称中有空格，已略去"),
    (
        "found {} names with blanks inside, read without; this is the first",
        "{0} 个名称中有空格，已略去；这是第一处",
    ),
    ("found a page number inside the text, set aside", "正文中有页码，已略去"),
    (
        "found {} page numbers inside the text, set aside; this is the first",
        "正文中有 {0} 个页码，已略去；这是第一处",
    ),
    ("found a line of the page, set aside", "一行网页文字，已略去"),
    ("found {} lines of the page, set aside; this is the first", "{0} 行网页文字，已略去；这是第一处"),
    ("found a markup remnant of the page, read as blank", "网页留下的标记，按空格读"),
    (
        "found {} markup remnants of the page, read as blank; this is the first",
        "网页留下 {0} 处标记，按空格读；这是第一处",
    ),
    (
        "found elements glued on one line, read as if a line ended before this",
        "几个要素连在一行，按此处换行读取",
    ),
    (
        "found elements glued on one line, read as if {} lines ended; the first before this",
        "几个要素连在一行，按换行 {0} 次读取；第一次在此处之前",
    ),
    (
        "found {} compatibility characters, the first 「{}」, read as 「{}」",
        "{0} 个兼容字符，第一个「{1}」读作「{2}」",
    ),
    (
        "found date 「{}」 with characters that stand for others, read as {}",
        "日期「{0}」中有代用字符，读作 {1}",
    ),
    ("found an invisible character, U+{}, left out", "一个不可见字符 U+{0}，已略去"),
    (
        "found {} invisible characters, left out; this is the first, U+{}",
        "{0} 个不可见字符，已略去；这是第一个，U+{1}",
    ),
    ("found brackets 「{}」, expected one width and shape", "括号「{0}」前后不一致"),
    // Items
    ("found item 「{}」, expected number {}", "条目「{0}」，应为第 {1}"),
    ("found item 「{}」 a second time, expected number {}", "条目「{0}」重复出现，应为第 {1}"),
    (
        "found item 「{}」 where the outermost numbers begin again, expected an attached document",
        "一级序数在「{0}」处重新开始，应为附件",
    ),
    (
        "found number 「{}」 without a mark behind it, taken for an item's",
        "数字「{0}」后无标点，按条目序数读",
    ),
    (
        "found 「{}」 and {} numbers behind it that go on, read as text",
        "「{0}」及其后相连的 {1} 个序数，按正文读",
    ),
    // Clauses and units
    (
        "found a clause whose bracket never closes, expected one before the next item",
        "括注有头无尾，下一条目前应有后括号",
    ),
    (
        "found a clause whose bracket never opens, expected one before its first word",
        "括注有尾无头，第一个词前应有前括号",
    ),
    ("found a clause with no text before it, expected what it answers for", "责任分工之前没有任务内容"),
    ("found 「{}」 in a list of units, expected an organisation", "单位之中有「{0}」，应为机关名称"),
    ("found 「{}」 in a cell of units, expected an organisation", "单位一格中有「{0}」，应为机关名称"),
    (
        "found label 「{}」, expected one that says a role, left out the units behind it",
        "标签「{0}」未说明角色，其后的单位未计入",
    ),
    (
        "found unit 「{}」, expected perhaps 「{}」 as elsewhere in this notice",
        "单位「{0}」，或应如文中他处为「{1}」",
    ),
    ("found remark 「{}」, {}", "说明「{0}」，{1+}"),
    ("gave its units to the tasks that follow", "其单位已计入后面的任务"),
    ("too many units to give them to the tasks that follow: gave none", "单位过多，未计入后面的任务"),
    ("kept the roles that each clause says", "角色仍按各处原文"),
    ("too many units to give them to the items below: gave none", "单位过多，未计入下级条目"),
    // Tables
    (
        "found a line of a table of tasks that fits no row, left it unread",
        "任务表格中有一行归不入任何行，未读取",
    ),
    (
        "found {} lines of a table of tasks whose cells are mixed, left them unread",
        "任务表格中有 {0} 行单元格错落，未读取",
    ),
    ("found a table of tasks outside every body, left it unread", "任务表格不在任何正文之中，未读取"),
    (
        "found a table of tasks that words around it go on into, left it unread",
        "任务表格与前后文字相连，未读取",
    ),
    ("found a table of tasks with over {} columns, left it unread", "任务表格超过 {0} 列，未读取"),
    (
        "found a table beside the text that does not lie in it or reaches into another, left it out",
        "所给的表格不在文本之中，或与另一表格相交，已略去",
    ),
    ("found a cell over {} rows, gave each of them its units", "一个单元格跨 {0} 行，各行都计入其单位"),
    (
        "found a cell of {} bytes over {} rows, expected at most {}; gave it to the first row alone",
        "一个 {0} 字节的单元格跨 {1} 行，至多应为 {2} 字节；只计入第一行",
    ),
    (
        "found a row without {} below one that has, expected perhaps a merged cell",
        "上一行有{0+}而本行没有，或为合并单元格",
    ),
    ("a number", "序号"),
    ("units", "单位"),
    ("a number and units", "序号和单位"),
    (
        "found one cell of units below two columns, expected one a column; read as responsible",
        "两列单位之下只有一格，应每列一格；按负责读取",
    ),
    // Head and foot
    ("found title 「{}」, {}", "标题「{0}」{1+}"),
    ("expected a genre such as 通知 at its end", "末尾应有通知一类的文种"),
    ("expected no sentence in it", "其中不应有句子"),
    ("expected a shorter one", "过长"),
    ("expected a word such as 关于 in it", "其中应有关于一类的词"),
    ("expected its beginning", "缺少开头"),
    ("expected it to end in its genre", "应以文种结尾"),
    ("found no title, but 「{}」 looks like one", "没有标题，但「{0}」像标题"),
    ("found no title, but 「{}」 looks like a part of one", "没有标题，但「{0}」像标题的一部分"),
    ("found recipient 「{}」, expected the name of organs", "主送机关「{0}」应为机关名称"),
    ("found no recipients, but 「{}」 looks like them", "没有主送机关，但「{0}」像主送机关"),
    (
        "found document number 「{}」, expected its year in brackets such as 〔2024〕",
        "发文字号「{0}」的年份应有括号，如〔2024〕",
    ),
    (
        "found document number 「{}」, expected an agency's code and a year in brackets such as 〔2024〕",
        "发文字号「{0}」应有机关代字和带括号的年份，如〔2024〕",
    ),
    ("found no document number, but 「{}」 looks like one", "没有发文字号，但「{0}」像发文字号"),
    (
        "found date {} and a document number of {}, expected one year",
        "成文日期 {0} 与发文字号的年份 {1} 不符",
    ),
    ("found no date, but 「{}」 looks like one", "没有成文日期，但「{0}」像成文日期"),
    ("found date 「{}」, expected a day of the calendar", "日期「{0}」在历法上不存在"),
    ("found signatory 「{}」, {}", "署名「{0}」{1+}"),
    ("expected the name of an organ", "应为机关名称"),
    ("expected no more than the title's issuer", "多于标题中的发文机关"),
    ("expected the whole name of the title's issuer", "少于标题中的发文机关"),
    ("found no signatory, but 「{}」 looks like one", "没有署名，但「{0}」像署名"),
    ("found text that fits no element, beginning 「{}」", "一段文字不归入任何要素，开头为「{0}」"),
    // Files that cannot be read
    (
        "encrypted: open it with its password and save it without one",
        "文件已加密：请用密码打开，另存为无密码的文件",
    ),
    (
        "no text layer in {} pages, a scan: run OCR on it first, for instance `ocrmypdf -l chi_sim`",
        "{0} 页都没有文字层，是扫描件：请先做文字识别，如 `ocrmypdf -l chi_sim`",
    ),
    ("no text in this {}: {}", "此 {0} 文件中没有文字：{1+}"),
    (
        "a page that is built by a script is saved as text or PDF from the browser",
        "由脚本生成的网页，请在浏览器中另存为文本或 PDF",
    ),
    ("if its cells are pictures, run OCR on them", "如单元格是图片，请先做文字识别"),
    ("if it holds pictures, print it to PDF and run OCR on that", "如其中是图片，请打印为 PDF 后做文字识别"),
    (
        "damaged {}: {}; open it in its own program and save it anew",
        "{0+} 文件已损坏{1?}：请用原来的程序打开，另存一份",
    ),
    ("found no part {}", "缺少部件 {0}"),
    ("LibreOffice makes no .docx of it", "LibreOffice 不能将其转为 .docx"),
    ("it holds one text", "其中只有一份文本"),
    ("all its text is nested deeper than {} elements", "文字都嵌套在 {0} 层以下"),
    ("nested deeper than {} objects", "嵌套超过 {0} 层"),
    ("its reader gave up", "读取中途失败"),
    (
        "neither text nor a known format: byte 0x{} at offset {}",
        "既不是文本，也不是已知的格式：第 {1} 字节为 0x{0}",
    ),
    ("{} is not read: {}", "不读取{0+}：{1+}"),
    ("a file of records ({}), each a text of its own", "由多条记录组成的文件（{0}），每条各是一份文本"),
    (
        "larger than {} bytes once unpacked: cut it into smaller files or raise the limit",
        "解压后超过 {0} 字节：请拆分文件，或提高上限",
    ),
    ("not read within {} s: save it anew, or as text", "{0} 秒内未能读完：请另存一份，或存为文本"),
    ("not {}: byte 0x{} at offset {}", "不是 {0}：第 {2} 字节为 0x{1}"),
    ("a picture (PNG)", "图片（PNG）"),
    ("a picture (JPEG)", "图片（JPEG）"),
    ("a picture (GIF)", "图片（GIF）"),
    ("a picture (TIFF)", "图片（TIFF）"),
    ("an archive (RAR)", "压缩包（RAR）"),
    ("an archive (7z)", "压缩包（7z）"),
    ("an archive (gzip)", "压缩包（gzip）"),
    ("an archive (ZIP)", "压缩包（ZIP）"),
    ("a database (SQLite)", "数据库（SQLite）"),
    ("a presentation", "演示文稿"),
    ("the older Excel format (.xls)", "旧版 Excel 格式（.xls）"),
    ("the older Word format (.doc)", "旧版 Word 格式（.doc）"),
    ("a file of the older Office", "旧版 Office 文件"),
    ("XML that is no web page", "不是网页的 XML"),
    ("a document of more than 4 million elements", "超过 400 万个元素的文档"),
    ("a workbook of more than 4 million cells", "超过 400 万个单元格的工作簿"),
    ("run OCR on it first, for instance `ocrmypdf -l chi_sim`", "请先做文字识别，如 `ocrmypdf -l chi_sim`"),
    (
        "`soffice --headless --convert-to docx` makes a .docx of it",
        "可用 `soffice --headless --convert-to docx` 转为 .docx",
    ),
    (
        "`soffice --headless --convert-to xlsx` makes an .xlsx of it",
        "可用 `soffice --headless --convert-to xlsx` 转为 .xlsx",
    ),
    ("unpack it and give the folder", "请解压后给出文件夹"),
    ("export its table as CSV", "请将其中的表导出为 CSV"),
    ("save its text, or print it to PDF", "请另存为文本，或打印为 PDF"),
    ("save the notice as .docx or text in the program that wrote it", "请用原来的程序另存为 .docx 或文本"),
    ("cut it into smaller files", "请拆分为较小的文件"),
    ("save the sheet with the table as a file of its own", "请将含有表格的工作表另存为单独的文件"),
    (
        "install LibreOffice, whose `soffice` makes a .docx of it, or save it as .docx",
        "请安装 LibreOffice（其中的 `soffice` 可转为 .docx），或另存为 .docx",
    ),
    (
        "this program was built without it; `pdftotext` makes a text of it",
        "本程序未包含此功能；可用 `pdftotext` 转为文本",
    ),
    ("`iconv -f UTF-32 -t UTF-8` makes UTF-8 of it", "可用 `iconv -f UTF-32 -t UTF-8` 转为 UTF-8"),
    // Records
    ("line {}: {}", "第 {0} 行：{1+}"),
    ("record {}: {}", "第 {0} 条记录：{1+}"),
    ("found no field 「{}」, {}", "没有字段「{0}」，{1+}"),
    ("only {}", "只有 {0}"),
    ("the field 「{}」 is empty", "字段「{0}」为空"),
    ("found no field with a usual name for a text, {}; name it", "没有常用名称的正文字段，{0+}；请指明"),
    ("longer than {} bytes", "超过 {0} 字节"),
    ("the file ends inside it", "文件在其中结束"),
    ("found {} bytes before it that belong to no record", "之前有 {0} 字节不属于任何记录"),
    (
        "a quotation mark is never closed: the rest of the file is in this row",
        "引号没有闭合：文件其余部分都在这一行",
    ),
    (
        "the row is longer than a text may be: is a quotation mark never closed?",
        "此行超过文本的上限：引号是否没有闭合？",
    ),
    ("found {} cells, expected {} as in the first row", "有 {0} 格，应与第一行同为 {1} 格"),
    ("not UTF-8: byte 0x{} in a cell", "不是 UTF-8：一格中有字节 0x{0}"),
    ("EOF while parsing {} at line {} column {}", "JSON 未完，止于第 {2} 列"),
    ("expected {} at line {} column {}", "不是 JSON：第 {2} 列有误"),
    // What readers did
    (
        "read as GB18030 because it is no UTF-8; {} of {} characters are common ones: say the encoding if it is another",
        "不是 UTF-8，按 GB18030 读取；{1} 个字符中常用的有 {0} 个：如为其他编码，请指明",
    ),
    (
        "{} places are no {}, the first at byte {}; each shows as U+FFFD",
        "{0} 处不是 {1}，第一处在第 {2} 字节；均显示为 U+FFFD",
    ),
    (
        "{} characters have no place in Unicode, the first is U+{}",
        "{0} 个字符在 Unicode 中没有位置，第一个是 U+{1}",
    ),
    (
        "characters were lost before or in this file; each shows as U+FFFD",
        "有字符在此前或文件中丢失；均显示为 U+FFFD",
    ),
    ("{} hidden characters are left out", "略去 {0} 个隐藏的字符"),
    ("{} characters that the page hides are left out", "略去网页隐藏的 {0} 个字符"),
    ("{} cells that merged cells cover are left out", "略去被合并单元格遮住的 {0} 格"),
    ("the hidden sheet 「{}」 is left out", "略去隐藏的工作表「{0}」"),
    ("{} signs of a symbol font have no place in Unicode", "符号字体的 {0} 个符号在 Unicode 中没有位置"),
    ("what is nested deeper than {} elements is left out", "略去嵌套超过 {0} 层的内容"),
    ("another file is embedded in the text and is not read", "文中嵌有另一文件，未读取"),
    (
        "{} of {} characters have fonts that do not say what they are: run OCR if it is many",
        "{1} 个字符中有 {0} 个的字体未说明是何字：如数量较多，请做文字识别",
    ),
    ("{} characters that stand aslant are left out", "略去斜排的 {0} 个字符"),
    (
        "{} lines with page numbers or heads that the pages repeat are left out",
        "略去 {0} 行页码或各页重复的页眉",
    ),
    (
        "found the encoding 「{}」, expected one such as utf-8, gb18030, gbk, utf-16le, big5",
        "编码「{0}」未知，应为 utf-8、gb18030、gbk、utf-16le、big5 等",
    ),
    ("the workers have stopped", "处理已停止"),
    // Workbooks
    ("found more than {} units, a sheet holds no more", "单元超过 {0} 个，一张工作表容纳不下"),
    ("the workbook's temporary files cannot be written", "无法写工作簿的临时文件"),
    ("no workbook with a sheet units: {}", "不是含有工作表 units 的工作簿"),
    (
        "sheet {}, row {}, {}: found {} characters, a cell holds {}: cut",
        "工作表 {0} 第 {1} 行 {2}：有 {3} 个字符，一格可容 {4} 个，已截断",
    ),
    (
        "found more than {} rows, a sheet holds no more: they go on in {}",
        "超过 {0} 行，一张工作表容纳不下：续在 {1}",
    ),
];
