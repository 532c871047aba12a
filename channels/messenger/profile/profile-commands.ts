import { messengerErrors } from '../errors.js';
import type { GraphCall, GraphClient } from '../graph/graph-client.js';
import { reasonOf } from '../graph/graph-reply.js';
import { sendFailure } from '../sending/send-errors.js';
import { PROFILE_FIELDS, type ProfileFacts, profileOf } from './profile.js';

const PATH = 'me/messenger_profile';

/** What can be done with a page's profile. Each returns what to tell the operator, in lines. */
interface ProfileCommands {
  /** @throws MESSENGER_PROFILE_FAILED */
  set(facts: ProfileFacts): Promise<string>;
  /** @throws MESSENGER_PROFILE_FAILED */
  show(): Promise<string>;
  /** @throws MESSENGER_PROFILE_FAILED */
  delete(): Promise<string>;
}

/** The three calls of the Messenger Profile API. */
export function createProfileCommands(graph: GraphClient): ProfileCommands {
  return {
    async set(facts) {
      const profile = profileOf(facts);
      const isAsked = facts.questions.nl.length + facts.questions.en.length > 0;
      // An empty list is refused; nothing is set then, and what stood there goes.
      const { ice_breakers: iceBreakers, ...rest } = profile;
      await callOrThrow('set', { method: 'POST', path: PATH, body: isAsked ? profile : rest });
      if (!isAsked)
        await callOrThrow('set', { method: 'DELETE', path: PATH, body: { fields: ['ice_breakers'] } });
      return [
        'The page now has:',
        '- the button "Get Started", which greets a new customer',
        '- a greeting that says that a chatbot answers, in Dutch and English',
        `- a menu: a person, begin anew, what was said as a file, end${facts.websiteUrl === null ? '' : `, the website ${facts.websiteUrl}`}`,
        isAsked
          ? `- first questions: ${facts.questions.nl.length} in Dutch, ${facts.questions.en.length} in English; Meta shows them to a new customer in place of "Get Started"`
          : '- no first questions (give them by --questions; Meta then shows them in place of "Get Started")',
        'Messenger shows changes after some minutes; a conversation that is open keeps the old menu until it is opened again.',
        ...(facts.websiteUrl === null
          ? ['The menu has no website: set MESSENGER_WEBSITE_URL to the address of yours for that.']
          : []),
      ].join('\n');
    },
    async show() {
      const body = await callOrThrow('read', {
        method: 'GET',
        path: PATH,
        query: { fields: PROFILE_FIELDS.join(',') },
      });
      const [profile] = Array.isArray(body.data) ? body.data : [];
      return profile === undefined
        ? 'The page has no profile. Set one by "npm run messenger -- profile set".'
        : JSON.stringify(profile, null, 2);
    },
    async delete() {
      await callOrThrow('deleted', { method: 'DELETE', path: PATH, body: { fields: PROFILE_FIELDS } });
      return 'The page has no button "Get Started", greeting, menu and first questions any more.';
    },
  };

  async function callOrThrow(action: 'set' | 'read' | 'deleted', call: GraphCall) {
    const reply = await graph(call);
    if (reply.kind === 'answered') return reply.body;
    const failure = sendFailure(reply, { isTagged: false });
    throw messengerErrors.MESSENGER_PROFILE_FAILED({
      action,
      reason: reasonOf(reply).replace(/\.$/, ''),
      remedy: remedyOf(failure),
    });
  }
}

function remedyOf(failure: ReturnType<typeof sendFailure>): string {
  if (failure.kind === 'refused') {
    return 'Meta does not take what was sent: check BOT_NAME, COMPANY_NAME, MESSENGER_WEBSITE_URL and the questions, and MESSENGER_GRAPH_VERSION.';
  }
  if (failure.kind === 'unknown')
    return 'It may have worked or not: look by "npm run messenger -- profile show".';
  switch (failure.alert) {
    case 'access-ended':
      return 'Make a new access token of the page at Meta, set it as MESSENGER_PAGE_ACCESS_TOKEN, and check that MESSENGER_APP_SECRET is of the same app.';
    case 'permission-missing':
      return 'The access token lacks a permission: make one with pages_messaging and pages_manage_metadata, by somebody who may manage the page.';
    case 'restricted':
      return 'Meta has restricted the page: see "Page quality" of the page at Meta.';
    case null:
      return failure.scope === 'door'
        ? 'Meta takes no more calls for now: try again in some minutes.'
        : 'Check the network and MESSENGER_GRAPH_URL, and try again in a moment.';
  }
}
