# SPDX-FileCopyrightText: 2026 The Jackfield authors
# SPDX-License-Identifier: Apache-2.0
"""What the end-to-end tests share: starting the programs, talking HTTP to them, counting checks."""

import http.client
import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import traceback
import urllib.parse

SOURCE = pathlib.Path(__file__).resolve().parents[2]
SHARED = SOURCE.parent / "shared"
CORPUS = SHARED / "corpus"


class Skip(Exception):
    """A test that cannot run here; said loudly."""


class Failed(Exception):
    pass


def need(condition, message):
    if not condition:
        raise Failed(message)


def equal(actual, expected, what):
    need(actual == expected, f"{what}: got {actual!r}, expected {expected!r}")


class Programs:
    """The folder with the programs, and a fresh folder for each test."""

    def __init__(self, folder):
        self.ctl = str(pathlib.Path(folder) / "jackfieldctl")
        need(os.access(self.ctl, os.X_OK), f"{self.ctl} is not there: build jackfieldctl first")
        self.scratch = pathlib.Path(tempfile.mkdtemp(prefix="jackfield-e2e-"))
        self.services = []

    def folder(self, name):
        path = self.scratch / f"{name}-{len(os.listdir(self.scratch))}"
        path.mkdir(mode=0o700)
        return path

    def run(self, *words, data=None, timeout=60, env=None):
        command = [self.ctl, *map(str, words)]
        if data is not None:
            command += ["--data", str(data)]
        done = subprocess.run(command, capture_output=True, timeout=timeout, env=env, check=False)
        done.out = done.stdout.decode("utf-8")
        done.err = done.stderr.decode("utf-8")
        return done

    def key(self, data, *options):
        done = self.run("key", "create", "--api", "all", *options, data=data)
        equal(done.returncode, 0, f"key create: {done.err}")
        return done.out.strip()

    def serve(self, data, *options, **more):
        service = Service(self.ctl, data, *options, **more)
        self.services.append(service)
        return service

    def clean(self):
        for service in self.services:
            service.kill()
        shutil.rmtree(self.scratch, ignore_errors=True)


class Service:
    """A running `jackfieldctl serve`."""

    def __init__(self, ctl, data, *options, listen="127.0.0.1:0", log=None):
        self.log = log or tempfile.TemporaryFile()
        started = time.monotonic()
        self.process = subprocess.Popen(
            [ctl, "serve", "--data", str(data), "--listen", listen, *map(str, options)],
            stdout=subprocess.PIPE, stderr=self.log)
        line = self.process.stdout.readline().decode("utf-8")
        self.start_seconds = time.monotonic() - started
        if not line.startswith("listening on http://"):
            self.process.wait(10)
            self.log.seek(0)
            raise Failed(f"serve said {line!r}, exit {self.process.returncode}, {self.log.read()!r}")
        self.address = line.removeprefix("listening on ").strip()
        self.host = urllib.parse.urlsplit(self.address).netloc

    @property
    def pid(self):
        return self.process.pid

    def rss_kib(self):
        for line in pathlib.Path(f"/proc/{self.pid}/status").read_text().splitlines():
            if line.startswith("VmRSS:"):
                return int(line.split()[1])
        raise Failed("the service is gone")

    def kill(self):
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        self.process.stdout.close()

    def stop(self):
        """SIGTERM; the seconds that ending took and the exit code."""
        started = time.monotonic()
        self.process.send_signal(signal.SIGTERM)
        code = self.process.wait(20)
        seconds = time.monotonic() - started
        self.process.stdout.close()
        return seconds, code

    def log_text(self):
        self.log.seek(0)
        return self.log.read().decode("utf-8")


class Client:
    """One keep-alive connection with a key."""

    def __init__(self, service, key, timeout=20):
        self.host, self.key, self.timeout = service.host, key, timeout
        self.connection = None

    def ask(self, method, path, body=None, headers=None):
        """Status and parsed body (None when empty). OSError and http.client errors come through: the answer is unknown then."""
        if self.connection is None:
            self.connection = http.client.HTTPConnection(self.host, timeout=self.timeout)
        sent = {"Authorization": f"Bearer {self.key}", **(headers or {})}
        data = None
        if body is not None:
            data = json.dumps(body).encode()
            sent["Content-Type"] = "application/json"
        try:
            self.connection.request(method, path, data, sent)
            answer = self.connection.getresponse()
            text = answer.read()
        except (OSError, http.client.HTTPException):
            self.close()
            raise
        self.headers = answer.headers
        if answer.will_close:
            self.close()
        return answer.status, json.loads(text) if text else None

    def close(self):
        if self.connection is not None:
            self.connection.close()
            self.connection = None


