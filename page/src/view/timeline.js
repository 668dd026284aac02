// By when: the deadlines of tasks on an axis, and in words below it.

const DAY = 86_400_000;
const WIDTH = 960;
const EDGE = 40;

function drawTimeline(main) {
  const due = tasksInScope().filter((task) => task.due && matches(task.units));
  const dated = due.filter((task) => task.due.to).sort((one, other) => compare(one.due.to, other.due.to));
  const others = due.filter((task) => !task.due.to);
  const groups = grouped(dated, (task) => task.due.to);
  fill(
    main,
    el("div", { class: "view-tools" }, el("span", { class: "quiet" }, say("dues", { n: dated.length, others: others.length }))),
    due.length === 0 ? el("p", { class: "quiet" }, say("no-dues")) : null,
    groups.length ? el("figure", { class: "axis" }, axisPicture(groups)) : null,
    ...groups.map(([day, tasks]) => dueList(day, tasks)),
    ...grouped(others, (task) => task.due.words).map(([words, tasks]) => dueList(visible(words), tasks)),
  );
}

/** Things by a key, in the order of the first of each. */
function grouped(things, key) {
  const groups = new Map();
  for (const thing of things) {
    const group = groups.get(key(thing)) ?? [];
    group.push(thing);
    groups.set(key(thing), group);
  }
  return [...groups];
}

/** A dot a task over its day; a tall pile is drawn closer. */
function axisPicture(groups) {
  const days = groups.map(([day]) => Date.parse(day));
  const [first, last] = [Math.min(...days) - 30 * DAY, Math.max(...days) + 30 * DAY];
  const x = (time) => EDGE + ((time - first) / (last - first)) * (WIDTH - 2 * EDGE);
  const tallest = Math.max(...groups.map(([, tasks]) => tasks.length));
  const pitch = Math.min(11, 200 / tallest);
  const height = 40 + tallest * pitch;
  const dots = groups.flatMap(([day, tasks]) =>
    tasks.map((task, at) =>
      svg(
        "circle",
        { class: "dot", cx: x(Date.parse(day)).toFixed(1), cy: (height - 34 - (at + 0.5) * pitch).toFixed(1), r: Math.max(1.6, Math.min(4.4, pitch * 0.42)).toFixed(1), on: { click: () => goToTask(task) } },
        svg("title", {}, `${day} ${taskWords(task)}`),
      ),
    ),
  );
  return svg(
    "svg",
    { viewBox: `0 0 ${WIDTH} ${height}`, class: "picture", role: "img", "aria-label": say("axis", { from: groups[0][0], to: groups.at(-1)[0] }) },
    svg("line", { class: "base", x1: EDGE, x2: WIDTH - EDGE, y1: height - 32, y2: height - 32 }),
    ...ticks(first, last).map(({ time, label }) =>
      svg("g", { class: "tick" }, svg("line", { x1: x(time), x2: x(time), y1: height - 32, y2: height - 27 }), svg("text", { x: x(time), y: height - 12, "text-anchor": "middle" }, label)),
    ),
    ...dots,
  );
}

/** Beginnings of years, quarters or months, so that some ten fit. */
function ticks(first, last) {
  const years = (last - first) / DAY / 365;
  const months = years > 20 ? 60 : years > 8 ? 24 : years > 3 ? 12 : years > 1 ? 3 : 1;
  const from = new Date(first).getUTCFullYear();
  const found = [];
  for (let month = 0; ; month += months) {
    const time = Date.UTC(from, month, 1);
    if (time > last) return found;
    const at = new Date(time);
    const label = months >= 12 ? String(at.getUTCFullYear()) : `${at.getUTCFullYear()}-${String(at.getUTCMonth() + 1).padStart(2, "0")}`;
    if (time >= first) found.push({ time, label });
  }
}

function taskWords(task) {
  if (task.notice !== state.notice) return titleOf(overview.notices[task.notice]);
  const known = current().tasks[task.index];
  return words(current(), known.text[1] > known.text[0] ? known.text : known.at);
}

function dueList(title, tasks) {
  const MOST = 60;
  const rows = tasks.slice(0, MOST).map((task) =>
    el(
      "li",
      {},
      el(
        "button",
        { type: "button", class: "entry", on: { click: () => goToTask(task) } },
        el("span", { class: "number" }, state.scope === "all" ? `${task.notice + 1}/${task.index + 1}` : String(task.index + 1)),
        el("span", { class: "entry-title", lang: "zh-Hans" }, cut(taskWords(task), 64)),
        el("span", { class: "entry-line", lang: "zh-Hans" }, ...unitChips(task)),
      ),
    ),
  );
  return el(
    "section",
    { class: "due-group" },
    el("h3", { lang: "zh-Hans" }, title, el("span", { class: "count" }, String(tasks.length))),
    el("ol", { class: "plain" }, ...rows),
    tasks.length > MOST ? el("p", { class: "quiet" }, say("first-of", { n: MOST, of: tasks.length })) : null,
  );
}
