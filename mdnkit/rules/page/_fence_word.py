"""The words after the language of a fence, which become class names."""

import re

from mdnkit.messages import _

WORDS = (
    "example-bad",
    "example-good",
    "hidden",
    "interactive-example",
    "interactive-example-choice",
)
_LIVE_SAMPLE = re.compile(r"live-sample___[^\s]+")
_LIKE_LIVE_SAMPLE = r"(?i)li[a-z]+[_-]?[a-z]*(?:sam|exam|sma)[a-z]*[_-]+(.+)"
_NAMES_OF_WORDS = {
    "good": "example-good", "good-example": "example-good", "bad": "example-bad", "bad-example": "example-bad",
    "hide": "hidden", "invisible": "hidden", "interactive": "interactive-example",
}  # fmt: skip


def wrong_word(word: str) -> str | None:
    """Return what is wrong with one word of an info string."""
    if word in WORDS or _LIVE_SAMPLE.fullmatch(word):
        return None
    if word == "live-sample___":
        return _(
            "`live-sample___` names no sample; write the id of its heading or its own id after it."
        )
    sample = re.fullmatch(_LIKE_LIVE_SAMPLE, word)
    if sample:
        message = _(
            "`{word}` is no live sample, so MDN ignores it; write `live-sample___{id}`, with three underscores."
        )
        return message.format(word=word, id=sample[1])
    from difflib import get_close_matches

    lower = word.lower()
    name = _NAMES_OF_WORDS.get(lower)
    near = [name] if name else get_close_matches(lower, WORDS, n=1, cutoff=0.7)
    hint = _("did you mean `{near}`?").format(near=near[0]) if near else _("remove it.")
    if word in ("nolint", "no-lint"):
        hint = _("write it as part of the language, as in `js-nolint`.")
    return _("MDN does not know `{word}` after the language of a fence; {hint}").format(
        word=word, hint=hint
    )
