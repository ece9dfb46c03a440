import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { COLOURS } from "@/domain/codebook/codebook";

const css = readFileSync(new URL("../../app/globals.css", import.meta.url), "utf8");

/** The custom properties of the first block with this selector that are hex colours. */
function readTokens(selector: string): Map<string, string> {
  const block = css.slice(css.indexOf(`\n${selector} {`)).split("\n}")[0] ?? "";
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

it("gives every colour of the codebook its generic names", () => {
  for (const hue of COLOURS) expect(css).toContain(`[data-hue="${hue}"] {`);
});
