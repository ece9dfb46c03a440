import { ScrollingRegion } from "@/components/ui/scrolling-region";
import type { PersonProgress } from "@/domain/contract/progress";

const columns: { name: string; show: (person: PersonProgress) => string | number }[] = [
  { name: "Not started", show: ({ notStarted }) => notStarted },
  { name: "In progress", show: ({ inProgress }) => inProgress },
  { name: "Finished", show: ({ finished }) => finished },
  { name: "Overdue", show: ({ overdue }) => overdue },
  { name: "A day", show: ({ perDay }) => perDay.toFixed(1) },
  { name: "At work", show: ({ minutes }) => sayMinutes(minutes) },
];

interface PeopleTableProps {
  people: readonly PersonProgress[];
  isOwn: boolean;
}

export function PeopleTable({ people, isOwn }: PeopleTableProps) {
  return (
    <section aria-labelledby="people">
      <h2 id="people" className="font-semibold text-sm text-text-muted">
        {isOwn ? "You" : "Person by person"}
      </h2>
      <p className="mt-1 mb-3 text-sm text-text-muted">
        At work: between changes that follow each other, without pauses of more than five minutes. Reading before the
        first change is not in it.
      </p>
      <ScrollingRegion label="Person by person" className="overflow-x-auto">
        <table className="w-full min-w-xl text-sm">
          <thead>
            <tr className="border-b text-text-muted">
              <th scope="col" className="py-1.5 pr-4 text-left font-semibold">
                Person
              </th>
              {columns.map(({ name }) => (
                <th key={name} scope="col" className="py-1.5 pl-4 text-right font-semibold">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="divide-y divide-border">
            {people.map((person) => (
              <tr key={person.name}>
                <th scope="row" className="py-1.5 pr-4 text-left font-normal">
                  <bdi>{person.name}</bdi>
                </th>
                {columns.map(({ name, show }) => (
                  <td key={name} className="whitespace-nowrap py-1.5 pl-4 text-right tabular-nums">
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
