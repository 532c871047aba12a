import ts from 'typescript';
import type { ProductFile } from './product-files.js';

/** Names under which a line is written to the log. */
const LEVELS = new Set(['debug', 'info', 'warn', 'error']);

/** A whole sentence; what a template puts in stands as `…`. */
const SENTENCE = /^[\p{Lu}…][\s\S]*\.$/u;

/** Names that more than one file defines and exports, in order; a name that is passed on is no second one. */
export function namesExportedTwice(files: readonly ProductFile[]): string[] {
  const names = files.flatMap(({ text }) => [...text.matchAll(DEFINITION)].map(([, name = '']) => name));
  return [...new Set(names.filter((name, place) => names.indexOf(name) !== place))].sort();
}

const DEFINITION = /^export (?:abstract |async )?(?:function\*?|const|let|class|interface|type|enum) (\w+)/gm;

/** Where an object takes in a literal whose members it could have itself; `...(x ? {…} : {})` is none. */
export function spreadLiterals(file: ProductFile): string[] {
  if (!/\.\.\.\s*\{/.test(file.text)) return [];
  return placesOf(
    file,
    (part) => ts.isSpreadAssignment(part) && ts.isObjectLiteralExpression(part.expression),
  );
}

/** Where a line of the log does not begin with a capital letter or not end with a full stop. */
export function brokenLogLines(file: ProductFile): string[] {
  if (!/\b(debug|info|warn|error)\(/.test(file.text)) return [];
  return placesOf(file, (part) => {
    const [told] = ts.isCallExpression(part) && writesToLog(part.expression) ? part.arguments : [];
    return told !== undefined && wordingsOf(told).some((words) => !SENTENCE.test(words));
  });
}

function placesOf({ path, text }: ProductFile, isSought: (part: ts.Node) => boolean): string[] {
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true, kind);
  const places: string[] = [];
  const visit = (part: ts.Node): void => {
    if (isSought(part)) {
      places.push(`${path} line ${source.getLineAndCharacterOfPosition(part.getStart()).line + 1}`);
    }
    ts.forEachChild(part, visit);
  };
  visit(source);
  return places;
}

/** `log.warn`, `parts.log.warn`, and a `warn` that was taken from a log. */
function writesToLog(callee: ts.Expression): boolean {
  if (ts.isIdentifier(callee)) return LEVELS.has(callee.text);
  return (
    ts.isPropertyAccessExpression(callee) &&
    LEVELS.has(callee.name.text) &&
    /(^|\.)log$/.test(callee.expression.getText())
  );
}

/** What a first argument may say; a name says nothing yet, so that it is looked at where it gets its words. */
function wordingsOf(told: ts.Expression): string[] {
  if (ts.isStringLiteralLike(told)) return [told.text];
  if (ts.isConditionalExpression(told)) return [told.whenTrue, told.whenFalse].flatMap(wordingsOf);
  if (!ts.isTemplateExpression(told)) return [];
  return [told.head.text + told.templateSpans.map(({ literal }) => `…${literal.text}`).join('')];
}
