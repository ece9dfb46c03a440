import { interpretCoefficient, type Verdict } from "@/domain/agreement/interpret-coefficient";
import type { AttributeAgreement } from "@/domain/agreement/project-agreement-result";
import type { AgreementView } from "@/domain/contract/agreement";
import { labelName } from "./label-name";
import { sayValue } from "./say-figure";

/** What the figures of one question mean, in a sentence. */
export function attributeVerdict(
  { key, alpha, nominal, raw, ac1, labels, confusions }: AttributeAgreement,
  view: Pick<AgreementView, "target" | "names">,
): { verdict: Verdict; sentence: string } {
  const [common] = labels;
  const [worst] = confusions;
  const called = (label: string) => labelName(view, key, label);
  const verdict = interpretCoefficient({
    figure: alpha,
    target: view.target,
    raw: raw.value,
    expected: nominal.expected,
    commonLabel: common ? called(common.label) : null,
    confusion: worst ? { ...worst, a: called(worst.a), b: called(worst.b) } : null,
  });
  const manyLabels =
    key === "speaker" && alpha.status === "ok" ? " With so many values it is close to raw agreement." : "";
  const prevalence = verdict.verdict === "prevalence" && ac1.value !== null ? ` AC1 is ${sayValue(ac1.value)}.` : "";
  return { ...verdict, sentence: `${verdict.sentence}${manyLabels}${prevalence}` };
}
