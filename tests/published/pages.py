"""Pages written for these tests in the form in which MDN publishes pages."""

COMMIT = "0123456789abcdef0123456789abcdef01234567"

REPORT = (
    "https://github.com/mdn/content/issues/new?template=page-report.yml"
    "&mdn-url=https%3A%2F%2Fdeveloper.mozilla.org%2Fen-US%2Fdocs%2FWeb%2FAPI%2FBell"
    "&metadata=%3C%21--+Do+not+make+changes+below+this+line+--%3E%0A%3Cdetails%3E%0A*+Folder%3A+%60en-us%2Fweb%2Fapi%2Fbell%60"
    "%0A*+MDN+URL%3A+https%3A%2F%2Fdeveloper.mozilla.org%2Fen-US%2Fdocs%2FWeb%2FAPI%2FBell"
    "%0A*+GitHub+URL%3A+https%3A%2F%2Fgithub.com%2Fmdn%2Fcontent%2Fblob%2Fmain%2Ffiles%2Fen-us%2Fweb%2Fapi%2Fbell%2Findex.md"
    f"%0A*+Last+commit%3A+https%3A%2F%2Fgithub.com%2Fmdn%2Fcontent%2Fcommit%2F{COMMIT}"
    "%0A*+Document+last+modified%3A+2026-02-03T04%3A05%3A06.000Z%0A%0A%3C%2Fdetails%3E"
)

SOURCE = """\
---
title: Bell
slug: Web/API/Bell
page-type: web-api-interface
---

## Syntax

```js-nolint
ring()
```

## Examples

```html
<p id="sign"></p>
```

```js
const sign = document.querySelector("#sign");

if (1 < 2 && sign) {
  sign.textContent = "Ding";
}
```

```js example-bad
sign.ring("\\{{never}}");
```
"""

HTML = f"""\
<!DOCTYPE html>
<html lang="en-US" prefix="og: https://ogp.me/ns#">
  <head>
    <title>Bell - Web APIs | MDN</title>
    <link rel="canonical" href="https://developer.mozilla.org/en-US/docs/Web/API/Bell">
    <script>const pre = '<pre class="brush: js notranslate">not shown</pre>';</script>
  </head>
  <body>
    <h1>Bell</h1>
    <section aria-labelledby="syntax"><h2 id="syntax"><a href="#syntax">Syntax</a></h2>
      <div class="code-example"><div class="example-header"><span class="language-name">js</span></div>
      <pre class="brush: js notranslate"><code><span class="token function">ring</span>()
</code></pre></div>
    </section>
    <h2 id="examples"><a href="#examples">Examples</a></h2>
    <div class="code-example"><pre class="brush: html notranslate"><code>&lt;p id="sign"&gt;&lt;/p&gt;
</code></pre></div>
    <div class="code-example"><pre class="brush: js notranslate"><code>const sign = document.querySelector("#sign");

if (1 &lt; 2 &amp;&amp; sign) {{
  sign.textContent = "Ding";
}}
</code></pre></div>
    <div class="code-example"><pre class="brush: js example-bad notranslate"><code>sign.ring("{{{{never}}}}");
</code></pre></div>
    <aside class="article-footer"><p class="last-modified-date">This page was last modified on
      <time datetime="2026-02-03T04:05:06.000Z">Feb 3, 2026</time> by
      <a href="/en-US/docs/Web/API/Bell/contributors.txt" rel="nofollow">MDN contributors</a>.</p>
      <div id="on-github" class="on-github">
        <a href="https://github.com/mdn/content/blob/main/files/en-us/web/api/bell/index.md?plain=1">View this page on GitHub</a> •
        <a href="{REPORT.replace("&", "&amp;")}">Report a problem with this content</a></div></aside>
  </body>
</html>
"""

MARKDOWN = f"""\
# Bell

## [Syntax](#syntax)

js

```
ring()
```

## [Examples](#examples)

html

```
<p id="sign"></p>
```

js

```
const sign = document.querySelector("#sign");

if (1 < 2 && sign) {{
  sign.textContent = "Ding";
}}
```

js

```
sign.ring("{{{{never}}}}");
```

## Help improve MDN

 This page was last modified on Feb 3, 2026 by [MDN contributors](/en-US/docs/Web/API/Bell/contributors.txt).

[View this page on GitHub](https://github.com/mdn/content/blob/main/files/en-us/web/api/bell/index.md?plain=1) • [Report a problem with this content]({REPORT})
"""

BARE = """\
HTTP/2 301
content-length: 162
location: https://developer.mozilla.org/en-US/docs/Web/API/Bell
server: nginx
HTTP/2 200
content-type: text/html
alt-svc: clear
Bell - Web APIs | MDN
A bell rings.
ring()
<p id="sign"></p>
const sign = document.querySelector("#sign");
if (1 < 2 && sign) {
sign.textContent = "Ding";
}
sign.ring("{{never}}");
"""
