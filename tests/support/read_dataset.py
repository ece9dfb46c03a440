#!/usr/bin/env python3
"""Reads an exported dataset as a researcher would and checks every promise the formats make.

    read_dataset.py dataset.json [dataset.csv] [--spreadsheet]

Offsets are code points, as Python counts: text[start:end] == quote must hold for every span. Prints what was read and
every mismatch; exits 1 when there is any. Python 3 standard library only.
"""

import csv
import hashlib
import json
import re
import sys

GUARDED = re.compile(r"^'+[=+\-@\t\r＝＋－＠]")
mismatches = []


def expect(holds, message):
    if not holds:
        mismatches.append(message)


def by_id(rows, what):
    expect(len({row["id"] for row in rows}) == len(rows), f"two {what} have the same id")
    return {row["id"]: row for row in rows}


def check_span(text, span, where):
    start, end, quote = span["start"], span["end"], span["quote"]
    expect(0 <= start < end <= len(text), f"{where}: {start}-{end} outside the text of {len(text)} code points")
    covered = text[start:end]
    expect(covered == quote, f"{where}: text[{start}:{end}] is {covered!r}, the quote {quote!r}")


def check_documents(data):
    for document in data["documents"]:
        where = f"document {document['id']}"
        text = document["text"]
        expect(len(text) == document["length"], f"{where}: length {len(text)}, stated {document['length']}")
        digest = hashlib.sha256(text.encode("utf-8")).hexdigest()
        expect(digest == document["sha256"], f"{where}: SHA-256 {digest}, stated {document['sha256']}")
        expect("\r" not in text and not text.startswith("\ufeff"), f"{where}: not normalised")


def check_answers(statement, codebook, where):
    fields = {field["key"]: field for field in codebook["fields"]}
    for key, answer in statement["fields"].items():
        expect(key in fields, f"{where}: field {key} is not in the codebook")
        if key not in fields or fields[key]["type"] not in ("single", "multiple"):
            continue
        values = {value["key"] for value in fields[key]["values"]}
        for one in answer if isinstance(answer, list) else [answer]:
            expect(one in values, f"{where}: {key} has the value {one!r}, which the codebook lacks")
    values = {value["key"] for value in codebook["stance"]["values"]}
    bases = {value["key"] for value in codebook["stance"]["bases"]}
    for stance in statement["stances"]:
        expect(stance["value"] in values | {None}, f"{where}: stance {stance['value']!r} is not in the codebook")
        expect(stance["basis"] in bases | {None}, f"{where}: basis {stance['basis']!r} is not in the codebook")


def check_statements(data, index):
    for statement in data["statements"]:
        where = f"statement {statement['id']}"
        assignment = index["assignments"].get(statement["assignment_id"])
        codebook = index["codebooks"].get(statement["codebook_version"])
        expect(assignment is not None, f"{where}: its assignment is missing")
        expect(codebook is not None, f"{where}: its codebook version is missing")
        if assignment is None or codebook is None:
            continue
        text = index["documents"][assignment["document_id"]]["text"]
        roles = {role["key"] for role in codebook["roles"]}
        expect(any(span["role"] == "content" for span in statement["spans"]), f"{where}: no content")
        for span in statement["spans"]:
            check_span(text, span, f"{where}, {span['role']}")
            expect(span["role"] in roles, f"{where}: role {span['role']} is not in the codebook")
        check_answers(statement, codebook, where)
        check_origin(statement, assignment, where)
        chain = statement["chain"]
        expect((chain[-1] if chain else None) == statement["speaker_id"], f"{where}: the chain does not end at the speaker")
        for speaker in chain:
            expect(speaker in index["speakers"], f"{where}: speaker {speaker} is missing")
        for stance in statement["stances"]:
            expect(stance["target_id"] in index["targets"], f"{where}: target {stance['target_id']} is missing")
        for link in ("parent_id", "same_claim_as_id", "derived_from_id"):
            expect(statement[link] is None or statement[link] in index["statements"], f"{where}: {link} leads nowhere")


