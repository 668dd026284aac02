#!/usr/bin/env python3
"""The page of `gongwen review` in a real browser: what it shows, what can be done in it, and that no notice can do anything.

usage: cli/tests/page/check.py COMMAND…        the words that run gongwen
"""

import json
import pathlib
import subprocess
import sys
import tempfile
import time
import tomllib
import unittest

from browser import Browser

ROOT = pathlib.Path(__file__).resolve().parents[3]
SEED = ROOT / "fixtures/hunan-2024-key-tasks/input.txt"
GONGWEN = []

# A page of 200 notices is there within this many seconds, and one of them is drawn within the other, whatever else two cores
# have to do; alone they took 0.9 and 0.2 seconds.
LOADED_WITHIN = 10
DRAWN_WITHIN = 2

HOSTILE = """\
云政办发〔2024〕7号
云溪县人民政府办公室关于<script>window.broken = 1</script>整治的通知
各乡镇人民政府<img src=x onerror="window.broken = 2">：
一、查看<a href="javascript:window.broken = 3">网页</a>。（县财政局<svg onload=window.broken=4>牵头，县水利局配合，2024年底前完成）
二、</script><!--<script>window.broken = 5</script>
三、𠮷祥工程由\u202e反向\u202c文字说明。（县𠮷祥办牵头）
四、{{constructor.constructor('window.broken = 6')()}} ${window.broken = 7} &lt;b&gt; \\u003c
""" + "".join(
    # Enough words between the tags that nobody takes the text for a page.
    f"{number}、巡查河道，及时发现隐患，做好记录，每月报告；遇有险情，先行处置，并告知下游各村，做好群众转移和安置工作。"
    "堤防、水闸、泵站有专人值守，物资清点造册，车辆和船只随时待命，通信保持畅通，汛后逐项检查，缺损的限期补足修好。\n"
    for number in "五六七八九十"
) + """\
云溪县人民政府办公室
2024年5月10日
"""
HOSTILE_NAME = "\"><img src=x onerror=window.broken=8>&'.txt"

DATED = """\
云溪县人民政府办公室关于修路的通知

各乡镇人民政府：

一、修路。（县交通局牵头，县财政局配合，2024年6月底前完成）
二、种树。（县林业局负责，2024年底前完成）
三、挖渠。（县水利局负责，长期坚持）

云溪县人民政府办公室
2024年1月10日
"""


def shown(text):
    """What the page shows of a text: no line ends, and codes for what a browser would obey."""
    for end in ("\r\n", "\n", "\r", "\u0085", "\u2028", "\u2029"):
        text = text.replace(end, "")
    return text.replace("\u202e", "U+202E").replace("\u202c", "U+202C")


class Page(unittest.TestCase):
    """Pages and a browser that all tests share."""

    @classmethod
    def begin(cls):
        cls.place = tempfile.TemporaryDirectory(prefix="gongwen-page-test-")
        folder = pathlib.Path(cls.place.name)
        cls.downloads = folder / "downloads"
        cls.downloads.mkdir()
        cls.seed = cls.made(folder, "seed", {"seed.txt": SEED.read_text(encoding="utf-8")})
        cls.hostile = cls.made(folder, "hostile", {HOSTILE_NAME: HOSTILE, "dated.txt": DATED})
        text = SEED.read_text(encoding="utf-8")
        many = {f"{number:03}.txt": text.replace("2024〕1号", f"2024〕{number}号") for number in range(1, 201)}
        cls.many = cls.made(folder, "many", many)
        cls.browser = Browser(downloads=str(cls.downloads))
        cls.browser.__enter__()

    @classmethod
    def end(cls):
        cls.browser.__exit__()
        cls.place.cleanup()

    @staticmethod
    def made(folder, name, texts):
        inputs = folder / name
        inputs.mkdir()
        for file, text in texts.items():
            (inputs / file).write_text(text, encoding="utf-8", newline="")
        page = folder / f"{name}.html"
        subprocess.run([*GONGWEN, "review", str(inputs), "--quiet", "--out", str(page)], check=True, cwd=ROOT)
        return page

    def open(self, page, place=""):
        self.browser.open(page, place)
        self.browser.until("document.querySelector('#main')?.childElementCount > 0")

    def tearDown(self):
        self.assertEqual(self.browser.complaints(), [])

    def count(self, selector):
        return self.browser.run(f"document.querySelectorAll({json.dumps(selector)}).length")

    def words(self, selector):
        return self.browser.run(f"document.querySelector({json.dumps(selector)})?.textContent")

    def all_words(self, selector):
        return self.browser.run(f"[...document.querySelectorAll({json.dumps(selector)})].map((node) => node.textContent)")

    def view(self, name):
        self.browser.run(f"document.getElementById('tab-{name}').click()")

    def is_in_view(self, selector):
        return self.browser.run(
            f"(() => {{ const box = document.querySelector({json.dumps(selector)}).getBoundingClientRect();"
            " const frame = document.querySelector('#main').getBoundingClientRect();"
            " return box.top >= frame.top - 1 && box.bottom <= frame.bottom + 1; })()"
        )


