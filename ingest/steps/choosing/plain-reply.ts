import type { Thread, ThreadReply } from '../../sources/contracts.js';
import { isBodyTooLong, squeezeBody } from '../bound-body.js';
import { stripMarkdown } from '../text/strip-markdown.js';
import { toMarkdown } from '../to-markdown.js';

/** Longer bodies are not read to choose between replies, in characters. */
const LONGEST = 20_000;

/** The plain words of a reply; '' of one too long to read. */
export function plainReply(thread: Thread, reply: ThreadReply): string {
  const body = squeezeBody(reply.body);
  if (body.length > LONGEST || isBodyTooLong(body, thread.format)) return '';
  return stripMarkdown(toMarkdown(body, thread.format, reply.url ?? thread.url));
}
