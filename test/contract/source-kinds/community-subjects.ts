import { existsSync } from 'node:fs';
import { discourseKind } from '../../../ingest/sources/discourse/discourse-kind.js';
import { qaPagesKind } from '../../../ingest/sources/qa-pages/qa-pages-kind.js';
import { stackExchangeApiKind } from '../../../ingest/sources/stack-exchange-api/stack-exchange-api-kind.js';
import { DiscourseCommunity } from '../../support/communities/discourse-community.js';
import type { LocalCommunity } from '../../support/communities/local-community.js';
import { QuestionWebsite, questionPage } from '../../support/communities/question-website.js';
import { StackExchangeSite } from '../../support/communities/stack-exchange-site.js';
import type { KindSubject } from './describe-source-kind.js';

/** A Discourse community behind a key, with a topic of more posts than come at once, and a broken one. */
export function discourseSubject(server: LocalCommunity, shape: DiscourseCommunity['shape']): KindSubject {
  let community = new DiscourseCommunity(shape);
  return {
    title: `a Discourse community with ${shape}`,
    kind: discourseKind,
    kettleId: '2',
    failedId: '3',
    prepare(folder) {
      community = new DiscourseCommunity(shape);
      community.isOpen = () => existsSync(folder);
      server.respond = (request) => community.answer(request);
      community.addTopic('Which beans?', '<p>For espresso.</p>', '2025-01-01T08:00:00.000Z');
      const kettle = community.addTopic('How do I descale it?', '<p>White.</p>', '2025-01-02T08:00:00.000Z', [
        'kettle',
      ]);
      for (let day = 0; day < 30; day += 1) {
        community.reply(kettle, 'Guest', `<p>Reply ${day}</p>`, '2025-01-03T08:00:00.000Z');
      }
      const answer = community.reply(
        kettle,
        'Tea Master',
        '<p>Use vinegar.</p>',
        '2025-01-04T08:00:00.000Z',
        7,
      );
      kettle.accepted = [answer.number];
      const broken = community.addTopic('Broken?', '<p>Yes.</p>', '2025-01-05T08:00:00.000Z');
      const moka = community.addTopic('Moka pot?', '<p>Leaks.</p>', '2025-01-06T08:00:00.000Z');
      for (const topic of [broken, moka]) {
        topic.accepted = [
          community.reply(topic, 'Guest', '<p>A new ring.</p>', '2025-01-07T08:00:00.000Z').number,
        ];
      }
      broken.isBroken = true;
      return server.base;
    },
    environment(secret) {
      community.key = `bot:${secret}`;
      return {
        DISCOURSE_API_KEYS: `${server.host}=bot:${secret}`,
        INGEST_INTRANET_HOSTS: server.host,
      };
    },
    removeKettle: () => void community.topics.delete(2),
  };
}

/** A Stack Exchange community behind a key, of which one question comes without its answers. */
export function stackExchangeApiSubject(server: LocalCommunity): KindSubject {
  let site = new StackExchangeSite();
  return {
    title: 'a Stack Exchange community over its API',
    kind: stackExchangeApiKind,
    kettleId: '2',
    failedId: '3',
    prepare(folder) {
      site = new StackExchangeSite();
      site.isOpen = () => existsSync(folder);
      server.respond = (request) => site.answer(request);
      site.add(1, 'Which beans?', 'Fresh ones.');
      site.add(2, 'How do I descale it?', 'Use vinegar.');
      site.add(3, 'Broken?', 'Yes.');
      site.add(4, 'Unanswered?', 'Maybe.', { accepted_answer_id: undefined });
      site.answers.splice(2, 1);
      return `tea?api=${server.base}/2.3`;
    },
    environment(secret) {
      site.key = secret;
      return { STACK_EXCHANGE_API_KEY: secret, INGEST_INTRANET_HOSTS: server.host };
    },
    removeKettle: () => void site.questions.delete(2),
  };
}

/** A website with questions as JSON-LD, of which one is broken. */
export function qaPagesSubject(server: LocalCommunity): KindSubject {
  let site = new QuestionWebsite(server.base);
  const kettle = '/q/2?page=1&x=2';
  return {
    title: 'a website with question pages',
    kind: qaPagesKind,
    kettleId: kettle,
    failedId: '/q/3',
    prepare(folder) {
      site = new QuestionWebsite(server.base);
      site.isOpen = () => existsSync(folder);
      server.respond = (request) => site.answer(request);
      const answer = { '@type': 'Answer', text: 'A new ring.', upvoteCount: '2', author: 'Guest' };
      site.add('/q/1', questionPage({ '@type': 'Question', name: 'Moka pot?', acceptedAnswer: answer }));
      site.add(
        kettle,
        questionPage({
          '@type': 'Question',
          name: 'How do I descale it?',
          keywords: 'kettle, tea',
          datePublished: '2025-01-02T08:00Z',
          acceptedAnswer: [
            {
              '@type': 'Answer',
              text: '&lt;p&gt;Use vinegar.&lt;/p&gt;',
              upvoteCount: 7,
              author: [{ '@type': 'Person', name: 'Tea Master' }],
              datePublished: '2025-01-03',
            },
          ],
          suggestedAnswer: { text: 'Buy another.', upvoteCount: 9, datePublished: '2025-01-02' },
        }),
        null,
        '"1"',
      );
      site.add('/q/3', '<script type="application/ld+json">{"@type":"QAPage", mainEntity}</script>');
      site.add('/private/4', questionPage({ name: 'Secret?', acceptedAnswer: answer }));
      return server.base;
    },
    environment: () => ({ INGEST_INTRANET_HOSTS: server.host }),
    removeKettle: () => void site.pages.delete(kettle),
  };
}
