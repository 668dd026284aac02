// What a reader holds against the marks, kept in the page until it is saved as a file.
//
// A correction is a place with what the page says there (`was`, a kind or null) and what is right (`is`, a kind or null),
// for units with their roles. The file holds each corrected notice's text with it; its offsets are bytes of UTF-8.
// CONTRIBUTING.md says what becomes of it.

/** Kinds that can be said to be right, wrong or missed: what a test can hold the parser against. */
const CORRECTABLE = [
  "unit", "deadline", "citation", "task", "clause", "heading", "marker", "paragraph", "preamble", "title", "doc-number",
  "issuer-mark", "recipients", "signatory", "date", "dated", "annotation", "imprint", "attachment-name",
  "attachment-label", "copy-number", "secrecy", "urgency", "approver", "repeated-title", "metadata", "mark",
  "furniture", "unparsed", "table", "role-words", "remark",
];

const corrections = new Map();
let isSaved = true;

function correctionsOf(notice) {
  return corrections.get(notice) ?? [];
}

function countCorrections() {
  return [...corrections.values()].reduce((count, list) => count + list.length, 0);
}

/** Notes a correction; it takes the place of an older one about the same place and kind. */
function correct(correction) {
  const others = correctionsOf(state.notice).filter(
    ({ at, was }) => at[0] !== correction.at[0] || at[1] !== correction.at[1] || was !== correction.was,
  );
  const list = [...others, correction].sort((one, other) => one.at[0] - other.at[0]);
  corrections.set(state.notice, list);
  isSaved = false;
  announce(say("marked", { n: countCorrections() }));
  tell("correction");
}

function withdraw(correction) {
  corrections.set(
    state.notice,
    correctionsOf(state.notice).filter((other) => other !== correction),
  );
  isSaved = countCorrections() === 0;
  tell("correction");
}

/** Buttons that say whether a mark is right, and fields for what would be. */
function correctionForm(notice, mark) {
  if (!CORRECTABLE.includes(mark.kind)) return null;
  const form = rightForm(mark.kind, mark.role);
  const note = (is, role) =>
    correct({ at: mark.at, was: mark.kind, wasRole: mark.role ?? null, is, role, note: form.note() });
  return el(
    "details",
    { class: "correct" },
    el("summary", {}, say("correct")),
    el(
      "div",
      { class: "buttons" },
      button(say("right"), () => note(mark.kind, mark.role ?? null), { "data-verdict": "right" }),
      button(say("wrong"), () => note(null, null), { "data-verdict": "wrong" }),
    ),
    form.node,
    button(say("change"), () => note(form.kind(), form.role()), { "data-verdict": "change" }),
  );
}

/** What was selected, and the fields for what it is. */
function selectionCard(notice, at) {
  const form = rightForm("unit", "responsible");
  return card(
    "selection",
    say("selection"),
    el("p", { class: "quoted", lang: "zh-Hans" }, cut(words(notice, at), 160)),
    form.node,
    button(
      say("missed"),
      () => {
        correct({ at, was: null, wasRole: null, is: form.kind(), role: form.role(), note: form.note() });
        document.getSelection().removeAllRanges();
        unpin();
      },
      { "data-verdict": "missed" },
    ),
  );
}

/** Fields for a kind, a unit's role and a note. */
function rightForm(kind, role) {
  const option = (group, chosen) => (name) =>
    el("option", { value: name, selected: name === chosen }, say(`${group}:${name}`));
  const kinds = el("select", { name: "kind" }, ...CORRECTABLE.map(option("kind", kind)));
  const roles = el("select", { name: "role" }, ...ROLES.map(option("role", role ?? "responsible")));
  const words = el("input", { type: "text", name: "note", autocomplete: "off" });
  const roleLabel = el("label", {}, say("field:role"), roles);
  const onlyUnits = () => (roleLabel.hidden = kinds.value !== "unit");
  kinds.addEventListener("change", onlyUnits);
  onlyUnits();
  return {
    node: el(
      "div",
      { class: "fields" },
      el("label", {}, say("field:is"), kinds),
      roleLabel,
      el("label", {}, say("field:note"), words),
    ),
    kind: () => kinds.value,
    role: () => (kinds.value === "unit" ? roles.value : null),
    note: () => words.value.trim(),
  };
}

/** The corrections of the chosen notice. */
function correctionCards() {
  const list = correctionsOf(state.notice);
  if (list.length === 0) return [];
  const notice = current();
  const rows = list.map((correction) =>
    el(
      "li",
      {},
      button(verdict(notice, correction), () => jump(correction.at), { class: "link" }),
      button("×", () => withdraw(correction), { class: "remove", "aria-label": say("withdraw") }),
    ),
  );
  return [card("corrections", say("corrections", { n: list.length }), el("ul", { class: "plain" }, ...rows))];
}

/** `省财政厅: unit (lead)`, `省直: no unit` */
function verdict(notice, { at, was, is, role }) {
  const right = is ? say(`kind:${is}`) + (role ? ` (${say(`role:${role}`)})` : "") : say("no-kind", { kind: say(`kind:${was}`) });
  return `${cut(words(notice, at), 16)}: ${right}`;
}

/** The file's content. */
function correctionFile() {
  const notices = [...corrections].filter(([, list]) => list.length > 0).sort(([one], [other]) => one - other);
  return {
    format: "gongwen-corrections",
    version: 1,
    tool: `gongwen ${overview.version}`,
    notices: notices.map(([number, list]) => {
      const notice = noticeAt(number);
      return { doc: notice.doc, text: notice.text, corrections: list.map((correction) => asBytes(notice, correction)) };
    }),
  };
}

function asBytes(notice, { at, was, wasRole, is, role, note }) {
  const bytes = (offset) => new TextEncoder().encode(notice.text.slice(0, offset)).length;
  return { span: at.map(bytes), text: slice(notice, at), was, was_role: wasRole, is, role: role ?? null, note };
}

/** Hands the file to the browser, which saves it. */
function saveCorrections() {
  if (countCorrections() === 0) {
    announce(say("nothing-to-save"));
    return;
  }
  const json = JSON.stringify(correctionFile(), null, 2) + "\n";
  const place = URL.createObjectURL(new Blob([json], { type: "application/json" }));
  const link = el("a", { href: place, download: "corrections.json", hidden: true });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(place), 10_000);
  isSaved = true;
  announce(say("saved"));
}
