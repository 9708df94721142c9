"""Running git."""

import os
import pickle
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from repositories import English, page

from mdnkit.site.git import NOT_INSTALLED, Answer, Conversation, run


@pytest.fixture(scope="module")
def english(tmp_path_factory: pytest.TempPathFactory) -> English:
    english = English(tmp_path_factory.mktemp("english"))
    english.commit(web=page("Web"), **{f"p{i}": page(f"P{i}", "x\0\n" * i) for i in range(100)})
    return english


def place(english: English) -> tuple[str, str]:
    return ("-C", str(english.folder))


def test_an_answer_is_what_git_prints(english: English) -> None:
    assert run(place(english), "rev-parse", "HEAD") == Answer(0, f"{english.head()}\n".encode(), "")


def test_a_failure_is_an_answer_with_one_line(english: English) -> None:
    answer = run(place(english), "rev-parse", "--verify", "nope")
    assert answer == Answer(128, b"", "Needed a single revision")


def test_git_may_not_be_installed(english: English, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert run(place(english), "version") == Answer(NOT_INSTALLED, b"", "git is not installed")


@pytest.mark.parametrize(
    "name", ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_PREFIX"]
)
def test_what_a_calling_git_sets_is_not_passed_on(
    english: English, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv(name, "/nowhere")
    assert run(place(english), "rev-parse", "HEAD").output.decode().strip() == english.head()
    assert run(place(english), "status", "--porcelain").code == 0


def test_hooks_and_other_programs_of_a_repository_do_not_run(tmp_path: Path) -> None:
    english = English(tmp_path / "english")
    english.commit(web=page("Web"))
    trap = tmp_path / "trap"
    trap.write_text(f"#!/bin/sh\ntouch '{tmp_path}/sprung'\n")
    trap.chmod(0o755)
    for name in (
        "post-checkout",
        "reference-transaction",
        "post-index-change",
        "fsmonitor-watchman",
    ):
        hook = english.folder / ".git/hooks" / name
        hook.parent.mkdir(exist_ok=True)
        hook.write_bytes(trap.read_bytes())
        hook.chmod(0o755)
    run(place(english), "config", "core.fsmonitor", str(trap))
    assert run(place(english), "status", "--porcelain").code == 0
    assert run(place(english), "update-ref", "refs/heads/other", "HEAD").code == 0
    assert not (tmp_path / "sprung").exists()


def test_objects_come_in_the_order_they_are_asked_for(english: English) -> None:
    conversation = Conversation(place(english))
    names = [f"HEAD:files/en-us/p{i}/index.md".encode() for i in range(100)]
    objects = list(conversation.ask(names * 20))
    assert [found and found.content for found in objects[:3]] == [
        page(f"P{i}", "x\0\n" * i).encode() for i in range(3)
    ]
    assert objects[100:] == objects[:100] * 19
    conversation.close()


def test_what_is_not_there_is_none(english: English) -> None:
    conversation = Conversation(place(english))
    head = english.head()
    names = [
        "HEAD:nope",
        "0" * 40,
        f"{head}:files/nope",
        "--help",
        "-x",
        "",
        f"{head}^{{commit}}",
        "HEAD:",
    ]
    kinds = [found and found.kind for found in conversation.ask(name.encode() for name in names)]
    assert kinds == [None] * 6 + ["commit", "tree"]
    assert list(conversation.ask([])) == []
    conversation.close()


def test_a_conversation_can_go_on_after_it_was_closed_or_copied(english: English) -> None:
    conversation = Conversation(place(english))
    first = list(conversation.ask([b"HEAD"]))
    copy = pickle.loads(pickle.dumps(conversation))
    assert list(copy.ask([b"HEAD"])) == first
    conversation.close()
    conversation.close()
    assert list(conversation.ask([b"HEAD"])) == first
    copy.close()
    conversation.close()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="forks")
def test_a_forked_process_talks_to_a_git_of_its_own(english: English) -> None:
    conversation = Conversation(place(english))
    names = [f"HEAD:files/en-us/p{i}/index.md".encode() for i in range(100)]
    expected = list(conversation.ask(names))
    child = os.fork()
    if child == 0:
        status = 0 if list(conversation.ask(names)) == expected else 1
        conversation.close()
        os._exit(status)
    assert list(conversation.ask(names)) == expected
    assert os.waitpid(child, 0)[1] == 0
    assert list(conversation.ask(names)) == expected
    conversation.close()


def test_a_git_that_ends_in_the_middle_is_told(tmp_path: Path) -> None:
    with pytest.raises(EOFError):
        list(Conversation(("-C", str(tmp_path / "nowhere"))).ask([b"HEAD"] * 1000))


@given(
    st.lists(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\n"), max_size=50))
)
def test_any_line_gets_one_answer(english: English, names: list[str]) -> None:
    conversation = Conversation(place(english))
    assert len(list(conversation.ask(name.encode() for name in names))) == len(names)
    conversation.close()
