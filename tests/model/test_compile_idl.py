"""What Web IDL compiles to, on a small fixture written for it, and what stops a refresh."""

import pytest

from mdnkit.errors import MdnkitError
from mdnkit.model.compile_idl import compile_idl, scopes, specifications

GARDEN = """\
// Source: Garden (https://garden.example/)

typedef (DOMString or Seed) Sowable;

enum Season { "", "spring", "late autumn" };

callback Watering = undefined (double litres, optional Season season = "");

callback interface Visitor {
  const unsigned short SKIP = 2;
  boolean visit(Bed bed);
};

[Exposed=*]
interface Seed {
  constructor();
  stringifier readonly attribute DOMString name;
};

[Exposed=(Window,Worker), LegacyWindowAlias=Patch]
interface Bed : Seed {
  constructor(DOMString name, optional [Clamp] octet depth = 0);
  [SameObject] readonly attribute Seed first; // the oldest
  inherit attribute DOMString name;
  getter Seed (unsigned long index);
  setter Seed plant(unsigned long index, Sowable what);
  static Promise<Bed?> find(DOMString name, Sowable... what);
  Bed sow([EnforceRange] unsigned long row);
  Bed sow(Sowable what, optional BedOptions options = {});
  iterable<DOMString, Seed>;
};

dictionary BedOptions : CommonOptions {
  required DOMString soil;
};

dictionary CommonOptions {
  sequence<DOMString> tools = [];
};

interface mixin Fenced {
  readonly attribute unrestricted double height;
};

Bed includes Fenced;

[Global=(Worker,Greenhouse), Exposed=Greenhouse,
 LegacyFactoryFunction=Bench(optional double length)]
interface GreenhouseScope {
  [Exposed=Window] async_iterable<Seed>(optional BedOptions options = {});
  readonly setlike<Seed>;
};

[Exposed=Window]
namespace Tools {
  const double PI = 3.14;
  readonly attribute Bed bed;
};
"""

PATHS = """\
// Source: Paths (https://paths.example/)

[Exposed=Window, SecureContext]
partial interface Bed {
  attribute EventHandler onstep;
};

partial interface mixin Fenced {
  undefined open();
};

partial dictionary CommonOptions {
  boolean _async = false;
};
"""

FILES = {"garden": GARDEN, "paths": PATHS}


def test_constants_keep_their_order_and_other_members_are_sorted() -> None:
    text = "interface Month { undefined sow(); const octet MAY = 5; attribute any bed; const octet APRIL = 4; };"
    (month,) = compile_idl({"garden": text})["interfaces"].values()
    assert [one["n"] for one in month["members"]] == ["bed", "MAY", "APRIL", "sow"]


def test_interface_with_partial_mixin_overloads_and_special_members() -> None:
    assert compile_idl(FILES)["interfaces"]["Bed"] == {
        "spec": "garden",
        "parent": "Seed",
        "exposed": ["Window", "Worker"],
        "ext": {"LegacyWindowAlias": ["Patch"]},
        "mixins": ["Fenced"],
        "partials": ["paths"],
        "constructors": [
            [
                {"n": "name", "t": "DOMString"},
                {"n": "depth", "t": "[Clamp] octet", "opt": True, "def": "0"},
            ]
        ],
        "members": [
            {"k": "attribute", "n": "first", "t": "Seed", "ro": True, "ext": {"SameObject": True}},
            {
                "k": "attribute",
                "n": "height",
                "t": "unrestricted double",
                "ro": True,
                "from": "Fenced",
            },
            {"k": "attribute", "n": "name", "t": "DOMString", "inherit": True},
            {
                "k": "attribute",
                "n": "onstep",
                "t": "EventHandler",
                "exposed": ["Window"],
                "ext": {"SecureContext": True},
                "spec": "paths",
            },
            {"k": "getter", "t": "Seed", "args": [{"n": "index", "t": "unsigned long"}]},
            {"k": "iterable", "t": ["DOMString", "Seed"]},
            {
                "k": "operation",
                "n": "find",
                "t": "Promise<Bed?>",
                "static": True,
                "args": [
                    {"n": "name", "t": "DOMString"},
                    {"n": "what", "t": "Sowable", "var": True},
                ],
            },
            {"k": "operation", "n": "open", "t": "undefined", "from": "Fenced", "spec": "paths"},
            {
                "k": "operation",
                "n": "plant",
                "t": "Seed",
                "special": "setter",
                "args": [{"n": "index", "t": "unsigned long"}, {"n": "what", "t": "Sowable"}],
            },
            {
                "k": "operation",
                "n": "sow",
                "t": "Bed",
                "args": [{"n": "row", "t": "[EnforceRange] unsigned long"}],
            },
            {
                "k": "operation",
                "n": "sow",
                "t": "Bed",
                "args": [
                    {"n": "what", "t": "Sowable"},
                    {"n": "options", "t": "BedOptions", "opt": True, "def": "{}"},
                ],
            },
        ],
    }


