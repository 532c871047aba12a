import { type FloodPlan, startFlood } from './run-flood.js';

/*
 * The attacker as a process of its own: `node flood-process.js PLAN`, a FloodPlan in JSON. It floods until it hears 'stop', and
 * answers with what came of it.
 */
const flood = startFlood(JSON.parse(process.argv[2] ?? '{}') as FloodPlan);
process.on('message', (word) => {
  if (word === 'counts') process.send?.(flood.counts());
  if (word !== 'stop') return;
  process.send?.(flood.counts(), () => process.exit(0));
});
process.on('disconnect', () => process.exit(0));
