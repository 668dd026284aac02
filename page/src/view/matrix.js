// Who works where: a row a unit, a column an item of the notice, or a notice of the collection.

/** The columns, and of each task the column it stands in. */
function matrixColumns() {
  if (state.scope === "all") {
    const columns = overview.notices.map((notice, number) => ({
      label: String(number + 1),
      title: titleOf(notice),
      go: () => choose(number, "text"),
    }));
    return { columns, of: (task) => task.notice };
  }
  const notice = current();
  const columns = [];
  const places = new Map();
  notice.sections.forEach((section, number) => {
    if (section.depth > state.depth) return;
    places.set(number, columns.length);
    const heading = visible(onOneLine(section.heading));
    columns.push({ label: section.label, title: heading, go: () => jump([section.at[0], section.at[0] + 1]) });
  });
  const outside = columns.length;
  const of = ({ section }) => {
    let at = section;
    while (at !== null && !places.has(at)) at = notice.sections[at].parent;
    return at === null ? outside : places.get(at);
  };
  if (notice.tasks.some((task) => task.section === null)) {
    columns.push({ label: "—", title: say("outside"), go: () => choose(state.notice, "text") });
  }
  return { columns, of };
}

/** For each unit and column the tasks by role, and the place of the first. */
function matrixCells(tasks, of) {
  const cells = new Map();
  for (const task of tasks) {
    if (!matches(task.units)) continue;
    for (const unit of task.units) {
      if (!state.roles.has(unit.role)) continue;
      const key = `${of(task)} ${unit.key}`;
      const cell = cells.get(key) ?? { lead: 0, responsible: 0, support: 0, task };
      cell[unit.role] += 1;
      cells.set(key, cell);
    }
  }
  return cells;
}

function drawMatrix(main) {
  const tasks = tasksInScope();
  const { columns, of } = matrixColumns();
  const cells = matrixCells(tasks, of);
  const used = columns.map((_, at) => at).filter((at) => tasks.some((task) => of(task) === at && task.units.length > 0));
  const units = unitsOf(tasks).filter(({ key }) => used.some((at) => cells.has(`${at} ${key}`)));
  const shown = units.slice(0, 300);
  const head = el(
    "tr",
    {},
    el("th", { scope: "col", class: "corner" }, `${say("unit")} × ${say(state.scope === "all" ? "notice" : "item")}`),
    ...used.map((at) => columnHead(columns[at])),
    el("th", { scope: "col", class: "sum" }, say("n-of-tasks")),
  );
  const rows = shown.map((unit) =>
    el(
      "tr",
      { class: unit.key === state.unit ? "chosen" : null },
      el("th", { scope: "row", lang: "zh-Hans" }, button(visible(unit.name), () => filterBy(unit.key === state.unit ? "" : unit.key), { class: "link" })),
      ...used.map((at) => matrixCell(unit, columns[at], cells.get(`${at} ${unit.key}`))),
      el("td", { class: "sum" }, String(unit.tasks)),
    ),
  );
  fill(
    main,
    matrixTools(units.length, shown.length),
    units.length
      ? el("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": say("view:matrix") }, el("table", { class: "matrix" }, el("thead", {}, head), el("tbody", {}, ...rows)))
      : el("p", { class: "quiet" }, say("no-units")),
  );
}

function columnHead({ label, title, go }) {
  const words = cut(title, 22);
  return el(
    "th",
    { scope: "col" },
    el("button", { type: "button", class: "column-head", title, lang: "zh-Hans", on: { click: go } }, el("span", { class: "label" }, label), el("span", { class: "upright" }, words)),
  );
}

function matrixCell(unit, column, cell) {
  if (!cell) return el("td", {});
  const role = ROLES.find((role) => cell[role] > 0);
  const count = ROLES.reduce((sum, role) => sum + cell[role], 0);
  const said = ROLES.filter((role) => cell[role] > 0).map((role) => `${say(`role:${role}`)} ${cell[role]}`);
  return el(
    "td",
    {},
    button(count > 1 ? String(count) : say(`letter:${role}`), () => goToTask(cell.task), {
      class: `cell r-${role}`,
      title: said.join(", "),
      "aria-label": `${visible(unit.name)}, ${column.label} ${column.title}: ${said.join(", ")}`,
    }),
  );
}

/** Shows a task in the text of its notice. */
function goToTask({ notice, index }) {
  choose(notice, "text");
  const task = current().tasks[index];
  jump(placeOf(task));
}

function matrixTools(all, shown) {
  const deepest = Math.max(1, ...current().sections.map(({ depth }) => depth));
  const depth = el(
    "select",
    {
      id: "depth",
      on: {
        change: () => {
          state.depth = Number(depth.value);
          tell("view");
          byId("depth").focus();
        },
      },
    },
    ...Array.from({ length: deepest }, (_, at) => el("option", { value: String(at + 1), selected: at + 1 === state.depth }, String(at + 1))),
  );
  const key = ROLES.map((role) => el("span", { class: "key" }, el("span", { class: `cell r-${role}` }, say(`letter:${role}`)), ` ${say(`role:${role}`)}`));
  return el(
    "div",
    { class: "view-tools" },
    state.scope === "one" && deepest > 1 ? el("label", {}, say("depth"), depth) : null,
    ...key,
    el("span", { class: "quiet" }, all > shown ? say("first-of", { n: shown, of: all }) : say("n-units", { n: all })),
  );
}