class Text(Page):
    def test_the_seed_is_shown_whole_with_its_marks(self):
        self.open(self.seed)
        self.assertIn("营商环境", self.words("#title"))
        self.assertEqual("".join(self.all_words(".piece")), shown(SEED.read_text(encoding="utf-8")))
        for kind in ("title", "doc-number", "recipients", "heading", "unit", "clause", "citation", "signatory", "date", "task"):
            self.assertGreater(self.count(f".k-{kind}"), 0, kind)
        self.assertEqual(self.all_words("#side [role=tab]"), ["Outline 45", "Tasks 38", "Findings 8"])

    def test_pointing_at_a_unit_shows_its_fields(self):
        self.open(self.seed)
        self.browser.run("document.querySelector('.k-unit').scrollIntoView({ block: 'center' })")
        x, y = self.browser.run(
            "(() => { const [box] = document.querySelector('.k-unit').getClientRects(); return [box.x + 8, box.y + 8]; })()"
        )
        self.browser.send("Input.dispatchMouseEvent", type="mouseMoved", x=x, y=y)
        self.assertEqual(self.words("#detail .card h3"), "unit")
        self.assertIn("省发展改革委", self.words("#detail .c-unit"))
        self.assertIn("湖南省发展和改革委员会", self.words("#detail .c-unit"))
        self.assertGreater(self.count(".piece.lit"), 1, "the task around it is lit")

    def test_the_sidebar_leads_to_places(self):
        self.open(self.seed)
        for panel, entry in (("outline", ".depth-2 .entry"), ("tasks", "[data-task='30']"), ("findings", "[data-code='doubtful-unit-name']")):
            self.browser.run(f"document.getElementById('tab-{panel}').click()")
            self.browser.click(entry)
            self.assertTrue(self.is_in_view(".piece.flash"), panel)
            self.assertEqual(self.count("#detail.pinned"), 1, panel)
            self.browser.key("Escape")
        self.assertEqual(self.count("#detail.pinned"), 0)

    def test_a_filter_by_unit_and_role_keeps_its_tasks(self):
        self.open(self.seed)
        self.browser.run("document.getElementById('tab-tasks').click()")
        self.browser.run(
            "(() => { const select = document.getElementById('unit'); select.value = '湖南省财政厅';"
            " select.dispatchEvent(new Event('change')); })()"
        )
        self.assertEqual(self.words("#matched"), "12 of 38 tasks")
        self.assertEqual(self.count("[data-task]"), 12)
        self.assertGreater(self.count(".piece.hit"), 0)
        self.assertEqual(set(self.all_words(".piece.hit")), {"省财政厅"})
        self.browser.click("[data-role=responsible]")
        self.assertEqual(self.words("#matched"), "0 of 38 tasks")
        self.browser.click("#clear")
        self.assertEqual(self.count("[data-task]"), 38)

    def test_marks_are_stepped_through_by_keys(self):
        self.open(self.seed)
        self.assertEqual(self.count(".piece[tabindex='0']"), 1, "the text is one stop of the tab key")
        self.browser.run("document.querySelector('.piece[tabindex=\"0\"]').focus()")
        first = self.browser.run("document.activeElement.textContent")
        self.browser.key("ArrowRight")
        self.assertNotEqual(self.browser.run("document.activeElement.textContent"), first)
        self.browser.key("f")
        self.assertEqual(self.words("#detail .card h3"), "finding")
        self.browser.key("j")
        self.assertIn(self.words("#detail .card h3"), ("unit", "deadline"))
        self.browser.key("3")
        self.assertEqual(self.count("#picture"), 1)
        self.browser.key("?")
        self.assertTrue(self.browser.run("document.getElementById('keys').open"))
        self.browser.key("Escape")

    def test_a_kind_of_mark_can_be_left_out(self):
        self.open(self.seed)
        colour = "getComputedStyle(document.querySelector('.k-citation')).color"
        before = self.browser.run(colour)
        self.browser.click(".legend-entry[data-group=citation]")
        self.assertNotEqual(self.browser.run(colour), before)
        self.assertEqual(self.words(".legend-entry[aria-pressed=false]"), "citations")

    def test_the_page_speaks_english_and_chinese(self):
        self.open(self.seed)
        self.assertEqual(self.browser.run("document.documentElement.lang"), "en")
        self.browser.click("#language")
        self.assertEqual(self.browser.run("document.documentElement.lang"), "zh-Hans")
        self.assertEqual(self.all_words("#views [role=tab]"), ["正文", "矩阵", "协作网络", "时限"])
        latin = self.browser.run("document.querySelector('.top .tools').innerText.replace('English', '').match(/[a-z]+/gi)")
        self.assertIsNone(latin)
        missing = self.browser.run(
            "[...document.querySelectorAll('body *')].filter((node) => node.children.length === 0"
            " && /^(kind|field|code|role|view|panel|legend|key):/.test(node.textContent)).map((node) => node.textContent)"
        )
        self.assertEqual(missing, [])


