import { tellsToDo } from '../../../index/language/tells-to-do.js';
import { stripMarkdown } from '../text/strip-markdown.js';
import { isOfPage } from './drop-page-noise.js';

/** Whose names stand around a reply. */
interface NamesAround {
  readonly author: string;
  readonly others: readonly string[];
  readonly asker: string | null;
}

/** A line with a name beside words of the page: "Accepted by Jan", "Jan wrote". In words. */
const MOST_WORDS = 5;
/** Below their own name people put so many lines. */
const MOST_LINES_SIGNED = 3;
const MOST_SIGNED = 160;

/**
 * Takes the lines out of a reply in Markdown that a page or a signature made of members' names: the writer's own name by itself, "Accepted by
 * Jan", and what stands below the end behind "Ans, three cats and a boiler".
 */
export function dropNamed(markdown: string, { author, others, asker }: NamesAround): string {
  const names = [author, ...others, ...(asker === null ? [] : [asker])].filter((name) => name.length > 1);
  const lines = withoutSigned(markdown, author).split('\n');
  const kept = lines.filter((line) => !isOfNames(stripMarkdown(line), names, author));
  return kept.some((line) => /\p{L}/u.test(line)) ? kept.join('\n').trim() : markdown;
}

function isOfNames(line: string, names: readonly string[], author: string): boolean {
  if (line === '' || line.split(' ').length > MOST_WORDS || /[.?!:]\s*$/.test(line)) return false;
  if (line === author) return true;
  const rest = names.reduce((text, name) => text.replace(name, ' '), line);
  // A second name stands for the one that was taken out: the page's words alone are too few to tell.
  return rest !== line && isOfPage(`${rest.trim()} 1`);
}

/** What opens with the writer's own name at the end of a reply is their signature; so is all below it. */
function withoutSigned(markdown: string, author: string): string {
  if (author.length < 2 || author === 'anonymous') return markdown;
  const lines = markdown.split('\n');
  const from = lines.findLastIndex((line) => {
    const plain = stripMarkdown(line);
    return plain.startsWith(author) && /^(?: ?[,|/•·–—~-]| ?$)/.test(plain.slice(author.length));
  });
  const below = lines.slice(from).filter((line) => line.trim() !== '');
  const isSigned =
    from > 0 &&
    below.length <= MOST_LINES_SIGNED &&
    below.join(' ').length <= MOST_SIGNED &&
    !below.some((line) => tellsToDo(line) || /[€£$]/.test(line));
  return isSigned ? lines.slice(0, from).join('\n').trim() : markdown;
}
