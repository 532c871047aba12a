import { z } from 'zod';
import type { Member, RoutedTeam, Routing } from '../assignment/routing.js';
import { ALL_LANGUAGES, USUAL_CAPACITY, USUAL_WEIGHTS, weigher } from '../assignment/routing.js';
import { botErrors } from '../errors.js';
import { complaintsOf, readJsonFile } from './read-json-file.js';

const MOST_TEAMS = 50;
const MOST_MEMBERS = 1_000;
const MOST_WORDS = 100;
const MOST_UNITS = 100;

const REASONS = [
  ...(['asked', 'account', 'order', 'complaint', 'not-sure', 'not-helpful'] as const),
  ...(['sensitive', 'sales', 'company-only', 'abuse', 'no-match', 'near-tie', 'mood'] as const),
  ...(['failure', 'not-ready', 'danger', 'bereavement', 'elsewhere'] as const),
] as const;
const LANGUAGES = ['nl', 'en'] as const;

const units = z.int().min(1, 'must be 1 unit or more').max(MOST_UNITS, `must be ${MOST_UNITS} units at most`);
const minutes = z.number().min(0, 'must be 0 minutes or more').max(1_440, 'must be a day at most');
const id = z.string().regex(/^[a-z0-9-]{1,40}$/, 'must be of small letters, digits and "-"');
const name = z.string().trim().min(1, 'must not be empty').max(40, 'must be 40 characters at most');
const email = z.string().trim().toLowerCase().pipe(z.email('is not an e-mail address'));
const word = z.string().trim().toLowerCase().min(2, 'must have two letters or more').max(40);
const languages = z.array(z.enum(LANGUAGES)).min(1, 'must name a language, "nl" or "en"');

const rule = z.strictObject({
  reasons: z.array(z.enum(REASONS)).min(1, 'must name a reason').optional(),
  languages: languages.optional(),
  channels: z.array(z.string().min(1)).min(1, 'must name a channel by its id').optional(),
  words: z.array(word).min(1, 'must have a word').max(MOST_WORDS).optional(),
});
const team = z.strictObject({
  id,
  name: z.strictObject({ nl: name, en: name }),
  for: rule.refine((parts) => Object.keys(parts).length > 0, 'must say what the team is for').optional(),
});
const member = z.strictObject({
  teams: z.array(id).min(1, 'must name a team').optional(),
  languages: languages.optional(),
  capacity: units.optional(),
});
const schema = z
  .strictObject({
    capacity: units.default(USUAL_CAPACITY),
    weights: z.record(z.string(), units).default({ ...USUAL_WEIGHTS }),
    dropLanguageAfterMinutes: minutes.default(2),
    dropTeamAfterMinutes: minutes.default(5),
    teams: z.array(team).min(1, 'must have a team').max(MOST_TEAMS, `must be ${MOST_TEAMS} teams at most`),
    members: z
      .record(email, member)
      .refine((people) => Object.keys(people).length <= MOST_MEMBERS, `must be ${MOST_MEMBERS} at most`)
      .default({}),
  })
  .superRefine(({ capacity, weights, teams, members }, context) => {
    const complain = (path: (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path, message });
    const ids = teams.map((each) => each.id);
    teams.forEach((each, at) => {
      const isLast = at === teams.length - 1;
      if (ids.indexOf(each.id) !== at) complain(['teams', at, 'id'], 'is the id of two teams');
      if (isLast && each.for)
        complain(['teams', at, 'for'], 'must be left out of the last team: it takes the rest');
      if (!isLast && !each.for)
        complain(['teams', at, 'for'], 'is needed: nothing would reach the teams after it');
    });
    const heaviest = Math.max(...Object.values(weights), 1);
    const tooSmall = `must hold the heaviest channel, which takes ${heaviest} units`;
    if (capacity < heaviest) complain(['capacity'], tooSmall);
    for (const [who, { teams: theirs = [], capacity: own = capacity }] of Object.entries(members)) {
      for (const unknown of theirs.filter((one) => !ids.includes(one)))
        complain(['members', who, 'teams'], `names the team "${unknown}", which there is not`);
      if (own < heaviest) complain(['members', who, 'capacity'], tooSmall);
    }
  });

/**
 * Reads the teams of the desk: what each is for, who is in it, and how much an agent can have.
 * @throws DESK_TEAMS_UNREADABLE, DESK_TEAMS_INVALID with all complaints at once
 */
export function readDeskTeams(path: string): Routing {
  const result = schema.safeParse(readJsonFile(path, botErrors.DESK_TEAMS_UNREADABLE));
  if (!result.success) {
    throw botErrors.DESK_TEAMS_INVALID({ path, complaints: complaintsOf(result.error) });
  }
  const { capacity, weights, teams, members, dropLanguageAfterMinutes, dropTeamAfterMinutes } = result.data;
  const rest = new Set([teams.at(-1)?.id ?? '']);
  const anybody: Member = { teams: rest, languages: ALL_LANGUAGES, capacity };
  const known = new Map(
    Object.entries(members).map(([who, own]): [string, Member] => [
      who,
      {
        teams: own.teams ? new Set(own.teams) : rest,
        languages: own.languages ? new Set(own.languages) : ALL_LANGUAGES,
        capacity: own.capacity ?? capacity,
      },
    ]),
  );
  return {
    teams: teams.map(toTeam),
    memberOf: (who) => known.get(who) ?? anybody,
    weightOf: weigher(weights),
    languageMs: dropLanguageAfterMinutes * 60_000,
    teamMs: dropTeamAfterMinutes * 60_000,
  };
}

function toTeam({ for: parts, ...shown }: z.infer<typeof team>): RoutedTeam {
  if (!parts) return { ...shown, rule: null };
  const { reasons, languages: spoken, channels, words } = parts;
  return {
    ...shown,
    rule: {
      reasons: reasons ? new Set(reasons) : null,
      languages: spoken ? new Set(spoken) : null,
      channels: channels ? new Set(channels) : null,
      words: words ?? null,
    },
  };
}
