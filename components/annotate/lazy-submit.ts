import { lazyPart } from "@/components/ui/lazy-part";

/** The list before submitting: few keys of an hour lead to it. */
export const submitDialog = lazyPart(async () => (await import("./submit-dialog")).SubmitDialog);
