import { describe, expect, it } from 'vitest';
import { joinSettings, parseSettings, setting } from '../../../../index/platform/settings.js';

const table = {
  PORT: setting.integer('Where the server listens.', 3978, { min: 0, max: 65535 }),
  NAME: setting.text('Name of the bot.', 'Bot'),
  SECRET: setting.secret('Signs tokens.', 16),
  ORIGINS: setting.list('Websites that may show the chat.', []),
  IS_OPEN: setting.flag('Whether the shop is open.', true),
  MODE: setting.choice('How it runs.', ['calm', 'fast'], 'calm'),
};

describe('parseSettings', () => {
  it('gives every default when nothing is set', () => {
    expect(parseSettings(table, {})).toEqual({
      PORT: 3978,
      NAME: 'Bot',
      SECRET: undefined,
      ORIGINS: [],
      IS_OPEN: true,
      MODE: 'calm',
    });
  });

  it('reads what is set and takes an empty line as not set', () => {
    const settings = parseSettings(table, {
      PORT: '80',
      NAME: '',
      ORIGINS: 'https://a, https://b',
      IS_OPEN: 'false',
    });
    expect(settings).toMatchObject({
      PORT: 80,
      NAME: 'Bot',
      ORIGINS: ['https://a', 'https://b'],
      IS_OPEN: false,
    });
  });

  it('complains of everything at once and hides secrets', () => {
    const parse = () => parseSettings(table, { PORT: 'eighty', SECRET: 'hunter2', MODE: 'wild' });
    expect(parse).toThrowError(
      [
        'The settings cannot be used:',
        '- PORT is "eighty": must be a whole number from 0 to 65535. Where the server listens.',
        '- SECRET is set: at least 16 characters are needed. Signs tokens.',
        '- MODE is "wild": must be one of calm, fast. How it runs.',
        'Correct them in the environment or in .env; .env.example explains each one.',
      ].join('\n'),
    );
  });

  it('cannot be changed afterwards', () => {
    expect(Object.isFrozen(parseSettings(table, {}))).toBe(true);
  });
});

describe('joinSettings', () => {
  it('makes one table of several, each setting with its own type', () => {
    const joined = joinSettings(
      { NAME: setting.text('A name.', 'none') },
      { COUNT: setting.integer('A count.', 1, { min: 0, max: 9 }) },
    );
    const { NAME, COUNT } = parseSettings(joined, { NAME: 'tea', COUNT: '7' });
    expect([NAME.toUpperCase(), COUNT + 1]).toEqual(['TEA', 8]);
  });

  it('refuses a name that two tables give', () => {
    const table = { NAME: setting.text('A name.', 'none') };
    expect(() => joinSettings(table, { ...table })).toThrow(
      expect.objectContaining({ code: 'SETTING_GIVEN_TWICE', facts: { name: 'NAME' } }),
    );
  });
});
