import { spawn } from "node:child_process";
import path from "node:path";
import { parseArgs } from "node:util";
import { type BrowserContext, chromium, type Page } from "@playwright/test";
import { chromiumArguments, findChromium } from "../support/chromium";
import { makeServerData, startServer } from "../support/server";
import type {} from "./editor/bare-page";
import { type BenchCase, CASES } from "./editor/cases";
import { measureHeap, measureKeys, measurePaint, measureScroll, painted } from "./editor/measure";
import { observePage } from "./editor/observe-page";
import { type CaseFigures, type Kind, type PageFigures, printHead, printPage, printTargets } from "./editor/report";
import { measureSave } from "./editor/save";
import { measureScript } from "./editor/script";
import { serveBarePages } from "./editor/serve-bare";

// `npm run bench:editor`: the annotation screen of the production build beside a bare CodeMirror page and a bare page of
// paragraphs, in one run, in turns: other work on the machine slows all three. `--only 500k` measures some sizes, `--rounds 5`
// says how often each page is opened, `--check` exits with 1 when a target is missed.

const ROOT = path.join(import.meta.dirname, "../..");
const KEYS = 50;
const STEPS = 300;
const KINDS: readonly Kind[] = ["sayso", "codemirror", "paragraphs"];

const { values } = parseArgs({
  options: { only: { type: "string", multiple: true }, rounds: { type: "string" }, check: { type: "boolean" } },
});
const rounds = Number(values.rounds ?? 5);
const cases = CASES.filter(({ name }) => !values.only || values.only.includes(name));
const first = CASES[0] as BenchCase;
if (cases.length === 0) throw new Error(`Sizes are ${CASES.map(({ name }) => name).join(", ")}.`);

const data = await makeServerData("sqlite", "nothing");
const assignments = await fill(data.dataDir);
const server = await startServer(data);
const bare = await serveBarePages();
/** A page that is not there: the frame of the application and one sentence. */
const emptyPage = `${server.url}/read/00000000-0000-7000-8000-000000000000`;
const browser = await chromium.launch({ executablePath: findChromium() ?? undefined, args: chromiumArguments });
try {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  await inPage(context, async (page) => {
    await page.goto(server.ownerLink);
    await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
  });
  // The compiler behind tsx names functions through this, which a page does not have.
  await context.addInitScript("globalThis.__name = (named) => named");
  await context.addInitScript(observePage);

  // The browser keeps compiled scripts only from the third visit on; nobody annotates with a cold cache for long.
  for (const kind of KINDS) {
    for (let visit = 0; visit < 4; visit++) await inPage(context, (page) => openCase(page, kind, first));
  }
  const emptyHeap = await inPage(context, async (page) => {
    await page.goto(emptyPage, { waitUntil: "load" });
    return measureHeap(await context.newCDPSession(page));
  });
  const figures: CaseFigures[] = [];
  printHead();
  for (const one of cases) figures.push(await measureCase(context, one));
  const save = await inPage(context, (page) => measureSave(page, addressOf(cases.at(-1) ?? first)));
  const script = await measureScript(context, addressOf(first), emptyPage);
  const reached = printTargets({ cases: figures, emptyHeap, save, script });
  if (values.check && !reached) process.exitCode = 1;
} finally {
  await browser.close();
  bare.stop();
  await server.stop();
  await data.remove();
}

function addressOf(one: BenchCase): string {
  return `${server.url}/annotate/${assignments[one.name]}`;
}

/** Opens a page on a case. */
async function openCase(page: Page, kind: Kind, one: BenchCase): Promise<void> {
  await page.goto(kind === "sayso" ? addressOf(one) : bare.urlOf(kind), { waitUntil: "load", timeout: 120_000 });
  if (kind !== "sayso") await page.evaluate((url) => window.showData(url), bare.dataUrlOf(one));
  await painted(page);
}

/** Goes to a case from a page that has shown the first one. */
async function paintCase(page: Page, kind: Kind, one: BenchCase): Promise<number> {
  await openCase(page, kind, first);
  const url = bare.dataUrlOf(one);
  if (kind !== "sayso") return measurePaint(page, () => page.evaluate((data) => window.showData(data), url), url);
  const path = new URL(addressOf(one)).pathname;
  await page.locator(`a[href="/"]`).first().click();
  const link = page.locator(`main a[href="${path}"]`).first();
  await link.waitFor();
  return measurePaint(page, () => link.click(), path);
}

async function measureCase(context: BrowserContext, one: BenchCase): Promise<CaseFigures> {
  const paints: Record<Kind, number[]> = { sayso: [], codemirror: [], paragraphs: [] };
  for (let round = 0; round < rounds; round++) {
    for (const kind of KINDS) paints[kind].push(await inPage(context, (page) => paintCase(page, kind, one)));
  }
  const pages: Partial<Record<Kind, PageFigures>> = {};
  for (const kind of KINDS) {
    pages[kind] = await inPage(context, async (page) => {
      const session = await context.newCDPSession(page);
      await openCase(page, kind, one);
      const heap = await measureHeap(session);
      const before = await measureScroll(page, session, STEPS);
      await openCase(page, kind, one);
      const keys = await measureKeys(page, KEYS);
      const after = await measureScroll(page, session, STEPS);
      return { paints: paints[kind], heap, before, keys, after };
    });
    printPage(`${one.name}, ${kind}`, pages[kind]);
  }
  return { name: one.name, pages: pages as Record<Kind, PageFigures> };
}

async function inPage<T>(context: BrowserContext, run: (page: Page) => Promise<T>): Promise<T> {
  const page = await context.newPage();
  try {
    return await run(page);
  } finally {
    await page.close();
  }
}

/** In a process of its own: only one may own the data. */
async function fill(dataDir: string): Promise<Record<string, string>> {
  const child = spawn(process.execPath, ["--import", "tsx", path.join(import.meta.dirname, "editor/fill.ts")], {
    cwd: ROOT,
    env: { ...process.env, DATA_DIR: dataDir, DATABASE_URL: "" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (part: string) => {
    output += part;
  });
  const code = await new Promise((resolve) => child.once("close", resolve));
  if (code !== 0) throw new Error(`The database could not be filled:\n${output}`);
  return JSON.parse(output.trim().split("\n").at(-1) ?? "") as Record<string, string>;
}
