// The page that shows what one types: a box, and beside it the text with its marks.

const MOST_MEGABYTES = 64;
/** A notice for those who have none at hand. */
const EXAMPLE = `青政办发〔2024〕12号

青州省人民政府办公厅关于印发《青州省渔港建设方案》的通知

各市、县人民政府，省直各有关单位：

经省人民政府同意，现将《青州省渔港建设方案》印发给你们，请认真组织实施。

青州省人民政府办公厅
2024年5月10日

青州省渔港建设方案

为改善渔民生产条件，根据《青州省人民政府关于发展渔业的意见》（青政发〔2023〕7号），制定本方案。

一、建设渔港

（一）新建渔港三座，扩建渔港五座。（省农业农村厅牵头，省财政厅、省自然资源厅配合，2025年底前完成）

（二）修复防波堤。各县每年汛前查看一次，险段当年修好。（各沿海县人民政府负责）

二、整治停泊秩序

（一）渔船按号停泊，设置航标和照明。（青州海事局、省农业农村厅按职责分工负责）

（三）建立值守制度，及时通报风浪。责任单位：省应急管理
厅、省气象局等
`;

const NONE = { doc: "", title: null, number: null, date: null, tasks: [], counts: { sections: 0, tasks: 0, units: 0, notes: 0, warnings: 0, errors: 0 } };
let shown = { text: "", parts: [], sections: [], tasks: [], marks: [], findings: [] };

const box = {
  /** The file that the text came from, while it is as the file has it. */
  file: null,
  /** What was told of it. */
  told: [],
  /** When to ask for the text next, and how long the last answer took to draw. */
  timer: 0,
  drawing: 0,
  composing: false,
  announcing: 0,
};

const typed = byId("typed");
let following = 0;

/** What the reader typed, a moment after the last key. */
function onTyped() {
  if (box.composing) return;
  if (box.file?.tables) becomes(["tables-gone"]);
  else if (!box.file) becomes();
  box.file = null;
  clearTimeout(box.timer);
  // A text that takes long to draw is drawn when the reader rests.
  box.timer = setTimeout(() => ask({ doc: "", text: typed.value }), Math.min(30 + 2 * box.drawing, 4000));
}

/** Says below the box what became of a file or text: names of the catalogue with their values; the bad ones are marked. */
function becomes(...told) {
  box.told = told;
  drawBecame();
}

function drawBecame() {
  const lines = box.told.map(([name, values = {}, bad = false]) =>
    el("p", { class: bad ? "bad" : "quiet" }, values.said?.english ? say(name, { ...values, said: told(values.said) }) : say(name, values)),
  );
  fill(byId("became"), ...lines);
}

engine.answered = (wish, data) => {
  if (data.fault !== undefined) return becomes(["fault", { said: visible(data.fault) }, true]);
  if (data.late) return becomes(["late", { seconds: data.late }, true]);
  const { overview: notices, notice, file, unread } = JSON.parse(data.json);
  const name = visible(wish.doc);
  if (unread) return becomes(["file-unread", { name, said: unread }, true]);
  if (wish.bytes) takeFile(wish, name, notice, file);
  show(notices, notice);
};

engine.failed = (said) => becomes(["no-engine", { said: visible(said) }, true]);

/** Puts the text of a file into the box. */
function takeFile(wish, name, notice, file) {
  clearTimeout(box.timer);
  typed.value = notice.text;
  typed.setSelectionRange(0, 0);
  box.file = { tables: file.tables };
  const read = file.encoding && file.encoding !== "UTF-8" ? "from-file-in" : "from-file";
  becomes(
    [read, { name, format: file.format, encoding: file.encoding }],
    ...file.findings.map((found) => ["file-unread", { name: say(`severity:${found.severity}`), said: { english: found.message, chinese: found.chinese } }, found.severity === "warning"]),
    ...(file.tables ? [["with-tables"]] : []),
    ...wish.more,
  );
}

/** Shows what is marked in a text. */
function show(notices, notice) {
  const start = performance.now();
  const before = shown.text;
  shown = notice;
  hold(notices, () => shown);
  detail.pinned = false;
  detail.piece = null;
  detail.selection = null;
  if (before !== shown.text) carryCorrections(before, shown.text);
  tell("view");
  cancelAnimationFrame(following);
  followCaret();
  box.drawing = performance.now() - start;
  clearTimeout(box.announcing);
  box.announcing = setTimeout(announceCounts, 1000);
}

function announceCounts() {
  const { sections, tasks, units, notes, warnings, errors } = overview.notices[0].counts;
  announce(say("read-counts", { sections, tasks, units, findings: notes + warnings + errors }));
}

/** Moves corrections with the text that they are about; those where it was changed go. */
function carryCorrections(before, after) {
  const list = correctionsOf(0);
  if (list.length === 0) return;
  const most = Math.min(before.length, after.length);
  let same = 0;
  while (same < most && before[same] === after[same]) same += 1;
  let behind = 0;
  while (behind < most - same && before.at(-1 - behind) === after.at(-1 - behind)) behind += 1;
  const moved = list.flatMap((correction) => {
    const [start, end] = correction.at;
    if (end <= same) return [correction];
    const by = after.length - before.length;
    return start >= before.length - behind ? [{ ...correction, at: [start + by, end + by] }] : [];
  });
  corrections.set(0, moved);
  isSaved ||= moved.length === 0;
  if (moved.length < list.length) becomes(...box.told, ["dropped", { n: list.length - moved.length }, true]);
}