class Writers:
    """Clients that PATCH one chatbot each, as fast as they are answered, and remember what was acknowledged."""

    def __init__(self, service, key, bots):
        self.service, self.key = service, key
        self.acknowledged = {bot: None for bot in bots}  # bot -> last number that was answered with 200
        self.sent = {bot: None for bot in bots}  # bot -> last number that was sent
        self.refusals = []
        self.writes = 0
        self.stopping = threading.Event()
        self.threads = [threading.Thread(target=self._write, args=(bot,), daemon=True) for bot in bots]

    def start(self, first):
        self.first = first
        for thread in self.threads:
            thread.start()

    def _write(self, bot):
        client = Client(self.service, self.key)
        number = self.first
        while not self.stopping.is_set():
            self.sent[bot] = number
            try:
                status, answer = client.ask("PATCH", f"/v1/chatbots/{bot}", {"name": f"number {number}"})
            except (OSError, http.client.HTTPException):
                break
            if status == 200:
                self.acknowledged[bot] = number
                self.writes += 1
            else:
                self.refusals.append((status, answer))
            number += 1
        client.close()

    def finish(self):
        self.stopping.set()
        for thread in self.threads:
            thread.join(20)
        need(not any(thread.is_alive() for thread in self.threads), "a client hangs")

    def check_kept(self, service, key):
        """Every chatbot holds the last acknowledged name, or a later one that was sent and not answered."""
        client = Client(service, key)
        for bot, number in self.acknowledged.items():
            status, answer = client.ask("GET", f"/v1/chatbots/{bot}")
            equal(status, 200, f"GET {bot}")
            name = answer["name"]
            if number is None:
                continue
            held = int(name.removeprefix("number "))
            need(number <= held <= self.sent[bot],
                 f"{bot} holds {name!r}, but {number} was acknowledged and {self.sent[bot]} sent last")
        client.close()


def make_chatbot(client, name, nodes=1):
    draft = {"nodes": [{"id": f"n{i}", "type": "start" if i == 0 else "message", "data": {}} for i in range(nodes)], "edges": []}
    status, answer = client.ask("POST", "/v1/chatbots", {"name": name, "draft": draft})
    equal(status, 201, f"POST chatbot: {answer}")
    return answer["id"]


def check_database(data):
    """integrity_check by SQLite itself."""
    import sqlite3
    connection = sqlite3.connect(f"file:{data}/jackfield.db?mode=ro", uri=True)
    try:
        verdict = connection.execute("PRAGMA integrity_check").fetchone()[0]
    finally:
        connection.close()
    equal(verdict, "ok", "integrity_check")


def run_tests(tests):
    """Runs the functions with the programs in the folder of the only argument; exit code 1 when one failed."""
    if len(sys.argv) != 2:
        sys.exit(f"usage: {sys.argv[0]} FOLDER_WITH_PROGRAMS")
    passed = failed = skipped = 0
    for test in tests:
        programs = Programs(sys.argv[1])
        started = time.monotonic()
        try:
            test(programs)
            passed += 1
            print(f"ok    {test.__name__} ({time.monotonic() - started:.1f} s)", flush=True)
        except Skip as reason:
            skipped += 1
            print(f"SKIP  {test.__name__}: {reason}", flush=True)
        except Failed as reason:
            failed += 1
            print(f"FAIL  {test.__name__}: {reason}", flush=True)
        except Exception:  # a test that breaks is a test that fails, and the others still run
            failed += 1
            print(f"FAIL  {test.__name__}:\n{traceback.format_exc()}", flush=True)
        finally:
            programs.clean()
    print(f"{passed} passed, {failed} failed, {skipped} skipped")
    sys.exit(1 if failed else 0)
