import { atHome } from '../actions/at-home.js';
import type { Session } from '../actions/session.js';
import type { ShadowApi } from './shadow-api.js';

/** What is done with customers' questions; each answer goes to the view that asked. */
export function shadowActions(api: ShadowApi, session: Session) {
  return {
    shadow: () => atHome(session, api.look()),
    startShadow: (id: string, days: number) => atHome(session, api.start(id, days)),
    stopShadow: () => atHome(session, api.stop()),
    shadowChanges: (id: string, from: number) => atHome(session, api.changes(id, from)),
  };
}
