import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { SeededRandom } from "./seeded-random";

/** How often what goes wrong, from 0 to 1 of the requests. */
export interface Faults {
  /** Each request waits for up to this many milliseconds on its way. */
  delayMs: number;
  /** The connection is reset before the request has arrived. */
  reset: number;
  /** The answer breaks off half-way. */
  cut: number;
  /** The server did it and answered, but the answer never comes. */
  dropped: number;
}

type Fault = "none" | "reset" | "cut" | "dropped";

/** A bad network between a client and a server on this machine. */
export class FaultProxy {
  readonly counts: Record<Fault, number> = { none: 0, reset: 0, cut: 0, dropped: 0 };
  /** Null: the network is good. */
  faults: Faults | null = null;
  /** Operation ids that the server has acknowledged, whether or not the client got to know. */
  readonly acknowledged = new Set<string>();

  private constructor(
    private readonly target: string,
    private readonly random: SeededRandom,
    private readonly server: Server,
  ) {}

  static async start(target: string, random: SeededRandom): Promise<FaultProxy> {
    const server = createServer();
    const proxy = new FaultProxy(target, random, server);
    server.on("request", (from: IncomingMessage, to: ServerResponse) => void proxy.#pass(from, to));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return proxy;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  async #pass(from: IncomingMessage, to: ServerResponse): Promise<void> {
    const { fault, delayMs } = this.#decide();
    this.counts[fault] += 1;
    const body = Buffer.concat(await from.toArray());
    await new Promise((resolve) => setTimeout(resolve, delayMs));
    if (fault === "reset") {
      from.socket.resetAndDestroy();
      return;
    }
    const answer = await this.#forward(from, body);
    if (answer.status < 300) this.#note(body);
    if (fault === "dropped") {
      from.socket.resetAndDestroy();
      return;
    }
    to.writeHead(answer.status, answer.headers);
    if (fault === "cut") to.write(answer.body.subarray(0, answer.body.length / 2), () => from.socket.destroy());
    else to.end(answer.body);
  }

  #decide(): { fault: Fault; delayMs: number } {
    if (!this.faults) return { fault: "none", delayMs: 0 };
    const { delayMs, reset, cut, dropped } = this.faults;
    const lot = this.random.next();
    const fault = lot < reset ? "reset" : lot < reset + cut ? "cut" : lot < reset + cut + dropped ? "dropped" : "none";
    return { fault, delayMs: this.random.below(delayMs + 1) };
  }

  #forward(
    from: IncomingMessage,
    body: Buffer,
  ): Promise<{ status: number; headers: IncomingMessage["headers"]; body: Buffer }> {
    return new Promise((resolve, reject) => {
      const { host: _, connection: __, "transfer-encoding": ___, ...headers } = from.headers;
      const options = { method: from.method, headers: { ...headers, "content-length": body.length } };
      const onward = request(this.target + from.url, options, (answer) => {
        answer.toArray().then((parts) => {
          const whole = Buffer.concat(parts);
          // Its length was that of the pieces it came in.
          const { "transfer-encoding": _, connection: __, ...kept } = answer.headers;
          const headers = { ...kept, "content-length": String(whole.length) };
          resolve({ status: answer.statusCode ?? 502, headers, body: whole });
        }, reject);
      });
      onward.once("error", reject);
      onward.end(body);
    });
  }

  #note(body: Buffer): void {
    if (body.length === 0) return;
    const { operationId } = JSON.parse(body.toString()) as { operationId?: string };
    if (operationId) this.acknowledged.add(operationId);
  }
}
