import type { AnnotatedPart } from "@/domain/import/annotated/annotated-data";
import {
  type AnnotatedFile,
  type AnnotatedFormat,
  AnnotatedFormatError,
} from "@/domain/import/annotated/annotated-format";
import { buildDocument, textInData } from "../foreign/build-document";
import { CodebookNames } from "../foreign/codebook-names";
import { type ForeignReading, reportLine } from "../foreign/foreign-data";
import {
  dayOf,
  type JsonObject,
  listOf,
  objectOf,
  sha256Of,
  textOf,
  timeOf,
  uuidOf,
  valueAt,
} from "../foreign/json-values";
import { shorten } from "../foreign/shorten";
import { valueOfFile } from "../foreign/text-of-file";
import { readLabelStudioResult } from "./label-studio-result";

/**
 * Label Studio's JSON export: tasks with an annotation for each person (`completed_by`) and predictions. Ground truth is
 * gold. Positions are code points since 2022 and were UTF-16 units before: the words of the regions tell, annotation by
 * annotation.
 */
export const labelStudioImport: AnnotatedFormat = {
  key: "label-studio",
  name: "Label Studio JSON",
  recognise(files, head) {
    const isTask = (file: AnnotatedFile) =>
      /\.json$/i.test(file.name) &&
      /^\s*\[?\s*\{\s*(?:"id"\s*:\s*\d+\s*,\s*)?"(?:(?:annotations|completions)"\s*:\s*\[|data"\s*:\s*\{)/.test(
        head(file),
      );
    return files.some(isTask) ? 0.9 : 0;
  },
  async *parse(files, { codebook }) {
    const names = new CodebookNames(codebook);
    let count = 0;
    for (const file of files) {
      if (!/\.json$/i.test(file.name)) {
        // The labelling configuration says nothing that the tasks do not.
        if (/\.xml$/i.test(file.name)) continue;
        const place = { file: file.name, line: null, at: "" };
        yield {
          part: "line",
          line: reportLine("lost", "unread_file", place, "It is no JSON file of tasks; it is left out."),
        };
        continue;
      }
      const read = await valueOfFile(file);
      if ("line" in read) {
        yield { part: "line", line: read.line };
        continue;
      }
      for (const [index, task] of listOf(read.value).entries()) {
        count += 1;
        yield* readTask(file.name, `$[${index}]`, objectOf(task), names);
      }
    }
    if (count === 0) throw new AnnotatedFormatError("There is no task of Label Studio in these files.");
  },
};

function* readTask(file: string, at: string, task: JsonObject | null, names: CodebookNames): Generator<AnnotatedPart> {
  const place = { file, line: null, at };
  const data = objectOf(valueAt(task, "data"));
  const written = textIn(data);
  if (!task || !data || !written) {
    const keys = Object.keys(data ?? {}).map((key) => `“${shorten(key)}”`);
    const message = `The task has no text that can be told: call it “text” in its data${keys.length > 0 ? `, which has ${keys.slice(0, 10).join(", ")}` : ""}.`;
    yield { part: "line", line: reportLine("lost", "text_missing", place, message) };
    return;
  }
  const readings: ForeignReading[] = [];
  const lists = { annotations: valueAt(task, "annotations", "completions"), predictions: valueAt(task, "predictions") };
  for (const [list, values] of Object.entries(lists)) {
    for (const [index, value] of listOf(values).entries()) {
      const made = objectOf(value);
      const where = { ...place, at: `${at}.${list}[${index}]` };
      if (!made) {
        yield {
          part: "line",
          line: reportLine("lost", "unknown_annotation", where, "It is no annotation; it is left out."),
        };
      } else if (valueAt(made, "was_cancelled") === true) {
        yield {
          part: "line",
          line: reportLine("lost", "skipped_task", where, "The task was skipped; what was marked of it is left out."),
        };
      } else {
        const { marks, links, lines } = readLabelStudioResult(valueAt(made, "result"), where, written, names);
        for (const line of lines) yield { part: "line", line };
        readings.push({
          ...whose(made, list === "predictions"),
          submittedAt: timeOf(valueAt(made, "updated_at", "created_at")),
          state: "submitted",
          units: ["unicode_code_point", "utf16_code_unit"],
          partsAtLineEnds: false,
          ...{ marks, links, groups: [], place: where },
        });
      }
    }
  }
  if (listOf(valueAt(task, "drafts")).length > 0) {
    yield {
      part: "line",
      line: reportLine("lost", "draft", place, "The task has drafts that nobody submitted; they are left out."),
    };
  }
  const id = uuidOf(valueAt(data, "document_id"));
  yield* buildDocument(
    {
      place,
      key: id ?? `${file} ${at}`,
      article: {
        id,
        title: textOf(valueAt(data, "title", "headline")) ?? `Task ${String(valueAt(task, "id") ?? at)}`,
        outlet: textOf(valueAt(data, "outlet")),
        author: textOf(valueAt(data, "author")),
        published: dayOf(valueAt(data, "published", "date")),
        url: textOf(valueAt(data, "url")),
        language: textOf(valueAt(data, "language")),
        sha256: sha256Of(valueAt(data, "sha256")),
      },
      text: textInData(written),
      readings,
    },
    names,
  );
}

/** The data called `text`, or else the only one that is a text. */
function textIn(data: JsonObject | null): string | null {
  const text = valueAt(data, "text");
  if (typeof text === "string") return text;
  const texts = Object.values(data ?? {}).filter((value) => typeof value === "string");
  return texts.length === 1 ? (texts[0] ?? null) : null;
}

function whose(made: JsonObject, isPrediction: boolean): Pick<ForeignReading, "annotator" | "kind"> {
  if (isPrediction) {
    const model = textOf(valueAt(made, "model_version")) ?? "model";
    return { kind: "suggestion", annotator: model.startsWith("agent:") ? model : `agent:${model}@1` };
  }
  if (valueAt(made, "ground_truth") === true) return { kind: "adjudication", annotator: "gold" };
  const by = valueAt(made, "annotator", "completed_by");
  const person = objectOf(by);
  const name = person ? valueAt(person, "email", "username", "id") : by;
  return { kind: "annotation", annotator: name === undefined || name === null ? "annotator" : String(name) };
}
