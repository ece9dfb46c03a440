import { enabledFields, enabledRoles } from "@/domain/codebook/find-field";
import type { Basis } from "@/domain/review/gold-bases";
import { partOfField } from "@/domain/review/gold-parts";
import { partLabel } from "./part-label";
import { readingLetter } from "./review-cluster";
import type { RulingWork } from "./ruling-work";

const words: Record<Exclude<Basis, "adjudicated">, string> = {
  unanimous: "unanimous: all readings have it so",
  majority: "majority: most who found it have it so",
  model: "a model of the annotators",
  edited: "edited by hand",
};

/** Of a gold statement that stands: on what each of its parts rests. */
export function GoldBases({ work }: { work: RulingWork }) {
  const { cluster, codebook } = work;
  const { ruling } = cluster;
  if (!ruling || Object.keys(ruling.bases).length === 0) return null;
  const parts = [
    ...enabledRoles(codebook).map(({ key }) => key),
    "speaker",
    "stance",
    ...enabledFields(codebook).map(({ key }) => partOfField(codebook, key)),
  ];
  return (
    <details className="border-t py-3">
      <summary className="rounded-sm font-semibold text-sm">Where the gold comes from</summary>
      <dl className="mt-2 grid grid-cols-[minmax(5rem,8rem)_1fr] gap-x-3 gap-y-1 text-sm">
        {parts.map((part) => {
          const basis = ruling.bases[part];
          if (!basis) return null;
          const from = cluster.found.findIndex(
            (statement) => statement && statement.id === (ruling.provenance[part] ?? ruling.provenance.all),
          );
          return (
            <div key={part} className="contents">
              <dt className="text-text-muted">{partLabel(codebook, part)}</dt>
              <dd>{basis === "adjudicated" ? sayFrom(work, from) : words[basis]}</dd>
            </div>
          );
        })}
      </dl>
    </details>
  );
}

/** "adjudicated: from A, ann_x"; the reading may be open again. */
function sayFrom({ readings }: RulingWork, index: number): string {
  const reading = readings[index];
  return reading ? `adjudicated: from ${readingLetter(index)}, ${reading.annotator}` : "adjudicated: from a reading";
}
