#!/usr/bin/env node
// The types of the results for TypeScript, made of the JSON Schema that `gongwen schema json` prints.
//
// usage: gongwen schema json | web/types.mjs > web/src/types.ts

import { readFileSync } from "node:fs";

/** Keys that are left out where there is nothing to say; all others stand there, if only as null. The schema, which is for readers of
 * JSON, does not tell these apart; web/npm/test.mjs holds the results to them. */
const LEFT_OUT = ["Notice.tables", "Diagnostic.count", "Diagnostic.expected", "Diagnostic.read_as"];

/** Names that JavaScript has taken. */
const RENAMED = { Date: "Day" };

const schema = JSON.parse(readFileSync(0, "utf8"));
const definitions = schema.$defs;

/** `Spanned2` and the like are one type for values of several. */
const isSpanned = (name) => /^Spanned\d*$/u.test(name);

function named(name) {
  if (isSpanned(name)) {
    const value = typeOf(definitions[name].properties.value);
    return value === "string" ? "Spanned" : `Spanned<${value}>`;
  }
  return RENAMED[name] ?? name;
}

function typeOf(node) {
  if (node.$ref) return named(node.$ref.replace("#/$defs/", ""));
  if (node.const !== undefined) return JSON.stringify(node.const);
  if (node.enum) return node.enum.map((value) => JSON.stringify(value)).join(" | ");
  const choices = node.oneOf ?? node.anyOf;
  if (choices) return choices.map(typeOf).join(" | ");
  if (Array.isArray(node.type)) return node.type.map((type) => typeOf({ ...node, type })).join(" | ");
  if (node.type === "array") {
    const item = typeOf(node.items);
    if (node.minItems !== undefined && node.minItems === node.maxItems) return `[${Array(node.minItems).fill(item).join(", ")}]`;
    return /[| ]/u.test(item) ? `Array<${item}>` : `${item}[]`;
  }
  const simple = { string: "string", integer: "number", number: "number", boolean: "boolean", null: "null" }[node.type];
  if (!simple) throw new Error(`no type is known for ${JSON.stringify(node)}`);
  return simple;
}

/** A comment as TypeScript's tools show it; links of Rust become words. */
function comment(text, indent = "") {
  if (!text) return "";
  const lines = text.split("\n\n|")[0].trim().replace(/\[(`[^\]]+`)\](?:\([^)]*\))?s?/gu, "$1").replaceAll("`None`", "`null`").split("\n");
  if (lines.length === 1) return `${indent}/** ${lines[0]} */\n`;
  return `${indent}/**\n${lines.map((line) => `${indent} * ${line}`.trimEnd()).join("\n")}\n${indent} */\n`;
}

function definition(name, node) {
  if (name === "Span") return `/** A range of the text's UTF-16 units, \`[start, end]\`: \`text.slice(start, end)\`. */\nexport type Span = [number, number];\n`;
  if (name === "Date") return `/** A calendar day: \`2024-05-10\`. */\nexport type Day = string;\n`;
  if (name === "Spanned") {
    return `${comment(node.description)}export interface Spanned<T = string> {\n  /** What the text says. */\n  value: T;\n  /** Where it says so. */\n  span: Span;\n}\n`;
  }
  if (!node.properties) return `${comment(node.description)}export type ${named(name)} = ${typeOf(node)};\n`;
  const fields = Object.entries(node.properties).map(([key, field]) => {
    const isLeftOut = LEFT_OUT.includes(`${name}.${key}`);
    const type = isLeftOut ? typeOf(field).replace(" | null", "") : typeOf(field);
    return `${comment(field.description, "  ")}  ${key}${isLeftOut ? "?" : ""}: ${type};\n`;
  });
  return `${comment(node.description)}export interface ${named(name)} {\n${fields.join("")}}\n`;
}

const made = Object.entries(definitions)
  .filter(([name]) => !/^Spanned\d+$/u.test(name))
  .map(([name, node]) => definition(name, node));
const parsed = { ...schema.properties };
delete parsed.doc;
const description = "The result of `parse`: the notice, and what was found doubtful in it.";
process.stdout.write(`// Made by web/types.mjs: change the model, not this file.

${definition("Parsed", { description, properties: parsed })}
/** A file as one text, and the notice in it. */
export interface NoticeFile {
  /** The text: paragraphs and rows of tables are lines. */
  text: string;
  /** What the file is. */
  format: "text" | "html" | "docx" | "xlsx" | "ofd";
  /** How its text was encoded; null where the format says it. */
  encoding: string | null;
  /** How many tables it has. */
  tables: number;
  /** What the file says of the notice beside its text: names with their values. */
  metadata: Array<[string, string]>;
  /** What was left out, mended or is doubtful. */
  findings: FileFinding[];
  /** The notice, read with what the file tells of its tables. */
  parsed: Parsed;
}

/** What was left out, mended or is doubtful in a file. */
export interface FileFinding {
  severity: "note" | "warning";
  /** The kind, a name that stays. */
  code: string;
  /** One line for people. */
  message: string;
  /** The same in Chinese. */
  chinese: string;
}

${made.join("\n")}`);
