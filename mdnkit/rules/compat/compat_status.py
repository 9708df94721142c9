"""The status of a page is that of its feature in the browser compatibility data."""

from collections.abc import Iterator

from mdnkit.finding import Problem, Severity
from mdnkit.messages import _
from mdnkit.model.compat import Compat, Feature
from mdnkit.model.packages import COMPAT
from mdnkit.page.front_matter import Scalar, Sequence
from mdnkit.page.page import Page
from mdnkit.rules.rule import compat_rule

WITHOUT_STATUS = "webextensions."
"""The features whose status the data does not tell."""


@compat_rule(Severity.NOTE, front="browser-compat")
def compat_status(page: Page, compat: Compat) -> Iterator[Problem]:
    """`status` of an English page is the status that the compatibility data gives its first feature.

    MDN copies the status from the data after each release, so a difference is a page that waits for
    the next one, or that was edited by hand. The message names the version that was asked.
    https://developer.mozilla.org/en-US/docs/MDN/Writing_guidelines/Page_structures/Feature_status

    Bad: no `status` with `browser-compat: api.Element.DOMActivate_event`, which is deprecated
    Good: `status:` and `  - deprecated` there
    """
    keys = page.front_matter.texts("browser-compat")
    feature = None if page.is_translation or not keys else compat.feature(keys[0])
    if feature is None or feature.key.startswith(WITHOUT_STATUS):
        return
    wanted = _statuses(feature)
    told = {value for value, is_wanted in wanted.items() if is_wanted}
    if page.front_matter.regular and told == set(page.front_matter.texts("status")):
        return
    entry = page.front_matter.get("status")
    items = entry.value.items if entry and isinstance(entry.value, Sequence) else ()
    given = {item.value: item.span for item in items if isinstance(item, Scalar)}
    missing = [value for value, is_wanted in wanted.items() if is_wanted and value not in given]
    surplus = [value for value in given if wanted.get(value) is False]
    if missing and surplus:
        message = _(
            "By the data, `{key}` is {missing}, not {surplus} ({source}); correct `status`."
        )
    elif missing:
        message = _("The data says that `{key}` is {missing} ({source}), but `status` does not.")
    elif surplus:
        message = _(
            "The data does not say that `{key}` is {surplus} ({source}), but `status` does."
        )
    else:
        return
    place = entry or page.front_matter.get("browser-compat")
    span = place.key_span if place else page.front_matter.span
    if len(surplus) == 1 and not missing:
        span = given[surplus[0]]
    values = {"missing": ", ".join(missing), "surplus": ", ".join(surplus)}
    yield Problem(span, message.format(key=feature.key, source=COMPAT.label, **values))


def _statuses(feature: Feature) -> dict[str, bool]:
    """Return whether each value of `status` is true of a feature."""
    return {
        "deprecated": feature.deprecated,
        "experimental": feature.experimental,
        "non-standard": not feature.standard_track,
    }
