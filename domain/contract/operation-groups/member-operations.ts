import {
  InvitationAcceptance,
  InvitationInput,
  InvitationLook,
  InvitationMade,
  InvitationSeen,
  MemberChange,
  MemberChanged,
  MemberList,
} from "../members";
import { OperationOnly } from "../suggestions";
import type { Operation } from "./operation";
import { memberOf, projectId, projectInvitationId } from "./parameters";

/** Of the people of a project, and how they get there. */
export const memberOperations = {
  listMembers: {
    method: "get",
    path: "/projects/{projectId}/members",
    tag: "Members",
    summary: "The members of a project, and invitations that still work",
    params: projectId,
    answer: MemberList,
  },
  changeMember: {
    method: "put",
    path: "/projects/{projectId}/members/{memberId}",
    tag: "Members",
    summary: "Change a member's role",
    params: memberOf,
    body: MemberChange,
    answer: MemberChanged,
  },
  removeMember: {
    method: "delete",
    path: "/projects/{projectId}/members/{memberId}",
    tag: "Members",
    summary: "Remove a member, or leave; what they coded stays",
    params: memberOf,
    body: OperationOnly,
    answer: MemberChanged,
  },
  createInvitation: {
    method: "post",
    path: "/projects/{projectId}/invitations",
    tag: "Members",
    summary: "Make an invitation; its link is told once",
    params: projectId,
    body: InvitationInput,
    answer: InvitationMade,
    status: 201,
    keyScope: null,
  },
  revokeInvitation: {
    method: "delete",
    path: "/projects/{projectId}/invitations/{invitationId}",
    tag: "Members",
    summary: "Revoke an invitation that nobody has used",
    params: projectInvitationId,
    body: OperationOnly,
    status: 204,
  },
  lookAtInvitation: {
    method: "post",
    path: "/invitations/look",
    tag: "Members",
    summary: "What an invitation is to",
    body: InvitationLook,
    answer: InvitationSeen,
    access: "anonymous",
  },
  acceptInvitation: {
    method: "post",
    path: "/invitations/acceptances",
    tag: "Members",
    summary: "Accept an invitation, with an account or a new one",
    body: InvitationAcceptance,
    status: 204,
    access: "anonymous",
  },
} as const satisfies Record<string, Operation>;
