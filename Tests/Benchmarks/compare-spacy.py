#!/usr/bin/env python3
"""Compares the speed of counterweight with that of a blank English spaCy pipeline on the same small documents.

usage: Tests/Benchmarks/compare-spacy.py [--program PATH] [--megabytes N] [--runs N] [FOLDER]

Both read the same plain-text files of FOLDER (Corpora/samples when none is named), in pieces of a few pages, again and
again until there are N megabytes. spaCy gets its tokenizer, its sentencizer and a PhraseMatcher with 3,000 phrases of
the lexicon; the time to import and prepare it is left out. counterweight judges and writes one line a finding; the time
of a run over an almost empty document is taken off, so that its start is left out too. Both are held to one core.
Prints megabytes a CPU second of both, medians of runs taken in turn, and the ratio of the medians.
Needs: pip install spacy
"""

import argparse
import os
import pathlib
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
PHRASES = 3000
SIZE = 20_000


def phrases():
    """Plain phrases of the lexicon: entries without notation, in order of file and line."""
    found = []
    for file in sorted((ROOT / "Lexicons" / "en").glob("*.yaml")):
        for line in file.read_text(encoding="utf-8").splitlines():
            match = re.match(r'\s+- (?:\{pattern: )?"?([^"{}]+)"?', line)
            words = re.sub(r"\[([^|\]]*)[^\]]*\]|[+*?,…~]|<\d+>|@\w+", r" \1 ", match.group(1)) if match else ""
            words = " ".join(words.split())
            if re.fullmatch(r"[A-Za-z' -]{3,60}", words):
                found.append(words)
    return list(dict.fromkeys(found))[:PHRASES]


def documents(folder, megabytes):
    """Pieces of the folder's text files of about SIZE bytes, again and again up to that many megabytes."""
    pieces = []
    for file in sorted(folder.rglob("*.txt")):
        piece = ""
        for paragraph in file.read_text(encoding="utf-8", errors="replace").split("\n\n"):
            piece += paragraph + "\n\n"
            if len(piece) > SIZE:
                pieces.append(piece)
                piece = ""
        if piece.strip():
            pieces.append(piece)
    if not pieces:
        sys.exit(f"{folder}: holds no .txt file")
    chosen = []
    size = 0
    while size < megabytes * 1e6:
        chosen.append(pieces[len(chosen) % len(pieces)])
        size += len(chosen[-1].encode())
    return chosen, size / 1e6


def children_time():
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def run_counterweight(program, path, output):
    start = children_time()
    command = [program, "check", "--exit-zero", "--quiet", "--format", "concise", "-o", output, path]
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
    return children_time() - start


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", nargs="?", default=ROOT / "Corpora" / "samples", type=pathlib.Path)
    parser.add_argument("--program", default=str(ROOT / ".build" / "release" / "counterweight"))
    parser.add_argument("--megabytes", type=float, default=4)
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    if not shutil.which(options.program):
        sys.exit(f"{options.program}: is not there; run make build first, or name it with --program")
    try:
        import spacy
        from spacy.matcher import PhraseMatcher
    except ImportError:
        sys.exit("spaCy is not installed; run: pip install spacy")
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    texts, size = documents(options.folder, options.megabytes)
    pipeline = spacy.blank("en")
    pipeline.add_pipe("sentencizer")
    pipeline.max_length = 10**8
    matcher = PhraseMatcher(pipeline.vocab, attr="LOWER")
    known = phrases()
    matcher.add("phrase", list(pipeline.tokenizer.pipe(known)))
    print(f"{len(texts)} documents, {size:.1f} MB; {len(known)} phrases for spaCy {spacy.__version__}", flush=True)
    with tempfile.TemporaryDirectory() as name:
        place = pathlib.Path(name)
        (place / "many").mkdir()
        for index, text in enumerate(texts):
            (place / "many" / f"{index:06}.txt").write_text(text, encoding="utf-8")
        (place / "empty.txt").write_text("Title\n", encoding="utf-8")
        output = str(place / "findings")
        # The first run may compile the lexicon.
        run_counterweight(options.program, str(place / "empty.txt"), output)
        rates = {"counterweight": [], "spaCy": []}
        for _ in range(options.runs):
            idle = run_counterweight(options.program, str(place / "empty.txt"), output)
            whole = run_counterweight(options.program, str(place / "many"), output)
            rates["counterweight"].append(size / (whole - idle))
            start = time.process_time()
            for text in texts:
                matcher(pipeline(text))
            rates["spaCy"].append(size / (time.process_time() - start))
    medians = {name: statistics.median(values) for name, values in rates.items()}
    for name, values in rates.items():
        print(f"{name:14}{medians[name]:8.2f} MB a CPU second ({min(values):.2f} to {max(values):.2f})")
    print(f"{'ratio':14}{medians['counterweight'] / medians['spaCy']:8.2f}")


if __name__ == "__main__":
    main()
