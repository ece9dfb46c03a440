"use client";
import { Menu as BaseMenu } from "@base-ui/react/menu";
import { Check } from "lucide-react";
import type { ReactElement, ReactNode } from "react";
import { cn } from "./cn";
import { Kbd } from "./kbd";
import { optionStyles, popupStyles } from "./popup-styles";
import { ariaKeys } from "./print-chord";

interface MenuProps {
  trigger: ReactElement<Record<string, unknown>>;
  align?: "start" | "center" | "end";
  /** MenuItem, MenuRadioGroup, MenuSeparator, MenuLabel. */
  children: ReactNode;
}

export function Menu({ trigger, align = "start", children }: MenuProps) {
  return (
    <BaseMenu.Root>
      <BaseMenu.Trigger render={trigger} />
      <BaseMenu.Portal>
        <BaseMenu.Positioner align={align} sideOffset={4} collisionPadding={8} className="z-50 outline-none">
          <BaseMenu.Popup className={cn(popupStyles, "min-w-48 p-1")}>{children}</BaseMenu.Popup>
        </BaseMenu.Positioner>
      </BaseMenu.Portal>
    </BaseMenu.Root>
  );
}

interface MenuItemProps {
  onSelect?: () => void;
  /** Renders the choice as this element, for example a link. */
  render?: ReactElement<Record<string, unknown>>;
  keys?: string;
  tone?: "danger";
  disabled?: boolean;
  children: ReactNode;
}

export function MenuItem({ onSelect, render, keys, tone, disabled, children }: MenuItemProps) {
  return (
    <BaseMenu.Item
      render={render}
      disabled={disabled}
      onClick={onSelect}
      aria-keyshortcuts={ariaKeys(keys)}
      className={cn(optionStyles, tone === "danger" && "text-danger")}
    >
      <span className="flex flex-1 items-center gap-2 [&_svg]:size-4">{children}</span>
      {keys && <Kbd keys={keys} />}
    </BaseMenu.Item>
  );
}

interface MenuRadioGroupProps {
  label: string;
  value: string;
  onValueChange: (value: string) => void;
  options: { value: string; label: ReactNode }[];
}

export function MenuRadioGroup({ label, value, onValueChange, options }: MenuRadioGroupProps) {
  return (
    <BaseMenu.Group>
      <BaseMenu.GroupLabel className="px-2 pt-2 pb-1 text-text-muted text-xs">{label}</BaseMenu.GroupLabel>
      <BaseMenu.RadioGroup value={value} onValueChange={(next: string) => onValueChange(next)}>
        {options.map((option) => (
          <BaseMenu.RadioItem key={option.value} value={option.value} closeOnClick className={optionStyles}>
            <span className="flex flex-1 items-center gap-2 [&_svg]:size-4">{option.label}</span>
            <BaseMenu.RadioItemIndicator>
              <Check aria-hidden className="size-4 text-accent" />
            </BaseMenu.RadioItemIndicator>
          </BaseMenu.RadioItem>
        ))}
      </BaseMenu.RadioGroup>
    </BaseMenu.Group>
  );
}

export function MenuSeparator() {
  return <BaseMenu.Separator className="my-1 h-px bg-border" />;
}
