"use client";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useRegistry } from "./registry-context";

type Fields = Readonly<Record<string, unknown>>;

interface OvertakenNoticeProps {
  name: string;
  mine: Fields;
  theirs: Fields;
  onTakeTheirs: () => void;
  onKeepMine: () => void;
}

const LABELS: Readonly<Record<string, string>> = {
  name: "Name",
  kind: "Kind",
  aliases: "Other names",
  roleTitle: "Role or title",
  organisationId: "Organisation",
  sector: "Sector",
  function: "Function",
  country: "Country",
  notes: "Notes",
  externalIds: "Ids elsewhere",
  affiliations: "Affiliations",
  key: "Handle",
  description: "Description",
  broaderId: "Stands under",
};

/** Somebody saved in between: what differs, theirs beside what was typed here, and which of them is to be. */
export function OvertakenNotice({ name, mine, theirs, onTakeTheirs, onKeepMine }: OvertakenNoticeProps) {
  const { speakerById, targetById } = useRegistry();
  const differing = Object.keys(mine).filter((key) => JSON.stringify(mine[key]) !== JSON.stringify(theirs[key]));
  const say = (value: unknown): string => {
    if (value === null || value === "") return "nothing";
    if (Array.isArray(value)) return value.map(say).join(", ") || "nothing";
    if (typeof value === "object")
      return (
        Object.values(value as object)
          .filter(Boolean)
          .map(say)
          .join(" ") || "nothing"
      );
    const id = String(value);
    return speakerById.get(id)?.name ?? targetById.get(id)?.name ?? id;
  };
  return (
    <Notice
      role="alert"
      tone="warning"
      title={`“${name}” was changed elsewhere meanwhile`}
      action={
        <>
          <Button size="sm" onClick={onTakeTheirs}>
            Take theirs
          </Button>
          <Button size="sm" onClick={onKeepMine}>
            Save mine over it
          </Button>
        </>
      }
    >
      {differing.length === 0 ? (
        "It says the same as yours now."
      ) : (
        <dl className="grid gap-x-4 gap-y-1 sm:grid-cols-[auto_1fr]">
          {differing.map((key) => (
            <div key={key} className="contents">
              <dt className="font-medium">{LABELS[key] ?? key}</dt>
              <dd className="[overflow-wrap:anywhere]">
                theirs: <bdi>{say(theirs[key])}</bdi>; yours: <bdi>{say(mine[key])}</bdi>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </Notice>
  );
}
