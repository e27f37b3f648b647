"""Word files for the tests, made as Word makes them: parts in a zip file, styles with names, lists by number."""

import io
from collections.abc import Iterable
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType="{main}"/></Types>'
)
NAMES = {"Title": "Title", "Heading1": "heading 1", "Heading2": "heading 2", "berschrift1": "heading 1", "ListParagraph": "List Paragraph"}
NAMES |= {"ListBullet": "List Bullet", "ListNumber": "List Number", "TOC1": "toc 1", "Normal": "Normal"}
STYLES = "".join(f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/></w:style>' for key, name in NAMES.items())
LEVEL = '<w:lvl w:ilvl="{}"><w:numFmt w:val="{}"/></w:lvl>'
NUMBERS = (
    f'<w:numbering {W}><w:abstractNum w:abstractNumId="0">{LEVEL.format(0, "bullet")}{LEVEL.format(1, "bullet")}</w:abstractNum>'
    f'<w:abstractNum w:abstractNumId="1">{LEVEL.format(0, "decimal")}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
)


def run(text: str, *, bold: bool = False) -> str:
    """Return a run of words."""
    return f'<w:r>{"<w:rPr><w:b/></w:rPr>" if bold else ""}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(text: str = "", style: str = "", *, bold: bool = False, number: int = 0, level: int = 0, inside: str = "") -> str:
    """Return a paragraph; with a number it is an item of that list. Words between stars are bold."""
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    properties += f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>' if number else ""
    runs = "".join(run(piece, bold=bold or at % 2 == 1) for at, piece in enumerate(text.split("*")) if piece)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{runs}{inside}</w:p>"


def table(rows: Iterable[Iterable[str]]) -> str:
    """Return a table."""
    told = "".join("<w:tr>" + "".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) + "</w:tr>" for row in rows)
    return f"<w:tbl>{told}</w:tbl>"


def word_file(*body: str, main: str = MAIN, **parts: str | bytes) -> bytes:
    """Return a Word file; further parts are named with two underscores for a slash and one for a full stop: `word__comments_xml`."""
    made = io.BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as packed:
        packed.writestr("[Content_Types].xml", TYPES.format(main=main))
        packed.writestr("word/document.xml", f"<w:document {W} {R}><w:body>{''.join(body)}<w:sectPr/></w:body></w:document>")
        packed.writestr("word/styles.xml", f"<w:styles {W}>{STYLES}</w:styles>")
        packed.writestr("word/numbering.xml", NUMBERS)
        for name, content in parts.items():
            packed.writestr(name.replace("__", "/").replace("_", "."), content)
    return made.getvalue()


def styled() -> bytes:
    """Return a manual as somebody writes it with the styles of Word: title, headings, lists, a table, a footnote, a header."""
    return word_file(
        paragraph("Bicycle lamps for night shifts", "Title"),
        paragraph("Last updated: 5 February 2026"),
        paragraph("Contents", "Normal"),
        paragraph("Before you leave\t2", "TOC1"),
        paragraph("On the way\t2", "TOC1"),
        paragraph("Before you leave", "Heading1"),
        paragraph("Check both lamps. You need:"),
        paragraph("*Front lamp*: white, aimed slightly down", "ListParagraph", number=1),
        paragraph("*Rear lamp*: red, never covered by a coat", "ListParagraph", number=1),
        paragraph("a spare battery", "ListParagraph", number=1, level=1),
        paragraph("On the way", "Heading1"),
        paragraph("In town", "Heading2"),
        paragraph("Stop first, then change a battery.", "ListNumber", number=2),
        paragraph("Put the empty one into your pocket.", "ListNumber", number=2),
        paragraph("Out of town", "Heading2"),
        paragraph("Use the bright setting where there are no street lamps."),
        table([["Setting", "Hours"], ["bright", "3"], ["dim", "12"]]),
        paragraph("Questions and answers", "Heading1"),
        paragraph("Do I need both lamps in summer?", "Heading2"),
        paragraph("Yes, as soon as it is dark."),
        paragraph("Who pays for batteries?", bold=True),
        paragraph("The house does. Ask at the desk."),
        paragraph("Disclaimer", "Heading1"),
        paragraph("This sheet is for our own bicycles. The law of your country comes first."),
        word__header1_xml=f"<w:hdr {W}>{paragraph('Night shift manual')}</w:hdr>",
    )


def without_styles() -> bytes:
    """Return a French sheet as somebody writes it who does not know of styles: bold lines, lists typed or by style, a text box, a picture."""
    box = f"<w:r><w:pict><v:shape xmlns:v='urn:schemas-microsoft-com:vml'><v:textbox><w:txbxContent>{paragraph('Le local ferme à 18 heures.')}"
    box += "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    picture = (
        '<w:r><w:drawing><wp:inline xmlns:wp="urn:wp"><wp:docPr id="1" name="Image 1" descr="Plan du local"/>'
        '<a:blip xmlns:a="urn:a" r:embed="rId5"/></wp:inline></w:drawing></w:r>'
    )
    return word_file(
        paragraph("Le local à vélos", bold=True),
        paragraph("Mis à jour le 7 novembre 2025"),
        paragraph(),
        paragraph("Accès", bold=True),
        paragraph("Le local est ouvert à tous les habitants de la maison. La clé se trouve chez le gardien.", inside=box),
        paragraph("Rangement", bold=True),
        paragraph("Les vélos se rangent ainsi :"),
        paragraph("les grands vélos à gauche", "ListBullet"),
        paragraph("les vélos d’enfants à droite", "ListBullet"),
        paragraph("rien devant la porte", "ListBullet"),
        paragraph("", inside=picture),
        paragraph("Questions fréquentes", bold=True),
        paragraph("*Puis-je laisser un casque ?* Oui, dans le casier qui porte votre nom."),
        paragraph("*Qui gonfle les pneus ?* Chacun les siens. La pompe est au mur."),
        paragraph("Avertissement", bold=True),
        paragraph("La maison ne répond pas des vols."),
    )
