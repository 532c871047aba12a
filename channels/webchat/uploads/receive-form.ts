import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import multer, { diskStorage, MulterError } from 'multer';
import { messageOf } from '../../../index/platform/errors.js';
import { channelErrors } from '../../errors.js';
import type { Request, Response } from '../../server/http.js';
import { fileKindOf } from './file-kinds.js';
import { type ReceivedFile, UPLOAD_LIMITS, type Uploads } from './uploads.js';

/** What a multipart form of Direct Line's upload call holds. */
interface ReceivedForm {
  /** The part `activity` as text; null where there is none. */
  readonly activity: string | null;
  readonly files: readonly ReceivedFile[];
}

const ACTIVITY_PART = 'activity';
const ACTIVITY_TYPE = 'application/vnd.microsoft.activity';

/**
 * Makes the reader of upload forms. Files go to the disk as they come in, so that a large one needs no memory. The
 * activity is a part with a file name too, as DirectLineJS sends it. This file is the one door to multer.
 */
export function createFormReader(
  uploads: Uploads,
): (request: Request, response: Response) => Promise<ReceivedForm> {
  const fileCounts = new WeakMap<object, number>();
  const read = multer({
    defParamCharset: 'utf8',
    storage: diskStorage({
      destination: (_request, _file, done) => done(null, uploads.directory),
      filename: (_request, _file, done) => done(null, basename(uploads.temporaryPath())),
    }),
    limits: { fileSize: UPLOAD_LIMITS.fileBytes, files: UPLOAD_LIMITS.files + 1, fields: 4, parts: 12 },
    fileFilter: (request, file, done) => {
      if (file.mimetype === ACTIVITY_TYPE) return done(null, true);
      const count = (fileCounts.get(request) ?? 0) + 1;
      fileCounts.set(request, count);
      if (count > UPLOAD_LIMITS.files) return done(new MulterError('LIMIT_FILE_COUNT'));
      if (fileKindOf(file.mimetype) !== null) return done(null, true);
      done(channelErrors.FILE_REFUSED({ reason: 'files of its kind are not taken' }));
    },
  }).any();

  return async (request, response) => {
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
      return { activity: await readActivityPart(activities, request.body), files };
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
    const isSize = error.code === 'LIMIT_FILE_SIZE' || error.code === 'LIMIT_FILE_COUNT';
    const limit = `${UPLOAD_LIMITS.files} files of ${UPLOAD_LIMITS.fileBytes / 1024 / 1024} MB each`;
    return isSize
      ? channelErrors.BODY_TOO_LARGE({ limit }, error)
      : channelErrors.BAD_ARGUMENT({ reason: error.message }, error);
  }
  // The form's parser raises plain errors about its shape; errors of the disk carry a code of the system.
  const isShape = error instanceof Error && !('code' in error);
  return isShape ? channelErrors.BAD_ARGUMENT({ reason: messageOf(error) }, error) : error;
}
