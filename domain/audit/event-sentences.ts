/**
 * What each kind of event tells, as a sentence that goes on from who did it. A new action gets its line here: without one it
 * does not compile (server/events/append-event.ts).
 */
export const EVENT_SENTENCES = {
  "project.created": "created the project",
  "project.renamed": "renamed the project",
  "project.changed": "changed the project's settings",
  "project.review_changed": "changed how the project is reviewed",
  "project.target_changed": "changed the agreement that the project demands",
  "project.opened": "opened the project again",
  "project.archived": "archived the project",
  "project.deleted": "deleted the project",
  "member.added": "added a member",
  "member.invited": "made an invitation",
  "member.uninvited": "revoked an invitation",
  "member.joined": "joined by an invitation",
  "member.changed": "changed a member's role",
  "member.removed": "ended a membership",
  "codebook.published": "published a version of the codebook",
  "codebook.example_added": "made a passage an example in the codebook",
  "codebook.mapping_undone": "gave statements their answers from before a version of the codebook back",
  "document.created": "added an article",
  "import.made": "imported a file",
  "import.undone": "took an import out again",
  "speaker.created": "added a speaker",
  "target.created": "added or proposed a target",
  "assignment.created": "gave an article to read",
  "assignments.changed": "gave out and withdrew articles",
  "assignments.planned": "gave articles out by a plan",
  "assignment.claimed": "took the next article",
  "assignment.submitted": "finished a reading",
  "assignment.reopened": "reopened a reading",
  "assignment.unblinded": "gave up the blindness of a reading",
  "statement.created": "made a statement",
  "statement.changed": "changed a statement",
  "statement.deleted": "deleted a statement",
  "statement.restored": "restored a statement",
  "statement.rechecked": "left a statement as it is, after the codebook changed",
  "suggestions.shown": "asked for suggestions",
  "suggestions.written": "suggested statements",
  "suggestion.dismissed": "dismissed a suggestion",
  "suggestion.dismissal_withdrawn": "took the dismissal of a suggestion back",
  "ruling.made": "ruled on a cluster",
  "ruling.agreed_accepted": "accepted what all readings agree on",
  "ruling.proposals_applied": "settled clusters by a rule",
  "ruling.withdrawn": "withdrew a ruling",
  "ruling.batch_withdrawn": "withdrew the rulings of one action",
  "ruling.answered": "answered a ruling",
  "cluster.regrouped": "put statements into other clusters",
  "cluster.regroup_undone": "put clusters back as they were",
  "review.undone": "took a step of the review back",
  "review.redone": "did a step of the review again",
  "comment.opened": "opened a thread",
  "comment.replied": "replied in a thread",
  "comment.edited": "changed a comment",
  "comment.deleted": "deleted a comment",
  "thread.resolved": "resolved a thread",
  "thread.reopened": "opened a thread again",
  "export.started": "began an export",
  "export.removed": "cancelled or removed an export",
} as const satisfies Record<string, string>;

/** What an event is of: `statement.changed`, `assignment.submitted`, … */
export type EventAction = keyof typeof EVENT_SENTENCES;

/** The sentence of an action; of one that only an older or newer program knows, its own words. */
export function sayAction(action: string): string {
  return EVENT_SENTENCES[action as EventAction] ?? action.replaceAll(/[._]/g, " ");
}
