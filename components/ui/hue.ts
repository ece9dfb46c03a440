/** A hue of the palette in app/globals.css; set as `data-hue`, it defines `hue-text`, `hue-tint` and `hue-line`. */
export type Hue = "slate" | "red" | "orange" | "amber" | "green" | "teal" | "sky" | "blue" | "violet" | "pink";
