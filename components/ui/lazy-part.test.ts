import { expect, test, vi } from "vitest";
import { lazyPart } from "./lazy-part";

test("a part is fetched once, for all who ask, and is there from then on", async () => {
  const fetchPart = vi.fn(async () => "chart");
  const part = lazyPart(fetchPart);
  const heard = vi.fn();
  const forget = vi.fn();
  part.subscribe(heard);
  part.subscribe(forget)();
  expect(part.current()).toBeNull();
  expect(fetchPart).not.toHaveBeenCalled();
  expect(await Promise.all([part.load(), part.load()])).toEqual(["chart", "chart"]);
  expect(part.current()).toBe("chart");
  expect(fetchPart).toHaveBeenCalledTimes(1);
  expect(heard).toHaveBeenCalledTimes(1);
  expect(forget).not.toHaveBeenCalled();
});

test("what could not be fetched is fetched again when it is next asked for", async () => {
  let isOnline = false;
  const part = lazyPart(async () => {
    if (!isOnline) throw new Error("offline");
    return "chart";
  });
  await expect(part.load()).rejects.toThrow("offline");
  expect(part.current()).toBeNull();
  isOnline = true;
  expect(await part.load()).toBe("chart");
});
