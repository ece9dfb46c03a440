import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { COLOURS } from "@/domain/codebook/codebook";

const css = readFileSync(new URL("../../app/globals.css", import.meta.url), "utf8");

/** The custom properties of the first block that begins so that are hex colours. */
function readTokens(beginning: string): Map<string, string> {
  const block = css.slice(css.indexOf(`\n${beginning} {`)).split("\n}")[0] ?? "";
  return new Map([...block.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map((match) => [match[1] ?? "", match[2] ?? ""]));
}

/** Relative luminance of a `#rrggbb` colour, WCAG 2.2. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio of two colours, 1 to 21, WCAG 2.2. */
function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const grounds = ["surface", "surface-raised", "surface-sunken"];
const tones = ["accent", "danger", "success", "warning"];

type Pair = [foreground: string, background: string, least: number];

const pairs: Pair[] = [
  ...grounds.flatMap((ground): Pair[] => [
    ["text", ground, 7],
    ["text-muted", ground, 4.5],
    ["border-strong", ground, 3],
    ["focus", ground, 3],
    ...tones.map((tone): Pair => [tone, ground, 4.5]),
    ...COLOURS.flatMap((hue): Pair[] => [
      [`hue-${hue}-text`, ground, 4.5],
      [`hue-${hue}-line`, ground, 3],
    ]),
  ]),
  ...tones.flatMap((tone): Pair[] => [
    [tone, `${tone}-tint`, 4.5],
    ["text", `${tone}-tint`, 7],
  ]),
  ...COLOURS.flatMap((hue): Pair[] => [
    [`hue-${hue}-text`, `hue-${hue}-tint`, 4.5],
    [`hue-${hue}-line`, `hue-${hue}-tint`, 3],
    ["text", `hue-${hue}-tint`, 7],
    ["text-muted", `hue-${hue}-tint`, 4.5],
  ]),
  ["accent-text", "accent", 4.5],
  ["accent-text", "accent-hover", 4.5],
  ["text-muted", "accent-tint", 4.5],
];

describe.each([
  ["light", ":root"],
  ["dark", ".dark"],
])("%s tokens", (_mode, selector) => {
  const tokens = readTokens(selector);

  it("pass contrast in every pair that is used", () => {
    const failures = pairs.flatMap(([foreground, background, least]) => {
      const front = tokens.get(foreground);
      const back = tokens.get(background);
      if (!front || !back) return [`no hex value for ${front ? background : foreground}`];
      const ratio = contrast(front, back);
      return ratio < least ? [`${foreground} on ${background}: ${ratio.toFixed(2)} instead of ${least}`] : [];
    });
    expect(failures).toEqual([]);
  });
});

/** A mix in sRGB, as `color-mix(in srgb, a share, b)` makes it. */
function mix(a: string, share: number, b: string): string {
  const channels = [1, 3, 5].map((at) => {
    const value =
      Number.parseInt(a.slice(at, at + 2), 16) * share + Number.parseInt(b.slice(at, at + 2), 16) * (1 - share);
    return Math.round(value).toString(16).padStart(2, "0");
  });
  return `#${channels.join("")}`;
}

describe.each([
  ["light", ":root"],
  ["dark", ".dark"],
])("%s tokens with more contrast", (_mode, base) => {
  const more = readTokens(`${base} {\n  @variant more-contrast`);
  const tokens = new Map([...readTokens(base), ...more]);
  const text = tokens.get("text") ?? "";
  for (const hue of COLOURS) {
    for (const part of ["text", "line"]) {
      tokens.set(`hue-${hue}-${part}`, mix(tokens.get(`hue-${hue}-${part}`) ?? "", 0.6, text));
    }
  }
  const strict = pairs.map(([front, back, least]): Pair => {
    const isWords = front.endsWith("text") || front === "text-muted" || tones.includes(front);
    return [front, back, isWords ? 7 : Math.max(least, 4.5)];
  });

  it("pass the higher contrast in every pair that is used", () => {
    const failures = strict.flatMap(([front, back, least]) => {
      const ratio = contrast(tokens.get(front) ?? "#000000", tokens.get(back) ?? "#000000");
      return ratio < least ? [`${front} on ${back}: ${ratio.toFixed(2)} instead of ${least}`] : [];
    });
    expect(failures).toEqual([]);
  });

  it("are others than without", () => {
    expect(more.size).toBeGreaterThan(10);
  });
});

it("gives every colour of the codebook its generic names", () => {
  for (const hue of COLOURS) expect(css).toContain(`[data-hue="${hue}"] {`);
});
