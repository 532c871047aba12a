import { describe, expect, it } from 'vitest';
import {
  PROFILE_LIMITS,
  type Profile,
  profileOf,
} from '../../../../../channels/messenger/profile/profile.js';
import { readEvents } from '../../../../../channels/messenger/reading/read-events.js';
import { fc } from '../../../../support/properties.js';

const FACTS = {
  botName: 'Robin',
  companyName: 'Zwaluw',
  websiteUrl: 'https://chat.example',
  questions: { nl: ['Waar is mijn pakje?'], en: ['Where is my parcel?'] },
};

type Entry = { locale: string; text: string; call_to_actions: Readonly<Record<string, string>>[] };

describe('the profile of a page', () => {
  it('has Get Started, a greeting, a menu and first questions, in both languages', () => {
    const profile = profileOf(FACTS);
    expect(profile.get_started).toEqual({ payload: 'GET_STARTED' });
    for (const part of ['greeting', 'persistent_menu', 'ice_breakers'] as const) {
      expect(entries(profile, part).map(({ locale }) => locale)).toEqual(['default', 'nl_NL', 'nl_BE']);
    }
    expect(entries(profile, 'greeting').map(({ text }) => text)).toEqual([
      expect.stringMatching(/^Hi \{\{user_first_name\}\}! I am Robin, the chatbot of Zwaluw/),
      ...Array(2).fill(
        expect.stringMatching(
          /^Hallo \{\{user_first_name\}\}! Ik ben Robin, de chatbot van Zwaluw\. Stel gerust uw vraag/,
        ),
      ),
    ]);
  });

  it('leads to a person, to what can be done with the conversation, and to the website', () => {
    const [english, dutch] = entries(profileOf(FACTS), 'persistent_menu');
    expect(english?.call_to_actions).toEqual([
      { type: 'postback', title: 'Talk to a person', payload: '{"action":"request-person"}' },
      { type: 'postback', title: 'New conversation', payload: '{"action":"start-anew"}' },
      { type: 'postback', title: 'Send this conversation', payload: '{"action":"send-transcript"}' },
      { type: 'postback', title: 'End this conversation', payload: '{"action":"end-conversation"}' },
      { type: 'web_url', title: 'Website of Zwaluw', url: 'https://chat.example' },
    ]);
    expect(dutch?.call_to_actions[0]).toMatchObject({ title: 'Praat met een medewerker' });
    const [alone] = entries(profileOf({ ...FACTS, websiteUrl: null }), 'persistent_menu');
    expect(alone?.call_to_actions.map(({ type }) => type)).not.toContain('web_url');
  });

  it('has first questions for every locale as soon as one language has any', () => {
    const asked = (questions: { nl: string[]; en: string[] }) =>
      entries(profileOf({ ...FACTS, questions }), 'ice_breakers').map(
        ({ locale, call_to_actions: items }) => [locale, items[0]?.question],
      );
    const both = { nl: ['Wat kan ik vragen?'], en: ['What can I ask?'] };
    expect(asked({ ...both, en: [] })).toEqual([
      ['default', 'Wat kan ik vragen?'],
      ['nl_NL', 'Wat kan ik vragen?'],
      ['nl_BE', 'Wat kan ik vragen?'],
    ]);
    expect(asked({ ...both, nl: [] })).toEqual([
      ['default', 'What can I ask?'],
      ['nl_NL', 'What can I ask?'],
      ['nl_BE', 'What can I ask?'],
    ]);
    expect(asked({ nl: [], en: [] })).toEqual([]);
  });

  it('sends taps that the webhook understands', () => {
    const profile = profileOf(FACTS);
    expect(tap('Get Started', 'GET_STARTED')[0]).toMatchObject({
      kind: 'activity',
      activity: { type: 'conversationUpdate' },
    });
    const [menu] = entries(profile, 'persistent_menu');
    const { title = '', payload = '' } = menu?.call_to_actions[0] ?? {};
    expect(tap(title, payload)[0]).toMatchObject({
      kind: 'activity',
      activity: { text: title, value: { action: 'request-person' } },
    });
    const [breakers] = entries(profile, 'ice_breakers');
    const { question = '', payload: asked = '' } = breakers?.call_to_actions[0] ?? {};
    expect(tap(question, asked)[0]).toMatchObject({
      kind: 'activity',
      activity: { type: 'message', text: question },
    });
  });

  it('stays within the limits, whatever the names are', () => {
    const name = fc.string({ minLength: 1, maxLength: 300 });
    fc.assert(
      fc.property(name, name, (botName, companyName) => {
        const profile = profileOf({ ...FACTS, botName, companyName });
        for (const { text } of entries(profile, 'greeting')) {
          expect(text.length).toBeLessThanOrEqual(PROFILE_LIMITS.greeting);
          expect(text).toMatch(/chatbot/);
        }
        for (const { call_to_actions: items } of entries(profile, 'persistent_menu')) {
          for (const { title = '' } of items)
            expect(title.length).toBeLessThanOrEqual(PROFILE_LIMITS.menuTitle);
        }
      }),
    );
  });
});

function tap(title: string, payload: string) {
  const event = { sender: { id: '7001' }, recipient: { id: '1044' }, timestamp: 1_790_000_000_000 };
  const messaging = [{ ...event, postback: { mid: 'm_1', title, payload } }];
  const body = { object: 'page', entry: [{ id: '1044', time: 1_790_000_000_500, messaging }] };
  const facts = { appId: null, inboxName: 'Meta Business Suite' };
  return readEvents(body, facts, '2026-11-22T12:00:00.000Z').flatMap(({ readings }) => readings);
}

function entries(profile: Profile, part: keyof Profile): Entry[] {
  return profile[part] as Entry[];
}
