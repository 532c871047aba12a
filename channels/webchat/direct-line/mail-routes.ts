import type { CustomerMail, MailWish } from '../../../bot/contracts/mail/customer-mail.js';
import type { SpokenLanguage } from '../../../bot/contracts/messages.js';
import { isRecord } from '../../../index/platform/is-record.js';
import { channelErrors } from '../../errors.js';
import { type Request, type Router, readJsonBody } from '../../server/http.js';
import { limitPerMinute } from '../../server/rate-limit.js';
import { OUR_CHANNEL } from '../live/show-files.js';
import type { Authentication } from './authenticate.js';

/** Addresses and codes a minute from one network address; what is mailed has limits of its own. */
const TRIES_PER_MINUTE = 20;
/** Transcripts a minute of one conversation: each reads it whole. */
const TRANSCRIPTS_PER_MINUTE = 6;
const MOST_CHARACTERS = 2_000;

/**
 * What a customer takes with them, ours and no part of Direct Line: `GET …/transcript`, `GET` and `POST …/mail`, `POST …/mail/code`
 * and `…/mail/forget`. All for the token of the conversation.
 */
export function addMailRoutes(
  router: Router,
  { authentication, mail }: { readonly authentication: Authentication; readonly mail: CustomerMail },
): void {
  const path = '/conversations/:conversationId';
  const limitTries = limitPerMinute(TRIES_PER_MINUTE);
  const limitTranscripts = limitPerMinute(TRANSCRIPTS_PER_MINUTE, (request) =>
    String(request.params.conversationId),
  );
  const ofCustomer = async (request: Request) => {
    const { conversationId } = await authentication.memberOf(request);
    return { channelId: OUR_CHANNEL, conversationId };
  };

  router.get(`${path}/transcript`, async (request, response, next) => {
    const of = await ofCustomer(request);
    limitTranscripts(request, response, async (refusal?: unknown) => {
      if (refusal !== undefined) return next(refusal);
      try {
        const { language, timeZone } = request.query;
        const zone = typeof timeZone === 'string' ? timeZone : null;
        const file = await mail.transcript(of, languageOf(language), zone);
        if (!file) throw channelErrors.CONVERSATION_UNKNOWN({ conversationId: of.conversationId });
        response.set('Cache-Control', 'no-store').json(file);
      } catch (error) {
        next(error);
      }
    });
  });

  router.get(`${path}/mail`, async (request, response) => {
    response.set('Cache-Control', 'no-store').json(await mail.standing(await ofCustomer(request)));
  });

  router.post(`${path}/mail`, limitTries, readJsonBody(MOST_CHARACTERS), async (request, response) => {
    const of = await ofCustomer(request);
    const { address, wish, language } = fieldsOf(request.body);
    if (typeof address !== 'string' || !isWish(wish))
      throw channelErrors.BAD_ARGUMENT({ reason: '"address" and "wish" (transcript or replies) are needed' });
    response.json(await mail.leaveAddress(of, address, wish, languageOf(language)));
  });

  router.post(`${path}/mail/code`, limitTries, readJsonBody(MOST_CHARACTERS), async (request, response) => {
    const of = await ofCustomer(request);
    const { code } = fieldsOf(request.body);
    if (typeof code !== 'string') throw channelErrors.BAD_ARGUMENT({ reason: '"code" is needed' });
    response.json(await mail.confirmAddress(of, code));
  });

  // Not DELETE, which websites elsewhere may not send here.
  router.post(`${path}/mail/forget`, limitTries, async (request, response) => {
    await mail.forgetAddress(await ofCustomer(request));
    response.json({});
  });
}

function fieldsOf(body: unknown): Readonly<Record<string, unknown>> {
  return isRecord(body) ? body : {};
}

function isWish(wish: unknown): wish is MailWish {
  return wish === 'transcript' || wish === 'replies';
}

function languageOf(language: unknown): SpokenLanguage {
  return language === 'en' ? 'en' : 'nl';
}
