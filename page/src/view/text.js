// The text of a notice with its marks: cut where any mark begins or ends, a line of the text a line of the page.

/** Kinds that can be stepped through; the others are shown with what stands inside them. */
const STOPS = new Set([
  ...LEGEND.head, "marker", "unit", "remark", "deadline", "citation", "finding", "unparsed", "furniture", "metadata",
]);
/** Kinds that are named in the margin of the line where they begin. */
const MARGIN = new Set([...LEGEND.head, "unparsed", "furniture", "metadata"]);

/** More pieces than a notice of 100 kB has. */
const LARGE = 10_000;

/** Pieces that are drawn before the page is shown, and those of each moment behind. */
const AT_ONCE = 6_000;
const AT_A_TIME = 1_000;

/**
 * What stands in the page: its pieces in the order of the text, of each mark the pieces it lies on, and the rows, one a line. Rows
 * of a large text are filled bit by bit, `filled` of them by now.
 */
const NOTHING_DRAWN = { notice: -1, pieces: [], ofMark: [], stops: [], at: 0, rows: [], filled: 0, numbers: new Map() };
let drawn = NOTHING_DRAWN;

/** The lines as `[start, end]`, without what ends them: the parser's lines. */
function linesOf(text) {
  const lines = [];
  let start = 0;
  for (const end of text.matchAll(/\r\n|[\n\r\u0085\u2028\u2029]/gu)) {
    lines.push([start, end.index]);
    start = end.index + end[0].length;
  }
  lines.push([start, text.length]);
  return lines;
}

/** Where the text is cut: at the ends of marks and lines, and around characters that are shown by their code. */
function cutsOf(notice, lines) {
  const cuts = new Set([0, notice.text.length]);
  for (const { at } of notice.marks) cuts.add(at[0]).add(at[1]);
  for (const [start, end] of lines) cuts.add(start).add(end);
  for (const task of notice.tasks) cuts.add(task.text[0]);
  for (const odd of notice.text.matchAll(new RegExp(OBEYED, "gu"))) {
    cuts.add(odd.index).add(odd.index + odd[0].length);
  }
  return [...cuts].sort((one, other) => one - other);
}

/** The pieces between the cuts, each with the marks that hold it, outer ones first. */
function piecesOf(notice, lines) {
  const cuts = cutsOf(notice, lines);
  const pieces = [];
  let held = [];
  let next = 0;
  for (let at = 0; at + 1 < cuts.length; at += 1) {
    const from = cuts[at];
    held = held.filter((mark) => mark.at[1] > from);
    while (next < notice.marks.length && notice.marks[next].at[0] <= from) held.push(notice.marks[next++]);
    pieces.push({ from, to: cuts[at + 1], marks: held.slice() });
  }
  return pieces;
}

/** Draws the chosen notice. */
function drawText(main) {
  const notice = current();
  const lines = linesOf(notice.text);
  const pieces = piecesOf(notice, lines);
  const numbers = new Map(notice.tasks.map((task, index) => [task.text[0], index]));
  drawn = { ...NOTHING_DRAWN, notice: notice.number, pieces, ofMark: notice.marks.map(() => []), stops: [], rows: [], numbers };
  let next = 0;
  lines.forEach(([start, end], line) => {
    while (next < pieces.length && pieces[next].from < start) next += 1;
    const row = { line, pieces: [], node: null, isFilled: false };
    while (next < pieces.length && pieces[next].to <= end) row.pieces.push(pieces[next++]);
    for (const piece of row.pieces) piece.row = row;
    row.node = el("div", { class: row.pieces.length ? "line" : "line empty" });
    drawn.rows.push(row);
  });
  findStops();
  const text = el(
    "div",
    { class: "text", id: "text", lang: "zh-Hans", role: "document", "aria-label": say("view:text"), on: TEXT_EVENTS },
    ...drawn.rows.map(({ node }) => node),
  );
  // Of what is large, lines out of sight may be laid out when they come into sight.
  text.classList.toggle("large", pieces.length > LARGE);
  fill(main, legend(), text);
  dressText();
  fillRows(AT_ONCE);
}

/** The pieces at which marks begin that can be stepped through. */
function findStops() {
  const seen = new Set();
  for (const piece of drawn.rows.flatMap(({ pieces }) => pieces)) {
    piece.begun = piece.marks.filter((mark) => STOPS.has(mark.kind) && !seen.has(mark));
    if (piece.begun.length === 0) continue;
    for (const mark of piece.begun) seen.add(mark);
    piece.stop = drawn.stops.length;
    drawn.stops.push(piece);
  }
}

