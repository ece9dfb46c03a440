import { chromium, type Page } from "@playwright/test";
import type { AnnotationView } from "@/domain/contract/work";
import { chromiumArguments, findChromium } from "../support/chromium";
import { makeServerData, startServer } from "../support/server";
import type { Step } from "./keys/action";
import { findMismatches } from "./keys/compare";
import { keyboardScript } from "./keys/keyboard-script";
import { mouseScript } from "./keys/mouse-script";
import { perform } from "./keys/perform";
import { suggestionsScript } from "./keys/suggestions-script";

// `npm run bench:keys`: how many keys, clicks and drags it takes to code reading A of the sample article, in a real browser
// on the built application with a fresh database for each flow. What ends up stored is read through the API and must be
// the reading's statements. Letters count one each, chords one, a drag one. Ends with 1 when a flow ends in others.

interface Flow {
  name: string;
  script: readonly Step[];
  /** Presses before the first statement. */
  prepare?: (page: Page) => Promise<number>;
}

interface Result {
  name: string;
  statements: number;
  actions: number;
  mismatches: string[];
}

const flows: Flow[] = [
  { name: "keyboard", script: keyboardScript },
  {
    name: "keyboard with suggestions",
    script: suggestionsScript,
    async prepare(page) {
      await page.keyboard.press("Shift+S");
      await page.getByRole("alertdialog").getByRole("button", { name: "Show suggestions" }).press("Enter");
      await page.getByRole("alertdialog").waitFor({ state: "hidden" });
      await page.locator("[data-suggestion-card]").first().waitFor();
      return 2;
    },
  },
  { name: "mouse", script: mouseScript },
];

const chosen = process.argv.slice(2);
const results: Result[] = [];
for (const flow of flows.filter(({ name }) => chosen.length === 0 || chosen.includes(name)))
  results.push(await run(flow));

console.log("\nReading A of the sample article, every question that the codebook asks");
console.log(row("flow", "statements", "actions", "per statement", "mismatches"));
for (const { name, statements, actions, mismatches } of results) {
  const mean = (actions / statements).toFixed(2);
  console.log(row(name, String(statements), String(actions), mean, String(mismatches.length)));
}
for (const { name, mismatches } of results) for (const mismatch of mismatches) console.log(`${name}: ${mismatch}`);
if (results.some(({ mismatches }) => mismatches.length > 0)) process.exitCode = 1;

async function run({ name, script, prepare }: Flow): Promise<Result> {
  const data = await makeServerData("sqlite", "nothing");
  const server = await startServer(data);
  const browser = await chromium.launch({ executablePath: findChromium() ?? undefined, args: chromiumArguments });
  try {
    const page = await browser.newPage({ baseURL: server.url, viewport: { width: 1440, height: 900 } });
    await page.goto(server.ownerLink);
    await page.getByRole("heading", { name: "My work" }).waitFor();
    await page.getByRole("link", { name: /start annotating/i }).click();
    await page.getByRole("textbox", { name: /text of the article/i }).waitFor();
    await page.locator("[data-save-status]").waitFor();

    console.log(`\n${name}`);
    let actions = (await prepare?.(page)) ?? 0;
    if (actions > 0) console.log(`${actions}\tbefore the first statement`);
    for (const step of script) {
      let own = 0;
      for (const action of step.actions) {
        own += await perform(page, action).catch((error: unknown) => {
          throw new Error(`${name}, ${step.statement}, ${JSON.stringify(action)}: ${String(error)}`);
        });
      }
      console.log(`${own}\t${step.statement}`);
      actions += own;
    }
    await page.locator("[data-save-status]", { hasText: /^Saved$/ }).waitFor();
    const id = new URL(page.url()).pathname.split("/").at(-1);
    const stored: AnnotationView = await (await page.request.get(`/api/v1/assignments/${id}`)).json();
    if (process.env.SHOT) await page.screenshot({ path: process.env.SHOT });
    return { name, statements: script.length, actions, mismatches: findMismatches(stored) };
  } catch (error) {
    if (process.env.SHOT) await browser.contexts()[0]?.pages()[0]?.screenshot({ path: process.env.SHOT });
    throw error;
  } finally {
    await browser.close();
    await server.stop();
    await data.remove();
  }
}

function row(name: string, ...cells: string[]): string {
  return name.padEnd(28) + cells.map((cell) => cell.padStart(15)).join("");
}
