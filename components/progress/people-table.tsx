import { Download } from "lucide-react";
import { buttonStyles } from "@/components/ui/button-styles";
import { ScrollingRegion } from "@/components/ui/scrolling-region";
import type { PersonProgress } from "@/domain/contract/progress";
import { PeoplePlot } from "./people-plot";

/** More bars than this say less than the table. */
const DRAWN = 30;

const columns: { name: string; show: (person: PersonProgress) => string | number }[] = [
  { name: "Not started", show: ({ notStarted }) => notStarted },
  { name: "In progress", show: ({ inProgress }) => inProgress },
  { name: "Finished", show: ({ finished }) => finished },
  { name: "Overdue", show: ({ overdue }) => overdue },
  { name: "A day", show: ({ perDay }) => perDay.toFixed(1) },
  { name: "At work", show: ({ minutes }) => sayMinutes(minutes) },
];

interface PeopleTableProps {
  projectId: string;
  people: readonly PersonProgress[];
  isOwn: boolean;
}

export function PeopleTable({ projectId, people, isOwn }: PeopleTableProps) {
  return (
    <section aria-labelledby="people">
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-2">
        <div>
          <h2 id="people" className="font-serif text-xl">
            {isOwn ? "You" : "Person by person"}
          </h2>
          <p className="mt-1 max-w-prose text-sm text-text-muted">
            At work: between changes that follow each other, without pauses of more than five minutes. Reading before
            the first change is not in it.
          </p>
        </div>
        <a href={`/api/v1/projects/${projectId}/progress/people`} className={buttonStyles()}>
          <Download aria-hidden className="size-4" /> {isOwn ? "Your figures" : "People"} as CSV
        </a>
      </div>
      {people.length > 1 && people.length <= DRAWN && <PeoplePlot people={people} />}
      <ScrollingRegion label="Person by person" className="mt-3 overflow-x-auto border-t">
        <table className="w-full min-w-xl text-sm tabular-nums">
          <thead className="text-text-muted text-xs">
            <tr className="border-b">
              <th scope="col" className="py-1.5 pr-4 text-left font-normal">
                Person
              </th>
              {columns.map(({ name }) => (
                <th key={name} scope="col" className="py-1.5 pl-4 text-right font-normal">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="divide-y divide-border border-b">
            {people.map((person) => (
              <tr key={person.name}>
                <th scope="row" className="py-1.5 pr-4 text-left font-normal">
                  <bdi>{person.name}</bdi>
                </th>
                {columns.map(({ name, show }) => (
                  <td key={name} className="whitespace-nowrap py-1.5 pl-4 text-right">
                    {show(person)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollingRegion>
    </section>
  );
}

const sayMinutes = (minutes: number) =>
  minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
