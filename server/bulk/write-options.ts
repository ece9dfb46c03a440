import { createHash } from "node:crypto";
import type { ExportChoice } from "@/domain/contract/export";
import type { WriteOptions } from "@/domain/formats/export-format";
import { EXPORT_FORMATS } from "@/domain/formats/export-formats";
import { BUNDLED_NAMES } from "@/domain/formats/format-names";
import packageJson from "@/package.json";

/** How a choice is written; `reliabilityReport` is asked for where a format has one. */
export function writeOptions(choice: ExportChoice, reliabilityReport: WriteOptions["reliabilityReport"]): WriteOptions {
  const { cells, seed, license, formats = [] } = choice;
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
    reliabilityReport,
  };
}
