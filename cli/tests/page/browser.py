"""A headless Chromium, spoken to by its DevTools protocol over two pipes: Python's own library is enough."""

import base64
import json
import os
import select
import shutil
import subprocess
import tempfile
import time

# A machine under load may take its time.
PATIENCE = 60


class Browser:
    """A browser with one page, for a `with` block."""

    def __init__(self, downloads=None):
        self.folder = tempfile.mkdtemp(prefix="gongwen-page-")
        self.downloads = downloads or self.folder
        self.number = 0
        self.opened = 0
        self.buffer = b""
        self.events = []

    def __enter__(self):
        # The browser reads commands from descriptor 3 and answers on descriptor 4.
        read_commands, self.commands = os.pipe()
        self.answers, write_answers = os.pipe()

        def place():
            first, second = os.dup(read_commands), os.dup(write_answers)
            os.dup2(first, 3)
            os.dup2(second, 4)

        options = [
            "--headless=new", "--remote-debugging-pipe", f"--user-data-dir={self.folder}", "--no-first-run",
            "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars", "--force-device-scale-factor=1",
        ]
        if os.geteuid() == 0:
            options.append("--no-sandbox")
        self.process = subprocess.Popen(
            [program(), *options], close_fds=False, preexec_fn=place, stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )
        os.close(read_commands)
        os.close(write_answers)
        target = self.send("Target.createTarget", url="about:blank")["targetId"]
        self.session = None
        self.session = self.send("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.send(f"{domain}.enable")
        self.send("Browser.setDownloadBehavior", behavior="allow", downloadPath=self.downloads)
        self.size(1440, 900)
        return self

    def __exit__(self, *_):
        os.close(self.commands)
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        os.close(self.answers)
        shutil.rmtree(self.folder, ignore_errors=True)

    def send(self, method, **parameters):
        """Sends a command and gives its result; what happens meanwhile is kept in `events`."""
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if getattr(self, "session", None):
            message["sessionId"] = self.session
        os.write(self.commands, json.dumps(message).encode() + b"\0")
        while True:
            answer = self.receive()
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']['message']}")
                return answer["result"]
            self.events.append(answer)

    def receive(self):
        end = time.monotonic() + PATIENCE
        while b"\0" not in self.buffer:
            ready, _, _ = select.select([self.answers], [], [], max(0, end - time.monotonic()))
            if not ready:
                raise RuntimeError(f"the browser says nothing for {PATIENCE} s")
            data = os.read(self.answers, 1 << 20)
            if not data:
                raise RuntimeError("the browser has ended")
            self.buffer += data
        message, self.buffer = self.buffer.split(b"\0", 1)
        return json.loads(message)

    def open(self, path, place=""):
        """Opens a file anew and waits until it is loaded."""
        self.events.clear()
        self.opened += 1
        # The number makes it another page than the one before, which a browser would not load again for its place alone.
        self.send("Page.navigate", url=f"file://{os.path.abspath(path)}?{self.opened}{place}")
        self.until(f"document.readyState === 'complete' && location.search === '?{self.opened}'")

    def run(self, expression):
        """The value of an expression in the page."""
        result = self.send(
            "Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True, userGesture=True
        )
        if "exceptionDetails" in result:
            raise RuntimeError(result["exceptionDetails"]["exception"].get("description", expression))
        return result["result"].get("value")

    def until(self, expression, patience=PATIENCE):
        """Waits until an expression is true."""
        end = time.monotonic() + patience
        while not self.run(expression):
            if time.monotonic() > end:
                raise RuntimeError(f"never true: {expression}")
            time.sleep(0.02)

    def click(self, selector):
        """Clicks in the middle of an element, as a hand would."""
        x, y = self.run(
            f"(() => {{ const node = document.querySelector({json.dumps(selector)}); node.scrollIntoView({{ block: 'center' }});"
            " const [box] = node.getClientRects(); return [box.x + box.width / 2, box.y + box.height / 2]; })()"
        )
        for kind in ("mouseMoved", "mousePressed", "mouseReleased"):
            count = 0 if kind == "mouseMoved" else 1
            self.send("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left" if count else "none", clickCount=count)

    def key(self, key):
        """Presses a key: a sign, or the name of a key."""
        codes = {"Enter": 13, "Escape": 27, "Tab": 9, "Backspace": 8, "ArrowRight": 39, "ArrowLeft": 37}
        down = {"key": key, "windowsVirtualKeyCode": codes.get(key, 0)}
        text = {"Enter": "\r"}.get(key, key if len(key) == 1 else "")
        self.send("Input.dispatchKeyEvent", type="keyDown", text=text, **down)
        self.send("Input.dispatchKeyEvent", type="keyUp", **down)

    def size(self, width, height):
        self.send("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)

    def scheme(self, scheme):
        """Asks for `light` or `dark`."""
        self.send("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])

    def picture(self, path):
        """Saves what the window shows as a PNG."""
        data = self.send("Page.captureScreenshot", format="png")["data"]
        with open(path, "wb") as file:
            file.write(base64.b64decode(data))

    def printed(self, path):
        """Saves what a printer would get as a PDF."""
        data = self.send("Page.printToPDF", printBackground=False, preferCSSPageSize=True, paperWidth=8.27, paperHeight=11.69)["data"]
        with open(path, "wb") as file:
            file.write(base64.b64decode(data))

    def complaints(self):
        """What the page did wrong: exceptions, and what its policy refused."""
        self.run("1")
        said = []
        for event in self.events:
            if event.get("method") == "Runtime.exceptionThrown":
                said.append(event["params"]["exceptionDetails"].get("exception", {}).get("description", "exception"))
            if event.get("method") == "Log.entryAdded" and event["params"]["entry"]["level"] == "error":
                said.append(event["params"]["entry"]["text"])
        return said

    def requests(self):
        """The addresses that the page asked for."""
        sent = [event["params"]["request"]["url"] for event in self.events if event.get("method") == "Network.requestWillBeSent"]
        return [url for url in sent if url != "about:blank"]


def program():
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if path := shutil.which(name):
            return path
    raise SystemExit("page: there is no chromium: apt-get install chromium")
