import type { Reading } from '../../../bot/contracts/channels.js';
import type { EventScene } from './event-scene.js';
import { readAnsweredElsewhere } from './read-answered-elsewhere.js';

/** The app id of the page's inbox in Meta Business Suite. */
const PAGE_INBOX = '263902037430900';

/**
 * Who has the conversation now (Conversation Routing, `messaging_handovers`). A `pass` is told to the app that gets it and
 * a `take` to the one that loses it, so where our app id or the new owner is not known, that is what they mean.
 */
export function readThreadControl(scene: EventScene): readonly Reading[] {
  const { event, appId, of } = scene;
  const back: Reading = { kind: 'event', event: { kind: 'left-elsewhere', of } };
  if (event.pass_thread_control) {
    const owner = event.pass_thread_control.new_owner_app_id ?? null;
    const isOurs = owner === null || (appId === null ? owner !== PAGE_INBOX : owner === appId);
    return [isOurs ? back : elsewhere(scene)];
  }
  if (event.take_thread_control) {
    const owner = event.take_thread_control.new_owner_app_id ?? null;
    return [owner !== null && owner === appId ? back : elsewhere(scene)];
  }
  return [];
}

/** Somebody else has the conversation; what they write is not known. */
export function elsewhere(scene: EventScene): Reading {
  return readAnsweredElsewhere(scene, { activityId: null, text: null });
}
