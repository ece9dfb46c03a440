#!/usr/bin/env python3
"""Reads one dataset in every format as its readers would, and holds it against the JSON.

    read_formats.py <folder with a folder per format>

Offsets are sliced in the unit each file states. Prints how much was checked; exits 1 with what does not hold. Python 3
standard library only.
"""

import csv
import hashlib
import json
import pathlib
import re
import sys
import xml.etree.ElementTree as xml
import zipfile

root = pathlib.Path(sys.argv[1])
counts = {}
mismatches = []

data = json.loads((root / "json/dataset.json").read_text("utf-8"))
texts = {document["id"]: document["text"] for document in data["documents"]}
assignments = {assignment["id"]: assignment for assignment in data["assignments"]}
statements = {statement["id"]: statement for statement in data["statements"]}
spans = sorted((s["id"], p["role"], p["start"], p["end"], p["quote"]) for s in data["statements"] for p in s["spans"])


def document_of(statement):
    return assignments[statement["assignment_id"]]["document_id"]


def expect(found, wanted, where):
    kind = where.split(" ")[0]
    counts[kind] = counts.get(kind, 0) + 1
    if found != wanted:
        mismatches.append(f"{where}: {found!r}, not {wanted!r}")


def utf16(text, start, end):
    return text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le")


def read(path):
    return (root / path).read_text("utf-8", newline="") if sys.version_info >= (3, 13) else (root / path).read_bytes().decode("utf-8")


def rows(path, **options):
    with open(root / path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True, **options))


def check_jsonl():
    found = []
    for line in read("jsonl/statements.jsonl").splitlines():
        row = json.loads(line)
        text = texts[row["document"]["id"]]
        expect(row["offset_unit"], "unicode_code_point", "jsonl unit")
        for span in row["spans"]:
            expect(text[span["start"] : span["end"]], span["quote"], "jsonl span")
            expect(text[: span["start"]].endswith(span["prefix"]), True, "jsonl prefix")
            expect(text[span["end"] :].startswith(span["suffix"]), True, "jsonl suffix")
            found.append((row["id"], span["role"], span["start"], span["end"], span["quote"]))
    expect(sorted(found), spans, "jsonl spans")


def check_tables():
    found = [(r["statement_id"], r["role"], int(r["start"]), int(r["end"]), r["quote"]) for r in rows("csv-tables/spans.csv")]
    expect(sorted(found), spans, "csv-tables spans")
    ids = {name: {row["id"] for row in rows(f"csv-tables/{name}.csv")} for name in ("documents", "assignments", "statements", "speakers", "targets")}
    expect(ids["statements"], set(statements), "csv-tables statements")
    for row in rows("csv-tables/stances.csv"):
        expect(row["target_id"] in ids["targets"] and row["statement_id"] in ids["statements"], True, "csv-tables stance")
    for row in rows("csv-tables/documents.csv"):
        expect(row["text"], texts[row["id"]], "csv-tables text")


def check_web_annotation():
    collection = json.loads(read("web-annotation/annotations.jsonld"))
    sources = {document["id"]: document["sayso:text"] for document in collection["sayso:documents"]}
    found = []
    for annotation in collection["first"]["items"]:
        for target in annotation["target"]:
            quote, place = target["selector"]
            text = sources[target["source"]]
            expect(text[place["start"] : place["end"]], quote["exact"], "web-annotation span")
            found.append((annotation["id"][9:], target["sayso:role"], place["start"], place["end"], quote["exact"]))
    expect(sorted(found), spans, "web-annotation spans")


def check_brat():
    for path in sorted((root / "brat").glob("*/*.ann")):
        text = read(path.with_suffix(".txt").relative_to(root))
        expect(text, texts[path.stem], "brat text")
        entities, ids = {}, {}
        for line in read(path.relative_to(root)).splitlines():
            name, what, *rest = line.split("\t")
            if name.startswith("T"):
                kind, places = what.split(" ", 1)
                ranges = [tuple(map(int, place.split(" "))) for place in places.split(";")]
                expect(" ".join(text[start:end] for start, end in ranges), rest[0], "brat entity")
                entities[name] = (kind, ranges)
            if what.startswith("StatementId"):
                ids[rest[0]] = what.split(" ")[1]
        for statement, entity in ids.items():
            content = [(s["start"], s["end"]) for s in statements[statement]["spans"] if s["role"] == "content"]
            kind, ranges = entities[entity]
            marked = "".join(re.sub(r"[\n\t]", "", text[start:end]) for start, end in content)
            expect((kind, "".join(text[start:end] for start, end in ranges)), ("Statement", marked), "brat statement")
        for line in read(path.relative_to(root)).splitlines():
            for reference in re.findall(r"Arg[12]:(T\d+)", line):
                expect(reference in entities, True, "brat relation")
        configured = set(re.findall(r"^(\w[\w-]*)", read(path.parent.relative_to(root) / "annotation.conf"), re.M))
        for kind, _ in entities.values():
            expect(kind in configured, True, "brat configuration")


