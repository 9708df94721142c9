"""A change in words for the people who translate."""

from mdnkit.l10n.change import Change, Detail
from mdnkit.messages import _


def change_words(change: Change) -> str:
    """Return what changed, such as `prose of 3 segments, code comments`; empty when nothing did."""
    return ", ".join(_words(detail, count) for detail, count in change.details)


def detail_name(detail: Detail) -> str:
    """Return what a detail is called."""
    names = {
        Detail.FRONT_MATTER: _("front matter"),
        Detail.SECTION_ADDED: _("section added"),
        Detail.SECTION_REMOVED: _("section removed"),
        Detail.SECTION_MOVED: _("section moved"),
        Detail.STRUCTURE: _("structure"),
        Detail.PROSE: _("prose"),
        Detail.CODE: _("code"),
        Detail.CODE_COMMENTS: _("code comments"),
        Detail.MACRO: _("macros"),
        Detail.LINK: _("links"),
        Detail.FORMATTING: _("formatting"),
    }
    return names[detail]


def _words(detail: Detail, count: int) -> str:
    """Return a detail with its count, where that says more than its name."""
    if detail is Detail.PROSE and count > 1:
        return _("prose of {count} segments").format(count=count)
    is_section = detail in (Detail.SECTION_ADDED, Detail.SECTION_REMOVED, Detail.SECTION_MOVED)
    return f"{detail_name(detail)} ({count})" if is_section and count > 1 else detail_name(detail)
