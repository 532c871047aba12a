import type { KnowledgeBase } from '../../index/contracts/search.js';
import type { Bot } from '../bot.js';
import { tellFirstInvitation } from './first-invitation.js';

/** Tells whoever started the program where the desk is, how to get in first, and when questions are answered. */
export async function tellWhereItRuns(
  { url, ...place }: { readonly url: string; readonly directory: string; readonly isTerminal: boolean },
  bot: Pick<Bot, 'accounts'>,
  index: { readonly isOutdated: boolean; readonly knowledgeBase: Pick<KnowledgeBase, 'status'> },
  upgrading: Promise<void>,
  say: (line: string) => void,
): Promise<void> {
  say(`Desk for agents:    ${url}/desk`);
  const told = tellFirstInvitation(await bot.accounts.firstInvitation(), { ...place, desk: `${url}/desk` });
  if (told !== null) say(told);
  const tellReady = () => say('Ready to answer questions. Stop with Ctrl+C.');
  if (!index.isOutdated) return tellReady();
  say('Upgrading the index of an earlier version. A person takes every question meanwhile.');
  void upgrading.then(() => {
    if (index.knowledgeBase.status()) tellReady();
  });
}
