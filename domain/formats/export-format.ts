import type { Dataset } from "./dataset";
import type { LICENSES } from "./format-names";
import type { NetworkOptions } from "./network/network-options";

/** What positions in a format's files count; `none`: there are no positions in them. */
export type OffsetUnit = "unicode_code_point" | "utf16_code_unit" | "none";

export interface WriteOptions {
  appVersion: string;
  /** Of CSV: as they are, or safe to open in a spreadsheet. See `guardedCell`. */
  cells: "raw" | "spreadsheet";
  bundle: BundleOptions;
  network: NetworkOptions;
  /** A new SHA-256. */
  newHash(): Hash;
  /** The reliability report of the dataset in Markdown, without the time it was made; null: there is none. */
  reliabilityReport(): Promise<string | null>;
}

/** A running SHA-256. */
export interface Hash {
  update(bytes: Uint8Array): void;
  hex(): string;
}

export interface BundleOptions {
  /** Formats beside those that are always in it. */
  formats: readonly { name: string; format: ExportFormat }[];
  /** Of the split by article. */
  seed: number;
  license: (typeof LICENSES)[number];
}

/** A file of an export, written while it is read. Text is UTF-8. */
export interface OutputFile {
  /** Below the root of the export, "/" between folders. */
  path: string;
  chunks: AsyncIterable<string | Uint8Array>;
}

/** One format: how a dataset becomes files. Those of one dataset are written one after the other. */
export interface ExportFormat {
  /** `file`: exactly one file. `folder`: any number of them, sent as a ZIP. */
  shape: "file" | "folder";
  /** Of the file, or within the folder. */
  extension: string;
  mediaType: string;
  offsetUnit: OffsetUnit;
  /** Throws DatasetError where a document contradicts itself, before anything of that document is written. */
  files(dataset: Dataset, options: WriteOptions): AsyncIterable<OutputFile>;
}

/** A file that is small enough to be written at once. */
export async function* atOnce(text: string): AsyncGenerator<string> {
  yield text;
}

/** The single file of a format of shape `file`. */
export async function* oneFile(path: string, chunks: AsyncIterable<string | Uint8Array>): AsyncGenerator<OutputFile> {
  yield { path, chunks };
}
