import { channelErrors } from '../errors.js';
import type { Request, Response } from '../http.js';
import { isRecord } from '../is-record.js';
import { MAX_BODY_CHARACTERS } from './direct-line-parts.js';
import { createFormReader } from './receive-form.js';
import type { ReceivedFile, Uploads } from './uploads.js';

/** Reads an upload and keeps its files; resolves with the activity as if it had been posted, files as attachments. */
export type UploadReader = (request: Request, response: Response, baseUrl: string) => Promise<unknown>;

/**
 * Makes the reader of `POST /upload` (Direct Line 3.0), in both forms it has: a multipart form with the activity and
 * its files, or the bare bytes of one file.
 * @throws STORAGE_SHORT, FILE_REFUSED, BODY_TOO_LARGE, BAD_ARGUMENT; no file is kept then
 */
export function createUploadReader(uploads: Uploads): UploadReader {
  const readForm = createFormReader(uploads);

  return async (request, response, baseUrl) => {
    await uploads.requireRoom();
    if (!request.is('multipart/form-data')) {
      const files = [await receiveBytes(request, uploads)];
      return { type: 'message', attachments: await uploads.keep(files, baseUrl) };
    }
    const form = await readForm(request, response);
    try {
      const activity = parseActivity(form.activity);
      if (form.files.length === 0) throw channelErrors.BAD_ARGUMENT({ reason: 'the form has no file' });
      return { ...activity, attachments: await uploads.keep(form.files, baseUrl) };
    } catch (error) {
      await uploads.discard(form.files);
      throw error;
    }
  };
}

async function receiveBytes(request: Request, uploads: Uploads): Promise<ReceivedFile> {
  const bytes: unknown = request.body;
  if (!Buffer.isBuffer(bytes) || bytes.length === 0) {
    throw channelErrors.BAD_ARGUMENT({ reason: 'the file is empty' });
  }
  const disposition = request.headers['content-disposition'] ?? '';
  const name = /filename="?([^";]+)"?/i.exec(disposition)?.[1] ?? 'file';
  return uploads.write(bytes, name, request.headers['content-type'] ?? '');
}

/** The activity part; its attachments give way to the files that came. Without the part: an empty message. */
function parseActivity(text: string | null): Readonly<Record<string, unknown>> {
  if (text === null) return { type: 'message' };
  if (text.length > MAX_BODY_CHARACTERS) {
    throw channelErrors.BODY_TOO_LARGE({ limit: `${MAX_BODY_CHARACTERS} characters` });
  }
  const activity = parseJson(text);
  if (!isRecord(activity)) {
    throw channelErrors.BAD_ARGUMENT({ reason: 'the part "activity" is not a JSON object' });
  }
  return activity;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw channelErrors.BAD_ARGUMENT({ reason: 'the part "activity" is not JSON' }, error);
  }
}
