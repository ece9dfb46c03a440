import { createHash } from "node:crypto";
import type { ExportChoice } from "@/domain/contract/export";
import type { WriteOptions } from "@/domain/formats/export-format";
import { EXPORT_FORMATS } from "@/domain/formats/export-formats";
import { BUNDLED_NAMES } from "@/domain/formats/format-names";
import packageJson from "@/package.json";
import type { Actor } from "@/server/auth/actor";
import { describeReliability } from "@/server/queries/agreement/describe-reliability";

/** How a choice is written. */
export function writeOptions(actor: Actor, projectId: string, choice: ExportChoice): WriteOptions {
  const { cells, seed, license, formats = [], documents, people } = choice;
  const { networkType, actor: actorKind, qualifierAggregation, normalization } = choice;
  const { duplicates, timeWindow, windowSize } = choice;
  const asked = BUNDLED_NAMES.filter((name) => formats.includes(name));
  return {
    appVersion: packageJson.version,
    cells,
    bundle: { seed, license, formats: asked.map((name) => ({ name, format: EXPORT_FORMATS[name] })) },
    network: { networkType, actor: actorKind, qualifierAggregation, normalization, duplicates, timeWindow, windowSize },
    newHash() {
      const hash = createHash("sha256");
      return { update: (bytes) => void hash.update(bytes), hex: () => hash.digest("hex") };
    },
    reliabilityReport: () => describeReliability(actor, projectId, { documents, isNaming: people === "names" }),
  };
}
