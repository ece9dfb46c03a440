/**
 * State that exists once in a process. Next bundles `instrumentation.ts` and the routes separately, so a variable of a
 * module can exist twice; a second database connection or a forgotten lock would follow from that.
 */
export function perProcess<T extends object>(name: string, initial: () => T): T {
  const slots = globalThis as unknown as Record<symbol, T | undefined>;
  const key = Symbol.for(`sayso.${name}`);
  slots[key] ??= initial();
  return slots[key];
}
