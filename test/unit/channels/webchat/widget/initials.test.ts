import { expect, it } from 'vitest';
import { initials } from '../../../../../channels/webchat/widget/view/initials.js';

it.each([
  ['Pieter_K', 'PK'],
  ['Sanne de Wit', 'SW'],
  ['élise', 'É'],
  ['*-*', '?'],
  ['', '?'],
])('draws %j as %s', (name, letters) => {
  expect(initials(name)).toBe(letters);
});
