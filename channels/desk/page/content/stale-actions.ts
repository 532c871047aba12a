import { atHome } from '../actions/at-home.js';
import type { Session } from '../actions/session.js';
import type { StaleApi } from './stale-api.js';

/** Whether answers still hold; each answer goes to the view that asked. */
export function staleActions(api: StaleApi, session: Session) {
  return {
    staleAnswers: () => atHome(session, api.lists()),
    confirmAnswer: (itemId: string, seen: string) => atHome(session, api.confirm(itemId, seen)),
    unconfirmAnswer: (itemId: string, at: string) => atHome(session, api.unconfirm(itemId, at)),
  };
}
