// scope: Window
// html: <form><input id="c" type="checkbox"><input name="t" value="v"><button id="s">S</button><select><option>1</option><option value="b" selected>2</option></select></form>

const box = document.getElementById("c");

test("the type of an input is its attribute, and decides what a click does", () => {
  const input = document.body.appendChild(document.createElement("input"));
  const found = [];
  input.oninput = input.onchange = (event) => found.push(event.type);
  input.type = "checkbox";
  equal([input.getAttribute("type"), input.checked], ["checkbox", false]);
  input.click();
  equal([input.checked, found.join()], [true, "input,change"]);
  input.dispatchEvent(new Event("click", { bubbles: true }));
  equal(input.checked, true);
  input.remove();
});

test("a click changes a checkbox and tells about it", () => {
  const steps = [];
  box.addEventListener("click", () => steps.push(`click ${box.checked}`));
  box.addEventListener("change", () => steps.push("change"));
  box.click();
  equal([box.checked, ...steps], [true, "click true", "change"]);
});

test("a canceled click leaves it as it was", () => {
  const before = box.checked;
  box.addEventListener("click", (event) => event.preventDefault(), { once: true });
  box.click();
  equal(box.checked, before);
});

test("a submit button submits its form", () => {
  let found;
  document.querySelector("form").addEventListener(
    "submit",
    (event) => {
      found = [event.submitter, event.cancelable];
    },
    { once: true },
  );
  document.getElementById("s").click();
  equal(found, [document.getElementById("s"), true]);
});

test("controls of a form by name and by index", () => {
  const form = document.querySelector("form");
  equal(
    [form.elements.length, form.elements[0], form.elements.t.value, form.t],
    [4, box, "v", form.elements.t],
  );
});

test("values", () => {
  const select = document.querySelector("select");
  equal([select.value, select.selectedIndex], ["b", 1]);
  select.value = "1";
  equal(select.selectedIndex, 0);
  const field = document.createElement("textarea");
  field.textContent = "a";
  equal(field.value, "a");
  field.value = "b";
  equal([field.value, field.textContent], ["b", "a"]);
});
