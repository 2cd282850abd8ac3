#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Jackfield authors
# SPDX-License-Identifier: Apache-2.0
"""The service under load, beside its peers in the same run. Needs wrk (apt-get install wrk).

  bench_http.py [--bin build/release/bin] [--clients 64] [--seconds 8] [--peers]

Prints one JSON object a line. --peers also measures json-server and Mockoon, which npm installs into a temporary folder."""

import argparse
import http.client
import json
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "e2e"))
from support import Programs  # noqa: E402  (the folder has to be on the path first)

BOTS, NODES = 100, 50
STARTS = 15
PEER_PATIENCE_SECONDS = 60


class Workload:
    """The chatbots of performance.md: the same for every server."""

    def __init__(self):
        self.state = 7

    def random(self):
        self.state = (self.state * 1664525 + 1013904223) % 2**32
        return self.state >> 8

    def draft(self, mark):
        columns = 8
        nodes = [{"id": f"n{i}", "type": "start" if i == 0 else "message",
                  "position": {"x": 220 * (i % columns), "y": 120 * (i // columns)},
                  "data": {"text": f"Message {i} of the flow, {mark if i == 7 else 'as it was'}", "delay": i}} for i in range(NODES)]
        pairs = [(i, i + 1) for i in range(NODES - 1)]
        while len(pairs) < NODES * 3 // 2:
            a = self.random() % NODES
            pair = (a, min(NODES - 1, a + 1 + self.random() % 50))
            if pair not in pairs and pair[0] != pair[1]:
                pairs.append(pair)
        return {"nodes": nodes, "edges": [{"id": f"e{i}", "source": f"n{a}", "target": f"n{b}"} for i, (a, b) in enumerate(pairs)]}


WRK_SCRIPT = """
local bodies, paths, sent = {BODIES}, {PATHS}, 0
local names = 0
function setup(thread) names = names + 1; thread:set("name", names) end
function request()
  sent = sent + 1
  local path = paths[sent %% #paths + 1]
  if #bodies == 0 then return wrk.format("GET", path) end
  local body = bodies[sent %% #bodies + 1]:gsub("@@", name .. "-" .. sent, 1)
  return wrk.format("PATCH", path, nil, body)
end
function done(summary, latency)
  io.write(string.format('RESULT {"requests":%%d,"micros":%%d,"p50":%%d,"p99":%%d,"errors":%%d}\\n', summary.requests, summary.duration,
    latency:percentile(50), latency:percentile(99),
    summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.status + summary.errors.timeout))
end
"""


def lua_list(texts):
    return "{" + ",".join("[=[" + text + "]=]" for text in texts) + "}"


def load(folder, address, paths, headers, clients, seconds, bodies=()):
    script = folder / "load.lua"
    script.write_text(WRK_SCRIPT.replace("%%", "%").replace("{BODIES}", lua_list(bodies)).replace("{PATHS}", lua_list(paths)))
    command = ["wrk", "-t1", f"-c{clients}", f"-d{seconds}s", "--timeout", "30s", "-s", str(script)]
    for name, value in headers.items():
        command += ["-H", f"{name}: {value}"]
    out = subprocess.run(command + [address], capture_output=True, text=True, check=True).stdout
    result = json.loads(next(line for line in out.splitlines() if line.startswith("RESULT "))[7:])
    return {"per_second": round(result["requests"] / (result["micros"] / 1e6)), "p50_ms": round(result["p50"] / 1000, 2),
            "p99_ms": round(result["p99"] / 1000, 2), "errors": result["errors"]}


def ask(host, method, path, body=None, headers=None):
    connection = http.client.HTTPConnection(host, timeout=30)
    try:
        connection.request(method, path, json.dumps(body, separators=(",", ":")) if body is not None else None,
                           {"Content-Type": "application/json", **(headers or {})})
        answer = connection.getresponse()
        text = answer.read()
        if answer.status >= 300:
            raise RuntimeError(f"{method} {path}: {answer.status} {text[:200]!r}")
        return json.loads(text) if text else None
    finally:
        connection.close()


def report(op, server, **figures):
    print(json.dumps({"bench": "http", "op": op, **({"peer": server} if server else {}), **figures}), flush=True)


def rss_mib(pid):
    """Resident memory of a process and its children."""
    total, pids = 0, [pid]
    while pids:
        one = pids.pop()
        status = pathlib.Path(f"/proc/{one}/status").read_text()
        total += next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS:"))
        pids += [int(child) for task in pathlib.Path(f"/proc/{one}/task").iterdir() for child in (task / "children").read_text().split()]
    return round(total / 1024, 1)


def measure(options, folder, server, address, prefix, ids, headers, list_path):
    """`ids` in the order in which the chatbots were made. A save replaces the whole draft; one text of it is new."""
    load(folder, address, [f"{prefix}/{ids[0]}"], headers, options.clients, 1)  # warm
    workload = Workload()
    saved = [json.dumps({"draft": workload.draft("@@")}, separators=(",", ":")) for _ in ids]
    for op, paths, bodies in (("get", [f"{prefix}/{identity}" for identity in ids], ()), ("list", [list_path], ()),
                              ("save", [f"{prefix}/{identity}" for identity in ids], saved)):
        sent = {**headers, "Content-Type": "application/json"} if bodies else headers
        report(op, server, clients=options.clients, **load(folder, address, paths, sent, options.clients, options.seconds, bodies))


def own(options, folder):
    programs = Programs(options.bin)
    try:
        data = programs.folder("bench")
        key = programs.key(data)
        service = programs.serve(data)
        headers = {"Authorization": f"Bearer {key}"}
        workload = Workload()
        ids = [ask(service.host, "POST", "/v1/chatbots", {"name": f"Chatbot {i}", "draft": workload.draft("@")}, headers)["id"]
               for i in range(BOTS)]
        service.stop()
        lines, answers = [], []
        for _ in range(STARTS):
            started = time.monotonic()
            service = programs.serve(data)
            lines.append(service.start_seconds)
            ask(service.host, "GET", f"/v1/chatbots/{ids[0]}", headers=headers)
            answers.append(time.monotonic() - started)
            service.stop()
        service = programs.serve(data, log=subprocess.DEVNULL)
        time.sleep(1)
        idle = rss_mib(service.pid)
        report("start", None, first_line_ms=round(statistics.median(lines) * 1000, 1), first_answer_ms=round(statistics.median(answers) * 1000, 1),
               best_line_ms=round(min(lines) * 1000, 1), idle_rss_mib=idle)
        measure(options, folder, None, service.address, "/v1/chatbots", ids, headers, "/v1/chatbots?pageSize=100")
        report("memory", None, rss_after_load_mib=rss_mib(service.pid))
        service.stop()
    finally:
        programs.clean()


def wait_for(host, path, process):
    deadline = time.monotonic() + PEER_PATIENCE_SECONDS
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise RuntimeError("the peer ended by itself")
        try:
            return ask(host, "GET", path)
        except (OSError, RuntimeError):
            time.sleep(0.01)
    raise RuntimeError("the peer does not answer")


def peer(options, folder, name, package, command, prefix):
    subprocess.run(["npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", str(folder / name), package],
                   check=True, capture_output=True)
    starts, idle = [], 0
    for last in (False, False, True):
        started = time.monotonic()
        process = subprocess.Popen(command(folder / name), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=folder / name)
        try:
            wait_for("127.0.0.1:8799", prefix, process)
            starts.append(time.monotonic() - started)
            if last:
                time.sleep(1)
                idle = rss_mib(process.pid)
                report("start", name, first_answer_ms=round(statistics.median(starts) * 1000, 1), idle_rss_mib=idle)
                measure(options, folder, name, "http://127.0.0.1:8799", prefix, [f"bot{i}" for i in range(BOTS)], {},
                        f"{prefix}?limit={BOTS}")
        finally:
            process.kill()
            process.wait()


def peers(options, folder):
    workload = Workload()
    bots = [{"id": f"bot{i}", "name": f"Chatbot {i}", "draft": workload.draft("@")} for i in range(BOTS)]
    (folder / "db.json").write_text(json.dumps({"chatbots": bots}))
    environment = {
        "uuid": "1", "lastMigration": 32, "name": "bench", "port": 8799, "hostname": "127.0.0.1", "endpointPrefix": "", "latency": 0,
        "folders": [], "proxyMode": False, "cors": False, "headers": [], "proxyReqHeaders": [], "proxyResHeaders": [], "callbacks": [],
        "data": [{"uuid": "2", "id": "bots", "name": "bots", "documentation": "", "value": json.dumps(bots)}],
        "tlsOptions": {"enabled": False}, "rootChildren": [{"type": "route", "uuid": "3"}],
        "routes": [{"uuid": "3", "type": "crud", "documentation": "", "method": "", "endpoint": "chatbots", "responseMode": None,
                    "streamingMode": None, "streamingInterval": 0,
                    "responses": [{"uuid": "4", "body": "", "latency": 0, "statusCode": 200, "label": "", "headers": [], "bodyType": "DATABUCKET",
                                   "filePath": "", "databucketID": "bots", "sendFileAsBody": False, "rules": [], "rulesOperator": "OR",
                                   "disableTemplating": False, "fallbackTo404": False, "default": True, "crudKey": "id", "callbacks": []}]}]}
    (folder / "mockoon.json").write_text(json.dumps(environment))
    peer(options, folder, "json-server", "json-server@0.17.4", lambda at: [
        "node", str(at / "node_modules/json-server/lib/cli/bin.js"), "--quiet", "--host", "127.0.0.1", "--port", "8799", str(folder / "db.json")],
        "/chatbots")
    peer(options, folder, "mockoon", "@mockoon/cli", lambda at: [
        "node", str(at / "node_modules/.bin/mockoon-cli"), "start", "--disable-log-to-file", "--data", str(folder / "mockoon.json")], "/chatbots")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--bin", default=str(ROOT / "build" / "release" / "bin"))
    parser.add_argument("--clients", type=int, default=64)
    parser.add_argument("--seconds", type=int, default=8)
    parser.add_argument("--peers", action="store_true")
    options = parser.parse_args()
    if not shutil.which("wrk"):
        sys.exit("wrk is missing: apt-get install wrk")
    with tempfile.TemporaryDirectory(prefix="jackfield-bench-") as folder:
        own(options, pathlib.Path(folder))
        if options.peers:
            if not shutil.which("npm"):
                sys.exit("npm is missing: the peers cannot be measured")
            peers(options, pathlib.Path(folder))


if __name__ == "__main__":
    main()
