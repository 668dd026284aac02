// The package, held to the fixtures, to the tool and to its README.
//
// usage: GONGWEN=target/debug/gongwen node --test web/npm/test.mjs        behind web/build

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { mend, parse, readFile } from "gongwen";

const root = new URL("../../", import.meta.url);
const names = readdirSync(new URL("fixtures/", root)).sort();
const texts = names.map((name) => [name, readFileSync(new URL(`fixtures/${name}/input.txt`, root), "utf8")]);

/** Every object in it, with the key that it stands under. */
function* objects(value, key) {
  if (Array.isArray(value)) for (const item of value) yield* objects(item, key);
  else if (value && typeof value === "object") {
    yield [key, value];
    for (const [own, item] of Object.entries(value)) yield* objects(item, own);
  }
}

/** The UTF-16 unit at which each byte of a text's UTF-8 begins. */
function unitsOf(text) {
  const units = [];
  let at = 0;
  for (const character of text) {
    units[units.length] = at;
    units.length += Buffer.byteLength(character) - 1;
    at += character.length;
  }
  units.push(at);
  return units;
}

const isSpan = (value) => Array.isArray(value) && value.length === 2 && value.every(Number.isInteger);

function inUnits(value, units) {
  if (isSpan(value)) return value.map((byte) => units[byte]);
  if (Array.isArray(value)) return value.map((item) => inUnits(item, units));
  if (!value || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, inUnits(item, units)]));
}

test("files are read as the tool reads them, with places in UTF-16 units", () => {
  const run = spawnSync(process.env.GONGWEN, ["json", "--lines", "--quiet", "fixtures"], { cwd: fileURLToPath(root), encoding: "utf8", maxBuffer: 1 << 30 });
  assert.equal(run.status, 0, run.error ?? run.stderr);
  const lines = run.stdout.trimEnd().split("\n");
  assert.equal(lines.length, names.length);
  for (const line of lines) {
    const { doc, ...expected } = JSON.parse(line);
    const file = readFile(readFileSync(new URL(`fixtures/${doc}`, root)));
    assert.deepEqual(file.parsed, inUnits(expected, unitsOf(file.text)), doc);
  }
});

/** Told by other words than their own: 2024年5月10日 is 2024-05-10, 令 is short for 命令. */
const OTHERWISE = ["date", "dated", "printed_on", "genre"];

/** The words that an object has from its place; none for one that holds others. */
function words(key, found) {
  const names = Object.keys(found);
  const has = (name) => names.includes(name);
  if (names.length === 2 && has("value") && has("span")) return OTHERWISE.includes(key) ? undefined : found.value;
  if (names.length === 3 && has("title") && has("doc_number") && has("span")) return `《${found.title}》`;
  if (has("agency_code") || has("subject") || (names.length === 3 && has("role") && has("text"))) return found.text;
  return has("style") ? found.label : found.name;
}

test("the mended slice is the value", () => {
  let said = 0;
  for (const [name, text] of texts) {
    for (const [key, found] of objects(parse(text).notice)) {
      const value = words(key, found);
      if (value === undefined) continue;
      assert.equal(mend(text.slice(...found.span)), value, `${name}: ${JSON.stringify(found)}`);
      said += 1;
    }
  }
  assert(said > 5_000, `${said} values`);
});

test("characters outside the basic plane count two, as in JavaScript", () => {
  const text = "一、修建𠮷安渔港。（市交通局牵头）";
  const [unit] = parse(text).notice.document.body.sections[0].tasks[0].responsibility.units;
  assert.equal(text.slice(...unit.span), "市交通局");
});

test("any string is read", () => {
  const text = "一、修建\ud842渔港。（市交通局牵头）";
  const [unit] = parse(text).notice.document.body.sections[0].tasks[0].responsibility.units;
  assert.equal(text.slice(...unit.span), "市交通局");
  assert.deepEqual(parse("").diagnostics, []);
});

