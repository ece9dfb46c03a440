import { afterEach, beforeEach, expect, type MockInstance, vi } from "vitest";

// An error that only reaches the console is an error nobody sees: a test during which one is printed fails.
// A test that expects one says so: `vi.spyOn(console, "error").mockImplementation(() => {})`.
let spy: MockInstance<typeof console.error>;
let printed: unknown[][] = [];

beforeEach(() => {
  printed = [];
  spy = vi.spyOn(console, "error").mockImplementation((...parts: unknown[]) => {
    printed.push(parts);
  });
});

afterEach(() => {
  spy.mockRestore();
  expect(printed, "console.error was called during this test").toEqual([]);
});
