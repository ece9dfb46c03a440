import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, expect, it } from "vitest";

const folder = mkdtempSync(path.join(tmpdir(), "sayso-lockfile-"));
const file = path.join(folder, "package-lock.json");
afterEach(() => rmSync(file, { force: true }));

function lockfile(packages, ...args) {
  writeFileSync(file, JSON.stringify({ lockfileVersion: 3, packages }));
  const script = path.join(import.meta.dirname, "lockfile.mjs");
  const { status, stdout } = spawnSync(process.execPath, [script, file, ...args], { encoding: "utf8" });
  return { status, stdout, after: JSON.parse(readFileSync(file, "utf8")).packages };
}

const partial = {
  "": { optionalDependencies: {} },
  "node_modules/swc": {
    version: "1.2.3",
    license: "MIT",
    integrity: "sha512-x",
    dev: true,
    optionalDependencies: {
      "@swc/linux-x64-musl": "1.2.3",
      "@swc/darwin-arm64": "1.2.3",
      "@swc/win32-x64-msvc": "1.2.3",
    },
  },
  "node_modules/@swc/darwin-arm64": { version: "1.2.3", optional: true },
};

it("adds the platforms that are missing, and nothing else", () => {
  const { status, after } = lockfile(partial);
  expect(status).toBe(0);
  expect(Object.keys(after)).toEqual([
    "",
    "node_modules/@swc/darwin-arm64",
    "node_modules/@swc/linux-x64-musl",
    "node_modules/@swc/win32-x64-msvc",
    "node_modules/swc",
  ]);
  expect(after["node_modules/@swc/linux-x64-musl"]).toEqual({
    version: "1.2.3",
    cpu: ["x64"],
    dev: true,
    libc: ["musl"],
    license: "MIT",
    optional: true,
    os: ["linux"],
  });
  expect(lockfile(after, "--check").status).toBe(0);
});

it("only tells with --check", () => {
  const { status, stdout, after } = lockfile(partial, "--check");
  expect(status).toBe(1);
  expect(stdout).toContain("npm run lockfile");
  expect(after).toEqual(partial);
});

it("finds a package that is nested below its parent", () => {
  const nested = {
    "node_modules/a": { version: "1.0.0", integrity: "sha512-a" },
    "node_modules/a/node_modules/b": { version: "1.0.0", integrity: "sha512-b", optionalDependencies: { c: "1.0.0" } },
    "node_modules/a/node_modules/c": { version: "1.0.0", optional: true },
  };
  expect(lockfile(nested, "--check").status).toBe(0);
});

it("refuses the address of a registry", () => {
  const bound = { "node_modules/a": { version: "1.0.0", resolved: "https://registry.example/a-1.0.0.tgz" } };
  expect(lockfile(bound, "--check")).toMatchObject({ status: 1, stdout: expect.stringContaining("registry") });
});

it("refuses a package without the hash of its download", () => {
  const unproved = { "node_modules/a": { version: "1.0.0" }, "node_modules/b": { version: "1.0.0", optional: true } };
  const { status, stdout } = lockfile(unproved, "--check");
  expect([status, stdout.trim()]).toEqual([1, expect.stringMatching(/^node_modules\/a has no hash/)]);
});
