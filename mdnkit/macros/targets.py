"""What a link macro points to, and the words that a reader sees where an inline macro stands.

MDN's builder picks the page among all that exist; here the same rules give candidates, in the
order in which it would take them.

Source: https://github.com/mdn/rari, `crates/rari-doc/src/templ/templs/links/`.
"""

import re
from collections.abc import Callable
from typing import NamedTuple, Protocol

from mdnkit.macros.catalogue import macro


class Call(Protocol):
    """What is needed of a macro call."""

    @property
    def key(self) -> str:
        """The folded name."""

    def argument(self, index: int, /) -> str | int | float | bool | None:
        """Return the value of an argument; None when it is not given."""

    def text(self, index: int, /) -> str:
        """Return an argument as text; empty when it is not given."""


class Target(NamedTuple):
    """Where a link macro leads."""

    candidates: tuple[str, ...]
    """Slugs such as `Web/API/Event`; the first that exists counts. For `RFC`, one URL."""
    anchor: str
    """The fragment without `#`; empty when there is none."""
    text: str
    """The words of the link."""
    code: bool
    """Whether they are shown as code."""


def target(call: Call) -> Target | None:
    """Return where a call leads; None for a macro that is no link, and without a first argument."""
    find = _FINDERS.get(call.key)
    return find(call) if find and call.text(0).strip() else None


def navigation_slugs(call: Call) -> tuple[tuple[int, str], ...]:
    """Return the slugs that a call names as the pages before and after and their overview, each with its argument's index.

    Empty for any other macro. https://github.com/mdn/rari/blob/main/crates/rari-doc/src/templ/templs/previous_menu_next.rs
    """
    known = macro(call.key)
    if known is None or known.family != "navigation":
        return ()
    slugs = ((at, call.text(at).strip("/")) for at in range(len(known.parameters)))
    return tuple((at, slug) for at, slug in slugs if slug)


def render_text(call: Call) -> str:
    """Return the words that an English reader sees for an inline macro; empty for any other."""
    found = target(call)
    if found:
        return found.text
    if call.key == "livesamplelink":
        return call.text(1)
    known = macro(call.key)
    return known.shows if known else ""


_API = "Web/API/"
_CSS = "Web/CSS/"
_JS = "Web/JavaScript/Reference/"
_CSS_GROUPS = (
    "basic-shape",
    "color_value",
    "easing-function",
    "filter-function",
    "gradient",
    "image",
    "transform-function",
)
"""Pages below `Values` that have the pages of their functions below them."""
_JS_NAMESPACES = ("Intl", "Temporal")
"""Global objects whose members are known without their name."""
_SPACES = re.compile(r"\s+")


def _is_set(value: str | int | float | bool | None) -> bool:
    """Return whether MDN takes an argument for a flag that is raised."""
    return bool(value)


def _fragment(call: Call, name: str) -> tuple[str, str]:
    """Return `name` without its fragment, and the fragment: its own, else the third argument."""
    bare, _, embedded = name.partition("#")
    return bare, embedded or call.text(2).removeprefix("#")


def _member_path(name: str) -> str:
    """Return the path of `Interface.prototype.member()`."""
    return name.replace("()", "").replace(".prototype.", ".").replace(".", "/")


def _domxref(call: Call) -> Target:
    name, anchor = _fragment(call, call.text(0))
    path = _member_path(name.replace(" ", "_"))
    text = call.text(1) or name
    if call.text(2):
        text = f"{text}.{anchor}"
    candidates = [f"{_API}{path}", f"{_API}{path}_static"]
    if "/" not in path:
        candidates.append(f"{_API}Window/{path}")
    return Target(tuple(candidates), anchor, text, not _is_set(call.argument(3)))


def _unescape(text: str) -> str:
    """Return `text` with character references such as `&lt;` decoded."""
    if "&" not in text:
        return text
    from html import unescape

    return unescape(text)


def _cssxref(call: Call) -> Target:
    name, anchor = _fragment(call, _unescape(call.text(0)))
    text = _unescape(call.text(1)) or name.rpartition("/")[2]
    slug = name.removeprefix("<").removesuffix(">")
    is_function = slug.endswith("()")
    slug = slug.removesuffix("()")
    values = [f"Values/{slug}", f"Values/{slug}_value", f"Values/{slug}_function"]
    values += [f"Values/{group}/{slug}" for group in _CSS_GROUPS]
    if name.startswith(":"):
        paths = [f"Selectors/{slug}", f"Selectors/{slug}_function"]
        paths = paths[::-1] if is_function else paths
    elif name.startswith("@"):
        paths = [f"At-rules/{slug}"]
    elif is_function:
        paths = [f"Values/{slug}_function", *values]
    elif name.startswith("<"):
        paths = values
    else:
        paths = [f"Properties/{slug}", *values]
    candidates = [f"{_CSS}Reference/{path}" for path in dict.fromkeys(paths)]
    return Target((*candidates, f"{_CSS}{slug}"), anchor, text, True)


