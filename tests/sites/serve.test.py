#!/usr/bin/env python3
"""backfile serve over raw sockets: what it answers, what it refuses, and that it builds again what was changed."""
import atexit
import gzip
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile

BACKFILE = os.path.realpath(os.environ.get("BACKFILE", "build/backfile"))
ROOT = os.path.realpath(os.path.join(os.path.dirname(__file__), "../.."))
WAIT = 60  # seconds after which a silent preview is taken for dead
checks = 0


def expect(name, good, what=""):
    global checks
    if not good:
        sys.exit(f"FAILED: {name}: {what!r}")
    checks += 1
    print("ok:", name)


def write(path, text):
    """As an editor does: the file is there whole or not at all."""
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(f"{path}~", "w", encoding="utf-8") as file:
        file.write(text)
    os.rename(f"{path}~", path)


work = tempfile.mkdtemp()
atexit.register(shutil.rmtree, work)
write(f"{work}/site.conf", f"title: 测试晚报\ntemplates: templates\nstatic: {ROOT}/static\n")
shutil.copytree(f"{ROOT}/templates", f"{work}/templates")
PAGE = "河堤加固工程提前完工\n\n本报讯（记者 宋知远）3月4日，记者从市水务局获悉，青石河河堤加固工程比计划提前%s完工。\n"
write(f"{work}/content/2021-03-05/01.txt", PAGE % "二十天")
write(f"{work}/secret.txt", "secret")


def start(*options):
    process = subprocess.Popen([BACKFILE, "serve", "--port", "0", *options], cwd=work, stdout=subprocess.PIPE,
                               stderr=subprocess.DEVNULL, text=True)
    atexit.register(process.kill)
    line = process.stdout.readline()
    return process, int(re.search(r"http://127\.0\.0\.1:(\d+)/", line).group(1))


preview, port = start()
HOST = f"Host: localhost:{port}\r\n"


def talk(raw, to=None):
    """Sends the bytes; answers status, head and body of what comes until the connection is closed."""
    with socket.create_connection(("127.0.0.1", to or port), timeout=WAIT) as link:
        try:
            link.sendall(raw)
            link.shutdown(socket.SHUT_WR)
            answer = b"".join(iter(lambda: link.recv(65536), b""))
        except TimeoutError:
            raise
        except OSError:  # thrown out in the middle of it
            return 0, "", b""
    head, _, body = answer.partition(b"\r\n\r\n")
    return int(head.split()[1]) if head.startswith(b"HTTP/1.") else 0, head.decode("latin-1"), body


def ask(target, fields="", method="GET", host=None):
    host = HOST if host is None else host
    return talk(f"{method} {target} HTTP/1.1\r\n{host}{fields}Connection: close\r\n\r\n".encode("latin-1"))


class Events:
    """An open page's stream."""

    def __init__(self):
        self.link = socket.create_connection(("127.0.0.1", port), timeout=WAIT)
        self.link.sendall(f"GET /.backfile/events HTTP/1.1\r\n{HOST}\r\n".encode())
        self.file = self.link.makefile("rb")

    def next(self):
        for line in self.file:
            if line.startswith(b"data: "):
                return json.loads(line[6:])
        sys.exit("FAILED: the stream of events ended")

    def wait_for(self, good):
        """What is told with the build after which that holds."""
        while True:
            told = self.next()
            if told["built"] and good(told):
                return told


def shows(text, target="/2021/03/05/01-1.html"):
    return lambda told: text.encode() in ask(target)[2]


events = Events()
expect("the first build is told", events.wait_for(lambda told: True)["messages"] is None)

