import * as z from "zod";

/** Values of one query parameter, separated by commas. */
export const ListParameter = (item: z.ZodString | z.ZodUUID) =>
  z
    .string()
    .max(20_000)
    .transform((text) => text.split(",").filter(Boolean))
    .pipe(z.array(item).max(400));
