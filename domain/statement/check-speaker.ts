import { findField } from "@/domain/codebook/find-field";
import type { Registry } from "@/domain/contract/registry";
import type { StatementCheck } from "./check-statement";
import { answerTo } from "./content";
import type { Problem } from "./statement";

/** The speaker of a registry that stands for the article's own voice. */
export function findOutlet(registry: Registry): Registry["speakers"][number] | null {
  return registry.speakers.find((speaker) => speaker.fixed && speaker.kind === "outlet") ?? null;
}

/** Speaker and chain name people of the registry, lead from the outlet to the speaker, and suit the project's rules. */
export function checkSpeaker(check: StatementCheck): Problem[] {
  const { content } = check;
  const problems: Problem[] = [];
  const invalid = (code: string, path: string, message: string) =>
    problems.push({ severity: "invalid", code, path, message });

  if (content.speakerId === null) {
    if (content.chain.length > 0) {
      invalid("chain_without_speaker", "chain", "There is a chain but no speaker: choose the speaker at its end.");
    }
    problems.push({
      severity: "incomplete",
      code: "speaker_missing",
      path: "speakerId",
      message: "Choose who says it; take the outlet if the article says it in its own voice.",
    });
    return problems;
  }

  const known = checkNamed(check, content.speakerId, "speakerId");
  problems.push(...known);
  for (const [index, id] of content.chain.entries()) {
    if (id !== content.speakerId) problems.push(...checkNamed(check, id, `chain.${index}`));
  }

  const outlet = findOutlet(check.registry);
  if (content.chain.at(-1) !== content.speakerId) {
    invalid("chain_end", "chain", "The chain must end with the speaker of the statement: set the speaker again.");
  } else if (outlet && content.chain[0] !== outlet.id) {
    invalid("chain_start", "chain.0", `The chain must start with the outlet (${outlet.name}): set the speaker again.`);
  }
  if (known.length === 0) problems.push(...checkOutletVoice(check, outlet?.id ?? null));
  return problems;
}

function checkNamed({ registry, previous }: StatementCheck, id: string, path: string): Problem[] {
  const speaker = registry.speakers.find((one) => one.id === id);
  if (!speaker) {
    return [
      {
        severity: "invalid",
        code: "unknown_speaker",
        path,
        message: "This speaker is not in the project's registry: choose another or create it there.",
      },
    ];
  }
  const held = previous?.speakerId === id || previous?.chain.includes(id) === true;
  if (speaker.mergedIntoId === null || held) return [];
  const into = registry.speakers.find((one) => one.id === speaker.mergedIntoId)?.name;
  return [
    {
      severity: "invalid",
      code: "merged_speaker",
      path,
      message: `${speaker.name} was merged into ${into ?? "another speaker"}: choose that one.`,
    },
  ];
}

/** The outlet's own voice is coded not at all, where it can be checked, or always, as the project wants it. */
function checkOutletVoice({ codebook, content }: StatementCheck, outletId: string | null): Problem[] {
  if (outletId === null || content.speakerId !== outletId || codebook.outletVoice === "all") return [];
  if (codebook.outletVoice === "none") {
    return [
      {
        severity: "incomplete",
        code: "outlet_voice_off",
        path: "speakerId",
        message: "This project does not code the outlet's own voice: choose another speaker or delete the statement.",
      },
    ];
  }
  const claim = findField(codebook, "claim_type")?.enabled ? answerTo(content, "claim_type") : undefined;
  if (claim === undefined || claim === "fact") return [];
  return [
    {
      severity: "incomplete",
      code: "outlet_voice_not_checkable",
      path: "fields.claim_type",
      message:
        "This project codes the outlet's own voice only where it states a fact: correct the claim type or the speaker, or delete the statement.",
    },
  ];
}
