import type { ChangeNotice } from "@/domain/contract/history";
import type { ToldCounts } from "@/domain/contract/notifications";

export type LiveNotice = { sequence: number; notice: ChangeNotice };

/** How long to wait after the server refused before asking again, milliseconds; longer each time. */
const FIRST_WAIT = 5_000;
const LONGEST_WAIT = 60_000;

/** The server's stream of an assignment's changes; goes on where it was when a connection is lost. */
export class ChangeSource {
  #stream: EventSource | null = null;
  #cancelWait: (() => void) | null = null;
  #wait = FIRST_WAIT;

  constructor(
    private readonly assignmentId: string,
    private readonly onNotice: (notice: LiveNotice) => void,
    private readonly known: () => number,
    /** What its reader is told of besides. */
    private readonly onTold: (counts: ToldCounts) => void,
  ) {}

  /** Starts, or starts anew, after a sequence. */
  open(after: number): void {
    this.close();
    const stream = new EventSource(`/api/v1/assignments/${this.assignmentId}/changes?after=${after}`);
    this.#stream = stream;
    stream.onopen = () => {
      this.#wait = FIRST_WAIT;
    };
    stream.onmessage = ({ data, lastEventId }: MessageEvent<string>) => {
      this.onNotice({ sequence: Number(lastEventId), notice: JSON.parse(data) as ChangeNotice });
    };
    stream.addEventListener("told", ({ data }: MessageEvent<string>) => this.onTold(JSON.parse(data) as ToldCounts));
    stream.onerror = () => {
      // A connection that broke the browser mends by itself; one that was refused it gives up.
      if (stream.readyState !== EventSource.CLOSED) return;
      const timer = setTimeout(() => this.open(this.known()), this.#wait);
      this.#cancelWait = () => clearTimeout(timer);
      this.#wait = Math.min(this.#wait * 2, LONGEST_WAIT);
    };
  }

  close(): void {
    this.#cancelWait?.();
    this.#cancelWait = null;
    this.#stream?.close();
    this.#stream = null;
  }
}