class Views(Page):
    def test_the_matrix_counts_each_unit_of_each_task(self):
        self.open(self.seed, "#1/matrix")
        cells = self.all_words(".matrix tbody .cell")
        count = sum(int(cell) if cell.isdigit() else 1 for cell in cells)
        self.assertEqual(count, 230)
        self.assertEqual(self.count(".matrix tbody tr"), 51)
        self.assertEqual(self.count(".matrix thead .column-head"), 7)
        self.browser.click(".matrix tbody .cell")
        self.assertEqual(self.count("#text"), 1)
        self.assertTrue(self.is_in_view(".piece.flash"))

    def test_the_network_is_the_same_each_time_and_leads_to_a_filter(self):
        pictures = []
        for _ in range(2):
            self.open(self.seed, "#1/network")
            pictures.append(self.browser.run("document.getElementById('picture').outerHTML"))
        self.assertEqual(pictures[0], pictures[1])
        self.assertEqual(self.count(".node"), 40)
        self.assertEqual(self.all_words(".pairs-table tbody tr:first-child td"), ["省发展改革委", "省商务厅", "10"])
        self.browser.run("document.querySelector('.node').focus()")
        self.browser.key("Enter")
        self.assertNotEqual(self.browser.run("document.getElementById('unit').value"), "")
        self.assertEqual(self.count(".node.chosen"), 1)

    def test_deadlines_stand_on_their_days(self):
        self.open(self.hostile, "#2/timeline")
        self.assertEqual(self.words("#title"), "云溪县人民政府办公室关于修路的通知")
        self.assertEqual(self.all_words(".due-group h3"), ["2024-06-301", "2024-12-311", "长期坚持1"])
        self.assertEqual(self.count(".dot"), 2)
        self.browser.click("[data-scope=all]")
        # the notice full of markup has one by the end of the year, too
        self.assertEqual(self.all_words(".due-group h3"), ["2024-06-301", "2024-12-312"])
        self.browser.click(".due-group:nth-of-type(1) .entry")
        self.assertEqual(self.count("#text"), 1)

    def test_paper_gets_the_view_alone(self):
        self.open(self.seed)
        self.browser.send("Emulation.setEmulatedMedia", media="print")
        hidden = [
            self.browser.run(f"getComputedStyle(document.querySelector({json.dumps(selector)})).display")
            for selector in ("#side", "#detail", ".filters", ".tools", "#views")
        ]
        self.assertEqual(set(hidden), {"none"})
        self.assertEqual(self.browser.run("getComputedStyle(document.body).backgroundColor"), "rgb(255, 255, 255)")
        self.browser.send("Emulation.setEmulatedMedia", media="")
        printed = self.downloads / "page.pdf"
        self.browser.printed(printed)
        self.assertTrue(printed.read_bytes().startswith(b"%PDF"))


