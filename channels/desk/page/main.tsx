import { render } from 'preact';
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
  address: {
    path: () => location.pathname,
    fragment: () => location.hash,
    go(path) {
      history.pushState(null, '', path);
      void actions.arrive();
    },
    replace: (path) => history.replaceState(null, '', path),
  },
  keepLanguage: (language) => localStorage.setItem(LANGUAGE_KEY, language),
});

window.addEventListener('hashchange', () => void actions.arrive());

const root = document.getElementById('desk');
if (root) render(<App store={store} actions={actions} />, root);
void actions.start();
