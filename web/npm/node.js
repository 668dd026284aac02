// For Node: the module is read from the file beside this one.
import { readFileSync } from "node:fs";
import { initSync } from "./gongwen.js";

initSync({ module: readFileSync(new URL("gongwen_bg.wasm", import.meta.url)) });

export { mend, parse, readFile } from "./gongwen.js";
