"use client";
import { useEffect, useMemo, useState } from "react";
import { searchSpeakers } from "@/components/annotate/search-speakers";
import { speakerOption } from "@/components/annotate/speaker-options";
import { Badge } from "@/components/ui/badge";
import { compareNames } from "@/components/ui/name-order";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import { whenIdle } from "@/components/ui/when-idle";
import { findValue } from "@/domain/codebook/find-field";
import type { ListedSpeaker } from "@/domain/contract/registry-entries";
import { FoundEntries, focusFirstRow } from "./found-entries";
import { mergedNames } from "./merged-names";
import { useRegistry } from "./registry-context";

const isGone = (speaker: ListedSpeaker) => speaker.mergedIntoId !== null || speaker.retired === true;

/** Speakers, found as one types by any of their names in any spelling. */
export function SpeakerList({ chosen }: { chosen: string | null }) {
  const { lists, codebook, speakerById, rootOf, usesOf } = useRegistry();
  const [words, setWords] = useState("");
  const [kind, setKind] = useState("");
  const [showsAll, setShowsAll] = useState(false);

  // Found under the names of what was merged into them too.
  const options = useMemo(() => {
    const others = mergedNames(lists.speakers, rootOf);
    return [...lists.speakers]
      .sort((a, b) => compareNames(a.name, b.name))
      .map((speaker) => {
        const { keywords = [], ...option } = speakerOption(speaker, codebook);
        return { ...option, keywords: [...keywords, ...(others.get(speaker.id) ?? [])] };
      });
  }, [lists.speakers, codebook, rootOf]);

  // The index is made in a pause, so that the first letter finds it there.
  useEffect(() => whenIdle(() => searchSpeakers(options, "a"), 2000), [options]);

  const rows = useMemo(() => {
    return searchSpeakers(options, words).flatMap(({ id }) => {
      const speaker = speakerById.get(id);
      if (!speaker || (kind !== "" && speaker.kind !== kind)) return [];
      if (isGone(speaker) && !showsAll) return [];
      const into = speaker.mergedIntoId === null ? null : speakerById.get(rootOf(id));
      const organisation = speaker.organisationId && speakerById.get(speaker.organisationId)?.name;
      const told = [
        findValue(codebook.speaker.kinds, speaker.kind)?.label ?? speaker.kind,
        ...[speaker.roleTitle, organisation, speaker.country, speaker.aliases[0]],
      ];
      return [
        {
          ...{ id, name: speaker.name, secondary: told.filter(Boolean).join(" · ") },
          uses: speaker.mergedIntoId === null ? usesOf(id) : null,
          badges: (
            <>
              {speaker.proposed && <Badge tone="warning">proposed</Badge>}
              {speaker.retired && <Badge>retired</Badge>}
              {into && <Badge className="max-w-40 truncate">merged into {into.name}</Badge>}
            </>
          ),
        },
      ];
    });
  }, [options, words, kind, showsAll, speakerById, rootOf, usesOf, codebook]);

  const kinds = codebook.speaker.kinds.map(({ key, label }) => ({ value: key, label }));
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-end gap-3">
        <TextField
          label="Find a speaker"
          type="search"
          autoComplete="off"
          placeholder="Name, other name, role"
          className="min-w-44 flex-1"
          value={words}
          onChange={(event) => setWords(event.target.value)}
          onKeyDown={focusFirstRow}
        />
        <SelectField
          label="Kind"
          className="w-36"
          value={kind}
          onValueChange={setKind}
          options={[{ value: "", label: "All kinds" }, ...kinds]}
        />
      </div>
      <FoundEntries
        label="Speakers"
        nouns={["speaker", "speakers"]}
        {...{ rows, chosen, showsAll }}
        onShowAll={setShowsAll}
        empty={{ title: "Nobody of this name", hint: "Type fewer letters, or show all kinds." }}
      />
    </div>
  );
}
