/**
 * Keeps what is typed from now on for a field that is about to have the focus: to the screen behind, the same letters
 * would be commands. `release` ends it and gives the letters; called again it gives none.
 */
export function catchLetters(): { release: () => string } {
  let letters = "";
  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key === "Backspace") letters = letters.slice(0, -1);
    else if ([...event.key].length === 1) letters += event.key;
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
  window.addEventListener("keydown", onKeyDown, { capture: true });
  return {
    release() {
      window.removeEventListener("keydown", onKeyDown, { capture: true });
      const caught = letters;
      letters = "";
      return caught;
    },
  };
}
