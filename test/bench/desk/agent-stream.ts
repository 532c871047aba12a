import type { DeskDifference, NumberedSnapshot } from '../../../channels/desk/contracts.js';
import { applyDifference } from '../../../channels/desk/page/state/apply-difference.js';

export interface AgentStream {
  /** Bytes that the stream brought since it was last asked. */
  takeBytes(): number;
  /** Rows that the agent sees now. */
  rows(): number;
  close(): void;
}

/**
 * An agent's live stream, read as the page reads it: rows are kept by differences, and a number that was missed is an error.
 * @param onChanged told of each conversation that a telling names, at the moment it was read
 */
export async function openAgentStream(
  url: string,
  cookie: string,
  onChanged: (conversationId: string) => void,
): Promise<AgentStream> {
  const end = new AbortController();
  const response = await fetch(`${url}/desk/api/changes`, {
    headers: { Cookie: cookie },
    signal: end.signal,
  });
  if (!response.body) throw new Error(`the desk gave no stream: ${response.status}`);
  let bytes = 0;
  let known: NumberedSnapshot | null = null;
  let begun = () => {};
  const hasBegun = new Promise<void>((resolve) => {
    begun = resolve;
  });

  function take(event: string, text: string): void {
    if (event === 'everything') {
      known = JSON.parse(text) as NumberedSnapshot;
      begun();
    }
    if (event !== 'difference' || known === null) return;
    const difference = JSON.parse(text) as DeskDifference;
    if (difference.sequence !== known.sequence + 1) throw new Error('a difference was missed');
    known = { ...difference, entries: applyDifference(known.entries, difference.entries) };
    for (const id of difference.changedIds) onChanged(id);
  }

  async function read(stream: ReadableStream<Uint8Array>): Promise<void> {
    const decoder = new TextDecoder();
    let rest = '';
    const reader = stream.getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      const chunk = part.value;
      bytes += chunk.byteLength;
      const blocks = (rest + decoder.decode(chunk, { stream: true })).split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) {
        take(/^event: (.*)$/m.exec(block)?.[1] ?? '', /^data: (.*)$/m.exec(block)?.[1] ?? '{}');
      }
    }
  }

  void read(response.body).catch((error: unknown) => {
    if (!end.signal.aborted) throw error;
  });
  await hasBegun;
  return {
    takeBytes() {
      const taken = bytes;
      bytes = 0;
      return taken;
    },
    rows: () => known?.entries.length ?? 0,
    close: () => end.abort(),
  };
}
