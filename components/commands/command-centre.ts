"use client";
import { createContext, useContext } from "react";

export type CommandCentre = {
  openPalette: () => void;
  /** Shows every key of the screen. */
  openSheet: () => void;
};

const Context = createContext<CommandCentre>({ openPalette() {}, openSheet() {} });

export const CommandCentreProvider = Context.Provider;

/** Opens what the screen's commands are found by, for buttons and menus. */
export function useCommandCentre(): CommandCentre {
  return useContext(Context);
}
