import { createHash, randomBytes } from "node:crypto";
import { v7 as uuid } from "uuid";
import { Codebook } from "@/domain/codebook/codebook";
import type { BulkStore } from "./bulk-store";

/** When everything in the projects of benches was made. */
export const NOW = "2026-01-01T00:00:00.000Z";
export const OUTLETS = ["Courier", "Morning Post", "Agency", "Gazette"];

interface Beginning {
  name: string;
  annotators: number;
  targets: number;
  speakers: readonly { name: string; kind: string; fixed: boolean }[];
  /** The only fields that its codebook asks for; absent: all of them. */
  fields?: readonly string[];
}

export interface BegunProject {
  projectId: string;
  codebookVersionId: string;
  ownerId: string;
  /** Ids: of its annotators, in order, and of what is in its registry. */
  people: string[];
  speakers: string[];
  targets: string[];
  /** Keys that the codebook allows. */
  stances: string[];
  sourcing: string[];
  form: string[];
}

/** A project with the codebook of the sample, led by the owner, that has nothing to read yet. */
export async function beginProject(store: BulkStore, begun: Beginning): Promise<BegunProject> {
  const [owner] = await store.read(`SELECT "id" FROM "User" WHERE "isAdmin"`);
  const [known] = await store.read(`SELECT CAST("content" AS TEXT) AS "content" FROM "CodebookVersion"`);
  if (!owner || !known) throw new Error("The data has no owner or no codebook.");
  const whole = Codebook.parse(JSON.parse(String(known.content)));
  const codebook = { ...whole, fields: whole.fields.filter(({ key }) => begun.fields?.includes(key) ?? true) };
  const created = { createdAt: NOW };
  const ids = (count: number) => Array.from({ length: count }, () => uuid());
  const [projectId, codebookVersionId, ownerId] = [uuid(), uuid(), String(owner.id)];
  const [people, speakers, targets] = [ids(begun.annotators), ids(begun.speakers.length), ids(begun.targets)];
  await store.insert(
    "User",
    people.map((id, at) => ({
      ...{ id, name: `Annotator ${at + 1}`, email: `${id}@example.org`, emailVerified: false, isAdmin: false },
      ...{ ...created, updatedAt: NOW },
    })),
  );
  await store.insert("Project", [{ id: projectId, name: begun.name, pseudonymSecret: "of the bench", ...created }]);
  await store.insert("EventHead", [{ projectId, sequence: 0, hash: "" }]);
  const member = (userId: string, role: string) => ({ id: uuid(), projectId, userId, role, ...created });
  await store.insert("Membership", [member(ownerId, "manager"), ...people.map((id) => member(id, "annotator"))]);
  await store.insert("CodebookVersion", [
    { id: codebookVersionId, projectId, version: 1, message: "", content: JSON.stringify(codebook), ...created },
  ]);
  await store.insert(
    "Speaker",
    begun.speakers.map((speaker, at) => ({ id: speakers[at] ?? "", projectId, ...speaker, revision: 1, ...created })),
  );
  await store.insert(
    "Target",
    targets.map((id, at) => ({
      ...{ id, projectId, key: `T${at + 1}`, name: `Target ${at + 1}`, proposed: false, position: at, revision: 1 },
      ...created,
    })),
  );
  const keysOf = (values: readonly { key: string }[] | undefined) => (values ?? []).map(({ key }) => key);
  const valuesOf = (name: string) => keysOf(codebook.fields.find(({ key }) => key === name)?.values);
  return {
    ...{ projectId, codebookVersionId, ownerId, people, speakers, targets },
    ...{ stances: keysOf(codebook.stance.values), sourcing: valuesOf("sourcing"), form: valuesOf("form") },
  };
}

/** An API key of somebody, which may read and write. */
export async function addKey(store: BulkStore, userId: string): Promise<string> {
  const secret = `sayso_${Array.from(randomBytes(43), (byte) => "abcdefghij"[byte % 10]).join("")}`;
  const hash = createHash("sha256").update(secret).digest("hex");
  const scopes = JSON.stringify(["read", "write"]);
  await store.insert("ApiKey", [{ id: uuid(), userId, name: "bench", hash, scopes, createdAt: NOW }]);
  return secret;
}
