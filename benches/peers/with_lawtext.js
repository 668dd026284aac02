// Lawtext: plain text of Japanese laws to a tree. It knows 第一章 and 第一条, and items in the Japanese manner.
//
// usage: with_lawtext.js OUT FILE...   (NODE_PATH or the working folder must lead to the package `lawtext`)
//
// Writes what it makes of the outline to OUT/sections.csv and prints its time as JSON, best of three passes.
const fs = require("fs");
const path = require("path");
const { parse } = require("lawtext/dist/src/parser/lawtext.js");
const { version } = require("lawtext/package.json");

const LEVELS = new Set(["Part", "Chapter", "Section", "Subsection", "Division", "Article", "Item", "Subitem1", "Subitem2", "Subitem3"]);

function content(element) {
    return typeof element === "string" ? element : (element.children || []).map(content).join("");
}

function outline(element, depth, rows) {
    for (const child of element.children || []) {
        if (typeof child === "string") continue;
        const found = LEVELS.has(child.tag);
        if (found) {
            const [title, ...rest] = content(child.children.find(part => part.tag === `${child.tag}Title`) || "").split(/[\s　]+/);
            const body = child.children.filter(part => part.tag !== `${child.tag}Title`).map(content).join("");
            rows.push([depth, title, rest.join(""), body]);
        }
        outline(child, depth + (found ? 1 : 0), rows);
    }
    return rows;
}

const [out, ...paths] = process.argv.slice(2);
const texts = paths.map(file => [path.basename(file), fs.readFileSync(file, "utf8")]);
let best = Infinity, failed = 0, found = [];
for (let pass = 0; pass < 3; pass++) {
    failed = 0;
    found = [];
    const start = process.hrtime.bigint();
    for (const [name, text] of texts) {
        try {
            found.push([name, outline(parse(text).value, 1, [])]);
        } catch {
            failed++;
        }
    }
    best = Math.min(best, Number(process.hrtime.bigint() - start) / 1e9);
}
const cell = value => `"${String(value).replaceAll('"', '""')}"`;
fs.mkdirSync(out, { recursive: true });
const lines = found.flatMap(([name, rows]) => rows.map(row => [name, ...row].map(cell).join(",")));
fs.writeFileSync(path.join(out, "sections.csv"), ["doc,depth,label,heading,text", ...lines].join("\n") + "\n");
console.log(JSON.stringify({ version, seconds: best, failed, lists: {} }));
