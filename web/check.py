#!/usr/bin/env python3
"""The page that shows what one types, in a real browser: from a plain server, and as a file.

usage: web/check.py [PICTURES]         behind web/build; PICTURES is a folder for what the page looks like
"""

import functools
import http.server
import json
import pathlib
import sys
import tempfile
import threading
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "cli/tests/page"))

from browser import Browser  # noqa: E402

PAGE = ROOT / "web/dist/index.html"
NOTICES = ROOT / "examples/notices"
SEED = (ROOT / "fixtures/hunan-2024-key-tasks/input.txt").read_text(encoding="utf-8")
PICTURES = None

# A notice of 20 kB is there within this many seconds of the last key, whatever else two cores have to do.
SHOWN_WITHIN = 10


class Live(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        quiet = type("Quiet", (http.server.SimpleHTTPRequestHandler,), {"log_message": lambda *_: None})
        cls.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(quiet, directory=PAGE.parent))
        threading.Thread(target=cls.server.serve_forever, daemon=True).start()
        cls.browser = Browser()
        cls.browser.__enter__()

    @classmethod
    def tearDownClass(cls):
        cls.browser.__exit__()
        cls.server.shutdown()

    def setUp(self):
        self.open()

    def tearDown(self):
        self.assertEqual(self.browser.complaints(), [])

    def open(self):
        """The page, when the parser has answered for the first time."""
        self.browser.events.clear()
        self.browser.opened += 1
        address = f"http://127.0.0.1:{self.server.server_port}/index.html?{self.browser.opened}"
        self.browser.send("Page.navigate", url=address)
        self.started(f"location.search === '?{self.browser.opened}' && document.readyState === 'complete'")

    def started(self, condition="true"):
        self.browser.until(f"{condition} && document.querySelectorAll('.welcome p').length === 2")

    def type(self, text):
        """Puts the text into the box, as pasting does, and waits until it is shown."""
        self.browser.run("document.getElementById('typed').focus(); document.getElementById('typed').select()")
        self.browser.send("Input.insertText", text=text)
        self.shown(text)

    def shown(self, text):
        plain = "".join(line for line in text.splitlines())
        self.browser.until(f"[...document.querySelectorAll('.piece')].map((node) => node.textContent).join('') === {json.dumps(plain)}", SHOWN_WITHIN)

    def take(self, path):
        """Chooses a file, as the button and the system's dialogue do."""
        document = self.browser.send("DOM.getDocument")["root"]["nodeId"]
        node = self.browser.send("DOM.querySelector", nodeId=document, selector="#file")["nodeId"]
        self.browser.send("DOM.setFileInputFiles", nodeId=node, files=[str(path)])

    def words(self, selector):
        return self.browser.run(f"document.querySelector({json.dumps(selector)})?.textContent")

    def count(self, selector):
        return self.browser.run(f"document.querySelectorAll({json.dumps(selector)}).length")

    def picture(self, name):
        if PICTURES:
            self.browser.picture(PICTURES / f"{name}.png")


