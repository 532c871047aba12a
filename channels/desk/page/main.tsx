import { render } from 'preact';
import { startBrowserAlerts } from './alerts/browser-alerts.js';
import { createApiClient } from './api-client.js';
import { createDeskActions } from './create-desk-actions.js';
import { listenToChanges } from './live-changes.js';
import { type DeskEvent, reduce } from './state/reduce.js';
import { type DeskState, initialState } from './state/state.js';
import { createStore } from './state/store.js';
import { App } from './views/app.js';
import { firstLanguage } from './words/words.js';

const LANGUAGE_KEY = 'desk-language';

const store = createStore<DeskState, DeskEvent>(
  reduce,
  initialState(firstLanguage(localStorage.getItem(LANGUAGE_KEY), navigator.languages)),
);

const actions = createDeskActions(store, {
  api: createApiClient(window.fetch.bind(window)),
  listen: listenToChanges,
  now: Date.now,
  newKey: () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16)).join('-'),
  after(ms, act) {
    const timer = setTimeout(act, ms);
    return () => clearTimeout(timer);
  },
  isSeen: () => document.visibilityState === 'visible',
  address: {
    path: () => location.pathname,
    fragment: () => location.hash,
    go(path) {
      history.pushState(null, '', path);
      void actions.arrive();
    },
    replace: (path) => history.replaceState(null, '', path),
    leave: (url) => location.assign(url),
  },
  keepLanguage: (language) => localStorage.setItem(LANGUAGE_KEY, language),
});

startBrowserAlerts(store);

window.addEventListener('hashchange', () => void actions.arrive());

// A phone that puts a page away may never tell that it is closed.
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') void actions.leavePage();
  else void actions.returnToPage();
});
window.addEventListener('pagehide', () => void actions.leavePage());

const root = document.getElementById('desk');
if (root) render(<App store={store} actions={actions} />, root);
void actions.start();
