import type { AnnotatedFile } from "@/domain/import/annotated/annotated-format";
import { recogniseFormat } from "@/domain/import/annotated/annotated-formats";
import { ReadError } from "./read-error";

/** Bytes by which a format is told. */
const HEAD = 4096;

/** Throws ReadError for a file of annotated data, which is no article and has its own way in. */
export function refuseAnnotated(name: string, bytes: Uint8Array): void {
  const format = recogniseFormat([headOnly(name, bytes)], () => new TextDecoder().decode(bytes.subarray(0, HEAD)));
  if (!format) return;
  throw new ReadError(`The file is annotated data (${format.name}): import it under “Annotated data”.`);
}

/** What recognising looks at: the name. */
function headOnly(name: string, bytes: Uint8Array): AnnotatedFile {
  return {
    ...{ name, size: bytes.length, bytes: async () => bytes, text: async () => new TextDecoder().decode(bytes) },
    async *chunks(from = 0) {
      yield bytes.subarray(from);
    },
  };
}
