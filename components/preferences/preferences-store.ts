import { ApiError } from "@/components/api-client";
import type { Preferences, PreferencesSaved } from "@/domain/contract/preferences";
import { mergePreferences } from "@/domain/preferences/merge-preferences";

export type PreferencesState = {
  preferences: Preferences;
  /** Why the last change is not on the server; null: it is there, or on its way. */
  failure: string | null;
};

type Send = (update: PreferencesSaved) => Promise<PreferencesSaved>;

/**
 * What the user has set, and the sending of changes: they apply at once and go out one after the other. What was changed
 * elsewhere meanwhile is merged with what was changed here, and sent again.
 */
export class PreferencesStore {
  /** What the server last said. */
  #known: PreferencesSaved;
  #state: PreferencesState;
  #unsent = false;
  #sending = false;
  readonly #send: Send;
  readonly #listeners = new Set<() => void>();

  constructor(known: PreferencesSaved, send: Send) {
    this.#known = known;
    this.#send = send;
    this.#state = { preferences: known.preferences, failure: null };
  }

  readonly getState = (): PreferencesState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Applies a change at once and sends it. */
  readonly change = (revise: (preferences: Preferences) => Preferences): void => {
    this.#unsent = true;
    this.#show({ ...this.#state, preferences: revise(this.#state.preferences) });
    void this.sendAll();
  };

  /** What a newer page, another tab or a refusal tells of the server; what was changed here meanwhile stays. */
  readonly take = (known: PreferencesSaved): boolean => {
    if (known.revision <= this.#known.revision) return false;
    const preferences = mergePreferences(this.#known.preferences, this.#state.preferences, known.preferences);
    this.#known = known;
    this.#show({ ...this.#state, preferences });
    return true;
  };

  /** Sends what is not on the server yet; also what could not be sent before. */
  readonly sendAll = async (): Promise<void> => {
    if (this.#sending) return;
    this.#sending = true;
    while (this.#unsent) {
      this.#unsent = false;
      try {
        const saved = await this.#send({
          revision: this.#known.revision,
          preferences: this.#state.preferences,
        });
        if (saved.revision > this.#known.revision) this.#known = saved;
        this.#show({ ...this.#state, failure: null });
      } catch (error) {
        this.#unsent = true;
        if (this.#takeRefusal(error)) continue;
        this.#show({
          ...this.#state,
          failure: error instanceof Error ? error.message : "Nothing was saved; try again.",
        });
        break;
      }
    }
    this.#sending = false;
  };

  #takeRefusal(error: unknown): boolean {
    if (!(error instanceof ApiError) || error.problem.code !== "stale_revision") return false;
    return this.take(error.problem.current as PreferencesSaved);
  }

  #show(state: PreferencesState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}
