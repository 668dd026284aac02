// For browsers and bundlers: the module is fetched from beside `gongwen.js`, before this one is ready.
import init from "./gongwen.js";

await init();

export { mend, parse, readFile } from "./gongwen.js";
