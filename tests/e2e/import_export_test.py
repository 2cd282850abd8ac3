# SPDX-FileCopyrightText: 2026 The Jackfield authors
# SPDX-License-Identifier: Apache-2.0
"""Files of the corpus: what is imported is exported again, token for token; what is broken is refused and stores nothing."""

import json
import re

from support import CORPUS, Skip, equal, need, run_tests

FOLDERS = ("flowise", "langflow", "flownally", "sarufi", "sarufi-api", "whatsapp-flow", "bimpe")
# What the grammar of JSON and the limits for files refuse, by the first letter of the nasty files' names.
GRAMMAR = re.compile(r"^(g|e)_")


class Number(str):
    """A number as it was written."""


def tokens(text):
    """The document with its order of members and its spelling of numbers; spaces do not count."""
    return json.loads(text, object_pairs_hook=lambda pairs: ("object", pairs), parse_int=Number, parse_float=Number)


def stored(programs, data):
    return json.loads(programs.run("list", "--json", data=data).out)


def files_come_back_as_they_went_in(programs):
    if not CORPUS.is_dir():
        raise Skip(f"no corpus in {CORPUS}")
    data = programs.folder("corpus")
    programs.serve(data)
    same, several, unknown, different = 0, 0, [], []
    for folder in FOLDERS:
        for file in sorted((CORPUS / folder).glob("*.json")):
            done = programs.run("import", file, data=data)
            if done.returncode == 2 and "[not_recognised]" in done.err:
                unknown.append(f"{folder}/{file.name}")
                continue
            equal(done.returncode, 0, f"import {file}: {done.err}")
            flows = [line.split("\t")[0] for line in done.out.splitlines()]
            need(flows, f"import {file} printed nothing")
            if len(flows) > 1:
                several += 1
            for identity in flows:
                exported = programs.run("export", identity, data=data)
                equal(exported.returncode, 0, f"export of {file}: {exported.err}")
                original = tokens(file.read_text(encoding="utf-8-sig"))
                if tokens(exported.out) != original:
                    different.append(f"{folder}/{file.name} ({len(flows)} flows)")
                else:
                    same += 1
    equal(different, [], "files that come back changed")
    need(same > 40, f"only {same} flows came back: the corpus is not what it was")
    print(f"      {same} flows the same, {several} files with several flows; not recognised: {', '.join(unknown)}")


def nasty_files_store_nothing(programs):
    nasty = CORPUS / "nasty"
    if not nasty.is_dir():
        raise Skip(f"no corpus in {nasty}")
    data = programs.folder("nasty")
    programs.serve(data)
    refused = taken = 0
    for line in (nasty / "expectations.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        name, kind, expected, why = line.split("\t")
        if kind != "import" and not GRAMMAR.match(name):
            continue
        before = len(stored(programs, data))
        done = programs.run("import", nasty / name, data=data)
        need(done.returncode in (0, 2), f"{name}: exit {done.returncode}, {done.err}")
        need(not re.search("[\x00-\x09\x0b-\x1f]", done.err), f"{name}: control characters in {done.err!r}")
        if done.returncode == 0:
            need(expected in ("2xx", "any"), f"{name} was imported although: {why}")
            taken += 1
            continue
        refused += 1
        equal(len(stored(programs, data)), before, f"{name} stored something")
        equal(done.out, "", f"{name}: stdout")
        if "[invalid_" in done.err or "[duplicate_key]" in done.err:
            need(re.search(r":\d+:\d+: error: ", done.err), f"{name}: no line and column in {done.err!r}")
    need(refused > 60, f"only {refused} files were refused")
    print(f"      {refused} refused, {taken} taken")


run_tests([files_come_back_as_they_went_in, nasty_files_store_nothing])
