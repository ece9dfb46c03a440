import path from "node:path";
import type { Operation } from "@/domain/contract/operation-groups/operation";
import type { Route } from "./call";

const root = path.join(import.meta.dirname, "../..");

/** The file that answers an operation, from the project's root. */
export const routeFileOf = ({ path: at }: Operation) =>
  path.join("app/api/v1", at.replaceAll("{", "[").replaceAll("}", "]"), "route.ts");

/** The route that answers an operation. Throws where there is none. */
export async function routeOf(operation: Operation): Promise<Route> {
  const routes = (await import(path.join(root, routeFileOf(operation)))) as Record<string, Route>;
  const route = routes[operation.method.toUpperCase()];
  if (!route) throw new Error(`${routeFileOf(operation)} has no ${operation.method.toUpperCase()}.`);
  return route;
}
