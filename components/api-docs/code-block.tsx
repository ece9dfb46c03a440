/** Text of a program, which scrolls sideways rather than wrap. */
export function CodeBlock({ label, children }: { label: string; children: string }) {
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      className="max-h-[28rem] overflow-auto rounded-md border bg-surface-raised px-4 py-3"
    >
      <pre className="w-max font-mono text-xs leading-5">{children}</pre>
    </section>
  );
}