class Access(Page):
    def test_each_place_of_the_page_has_a_name(self):
        self.open(self.hostile)
        for view in ("text", "matrix", "network", "timeline"):
            self.view(view)
            nameless = self.browser.run(
                "[...document.querySelectorAll('button, select, input, [role=tab], [role=button], nav, aside, section.filters')]"
                ".filter((node) => !(node.getAttribute('aria-label') || node.labels?.length || node.textContent.trim()))"
                ".map((node) => node.outerHTML)"
            )
            self.assertEqual(nameless, [], view)
            ids = self.browser.run("[...document.querySelectorAll('[id]')].map((node) => node.id)")
            self.assertEqual(len(ids), len(set(ids)), view)
        for landmark in ("header", "nav", "main", "aside"):
            self.assertEqual(self.count(f"body {landmark}"), 1, landmark)

    def test_words_stand_out_from_paper_in_light_and_dark(self):
        self.open(self.seed)
        colours = ("ink", "quiet", "head", "outline", "task", "unit", "deadline", "citation", "finding", "aside")
        tints = {"unit": ("unit-tint", "unit-faint"), "deadline": ("deadline-tint",)}
        for scheme in ("light", "dark"):
            self.browser.scheme(scheme)
            for name in colours:
                for ground in ("paper", "panel", *tints.get(name, ())):
                    contrast = self.contrast(name, ground)
                    self.assertGreaterEqual(contrast, 4.5, f"{name} on {ground}, {scheme}")
        self.browser.scheme("light")

    def contrast(self, one, other):
        """WCAG 2.2, 1.4.3."""

        def luminance(name):
            sign = self.browser.run(f"getComputedStyle(document.documentElement).getPropertyValue('--{name}').trim()")
            parts = [int(sign[at : at + 2], 16) / 255 for at in (1, 3, 5)]
            linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
            return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

        lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
        return (lighter + 0.05) / (darker + 0.05)


class Safety(Page):
    def test_a_notice_full_of_markup_shows_as_text(self):
        self.open(self.hostile)
        self.assertEqual("".join(self.all_words(".piece")), shown(HOSTILE))
        self.assertIn("<script>window.broken = 1</script>", self.words("#title"))
        self.assertIn("<img src=x", self.words("#subtitle"))
        for view in ("matrix", "network", "timeline", "text"):
            self.view(view)
            self.browser.run("document.querySelectorAll('#side [role=tab]').forEach((tab) => tab.click())")
            for element in ("img", "iframe", "a[href^=javascript]", "[onerror]", "[onload]", "b", "object", "base"):
                self.assertEqual(self.count(f"body {element}"), 0, f"{element} in {view}")
        self.assertEqual(self.count("script:not([type])"), 1)
        self.assertEqual(self.browser.run("typeof window.broken"), "undefined")

    def test_nothing_is_fetched_and_nothing_foreign_may_run(self):
        self.open(self.hostile)
        self.assertEqual(len(self.browser.requests()), 1, self.browser.requests())
        tried = self.browser.run(
            "(() => { const script = document.createElement('script'); try { script.text = 'window.broken = 9'; } catch {}"
            " document.body.append(script); try { document.body.innerHTML = '<b></b>'; } catch (error) { return error.name; } })()"
        )
        self.assertEqual(tried, "TypeError")
        self.assertEqual(self.browser.run("typeof window.broken"), "undefined")
        self.browser.events.clear()