def check_origin(statement, assignment, where):
    origin = statement["origin"]
    if assignment["kind"] == "suggestion":
        expect(origin is not None and origin["suggestion_id"] == statement["id"], f"{where}: a suggestion says so of itself")
        expect(assignment["annotator"] == f"agent:{origin['agent']}@{origin['version']}", f"{where}: its agent")
    elif origin is not None:
        expect(assignment["kind"] != "annotation" or assignment["with_suggestions"], f"{where}: suggested, but never shown")
        expect(origin["score"] is None or 0 <= origin["score"] <= 1, f"{where}: score {origin['score']}")


def check_rest(data, index):
    for assignment in data["assignments"]:
        expect(assignment["document_id"] in index["documents"], f"assignment {assignment['id']}: its document is missing")
    for kind in ("speakers", "targets"):
        for row in data["registry"][kind]:
            expect(row["merged_into_id"] in {None, *index[kind]}, f"{kind} {row['id']}: merged into nothing")
    for ruling in data["rulings"]:
        where = f"ruling {ruling['id']}"
        gold = ruling["gold_statement_id"]
        expect(ruling["document_id"] in index["documents"], f"{where}: its document is missing")
        expect(gold is None or gold in index["statements"], f"{where}: its gold statement is missing")
        expect((gold is None) == (ruling["decision"] in ("no_statement", "both_defensible")), f"{where}: decision and gold")


def check_json(data):
    expect(data["format"] == "sayso-dataset" and data["schema_version"] == 1, "unknown format")
    expect(data["offset_unit"] == "unicode_code_point", "unknown offset unit")
    index = {kind: by_id(data[kind], kind) for kind in ("documents", "assignments", "statements", "rulings")}
    index.update({kind: by_id(data["registry"][kind], kind) for kind in ("speakers", "targets")})
    index["codebooks"] = {codebook["version"]: codebook["content"] for codebook in data["codebooks"]}
    check_documents(data)
    check_statements(data, index)
    check_rest(data, index)
    return index


def cell_of(answer):
    if answer is None:
        return ""
    if isinstance(answer, bool):
        return "TRUE" if answer else "FALSE"
    return ";".join(answer) if isinstance(answer, list) else str(answer)


def meant(speaker_id, speakers):
    while speakers[speaker_id]["merged_into_id"] is not None:
        speaker_id = speakers[speaker_id]["merged_into_id"]
    return speakers[speaker_id]


def belonging_of(speaker_id, day, speakers):
    """Body and role of a speaker on a day: the affiliation that holds then and began last, else what has no dates."""
    if speaker_id is None:
        return {"speaker_organisation": "", "speaker_role": ""}
    speaker = meant(speaker_id, speakers)
    held = [
        one
        for one in speaker["affiliations"]
        if day is not None and (one["valid_from"] or "") <= day <= (one["valid_to"] or "9999-12-31")
    ]
    latest = max(held, key=lambda one: one["valid_from"] or "", default=None)
    body = latest["organisation_id"] if latest else speaker["organisation_id"]
    role = (latest and latest["role_title"]) or speaker["role_title"]
    return {"speaker_organisation": meant(body, speakers)["name"] if body else "", "speaker_role": role or ""}


