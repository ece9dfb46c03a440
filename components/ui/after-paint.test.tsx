// @vitest-environment jsdom
import { useState } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { expect, test, vi } from "vitest";
import { afterPaint } from "./after-paint";

let show: (words: string) => void = () => {};
function Shown() {
  const [words, setWords] = useState("before");
  show = setWords;
  return words;
}

const host = document.body.appendChild(document.createElement("div"));
flushSync(() => createRoot(host).render(<Shown />));

test("what follows a frame is on the screen when it is done, so that the next key finds it", async () => {
  const seen = await new Promise<string | null>((resolve) => {
    afterPaint(() => {
      show("after a frame");
      // Nothing can be typed before a microtask.
      queueMicrotask(() => resolve(host.textContent));
    });
    expect(host.textContent).toBe("before");
  });
  expect(seen).toBe("after a frame");
});

test("a key finds what was to follow, in the order of asking", () => {
  for (const word of ["first", "second"]) afterPaint(() => show(word));
  let found: string | null = null;
  const listen = () => {
    found = host.textContent;
  };
  window.addEventListener("keydown", listen, { once: true });
  document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "m", bubbles: true }));
  expect(found).toBe("second");
});

test("what was called off does not happen, what failed keeps nothing else from happening", () => {
  const done: string[] = [];
  const errors: unknown[] = [];
  // Every browser has it; the test's one does not.
  vi.stubGlobal("reportError", (error: unknown) => errors.push(error));
  afterPaint(() => done.push("called off"))();
  afterPaint(() => {
    throw new RangeError("of the test");
  });
  afterPaint(() => done.push("asked for"));
  document.body.click();
  vi.unstubAllGlobals();
  expect(done).toEqual(["asked for"]);
  expect(errors).toEqual([new RangeError("of the test")]);
});
