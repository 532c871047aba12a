import { useEffect, useMemo, useState } from 'preact/hooks';
import type { DeskActions } from '../create-desk-actions.js';
import type { DeskEvent } from '../state/reduce.js';
import { selectAttention } from '../state/select.js';
import type { DeskState } from '../state/state.js';
import type { StateStore } from '../state/store.js';
import { channelWordsIn } from '../words/channel-words.js';
import type { DeskWords } from '../words/word-list.js';
import { wordsIn } from '../words/words.js';
import { DeskContext } from './desk-context.js';
import { DeskView } from './desk-view.js';
import { InvitationView } from './gate/invitation-view.js';
import { ResetView } from './gate/reset-view.js';
import { SignInView } from './gate/sign-in-view.js';
import { SetUpView } from './security/set-up-view.js';

/** The whole page: follows the store and shows the screen that is due. */
export function App({ store, actions }: { store: StateStore<DeskState, DeskEvent>; actions: DeskActions }) {
  const [state, setState] = useState(store.get());
  useEffect(() => {
    setState(store.get());
    return store.subscribe(() => setState(store.get()));
  }, [store]);
  const words = wordsIn(state.language);
  const channels = useMemo(
    () => channelWordsIn(state.language, state.channels),
    [state.language, state.channels],
  );
  const title = titleOf(state, words);
  useEffect(() => {
    document.documentElement.lang = state.language;
    document.title = title;
  }, [state.language, title]);
  return (
    <DeskContext.Provider value={{ state, actions, words, channels }}>
      <Screen state={state} words={words} />
    </DeskContext.Provider>
  );
}

function Screen({ state: { screen }, words }: { state: DeskState; words: DeskWords }) {
  switch (screen.kind) {
    case 'starting':
      return (
        <main class="starting">
          <h1 class="unseen">{words.desk}</h1>
          <p>{words.loading}</p>
        </main>
      );
    case 'sign-in':
      return <SignInView hasEnded={screen.endedFor !== null} />;
    case 'invitation':
      return <InvitationView token={screen.token} role={screen.role} />;
    case 'reset':
      return <ResetView token={screen.token} account={screen.account} />;
    case 'set-up':
      return <SetUpView />;
    case 'desk':
      return <DeskView agent={screen.agent} place={screen.place} />;
  }
}

/** The title bar tells, when the page is in the background, how many wait and that somebody is new. */
function titleOf(state: DeskState, words: DeskWords): string {
  if (state.screen.kind !== 'desk') return words.desk;
  const { waiting, unread, isNew } = selectAttention(state, state.screen.agent);
  const count = waiting + unread;
  const counted = count === 0 ? words.desk : `(${count}) ${words.desk}`;
  return isNew ? `● ${words.news.titleNew} – ${counted}` : counted;
}
