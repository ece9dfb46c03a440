import { HueChip, HueDot, scoreGlyph } from "@/components/ui/hue-chip";
import type { Codebook } from "@/domain/codebook/codebook";
import { findRole, findValue } from "@/domain/codebook/find-field";
import type { Registry } from "@/domain/contract/registry";
import { answerTo, isFilled, unsureCommentOf } from "@/domain/statement/content";
import type { Stance, StatementContent } from "@/domain/statement/statement";
import { spansInRole } from "@/domain/text/spans";
import type { BoundaryPiece } from "./compare-boundaries";
import { fieldOfPart } from "./part-label";

interface PartAnswerProps {
  part: string;
  content: StatementContent;
  codebook: Codebook;
  registry: Registry;
  /** For a part that is a span: what to show of it beside the others' boundaries. */
  pieces?: readonly BoundaryPiece[];
}

/** One part of a statement, for reading. */
export function PartAnswer({ part, content, codebook, registry, pieces }: PartAnswerProps) {
  if (findRole(codebook, part)) {
    const quotes = spansInRole(content.spans, part).map((span) => span.quote);
    if (quotes.length === 0) return <None />;
    return (
      <span className="font-serif leading-6" dir="auto">
        {pieces ? <Pieces pieces={pieces} /> : quotes.join(" … ")}
      </span>
    );
  }
  if (part === "speaker") return <SpeakerAnswer content={content} registry={registry} />;
  if (part === "stance") {
    if (content.stances.length === 0) return <None />;
    return (
      <ul className="flex flex-col gap-2">
        {content.stances.map((stance) => (
          <StanceAnswer key={stance.targetId} stance={stance} codebook={codebook} registry={registry} />
        ))}
      </ul>
    );
  }
  if (part === "confidence") return <Confidence content={content} />;
  if (part === "note") return content.note ? <span dir="auto">{content.note}</span> : <None />;
  return <FieldAnswer part={part} content={content} codebook={codebook} />;
}

function Confidence({ content }: { content: StatementContent }) {
  if (content.confidence === "sure") return <>Sure</>;
  const comment = unsureCommentOf(content);
  return (
    <>
      Unsure{comment && ": "}
      <span dir="auto">{comment}</span>
    </>
  );
}

function None() {
  return <span className="text-text-muted italic">none</span>;
}

function Pieces({ pieces }: { pieces: readonly BoundaryPiece[] }) {
  return pieces.map((piece, index) => {
    const key = `${index}-${piece.kind}`;
    if (piece.kind === "own") {
      return (
        <mark
          key={key}
          className="rounded-xs bg-warning-tint px-0.5 text-text underline decoration-2 decoration-warning"
        >
          {piece.text}
        </mark>
      );
    }
    if (piece.kind === "absent") {
      return (
        <del key={key} className="text-text-muted decoration-1">
          <span className="sr-only">not here: </span>
          {piece.text}
        </del>
      );
    }
    return <span key={key}>{piece.text}</span>;
  });
}

function SpeakerAnswer({ content, registry }: { content: StatementContent; registry: Registry }) {
  const nameOf = (id: string) => registry.speakers.find((speaker) => speaker.id === id)?.name ?? "unknown";
  if (content.speakerId === null) return <None />;
  const relayers = content.chain.slice(1, -1).map(nameOf);
  return (
    <span dir="auto">
      {nameOf(content.speakerId)}
      {relayers.length > 0 && <span className="block text-text-muted text-xs">by way of {relayers.join(", ")}</span>}
    </span>
  );
}

function StanceAnswer({ stance, codebook, registry }: { stance: Stance; codebook: Codebook; registry: Registry }) {
  const target = registry.targets.find((one) => one.id === stance.targetId);
  const value = stance.value === null ? null : findValue(codebook.stance.values, stance.value);
  const basis = stance.basis === null ? null : findValue(codebook.stance.bases, stance.basis);
  return (
    <li className="flex flex-wrap items-baseline gap-x-1.5">
      <HueChip hue={value?.colour ?? "slate"} glyph={value ? scoreGlyph(value.score) : "?"}>
        {value?.label ?? "not chosen"}
      </HueChip>
      {basis && <span className="text-text-muted text-xs">{basis.label.toLowerCase()}</span>}
      <span className="w-full leading-5" dir="auto">
        {target && <span className="text-text-muted">{target.key} </span>}
        {target?.name ?? "a target that is gone"}
      </span>
    </li>
  );
}

function FieldAnswer({ part, content, codebook }: Pick<PartAnswerProps, "part" | "content" | "codebook">) {
  const field = fieldOfPart(codebook, part);
  const answer = field ? answerTo(content, field.key) : undefined;
  if (!field || !isFilled(answer)) return <None />;
  if (typeof answer === "boolean") return <>{answer ? "Yes" : "No"}</>;
  if (typeof answer === "number" || field.type === "text") return <span dir="auto">{String(answer)}</span>;
  return (
    <span className="flex flex-wrap gap-x-3">
      {[answer].flat().map((key) => {
        const value = findValue(field.values, key);
        return (
          <span key={key} className="inline-flex items-center gap-1.5">
            {value?.colour && <HueDot hue={value.colour} />}
            {value?.label ?? key}
          </span>
        );
      })}
    </span>
  );
}
