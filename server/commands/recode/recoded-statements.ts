import * as z from "zod";

/** What a recode did to each statement: its event has the statement as it was. */
export const RecodedStatements = z.array(
  z.object({
    statementId: z.uuid(),
    operationId: z.uuid(),
    /** That it left. */
    revision: z.int(),
    /** On what the ruling said that its parts rest, before; null: no ruling has it as its gold. */
    ruling: z.object({ id: z.uuid(), provenance: z.unknown(), bases: z.unknown() }).nullable(),
  }),
);
export type RecodedStatements = z.infer<typeof RecodedStatements>;
