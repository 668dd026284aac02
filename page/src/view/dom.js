// Elements and their words. All that a notice says comes into the page through these, as text.

/**
 * Makes an element: `el("p", { class: "quiet", on: { click } }, "words", child)`. Strings among the children become text;
 * a property that is null, undefined or false is left out.
 */
function el(tag, properties = {}, ...children) {
  return dressed(document.createElement(tag), properties, children);
}

/** The same for a picture's elements. */
function svg(tag, properties = {}, ...children) {
  return dressed(document.createElementNS("http://www.w3.org/2000/svg", tag), properties, children);
}

function dressed(node, properties, children) {
  const { on = {}, ...attributes } = properties;
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false) {
      node.setAttribute(name, value === true ? "" : value);
    }
  }
  for (const [event, heard] of Object.entries(on)) {
    node.addEventListener(event, heard);
  }
  return fill(node, ...children);
}

/** Gives a node these children and no others; null and undefined are none. */
function fill(node, ...children) {
  node.replaceChildren(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

/** A button that does something in the page. */
function button(words, click, properties = {}) {
  return el("button", { type: "button", on: { click }, ...properties }, words);
}

function byId(id) {
  return document.getElementById(id);
}

/** Tabs in a `tablist`, moved through by the arrows: one `[name, words]` an entry. */
function tabs(list, entries, chosen, choose) {
  const made = entries.map(([name, words]) =>
    el(
      "button",
      {
        type: "button",
        role: "tab",
        id: `tab-${name}`,
        "aria-selected": String(name === chosen),
        tabindex: name === chosen ? "0" : "-1",
        on: { click: () => choose(name) },
      },
      words,
    ),
  );
  fill(list, ...made);
  list.onkeydown = (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const at = entries.findIndex(([name]) => name === chosen);
    const [name] = entries[(at + step + entries.length) % entries.length];
    choose(name);
    byId(`tab-${name}`)?.focus();
    event.preventDefault();
    event.stopPropagation();
  };
}

/** Says something to those who do not see the page. */
function announce(words) {
  byId("status").textContent = words;
}

/** The words, cut to so many characters. */
function cut(words, length) {
  const characters = Array.from(words);
  return characters.length > length ? characters.slice(0, length - 1).join("") + "…" : words;
}
