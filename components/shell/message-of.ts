import { ApiError, ApiUnreachable } from "@/components/api-client";

/** What a person can be told about a failed call. */
export function messageOf(error: unknown): string {
  if (error instanceof ApiError) return error.problem.detail;
  if (error instanceof ApiUnreachable)
    return "The server cannot be reached. Check that Sayso is running, then try again.";
  return "Something went wrong in this page. Reload it and try again.";
}
