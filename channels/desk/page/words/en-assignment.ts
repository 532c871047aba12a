import type { AssignmentWords } from './assignment-words.js';

/** Offers, teams and availability in English. */
export const assignmentEn: AssignmentWords = {
  status: 'Status',
  statuses: { available: 'Available', away: 'Away' },
  load: (load, capacity) => (capacity === null ? `load: ${load}` : `load: ${load} of ${capacity}`),
  awayForMissing: 'You are set to away, because you did not take two conversations.',
  available: 'I am back',
  offers: 'For you',
  offered: (names) =>
    names.length === 1 ? `${names[0]} is offered to you.` : `For you: ${names.join(', ')}.`,
  left: (left) => `${left} left`,
  take: 'Take',
  takeFrom: (customer) => `Take: ${customer}`,
  decline: 'Decline',
  declineFrom: (customer) => `Decline: ${customer}`,
  offeredTo: (agent) => `offered to ${agent}`,
  team: 'Team',
  allTeams: 'All teams',
  nobodyInTeam: 'Nobody waits for this team.',
  offeredToOther: (agent) => `This conversation is offered to ${agent} now. Try again in half a minute.`,
  promise: {
    title: 'Answer promised',
    left: (duration) => `answer promised: ${duration} left`,
    before: (deadline) => `answer promised before ${deadline}`,
    stopped: 'promise stands still: it is the customer’s turn',
    broken: 'answer is late',
    atRisk: (names) =>
      names.length === 1
        ? `Almost late: ${names[0]} is waiting for a promised answer.`
        : `Almost late: ${names.length} customers are waiting for a promised answer.`,
    show: 'Show',
    rating: { title: 'Satisfaction', score: (score) => `${score} of 5`, comment: 'Comment' },
  },
};
