import { operations } from "@/domain/contract/operations";
import { savePreferences } from "@/server/commands/save-preferences";
import { handle } from "@/server/http";
import { getPreferences } from "@/server/queries/get-preferences";

export const GET = handle(operations.getPreferences, ({ actor }) => getPreferences(actor));

export const PUT = handle(operations.savePreferences, ({ actor, body }) => savePreferences(actor, body));
