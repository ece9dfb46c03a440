import { expect, test } from "vitest";
import { ApiError, ApiUnreachable } from "@/components/api-client";
import type { Preferences, PreferencesSaved } from "@/domain/contract/preferences";
import { defaultPreferences } from "@/domain/preferences/default-preferences";
import { PreferencesStore } from "./preferences-store";

/** The server's side of it: one row, compare-and-set, and an answer only when the test lets it. */
function makeServer() {
  let row: PreferencesSaved = { revision: 0, preferences: defaultPreferences };
  const waiting: (() => void)[] = [];
  return {
    row: () => row,
    reachable: true,
    answerNext: () => waiting.shift()?.(),
    write(revise: (preferences: Preferences) => Preferences) {
      row = { revision: row.revision + 1, preferences: revise(row.preferences) };
    },
    async send(update: PreferencesSaved): Promise<PreferencesSaved> {
      await new Promise<void>((resolve) => waiting.push(resolve));
      if (!this.reachable) throw new ApiUnreachable(null);
      if (update.revision !== row.revision) {
        const problem = {
          type: "about:blank",
          title: "",
          status: 409,
          code: "stale_revision",
          detail: "",
          current: row,
        };
        throw new ApiError(409, problem);
      }
      row = { revision: row.revision + 1, preferences: update.preferences };
      return row;
    },
  };
}

const bind = (command: string, chord: string) => (held: Preferences) => ({
  ...held,
  keys: { ...held.keys, [command]: [chord] },
});

function open(server = makeServer()) {
  const store = new PreferencesStore(server.row(), (update) => server.send(update));
  /** Lets the server answer so many requests, one after the other. */
  const answer = async (times: number) => {
    for (let time = 0; time < times; time++) {
      server.answerNext();
      await new Promise(setImmediate);
    }
  };
  return { server, store, answer };
}

test("a change applies at once, and one made meanwhile goes next", async () => {
  const { server, store, answer } = open();
  store.change(bind("a.b", "g"));
  store.change(bind("c.d", "h"));
  expect(store.getState().preferences.keys).toEqual({ "a.b": ["g"], "c.d": ["h"] });
  await answer(2);
  expect(server.row()).toEqual({ revision: 2, preferences: store.getState().preferences });
});

test("what was changed elsewhere meanwhile is kept beside what was changed here", async () => {
  const { server, store, answer } = open();
  server.write(bind("e.f", "x"));
  store.change(bind("a.b", "g"));
  await answer(2);
  expect(server.row().preferences.keys).toEqual({ "a.b": ["g"], "e.f": ["x"] });
  expect(store.getState()).toEqual({ preferences: server.row().preferences, failure: null });
});

test("a change that could not be sent says so and is sent again", async () => {
  const { server, store, answer } = open();
  server.reachable = false;
  store.change(bind("a.b", "g"));
  await answer(1);
  expect(store.getState()).toMatchObject({ failure: "The server cannot be reached." });
  expect(store.getState().preferences.keys).toEqual({ "a.b": ["g"] });
  server.reachable = true;
  void store.sendAll();
  await answer(1);
  expect(store.getState().failure).toBeNull();
  expect(server.row().preferences.keys).toEqual({ "a.b": ["g"] });
});

test("what another tab saved is taken, and an older page's is not", () => {
  const { store } = open();
  store.take({ revision: 2, preferences: bind("a.b", "g")(defaultPreferences) });
  store.take({ revision: 1, preferences: defaultPreferences });
  expect(store.getState().preferences.keys).toEqual({ "a.b": ["g"] });
});
