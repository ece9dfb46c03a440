// @vitest-environment jsdom
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Person } from "@/domain/contract/discussion";
import { CommentForm } from "./comment-form";

const person = (id: string, name: string, change: Partial<Person> = {}): Person => ({
  ...{ id, name, own: false, present: true },
  ...change,
});
const people = [
  person("aaaaaaaaaa", "Ana Ågren"),
  person("bbbbbbbbbb", "Ana Bel"),
  person("cccccccccc", "Ana herself", { own: true }),
  person("dddddddddd", "Ana who left", { present: false }),
];

let root: Root;
let host: HTMLElement;
let sent: string[];
let drafts: string[];
let onClose: () => void;
let refusal: Error | null;

beforeEach(() => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  [sent, drafts, refusal] = [[], [], null];
  onClose = vi.fn();
  host = document.body.appendChild(document.createElement("div"));
  root = createRoot(host);
});

afterEach(() => {
  act(() => root.unmount());
  host.remove();
  vi.unstubAllGlobals();
});

function show(initial = ""): HTMLTextAreaElement {
  act(() =>
    root.render(
      <CommentForm
        label="Comment"
        people={people}
        initial={initial}
        submitLabel="Comment"
        onSubmit={async (text) => {
          if (refusal) throw refusal;
          sent.push(text);
        }}
        onDraft={(typed) => drafts.push(typed)}
        onClose={onClose}
      />,
    ),
  );
  const field = host.querySelector("textarea");
  if (!field) throw new Error("There is no field.");
  return field;
}

function type(field: HTMLTextAreaElement, text: string): void {
  const set = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value")?.set;
  act(() => {
    set?.call(field, text);
    field.setSelectionRange(text.length, text.length);
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  });
}

const press = (field: HTMLElement, key: string) =>
  act(() => field.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true })));
const offered = () => [...host.querySelectorAll("[role=option]")].map((one) => one.textContent);
const submit = () => act(async () => host.querySelector("form")?.requestSubmit());

it("offers who can be named after @, takes one by keys and sends them by what they are called in the text", async () => {
  const field = show();
  expect(document.activeElement).toBe(field);
  type(field, "So @ag");
  expect(offered()).toEqual(["Ana Ågren"]);
  type(field, "So @ana");
  expect(offered()).toEqual(["Ana Ågren", "Ana Bel"]);
  press(field, "ArrowDown");
  expect(host.querySelector("[aria-selected=true]")?.id).toBe(field.getAttribute("aria-activedescendant"));
  press(field, "Enter");
  expect(field.value).toBe("So @Ana Bel ");
  type(field, "So @Ana Bel ");
  expect(offered()).toEqual([]);
  type(field, "So @Ana Bel and ana@Ana Bel: \u202E👩‍👩‍👧?");
  await submit();
  expect(sent).toEqual(["So @[bbbbbbbbbb] and ana@Ana Bel: \u202E👩‍👩‍👧?"]);
  expect(drafts.at(-1)).toBe("");
  expect(onClose).toHaveBeenCalledOnce();
});

it("keeps what was typed when it is left by Escape or refused", async () => {
  const field = show("Begun");
  type(field, "Begun, @an");
  press(field, "Escape");
  expect(offered()).toEqual([]);
  expect(onClose).not.toHaveBeenCalled();
  press(field, "Escape");
  expect(onClose).toHaveBeenCalledOnce();
  expect(drafts).toEqual(["Begun, @an"]);
  refusal = new Error("No");
  await submit();
  expect(field.value).toBe("Begun, @an");
  expect(host.querySelector("[role=alert]")?.textContent).toContain("It is not saved");
});