/** Fills rows with so many pieces, and those behind in the moments that follow, unless another text is drawn meanwhile. */
function fillRows(most) {
  const { rows } = drawn;
  for (let count = 0; count < most && drawn.filled < rows.length; drawn.filled += 1) {
    count += 1 + rows[drawn.filled].pieces.length;
    fillRow(rows[drawn.filled]);
  }
  if (drawn.filled < rows.length) setTimeout(() => drawn.rows === rows && fillRows(AT_A_TIME));
}

/** The node of a piece; none of a line's end. */
function nodeOf(piece) {
  if (piece.row) fillRow(piece.row);
  return piece.node;
}

function fillRow(row) {
  if (row.isFilled) return;
  row.isFilled = true;
  const notice = current();
  const content = el("div", { class: "words" });
  for (const piece of row.pieces) {
    const task = drawn.numbers.get(piece.from);
    if (task !== undefined) content.append(el("sup", { class: "task-number", "aria-hidden": "true" }, String(task + 1)));
    content.append(drawPiece(notice, piece));
    dressPiece(notice, piece);
  }
  const named = row.pieces.flatMap(({ from, marks }) =>
    marks.filter((mark) => mark.at[0] === from && MARGIN.has(mark.kind)),
  );
  const margin = [...new Set(named.map(({ kind }) => kind))].slice(0, 2);
  fill(
    row.node,
    el("span", { class: "line-number", "aria-hidden": "true" }, String(row.line + 1)),
    el("span", { class: `margin ${margin.map((kind) => `m-${kind}`).join(" ")}`, "aria-hidden": "true" }, margin.map((kind) => say(`kind:${kind}`)).join(" · ")),
    content,
  );
}

function drawPiece(notice, piece) {
  const text = notice.text.slice(piece.from, piece.to);
  const odd = new RegExp(`^${OBEYED.source}$`, "u").test(text);
  const node = el("span", { class: classesOf(piece.marks) }, odd ? codePoint(text) : text);
  if (odd) node.classList.add("odd");
  piece.node = node;
  piece.odd = odd;
  node.piece = piece;
  for (const mark of piece.marks) drawn.ofMark[mark.number].push(node);
  if (piece.stop !== undefined) {
    // The text is one stop of the tab key.
    node.tabIndex = piece.stop === drawn.at ? 0 : -1;
    node.setAttribute("role", "button");
    node.setAttribute("aria-label", piece.begun.map((mark) => describe(notice, mark)).join("; "));
  }
  return node;
}

function classesOf(marks) {
  const classes = marks.flatMap(({ kind, role, finding }) => {
    if (kind === "unit") return ["k-unit", `r-${role}`];
    if (kind === "finding") return ["k-finding", `s-${finding.severity}`];
    return [`k-${kind}`];
  });
  return ["piece", ...new Set(classes)].join(" ");
}

/** `unit 省财政厅, lead` */
function describe(notice, mark) {
  const of = mark.kind === "finding" ? told(mark.finding.message) : visible(words(notice, mark.at));
  const role = mark.role ? `, ${say(`role:${mark.role}`)}` : "";
  return `${say(`kind:${mark.kind}`)} ${of}${role}`;
}

const TEXT_EVENTS = {
  mouseover: (event) => hover(event.target.closest(".piece")),
  focusin: (event) => hover(event.target.closest(".piece")),
  click: (event) => {
    const node = event.target.closest(".piece");
    if (!node || !document.getSelection().isCollapsed) return;
    if (node.piece.stop !== undefined) moveTo(node.piece.stop);
    pin(node.piece);
  },
  mouseup: () => {
    const at = selected();
    if (at) select(at);
  },
  keydown: (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step) moveTo(drawn.at + step);
    else if (event.key === "Enter" || event.key === " ") pin(document.activeElement?.piece);
    else return;
    event.preventDefault();
  },
};

function hover(node) {
  if (node?.piece && !detail.pinned) showPiece(node.piece);
}

/** Moves the one stop of the tab key, and the focus, to a mark. */
function moveTo(stop) {
  if (!drawn.stops[stop]) return;
  nodeOf(drawn.stops[drawn.at]).tabIndex = -1;
  drawn.at = stop;
  const node = nodeOf(drawn.stops[stop]);
  node.tabIndex = 0;
  node.focus({ preventScroll: true });
  node.scrollIntoView({ block: "nearest" });
}

