/** What stands over figures that are one under the other. */
export function FigureTableHead() {
  return (
    <thead className="text-text-muted text-xs">
      <tr className="border-b">
        <th scope="col" className="py-2 pr-4 font-normal">
          Figure
        </th>
        <th scope="col" className="w-24 py-2 pr-1 text-right font-normal md:pr-8">
          Value
        </th>
        <th scope="col" className="hidden w-56 py-2 pr-4 font-normal md:table-cell">
          95 % interval, 0 to 1
        </th>
        <th scope="col" className="hidden w-36 py-2 text-right font-normal md:table-cell">
          Based on
        </th>
      </tr>
    </thead>
  );
}
