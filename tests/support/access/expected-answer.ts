import { keyScopeOf, type Operation } from "@/domain/contract/operation-groups/operation";
import type { ProblemCode } from "@/domain/contract/problem-codes";
import { type Action, judge, POLICY, type Verdict } from "@/domain/policy";
import type { Access } from "./operation-access";
import type { Place } from "./places";
import type { Principal, World } from "./principals";

/** What a caller asks for, and whose it is; null: what never was. */
export type Asked = { place: Place; holderId: string } | null;

/** With which code a call is refused at the door; null: it is let in. */
export type Expected = ProblemCode | null;

const CODES: Record<Verdict, Expected> = {
  allowed: null,
  hidden: "not_found",
  refused: "forbidden",
  archived: "project_archived",
  blind: "own_reading_unfinished",
};

/** Codes with which the door refuses: whoever is let in gets none of them. */
export const DOOR_CODES: readonly string[] = [
  ...["not_signed_in", "unknown_key", "session_only", "scope_missing", ...Object.values(CODES)].filter(
    (code) => code !== null,
  ),
];

/** Whether rows of this operation differ by whom they belong to. */
export const isPersonal = ({ may, only }: Access): boolean =>
  may === "own_row" || only === "own_row" || (may in POLICY && "ownOnly" in POLICY[may as Action]);

/** What the policy table says of a call: the session or key first, then the row, then the role. */
export function expectedAnswer(
  { archived, deleted }: Pick<World, "archived" | "deleted">,
  { operation, access }: { operation: Operation; access: Access },
  who: Principal,
  asked: Asked | "no row",
): Expected {
  const { may, only, finished } = access;
  if (who.scopes) {
    if (!who.isKnown) return "unknown_key";
    const scope = keyScopeOf(operation);
    if (scope === null) return "session_only";
    if (!who.scopes.includes(scope)) return "scope_missing";
  }
  if (may === "anyone") return null;
  if (!who.isKnown) return "not_signed_in";
  if (may === "signed_in") return null;
  if (may === "server_admin") return who.isAdmin ? null : "forbidden";
  if (may === "server_admin_alone") return who.isAdmin && asked !== null ? null : "not_found";
  if (asked === null || asked === "no row") return "not_found";
  const own = asked.holderId === who.userId;
  if (may === "own_row") return own ? null : "not_found";
  if (only === "own_row" && !own) return "not_found";
  const verdict = judge(may, {
    role: who.roleIn(asked.place),
    own,
    readingBlind: who.isBlind && asked.place === who.home,
    archived: asked.place === archived,
    deleted: asked.place === deleted,
  });
  if (verdict === "allowed" && finished && who.isBlind && asked.place === who.home) return "own_reading_unfinished";
  return verdict === "allowed" && only === "server_admin" && !who.isAdmin ? "forbidden" : CODES[verdict];
}