# --- what it answers ---
status, head, body = ask("/")
expect("the home page", status == 200 and "text/html; charset=utf-8" in head and "测试晚报".encode() in body, head)
expect("pages listen to builds", body.count(b'<script src="/.backfile/reload.js"></script>') == 1)
expect("nothing is shared with other sites", "access-control" not in head.lower() and "nosniff" in head)
expect("the script that listens", ask("/.backfile/reload.js")[0] == 200)
expect("an article", "提前二十天完工".encode() in ask("/2021/03/05/01-1.html")[2])
expect("a folder leads to itself", "Location: /people/" in ask("/people")[1])
expect("a folder's index", ask("/people/")[0] == 200)
expect("HEAD has no body", ask("/", method="HEAD")[::2] == (200, b""))
status, head, body = ask("/nothing.html")
expect("a missing page is the site's own 404", status == 404 and b"</html>" in body, head)
style = next(name for name in os.listdir(f"{work}/public/assets") if name.endswith(".css"))
plain = open(f"{work}/public/assets/{style}", "rb").read()
status, head, body = ask(f"/assets/{style}")
expect("a style sheet", status == 200 and "text/css" in head and body == plain, head)
tag = re.search(r'ETag: (".*?")', head).group(1)
expect("what is known is not sent again", ask(f"/assets/{style}", f"If-None-Match: {tag}\r\n")[0] == 304)
status, head, body = ask(f"/assets/{style}", "Range: bytes=5-9\r\n")
expect("a range", status == 206 and body == plain[5:10] and f"Content-Range: bytes 5-9/{len(plain)}" in head, head)
expect("the last bytes", ask(f"/assets/{style}", "Range: bytes=-7\r\n")[2] == plain[-7:])
expect("a range behind the end", ask(f"/assets/{style}", f"Range: bytes={len(plain)}-\r\n")[0] == 416)
expect("a range of another version", ask(f"/assets/{style}", 'Range: bytes=5-9\r\nIf-Range: "x"\r\n')[0] == 200)
with gzip.open(f"{work}/public/assets/{style}.gz", "wb") as file:
    file.write(plain)
status, head, body = ask(f"/assets/{style}", "Accept-Encoding: br, gzip\r\n")
expect("what is compressed already goes out so", "Content-Encoding: gzip" in head and gzip.decompress(body) == plain)
expect("but only to who takes it", ask(f"/assets/{style}", "Accept-Encoding: gzip;q=0\r\n")[2] == plain)
os.remove(f"{work}/public/assets/{style}.gz")

# --- what it refuses ---
for name in ("evil.example", f"evil.example:{port}", "localhost", f"localhost.evil.example:{port}",
             f"127.0.0.1:{port + 1}", ""):
    expect(f"the foreign host {name!r}", ask("/", host=f"Host: {name}\r\n")[0] in (400, 421))
expect("a foreign host gets nothing to read", ask("/", host="Host: evil.example\r\n")[2] == b"421 not the name of this "
       b"preview\n")
expect("a foreign host gets no events", ask("/.backfile/events", host="Host: evil.example\r\n")[0] == 421)
expect("no host", ask("/", host="")[0] == 400)
expect("two hosts", ask("/", host=HOST + HOST)[0] == 400)
expect("an old request without a host", talk(b"GET / HTTP/1.0\r\n\r\n")[0] == 400)
os.symlink(f"{work}/secret.txt", f"{work}/public/link.txt")
os.symlink(work, f"{work}/public/way")
for target in ("/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/people/../../secret.txt",
               "/%252e%252e/secret.txt", "/..%5csecret.txt", "/people/..\\..\\secret.txt", "/%c0%ae%c0%ae/secret.txt",
               "/link.txt", "/way/secret.txt", "/.backfile/catalog.db", f"/{work}/secret.txt",
               f"/%2f{work}/secret.txt", "/public/%00../secret.txt"):
    status, head, body = ask(target)
    expect(f"the way out {target!r}", status in (400, 404) and b"secret\n" not in body and body != b"secret", status)
os.remove(f"{work}/public/link.txt")
os.remove(f"{work}/public/way")
for method in ("POST", "PUT", "DELETE", "OPTIONS", "PATCH"):
    status, head, body = ask("/", "Content-Length: 0\r\n", method)
    expect(f"the method {method}", status == 405 and "Allow: GET, HEAD" in head, head)
