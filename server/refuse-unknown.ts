import type { Operation } from "@/domain/contract/operation-groups/operation";
import { operations } from "@/domain/contract/operations";
import { HttpError, notFound } from "./http-error";
import { problemResponse } from "./problem-response";

/** Paths of the API and what each takes, by their pattern. */
const METHODS = methodsByPath();

function methodsByPath(): { pattern: RegExp; methods: Set<string> }[] {
  const found = new Map<string, Set<string>>([
    ["/api/health", new Set(["GET"])],
    ["/api/health/live", new Set(["GET"])],
    ["/api/v1/openapi.json", new Set(["GET"])],
  ]);
  for (const { method, path } of Object.values<Operation>(operations)) {
    const whole = `/api/v1${path}`;
    found.set(whole, (found.get(whole) ?? new Set()).add(method.toUpperCase()));
  }
  return [...found].map(([path, methods]) => {
    if (methods.has("GET")) methods.add("HEAD");
    methods.add("OPTIONS");
    return { pattern: new RegExp(`^${path.replaceAll(".", "\\.").replaceAll(/\{\w+\}/g, "[^/]+")}/?$`), methods };
  });
}

/** 405 as problem+json where the API has the path but not with this method; null: it has, or has no such path. */
export function refuseMethod(method: string, path: string): Response | null {
  if (!path.startsWith("/api/")) return null;
  const found = METHODS.filter(({ pattern }) => pattern.test(path));
  if (found.length === 0 || found.some(({ methods }) => methods.has(method))) return null;
  const allowed = [...new Set(found.flatMap(({ methods }) => [...methods]))].join(", ");
  const detail = `This address takes ${allowed}, not ${method}.`;
  return problemResponse(new HttpError(405, "method_not_allowed", detail, { headers: { Allow: allowed } }));
}

/** 404 as problem+json, for paths below /api that nothing answers. */
export const refuseUnknown = () => problemResponse(notFound());
