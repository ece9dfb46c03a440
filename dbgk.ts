import { chromium } from "@playwright/test";
import { chromiumArguments, findChromium } from "./tests/support/chromium";
import { makeServerData, startServer } from "./tests/support/server";
const data = await makeServerData("sqlite"); const server = await startServer(data);
const browser = await chromium.launch({ executablePath: findChromium() ?? undefined, args: chromiumArguments });
const page = await browser.newPage({ baseURL: server.url, viewport: { width: 1440, height: 900 } });
page.on("console", (m) => console.log("C", m.text())); page.on("pageerror", (e) => console.log("E", e.message));
await page.goto(server.ownerLink); await page.getByRole("heading", { name: "My work" }).waitFor();
await page.getByRole("link", { name: /start annotating/i }).click();
await page.getByRole("textbox", { name: /text of the article/i }).waitFor(); await page.locator("[data-save-status]").waitFor();
const wait = Number(process.argv[2] ?? 0);
for (const k of ["j", "m", "u"]) { await page.keyboard.press(k); await page.waitForTimeout(wait); }
await page.waitForTimeout(1000); console.log("hints", await page.locator(".article-hint").count());
await page.screenshot({ path: "/tmp/dbgk.png" });
await page.keyboard.press("Escape"); await page.keyboard.press("Escape");
for (const k of ["j", "m", "u"]) { await page.keyboard.press(k); await page.waitForTimeout(wait); }
await page.waitForTimeout(1000); console.log("hints 2", await page.locator(".article-hint").count());
await page.screenshot({ path: "/tmp/dbgk2.png" });
await browser.close(); await server.stop(); await data.remove();
