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


def candidates(call: Call) -> tuple[str, ...]:
    """Return the slugs, or for `RFC` the URL, that a call may lead to; none where it has no target."""
    find = _PAGES.get(call.key)
    name = call.text(0) if find else ""
    return find(name) if find and name.strip() else ()


def target(call: Call) -> Target | None:
    """Return where a call leads; None for a macro that is no link, and without a first argument."""
    slugs = candidates(call)
    return Target(slugs, *_SHOWN[call.key](call)) if slugs else None


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
    show = _SHOWN.get(call.key)
    if show and call.text(0).strip():
        return show(call)[1]
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


def _bare(name: str) -> str:
    """Return a name without its fragment."""
    return name.partition("#")[0]


def _fragment(name: str, given: str) -> str:
    """Return the fragment of a name, else the one that is given beside it."""
    return name.partition("#")[2] or given.removeprefix("#")


def _unescape(text: str) -> str:
    """Return `text` with character references such as `&lt;` decoded."""
    if "&" not in text:
        return text
    from html import unescape

    return unescape(text)


def _api_pages(name: str) -> tuple[str, ...]:
    path = _bare(name).replace(" ", "_")
    path = path.replace("()", "").replace(".prototype.", ".").replace(".", "/")
    slugs = (f"{_API}{path}", f"{_API}{path}_static")
    return slugs if "/" in path else (*slugs, f"{_API}Window/{path}")


def _css_pages(name: str) -> tuple[str, ...]:
    name = _bare(_unescape(name))
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
    return (*[f"{_CSS}Reference/{path}" for path in dict.fromkeys(paths)], f"{_CSS}{slug}")


def _js_pages(name: str) -> tuple[str, ...]:
    path = _bare(name).replace("()", "").replace(".prototype.", ".")
    if "/" not in path:
        path = path.replace(".", "/")
    paths = [path, f"Global_Objects/{path}"]
    if "/" not in path:
        paths.append(f"Operators/{path}")
    paths += [f"Global_Objects/{namespace}/{path}" for namespace in _JS_NAMESPACES]
    return tuple([f"{_JS}{path}" for path in paths])


def _below(folder: str) -> Callable[[str], tuple[str, ...]]:
    return lambda name: (f"{folder}/{_bare(name)}",)


def _element_below(folder: str) -> Callable[[str], tuple[str, ...]]:
    return lambda name: (f"{folder}/{_bare(name.lower())}",)


def _term_path(term: str) -> str:
    return _SPACES.sub(" ", term).replace(" ", "_")


def _glossary_pages(term: str) -> tuple[str, ...]:
    return (f"Glossary/{_bare(_term_path(term))}",)


def _webext_path(name: str) -> str:
    return name.replace(" ", "_").replace("()", "").replace(".", "/")


def _webext_pages(name: str) -> tuple[str, ...]:
    return (f"Mozilla/Add-ons/WebExtensions/API/{_bare(_webext_path(name))}",)


def _rfc_page(number: str) -> tuple[str, ...]:
    return (f"https://datatracker.ietf.org/doc/html/rfc{number}",)


_PAGES: dict[str, Callable[[str], tuple[str, ...]]] = {
    "csp": _below("Web/HTTP/Reference/Headers/Content-Security-Policy"),
    "cssxref": _css_pages,
    "domxref": _api_pages,
    "glossary": _glossary_pages,
    "htmlelement": _element_below("Web/HTML/Reference/Elements"),
    "httpheader": _below("Web/HTTP/Reference/Headers"),
    "httpmethod": _below("Web/HTTP/Reference/Methods"),
    "httpstatus": _below("Web/HTTP/Reference/Status"),
    "jsxref": _js_pages,
    "mathmlelement": _element_below("Web/MathML/Reference/Element"),
    "rfc": _rfc_page,
    "svgattr": _below("Web/SVG/Reference/Attribute"),
    "svgelement": _below("Web/SVG/Reference/Element"),
    "webextapiref": _webext_pages,
}
"""What makes candidates of the first argument, by the folded names of the macros that become one link."""

_Shown = tuple[str, str, bool]
"""The anchor, the text and the code of a `Target`."""


def _domxref(call: Call) -> _Shown:
    name = call.text(0)
    anchor = _fragment(name, call.text(2))
    text = call.text(1) or _bare(name)
    if call.text(2):
        text = f"{text}.{anchor}"
    return anchor, text, not _is_set(call.argument(3))


def _cssxref(call: Call) -> _Shown:
    name = _unescape(call.text(0))
    text = _unescape(call.text(1)) or _bare(name).rpartition("/")[2]
    return _fragment(name, call.text(2)), text, True


def _jsxref(call: Call) -> _Shown:
    name = call.text(0)
    text = call.text(1) or _bare(name)
    return _fragment(name, call.text(2)), text, not _is_set(call.argument(3))


def _html_element(call: Call) -> _Shown:
    name = call.text(0).lower()
    text = call.text(1) or (name if " " in name else f"<{name}>")
    code = not call.text(1) and " " not in name
    return _fragment(name, call.text(2)), text, code


def _mathml_element(call: Call) -> _Shown:
    name = call.text(0).lower()
    return _fragment(name, ""), f"<{name}>", True


def _svg_element(call: Call) -> _Shown:
    name = call.text(0)
    return _fragment(name, ""), f"<{name}>", True


def _code(call: Call) -> _Shown:
    name = call.text(0)
    return _fragment(name, ""), name, True


def _http(call: Call) -> _Shown:
    name, anchor = call.text(0), call.text(2)
    text = call.text(1) or name
    if anchor:
        text = f"{text}.{anchor}"
    return _fragment(name, anchor), text, not _is_set(call.argument(3))


def _glossary(call: Call) -> _Shown:
    term = call.text(0)
    return _fragment(_term_path(term), ""), call.text(1) or term, False


def _webext(call: Call) -> _Shown:
    name, anchor = call.text(0), call.text(2)
    text = call.text(1) or name
    if anchor:
        text = f"{text}#{anchor}"
    return _fragment(_webext_path(name), anchor), text, not _is_set(call.argument(3))


def _rfc(call: Call) -> _Shown:
    number, content, section = call.text(0), call.text(1), call.text(2)
    text = f"RFC {number}"
    if section:
        text += f", section {section}"
    if content:
        text += f": {content}"
    return f"section-{section}" if section else "", text, False


_SHOWN: dict[str, Callable[[Call], _Shown]] = {
    "csp": _code,
    "cssxref": _cssxref,
    "domxref": _domxref,
    "glossary": _glossary,
    "htmlelement": _html_element,
    "httpheader": _http,
    "httpmethod": _http,
    "httpstatus": _http,
    "jsxref": _jsxref,
    "mathmlelement": _mathml_element,
    "rfc": _rfc,
    "svgattr": _code,
    "svgelement": _svg_element,
    "webextapiref": _webext,
}

LINK_MACROS = frozenset(_PAGES)
"""The folded names of the macros that become one link."""