class Typing(Live):
    def test_what_is_typed_is_marked(self):
        self.picture("welcome")
        self.type(SEED)
        self.assertEqual(self.browser.run("[...document.querySelectorAll('#side [role=tab]')].map((tab) => tab.textContent)"), ["Outline 45", "Tasks 38", "Findings 8"])
        for kind in ("title", "unit", "clause", "task", "marker", "finding"):
            self.assertGreater(self.count(f".k-{kind}"), 0, kind)
        self.assertEqual(self.browser.run("document.activeElement.id"), "typed")
        # the line that is written is in sight beside the box
        self.browser.until("(() => { const row = document.querySelector('.line.here').getBoundingClientRect(); return row.top > 0 && row.bottom <= innerHeight + 1; })()")
        self.picture("light")
        self.browser.scheme("dark")
        self.picture("dark")
        self.browser.scheme("light")
        self.browser.click("#language")
        self.picture("chinese")
        for width in (900, 420):
            self.browser.size(width, 900)
            self.assertLessEqual(self.browser.run("document.documentElement.scrollWidth"), width)
            self.picture(f"chinese-{width}")
        self.browser.size(1440, 900)

    def test_each_key_changes_the_marks(self):
        self.type("一、修路。（市交通局负责）")
        self.assertEqual(self.count(".k-unit"), 1)
        self.browser.run("document.getElementById('typed').setSelectionRange(10, 10)")
        self.browser.send("Input.insertText", text="、𠮷祥办")
        self.browser.until("document.querySelectorAll('.k-unit').length === 2")
        self.assertEqual(self.browser.run("document.querySelectorAll('.k-unit')[1].textContent"), "𠮷祥办")

    def test_an_input_method_is_left_in_peace_until_it_is_done(self):
        self.type("一、修路。")
        self.browser.send("Input.imeSetComposition", text="xiu", selectionStart=3, selectionEnd=3)
        self.browser.run("new Promise((done) => setTimeout(done, 300))")
        self.assertNotIn("xiu", self.words("#text"))
        self.browser.send("Input.insertText", text="修")
        self.shown("一、修路。修")

    def test_counts_are_said_when_the_hand_rests(self):
        self.type("一、修路。（市交通局负责）")
        self.browser.until("document.getElementById('status').textContent === 'items 1, tasks 1, units 1, findings 0'")

    def test_the_example_is_read_and_the_box_emptied(self):
        self.browser.click("#example")
        self.browser.until("document.querySelectorAll('.k-unit').length > 5")
        self.assertIn("青州省人民政府办公厅", self.words("#title"))
        self.browser.click("#empty")
        self.browser.until("document.querySelector('.welcome') !== null")
        self.assertEqual(self.words("#title"), "no title")

    def test_keys_lead_from_the_box_to_its_mark_and_back(self):
        self.type("一、修路。（市交通局负责）\n二、种树。（市林业局负责）\n")
        self.browser.run("document.getElementById('typed').setSelectionRange(22, 22)")
        self.browser.key("Escape")
        self.assertEqual(self.words(".piece:focus"), "市林业局")
        self.browser.key("e")
        self.assertEqual(self.browser.run("document.activeElement.id"), "typed")
        self.assertEqual(self.browser.run("document.getSelection().toString()"), "市林业局")

    def test_corrections_go_with_their_words(self):
        self.type("一、修路。（市交通局负责）\n二、种树。（市林业局负责）")
        self.browser.run("[...document.querySelectorAll('.k-unit')].at(-1).click(); document.querySelector('#detail .c-unit details').open = true")
        self.browser.click("#detail .c-unit [data-verdict=wrong]")
        self.browser.run("document.getElementById('typed').focus(); document.getElementById('typed').setSelectionRange(0, 0)")
        self.browser.send("Input.insertText", text="总则\n")
        self.browser.until("document.querySelector('.piece.corrected')?.textContent === '市林业局'")
        self.browser.run("(() => { const box = document.getElementById('typed'); box.focus(); const at = box.value.indexOf('林业'); box.setSelectionRange(at, at + 2); })()")
        self.browser.send("Input.insertText", text="水利")
        self.browser.until("document.querySelectorAll('.k-unit').length === 2 && !document.querySelector('.piece.corrected')")
        self.assertEqual(self.words("#became"), "Corrections gone with the words that were changed: 1")


class Files(Live):
    def test_files_are_read_with_their_tables(self):
        for name, told in (
            ("roads.docx", "roads.docx: read as docx"),
            ("elders.txt", "elders.txt: read as text, encoding GB18030"),
            ("lake.html", "lake.html: read as html"),
            ("jobs.ofd", "jobs.ofd: read as ofd"),
            ("services.xlsx", "services.xlsx: read as xlsx"),
        ):
            self.take(NOTICES / name)
            self.browser.until(f"document.getElementById('became').textContent.startsWith({json.dumps(told)})", SHOWN_WITHIN)
            self.assertGreater(self.count(".k-unit"), 0, name)
            self.assertNotEqual(self.browser.run("document.getElementById('typed').value"), "")
        # the last has a merged cell, which the text alone does not tell
        self.assertIn("merged cells", self.words("#became"))
        units = self.count(".k-unit")
        self.picture("table")
        self.browser.run("document.getElementById('typed').focus()")
        self.browser.send("Input.insertText", text=" ")
        self.browser.until("document.getElementById('became').textContent.startsWith('The text was changed')")
        self.assertGreater(units, 0)

    def test_a_file_that_cannot_be_read_is_named_with_the_reason(self):
        self.type("一、修路。（市交通局负责）")
        with tempfile.TemporaryDirectory() as folder:
            picture = pathlib.Path(folder) / "scan.png"
            picture.write_bytes(b"\x89PNG\r\n\x1a\n")
            self.take(picture)
            self.browser.until("document.querySelector('#became .bad') !== null", SHOWN_WITHIN)
        self.assertTrue(self.words("#became").startswith("scan.png: a picture (PNG) is not read: run OCR"))
        self.browser.click("#language")
        self.assertTrue(self.words("#became").startswith("scan.png：不读取图片（PNG）"))
        self.picture("unread")
        self.assertEqual(self.browser.run("document.getElementById('typed').value"), "一、修路。（市交通局负责）")
        self.assertEqual(self.count(".k-unit"), 1)