def check_label_studio():
    names = {element.get("name") for element in xml.fromstring(read("label-studio/config.xml")).iter() if element.get("name")}
    found = []
    for task in json.loads(read("label-studio/tasks.json")):
        for annotation in task["annotations"] + task["predictions"]:
            for result in annotation["result"]:
                if result["type"] == "relation":
                    continue
                expect(result["from_name"] in names and result["to_name"] in names, True, "label-studio name")
                value = result["value"]
                if result["type"] == "labels":
                    expect(task["data"]["text"][value["start"] : value["end"]], value["text"], "label-studio region")
                    found.append((result["id"].split(":")[0], value["labels"][0], value["start"], value["end"], value["text"]))
    expect(sorted(found), spans, "label-studio spans")


def check_conll():
    for path in sorted((root / "conll").glob("*.conll")):
        text, tagged = None, 0
        for line in read(path.relative_to(root)).split("\n"):
            if line.startswith("# document_id = "):
                text = texts[line[16:]]
            if line == "" or line.startswith(("#", "-DOCSTART-")):
                continue
            token, start, end, *tags = line.split("\t")
            expect(text[int(start) : int(end)], token, "conll token")
            tagged += sum(tag.startswith("B-") for tag in tags)
        own = [s for s in statements.values() if assignments[s["assignment_id"]]["annotator"] == path.stem]
        expect(tagged, sum(len(s["spans"]) for s in own), "conll spans")


def check_webanno():
    for path in sorted((root / "webanno-tsv").glob("*/*.tsv")):
        text, numbers = texts[path.stem], set()
        for line in read(path.relative_to(root)).split("\n"):
            if line == "" or line.startswith("#"):
                continue
            _, place, token, role, *_ = line.split("\t")
            start, end = map(int, place.split("-"))
            expect(utf16(text, start, end), token, "webanno-tsv token")
            numbers.update(re.findall(r"\[(\d+)\]", role))
        own = [s for s in statements.values() if document_of(s) == path.stem and assignments[s["assignment_id"]]["annotator"] == path.parent.name]
        expect(len(numbers), sum(len(s["spans"]) for s in own), "webanno-tsv spans")


def check_cas():
    found = []
    for path in sorted((root / "cas-json").glob("*/*.json")):
        cas = json.loads(read(path.relative_to(root)))
        structures = {one["%ID"]: one for one in cas["%FEATURE_STRUCTURES"]}
        text = structures[1]["sofaString"]
        expect(text, texts[path.stem], "cas-json text")
        for one in structures.values():
            expect(one["%TYPE"].startswith("uima.") or one["%TYPE"] in cas["%TYPES"], True, "cas-json type")
            if one["%TYPE"] != "sayso.Span":
                continue
            expect(utf16(text, one["begin"], one["end"]), one["quote"], "cas-json span")
            start, end = (len(utf16(text, 0, one[key])) for key in ("begin", "end"))
            found.append((structures[one["@statement"]]["statementId"], one["role"], start, end, one["quote"]))
    expect(sorted(found), spans, "cas-json spans")


def check_dna():
    for row in rows("dna-events/events.csv", delimiter=";"):
        text = utf16(texts[row["sayso_document_id"]], int(row["start_position"]), int(row["stop_position"]))
        expect(re.sub(r"[\r\n]+", " ", text.replace(";", ",").replace('"', "'")), row["text"], "dna-events span")
        expect(row["agreement"] in ("0", "1"), True, "dna-events agreement")


def check_xlsx():
    space = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    spelled = re.compile(r"_x([0-9A-F]{4})_")

    def cell_of(cell):
        if cell.get("t") == "inlineStr":
            return spelled.sub(lambda match: chr(int(match[1], 16)), cell.find(f"{space}is/{space}t").text or "")
        value = cell.find(f"{space}v").text
        return {"1": "TRUE", "0": "FALSE"}[value] if cell.get("t") == "b" else value

    with zipfile.ZipFile(root / "xlsx/statements.xlsx") as book:
        expect(book.testzip(), None, "xlsx archive")
        for name in book.namelist():
            xml.fromstring(book.read(name))
        sheet = xml.fromstring(book.read("xl/worksheets/sheet1.xml"))
    header, *body = [{re.sub(r"\d", "", cell.get("r")): cell_of(cell) for cell in row} for row in sheet.iter(f"{space}row")]
    table = rows("csv/statements.csv")
    expect(len(body), len(table), "xlsx rows")
    for found, wanted in zip(body, table):
        expect({name: found.get(place, "") for place, name in header.items()}, wanted, "xlsx row")


