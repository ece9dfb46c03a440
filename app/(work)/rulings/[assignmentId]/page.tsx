import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { OwnRulingsScreen } from "@/components/rulings/own-rulings-screen";
import { RulingsClosed } from "@/components/rulings/rulings-closed";
import { Page } from "@/components/shell/page";
import type { OwnRulings } from "@/domain/contract/discussion";
import { requirePageActor } from "@/server/auth/actor";
import { HttpError } from "@/server/http-error";
import { getOwnRulings } from "@/server/queries/discussion/get-own-rulings";

interface OwnRulingsPageProps {
  params: Promise<{ assignmentId: string }>;
}

export const metadata: Metadata = { title: "Rulings on your statements" };

export default async function OwnRulingsPage({ params }: OwnRulingsPageProps) {
  const actor = await requirePageActor();
  const { assignmentId } = await params;
  const found = await findRulings(() => getOwnRulings(actor, assignmentId));
  return (
    <Page className="max-w-4xl">
      {typeof found === "string" ? (
        <RulingsClosed assignmentId={assignmentId} why={found} />
      ) : (
        <OwnRulingsScreen assignmentId={assignmentId} initial={found} />
      )}
    </Page>
  );
}

/** The rulings, or why they cannot be seen yet. */
async function findRulings(read: () => Promise<OwnRulings>): Promise<OwnRulings | string> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof HttpError)) throw error;
    if (error.status === 409) return error.detail;
    notFound();
  }
}