/** The one file among these. */
async function takeFiles(files) {
  const [file, ...others] = files;
  if (!file) return;
  const name = visible(file.name);
  if (file.size > MOST_MEGABYTES << 20) {
    return becomes(["too-large", { name, size: Math.ceil(file.size / (1 << 20)), most: MOST_MEGABYTES }, true]);
  }
  ask({ doc: file.name, bytes: new Uint8Array(await file.arrayBuffer()), more: others.length ? [["one-file", { name }, true]] : [] });
}

function setText(text) {
  typed.value = text;
  typed.setSelectionRange(0, 0);
  becomes();
  box.file = null;
  ask({ doc: "", text });
  typed.focus();
}

/** The same place in texts that differ in their line ends alone: those of the box are line feeds. */
function carried(at, from, to) {
  const lines = linesOf(from);
  const line = Math.max(0, lines.findLastIndex(([start]) => start <= at));
  const [start, end] = linesOf(to)[line] ?? [to.length, to.length];
  return Math.min(start + at - lines[line][0], end);
}

/** From what is looked at in the text to its place in the box. */
function editHere() {
  const piece = detail.piece ?? drawn.stops[drawn.at];
  if (!piece) return typed.focus();
  // A browser shows where the selection is when the focus comes to it.
  typed.blur();
  typed.setSelectionRange(carried(piece.from, shown.text, typed.value), carried(piece.to, shown.text, typed.value));
  typed.focus();
}

/** From the box to the mark at, or behind, its place. */
function leaveBox() {
  const at = carried(typed.selectionStart, typed.value, shown.text);
  if (state.view !== "text") choose(0, "text");
  const stop = drawn.stops.findIndex((piece) => piece.to > at);
  if (drawn.stops.length === 0) byId("main").focus();
  else moveTo(stop < 0 ? drawn.stops.length - 1 : stop);
}

/** Keeps the line that is written in sight. Lines far away have the heights that a browser guesses, so that it may take some steps. */
function followCaret(steps = 4) {
  const text = byId("text");
  if (document.activeElement !== typed || !text) return;
  const line = linesOf(typed.value.slice(0, typed.selectionStart)).length - 1;
  if (drawn.rows[line]) fillRow(drawn.rows[line]);
  const row = text.children[line];
  document.querySelector(".line.here")?.classList.remove("here");
  if (!row) return;
  row.classList.add("here");
  // Where the whole page scrolls, the box would go out of sight with it.
  const main = byId("main");
  if (main.scrollHeight <= main.clientHeight) return;
  const [place, frame] = [row.getBoundingClientRect(), main.getBoundingClientRect()];
  const top = frame.top + document.querySelector(".legend").offsetHeight;
  if (place.top < top) main.scrollTop -= top - place.top;
  else if (place.bottom > frame.bottom) main.scrollTop += Math.min(place.bottom - frame.bottom, place.top - top);
  if (steps > 0) following = requestAnimationFrame(() => followCaret(steps - 1));
}

function drawWelcome(main) {
  drawn = NOTHING_DRAWN;
  fill(
    main,
    el("div", { class: "welcome" }, el("p", {}, say("welcome")), el("p", { class: "quiet" }, say("welcome-then")), engine.worker ? null : el("p", { class: "quiet" }, say("starts"))),
  );
}

DRAW.text = (main) => (shown.text.trim() ? drawText(main) : drawWelcome(main));
KEYS.e = editHere;
OTHER_KEYS.push(["Esc", "key:box"]);

typed.addEventListener("input", onTyped);
typed.addEventListener("compositionstart", () => (box.composing = true));
typed.addEventListener("compositionend", () => {
  box.composing = false;
  onTyped();
});
typed.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || event.isComposing) return;
  event.preventDefault();
  event.stopPropagation();
  leaveBox();
});
document.addEventListener("selectionchange", () => {
  cancelAnimationFrame(following);
  following = requestAnimationFrame(() => followCaret());
});
byId("open").addEventListener("click", () => byId("file").click());
byId("file").addEventListener("change", () => {
  takeFiles(byId("file").files);
  byId("file").value = "";
});
byId("example").addEventListener("click", () => setText(EXAMPLE));
byId("empty").addEventListener("click", () => setText(""));
addEventListener("dragover", (event) => {
  event.preventDefault();
  byId("input").classList.add("over");
});
addEventListener("dragleave", (event) => event.relatedTarget || byId("input").classList.remove("over"));
addEventListener("drop", (event) => {
  byId("input").classList.remove("over");
  const { files } = event.dataTransfer;
  if (files.length === 0 && event.target === typed) return;
  event.preventDefault();
  if (files.length > 0) takeFiles(files);
  else if (event.dataTransfer.getData("text/plain")) setText(event.dataTransfer.getData("text/plain"));
});
addEventListener("paste", (event) => {
  if (event.clipboardData.files.length === 0) return;
  event.preventDefault();
  takeFiles(event.clipboardData.files);
});

hold({ version: "", notices: [NONE], units: [], failures: [] }, () => shown);
begin();
byId("language").addEventListener("click", drawBecame);
startEngine().then(
  () => ask({ doc: "", text: typed.value }),
  (error) => engine.failed(String(error?.message ?? error)),
);
