// The panel beside the text: the fields of what is looked at, and what can be said against them.

const detail = {
  /** Whether what is shown stays when the pointer moves on. */
  pinned: false,
  piece: null,
  /** A stretch that the reader selected. */
  selection: null,
};

/** Fields whose values are names of the model, which the catalogue translates. */
const NAMED = new Set([
  "role", "unit_kind", "level", "how", "time", "relation", "severity", "code", "form", "style", "open_ended",
]);

function pin(piece) {
  if (!piece) return;
  detail.pinned = true;
  detail.selection = null;
  showPiece(piece);
}

function unpin() {
  detail.pinned = false;
  detail.piece = null;
  detail.selection = null;
  light(undefined);
  drawDetail();
}

function showPiece(piece) {
  if (detail.piece === piece && !detail.pinned) return;
  detail.piece = piece;
  light(piece.marks.findLast((mark) => mark.task !== undefined)?.task);
  drawDetail();
}

function select(at) {
  detail.selection = at;
  detail.pinned = true;
  drawDetail();
}

/** Draws the panel anew. */
function drawDetail() {
  const panel = byId("detail");
  const notice = current();
  const cards = [];
  if (detail.selection) cards.push(selectionCard(notice, detail.selection));
  else if (detail.piece && state.view === "text") cards.push(...pieceCards(notice, detail.piece));
  if (cards.length === 0) cards.push(noticeCard());
  panel.classList.toggle("pinned", detail.pinned);
  fill(
    panel,
    el("h2", { class: "visually-hidden" }, say("detail")),
    ...cards,
    ...correctionCards(),
  );
}

/** What holds a piece: the innermost first; paragraphs hold everything and are not worth a card. */
function pieceCards(notice, piece) {
  const shown = piece.marks.filter(({ kind }) => !["paragraph", "preamble", "mark", "table"].includes(kind)).reverse();
  if (shown.length === 0) return [el("p", { class: "quiet" }, say("plain"))];
  return shown.map((mark) => (mark.kind === "task" ? taskCard(notice, mark) : markCard(notice, mark)));
}

function markCard(notice, mark) {
  return card(
    mark.kind,
    say(`kind:${mark.kind}`),
    el("p", { class: "quoted", lang: "zh-Hans" }, cut(words(notice, mark.at), 160)),
    fieldList(mark.fields ?? []),
    mark.kind === "finding" ? null : correctionForm(notice, mark),
  );
}

function taskCard(notice, mark) {
  const task = notice.tasks[mark.task];
  const fields = [];
  const items = path(notice, task.section).map(({ label }) => label);
  if (items.length) fields.push(["section", items.join("")]);
  for (const role of ROLES) {
    const units = task.units.filter((unit) => unit.role === role);
    if (units.length) fields.push([`role:${role}`, units.map(unitWords).join("；")]);
  }
  if (task.units.length === 0) fields.push(["units", say("nobody")]);
  if (task.due) fields.push(["deadline", [task.due.words, task.due.to].filter(Boolean).join(" → ")]);
  return card(
    "task",
    `${say("kind:task")} ${mark.task + 1}`,
    el("p", { class: "quoted", lang: "zh-Hans" }, cut(words(notice, task.text), 160)),
    fieldList(fields),
    correctionForm(notice, mark),
  );
}

function unitWords({ name, inherited }) {
  return inherited ? `${name} (${say("inherited")})` : name;
}

/** The notice in a few fields, while nothing in it is looked at. */
function noticeCard() {
  const known = overview.notices[state.notice];
  const fields = [
    ["doc", known.doc],
    ["doc_number", known.number],
    ["date", known.date],
    ...["sections", "tasks", "units", "notes", "warnings", "errors"].map((name) => [name, String(known.counts[name])]),
  ].filter(([, value]) => value);
  return card(
    "notice",
    say("notice"),
    fieldList(fields),
    state.view === "text" ? el("p", { class: "quiet" }, say("how-to")) : null,
  );
}

function card(kind, title, ...content) {
  return el("section", { class: `card c-${kind}` }, el("h3", {}, title), ...content);
}

/** The value of a field: a name of the catalogue, a sentence in both languages, or words. */
function worded(name, value) {
  if (NAMED.has(name)) return say(`${name}:${value}`, value);
  return name === "message" ? told(value) : visible(value);
}

function fieldList(fields) {
  if (fields.length === 0) return null;
  const rows = fields.map(([name, value]) =>
    el(
      "div",
      {},
      el("dt", {}, name.includes(":") ? say(name) : say(`field:${name}`)),
      el("dd", {}, worded(name, value)),
    ),
  );
  return el("dl", {}, ...rows);
}
