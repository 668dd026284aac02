// Made by web/types.mjs: change the model, not this file.

/** The result of `parse`: the notice, and what was found doubtful in it. */
export interface Parsed {
  diagnostics: Diagnostic[];
  notice: Notice;
}

/** A file as one text, and the notice in it. */
export interface NoticeFile {
  /** The text: paragraphs and rows of tables are lines. */
  text: string;
  /** What the file is. */
  format: "text" | "html" | "docx" | "xlsx" | "ofd";
  /** How its text was encoded; null where the format says it. */
  encoding: string | null;
  /** How many tables it has. */
  tables: number;
  /** What the file says of the notice beside its text: names with their values. */
  metadata: Array<[string, string]>;
  /** What was left out, mended or is doubtful. */
  findings: FileFinding[];
  /** The notice, read with what the file tells of its tables. */
  parsed: Parsed;
}

/** What was left out, mended or is doubtful in a file. */
export interface FileFinding {
  severity: "note" | "warning";
  /** The kind, a name that stays. */
  code: string;
  /** One line for people. */
  message: string;
  /** The same in Chinese. */
  chinese: string;
}

/** 附件: an attached, issued or forwarded document. */
export interface Attachment {
  /** The document. */
  document: Document;
  /** `附件2`, as written; `null` where the document follows without a label. */
  label: Spanned | null;
}

/** 正文: what comes before the first numbered item, and the items. */
export interface Body {
  /** Documents that the preamble cites. */
  citations: Citation[];
  /** Paragraphs before the first numbered item, clauses included; those behind a table that no item holds too. */
  preamble: Spanned[];
  /** The outermost numbered items. */
  sections: Section[];
  /** Tasks told outside any numbered item. */
  tasks: Task[];
}

/** A document that the text cites: `《题名》（文号）` or `《题名》`. */
export interface Citation {
  /** The number in brackets behind it. */
  doc_number: DocumentNumber | null;
  /** From `《` to `》`. */
  span: Span;
  /** The title without its book marks; marks inside are kept. */
  title: string;
}

/** Where a clause stands. */
export type ClauseForm = "parenthesised" | "labelled" | "line" | "cell";

/** 发文机关署名, 成文日期, 附注, 附件说明 and 版记 (GB/T 9704—2012, 7.3.4 to 7.4). */
export interface Closing {
  /** 附注, without its brackets: `此件主动公开` (7.3.6). */
  annotation: Spanned | null;
  /** 附件说明: the names after `附件：`, in order (7.3.4). */
  attachment_list: Spanned[];
  /** 成文日期 (7.3.5.4). */
  date: Spanned<Day> | null;
  /** 版记 (7.4). */
  imprint: Imprint | null;
  /** 发文机关署名, in order (7.3.5). */
  signatories: Spanned[];
}

/** The kinds of findings, with names that stay. */
export type Code = "joined-line" | "dropped-blank" | "compatibility-character" | "lost-break" | "invisible-character" | "mixed-brackets" | "page-line" | "page-markup" | "page-number" | "unclosed-bracket" | "number-out-of-order" | "dropped-numbers" | "doubtful-item" | "repeated-number" | "unmarked-number" | "doubtful-unit-name" | "doubtful-unit" | "clause-without-text" | "standing-remark" | "inherited-units" | "table-unread" | "merged-cell" | "merged-cell-unsure" | "role-unsure" | "doubtful-title" | "missed-title" | "missed-number" | "missed-recipients" | "doubtful-recipients" | "missed-date" | "doubtful-date" | "missed-signature" | "doubtful-signature" | "garbled-text" | "invalid-date" | "damaged-number" | "unparsed-text";

/** A calendar day: `2024-05-10`. */
export type Day = string;

/** A finding about a stretch of the text. */
export interface Diagnostic {
  /** What kind of finding. */
  code: Code;
  /** How many places it tells of, where findings of one kind are told once, at the first of them. */
  count?: number;
  /** What was expected in its place, where that is known: the number `2` of an item, the unit `省住房城乡建设厅`. */
  expected?: string;
  /** One line that says what was found and what was expected. */
  message: string;
  /** Where the span starts, as people count. */
  position: Position;
  /** What the words were read as, where that is not what they say: `人` for a compatibility character. */
  read_as?: string;
  /** How bad; follows from the code. */
  severity: Severity;
  /** Where. */
  span: Span;
}

/** The elements that a notice and an attached document have in common. */
export interface Document {
  /** The body: preamble and numbered items. */
  body: Body;
  /** What stands after the body. */
  closing: Closing;
  /** What stands before the body. */
  header: Header;
  /** From the first to the last byte of its elements; empty where there is none. */
  span: Span;
}

/**
 * 发文字号: `湘优化办发〔2024〕1号`, agency code, year and serial (GB/T 9704—2012, 7.2.5).
 *
 * Numbers of orders and announcements (`第412号`, `2006年第6号`) have no agency code.
 */
export interface DocumentNumber {
  /** 机关代字: `湘优化办发`; `null` for orders and announcements. */
  agency_code: string | null;
  /** 序号. */
  serial: number;
  /** Its place. */
  span: Span;
  /** The whole number as written, mended. */
  text: string;
  /** 年份; `null` where the series runs without a year. */
  year: number | null;
}

