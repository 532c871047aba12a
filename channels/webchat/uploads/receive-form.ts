import { readFile } from 'node:fs/promises';
import multer, { MulterError } from 'multer';
import type { Files, ReceivedFile } from '../../../bot/contracts/files.js';
import { messageOf } from '../../../index/platform/errors.js';
import { channelErrors } from '../../errors.js';
import type { Request, Response } from '../../server/http.js';
import { createCappedStorage } from './capped-storage.js';

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

/** What is needed of the files while a form comes in. */
export type FormFiles = Pick<Files, 'discard' | 'limits' | 'takes' | 'temporaryPath'>;

/** What is found out about the files of one form while it comes in. */
interface FormState {
  readonly fileNames: string[];
  refusal: Error | null;
}

const ACTIVITY_PART = 'activity';
const ACTIVITY_TYPE = 'application/vnd.microsoft.activity';

/**
 * Makes the reader of upload forms. Files go to the disk as they come in, so that a large one needs no memory. The
 * activity is a part with a file name too, as DirectLineJS sends it. This file is the one door to multer.
 */
export function createFormReader(
  files: FormFiles,
): (request: Request, response: Response) => Promise<ReceivedForm> {
  const { limits } = files;
  const inWords = `${limits.files} files of ${limits.fileBytes / 1024 / 1024} MB each`;
  const states = new WeakMap<object, FormState>();
  const read = multer({
    defParamCharset: 'utf8',
    storage: createCappedStorage(files, (request) => {
      const state = states.get(request);
      if (state) state.refusal ??= channelErrors.BODY_TOO_LARGE({ limit: inWords });
    }),
    // One file more than is taken and the activity; what is larger is counted to its end and not kept.
    limits: { files: limits.files * 2 + 1, fields: 4, parts: 16 },
    fileFilter: (request, file, done) => {
      const state = states.get(request);
      if (file.mimetype === ACTIVITY_TYPE || !state) return done(null, true);
      state.fileNames.push(file.originalname.slice(0, 100));
      if (state.fileNames.length > limits.files) {
        state.refusal ??= channelErrors.BODY_TOO_LARGE({ limit: inWords });
      } else if (!files.takes(file.mimetype)) {
        state.refusal ??= channelErrors.FILE_REFUSED({ reason: 'files of its kind are not taken' });
      }
      done(null, state.refusal === null);
    },
  }).any();

  return async (request, response) => {
    const state: FormState = { fileNames: [], refusal: null };
    states.set(request, state);
    await new Promise<void>((resolve, reject) => {
      read(request, response, (error?: unknown) => (error ? reject(asCoded(error, inWords)) : resolve()));
    });
    const parts = (Array.isArray(request.files) ? request.files : []).map((part) => ({
      path: part.path,
      name: part.originalname,
      contentType: part.mimetype,
    }));
    const activities = parts.filter((part) => part.contentType === ACTIVITY_TYPE);
    const others = parts.filter((part) => part.contentType !== ACTIVITY_TYPE);
    try {
      return { activity: await readActivityPart(activities, request.body), files: others, ...state };
    } catch (error) {
      await files.discard(others);
      throw error;
    } finally {
      await files.discard(activities);
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

function asCoded(error: unknown, inWords: string): unknown {
  if (error instanceof MulterError) {
    const isCount = error.code === 'LIMIT_FILE_COUNT' || error.code === 'LIMIT_PART_COUNT';
    return isCount
      ? channelErrors.BODY_TOO_LARGE({ limit: inWords }, error)
      : channelErrors.BAD_ARGUMENT({ reason: error.message }, error);
  }
  // The form's parser raises plain errors about its shape; errors of the disk carry a code of the system.
  const isShape = error instanceof Error && !('code' in error);
  return isShape ? channelErrors.BAD_ARGUMENT({ reason: messageOf(error) }, error) : error;
}