class Faults(Live):
    # A text that holds 坏 reaches the worker as none, and the parser's module throws.
    BREAKER = """
        const post = Worker.prototype.postMessage;
        Worker.prototype.postMessage = function (wish) {
            return post.call(this, wish.text?.includes("坏") ? { ...wish, text: null } : wish);
        };
    """

    def test_a_parser_that_stops_is_said_and_started_anew(self):
        added = self.browser.send("Page.addScriptToEvaluateOnNewDocument", source=self.BREAKER)
        self.open()
        self.browser.send("Page.removeScriptToEvaluateOnNewDocument", **added)
        self.type("一、修路。（市交通局负责）")
        self.browser.run("document.getElementById('typed').focus()")
        self.browser.send("Input.insertText", text="坏")
        self.browser.until("document.querySelector('#became .bad') !== null")
        self.assertIn("makes the parser fail", self.words("#became"))
        self.assertEqual(self.browser.run("document.getElementById('typed').value"), "一、修路。（市交通局负责）坏")
        self.assertEqual(self.words("#text .words"), "一、1修路。（市交通局负责）", "the marks before stay")
        self.picture("fault")
        self.browser.key("Backspace")
        self.browser.send("Input.insertText", text="二、种树。")
        self.shown("一、修路。（市交通局负责）二、种树。")
        self.assertEqual(self.words("#became"), "")


class Safety(Live):
    HOSTILE = "云溪县人民政府关于<script>window.broken = 1</script>的通知\n一、<img src=x onerror=\"window.broken = 2\">修路。（县财政局<svg onload=window.broken=3>牵头）\n二、</textarea><b>种树</b>。\n"

    def test_nothing_is_fetched_and_no_text_becomes_markup(self):
        self.type(self.HOSTILE)
        for element in ("img", "b", "iframe", "[onerror]"):
            self.assertEqual(self.count(f"main {element}, aside {element}, nav {element}, header {element}"), 0, element)
        self.assertEqual(self.browser.run("typeof window.broken"), "undefined")
        asked = [url for url in self.browser.requests() if not url.startswith("blob:")]
        self.assertEqual(len([url for url in asked if not url.endswith("/favicon.ico")]), 1, asked)

    def test_the_policy_lets_nothing_out(self):
        tried = self.browser.run(f"fetch('http://127.0.0.1:{self.server.server_port}/').then(() => 'sent', (error) => error.name)")
        self.assertEqual(tried, "TypeError")
        made = self.browser.run("(() => { try { document.body.innerHTML = '<b></b>'; } catch (error) { return error.name; } })()")
        self.assertEqual(made, "TypeError")
        self.browser.events.clear()

    def test_the_file_alone_is_enough(self):
        self.browser.open(PAGE)
        self.started()
        self.type("一、修路。（市交通局负责）")
        self.assertEqual(self.words(".k-unit"), "市交通局")


class Access(Live):
    def test_each_control_has_a_name_and_the_box_comes_first(self):
        self.type(SEED)
        nameless = self.browser.run(
            "[...document.querySelectorAll('button, select, textarea, input:not([hidden]), [role=tab], [role=button], nav, aside, section.filters, section.input')]"
            ".filter((node) => !(node.getAttribute('aria-label') || node.labels?.length || node.textContent.trim())).map((node) => node.outerHTML)"
        )
        self.assertEqual(nameless, [])
        order = self.browser.run("[...document.querySelectorAll('#typed, #side button, #text [tabindex=\"0\"]')].map((node) => node.id || node.className)")
        self.assertEqual(order[0], "typed")
        self.assertEqual(self.count("label[for=typed]"), 1)
        for language in ("en", "zh-Hans"):
            said = self.browser.run("[...document.querySelectorAll('body *')].filter((node) => node.children.length === 0 && /^(key|field|kind|code|input|private|open|welcome)(:|-|$)/.test(node.textContent)).map((node) => node.textContent)")
            self.assertEqual(said, [], language)
            self.browser.click("#language")

    def test_100_kilobytes_are_typed_on_in_peace(self):
        text = (SEED * 6)[: 100_000 // 3]
        self.browser.run(f"(() => {{ const box = document.getElementById('typed'); box.value = {json.dumps(text)}; box.dispatchEvent(new Event('input')); }})()")
        self.browser.until("document.querySelectorAll('.line').length > 100", SHOWN_WITHIN)
        took = self.browser.run(
            "(async () => { const box = document.getElementById('typed'); const took = []; for (let key = 0; key < 10; key += 1) {"
            " const start = performance.now(); box.setRangeText('路', 0, 0, 'end'); box.dispatchEvent(new Event('input'));"
            " await new Promise((done) => requestAnimationFrame(() => setTimeout(done))); took.push(performance.now() - start); } return took; })()"
        )
        print(f"a key in 100 kB: {sorted(took)[5]:.0f} ms in the middle, {max(took):.0f} ms at most")
        self.browser.until("document.querySelector('.words')?.textContent.startsWith('路路路路路路路路路路')", 60)


if __name__ == "__main__":
    if sys.argv[1:]:
        PICTURES = pathlib.Path(sys.argv.pop(1)).resolve()
        PICTURES.mkdir(parents=True, exist_ok=True)
    unittest.main(verbosity=2)
