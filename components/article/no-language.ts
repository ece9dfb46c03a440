// Stands in the browser for @codemirror/language, @lezer/common and the parsers behind them, 21 kB that an article has no
// use for (see next.config.js). @codemirror/commands imports them for indenting and syntax; the surface takes only its
// movements.

function neverAsked(): never {
  throw new Error("An article has no programming language.");
}

export const IndentContext = neverAsked;
export const getIndentation = neverAsked;
export const getIndentUnit = neverAsked;
export const indentString = neverAsked;
export const indentUnit = null;
export const matchBrackets = neverAsked;
export const NodeProp = null;
export const syntaxTree = neverAsked;
