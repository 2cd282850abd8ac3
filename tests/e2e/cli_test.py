# SPDX-FileCopyrightText: 2026 The Jackfield authors
# SPDX-License-Identifier: Apache-2.0
"""Every command of jackfieldctl and every exit code, with and without a service that owns the data folder."""

import json
import os
import pathlib
import re
import signal
import socket
import struct

from support import SOURCE, Client, equal, make_chatbot, need, run_tests

SAMPLE = SOURCE / "tests" / "fixtures" / "files" / "conversation_flow.json"
CHATBOT = {"nodes": [{"id": "start", "type": "start", "data": {}}], "edges": []}


def fails(done, code, *words):
    equal(done.returncode, code, f"exit code of {done.args[1:]}, stderr {done.err!r}")
    for word in words:
        need(word in done.err, f"{done.args[1:]}: {word!r} is missing from {done.err!r}")


def works(done):
    equal((done.returncode, done.err), (0, ""), f"{done.args[1:]}")
    return done.out


def write(programs, name, text):
    path = programs.scratch / name
    path.write_text(text if isinstance(text, str) else json.dumps(text, indent=2), encoding="utf-8")
    return path


def wrong_use_is_2_with_usage_on_stderr(programs):
    data = programs.folder("use")
    for words in ([], ["fly"], ["list", "--fly"], ["key"], ["key", "fly"], ["list", "extra"], ["show"], ["show", "a", "b"],
                  ["list", "--kind"], ["list", "--json=yes"], ["export"], ["validate"], ["list", "--kind", "a", "--kind", "b"]):
        done = programs.run(*words)
        fails(done, 2, "Usage: jackfieldctl")
        equal(done.out, "", "stdout")
    fails(programs.run("key", "create", data=data), 2, "--api")
    fails(programs.run("key", "create", "--api", "nonsense", data=data), 2, "nonsense")
    fails(programs.run("key", "create", "--api", "all", "--role", "king", data=data), 2, "king")
    fails(programs.run("list", "--kind", "nonsense", data=data), 2, "nonsense")
    for address in ("8.8.8.8:80", "0.0.0.0:7717", "127.0.0.1", "127.0.0.1:99999", "here:7717"):
        fails(programs.run("serve", "--listen", address, data=data), 2, address)
    for limit in ("0", "-1", "x", "99999999999999999999"):
        fails(programs.run("serve", "--max-body", limit, data=data), 2, "--max-body")
    fails(programs.run("serve", "--rate-limits", "sarufi,nonsense", data=data), 2, "--rate-limits", "nonsense")


def help_and_version_go_to_stdout(programs):
    out = works(programs.run("--help"))
    for command in ("serve", "key create", "key list", "key revoke", "workspace list", "workspace create", "list", "show", "delete",
                    "validate", "import", "export", "doctor"):
        need(f"\n  {command} " in out, f"{command} is missing from the help")
        own = works(programs.run(*command.split(), "--help"))
        need(own.startswith(f"Usage: jackfieldctl {command}"), f"help of {command}")
        need("--data DIR" in own, f"common options in the help of {command}")
    need(re.fullmatch(r"jackfieldctl \d+\.\d+\.\d+\n", works(programs.run("--version"))), "version")


def serve_help_names_every_limit(programs):
    out = works(programs.run("serve", "--help"))
    for limit in ("(8)", "(32)", "(100)", "(16)", "(256)", "(10)", "(30)", "(15)", "64 levels", "strings of 1 MiB", "20 000 nodes",
                  "60 000 edges", "files of 64 MiB", "512 levels", "200000 nodes", "--rate-limits"):
        need(limit in out, f"{limit} is missing from serve --help")


def both_ways(programs, name, check):
    """Once with a folder that nobody owns, once through the service that owns it: the same either way."""
    check(programs.folder(name))
    owned = programs.folder(name)
    programs.serve(owned)
    check(owned)


def keys_are_made_listed_and_revoked(programs):
    def check(data):
        key = programs.key(data, "--name", "naïve\x1b[31m\tkey", "--role", "agent", "--scopes", "journey:list,journey:read")
        need(re.fullmatch(r"\S{20,}", key), f"the key alone: {key!r}")
        line = works(programs.run("key", "list", data=data)).splitlines()[-1].split("\t")
        equal(line[1:4], ["all", "agent", "journey:list,journey:read"], "key list")
        need("naïve" in line[6] and "\x1b" not in line[6], f"the name is shown harmless: {line[6]!r}")
        need(key not in works(programs.run("key", "list", "--json", data=data)), "the secret is kept")
        works(programs.run("key", "revoke", line[0], data=data))
        fails(programs.run("key", "revoke", line[0], data=data), 1)
        equal(works(programs.run("key", "list", data=data)), "", "no key is left")
    both_ways(programs, "keys", check)


