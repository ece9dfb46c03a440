import type { QueryKey } from "@tanstack/react-query";

/** Query key of the number of one's new mentions. */
export const MENTIONS_KEY: QueryKey = ["mentions"];