/** 文种: `通知`. The fifteen of 党政机关公文处理工作条例 article 8, then the kinds of documents that travel attached. */
export type Genre = "决议" | "决定" | "命令" | "公报" | "公告" | "通告" | "意见" | "通知" | "通报" | "报告" | "请示" | "批复" | "议案" | "函" | "纪要" | "方案" | "办法" | "规定" | "细则" | "措施" | "举措" | "规划" | "计划" | "要点" | "条例" | "规则" | "指南" | "指引" | "纲要" | "目录" | "清单" | "标准" | "政策" | "预案" | "制度" | "安排" | "规范" | "章程" | "答复" | "任务";

/** 版头, 标题 and 主送机关 (GB/T 9704—2012, 7.2, 7.3.1 and 7.3.2). */
export interface Header {
  /** 签发人, one entry a person: `签发人：张某某` (7.2.6). */
  approvers: Spanned[];
  /** 份号: `000012` (7.2.1). */
  copy_number: Spanned | null;
  /** Date of adoption or issue in brackets under the title: `（2005年3月1日）`. */
  dated: Spanned<Day> | null;
  /** 发文字号: `湘优化办发〔2024〕1号` (7.2.5). */
  doc_number: DocumentNumber | null;
  /** 发文机关标志: `湖南省优化经济发展环境协调小组办公室文件` (7.2.4). */
  issuer_mark: Spanned | null;
  /** 主送机关 (7.3.2). */
  recipients: Recipients | null;
  /** The title as the page around the document repeats it, before or behind it. */
  repeated_titles: Spanned[];
  /** 密级和保密期限: `机密★1年` (7.2.2). */
  secrecy: Spanned | null;
  /** 标题 (7.3.1). */
  title: Title | null;
  /** 紧急程度: `特急` (7.2.3). */
  urgency: Spanned | null;
}

/** 版记: `抄送：…。` and `…办公厅 2023年3月28日印发` (GB/T 9704—2012, 7.4). */
export interface Imprint {
  /** 抄送机关. */
  copies_to: Spanned[];
  /** 印发日期. */
  printed_on: Spanned<Day> | null;
  /** 印发机关. */
  printer: Spanned | null;
  /** From its first to its last byte. */
  span: Span;
  /** 主题词, an element of the standard until 2012. */
  subject_words: Spanned | null;
}

/** 结构层次序数: `一、` `（一）` `1.` `（1）` `①` `第一章` `第一条`. */
export interface Marker {
  /** As written: `（一）`. */
  label: string;
  /** Its number; of `1.2.3` the last. */
  ordinal: number;
  /** Its place. */
  span: Span;
  /** Its style. */
  style: MarkerStyle;
}

/**
 * How an item is numbered. The order is the usual order of nesting.
 *
 * GB/T 9704—2012, 7.3.3 names the first four of a notice (`一、` `（一）` `1.` `（1）`); the rest were seen in practice.
 */
export type MarkerStyle = "part" | "chapter" | "section-of-chapter" | "article" | "han-comma" | "han-bracket" | "dotted1" | "dotted2" | "dotted3" | "dotted4" | "arabic" | "arabic-bracket" | "arabic-half-bracket" | "circled" | "row";

/** A labelled line that a web page adds: `发布日期：2020-07-15`. */
export interface Metadata {
  /** The day that a line `成文日期：…` gives. */
  date: Spanned<Day> | null;
  /** The document number that a line `发文字号：…` gives. */
  doc_number: DocumentNumber | null;
  /** `发布日期`, blanks inside dropped. */
  key: Spanned;
  /** Key, colon and value. */
  span: Span;
  /** The title that a line `标题：…` gives. */
  title: Title | null;
  /** `2020-07-15`; empty where the page left it open. */
  value: Spanned;
}

/** A whole input: the notice proper, and what is attached to it. */
export interface Notice {
  /** 附件: what is attached, issued or forwarded with it, each with its own title and body. */
  attachments: Attachment[];
  /** The notice proper. */
  document: Document;
  /** Page numbers, rules and site furniture (`扫一扫在手机打开当前页`) that stand outside every other element. */
  furniture: Span[];
  /**
   * Labels, brackets and separators that belong to an element but not to its value, in the order of the text:
   * `签发人：`, `附件：1．`, the brackets of `（此件主动公开）`, the `、` between two signatories.
   *
   * Short, and beside the element they belong to, unless the text leaves a label's value open.
   */
  marks: Span[];
  /** Labelled lines that a web page or a collector added, in the order of the text. */
  metadata: Metadata[];
  /** Tables, in the order of the text. */
  tables?: Table[];
  /** Stretches that no element holds, each reported as a finding. */
  unparsed: Span[];
}

/** A place in a text: line and column, both counted from 1; columns count graphemes (what a reader sees as one character). */
export interface Position {
  /** Column in graphemes, from 1. */
  column: number;
  /** Line, from 1. */
  line: number;
}

