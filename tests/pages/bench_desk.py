"""bench_desk.py DLL ARTICLES [DATA]: starts the tracker on data of its own (or on a copy of DATA), signs an editor in, pastes articles, waits for each one's preview."""
import glob
import html
import http.cookiejar
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request

dll, articles = sys.argv[1], int(sys.argv[2])
PASSWORD = "a long walk by the river"
here = os.path.dirname(os.path.abspath(__file__))
bodies = [open(f, encoding="utf-8").read().split("===\n", 1)[1] for f in sorted(glob.glob(here + "/../GsomiaTracker.Tests/Extraction/Wire/Html/Pages/*.txt"))]
paragraphs = list(dict.fromkeys(p for b in bodies for p in b.strip().split("\n\n") if len(p) > 80))
data = tempfile.mkdtemp()
if len(sys.argv) > 3:
    shutil.copytree(sys.argv[3], data, dirs_exist_ok=True, ignore=shutil.ignore_patterns("*.lock", "served-at"))
with socket.socket() as free:
    free.bind(("127.0.0.1", 0))
    port = free.getsockname()[1]
base = f"http://127.0.0.1:{port}"
browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))


def get(path):
    return browser.open(base + path, timeout=60).read().decode()


def post(path, token, **fields):
    fields["form-token"] = token
    with browser.open(base + path, urllib.parse.urlencode(fields).encode(), timeout=120) as answer:
        return answer.read().decode(), answer.url


def token_on(path):
    return html.unescape(re.search('name="form-token" type="hidden" value="([^"]+)"', get(path)).group(1))


def cpu(pid):
    parts = open(f"/proc/{pid}/stat").read().rsplit(")", 1)[1].split()
    return (int(parts[11]) + int(parts[12])) / os.sysconf("SC_CLK_TCK")


def article(n):
    text = f"Item {n} of the bench\n\nSEOUL, Nov. {1 + n % 28}, 2019 (Yonhap) -- The ministers of South Korea and Japan met in Seoul on Monday to speak of matter {n}, officials said.\n\n"
    i = n
    while len(text) < 6000:
        text += paragraphs[i % len(paragraphs)] + "\n\n"
        i += 7 if len(paragraphs) % 7 else 5
    return text[:6000].rsplit("\n\n", 1)[0] + "\n"


server = subprocess.Popen(["dotnet", dll, "serve", "--data", data, "--urls", base], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
try:
    key = None
    for line in server.stdout:
        if found := re.search(r"setup\?key=(\w+)", line):
            key = found.group(1)
            break
    post("/desk/setup", token_on("/desk/setup?key=" + key), key=key, name="bench", password=PASSWORD)
    for _ in range(600):
        if '"queueLength":0' in get("/healthz").replace(" ", ""):
            break
        time.sleep(0.2)
    token = token_on("/desk/add")
    for n in range(-8, 0):
        post("/desk/add?handler=text", token, text=article(1000 + n))
    waits, before = [], cpu(server.pid)
    for n in range(articles):
        began = time.perf_counter()
        page, url = post("/desk/add?handler=text", token, text=article(n))
        waits.append((time.perf_counter() - began) * 1000)
        assert "What filing it changes" in page, url
    spent = (cpu(server.pid) - before) / articles * 1000
    live, before = [], cpu(server.pid)
    for n in range(articles):
        began = time.perf_counter()
        page, url = post("/desk/add?handler=read", token, text=article(2000 + n))
        live.append((time.perf_counter() - began) * 1000)
        assert "What filing it changes" in page, url
    spent_live = (cpu(server.pid) - before) / articles * 1000
    live.sort()
    waits.sort()
    print(f"while pasting, nothing kept: p50 {live[len(live) // 2]:.0f} ms, p95 {live[int(len(live) * 0.95)]:.0f} ms, {spent_live:.0f} ms of CPU each")
    print(f"{articles} articles of 6 KB, pasted to marked preview: p50 {waits[len(waits) // 2]:.0f} ms, p95 {waits[int(len(waits) * 0.95)]:.0f} ms, {spent:.0f} ms of CPU each; load {os.getloadavg()[0]:.0f} on {os.cpu_count()} cores")
finally:
    server.terminate()
    server.wait(30)
    shutil.rmtree(data, ignore_errors=True)
