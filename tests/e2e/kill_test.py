# SPDX-FileCopyrightText: 2026 The Jackfield authors
# SPDX-License-Identifier: Apache-2.0
"""kill -9 at random moments under a stream of writes: every acknowledged write is there afterwards."""

import os
import random
import sys
import time

from support import Client, Writers, check_database, equal, make_chatbot, need, run_tests

ROUNDS = int(os.environ.get("JACKFIELD_KILLS", "15"))
CLIENTS = 4
LONGEST_START_SECONDS = 2.0


def acknowledged_writes_survive_kills(programs):
    seed = int(os.environ.get("JACKFIELD_SEED", str(time.time_ns() % 1_000_000)))
    print(f"      seed {seed}: repeat with JACKFIELD_SEED={seed}")
    moments = random.Random(seed)
    data = programs.folder("kill")
    key = programs.key(data)
    service = programs.serve(data)
    client = Client(service, key)
    bots = [make_chatbot(client, "number 0", nodes=10) for _ in range(CLIENTS)]
    client.close()

    starts, writes, number = [], 0, 1
    for _ in range(ROUNDS):
        writers = Writers(service, key, bots)
        writers.start(number)
        time.sleep(moments.uniform(0.02, 0.6))
        service.kill()
        writers.finish()
        equal(writers.refusals, [], "refused writes")
        writes += writers.writes
        number = max(sent or 0 for sent in writers.sent.values()) + 1

        service = programs.serve(data)
        starts.append(service.start_seconds)
        need(service.start_seconds < LONGEST_START_SECONDS, f"starting after the kill took {service.start_seconds:.2f} s")
        writers.check_kept(service, key)
        check_database(data)
    need(writes > ROUNDS, f"only {writes} writes were acknowledged: this tested nothing")
    seconds, code = service.stop()
    equal(code, 0, "exit code of the last stop")
    print(f"      {ROUNDS} kills, {writes} acknowledged writes, 0 lost; start after a kill at most {max(starts) * 1000:.0f} ms, "
          f"median {sorted(starts)[len(starts) // 2] * 1000:.0f} ms; last stop {seconds * 1000:.0f} ms", file=sys.stdout)


run_tests([acknowledged_writes_survive_kills])
