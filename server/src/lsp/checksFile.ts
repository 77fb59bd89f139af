import {checksBeside, checksEnding} from '../record/checks.js';
import type {Context} from './context.js';
import {addressOf, fileName} from './uri.js';

export function isChecks(uri: string): boolean {
  return fileName(uri).endsWith(checksEnding);
}

/** The address of the file of checks beside a draft; null for a draft that lies nowhere yet. */
export function checksOf(uri: string): string | null {
  if (addressOf(uri).scheme === 'untitled') return null;
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(uri) ?? [];
  return checksBeside(path) + rest;
}

/** The file of checks beside a draft as it stands now, to be changed. */
export interface ChecksPlace {
  readonly uri: string;
  /** Null where there is no such file yet. */
  readonly text: string | null;
  /** Of the open document; null where it is not open. */
  readonly version: number | null;
}

/** @returns null for a draft that lies nowhere yet */
export async function checksPlace(draft: string, context: Context): Promise<ChecksPlace | null> {
  const uri = checksOf(draft);
  if (uri === null) return null;
  const found = await context.environments.files().read(uri);
  const open = context.documents.get(uri);
  return {uri, text: open?.getText() ?? found, version: open?.version ?? null};
}
