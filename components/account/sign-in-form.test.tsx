// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act } from "react";
import { hydrateRoot } from "react-dom/client";
import { renderToString } from "react-dom/server";
import { expect, test, vi } from "vitest";
import { SignInForm } from "./sign-in-form";

test("what was typed before the script ran stays", async () => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  const page = (
    <QueryClientProvider client={new QueryClient()}>
      <SignInForm next="/" provider={null} sendsMail={false} />
    </QueryClientProvider>
  );
  const place = document.body.appendChild(document.createElement("div"));
  place.innerHTML = renderToString(page);
  const field = (name: string) => place.querySelector<HTMLInputElement>(`input[name="${name}"]`);
  Object.assign(field("email") ?? {}, { value: "ana@example.org" });
  const root = await act(() => hydrateRoot(place, page));
  const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set;
  await act(() => {
    setValue?.call(field("password"), "naïve 👩‍👩‍👧");
    field("password")?.dispatchEvent(new Event("input", { bubbles: true }));
  });
  expect([field("email")?.value, field("password")?.value]).toEqual(["ana@example.org", "naïve 👩‍👩‍👧"]);
  await act(() => root.unmount());
  vi.unstubAllGlobals();
});
