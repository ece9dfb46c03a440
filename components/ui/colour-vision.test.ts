import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { defaultCodebook } from "@/domain/codebook/templates/default-codebook";

const css = readFileSync(new URL("../../app/globals.css", import.meta.url), "utf8");

type Triple = readonly [number, number, number];

/** How dichromats see linear RGB: Machado, Oliveira and Fernandes 2009, severity 1. */
const deficiencies: Record<string, readonly [Triple, Triple, Triple]> = {
  none: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

const times = (matrix: readonly [Triple, Triple, Triple], [x, y, z]: Triple): Triple =>
  matrix.map(([a, b, c]) => a * x + b * y + c * z) as unknown as Triple;

/** Linear RGB of `#rrggbb`. */
const linear = (hex: string): Triple =>
  [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  }) as unknown as Triple;

/** OKLab, Ottosson 2020: distances in it are about as large as they look. */
function oklab(rgb: Triple): Triple {
  const cones = times(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    rgb,
  ).map((cone) => Math.cbrt(Math.max(0, cone))) as unknown as Triple;
  return times(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    cones,
  );
}

const lineOf = (selector: string, hue: string | undefined): string => {
  const block = css.slice(css.indexOf(`\n${selector} {`)).split("\n}")[0] ?? "";
  return new RegExp(`--hue-${hue}-line: (#[0-9a-f]{6});`).exec(block)?.[1] ?? "";
};

const scale = defaultCodebook.stance.values.filter(({ score }) => typeof score === "number");

it.each([":root", ".dark"].flatMap((theme) => Object.keys(deficiencies).map((deficiency) => ({ theme, deficiency }))))(
  "keeps the lines of the stance scale apart in $theme with $deficiency",
  ({ theme, deficiency }) => {
    const matrix = deficiencies[deficiency];
    if (!matrix) throw new Error(`no matrix for ${deficiency}`);
    const seen = scale.map(({ colour }) => oklab(times(matrix, linear(lineOf(theme, colour)))));
    for (const [place, a] of seen.entries()) {
      for (const b of seen.slice(place + 1)) {
        expect(Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])).toBeGreaterThan(0.07);
      }
    }
  },
);
