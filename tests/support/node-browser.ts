import type { OutboxStore } from "@/components/annotate/outbox-store";

/** What a browser has and Node has not: paths without an origin, cookies, and locks that end with a tab. */
export function fetchFrom(url: () => string, headers: Record<string, string>): typeof fetch {
  const real = globalThis.fetch;
  return (path, init) => real(`${url()}${String(path)}`, { ...init, headers: { ...init?.headers, ...headers } });
}

/** Tabs that are open: one that died owns nothing any more. */
export class OpenTabs {
  readonly #living = new Set<string>();

  readonly owners: ConstructorParameters<typeof OutboxStore>[1] = {
    hold: async (owner) => {
      this.#living.add(owner);
      return () => this.#living.delete(owner);
    },
    living: async () => new Set(this.#living),
  };

  die(owner: string): void {
    this.#living.delete(owner);
  }
}
