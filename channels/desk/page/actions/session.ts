import type { DeskNews, SignedIn } from '../../contracts.js';
import { placeOfFragment } from '../state/place.js';
import type { Connection } from '../state/state.js';
import { isLinkPath } from './link-paths.js';
import type { OpenConversation } from './open-conversation.js';
import type { Refuse } from './refuse.js';
import type { Signs } from './sign-actions.js';
import type { DeskStore, Surroundings } from './surroundings.js';

/** Being signed in: the page listens to the server for as long as it lasts. */
export interface Session {
  /** Somebody is signed in: shows the desk. */
  begin(signedIn: SignedIn): void;
  /** @param hasEnded whether it ended by itself, under the agent's hands */
  end(hasEnded: boolean): void;
}

export function createSession(
  store: DeskStore,
  around: Surroundings,
  open: OpenConversation,
  refuse: Refuse,
  signs: Signs,
): Session {
  const { api, address } = around;
  let stopListening: (() => void) | null = null;

  function connectionChanged(connection: Connection): void {
    store.dispatch({ kind: 'connection-changed', connection });
    if (connection === 'live') void open.read();
    // A session that ended shows as a lost connection: ask, so that the agent is told the truth.
    else if (connection === 'lost')
      void api.me().then((answer) => answer.isOk || refuse(answer.failure, null));
  }

  function takeNews(news: DeskNews): void {
    const clockOffsetMs = Date.parse(news.now) - around.now();
    const { entries, notices: doorNotices, pause, standings } = news;
    store.dispatch({ kind: 'assignment-changed', changes: { standings } });
    store.dispatch({ kind: 'entries-read', entries, doorNotices, pause, clockOffsetMs });
    const openId = open.id();
    if (openId !== null && news.changedIds.includes(openId)) void open.read();
  }

  async function readMentions(): Promise<void> {
    const answer = await api.mentions();
    if (answer.isOk) store.dispatch({ kind: 'mentions-read', mentions: answer.value.mentions });
  }

  function end(hasEnded: boolean): void {
    stopListening?.();
    stopListening = null;
    if (!hasEnded) address.replace('/desk');
    store.dispatch({ kind: 'signed-out', hasEnded });
  }

  return {
    begin({ agent, mustSetUp, channels, assignment }) {
      if (isLinkPath(address.path())) address.replace('/desk');
      if (mustSetUp) return store.dispatch({ kind: 'must-set-up' });
      store.dispatch({ kind: 'signed-in', agent, channels, place: placeOfFragment(address.fragment()) });
      store.dispatch({ kind: 'assignment-changed', changes: assignment });
      stopListening?.();
      stopListening = around.listen({
        onNews: takeNews,
        onConnection: (connection) => {
          if (store.get().connection !== connection) connectionChanged(connection);
        },
        onViewers: signs.viewersTold,
        onTyping: signs.typingTold,
        onBeat: () => {
          void signs.tellLooking();
          void readMentions();
        },
        onSignedOut: () => end(true),
      });
      void open.read();
      void signs.tellLooking();
      void readMentions();
    },
    end,
  };
}
