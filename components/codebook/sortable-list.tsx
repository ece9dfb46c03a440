"use client";
import {
  closestCenter,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
} from "@dnd-kit/core";
import {
  SortableContext,
  sortableKeyboardCoordinates,
  useSortable,
  verticalListSortingStrategy,
} from "@dnd-kit/sortable";
import { CSS } from "@dnd-kit/utilities";
import { GripVertical } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useId, useRef } from "react";
import { cn } from "@/components/ui/cn";

interface SortableListProps<T> {
  /** Accessible name of the list. */
  label: string;
  entries: readonly T[];
  nameOf: (entry: T) => string;
  onMove: (from: number, to: number) => void;
  disabled?: boolean;
  className?: string;
  /** `handle` is what is dragged by: the arrow keys move the entry too. */
  children: (entry: T, index: number, handle: ReactNode) => ReactNode;
}

/** Entries that are put in order by dragging, by touch, or by the arrow keys on their handles. */
export function SortableList<T>(props: SortableListProps<T>) {
  const { label, entries, nameOf, onMove, disabled, className, children } = props;
  const contextId = useId();
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  // Entries have no identity but their place: a list of one render is dragged within that render.
  const ids = entries.map((_, index) => `${contextId}-${index}`);
  const list = useRef<HTMLUListElement>(null);
  const nameAt = (id: string | number) => {
    const entry = entries[ids.indexOf(String(id))];
    return entry === undefined ? "" : nameOf(entry);
  };
  const placeOf = (id: string | number) => `place ${ids.indexOf(String(id)) + 1} of ${ids.length}`;

  function drop({ active, over }: DragEndEvent): void {
    if (!over || active.id === over.id) return;
    onMove(ids.indexOf(String(active.id)), ids.indexOf(String(over.id)));
  }

  function step(index: number, to: number): void {
    if (to < 0 || to >= entries.length) return;
    onMove(index, to);
    // The entry took its handle along; the focus goes with it.
    requestAnimationFrame(() =>
      list.current?.querySelector<HTMLElement>(`:scope > li:nth-child(${to + 1}) [data-handle]`)?.focus(),
    );
  }

  return (
    <DndContext
      id={contextId}
      sensors={sensors}
      collisionDetection={closestCenter}
      onDragEnd={drop}
      accessibility={{
        screenReaderInstructions: {
          draggable: "Press the up and down arrow keys to move it, or drag it.",
        },
        announcements: {
          onDragStart: ({ active }) => `Lifted ${nameAt(active.id)}, ${placeOf(active.id)}.`,
          onDragOver: ({ active, over }) => (over ? `${nameAt(active.id)} is over ${placeOf(over.id)}.` : undefined),
          onDragEnd: ({ active, over }) => (over ? `${nameAt(active.id)} is now at ${placeOf(over.id)}.` : undefined),
          onDragCancel: ({ active }) => `${nameAt(active.id)} stays where it was.`,
        },
      }}
    >
      <SortableContext items={ids} strategy={verticalListSortingStrategy} disabled={disabled}>
        <ul ref={list} aria-label={label} className={className}>
          {entries.map((entry, index) => (
            <SortableEntry
              key={ids[index]}
              id={ids[index] ?? ""}
              name={nameOf(entry)}
              disabled={disabled || entries.length < 2}
              onStep={(by) => step(index, index + by)}
            >
              {(handle) => children(entry, index, handle)}
            </SortableEntry>
          ))}
        </ul>
      </SortableContext>
    </DndContext>
  );
}

interface SortableEntryProps {
  id: string;
  name: string;
  disabled?: boolean;
  onStep: (by: -1 | 1) => void;
  children: (handle: ReactNode) => ReactNode;
}

function SortableEntry({ id, name, disabled, onStep, children }: SortableEntryProps) {
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } = useSortable({
    id,
    disabled,
  });
  function moveByKey(event: KeyboardEvent): void {
    if (!isDragging && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
      event.preventDefault();
      onStep(event.key === "ArrowUp" ? -1 : 1);
      return;
    }
    listeners?.onKeyDown?.(event);
  }
  const handle = disabled ? null : (
    <button
      type="button"
      ref={setActivatorNodeRef}
      {...attributes}
      {...listeners}
      onKeyDown={moveByKey}
      data-handle=""
      aria-label={`Move ${name || "this entry"}`}
      className="flex size-7 shrink-0 cursor-grab touch-none items-center justify-center rounded-sm text-text-muted hover:bg-surface-sunken hover:text-text pointer-coarse:size-11"
    >
      <GripVertical aria-hidden className="size-4" />
    </button>
  );
  return (
    <li
      ref={setNodeRef}
      style={{ transform: CSS.Translate.toString(transform), transition }}
      className={cn("relative", isDragging && "z-10 opacity-90 shadow-float")}
    >
      {children(handle)}
    </li>
  );
}
