import type { DeskConversation } from '../../../../../bot/contracts/desk.js';
import { tellMoment } from '../../words/tell-time.js';
import { useDesk, useNow } from '../desk-context.js';

/** Where the customer is and since when. */
export function ConversationFacts({ conversation }: { conversation: DeskConversation }) {
  const { state, words, channels } = useDesk();
  const { conversation: say } = words;
  const told = words.assignment.promise.rating;
  const { entry, rating } = conversation;
  const { website } = words.tools;
  const now = useNow();
  const rows: readonly (readonly [string, string | null])[] = [
    [say.channel, channels.nameOf(entry.channelId)],
    [say.speaks, words.languages[entry.language]],
    [say.waitingSince, tellMoment(state.language, entry.waitingSince, now)],
    [say.customerWrote, entry.customerWroteAt && tellMoment(state.language, entry.customerWroteAt, now)],
    [say.agent, entry.holder?.name ?? null],
    [website.customer, entry.identity?.id ?? null],
    [website.email, entry.identity?.email ?? null],
    [website.page, entry.page?.address.replace(/^https?:\/\//, '') ?? null],
    [website.campaign, entry.page?.campaign ?? null],
    [website.ad, entry.cameBy?.ad ?? null],
    [website.link, entry.cameBy?.ref ?? null],
    [told.title, rating && told.score(rating.score)],
    [told.comment, rating?.comment || null],
  ];
  return (
    <section class="facts">
      <dl>
        {rows.map(
          ([name, value]) =>
            value !== null && (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
    </section>
  );
}
