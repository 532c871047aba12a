import { afterEach, describe, expect, it } from 'vitest';
import { channelSettings } from '../../channels/settings.js';
import { parseSettings } from '../../index/platform/settings.js';
import { startWebchatServer, type WebchatServer } from '../support/webchat-server.js';

describe('first questions and words on privacy by settings', () => {
  let server: WebchatServer;
  afterEach(() => server?.stop());
  const ask = async (query: string, headers = {}) => {
    const response = await fetch(`${server.url}/api/webchat/texts${query}`, { headers });
    return response.status === 200 ? response.json() : response.status;
  };

  it('are told in the language that the widget speaks, six questions at most', async () => {
    const settings = {
      WEBCHAT_QUESTIONS_NL: 'Hoe zet ik voicemail uit? | |b|c|d|e|f|g',
      WEBCHAT_QUESTIONS_EN: 'How do I turn off voicemail?',
      WEBCHAT_PRIVACY_TEXT_NL: 'We bewaren dit een maand.',
      WEBCHAT_PRIVACY_LINK: 'https://a.example/privacy',
    };
    server = await startWebchatServer({ settings });
    const common = { privacyText: 'We bewaren dit een maand.', privacyLink: 'https://a.example/privacy' };
    const dutch = ['Hoe zet ik voicemail uit?', 'b', 'c', 'd', 'e', 'f'];
    expect(await ask('?language=nl')).toEqual({ questions: dutch, ...common });
    expect(await ask('?language=en')).toEqual({ questions: ['How do I turn off voicemail?'], ...common });
  });

  it('are none where nothing is set, and for no page of another website', async () => {
    server = await startWebchatServer();
    expect(await ask('')).toEqual({ questions: [], privacyText: '', privacyLink: '' });
    expect(await ask('', { Origin: 'https://elsewhere.example' })).toBe(403);
  });

  it('take no link that is none', () => {
    expect(() => parseSettings(channelSettings, { WEBCHAT_PRIVACY_LINK: 'javascript:alert(1)' })).toThrow(
      /WEBCHAT_PRIVACY_LINK/,
    );
  });
});
