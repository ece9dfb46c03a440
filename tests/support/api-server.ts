import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream as WebStream } from "node:stream/web";
import type { Operation } from "@/domain/contract/operation-groups/operation";
import { operations } from "@/domain/contract/operations";
import { routeOf } from "./route-of";

export interface ApiServer {
  /** Origin without a trailing slash. */
  url: string;
  close(): Promise<void>;
}

/** The API's real routes behind a real port, without pages: for programs that are not ours. */
export async function serveApi(): Promise<ApiServer> {
  const server = createServer((request, response) => {
    void answer(request.method ?? "GET", request.url ?? "/", new Headers(request.headers as Record<string, string>))
      .then(async (found) => {
        response.writeHead(found.status, Object.fromEntries(found.headers));
        if (found.body) await pipeline(Readable.fromWeb(found.body as WebStream), response);
        else response.end();
      })
      .catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** What is only read: programs that write are tested by calling the routes. */
async function answer(method: string, url: string, headers: Headers): Promise<Response> {
  const request = new Request(new URL(url, "http://127.0.0.1"), { method, headers });
  const at = new URL(request.url).pathname;
  for (const operation of Object.values<Operation>(operations)) {
    if (operation.method.toUpperCase() !== method) continue;
    const pattern = new RegExp(`^/api/v1${operation.path.replaceAll(/\{(\w+)\}/g, "(?<$1>[^/]+)")}$`);
    const found = pattern.exec(at);
    if (!found) continue;
    const route = await routeOf(operation);
    return route(request, { params: Promise.resolve({ ...found.groups }) });
  }
  return new Response(null, { status: 404 });
}