expect("a body that never comes", talk(f"POST / HTTP/1.1\r\n{HOST}Content-Length: 999999999\r\n\r\n".encode())[0] == 405)
expect("a GET with a body", ask("/", "Content-Length: 5\r\n")[0] in (0, 200, 400))
expect("an oversized target", talk(b"GET /" + b"a" * 200000 + f" HTTP/1.1\r\n{HOST}\r\n".encode())[0] in (0, 400, 414, 431))
expect("an oversized field", ask("/", "X: " + "a" * 200000 + "\r\n")[0] in (0, 400, 413, 431))
expect("ten thousand fields", ask("/", "".join(f"X{i}: y\r\n" for i in range(10000)))[0] in (0, 400, 413, 431))
for raw in (b"\0\0\0\0\r\n\r\n", b"GET\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n", b"GET /  HTTP/1.1 x\r\n\r\n",
            b"\x16\x03\x01\x02\0\x01\0\x01\xfc\x03\x03", b"GET http://evil.example/ HTTP/1.1\r\nHost: evil.example\r\n\r\n",
            f"GET / HTTP/1.1\r\n{HOST}X y\r\n\r\n".encode(), f"GET * HTTP/1.1\r\n{HOST}\r\n".encode(),
            f"GET / HTTP/1.1\r\n{HOST}Content-Length: x\r\n\r\n".encode(),
            f"GET / HTTP/1.1\r\n{HOST}Transfer-Encoding: chunked\r\n\r\nzz\r\n".encode()):
    status, _, body = talk(raw)
    expect(f"the malformed {raw[:40]!r}", status not in (200, 206), (status, body[:80]))
idle = [socket.create_connection(("127.0.0.1", port), timeout=WAIT) for _ in range(100)]
expect("a hundred silent guests keep nobody out", ask("/")[0] == 200)
for link in idle:
    link.close()
with open("/proc/net/tcp", encoding="ascii") as file:
    listening = [line.split()[1] for line in file if line.split()[3] == "0A"]
expect("loopback alone", f"0100007F:{port:04X}" in listening and f"00000000:{port:04X}" not in listening)

# --- what was changed is built ---
write(f"{work}/content/2021-03-05/01.txt", PAGE % "三十天")
expect("a changed text is built and shown", events.wait_for(shows("提前三十天完工"))["messages"] is None)
write(f"{work}/content/2021-03-08/01.md", "---\ntitle: 坏的\ndate: 2021-13-40\n---\n\n正文。\n")
told = events.wait_for(lambda told: told["messages"])
expect("what is wrong is told", "content/2021-03-08/01.md:3:7: error: " in told["messages"], told)
expect("over the last good page", shows("提前三十天完工")(told))
expect("whoever comes later is told too", Events().next() == told)
os.remove(f"{work}/content/2021-03-08/01.md")
expect("what is mended is told", events.wait_for(lambda told: not told["messages"]))
template = open(f"{work}/templates/article.html", encoding="utf-8").read()
write(f"{work}/templates/article.html", template + "{{titel}}")
told = events.wait_for(lambda told: told["messages"])
expect("a template's mistake is told", "article.html:" in told["messages"] and "titel" in told["messages"], told)
write(f"{work}/templates/article.html", template)
expect("and its end", events.wait_for(lambda told: not told["messages"]))
write(f"{work}/site.conf", f"title: 新晚报\ntemplates: templates\nstatic: {ROOT}/static\n")
expect("settings are read anew", events.wait_for(shows("新晚报", "/")))

# --- the end, and other beginnings ---
status = subprocess.run([BACKFILE, "serve", "--port", str(port)], cwd=work, capture_output=True, text=True, timeout=WAIT)
expect("a port in use", status.returncode == 1 and f"port {port} is in use" in status.stderr, status)
preview.send_signal(signal.SIGINT)
expect("it ends when told to", preview.wait(WAIT) == 0)
preview, port = start("--poll")
HOST = f"Host: localhost:{port}\r\n"
events = Events()
events.wait_for(lambda told: True)
write(f"{work}/content/2021-03-05/01.txt", PAGE % "四十天")
expect("without being told of changes it looks", events.wait_for(shows("提前四十天完工")))
preview.terminate()
expect("it ends when terminated", preview.wait(WAIT) == 0)
print(f"{checks} checks passed")
