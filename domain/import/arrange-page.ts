/** A run of text as a page sets it, in points from the page's lower left corner. */
export interface PagePiece {
  text: string;
  x: number;
  /** Of its baseline, upwards. */
  y: number;
  width: number;
  /** Of its letters. */
  height: number;
}

/** A line of a page, in the order in which it is read. */
export interface ArrangedLine {
  text: string;
  y: number;
}

/** Of letters' height: a wider gap within a line is one between columns. */
const GAP = 1.2;
/** Lines that a column has at least. */
const COLUMN = 4;
/** Share of the lines that may go across the gap between columns, as headings do. */
const ACROSS = 0.25;

/**
 * The lines of a page in the order in which people read them. Pieces come as the file writes them, which follows the columns
 * of most pages and crosses them line by line on others. Where two columns stand side by side, the left one is read first;
 * lines as wide as both, such as headings, part what is above from what is below.
 */
export function arrangePage(pieces: readonly PagePiece[]): ArrangedLine[] {
  const segments = joinNear(pieces);
  const gutter = findGutter(segments);
  if (gutter === null) return joinByHeight(segments);
  const bands: { left: PagePiece[]; right: PagePiece[]; wide: PagePiece[] }[] = [{ left: [], right: [], wide: [] }];
  for (const segment of [...segments].sort((a, b) => b.y - a.y || a.x - b.x)) {
    let band = bands.at(-1);
    if (!band || isAcross(segment, gutter)) {
      band = band && band.left.length + band.right.length === 0 ? band : { left: [], right: [], wide: [] };
      if (band !== bands.at(-1)) bands.push(band);
      band.wide.push(segment);
    } else {
      (segment.x < gutter ? band.left : band.right).push(segment);
    }
  }
  return bands.flatMap(({ wide, left, right }) => [wide, left, right].flatMap(joinByHeight));
}

const endOf = ({ x, width }: PagePiece) => x + width;
const isAcross = (piece: PagePiece, at: number) => piece.x < at && endOf(piece) > at;
const isOneLine = (a: PagePiece, b: PagePiece) => Math.abs(a.y - b.y) < 0.4 * Math.max(a.height, b.height, 1);

/** Pieces that follow each other on a line without a gap, as one. */
function joinNear(pieces: readonly PagePiece[]): PagePiece[] {
  const segments: PagePiece[] = [];
  let spaces = "";
  for (const piece of pieces) {
    if (piece.text.trim() === "") {
      spaces += piece.text;
      continue;
    }
    const last = segments.at(-1);
    const gap = last ? piece.x - endOf(last) : 0;
    if (last && isOneLine(last, piece) && gap < GAP * Math.max(last.height, piece.height) && gap > -2 * piece.height) {
      const between = spaces !== "" ? " " : "";
      last.text += between + piece.text;
      last.width = Math.max(endOf(last), endOf(piece)) - last.x;
    } else {
      segments.push({ ...piece });
    }
    spaces = "";
  }
  return segments;
}

/** Where the gap between two columns is; null: the page has one column. */
function findGutter(segments: readonly PagePiece[]): number | null {
  const left = Math.min(...segments.map(({ x }) => x));
  const right = Math.max(...segments.map(endOf));
  let best: { at: number; across: number } | null = null;
  // The middle third, from its middle outwards, so that of equal places the one in the middle is taken.
  for (let step = 0; step <= 60; step++) {
    const at = (left + right) / 2 + ((step % 2 === 0 ? 1 : -1) * Math.ceil(step / 2) * (right - left)) / 180;
    const across = segments.filter((segment) => isAcross(segment, at));
    const before = segments.filter((segment) => endOf(segment) <= at);
    const after = segments.filter((segment) => segment.x >= at);
    const isPlace =
      before.length >= COLUMN &&
      after.length >= COLUMN &&
      across.length <= ACROSS * segments.length &&
      sideBySide(before, after) >= COLUMN;
    if (isPlace && (best === null || across.length < best.across)) best = { at, across: across.length };
  }
  return best?.at ?? null;
}

/** How many lines of one side stand between lines of the other: what is beside nothing is no column. */
function sideBySide(before: readonly PagePiece[], after: readonly PagePiece[]): number {
  const [top, bottom] = [Math.max(...after.map(({ y }) => y)), Math.min(...after.map(({ y }) => y))];
  return before.filter(({ y, height }) => y <= top + height && y >= bottom - height).length;
}

/** Segments at one height as one line; they come in the order of reading. */
function joinByHeight(segments: readonly PagePiece[]): ArrangedLine[] {
  const lines: (ArrangedLine & { last: PagePiece })[] = [];
  for (const segment of segments) {
    const line = lines.at(-1);
    if (line && isOneLine(line.last, segment) && segment.x >= line.last.x) {
      line.text += ` ${segment.text}`;
      line.last = segment;
    } else {
      lines.push({ text: segment.text, y: segment.y, last: segment });
    }
  }
  return lines.map(({ text, y }) => ({ text, y }));
}
