import { shownFields } from "@/domain/codebook/is-shown";
import type { AnnotationView } from "@/domain/contract/work";
import { answerTo } from "@/domain/statement/content";
import type { StatementContent } from "@/domain/statement/statement";
import { loadSample } from "../sample";

/** Everything the codebook asks of a statement, with names instead of ids, so that two databases can be compared. */
function tellAll(
  content: StatementContent,
  names: { speaker: (id: string) => string; target: (id: string) => string; quoteOf: (id: string) => string },
  codebook: AnnotationView["codebook"]["content"],
): Record<string, string> {
  return {
    spans: content.spans.map(({ role, start, end }) => `${role} ${start}-${end}`).join(", "),
    speaker: content.speakerId ? names.speaker(content.speakerId) : "",
    chain: content.chain.map(names.speaker).join(" → "),
    stances: content.stances
      .map(({ targetId, value, basis }) => `${names.target(targetId)} ${value} ${basis}`)
      .sort()
      .join(", "),
    sameClaimAs: content.sameClaimAsId ? names.quoteOf(content.sameClaimAsId) : "",
    ...Object.fromEntries(shownFields(codebook, content).map(({ key }) => [key, String(answerTo(content, key) ?? "")])),
  };
}

/** Where what is stored differs from reading A, in lines; none: they are the same statements. */
export function findMismatches(stored: AnnotationView): string[] {
  const { registry, statements, codebook } = stored;
  const speakerName = (id: string) => {
    const speaker = registry.speakers.find((one) => one.id === id);
    return speaker?.fixed && speaker.kind === "outlet" ? "outlet" : (speaker?.name ?? id);
  };
  const contents = (all: readonly { id: string; content: StatementContent }[]) => ({
    all,
    quoteOf: (id: string) => all.find((one) => one.id === id)?.content.spans[0]?.quote ?? "?",
  });
  const own = contents(statements.map((statement) => ({ id: statement.id, content: statement })));
  const sample = loadSample();
  const reading = contents(sample.readings.A.map((content, index) => ({ id: sample.keys.A[index] ?? "", content })));
  const found = own.all.map(({ content }) =>
    tellAll(
      content,
      {
        speaker: speakerName,
        target: (id) => registry.targets.find((target) => target.id === id)?.key ?? id,
        quoteOf: own.quoteOf,
      },
      codebook.content,
    ),
  );
  const wanted = reading.all.map(({ content }) =>
    tellAll(
      content,
      {
        speaker: (id) => sample.speakers.find((speaker) => speaker.id === id)?.name ?? id,
        target: (id) => id,
        quoteOf: reading.quoteOf,
      },
      codebook.content,
    ),
  );
  const startOf = (one: Record<string, string>) => Number(/content (\d+)/.exec(one.spans ?? "")?.[1]);
  found.sort((a, b) => startOf(a) - startOf(b));
  wanted.sort((a, b) => startOf(a) - startOf(b));
  const count = found.length === wanted.length ? [] : [`${found.length} statements instead of ${wanted.length}`];
  const differing = wanted.flatMap((one, index) => {
    const other = found[index] ?? {};
    const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])];
    return keys
      .filter((key) => one[key] !== other[key])
      .map((key) => `statement ${index + 1}, ${key}: “${other[key] ?? ""}” instead of “${one[key] ?? ""}”`);
  });
  return [...count, ...differing];
}
