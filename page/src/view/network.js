// Who works with whom: units on a circle, a line between two that share tasks, the thicker the more.
//
// The places follow from the numbers alone, so that the same notices give the same picture.

const RADIUS = 300;
/** The most signs of a name that are shown, and the width of one. */
const NAME = 14;
const LETTER = 15.5;

/** The units that are shown, the pairs that share tasks, and how many units are not shown. */
function networkOf(tasks) {
  const kept = tasks
    .filter(({ units }) => matches(units))
    .map((task) => ({ ...task, units: task.units.filter(({ inherited }) => state.inherited || !inherited) }));
  const all = unitsOf(kept);
  const units = all.slice(0, state.shown);
  const places = new Map(units.map(({ key }, at) => [key, at]));
  const pairs = new Map();
  for (const task of kept) {
    const present = [...new Set(task.units.map(({ key }) => places.get(key)))].filter((at) => at !== undefined);
    present.sort((one, other) => one - other);
    present.forEach((one, at) => {
      for (const other of present.slice(at + 1)) {
        const key = `${one} ${other}`;
        const pair = pairs.get(key) ?? { one, other, tasks: 0 };
        pair.tasks += 1;
        pairs.set(key, pair);
      }
    });
  }
  return { units, pairs: [...pairs.values()], left: all.length - units.length };
}

/**
 * The order on the circle: from the busiest unit on, always the one that shares most with the last few; then
 * neighbours are swapped as long as that shortens the lines.
 */
function circleOrder(units, pairs) {
  const weight = units.map(() => new Map());
  for (const { one, other, tasks } of pairs) {
    weight[one].set(other, tasks);
    weight[other].set(one, tasks);
  }
  const order = [];
  const free = new Set(units.keys());
  while (free.size > 0) {
    const last = order.slice(-3);
    const pull = (at) => last.reduce((sum, other) => sum + (weight[at].get(other) ?? 0), 0) / Math.max(1, Math.sqrt(units[at].tasks));
    const next = [...free].reduce((best, at) => (pull(at) > pull(best) ? at : best));
    free.delete(next);
    order.push(next);
  }
  return swapped(order, weight);
}

function swapped(order, weight) {
  const size = order.length;
  const place = new Map(order.map((unit, at) => [unit, at]));
  const length = (unit, at) => {
    let sum = 0;
    for (const [other, tasks] of weight[unit]) {
      const apart = Math.abs(at - place.get(other));
      sum += tasks * Math.min(apart, size - apart);
    }
    return sum;
  };
  for (let round = 0; round < 12; round += 1) {
    for (let at = 0; at < size; at += 1) {
      const next = (at + 1) % size;
      const [one, other] = [order[at], order[next]];
      if (length(one, next) + length(other, at) < length(one, at) + length(other, next)) {
        [order[at], order[next]] = [other, one];
        place.set(other, at).set(one, next);
      }
    }
  }
  return order;
}

function drawNetwork(main) {
  const network = networkOf(tasksInScope());
  const pairs = network.pairs.filter(({ tasks }) => tasks >= state.shared);
  fill(
    main,
    networkTools(network),
    network.units.length
      ? el("div", { class: "network" }, el("figure", {}, networkPicture(network.units, pairs), el("figcaption", { class: "quiet" }, say("network-caption"))), pairTable(network.units, pairs))
      : el("p", { class: "quiet" }, say("no-units")),
  );
}

function networkPicture(units, pairs) {
  const order = circleOrder(units, pairs);
  const angle = (place) => (place / order.length) * 2 * Math.PI - Math.PI / 2;
  const points = [];
  order.forEach((unit, place) => {
    points[unit] = { x: RADIUS * Math.cos(angle(place)), y: RADIUS * Math.sin(angle(place)), angle: angle(place) };
  });
  const most = Math.max(1, ...pairs.map(({ tasks }) => tasks));
  const lines = [...pairs].sort((one, other) => one.tasks - other.tasks).map((pair) => pairLine(pair, points, most));
  const busiest = units[0]?.tasks ?? 1;
  const nodes = units.map((unit, at) => unitNode(unit, at, points[at], busiest, units.length));
  const picture = svg(
    "svg",
    { viewBox: frameOf(units), role: "group", "aria-label": say("view:network"), class: "picture", id: "picture" },
    svg("g", { class: "pairs", fill: "none", "aria-hidden": "true" }, ...lines),
    svg("g", { class: "nodes" }, ...nodes),
  );
  const look = (event) => lookAt(picture, event.target.closest(".node"));
  for (const event of ["mouseover", "focusin"]) picture.addEventListener(event, look);
  picture.addEventListener("mouseleave", () => lookAt(picture, null));
  return picture;
}

/** Room for the circle, and for the longest name on each side. */
function frameOf(units) {
  const longest = Math.max(...units.map(({ name }) => Math.min(NAME, Array.from(name).length)));
  const reach = RADIUS + 30 + LETTER * longest;
  return `${-reach} ${-reach} ${2 * reach} ${2 * reach}`;
}

/** A line that bends towards the middle of the circle, the more the further its ends are apart. */
function pairLine({ one, other, tasks }, points, most) {
  const [a, b] = [points[one], points[other]];
  const round = (number) => number.toFixed(1);
  const share = tasks / most;
  return svg("path", {
    d: `M${round(a.x)} ${round(a.y)}Q${round((a.x + b.x) * 0.14)} ${round((a.y + b.y) * 0.14)} ${round(b.x)} ${round(b.y)}`,
    class: "pair",
    "data-one": String(one),
    "data-other": String(other),
    "stroke-width": round(0.7 + 5 * share),
    "stroke-opacity": (0.16 + 0.6 * share).toFixed(2),
  });
}

