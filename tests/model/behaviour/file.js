// scope: Window
// html: <form id=f><input name=a value=1><input name=b type=checkbox><input name=c type=radio checked><input name=d disabled value=2><select name=e><option>x<option selected>y</select><textarea name=g>text</textarea><button name=h value=9>go</button></form>

test("parts of a blob are joined, texts as UTF-8", async () => {
  const blob = new Blob(["\u00e4", new Uint8Array([65, 66]), new Blob(["c"])], {
    type: "Text/PLAIN",
  });
  equal([blob.size, blob.type, await blob.text()], [5, "text/plain", "\u00e4ABc"]);
  equal([...new Uint8Array(await blob.arrayBuffer())], [0xc3, 0xa4, 65, 66, 99]);
});

test("slices count from both ends", async () => {
  const blob = new Blob(["hello"]);
  equal(await blob.slice(1, 3).text(), "el");
  equal(await blob.slice(-2).text(), "lo");
  equal(await blob.slice(4, 2).text(), "");
});

test("a file has a name and a date", () => {
  const file = new File(["x"], "x.txt", { lastModified: 5 });
  equal([file.name, file.lastModified, file.size, file instanceof Blob], ["x.txt", 5, 1, true]);
  equal(new File([], "y").lastModified, Date.now());
});

test("a blob streams its bytes", async () => {
  const found = [];
  for await (const chunk of new Blob(["ab"]).stream()) found.push(...chunk);
  equal(found, [97, 98]);
});

test("a reader fires its events in order", async () => {
  const reader = new FileReader();
  const found = [];
  for (const type of ["loadstart", "progress", "load", "loadend"]) {
    reader.addEventListener(type, (event) => found.push(event.type, reader.readyState));
  }
  reader.readAsText(new Blob(["text"]));
  throws("InvalidStateError", () => reader.readAsText(new Blob([])));
  equal([reader.readyState, reader.result], [1, null]);
  await new Promise((resolve) => reader.addEventListener("loadend", resolve));
  equal(found, ["loadstart", 1, "progress", 1, "load", 2, "loadend", 2]);
  equal(reader.result, "text");
});

test("marks at the beginning of bytes tell the encoding, without any label", async () => {
  const reader = new FileReader();
  reader.readAsText(new Blob([new Uint8Array([0xfe, 0xff, 0, 0x68, 0, 0x69])]));
  await new Promise((resolve) => (reader.onloadend = resolve));
  equal(reader.result, "hi");
});

test("a reader gives data URLs, and nothing after an abort", async () => {
  const reader = new FileReader();
  reader.readAsDataURL(new Blob(["hi"], { type: "text/plain" }));
  await new Promise((resolve) => (reader.onloadend = resolve));
  equal(reader.result, "data:text/plain;base64,aGk=");
  reader.readAsText(new Blob(["hi"]));
  reader.abort();
  equal([reader.readyState, reader.result, reader.error.name], [2, null, "AbortError"]);
});

test("form data keeps names in order, set replaces all of a name", () => {
  const data = new FormData();
  data.append("a", 1);
  data.append("b", "2");
  data.append("a", "3");
  data.set("a", "4");
  equal([...data].join(), "a,4,b,2");
  equal([data.get("c"), data.has("b"), data.getAll("a").length], [null, true, 1]);
});

test("blobs in form data become files", () => {
  const data = new FormData();
  data.append("a", new Blob(["x"]));
  data.append("a", new Blob(["x"]), "x.txt");
  equal(
    data.getAll("a").map((file) => file.name),
    ["blob", "x.txt"],
  );
});

test("the data of a form are its successful controls", () => {
  const form = document.querySelector("form");
  let found = "";
  form.addEventListener("formdata", (event) => event.formData.append("more", "1"));
  for (const [name, value] of new FormData(form)) found += `${name}=${value};`;
  equal(found, "a=1;c=on;e=y;g=text;more=1;");
  equal(new FormData(form, form.querySelector("button")).get("h"), "9");
});

test("form data travel as a body and back", async () => {
  const data = new FormData();
  data.append("text", "line\nbreak");
  data.append("file", new File(["content"], "a.txt", { type: "text/plain" }));
  const response = new Response(data);
  equal(response.headers.get("content-type").startsWith("multipart/form-data; boundary="), true);
  const back = await response.formData();
  equal(back.get("text"), "line\r\nbreak");
  equal([back.get("file").name, await back.get("file").text()], ["a.txt", "content"]);
});