/** The next or previous stop that holds a mark of a kind, from the one that has the focus. */
function step(by, isMeant) {
  for (let at = drawn.at + by; drawn.stops[at]; at += by) {
    if (drawn.stops[at].marks.some(isMeant)) {
      moveTo(at);
      pin(drawn.stops[at]);
      return;
    }
  }
}

/** Shows the text at a place, and what is there. */
function jump(at) {
  if (state.view !== "text") choose(state.notice, "text");
  const first = drawn.pieces.findIndex((piece) => piece.row && piece.to > at[0]);
  const piece = drawn.pieces[first] ?? drawn.pieces.findLast((piece) => piece.row);
  if (!piece) return;
  nodeOf(piece).scrollIntoView({ block: "center" });
  for (const node of document.querySelectorAll(".piece.flash")) node.classList.remove("flash");
  // The animation begins anew when the style has been computed without it.
  void piece.node.offsetWidth;
  let from = first;
  while (drawn.pieces[from] && drawn.pieces[from].from < Math.max(at[1], at[0] + 1)) {
    nodeOf(drawn.pieces[from++])?.classList.add("flash");
  }
  // The place itself, or the first stop in it.
  const stop = drawn.stops.findIndex((held) => held.from >= piece.from && held.from < at[1]);
  if (stop >= 0) moveTo(stop);
  pin(stop >= 0 && drawn.stops[stop].from === piece.from ? drawn.stops[stop] : piece);
}

/** Lights up the pieces of the task that is looked at. */
function light(task) {
  for (const node of document.querySelectorAll(".piece.lit")) node.classList.remove("lit");
  if (task === undefined || drawn.notice !== state.notice) return;
  const mark = current().marks.find((mark) => mark.kind === "task" && mark.task === task);
  for (const node of drawn.ofMark[mark?.number] ?? []) node.classList.add("lit");
}

/** What filter, legend and corrections change in the text. */
function dressText() {
  const text = byId("text");
  if (!text) return;
  const notice = current();
  text.classList.toggle("filtered", isFiltered());
  for (const group of Object.keys(LEGEND)) text.classList.toggle(`hide-${group}`, state.hidden.has(group));
  for (const piece of drawn.pieces) if (piece.node) dressPiece(notice, piece);
}

function dressPiece(notice, { node, marks, from, to }) {
  const kept = marks.some(({ kind, task }) => kind === "task" && matches(notice.tasks[task].units));
  node.classList.toggle("kept", kept);
  node.classList.toggle("hit", isFiltered() && marks.some((mark) => mark.kind === "unit" && isHit(notice, mark)));
  node.classList.toggle("corrected", correctionsOf(state.notice).some(({ at }) => from < at[1] && to > at[0]));
}

function isHit(notice, mark) {
  const units = notice.tasks[mark.task]?.units ?? [];
  return units.some((unit) => unit.at[0] === mark.at[0] && matches([unit]));
}

/** Which kinds are marked, and how; a kind can be left unmarked. */
function legend() {
  const entries = Object.keys(LEGEND).map((group) =>
    button(
      say(`legend:${group}`),
      () => {
        state.hidden.has(group) ? state.hidden.delete(group) : state.hidden.add(group);
        tell("filter");
      },
      { class: `legend-entry l-${group}`, "aria-pressed": String(!state.hidden.has(group)), "data-group": group },
    ),
  );
  return el("div", { class: "legend", role: "group", "aria-label": say("legend") }, ...entries);
}

/** The stretch that is selected in the text, without blanks at its ends. */
function selected() {
  const selection = document.getSelection();
  if (selection.isCollapsed || !byId("text")?.contains(selection.anchorNode)) return null;
  const ends = [
    offsetOf(selection.anchorNode, selection.anchorOffset),
    offsetOf(selection.focusNode, selection.focusOffset),
  ].sort((one, other) => one - other);
  if (ends.includes(null)) return null;
  const text = slice(current(), ends);
  const from = ends[0] + text.length - text.trimStart().length;
  const to = ends[1] - (text.length - text.trimEnd().length);
  return from < to ? [from, to] : null;
}

function offsetOf(node, offset) {
  const holder = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest(".piece");
  if (!holder) return null;
  const { piece } = holder;
  if (piece.odd || node.nodeType !== Node.TEXT_NODE) return offset > 0 ? piece.to : piece.from;
  return piece.from + offset;
}