def revoked_keys_stop_at_once(programs):
    data = programs.folder("revoked")
    service = programs.serve(data)
    key = programs.key(data)
    client = Client(service, key)
    equal(client.ask("GET", "/v1/chatbots")[0], 200, "with the key")
    identity = works(programs.run("key", "list", data=data)).split("\t")[0]
    works(programs.run("key", "revoke", identity, data=data))
    equal(client.ask("GET", "/v1/chatbots")[0], 401, "with the revoked key")
    client.close()


def workspaces_are_apart(programs):
    def check(data):
        equal([w["name"] for w in json.loads(works(programs.run("workspace", "list", "--json", data=data)))], ["Default"], "at first")
        identity = works(programs.run("workspace", "create", "Zweite Fläche", data=data)).strip()
        need(f"{identity}\tZweite Fläche\n" in works(programs.run("workspace", "list", data=data)), "workspace list")
        works(programs.run("import", "--workspace", identity, SAMPLE, data=data))
        equal(works(programs.run("list", data=data)), "", "the default workspace is still empty")
        need(works(programs.run("list", "--workspace", identity, data=data)), "the other one is not")
    both_ways(programs, "spaces", check)


def flows_go_in_and_out(programs):
    def check(data):
        line = works(programs.run("import", SAMPLE, data=data))
        identity, kind, _ = line.rstrip("\n").split("\t")
        equal(kind, "conversation-flow", "kind")
        rows = [row.split("\t") for row in works(programs.run("list", data=data)).splitlines()]
        equal({row[1] for row in rows}, {"chatbot", "conversation-flow"}, "the flow and the chatbot made for it")
        equal([row[0] for row in rows if row[1] == kind], [identity], "id")
        equal({row[2] for row in rows}, {"draft"}, "status")
        equal(len(json.loads(works(programs.run("list", "--kind", "chatbot", "--json", data=data)))), 1, "one chatbot")
        shown = json.loads(works(programs.run("show", identity, data=data)))
        equal(shown["id"], identity, "show")
        equal(works(programs.run("export", identity, data=data)), SAMPLE.read_text(encoding="utf-8"), "export in the format of origin")

        target = programs.scratch / f"out-{data.name}.json"
        works(programs.run("export", identity, "-o", target, data=data))
        equal(target.read_text(encoding="utf-8"), SAMPLE.read_text(encoding="utf-8"), "export -o")
        works(programs.run("export", identity, "--format=jackfield", "-o", target, data=data))
        works(programs.run("import", "--into", shown["parent"], target, data=data))
        equal(len(json.loads(works(programs.run("list", "--kind", "conversation-flow", "--json", data=data)))), 2, "a second one")
        fails(programs.run("export", identity, "--format", "nonsense", data=data), 2, "nonsense", "origin")
        fails(programs.run("export", identity, "-o", "/proc/no/such", data=data), 2, "/proc/no/such")
        works(programs.run("delete", identity, data=data))
        for words in (["delete", identity], ["show", identity], ["export", identity], ["show", "nonsense"],
                      ["import", "--into", "nonsense", SAMPLE]):
            fails(programs.run(*words, data=data), 1)
    both_ways(programs, "flows", check)


def an_unreadable_file_imports_nothing(programs):
    bad = write(programs, "bad.json", '{\n  "nodes": [,]\n}')

    def check(data):
        done = programs.run("import", SAMPLE, bad, data=data)
        fails(done, 2, f"{bad}:2:13: error: ", "[invalid_json]")
        equal(done.out, "", "stdout")
        equal(works(programs.run("list", data=data)), "", "nothing is stored")
        fails(programs.run("import", programs.scratch / "missing.json", data=data), 2, "missing.json")
        fails(programs.run("import", write(programs, "other.json", {"a": 1}), data=data), 2, "other.json: error: ")
        fails(programs.run("import", "--as", "nonsense", SAMPLE, data=data), 2, "nonsense")
    both_ways(programs, "unreadable", check)


def names_with_control_characters_stay_on_their_line(programs):
    data = programs.folder("names")
    service = programs.serve(data)
    client = Client(service, programs.key(data))
    make_chatbot(client, "a\u001b]0;x\u0007 \u202e b\u2028c")
    client.close()
    out = works(programs.run("list", data=data))
    equal(out.count("\n"), 1, "one line")
    need(not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u202e]", out), f"{out!r} is harmless")
    service.stop()
    equal([c for c in service.log_text() if c < " " and c != "\n"], [], "control characters in the log")


