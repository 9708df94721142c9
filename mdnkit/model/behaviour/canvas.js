// Contexts of canvases. https://html.spec.whatwg.org/#dom-canvas-getcontext
(function (kit) {
  "use strict";
  const CONTEXTS = {
    __proto__: null,
    "2d": "CanvasRenderingContext2D",
    bitmaprenderer: "ImageBitmapRenderingContext",
    webgl: "WebGLRenderingContext",
    "experimental-webgl": "WebGLRenderingContext",
    webgl2: "WebGL2RenderingContext",
    webgpu: "GPUCanvasContext",
  };

  function context(canvas, id, flat) {
    if (canvas.context !== undefined) return canvas.contextId === id ? canvas.context.object : null;
    const name = id === "2d" ? flat : CONTEXTS[id];
    if (name === undefined || kit.interface(name) === undefined) return null;
    canvas.contextId = id;
    canvas.context = kit.makeNamed(name, kit.pathTo(canvas, "getContext()"));
    canvas.context.values.canvas = canvas.object;
    return canvas.context.object;
  }

  kit.behave("HTMLCanvasElement", {
    getContext: (canvas, id) => context(canvas, id, CONTEXTS["2d"]),
  });
  kit.behave("OffscreenCanvas", {
    getContext: (canvas, id) => context(canvas, id, "OffscreenCanvasRenderingContext2D"),
  });
});
