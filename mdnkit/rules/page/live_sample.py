"""Live samples find code to show."""

from collections.abc import Iterator

from mdnkit.finding import Problem, Severity
from mdnkit.messages import _
from mdnkit.page.ids import heading_id
from mdnkit.page.live_sample import fences_marked, live_samples
from mdnkit.page.page import Page
from mdnkit.rules.rule import page_rule
from mdnkit.span import Span

EMBED = "embedlivesample"


@page_rule(Severity.ERROR, macros=EMBED, behind=("translation-live-sample",))
def live_sample(page: Page) -> Iterator[Problem]:
    """A live sample has code: fences marked with its id, or code below the heading with its id.

    Where nothing has the id, MDN takes what stands below the closest heading above; without any HTML, CSS or
    JavaScript there, the frame stays empty, and nobody says so.

    Bad: `{{EmbedLiveSample("Demo")}}` in a page without code
    Good: `{{EmbedLiveSample("Demo")}}` below a heading `## Demo` with HTML, CSS or JavaScript
    """
    for sample in live_samples(page):
        if sample.how == "html" or sample.fences:
            continue
        if sample.heading is not None:
            message = _(
                "The live sample `{id}` stays empty: there is no HTML, CSS or JavaScript below “{heading}”."
            )
            message = message.format(id=sample.call.text(0), heading=page.words(sample.heading))
        else:
            message = _(
                "The live sample `{id}` stays empty: no code and no heading with code belongs to it."
            )
            message = message.format(id=sample.call.text(0))
        yield Problem(sample.call.span, message)


@page_rule(Severity.WARNING, macros=EMBED)
def live_sample_id(page: Page) -> Iterator[Problem]:
    """The id of a live sample is that of a heading, or of fences marked with it.

    Where nothing has the id, MDN silently takes the code below the closest heading above that has any; after the
    next edit that may be the code of another example. So it does where the heading has no code, and for a second
    live sample of one id. In translations, whose headings have other ids, `translation-live-sample` compares the code
    instead.

    Bad: `{{EmbedLiveSample("Basic example")}}` below `## Basic usage`
    Good: `{{EmbedLiveSample("Basic usage")}}` below `## Basic usage`
    """
    for sample in () if page.is_translation else live_samples(page):
        if sample.how == "above" and sample.fences and sample.heading is not None:
            words, id_ = page.words(sample.heading), heading_id(sample.call.text(0))
            if heading_id(words) == id_:
                # MDN numbers a repeated id, finds nothing under it, and comes back to the same heading.
                continue
            message = _(
                "Nothing here has the id of the live sample “{id}”, so MDN shows what is below “{heading}”; name that"
                " heading."
            )
            if page.has_id(id_):
                message = _(
                    "MDN does not show “{id}” here, but what is below “{heading}”; name the heading that is meant."
                )
            argument = sample.call.arguments[0].span if sample.call.arguments else sample.call.span
            yield Problem(argument, message.format(id=sample.call.text(0), heading=words))


@page_rule(Severity.WARNING, macros="livesamplelink")
def live_sample_link(page: Page) -> Iterator[Problem]:
    """A link to a live sample names one that the page has.

    Bad: `{{LiveSampleLink("Demo", "Open it")}}` in a page without a live sample, heading or code of this id
    Good: `{{LiveSampleLink("Demo", "Open it")}}` beside `{{EmbedLiveSample("Demo")}}`
    """
    links = [call for call in page.calls_of("livesamplelink") if call.text(0)]
    embedded = {sample.id for sample in live_samples(page)} if links else set()
    for call in links:
        id_ = heading_id(call.text(0))
        if id_ in embedded or page.has_id(id_) or fences_marked(page, id_):
            continue
        argument = call.arguments[0].span
        message = _("The page has no live sample, heading or code with the id `{id}`.")
        yield Problem(Span(argument.start + 1, argument.end - 1), message.format(id=call.text(0)))
