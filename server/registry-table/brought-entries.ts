import * as z from "zod";
import { RegistryListName } from "@/domain/contract/registry-entries";

const Stored = z.object({
  row: z.looseObject({ id: z.string(), revision: z.int() }),
  aliases: z.array(z.string()),
  affiliations: z.array(z.record(z.string(), z.string().nullable())),
  broaderId: z.string().nullable(),
});

/** How the formats of imports of the registry's lists begin. */
export const OF_REGISTRY = "registry-";

/** What an import of a list of the registry added and changed, as the import keeps it to be undone. */
export const BroughtEntries = z.object({
  list: RegistryListName,
  added: z.array(Stored),
  changed: z.array(z.object({ before: Stored, after: Stored })),
});
export type BroughtEntries = z.infer<typeof BroughtEntries>;
