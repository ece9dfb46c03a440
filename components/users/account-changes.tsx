import { formatDay } from "@/components/ui/format-day";
import type { AccountChange } from "@/domain/contract/users";

/** What happened to accounts last. */
export function AccountChanges({ changes }: { changes: readonly AccountChange[] }) {
  if (changes.length === 0) return null;
  return (
    <section aria-labelledby="changes">
      <h2 id="changes" className="mb-2 font-semibold text-sm text-text-muted">
        What happened last
      </h2>
      <ol className="divide-y divide-border border-y text-sm">
        {changes.map(({ id, at, action, name, by }) => (
          <li key={id} className="flex flex-wrap justify-between gap-x-6 py-2">
            <span className="[overflow-wrap:anywhere]">
              <bdi>{name ?? "A deleted account"}</bdi>: {SAID[action] ?? action.replaceAll(/[._]/g, " ")}
              {by !== null && by !== name && (
                <span className="text-text-muted">
                  , by <bdi>{by}</bdi>
                </span>
              )}
            </span>
            <time dateTime={at} className="text-text-muted tabular-nums">
              {formatDay(at)}, {at.slice(11, 16)} UTC
            </time>
          </li>
        ))}
      </ol>
    </section>
  );
}

const SAID: Readonly<Record<string, string>> = {
  "user.made_admin": "became an administrator",
  "user.no_longer_admin": "is no administrator any more",
  "user.blocked": "was blocked",
  "user.unblocked": "was unblocked",
  "user.sessions_ended": "was signed out everywhere",
  "reset_link.made": "got a reset link",
  "two_factor.on": "set up a second factor",
  "two_factor.off": "turned the second factor off",
  "account.renamed": "changed their name",
  "two_factor.removed": "lost the second factor",
  "recovery_codes.renewed": "made new recovery codes",
  "account.deleted": "deleted their account",
  "password.reset": "set a new password by a reset link",
};
