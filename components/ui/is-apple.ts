/** Whether the keyboard is likely one of Apple's, with ⌘ and ⌥. */
export function isApple(): boolean {
  return /Mac|iP(hone|ad|od)/.test(navigator.platform);
}
