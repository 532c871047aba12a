import type { DeskRole, SpokenLanguage } from '../../../bot/contracts.js';
import type { ConversationReply, DeskNews, SignedIn } from '../contracts.js';
import type { Answer, ApiClient, Failure } from './api-client.js';
import type { LiveChangesOptions } from './live-changes.js';
import { createOrderedReads } from './ordered-reads.js';
import { fragmentOf, placeOfFragment } from './state/place.js';
import type { DeskEvent } from './state/reduce.js';
import type { DeskState, Place } from './state/state.js';
import type { Store } from './state/store.js';
import type { AccountChange } from './words/account-words.js';

/** What lies around the page. */
export interface Surroundings {
  readonly api: ApiClient;
  readonly listen: (options: LiveChangesOptions) => () => void;
  readonly now: () => number;
  readonly newKey: () => string;
  /** The address of the page. */
  readonly address: {
    path(): string;
    fragment(): string;
    /** Goes somewhere and tells `arrive`; `replace` leaves no way back. */
    go(path: string): void;
    replace(path: string): void;
  };
  readonly keepLanguage: (language: SpokenLanguage) => void;
}

/** Everything an agent can do, with what follows from it. Each resolves when its result is in the store. */
export type DeskActions = ReturnType<typeof createDeskActions>;

const INVITATION_PATH = '/desk/invitation';
const RESET_PATH = '/desk/reset';
/** Where one-time links lead. */
const LINK_PATHS: ReadonlySet<string> = new Set([INVITATION_PATH, RESET_PATH]);
/** Failures that show the page to be behind. */
const BEHIND: ReadonlySet<string> = new Set(['DeskConversationTaken', 'DeskCannotReach']);

