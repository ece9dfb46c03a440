import type { Role } from "@/domain/contract/account";
import type { DatasetChoices } from "@/domain/formats/dataset";
import { forbidden } from "@/server/http-error";

/** An export names no person unless somebody who leads the project asks for it. Throws 403 names_for_managers. */
export function refuseNames({ people }: Pick<DatasetChoices, "people">, role: Role): void {
  if (people !== "names" || role === "manager") return;
  throw forbidden("Names of annotators are exported by managers only; ask for pseudonyms.", "names_for_managers");
}
