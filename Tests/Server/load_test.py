"""200 readers and 20 writers at once on a server of its own, for a minute: no error, no lost or doubled decision.

Run by `make test-load`. Prints the median and the 99th percentile of every kind of request, and the memory of the
server over time. With --kill the server is ended with SIGKILL half way, started again, and asked for what it had
acknowledged.
"""

import argparse
import asyncio
import json
import os
import pathlib
import random
import re
import signal
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.parse

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("COUNTERWEIGHT", ROOT / ".build/release/counterweight")
SERVER = os.environ.get("COUNTERWEIGHT_OBSERVATORY", ROOT / ".build-observatory/release/counterweight-observatory")
TOKEN = "load-test-token-of-the-day"


class Client:
    """One connection that is kept open."""

    def __init__(self, port, name):
        self.port, self.name, self.reader, self.writer = port, name, None, None

    async def ask(self, method, target, body=b""):
        for attempt in range(2):
            if self.writer is None:
                self.reader, self.writer = await asyncio.open_connection("127.0.0.1", self.port)
            head = (
                f"{method} {target} HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\nConnection: keep-alive\r\n"
                f"Authorization: Bearer {TOKEN}\r\nX-Reviewer: {self.name}\r\nContent-Length: {len(body)}\r\n\r\n")
            try:
                self.writer.write(head.encode() + body)
                status = await self.reader.readline()
                if not status:
                    raise ConnectionError("closed")
                length, keep = 0, False
                while (line := await self.reader.readline()) not in (b"\r\n", b""):
                    name, _, value = line.decode().partition(":")
                    if name.lower() == "content-length":
                        length = int(value)
                    if name.lower() == "connection":
                        keep = "keep-alive" in value.lower()
                content = await self.reader.readexactly(length)
                if not keep:
                    self.close()
                return int(status.split()[1]), content
            except (ConnectionError, asyncio.IncompleteReadError):
                self.close()
                # A decision that is sent again under its name is written once.
                if attempt:
                    raise

    def close(self):
        if self.writer is not None:
            self.writer.close()
        self.writer = None


def corpus(folder):
    for number in range(60):
        text = "\n\n".join(
            f"{place}. The Authority of region {number} may block any site it deems undesirable, case {place}."
            for place in range(40))
        (folder / f"act-{number}.txt").write_text(f"Order {number}\n\n{text}\n")


def serve(store):
    process = subprocess.Popen(
        [SERVER, "serve", store, "--port", "0", "--rate", "100000"],
        stdout=subprocess.PIPE, text=True, env={**os.environ, "COUNTERWEIGHT_TOKEN": TOKEN})
    port = int(re.search(r":(\d+)/", process.stdout.readline())[1])
    return process, port


def memory(process):
    status = pathlib.Path(f"/proc/{process.pid}/status").read_text()
    return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) // 1024


async def load(port, findings, seconds, readers, writers, times, acknowledged, errors):
    end = time.monotonic() + seconds
    paths = sorted({path for path, _ in findings})

    async def read(number):
        client, choice = Client(port, f"reader {number}"), random.Random(number)
        while time.monotonic() < end:
            path, fingerprint = choice.choice(findings)
            target = choice.choice([
                "/", f"/search?q=undesirable+case+{choice.randrange(40)}",
                "/document?path=" + urllib.parse.quote(choice.choice(paths)),
                f"/finding?path={urllib.parse.quote(path)}&fingerprint={fingerprint}"])
            try:
                start = time.perf_counter()
                status, _ = await client.ask("GET", target)
                times.setdefault("read " + target.split("?")[0], []).append(time.perf_counter() - start)
                if status != 200:
                    errors.append(f"{status} {target}")
            except Exception as error:
                errors.append(f"{type(error).__name__} {target}")
        client.close()

    async def write(number):
        client, choice, count = Client(port, f"writer {number}"), random.Random(-number), 0
        while time.monotonic() < end:
            path, fingerprint = choice.choice(findings)
            try:
                place = f"/api/finding?path={urllib.parse.quote(path)}&fingerprint={fingerprint}"
                status, content = await client.ask("GET", place)
                count += 1
                decision = {
                    "id": f"w{number}-{count:06d}", "kind": choice.choice(["accept", "dismiss"]), "path": path,
                    "fingerprint": fingerprint, "seen": json.loads(content)["seen"], "reason": "other"}
                start = time.perf_counter()
                status, content = await client.ask("POST", "/api/decisions", json.dumps(decision).encode())
                times.setdefault("write", []).append(time.perf_counter() - start)
                if status in (200, 201):
                    acknowledged.append(decision["id"])
                elif status != 409:
                    errors.append(f"{status} {content[:200]}")
            except Exception as error:
                errors.append(f"{type(error).__name__} write")
        client.close()

    await asyncio.gather(*(read(n) for n in range(readers)), *(write(n) for n in range(writers)))


async def decisions(port):
    client = Client(port, "checker")
    status, content = await client.ask("GET", "/api/decisions")
    client.close()
    return [event["id"] for event in json.loads(content)["events"]]


async def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--readers", type=int, default=200)
    parser.add_argument("--writers", type=int, default=20)
    parser.add_argument("--kill", action="store_true", help="end the server with SIGKILL under load, then check")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        corpus(folder)
        store = folder / "store.db"
        subprocess.run(
            [PROGRAM, "scan", folder, "--store", store], check=False, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL)
        report = subprocess.run(
            [PROGRAM, "store", "export", store], capture_output=True, text=True, check=True).stdout
        rows = [json.loads(line) for line in report.splitlines()]
        findings = [(row["path"], row["fingerprint"]) for row in rows if row["table"] == "finding"]
        process, port = serve(store)
        times, acknowledged, errors, sizes = {}, [], [], []

        async def watch():
            while process.poll() is None:
                sizes.append(memory(process))
                await asyncio.sleep(max(1, options.seconds / 12))

        watching = asyncio.create_task(watch())
        working = asyncio.create_task(
            load(port, findings, options.seconds, options.readers, options.writers, times, acknowledged, errors))
        if options.kill:
            await asyncio.sleep(options.seconds / 2)
            process.send_signal(signal.SIGKILL)
            process.wait()
            expected = list(acknowledged)
            await working
            process, port = serve(store)
            errors.clear()
        else:
            await working
            expected = list(acknowledged)
        watching.cancel()
        kept = await decisions(port)
        process.send_signal(signal.SIGTERM)
        code = process.wait(timeout=20)
        lost, doubled = set(expected) - set(kept), len(kept) - len(set(kept))
        for kind, list_ in sorted(times.items()):
            list_.sort()
            print(
                f"{kind}: {len(list_)} requests, median {statistics.median(list_) * 1000:.1f} ms,"
                f" 99th percentile {list_[int(len(list_) * 0.99)] * 1000:.1f} ms")
        total = sum(map(len, times.values()))
        print(f"{total} requests in {options.seconds:.0f} s, {options.readers} readers and {options.writers} writers")
        print(f"memory over time, MB: {' '.join(map(str, sizes))}")
        print(f"{len(expected)} decisions acknowledged, {len(lost)} lost, {doubled} doubled; {len(errors)} errors; ended with {code}")
        for error in sorted(set(errors))[:10]:
            print("  " + error)
        sys.exit(0 if not lost and not doubled and not errors and code == 0 else 1)


asyncio.run(main())
