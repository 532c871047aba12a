/** Fields of a row of question and answer, with what exports call them; the first of a field is its name here. */
const HEADINGS = {
  id: ['id', 'nr', 'nummer', 'number', 'key', 'question id', 'vraag id'],
  question: [
    'question',
    'vraag',
    'frage',
    'title',
    'titel',
    'subject',
    'onderwerp',
    'question text',
    'question posée',
  ],
  answer: [
    'answer',
    'antwoord',
    'antwort',
    'accepted answer',
    'reply',
    'oplossing',
    'solution',
    'answer text',
    'réponse',
    'meilleure réponse',
    'lösung',
    'best answer',
    'beste antwoord',
    'beste antwort',
  ],
  author: ['author', 'auteur', 'autor', 'author name', 'answered by', 'beantwoord door'],
  rank: ['rank', 'rang', 'author rank'],
  language: ['language', 'lang', 'taal', 'sprache'],
  url: ['url', 'link'],
  createdAt: ['created at', 'created', 'creation date', 'date', 'datum', 'aangemaakt', 'aangemaakt op'],
  votes: ['votes', 'stemmen', 'score', 'likes'],
  tags: ['tags', 'labels', 'trefwoorden', 'keywords'],
  licence: ['licence', 'license', 'licentie'],
  format: ['format', 'formaat'],
} as const;

export type RowField = keyof typeof HEADINGS;

/** What a row must have. */
export const NEEDED: readonly RowField[] = ['question', 'answer'];

const FIELDS: ReadonlyMap<string, { readonly field: RowField; readonly order: number }> = new Map(
  (Object.keys(HEADINGS) as RowField[]).flatMap((field) =>
    HEADINGS[field].map((name, order) => [bare(name), { field, order }] as const),
  ),
);

/** The field that a heading stands for, whatever its case, spaces, signs and notes in brackets (`Created_At`, `VRAAG (kort)`); null for others. */
export function fieldOfHeading(heading: string): RowField | null {
  return knownAs(heading)?.field ?? null;
}

/** The field of each heading, each field once: where two headings mean one, the plainer wins. */
export function fieldsOfHeadings(headings: readonly string[]): (RowField | null)[] {
  const found = headings.map((heading) => knownAs(heading) ?? null);
  return found.map((each, place) => {
    const isTaken = found.some(
      (other, otherPlace) =>
        each !== null &&
        other?.field === each.field &&
        (other.order < each.order || (other.order === each.order && otherPlace < place)),
    );
    return isTaken ? null : (each?.field ?? null);
  });
}

function knownAs(heading: string) {
  return FIELDS.get(bare(heading)) ?? FIELDS.get(bare(heading.replace(/\([^()]*\)|\[[^[\]]*\]/g, '')));
}

function bare(heading: string): string {
  return heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
