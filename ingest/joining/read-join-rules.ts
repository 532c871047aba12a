import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { recordIn } from '../../index/platform/is-record.js';
import { ingestErrors } from '../errors.js';
import type { JoinRule } from './contracts.js';

/** More rules than this nobody wrote by hand. */
const MOST_RULES = 10_000;

/**
 * Reads what content people settled about pairs of threads: JSONL, a row `{"rule": "join" | "separate", "threads": [A, B]}` each, with
 * whatever else they note in it ("by", "why"). A file that is not there holds no rules.
 * @throws JOIN_RULES_INVALID with the line
 */
export function readJoinRules(path: string): JoinRule[] {
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, 'utf8').split('\n');
  const rules = lines.flatMap((line, at) => (line.trim() === '' ? [] : [ruleIn(line, path, at + 1)]));
  if (rules.length > MOST_RULES)
    throw ingestErrors.JOIN_RULES_INVALID({
      path,
      line: MOST_RULES + 1,
      reason: `more than ${MOST_RULES} rules`,
    });
  return rules;
}

function ruleIn(text: string, path: string, line: number): JoinRule {
  const invalid = (reason: string) => ingestErrors.JOIN_RULES_INVALID({ path, line, reason });
  const row = recordIn(text);
  if (row === null) throw invalid('it is no JSON object');
  const { rule, threads } = row;
  if (rule !== 'join' && rule !== 'separate') throw invalid('"rule" must be "join" or "separate"');
  const names: unknown[] = Array.isArray(threads) ? threads : [];
  const [one, other] = names;
  if (names.length !== 2 || typeof one !== 'string' || typeof other !== 'string' || one === other)
    throw invalid('"threads" must be two different ids or links');
  return { rule, threads: [one, other], position: `${basename(path)} line ${line}` };
}
