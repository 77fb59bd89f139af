import {isUtf8} from 'node:buffer';
import {readFile, stat} from 'node:fs/promises';
import {type DraftFormat, formatOfName} from '../draft/formats.js';

/** No draft is bigger, in bytes; a book has about 1 MB. */
export const largestDraft = 16 * 1024 * 1024;

/** Why a file could not be read as a draft, as a sentence. */
export class Unreadable extends Error {}

/** What a file that somebody names is read as: any of another name is plain text. */
export function formatOf(path: string): DraftFormat {
  return formatOfName(path) ?? 'text';
}

/** @returns the file's text, a byte order mark included, so that offsets are those of the file. @throws Unreadable */
export async function readDraft(path: string): Promise<string> {
  let bytes: Buffer;
  try {
    const found = await stat(path);
    if (found.isDirectory()) throw new Unreadable('This is a folder, not a file.');
    if (!found.isFile()) throw new Unreadable('This is not a file.');
    if (found.size > largestDraft) throw tooLarge();
    bytes = await readFile(path);
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    throw new Unreadable(reason(error));
  }
  return decode(bytes);
}

/** @throws Unreadable where the bytes are no UTF-8 text */
export function decode(bytes: Buffer): string {
  if (bytes.length > largestDraft) throw tooLarge();
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    throw new Unreadable('This is UTF-16 text. Save it as UTF-8.');
  }
  const nul = bytes.indexOf(0);
  if (nul >= 0) throw new Unreadable('This is a binary file, not text: it holds NUL bytes.');
  if (!isUtf8(bytes)) {
    const broken = new TextDecoder('utf-8', {ignoreBOM: true}).decode(bytes).indexOf('\ufffd');
    const line = new TextDecoder().decode(bytes).slice(0, broken).split('\n').length;
    throw new Unreadable(`This is not UTF-8 text: line ${line} holds other bytes. Save it as UTF-8.`);
  }
  return new TextDecoder('utf-8', {ignoreBOM: true}).decode(bytes);
}

const tooLarge = () =>
  new Unreadable(`This file is too large: drafts of up to ${largestDraft / 1024 / 1024} MB are read.`);

/** A system's error in plain words. */
export function reason(error: unknown): string {
  const {code, message} = error as NodeJS.ErrnoException;
  switch (code) {
    case 'ENOENT':
      return 'There is no such file.';
    case 'EACCES':
    case 'EPERM':
      return 'You are not allowed to read this file.';
    case 'EISDIR':
      return 'This is a folder, not a file.';
    case 'ENOTDIR':
      return 'There is no such file: part of its path is not a folder.';
    case 'ELOOP':
      return 'Its links lead round in a circle.';
    case 'ENAMETOOLONG':
      return 'The name is too long for a file.';
    default:
      return `It cannot be read: ${message}`;
  }
}

export async function readStandardInput(): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin) {
    chunks.push(chunk as Buffer);
    size += (chunk as Buffer).length;
    if (size > largestDraft) throw tooLarge();
  }
  return decode(Buffer.concat(chunks));
}
