import io
import json
import os
import re
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from app import NAME, __version__
from app.cli.answers import as_lines, as_object
from app.cli.commands import search
from app.cli.main import main
from app.core.article.places import Places
from app.core.pages.document import Document
from app.machine import exits, paths
from tests import answers

ROOT = Path(__file__).parents[2]

PAGES = ("overview", "faq", "urgent-care", "figures", "glossary", "sources", "provenance", "about")

WITHOUT_QT = "import sys; sys.modules['PySide6'] = None; from app.cli.main import main; sys.exit(main(sys.argv[1:]))"


@pytest.fixture
def run(capsys):
    """Run the program and return its exit code, what it printed and what it complained."""

    def running(*arguments: str) -> tuple[int, str, str]:
        try:
            code = main(arguments)
        except SystemExit as end:
            code = end.code
        return code, *capsys.readouterr()

    return running


@pytest.fixture
def typed(monkeypatch):
    """Let the program read these bytes from standard input."""

    def typing(content: bytes) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content), encoding="latin-1"))

    return typing


def without_qt(*arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([sys.executable, "-c", WITHOUT_QT, *arguments], cwd=ROOT, input=stdin, capture_output=True, timeout=30, check=False)


def assert_one_plain_line(complaint: str) -> None:
    assert complaint.startswith("cervical-reference")
    assert complaint.endswith("\n")
    assert complaint.count("\n") == 1
    assert "Traceback" not in complaint


# --- usage ---


def test_the_version_is_printed(run):
    assert run("--version") == (0, f"{NAME} {__version__}\n", "")


def test_help_names_the_commands_and_the_exit_codes(run):
    code, printed, _ = run("--help")
    assert code == 0
    for word in (
        "search",
        "show",
        "diff",
        "handout",
        "check",
        "export-html",
        "review-sheet",
        "review-record",
        "--content",
        "--open",
        "--search",
        "--teach",
        "--new-window",
        "exit codes:",
    ):
        assert word in printed


@pytest.mark.parametrize("command", ["search", "show", "diff", "check", "review-sheet", "review-record"])
def test_every_command_has_help(run, command):
    code, printed, _ = run(command, "--help")
    assert code == 0
    assert printed.startswith(f"usage: cervical-reference {command}")


@pytest.mark.parametrize(
    "arguments",
    [
        ["unknown"],
        ["--unknown"],
        ["search"],
        ["search", "x", "--limit", "0"],
        ["search", "x", "--limit", "-1"],
        ["search", "x", "--limit", "ten"],
        ["search", "x", "--limit", "²"],
        ["show", "--format", "pdf"],
        ["show", "overview", "faq"],
        ["diff", "one.json"],
        ["--content"],
    ],
    ids=" ".join,
)
def test_wrong_usage_is_one_line_and_exit_code_2(run, arguments):
    code, printed, complaint = run(*arguments)
    assert (code, printed) == (2, "")
    assert_one_plain_line(complaint)
    assert "see --help" in complaint


@pytest.mark.parametrize("command", [["show", "storing"], ["search", "box"], ["check"], ["show", "--format", "json"]], ids=" ".join)
def test_an_option_stands_before_the_command_or_after_it(run, tea_file, command):
    before = run("--content", str(tea_file), *command)
    assert before[0] == 0
    assert run(*command, "--content", str(tea_file)) == before
    assert run(command[0], "--content", str(tea_file), *command[1:]) == before


@pytest.mark.parametrize("option", [["--open", "nowhere"], ["--search", "x"], ["--teach", "faq"], ["--new-window"]], ids=" ".join)
@pytest.mark.parametrize("command", [["show", "overview"], ["search", "x"], ["check"], ["self-check"], ["export-html", "no/file"]], ids=" ".join)
def test_an_option_of_the_window_is_refused_with_a_command(run, option, command):
    for arguments in ([*option, *command], [*command, *option]):
        told = f"cervical-reference: {option[0]} does not apply to {command[0]} (see --help)\n"
        assert run(*arguments) == (2, "", told)


@pytest.mark.parametrize("command", [["diff", "a.json", "b.json"], ["check", "a.json"]], ids=" ".join)
def test_content_is_refused_where_the_command_names_its_own_files(run, command):
    told = f"cervical-reference: --content does not apply to {command[0]} (see --help)\n"
    assert run("--content", "c.json", *command) == run(*command, "--content", "c.json") == (2, "", told)


# --- content that cannot be used ---


@pytest.mark.parametrize("command", [["search", "cerclage"], ["show"], ["show", "overview", "--format", "json"]], ids=" ".join)
def test_wrong_content_is_one_line_with_its_place_and_exit_code_1(run, saved, raw, command):
    raw["sections"][0]["title"] = ""
    path = saved(raw)
    assert run("--content", str(path), *command) == (1, "", f"cervical-reference: {path}: sections[0].title: is empty\n")


@pytest.mark.parametrize(
    "content", [b"", b'{"schema": 1', b"no json", b'{"title": "caf\xe9"}', b"[]", b"[" * 100_000], ids=lambda content: content[:12]
)
def test_content_that_is_no_article_is_one_line_and_exit_code_1(run, saved, content):
    code, printed, complaint = run("--content", str(saved(content)), "show")
    assert (code, printed) == (1, "")
    assert_one_plain_line(complaint)


@pytest.mark.parametrize("command", [["search", "cerclage"], ["show"], ["check"]], ids=" ".join)
def test_a_missing_file_is_one_line_and_exit_code_2(run, tmp_path, command):
    path = tmp_path / "absent.json"
    assert run("--content", str(path), *command) == (2, "", f"cervical-reference: {path} cannot be read: no such file or directory\n")


@pytest.mark.parametrize("command", [["search", "cerclage"], ["show"], ["check"]], ids=" ".join)
def test_a_folder_is_one_line_and_exit_code_2(run, tmp_path, command):
    assert run("--content", str(tmp_path), *command) == (2, "", f"cervical-reference: {tmp_path} is a folder, not a content file\n")


@pytest.mark.skipif(not Path("/dev/fd").exists(), reason="this system has no names for open pipes")
@pytest.mark.parametrize(
    "command",
    [["check", "PIPE"], ["check", "--readability", "PIPE"], ["check", "--content", "PIPE"], ["show", "--content", "PIPE"]],
    ids=" ".join,
)
def test_a_file_is_read_only_once(run, tea_file, command):
    wanted = run(*[str(tea_file) if word == "PIPE" else word for word in command])
    reader, writer = os.pipe()
    with open(reader, "rb"):  # noqa: PTH123 - a number is no path
        feeder = threading.Thread(target=feed, args=(writer, tea_file.read_bytes()))
        feeder.start()
        pipe = f"/dev/fd/{reader}"
        code, printed, complaint = run(*[pipe if word == "PIPE" else word for word in command])
        feeder.join()
    assert (code, printed.replace(pipe, str(tea_file)), complaint) == wanted


def feed(writer: int, content: bytes) -> None:
    with open(writer, "wb") as pipe:
        pipe.write(content)


# --- check ---

FIGURE = {"id": "figures/a", "title": "A", "alt": "A drawing.", "audience": "everyone", "sections": [], "sources": []}


def test_check_says_that_the_bundled_article_is_good(run):
    code, printed, complaint = run("check")
    assert (code, complaint) == (0, "")
    good, lack, unused = printed.splitlines()
    assert good == f"{paths.CONTENT}: good"
    assert re.fullmatch(rf"{re.escape(str(paths.CONTENT))}:\d+:\d+: advice: edition, reviewed_by: nobody has reviewed this edition yet", lack)
    assert unused.endswith(': advice: synonym 16, term: no text has the word "anesthesia", so these words find nothing')


def test_check_takes_the_file_that_content_names(run, tea_file):
    code, printed, complaint = run("--content", str(tea_file), "check")
    assert (code, complaint) == (0, "")
    good, *lacks = printed.splitlines()
    assert good == f"{tea_file}: good"
    assert all(re.match(rf"{re.escape(str(tea_file))}(:\d+:\d+)?: advice: ", lack) for lack in lacks)
    assert f"{tea_file}: advice: glossary: there are no terms; the glossary may be left out" in lacks


def test_check_prints_every_problem_with_its_place(run, saved, raw):
    raw["title"] = ""
    raw["edition"]["updated"] = "2025-02-30"
    raw["faq"]["entries"][0]["notes"] = ["EN99"]
    raw["figures"] = [{**FIGURE, "file": "figures/a.svg"}]
    path = saved(raw)
    code, printed, complaint = run("check", str(path))
    assert (code, complaint) == (1, "")
    lines = [line for line in printed.splitlines() if ": error: " in line]
    assert [line.partition(": error: ")[2] for line in lines] == [
        "title: is empty",
        'edition, updated: is not a date such as 2025-10-18: "2025-02-30"',
        'faq, entry 1, note 1: leads nowhere: there is no note "EN99"',
        "figure 1, file: is not there",
    ]


def test_check_looks_at_every_file_and_ends_with_the_worst_code(run, saved, tea_file, tmp_path):
    wrong = saved(b"")
    absent = tmp_path / "absent.json"
    code, printed, complaint = run("check", str(absent), str(wrong), str(tea_file))
    assert code == 2
    assert printed.startswith(f"{wrong}: error: the file: is empty\n{tea_file}: good\n")
    assert_one_plain_line(complaint)
    assert run("check", str(wrong), str(tea_file))[0] == 1
    assert run("check", str(wrong), str(absent))[0] == 2


# --- search ---


def test_search_prints_hits_with_titles_addresses_notes_and_sentences(run, article):
    note = next(note for note in article.notes if note.id == "EN32")
    code, printed, complaint = run("search", "how", "common")
    assert (code, complaint) == (0, "")
    first = printed.splitlines()[1:4]
    assert printed.startswith("Also searched: prevalence\n")
    assert first == [
        "How common is cervical insufficiency?  [faq/how-common]",
        "  It affects approximately 1-2% of pregnancies, but the exact prevalence is unclear.",
        f"  * {note.verdict}. {note.text} (EN32)",
    ]


def test_search_prints_the_note_before_the_sentence(run):
    _, printed, _ = run("search", "bed rest")
    assert printed.index("! Outdated advice. Bed rest has not been shown") < printed.index("both kinds of rest")
    assert "! Inconsistent and outdated." in printed


def test_search_names_what_is_not_there_and_where_to_look(run):
    code, printed, _ = run("search", "cerclage", "xylophone")
    assert code == 0
    assert printed.startswith("The article does not say this: cerclage xylophone\n")
    assert "Not in the article: “xylophone”, not in an evidence note either\n" in printed
    assert "Also in this reference:\n  Cerclage  [glossary/cerclage]\n" in printed


def test_search_as_json_has_exactly_the_promised_keys(run):
    code, printed, _ = run("search", "--json", "bed", "rest")
    answer = json.loads(printed)
    assert code == 0
    assert list(answer) == ["query", "results", "nearest", "missing", "related", "urgent", "no_match", "corrected", "imprint"]
    assert "Not yet reviewed by a clinician" in answer["imprint"]
    assert answer["query"] == "bed rest"
    assert (answer["urgent"], answer["no_match"], answer["corrected"]) == (False, False, None)
    assert answer["related"] == [{"id": "glossary/bed-rest", "title": "Bed rest"}]
    for result in answer["results"]:
        if result["kind"] != "passage":
            continue
        assert list(result) == ["id", "kind", "title", "section", "snippet", "why", "notes"]
        for note in result["notes"]:
            assert list(note) == ["id", "verdict", "text"]
    assert [note["id"] for note in answer["results"][0]["notes"]] == ["EN18", "EN19", "EN20"]


def test_search_as_json_tells_why_another_form_matched(run):
    answer = json.loads(run("search", "--json", "dilating")[1])
    assert answer["results"][0]["why"] == ["dilating → dilation"]


def test_search_as_json_says_that_nothing_matches(run):
    code, printed, _ = run("search", "--json", "xylophone")
    answer = json.loads(printed)
    assert (code, answer["no_match"], answer["results"]) == (0, True, [])


def test_a_note_that_answers_is_a_result_of_its_own_kind_with_what_stands_near(loaded):
    answer = as_object(answers.by_a_note(loaded.article), "imprint")
    assert [(result["kind"], result["id"], result["beside"]) for result in answer["results"]] == [("note", "notes/EN29", "faq/cerclage-timing")]
    assert (answer["no_match"], answer["missing"]) == (False, ["taken out"])
    assert [near["id"] for near in answer["nearest"]] == ["faq/cerclage-timing", "treatment-and-management/cerclage"]


def test_where_nothing_answers_there_are_no_results_but_what_stands_near_with_its_notes(loaded):
    answer = as_object(answers.by_nothing(loaded.article), "imprint")
    assert (answer["no_match"], answer["results"], answer["missing"]) == (True, [], ["success rate", "<b>", "gush"])
    assert list(answer["nearest"][0]) == ["id", "title", "snippet", "notes"]
    assert [note["id"] for note in answer["nearest"][0]["notes"]] == ["EN18", "EN19", "EN20"]


def test_a_question_that_a_note_answers_is_answered_by_it(run):
    answer = json.loads(run("search", "--json", "when is the stitch taken out")[1])
    assert (answer["no_match"], answer["results"][0]["id"], answer["missing"]) == (False, "notes/EN29", ["taken out"])


def test_a_meaning_is_a_result_of_its_own_kind(loaded):
    (result,) = as_object(answers.by_a_meaning(loaded.article), "imprint")["results"]
    assert (result["kind"], result["id"], result["title"]) == ("term", "glossary/effacement", "Effacement")
    assert "beside" not in result


def printed_for_people(loaded, results):
    return as_lines(results, Document(loaded.article), Places(loaded.article))


def test_a_note_that_answers_is_printed_under_its_label_before_what_stands_near(loaded):
    note = next(note for note in loaded.article.notes if note.id == "EN29")
    timing = next(entry for entry in loaded.article.faq.entries if entry.id == "faq/cerclage-timing")
    lines = printed_for_people(loaded, answers.by_a_note(loaded.article)).splitlines()
    assert lines[:5] == [
        "The article does not say this: when is the stitch taken out",
        "Not in the article: “taken out”",
        "In the article: “stitch”, as “cerclage”",
        "From an evidence note, not part of the article  [notes/EN29]",
        f"  {note.verdict}. {note.text}",
    ]
    assert lines[5].startswith("  EN29 · Checked ")
    assert lines[6:9] == [
        f"  Belongs to: {timing.question}  [faq/cerclage-timing]",
        "Nearest in the article. These sentences do not answer the question.",
        f"  {timing.question}  [faq/cerclage-timing]",
    ]


def test_where_nothing_answers_it_is_printed_what_is_missing_and_what_stands_near_with_notes_first(loaded):
    printed = printed_for_people(loaded, answers.by_nothing(loaded.article))
    lines = printed.splitlines()
    assert lines[0] == f"{loaded.article.urgent_care.line} [urgent-care]"
    assert lines[1:5] == [
        "The article does not say this: success rate of bed rest with a gsh",
        "Searched for: success rate of bed rest with a gush",
        "Not in the article: “success rate”, “<b>”, “gush”, not in an evidence note either",
        "In the article: “bed rest”, “stitch”, as “cerclage”",
    ]
    near, headings = printed.index("Nearest in the article."), printed.index("Nearest headings:")
    assert near < printed.index("! Outdated advice. Bed rest") < printed.index("both kinds of rest") < headings
    assert "  Can cervical insufficiency be treated?  [faq/treatment]" in lines[-1]


def test_a_meaning_that_answers_is_printed_under_its_label_and_nothing_is_called_missing(loaded):
    term = next(term for term in loaded.article.glossary if term.id == "glossary/effacement")
    assert printed_for_people(loaded, answers.by_a_meaning(loaded.article)).splitlines() == [
        "The article does not say this: what does effacement mean",
        "From the glossary, not part of the article  [glossary/effacement]",
        f"  {term.term}: {term.meaning}",
    ]


def test_notes_and_meanings_are_printed_below_the_passages_that_answer(loaded):
    printed = printed_for_people(loaded, answers.by_the_article(loaded.article))
    assert "does not say" not in printed
    asides = [printed.index(label) for label in ("From an evidence note, not part of", "From the glossary, not part of")]
    assert printed.index("[faq/what-is-cerclage]") < asides[0] < asides[1]
    assert "  Cerclage: An operation" in printed


def test_search_gives_ten_hits_unless_told(run):
    assert len(json.loads(run("search", "--json", "cervical")[1])["results"]) == 10
    assert len(json.loads(run("search", "--json", "--limit", "3", "cervical")[1])["results"]) == 3
    assert len(json.loads(run("search", "--json", "--limit", "99999999999", "cervical")[1])["results"]) > 10


def test_search_reads_queries_from_standard_input_one_a_line(run, typed):
    typed("cerclage\r\n\nxylophone\nhow common\nعلبة 🫖".encode())
    code, printed, _ = run("search", "--json", "-")
    answers = [json.loads(line) for line in printed.splitlines()]
    assert code == 0
    assert [answer["query"] for answer in answers] == ["cerclage", "", "xylophone", "how common", "علبة 🫖"]
    assert [answer["no_match"] for answer in answers] == [False, False, True, False, True]
    assert answers[3]["results"][0]["id"] == "faq/how-common"


def test_search_reads_lines_for_people_too(run, typed):
    typed(b"sepsis\nxylophone\n")
    _, printed, _ = run("search", "-")
    assert "[complications-and-prevention/maternal-infection]" in printed
    assert "The article does not say this: xylophone" in printed


def test_nothing_on_standard_input_prints_nothing(run, typed):
    typed(b"")
    assert run("search", "--json", "-") == (0, "", "")


def test_bytes_that_are_not_utf8_are_searched_as_they_can_be(run, typed):
    typed(b"caf\xe9 \xff\n\x00\n")
    code, printed, complaint = run("search", "--json", "-")
    assert (code, complaint) == (0, "")
    assert [json.loads(line)["no_match"] for line in printed.splitlines()] == [True, True]


def test_a_query_that_is_half_a_character_is_printed_as_json(run):
    code, printed, _ = run("search", "--json", "\udcff")
    assert (code, json.loads(printed)["query"]) == (0, "\udcff")


def test_search_looks_through_another_article(run, tea_file):
    _, printed, _ = run("--content", str(tea_file), "search", "--json", "عُلبة")
    assert {result["id"] for result in json.loads(printed)["results"]} == {"storing/tin", "storing/smells", "faq/keep-fresh"}


# --- show ---


def test_show_prints_the_whole_article(run, article):
    code, printed, complaint = run("show")
    assert (code, complaint) == (0, "")
    for section in article.sections:
        assert all(passage.text in printed for passage in section.passages)
    for entry in article.faq.entries:
        assert entry.answer in printed
    for paragraph in (*article.disclaimer.text, *article.about.text):
        assert paragraph in printed
    for note in article.notes:
        assert f"{note.verdict}. {note.text}" in printed


def test_show_prints_one_passage_with_its_notes(run):
    code, printed, _ = run("show", "treatment-and-management/bed-rest")
    assert code == 0
    assert "- Bed rest and pelvic rest: both kinds of rest" in printed
    assert all(note in printed for note in ("EN18", "EN19", "EN20"))
    assert "progesterone" not in printed.lower()


@pytest.mark.parametrize("place", [*PAGES, "faq/how-common", "sources/S05", "glossary/leep", "figures/stitch", "notes/EN29", "disclaimer"])
@pytest.mark.parametrize("form", ["text", "markdown", "html", "json"])
def test_show_prints_every_kind_of_place_in_every_form(run, place, form):
    code, printed, complaint = run("show", place, "--format", form)
    assert (code, complaint) == (0, "")
    assert printed.strip()


def test_show_as_json_gives_title_edition_disclaimer_and_blocks(run, loaded):
    shown = json.loads(run("show", "faq/treatment", "--format", "json")[1])
    assert list(shown) == ["title", "edition", "disclaimer", "blocks"]
    assert shown["title"] == "Cervical Insufficiency"
    assert shown["edition"][0] == f"Article of 18 October 2025, content {loaded.short_digest}"
    assert shown["disclaimer"] == "Information only, not medical advice"
    assert [block["kind"] for block in shown["blocks"]] == ["heading", "paragraph", "notes"]


def test_show_as_html_escapes_markup_and_as_text_leaves_it(run, saved, raw):
    raw["faq"]["entries"][0]["answer"] = '<img src="file:///etc/passwd">'
    path = str(saved(raw))
    assert "&lt;img src=&quot;file:///etc/passwd&quot;&gt;" in run("--content", path, "show", "faq/what-is-it", "--format", "html")[1]
    assert '<img src="file:///etc/passwd">' in run("--content", path, "show", "faq/what-is-it")[1]


@pytest.mark.parametrize(
    ("place", "nearest"),
    [("treatment-and-management/surgery", "treatment-and-management"), ("overveiw", "overview"), ("", "overview"), ("a\nb", "overview")],
)
def test_show_of_an_unknown_place_names_the_nearest(run, place, nearest):
    code, printed, complaint = run("show", place)
    assert (code, printed) == (2, "")
    assert_one_plain_line(complaint)
    assert complaint.endswith(f"the nearest is {nearest}\n")


def test_show_prints_an_arabic_article(run, tea_file):
    code, printed, _ = run("--content", str(tea_file), "show", "storing")
    assert code == 0
    assert "يُحفظ الشاي في عُلْبَة مغلقة بعيدًا عن الضوء والرطوبة." in printed


# --- without Qt, in a process of its own ---


def test_the_version_is_printed_without_qt():
    ended = without_qt("--version")
    assert (ended.returncode, ended.stdout.decode().strip(), ended.stderr) == (0, f"{NAME} {__version__}", b"")


def test_search_works_without_qt_and_speaks_utf8():
    ended = without_qt("search", "--json", "-", stdin="Ehlers–Danlos\n🫖\n".encode())
    answers = [json.loads(line) for line in ended.stdout.decode("utf-8").splitlines()]
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert [answer["query"] for answer in answers] == ["Ehlers–Danlos", "🫖"]
    assert answers[0]["results"][0]["id"] == "causes-and-risk-factors/collagen-disorders"


def test_show_works_without_qt():
    ended = without_qt("show", "faq/how-common")
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert "the exact prevalence is unclear" in ended.stdout.decode()


def test_check_works_without_qt(saved):
    ended = without_qt("check", str(saved(b"")), str(paths.CONTENT))
    assert ended.returncode == 1
    assert ended.stderr == b""
    assert b"the file: is empty" in ended.stdout


def test_the_package_itself_is_a_program():
    ended = subprocess.run([sys.executable, "-m", "app", "check"], cwd=ROOT, capture_output=True, timeout=30, check=False)
    assert ended.returncode == 0
    assert ended.stdout.decode().startswith(f"{paths.CONTENT}: good\n")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows tells a closed pipe in another way")
def test_a_reader_that_has_seen_enough_is_no_error():
    with subprocess.Popen(
        [sys.executable, "-m", "app", "search", "-"], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as program:
        program.stdout.close()
        program.stdin.write(b"cervical\n" * 2000)
        program.stdin.close()
        assert program.stderr.read() == b""
        assert program.wait(timeout=30) == 0


# --- exits ---


def test_a_complaint_is_one_line_whatever_it_holds(capsys):
    exits.complain("first\n  second\tthird")
    assert capsys.readouterr().err == "cervical-reference: first second third\n"


def test_without_standard_error_nothing_is_complained(monkeypatch):
    monkeypatch.setattr(sys, "stderr", None)
    exits.complain("unheard")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full disk to write to")
@pytest.mark.parametrize("command", ["show", "--help", "show --help", "--version"])
def test_output_that_cannot_be_written_is_one_line(command):
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run([sys.executable, "-m", "app", *command.split()], cwd=ROOT, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full disk to write to")
@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["check", "nosuch"], 2),
        (["--nonsense"], 2),
        (["show", "nowhere"], 2),
        (["show", "--content", "nosuch"], 2),
        (["show", "--content", "CONTRIBUTING.md"], 1),
        (["handout", "--output", "a.xyz"], 2),
        (["export-html", "nosuch/page.html"], 2),
    ],
)
def test_a_complaint_that_cannot_be_written_changes_no_exit_code(arguments, code):
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run([sys.executable, "-m", "app", *arguments], cwd=ROOT, stdout=subprocess.PIPE, stderr=full, check=False)
    assert (done.returncode, done.stdout) == (code, b"")


