import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { build } from "vite";
import { type BenchCase, bareData, CASES, makeCase } from "./cases";

const ROOT = path.join(import.meta.dirname, "../../..");
const STYLE = `
  body { margin: 0; background: #faf8f3; color: #1d1b16 }
  .scroll { height: calc(100dvh - 5rem); overflow-y: auto; padding: 0 2.5rem }
  main { max-width: 40rem; margin: 3rem auto 40vh; font: 1.1875rem/2rem Georgia, serif; overflow-wrap: break-word }
  .cm-scroller { overflow: visible !important; font: inherit !important; line-height: inherit !important }
  p { margin: 0; white-space: break-spaces; min-height: 1em }
  .content { background: #e8eef7 } .cue { text-decoration: underline } .source { text-decoration: underline dotted }
`;

export type BarePages = {
  urlOf: (kind: "codemirror" | "paragraphs") => string;
  dataUrlOf: (one: BenchCase) => string;
  stop: () => void;
};

/** The bare pages and their data on 127.0.0.1, the scripts cached as the application's are. */
export async function serveBarePages(): Promise<BarePages> {
  const scripts = new Map<string, string>();
  for (const kind of ["codemirror", "paragraphs"]) scripts.set(`/${kind}.js`, await bundle(`bare-${kind}.ts`));
  const named = { outletId: "o", speakerIds: ["s"], targetIds: ["t"] };
  const pages = new Map(["codemirror", "paragraphs"].map((kind) => [`/${kind}`, pageOf(kind)]));
  const data = new Map(CASES.map((one, index) => [`/data/${index}`, JSON.stringify(bareData(makeCase(one, named)))]));

  const server = createServer((request, response) => {
    const url = request.url ?? "";
    const script = scripts.get(url);
    const page = pages.get(url) ?? data.get(url);
    if (script) {
      response.setHeader("Content-Type", "text/javascript; charset=utf-8");
      response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
      response.end(script);
    } else if (page) {
      response.setHeader("Content-Type", data.has(url) ? "application/json" : "text/html; charset=utf-8");
      response.setHeader("Cache-Control", "no-store");
      response.end(page);
    } else {
      response.statusCode = 204;
      response.end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    urlOf: (kind) => `http://127.0.0.1:${port}/${kind}`,
    dataUrlOf: (one) => `http://127.0.0.1:${port}/data/${CASES.indexOf(one)}`,
    stop: () => server.close(),
  };
}

function pageOf(kind: string): string {
  return `<!doctype html><html lang="en"><title>${kind}</title><style>${STYLE}</style>
<script src="/${kind}.js" defer></script><body><div class="scroll"><main></main></div></body></html>`;
}

async function bundle(entry: string): Promise<string> {
  const built = await build({
    root: ROOT,
    configFile: false,
    logLevel: "error",
    resolve: { alias: { "@": ROOT } },
    define: { "process.env.NODE_ENV": '"production"' },
    build: {
      write: false,
      lib: { entry: path.join(import.meta.dirname, entry), formats: ["iife"], name: "bare" },
    },
  });
  const outputs = [built].flat().flatMap((one) => ("output" in one ? one.output : []));
  const chunk = outputs.find((output) => output.type === "chunk");
  if (!chunk) throw new Error(`${entry} could not be built.`);
  return chunk.code;
}
