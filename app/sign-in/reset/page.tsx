import type { Metadata } from "next";
import { ResetForm } from "@/components/account/reset-form";

export const metadata: Metadata = { title: "New password", referrer: "no-referrer" };

export default function ResetPage() {
  return <ResetForm />;
}
