import { readFile } from 'node:fs/promises';
import multer, { MulterError } from 'multer';
import { messageOf } from '../../../index/platform/errors.js';
import { channelErrors } from '../../errors.js';
import type { Request, Response } from '../../server/http.js';
import { createCappedStorage } from './capped-storage.js';
import { fileKindOf } from './file-kinds.js';
import { type ReceivedFile, UPLOAD_LIMITS, type Uploads } from './uploads.js';

/** What a multipart form of Direct Line's upload call holds. */
interface ReceivedForm {
  /** The part `activity` as text; null where there is none. */
  readonly activity: string | null;
  readonly files: readonly ReceivedFile[];
  /** Why the files are not taken although the form could be read: `FILE_REFUSED`, `BODY_TOO_LARGE`; null where they are. */
  readonly refusal: Error | null;
  /** Names of all files that came, also of those that were left out. */
  readonly fileNames: readonly string[];
}

/** What is found out about the files of one form while it comes in. */
interface FormState {
  readonly fileNames: string[];
  refusal: Error | null;
}

const ACTIVITY_PART = 'activity';
const LIMITS_IN_WORDS = `${UPLOAD_LIMITS.files} files of ${UPLOAD_LIMITS.fileBytes / 1024 / 1024} MB each`;
const ACTIVITY_TYPE = 'application/vnd.microsoft.activity';

/**
 * Makes the reader of upload forms. Files go to the disk as they come in, so that a large one needs no memory. The
 * activity is a part with a file name too, as DirectLineJS sends it. This file is the one door to multer.
 */
export function createFormReader(
  uploads: Uploads,
): (request: Request, response: Response) => Promise<ReceivedForm> {
  const states = new WeakMap<object, FormState>();
  const read = multer({
    defParamCharset: 'utf8',
    storage: createCappedStorage(uploads, (request) => {
      const state = states.get(request);
      if (state) state.refusal ??= channelErrors.BODY_TOO_LARGE({ limit: LIMITS_IN_WORDS });
    }),
    // One file more than is taken and the activity; what is larger is counted to its end and not kept.
    limits: { files: UPLOAD_LIMITS.files * 2 + 1, fields: 4, parts: 16 },
    fileFilter: (request, file, done) => {
      const state = states.get(request);
      if (file.mimetype === ACTIVITY_TYPE || !state) return done(null, true);
      state.fileNames.push(file.originalname.slice(0, 100));
      if (state.fileNames.length > UPLOAD_LIMITS.files) {
        state.refusal ??= channelErrors.BODY_TOO_LARGE({ limit: LIMITS_IN_WORDS });
      } else if (fileKindOf(file.mimetype) === null) {
        state.refusal ??= channelErrors.FILE_REFUSED({ reason: 'files of its kind are not taken' });
      }
      done(null, state.refusal === null);
    },
  }).any();

  return async (request, response) => {
    const state: FormState = { fileNames: [], refusal: null };
    states.set(request, state);
    await new Promise<void>((resolve, reject) => {
      read(request, response, (error?: unknown) => (error ? reject(asCoded(error)) : resolve()));
    });
    const parts = (Array.isArray(request.files) ? request.files : []).map((part) => ({
      path: part.path,
      name: part.originalname,
      contentType: part.mimetype,
    }));
    const activities = parts.filter((part) => part.contentType === ACTIVITY_TYPE);
    const files = parts.filter((part) => part.contentType !== ACTIVITY_TYPE);
    try {
      return { activity: await readActivityPart(activities, request.body), files, ...state };
    } catch (error) {
      await uploads.discard(files);
      throw error;
    } finally {
      await uploads.discard(activities);
    }
  };
}

async function readActivityPart(parts: readonly ReceivedFile[], fields: unknown): Promise<string | null> {
  const [part, another] = parts;
  if (another) throw channelErrors.BAD_ARGUMENT({ reason: 'the form has more than one activity' });
  if (part) return readFile(part.path, 'utf8');
  const isForm = typeof fields === 'object' && fields !== null && ACTIVITY_PART in fields;
  return isForm && typeof fields[ACTIVITY_PART] === 'string' ? fields[ACTIVITY_PART] : null;
}

function asCoded(error: unknown): unknown {
  if (error instanceof MulterError) {
    const isCount = error.code === 'LIMIT_FILE_COUNT' || error.code === 'LIMIT_PART_COUNT';
    return isCount
      ? channelErrors.BODY_TOO_LARGE({ limit: LIMITS_IN_WORDS }, error)
      : channelErrors.BAD_ARGUMENT({ reason: error.message }, error);
  }
  // The form's parser raises plain errors about its shape; errors of the disk carry a code of the system.
  const isShape = error instanceof Error && !('code' in error);
  return isShape ? channelErrors.BAD_ARGUMENT({ reason: messageOf(error) }, error) : error;
}
