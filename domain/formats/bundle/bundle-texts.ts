import type { Dataset } from "../dataset";
import type { BundleOptions } from "../export-format";

interface Licence {
  /** As Hugging Face and SPDX name it; null: none. */
  id: string | null;
  text: string;
}

const LICENCES: Record<BundleOptions["license"], Licence> = {
  none: {
    id: null,
    text: "No licence is granted. Ask whoever gave you this dataset what you may do with it.",
  },
  "cc0-1.0": {
    id: "CC0-1.0",
    text: "The annotations are dedicated to the public domain under CC0 1.0: https://creativecommons.org/publicdomain/zero/1.0/legalcode",
  },
  "cc-by-4.0": {
    id: "CC-BY-4.0",
    text: "The annotations are licensed under CC BY 4.0: https://creativecommons.org/licenses/by/4.0/legalcode",
  },
  "cc-by-sa-4.0": {
    id: "CC-BY-SA-4.0",
    text: "The annotations are licensed under CC BY-SA 4.0: https://creativecommons.org/licenses/by-sa/4.0/legalcode",
  },
};

export function licenceText(license: BundleOptions["license"]): string {
  return `${LICENCES[license].text}\n\nThis does not extend to the texts of the articles: their rights remain with their authors and publishers.\n`;
}

/** `CITATION.cff` 1.2.0. `lastChange`: ISO day of the newest statement; null: there is none. */
export function citation(
  { project }: Dataset,
  { license }: BundleOptions,
  { appVersion, lastChange }: { appVersion: string; lastChange: string | null },
): string {
  const { id } = LICENCES[license];
  return [
    "cff-version: 1.2.0",
    "message: If you use this dataset, please cite it.",
    "type: dataset",
    `title: ${yamlText(project.name)}`,
    "authors:",
    `  - name: ${yamlText(`Annotators of ${project.name}`)}`,
    ...(lastChange ? [`date-released: ${lastChange}`] : []),
    ...(id ? [`license: ${id}`] : []),
    "identifiers:",
    "  - type: other",
    `    value: urn:uuid:${project.id}`,
    "    description: The project in Sayso",
    `abstract: ${yamlText(`Statements in news articles: who said what, and where they stand. Made with Sayso ${appVersion}.`)}`,
    "",
  ].join("\n");
}

/** Any text as a scalar of YAML: JSON strings are such. */
export const yamlText = (text: string) =>
  JSON.stringify(text).replace(/[\u007F-\u009F\u2028\u2029\uFEFF]/g, unicodeEscape);

const unicodeEscape = (sign: string) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`;
