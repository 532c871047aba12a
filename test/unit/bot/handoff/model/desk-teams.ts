/** Units that each agent can have, where conversations are offered. */
export const CAPACITY = 2;

/** The desk's teams, where conversations are offered. */
export const TEAMS = {
  capacity: CAPACITY,
  weights: { '*': 1 },
  teams: [
    { id: 'complaints', name: { nl: 'Klachten', en: 'Complaints' }, for: { reasons: ['complaint'] } },
    { id: 'service', name: { nl: 'Klantenservice', en: 'Customer service' } },
  ],
  members: {
    'sanne@example.com': { teams: ['complaints', 'service'] },
    'joris@example.com': { languages: ['en'] },
  },
};
