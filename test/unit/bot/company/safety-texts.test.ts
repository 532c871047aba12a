import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COUNTRIES, readSafetyTexts } from '../../../../bot/company/safety-texts.js';
import { renderMessage as renderMessenger } from '../../../../channels/messenger/rendering/render-message.js';
import { createTeamsForm } from '../../../../channels/teams/create-teams-form.js';
import { renderMessage as renderWebchat } from '../../../../channels/webchat/render-message.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';
import { botSays } from '../support/samples.js';

const bundled = readSafetyTexts();
const said = COUNTRIES.flatMap((country) =>
  Object.entries(readSafetyTexts(undefined, country)).flatMap(([kind, languages]) =>
    Object.entries(languages).flatMap(([language, { text, again }]) => [
      { name: `${country} ${kind} ${language}`, text },
      { name: `${country} ${kind} ${language} again`, text: again },
    ]),
  ),
);

function written(change: (texts: Record<string, unknown>) => unknown): string {
  const path = join(temporaryFolder(), 'safety.json');
  const forms = Object.entries(bundled).map(([kind, { nl, en }]) => [
    kind,
    { nl: { ...nl, text: [nl.text] }, en: { ...en, text: [en.text] } },
  ]);
  writeFileSync(path, JSON.stringify(change(Object.fromEntries(forms))));
  return path;
}

describe('the bundled safety texts', () => {
  it('name the numbers that help in the Netherlands', () => {
    const { suicide, gas, fraud, violence, fire } = bundled;
    expect(suicide.nl.text).toMatch(/112.*113.*0800-0113.*113\.nl/s);
    expect(suicide.en.text).toMatch(/112.*113.*0800-0113/s);
    expect(gas.nl.text).toContain('0800-9009');
    expect(fraud.nl.text).toMatch(/bank.*0900-8844.*088-7867372/s);
    expect(violence.nl.text).toContain('0800-2000');
    expect(fire.nl.text).toMatch(/^Ga nu naar buiten.*112/);
  });

  it('name those of the country that is set', () => {
    const inBelgium = readSafetyTexts(undefined, 'BE');
    expect(inBelgium.suicide.nl.text).toMatch(/112.*1813.*zelfmoord1813\.be/s);
    expect(inBelgium.suicide.en.again).toContain('1813');
    expect(inBelgium.fraud.nl.text).toContain('078-170170');
    expect(readSafetyTexts(undefined, 'DE').suicide.nl.text).toContain('0800-1110111');
    expect(readSafetyTexts(undefined, 'GB').fire.en.text).toMatch(/999/);
  });

  it.each(COUNTRIES)('name none of another country in %s', (country) => {
    const foreign = {
      NL: /\b(?:1813|999|159|116123|078-170170)\b/,
      BE: /\b(?:113|0800-0113|0900-8844|999|159)\b|Nederland|Netherlands/,
      DE: /\b(?:113|0800-0113|0900-8844|999|1813)\b|Nederland|Netherlands/,
      GB: /\b(?:112|113|0800-0113|0900-8844|1813)\b|Nederland|Netherlands/,
    }[country];
    const texts = Object.values(readSafetyTexts(undefined, country)).flatMap(({ nl, en }) => [nl, en]);
    expect(texts.filter(({ text, again }) => foreign.test(`${text} ${again}`))).toEqual([]);
  });

  it('guess no number of another country', () => {
    const english = Object.values(bundled).map(({ en }) => `${en.text} ${en.again}`);
    expect(english.filter((text) => /\b(911|999|988|116 ?123)\b/.test(text))).toEqual([]);
    const naming = english.filter((text) => text.includes('tel:112'));
    expect(naming.filter((text) => !text.includes('your local emergency number'))).toEqual([]);
  });

  it.each(said)('can be tapped in the web chat and read on Messenger and Teams: $name', ({ text }) => {
    const numbers = [...text.matchAll(/\[([^\]]+)\]\(tel:([^)]+)\)/g)];
    for (const [, words, number] of numbers) expect(words).toBe(number);
    const message = botSays(text);
    const plain = renderMessenger(message)
      .map((activity) => activity.text)
      .join('\n');
    expect(plain).not.toMatch(/[[\]\\*]|tel:/);
    const teams = createTeamsForm({ hasAiLabel: true })
      .render(message)
      .map((activity) => activity.text)
      .join('\n');
    const web = renderWebchat(message)[0]?.text ?? '';
    for (const [link, number] of numbers) {
      expect(plain).toContain(number);
      expect(teams).toContain(link);
      expect(web).toContain(link);
    }
  });
});

describe('safety texts of a company', () => {
  it('take the place of the bundled ones', () => {
    const own = { text: ['Bel 0800-1234.'], again: 'Bel 0800-1234.' };
    const path = written((texts) => ({ ...texts, theft: { nl: own, en: own } }));
    expect(readSafetyTexts(path).theft.nl).toEqual({ text: 'Bel 0800-1234.', again: 'Bel 0800-1234.' });
    expect(readSafetyTexts(path).fire).toEqual(bundled.fire);
  });

  it('may be by country, and must have the one that is set', () => {
    const whole = written((texts) => ({ NL: texts }));
    expect(readSafetyTexts(whole).fire).toEqual(bundled.fire);
    expect(() => readSafetyTexts(whole, 'BE')).toThrow(/none for the country BE:\n- BE: /);
    const half = written((texts) => ({ NL: texts, BE: { fire: texts.fire } }));
    expect(() => readSafetyTexts(half)).toThrow(/- BE\.gas: /);
  });

  it('stop the start with everything that is wrong', () => {
    const path = written(({ gas: _, ...texts }) => ({
      ...texts,
      fire: { nl: { text: ['Ga naar buiten.'], again: 'Ga.' }, en: { text: [], again: '' } },
      theft: { nl: { text: ['Zie [hier 112](http://evil.example)'], again: 'x' } },
    }));
    expect(() => readSafetyTexts(path)).toThrow(
      expect.objectContaining({
        code: 'SAFETY_TEXTS_INVALID',
        message: expect.stringMatching(
          /fire\.nl\.text: must name a telephone number.*fire\.en\.text: must have a paragraph.*fire\.en\.again: must not be empty.*gas.*theft\.nl\.text\.0: may link/s,
        ),
      }),
    );
  });

  it('stop the start where the file cannot be read', () => {
    const folder = temporaryFolder();
    expect(() => readSafetyTexts(join(folder, 'none.json'))).toThrow(
      expect.objectContaining({ code: 'SAFETY_TEXTS_UNREADABLE' }),
    );
    writeFileSync(join(folder, 'broken.json'), '{');
    expect(() => readSafetyTexts(join(folder, 'broken.json'))).toThrow(/no JSON/);
  });
});
