import * as z from "zod";
import type { AnnotatedDocument } from "@/domain/import/annotated/annotated-data";
import type { Reporter } from "./import-report";

type Metadata = Pick<AnnotatedDocument, "outlet" | "author" | "published" | "url" | "language"> & { title: string };

// As the import of articles takes them (domain/contract/import.ts): an address is led to, a day is compared.
const SHAPES = {
  outlet: z.string().max(2000),
  author: z.string().max(2000),
  published: z.iso.date(),
  url: z.url({ protocol: /^https?$/ }).max(2000),
  language: z
    .string()
    .regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/)
    .max(35),
} as const;

const LONGEST_TITLE = 1000;

/** The metadata of an article that can be stored; each part that cannot is reported and left empty. */
export function planMetadata(document: AnnotatedDocument, report: Reporter): Metadata {
  const read = (part: keyof typeof SHAPES): string | null => {
    const value = document[part];
    if (value === null || value === "") return value;
    const isFit = SHAPES[part].safeParse(value).success;
    if (!isFit) {
      const told = `Its ${part} “${[...value].slice(0, 60).join("")}” cannot be stored; it is left empty.`;
      report.say("lost", "metadata", document.place, told);
    }
    return isFit ? value : null;
  };
  const title = document.title ?? "";
  return {
    title: title.trim() === "" ? "Untitled" : [...title].slice(0, LONGEST_TITLE).join(""),
    ...{ outlet: read("outlet"), author: read("author"), published: read("published"), url: read("url") },
    language: read("language"),
  };
}
