"""Real pages: what is looked up one by one agrees with what is read as a whole."""

import os
import random
from pathlib import Path

import pytest

from mdnkit.page.front_matter import parse_front_matter
from mdnkit.site.history import History
from mdnkit.site.site import Roots, Site
from mdnkit.site.slug import docs_path, folder_of

CONTENT = os.environ.get("CONTENT_ROOT", "")
TRANSLATED = os.environ.get("CONTENT_TRANSLATED_ROOT", "")

pytestmark = pytest.mark.skipif(not CONTENT, reason="CONTENT_ROOT names no checkout")


def site() -> Site:
    translated = (Path(TRANSLATED),) if TRANSLATED else ()
    return Site(Roots(Path(CONTENT), translated), History.open(None, Path(CONTENT)))


def locales() -> list[str]:
    return list(site().locales()) if CONTENT else []


@pytest.mark.parametrize("locale", locales())
def test_looking_up_and_walking_give_the_same_answers(locale: str) -> None:
    asked, walked = site(), site()
    folders = walked.pages(locale)
    assert folders
    around = {folder.rpartition("/")[0] for folder in folders} | {f"{f}/nope" for f in folders}
    for folder in (*folders, *around):
        assert asked.page_file(locale, folder) == walked.page_file(locale, folder)


@pytest.mark.parametrize("locale", locales())
def test_a_slug_read_from_the_first_bytes_is_that_of_the_front_matter(locale: str) -> None:
    here = site()
    for folder in here.pages(locale):
        file = here.page_file(locale, folder)
        assert file is not None
        slug = parse_front_matter(file.read_text("utf-8")).text("slug")
        assert folder_of(slug) == folder
        assert here.true_slug(locale, folder) == slug


@pytest.mark.parametrize("locale", locales())
def test_redirects_lead_to_their_end(locale: str) -> None:
    here = site()
    redirects = here.redirects(locale)
    assert redirects is not None
    broken = {problem.line for problem in redirects.problems}
    assert len(broken) < 5
    for entry in redirects.entries:
        if entry.line in broken:
            continue
        answer = here.resolve(entry.source.replace("?", "%3F"), locale)
        assert answer is not None
        assert answer.kind != "missing", entry


@pytest.mark.parametrize("locale", locales())
def test_a_page_answers_its_own_url(locale: str) -> None:
    here = site()
    for folder in here.pages(locale):
        slug = here.true_slug(locale, folder)
        assert slug is not None
        url = docs_path(locale, slug)
        answer = here.resolve(url, locale)
        assert answer is not None and answer == ("page", locale, slug, url)


def test_the_newest_commit_has_the_pages_on_disk() -> None:
    here = site()
    history = here.history
    assert history is not None
    if history.head is None:
        pytest.skip(history.missing_reason or "")
    folders = random.Random(1).sample(here.pages("en-us"), 200)
    texts = history.texts((history.head, folder) for folder in folders)
    for folder in folders:
        file = here.page_file("en-us", folder)
        assert file is not None and texts[history.head, folder] == file.read_bytes()
    history.close()
