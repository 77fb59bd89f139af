/** The parts of a document's address that matter here. Addresses of any scheme are taken as they come. */
export interface Address {
  readonly scheme: string;
  /** Decoded; with `/` between its parts. */
  readonly path: string;
}

export function addressOf(uri: string): Address {
  const found = /^([a-z][a-z0-9+.-]*):(?:\/\/[^/?#]*)?([^?#]*)/i.exec(uri);
  return {scheme: found?.[1]?.toLowerCase() ?? '', path: decoded(found?.[2] ?? '')};
}

export function fileName(uri: string): string {
  const {path} = addressOf(uri);
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The folder that holds a file, without a slash at its end; null where an address has none above it. */
export function folderOf(uri: string): string | null {
  const found = /^([a-z][a-z0-9+.-]*:(?:\/\/[^/?#]*)?)(\/[^?#]*)?/i.exec(uri);
  const path = found?.[2];
  if (!found || path === undefined || path === '') return null;
  const slash = path.replace(/\/+$/, '').lastIndexOf('/');
  return slash < 0 ? null : `${found[1]}${path.slice(0, slash)}`;
}

/** The address of a path that is written in a file: relative to its folder, with `/`. */
export function addressFrom(uri: string, path: string): string {
  const parts = (folderOf(uri) ?? uri).split('/');
  for (const part of path.split('/')) {
    // Above the root of an address there is nothing: scheme, host and the first slash stay.
    if (part === '..') {
      if (parts.length > 3) parts.pop();
    } else if (part !== '.' && part !== '') parts.push(encodeURIComponent(part));
  }
  return parts.join('/');
}

/** No draft lies deeper; the walk upward ends in any case. */
const deepest = 64;

/** The folders above a file, the nearest first, up to the root of its file system. */
export function foldersAbove(uri: string): string[] {
  const folders: string[] = [];
  for (let folder = folderOf(uri); folder !== null && folders.length < deepest; folder = folderOf(folder)) {
    folders.push(folder);
  }
  return folders;
}

/** The path of a file relative to a folder above it, decoded. */
export function pathWithin(folder: string, uri: string): string {
  return decoded(
    uri
      .slice(folder.length)
      .replace(/[?#].*$/, '')
      .replace(/^\/+/, ''),
  );
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
