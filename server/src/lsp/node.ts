import {realpathSync} from 'node:fs';
import {readFile, stat} from 'node:fs/promises';
import {basename} from 'node:path';
import {fileURLToPath} from 'node:url';
import {type Connection, createConnection, ProposedFeatures} from 'vscode-languageserver/node';
import type {Files} from './files.js';
import {log} from './guard.js';
import {packagedDocs, packageRoot, packageVersion} from './package.js';
import {createServer} from './server.js';
import {stdioConnection} from './stdio.js';
import {strategy} from './strategy.js';

/** Configuration files are small; anything bigger is not one. */
const largestFile = 2 * 1024 * 1024;

const nodeFiles: Files = {
  async read(uri) {
    try {
      const path = fileURLToPath(uri);
      const found = await stat(path);
      // Reading a pipe or a device might never end.
      return found.isFile() && found.size <= largestFile ? await readFile(path, 'utf8') : null;
    } catch {
      return null;
    }
  },
  async exists(uri) {
    try {
      return (await stat(fileURLToPath(uri))).isFile();
    } catch {
      return false;
    }
  },
};

/** Serves one client over standard input and output, until it says `exit` or goes away. */
export function startStdio(): void {
  serve(stdioConnection());
}

function serve(connection: Connection): void {
  process.on('uncaughtException', (error) => log(connection, 'uncaught', error));
  process.on('unhandledRejection', (error) => log(connection, 'unhandled', error));
  const root = packageRoot();
  createServer(connection, {files: nodeFiles, docsBase: packagedDocs(root), version: packageVersion(root)});
  connection.listen();
}

/** Whether this file is the program itself, as when an editor starts it. Bundled into another one it is not. */
function isProgram(): boolean {
  const [, program] = process.argv;
  const own = fileURLToPath(import.meta.url);
  if (program === undefined || !/^node\.[jt]s$/.test(basename(own))) return false;
  try {
    return realpathSync(program) === realpathSync(own);
  } catch {
    return false;
  }
}

// Takes `--stdio`, `--node-ipc`, `--socket=PORT` and `--pipe=NAME`, as editors pass them.
if (isProgram()) {
  serve(
    process.argv.includes('--stdio')
      ? stdioConnection()
      : createConnection(ProposedFeatures.all, {connectionStrategy: strategy}),
  );
}
