import {type SemanticTokens, SemanticTokensBuilder, type SemanticTokensParams} from 'vscode-languageserver';
import type {TextDocument} from 'vscode-languageserver-textdocument';
import type {Analysis} from '../engine.js';
import type {Context} from './context.js';
import {answering} from './guard.js';
import {placeInDraft} from './places.js';

/** Must be the same as `semanticTokenTypes` in the manifest. */
export const tokenTypes = ['source', 'cue', 'attributed'];
const [source, cue, attributed] = [1, 2, 3];

/** Colours for sources, cues and attributed words, where the setting asks for them. */
export function provideSemanticTokens(context: Context): void {
  const {connection, documents, environments} = context;
  connection.languages.semanticTokens.on(
    answering<SemanticTokensParams, SemanticTokens>(
      connection,
      'semantic tokens',
      () => ({data: []}),
      async ({textDocument: {uri}}, token) => {
        if (!documents.get(uri) || !(await environments.of(uri)).semanticTokens) return {data: []};
        const reading = await documents.read(uri, token);
        return reading?.analysis ? tokensOf(reading.document, reading.analysis) : {data: []};
      },
    ),
  );
  environments.onChange(() => {
    if (context.client().refreshesTokens)
      void connection.languages.semanticTokens.refresh().catch(() => undefined);
  });
}

/** Tokens may neither overlap nor run over a line, so they are painted one above the other and then read off. */
function tokensOf(document: TextDocument, {draft, story}: Analysis): SemanticTokens {
  const {text, blocks} = draft;
  const paint = new Uint8Array(text.length);
  const lay = (spans: readonly {start: number; end: number}[], block: number, colour: number) => {
    for (const span of spans) {
      const {start, end} = placeInDraft(blocks, {...span, block});
      paint.fill(colour, start, end);
    }
  };
  for (const {content, block} of story.attributions) lay(content, block, attributed);
  for (const one of story.attributions) lay(one.cue, one.block, cue);
  for (const one of story.attributions) lay(one.source, one.block, source);

  const builder = new SemanticTokensBuilder();
  for (let at = 0; at < text.length; ) {
    const colour = paint[at] ?? 0;
    let end = at + 1;
    while (end < text.length && paint[end] === colour && !isLineEnd(text, end - 1)) end++;
    let last = end;
    while (last > at && isLineEnd(text, last - 1)) last--;
    if (colour > 0 && last > at) {
      const {line, character} = document.positionAt(at);
      builder.push(line, character, last - at, colour - 1, 0);
    }
    at = end;
  }
  return builder.build();
}

function isLineEnd(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 10 || code === 13;
}
