import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { v7 as uuid } from "uuid";
import * as z from "zod";
import { ANNOTATED_FILE_LIMIT, UploadedFile } from "@/domain/contract/annotated-import";
import { env } from "@/server/env";
import { HttpError } from "@/server/http-error";

/** How long a file waits to be imported, milliseconds. */
const KEPT = 24 * 60 * 60 * 1000;

const Upload = UploadedFile.extend({ projectId: z.uuid(), userId: z.string() });

export interface Uploader {
  projectId: string;
  userId: string;
}

const folder = () => join(/* turbopackIgnore: true */ env().dataDir, "imports");
const bytesOf = (id: string) => join(/* turbopackIgnore: true */ folder(), id);
const aboutOf = (id: string) => `${bytesOf(id)}.json`;

/**
 * Keeps a file that comes in pieces, under a number: no name is ever a path. Whoever sent it alone may import it, into
 * this project. Errors: 413 too_large.
 */
export async function saveUpload(
  by: Uploader,
  name: string,
  body: AsyncIterable<Uint8Array> | null,
): Promise<UploadedFile> {
  await mkdir(/* turbopackIgnore: true */ folder(), { recursive: true, mode: 0o700 });
  await removeOld();
  const id = uuid();
  const hash = createHash("sha256");
  let size = 0;
  async function* counted() {
    for await (const piece of body ?? []) {
      size += piece.byteLength;
      if (size > ANNOTATED_FILE_LIMIT) {
        const megabytes = ANNOTATED_FILE_LIMIT / 1024 / 1024;
        throw new HttpError(413, "too_large", `A file may have ${megabytes} MB at most; split it.`);
      }
      hash.update(piece);
      yield piece;
    }
  }
  try {
    await pipeline(counted, createWriteStream(/* turbopackIgnore: true */ bytesOf(id), { mode: 0o600 }));
  } catch (error) {
    await rm(bytesOf(id), { force: true });
    throw error;
  }
  const file = { id, name: name.toWellFormed().replaceAll("\0", "␀"), size, sha256: hash.digest("hex") };
  await writeFile(aboutOf(id), JSON.stringify({ ...file, ...by }), { mode: 0o600 });
  return file;
}

/** Where uploaded files lie, by their ids. Errors: 422 upload_gone, the same for another person's. */
export async function findUploads(by: Uploader, ids: readonly string[]): Promise<{ name: string; path: string }[]> {
  return Promise.all(
    ids.map(async (id) => {
      const text = await readFile(/* turbopackIgnore: true */ aboutOf(id), "utf8").catch(() => null);
      const upload = text === null ? null : Upload.parse(JSON.parse(text));
      if (upload?.userId !== by.userId || upload.projectId !== by.projectId) {
        throw new HttpError(422, "upload_gone", "A file is not there, or not any more: send it again.");
      }
      return { name: upload.name, path: bytesOf(id) };
    }),
  );
}

/** Of files that were imported. */
export async function removeUploads(ids: readonly string[]): Promise<void> {
  for (const id of ids) for (const path of [bytesOf(id), aboutOf(id)]) await rm(path, { force: true });
}

async function removeOld(): Promise<void> {
  for (const name of await readdir(/* turbopackIgnore: true */ folder())) {
    const path = join(/* turbopackIgnore: true */ folder(), name);
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Number.POSITIVE_INFINITY }));
    if (mtimeMs < Date.now() - KEPT) await rm(path, { force: true });
  }
}
