import type { CommunityReply, CommunityRequest } from './local-community.js';

/** A question as the API gives it; fields: api.stackexchange.com/docs/types/question. */
interface ApiQuestion {
  readonly question_id: number;
  readonly [field: string]: unknown;
}

/** A Stack Exchange community that answers as the API 2.3 does, in pages of two. */
export class StackExchangeSite {
  readonly questions = new Map<number, ApiQuestion>();
  readonly answers: { readonly question_id: number; readonly [field: string]: unknown }[] = [];
  isOpen: () => boolean = () => true;
  key: string | null = null;
  backoff: number | null = null;
  quotaLeft = 280;

  add(id: number, title: string, answer: string, fields: Readonly<Record<string, unknown>> = {}): void {
    this.questions.set(id, {
      question_id: id,
      title,
      body: '<p>Mine is white.</p>',
      link: `https://tea.stackexchange.com/questions/${id}/x`,
      tags: ['kettle'],
      is_answered: true,
      accepted_answer_id: id + 1000,
      answer_count: 1,
      creation_date: 1_735_700_000 + id,
      last_activity_date: 1_735_800_000,
      owner: { display_name: 'Asker &amp; Co', user_id: 1 },
      content_license: 'CC BY-SA 4.0',
      ...fields,
    });
    this.answers.push({
      answer_id: id + 1000,
      question_id: id,
      is_accepted: true,
      score: 7,
      body: `<p>${answer}</p>`,
      creation_date: 1_735_750_000,
      owner: { display_name: 'Tea Master', user_id: 2, reputation: 1234 },
      content_license: 'CC BY-SA 4.0',
    });
  }

  answer({ url }: CommunityRequest): CommunityReply {
    const error = (id: number, name: string) => ({
      status: 400,
      body: { error_id: id, error_name: name, error_message: name },
    });
    if (!this.isOpen()) return error(405, 'key_required');
    if (this.key !== null && url.searchParams.get('key') !== this.key) return error(400, 'bad_parameter');
    const [, ids, part] = /\/questions\/([\d;]+)(\/answers)?$/.exec(url.pathname) ?? [];
    const wanted = ids?.split(';').map(Number);
    const isWithBody = url.searchParams.get('filter') === 'withbody';
    const all =
      part === '/answers'
        ? this.answers.filter(({ question_id: id }) => wanted?.includes(id) && this.questions.has(id))
        : [...this.questions.values()].filter(({ question_id: id }) => wanted?.includes(id) ?? true);
    const asked = wanted ? all : all.filter(({ accepted_answer_id: id }) => id !== undefined);
    const page = Number(url.searchParams.get('page') ?? 1);
    const items = asked
      .slice(page * 2 - 2, page * 2)
      .map(({ body, ...fields }) => (isWithBody ? { ...fields, body } : fields));
    this.quotaLeft -= 1;
    return {
      body: {
        items,
        has_more: asked.length > page * 2,
        quota_max: 300,
        quota_remaining: this.quotaLeft,
        ...(this.backoff === null ? {} : { backoff: this.backoff }),
      },
    };
  }
}