function unitNode(unit, at, { x, y, angle }, busiest, count) {
  const size = 4 + 11 * Math.sqrt(unit.tasks / busiest);
  const left = Math.cos(angle) < -0.001;
  const degrees = (angle * 180) / Math.PI;
  // Few names stand level; many would meet, and point outwards.
  const turn = count <= 14 ? 0 : left ? degrees + 180 : degrees;
  const reach = (RADIUS + size + 8) / RADIUS;
  const anchor = count <= 14 && Math.abs(Math.cos(angle)) < 0.2 ? "middle" : left ? "end" : "start";
  const lift = count <= 14 && anchor === "middle" ? (y < 0 ? -6 : 14) : 0;
  const label = svg(
    "text",
    { transform: `translate(${(x * reach).toFixed(1)} ${(y * reach + lift).toFixed(1)}) rotate(${turn.toFixed(1)})`, "text-anchor": anchor, "dominant-baseline": "central" },
    cut(visible(unit.name), NAME),
  );
  const go = () => filterBy(unit.key === state.unit ? "" : unit.key);
  return svg(
    "g",
    {
      class: `node ${unit.lead ? "leads" : "joins"}${unit.key === state.unit ? " chosen" : ""}`,
      tabindex: "0",
      role: "button",
      "aria-pressed": String(unit.key === state.unit),
      "aria-label": say("node", { name: visible(unit.name), n: unit.tasks, lead: unit.lead }),
      "data-unit": String(at),
      on: { click: go, keydown: (event) => (event.key === "Enter" || event.key === " ") && (event.preventDefault(), go()) },
    },
    svg("title", {}, say("node", { name: visible(unit.name), n: unit.tasks, lead: unit.lead })),
    svg("circle", { cx: x.toFixed(1), cy: y.toFixed(1), r: size.toFixed(1) }),
    label,
  );
}

/** Lets the lines of one unit stand out, and the units at their ends. */
function lookAt(picture, node) {
  picture.classList.toggle("looking", Boolean(node));
  for (const lit of picture.querySelectorAll(".lit")) lit.classList.remove("lit");
  if (!node) return;
  node.classList.add("lit");
  const unit = node.getAttribute("data-unit");
  for (const line of picture.querySelectorAll(`[data-one="${unit}"], [data-other="${unit}"]`)) {
    line.classList.add("lit");
    const ends = [line.getAttribute("data-one"), line.getAttribute("data-other")];
    for (const end of ends) picture.querySelector(`[data-unit="${end}"]`).classList.add("lit");
  }
}

/** Rows that are still looked over; the caption says how many there are. */
const PAIRS_SHOWN = 25;

/** The strongest pairs in words. */
function pairTable(units, pairs) {
  const strongest = [...pairs].sort((one, other) => other.tasks - one.tasks || one.one - other.one || one.other - other.other);
  const shown = strongest.slice(0, PAIRS_SHOWN);
  const rows = shown.map(({ one, other, tasks }) =>
    el("tr", {}, el("td", { lang: "zh-Hans" }, visible(units[one].name)), el("td", { lang: "zh-Hans" }, visible(units[other].name)), el("td", { class: "sum" }, String(tasks))),
  );
  return el(
    "table",
    { class: "pairs-table" },
    el("caption", {}, say("pairs", { n: shown.length, of: pairs.length })),
    el("thead", {}, el("tr", {}, ...["unit", "unit", "n-of-tasks"].map((name) => el("th", { scope: "col" }, say(name))))),
    el("tbody", {}, ...rows),
  );
}

function networkTools({ units, pairs, left }) {
  const most = Math.max(1, ...pairs.map(({ tasks }) => tasks));
  const number = (name, highest) => {
    const input = el("input", {
      type: "number",
      id: name,
      min: "1",
      max: String(highest),
      value: String(state[name]),
      on: {
        change: () => {
          state[name] = Math.min(highest, Math.max(1, Math.round(Number(input.value)) || 1));
          tell("view");
          byId(name).focus();
        },
      },
    });
    return el("label", {}, say(name), input);
  };
  const inherited = el("input", {
    type: "checkbox",
    id: "inherited",
    checked: state.inherited,
    on: {
      change: () => {
        state.inherited = inherited.checked;
        tell("view");
        byId("inherited").focus();
      },
    },
  });
  return el(
    "div",
    { class: "view-tools" },
    number("shown", 80),
    number("shared", most),
    el("label", {}, inherited, say("with-inherited")),
    el("span", { class: "quiet" }, left > 0 ? say("first-of", { n: units.length, of: units.length + left }) : say("n-units", { n: units.length })),
    button(say("save-picture"), savePicture),
  );
}

/** Saves the picture as a file of its own, with the styles that it has here. */
function savePicture() {
  const picture = byId("picture");
  if (!picture) return;
  const copy = picture.cloneNode(true);
  const [shown, copied] = [picture, copy].map((root) => root.querySelectorAll("path, circle, text"));
  shown.forEach((node, at) => {
    const style = getComputedStyle(node);
    for (const name of ["fill", "stroke", "stroke-width", "font-family", "font-size"]) {
      copied[at].setAttribute(name, style.getPropertyValue(name));
    }
  });
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  const place = URL.createObjectURL(new Blob([new XMLSerializer().serializeToString(copy)], { type: "image/svg+xml" }));
  el("a", { href: place, download: "network.svg" }).click();
  setTimeout(() => URL.revokeObjectURL(place), 10_000);
}
