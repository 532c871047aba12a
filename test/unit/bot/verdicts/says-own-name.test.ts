import { expect, it } from 'vitest';
import { saysOwnName } from '../../../../bot/verdicts/says-own-name.js';

it.each([
  ['het abonnement van Oduya moet weg', 'Chidi Oduya'],
  ['ODUYA krijgt geen rekening', 'Chidi Oduya'],
])('knows "%s" to name "%s"', (text, name) => expect(saysOwnName(text, name)).toBe(true));

it.each([
  ['waarom doet mijn wifi het niet', 'Anna van der Velde'],
  ['can you help me', 'You'],
  ['ik ben klant', 'Klant'],
  ['kan dat', ''],
])('takes "%s" for no naming of "%s"', (text, name) => expect(saysOwnName(text, name)).toBe(false));
