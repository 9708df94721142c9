"""Which segments stand for each other, when some are missing."""

from hypothesis import given
from hypothesis import strategies as st

from mdnkit.l10n.alignment import align
from mdnkit.l10n.sequence_alignment import best_pairs
from mdnkit.page.page import Page


def titles(english: str, german: str) -> list[tuple[str, str]]:
    matches = align(Page.parse(english), Page.parse(german, locale="de")).matches
    return [
        (ours.block.text if ours else "", theirs.block.text if theirs else "")
        for ours, theirs in matches
    ]


def test_a_lost_section_among_standard_ones() -> None:
    english = "## Syntax\n\nA\n\n## Examples\n\nB\n\n## See also\n\nC\n"
    german = "## Syntax\n\nA\n\n## Siehe auch\n\nC\n"
    assert titles(english, german) == [
        ("Syntax", "Syntax"), ("A", "A"), ("Examples", ""), ("B", ""), ("See also", "Siehe auch"), ("C", "C"),
    ]  # fmt: skip


def test_a_language_with_one_word_for_singular_and_plural() -> None:
    english = Page.parse("## Syntax\n\n## Example\n\n`a`\n\n## See also\n")
    japanese = Page.parse("## 例\n\n`a`\n\n## 関連情報\n", locale="ja")
    pairs = [(a and a.block.text, b and b.block.text) for a, b in align(english, japanese).matches]
    assert pairs == [("Syntax", None), ("Example", "例"), ("`a`", "`a`"), ("See also", "関連情報")]


@given(
    st.lists(st.sampled_from("abc"), max_size=8),
    st.lists(st.sampled_from("abc"), max_size=8),
    st.sampled_from([-0.1, -0.4, -0.5, -0.7]),
)
def test_everything_is_there_once_and_in_order(
    left: list[str], right: list[str], gap: float
) -> None:
    def score(i: int, j: int) -> float:
        return 0.3 if left[i] == right[j] else -1e9

    pairs = best_pairs(range(len(left)), range(len(right)), score, gap)
    assert [i for i, _ in pairs if i is not None] == list(range(len(left)))
    assert [j for _, j in pairs if j is not None] == list(range(len(right)))
    assert all(left[i] == right[j] for i, j in pairs if i is not None and j is not None)