def validate_needs_no_folder_and_says_where(programs):
    good = write(programs, "good.json", CHATBOT)
    broken = write(programs, "broken.json", {"nodes": [{"id": "start", "type": "start", "data": {}}],
                                             "edges": [{"id": "e", "source": "start", "target": "gone"}]})
    cut = write(programs, "cut.json", '{"nodes": [')
    nowhere = dict(os.environ, XDG_DATA_HOME="/proc/nowhere")
    equal(programs.run("validate", good, env=nowhere).returncode, 0, "a good file")
    done = programs.run("validate", good, broken, env=nowhere)
    equal(done.returncode, 1, f"a broken file: {done.out}{done.err}")
    lines = [line for line in done.out.splitlines() if ": error: " in line]
    need(lines and all(re.fullmatch(re.escape(str(broken)) + r":\d+:\d+: error: .+ \[[a-z-]+\]", line) for line in lines), f"{lines}")
    edge_line = broken.read_text().splitlines().index('  "edges": [') + 1
    need(any(int(line.split(":")[1]) >= edge_line for line in lines), f"the line of the edge, {edge_line}: {lines}")
    found = json.loads(programs.run("validate", "--json", broken, env=nowhere).out)
    equal(found["valid"], False, "valid")
    equal(set(found["errors"][0]), {"path", "message", "code", "pointer", "line", "column"}, "members")
    equal(found["errors"][0]["path"], str(broken), "path")
    done = programs.run("validate", cut, env=nowhere)
    equal(done.returncode, 2, "an unreadable file")
    need(f"{cut}:1:12: error: " in done.out, f"line and column: {done.out}")
    equal(json.loads(programs.run("validate", "--json", cut, good, env=nowhere).out)["valid"], False, "valid with an unreadable file")
    fails(programs.run("validate", "--kind", "nonsense", good), 2, "nonsense")
    equal(programs.run("validate", "--kind", "whatsapp-flow", good).returncode, 2, "taken for another kind")


def a_second_service_is_refused(programs):
    data = programs.folder("second")
    service = programs.serve(data)
    done = programs.run("serve", "--listen", "127.0.0.1:0", data=data)
    fails(done, 3, str(service.pid), service.address)
    equal(done.out, "", "stdout")


def a_taken_port_is_refused(programs):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = programs.run("serve", "--listen", f"127.0.0.1:{port}", data=programs.folder("port"))
        fails(done, 3, str(port), "--listen")
        equal(done.out, "", "stdout")
        fails_doctor(programs, port)


def fails_doctor(programs, port):
    done = programs.run("doctor", "--listen", f"127.0.0.1:{port}", data=programs.folder("doctor-port"))
    equal(done.returncode, 3, "doctor with a taken port")
    need(re.search(rf"^wrong  port: 127\.0\.0\.1:{port} .*--listen", done.out, re.MULTILINE), done.out)


def doctor_says_what_to_do(programs):
    free = ("--listen", "127.0.0.1:0")
    data = programs.folder("doctor")
    out = works(programs.run("doctor", *free, data=data / "not-there"))
    need("not there yet" in out and not (data / "not-there").exists(), f"a missing folder is left missing: {out}")
    works(programs.run("list", data=data))
    need("database: " in works(programs.run("doctor", *free, data=data)), "a sound database")
    service = programs.serve(data)
    out = works(programs.run("doctor", data=data))
    need(f"process {service.pid}, served at {service.address}" in out and "answers" in out, out)
    service.process.send_signal(signal.SIGSTOP)
    out = programs.run("doctor", data=data)
    service.process.send_signal(signal.SIGCONT)
    equal(out.returncode, 3, f"an owner that hangs: {out.out}")
    service.stop()
    data.chmod(0o755)
    done = programs.run("doctor", *free, data=data)
    equal(done.returncode, 3, "open permissions")
    need("chmod 700" in done.out, done.out)
    data.chmod(0o700)
    (data / "jackfield.db").write_bytes(b"this is no database" * 100)
    done = programs.run("doctor", *free, data=data)
    equal(done.returncode, 3, "a damaged database")
    need("wrong  database" in done.out and "backups" in done.out, done.out)
    fails(programs.run("list", data=data), 3, "damaged")
    fails(programs.run("serve", data=data), 3, "damaged")
    fails(programs.run("list", data="/proc/no/such"), 3, "/proc/no/such")


