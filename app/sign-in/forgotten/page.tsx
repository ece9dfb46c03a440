import type { Metadata } from "next";
import { ForgottenForm } from "@/components/account/forgotten-form";
import { env } from "@/server/env";

export const metadata: Metadata = { title: "Forgotten password" };
// What is configured is known when the server runs, not when it is built.
export const dynamic = "force-dynamic";

export default function ForgottenPage() {
  return <ForgottenForm sendsMail={env().smtp !== null} />;
}