export function createDeskActions(store: Store<DeskState, DeskEvent>, around: Surroundings) {
  const { api, address } = around;
  let stopListening: (() => void) | null = null;
  const reads = createOrderedReads(api.conversation, (id, answer) => {
    if (answer.isOk) store.dispatch({ kind: 'conversation-read', conversation: answer.value.conversation });
    else refuse(answer.failure, id);
  });

  /** Finds out who is here: somebody invited, somebody signed in, or nobody yet. */
  async function start(): Promise<void> {
    const token = address.fragment().slice(1);
    if (address.path() === INVITATION_PATH) return showInvitation(token);
    if (address.path() === RESET_PATH) return showReset(token);
    const answer = await api.me();
    if (answer.isOk) enter(answer.value);
    else store.dispatch({ kind: 'signed-out', hasEnded: false });
  }

  async function showInvitation(token: string): Promise<void> {
    const answer = token === '' ? null : await api.lookAtInvitation(token);
    store.dispatch({ kind: 'invited', token, role: answer?.isOk ? answer.value.role : null });
  }

  async function showReset(token: string): Promise<void> {
    const answer = token === '' ? null : await api.lookAtReset(token);
    store.dispatch({ kind: 'reset-opened', token, account: answer?.isOk ? answer.value.account : null });
  }

  function enter({ agent, channels }: SignedIn): void {
    if (LINK_PATHS.has(address.path())) address.replace('/desk');
    store.dispatch({ kind: 'signed-in', agent, channels, place: placeOfFragment(address.fragment()) });
    stopListening?.();
    stopListening = around.listen({
      onNews: takeNews,
      onConnection: (connection) => {
        if (store.get().connection !== connection) connectionChanged(connection);
      },
      onBeat: () => void api.here(),
      onSignedOut: sessionEnded,
    });
    void readOpenConversation();
  }

  function connectionChanged(connection: DeskState['connection']): void {
    store.dispatch({ kind: 'connection-changed', connection });
    if (connection === 'live') void readOpenConversation();
    // A session that ended shows as a lost connection: ask, so that the agent is told the truth.
    else if (connection === 'lost')
      void api.me().then((answer) => answer.isOk || refuse(answer.failure, null));
  }

  function takeNews(news: DeskNews): void {
    const clockOffsetMs = Date.parse(news.now) - around.now();
    const { entries, notices: doorNotices, pause } = news;
    store.dispatch({ kind: 'entries-read', entries, doorNotices, pause, clockOffsetMs });
    const openId = openConversationId();
    if (openId !== null && news.changedIds.includes(openId)) void readOpenConversation();
  }

  async function readOpenConversation(): Promise<void> {
    const id = openConversationId();
    if (id !== null) await reads.read(id);
  }

  /** Shows what an action led to. */
  function show({ conversation }: ConversationReply): void {
    reads.overtake(conversation.entry.conversationId);
    store.dispatch({ kind: 'conversation-read', conversation });
  }

  function openConversationId(): string | null {
    const { screen } = store.get();
    return screen.kind === 'desk' && screen.place.kind === 'conversation'
      ? screen.place.conversationId
      : null;
  }

  function sessionEnded(): void {
    stopListening?.();
    stopListening = null;
    store.dispatch({ kind: 'signed-out', hasEnded: true });
  }

  function refuse(failure: Failure, conversationId: string | null): void {
    if (failure.code === 'DeskSessionEnded') {
      sessionEnded();
      return;
    }
    if (failure.code === 'Unreachable' && conversationId === null) return; // The banner tells it.
    if (failure.code === 'DeskConversationUnknown' && conversationId !== null) {
      store.dispatch({ kind: 'conversation-gone', conversationId });
    }
    const { code, agentName, problem } = failure;
    store.dispatch({ kind: 'refused', notice: { conversationId, code, agentName, problem } });
  }

  async function act(
    conversationId: string,
    acting: (id: string) => Promise<Answer<ConversationReply>>,
  ): Promise<boolean> {
    store.dispatch({ kind: 'notice-closed' });
    const answer = await acting(conversationId);
    if (answer.isOk) {
      show(answer.value);
      return true;
    }
    await refuseAction(answer.failure, conversationId);
    return false;
  }

  async function refuseAction(failure: Failure, conversationId: string): Promise<void> {
    refuse(failure, conversationId);
    // Somebody else was first, or the channel takes nothing any more: show how it stands now.
    if (BEHIND.has(failure.code)) await readOpenConversation();
  }

  async function send(conversationId: string, text: string, key: string): Promise<void> {
    store.dispatch({ kind: 'reply-begun', conversationId, key, text });
    const answer = await api.reply(conversationId, text, key);
    if (answer.isOk) show(answer.value);
    store.dispatch({ kind: 'reply-ended', conversationId, key, isSent: answer.isOk });
    if (!answer.isOk) await refuseAction(answer.failure, conversationId);
  }

  /** Passes an answer on to the view that asked; a session that ended is told by the whole page. */
  async function atHome<Value>(asking: Promise<Answer<Value>>): Promise<Answer<Value>> {
    const answer = await asking;
    if (!answer.isOk && answer.failure.code === 'DeskSessionEnded') sessionEnded();
    return answer;
  }

  async function signedInBy(asking: Promise<Answer<SignedIn>>): Promise<Failure | null> {
    const answer = await asking;
    if (!answer.isOk) return answer.failure;
    enter(answer.value);
    return null;
  }

  return {
    start,
    /** Claims, closes or gives back; resolves with whether it was done. */
    act: (conversationId: string, action: 'claim' | 'close' | 'give-back'): Promise<boolean> =>
      act(conversationId, (id) => api.act(id, action)),
    /** Takes a conversation from the agent who has it; resolves with whether it was done. */
    takeOver: (conversationId: string, fromAgentId: string): Promise<boolean> =>
      act(conversationId, (id) => api.takeOver(id, fromAgentId)),
    /** Says whether the best guess answers the customer. */
    judge: (conversationId: string, isRight: boolean): Promise<boolean> =>
      act(conversationId, (id) => api.judge(id, isRight)),
    /** Signs in; resolves with why not, null when it went well. */
    signIn: (email: string, password: string) => signedInBy(api.signIn(email, password)),
    /** Makes the invited account and signs in; resolves with why not, null when it went well. */
    acceptInvitation: (account: Parameters<ApiClient['acceptInvitation']>[0]) =>
      signedInBy(api.acceptInvitation(account)),
    async signOut(): Promise<void> {
      const answer = await api.signOut();
      if (!answer.isOk && answer.failure.code !== 'DeskSessionEnded') return refuse(answer.failure, null);
      stopListening?.();
      stopListening = null;
      address.replace('/desk');
      store.dispatch({ kind: 'signed-out', hasEnded: false });
    },
    /** Gives the account of a link a new password and signs in; resolves with why not, null when it went well. */
    useReset: (token: string, password: string) => signedInBy(api.useReset(token, password)),
    /** Leaves a link that is of no use. */
    async leaveLink(): Promise<void> {
      address.replace('/desk');
      await start();
    },
    /** Follows the address after it changed. */
    async arrive(): Promise<void> {
      if (LINK_PATHS.has(address.path())) return start();
      store.dispatch({ kind: 'went', place: placeOfFragment(address.fragment()) });
      await readOpenConversation();
    },
    go: (place: Place): void => address.go(`/desk${fragmentOf(place)}`),
    draft: (conversationId: string, text: string): void =>
      store.dispatch({ kind: 'draft-changed', conversationId, text }),
    reply: (conversationId: string, text: string): Promise<void> =>
      send(conversationId, text, around.newKey()),
    /** Sends a reply again that did not come through. */
    replyAgain: send,
    dropReply: (conversationId: string, key: string): void =>
      store.dispatch({ kind: 'reply-dropped', conversationId, key }),
    closeNotice: (): void => store.dispatch({ kind: 'notice-closed' }),
    closeNews: (): void => store.dispatch({ kind: 'news-closed' }),
    chooseLanguage(language: SpokenLanguage): void {
      around.keepLanguage(language);
      store.dispatch({ kind: 'language-chosen', language });
    },
    invite: (role: DeskRole) => atHome(api.invite(role)),
    agents: () => atHome(api.agents()),
    changeAccount: (agentId: string, change: AccountChange) => atHome(api.changeAccount(agentId, change)),
    makeReset: (agentId: string) => atHome(api.makeReset(agentId)),
  };
}
