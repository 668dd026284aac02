// What the page holds and what is chosen in it. Notices are read when they are chosen.

const VIEWS = ["text", "matrix", "network", "timeline"];
const ROLES = ["lead", "responsible", "support"];
/** Kinds of marks that the legend shows, with the marks that belong to each. */
const LEGEND = {
  head: [
    "issuer-mark", "doc-number", "title", "recipients", "signatory", "date", "dated", "copy-number", "secrecy", "urgency",
    "approver", "annotation", "imprint", "attachment-name", "attachment-label", "repeated-title",
  ],
  outline: ["marker", "heading"],
  task: ["task"],
  unit: ["unit", "clause", "role-words", "remark"],
  deadline: ["deadline"],
  citation: ["citation"],
  finding: ["finding"],
  aside: ["unparsed", "furniture", "metadata"],
};

/** All notices in a line each, and the way to read one. */
let overview = { version: "", notices: [], units: [], failures: [] };
let readNotice = null;

const state = {
  notice: 0,
  view: "text",
  panel: "outline",
  /** One notice, or all of them, in matrix, network and timeline. */
  scope: "one",
  unit: "",
  roles: new Set(ROLES),
  hidden: new Set(),
  depth: 1,
  shown: 40,
  shared: 1,
  inherited: false,
};

/** Whether there is more to list than one notice. */
function hasList() {
  return overview.notices.length > 1 || overview.failures.length > 0;
}

const heard = {};

/** Calls `listener` whenever `what` changes: the notice, the view, the filter, the language, a correction. */
function when(what, listener) {
  (heard[what] ??= []).push(listener);
}

function tell(what) {
  for (const listener of heard[what] ?? []) listener();
}

const kept = new Map();
let everyTask = null;

/** Takes these notices in the place of others; `read` gives one by its number. */
function hold(notices, read) {
  overview = notices;
  readNotice = read;
  kept.clear();
  everyTask = null;
}

/** A notice by its number. The last few are kept. */
function noticeAt(number) {
  if (!kept.has(number)) {
    const notice = readNotice(number);
    notice.number = number;
    notice.marks = withFindings(notice);
    if (kept.size >= 8) kept.delete(kept.keys().next().value);
    kept.set(number, notice);
  }
  return kept.get(number);
}

function current() {
  return noticeAt(state.notice);
}

/** The marks with the findings among them. Marks of no length, at the text's end, are shown in the sidebar alone. */
function withFindings(notice) {
  const found = notice.findings.map((finding) => ({
    kind: "finding",
    at: finding.at,
    finding,
    fields: [
      ["severity", finding.severity],
      ["code", finding.code],
      ["message", finding.message],
      ["place", `${finding.line}:${finding.column}`],
    ],
  }));
  const marks = [...notice.marks, ...found].filter(({ at }) => at[1] > at[0]);
  marks.sort((one, other) => one.at[0] - other.at[0] || other.at[1] - one.at[1]);
  marks.forEach((mark, number) => (mark.number = number));
  return marks;
}

function slice(notice, at) {
  return notice.text.slice(at[0], at[1]);
}

/** The words of a stretch on one line. */
function words(notice, at) {
  return visible(onOneLine(slice(notice, at)));
}

/** The text without its line ends: none parts Chinese words, a blank stands for others. */
function onOneLine(text) {
  return text
    .trim()
    .replace(/(?<=[\p{Script=Han}\p{P}])\s*[\n\r\u0085\u2028\u2029]\s*|\s*[\n\r\u0085\u2028\u2029]\s*(?=[\p{Script=Han}\p{P}])/gu, "")
    .replace(/[^\S\u3000]+/gu, " ");
}

/** Where a reader looks for a task: its words, or the whole where it has none of its own. */
function placeOf(task) {
  return task.text[1] > task.text[0] ? task.text : task.at;
}

/** The chain of items from the outermost to this one. */
function path(notice, section) {
  const items = [];
  for (let at = section; at !== null && at !== undefined; at = notice.sections[at].parent) {
    items.unshift(notice.sections[at]);
  }
  return items;
}

function isFiltered() {
  return state.unit !== "" || state.roles.size < ROLES.length;
}

/** Whether a task has a unit that the filter asks for. */
function matches(units) {
  return (
    !isFiltered() || units.some((unit) => (!state.unit || unit.key === state.unit) && state.roles.has(unit.role))
  );
}

/** The tasks of all notices as the overview knows them, in the shape of a notice's own. */
function allTasks() {
  everyTask ??= overview.notices.flatMap((notice, number) =>
    notice.tasks.map((task, index) => ({
      notice: number,
      index,
      due: task.due ? { to: task.due } : null,
      units: task.units.map(([unit, role, inherited]) => {
        const [key, name] = overview.units[unit];
        return { key, name, role, inherited };
      }),
    })),
  );
  return everyTask;
}

/** The tasks that a view draws; the text is always that of one notice. */
function tasksInScope() {
  if (state.scope === "all" && state.view !== "text") return allTasks();
  return current().tasks.map((task, index) => ({ ...task, notice: state.notice, index }));
}

/** `units` of the tasks, each once, with how many tasks it has; the busiest first, equals by name. */
function unitsOf(tasks) {
  const units = new Map();
  tasks.forEach((task) => {
    const seen = new Set();
    for (const { key, name, role } of task.units) {
      const unit = units.get(key) ?? { key, name, tasks: 0, lead: 0, responsible: 0, support: 0 };
      if (!seen.has(key)) unit.tasks += 1;
      seen.add(key);
      unit[role] += 1;
      units.set(key, unit);
    }
  });
  return [...units.values()].sort((one, other) => other.tasks - one.tasks || compare(one.name, other.name));
}

/** The order of code units: the same in every browser. */
function compare(one, other) {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** What a browser would obey or hide, made visible: controls, directions, ends of lines, tags. */
const OBEYED = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e007f}]/u;

/** The words with `␣` codes for such characters, in places that show no marks. */
function visible(text) {
  return text.replace(new RegExp(OBEYED, "gu"), (character) => `[${codePoint(character)}]`);
}

function codePoint(character) {
  return `U+${character.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
}

function titleOf(notice) {
  return visible(notice.title ?? notice.doc);
}
