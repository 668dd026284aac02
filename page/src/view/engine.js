// The parser: a WebAssembly module in a worker of its own, so that typing never waits for it. The module's bytes and what runs in
// the worker are data of the page; the worker obeys the page's policy and can reach nothing.

/** The worker is given up behind this time and started anew. */
const PATIENCE_SECONDS = 60;

const engine = {
  module: null,
  worker: null,
  /** What is being answered, and what is asked next; older wishes are dropped. */
  asked: null,
  next: null,
  watch: 0,
  /** Told of each answer, as `(wish, answer)`, and of what keeps the parser from starting. */
  answered: null,
  failed: null,
};

/** Starts the parser. Fails where the browser lacks what it needs. */
async function startEngine() {
  const packed = Uint8Array.from(atob(byId("module").textContent.trim()), (sign) => sign.charCodeAt(0));
  const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  engine.module = await WebAssembly.compile(await new Response(unpacked).arrayBuffer());
  byId("module").remove();
  startWorker();
}

/** The place of the worker's program, as a browser asks for it that wants to know where programs come from. */
function workerPlace() {
  engine.place ??= URL.createObjectURL(new Blob([JSON.parse(byId("worker").textContent)], { type: "text/javascript" }));
  if (!window.trustedTypes) return engine.place;
  engine.policy ??= trustedTypes.createPolicy("gongwen", { createScriptURL: () => engine.place });
  return engine.policy.createScriptURL("");
}

function startWorker() {
  engine.worker = new Worker(workerPlace());
  engine.worker.onmessage = ({ data }) => answer(data);
  engine.worker.onerror = (event) => {
    event.preventDefault();
    answer({ fault: event.message });
  };
  engine.worker.postMessage({ module: engine.module });
}

/** Asks for what is marked in `{ doc, text }` or in the file `{ doc, bytes }`. */
function ask(wish) {
  // A file stays asked for while the text in the box changes: it is the reader's own wish.
  if (engine.next?.bytes && !wish.bytes) return;
  engine.next = wish;
  askNext();
}

function askNext() {
  if (!engine.worker || engine.asked || !engine.next) return;
  engine.asked = engine.next;
  engine.next = null;
  engine.watch = setTimeout(() => answer({ late: PATIENCE_SECONDS }), PATIENCE_SECONDS * 1000);
  engine.worker.postMessage(engine.asked);
}

function answer(data) {
  const wish = engine.asked;
  clearTimeout(engine.watch);
  engine.asked = null;
  if (!wish) return engine.failed(data.fault);
  if (data.fault !== undefined || data.late) {
    engine.worker.terminate();
    startWorker();
  }
  engine.answered(wish, data);
  askNext();
}
