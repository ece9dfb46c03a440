import type { Page } from "@playwright/test";
import type { AnnotationView, WorkList } from "../../domain/contract/work";
import { expect } from "./fixtures";

/** What the screen says about saving. */
export const status = (page: Page) => page.locator("[data-save-status]");

/** The one assignment of the owner. */
export async function assignmentOf(page: Page): Promise<string> {
  const { items } = (await (await page.request.get("/api/v1/assignments")).json()) as WorkList;
  return items[0]?.id ?? "";
}

export async function statementsOf(page: Page): Promise<AnnotationView["statements"]> {
  const view = await page.request.get(`/api/v1/assignments/${await assignmentOf(page)}`);
  return ((await view.json()) as AnnotationView).statements;
}

export async function openAssignment(page: Page): Promise<void> {
  await page.goto(`/annotate/${await assignmentOf(page)}`);
  await expect(page.getByRole("textbox", { name: /article/i })).toBeVisible();
}

/** Makes a statement of each of the next sentences. */
export async function markSentences(page: Page, count: number): Promise<void> {
  for (let edit = 0; edit < count; edit += 1) {
    await page.getByRole("textbox", { name: /article/i }).focus();
    await page.keyboard.press("j");
    await page.keyboard.press("m");
  }
}

/** How many drafts this browser keeps, whoever's they are. */
export async function draftsIn(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open("sayso-outbox");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const counting = opening.result.transaction("drafts").objectStore("drafts").count();
          counting.onsuccess = () => {
            opening.result.close();
            resolve(counting.result);
          };
        };
      }),
  );
}
