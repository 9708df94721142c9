"""The images of a page."""

from mdnkit.page.images import find_images
from mdnkit.page.page import Page


def test_images_of_markdown_and_html_with_their_places() -> None:
    text = (
        'Text ![a](one.png "Title") and [![b](<two.png>)](/x) <img alt="" src=\'three.png\'>\n\n'
        '<p>\n  <img src="four.png">\n  <!-- <img src="no.png"> -->\n</p>\n\n`![c](no.png)`\n'
    )
    page = Page.parse(text)
    found = list(find_images(page))
    assert [image.source for image in found] == ["one.png", "two.png", "three.png", "four.png"]
    assert [text[slice(*image.span)] for image in found] == [image.source for image in found]


def test_the_candidates_of_a_source_set() -> None:
    text = (
        '<picture>\n  <source media="print" srcset="one.png, two.png 1.5x,three.png 2x">\n'
        "  <source srcset='\n    four.png?a,b 480w,\n    five.png 800w 600h,'>\n"
        '  <img src="six.png" srcset=seven.png alt="" data-src="no.png" data-srcset="no.png">\n</picture>\n\n'
        '<link rel="preload" imagesrcset="no.png 2x">\n'
    )
    page = Page.parse(text)
    found = list(find_images(page))
    assert [image.source for image in found] == [
        "six.png", "one.png", "two.png", "three.png", "four.png?a,b", "five.png", "seven.png"
    ]  # fmt: skip
    assert [text[slice(*image.span)] for image in found] == [image.source for image in found]
