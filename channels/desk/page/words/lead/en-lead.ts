import type { LeadWords } from './lead-words.js';

const people = (count: number) => (count === 1 ? '1 customer' : `${count} customers`);

/** The team lead's page in English. */
export const leadEn: LeadWords = {
  title: 'Team overview',
  now: {
    title: 'Now',
    waiting: 'waiting',
    longest: 'longest wait',
    atRisk: 'promises almost late',
    broken: 'promises late',
    live: 'live conversations',
    byTeam: 'By team',
    noTeam: 'Without a team',
  },
  people: {
    title: 'Who is here',
    name: 'Name',
    presence: 'Presence',
    load: 'Load',
    presences: { available: 'available', away: 'away', gone: 'gone' },
    counts: (here, away, gone) => `${here} available, ${away} away, ${gone} gone`,
    mayHave: (load, capacity) => (capacity === null ? String(load) : `${load} of ${capacity}`),
  },
  live: {
    title: 'Live conversations',
    hint: 'When you read along, the colleague and the customer see it. You can write notes; the colleague answers.',
    none: 'There are no live conversations now.',
    more: (count) => `… and ${count} more`,
    join: 'Read along',
    joinOf: (customer) => `Read along: ${customer}`,
    joinUnseen: 'Read along unseen',
    joinUnseenOf: (customer) => `Read along unseen: ${customer}`,
    reassign: 'Reassign',
    reassignOf: (customer) => `Reassign: ${customer}`,
    reassignHint:
      'The customer hears who gets the conversation. A colleague has a little time to take it; then the whole team may.',
  },
  reading: {
    seen: 'You are reading along. The colleague and the customer see it.',
    unseen: 'You are reading along unseen.',
    leave: 'Stop reading along',
    others: (names) => `${names.join(', ')} ${names.length === 1 ? 'is' : 'are'} reading along.`,
    inRow: (names) => `reads along: ${names.join(', ')}`,
    hint: 'Who reads along writes notes only.',
  },
  week: {
    satisfaction: 'Satisfaction, last 7 days',
    average: (average, count) => `${average} of 5, from ${people(count)}`,
    nobody: 'No customer gave a score yet.',
    score: 'Score',
    answers: 'Customers',
    comments: 'Comments',
    said: (score, agent) => (agent === null ? `${score} of 5` : `${score} of 5, about ${agent}`),
  },
  heard: {
    title: 'Heard by the bot, last 7 days',
    hint: 'Complaints and chances to sell, also from conversations that the bot handled by itself.',
    none: 'The bot heard no complaints or chances to sell.',
    counts: (complaints, sales) =>
      `${complaints} ${complaints === 1 ? 'complaint' : 'complaints'}, ${sales} ${sales === 1 ? 'chance' : 'chances'} to sell`,
    kinds: { complaint: 'complaint', sales: 'chance to sell' },
  },
};
