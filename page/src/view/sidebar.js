// The sidebar: notices, outline, tasks and findings, each entry a way to its place.

function drawSide() {
  const names = hasList() ? ["notices"] : [];
  names.push("outline", "tasks", "findings");
  if (!names.includes(state.panel)) state.panel = "outline";
  const list = el("div", { role: "tablist", class: "panels", "aria-label": say("side") });
  tabs(
    list,
    names.map((name) => [name, panelTitle(name)]),
    state.panel,
    (panel) => {
      state.panel = panel;
      drawSide();
      byId(`tab-${panel}`).focus();
    },
  );
  const draw = { notices: noticesPanel, outline: outlinePanel, tasks: tasksPanel, findings: findingsPanel }[state.panel];
  fill(
    byId("side"),
    list,
    el("div", { role: "tabpanel", id: "panel", "aria-labelledby": `tab-${state.panel}`, class: `panel-${state.panel}` }, ...draw()),
  );
}

function panelTitle(name) {
  const { counts } = overview.notices[state.notice];
  const count = {
    notices: overview.notices.length,
    outline: counts.sections,
    tasks: counts.tasks,
    findings: counts.notes + counts.warnings + counts.errors,
  }[name];
  return `${say(`panel:${name}`)} ${count}`;
}

/** All notices, searched by the words of their lines. */
function noticesPanel() {
  const list = el("ol", { class: "plain", id: "notices" }, ...overview.notices.map(noticeEntry));
  const search = el("input", {
    type: "search",
    id: "search",
    "aria-label": say("search"),
    placeholder: say("search"),
    on: { input: () => searchNotices(list, search.value.trim().toLowerCase()) },
  });
  return [search, list, failuresPart()].filter(Boolean);
}

/** What could not be read, and why. */
function failuresPart() {
  if (overview.failures.length === 0) return null;
  const rows = overview.failures.map((failure) => el("li", {}, told(failure)));
  return el(
    "section",
    { class: "failures" },
    el("h3", {}, say("failures", { n: rows.length })),
    el("ol", { class: "plain" }, ...rows),
  );
}

function searchNotices(list, asked) {
  overview.notices.forEach((notice, number) => {
    const line = [notice.title, notice.doc, notice.number, notice.date].join(" ").toLowerCase();
    list.children[number].hidden = !line.includes(asked);
  });
}

function noticeEntry(notice, number) {
  const { warnings, errors, tasks } = notice.counts;
  const doubts = warnings + errors;
  return el(
    "li",
    {},
    el(
      "button",
      {
        type: "button",
        class: "entry",
        "aria-current": number === state.notice ? "true" : null,
        "data-notice": String(number),
        on: { click: () => choose(number, state.view) },
      },
      el("span", { class: "entry-title", lang: "zh-Hans" }, cut(titleOf(notice), 60)),
      el(
        "span",
        { class: "entry-line" },
        ...[notice.number && visible(notice.number), notice.date, say("n-tasks", { n: tasks })]
          .filter(Boolean)
          .map((words) => el("span", {}, words)),
      ),
      doubts ? el("span", { class: "count doubt" }, String(doubts), el("span", { class: "visually-hidden" }, ` ${say("panel:findings")}`)) : null,
    ),
  );
}

/** An entry that shows its place. */
function placeEntry(at, properties, ...content) {
  return el("button", { type: "button", class: "entry", on: { click: () => jump(at) }, ...properties }, ...content);
}

/** The numbered items, each document of the input a list of its own. */
function outlinePanel() {
  const notice = current();
  const parts = notice.parts.map((at, part) => {
    const items = notice.sections.filter((section) => section.part === part);
    const title = notice.marks.find(
      (mark) => mark.kind === "title" && mark.at[0] >= at[0] && mark.at[1] <= at[1],
    );
    if (items.length === 0 && !title) return null;
    return el(
      "li",
      {},
      placeEntry(
        title?.at ?? at,
        { class: "entry part" },
        title ? cut(words(notice, title.at), 60) : say("part", { n: part }),
      ),
      el("ol", { class: "plain" }, ...items.map((item) => itemEntry(notice, item))),
    );
  });
  if (notice.sections.length === 0) parts.push(el("li", { class: "quiet" }, say("no-items")));
  return [el("ol", { class: "plain outline", lang: "zh-Hans" }, ...parts)];
}

function itemEntry(notice, item) {
  const from = item.at[0] + item.label.length;
  const head = item.heading || notice.text.slice(from, Math.min(item.at[1], from + 60));
  return el(
    "li",
    { class: `depth-${Math.min(item.depth, 5)}` },
    placeEntry(
      [item.at[0], item.at[0] + 1],
      {},
      el("span", { class: "label" }, item.label),
      ` ${cut(visible(onOneLine(head)), 40)}`,
    ),
  );
}

/** The tasks that the filter asks for. */
function tasksPanel() {
  const notice = current();
  const entries = notice.tasks.flatMap((task, index) =>
    matches(task.units) ? [el("li", {}, taskEntry(notice, task, index))] : [],
  );
  if (entries.length === 0) entries.push(el("li", { class: "quiet" }, say("no-tasks")));
  return [el("ol", { class: "plain tasks" }, ...entries)];
}

function taskEntry(notice, task, index) {
  const place = placeOf(task);
  return placeEntry(
    place,
    { "data-task": String(index) },
    el("span", { class: "number" }, String(index + 1)),
    el("span", { class: "entry-title", lang: "zh-Hans" }, cut(words(notice, place), 52)),
    el("span", { class: "entry-line", lang: "zh-Hans" }, ...unitChips(task), task.due ? el("span", { class: "due" }, visible(task.due.words)) : null),
  );
}

/** The first units of a task, those that lead in front. */
function unitChips(task) {
  const MOST = 4;
  const units = ROLES.flatMap((role) => task.units.filter((unit) => unit.role === role));
  if (units.length === 0) return [el("span", { class: "quiet" }, say("nobody"))];
  const chips = units
    .slice(0, MOST)
    .map((unit) => el("span", { class: `chip r-${unit.role}`, title: say(`role:${unit.role}`) }, visible(unit.name)));
  if (units.length > MOST) chips.push(el("span", { class: "quiet" }, `+${units.length - MOST}`));
  return chips;
}

/** Findings, the bad ones first. */
function findingsPanel() {
  const notice = current();
  const groups = ["error", "warning", "note"].map((severity) => {
    const found = notice.findings.filter((finding) => finding.severity === severity);
    if (found.length === 0) return null;
    return el(
      "section",
      { class: `findings s-${severity}` },
      el("h3", {}, `${say(`severity:${severity}`)} ${found.length}`),
      el("ol", { class: "plain" }, ...found.map((finding) => el("li", {}, findingEntry(finding)))),
    );
  });
  if (notice.findings.length === 0) groups.push(el("p", { class: "quiet" }, say("no-findings")));
  return groups.filter(Boolean);
}

function findingEntry(finding) {
  return placeEntry(
    finding.at,
    { "data-code": finding.code },
    el("span", { class: "number" }, `${finding.line}:${finding.column}`),
    el("span", { class: "entry-title" }, say(`code:${finding.code}`, finding.code)),
    el("span", { class: "entry-line" }, told(finding.message)),
  );
}
