import type { DeskProblem, FileReply } from '../../contracts.js';
import type { ApiResult } from '../ask-server.js';

/** Sends one file to the server, to go with a reply. */
export type SendFile = (conversationId: string, file: File) => Promise<ApiResult<FileReply>>;

/** A file on a slow line. */
const PATIENCE_MS = 120_000;

/** @param fetch the browser's own */
export function createSendFile(fetch: typeof globalThis.fetch): SendFile {
  return async (conversationId, file) => {
    try {
      const response = await fetch(`/desk/api/conversation/${encodeURIComponent(conversationId)}/files`, {
        method: 'POST',
        headers: {
          'Content-Type': file.type || 'application/octet-stream',
          'X-Desk': '1',
          'X-File-Name': encodeURIComponent(file.name),
        },
        body: file,
        credentials: 'same-origin',
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      const content: unknown = await response.json();
      if (response.ok) return { isOk: true, value: content as FileReply };
      const { code } = (content as DeskProblem).error;
      return { isOk: false, failure: { code, agentName: null, problem: null } };
    } catch {
      return { isOk: false, failure: { code: 'Unreachable', agentName: null, problem: null } };
    }
  };
}
