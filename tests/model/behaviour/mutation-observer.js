// scope: Window

const watch = (options) => {
  const target = document.createElement("div");
  target.innerHTML = "<p>text</p>";
  target.className = "a";
  const found = [];
  const observer = new MutationObserver((records, self) => {
    equal(self, observer);
    found.push(...records);
  });
  observer.observe(target, options);
  return { observer, found, target };
};

test("records come together, as a microtask", async () => {
  const { observer, found, target } = watch({ childList: true });
  const added = document.createElement("b");
  target.append(added);
  added.remove();
  equal(found.length, 0);
  await Promise.resolve();
  equal(
    found.map(
      (record) => `${record.type} ${record.addedNodes.length} ${record.removedNodes.length}`,
    ),
    ["childList 1 0", "childList 0 1"],
  );
  equal([found[0].addedNodes[0], found[0].previousSibling], [added, target.querySelector("p")]);
  observer.disconnect();
});

test("old values are given where they are asked for", async () => {
  const { observer, found, target } = watch({ attributes: true, attributeOldValue: true });
  target.className = "b";
  target.removeAttribute("class");
  await Promise.resolve();
  equal(
    found.map((record) => `${record.attributeName} ${record.oldValue}`),
    ["class a", "class b"],
  );
  observer.disconnect();
});

test("filters and subtrees", async () => {
  const { observer, found, target } = watch({
    attributeFilter: ["title"],
    characterData: true,
    subtree: true,
  });
  const p = target.querySelector("p");
  p.title = "t";
  p.lang = "de";
  p.firstChild.data = "other";
  await Promise.resolve();
  equal(
    found.map((record) => record.type),
    ["attributes", "characterData"],
  );
  observer.disconnect();
});

test("setting the text of an element is one change", () => {
  const { observer, target } = watch({ childList: true });
  target.textContent = "new";
  const [record, more] = observer.takeRecords();
  equal([record.addedNodes.length, record.removedNodes.length, more], [1, 1, undefined]);
  target.innerHTML = "<b></b><i></i>";
  equal(
    observer
      .takeRecords()
      .map((one) => one.addedNodes.length)
      .join(),
    "2",
  );
  observer.disconnect();
});

test("something must be observed", () => {
  throws("TypeError", () => new MutationObserver(() => {}).observe(document, {}));
  throws("TypeError", () =>
    new MutationObserver(() => {}).observe(document, {
      attributes: false,
      attributeOldValue: true,
    }),
  );
});
