#!/usr/bin/env python3
"""Compares the speed of counterweight with that of a blank English spaCy pipeline on the same small documents.

usage: Tests/Benchmarks/compare-spacy.py [--program PATH] [--copies N] [FOLDER]

Both read the same plain-text files of FOLDER (Corpora/samples when none is named), copied until there are many.
spaCy gets its tokenizer, its sentencizer and a PhraseMatcher with 3,000 phrases of the lexicon; the time to import
and prepare it is left out. counterweight gets its whole pipeline, and the time of a run over a single document is
taken off, so that its start is left out too. Prints megabytes a CPU second of both and their ratio, the median of
three runs taken in turn. Needs: pip install spacy
"""

import argparse
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
RUNS = 3
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


def documents(folder, copies):
    """Pieces of the folder's text files of about SIZE bytes, each so many times."""
    pieces = []
    for file in sorted(folder.glob("*.txt")):
        piece = ""
        for paragraph in file.read_text(encoding="utf-8", errors="replace").split("\n\n"):
            piece += paragraph + "\n\n"
            if len(piece) > SIZE:
                pieces.append(piece)
                piece = ""
        if piece.strip():
            pieces.append(piece)
    return pieces * copies


def children_time():
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def run_counterweight(program, paths, output):
    start = children_time()
    command = [program, "check", "--exit-zero", "--format", "jsonl", "-o", output, *paths]
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
    return children_time() - start


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", nargs="?", default=ROOT / "Corpora" / "samples", type=pathlib.Path)
    parser.add_argument("--program", default=str(ROOT / ".build" / "release" / "counterweight"))
    parser.add_argument("--copies", type=int, default=20)
    options = parser.parse_args()
    if not shutil.which(options.program):
        sys.exit(f"{options.program}: is not there; run make build first, or name it with --program")
    try:
        import spacy
        from spacy.matcher import PhraseMatcher
    except ImportError:
        sys.exit("spaCy is not installed; run: pip install spacy")
    texts = documents(options.folder, options.copies)
    if not texts:
        sys.exit(f"{options.folder}: holds no .txt file")
    size = sum(len(text.encode()) for text in texts) / 1e6
    pipeline = spacy.blank("en")
    pipeline.add_pipe("sentencizer")
    pipeline.max_length = 10**8
    matcher = PhraseMatcher(pipeline.vocab, attr="LOWER")
    known = phrases()
    matcher.add("phrase", list(pipeline.tokenizer.pipe(known)))
    print(f"{len(texts)} documents, {size:.1f} MB; {len(known)} phrases for spaCy {spacy.__version__}")
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for index, text in enumerate(texts):
            path = pathlib.Path(folder) / f"{index:06}.txt"
            path.write_text(text, encoding="utf-8")
            paths.append(str(path))
        output = str(pathlib.Path(folder) / "out.jsonl")
        run_counterweight(options.program, paths[:1], output)
        rates = {"counterweight": [], "spaCy": []}
        for _ in range(RUNS):
            idle = run_counterweight(options.program, paths[:1], output)
            whole = run_counterweight(options.program, paths, output)
            rates["counterweight"].append(size / (whole - idle))
            start = time.process_time()
            for text in texts:
                matcher(pipeline(text))
            rates["spaCy"].append(size / (time.process_time() - start))
    for name, values in rates.items():
        print(f"{name:14}{statistics.median(values):8.2f} MB a CPU second")
    pairs = [ours / theirs for ours, theirs in zip(rates["counterweight"], rates["spaCy"])]
    print(f"{'ratio':14}{statistics.median(pairs):8.2f}")


if __name__ == "__main__":
    main()
