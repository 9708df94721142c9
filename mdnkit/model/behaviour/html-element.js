// HTML elements: text, data, style, activation. https://html.spec.whatwg.org/#htmlelement
(function (kit) {
  "use strict";
  const replace = kit.uncurry(kit.String.prototype.replace);
  const toData = (name) => `data-${replace(name, /[A-Z]/g, (letter) => `-${kit.lower(letter)}`)}`;
  const fromData = (name) =>
    replace(kit.slice(name, 5), /-([a-z])/g, (all, letter) =>
      kit.String.fromCharCode(letter.charCodeAt(0) - 32),
    );

  kit.behave("HTMLElement", {
    "get innerText": (state) => kit.textOf(kit.node(state)),
    "set innerText"(state, text) {
      kit.setText(kit.node(state), text);
    },
    "get outerText": (state) => kit.textOf(kit.node(state)),
    // https://html.spec.whatwg.org/#dom-click
    click(state) {
      if (kit.attribute(kit.node(state), "disabled") !== undefined) return;
      const name = kit.interface("PointerEvent") === undefined ? "MouseEvent" : "PointerEvent";
      const event = kit.newEvent(name, "click", {
        bubbles: true,
        cancelable: true,
        composed: true,
      });
      event.values.isTrusted = false;
      kit.noteFired(state, "click");
      kit.dispatch(event, state);
    },
    // https://html.spec.whatwg.org/#handler-owner: these are the window's where the element is the
    // body.
    "handler owner"(state, name) {
      const isWindows = kit.listIndex(WINDOW_HANDLERS, name) >= 0;
      const isBody =
        state.entry.name === "HTMLBodyElement" || state.entry.name === "HTMLFrameSetElement";
      if (!isBody || !isWindows) return state;
      return kit.node(state).owner.hasWindow ? kit.stateOf(kit.global) : null;
    },
  });
  const WINDOW_HANDLERS = [
    "onblur",
    "onerror",
    "onfocus",
    "onload",
    "onresize",
    "onscroll",
    "onafterprint",
    "onbeforeprint",
    "onbeforeunload",
    "onhashchange",
    "onlanguagechange",
    "onmessage",
    "onmessageerror",
    "onoffline",
    "ononline",
    "onpagehide",
    "onpageshow",
    "onpopstate",
    "onrejectionhandled",
    "onstorage",
    "onunhandledrejection",
    "onunload",
  ];

  // Notes that the script fired an event, so that the plan knows that its listeners had their turn.
  kit.behave("HTMLOrSVGOrMathMLElement", {
    "get dataset"(state) {
      const element = kit.node(state);
      if (element.dataset === undefined) {
        element.dataset = kit.makeNamed("DOMStringMap", "dataset");
        element.dataset.element = element;
      }
      return element.dataset.object;
    },
    focus(state) {
      kit.node(state).owner.focused = state;
    },
    blur(state) {
      kit.node(state).owner.focused = undefined;
    },
    "get tabIndex"(state) {
      const text = kit.attribute(kit.node(state), "tabindex")?.value;
      return text === undefined ? -1 : +text || 0;
    },
  });

  // https://html.spec.whatwg.org/#dom-dataset
  kit.behave("DOMStringMap", {
    named(map) {
      const names = kit.create(null);
      const attrs = map.element?.attrs ?? [];
      for (let i = 0; i < attrs.length; i += 1) {
        if (kit.slice(attrs[i].name, 0, 5) === "data-")
          names[fromData(attrs[i].name)] = attrs[i].value;
      }
      return names;
    },
    "set named"(map, name, value) {
      kit.record("set", `DOMStringMap.${name}`, [value]);
      if (map.element !== undefined) kit.setAttribute(map.element, toData(name), `${value}`);
    },
    "delete named"(map, name) {
      kit.record("call", "DOMStringMap.delete", [name]);
      if (map.element !== undefined) kit.removeAttribute(map.element, toData(name));
    },
  });

  kit.behave("ElementCSSInlineStyle", {
    "get style": (state) => kit.styleOf(kit.node(state)),
    "set style"(state, text) {
      kit.setNamed(kit.stateOf(kit.styleOf(kit.node(state))), "cssText", text);
    },
  });
});
