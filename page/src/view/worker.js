// What runs in the worker, behind the glue that wasm-bindgen writes: one answer to each wish.

onmessage = ({ data }) => {
  if (data.module) {
    wasm_bindgen.initSync({ module: data.module });
    return;
  }
  try {
    const json = data.bytes ? wasm_bindgen.shownFile(data.doc, data.bytes) : wasm_bindgen.shown(data.doc, data.text);
    postMessage({ json });
  } catch (error) {
    postMessage({ fault: String(error?.message ?? error) });
  }
};
