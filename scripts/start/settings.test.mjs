import { hostname } from "node:os";
import { expect, it } from "vitest";
import { readSettings } from "./settings.mjs";

it("listens on this machine only, unless told otherwise", () => {
  expect(readSettings({})).toMatchObject({ hostname: "127.0.0.1", port: "3000" });
  expect(readSettings({ HOSTNAME: "0.0.0.0", PORT: "8080" })).toMatchObject({ hostname: "0.0.0.0", port: "8080" });
});

it("takes the machine's own name, which shells set, for no address", () => {
  expect(readSettings({ HOSTNAME: hostname() }).hostname).toBe("127.0.0.1");
});
