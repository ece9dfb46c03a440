import { expect, it } from "vitest";
import { explain } from "./explain.mjs";

it.each([
  ["gyp ERR! find Python Could not find any Python installation to use", "apt-get install -y python3 make g++"],
  ["gyp ERR! stack Error: not found: make", "apt-get install -y python3 make g++"],
  [
    "npm error code ENOTFOUND\nnpm error network request to https://registry.example/a failed",
    "registry cannot be reached",
  ],
  ["npm error code EUSAGE\nnpm error `npm ci` can only install packages when", "npm install"],
  ["npm error code ENOSPC", "disk is full"],
  ["Error: listen EADDRINUSE: address already in use 127.0.0.1:3000", "PORT=3001 npm start"],
  ["error: password authentication failed for user", "DATABASE_URL"],
  ["Error: connect ECONNREFUSED 127.0.0.1:5432", "PostgreSQL runs"],
  ["FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory", "memory"],
  ["Turbopack build failed with 1 errors:", "build failed"],
])("%s", (log, advice) => {
  expect(explain(log)).toContain(advice);
});

it("does not guess", () => {
  expect(explain("TypeError: x is not a function")).toBeUndefined();
});
