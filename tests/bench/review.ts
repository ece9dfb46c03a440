import { chromium, type Page } from "@playwright/test";
import { v7 as uuid } from "uuid";
import type { ReviewView } from "@/domain/contract/review";
import type { WorkList } from "@/domain/contract/work";
import { sameContent } from "@/domain/statement/content";
import { StatementContent } from "@/domain/statement/statement";
import { chromiumArguments, findChromium } from "../support/chromium";
import { makeServerData, startServer } from "../support/server";

// `npm run bench:review`: how many keys it takes to settle the sample article by keyboard alone, from the queue to the last
// cluster, in a real browser on the built application with a fresh database. Where the readings differ, reading A is
// accepted with a reason; the gold that is stored must then be reading A's statements. Ends with 1 when it is not.

const data = await makeServerData("sqlite", "nothing");
const server = await startServer(data);
const browser = await chromium.launch({ executablePath: findChromium() ?? undefined, args: chromiumArguments });
try {
  const page = await browser.newPage({ baseURL: server.url, viewport: { width: 1440, height: 900 } });
  await page.goto(server.ownerLink);
  await page.getByRole("heading", { name: "My work" }).waitFor();
  const documentId = await giveUpBlindness(page);
  const { clusters } = await review(page, documentId);
  await page.goto("/review");
  await page.getByText(/clusters? in/).waitFor();

  let keys = 0;
  const press = async (key: string) => {
    await page.keyboard.press(key);
    keys += 1;
  };
  await press("n");
  for (let settled = 0; settled < clusters.length; settled += 1) {
    await page.getByText(`${settled} of ${clusters.length} settled`).waitFor();
    const title = await page.getByRole("heading", { level: 2, name: /^Cluster \d+ of/ }).textContent();
    const cluster = clusters[Number(title?.match(/\d+/)?.[0]) - 1];
    if (!cluster) throw new Error(`No cluster is open: ${title}.`);
    const before = keys;
    if (cluster.disagreements.length > 0) {
      await press("1");
      await press("q");
    }
    await press("Enter");
    console.log(`${keys - before}\t${cluster.disagreements.map(({ subject }) => subject).join(", ") || "all agree"}`);
  }
  await page.getByText(`${clusters.length} of ${clusters.length} settled`).waitFor();

  const { readings, gold } = await review(page, documentId);
  const plain = ({ parentId: _parent, sameClaimAsId: _same, ...content }: StatementContent) => ({
    ...{ ...content, parentId: null, sameClaimAsId: null },
  });
  const wanted = (readings[0]?.statements ?? []).map((one) => plain(StatementContent.parse(one)));
  const got = gold.statements.map((one) => plain(StatementContent.parse(one)));
  const missing = wanted.filter((one) => !got.some((other) => sameContent(one, other)));
  console.log(`\n${keys} keys for ${clusters.length} clusters, ${(keys / clusters.length).toFixed(2)} each`);
  console.log(`gold ${gold.assignment?.state}, ${got.length} statements, ${missing.length} of reading A missing`);
  if (gold.assignment?.state !== "submitted" || missing.length > 0 || got.length !== wanted.length)
    process.exitCode = 1;
} finally {
  await browser.close();
  await server.stop();
  await data.remove();
}

async function review(page: Page, documentId: string): Promise<ReviewView> {
  return (await page.request.get(`/api/v1/documents/${documentId}/review`)).json();
}

/** Not part of reviewing: the owner of the sample has a reading of their own to do. */
async function giveUpBlindness(page: Page): Promise<string> {
  const { items } = (await (await page.request.get("/api/v1/assignments")).json()) as WorkList;
  const [own] = items;
  if (!own) throw new Error("The sample has no assignment for its owner.");
  const body = { operationId: uuid(), revision: own.revision };
  const headers = { origin: server.url };
  await page.request.post(`/api/v1/assignments/${own.id}/unblind`, { headers, data: body });
  return own.document.id;
}
