# SPDX-FileCopyrightText: 2026 The Jackfield authors
# SPDX-License-Identifier: Apache-2.0
"""The black-box conformance and abuse checks against a fresh service; its memory comes back down afterwards."""

import subprocess
import sys
import time

from support import CORPUS, SHARED, Client, Skip, equal, make_chatbot, need, run_tests

SCRIPT = SHARED / "tools" / "abuse.py"
GROUPS = "http,auth,browser,api,nasty,slow"
MOST_GROWTH_KIB = 32 * 1024


def make_targets(client):
    """The paths of a workflow, a call flow and a message flow, and the workspace that requests have to name."""
    status, home = client.ask("GET", "/api/dev/v1/me")
    equal(status, 200, f"GET me: {home}")
    headers = {"x-workspace-id": home["id"]}
    bodies = {
        "/v1/api/call-flows": {"name": "Call", "direction": "inbound", "promptType": "simple"},
        "/v1/api/message-flows": {"name": "Message", "direction": "inbound", "agent": "a", "initiationMessage": "Hi",
                                  "prompt": "p", "messageChannel": "SMS"},
    }
    paths = []
    for path, body in bodies.items():
        status, made = client.ask("POST", path, body, headers)
        equal(status, 201, f"POST {path}: {made}")
        paths.append(f"{path}/{made['_id']}")
    status, made = client.ask("POST", "/api/v1/console/workflows", {"name": "Work", "system_prompt": "p"})
    equal(status, 201, f"POST workflow: {made}")
    return home["id"], f"/api/v1/console/workflows/{made['data']['id']}", *paths


def abuse_is_refused(programs):
    if not SCRIPT.is_file():
        raise Skip(f"no {SCRIPT}")
    data = programs.folder("abuse")
    service = programs.serve(data)
    key = programs.key(data)
    readonly = programs.key(data, "--scopes", "journey:list,journey:read")
    workspace = programs.run("workspace", "create", "Other", data=data).out.strip()
    other = programs.key(data, "--workspace", workspace)
    client = Client(service, key)
    make_chatbot(client, "warm", nodes=50)
    home, workflow, call_flow, message_flow = make_targets(client)
    client.close()
    before = service.rss_kib()
    command = [sys.executable, str(SCRIPT), service.address, "--key", key, "--ro-key", readonly, "--other-key", other,
               "--flows", "auto", "--workflow", workflow, "--callflow", call_flow, "--messageflow", message_flow,
               "--workspace", home, "--nasty", str(CORPUS / "nasty"), "--only", GROUPS, "--pid", str(service.pid), "--deadline", "400"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=450, check=False)
    summary = done.stdout.strip().splitlines()[-1]
    failures = [line for line in done.stdout.splitlines() if line.startswith("FAIL ")]
    for failure in failures:
        print(f"      {failure}")
    equal(service.process.poll(), None, "the service runs on")
    time.sleep(1)
    after = service.rss_kib()
    print(f"      {summary}; resident {before // 1024} -> {after // 1024} MiB")
    equal(failures, [], "failed checks")
    equal(done.returncode, 0, f"abuse.py: {summary} {done.stderr}")
    need(after - before <= MOST_GROWTH_KIB, f"memory grew from {before} to {after} KiB")


run_tests([abuse_is_refused])
