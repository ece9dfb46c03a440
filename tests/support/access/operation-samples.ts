import { v7 as uuid } from "uuid";
import { DEFAULT_CLAIM_SETTINGS } from "@/domain/assignment/claim-settings";
import { defaultCodebook } from "@/domain/codebook/templates/default-codebook";
import type { Operation } from "@/domain/contract/operation-groups/operation";
import { defaultPreferences } from "@/domain/preferences/default-preferences";
import { DEFAULT_REVIEW_SETTINGS } from "@/domain/review/review-settings";
import { emptyContent } from "@/domain/statement/content";
import { DEFAULT_TRAINING_SETTINGS } from "@/domain/training/training-settings";

const planOptions = {
  annotators: [{ userId: uuid(), most: null }],
  ...{ readings: 2, sampleShare: null, seed: "1", order: "listed", dueOn: null },
};

/** A query of the right shape; "" for an operation that takes none. */
export function sampleQueryOf({ path, query }: Operation): string {
  if (!query) return "";
  if (path.includes("/registry")) return "?list=speakers&cells=raw";
  if (path.includes("/events")) return "?format=csv&from=2022-01-01&to=2022-01-02";
  return "?format=json&strategy=majority&from=1&to=1&revision=1&list=stance.values&value=oppose&name=x";
}

/** A body of the right shape, so that it is the door that refuses and not the shape; `changes` replaces parts of it. */
export function sampleBodyOf(operation: Operation, changes: object = {}): object | undefined {
  if (!operation.body) return undefined;
  const everything = {
    operationId: uuid(),
    id: uuid(),
    revision: 1,
    ...{ baseVersion: 1, decisions: {} },
    content: emptyContent({ role: "content", start: 0, end: 3, quote: "The" }),
    name: "X",
    kind: "person",
    members: { [uuid()]: 1 },
    decision: "no_statement",
    provenance: {},
    reason: "x",
    gold: null,
    agent: { name: "tagger", version: "1" },
    statements: [{ id: uuid(), content: { spans: [{ role: "content", start: 0, end: 3, quote: "The" }] } }],
    suggestions: "off",
    reliable: 0.8,
    tentative: 0.667,
    groups: [[uuid()]],
    ...{ text: "x", statementIds: [uuid()], resolved: true, commentIds: [uuid()] },
    ...{ codebookId: uuid(), part: "stance", value: "oppose", caseKind: "example", message: "x" },
    relation: { kind: "reverts", operationId: uuid() },
    ...{ strategy: "majority", batchId: uuid(), fingerprint: "x" },
    ...DEFAULT_REVIEW_SETTINGS,
    ...{ base64: "eA==", documents: [{ id: uuid(), title: "X", text: "x" }] },
    ...{ template: "statements-v1", state: "archived" },
    ...{ give: [], withdraw: [], claims: DEFAULT_CLAIM_SETTINGS, options: planOptions, ...planOptions },
    ...{ training: DEFAULT_TRAINING_SETTINGS, documentId: uuid(), statementId: uuid() },
    ...{ role: "annotator", account: { kind: "signed_in" } },
    ...{ rule: "opposite_stances", revisions: { [uuid()]: 1 }, change: { kind: "speaker", speakerId: uuid() } },
    scopes: ["read"],
    choice: { format: "json" },
    files: [uuid()],
    preferences: defaultPreferences,
    email: "nobody@example.org",
    password: "x",
    token: "x".repeat(43),
    currentPassword: null,
    newPassword: "a sentence of many words",
    ...{ aliases: [], roleTitle: null, organisationId: null, sector: null, function: null, country: null, notes: null },
    ...{ externalIds: {}, affiliations: [], key: "X", description: null, broaderId: null, intoId: uuid() },
    ...{ firstId: uuid(), secondId: uuid() },
    ...{ isAdmin: true, blocked: false, code: "000000", required: false, query: "?x=y", ids: [] },
  };
  // Some contents are codebooks, all others statements.
  const codebook = operation.path.includes("codebook") && { content: defaultCodebook };
  const entry = operation.path.includes("/registry/") && { state: "in_use", list: "speakers" };
  return operation.body.parse({ ...everything, ...codebook, ...entry, ...changes }) as object;
}
