#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Jackfield authors
# SPDX-License-Identifier: Apache-2.0
"""Instructions that the service spends on one get and on one save, by callgrind (apt-get install valgrind): the same however busy the
machine is, so two builds can be compared to the percent.

  bench_instructions.py [--bin build/release/bin]

One connection, one chatbot of 50 nodes and 75 edges; the difference of many requests and few, so that starting does not count. Prints
one JSON object a line."""

import argparse
import http.client
import json
import pathlib
import re
import subprocess
import sys
import tempfile

from bench_http import ROOT, Workload  # it puts tests/e2e on the path

from support import Programs

FEW, MANY = 100, 600


def count(programs, data, key, method, bodies, requests):
    """Instructions of a whole life of the service in which it answers so many requests."""
    out = pathlib.Path(tempfile.mkstemp(prefix="callgrind-")[1])
    service = subprocess.Popen(
        ["valgrind", "--tool=callgrind", f"--callgrind-out-file={out}", programs.ctl, "serve", "--data", str(data), "--listen", "127.0.0.1:0"],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        host = re.search(r"http://(\S+)", service.stdout.readline()).group(1)
        connection = http.client.HTTPConnection(host, timeout=120)
        headers = {"Authorization": f"Bearer {key}", "Content-Type": "application/json"}

        def ask(verb, path, body=None):
            connection.request(verb, path, body, headers)
            answer = connection.getresponse()
            text = answer.read()
            if answer.status >= 300:
                raise RuntimeError(f"{verb} {path}: {answer.status} {text[:200]!r}")
            return json.loads(text)

        first = bodies("first")
        identity = ask("POST", "/v1/chatbots", json.dumps({"name": "Measured", **json.loads(first)}))["id"]
        for number in range(requests):
            ask(method, f"/v1/chatbots/{identity}", bodies(number) if method == "PATCH" else None)
        connection.close()
    finally:
        service.terminate()
        service.wait(timeout=120)
    total = int(re.search(r"^(?:totals|summary): (\d+)", out.read_text(), re.M).group(1))
    out.unlink()
    return total


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bin", default=str(ROOT / "build" / "release" / "bin"))
    programs = Programs(parser.parse_args().bin)
    workload = Workload()
    draft = json.dumps({"draft": workload.draft("@@")}, separators=(",", ":"))
    try:
        for operation, method in (("get", "GET"), ("save", "PATCH")):
            totals = []
            for requests in (FEW, MANY):
                data = programs.folder("instructions")
                key = programs.key(data)
                totals.append(count(programs, data, key, method, lambda mark: draft.replace("@@", f"text {mark}"), requests))
            print(json.dumps({"bench": "instructions", "op": operation, "per_request": round((totals[1] - totals[0]) / (MANY - FEW))}), flush=True)
    finally:
        programs.clean()


if __name__ == "__main__":
    sys.exit(main())