def check_bundle():
    folder = root / "bundle"
    files = {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}
    sums = dict(reversed(line.split("  ", 1)) for line in read("bundle/checksums.sha256").splitlines())
    expect(set(sums), files - {"checksums.sha256"}, "bundle checksums")
    for path, digest in sums.items():
        expect(hashlib.sha256((folder / path).read_bytes()).hexdigest(), digest, "bundle checksum")
    package = json.loads(read("bundle/datapackage.json"))
    keys, tables = {}, {}
    for resource in package["resources"]:
        path, schema = f"bundle/{resource['path']}", resource["schema"]
        expect((root / path).stat().st_size, resource["bytes"], "bundle size")
        expect(f"sha256:{sums[resource['path']]}", resource["hash"], "bundle hash")
        tables[resource["name"]] = table = rows(path)
        with open(root / path, encoding="utf-8", newline="") as file:
            expect(next(csv.reader(file)), [field["name"] for field in schema["fields"]], "bundle header")
        primary = [tuple(row[key] for key in schema.get("primaryKey", [])) for row in table]
        expect(len(set(primary)), len(primary), f"bundle key of {resource['name']}")
        keys[resource["name"]] = set(primary)
        for field in schema["fields"]:
            if field.get("constraints", {}).get("required") and field["type"] != "string":
                expect(all(row[field["name"]] != "" for row in table), True, f"bundle required {field['name']}")
    for resource in package["resources"]:
        for foreign in resource["schema"].get("foreignKeys", []):
            target = keys[foreign["reference"]["resource"] or resource["name"]]
            for row in tables[resource["name"]]:
                value = tuple(row[field] for field in foreign["fields"])
                expect(value == ("",) or value in target, True, f"bundle reference {value}")
    card = read("bundle/README.md").split("---\n")[1]
    for path in re.findall(r"path: (\S+)", card):
        expect(path in files, True, "bundle data_files")
    expect(json.loads(read("bundle/dataset.json")), data, "bundle json")


def check_networks():
    entities = {one["id"]: one for kind in ("speakers", "targets") for one in data["registry"][kind]}
    scores = {value["key"]: value.get("score") or 0 for value in data["codebooks"][0]["content"]["stance"]["values"]}

    def survivor(entity):
        while entities[entity]["merged_into_id"]:
            entity = entities[entity]["merged_into_id"]
        return entity

    # Two-mode, for less against, everything counted: what the golden files are made with.
    wanted = {}
    for statement in data["statements"]:
        for stance in statement["stances"]:
            score = scores.get(stance["value"], 0)
            if score and statement["speaker_id"]:
                edge = (assignments[statement["assignment_id"]]["annotator"], survivor(statement["speaker_id"]), survivor(stance["target_id"]))
                wanted[edge] = wanted.get(edge, 0) + (1 if score > 0 else -1)
    wanted = {edge: weight for edge, weight in wanted.items() if weight}

    found = {}
    for path in sorted((root / "network-csv").glob("*.csv")):
        for row in rows(path.relative_to(root)):
            expect([row["source"], row["target"]], [entities[row[key]]["name"] for key in ("source_id", "target_id")], "network-csv names")
            found[(path.stem, row["source_id"], row["target_id"])] = float(row["weight"])
    expect(found, wanted, "network-csv edges")

    graphml, found = "{http://graphml.graphdrawing.org/xmlns}", {}
    for path in sorted((root / "network-graphml").glob("*.graphml")):
        graph = xml.parse(path).getroot().find(f"{graphml}graph")
        for node in graph.iter(f"{graphml}node"):
            name = next(one.text for one in node if one.get("key") == "name")
            expect(name, entities[node.get("id")]["name"], "network-graphml name")
        for edge in graph.iter(f"{graphml}edge"):
            found[(path.stem, edge.get("source"), edge.get("target"))] = float(edge.find(f"{graphml}data").text)
    expect(found, wanted, "network-graphml edges")

    gexf, found = "{http://gexf.net/1.3}", {}
    for path in sorted((root / "network-gexf").glob("*.gexf")):
        for node in xml.parse(path).iter(f"{gexf}node"):
            expect(node.get("label"), entities[node.get("id")]["name"], "network-gexf label")
        for edge in xml.parse(path).iter(f"{gexf}edge"):
            found[(path.stem, edge.get("source"), edge.get("target"))] = float(edge.get("weight"))
    expect(found, wanted, "network-gexf edges")


for check in (check_networks, check_bundle, check_jsonl, check_tables, check_web_annotation, check_brat, check_label_studio, check_conll, check_webanno, check_cas, check_dna, check_xlsx):
    check()
print(json.dumps(counts))
for mismatch in mismatches:
    print(mismatch)
sys.exit(1 if mismatches else 0)
