"""Judges a corpus on a Spark cluster, with one `counterweight stream` for each partition.

    spark-submit judge.py INPUT… --output DIR [--input files|jsonl|warc] [--program counterweight] [--partitions N]

Writes two Parquet tables below DIR, `findings` and `profiles`, and `totals.csv`, whose figures are those of
`counterweight scan` over the same documents with the same lexicon. A document that cannot be judged is a row of
`profiles` with its error. Inputs must be at the same path on every machine; the program must be installed there.
"""

import argparse
import base64
import hashlib
import json
import os
import shlex
import subprocess

from pyspark import StorageLevel
from pyspark.sql import SparkSession, functions as f
from pyspark.sql.types import (
    ArrayType, DoubleType, LongType, MapType, StringType, StructField, StructType,
)


def struct(**fields):
    return StructType([StructField(name, kind) for name, kind in fields.items()])


PROFILE = struct(
    band=StringType(), findings_by_band=MapType(StringType(), LongType()),
    findings_by_rule=MapType(StringType(), LongType()), values=LongType(), counterweights=LongType(),
    controls=LongType(), safeguarded_controls=LongType(), isolation=ArrayType(LongType()))
DOCUMENT = struct(
    path=StringType(), sha256=StringType(), encoding=StringType(), language=StringType(), kind=StringType(),
    title=StringType(), words=LongType(), passages=LongType(), profile=PROFILE)
FINDING = struct(
    rule=StringType(), name=StringType(), band=StringType(), score=LongType(), confidence=DoubleType(),
    stance=StringType(), message=StringType(), fingerprint=StringType(),
    location=struct(line=LongType(), column=LongType(), byte=ArrayType(LongType())),
    quote=struct(exact=StringType()))
ANSWER = struct(
    id=StringType(), error=StringType(), digest=StringType(), documents=ArrayType(DOCUMENT),
    findings=ArrayType(FINDING))


def files_below(paths, program):
    """The files that `scan` would judge, by the paths that it gives them."""
    run = subprocess.run([program, "scan", "--list", "--", *paths], stdout=subprocess.PIPE, check=True, text=True)
    return run.stdout.splitlines()


def line_of_file(path):
    with open(path, "rb") as file:
        content = base64.b64encode(file.read()).decode("ascii")
    return json.dumps({"id": path, "path": path, "base64": content})


def lines_of_archive(path):
    """The answers of servers in a WARC file, with their addresses as ids. Needs the package `warcio`."""
    from warcio.archiveiterator import ArchiveIterator

    with open(path, "rb") as file:
        for record in ArchiveIterator(file):
            if record.rec_type not in ("response", "resource"):
                continue
            headers = record.http_headers or record.rec_headers
            yield json.dumps({
                "id": record.rec_headers.get_header("WARC-Target-URI"),
                "media_type": headers.get_header("Content-Type"),
                "base64": base64.b64encode(record.content_stream().read()).decode("ascii"),
            })


def lines(spark, options):
    """The lines for `counterweight stream`, spread over the partitions."""
    context = spark.sparkContext
    count = options.partitions or context.defaultParallelism
    if options.input == "jsonl":
        rows = spark.read.text(options.paths).rdd.map(lambda row: row.value)
        return rows.repartition(options.partitions) if options.partitions else rows
    paths = files_below(options.paths, shlex.split(options.program)[0])
    spread = context.parallelize(paths, max(1, min(count, len(paths))))
    return spread.map(line_of_file) if options.input == "files" else spread.flatMap(lines_of_archive)


def totals(profiles):
    """Figures over all documents as (measure, key, value), in order."""
    rows = []
    judged = profiles.where(f.col("error").isNull())
    sums = judged.agg(
        f.count("*").alias("documents"), *[
            f.sum(name).alias(name.replace("_", "-"))
            for name in ("words", "passages", "values", "counterweights", "controls", "safeguarded_controls")
        ]).first().asDict()
    rows += [(measure, "", value or 0) for measure, value in sums.items()]
    rows.append(("failed", "", profiles.count() - sums["documents"]))
    for column in ("findings_by_band", "findings_by_rule"):
        counted = judged.select(f.explode(column).alias("key", "value")).groupBy("key").agg(f.sum("value").alias("value"))
        rows += [(column.replace("_", "-"), row["key"], row["value"]) for row in counted.collect() if row["value"]]
    graded = judged.select(f.posexplode("isolation").alias("key", "value")).groupBy("key").agg(
        f.sum("value").alias("value"))
    rows += [("isolation", str(row["key"]), row["value"]) for row in graded.collect() if row["value"]]
    digests = sorted(f"{row['id']} {row['digest']}\n" for row in judged.select("id", "digest").toLocalIterator())
    rows.append(("digest", "", hashlib.sha256("".join(digests).encode("utf-8")).hexdigest()))
    return sorted(rows)


def main():
    parser = argparse.ArgumentParser(description="Judge a corpus on a Spark cluster.")
    parser.add_argument("paths", nargs="+", metavar="INPUT")
    parser.add_argument("--output", required=True, help="folder for the tables; it may not exist yet")
    parser.add_argument("--input", choices=["files", "jsonl", "warc"], default="files")
    parser.add_argument("--program", default="counterweight stream", help="command that judges, with its options")
    parser.add_argument("--partitions", type=int)
    options = parser.parse_args()
    if os.path.exists(options.output):
        parser.error(f"--output: {options.output} exists; name another folder")

    spark = SparkSession.builder.appName("counterweight").getOrCreate()
    command = " ".join(shlex.quote(word) for word in shlex.split(options.program))
    # Spark gives the command an empty environment; it needs the path and a place for its cache.
    known = ("PATH", "HOME", "XDG_CACHE_HOME", "COUNTERWEIGHT_CACHE")
    environment = {name: os.environ[name] for name in known if name in os.environ}
    answers = lines(spark, options).pipe(command, env=environment, checkCode=True)
    table = spark.read.json(answers, schema=ANSWER).persist(StorageLevel.MEMORY_AND_DISK)

    found = table.select("id", f.explode("findings").alias("finding")).select("id", "finding.*")
    found = found.select(
        "id", "rule", "name", "band", "score", "confidence", "stance", "message", "fingerprint",
        f.col("location.line").alias("line"), f.col("location.column").alias("column"),
        f.col("location.byte")[0].alias("start"), f.col("location.byte")[1].alias("end"),
        f.col("quote.exact").alias("text"))
    document = f.col("documents")[0]
    profiles = table.select(
        "id", "error", "digest", *[document[name].alias(name) for name in ("sha256", "encoding", "language", "kind",
                                                                       "title", "words", "passages")],
        document["profile"].alias("profile")).select("*", "profile.*").drop("profile")
    profiles.write.parquet(os.path.join(options.output, "profiles"))
    found.write.parquet(os.path.join(options.output, "findings"))
    with open(os.path.join(options.output, "totals.csv"), "w", encoding="utf-8", newline="\n") as file:
        file.write("measure,key,value\n")
        file.writelines(f"{measure},{key},{value}\n" for measure, key, value in totals(profiles))
    spark.stop()


if __name__ == "__main__":
    main()
