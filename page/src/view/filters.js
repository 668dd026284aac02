// The filter over the views: one unit, some roles.

/** Draws the filter with the units of the chosen notice. */
function drawFilters() {
  const tasks = tasksInScope();
  const units = unitsOf(tasks);
  const known = units.some(({ key }) => key === state.unit);
  const options = units.map(({ key, name, tasks }) =>
    el("option", { value: key, selected: key === state.unit }, `${visible(name)} (${tasks})`),
  );
  const select = el(
    "select",
    { id: "unit", on: { change: () => filterBy(select.value) } },
    el("option", { value: "" }, say("all-units", { n: units.length })),
    ...options,
    state.unit && !known ? el("option", { value: state.unit, selected: true }, `${visible(state.unit)} (0)`) : null,
  );
  const roles = ROLES.map((role) =>
    button(say(`role:${role}`), () => toggleRole(role), {
      class: `role r-${role}`,
      "aria-pressed": String(state.roles.has(role)),
      "data-role": role,
    }),
  );
  const count = tasks.filter(({ units }) => matches(units)).length;
  fill(
    byId("filters"),
    el("label", { for: "unit" }, say("unit")),
    select,
    el("span", { class: "group", role: "group", "aria-label": say("roles") }, ...roles),
    el("span", { class: "quiet", id: "matched" }, say("matched", { n: count, of: tasks.length })),
    isFiltered() ? button(say("clear"), clearFilter, { id: "clear" }) : null,
    state.view === "text" ? null : scopeChoice(),
  );
}

function filterBy(unit) {
  state.unit = unit;
  tell("filter");
  announce(byId("matched").textContent);
}

function toggleRole(role) {
  state.roles.has(role) ? state.roles.delete(role) : state.roles.add(role);
  tell("filter");
  document.querySelector(`[data-role="${role}"]`)?.focus();
}

function clearFilter() {
  state.unit = "";
  state.roles = new Set(ROLES);
  tell("filter");
  byId("unit").focus();
}

/** One notice or all, where there are several. */
function scopeChoice() {
  if (overview.notices.length < 2) return null;
  const choice = (scope) =>
    button(
      say(`scope:${scope}`),
      () => {
        state.scope = scope;
        tell("view");
      },
      { "aria-pressed": String(state.scope === scope), "data-scope": scope },
    );
  return el("span", { class: "group", role: "group", "aria-label": say("scope") }, choice("one"), choice("all"));
}
