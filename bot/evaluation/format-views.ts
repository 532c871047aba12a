import { type CustomerView, meanView, type SetView } from './customer-view.js';
import { tableOf } from './table.js';

/** Views as a table: a line for each set, number of labels and kind of question, and the means over sets. */
export function formatViews(views: readonly SetView[]): string {
  const rows = views.flatMap(({ set, byLabels }) =>
    byLabels.flatMap(({ labels, byKind }) =>
      Object.entries(byKind).map(([kind, view]) => ({ set, labels, kind, view })),
    ),
  );
  const groups = new Map<string, { labels: number; kind: string; views: CustomerView[] }>();
  for (const { labels, kind, view } of rows) {
    const key = `${labels} ${kind}`;
    const group = groups.get(key) ?? { labels, kind, views: [] };
    group.views.push(view);
    groups.set(key, group);
  }
  const means = [...groups.values()].map(({ labels, kind, views }) => ({
    set: 'mean',
    labels,
    kind,
    view: meanView(views),
  }));
  const cells = [...rows, ...means].map(({ set, labels, kind, view }) => [
    ...[set, String(labels), kind, view.asked.toFixed(0)],
    ...[view.first, view.right, view.choices, view.wrong, view.person, view.line, view.named].map((share) =>
      share.toFixed(3),
    ),
  ]);
  return `${tableOf([HEADINGS, ...cells])}

What customers see, by the bot's own decisions, as shares: "first" the right answer is first in the search; then what is shown:
"right" the right answer, with or without doubt; "choices" the right question among those to choose from; "wrong" a wrong answer;
"person" whatever else. "line" an answer below a line on what it does not mention, "named" one that names the word that was changed. Labels are drawn from a set's own questions and left out of its count (mean of 20 draws).`;
}

const HEADINGS = [
  'set',
  'labels',
  'kind',
  'asked',
  'first',
  'right',
  'choices',
  'wrong',
  'person',
  'line',
  'named',
];
