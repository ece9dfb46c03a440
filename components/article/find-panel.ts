import {
  getSearchQuery,
  openSearchPanel,
  SearchQuery,
  search,
  searchKeymap,
  searchPanelOpen,
  setSearchQuery,
} from "@codemirror/search";
import { StateEffect } from "@codemirror/state";
import { type EditorView, keymap } from "@codemirror/view";

/** Gives a surface its search, with its keys. */
export function addSearch(view: EditorView): void {
  view.dispatch({
    effects: StateEffect.appendConfig.of([search({ top: true, literal: true }), keymap.of(searchKeymap)]),
  });
}

/** Does what a key of the search does; `letters` that were typed before the search was open are searched for. */
export function runSearchKey(view: EditorView, key: string, letters: string): void {
  const { run } = searchKeymap.find((binding) => binding.key === key) ?? { run: openSearchPanel };
  run?.(view);
  if (letters === "" || !searchPanelOpen(view.state)) return;
  const { literal, caseSensitive } = getSearchQuery(view.state);
  view.dispatch({ effects: setSearchQuery.of(new SearchQuery({ search: letters, literal, caseSensitive })) });
  // What is typed next goes on from there.
  view.dom.querySelector<HTMLInputElement>("[main-field]")?.setSelectionRange(letters.length, letters.length);
}
