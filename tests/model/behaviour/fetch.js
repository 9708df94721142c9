// scope: ServiceWorkerGlobalScope

test("headers: names without case, values together, sorted", () => {
  const headers = new Headers({ "X-B": "1", Accept: " text/html " });
  headers.append("x-b", "2");
  equal(
    [headers.get("X-b"), headers.get("accept"), headers.get("none")],
    ["1, 2", "text/html", null],
  );
  equal([...headers].join("|"), "accept,text/html|x-b,1, 2");
  headers.set("x-b", "3");
  headers.delete("ACCEPT");
  equal([headers.get("x-b"), headers.has("accept")], ["3", false]);
  throws("TypeError", () => headers.append("a b", "c"));
  throws("TypeError", () => headers.append("a", "b\nc"));
  equal(new Headers(headers).get("x-b"), "3");
});

test("responses", async () => {
  const response = new Response("text", { status: 201, headers: { a: "b" } });
  equal(
    [response.ok, response.status, response.headers.get("content-type")],
    [true, 201, "text/plain;charset=UTF-8"],
  );
  const copy = response.clone();
  equal(await response.text(), "text");
  equal([response.bodyUsed, copy.bodyUsed, copy.headers.get("a")], [true, false, "b"]);
  await rejects("TypeError", response.text());
  equal(new Response("", { status: 404 }).ok, false);
  throws("RangeError", () => new Response("", { status: 99 }));
  await rejects("SyntaxError", new Response("{").json());
});

test("responses made by static methods", async () => {
  equal((await Response.json({ a: [1] }).json()).a[0], 1);
  equal(Response.json(1).headers.get("content-type"), "application/json");
  equal([Response.error().type, Response.error().status], ["error", 0]);
  equal(Response.redirect("/x", 301).headers.get("location"), "https://example.com/x");
});

test("requests", async () => {
  const request = new Request("/x", { method: "post", body: "b", headers: { a: "b" } });
  equal(
    [request.url, request.method, request.headers.get("a")],
    ["https://example.com/x", "POST", "b"],
  );
  equal(await request.clone().text(), "b");
  const again = new Request(request, { method: "PUT" });
  equal([again.url, again.method, again.headers.get("a")], [request.url, "PUT", "b"]);
  throws("TypeError", () => new Request("/x", { body: "b" }));
  equal([new Request("/").mode, new Request("/").credentials], ["cors", "same-origin"]);
});

test("fetching is answered, unless it was aborted", async () => {
  const response = await fetch("/data");
  equal([response.url, response.ok, response.status], ["https://example.com/data", true, 200]);
  await rejects("AbortError", fetch("/data", { signal: AbortSignal.abort() }));
  await rejects("TypeError", fetch());
});

test("a body is read once, however it is read", async () => {
  for (const method of ["text", "json", "blob", "arrayBuffer", "bytes"]) {
    const response = new Response("[1]");
    await response[method]();
    equal(response.bodyUsed, true);
    await rejects("TypeError", response[method]());
    throws("TypeError", () => response.clone());
  }
});

test("a body is a stream of bytes", async () => {
  const response = new Response("ab");
  const found = [];
  for await (const chunk of response.body) found.push(...chunk);
  equal(found, [97, 98]);
  equal(response.bodyUsed, true);
  equal(new Response().body, null);
});

test("a stream can be a body", async () => {
  const stream = new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode("hi"));
      controller.close();
    },
  });
  equal(await new Response(stream).text(), "hi");
  throws("TypeError", () => new Request("/", { method: "POST", body: new ReadableStream() }));
});

test("a clone has the content of its own", async () => {
  const response = new Response("text");
  const copy = response.clone();
  equal([await response.text(), await copy.text()], ["text", "text"]);
});

test("headers that belong to the browser are kept out of requests", () => {
  const { headers } = new Request("/", { headers: { cookie: "a", "x-own": "b" } });
  equal([headers.get("cookie"), headers.get("x-own")], [null, "b"]);
  throws("TypeError", () => Response.error().headers.append("a", "b"));
  throws("TypeError", () => Response.redirect("/").headers.set("a", "b"));
});

test("responses without content have no body", () => {
  throws("TypeError", () => new Response("text", { status: 204 }));
  throws("RangeError", () => Response.redirect("/", 200));
  throws("TypeError", () => Response.json(undefined));
});

test("methods are checked, known ones made upper case", () => {
  equal(new Request("/", { method: "post" }).method, "POST");
  equal(new Request("/", { method: "patch" }).method, "patch");
  throws("TypeError", () => new Request("/", { method: "TRACE" }));
  throws("TypeError", () => new Request("/", { method: "a b" }));
});

test("the signal of a request follows the one that it was given", () => {
  const controller = new AbortController();
  const request = new Request("/", { signal: controller.signal });
  controller.abort("why");
  equal([request.signal.aborted, request.signal.reason], [true, "why"]);
});
