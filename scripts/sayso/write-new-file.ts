import { existsSync, rmSync } from "node:fs";
import { type FileHandle, link, open, rename, rm } from "node:fs/promises";
import { StartError } from "@/server/start-error";

/**
 * Writes a file that appears whole or not at all: what `write` puts into it stands under another name until it is on the
 * disk. Also an interrupted one leaves nothing behind. Throws `StartError` where there is a file already, unless `isForced`.
 */
export async function writeNewFile(
  path: string,
  isForced: boolean,
  write: (file: Pick<FileHandle, "write">) => Promise<void>,
): Promise<void> {
  if (!isForced && existsSync(path)) throw isThere(path);
  const part = `${path}.${process.pid}.partial`;
  const abandon = (signal: NodeJS.Signals) => {
    rmSync(part, { force: true });
    process.kill(process.pid, signal);
  };
  process.once("SIGINT", abandon).once("SIGTERM", abandon);
  try {
    const file = await open(part, "wx", 0o666).catch((error: NodeJS.ErrnoException) => {
      throw new StartError(
        `${path} cannot be written: ${error.code === "ENOENT" ? "there is no such folder" : error.code}.`,
      );
    });
    try {
      await write(file);
      await file.sync();
    } finally {
      await file.close();
    }
    if (isForced) await rename(part, path);
    else await place(part, path);
  } finally {
    await rm(part, { force: true });
    process.off("SIGINT", abandon).off("SIGTERM", abandon);
  }
}

/** Gives the file its name, without taking the place of one that came meanwhile. */
async function place(part: string, path: string): Promise<void> {
  await link(part, path).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code === "EEXIST" || existsSync(path)) throw isThere(path);
    // Some drives have no links.
    await rename(part, path);
  });
}

const isThere = (path: string) => new StartError(`${path} is there already: --force puts the new one in its place.`);
