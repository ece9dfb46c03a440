/** What a table of commands says to people: one line of the sheet of keys, of the palette and of the page of keys. */
export interface CommandEntry {
  /** Stable: people's own keys are kept under it. "statement.make", "value.sourcing.named_person". */
  id: string;
  /** Heading it stands under. */
  group: string;
  title: string;
  /** Chords (chord.ts), any of which runs it unless the user has chosen others. */
  keys: readonly string[];
  /**
   * Where its keys act, for example in the question that has the focus. Absent: on the whole screen. Within its scope it
   * comes before one of the whole screen with the same key, so the two do not conflict.
   */
  scope?: string;
  /** Its keys are the same for everybody. */
  fixed?: boolean;
  /** How its keys are listed where naming each would be long: "1…9". */
  keysInWords?: string;
  /** Not offered by the palette: it means something only as a key. */
  keyOnly?: boolean;
}

/**
 * One thing a screen can do. Tables of commands are data: they feed the dispatcher of keys, the palette, the sheet of keys
 * and the hints on controls. `Context` is what the screen hands to the one that runs.
 */
export interface Command<Context> extends CommandEntry {
  /**
   * Whether it can run now. A sentence says why not: whoever presses its key hears it, the palette shows it. False: here its
   * key belongs to somebody else, and the palette leaves it out. Absent: always.
   */
  when?: (context: Context) => boolean | string;
  /** Absent: only listed, somebody else listens. Returns false to let the key pass. `event` is null from the palette. */
  run?: (context: Context, event: KeyboardEvent | null) => unknown;
  /** Also runs while typing in a field; for combinations with Mod or Escape only. */
  whileTyping?: boolean;
}
