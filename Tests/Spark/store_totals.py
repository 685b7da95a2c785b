"""Prints the figures of a store as `judge.py` writes them to `totals.csv`.

    counterweight store export corpus.db | python3 store_totals.py
"""

import collections
import hashlib
import json
import sys

SUMS = {"controls", "counterweights", "safeguarded-controls", "values"}


def main():
    counts = collections.Counter({(name, ""): 0 for name in SUMS | {"documents", "failed", "passages", "words"}})
    current = {}
    versions = []
    digests = []
    measures = []
    for line in sys.stdin:
        row = json.loads(line)
        if row["table"] == "document":
            if row["error"] is None:
                current[row["path"]] = row["version"]
            else:
                counts["failed", ""] += 1
        elif row["table"] == "version":
            versions.append(row)
        elif row["table"] == "profile":
            measures.append(row)
    for row in versions:
        if current.get(row["path"]) != row["version"]:
            continue
        counts["documents", ""] += 1
        counts["words", ""] += row["words"]
        counts["passages", ""] += row["passages"]
        digests.append(f"{row['path']} {row['digest']}\n")
    for row in measures:
        known = row["measure"] in SUMS or row["measure"] in ("findings-by-band", "findings-by-rule", "isolation")
        if known and current.get(row["path"]) == row["version"]:
            counts[row["measure"], row["key"]] += int(row["value"])
    rows = [(measure, key, value) for (measure, key), value in counts.items()]
    rows.append(("digest", "", hashlib.sha256("".join(sorted(digests)).encode("utf-8")).hexdigest()))
    print("measure,key,value")
    for row in sorted(rows):
        print(",".join(map(str, row)))


main()
