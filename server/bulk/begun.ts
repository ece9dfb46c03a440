/** What a generator that is to be `begun` yields first. */
export const NOTHING = new Uint8Array(0);

/** Past the nothing that it yields first: a generator that was never begun would not end what it uses when it is left. */
export async function begun(chunks: AsyncGenerator<Uint8Array>): Promise<AsyncGenerator<Uint8Array>> {
  await chunks.next();
  return chunks;
}
