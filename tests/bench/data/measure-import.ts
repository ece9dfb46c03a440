import { request } from "node:http";
import { v7 as uuid } from "uuid";
import { makeServerData, type Provider, startServer } from "@/tests/support/server";
import { fillDataset } from "./fill-dataset";
import { importRaw, type RawImport } from "./raw-import";
import { saveStatement, whileSaving } from "./watch-server";

export interface MeasuredImport {
  /** Milliseconds from asking for the import of what lies there to its answer. */
  time: number;
  /** Of the file. */
  bytes: number;
  counts: Readonly<Record<string, number>>;
  raw: RawImport | null;
  growth: number | null;
  saves: number[];
}

/**
 * A dataset exported as JSON by one server and imported by another into an empty project, while somebody saves in a project
 * beside it; and the same rows by the database's own tool.
 */
export async function measureImport(
  provider: Provider,
  size: { documents: number; statements: number },
): Promise<MeasuredImport> {
  const file = await exportedFile(provider, size);
  const data = await makeServerData(provider, "nothing");
  try {
    await (await startServer(data)).stop();
    const filled = await fillDataset(data, { documents: 1, statements: 4 });
    const server = await startServer(data);
    const call = caller(server.url, filled.keys.lead);
    for (let turn = 0; turn < 5; turn++) await saveStatement(server, filled);
    const project = await call("/projects", {
      operationId: uuid(),
      id: uuid(),
      name: "Imported",
      template: "statements-v1",
    });
    const upload = await call(`/projects/${project.id}/uploads?name=dataset.json`, file);
    const { result, growth, saves } = await whileSaving({ data, server, filled }, async () => {
      const begun = performance.now();
      const made = await call(`/projects/${project.id}/annotated-imports`, {
        ...{ operationId: uuid(), id: uuid(), files: [upload.id] },
      });
      const time = performance.now() - begun;
      const counts = made.counts as Record<string, number>;
      if (counts.statements !== size.statements) {
        throw new Error(`Of ${size.statements} statements ${counts.statements ?? 0} came in.`);
      }
      return { time, counts };
    });
    await server.stop();
    const raw = await importRaw(data, String(project.id));
    return { ...result, growth, saves, raw, bytes: file.length };
  } finally {
    await data.remove();
  }
}

async function exportedFile(provider: Provider, size: { documents: number; statements: number }): Promise<Buffer> {
  const data = await makeServerData(provider, "nothing");
  try {
    await (await startServer(data)).stop();
    const { projectId, keys } = await fillDataset(data, size);
    const server = await startServer(data);
    const url = `${server.url}/api/v1/projects/${projectId}/export?format=json`;
    const answer = await fetch(url, { headers: { Authorization: `Bearer ${keys.lead}` } });
    const file = Buffer.from(await answer.arrayBuffer());
    await server.stop();
    if (!answer.ok) throw new Error(`The dataset was not exported: ${file.toString()}`);
    return file;
  } finally {
    await data.remove();
  }
}

type Answer = Record<string, unknown>;

/** Posts bytes or JSON. Not by fetch, which gives up on answers that take minutes. */
function caller(origin: string, key: string) {
  return (path: string, body: Buffer | object): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const type = Buffer.isBuffer(body) ? "application/octet-stream" : "application/json";
      const headers = { Authorization: `Bearer ${key}`, "Content-Type": type };
      const sent = request(`${origin}/api/v1${path}`, { method: "POST", headers }, (answer) => {
        let told = "";
        answer.setEncoding("utf8").on("data", (part: string) => {
          told += part;
        });
        answer.once("end", () => {
          if ((answer.statusCode ?? 500) < 300) resolve(JSON.parse(told) as Answer);
          else reject(new Error(`${path} was answered with ${answer.statusCode}: ${told}`));
        });
      });
      sent.once("error", reject);
      sent.end(Buffer.isBuffer(body) ? body : JSON.stringify(body));
    });
}