def _jsxref(call: Call) -> Target:
    name, anchor = _fragment(call, call.text(0))
    path = name.replace("()", "").replace(".prototype.", ".")
    if "/" not in path:
        path = path.replace(".", "/")
    candidates = [path, f"Global_Objects/{path}"]
    if "/" not in path:
        candidates.append(f"Operators/{path}")
    candidates += [f"Global_Objects/{namespace}/{path}" for namespace in _JS_NAMESPACES]
    slugs = tuple(f"{_JS}{candidate}" for candidate in candidates)
    return Target(slugs, anchor, call.text(1) or name, not _is_set(call.argument(3)))


def _below(folder: str, name: str, anchor: str = "") -> tuple[tuple[str, ...], str]:
    """Return the page `name` below `folder`, and the fragment: its own, else `anchor`."""
    path, _, embedded = name.partition("#")
    return (f"{folder}/{path}",), embedded or anchor.removeprefix("#")


def _html_element(call: Call) -> Target:
    name = call.text(0).lower()
    text = call.text(1) or (name if " " in name else f"<{name}>")
    code = not call.text(1) and " " not in name
    return Target(*_below("Web/HTML/Reference/Elements", name, call.text(2)), text, code)


def _svg_element(call: Call) -> Target:
    name = call.text(0)
    return Target(*_below("Web/SVG/Reference/Element", name), f"<{name}>", True)


def _svg_attribute(call: Call) -> Target:
    name = call.text(0)
    return Target(*_below("Web/SVG/Reference/Attribute", name), name, True)


def _mathml_element(call: Call) -> Target:
    name = call.text(0).lower()
    return Target(*_below("Web/MathML/Reference/Element", name), f"<{name}>", True)


def _http(folder: str) -> Callable[[Call], Target]:
    def find(call: Call) -> Target:
        name, anchor = call.text(0), call.text(2)
        text = call.text(1) or name
        if anchor:
            text = f"{text}.{anchor}"
        page = _below(f"Web/HTTP/Reference/{folder}", name, anchor)
        return Target(*page, text, not _is_set(call.argument(3)))

    return find


def _csp(call: Call) -> Target:
    name = call.text(0)
    return Target(*_below("Web/HTTP/Reference/Headers/Content-Security-Policy", name), name, True)


def _glossary(call: Call) -> Target:
    term = call.text(0)
    page = _below("Glossary", _SPACES.sub(" ", term).replace(" ", "_"))
    return Target(*page, call.text(1) or term, False)


def _webext(call: Call) -> Target:
    name, anchor = call.text(0), call.text(2)
    path = name.replace(" ", "_").replace("()", "").replace(".", "/")
    text = call.text(1) or name
    if anchor:
        text = f"{text}#{anchor}"
    page = _below("Mozilla/Add-ons/WebExtensions/API", path, anchor)
    return Target(*page, text, not _is_set(call.argument(3)))


def _rfc(call: Call) -> Target:
    number, content, section = call.text(0), call.text(1), call.text(2)
    text = f"RFC {number}"
    if section:
        text += f", section {section}"
    if content:
        text += f": {content}"
    url = f"https://datatracker.ietf.org/doc/html/rfc{number}"
    return Target((url,), f"section-{section}" if section else "", text, False)


_FINDERS: dict[str, Callable[[Call], Target]] = {
    "csp": _csp,
    "cssxref": _cssxref,
    "domxref": _domxref,
    "glossary": _glossary,
    "htmlelement": _html_element,
    "httpheader": _http("Headers"),
    "httpmethod": _http("Methods"),
    "httpstatus": _http("Status"),
    "jsxref": _jsxref,
    "mathmlelement": _mathml_element,
    "rfc": _rfc,
    "svgattr": _svg_attribute,
    "svgelement": _svg_element,
    "webextapiref": _webext,
}

LINK_MACROS = frozenset(_FINDERS)
"""The folded names of the macros that become one link."""
