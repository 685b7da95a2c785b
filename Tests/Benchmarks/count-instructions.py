#!/usr/bin/env python3
"""Counts the instructions that judging takes for each byte of the samples, and fails when they grow.

usage: Tests/Benchmarks/count-instructions.py [--program PATH] [--record]

Runs counterweight-bench in callgrind twice: once it loads the lexicon and reads nothing, once it judges every document
of Corpora/samples. The difference, divided by the bytes of the documents, is the figure. Unlike a time it is the same
on a busy machine, so a small growth shows. Tests/Benchmarks/instructions.json holds the figure that was kept and the
part by which a measurement may exceed it; --record keeps the figure that was measured. Exit codes: 0 within the limit,
1 above it, 2 it could not be measured. A machine without valgrind gets a message and 0.
"""

import argparse
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
KEPT = pathlib.Path(__file__).with_name("instructions.json")
RESOURCES = "Counterweight_Lexicons.resources"


def fail(message):
    print(f"count-instructions: {message}", file=sys.stderr)
    sys.exit(2)


def prepared(program, folder):
    """A copy of the program without what debuggers need, which callgrind of some versions cannot read."""
    copy = folder / program.name
    subprocess.run(["strip", "-g", "-o", copy, program], check=True)
    shutil.copytree(program.resolve().parent / RESOURCES, folder / RESOURCES)
    return copy


def instructions(program, arguments, environment, *options):
    command = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *options]
    run = subprocess.run([*command, program, "--measure", *arguments], env=environment, capture_output=True, text=True)
    found = re.search(r"Collected : (\d+)", run.stderr)
    if run.returncode != 0 or not found:
        fail(f"valgrind could not run {program.name}:\n{run.stderr[-2000:]}")
    return int(found.group(1))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", type=pathlib.Path, default=ROOT / ".build/release/counterweight-bench")
    parser.add_argument("--record", action="store_true", help="keep the figure that is measured")
    options = parser.parse_args()
    for tool, package in [("valgrind", "valgrind"), ("strip", "binutils")]:
        if not shutil.which(tool):
            print(f"instructions a byte: not counted, since {tool} is missing. On Debian: apt-get install {package}")
            return 0
    if not options.program.exists():
        fail(f"{options.program}: is not there; build it with: make bench")
    samples = ROOT / "Corpora" / "samples"
    documents = sorted(path for path in samples.iterdir() if path.suffix in (".txt", ".html", ".xml"))
    size = sum(path.stat().st_size for path in documents)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        program = prepared(options.program, folder)
        # Sets and dictionaries keep one order. The lexicon comes from a cache of its own, which the first run fills; it
        # has to be run in valgrind too, since the cache is kept for each program that asks for it.
        environment = os.environ | {"SWIFT_DETERMINISTIC_HASHING": "1", "XDG_CACHE_HOME": str(folder / "cache")}
        instructions(program, ["idle"], environment, "--instr-atstart=no")
        idle = instructions(program, ["idle"], environment)
        whole = instructions(program, ["judge", *map(str, documents)], environment)
    figure = round((whole - idle) / size)
    kept = json.loads(KEPT.read_text()) if KEPT.exists() else None
    if options.record:
        kept = {"instructions_per_byte": figure, "tolerance": kept["tolerance"] if kept else 0.05}
        KEPT.write_text(json.dumps(kept, indent=2) + "\n")
    if kept is None:
        fail(f"{KEPT.name}: is not there; make it with --record")
    limit = round(kept["instructions_per_byte"] * (1 + kept["tolerance"]))
    print(
        f"instructions a byte: {figure} over {len(documents)} documents of {size} bytes;"
        f" kept {kept['instructions_per_byte']}, limit {limit}; the load of the lexicon takes {idle / 1e6:.0f} million"
    )
    if figure > limit:
        print(f"count-instructions: {figure} is above {limit}; find what grew, or --record it", file=sys.stderr)
        return 1
    if figure < kept["instructions_per_byte"] * (1 - kept["tolerance"]):
        print("count-instructions: clearly fewer than kept; keep the new figure with --record")
    return 0


if __name__ == "__main__":
    sys.exit(main())
