import { cn } from "@/components/ui/cn";
import { optionStyles, popupStyles } from "@/components/ui/popup-styles";
import type { Person } from "@/domain/contract/discussion";

interface PeopleListProps {
  id: string;
  people: readonly Person[];
  /** Place of the one that Enter takes. */
  at: number;
  onChoose: (person: Person) => void;
}

/** Those who can be named, below what is typed; the focus stays there. */
export function PeopleList({ id, people, at, onChoose }: PeopleListProps) {
  return (
    <div id={id} role="listbox" aria-label="People" className={cn(popupStyles, "mt-1 p-1")}>
      {people.map((person, place) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: its keys are those of the field
        // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field, which names the active one
        <div
          key={person.id}
          id={`${id}-${place}`}
          role="option"
          aria-selected={place === at}
          data-highlighted={place === at ? "" : undefined}
          className={cn(optionStyles, "pointer-coarse:min-h-11 break-all hover:bg-surface-sunken")}
          // Before the field loses the focus.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onChoose(person)}
        >
          {person.name}
        </div>
      ))}
    </div>
  );
}
