import { writeFile } from 'node:fs/promises';
import type { Clock } from '../../index/platform/clock.js';
import type { Log } from '../../index/platform/log.js';
import type { Files } from '../contracts/files.js';
import type { MessageFile } from '../contracts/message-file.js';
import type { SpokenLanguage } from '../contracts/messages.js';
import type { Conversation } from '../conversations/conversation.js';
import { channelConversationOf, takesFiles } from '../desk/may-attach.js';
import type { Schedule } from '../hours/schedule.js';
import { USUAL_TIME_ZONE } from '../hours/time-zones.js';
import type { Doors } from '../outbox/doors.js';
import { deleteFiles } from '../store/files/files.js';
import { botFileIds } from '../store/messages/said-words.js';
import type { Store } from '../store/store.js';
import type { Decision } from '../turn/contracts.js';
import { transcriptText } from './compose-transcript.js';
import { mailWords } from './mail-words.js';
import { readTranscript, type TranscriptLine } from './transcript-lines.js';

export interface TranscriptParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly files: Files;
  readonly doors: Doors;
  readonly companyName: string;
  readonly openingHours: Schedule | null;
}

/** Puts what was said into a file that the bot can send. */
export interface TranscriptFiles {
  /** Gives a decision to send the transcript its file; every other decision as it is. */
  withFile(decision: Decision, conversation: Conversation, language: SpokenLanguage): Promise<Decision>;
}

/** In bytes. More than a day of talking, and little beside what a conversation may keep. */
const LARGEST = 1_000_000;

/**
 * The transcript as plain text, because every channel carries and shows that. A conversation has one at a time: it is made anew
 * when it is asked for again, and goes when something in it is taken back (`bot/corrections`).
 */
export function createTranscriptFiles(parts: TranscriptParts): TranscriptFiles {
  return {
    async withFile(decision, conversation, language) {
      if (decision.kind !== 'send-transcript') return decision;
      if (!takesFiles(conversation, parts.doors)) return { kind: 'send-transcript', file: null };
      try {
        return { kind: 'send-transcript', file: await keepTranscript(parts, conversation, language) };
      } catch (error) {
        parts.log.warn('A transcript could not be put into a file; its customer is told so.', {
          conversationId: conversation.id,
          error,
        });
        return { kind: 'send-transcript', file: null };
      }
    },
  };
}

/** @returns null where there is no room for it */
async function keepTranscript(
  { store, clock, files, companyName, openingHours }: TranscriptParts,
  conversation: Conversation,
  language: SpokenLanguage,
): Promise<MessageFile | null> {
  const of = channelConversationOf(conversation);
  const { lines, isCut } = await readTranscript(store, conversation.id);
  const timeZone = openingHours?.timeZone ?? USUAL_TIME_ZONE;
  const text = boundedText(lines, { language, companyName, timeZone, isCut });
  const before = await botFileIds(store, conversation.id);
  const room = await files.reserve(of, Buffer.byteLength(text));
  if (room.kind === 'none') return null;
  try {
    const path = files.temporaryPath();
    await writeFile(path, text, { mode: 0o600 });
    const name = `${mailWords(language).transcriptName}-${clock.now().toISOString().slice(0, 10)}.txt`;
    const keeping = await files.keep([{ path, name, contentType: 'text/plain' }], { of, agentId: null });
    if (keeping.kind === 'refused') return null;
    await store.transaction().execute((write) => deleteFiles(write, before));
    return keeping.files[0] ?? null;
  } finally {
    room.settle();
  }
}

/** The newest lines that a file may hold. */
function boundedText(lines: readonly TranscriptLine[], facts: Parameters<typeof transcriptText>[1]): string {
  const text = transcriptText(lines, facts, { intro: '', end: '' });
  if (Buffer.byteLength(text) <= LARGEST) return `\uFEFF${text}\n`;
  return boundedText(lines.slice(Math.ceil(lines.length / 4)), { ...facts, isCut: true });
}