class Corrections(Page):
    def select(self, words):
        """Selects words of the text as a hand would, by their first place."""
        self.browser.run(
            f"(() => {{ const words = {json.dumps(words)}; const walk = document.createTreeWalker(document.getElementById('text'), 4);"
            " while (walk.nextNode()) { const at = walk.currentNode.data.indexOf(words); if (at < 0) continue;"
            " document.getSelection().setBaseAndExtent(walk.currentNode, at, walk.currentNode, at + words.length);"
            " walk.currentNode.parentElement.dispatchEvent(new MouseEvent('mouseup', { bubbles: true })); return; } throw new Error('not found'); })()"
        )

    def save(self):
        target = self.downloads / "corrections.json"
        target.unlink(missing_ok=True)
        self.browser.click("#save")
        end = time.monotonic() + 20
        while not target.exists():
            self.assertLess(time.monotonic(), end, "nothing is saved")
            time.sleep(0.05)
        return target

    def test_corrections_are_saved_and_become_a_fixture(self):
        self.open(self.hostile)
        self.assertTrue(self.browser.run("document.getElementById('save').disabled"))
        self.select("反向")
        self.browser.run("document.querySelector('#detail select[name=role]').value = 'support'")
        self.browser.run("document.querySelector('#detail input[name=note]').value = '\"𠮷\"'")
        self.browser.click("[data-verdict=missed]")
        self.browser.click(".k-unit.r-lead")
        self.browser.run("document.querySelector('#detail .c-unit details').open = true")
        self.browser.click("#detail .c-unit [data-verdict=wrong]")
        self.assertEqual(self.words("#save"), "Save 2 corrections")
        saved = self.save()
        self.check(json.loads(saved.read_text(encoding="utf-8")))
        with tempfile.TemporaryDirectory() as folder:
            text = pathlib.Path(folder) / "input.txt"
            run = [sys.executable, str(ROOT / "scripts/corrections.py"), str(saved), str(text)]
            made = tomllib.loads(subprocess.run(run, check=True, capture_output=True, text=True).stdout)
            self.assertEqual(text.read_bytes().decode(), HOSTILE)
        self.assertEqual([correction["holds"] for correction in made["corrections"]], [False, False])
        self.assertEqual(made["corrections"][1]["note"], '"𠮷"')

    def check(self, saved):
        self.assertEqual((saved["format"], saved["version"]), ("gongwen-corrections", 1))
        [notice] = saved["notices"]
        self.assertEqual((notice["doc"], notice["text"]), (HOSTILE_NAME, HOSTILE))
        lead, missed = notice["corrections"]
        for correction in (lead, missed):
            start, end = correction["span"]
            self.assertEqual(HOSTILE.encode()[start:end].decode(), correction["text"])
        self.assertEqual((lead["was"], lead["was_role"], lead["is"]), ("unit", "lead", None))
        self.assertEqual((missed["text"], missed["was"], missed["is"], missed["role"]), ("反向", None, "unit", "support"))

    def test_a_correction_can_be_withdrawn(self):
        self.open(self.seed)
        self.browser.click(".k-unit")
        self.browser.run("document.querySelector('#detail .c-unit details').open = true")
        self.browser.click("#detail .c-unit [data-verdict=right]")
        self.assertGreater(self.count(".piece.corrected"), 0)
        self.browser.click("#detail .remove")
        self.assertEqual(self.count(".piece.corrected"), 0)
        self.assertTrue(self.browser.run("document.getElementById('save').disabled"))


class Many(Page):
    def test_200_notices_stay_quick(self):
        start = time.monotonic()
        self.open(self.many)
        loaded = time.monotonic() - start
        self.assertEqual(self.count("#notices li"), 200)
        self.assertLess(self.count("body *"), 12_000, "one notice alone is drawn")
        drawn = self.browser.run(
            "new Promise((done) => { const start = performance.now(); document.querySelector('[data-notice=\"149\"]').click();"
            " requestAnimationFrame(() => setTimeout(() => done((performance.now() - start) / 1000))); })"
        )
        self.assertIn("2024〕150号", self.words("#subtitle"))
        print(f"200 notices, {self.many.stat().st_size >> 10} KiB: loaded in {loaded:.2f} s, one drawn in {drawn:.2f} s")
        self.assertLess(loaded, LOADED_WITHIN)
        self.assertLess(drawn, DRAWN_WITHIN)

    def test_notices_are_searched_and_turned(self):
        self.open(self.many)
        self.browser.run(
            "(() => { const search = document.getElementById('search'); search.value = '〕77号';"
            " search.dispatchEvent(new Event('input')); })()"
        )
        self.assertEqual(self.count("#notices li:not([hidden])"), 1)
        self.browser.click("#next")
        self.assertEqual(self.words("#turn"), "2 / 200")
        self.browser.key("[")
        self.assertEqual(self.browser.run("location.hash"), "#1/text")


if __name__ == "__main__":
    GONGWEN = sys.argv[1:]
    if not GONGWEN:
        sys.exit(__doc__)
    Page.begin()
    suite = unittest.TestSuite()
    for group in (Text, Views, Access, Safety, Corrections, Many):
        suite.addTests(unittest.defaultTestLoader.loadTestsFromTestCase(group))
    result = unittest.TextTestRunner(verbosity=2).run(suite)
    Page.end()
    failed = len(result.failures) + len(result.errors)
    print(f"page: {result.testsRun - failed} passed, {failed} failed")
    sys.exit(failed > 0)
