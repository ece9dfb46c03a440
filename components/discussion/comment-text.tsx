import type { Person } from "@/domain/contract/discussion";
import { splitMentions } from "@/domain/discussion/mentions";

interface CommentTextProps {
  text: string;
  people: readonly Person[];
}

/** What a comment says, with those it names marked. */
export function CommentText({ text, people }: CommentTextProps) {
  let at = 0;
  return (
    <p className="whitespace-pre-wrap break-words text-sm" dir="auto">
      {splitMentions(text).map((piece) => {
        at += 1;
        if ("text" in piece) return <span key={at}>{piece.text}</span>;
        const person = people.find(({ id }) => id === piece.mention);
        return (
          <bdi key={at} className="rounded-xs bg-accent-tint px-0.5 font-medium text-accent">
            @{person ? (person.own ? "you" : person.name) : "somebody"}
          </bdi>
        );
      })}
    </p>
  );
}
