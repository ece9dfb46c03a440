"use client";
import { Combobox as BaseCombobox } from "@base-ui/react/combobox";
import { Check, ChevronDown, Plus, X } from "lucide-react";
import { useEffect, useId, useMemo, useRef, useState } from "react";
import { cn } from "./cn";
import type { ComboboxProps } from "./combobox";
import { type ComboboxOption, findOptions, type SearchOptions } from "./combobox-option";
import { comboboxButtons, comboboxClear, comboboxInput, comboboxTrigger } from "./combobox-styles";
import type { EarlyUse } from "./early-combobox";
import { labelStyles } from "./field-styles";
import { optionStyles, popupStyles } from "./popup-styles";

const CREATE = "create";
const none: readonly ComboboxOption[] = [];

export interface FullComboboxProps extends Omit<ComboboxProps, "search"> {
  search?: SearchOptions;
  /** What was done with the field before this was there. */
  early: EarlyUse;
}

/** The field with its list; see `Combobox`. */
export function FullCombobox({ early, ...props }: FullComboboxProps) {
  const inputId = useId();
  const list = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const actions = useRef<BaseCombobox.Root.Actions>(null);
  const { value, search = findOptions, onCreate, createLabel = (text: string) => `Create “${text}”` } = props;
  const { options: offered, most = Number.POSITIVE_INFINITY } = props;
  const [wasOpened, setWasOpened] = useState(props.defaultOpen || early.isPressed || early.isEntered);
  const options = useMemo(() => {
    if (typeof offered !== "function") return offered;
    return wasOpened ? offered() : none;
  }, [offered, wasOpened]);
  const selected = props.chosen ?? options.find((option) => option.id === value) ?? null;
  const [input, setInput] = useState((early.isEntered ? early.typed : null) ?? selected?.label ?? "");
  // The list opens in full although the input shows the choice: only what was typed since narrows it.
  const query = input === selected?.label ? "" : input.trim();

  const { groups, left } = useMemo(() => {
    const found = search(options, query);
    const byGroup = new Map<string, ComboboxOption[]>();
    const isNew =
      query !== "" && !options.some((option) => option.label.toLocaleLowerCase() === query.toLocaleLowerCase());
    const create = () => onCreate && isNew && byGroup.set(CREATE, [{ id: CREATE, label: query }]);
    // The first one is what Enter takes: where nothing matches, that is the new name.
    if (found.every((option) => option.unasked)) create();
    for (const option of found.slice(0, most)) {
      const name = option.group ?? "";
      const group = byGroup.get(name);
      if (group) group.push(option);
      else byGroup.set(name, [option]);
    }
    create();
    return {
      groups: [...byGroup].map(([name, items]) => ({ value: name, items })),
      left: Math.max(0, found.length - most),
    };
  }, [options, query, search, most, onCreate]);

  function choose(option: ComboboxOption | null) {
    if (option?.id === CREATE) {
      onCreate?.(option.label);
      return;
    }
    props.onValueChange(option?.id ?? null);
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: what was done before is done once
  useEffect(() => {
    const first = groups[0]?.items[0];
    if (early.isEntered && first) {
      early.held?.release(() => {
        setInput(selected?.label ?? "");
        choose(first);
      });
      return;
    }
    early.held?.drop();
    if (early.typed !== null && field.current) typeInto(field.current, early.typed);
  }, []);

  return (
    <div className={cn("flex flex-col gap-1", props.className)}>
      <label htmlFor={inputId} className={props.labelHidden ? "sr-only" : labelStyles}>
        {props.label}
      </label>
      <BaseCombobox.Root
        items={groups}
        filter={null}
        value={selected}
        onValueChange={choose}
        defaultOpen={(props.defaultOpen || early.isPressed) && !early.isEntered}
        onInputValueChange={(text) => {
          const picked = props.pick?.(text.trim());
          if (picked) props.onValueChange(picked);
          else setInput(text);
        }}
        isItemEqualToValue={(item: ComboboxOption, chosen: ComboboxOption) => item.id === chosen.id}
        itemToStringLabel={(option: ComboboxOption) => option.label}
        // The root hands "always" on, which its type leaves out: a list that opens by itself is answered by Enter.
        autoHighlight={(props.defaultOpen ? "always" : true) as boolean}
        actionsRef={actions}
        disabled={props.disabled}
        onOpenChange={(open) => {
          if (open) setWasOpened(true);
          props.onOpenChange?.(open);
          if (!open) actions.current?.unmount();
        }}
      >
        <BaseCombobox.InputGroup
          className="relative"
          onBlur={({ currentTarget, relatedTarget: next }) => {
            if (next && !currentTarget.contains(next) && !list.current?.contains(next)) actions.current?.close();
          }}
        >
          <BaseCombobox.Input
            id={inputId}
            ref={field}
            autoFocus={props.autoFocus || early.isFocused}
            placeholder={props.placeholder}
            className={comboboxInput({ compact: props.compact })}
          />
          <div className={comboboxButtons}>
            {(props.clearable ?? true) && (
              <BaseCombobox.Clear aria-label={`Clear ${props.label}`} className={comboboxClear}>
                <X aria-hidden className="size-4" />
              </BaseCombobox.Clear>
            )}
            <BaseCombobox.Trigger aria-label={`Show ${props.label}`} className={comboboxTrigger}>
              <ChevronDown aria-hidden className="size-4" />
            </BaseCombobox.Trigger>
          </div>
        </BaseCombobox.InputGroup>
        <BaseCombobox.Portal>
          <BaseCombobox.Positioner sideOffset={4} collisionPadding={8} className="z-50 outline-none">
            {/*
             * Not BaseCombobox.Popup: it hides everything else on the page from assistive technology while the list is
             * open, although the focus can go there with one Tab.
             */}
            <div
              ref={list}
              role="presentation"
              className={cn(popupStyles, "w-(--anchor-width) min-w-64 max-w-(--available-width)")}
            >
              <BaseCombobox.Empty>
                <p className="px-3 py-2 text-sm text-text-muted empty:hidden">
                  {props.emptyText ?? "Nothing matches."}
                </p>
              </BaseCombobox.Empty>
              <BaseCombobox.List
                // The focus stays in the field, also while the scroll bar is dragged.
                onMouseDown={(event) => event.preventDefault()}
                className="max-h-[min(20rem,var(--available-height))] scroll-py-1 overflow-y-auto overscroll-contain p-1 data-empty:p-0"
              >
                {(group: { value: string; items: ComboboxOption[] }) => (
                  <BaseCombobox.Group key={group.value} items={group.items}>
                    {group.value !== "" && group.value !== CREATE && (
                      <BaseCombobox.GroupLabel className="px-2 pt-2 pb-1 text-text-muted text-xs">
                        {group.value}
                      </BaseCombobox.GroupLabel>
                    )}
                    <BaseCombobox.Collection>
                      {(option: ComboboxOption) => (
                        <BaseCombobox.Item key={option.id} value={option} className={optionStyles}>
                          {option.id === CREATE && <Plus aria-hidden className="size-4 shrink-0 text-accent" />}
                          <span className="min-w-0 flex-1">
                            <span className="block">
                              {option.id === CREATE ? createLabel(option.label) : option.label}
                            </span>
                            {option.secondary && (
                              <span className="block text-text-muted text-xs">{option.secondary}</span>
                            )}
                          </span>
                          <BaseCombobox.ItemIndicator>
                            <Check aria-hidden className="size-4 text-accent" />
                          </BaseCombobox.ItemIndicator>
                        </BaseCombobox.Item>
                      )}
                    </BaseCombobox.Collection>
                  </BaseCombobox.Group>
                )}
              </BaseCombobox.List>
              {left > 0 && (
                <p className="border-t px-3 py-1.5 text-text-muted text-xs">{left} more: type words to find them.</p>
              )}
            </div>
          </BaseCombobox.Positioner>
        </BaseCombobox.Portal>
      </BaseCombobox.Root>
    </div>
  );
}

/** As a keyboard would: the field hears of it and opens its list. */
function typeInto(input: HTMLInputElement, text: string): void {
  const value = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value");
  value?.set?.call(input, text);
  input.dispatchEvent(new InputEvent("input", { bubbles: true, data: text, inputType: "insertText" }));
}
