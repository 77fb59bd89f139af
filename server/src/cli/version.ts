import {packagedDocs, packageRoot, packageVersion} from '../lsp/package.js';

const root = packageRoot();

export const version = packageVersion(root) ?? '0.0.0';

const docs = packagedDocs(root);

/** Address of a rule's page in the installed package; null where the pages are missing. */
export function rulePage(rule: string): string | null {
  return docs === null ? null : `${docs}/${rule}.md`;
}
