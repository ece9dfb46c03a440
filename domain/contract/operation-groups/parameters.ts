import * as z from "zod";
import { RegistryListName } from "../registry-entries";

// What stands in the paths of operations.

export const assignmentId = z.object({ assignmentId: z.uuid() });
export const statementId = z.object({ statementId: z.uuid() });
export const documentId = z.object({ documentId: z.uuid() });
export const projectId = z.object({ projectId: z.uuid() });
export const dismissalIds = z.object({ assignmentId: z.uuid(), suggestionId: z.uuid() });
export const keyId = z.object({ keyId: z.uuid() });
export const batchId = z.object({ batchId: z.uuid() });
export const exportId = z.object({ exportId: z.uuid() });
export const importId = z.object({ importId: z.uuid() });
export const rulingId = z.object({ rulingId: z.uuid() });
export const memberOf = z.object({ projectId: z.uuid(), memberId: z.uuid() });
export const projectInvitationId = z.object({ projectId: z.uuid(), invitationId: z.uuid() });
export const entryId = z.object({ projectId: z.uuid(), entryId: z.uuid() });
export const distinctionId = z.object({ projectId: z.uuid(), distinctionId: z.uuid() });
export const registryEntry = entryId.extend({ list: RegistryListName });
export const userId = z.object({ userId: z.uuid() });
export const sessionId = z.object({ sessionId: z.uuid() });
