import { type ReactNode, useId } from "react";
import { cn } from "@/components/ui/cn";
import { diffWords, type Piece } from "@/domain/text/diff-words";

type ComparedPartsProps = {
  caption: string;
  /** What the two versions are called. */
  left: string;
  right: string;
  rows: readonly { part: string; left: string; right: string }[];
  /** Lets one side of each row be chosen: by place, whether it is the right one. */
  choice?: { isRight: (place: number) => boolean; choose: (place: number, right: boolean) => void };
};

/** Where there is little room the part stands above its two versions. */
const narrowRow = "@max-md:grid @max-md:grid-cols-2";

/** Two versions side by side, part by part, with the words marked in which they differ. */
export function ComparedParts({ caption, left, right, rows, choice }: ComparedPartsProps) {
  const id = useId();
  return (
    <div className="@container">
      <table className="w-full table-fixed text-left text-sm max-sm:text-xs">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className={cn("text-text-muted", narrowRow)}>
            <th scope="col" className="w-1/4 py-1 pr-2 font-medium @max-md:sr-only">
              Part
            </th>
            <th scope="col" className="py-1 pr-2 font-medium">
              {left}
            </th>
            <th scope="col" className="py-1 font-medium">
              {right}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, place) => {
            const pieces = differing(row.left, row.right);
            const side = (isRight: boolean) =>
              choice && {
                name: `${id} ${place}`,
                label: `${row.part}: ${isRight ? right : left}`,
                chosen: choice.isRight(place) === isRight,
                choose: () => choice.choose(place, isRight),
              };
            return (
              <tr key={row.part} className={cn("border-t align-top", narrowRow)}>
                <th
                  scope="row"
                  className="hyphens-auto break-words py-1 pr-2 font-normal text-text-muted @max-md:col-span-2 @max-md:pb-0"
                >
                  {row.part}
                </th>
                <td className="break-words py-1 pr-2">
                  <Side choice={side(false)}>
                    <Version pieces={pieces.before} gone />
                  </Side>
                </td>
                <td className="break-words py-1">
                  <Side choice={side(true)}>
                    <Version pieces={pieces.after} />
                  </Side>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

type SideProps = {
  choice: { name: string; label: string; chosen: boolean; choose: () => void } | undefined;
  children: ReactNode;
};

function Side({ choice, children }: SideProps) {
  if (!choice) return children;
  return (
    <label className="flex min-h-6 cursor-pointer items-start gap-2">
      <input
        type="radio"
        name={choice.name}
        aria-label={choice.label}
        checked={choice.chosen}
        onChange={choice.choose}
        className="mt-1 size-4 shrink-0 accent-accent"
      />
      <span className="min-w-0">{children}</span>
    </label>
  );
}

/** Beside nothing there are no words that differ: all of them do. */
function differing(left: string, right: string): { before: Piece[]; after: Piece[] } {
  if (left && right) return diffWords(left, right);
  const whole = (words: string) => (words ? [{ words, same: true }] : []);
  return { before: whole(left), after: whole(right) };
}

/** Marked by line and weight as well as by ground: not by colour alone. */
function Version({ pieces, gone = false }: { pieces: readonly Piece[]; gone?: boolean }) {
  if (pieces.length === 0) return <span className="text-text-muted">–</span>;
  const mark = "rounded-sm bg-warning-tint font-medium text-text underline underline-offset-2";
  let place = 0;
  return (
    <bdi>
      {pieces.map(({ words, same }) => {
        place += words.length;
        if (same) return <span key={place}>{words}</span>;
        return (
          <mark key={place} className={cn(mark, gone ? "decoration-dotted" : "decoration-solid")}>
            {words}
          </mark>
        );
      })}
    </bdi>
  );
}
