"""The review page in a real browser: filters, keyboard, decisions, files, hostile text.

Run by `make test-browser`, which builds the program and installs what is missing. The pages are made by the program
from documents that are written here.
"""

import json
import os
import pathlib
import re
import subprocess
import tempfile
import unittest

from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.print_page_options import PrintOptions
from selenium.webdriver.support.ui import WebDriverWait

PROGRAM = pathlib.Path(os.environ.get("COUNTERWEIGHT", ".build/release/counterweight")).resolve()
CASES = pathlib.Path(__file__).resolve().parent.parent / "ReviewTests" / "Cases"
DRAFT = (
    "<h1>Draft Order</h1><h2>Powers</h2>"
    "<p>For freedom from harm, the Authority may block any site it deems undesirable.</p>"
    "<p>Every provider shall retain traffic data of all users.</p>"
    "<h2>Aims</h2><p>Our goal is a secure Internet.</p>"
)


def browser(downloads):
    options = webdriver.ChromeOptions()
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                     "--window-size=1280,900"):
        options.add_argument(argument)
    options.add_experimental_option("prefs", {"download.default_directory": str(downloads)})
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    options.binary_location = "/usr/bin/chromium"
    return webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))


class ReviewPage(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.held = tempfile.TemporaryDirectory()
        cls.folder = pathlib.Path(cls.held.name)
        cls.driver = browser(cls.folder)
        cls.driver.execute_cdp_cmd("Page.setDownloadBehavior", {"behavior": "allow", "downloadPath": str(cls.folder)})

    @classmethod
    def tearDownClass(cls):
        cls.driver.quit()
        cls.held.cleanup()

    def tearDown(self):
        severe = [entry for entry in self.driver.get_log("browser") if entry["level"] == "SEVERE"]
        self.assertEqual(severe, [])
        for entry in self.driver.get_log("performance"):
            message = json.loads(entry["message"])["message"]
            if message["method"] == "Network.requestWillBeSent":
                self.assertRegex(message["params"]["request"]["url"], r"^(file|blob|data|chrome|about):")

    def report(self, html, name="draft"):
        source = self.folder / f"{name}.html"
        source.write_text(html, encoding="utf-8")
        page = self.folder / f"{name}-report.html"
        run = subprocess.run(
            [PROGRAM, "check", source.name, "--format", "html", "-o", page.name, "--exit-zero", "--isolated"],
            cwd=self.folder, capture_output=True, text=True)
        self.assertEqual(run.returncode, 0, run.stderr)
        return page

    def show(self, page, anchor=""):
        self.driver.get("about:blank")
        self.driver.get(page.as_uri() + anchor)

    def fresh(self, html=DRAFT, name="draft", reviewer="tester"):
        page = self.report(html, name)
        self.show(page)
        self.driver.execute_script(
            "localStorage.clear(); if (arguments[0]) localStorage.setItem('counterweight-reviewer', arguments[0])", reviewer)
        self.show(page)
        return page

    def press(self, keys):
        for key in keys:
            ActionChains(self.driver).send_keys(key).perform()

    def click(self, name):
        element = self.driver.find_element(By.ID, name)
        self.driver.execute_script("arguments[0].scrollIntoView({block: 'center'})", element)
        element.click()

    def text(self, name):
        return self.driver.find_element(By.ID, name).get_attribute("textContent")

    def shown(self):
        return len([c for c in self.driver.find_elements(By.CSS_SELECTOR, ".card") if c.get_attribute("hidden") is None])

    def exported(self):
        target = self.folder / "decisions.json"
        target.unlink(missing_ok=True)
        self.click("review-export")
        WebDriverWait(self.driver, 10).until(lambda _: target.exists() and target.stat().st_size > 0)
        return json.loads(target.read_text(encoding="utf-8"))

    def take(self, decisions, name="others.json"):
        file = self.folder / name
        file.write_text(json.dumps(decisions), encoding="utf-8")
        before = self.text("review-live")
        self.driver.find_element(By.ID, "review-import").send_keys(str(file))
        WebDriverWait(self.driver, 10).until(lambda _: self.text("review-live") != before)

    def test_keyboard_decides_and_undoes(self):
        self.fresh()
        self.press("ja")
        self.assertRegex(self.text("review-count"), r"^1 of \d+ decided$")
        self.press("jd")
        self.driver.find_element(By.ID, "review-words").send_keys("It is quoted.")
        self.driver.find_element(By.CSS_SELECTOR, "input[name=reason][value=not-own-voice]").click()
        self.driver.find_element(By.ID, "review-ok").click()
        self.assertRegex(self.text("review-count"), r"^2 of ")
        chips = [c.get_attribute("textContent") for c in self.driver.find_elements(By.CSS_SELECTOR, ".card .rv-chip")]
        self.assertTrue(any("It is quoted." in chip for chip in chips), chips)
        self.assertRegex(self.text("review-precision"), r"1\.00.*1 of 1 decided were right")
        self.press("u")
        self.assertRegex(self.text("review-count"), r"^1 of ")
        self.press("?")
        self.assertTrue(self.driver.find_element(By.CSS_SELECTOR, "dialog[open]").is_displayed())

    def test_decisions_survive_a_reload_and_a_link_finds_its_finding(self):
        page = self.fresh()
        self.press("jja")
        address = self.driver.current_url
        self.assertIn("#f-", address)
        self.show(page, address[address.index("#"):])
        self.assertRegex(self.text("review-count"), r"^1 of ")
        self.assertRegex(self.text("review-current"), r" 2/\d+$")

    def test_filters_by_band_rule_status_and_text(self):
        self.fresh()
        every = self.shown()
        self.click("review-band-info")
        without = self.shown()
        self.assertLess(without, every)
        self.driver.find_element(By.CSS_SELECTOR, "#review-rule option[value=CW04]").click()
        self.assertGreater(self.shown(), 0)
        self.assertLess(self.shown(), without)
        self.driver.find_element(By.CSS_SELECTOR, "#review-rule option[value='']").click()
        self.driver.find_element(By.ID, "review-text").send_keys("retain traffic")
        self.assertTrue(0 < self.shown() < without)
        self.driver.find_element(By.CSS_SELECTOR, "#review-status option[value=accepted]").click()
        self.assertEqual(self.shown(), 0)

    def test_a_search_finds_words_of_the_passage_around_a_finding(self):
        self.fresh()
        every = self.shown()
        box = self.driver.find_element(By.ID, "review-text")
        # Words across a mark, between marks, of another case; and words that no passage with a finding has.
        for words, some in (("the authority may block any", True), ("users", True), ("EVERY provider shall", True),
                            ("provider of the authority", False)):
            box.clear()
            box.send_keys(words)
            self.assertEqual(0 < self.shown() < every, some, words)
        self.fresh("<p>The Minister may direct any public telecommunications operator to block any site.</p>"
                   "<p>The Authority may suspend the Internet.</p>")
        every = self.shown()
        self.driver.find_element(By.ID, "review-text").send_keys("public telecommunications operator")
        self.assertTrue(0 < self.shown() < every)

    def test_no_key_decides_a_finding_that_a_filter_hides(self):
        self.fresh()
        rule = lambda name: self.driver.find_element(By.CSS_SELECTOR, f"#review-rule option[value={name}]").click()
        rule("CW04")
        self.driver.execute_script("document.activeElement.blur()")
        self.press("j")
        self.assertRegex(self.text("review-current"), r"^CW04 ")
        rule("CW15")
        self.assertRegex(self.text("review-current"), r"^CW15 ")
        self.driver.execute_script("document.activeElement.blur()")
        self.press("a")
        self.assertEqual({event["rule"] for event in self.exported()["events"]}, {"CW15"})
        self.driver.find_element(By.ID, "review-text").send_keys("words that stand nowhere")
        self.assertEqual(self.text("review-current"), "No finding chosen")
        self.driver.execute_script("document.activeElement.blur()")
        self.press("d")
        self.assertEqual(self.driver.find_elements(By.CSS_SELECTOR, "dialog"), [])
        self.assertEqual(len(self.exported()["events"]), 1)

    def test_a_decision_that_hides_its_finding_goes_on_to_the_next(self):
        self.fresh()
        self.driver.find_element(By.CSS_SELECTOR, "#review-status option[value=open]").click()
        self.driver.execute_script("document.activeElement.blur()")
        self.press("j")
        every = int(self.text("review-current").split("/")[1])
        cards = self.driver.find_elements(By.CSS_SELECTOR, ".card")
        self.press("ja")
        self.assertTrue(self.text("review-current").endswith(f" 2/{every - 1}"), self.text("review-current"))
        self.assertIn("accepted", self.text("review-live"))
        self.assertEqual(self.driver.execute_script("return document.activeElement.closest('.rv-now') !== null"), True)
        self.press("a" * (every - 2))
        self.assertEqual(self.text("review-current"), "No finding chosen")
        self.assertIn("No finding after this one", self.text("review-live"))
        self.assertEqual(self.driver.execute_script("return document.activeElement.id"), "review-j")
        self.press("a")
        self.assertEqual(self.text("review-live"), "No finding chosen")
        self.assertEqual(len(self.exported()["events"]), every - 1)
        self.assertEqual(len(cards), every)

    def size(self, width, height):
        self.driver.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride",
            {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False})
        self.addCleanup(self.driver.execute_cdp_cmd, "Emulation.clearDeviceMetricsOverride", {})

    def box(self, selector):
        return self.driver.execute_script(
            "const r = document.querySelector(arguments[0]).getBoundingClientRect();"
            "return {top: r.top, bottom: r.bottom, left: r.left, right: r.right}", selector)

    def test_the_chosen_finding_is_in_sight(self):
        rest = "The report was read on Monday and sent to the members of the house. " * 40
        power = "<p>{}The Authority may block any site it deems undesirable, of kind {}. {}</p>"
        html = "".join(power.format(rest, number, rest) + f"<p>{rest}</p>" for number in range(4))
        for width, height in ((1280, 900), (844, 390), (390, 844)):
            self.size(width, height)
            self.fresh(html, "long")
            every = len(self.driver.find_elements(By.CSS_SELECTOR, ".card"))
            for number in range(every):
                self.press("j")
                head = self.box(".rv-now summary")
                self.assertGreaterEqual(head["top"], 0, (width, number))
                self.assertLessEqual(head["bottom"], self.box("#review-actions")["top"], (width, number))

    def test_what_happened_is_said_where_it_is_seen(self):
        self.fresh()
        self.press("a")
        self.assertEqual(self.text("review-live"), "No finding chosen")
        self.press("jjc")
        self.driver.find_element(By.ID, "review-words").send_keys("Ask counsel.")
        self.driver.find_element(By.ID, "review-ok").click()
        self.assertRegex(self.text("review-live"), r"^CW\d\d: comment kept$")
        place = self.box("#review-live")
        self.assertTrue(0 <= place["top"] and place["bottom"] <= self.driver.execute_script("return innerHeight"))

    def test_a_small_window_is_left_to_the_text(self):
        self.size(320, 256)
        self.fresh()
        bar = self.box("#review-actions")
        self.assertLess(bar["bottom"] - bar["top"], 256 / 4)
        self.assertFalse(self.driver.find_element(By.ID, "review-u").is_displayed())
        self.driver.find_element(By.ID, "review-rest").click()
        self.assertTrue(self.driver.find_element(By.ID, "review-u").is_displayed())
        self.assertEqual(self.driver.find_element(By.ID, "review-rest").get_attribute("aria-expanded"), "true")

    def test_keys_do_nothing_on_links_and_can_be_turned_off(self):
        page = self.fresh()
        self.press("j")
        self.driver.execute_script("document.querySelector('nav a').focus()")
        self.press("a")
        self.assertRegex(self.text("review-count"), r"^0 of ")
        self.click("review-keys")
        self.driver.execute_script("document.activeElement.blur()")
        self.press("a")
        self.show(page)
        self.press("ja")
        self.assertRegex(self.text("review-count"), r"^0 of ")
        self.click("review-keys")
        self.driver.execute_script("document.activeElement.blur()")
        self.press("ja")
        self.assertRegex(self.text("review-count"), r"^1 of ")

    def test_the_list_shows_passages_and_documents_that_have_something(self):
        folder = self.folder / "several"
        folder.mkdir(exist_ok=True)
        (folder / "a.html").write_text(DRAFT, encoding="utf-8")
        (folder / "b.html").write_text("<p>Our goal is a secure Internet.</p>", encoding="utf-8")
        page = self.folder / "several.html"
        subprocess.run([PROGRAM, "check", "several", "--format", "html", "-o", page.name, "--exit-zero", "--isolated"],
                       cwd=self.folder, check=True, capture_output=True)
        visible = lambda selector: [e for e in self.driver.find_elements(By.CSS_SELECTOR, selector) if e.is_displayed()]
        self.show(page)
        self.assertEqual(len(visible("#findings h3")), 2)
        passages = len(visible(".spot"))
        for band in ("info", "low", "moderate"):
            self.click("review-band-" + band)
        self.assertEqual(len(visible("#findings h3")), 1)
        self.assertTrue(0 < len(visible(".spot")) < passages)
        self.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
        try:
            self.show(page)
            self.assertEqual(len(visible(".spot")), passages)
            for band in ("info", "low", "moderate"):
                for box in self.driver.find_elements(By.ID, "band-" + band):
                    box.click()
            self.assertTrue(0 < len(visible(".spot")) < passages)
        finally:
            self.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})

    def test_wanted_wording_is_no_fault_of_the_rule(self):
        self.fresh()
        self.press("jd")
        self.driver.find_element(By.CSS_SELECTOR, "input[name=reason][value=agreed]").click()
        self.driver.find_element(By.ID, "review-ok").click()
        self.assertRegex(self.text("review-precision"), r"1\.00.*1 of 1 decided were right")
        self.assertEqual(len(self.driver.find_elements(By.CSS_SELECTOR, ".card .rv-dismissed")), 1)

    def test_a_reviewed_page_counts_what_was_decided(self):
        self.fresh()
        self.press("jajd")
        self.driver.find_element(By.CSS_SELECTOR, "input[name=reason][value=other-sense]").click()
        self.driver.find_element(By.ID, "review-ok").click()
        every = len(self.driver.find_elements(By.CSS_SELECTOR, ".card"))
        self.exported()
        subprocess.run(
            [PROGRAM, "check", "draft.html", "--decisions", "decisions.json", "--format", "html", "-o", "outcome.html",
             "--exit-zero", "--isolated"], cwd=self.folder, check=True, capture_output=True)
        self.driver.execute_script("localStorage.clear()")
        self.show(self.folder / "outcome.html")
        self.assertEqual(self.text("review-count"), f"1 of {every - 1} decided")
        self.assertIn("1 dismissed by reviewers", self.text("summary"))
        self.assertRegex(self.text("dismissed"), r"Dismissed by tester")
        self.driver.find_element(By.CSS_SELECTOR, "#review-status option[value=accepted]").click()
        self.assertEqual(self.shown(), 1)

    def test_letters_of_marks_are_not_read_aloud(self):
        self.fresh()
        names = [node.get("name", {}).get("value", "")
                 for node in self.driver.execute_cdp_cmd("Accessibility.getFullAXTree", {})["nodes"]
                 if node.get("role", {}).get("value") in ("StaticText", "InlineTextBox")]
        self.assertEqual([name for name in names if name in ("V", "W", "C", "S", "?")], [])

    def test_tables_stay_within_their_cards(self):
        self.size(390, 844)
        self.fresh()
        wider = self.driver.execute_script(
            "document.querySelectorAll('details').forEach(d => { d.open = true; });"
            "return [...document.querySelectorAll('.card table')].filter(t => t.getBoundingClientRect().right"
            " > t.closest('.card').getBoundingClientRect().right).length")
        self.assertEqual(wider, 0)

    def test_what_reviewers_differ_on_is_disputed(self):
        self.fresh()
        self.press("ja")
        mine = self.exported()
        self.assertEqual([event["kind"] for event in mine["events"]], ["accept"])
        self.assertEqual(mine["events"][0]["selector"]["type"], "TextQuoteSelector")
        theirs = json.loads(json.dumps(mine))
        theirs["events"][0].update(id="0" * 24, by="second", kind="dismiss", reason="other")
        self.take(theirs)
        self.assertEqual(self.text("review-live"), "1 new entries; 1 findings disputed, 0 without a place")
        self.take(theirs, "again.json")
        self.assertEqual(self.text("review-live"), "0 new entries; 1 findings disputed, 0 without a place")

    def test_reviewers_differ_by_the_table_of_the_program(self):
        self.fresh()
        self.press("ja")
        mine = self.exported()
        for number, case in enumerate(json.loads((CASES / "disputes.json").read_text(encoding="utf-8"))):
            base = {key: value for key, value in mine["events"][0].items() if key != "judged"}
            events = [{**base, "id": f"{number}-{index}", "by": f"reviewer {index}", **event}
                      for index, event in enumerate(case["events"])]
            self.fresh()
            self.take({**mine, "events": events}, f"case-{number}.json")
            marked = self.driver.find_elements(By.CSS_SELECTOR, f".card .rv-{case['status']}")
            self.assertEqual(len(marked), 1, case)

    def test_an_undo_takes_back_what_its_author_did_only(self):
        self.fresh()
        self.press("ja")
        mine = self.exported()
        undo = {"id": "0" * 24, "at": "2999-01-01T00:00:00.000Z", "by": "mallory", "kind": "undo"}
        self.take({**mine, "events": [{**undo, "undoes": mine["events"][0]["id"]}]})
        self.assertRegex(self.text("review-count"), r"^1 of ")
        self.press("u")
        self.assertRegex(self.text("review-count"), r"^0 of ")

    def test_a_dismissal_needs_a_reason_that_was_chosen(self):
        self.fresh()
        self.press("jd")
        self.driver.find_element(By.ID, "review-ok").click()
        self.assertRegex(self.text("review-count"), r"^0 of ")
        self.driver.find_element(By.CSS_SELECTOR, "input[name=reason][value=safeguarded]").click()
        self.driver.find_element(By.ID, "review-ok").click()
        self.assertEqual(self.exported()["events"][0]["reason"], "safeguarded")

    def test_reviewers_without_a_name_stay_two_and_nothing_is_exported_without_one(self):
        page = self.fresh(reviewer="")
        self.press("ja")
        self.driver.execute_script("localStorage.removeItem('counterweight-unnamed')")  # as in another browser
        self.show(page)
        self.press("jb")
        self.driver.find_element(By.CSS_SELECTOR, "input[name=band][value=none]").click()
        self.driver.find_element(By.ID, "review-ok").click()
        self.assertEqual(len(self.driver.find_elements(By.CSS_SELECTOR, ".card .rv-disputed")), 1)

        self.fresh(reviewer="")
        self.press("ja")
        target = self.folder / "decisions.json"
        target.unlink(missing_ok=True)
        self.click("review-export")
        self.driver.find_element(By.ID, "review-ok").click()
        self.assertTrue(self.driver.find_element(By.ID, "review-own-name").is_displayed())
        self.driver.find_element(By.ID, "review-own-name").send_keys("Ann")
        self.driver.find_element(By.ID, "review-ok").click()
        WebDriverWait(self.driver, 10).until(lambda _: target.exists() and target.stat().st_size > 0)
        self.assertEqual([event["by"] for event in json.loads(target.read_text(encoding="utf-8"))["events"]], ["Ann"])
        self.press("u")
        self.assertRegex(self.text("review-count"), r"^0 of ")

    def test_a_decision_without_a_sure_place_is_listed_and_not_guessed(self):
        self.fresh()
        self.press("ja")
        mine = self.exported()
        self.fresh("<h1>Other</h1><p>The Ministry may suspend the Internet.</p>", "other")
        self.take(mine)
        self.assertIn("1 without a place", self.text("review-live"))
        self.assertEqual(len(self.driver.find_elements(By.CSS_SELECTOR, "#review-orphans li")), 1)
        self.assertRegex(self.text("review-count"), r"^0 of ")

    def test_a_decision_follows_its_words_into_an_edited_document(self):
        self.fresh()
        self.press("ja")
        mine = self.exported()
        self.fresh("<p>A new beginning.</p>" + DRAFT)
        self.take(mine)
        self.assertRegex(self.text("review-count"), r"^1 of ")

    def test_a_decision_stays_in_its_document(self):
        self.fresh()
        self.press("ja")
        mine = self.exported()
        added = {**mine["events"][0], "id": "a" * 24, "kind": "add"}
        self.fresh(DRAFT + "<p>One more.</p>", "stranger")
        self.take({**mine, "events": [mine["events"][0], added]})
        self.assertRegex(self.text("review-count"), r"^0 of ")
        self.assertEqual(len(self.driver.find_elements(By.CSS_SELECTOR, "#review-orphans li")), 2)
        # The same bytes under another name are the same document.
        self.fresh(DRAFT, "renamed")
        self.take(mine)
        self.assertRegex(self.text("review-count"), r"^1 of ")

    def test_a_decision_on_a_deleted_passage_does_not_move_to_its_equal(self):
        power = "<p>The Authority may block any site it deems undesirable.</p>"
        other = "<p>The clerk reads the minutes.</p>"
        self.fresh(power + other + power)
        self.press("ja")
        mine = self.exported()
        self.assertRegex(self.text("review-count"), r"^1 of ")
        self.fresh(other + power)
        self.take(mine)
        self.assertRegex(self.text("review-count"), r"^0 of ")
        self.assertEqual(len(self.driver.find_elements(By.CSS_SELECTOR, "#review-orphans li")), 1)

    def test_a_missed_passage_is_added_by_selecting_it(self):
        self.fresh()
        self.driver.execute_script(
            "const w = document.createTreeWalker(document.querySelector('.text'), 4); let n;"
            "while ((n = w.nextNode())) { const i = n.data.indexOf('Our goal'); if (i >= 0) {"
            "getSelection().setBaseAndExtent(n, i, n, i + 8); break; } }")
        self.press("m")
        self.driver.find_element(By.ID, "review-ok").click()
        added = self.exported()["events"][0]
        self.assertEqual((added["kind"], added["selector"]["exact"]), ("add", "Our goal"))

    def test_other_files_are_refused(self):
        self.fresh()
        self.take({"schema": "something else"})
        self.assertIn("it is no file of decisions", self.text("review-live"))
        (self.folder / "draft.txt").write_text("For freedom from harm", encoding="utf-8")
        self.driver.find_element(By.ID, "review-import").send_keys(str(self.folder / "draft.txt"))
        said = "draft.txt was not imported: it is no file of decisions that this page has exported"
        WebDriverWait(self.driver, 10).until(lambda _: self.text("review-live") == said)

    def malformed(self, event):
        """Events that are no events, with what is wrong; the tests of the program read the same table."""
        for case in json.loads((CASES / "malformed-events.json").read_text(encoding="utf-8")):
            bad = {**json.loads(json.dumps(event)), "id": "f" * 24, **case.get("with", {})}
            bad.pop(case.get("without"), None)
            yield bad, case["message"]

    def test_a_file_with_a_malformed_event_is_refused_as_a_whole(self):
        page = self.fresh()
        self.press("ja")
        mine = self.exported()
        good = {**mine["events"][0], "id": "e" * 24, "by": "second", "kind": "dismiss"}
        for number, (bad, message) in enumerate(self.malformed(mine["events"][0])):
            self.take({**mine, "events": [good, bad]}, f"bad-{number}.json")
            self.assertEqual(self.text("review-live"), f"bad-{number}.json was not imported: event 2: {message}")
        for number, bad in enumerate((None, 7, "accept", [])):
            self.take({**mine, "events": [good, bad]}, f"none-{number}.json")
            self.assertIn('event 2: "id" must be a text', self.text("review-live"))
        self.assertEqual(len(self.exported()["events"]), 1)
        self.show(page)
        self.assertRegex(self.text("review-count"), r"^1 of ")

    def test_malformed_events_in_the_browser_are_skipped_with_a_notice(self):
        page = self.fresh()
        self.press("ja")
        mine = self.exported()
        bad = [event for event, _ in self.malformed(mine["events"][0])] + [None, 7]
        change = (
            "const key = Object.keys(localStorage).find(k => k.startsWith('counterweight-review:'));"
            "localStorage.setItem(key, arguments[0])")
        self.driver.execute_script(change, json.dumps({"events": bad + mine["events"]}))
        self.show(page)
        self.assertIn(f"{len(bad)} of the entries", self.text("review-stored"))
        self.assertRegex(self.text("review-count"), r"^1 of ")
        self.press("jja")
        self.assertRegex(self.text("review-count"), r"^2 of ")
        for broken in ("{", "null", '{"events": 5}'):
            self.driver.execute_script(change, broken)
            self.show(page)
            self.assertIn("cannot be read", self.text("review-stored"))
            self.press("ja")
            self.assertRegex(self.text("review-count"), r"^1 of ")

    def test_hostile_text_runs_nothing(self):
        hostile = (
            "<p>The Authority may block any site &lt;script&gt;document.title='ran'&lt;/script&gt;"
            " &lt;img src=x onerror=\"document.title='ran'\"&gt; \u202e txt.exe \u2066 </p>"
            "<p>The Ministry may suspend the Internet &lt;/script&gt;&lt;script&gt;document.title='ran'&lt;/script&gt;.</p>"
            "<p><a href=\"javascript:document.title='ran'\">The Ministry may block any website it likes.</a></p>"
            "<p>" + "x" * 1_000_000 + "</p><p>" + "The Authority may block any site. " * 5000 + "</p>")
        self.fresh(hostile, "hostile")
        self.press("jjj")
        self.assertNotEqual(self.driver.title, "ran")
        self.assertEqual(self.driver.find_elements(By.CSS_SELECTOR, ".text script, .text img, .t a"), [])
        width = self.driver.execute_script("return document.documentElement.scrollWidth - innerWidth")
        self.assertLessEqual(width, 0)

    def test_every_control_has_a_name_and_the_focus_moves_on(self):
        self.fresh()
        nameless = self.driver.execute_script(
            "return [...document.querySelectorAll('button,input,select,a[href],summary,[role=toolbar],[role=region]')]"
            ".filter(e => !(e.textContent.trim() || e.getAttribute('aria-label') || (e.labels && e.labels.length)"
            " || e.getAttribute('aria-labelledby'))).map(e => e.outerHTML)")
        self.assertEqual(nameless, [])
        places = []
        for _ in range(40):
            self.press("\ue004")
            places.append(self.driver.execute_script("return document.activeElement.outerHTML.slice(0, 200)"))
        self.assertGreater(len(set(places)), 25)

    def test_roles_names_and_structure_are_sound(self):
        """What axe-core checks without its library: names, roles, labels, headings, ids, landmarks, language."""
        self.fresh()
        self.press("jc")
        problems = self.driver.execute_script(
            "const bad = []; const all = s => [...document.querySelectorAll(s)];"
            "const ids = all('[id]').map(e => e.id);"
            "if (new Set(ids).size !== ids.length) bad.push('an id stands twice');"
            "for (const e of all('[aria-labelledby],[aria-describedby],label[for]'))"
            " for (const n of ['aria-labelledby', 'aria-describedby', 'for'])"
            " for (const id of (e.getAttribute(n) || '').split(' ').filter(Boolean))"
            " if (!document.getElementById(id)) bad.push(n + ' leads nowhere: ' + id);"
            "const roles = ['region', 'status', 'toolbar', 'list', 'img'];"
            "for (const e of all('[role]')) if (!roles.includes(e.getAttribute('role'))) bad.push('role ' + e.getAttribute('role'));"
            "for (const e of all('dialog,[role=region],[role=toolbar],[role=img],nav'))"
            " if (!e.getAttribute('aria-label') && !e.getAttribute('aria-labelledby')) bad.push('nameless ' + e.outerHTML.slice(0, 80));"
            "let rank = 0; for (const e of all('main h1,main h2,main h3,main h4,main h5,main h6,header h1')) {"
            " const next = Number(e.tagName[1]); if (rank && next > rank + 1) bad.push('rank left out: ' + e.textContent); rank = next; }"
            "for (const e of all('[tabindex]')) if (e.tabIndex > 0) bad.push('order of focus changed: ' + e.outerHTML.slice(0, 80));"
            "for (const e of all('table')) if (!e.querySelector('th[scope]')) bad.push('table without heads');"
            "if (all('main').length !== 1 || all('h1').length !== 1) bad.push('one main and one h1');"
            "if (!document.documentElement.lang || !document.title) bad.push('language and title');"
            "for (const e of all('[aria-hidden=true]')) if (e.matches('a,button,input,[tabindex]')) bad.push('hidden but focusable');"
            "return bad;")
        self.assertEqual(problems, [])

    def test_a_dialog_keeps_the_focus_and_lets_it_go(self):
        self.fresh()
        self.press("jd")
        for _ in range(12):
            self.press("\ue004")
            inside = self.driver.execute_script(
                "return document.activeElement === document.body || document.activeElement.closest('dialog') !== null")
            self.assertTrue(inside)
        self.press("\ue00c")
        # A browser tells a page of the closing a moment after it.
        WebDriverWait(self.driver, 10).until(lambda _: not self.driver.find_elements(By.CSS_SELECTOR, "dialog"))
        self.assertEqual(self.driver.execute_script("return document.activeElement.tagName"), "SUMMARY")

    def test_contrast_is_at_least_four_and_a_half(self):
        script = (
            "const lum = c => { const v = c.map(x => { x /= 255; return x <= .03928 ? x / 12.92 : ((x + .055) / 1.055) ** 2.4; });"
            " return .2126 * v[0] + .7152 * v[1] + .0722 * v[2]; };"
            "const rgb = t => (t.match(/[\\d.]+/g) || []).map(Number);"
            "const back = e => { for (; e; e = e.parentElement) { const c = rgb(getComputedStyle(e).backgroundColor);"
            " if (c.length === 3 || c[3] === 1) return c.slice(0, 3); } return [255, 255, 255]; };"
            "const poor = []; for (const e of document.querySelectorAll('body *')) {"
            " if (!e.checkVisibility() || ![...e.childNodes].some(n => n.nodeType === 3 && n.data.trim())) continue;"
            " if (e.closest('svg,script,option')) continue;"
            " const a = lum(rgb(getComputedStyle(e).color).slice(0, 3)), b = lum(back(e));"
            " const ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);"
            " if (ratio < 4.5) poor.push(e.outerHTML.slice(0, 120) + ' ' + ratio.toFixed(2)); } return poor;")
        for scheme in ("light", "dark"):
            self.driver.execute_cdp_cmd(
                "Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": scheme}]})
            self.fresh()
            self.press("ja")
            self.assertEqual(self.driver.execute_script(script), [], scheme)
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})

    def test_nothing_is_wider_than_the_window(self):
        self.fresh()
        for width in (320, 390, 820, 1280, 1920, 2560):
            self.driver.execute_cdp_cmd(
                "Emulation.setDeviceMetricsOverride",
                {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False})
            wider = self.driver.execute_script("return document.documentElement.scrollWidth")
            self.assertLessEqual(wider, width)
        self.driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})

    def test_prints_without_the_controls(self):
        self.fresh()
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
        for name in ("review-bar", "review-actions"):
            self.assertFalse(self.driver.find_element(By.ID, name).is_displayed())
        # What a rule says is printed once, and factors not at all.
        for selector in (".told", ".factors"):
            self.assertFalse(any(e.is_displayed() for e in self.driver.find_elements(By.CSS_SELECTOR, selector)))
        self.assertTrue(self.driver.find_element(By.ID, "rules").is_displayed())
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
        self.assertGreater(len(self.driver.print_page(PrintOptions())), 10_000)

    def large(self):
        """A document of 2 MB with more than ten thousand findings, judged once for all tests."""
        if not hasattr(ReviewPage, "large_page"):
            power = "<p>The Authority may block any site it deems undesirable, paragraph {}.</p>"
            rest = "<p>" + "The report was read on Monday and sent to the members of the house. " * 11 + "</p>"
            ReviewPage.large_page = self.report(
                "".join(power.format(number) + rest for number in range(2600)), "large")
        return ReviewPage.large_page

    def test_ten_thousand_findings_stay_smooth(self):
        page = self.large()
        size = (self.folder / "large.html").stat().st_size
        count = len(re.findall(r'class="card ', page.read_text(encoding="utf-8")))
        opened = []
        for _ in range(3):
            self.show(page)
            opened.append(self.driver.execute_script(
                "const t = performance.getEntriesByType('navigation')[0]; return t.loadEventEnd - t.startTime"))
        measure = (
            "const done = arguments[1]; const start = performance.now(); {}; document.body.offsetHeight;"
            "const work = performance.now() - start;"
            "requestAnimationFrame(() => setTimeout(() => done([work, performance.now() - start])))")
        filters = {
            "band": "document.getElementById('review-band-severe').click()",
            "text": "const box = document.getElementById('review-text'); box.value = 'paragraph ' + arguments[0];"
            " box.dispatchEvent(new Event('input'))",
            "rule": "const list = document.getElementById('review-rule'); list.selectedIndex = 1 + arguments[0] % 2;"
            " list.dispatchEvent(new Event('change'))",
        }
        print(f"\n{size / 1e6:.1f} MB with {count} findings: opened in {sorted(opened)[1]:.0f} ms (median of 3)")
        for name, work in filters.items():
            times = sorted(self.driver.execute_async_script(measure.replace("{}", work), n) for n in range(5))
            print(f"  a filter by {name} answers in {times[2][0]:.0f} ms, its frame is there after {times[2][1]:.0f} ms")
        self.assertGreaterEqual(size, 2_000_000)
        self.assertGreaterEqual(count, 10_000)
        self.assertLess(self.driver.execute_script("return document.querySelectorAll('*').length"), 60_000)

    def test_a_large_page_unfolds_what_is_looked_at(self):
        page = self.large()
        self.show(page)
        self.driver.execute_script("localStorage.clear()")
        self.show(page)
        whole = page.read_text(encoding="utf-8")
        names = re.findall(r'<details class="card [^"]*" id="([^"]*)"', whole)
        self.show(page, "#" + names[-1])
        self.assertTrue(self.driver.find_element(By.ID, names[-1]).is_displayed())
        self.press("ka")
        self.assertRegex(self.text("review-count"), r"^1 of ")
        self.driver.find_element(By.CSS_SELECTOR, "#review-status option[value=accepted]").click()
        self.assertEqual(len(self.driver.find_elements(By.CSS_SELECTOR, "#review-hits .hit .rv-accepted")), 1)
        card = self.driver.find_element(By.CSS_SELECTOR, ".card .rv-accepted").find_element(By.XPATH, "ancestor::details")
        terms = card.find_elements(By.CSS_SELECTOR, "dt")
        self.assertIn("Remedy", [term.get_attribute("textContent") for term in terms])
        self.driver.find_element(By.CSS_SELECTOR, "#review-status option[value='']").click()
        listed = len(self.driver.find_elements(By.CSS_SELECTOR, "#review-hits .hit"))
        self.click("review-more")
        self.assertGreater(len(self.driver.find_elements(By.CSS_SELECTOR, "#review-hits .hit")), listed)
        self.driver.execute_script("dispatchEvent(new Event('beforeprint'))")
        self.assertEqual(len(self.driver.find_elements(By.CSS_SELECTOR, ".k > .card")), len(names))
        self.assertEqual(len(self.driver.find_elements(By.CSS_SELECTOR, "#review-hits .hit")), len(names))

    def test_pages_are_whole_without_a_script(self):
        self.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
        try:
            paragraph = "<p>The Authority may block any site it deems undesirable, paragraph {}.</p>"
            page = self.report("".join(paragraph.format(number) for number in range(80)), "hundreds")
            self.driver.get(page.as_uri())
            cards = self.driver.find_elements(By.CSS_SELECTOR, ".card")
            self.assertGreater(len(cards), 250)
            self.assertTrue(cards[0].is_displayed())
            self.assertEqual(len(self.driver.find_elements(By.CSS_SELECTOR, ".hit")), len(cards))
            self.assertEqual(self.driver.find_elements(By.ID, "review-bar"), [])
        finally:
            self.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})

    def test_two_reviewers_merged_by_the_program_arrive_in_the_page(self):
        page = self.fresh()
        self.press("ja")
        mine = self.exported()
        mine["events"][0]["by"] = "first"
        theirs = json.loads(json.dumps(mine))
        theirs["events"][0].update(id="0" * 24, by="second", kind="dismiss", reason="other")
        for name, decisions in (("first", mine), ("second", theirs)):
            (self.folder / f"{name}.json").write_text(json.dumps(decisions), encoding="utf-8")
        run = subprocess.run(
            [PROGRAM, "triage", "merge", "first.json", "second.json", "-o", "merged.json"],
            cwd=self.folder, capture_output=True, text=True)
        self.assertEqual(run.returncode, 1, run.stderr)
        self.driver.execute_script("localStorage.clear()")
        self.show(page)
        self.take(json.loads((self.folder / "merged.json").read_text(encoding="utf-8")), "merged-again.json")
        self.assertEqual(self.text("review-live"), "2 new entries; 1 findings disputed, 0 without a place")


if __name__ == "__main__":
    unittest.main()
