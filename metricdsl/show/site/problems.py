"""What stands in the place of what cannot be explained."""

from __future__ import annotations

from metricdsl.show.site.explained import Problem, Site
from metricdsl.show.site.markup import Markup, tag


def warning(site: Site, problem: Problem) -> Markup:
    """A box with what is wrong or lacking, over several lines where it shows the place."""
    text = tag("pre" if "\n" in problem.text else "p", problem.text)
    return tag("div", tag("strong", site.speech.word(problem.word)), text, class_="warning")