def test_global_with_a_factory_function_and_collections() -> None:
    assert compile_idl(FILES)["interfaces"]["GreenhouseScope"] == {
        "spec": "garden",
        "exposed": ["Greenhouse"],
        "ext": {"Global": ["Worker", "Greenhouse"]},
        "legacyFactory": {"Bench": [[{"n": "length", "t": "double", "opt": True}]]},
        "members": [
            {
                "k": "asyncIterable",
                "t": ["Seed"],
                "args": [{"n": "options", "t": "BedOptions", "opt": True, "def": "{}"}],
                "exposed": ["Window"],
            },
            {"k": "setlike", "t": ["Seed"], "ro": True},
        ],
    }


def test_stringifier_attribute_and_exposure_everywhere() -> None:
    assert compile_idl(FILES)["interfaces"]["Seed"] == {
        "spec": "garden",
        "exposed": ["*"],
        "constructors": [[]],
        "members": [
            {
                "k": "attribute",
                "n": "name",
                "t": "DOMString",
                "ro": True,
                "special": "stringifier",
            }
        ],
    }


def test_callback_interface() -> None:
    assert compile_idl(FILES)["interfaces"]["Visitor"] == {
        "spec": "garden",
        "kind": "callback",
        "members": [
            {"k": "const", "n": "SKIP", "t": "unsigned short", "v": "2"},
            {"k": "operation", "n": "visit", "t": "boolean", "args": [{"n": "bed", "t": "Bed"}]},
        ],
    }


def test_every_other_kind_of_definition() -> None:
    tables = compile_idl(FILES)
    assert tables["typedefs"] == {"Sowable": {"t": "(DOMString or Seed)", "spec": "garden"}}
    assert tables["enums"] == {
        "Season": {"values": ["", "spring", "late autumn"], "spec": "garden"}
    }
    assert tables["callbacks"] == {
        "Watering": {
            "t": "undefined",
            "args": [
                {"n": "litres", "t": "double"},
                {"n": "season", "t": "Season", "opt": True, "def": '""'},
            ],
            "spec": "garden",
        }
    }
    assert tables["dictionaries"] == {
        "BedOptions": {
            "parent": "CommonOptions",
            "members": [{"n": "soil", "t": "DOMString", "req": True}],
            "spec": "garden",
        },
        "CommonOptions": {
            "members": [
                {"n": "async", "t": "boolean", "def": "false", "spec": "paths"},
                {"n": "tools", "t": "sequence<DOMString>", "def": "[]"},
            ],
            "partials": ["paths"],
            "spec": "garden",
        },
    }
    assert tables["namespaces"] == {
        "Tools": {
            "exposed": ["Window"],
            "members": [
                {"k": "attribute", "n": "bed", "t": "Bed", "ro": True},
                {"k": "const", "n": "PI", "t": "double", "v": "3.14"},
            ],
            "spec": "garden",
        }
    }


def test_scopes_and_specifications() -> None:
    assert scopes(compile_idl(FILES)["interfaces"]) == {
        "GreenhouseScope": {"names": ["Worker", "Greenhouse"]}
    }
    assert specifications(FILES) == {
        "garden": {"title": "Garden", "url": "https://garden.example/"},
        "paths": {"title": "Paths", "url": "https://paths.example/"},
    }


def test_what_is_said_of_a_constructor_is_said_of_its_interface() -> None:
    text = "[Exposed=Window] interface Rake { [HTMLConstructor] constructor(); };"
    assert compile_idl({"tools": text})["interfaces"]["Rake"] == {
        "spec": "tools",
        "exposed": ["Window"],
        "ext": {"HTMLConstructor": True},
        "constructors": [[]],
        "members": [],
    }


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("interface A {}; interface A {};", "A is defined by x.idl and again by x.idl."),
        ("partial interface A {};", "x.idl extends A, which nothing defines."),
        ("interface A : B {};", "A inherits from B, which nothing defines."),
        ("dictionary A : B {};", "A inherits from B, which nothing defines."),
        (
            "interface A {}; A includes B;",
            "x.idl: A includes B, one of which nothing defines.",
        ),
        ("interface A { nonsense };", "x.idl is not Web IDL at: nonsense"),
    ],
)
def test_what_does_not_resolve_stops_the_refresh(text: str, message: str) -> None:
    with pytest.raises(MdnkitError) as stopped:
        compile_idl({"x": text})
    assert str(stopped.value) == message


def test_a_missing_parser_is_named_with_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "widlparser", None)
    with pytest.raises(MdnkitError) as stopped:
        compile_idl(FILES)
    expected = "Compiling Web IDL needs widlparser: install mdnkit[refresh]."
    assert str(stopped.value) == expected
