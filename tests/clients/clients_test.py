# SPDX-FileCopyrightText: 2026 The Jackfield authors
# SPDX-License-Identifier: Apache-2.0
"""Clients generated from the descriptions that a running service gives out do their work; the descriptions are clean.

clients_test.py PROGRAMS WORK: packages, generated files and everything else that is made go into the folder WORK.
"""

import json
import pathlib
import shutil
import subprocess
import sys
import urllib.request

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "e2e"))

from support import Skip, need, run_tests  # noqa: E402

WORK = pathlib.Path(sys.argv.pop(2)).resolve()


def run(*words):
    command = ["npx", "--no-install", *words] if words[0] not in ("npm", "node") else list(words)
    done = subprocess.run(command, cwd=WORK, capture_output=True, text=True, timeout=900, check=False)
    need(done.returncode == 0, f"{' '.join(words)}:\n{done.stdout}{done.stderr}")
    return done.stdout


def packages():
    """The sources and their packages in WORK; installed once, and again when package.json changes."""
    if shutil.which("npm") is None or shutil.which("node") is None:
        raise Skip("no npm: install nodejs and npm to generate clients")
    WORK.mkdir(parents=True, exist_ok=True)
    wanted = (HERE / "package.json").read_text()
    installed = WORK / "installed.json"
    for name in ("package.json", "tsconfig.json", "spectral.yaml"):
        shutil.copy(HERE / name, WORK / name)
    for folder in ("scenarios", "generated", "descriptions", "out"):
        shutil.rmtree(WORK / folder, ignore_errors=True)
    shutil.copytree(HERE / "scenarios", WORK / "scenarios")
    if not installed.exists() or installed.read_text() != wanted:
        run("npm", "install", "--ignore-scripts", "--no-audit", "--no-fund", "--no-package-lock")
        installed.write_text(wanted)


def descriptions(service):
    """Each description as the service gives it out, by name; "all" is the one of every API."""
    def fetch(path):
        with urllib.request.urlopen(service.address + path, timeout=20) as answer:
            return answer.read()
    found = {api["name"]: fetch(api["description"]) for api in json.loads(fetch("/"))["apis"]}
    found["all"] = fetch("/api/jackfield/v1/openapi.json")
    (WORK / "descriptions").mkdir(exist_ok=True)
    for name, text in found.items():
        (WORK / "descriptions" / f"{name}.json").write_bytes(text)
    return list(found)


def descriptions_are_clean(programs):
    packages()
    for name in descriptions(programs.serve(programs.folder("clean"))):
        run("spectral", "lint", "--ruleset", "spectral.yaml", "--fail-severity", "hint", f"descriptions/{name}.json")


def generated_clients_do_their_work(programs):
    packages()
    data = programs.folder("clients")
    service = programs.serve(data)
    names = descriptions(service)
    for name in names:
        run("openapi-typescript", f"descriptions/{name}.json", "--output", f"generated/{name}.d.ts")
    run("tsc")
    keys = {}
    for name in names:
        if name != "all":
            made = programs.run("key", "create", "--api", "all" if name == "jackfield" else name, data=data)
            need(made.returncode == 0, made.err)
            keys[name] = made.out.strip()
    print(run("node", "out/scenarios/main.js", service.address, json.dumps(keys)), end="")


run_tests([descriptions_are_clean, generated_clients_do_their_work])
