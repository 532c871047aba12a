import type { Files, ReceivedFile } from '../../../bot/contracts/files.js';
import { isCoded } from '../../../index/platform/errors.js';
import { isRecord } from '../../../index/platform/is-record.js';
import { channelErrors } from '../../errors.js';
import { receiveBytes } from '../../server/files/receive-bytes.js';
import { expectedBytes, requireRoom } from '../../server/files/require-room.js';
import type { Request, Response } from '../../server/http.js';
import { OUR_CHANNEL } from '../live/show-files.js';
import { createFormReader } from '../uploads/receive-form.js';
import type { UploadQuota } from '../uploads/upload-quota.js';
import { MAX_BODY_CHARACTERS } from './direct-line-parts.js';

/** An upload that was read: its activity as if it had been posted, and its files, which are not kept yet. */
interface ReadUpload {
  readonly activity: Readonly<Record<string, unknown>>;
  readonly files: readonly ReceivedFile[];
  readonly fileNames: readonly string[];
  /** Why the files are not taken; null where nothing speaks against them yet. */
  readonly refusal: Error | null;
}

/**
 * Reads an upload and gives it to `take`, which keeps its files or throws; whatever was not kept is deleted. Both forms
 * of `POST /upload` are read (Direct Line 3.0): a multipart form with the activity and its files, or the bare bytes of
 * one file.
 * @param take resolves with the number of bytes that were kept
 * @throws STORAGE_SHORT, UPLOADS_USED_UP, BODY_TOO_LARGE (the whole request), BAD_ARGUMENT, what `take` throws
 */
type UploadReader = (
  request: Request,
  response: Response,
  sender: UploadSender,
  take: (upload: ReadUpload) => Promise<number>,
) => Promise<void>;

/** Who uploads. */
interface UploadSender {
  readonly conversationId: string;
  /** As it is counted; see `addressOf`. */
  readonly address: string;
}

export function createUploadReader(files: Files, quota: UploadQuota): UploadReader {
  // All its files, and an activity with everything around it.
  const largest = files.limits.files * files.limits.fileBytes + 1_024 * 1_024;
  const readForm = createFormReader(files);

  async function read(request: Request, response: Response): Promise<ReadUpload> {
    if (!request.is('multipart/form-data')) {
      return readBytes(request);
    }
    const form = await readForm(request, response);
    try {
      const activity = parseActivity(form.activity);
      if (form.fileNames.length === 0) {
        throw channelErrors.BAD_ARGUMENT({ reason: 'the form has no file' });
      }
      return { ...form, activity };
    } catch (error) {
      await files.discard(form.files);
      throw error;
    }
  }

  async function readBytes(request: Request): Promise<ReadUpload> {
    const activity = { type: 'message' };
    try {
      const file = await receiveBytes(request, files);
      return { activity, files: [file], fileNames: [file.name], refusal: null };
    } catch (error) {
      if (!isCoded(error, 'BODY_TOO_LARGE')) throw error;
      return { activity, files: [], fileNames: [], refusal: error };
    }
  }

  return async (request, response, sender, take) => {
    const bytes = expectedBytes(request, largest);
    const reservation = quota.reserve(bytes, sender.address);
    let room: Awaited<ReturnType<typeof requireRoom>> | undefined;
    let kept = 0;
    try {
      room = await requireRoom(
        files,
        { channelId: OUR_CHANNEL, conversationId: sender.conversationId },
        bytes,
      );
      const upload = await read(request, response);
      try {
        kept = await take(upload);
      } catch (error) {
        await files.discard(upload.files);
        throw error;
      }
    } finally {
      room?.settle();
      reservation.settle(kept);
    }
  };
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
