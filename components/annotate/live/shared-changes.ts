import { holdLock } from "@/components/live/hold-lock";
import { toldChannel } from "@/components/notifications/told-channel";
import { ChangeSource, type LiveNotice } from "./change-source";

/*
 * One stream for all tabs of a browser that show the same assignment: browsers give a server six connections, and a stream
 * keeps one for good. The tab that holds the assignment's lock reads the stream and hands on what it hears; when it goes,
 * the next one takes over. Over all assignments a browser keeps few streams, and a tab that nobody looks at keeps none: it
 * asks for what it missed once it is looked at. Without locks or channels every tab reads a stream of its own.
 */

/** Streams of one person in one browser, over all assignments. */
const PLACES = 3;

type Message = { kind: "notice"; told: LiveNotice } | { kind: "leading" } | { kind: "since"; sequence: number };

export type SharedChangesOptions = {
  userId: string;
  assignmentId: string;
  /** What the page knows already. */
  after: number;
  onNotice: (notice: LiveNotice) => void;
};

export class SharedChanges {
  /** Sequence of the latest notice. */
  #known: number;
  #close: (() => void) | null = null;
  readonly #options: SharedChangesOptions;

  constructor(options: SharedChangesOptions) {
    this.#options = options;
    this.#known = options.after;
  }

  open(): void {
    if (this.#close) return;
    const { userId, assignmentId } = this.#options;
    const name = `sayso-changes:${userId}:${assignmentId}`;
    const channel = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel(name);
    const say = (message: Message) => channel?.postMessage(message);
    const known = () => this.#known;
    let isLeading = false;
    const source = new ChangeSource(
      assignmentId,
      (told) => {
        say({ kind: "notice", told });
        this.#hear(told);
      },
      known,
      (counts) => tellTabs(toldChannel(userId), counts),
    );
    if (channel) {
      channel.onmessage = ({ data }: MessageEvent<Message>) => {
        if (data.kind === "notice") this.#hear(data.told);
        else if (data.kind === "leading") say({ kind: "since", sequence: this.#known });
        // Somebody knows less than what was told: it is told again, and who has heard it does not mind.
        else if (isLeading && data.sequence < this.#known) source.open(data.sequence);
      };
    }
    let leavePlace = () => {};
    const leaveLead = holdLock([name], () => {
      leavePlace = holdLock(placesOf(userId), () => {
        isLeading = true;
        source.open(this.#known);
        say({ kind: "leading" });
      });
    });
    say({ kind: "since", sequence: this.#known });
    this.#close = () => {
      source.close();
      leavePlace();
      leaveLead();
      channel?.close();
    };
  }

  close(): void {
    this.#close?.();
    this.#close = null;
  }

  #hear(told: LiveNotice): void {
    if (told.sequence <= this.#known) return;
    this.#known = told.sequence;
    this.#options.onNotice(told);
  }
}

/** Every tab that listens hears it, also this one. */
function tellTabs(name: string, message: unknown): void {
  if (typeof BroadcastChannel === "undefined") return;
  const channel = new BroadcastChannel(name);
  channel.postMessage(message);
  channel.close();
}

const placesOf = (userId: string) =>
  Array.from({ length: PLACES }, (_, place) => `sayso-stream-place:${userId}:${place}`);
