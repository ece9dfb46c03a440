import type { Metadata } from "next";
import { SignInForm } from "@/components/account/sign-in-form";
import { localPath } from "@/server/auth/local-path";
import { env } from "@/server/env";

export const metadata: Metadata = { title: "Sign in" };

interface SignInPageProps {
  searchParams: Promise<{ next?: string | string[] }>;
}

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const { next } = await searchParams;
  return (
    <SignInForm
      next={localPath(typeof next === "string" ? next : null)}
      provider={env().oidc?.name ?? null}
      sendsMail={env().smtp !== null}
    />
  );
}
