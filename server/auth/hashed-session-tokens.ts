import { createHash } from "node:crypto";
import type { BetterAuthOptions, DBAdapter, Where } from "better-auth";

type MakeAdapter = (options: BetterAuthOptions) => DBAdapter;
type Row = Record<string, unknown>;

/** SHA-256, hex: enough for a secret of 128 random bits and more, which nobody can guess their way to. */
export const sha256 = (secret: string) => createHash("sha256").update(secret).digest("hex");

/**
 * Keeps sessions' tokens in the database as hashes only, so that a copy of it (a backup, a stolen disk) signs nobody
 * in. better-auth stores them as they are; this translates between its token and ours on the way in and out.
 */
export function hashSessionTokens(makeAdapter: MakeAdapter): MakeAdapter {
  return (options) => {
    const adapter = makeAdapter(options);
    const hashing: DBAdapter = {
      ...adapter,
      async create<T extends Row, R = T>(call: Parameters<DBAdapter["create"]>[0]): Promise<R> {
        const { token } = call.data as Row;
        if (call.model !== "session" || typeof token !== "string") return adapter.create<T, R>(call as never);
        const created = await adapter.create<Row, Row>({ ...call, data: { ...call.data, token: sha256(token) } });
        return { ...created, token } as R;
      },
      async findOne<T>(call: Parameters<DBAdapter["findOne"]>[0]): Promise<T | null> {
        const found = await adapter.findOne<T>(hashed(call));
        const token = call.where.find((condition) => condition.field === "token")?.value;
        return found && call.model === "session" && typeof token === "string" ? { ...found, token } : found;
      },
      // Lists carry hashes: nothing here takes a token from a list, and a hash opens nothing.
      findMany: (call) => adapter.findMany(hashed(call)),
      count: (call) => adapter.count(hashed(call)),
      update: (call) => adapter.update(hashed(call)),
      updateMany: (call) => adapter.updateMany(hashed(call)),
      delete: (call) => adapter.delete(hashed(call)),
      deleteMany: (call) => adapter.deleteMany(hashed(call)),
      consumeOne: (call) => adapter.consumeOne(hashed(call)),
      incrementOne: (call) => adapter.incrementOne(hashed(call)),
      transaction: (run) => run(hashing),
    };
    return hashing;
  };
}

function hashed<C extends { model: string; where?: Where[] | undefined }>(call: C): C {
  if (call.model !== "session" || !call.where) return call;
  const where = call.where.map((condition) => {
    if (condition.field !== "token") return condition;
    const { value } = condition;
    if (typeof value === "string") return { ...condition, value: sha256(value) };
    throw new Error("Sessions are found by one token at a time.");
  });
  return { ...call, where };
}