def test_a_complaint_that_nobody_reads_changes_no_exit_code():
    reader, writer = os.pipe()
    os.close(reader)
    with open(writer, "wb") as closed:  # noqa: PTH123 - a number is no path
        assert subprocess.run([sys.executable, "-m", "app", "check", "nosuch"], cwd=ROOT, stderr=closed, check=False).returncode == 2


# --- figures beside the real file ---

EXPORTS = [["export-html", "OUT.html"], ["handout", "--output", "OUT.html"]]


def exported(run, command: list[str], content: Path, out: Path) -> tuple[int, str]:
    code, _, complaint = run("--content", str(content), *[str(out) if word == "OUT.html" else word for word in command])
    return code, complaint


@pytest.mark.parametrize("command", EXPORTS, ids=lambda command: command[0])
def test_figures_are_found_through_a_link_to_the_content(run, tmp_path, command):
    link = tmp_path / "link.json"
    link.symlink_to(paths.CONTENT)
    assert exported(run, command, paths.CONTENT, tmp_path / "direct.html") == (0, "")
    assert exported(run, command, link, tmp_path / "linked.html") == (0, "")
    assert (tmp_path / "linked.html").read_bytes() == (tmp_path / "direct.html").read_bytes()
    assert run("check", str(link))[0] == 0


