import { expect, it } from 'vitest';
import { pageOf } from '../../../../../channels/webchat/widget/page-of.js';

it('tells the page and the campaign, and nothing else that stands in the address', () => {
  const url = new URL('https://zwaluw.example/esim?utm_campaign=najaar&klant=7#top');
  expect(pageOf(url, 'Zwaluw')).toEqual({
    address: 'https://zwaluw.example/esim',
    campaign: 'najaar',
    company: 'Zwaluw',
  });
  expect(pageOf(new URL('https://zwaluw.example/'), '')).toEqual({
    address: 'https://zwaluw.example/',
    campaign: null,
    company: '',
  });
});
