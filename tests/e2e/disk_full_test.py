# SPDX-FileCopyrightText: 2026 The Jackfield authors
# SPDX-License-Identifier: Apache-2.0
"""A full disk refuses writes clearly, leaves reads alone, and writing works again once there is room."""

import os
import subprocess
import time

from support import Client, Skip, check_database, equal, make_chatbot, need, run_tests


def mounted(programs):
    if os.geteuid() != 0:
        raise Skip("mounting a small disk needs root")
    folder = programs.folder("disk")
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=8m,mode=0700", "jackfield-test", str(folder)],
                          capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise Skip(f"a small disk cannot be mounted here: {done.stderr.strip()}")
    return folder


def a_full_disk_refuses_and_recovers(programs):
    data = mounted(programs)
    try:
        fill_and_make_room(programs, data)
    finally:
        for service in programs.services:
            service.kill()
        subprocess.run(["umount", str(data)], check=True)


def fill_and_make_room(programs, data):
    key = programs.key(data)
    service = programs.serve(data)
    client = Client(service, key)
    bot = make_chatbot(client, "number 0", nodes=20)
    equal(client.ask("PATCH", f"/v1/chatbots/{bot}", {"name": "number 1"})[0], 200, "a write while there is room")

    ballast = data / "ballast"
    with open(ballast, "wb", buffering=0) as file:
        try:
            while True:
                file.write(b"\0" * 4096)
        except OSError:
            pass
    # The log of the database may have room of its own left: write until it is used up.
    acknowledged, refused = 1, None
    for number in range(2, 2000):
        status, answer = client.ask("PATCH", f"/v1/chatbots/{bot}",
                                    {"name": f"number {number}", "draft": {"nodes": [
                                        {"id": "s", "type": "start", "data": {"text": f"{number} " * 400}}], "edges": []}})
        if status != 200:
            refused = (status, answer)
            break
        acknowledged = number
    need(refused is not None, "the disk never became full")
    equal(refused[0], 507, f"status on a full disk, {refused[1]}")
    text = str(refused[1]).lower()
    need("full" in text or "space" in text, f"the answer does not say that the disk is full: {refused[1]}")

    for _ in range(20):
        status, answer = client.ask("GET", f"/v1/chatbots/{bot}")
        equal((status, answer["name"]), (200, f"number {acknowledged}"), "reading on a full disk")
    need(client.ask("GET", "/v1/chatbots")[0] == 200, "listing on a full disk")

    ballast.unlink()
    deadline = time.monotonic() + 5
    while True:
        status, answer = client.ask("PATCH", f"/v1/chatbots/{bot}", {"name": "room again"})
        if status == 200 or time.monotonic() > deadline:
            break
        time.sleep(0.1)
    equal(status, 200, f"the next write after room was made, {answer}")
    client.close()
    check_database(data)
    service.kill()
    service = programs.serve(data)
    client = Client(service, key)
    equal(client.ask("GET", f"/v1/chatbots/{bot}")[1]["name"], "room again", "after a kill")
    client.close()
    print(f"      full after {acknowledged} writes, 507: {refused[1]}")


run_tests([a_full_disk_refuses_and_recovers])