@pytest.mark.parametrize("command", EXPORTS, ids=lambda command: command[0])
def test_an_export_without_its_figures_is_written_and_told(run, tmp_path, command):
    alone = tmp_path / "alone.json"
    alone.write_bytes(paths.CONTENT.read_bytes())
    code, complaint = exported(run, command, alone, tmp_path / "out.html")
    assert code == 1
    assert "cervical-reference: figures/stitch: " in complaint
    assert (tmp_path / "out.html").stat().st_size > 0


def test_the_box_is_printed_first_with_the_clinics_numbers(loaded, capsys):
    assert search(loaded, ["who do I phone"], 10, "01 234", as_json=False) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[1:3] == [
        "From the danger box, not part of the article  [urgent-care]",
        f"  {loaded.article.urgent_care.title}. {loaded.article.urgent_care.text}",
    ]
    assert lines[3:7] == [f"  {group.title} ({len(group.signs)} signs)" for group in loaded.article.urgent_care.told]
    assert lines[7] == "  Our numbers: 01 234"
    assert search(loaded, ["who do I phone"], 10, "01 234", as_json=True) == 0
    (result,) = json.loads(capsys.readouterr().out)["results"]
    assert (result["id"], result["kind"], result["numbers"], result["notes"]) == ("urgent-care", "urgent", "01 234", [])
