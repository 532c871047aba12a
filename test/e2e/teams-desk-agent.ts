import { expect } from 'vitest';
import type { Activity } from '../../bot/contracts/activities.js';
import { teamsWords } from '../support/teams-customer.js';
import { buttonsIn, cardOf, createTeam } from '../support/teams-team.js';
import type { ChannelsStage } from './channels-stage.js';

/** Sanne, who works at the desk in a channel of Teams. */
export interface TeamsDeskAgent {
  /** Waits for the card of a hand-off with these words and takes it. */
  takes(words: string): Promise<TeamsConversation>;
}

export interface TeamsConversation {
  /** Waits until this stands in the thread. */
  reads(words: RegExp): Promise<void>;
  /** Writes to the customer, in the thread. */
  writes(text: string): Promise<void>;
  closes(): Promise<void>;
}

/** Links Sanne's account with her in Teams, and makes a channel the desk. */
export async function joinTeamsDesk({ product, connector, sanne }: ChannelsStage): Promise<TeamsDeskAgent> {
  const team = createTeam(`${product().url}/api/messages`, connector, null);
  const person = team.person('Sanne');
  const { code } = (await sanne.post('/link/code')).body as unknown as { code: string };
  expect(await team.writes(person, `koppel ${code}`, { isPersonal: true })).toBe(200);
  expect(await team.writes(person, 'balie hier', { isMention: true })).toBe(200);

  const canBe = (card: Activity, title: string) =>
    buttonsIn(card.attachments?.[0]?.content).some((button) => button.title === title);

  return {
    async takes(words) {
      const waits = () =>
        team.roots().find((root) => teamsWords(root).includes(words) && canBe(root, 'Neem dit gesprek'));
      await expect.poll(waits).toBeDefined();
      const root = waits() as Activity;
      // What a tap answers takes the card's place at once; all others see it with the next round.
      let card = cardOf(await team.taps(person, root, 'Neem dit gesprek'), root);
      return {
        async reads(said) {
          await expect.poll(() => team.thread(root).map(teamsWords).join('\n')).toMatch(said);
        },
        async writes(text) {
          expect(await team.writes(person, text, { root, isMention: true })).toBe(200);
        },
        async closes() {
          card = cardOf(await team.taps(person, card, 'Sluit af'), root);
          expect(canBe(card, 'Sluit af')).toBe(false);
        },
      };
    },
  };
}
