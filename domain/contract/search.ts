import * as z from "zod";
import { readWanted } from "@/domain/search/match-answers";
import { ListParameter } from "./list-parameter";

/** In which order statements are listed. `before`, `after`: by the words before or after the match. */
export const SearchOrder = z.enum(["article", "before", "after", "date", "speaker"]);
export type SearchOrder = z.infer<typeof SearchOrder>;

/** Query of everything about a search. Absent: anything will do. */
export const SearchQuery = z.object({
  /** Words as they stand together; case, accents and kinds of white space and quotation marks do not count. */
  q: z.string().trim().max(300).default(""),
  /** Whether what is marked has the words, or its paragraphs may as well. */
  within: z.enum(["statement", "context"]).default("statement"),
  /** Ids; whoever was merged into them counts as them. */
  speakers: ListParameter(z.uuid()).optional(),
  targets: ListParameter(z.uuid()).optional(),
  /** `fields.sourcing:document`, `stance.values:oppose`: any of each list, all lists. */
  values: ListParameter(z.string().max(600))
    .refine((items) => items.every((item) => readWanted(item) !== null), "Write each as list:answer.")
    .optional(),
  /** Pseudonyms. */
  annotators: ListParameter(z.string().max(40)).optional(),
  documents: ListParameter(z.uuid()).optional(),
  /** Days of publication, inclusive. */
  published_from: z.iso.date().optional(),
  published_to: z.iso.date().optional(),
  layer: z.enum(["gold", "readings"]).optional(),
  sort: SearchOrder.default("article"),
});
export type SearchQuery = z.infer<typeof SearchQuery>;

/** Query of GET /projects/{projectId}/search. */
export const SearchPageQuery = SearchQuery.extend({ offset: z.coerce.number().int().min(0).default(0) });
export type SearchPageQuery = z.infer<typeof SearchPageQuery>;

export const FoundStatement = z.object({
  id: z.uuid(),
  assignmentId: z.uuid(),
  documentId: z.uuid(),
  title: z.string(),
  outlet: z.string().nullable(),
  published: z.string().nullable(),
  language: z.string().nullable(),
  layer: z.enum(["gold", "reading"]),
  /** It is in a reading of the caller's own. */
  own: z.boolean(),
  /** Whose reading it is in; null: gold. */
  annotator: z.string().nullable(),
  /** The article before the match, the match, and the article after it. */
  before: z.string(),
  match: z.string(),
  after: z.string(),
  /** Name of the speaker that stands for it now; null while there is none. */
  speaker: z.string().nullable(),
  stances: z.array(z.object({ target: z.string(), value: z.string().nullable() })),
  revision: z.int(),
});
export type FoundStatement = z.infer<typeof FoundStatement>;

export const SearchResult = z.object({
  total: z.int(),
  /** How many of them are gold. */
  gold: z.int(),
  /** Articles that they are in. */
  documents: z.int(),
  items: z.array(FoundStatement),
  /** Offset of the next page; null: this is the last. */
  next: z.int().nullable(),
});
export type SearchResult = z.infer<typeof SearchResult>;

/** What can be chosen in a search, besides the registry and the codebook. */
export const SearchChoices = z.object({
  documents: z.array(z.object({ id: z.uuid(), title: z.string() })),
  /** By pseudonym; empty for who may not know whose reading it is. */
  annotators: z.array(z.object({ id: z.string(), name: z.string() })),
  /** Whether there is gold to be seen. */
  gold: z.boolean(),
  /** Articles that the caller is still to read blind: of these nothing of others is found. */
  closed: z.int(),
});
export type SearchChoices = z.infer<typeof SearchChoices>;

/** Statements of one page. */
export const SEARCH_PAGE = 100;
