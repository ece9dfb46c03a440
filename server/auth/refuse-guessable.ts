import { isGuessable } from "@/domain/account/is-guessable";
import { invalid } from "@/server/http-error";
import { perProcess } from "@/server/per-process";
import type { Actor } from "./actor";

const list = perProcess<{ common: Promise<ReadonlySet<string>> | null }>("common-passwords", () => ({ common: null }));

/**
 * Throws 422 common_password for one that is tried first (NIST SP 800-63B-4, 3.1.1.2). Asks nobody: the list is here. `path` of the
 * password in the body.
 */
export async function refuseGuessable(
  password: string,
  { name, email }: Pick<Actor, "name" | "email">,
  path = "newPassword",
): Promise<void> {
  list.common ??= readList();
  const own = [
    "sayso",
    email,
    email.split("@")[0] ?? "",
    ...email.split(/[^\p{L}\p{N}]+/u),
    name,
    ...name.split(/\s+/),
  ];
  if (!isGuessable(password, await list.common, own)) return;
  const message = "This is among the first passwords that somebody would try; a sentence of several words works well.";
  throw invalid(message, [{ path, message }], "common_password");
}

/** Fifty thousand, read when the first password is set. */
async function readList(): Promise<ReadonlySet<string>> {
  const { dictionary } = await import("@zxcvbn-ts/language-common");
  return new Set(dictionary["passwords-common"]);
}
