"use client";
import { useEditor } from "./editor-context";
import { ValueList } from "./value-list";

/** What speakers of the registry are described with. */
export function SpeakerForm() {
  const { codebook } = useEditor();
  const { kinds, sectors, functions } = codebook.speaker;
  return (
    <div className="grid gap-6">
      <p className="text-sm text-text-muted">
        Asked once for each speaker of the project's registry, not for each statement.
      </p>
      <ValueList
        title="Kinds"
        list="speaker.kinds"
        path="speaker.kinds"
        coded={false}
        values={kinds}
        put={(draft, values) => ({ ...draft, speaker: { ...draft.speaker, kinds: values } })}
      />
      <ValueList
        title="Sectors"
        list="speaker.sectors"
        path="speaker.sectors"
        coded={false}
        values={sectors}
        put={(draft, values) => ({ ...draft, speaker: { ...draft.speaker, sectors: values } })}
      />
      <ValueList
        title="Functions"
        list="speaker.functions"
        path="speaker.functions"
        coded={false}
        values={functions}
        put={(draft, values) => ({ ...draft, speaker: { ...draft.speaker, functions: values } })}
      />
    </div>
  );
}
