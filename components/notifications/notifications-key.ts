import type { QueryKey } from "@tanstack/react-query";

/** Query key of what one is told of. */
export const NOTIFICATIONS_KEY: QueryKey = ["notifications"];
