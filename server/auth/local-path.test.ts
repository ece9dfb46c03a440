import { expect, test } from "vitest";
import { localPath } from "./local-path";

test.each([
  ["/annotate/018f?at=12", "/annotate/018f?at=12"],
  ["/", "/"],
  ["/review/../export", "/export"],
  [null, "/"],
  ["", "/"],
  ["//evil.example", "/"],
  ["/\\evil.example", "/"],
  ["/\t/evil.example", "/"],
  ["/x/..//evil.example", "/"],
  ["/%2e%2e//evil.example", "/"],
  ["https://evil.example/", "/"],
  ["javascript:alert(1)", "/"],
  ["/api/v1/account", "/"],
  ["/sign-in?next=/sign-in", "/"],
  ["/sign-in/link", "/"],
  ["/sign-inside", "/sign-inside"],
])("%j leads to %s", (given, path) => {
  expect(localPath(given)).toBe(path);
});
