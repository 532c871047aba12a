import type { SpokenLanguage } from '../contracts/messages.js';
import { escapeHtml } from './write-tree.js';

const STYLES = `body{max-width:44rem;margin:1.5rem auto;padding:0 1rem;font:1rem/1.5 system-ui,sans-serif;color:#1c1c1c;background:#fff}
h1{font-size:1.25rem}article{margin:0 0 1rem;padding:.5rem .75rem;border-left:4px solid #9aa4b2}
article.customer{border-color:#1f5eff}article.agent{border-color:#137a3f}p{margin:.25rem 0}
blockquote{margin:.5rem 0;padding-left:.75rem;border-left:2px solid #c8ced6}pre{white-space:pre-wrap}
time,.small{color:#565d68;font-size:.875rem}.code{font-size:1.75rem;letter-spacing:.15em}
td{padding:.1rem .5rem .1rem 0;vertical-align:top}`;

/** A whole page that loads nothing: nobody learns from it that it was read. @param body HTML */
export function htmlPage(language: SpokenLanguage, title: string, body: string): string {
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer"><title>${escapeHtml(title)}</title>
<style>${STYLES}</style></head>
<body>
${body}
</body></html>
`;
}
