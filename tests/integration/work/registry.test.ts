import { v7 as uuid } from "uuid";
import { beforeAll, expect, test } from "vitest";
import { proposeTarget } from "@/server/commands/propose-target";
import { createTestDatabase } from "../../support/database";
import { seedSample } from "../../support/sample";

// What a beforeAll returns runs after the last test.
beforeAll(async () => (await createTestDatabase("sample")).close);

test("targets proposed at the same moment each get a key of their own", async () => {
  const { owner, projectId } = await seedSample();
  const proposals = Array.from({ length: 10 }, (_, number) =>
    proposeTarget(owner, projectId, { operationId: uuid(), id: uuid(), name: `Target ${number}` }),
  );
  const keys = (await Promise.all(proposals)).map((target) => target.key);
  expect(new Set(keys).size).toBe(10);
});
