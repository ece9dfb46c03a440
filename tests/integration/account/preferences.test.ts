import { beforeAll, expect, test } from "vitest";
import { GET, PUT } from "@/app/api/v1/account/preferences/route";
import type { Preferences } from "@/domain/contract/preferences";
import { defaultPreferences } from "@/domain/preferences/default-preferences";
import type { Actor } from "@/server/auth/actor";
import { savePreferences } from "@/server/commands/save-preferences";
import { database } from "@/server/database/client";
import { getPreferences } from "@/server/queries/get-preferences";
import { call, sessionOf } from "../../support/call";
import { createTestDatabase } from "../../support/database";
import { makeActor, type Sample, seedSample } from "../../support/sample";

// What a beforeAll returns runs after the last test.
beforeAll(async () => (await createTestDatabase("sample")).close);

let sample: Sample;
beforeAll(async () => {
  sample = await seedSample();
});

const own: Preferences = {
  keys: {
    "statement.make": ["ы", "Mod+Shift+m"],
    "value.sourcing.named_person": [],
    "article.nextSentence": ["👩‍👩‍👧".slice(0, 2)],
  },
  singleKeys: false,
  reading: { textSize: "large", lineSpacing: "wide", contrast: "more", patterns: "auto" },
};

const person = () => makeActor(sample, "annotator");
const rejection = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: unknown) => error,
  );

test("somebody who has set nothing has the defaults, at revision 0", async () => {
  expect(await getPreferences(await person())).toEqual({ revision: 0, preferences: defaultPreferences });
});

test("what is saved is read again, by nobody else", async () => {
  const [actor, other] = [await person(), await person()];
  expect(await savePreferences(actor, { revision: 0, preferences: own })).toEqual({ revision: 1, preferences: own });
  expect(await getPreferences(actor)).toEqual({ revision: 1, preferences: own });
  expect(await getPreferences(other)).toEqual({ revision: 0, preferences: defaultPreferences });
});

test.each([0, 1, 3])(
  "a change of revision %i, which is not the current one, is refused with the current one",
  async (revision) => {
    const actor = await person();
    await savePreferences(actor, { revision: 0, preferences: defaultPreferences });
    await savePreferences(actor, { revision: 1, preferences: own });
    expect(await rejection(savePreferences(actor, { revision, preferences: defaultPreferences }))).toMatchObject({
      status: 409,
      code: "stale_revision",
      extra: { current: { revision: 2, preferences: own } },
    });
    expect(await getPreferences(actor)).toEqual({ revision: 2, preferences: own });
  },
);

test("of changes made at the same moment one is saved and the others are refused", async () => {
  const actor = await person();
  const make = (textSize: "small" | "large" | "xlarge") =>
    savePreferences(actor, { revision: 0, preferences: { ...own, reading: { ...own.reading, textSize } } });
  const outcomes = await Promise.allSettled([make("small"), make("large"), make("xlarge")]);
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  for (const outcome of outcomes)
    if (outcome.status === "rejected") expect(outcome.reason).toMatchObject({ status: 409 });
  expect(await getPreferences(actor)).toMatchObject({ revision: 1 });
});

test("a row from before a setting existed has the setting's default", async () => {
  const actor = await person();
  const content = { keys: own.keys, reading: { textSize: "large" } };
  await database().preference.create({ data: { userId: actor.userId, content, revision: 4 } });
  expect(await getPreferences(actor)).toEqual({
    revision: 4,
    preferences: {
      ...defaultPreferences,
      keys: own.keys,
      reading: { ...defaultPreferences.reading, textSize: "large" },
    },
  });
});

const put = async (actor: Actor, keys: unknown) =>
  call(PUT, "PUT", {
    cookie: await sessionOf(actor.userId),
    body: { revision: 0, preferences: { ...defaultPreferences, keys } },
  });

test.each([
  ["no id", { "": ["g"] }],
  ["an id without a group", { make: ["g"] }],
  ["not a list", { "statement.make": "g" }],
  ["two keys in one", { "statement.make": ["gg"] }],
  ["modifiers in another order", { "statement.make": ["Shift+Mod+g"] }],
  ["no key", { "statement.make": ["Mod+"] }],
  ["a control character", { "statement.make": ["\u001b"] }],
  ["too many keys", { "statement.make": Array.from("abcdefghi") }],
  ["too many commands", Object.fromEntries(Array.from({ length: 501 }, (_, index) => [`value.f.v${index}`, []]))],
])("keys that cannot be are refused: %s", async (_what, keys) => {
  const actor = await person();
  expect((await put(actor, keys)).status).toBe(422);
  expect(await database().preference.count({ where: { userId: actor.userId } })).toBe(0);
});

test("the API saves and answers them", async () => {
  const actor = await person();
  const cookie = await sessionOf(actor.userId);
  const answer = await call(PUT, "PUT", { cookie, body: { revision: 0, preferences: own } });
  expect([answer.status, await answer.json()]).toEqual([200, { revision: 1, preferences: own }]);
  expect(await (await call(GET, "GET", { cookie })).json()).toEqual({ revision: 1, preferences: own });
});
