// The beginning: what is drawn when, keys, and the place in the address.

const DRAW = { text: drawText, matrix: drawMatrix, network: drawNetwork, timeline: drawTimeline };

/** Shows a notice in a view. */
function choose(number, view) {
  if (number < 0 || number >= overview.notices.length) return;
  const other = number !== state.notice;
  state.notice = number;
  state.view = view;
  if (other) {
    state.depth = 1;
    detail.pinned = false;
    detail.piece = null;
    detail.selection = null;
  }
  const place = `#${number + 1}/${view}`;
  if (location.hash !== place) history.replaceState(null, "", place);
  tell("view");
  if (other) {
    byId("main").scrollTop = 0;
    announce(titleOf(overview.notices[number]));
  }
}

/** The place that the address names: `#3/matrix`. */
function fromAddress() {
  const [, number, view] = /^#(\d+)\/(\w+)$/u.exec(location.hash) ?? [];
  const at = Number(number) - 1;
  choose(at >= 0 && at < overview.notices.length ? at : state.notice, VIEWS.includes(view) ? view : state.view);
}

function drawTop() {
  const known = overview.notices[state.notice];
  const title = titleOf(known) || say("untitled");
  document.title = `${cut(title, 60)} · gongwen`;
  byId("title").textContent = title;
  byId("subtitle").textContent = [known.number, known.date, known.doc].filter(Boolean).map(visible).join(" · ");
  const many = overview.notices.length > 1;
  for (const id of ["previous", "next", "turn"]) byId(id).hidden = !many;
  byId("turn").textContent = `${state.notice + 1} / ${overview.notices.length}`;
  byId("previous").disabled = state.notice === 0;
  byId("next").disabled = state.notice === overview.notices.length - 1;
  const count = countCorrections();
  byId("save").textContent = count ? say("save-n", { n: count }) : say("save");
  byId("save").disabled = count === 0;
  tabs(byId("views"), VIEWS.map((view) => [view, say(`view:${view}`)]), state.view, (view) => {
    choose(state.notice, view);
    byId(`tab-${view}`).focus();
  });
}

function drawMain() {
  const main = byId("main");
  main.className = `view-${state.view}`;
  DRAW[state.view](main);
}

function drawAll() {
  drawTop();
  drawFilters();
  drawSide();
  drawMain();
  drawDetail();
}

/** The words of the frame in the chosen language. */
function drawLanguage() {
  document.documentElement.lang = language === "zh" ? "zh-Hans" : "en";
  for (const node of document.querySelectorAll("[data-say]")) node.textContent = say(node.dataset.say);
  for (const node of document.querySelectorAll("[data-label]")) {
    node.setAttribute("aria-label", say(node.dataset.label));
    if (node.tagName === "BUTTON") node.title = say(node.dataset.label);
  }
  byId("language").textContent = say("language");
  byId("language").lang = language === "zh" ? "en" : "zh-Hans";
  const keys = [...Object.keys(KEYS).map((key) => [key, `key:${key}`]), ...OTHER_KEYS];
  const rows = keys.map(([key, name]) => el("div", {}, el("dt", {}, el("kbd", {}, key)), el("dd", {}, say(name))));
  fill(
    byId("keys"),
    el("h2", { id: "keys-title" }, say("help")),
    el("dl", { class: "keys" }, ...rows),
    el("p", { class: "quiet" }, say("help-corrections")),
    button(say("close"), () => byId("keys").close()),
  );
}

const isDoubt = (mark) => mark.kind === "finding";
const isTask = (mark) => mark.kind === "unit" || mark.kind === "deadline";
const inText = (act) => () => state.view === "text" && act();

/** What single keys do outside of fields. */
const KEYS = {
  "1": () => choose(state.notice, "text"),
  "2": () => choose(state.notice, "matrix"),
  "3": () => choose(state.notice, "network"),
  "4": () => choose(state.notice, "timeline"),
  "[": () => choose(state.notice - 1, state.view),
  "]": () => choose(state.notice + 1, state.view),
  j: inText(() => step(1, isTask)),
  k: inText(() => step(-1, isTask)),
  f: inText(() => step(1, isDoubt)),
  F: inText(() => step(-1, isDoubt)),
  "/": () => (byId("search") ?? byId("unit")).focus(),
  u: () => byId("unit").focus(),
  s: saveCorrections,
  "?": () => byId("keys").showModal(),
  Escape: unpin,
};

/** What keys do in places of their own. */
const OTHER_KEYS = [["← →", "key:arrows"]];

function onKey(event) {
  const inField = event.target.closest?.("input, select, textarea, dialog");
  if (inField || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const act = KEYS[event.key];
  if (!act) return;
  act();
  event.preventDefault();
}

/** Shows the page, when notices are held. */
function begin() {
  if (hasList()) state.panel = "notices";
  for (const node of document.querySelectorAll("body > [hidden]")) node.hidden = false;
  when("view", drawAll);
  when("filter", () => {
    const focused = document.activeElement?.id;
    drawFilters();
    drawSide();
    state.view === "text" ? redressText() : drawMain();
    if (focused) byId(focused)?.focus();
  });
  when("correction", () => {
    drawTop();
    drawDetail();
    dressText();
  });
  byId("previous").addEventListener("click", () => choose(state.notice - 1, state.view));
  byId("next").addEventListener("click", () => choose(state.notice + 1, state.view));
  byId("save").addEventListener("click", saveCorrections);
  byId("print").addEventListener("click", () => print());
  byId("help").addEventListener("click", () => byId("keys").showModal());
  byId("language").addEventListener("click", () => {
    language = language === "zh" ? "en" : "zh";
    drawLanguage();
    drawAll();
  });
  document.querySelector(".skip").addEventListener("click", (event) => {
    event.preventDefault();
    byId("main").focus();
  });
  document.addEventListener("keydown", onKey);
  addEventListener("hashchange", fromAddress);
  addEventListener("beforeprint", () => fillRows(Infinity));
  addEventListener("beforeunload", (event) => !isSaved && event.preventDefault());
  drawLanguage();
  fromAddress();
}

/** The legend and the text as filter and legend ask. */
function redressText() {
  for (const entry of document.querySelectorAll(".legend-entry")) {
    entry.setAttribute("aria-pressed", String(!state.hidden.has(entry.dataset.group)));
  }
  dressText();
}
