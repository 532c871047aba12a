import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hit } from '../../index/contracts/search.js';
import { openEmbedder } from '../../index/embedder/open-embedder.js';
import { openKnowledgeBase } from '../../index/knowledge-base.js';
import { systemClock } from '../../index/platform/clock.js';
import { silentLog } from '../../index/platform/log.js';
import { parseSettings } from '../../index/platform/settings.js';
import { createReleaseStore } from '../../index/releases/create-release-store.js';
import { embedderOptions, indexSettings } from '../../index/settings.js';
import { runIngest } from '../../ingest/run-ingest.js';
import { ingestSettings } from '../../ingest/settings.js';

interface Question {
  readonly text: string;
  readonly relevant: readonly string[];
  readonly split: 'fit' | 'report';
}

/** What stands first, and is told, where articles of the company stand beside the samples. */
interface ArticleFigures {
  /** Of questions that the community answers: its right answer stands first, and is told without doubt. */
  readonly community: { readonly asked: number; readonly first: number; readonly told: number };
  /** Of these an article stands first. */
  readonly articleBefore: number;
  /** Of questions that only an article answers: it stands first, and is told. */
  readonly articles: { readonly asked: number; readonly first: number; readonly told: number };
  /** Of questions that nothing answers: something is told. */
  readonly toldWrongly: { readonly asked: number; readonly told: number };
}

const HELP = 'help=articles:data/evaluation/articles?company=Zwaluw';

/** How often the community's answer, and the company's article, comes first where both are there; without articles as well. */
export async function measureArticles(): Promise<Readonly<Record<string, unknown>>> {
  const settings = parseSettings({ ...indexSettings, ...ingestSettings }, {});
  const embedder = await openEmbedder(embedderOptions(settings));
  const found: Record<string, unknown> = {};
  try {
    for (const [name, more] of [
      ['without articles', []],
      ['with articles', [HELP]],
    ] as const) {
      const folder = mkdtempSync(join(tmpdir(), 'bench-'));
      const directory = join(folder, 'releases');
      const releases = createReleaseStore({ directory, now: () => systemClock.now() });
      const sources = [...settings.INGEST_SOURCES, ...more];
      await runIngest({
        runtimeDirectory: folder,
        settings: { ...settings, INGEST_SOURCES: sources },
        releases,
        embedder,
      });
      const knowledgeBase = await openKnowledgeBase({ directory, embedder, log: silentLog });
      const ask = async ({ text }: Question) => (await knowledgeBase.search(text)).hits;
      const answer = knowledgeBase.status()?.bands.answer ?? 1;
      found[name] = { fit: await half('fit', ask, answer), report: await half('report', ask, answer) };
      await knowledgeBase.close();
      rmSync(folder, { recursive: true, force: true });
    }
  } finally {
    await embedder.close();
  }
  return found;
}

async function half(
  split: Question['split'],
  ask: (question: Question) => Promise<readonly Hit[]>,
  answer: number,
): Promise<ArticleFigures> {
  const read = (file: string) =>
    readFileSync(`data/evaluation/${file}.jsonl`, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Question)
      .filter((question) => question.split === split);
  const samples = [...read('questions-nl'), ...read('questions-en')];
  const community = await firsts(
    samples.filter(({ relevant }) => relevant.length > 0),
    ask,
    answer,
  );
  const articles = await firsts(read('questions-articles'), ask, answer);
  const nothing = await firsts(
    samples.filter(({ relevant }) => relevant.length === 0),
    ask,
    answer,
  );
  return {
    community: { asked: community.asked, first: community.right, told: community.rightTold },
    articleBefore: community.articles,
    articles: { asked: articles.asked, first: articles.right, told: articles.rightTold },
    toldWrongly: { asked: nothing.asked, told: nothing.told },
  };
}

async function firsts(
  questions: readonly Question[],
  ask: (question: Question) => Promise<readonly Hit[]>,
  answer: number,
) {
  const counts = { asked: questions.length, right: 0, rightTold: 0, articles: 0, told: 0 };
  for (const question of questions) {
    const [first] = await ask(question);
    const isTold = (first?.confidence.probability ?? 0) >= answer;
    const isRight = first !== undefined && question.relevant.includes(first.item.id);
    counts.right += Number(isRight);
    counts.rightTold += Number(isRight && isTold);
    counts.articles += Number(first?.item.isOfficial === true);
    counts.told += Number(isTold);
  }
  return counts;
}