def check_row(row, statement, stance, index, where):
    assignment = index["assignments"][statement["assignment_id"]]
    document = index["documents"][assignment["document_id"]]
    target = index["targets"][stance["target_id"]] if stance else {}
    origin = statement["origin"] or {}
    names = [index["speakers"][speaker]["name"] for speaker in statement["chain"]]
    expected = {
        "document_id": document["id"],
        "document_sha256": document["sha256"],
        "document_title": document["title"],
        "layer": assignment["kind"],
        "annotator": assignment["annotator"],
        "blind": cell_of(assignment["blind"]),
        "with_suggestions": cell_of(assignment["with_suggestions"]),
        "origin_suggestion_id": cell_of(origin.get("suggestion_id")),
        "origin_agent": cell_of(origin.get("agent")),
        "origin_version": cell_of(origin.get("version")),
        "origin_score": cell_of(origin.get("score")),
        "origin_changed": cell_of(origin.get("changed")),
        "speaker_id": cell_of(statement["speaker_id"]),
        "speaker_name": names[-1] if names else "",
        **belonging_of(statement["speaker_id"], document["published"], index["speakers"]),
        "chain": " > ".join(names),
        "chain_ids": " > ".join(statement["chain"]),
        "stance_target_key": cell_of(target.get("key")),
        "stance_target": cell_of(target.get("name")),
        "stance_value": cell_of(stance and stance["value"]),
        "stance_basis": cell_of(stance and stance["basis"]),
        "confidence": statement["confidence"],
        "unsure_comment": statement["unsure_comment"],
        "note": statement["note"],
        "codebook_version": str(statement["codebook_version"]),
        "revision": str(statement["revision"]),
    }
    for key, answer in statement["fields"].items():
        expected[f"field_{key}" if f"field_{key}" in row else key] = cell_of(answer)
    for column, value in expected.items():
        expect(row.get(column) == value, f"{where}, {column}: {row.get(column)!r}, in the JSON {value!r}")

    for role in {column[: -len("_start")] for column in row if column.endswith("_start")}:
        spans = sorted((s for s in statement["spans"] if s["role"] == role), key=lambda s: (s["start"], s["end"]))
        first = [cell_of(spans[0][key]) if spans else "" for key in ("start", "end", "quote")]
        expect([row[f"{role}_{key}"] for key in ("start", "end", "quote")] == first, f"{where}: {role} differs")
        if first[0]:
            check_span(document["text"], {"start": int(first[0]), "end": int(first[1]), "quote": row[f"{role}_quote"]}, where)
        fragments = row.get(f"{role}_fragments")
        if fragments is None:
            expect(len(spans) <= 1, f"{where}: {role} has several fragments but no column for them")
        else:
            read = json.loads(fragments or "[]")
            expect(read == [{k: s[k] for k in ("start", "end", "quote")} for s in spans], f"{where}: {role} fragments differ")


def check_csv(path, spreadsheet, data, index):
    csv.field_size_limit(2**31 - 1)
    with open(path, encoding="utf-8", newline="") as file:
        table = list(csv.reader(file, strict=True))
    if spreadsheet:
        table = [[cell[1:] if GUARDED.match(cell) else cell for cell in row] for row in table]
    header, rows = table[0], table[1:]
    expect(len(set(header)) == len(header), "two columns have the same name")
    expect(not header[0].startswith("\ufeff"), "byte order mark")
    wanted = [(s, stance) for s in data["statements"] for stance in (s["stances"] or [None])]
    expect(len(rows) == len(wanted), f"{len(rows)} rows, the JSON has {len(wanted)} statements by stance")
    for number, (cells, (statement, stance)) in enumerate(zip(rows, wanted), start=2):
        where = f"row {number}, statement {statement['id']}"
        row = dict(zip(header, cells))
        expect(len(cells) == len(header), f"{where}: {len(cells)} cells under {len(header)} columns")
        expect(row["statement_id"] == statement["id"], f"{where}: the row is of statement {row['statement_id']}")
        check_row(row, statement, stance, index, where)
    return len(rows)


def main(arguments):
    paths = [argument for argument in arguments if not argument.startswith("--")]
    with open(paths[0], encoding="utf-8") as file:
        data = json.load(file)
    index = check_json(data)
    counts = {kind: len(data[kind]) for kind in ("documents", "assignments", "statements", "rulings")}
    counts["spans"] = sum(len(statement["spans"]) for statement in data["statements"])
    if len(paths) > 1:
        counts["rows"] = check_csv(paths[1], "--spreadsheet" in arguments, data, index)
    print(json.dumps({**counts, "mismatches": len(mismatches)}))
    for mismatch in mismatches:
        print(mismatch)
    return 1 if mismatches else 0


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    sys.exit(main(sys.argv[1:]))
