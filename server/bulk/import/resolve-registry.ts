import { v7 as uuid } from "uuid";
import type { Target } from "@/domain/contract/registry";
import type { DatasetSpeaker } from "@/domain/formats/dataset";
import type {
  AnnotatedDistinction,
  AnnotatedSpeaker,
  AnnotatedTarget,
  Place,
} from "@/domain/import/annotated/annotated-data";
import type { RowOf } from "@/server/database/row-tables";
import type { IdKeeper } from "./id-keeper";
import type { Reporter } from "./import-report";
import { type DistinctionRow, planDistinctions } from "./plan-distinctions";
import type { ProjectState } from "./project-state";

const PLACE = (at: string): Place => ({ file: "", line: null, at });
const LONGEST_NAME = 300;

interface Options {
  state: ProjectState;
  ids: IdKeeper;
  report: Reporter;
  /** Kinds of speakers in the codebook statements come in under. */
  kinds: readonly string[];
  /** The file's fixed speakers take the place of the project's. */
  takesFixed: boolean;
  now: Date;
}

/**
 * Whom and what a file names, as entities of the project: what has the same id here, else the same name (of a target: handle
 * or wording), else what the file says of it is added. Entities of the project are never changed.
 */
export class RegistryResolver {
  readonly speakers: RowOf<"Speaker">[] = [];
  readonly aliases: RowOf<"SpeakerAlias">[] = [];
  readonly affiliations: RowOf<"Affiliation">[] = [];
  readonly targets: RowOf<"Target">[] = [];
  readonly targetAliases: RowOf<"TargetAlias">[] = [];
  readonly targetPlaces: RowOf<"TargetPlace">[] = [];
  /** Who is not the same as whom, where at least one of the two comes with the import. */
  distinctions: Record<"speakers" | "targets", DistinctionRow[]> = { speakers: [], targets: [] };
  /** Fixed speakers of the project that the file's take the place of. */
  readonly replacedFixed: string[] = [];
  readonly #speakerIds = new Map<string, string>();
  readonly #targetIds = new Map<string, string>();
  readonly #pending: { id: string; speaker: AnnotatedSpeaker; row: RowOf<"Speaker"> }[] = [];
  readonly #pendingTargets: { target: AnnotatedTarget; row: RowOf<"Target"> }[] = [];
  readonly #byName = new Map<string, DatasetSpeaker[]>();
  readonly #fixed = new Map<string, string>();
  readonly #handles: Set<string>;
  #nextTarget: number;

  constructor(private readonly options: Options) {
    const { registry, nextTarget } = options.state;
    for (const speaker of registry.speakers) {
      if (speaker.fixed) this.#fixed.set(speaker.kind, speaker.id);
      if (speaker.mergedIntoId !== null) continue;
      for (const name of new Set([speaker.name, ...speaker.aliases])) {
        this.#byName.set(name, [...(this.#byName.get(name) ?? []), speaker]);
      }
    }
    this.#handles = new Set(registry.targets.map(({ key }) => key));
    this.#nextTarget = nextTarget;
  }

  /** The article's own voice, as the import leaves it. */
  get outletId(): string {
    return this.#fixed.get("outlet") ?? "";
  }

  /** What the file tells of speakers and targets; before any of them is asked for by its key. */
  async define(speakers: readonly AnnotatedSpeaker[], targets: readonly AnnotatedTarget[]): Promise<void> {
    await this.options.ids.look(
      "Speaker",
      speakers.map(({ id }) => id),
    );
    for (const speaker of speakers) this.defineSpeaker(speaker);
    await this.options.ids.look(
      "Target",
      targets.map(({ id }) => id),
    );
    for (const target of targets) this.defineTarget(target);
  }

  /** The speaker of a key; where none was defined by it, it is a name. Null: a name that cannot be one, which is reported. */
  speakerId(key: string, place: Place): string | null {
    const held = this.#speakerIds.get(key);
    if (held) return held;
    const name = key.trim();
    if (name === "" || [...name].length > LONGEST_NAME) {
      this.options.report.say(
        "lost",
        "speaker_name",
        place,
        "The speaker's name is empty or longer than 300 characters; it is left out.",
      );
      return null;
    }
    const { kinds, report } = this.options;
    const [found, ...others] = this.#byName.get(name) ?? [];
    if (found && others.length === 0) {
      report.say("maps", "speaker_known", place, `“${name}” is the speaker of that name.`);
      this.#speakerIds.set(key, found.id);
      return found.id;
    }
    const kind = kinds.includes("unknown") ? "unknown" : (kinds[0] ?? "unknown");
    const why = found ? "several speakers are called so; a further one is added" : "it is added to the speakers";
    report.say("new", "speaker_new", place, `“${name}”: ${why}, of the kind “${kind}”.`);
    const id = uuid();
    this.addSpeaker({ id, name, kind, fixed: false });
    this.#speakerIds.set(key, id);
    return id;
  }

