"use client";
import { useMemo, useState } from "react";
import { Badge } from "@/components/ui/badge";
import { findOptions } from "@/components/ui/combobox-option";
import { TextField } from "@/components/ui/text-field";
import { arrangeTargets } from "@/domain/registry/arrange-targets";
import { FoundEntries, focusFirstRow } from "./found-entries";
import { mergedNames } from "./merged-names";
import { useRegistry } from "./registry-context";

/** Targets of stance, narrower ones under broader ones. */
export function TargetList({ chosen }: { chosen: string | null }) {
  const { lists, targetById, rootOf, usesOf } = useRegistry();
  const [words, setWords] = useState("");
  const [showsAll, setShowsAll] = useState(false);
  const rows = useMemo(() => {
    // Found by the wordings of what was merged into them too.
    const others = mergedNames(lists.targets, rootOf);
    const seen = lists.targets.filter(({ mergedIntoId, retired }) => showsAll || (mergedIntoId === null && !retired));
    const options = seen.map(({ id, key, name, description, aliases }) => ({
      ...{ id, label: name, keywords: [...(aliases ?? []), ...(others.get(id) ?? [])] },
      secondary: [key, description].filter(Boolean).join(" · "),
    }));
    const found = new Set(findOptions(options, words).map(({ id }) => id));
    return arrangeTargets(seen)
      .filter(({ target }) => found.has(target.id))
      .map(({ target, depth }) => {
        const into = target.mergedIntoId === null ? null : targetById.get(rootOf(target.id));
        return {
          ...{ id: target.id, name: target.name, depth: words.trim() === "" ? depth : 0 },
          secondary: [target.key, target.description].filter(Boolean).join(" · "),
          uses: target.mergedIntoId === null ? usesOf(target.id) : null,
          badges: (
            <>
              {target.proposed && <Badge tone="warning">proposed</Badge>}
              {target.retired && <Badge>retired</Badge>}
              {into && <Badge>merged into {into.key}</Badge>}
            </>
          ),
        };
      });
  }, [lists.targets, words, showsAll, targetById, rootOf, usesOf]);
  return (
    <div className="grid gap-3">
      <TextField
        label="Find a target"
        type="search"
        autoComplete="off"
        placeholder="Handle, wording, other wording"
        value={words}
        onChange={(event) => setWords(event.target.value)}
        onKeyDown={focusFirstRow}
      />
      <FoundEntries
        label="Targets"
        nouns={["target", "targets"]}
        {...{ rows, chosen, showsAll }}
        onShowAll={setShowsAll}
        empty={{ title: "No target like this", hint: "Type fewer letters, or add one." }}
      />
    </div>
  );
}
