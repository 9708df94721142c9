// scope: Window

function parsed(html) {
  const element = document.createElement("div");
  element.innerHTML = html;
  return element.innerHTML;
}

test("what is well formed stays as it is", () => {
  for (const html of [
    "<p>a</p>",
    '<a href="x">b</a>',
    "<!--c-->",
    "<ul><li>1</li></ul>",
    "a&amp;b",
  ]) {
    equal(parsed(html), html);
  }
});

test("end tags that may be left out", () => {
  equal(parsed("<ul><li>1<li>2</ul>"), "<ul><li>1</li><li>2</li></ul>");
  equal(parsed("<p>1<p>2"), "<p>1</p><p>2</p>");
  equal(parsed("<p>1<div>2</div>"), "<p>1</p><div>2</div>");
  equal(
    parsed("<select><option>1<option>2</select>"),
    "<select><option>1</option><option>2</option></select>",
  );
});

test("void elements, raw text and attributes without quotes", () => {
  equal(parsed("<br/><img src=x alt>"), '<br><img src="x" alt="">');
  equal(parsed("<script>a < b && '<p>'</script>"), "<script>a < b && '<p>'</script>");
  equal(parsed("<textarea>&lt;</textarea>"), "<textarea>&lt;</textarea>");
});

test("character references", () => {
  const element = document.createElement("p");
  element.innerHTML = "&lt;&#65;&#x42;&nbsp;&unknown;";
  equal(element.textContent, "<AB\u00a0&unknown;");
});

test("templates keep their content apart", () => {
  const element = document.createElement("div");
  element.innerHTML = "<template><p>x</p></template>";
  const [template] = element.children;
  equal([template.childNodes.length, template.content.firstChild.textContent], [0, "x"]);
});

test("markup next to elements", () => {
  const element = document.createElement("div");
  element.innerHTML = "<p>x</p>";
  element.firstChild.insertAdjacentHTML("beforebegin", "<i></i>");
  element.firstChild.insertAdjacentHTML("afterend", "<b></b>");
  equal(element.innerHTML, "<i></i><b></b><p>x</p>");
  throws("SyntaxError", () => element.insertAdjacentHTML("inside", ""));
});

test("other documents", () => {
  const other = new DOMParser().parseFromString("<p id=x>y", "text/html");
  equal([other.getElementById("x").textContent, other.defaultView], ["y", null]);
});

test("templates can be shadow trees", () => {
  const other = new DOMParser().parseFromString(
    "<p id=p><template shadowrootmode=open><b>x</b></template>y</p>",
    "text/html",
  );
  const host = other.getElementById("p");
  equal([host.shadowRoot.innerHTML, host.innerHTML], ["<b>x</b>", "y"]);
});
