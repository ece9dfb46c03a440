"use client";
import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from "react";
import { api } from "@/components/api-client";
import type { Preferences, PreferencesSaved } from "@/domain/contract/preferences";
import { PreferencesStore } from "./preferences-store";

const Context = createContext<PreferencesStore | null>(null);

interface PreferencesProviderProps {
  /** Whose they are: tabs of the same person tell each other of changes. */
  userId: string;
  /** As the page was made with. */
  initial: PreferencesSaved;
  children: ReactNode;
}

/** What the user has set, for all screens: a change applies to each at once, in every tab of this browser. */
export function PreferencesProvider({ userId, initial, children }: PreferencesProviderProps) {
  const [store] = useState(
    () =>
      new PreferencesStore(initial, async (update) => {
        const saved = await api.put<PreferencesSaved>("/account/preferences", update);
        const channel = new BroadcastChannel(channelOf(userId));
        channel.postMessage(saved);
        channel.close();
        return saved;
      }),
  );
  useEffect(() => {
    store.take(initial);
  }, [store, initial]);
  useEffect(() => {
    const channel = new BroadcastChannel(channelOf(userId));
    channel.onmessage = ({ data }: MessageEvent<PreferencesSaved>) => store.take(data);
    const sendAll = () => void store.sendAll();
    window.addEventListener("online", sendAll);
    return () => {
      channel.close();
      window.removeEventListener("online", sendAll);
    };
  }, [store, userId]);
  return <Context.Provider value={store}>{children}</Context.Provider>;
}

const channelOf = (userId: string) => `sayso preferences ${userId}`;

function useStore(): PreferencesStore {
  const store = useContext(Context);
  if (!store) throw new Error("screens stand inside a PreferencesProvider");
  return store;
}

/** What the user has set; renders again when it changes. */
export function usePreferences(): Preferences {
  const store = useStore();
  return useSyncExternalStore(store.subscribe, store.getState, store.getState).preferences;
}

interface PreferencesEditing {
  preferences: Preferences;
  /** Why the last change is not on the server; null: nothing is wrong. */
  failure: string | null;
  change: (revise: (preferences: Preferences) => Preferences) => void;
  retry: () => void;
}

/** The same for whoever changes it. */
export function useEditPreferences(): PreferencesEditing {
  const store = useStore();
  const { preferences, failure } = useSyncExternalStore(store.subscribe, store.getState, store.getState);
  return { preferences, failure, change: store.change, retry: store.sendAll };
}
