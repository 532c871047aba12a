import { existsSync } from 'node:fs';
import { gainsightKind } from '../../../ingest/sources/gainsight/gainsight-kind.js';
import { khorosKind } from '../../../ingest/sources/khoros/khoros-kind.js';
import { zendeskKind } from '../../../ingest/sources/zendesk/zendesk-kind.js';
import { GainsightCommunity } from '../../support/communities/gainsight-community.js';
import { KhorosCommunity } from '../../support/communities/khoros-community.js';
import type { LocalCommunity } from '../../support/communities/local-community.js';
import { ZendeskCentre } from '../../support/communities/zendesk-centre.js';
import type { KindSubject } from './describe-source-kind.js';

/** A community on Gainsight, where one question has a best answer that none of its replies is. */
export function gainsightSubject(server: LocalCommunity): KindSubject {
  let community = new GainsightCommunity();
  return {
    title: 'a community on Gainsight',
    kind: gainsightKind,
    kettleId: '2',
    failedId: '3',
    prepare(folder) {
      community = new GainsightCommunity();
      community.isOpen = () => existsSync(folder);
      server.respond = (request) => community.answer(request);
      community.add(1, 'Which beans?', 'Fresh ones.');
      community.add(2, 'How do I descale it?', 'Use vinegar.');
      community.add(3, 'Broken?', 'Yes.').replies.pop();
      community.add(4, 'Unanswered?', 'Maybe.', { bestAnswer: false });
      return `${server.base}?api=${server.base}`;
    },
    environment(secret) {
      community.secret = secret;
      return { GAINSIGHT_CLIENTS: `${server.host}=client:${secret}`, INGEST_INTRANET_HOSTS: server.host };
    },
    removeKettle: () => void community.questions.delete(2),
  };
}

/** A Khoros community behind a session, of whose topics one is solved by a reply that it does not mark. */
export function khorosSubject(server: LocalCommunity): KindSubject {
  let community = new KhorosCommunity();
  return {
    title: 'a Khoros community',
    kind: khorosKind,
    kettleId: '20',
    failedId: '30',
    prepare(folder) {
      community = new KhorosCommunity();
      community.isOpen = () => existsSync(folder);
      server.respond = (request) => community.answer(request);
      const reply = { depth: 1, login: 'Tea Master', kudos: 7, isSolution: true };
      for (const [id, subject, body] of [
        ['10', 'Which beans?', 'Fresh ones.'],
        ['20', 'How do I descale it?', 'Use vinegar.'],
        ['30', 'Broken?', 'Yes.'],
      ] as const) {
        community.add(id, subject, '<p>Mine is white.</p>');
        community.add(`${id}1`, `Re: ${subject}`, '<p>Same here.</p>', { topic: id, depth: 1 });
        community.add(`${id}2`, `Re: ${subject}`, `<p>${body}</p>`, { ...reply, topic: id });
      }
      community.isUnmarked = (message) => message.topic === '30';
      return server.base;
    },
    environment(secret) {
      community.key = secret;
      return { KHOROS_CREDENTIALS: `${server.host}=session:${secret}`, INGEST_INTRANET_HOSTS: server.host };
    },
    removeKettle() {
      for (const message of community.messages) if (message.topic === '20') message.isHidden = true;
    },
  };
}

/** The community of a help centre behind a token, with a post whose comment cannot be read. */
export function zendeskPostsSubject(server: LocalCommunity): KindSubject {
  let centre = new ZendeskCentre();
  return {
    title: 'a community on Zendesk',
    kind: zendeskKind,
    kettleId: '2',
    failedId: '3',
    prepare(folder) {
      centre = new ZendeskCentre();
      centre.isOpen = () => existsSync(folder);
      server.respond = (request) => centre.answer(request);
      centre.comment(centre.addPost(1, 'Which beans?'), 2, '<p>Fresh ones.</p>', { official: true });
      const kettle = centre.addPost(2, 'How do I descale it?');
      for (let count = 0; count < 3; count += 1) centre.comment(kettle, 1, '<p>Same here.</p>');
      centre.comment(kettle, 2, '<p>Use vinegar.</p>', { official: true, vote_sum: 7 });
      centre.comment(centre.addPost(3, 'Broken?'), 2, '<p>Yes.</p>', { vote_sum: 'many' });
      centre.addPost(4, 'Unanswered?');
      return server.base;
    },
    environment(secret) {
      centre.token = `bot@example.com/token:${secret}`;
      return {
        ZENDESK_TOKENS: `${server.host}=bot@example.com/token:${secret}`,
        INGEST_INTRANET_HOSTS: server.host,
      };
    },
    removeKettle: () => void centre.posts.delete(2),
  };
}

/** The articles of a help centre that everybody may read. */
export function zendeskArticlesSubject(server: LocalCommunity): KindSubject {
  let centre = new ZendeskCentre();
  return {
    title: 'a help centre on Zendesk',
    kind: zendeskKind,
    kettleId: '2',
    failedId: '3',
    prepare(folder) {
      centre = new ZendeskCentre();
      centre.isOpen = () => existsSync(folder);
      server.respond = (request) => centre.answer(request);
      centre.addArticle(1, 'Choosing beans', '<p>Fresh ones.</p>');
      centre.addArticle(2, 'How to descale a kettle', '<p>Use vinegar.</p>');
      centre.addArticle(3, 'Broken', 17);
      centre.addArticle(4, 'Secret', '<p>For staff.</p>', { user_segment_id: 9 });
      centre.addArticle(5, 'Half written', '<p>To do</p>', { draft: true });
      return `${server.base}?read=articles&locale=en-us&company=Tea Master`;
    },
    environment: () => ({ INGEST_INTRANET_HOSTS: server.host }),
    removeKettle: () => void centre.articles.delete(2),
  };
}
