import { isAlias, LineCounter, parseDocument, visit, type Document, type YAMLError } from 'yaml';
import { filledIn, isGroup } from './spots.ts';

/** A problem of the file as YAML, with its line (from 1). */
export interface YamlProblem {
  readonly line: number;
  readonly says: string;
}

/** The file as YAML. `value` is null where it cannot be read on; beside it there may be names that stand twice. */
export interface YamlFile {
  readonly document: Document;
  readonly lines: LineCounter;
  readonly value: Readonly<Record<string, unknown>> | null;
  readonly problems: readonly YamlProblem[];
}

export function readYaml(text: string): YamlFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const lineAt = (offset: number): number => lines.linePos(offset).line;
  const problems = [
    ...document.errors.map((error) => ({ line: lineAt(error.pos[0]), says: sentenceOf(error, text) })),
    ...unknownAliases(document).map(({ name, offset }) => ({
      line: lineAt(offset),
      says: `*${name} refers to nothing: put a text that begins with * in quotes`,
    })),
  ];
  const readable =
    document.errors.every(({ code }) => code === 'DUPLICATE_KEY') && unknownAliases(document).length === 0;
  if (!readable) return { document, lines, value: null, problems };
  const value: unknown = filledIn(document.toJS());
  if (isGroup(value)) return { document, lines, value, problems };
  const says =
    value === null ? 'the file is empty: begin with the example of the README' : 'this is no group of settings';
  return { document, lines, value: null, problems: [...problems, { line: 1, says }] };
}

function sentenceOf({ code, message, pos }: YAMLError, text: string): string {
  if (code === 'DUPLICATE_KEY') {
    const [name] = /^("[^"\n]*"|'[^'\n]*'|[^:\n]*)/.exec(text.slice(pos[0])) ?? [''];
    return `${name.trim()} stands here for the second time: take one of the two out`;
  }
  if (code === 'TAB_AS_INDENT') return 'there is a tab before the text: use spaces';
  if (code === 'MULTIPLE_DOCS') return 'a line with --- begins a second file here: take that line out';
  return `this cannot be read as YAML: ${message}`;
}

function unknownAliases(document: Document): readonly { readonly name: string; readonly offset: number }[] {
  const unknown: { readonly name: string; readonly offset: number }[] = [];
  visit(document, (_, node) => {
    if (isAlias(node) && node.resolve(document) === undefined) {
      unknown.push({ name: node.source, offset: node.range?.[0] ?? 0 });
    }
  });
  return unknown;
}
