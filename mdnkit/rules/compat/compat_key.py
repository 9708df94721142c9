"""The features that a page names are in the browser compatibility data."""

from collections.abc import Iterator

from mdnkit.finding import Problem, Severity
from mdnkit.messages import _
from mdnkit.model.compat import Compat
from mdnkit.model.packages import COMPAT
from mdnkit.page.front_matter import Scalar, Sequence
from mdnkit.page.page import Page
from mdnkit.rules.rule import compat_rule


@compat_rule(Severity.WARNING, front="browser-compat")
def compat_key(page: Page, compat: Compat) -> Iterator[Problem]:
    """Each name in `browser-compat` is a feature, or a group of features, of the compatibility data.

    For any other name MDN shows a page without compatibility table, specifications and status. The
    data grows and shrinks every week: the message names the version that was asked.

    Bad: `browser-compat: api.AbortSignal.abort_evnt`
    Good: `browser-compat: api.AbortSignal.abort_event`
    """
    if all(map(compat.is_known, page.front_matter.texts("browser-compat"))):
        return
    entry = page.front_matter.get("browser-compat")
    if entry is None:
        return
    items = entry.value.items if isinstance(entry.value, Sequence) else (entry.value,)
    for item in items:
        if isinstance(item, Scalar) and not compat.is_known(item.value):
            near = compat.nearest(item.value)
            hint = _(" Did you mean `{near}`?").format(near=near) if near else ""
            message = _("The browser compatibility data has no `{key}` ({source}).{hint}")
            text = message.format(key=item.value, source=COMPAT.label, hint=hint)
            yield Problem(item.span, text)
