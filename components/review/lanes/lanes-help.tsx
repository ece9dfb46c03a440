import { CircleHelp } from "lucide-react";
import { IconButton } from "@/components/ui/icon-button";
import { Popover } from "@/components/ui/popover";

const SAMPLES = [
  { look: "pattern-rise is-statement", hue: "green", says: "Colour and strokes are the stance, as in the text." },
  { look: "pattern-fall is-statement is-odd", hue: "red", says: "A solid edge: it differs from what most have." },
  { look: "is-missing", hue: "slate", says: "An empty frame: this reading marked nothing where others did." },
  { look: "is-none", hue: "slate", says: "In the lane of gold: settled without a gold statement." },
] as const;

/** What the lanes beside the text show. */
export function LanesHelp() {
  return (
    <Popover
      title="Lanes beside the text"
      trigger={
        <IconButton label="What the lanes show" size="sm" className="text-text-muted">
          <CircleHelp aria-hidden />
        </IconButton>
      }
    >
      <p>
        One lane for each reading, then one for gold (G). Each bar is a statement at the height of its words; a bracket
        holds the pieces of an interrupted one together. Press a bar to open its cluster.
      </p>
      <ul className="mt-3 grid gap-2">
        {SAMPLES.map(({ look, hue, says }) => (
          <li key={look} className="flex items-center gap-3">
            <span aria-hidden data-hue={hue} className={`lane-bar lane-sample ${look}`} />
            {says}
          </li>
        ))}
      </ul>
    </Popover>
  );
}
