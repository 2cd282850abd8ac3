#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Jackfield authors
# SPDX-License-Identifier: Apache-2.0
"""The service over very many stored flows: start, memory at rest, a page of a list anywhere in it, one flow.

  bench_many_flows.py [--bin build/release/bin] [--flows 100000] [--pages 1000]

Prints one JSON object a line. The flows are made through the API itself."""

import argparse
import http.client
import json
import pathlib
import random
import statistics
import subprocess
import sys
import threading
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "e2e"))
from support import Programs  # noqa: E402  (the folder has to be on the path first)

MAKERS = 32
STARTS = 5
DRAFT = {"nodes": [{"id": "start", "type": "start", "data": {}}, {"id": "end", "type": "end", "data": {"text": "Bye"}}],
         "edges": [{"id": "e1", "source": "start", "target": "end"}]}


def report(op, **figures):
    print(json.dumps({"bench": "many_flows", "op": op, **figures}), flush=True)


class Client:
    """One kept connection."""

    def __init__(self, host, key):
        self.connection = http.client.HTTPConnection(host, timeout=60)
        self.headers = {"Authorization": f"Bearer {key}", "x-workspace-id": "default", "Content-Type": "application/json"}

    def ask(self, method, path, body=None):
        self.connection.request(method, path, json.dumps(body) if body is not None else None, self.headers)
        answer = self.connection.getresponse()
        text = answer.read()
        if answer.status >= 300:
            raise RuntimeError(f"{method} {path}: {answer.status} {text[:200]!r}")
        return json.loads(text)


class Collection:
    """One kind of flow and how its API pages."""

    def __init__(self, name, path, body, pages):
        self.name, self.path, self.body, self.pages = name, path, body, pages

    def make(self, host, key, count):
        def work(part):
            client = Client(host, key)
            for i in range(part, count, MAKERS):
                client.ask("POST", self.path, self.body(i))
        makers = [threading.Thread(target=work, args=(part,)) for part in range(MAKERS)]
        for maker in makers:
            maker.start()
        for maker in makers:
            maker.join()


def by_token(client, path, count):
    """Times of pages one after the other, through the whole list again and again."""
    times, token = [], None
    while len(times) < count:
        query = f"{path}?pageSize=50" + (f"&pageToken={token}" if token else "")
        started = time.perf_counter()
        page = client.ask("GET", query)
        times.append(time.perf_counter() - started)
        token = page.get("nextPageToken")
    return times


def by_number(client, path, count):
    """Times of pages anywhere in the list."""
    pages = client.ask("GET", f"{path}?limit=20")["meta"]["page_count"]
    numbers, times = random.Random(7), []
    while len(times) < count:
        query = f"{path}?limit=20&page={numbers.randint(1, pages)}"
        started = time.perf_counter()
        client.ask("GET", query)
        times.append(time.perf_counter() - started)
    return times


COLLECTIONS = [
    Collection("chatbots", "/v1/chatbots", lambda i: {"name": f"Chatbot {i}", "draft": DRAFT}, by_token),
    Collection("workflows", "/api/v1/console/workflows",
               lambda i: {"name": f"Workflow {i}", "system_prompt": "You help customers. Keep replies short."}, by_number),
]


def percentile(times, share):
    return round(sorted(times)[int(len(times) * share)] * 1000, 2)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--bin", default=str(ROOT / "build" / "release" / "bin"))
    parser.add_argument("--flows", type=int, default=100_000)
    parser.add_argument("--pages", type=int, default=1000)
    options = parser.parse_args()
    programs = Programs(options.bin)
    try:
        data = programs.folder("many")
        key = programs.key(data)
        service = programs.serve(data, log=subprocess.DEVNULL)
        for collection in COLLECTIONS:
            started = time.monotonic()
            collection.make(service.host, key, options.flows // len(COLLECTIONS))
            report("make", flows=collection.name, count=options.flows // len(COLLECTIONS), seconds=round(time.monotonic() - started, 1))
        service.stop()
        starts = []
        for _ in range(STARTS):
            started = time.monotonic()
            service = programs.serve(data, log=subprocess.DEVNULL)
            Client(service.host, key).ask("GET", "/v1/chatbots?pageSize=1")
            starts.append(time.monotonic() - started)
            service.stop()
        service = programs.serve(data, log=subprocess.DEVNULL)
        time.sleep(1)
        report("start", flows=options.flows, first_answer_ms=round(statistics.median(starts) * 1000, 1),
               idle_rss_mib=round(service.rss_kib() / 1024, 1))
        for collection in COLLECTIONS:
            times = collection.pages(Client(service.host, key), collection.path, options.pages)
            report("page", flows=collection.name, median_ms=percentile(times, 0.5), p99_ms=percentile(times, 0.99))
        report("rss_after_pages_mib", value=round(service.rss_kib() / 1024, 1))
    finally:
        programs.clean()


main()
