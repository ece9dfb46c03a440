import type { Place } from "@/domain/import/annotated/annotated-data";
import type { RowOf } from "@/server/database/row-tables";
import { importedPersonId } from "@/server/imported-person";
import { pseudonym } from "@/server/pseudonym";
import type { Reporter } from "./import-report";
import type { ProjectState } from "./project-state";

const PSEUDONYM = /ann_[a-z2-7]{10}$/;

/**
 * Whoever a file names, as people of this installation: the member somebody said they are, whoever goes by that pseudonym
 * or name in the project, else a new person without a way to sign in, whose pseudonym stays the file's.
 */
export class PeopleResolver {
  readonly rows: RowOf<"User">[] = [];
  readonly #found = new Map<string, string>();

  constructor(
    private readonly state: ProjectState,
    private readonly chosen: Readonly<Record<string, string>>,
    private readonly report: Reporter,
    private readonly now: Date,
  ) {}

  /** Names in the order they came. */
  get list(): { name: string; isNew: boolean }[] {
    const made = new Set<unknown>(this.rows.map(({ id }) => id));
    return [...this.#found].map(([name, userId]) => ({ name, isNew: made.has(userId) }));
  }

  userOf(name: string, place: Place): string {
    const held = this.#found.get(name);
    if (held) return held;
    const userId = this.known(name, place) ?? this.make(name, place);
    this.#found.set(name, userId);
    return userId;
  }

  /** The actor of an event ("ann_…", a name, or "agent ann_…"), as this project's events name them. */
  actorOf(stored: string, place: Place): string {
    const pseudonymous = PSEUDONYM.exec(stored)?.[0];
    if (pseudonymous) {
      const userId = this.#found.get(pseudonymous) ?? this.state.people.get(pseudonymous);
      return userId ? stored.replace(PSEUDONYM, pseudonym(this.state.project, userId)) : stored;
    }
    // A name must not stay in what is exported under pseudonyms later.
    for (let at = 0; at >= 0; at = stored.indexOf(" ", at + 1)) {
      const name = at === 0 ? stored : stored.slice(at + 1);
      const userId = this.#found.get(name);
      if (userId) return `${stored.slice(0, stored.length - name.length)}${pseudonym(this.state.project, userId)}`;
    }
    return pseudonym(this.state.project, this.userOf(stored, place));
  }

  private known(name: string, place: Place): string | null {
    const wanted = Object.hasOwn(this.chosen, name) ? this.chosen[name] : undefined;
    if (wanted) {
      const userId = this.state.members.get(wanted);
      if (userId) {
        this.report.say("maps", "person_chosen", place, `“${name}” is the member you chose.`);
        return userId;
      }
      this.report.say(
        "stops",
        "person_unknown",
        place,
        `“${name}” was to be somebody who is no member of the project.`,
      );
    }
    const found = this.state.people.get(name);
    if (!found) return null;
    this.report.say("maps", "person_known", place, `“${name}” is known in the project by that name.`);
    return found;
  }

  private make(name: string, place: Place): string {
    const id = importedPersonId(name);
    const { now } = this;
    this.rows.push({
      ...{ id, name: [...name].slice(0, 200).join("") || "Unnamed", email: `${id}@imported.invalid` },
      ...{ emailVerified: false, isAdmin: false, suspendedAt: now, createdAt: now, updatedAt: now },
    });
    const told = `“${name}” comes in as a person who cannot sign in and is no member.`;
    this.report.say("new", "person_new", place, told);
    this.report.count("people");
    return id;
  }
}
