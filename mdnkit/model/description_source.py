"""Where facts come from and what browsers make of them, as JSON-ready values of a description."""

from typing import Any

from mdnkit.model.definition import Source
from mdnkit.model.facts import Facts
from mdnkit.model.packages import COMPAT

Json = dict[str, Any]


def source_of(source: Source) -> Json:
    """Return a source; what it does not say is left out, but for its three main parts."""
    told = {"origin": source.origin, "spec": source.spec, "url": source.url}
    more = {"found": source.found, "note": source.note}
    return told | {name: value for name, value in more.items() if value}


def status_of(facts: Facts, *keys: str) -> Json | None:
    """Return what the browser compatibility data says of the first of some features that it knows; None for none."""
    feature = next((one for key in keys if (one := facts.compat.feature(key))), None)
    return feature and {
        "key": feature.key,
        "deprecated": feature.deprecated,
        "experimental": feature.experimental,
        "standardTrack": feature.standard_track,
        "engines": list(feature.engines),
        "source": {"origin": COMPAT.label, "spec": "", "url": ""},
    }