  /** The target of a key: a handle, a wording, or a new wording. Null: it cannot be one, which is reported. */
  targetId(key: string, place: Place): string | null {
    const held = this.#targetIds.get(key);
    if (held) return held;
    const name = key.trim();
    const { report, state } = this.options;
    const known = state.registry.targets.find(
      (target) => target.mergedIntoId === null && (target.key === name || target.name === name),
    );
    if (known) {
      report.say("maps", "target_known", place, `“${name}” is the target ${known.key}.`);
      this.#targetIds.set(key, known.id);
      return known.id;
    }
    if (name === "" || [...name].length > LONGEST_NAME) {
      report.say("lost", "target_name", place, "The target is empty or longer than 300 characters; it is left out.");
      return null;
    }
    const id = uuid();
    report.say("new", "target_new", place, `“${name}” is added to the targets.`);
    this.addTarget({ id, name, key: this.handle(null), description: null, proposed: false });
    this.#targetIds.set(key, id);
    return id;
  }

  /** To be called when all is defined: fills in who belongs to whom, what was merged into what, and who is not the same. */
  finish(apart: readonly AnnotatedDistinction[]): void {
    for (const { id, speaker, row } of this.#pending) {
      row.organisationId = speaker.organisation && this.#speakerIds.get(speaker.organisation);
      row.mergedIntoId = speaker.mergedInto && this.#speakerIds.get(speaker.mergedInto);
      if (row.mergedIntoId === id) row.mergedIntoId = null;
      for (const { organisation, roleTitle, validFrom, validTo } of speaker.affiliations) {
        const organisationId = this.#speakerIds.get(organisation);
        if (organisationId)
          this.affiliations.push({ id: uuid(), speakerId: id, organisationId, roleTitle, validFrom, validTo });
      }
    }
    for (const { target, row } of this.#pendingTargets) {
      row.mergedIntoId = target.mergedInto && this.#targetIds.get(target.mergedInto);
      if (row.mergedIntoId === row.id) row.mergedIntoId = null;
    }
    this.placeTargets();
    const about = { projectId: this.options.state.project.id, createdAt: this.options.now };
    this.distinctions = {
      speakers: planDistinctions(apart, { ...about, ids: this.#speakerIds, added: this.speakers }),
      targets: planDistinctions(apart, { ...about, ids: this.#targetIds, added: this.targets }),
    };
    this.#pending.length = 0;
    this.#pendingTargets.length = 0;
  }

  /** Under which others they stand. A circle, which only a damaged file has, stands at the top instead. */
  private placeTargets(): void {
    const broaderOf = new Map<string, string>();
    for (const { target, row } of this.#pendingTargets) {
      const broader = target.broader && this.#targetIds.get(target.broader);
      if (!broader) continue;
      const id = String(row.id);
      let above: string | undefined = broader;
      while (above !== undefined && above !== id) above = broaderOf.get(above);
      if (above === id) {
        const place = PLACE(`target ${target.handle ?? target.name}`);
        const message = `“${target.name}” would stand under itself; it stands at the top.`;
        this.options.report.say("changed", "target_circle", place, message);
        continue;
      }
      broaderOf.set(id, broader);
      this.targetPlaces.push({ targetId: id, broaderId: broader });
    }
  }

  private defineSpeaker(speaker: AnnotatedSpeaker): void {
    const { state, report, takesFixed } = this.options;
    const { key, name, kind } = speaker;
    const place = PLACE(`speaker ${name}`);
    const own = state.registry.speakers.find(({ id }) => id === speaker.id);
    const fixed = speaker.fixed ? this.#fixed.get(kind) : undefined;
    // A file has one of each kind; what else calls itself fixed is that one.
    const stays = fixed === speaker.id || !state.registry.speakers.some(({ id }) => id === fixed);
    if (fixed && (!takesFixed || stays)) {
      if (speaker.id && speaker.id !== fixed) this.options.ids.renamed.set(speaker.id, fixed);
      this.#speakerIds.set(key, fixed);
      return;
    }
    const named = speaker.mergedInto === null && !fixed ? this.named(speaker) : null;
    const known = own ?? named;
    if (known && known.id !== speaker.id && speaker.id) this.options.ids.renamed.set(speaker.id, known.id);
    if (known && !fixed) {
      const says = own ? `“${name}” is in the project already` : `“${name}” is the speaker of that name`;
      report.say("maps", "speaker_known", place, `${says}; what the project says of them stays.`);
      this.#speakerIds.set(key, known.id);
      return;
    }
    const { id, isKept } = this.options.ids.keep("Speaker", speaker.id);
    if (!isKept) report.say("changed", "id_taken", place, "Its id is taken here; it gets a new one.");
    if (fixed) {
      this.replacedFixed.push(fixed);
      this.#fixed.set(kind, id);
    } else report.say("new", "speaker_new", place, `“${name}” is added to the speakers.`);
    const row = this.addSpeaker({ ...rowOf(speaker, this.options.now), id });
    for (const alias of new Set(speaker.aliases)) this.aliases.push({ id: uuid(), speakerId: id, name: alias });
    this.#speakerIds.set(key, id);
    this.#pending.push({ id, speaker, row });
  }

  /** The one unmerged speaker of the project that has this name and is of this kind. */
  private named({ name, kind }: AnnotatedSpeaker): DatasetSpeaker | null {
    const [found, ...others] = (this.#byName.get(name) ?? []).filter((one) => one.kind === kind && !one.fixed);
    return found && others.length === 0 ? found : null;
  }

  private defineTarget(target: AnnotatedTarget): void {
    const { state, report } = this.options;
    const place = PLACE(`target ${target.handle ?? target.name}`);
    const own = state.registry.targets.find(({ id }) => id === target.id);
    const known = own ?? (target.mergedInto === null ? this.worded(target) : null);
    if (known) {
      if (target.id && target.id !== known.id) this.options.ids.renamed.set(target.id, known.id);
      report.say("maps", "target_known", place, `“${target.name}” is the project's target ${known.key}.`);
      this.#targetIds.set(target.key, known.id);
      return;
    }
    const { id, isKept } = this.options.ids.keep("Target", target.id);
    if (!isKept) report.say("changed", "id_taken", place, "Its id is taken here; it gets a new one.");
    const handle = this.handle(target.handle);
    if (target.handle !== null && handle !== target.handle) {
      report.say(
        "changed",
        "target_handle",
        place,
        `${target.handle} is another target here; “${target.name}” becomes ${handle}.`,
      );
    }
    report.say("new", "target_new", place, `“${target.name}” is added to the targets.`);
    const { name, description, proposed, aliases = [] } = target;
    const retiredAt = target.retired ? this.options.now : null;
    const row = this.addTarget({ id, name, key: handle, description, proposed, retiredAt });
    for (const alias of new Set(aliases)) this.targetAliases.push({ id: uuid(), targetId: id, name: alias });
    this.#targetIds.set(target.key, id);
    this.#pendingTargets.push({ target, row });
  }

  private worded({ name }: AnnotatedTarget): Target | null {
    return this.options.state.registry.targets.find((one) => one.mergedIntoId === null && one.name === name) ?? null;
  }

  private handle(wanted: string | null): string {
    let handle = wanted;
    for (let number = this.#nextTarget + 1; handle === null || this.#handles.has(handle); number++)
      handle = `T${number}`;
    this.#handles.add(handle);
    return handle;
  }

  private addSpeaker(row: RowOf<"Speaker">): RowOf<"Speaker"> {
    const { state, now, report } = this.options;
    const whole = { ...row, projectId: state.project.id, revision: 1, createdAt: now };
    this.speakers.push(whole);
    if (!row.fixed) report.count("speakers");
    return whole;
  }

  private addTarget(row: RowOf<"Target">): RowOf<"Target"> {
    const { state, now, report } = this.options;
    const whole = { ...row, projectId: state.project.id, position: this.#nextTarget++, revision: 1, createdAt: now };
    this.targets.push(whole);
    report.count("targets");
    return whole;
  }
}

function rowOf(speaker: AnnotatedSpeaker, now: Date): RowOf<"Speaker"> {
  const { name, kind, roleTitle, sector, country, notes, fixed, externalIds = {} } = speaker;
  return {
    ...{ name, kind, roleTitle, sector, country, notes, fixed, function: speaker.function },
    externalIds: Object.keys(externalIds).length === 0 ? null : externalIds,
    proposedAt: speaker.proposed ? now : null,
    retiredAt: speaker.retired ? now : null,
  };
}
