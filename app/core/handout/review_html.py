"""Write a review sheet as one HTML page, to be printed, or filled in on the screen and then printed; it loads nothing and sends nothing."""

import html
from collections.abc import Iterable
from string import Template

from app.core.base.html_order import html_in_order
from app.core.handout.handout import BLANK
from app.core.handout.review_sheet import Chapter, Point, ReviewSheet
from app.core.pages.blocks import Run

STYLE = Template("""\
:root { color-scheme: light; }
body { max-width: 46em; margin: 2em auto; padding: 0 1em; font: 1em/1.4 system-ui, sans-serif; color: black; background: white; }
h1 { margin: 0; }
h2 { margin: 1.4em 0 0.4em; break-after: avoid; }
.quiet, footer { color: dimgray; font-size: 0.82em; }
.fields label { display: flex; align-items: end; margin: 1.1em 0; }
.fields label.sign { margin-top: 2.6em; }
.fields input { flex: 1; min-width: 6em; margin-inline-start: 0.6em; border: 0; border-bottom: 1px solid black; font: inherit; }
.first { break-after: page; }
.point { display: grid; grid-template-columns: 2.6em 1fr 8em; column-gap: 0.8em; border-top: 1px solid lightgray; padding: 0.6em 0;
  break-inside: avoid; }
.number { font-weight: 600; text-align: end; }
.words p { margin: 0; white-space: pre-line; overflow-wrap: anywhere; }
.note .words { border: 1px solid rebeccapurple; border-inline-start-width: 5px; padding: 0.4em 0.8em; }
.note .kind { color: rebeccapurple; }
.urgent .kind { color: firebrick; }
fieldset { border: 0; margin: 0; padding: 0; }
fieldset label { display: block; }
.remark { grid-column: 2 / 4; margin-top: 0.4em; }
.lines { display: grid; }
.lines > * { grid-area: 1 / 1; }
.lines i { display: block; box-sizing: border-box; height: 1.6em; border-bottom: 1px solid dimgray; }
textarea { box-sizing: border-box; width: 100%; min-height: 100%; border: 0; margin: 0; padding: 0; background: none; resize: none;
  font: inherit; line-height: 1.6em; field-sizing: content; }
@page { size: $paper; margin: 17mm 17mm 24mm; font: 9pt/1.4 system-ui, sans-serif; color: dimgray;
  @top-right { content: $initials; white-space: pre; }
  @bottom-left { content: $footer; width: 82%; white-space: pre-line; }
  @bottom-right { content: $page; font-weight: 600; vertical-align: top; padding-top: 2mm; } }
@media print { body { max-width: none; margin: 0; padding: 0; font-size: 11pt; } .screen { display: none; } }
""")
"""How the page looks; browsers that know how draw the lines at the head and the foot of each printed page. On the screen the foot's stand last."""


def to_html(sheet: ReviewSheet) -> str:
    """Return the page."""
    parts = {"page": '" counter(page) "', "count": '" counter(pages) "'}
    initials = "   ".join(f"{initial} {BLANK}" for initial in sheet.initials)
    style = STYLE.substitute(
        paper=sheet.paper,
        initials=_quoted(initials),
        footer=_quoted("\n".join(sheet.footer)),
        page=_quoted(sheet.page_of).format(**parts),
    )
    policy = "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'"
    footer = "\n".join(f"<p>{html.escape(line)}</p>" for line in sheet.footer)
    chapters = "\n".join(_chapter(chapter, sheet) for chapter in sheet.chapters)
    title = f"{sheet.title}: {sheet.subtitle}"
    page = (
        f'<!DOCTYPE html>\n<html lang="{html.escape(sheet.language)}" dir="{sheet.direction}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{html.escape(title)}</title>\n<style>\n{style}</style>\n</head>\n<body>\n<main>\n{_first(sheet)}\n{chapters}\n</main>\n"
        f'<footer class="screen">\n{footer}\n</footer>\n</body>\n</html>\n'
    )
    return html_in_order(page, mirrored=sheet.direction == "rtl")


def _quoted(text: str) -> str:
    r"""Return a text as CSS writes it: a line break is \a, and nothing ends the style sheet."""
    special = {'"': r"\22 ", "\\": r"\5c ", "\n": r"\a ", "<": r"\3c "}
    return '"' + "".join(special.get(sign, sign) for sign in text) + '"'


def _first(sheet: ReviewSheet) -> str:
    last = len(sheet.fields) - 1
    fields = "\n".join(
        f'<label{" class=sign" if number == last else ""}>{html.escape(field)} <input autocomplete="off"></label>'
        for number, field in enumerate(sheet.fields)
    )
    steps = "\n".join(f"<li>{html.escape(step)}</li>" for step in sheet.steps)
    return (
        f'<section class="first">\n<h1>{html.escape(sheet.title)}</h1>\n<p class="quiet">{html.escape(sheet.subtitle)}</p>\n'
        f'<p><strong>{html.escape(sheet.code)}</strong></p>\n<div class="fields">\n{fields}\n</div>\n'
        f"<h2>{html.escape(sheet.how)}</h2>\n<p>{html.escape(sheet.count)}</p>\n<ol>\n{steps}\n</ol>\n</section>"
    )


def _chapter(chapter: Chapter, sheet: ReviewSheet) -> str:
    return "\n".join((f"<section>\n<h2>{html.escape(chapter.title)}</h2>", *(_point(point, sheet) for point in chapter.points), "</section>"))


def _point(point: Point, sheet: ReviewSheet) -> str:
    details = "\n".join(f'<p class="quiet">{html.escape(line)}</p>' for line in point.details)
    boxes = "\n".join(f'<label><input type="checkbox" autocomplete="off"> {html.escape(answer)}</label>' for answer in sheet.answers)
    lines = "<i></i>" * point.lines
    return (
        f'<article class="point {point.style}" id="entry-{point.number}">\n<span class="number">{point.number}</span>\n'
        f'<div class="words">\n<p class="quiet kind">{html.escape(point.kind)}</p>\n<p>{_runs(point.runs)}</p>\n{details}\n</div>\n'
        f'<fieldset aria-label="{point.number}">\n{boxes}\n</fieldset>\n'
        f'<label class="remark"><span class="quiet">{html.escape(sheet.remark)}</span>'
        f'<span class="lines"><span aria-hidden="true">{lines}</span><textarea rows="{point.lines}" autocomplete="off"></textarea></span></label>\n'
        "</article>"
    )


def _runs(runs: Iterable[Run]) -> str:
    return "".join(f"<strong>{html.escape(run.text)}</strong>" if run.strong else html.escape(run.text) for run in runs)
