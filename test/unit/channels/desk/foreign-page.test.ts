import { describe, expect, it } from 'vitest';
import { foreignPageReason } from '../../../../channels/desk/foreign-page.js';

const OWN = {
  deskHeader: '1',
  origin: 'https://chat.example.com',
  fetchSite: 'same-origin',
  host: 'chat.example.com',
  publicUrl: 'https://chat.example.com',
};

describe('a changing request', () => {
  it.each([
    ['of our own page', {}],
    ['of a program without Origin', { origin: undefined, fetchSite: undefined }],
    ['that came through a proxy with another host', { host: 'inside:3978' }],
    ['at another name of the same server', { origin: 'http://localhost:3978', host: 'localhost:3978' }],
  ])('%s is let through', (_, changes) => {
    expect(foreignPageReason({ ...OWN, ...changes })).toBeNull();
  });

  it.each([
    ['without our header', { deskHeader: undefined }],
    ['of another site by Origin', { origin: 'https://evil.example' }],
    ['of a sandboxed page', { origin: 'null' }],
    ['of another port', { origin: 'https://chat.example.com:444' }],
    ['of a sibling site', { fetchSite: 'same-site' }],
    ['of another site by Sec-Fetch-Site', { fetchSite: 'cross-site' }],
  ])('%s is refused', (_, changes) => {
    expect(foreignPageReason({ ...OWN, ...changes })).not.toBeNull();
  });
});
