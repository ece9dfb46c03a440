import * as z from "zod";
import { ExpertCoefficient } from "@/domain/agreement/expert-coefficients";
import { Figure } from "@/domain/agreement/figure";
import { DocumentAgreement, ProjectAgreement } from "@/domain/agreement/project-agreement-result";
import { ListParameter } from "./list-parameter";

/**
 * Which passes count: `blind`: made without seeing others' work; `independent`: and without suggestions shown; `all`:
 * every finished one.
 */
export const PassChoice = z.enum(["blind", "independent", "all"]);
export type PassChoice = z.infer<typeof PassChoice>;

/** When two statements count as found by both: spans sharing at least half of their union, the same span, any overlap. */
export const MatchChoice = z.enum(["half", "exact", "overlap"]);
export type MatchChoice = z.infer<typeof MatchChoice>;

/** Query of everything about agreement: what is looked at. Absent: all of it. */
export const AgreementQuery = z.object({
  documents: ListParameter(z.uuid()).optional(),
  /** Pseudonyms. */
  annotators: ListParameter(z.string().max(40)).optional(),
  /** Only passes made under this version of the codebook. */
  version: z.coerce.number().int().min(1).optional(),
  outlet: z.string().max(500).optional(),
  /** Days of publication, inclusive. */
  published_from: z.iso.date().optional(),
  published_to: z.iso.date().optional(),
  /** Days on which passes were finished, UTC, inclusive. */
  finished_from: z.iso.date().optional(),
  finished_to: z.iso.date().optional(),
  passes: PassChoice.default("blind"),
  /** Passes left out one by one: ids of assignments. */
  without: ListParameter(z.uuid()).optional(),
  match: MatchChoice.default("half"),
});
export type AgreementQuery = z.infer<typeof AgreementQuery>;

export const ComparedPass = z.object({
  assignmentId: z.uuid(),
  documentId: z.uuid(),
  title: z.string(),
  annotator: z.string(),
  finishedAt: z.iso.datetime(),
  version: z.int(),
  blind: z.boolean(),
  withSuggestions: z.boolean(),
  statements: z.int(),
  /** Null: it counts. */
  leftOut: z.enum(["not_blind", "with_suggestions", "chosen", "annotator", "version", "date"]).nullable(),
});
export type ComparedPass = z.infer<typeof ComparedPass>;

const Alpha = z.number().min(0).max(1);

/** The least alphas, at the lower end of the interval, for "reliable" and for "fit for tentative conclusions". */
export const AgreementTarget = z
  .object({ reliable: Alpha, tentative: Alpha })
  .refine(({ reliable, tentative }) => tentative <= reliable, {
    path: ["tentative"],
    message: "The target for tentative conclusions may not be above the other.",
  });
export type AgreementTarget = z.infer<typeof AgreementTarget>;

/** Body of PUT /projects/{projectId}/agreement/target. */
export const AgreementTargetInput = AgreementTarget.safeExtend({ operationId: z.uuid() });
export type AgreementTargetInput = z.infer<typeof AgreementTargetInput>;

/** Figures of the documents whose last pass was finished in one month. */
export const AgreementMonth = z.object({
  /** YYYY-MM. */
  month: z.string(),
  documents: z.int(),
  found: Figure,
  /** By attribute. */
  alpha: z.record(z.string(), Figure),
});
export type AgreementMonth = z.infer<typeof AgreementMonth>;

