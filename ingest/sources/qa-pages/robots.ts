/** What a website's robots.txt says (RFC 9309). */
export interface Robots {
  /** Addresses of sitemaps. */
  readonly sitemaps: readonly string[];
  /** Seconds between two requests, where it asks for some; else 0. */
  readonly delay: number;
  /** Whether a path with its search may be read. */
  allows(path: string): boolean;
}

interface Rule {
  readonly isAllowed: boolean;
  readonly pattern: string;
}

interface Group {
  readonly agents: string[];
  readonly rules: Rule[];
  delay: number;
}

/** More is not read (RFC 9309, 2.5, asks for at least so many). */
const MOST_CHARACTERS = 512 * 1024;
const LONGEST_DELAY = 30;

/**
 * Reads robots.txt for a robot: the groups that name it, else those for everybody. The longest rule that fits decides, and
 * of two equally long ones that which allows.
 * @param agent product token in lower case, such as `communitysupportbot`
 */
export function readRobots(text: string, agent: string): Robots {
  const groups: Group[] = [];
  const sitemaps: string[] = [];
  let isNaming = false;
  for (const line of text.slice(0, MOST_CHARACTERS).split(/\r\n|\r|\n/)) {
    const [, word = '', written = ''] = /^\s*([a-z-]+)\s*:\s*([^#]*)/i.exec(line) ?? [];
    const value = written.trim();
    const field = word.toLowerCase();
    if (field === 'sitemap' && value !== '') sitemaps.push(value);
    if (field === 'user-agent') {
      if (!isNaming) groups.push({ agents: [], rules: [], delay: 0 });
      groups.at(-1)?.agents.push(value.toLowerCase());
      isNaming = true;
      continue;
    }
    if (field === '' || field === 'sitemap') continue;
    isNaming = false;
    const group = groups.at(-1);
    if (!group) continue;
    if ((field === 'allow' || field === 'disallow') && value !== '') {
      group.rules.push({ isAllowed: field === 'allow', pattern: value });
    } else if (field === 'crawl-delay' && Number(value) > 0) {
      group.delay = Math.min(Number(value), LONGEST_DELAY);
    }
  }
  const own = groups.filter(({ agents }) => agents.includes(agent));
  const counting = own.length > 0 ? own : groups.filter(({ agents }) => agents.includes('*'));
  const rules = counting.flatMap((group) => group.rules);
  return {
    sitemaps,
    delay: Math.max(0, ...counting.map(({ delay }) => delay)),
    allows(path) {
      const fitting = rules
        .filter(({ pattern }) => fits(path, pattern))
        .sort((a, b) => b.pattern.length - a.pattern.length || Number(b.isAllowed) - Number(a.isAllowed));
      return fitting[0]?.isAllowed ?? true;
    },
  };
}

/** Whether a path begins as a pattern says; `*` stands for anything, `$` at its end for the end. Linear in both. */
function fits(path: string, pattern: string): boolean {
  const isToEnd = pattern.endsWith('$');
  const parts = (isToEnd ? pattern.slice(0, -1) : pattern).split('*');
  const [first = '', ...others] = parts;
  if (!path.startsWith(first)) return false;
  let at = first.length;
  for (const [place, part] of others.entries()) {
    if (isToEnd && place === others.length - 1) return path.length - part.length >= at && path.endsWith(part);
    const found = path.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return !isToEnd || at === path.length;
}
