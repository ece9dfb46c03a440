import type { Role } from "@/domain/contract/account";

/** What the door knows about a person and a row when it asks whether they may act on it. */
export interface Situation {
  /** Role in the row's project; null: not a member. A server admin counts as a manager of every project. */
  role: Role | null;
  /** The assignment is theirs. False for rows that belong to nobody in particular. */
  own: boolean;
  /** They hold an unfinished, still blind reading of the document (for a project: of any of its documents). */
  readingBlind: boolean;
  /** The row's project is closed for work. */
  archived: boolean;
  /** The row's project is deleted. */
  deleted: boolean;
}

interface Rule {
  roles: readonly Role[];
  /** Only the holder of the assignment; to others it does not exist. */
  ownOnly?: true;
  /** Closed to anybody whose own blind reading would see others' work. */
  notWhileReadingBlind?: true;
  /** Changes nothing that an archived project keeps as it is. */
  whileArchived?: true;
  /** Also of a deleted project, which does not exist for anything else. */
  whileDeleted?: true;
}

const EVERYONE: readonly Role[] = ["annotator", "reviewer", "manager"];
const REVIEWERS: readonly Role[] = ["reviewer", "manager"];
const MANAGERS: readonly Role[] = ["manager"];

/** Who may do what: the one table. */
export const POLICY = {
  "project.read": { roles: EVERYONE, whileArchived: true },
  "project.manage": { roles: MANAGERS },
  /** Know its members, what is set and who reads what. */
  "project.inspect": { roles: MANAGERS, whileArchived: true },
  /** Archive it and open it again, delete and restore it. */
  "project.keep": { roles: MANAGERS, whileArchived: true, whileDeleted: true },
  /** Give up one's own membership. */
  "project.leave": { roles: EVERYONE },
  /** Make another project of its codebook, registry and settings. */
  "project.copy": { roles: MANAGERS, whileArchived: true },
  "document.read": { roles: EVERYONE, whileArchived: true },
  /** Search statements: annotators their own, reviewers finished readings and gold but of documents they are to read blind. */
  "statement.search": { roles: EVERYONE, whileArchived: true },
  "speaker.create": { roles: EVERYONE },
  "target.propose": { roles: EVERYONE },
  /** Change, merge, split and retire speakers and targets, and take what others proposed. */
  "registry.edit": { roles: MANAGERS },
  /** Which statements name a speaker or target: documents closed to the reader are left out one by one. */
  "registry.readUse": { roles: REVIEWERS, whileArchived: true },
  /** How far the work is: annotators their own. */
  "progress.read": { roles: EVERYONE, whileArchived: true },
  /** Say who reads what. */
  "assignment.plan": { roles: MANAGERS },
  /** Take the next document that lacks a reading. */
  "assignment.claim": { roles: EVERYONE },
  "assignment.read": { roles: EVERYONE, ownOnly: true, whileArchived: true },
  "assignment.annotate": { roles: EVERYONE, ownOnly: true },
  "assignment.submit": { roles: EVERYONE, ownOnly: true },
  "assignment.reopen": { roles: EVERYONE, ownOnly: true },
  /** Give up the blindness of one's own unfinished reading, to be able to review the document. */
  "assignment.unblind": { roles: REVIEWERS, ownOnly: true },
  /** Suggestions beside one's own reading. */
  "suggestion.show": { roles: EVERYONE, ownOnly: true },
  /** Everything agents wrote about a document, before and without any annotator asking. */
  "suggestion.read": { roles: REVIEWERS, notWhileReadingBlind: true, whileArchived: true },
  /** Managers only: an annotator's own work could otherwise reach the others as an agent's. */
  "suggestion.write": { roles: MANAGERS },
  /** What statements do not go together, over a project: documents closed to the reader are left out one by one. */
  "consistency.read": { roles: REVIEWERS, whileArchived: true },
  "consistency.answer": { roles: REVIEWERS },
  /** Change many gold statements at once, those of documents closed to the reader excepted. */
  "gold.recode": { roles: REVIEWERS },
  /** What was recoded, and why. */
  "gold.readRecodes": { roles: REVIEWERS, whileArchived: true },
  /** Know that a document is reviewed and how far: no statement, count or figure of a reading. */
  "review.list": { roles: REVIEWERS, whileArchived: true },
  // Blindness: nobody sees another annotator's statement, count or figure before submitting their own.
  "document.review": { roles: REVIEWERS, notWhileReadingBlind: true, whileArchived: true },
  "document.rule": { roles: REVIEWERS, notWhileReadingBlind: true },
  /** What reviewers say among themselves about a document's clusters, and what annotators answered. */
  "discussion.read": { roles: REVIEWERS, notWhileReadingBlind: true, whileArchived: true },
  "discussion.write": { roles: REVIEWERS, notWhileReadingBlind: true },
  /** How one's own reading was ruled: only a finished one, of a settled document (readSettledReview). */
  "ruling.readOwn": { roles: EVERYONE, ownOnly: true, whileArchived: true },
  "ruling.answer": { roles: EVERYONE, ownOnly: true },
  /** Publish a codebook version that has one passage more, and is otherwise as it was. */
  "codebook.addExample": { roles: REVIEWERS, notWhileReadingBlind: true },
  /** Write the next version of a codebook, publish it, and say what becomes of the statements there are. */
  "codebook.edit": { roles: MANAGERS },
  /** How often values are used: documents whose review is closed to the reader are left out one by one. */
  "codebook.readUse": { roles: REVIEWERS, whileArchived: true },
  /** Figures over a project's readings. Documents whose review is closed to the reader are left out of them one by one. */
  "agreement.read": { roles: REVIEWERS, whileArchived: true },
  /** Figures of single annotators: for who leads the project. */
  "agreement.compare": { roles: MANAGERS, whileArchived: true },
  /** Who did what when in a project, also to others' readings. */
  "audit.read": { roles: MANAGERS, notWhileReadingBlind: true, whileArchived: true },
  /** Whether that is still told as it was written, which says nothing of what it is. */
  "audit.verify": { roles: MANAGERS, whileArchived: true },
  "dataset.export": { roles: REVIEWERS, notWhileReadingBlind: true, whileArchived: true },
} as const satisfies Record<string, Rule>;

export type Action = keyof typeof POLICY;

/** `hidden`: answer as if the row did not exist. `refused`: a member without the role. `archived`: the project is closed for work. `blind`: see Situation.readingBlind. */
export type Verdict = "allowed" | "hidden" | "refused" | "archived" | "blind";

export function judge(action: Action, situation: Situation): Verdict {
  const rule: Rule = POLICY[action];
  if (situation.role === null || (situation.deleted && !rule.whileDeleted)) return "hidden";
  if (rule.ownOnly && !situation.own) return "hidden";
  if (!rule.roles.includes(situation.role)) return "refused";
  if (situation.archived && !rule.whileArchived) return "archived";
  if (rule.notWhileReadingBlind && situation.readingBlind) return "blind";
  return "allowed";
}

/** Whether a role may do something at all, whoever the row belongs to: what the interface offers. */
export function may(action: Action, role: Role, project: { archived: boolean } = { archived: false }): boolean {
  const rule: Rule = POLICY[action];
  return rule.roles.includes(role) && (!project.archived || rule.whileArchived === true);
}
