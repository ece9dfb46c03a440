import { lazyPart } from "@/components/ui/lazy-part";

/** The search over speakers, for a list of them: fetched with the first such list. */
export const speakerSearch = lazyPart(async () => (await import("./search-speakers")).searchSpeakers);
