"use client";
import { useMemo, useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import type { CommandEntry } from "@/components/ui/command";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { TextField } from "@/components/ui/text-field";
import { CommandRow } from "./command-row";
import type { CommandTable } from "./command-tables";
import { useKeysWork } from "./use-keys-work";

/** Every command with its keys, which can be changed; kept with the account. */
export function KeysScreen({ tables }: { tables: readonly CommandTable[] }) {
  const work = useKeysWork(tables);
  const [query, setQuery] = useState("");
  const [asksReset, setAsksReset] = useState(false);
  const screens = useMemo(() => groupCommands(tables, query), [tables, query]);
  const hasOwn = Object.keys(work.keys).length > 0;
  return (
    <>
      <PageHeader
        title="Keys"
        description="Which keys run what. They go with your account, to every browser you sign in from."
        actions={
          <Button disabled={!hasOwn} onClick={() => setAsksReset(true)}>
            Reset all keys
          </Button>
        }
      />
      {work.failure && (
        <Notice
          tone="danger"
          role="alert"
          title="Your last change is not saved yet"
          className="mb-6"
          action={
            <Button size="sm" onClick={work.retry}>
              Try again
            </Button>
          }
        >
          {work.failure}
        </Notice>
      )}
      <div className="grid gap-6 pb-8 md:grid-cols-2">
        <Checkbox
          label="Keys of one character run commands"
          description="Off: only keys with Ctrl, ⌘ or Alt and keys such as Enter and Delete do. For who dictates, or presses keys by accident."
          checked={work.singleKeys}
          onCheckedChange={work.setSingleKeys}
        />
        <TextField
          label="Find a command"
          type="search"
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
      </div>
      {screens.length === 0 && <p className="text-text-muted">No command is called that.</p>}
      {screens.map(({ screen, groups }) => (
        <section key={screen} aria-label={screen} className="mb-12">
          <h2 className="mb-4 border-b pb-2 font-serif text-xl">{screen}</h2>
          <div className="gap-x-12 lg:columns-2">
            {groups.map(({ group, commands }) => (
              <section key={group} className="mb-8 break-inside-avoid-column">
                <h3 className="mb-1 font-semibold text-sm">
                  {group}
                  {commands[0]?.scope && <span className="font-normal text-text-muted"> with the focus there</span>}
                </h3>
                <ul>
                  {commands.map((command) => (
                    <CommandRow key={command.id} command={command} work={work} />
                  ))}
                </ul>
              </section>
            ))}
          </div>
        </section>
      ))}
      <p role="status" className="sr-only">
        {work.announcement}
      </p>
      <ConfirmDialog
        open={asksReset}
        onOpenChange={setAsksReset}
        title="Reset all keys?"
        description="Every command gets its usual keys again. The keys you have chosen are gone."
        confirmLabel="Reset all keys"
        tone="danger"
        onConfirm={() => {
          work.resetAll();
          setAsksReset(false);
        }}
      />
    </>
  );
}

type Group = { group: string; commands: CommandEntry[] };

/** Each command once, on the first screen that has it, under its heading. */
function groupCommands(tables: readonly CommandTable[], query: string): { screen: string; groups: Group[] }[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const seen = new Set<string>();
  return tables.flatMap(({ screen, entries }) => {
    const groups = new Map<string, CommandEntry[]>();
    for (const entry of entries) {
      const names = `${entry.title} ${entry.group} ${screen}`.toLowerCase();
      if (seen.has(entry.id) || !words.every((word) => names.includes(word))) continue;
      seen.add(entry.id);
      groups.set(entry.group, [...(groups.get(entry.group) ?? []), entry]);
    }
    if (groups.size === 0) return [];
    return [{ screen, groups: [...groups].map(([group, commands]) => ({ group, commands })) }];
  });
}
