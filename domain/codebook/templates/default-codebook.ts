import { Codebook } from "@/domain/codebook/codebook";
import { fields } from "./default-codebook/fields";
import { guidelines } from "./default-codebook/guidelines";
import { roles } from "./default-codebook/roles";
import { speaker } from "./default-codebook/speaker";
import { stance } from "./default-codebook/stance";

/**
 * "Statements v1": the codebook a new project starts with. It asks three things of every statement: who said it, where
 * they stand, and how the article knows.
 *
 * Keys taken here: c u s g for roles, 1 to 5 for stance, 6 and 7 for its basis, p i d b t o f a for sourcing, r h l v w y
 * to go to a field. Within the other fields the digits choose a value. All other keys are the screen's.
 */
export const defaultCodebook: Codebook = Codebook.parse({
  name: "Statements v1",
  guidelines,
  roles,
  fields,
  stance,
  speaker,
  nesting: "off",
  outletVoice: "all",
  snapping: "word",
} satisfies Codebook);
