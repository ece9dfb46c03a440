import * as z from "zod";
import { Password, Role } from "./account";
import { TrainingAttempt } from "./training";
import { SecondFactorCode } from "./two-factor";

const Email = z.email("Enter a full e-mail address, such as name@example.org.").trim().toLowerCase().max(320);

export const Member = z.object({
  /** Of the membership. */
  id: z.uuid(),
  /** What exports, and review where names are hidden, call them. */
  pseudonym: z.string(),
  name: z.string(),
  email: z.string(),
  role: Role,
  own: z.boolean(),
  since: z.iso.datetime(),
  /** Articles given to them that they have not finished. */
  open: z.int(),
  finished: z.int(),
  /** Of an annotator, where the project trains them first; `waiver`: why a manager lets them read without. */
  training: z
    .object({
      passed: z.int(),
      needed: z.int(),
      waiver: z.string().nullable(),
      /** All that they tried, in the order of the project. */
      documents: z.array(
        z.object({
          documentId: z.uuid(),
          title: z.string(),
          attempts: z.array(TrainingAttempt.omit({ assignmentId: true })),
        }),
      ),
    })
    .nullable(),
});
export type Member = z.infer<typeof Member>;

export const Invitation = z.object({
  id: z.uuid(),
  role: Role,
  /** Whom it is for, in the words of who made it. */
  note: z.string().nullable(),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
});
export type Invitation = z.infer<typeof Invitation>;

/** GET /projects/{projectId}/members, with the invitations that still work. */
export const MemberList = z.object({ items: z.array(Member), invitations: z.array(Invitation) });
export type MemberList = z.infer<typeof MemberList>;

/** Body of PUT /projects/{projectId}/members/{memberId}. */
export const MemberChange = z.object({ operationId: z.uuid(), role: Role });
export type MemberChange = z.infer<typeof MemberChange>;

export const MemberChanged = z.object({ id: z.uuid(), pseudonym: z.string(), role: Role });
export type MemberChanged = z.infer<typeof MemberChanged>;

/** Body of POST /projects/{projectId}/invitations. */
export const InvitationInput = z.object({
  operationId: z.uuid(),
  id: z.uuid(),
  role: Role,
  days: z.int().min(1).max(90).default(7),
  note: z.string().trim().max(100).nullable().default(null),
  /** Where the link is sent, by servers that send mail; it is stored nowhere. */
  email: Email.nullable().default(null),
});
export type InvitationInput = z.infer<typeof InvitationInput>;

/** The link works once and is told here only. `mail`: what became of sending it; null: nobody asked for that. */
export const InvitationMade = z.object({
  invitation: Invitation,
  link: z.string(),
  mail: z.enum(["sent", "failed"]).nullable(),
});
export type InvitationMade = z.infer<typeof InvitationMade>;

const Token = z.string().min(20).max(200);

/** Body of POST /invitations/look. */
export const InvitationLook = z.object({ token: Token });

export const InvitationSeen = z.object({
  project: z.object({ name: z.string() }),
  role: Role,
  expiresAt: z.iso.datetime(),
  /** Whoever is signed in to this browser, and whether they are a member already. */
  signedIn: z.object({ name: z.string(), email: z.string(), isMember: z.boolean() }).nullable(),
});
export type InvitationSeen = z.infer<typeof InvitationSeen>;

/** Body of POST /invitations/acceptances: as whoever is signed in, with an account that exists, or with a new one. */
export const InvitationAcceptance = z.object({
  operationId: z.uuid(),
  token: Token,
  account: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("signed_in") }),
    z.object({
      kind: z.literal("existing"),
      email: Email,
      password: z.string().min(1).max(200),
      code: SecondFactorCode.optional(),
    }),
    z.object({
      kind: z.literal("new"),
      id: z.uuid(),
      name: z.string().trim().min(1, "Enter your name.").max(100),
      email: Email,
      password: Password,
    }),
  ]),
});
export type InvitationAcceptance = z.infer<typeof InvitationAcceptance>;
