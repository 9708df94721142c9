"""`mdnkit l10n new`."""

from pathlib import Path

import pytest
from l10n_world import NEWER, World, make_world
from repositories import page


@pytest.fixture
def world(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> World:
    return make_world(tmp_path, monkeypatch, capsys)


def test_a_page_that_is_there_is_not_touched(world: World) -> None:
    before = world.file.read_text("utf-8")
    said = world.run("new", "A", "--locale", "de")
    assert said == (
        2,
        "",
        "mdnkit: german/de/a/index.md is already there; --force would replace it.\n",
    )
    assert world.file.read_text("utf-8") == before
    assert world.run("new", "A", "--locale", "de", "--force").code == 0
    assert world.file.read_text("utf-8") != before


@pytest.mark.parametrize(
    "slug", ["A", "/en-US/docs/A", "https://developer.mozilla.org/en-US/docs/A"]
)
def test_the_text_is_english_with_the_front_matter_of_a_translation(
    world: World, slug: str
) -> None:
    said = world.run("new", slug, "--locale", "FR")
    assert said == (0, "german/fr/a/index.md\n", "")
    assert Path("german/fr/a/index.md").read_text("utf-8") == (
        f"---\ntitle: A\nslug: A\nl10n:\n  sourceCommit: {world.second}\n---\n\n"
        + NEWER.replace("/en-US/docs/Web", "/fr/docs/Web")
    )


def test_the_new_page_agrees_with_its_english(world: World) -> None:
    world.run("new", "A", "--locale", "pt-BR")
    assert world.run("stamp", "--check", "german/pt-br/a").code == 0


def test_links_lead_to_the_locale_and_code_stays(world: World) -> None:
    body = (
        '[a](/en-US/docs/B#x) [b](</en-US/docs/B>) <a href="/en-US/docs/B">c</a> [d][d]\n'
        "[e](https://developer.mozilla.org/en-US/docs/B) [f](/en-US/blog/) `/en-US/docs/B`\n"
        "[g](https://web.archive.org/web/1/https://developer.mozilla.org/en-US/docs/B)\n\n"
        '```html\n<a href="/en-US/docs/B">x</a>\n```\n\n[d]: /en-US/docs/B\n'
    )
    world.english.commit(c=page("C", body, **{"short-title": "c", "page-type": "guide"}))
    world.run("new", "C", "--locale", "pt-BR")
    text = Path("german/pt-br/c/index.md").read_text("utf-8")
    front_matter, _line, written = text.partition("---\n\n")
    assert "short-title: c\n" in front_matter and "page-type" not in front_matter
    assert written == (
        '[a](/pt-BR/docs/B#x) [b](</pt-BR/docs/B>) <a href="/pt-BR/docs/B">c</a> [d][d]\n'
        "[e](https://developer.mozilla.org/pt-BR/docs/B) [f](/en-US/blog/) `/en-US/docs/B`\n"
        "[g](https://web.archive.org/web/1/https://developer.mozilla.org/en-US/docs/B)\n\n"
        '```html\n<a href="/en-US/docs/B">x</a>\n```\n\n[d]: /pt-BR/docs/B\n'
    )


@pytest.mark.parametrize("slug", ["Nope", "../A", "", "A/../../x"])
def test_there_must_be_such_a_page(world: World, slug: str) -> None:
    said = world.run("new", slug, "--locale", "fr")
    assert (said.code, said.out) == (2, "")
    assert (
        said.err
        == f"mdnkit: There is no English page `{slug}` in the history; name the slug of one.\n"
    )


@pytest.mark.parametrize("locale", ["en-US", "../de", "german"])
def test_there_must_be_such_a_locale(world: World, locale: str) -> None:
    assert (
        f"`{locale.lower()}` is no locale to translate into"
        in world.run("new", "A", "--locale", locale).err
    )
