/** Words that say nothing of what a text is about, in Dutch and English; those shorter than four letters are left out anyway. */
const COMMON = new Set(
  (
    'deze dit dat het een voor naar niet wel geen meer nog maar ook dan als hier daar waar wanneer hoe heeft hebt hebben ' +
    'kan kunt kunnen mag moet moeten wordt worden zijn was waren sinds vanaf inmiddels tegenwoordig oude oud nieuw nieuwe ' +
    'antwoord vraag topic draadje hierboven bovenstaand klopt veranderd achterhaald verouderd update aanvulling correctie ' +
    'gewoon alleen alle alles even graag bedankt dank iemand iets niets jaar maand week vorig laatste tijd zelf zonder ' +
    'with this that these those from have has had will would should could your yours mine they them their there here what ' +
    'when where which does doesn done been being were longer anymore about into than then also only just still more most ' +
    'answer question thread topic post above accepted outdated changed correct right true wrong since nowadays now old new ' +
    'correction addition reading people anyone everybody thanks thank year month week last time some something nothing very'
  ).split(' '),
);

/** What two spellings of a word have in common. */
const STEM = 5;

/** The words a text is about, cut to their beginnings; codes and numbers of two signs and more count. */
export function subjectWords(text: string): Set<string> {
  const found = text
    .toLowerCase()
    .normalize('NFKC')
    .match(/[\p{L}\p{N}]+/gu);
  return new Set(
    (found ?? [])
      .filter((word) => !COMMON.has(word) && !/^(?:19|20)\d\d$/.test(word))
      .filter((word) => word.length >= 4 || (word.length >= 2 && /\p{N}/u.test(word)))
      .map((word) => (/\p{N}/u.test(word) ? word : word.slice(0, STEM))),
  );
}

/** How many words two texts are about are the same. */
export function sharedSubjects(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  return [...left].filter((word) => right.has(word)).length;
}