def a_left_over_lock_is_taken_over(programs):
    data = programs.folder("lock")
    programs.serve(data).kill()
    works(programs.run("list", data=data))
    need(programs.serve(data).start_seconds < 2, "starting over a left-over lock and socket")


def locale_and_terminal_do_not_matter(programs):
    data = programs.folder("locale")
    bare = {"PATH": os.environ["PATH"], "LC_ALL": "C", "HOME": str(programs.scratch)}
    done = programs.run("workspace", "create", "Größe 日本", data=data, env=bare)
    equal((done.returncode, done.err), (0, ""), "under LC_ALL=C")
    need("Größe 日本" in programs.run("workspace", "list", data=data, env=bare).out, "UTF-8 in and out")
    odd = write(programs, "ünïcode – 流.json", SAMPLE.read_text(encoding="utf-8"))
    equal(programs.run("import", odd, data=data, env=bare).returncode, 0, "a file name in UTF-8")
    home = programs.run("list", env=bare)
    equal((home.returncode, home.err), (0, ""), "the default folder")
    need((programs.scratch / ".local/share/jackfield/jackfield.db").exists(), "$HOME/.local/share/jackfield")
    equal(oct((programs.scratch / ".local/share/jackfield").stat().st_mode & 0o777), "0o700", "its permissions")


def log_has_one_json_object_a_line(programs):
    data = programs.folder("log")
    service = programs.serve(data, "--log-json")
    key = programs.key(data)
    client = Client(service, key)
    for _ in range(25):
        client.ask("GET", "/v1/chatbots")
    client.ask("GET", f"/nowhere?key={key}")
    client.close()
    service.stop()
    text = service.log_text()
    entries = [json.loads(line) for line in text.splitlines()]
    exchanges = [entry for entry in entries if "status" in entry]
    equal([entry["status"] for entry in exchanges], [200] * 25 + [404], "one line for each exchange")
    equal(exchanges[0]["method"], "GET", "method")
    need(key not in text, "the key is in the log")


def rate_limits_are_a_switch(programs):
    data = programs.folder("rates")
    client = Client(programs.serve(data, "--rate-limits", "sarufi"), programs.key(data))
    equal([client.ask("GET", "/v1/chatbots")[0] for _ in range(3)], [200] * 3, "an API that is not limited")
    answers = []
    while 429 not in answers and len(answers) < 20:
        answers.append(client.ask("GET", "/api/dev/v1/me")[0])
    equal(answers[-1], 429, "one read a second")
    equal(client.headers["Retry-After"], "1", "Retry-After")
    client.close()


def a_service_without_a_window_says_so(programs):
    data = programs.folder("window")
    programs.serve(data)
    with socket.socket(socket.AF_UNIX) as control:
        control.connect(str(data / "control"))
        request = json.dumps({"command": "open", "files": []}).encode()
        control.sendall(struct.pack(">I", len(request)) + request)
        with control.makefile("rb") as answers:
            answer = json.loads(answers.read(struct.unpack(">I", answers.read(4))[0]))
    equal(answer["error"]["code"], "no_window", "the answer to a second window")
    equal(oct((data / "control").stat().st_mode & 0o777), "0o700", "permissions of the socket")


def serve_prints_one_line_and_outlives_its_readers(programs):
    data = programs.folder("line")
    service = programs.serve(data)
    key = programs.key(data)
    service.process.stdout.close()
    client = Client(service, key)
    equal(client.ask("GET", "/v1/chatbots")[0], 200, "after the reader of stdout has gone")
    client.close()
    pathlib.Path(f"/proc/{service.pid}").stat()
    service.process.send_signal(signal.SIGTERM)
    equal(service.process.wait(3), 0, "exit code")


run_tests([wrong_use_is_2_with_usage_on_stderr, help_and_version_go_to_stdout, serve_help_names_every_limit,
           keys_are_made_listed_and_revoked, revoked_keys_stop_at_once, workspaces_are_apart, flows_go_in_and_out,
           an_unreadable_file_imports_nothing, names_with_control_characters_stay_on_their_line,
           validate_needs_no_folder_and_says_where, a_second_service_is_refused, a_taken_port_is_refused, doctor_says_what_to_do,
           a_left_over_lock_is_taken_over, locale_and_terminal_do_not_matter, log_has_one_json_object_a_line,
           rate_limits_are_a_switch, a_service_without_a_window_says_so,
           serve_prints_one_line_and_outlives_its_readers])
