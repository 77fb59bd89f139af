import {
  type DocumentSymbol,
  type DocumentSymbolParams,
  type Range,
  type SymbolInformation,
  SymbolKind,
} from 'vscode-languageserver';
import type {Analysis} from '../engine.js';
import {statementsOf} from '../report/statements.js';
import {isSourced} from '../report/tally.js';
import {sourceById} from '../rules/lookup.js';
import type {Place, Source} from '../story/story.js';
import type {Context} from './context.js';
import type {Reading} from './documents.js';
import {answering} from './guard.js';
import {placeInDraft, placeOfStatement, rangeOf, wordsOf} from './places.js';

const kinds: Readonly<Record<Source['kind'], SymbolKind>> = {
  person: SymbolKind.Object,
  organisation: SymbolKind.Package,
  document: SymbolKind.File,
  group: SymbolKind.Array,
  unknown: SymbolKind.Null,
};
const standings: Readonly<Record<Source['standing'], string>> = {
  named: 'named',
  described: 'not named',
  vague: 'vague',
  document: 'document',
};

/** The outline: who speaks in the draft and what rests on them, and the claims. */
export function provideSymbols(context: Context): void {
  const {connection, documents} = context;
  connection.onDocumentSymbol(
    answering<DocumentSymbolParams, DocumentSymbol[] | SymbolInformation[]>(
      connection,
      'document symbols',
      () => [],
      async ({textDocument: {uri}}, token) => {
        const reading = await documents.read(uri, token);
        if (!reading?.analysis) return [];
        const symbols = outline(reading, reading.analysis);
        return context.client().nestedSymbols ? symbols : flat(symbols, uri);
      },
    ),
  );
}

function outline(reading: Reading, analysis: Analysis): DocumentSymbol[] {
  const {document} = reading;
  const {story, draft} = analysis;
  const range = (place: Place): Range => rangeOf(document, placeInDraft(draft.blocks, place));
  const symbol = (name: string, detail: string, kind: SymbolKind, at: Range): DocumentSymbol => ({
    // Editors refuse a symbol without a name.
    name: name || '(no words)',
    detail,
    kind,
    range: at,
    selectionRange: at,
  });

  const sources = story.sources.flatMap((source): DocumentSymbol[] => {
    const first = source.mentions[0];
    if (!first) return [];
    const statements = statementsOf(story, source).flatMap((one): DocumentSymbol[] => {
      const place = placeOfStatement(one);
      return place ? [symbol(wordsOf(story, place, 60), '', SymbolKind.String, range(place))] : [];
    });
    if (statements.length === 0) return [];
    const detail = `${standings[source.standing]}, ${statements.length} ${statements.length === 1 ? 'statement' : 'statements'}`;
    return [{...symbol(source.label, detail, kinds[source.kind], range(first)), children: statements}];
  });
  const claims = story.claims.map((claim) => {
    const source = sourceById(story, claim.sourceId);
    const detail = source?.label ?? (isSourced(claim) ? 'sourced' : 'no source');
    return symbol(wordsOf(story, claim, 60), detail, SymbolKind.Boolean, range(claim));
  });

  const whole = rangeOf(document, {start: 0, end: draft.text.length});
  const group = (name: string, children: DocumentSymbol[]): DocumentSymbol[] => {
    const first = children[0];
    if (!first) return [];
    return [{name, kind: SymbolKind.Namespace, range: whole, selectionRange: first.selectionRange, children}];
  };
  return [...group('Sources', sources), ...group('Claims', claims)];
}

function flat(symbols: readonly DocumentSymbol[], uri: string, containerName?: string): SymbolInformation[] {
  return symbols.flatMap(({name, kind, selectionRange, children}) => [
    {name, kind, location: {uri, range: selectionRange}, ...(containerName ? {containerName} : {})},
    ...flat(children ?? [], uri, name),
  ]);
}
