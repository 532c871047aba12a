/** The first bytes of a text, at least `size` where there are as many, and all of it again. */
export async function withBeginning(
  chunks: AsyncGenerator<Buffer>,
  size: number,
): Promise<{ beginning: Buffer; chunks: AsyncGenerator<Buffer> }> {
  const read: Buffer[] = [];
  let length = 0;
  while (length < size) {
    const next = await chunks.next();
    if (next.done) break;
    read.push(next.value);
    length += next.value.length;
  }
  async function* all(): AsyncGenerator<Buffer> {
    yield* read;
    yield* chunks;
  }
  return { beginning: Buffer.concat(read), chunks: all() };
}
