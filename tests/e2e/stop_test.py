# SPDX-FileCopyrightText: 2026 The Jackfield authors
# SPDX-License-Identifier: Apache-2.0
"""SIGTERM and SIGINT end the service cleanly, also under load."""

import signal
import socket
import time

from support import Client, Writers, check_database, equal, make_chatbot, need, run_tests

LONGEST_STOP_SECONDS = 3.0


def stopping_under_load_keeps_what_was_acknowledged(programs):
    data = programs.folder("stop")
    key = programs.key(data)
    service = programs.serve(data)
    client = Client(service, key)
    bots = [make_chatbot(client, "number 0", nodes=50) for _ in range(16)]
    client.close()
    writers = Writers(service, key, bots)
    writers.start(1)
    time.sleep(1)
    seconds, code = service.stop()
    writers.finish()
    equal(code, 0, "exit code")
    need(seconds < LONGEST_STOP_SECONDS, f"stopping took {seconds:.2f} s")
    equal([r for r in writers.refusals if r[0] != 503], [], "refused writes")
    need(writers.writes > 16, "nothing was written")
    check_database(data)
    service = programs.serve(data)
    writers.check_kept(service, key)
    print(f"      {writers.writes} acknowledged writes by 16 clients, 0 lost; stopped in {seconds * 1000:.0f} ms")


def open_connections_do_not_hold_up_the_end(programs):
    data = programs.folder("hold")
    service = programs.serve(data)
    host, port = service.host.split(":")
    held = [socket.create_connection((host, int(port))) for _ in range(20)]
    for half in held[:10]:
        half.sendall(b"GET /v1/chatbots HTTP/1.1\r\nHost: ")
    time.sleep(0.2)
    seconds, code = service.stop()
    for connection in held:
        connection.close()
    equal(code, 0, "exit code")
    need(seconds < LONGEST_STOP_SECONDS, f"stopping took {seconds:.2f} s")


def interrupt_is_the_same(programs):
    service = programs.serve(programs.folder("interrupt"))
    service.process.send_signal(signal.SIGINT)
    equal(service.process.wait(LONGEST_STOP_SECONDS), 0, "exit code after SIGINT")


def idle_service_stops_at_once(programs):
    seconds, code = programs.serve(programs.folder("idle")).stop()
    equal(code, 0, "exit code")
    need(seconds < 1, f"stopping an idle service took {seconds:.2f} s")


run_tests([stopping_under_load_keeps_what_was_acknowledged, open_connections_do_not_hold_up_the_end, interrupt_is_the_same,
           idle_service_stops_at_once])
