import { isRecord } from '../../../index/platform/is-record.js';

/** Far above what the Graph API answers to any call of ours. */
const MOST_BYTES = 1024 * 1024;

/**
 * Reads an answer that is a JSON object, undefined for anything else and for more than 1 MB.
 * @throws what the connection threw when it broke
 */
export async function readBody(response: Response): Promise<Readonly<Record<string, unknown>> | undefined> {
  const text = await readText(response);
  if (text === undefined) return undefined;
  try {
    const json: unknown = JSON.parse(text);
    return isRecord(json) ? json : undefined;
  } catch {
    return undefined;
  }
}

/** Undefined for what is too long; the rest of it is not read. */
async function readText(response: Response): Promise<string | undefined> {
  const parts: Uint8Array[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    size += part.value.byteLength;
    if (size > MOST_BYTES) {
      await reader?.cancel();
      return undefined;
    }
    parts.push(part.value);
  }
  return Buffer.concat(parts).toString('utf8');
}
