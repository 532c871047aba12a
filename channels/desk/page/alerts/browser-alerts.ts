import { fragmentOf } from '../state/place.js';
import type { DeskState } from '../state/state.js';
import { wordsIn } from '../words/words.js';
import { readAlertSettings } from './alert-settings.js';
import { chime, readyChime } from './chime.js';
import { startAlerts } from './start-alerts.js';

/** Alerts of a real browser. @param store of the page */
export function startBrowserAlerts(store: {
  get(): DeskState;
  subscribe(listener: () => void): () => void;
}): void {
  // Sound was chosen before a reload: the first touch lets it be heard.
  const ready = () => {
    const { screen } = store.get();
    if (screen.kind === 'desk' && readAlertSettings(localStorage, screen.agent.id).sound) readyChime();
  };
  window.addEventListener('pointerdown', ready);
  window.addEventListener('keydown', ready);
  startAlerts({
    get: () => store.get(),
    subscribe: (listener) => store.subscribe(listener),
    isSeen: () => document.visibilityState === 'visible',
    settings: (agentId) => readAlertSettings(localStorage, agentId),
    now: Date.now,
    sound: chime,
    notify({ kind, conversationId }, count) {
      if (!('Notification' in window) || Notification.permission !== 'granted') return;
      const { alerts: say, desk } = wordsIn(store.get().language);
      // No name and no word of a customer: it stands on locked screens, and the system may keep it.
      const body = count === 1 ? say.news[kind] : say.several(count);
      const shown = new Notification(desk, { body, tag: 'desk' });
      shown.onclick = () => {
        window.focus();
        location.hash = fragmentOf({ kind: 'conversation', conversationId });
        shown.close();
      };
    },
  });
}
