import { DatasetError } from "@/domain/formats/verify-document";
import { HttpError } from "@/server/http-error";

/** What is thrown while a dataset is written, so that a contradiction in it is told with its place. */
export function toldAsProblem(error: unknown): unknown {
  if (!(error instanceof DatasetError)) return error;
  return new HttpError(500, "dataset_contradicts_itself", `Nothing was exported: ${error.message}.`);
}
