import type { Place } from './state.js';

/** Reads a place from the fragment of the address; what is not known leads to the queue. */
export function placeOfFragment(fragment: string): Place {
  if (fragment === '#/team') return { kind: 'team' };
  if (fragment === '#/lead') return { kind: 'lead' };
  if (fragment === '#/search') return { kind: 'search' };
  if (fragment === '#/mentions') return { kind: 'mentions' };
  if (fragment === '#/canned') return { kind: 'canned' };
  if (fragment === '#/content') return { kind: 'content' };
  if (fragment === '#/releases') return { kind: 'releases' };
  if (fragment === '#/privacy') return { kind: 'privacy' };
  if (fragment === '#/account') return { kind: 'account' };
  if (fragment === '#/audit') return { kind: 'audit' };
  if (fragment === '#/with-bot') return { kind: 'with-bot' };
  const id = /^#\/conversation\/([^/]+)$/.exec(fragment)?.[1];
  if (id === undefined) return { kind: 'queue' };
  try {
    const conversationId = decodeURIComponent(id);
    // What the page knows of conversations stands in records by their ids: `__proto__` would find what every object has.
    if (conversationId in Object.prototype) return { kind: 'queue' };
    return { kind: 'conversation', conversationId };
  } catch {
    return { kind: 'queue' }; // A broken %-escape, typed by hand.
  }
}

/** The fragment that leads to a place. */
export function fragmentOf(place: Place): string {
  switch (place.kind) {
    case 'queue':
      return '#/';
    case 'team':
    case 'lead':
    case 'search':
    case 'with-bot':
    case 'mentions':
    case 'canned':
    case 'content':
    case 'releases':
    case 'privacy':
    case 'account':
    case 'audit':
      return `#/${place.kind}`;
    case 'conversation':
      return `#/conversation/${encodeURIComponent(place.conversationId)}`;
  }
}