/** 主送机关: `各市州人民政府，省直各有关单位：` (GB/T 9704—2012, 7.3.2). */
export interface Recipients {
  /** `各市州人民政府`, `省直各有关单位`. A collective name is one entry: `各省、自治区、直辖市人民政府`. */
  names: Spanned[];
  /** From the first name to the colon. */
  span: Span;
}

/** 责任单位 clause: `（省发展改革委牵头，省财政厅配合，2024年底前完成）`. */
export interface Responsibility {
  /** The words of the time, as written: `2024年底前`. */
  deadline: Spanned | null;
  /** Which of the forms it has. */
  form: ClauseForm;
  /** Whether a tail such as `等` or `等有关单位` leaves the list open. */
  open_ended: boolean;
  /** Remarks about more than this clause: `列第一位的为牵头单位，下同`. */
  remarks: Spanned[];
  /** The words that gave the roles, in the order of the text: `牵头`, `按职责分工负责`, `责任单位`. */
  role_words: RoleWords[];
  /**
   * Its place, brackets and labels included; of cells, from the first to the last that begin in the row. A cell that is
   * merged over rows answers for each of them and stands in the first: its units lie before the clauses of the others,
   * and are the clause where the row has no cell of its own.
   */
  span: Span;
  /** The clause as written, with its brackets or labels. */
  text: string;
  /** The units in the order of the text. */
  units: Unit[];
}

/** What a unit does in a task. */
export type Role = "lead" | "support" | "responsible";

/** Words that say a role, with the role they say. */
export interface RoleWords {
  /** What they say. */
  role: Role;
  /** Their place. */
  span: Span;
  /** As written: `按职责分工负责`. */
  text: string;
}

/** A numbered item with its heading, text and sub-items: `（一）指导思想。坚持…`; or a row of a table of tasks. */
export interface Section {
  /** Documents that heading and paragraphs cite. */
  citations: Citation[];
  /** The heading as written, on its own line or run in, with the `。` that closes it. */
  heading: Spanned | null;
  /** 结构层次序数. */
  marker: Marker;
  /** The item's own text, one entry a paragraph, clauses included, sub-items left out; of a row, one entry a cell. */
  paragraphs: Spanned[];
  /** Sub-items; the rows of a table that the item holds come first, and paragraphs may stand behind them. */
  sections: Section[];
  /** From the marker to the end of the last sub-item. */
  span: Span;
  /** Tasks told in the item's own text, each closed by a clause or by the item's end. */
  tasks: Task[];
}

/** How bad a finding is. The order is from harmless to bad. */
export type Severity = "note" | "warning" | "error";

/** A range of the text's UTF-16 units, `[start, end]`: `text.slice(start, end)`. */
export type Span = [number, number];

/** A value and its place: the span of the words that say it. */
export interface Spanned<T = string> {
  /** What the text says. */
  value: T;
  /** Where it says so. */
  span: Span;
}

/** 表: a table of the text. The rows of a table of tasks are `Section` with their tasks. */
export interface Table {
  /** The words over its columns: `序号`, `工作任务`, `责任单位`. */
  columns: Spanned[];
  /** What was made of it. */
  kind: TableKind;
  /** What of it no section holds: the words over the columns, bars, tags; all of it where no row was read. */
  pieces: Span[];
  /** From its first line to its last. */
  span: Span;
}

/** What was made of a table. */
export type TableKind = "tasks" | "other" | "unread";

/** 任务: the stretch of text that a responsibility clause closes, or an item that names nobody. */
export interface Task {
  /** Units that a standing remark (`以下均需各市州人民政府落实`) or a clause of the item above gives to this task. */
  inherited: Unit[];
  /** The text's sentences, quotes and brackets kept whole. */
  measures: Spanned[];
  /** Who answers for it; `null` says that the text names nobody here. */
  responsibility: Responsibility | null;
  /** Text and clause; the text alone where a merged cell of another row holds the clause. */
  span: Span;
  /**
   * What is to be done, without the clause. Empty where nothing stands before the clause, as in a table whose cells lost
   * their order; the finding `clause-without-text` says so.
   */
  text: Spanned;
}

/** 标题 = 发文机关 + 事由 + 文种 (党政机关公文处理工作条例, article 9). */
export interface Title {
  /** 文种, by the title's ending. */
  genre: Spanned<Genre> | null;
  /** 发文机关, where the title names them. */
  issuers: Spanned[];
  /** Its place. */
  span: Span;
  /** 事由: what stands between the issuers and the genre, `关于印发《…》`. */
  subject: Spanned | null;
  /** The whole title in one piece. */
  text: string;
}

/** 责任单位: an organisation or a group of them, with its part in the task. */
export interface Unit {
  /** With the carried-over prefix or suffix restored, where certain: `省教育厅` for 教育厅 in `省科技厅、教育厅`. */
  full_name: string | null;
  /** One organ or a group. */
  kind: UnitKind;
  /** As written, blanks dropped: `省发展改革委`. */
  name: string;
  /** Its part. */
  role: Role;
  /** Its place. */
  span: Span;
}

/** One organ, or a group that is named by a description. */
export type UnitKind = "organ" | "group";
