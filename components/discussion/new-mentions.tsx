"use client";
import { useQuery } from "@tanstack/react-query";
import { AtSign } from "lucide-react";
import Link from "next/link";
import { api } from "@/components/api-client";
import { buttonStyles } from "@/components/ui/button-styles";
import type { MentionList } from "@/domain/contract/discussion";
import { MENTIONS_KEY } from "./mentions-key";

/** How many comments name the reader that they have not seen, as the bell learns of it (useTold); nothing while there is none. */
export function NewMentions({ initial }: { initial: number }) {
  const { data: count } = useQuery({
    queryKey: MENTIONS_KEY,
    queryFn: async () => (await api.get<MentionList>("/mentions")).unseen,
    initialData: initial,
  });
  const says = count === 1 ? "1 new mention" : `${count} new mentions`;
  return (
    <>
      {count > 0 && (
        <Link href="/mentions" aria-label={says} className={buttonStyles({ variant: "quiet", size: "sm" })}>
          <AtSign aria-hidden className="size-4 text-accent" />
          <span className="font-semibold text-accent tabular-nums">{count}</span>
        </Link>
      )}
      <span role="status" className="sr-only">
        {count > initial && says}
      </span>
    </>
  );
}
