import type { ComparedPass } from "@/domain/contract/agreement";

/** Why a pass is not counted. */
export type LeftOut = NonNullable<ComparedPass["leftOut"]>;
