import type { LinkApi } from '../link-api.js';
import { atHome } from './at-home.js';
import type { Session } from './session.js';

/** What an agent does with their link; each answer goes to the view that asked. */
export function linkActions(api: LinkApi, session: Session) {
  return {
    link: () => atHome(session, api.link()),
    makeLinkCode: () => atHome(session, api.makeLinkCode()),
    removeLink: () => atHome(session, api.removeLink()),
  };
}