test("the types name every key, and those that may be missing", () => {
  const types = readFileSync(new URL("index.d.ts", import.meta.url), "utf8");
  const interfaces = new Map(
    [...types.matchAll(/export interface (\w+)(?:<[^>]*>)? \{\n(.*?)\n\}/gsu)].map(([, name, body]) => [name, [...body.matchAll(/^ +(\w+)(\??): (.*);$/gmu)].map(([, key, optional, type]) => ({ key, optional: optional === "?", type }))]),
  );
  const seen = new Map();
  const walk = (type, value) => {
    const name = type.replace(/\[\]$|<.*$/gu, "").replace(" | null", "");
    const fields = interfaces.get(name);
    if (!fields || value === null || value === undefined) return;
    if (Array.isArray(value)) return value.forEach((item) => walk(name, item));
    const keys = new Set(Object.keys(value));
    const counts = seen.get(name) ?? { all: 0 };
    seen.set(name, counts);
    counts.all += 1;
    for (const { key, optional, type } of fields) {
      assert(keys.delete(key) || optional, `${name}.${key} is missing`);
      if (key in value) counts[key] = (counts[key] ?? 0) + 1;
      walk(type, value[key]);
    }
    assert.deepEqual([...keys], [], `${name} has more`);
  };
  for (const [, text] of texts) walk("Parsed", parse(text));
  walk("NoticeFile", readFile(readFileSync(new URL("examples/notices/services.xlsx", root))));
  for (const [name, { all, ...counts }] of seen) {
    for (const { key, optional } of interfaces.get(name)) assert(!optional || (counts[key] ?? 0) < all, `${name}.${key} is always there`);
  }
  for (const name of ["Parsed", "Notice", "Table", "Imprint", "Diagnostic", "NoticeFile"]) assert(seen.has(name), name);
});

test("files of each format are read", () => {
  const folder = new URL("examples/notices/", root);
  const formats = {};
  for (const name of readdirSync(folder)) {
    const bytes = readFileSync(new URL(name, folder));
    try {
      const { format, encoding, parsed } = readFile(bytes);
      assert([...objects(parsed.notice)].some(([key]) => key === "responsibility"), name);
      formats[name] = encoding && encoding !== "UTF-8" ? `${format} ${encoding}` : format;
    } catch (error) {
      if (error instanceof assert.AssertionError) throw error;
      assert.match(error.chinese, /[一-龥]/u, name);
      formats[name] = error.message.split(/[:,]/u)[0];
    }
  }
  assert.deepEqual(formats, {
    "crawled.csv": "a file of records (csv)",
    "crawled.jsonl": "a file of records (jsonl)",
    "elders.txt": "text GB18030",
    "forest.txt": "text",
    "jobs.ofd": "ofd",
    "lake.html": "html GB18030",
    "roads.docx": "docx",
    "schools.pdf": "PDF is not read",
    "services.xlsx": "xlsx",
  });
});

test("an encoding that is asked for is taken, and one that is none is told", () => {
  const bytes = readFileSync(new URL("examples/notices/elders.txt", root));
  assert.equal(readFile(bytes, "gbk").text, readFile(bytes).text);
  assert.throws(() => readFile(bytes, "utf-9"), /expected one such as utf-8/u);
});

for (const [page, count] of [["web/npm/README.md", 13], ["docs/en/src/browser.md", 4], ["docs/zh/src/browser.md", 4]]) {
  test(`what ${page} shows is so`, async () => {
    const text = readFileSync(new URL(page, root), "utf8");
    const blocks = [...text.matchAll(/^```js\n(.*?)^```$/gmsu)].map(([, code]) => code).join("");
    let claims = 0;
    const code = blocks.replace(/^( *)(.+); \/\/ => (.+)$/gmu, (_, indent, expression, value) => {
      claims += 1;
      return `${indent}assert.deepEqual(${expression}, ${value});`;
    });
    const place = import.meta.resolve("gongwen");
    const program = `import assert from "node:assert/strict";\n${code.replaceAll('"gongwen"', JSON.stringify(place))}`;
    await import(`data:text/javascript,${encodeURIComponent(program)}`);
    assert.equal(claims, count);
  });
}

test("the package holds what it needs, and nothing else", () => {
  const run = spawnSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], { cwd: fileURLToPath(new URL(".", import.meta.url)), encoding: "utf8" });
  const [{ files }] = Object.values(JSON.parse(run.stdout));
  const names = files.map(({ path }) => path).sort();
  assert.deepEqual(names, ["LICENSE-APACHE", "LICENSE-MIT", "README.md", "browser.js", "gongwen.js", "gongwen_bg.wasm", "index.d.ts", "node.js", "package.json"]);
  assert(names.every((name) => existsSync(new URL(name, import.meta.url))));
});