/** Answer of GET /projects/{projectId}/agreement. Nothing in it averages over attributes. */
export const AgreementView = z.object({
  project: z.object({ id: z.uuid(), name: z.string() }),
  /** Readers' own unfinished blind readings: these documents stay out until they are finished. */
  closed: z.array(z.object({ assignmentId: z.uuid(), revision: z.int(), title: z.string() })),
  /** What can be chosen, whatever is chosen now. */
  options: z.object({
    documents: z.array(z.object({ id: z.uuid(), title: z.string() })),
    annotators: z.array(z.string()),
    versions: z.array(z.int()),
    outlets: z.array(z.string()),
  }),
  /** What annotators are called, by pseudonym; empty where the reader may not know who made which pass. */
  annotatorNames: z.record(z.string(), z.string()),
  target: AgreementTarget,
  /** Passes that count, and of these the ones that marked nothing. */
  passes: z.int(),
  emptyPasses: z.int(),
  /** Statements in passes that count. */
  statements: z.int(),
  /** Documents that are looked at, also those with one pass or none. */
  documentCount: z.int(),
  /** The project's figures. Of each attribute at most 50 labels are listed, the most frequent; `labelCounts` has them all. */
  figures: ProjectAgreement.omit({ pairs: true, perAnnotator: true, perDocument: true }),
  labelCounts: z.record(z.string(), z.int()),
  /** Figures of single annotators; null for who does not lead the project. */
  people: ProjectAgreement.pick({ pairs: true, perAnnotator: true }).nullable(),
  /** Documents with two passes or more, those with the most disagreements first; at most 100. */
  documents: z.array(DocumentAgreement.extend({ title: z.string() })),
  /** Passes made after seeing others' work or with suggestions shown, and those left out one by one; at most 500. */
  marked: z.array(ComparedPass),
  markedCount: z.int(),
  months: z.array(AgreementMonth),
  /** What attributes and their labels are called. */
  names: z.record(z.string(), z.object({ name: z.string(), labels: z.record(z.string(), z.string()) })),
});
export type AgreementView = z.infer<typeof AgreementView>;

/** Answer of GET /projects/{projectId}/agreement/coefficients: every coefficient of every attribute, for a methods section. */
export const CoefficientList = z.object({
  items: z.array(
    z.object({
      /** Of the attribute. */
      key: z.string(),
      name: z.string(),
      coefficients: z.array(ExpertCoefficient),
    }),
  ),
});
export type CoefficientList = z.infer<typeof CoefficientList>;

/** Query of GET /projects/{projectId}/agreement/units. */
export const UnitsQuery = AgreementQuery.extend({ cells: z.enum(["raw", "spreadsheet"]).default("raw") });
export type UnitsQuery = z.infer<typeof UnitsQuery>;

/** Query of GET /projects/{projectId}/agreement/report. */
export const ReportQuery = AgreementQuery.extend({ file: z.enum(["html", "markdown"]).default("html") });
export type ReportQuery = z.infer<typeof ReportQuery>;

/** Query of GET /projects/{projectId}/agreement/passages: the passages behind one figure. */
export const PassageQuery = AgreementQuery.extend({
  /** `statements`: found or missed; `text`: where spans differ; else an attribute. */
  about: z.string().max(60).default("statements"),
  show: z.enum(["differing", "same", "all"]).default("differing"),
  /** Labels: with `a` alone, passages where somebody gave it; with both, where one gave `a` and another `b`. */
  a: z.string().max(4000).optional(),
  b: z.string().max(4000).optional(),
  /** Only what these two annotators did. */
  pair: ListParameter(z.string().max(40)).optional(),
  /** Only passages where this annotator differs from somebody; with `show` "all", those they marked or labelled. */
  by: z.string().max(40).optional(),
  /** Only documents whose last pass was finished in this month (UTC), YYYY-MM. */
  month: z
    .string()
    .regex(/^\d{4}-\d{2}$/)
    .optional(),
  offset: z.coerce.number().int().min(0).default(0),
});
export type PassageQuery = z.infer<typeof PassageQuery>;

export const PassageMember = z.object({
  annotator: z.string(),
  statementId: z.uuid(),
  quote: z.string(),
  label: z.string().nullable(),
});

/** A passage that one annotator or more marked. */
export const Passage = z.object({
  documentId: z.uuid(),
  title: z.string(),
  language: z.string().nullable(),
  start: z.int(),
  end: z.int(),
  members: z.array(PassageMember),
  /** Who finished the document and marked nothing here. */
  missedBy: z.array(z.string()),
});
export type Passage = z.infer<typeof Passage>;

export const PassageList = z.object({
  total: z.int(),
  items: z.array(Passage),
  /** What to ask `offset` for more; null: these were the last. */
  next: z.int().nullable(),
  names: z.record(z.string(), z.string()),
});
export type PassageList = z.infer<typeof PassageList>;
