// A real other client: Neovim shows the same findings as the command line.
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const cli = join(root, 'dist', 'cli.js');

interface Shown {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly severity: string;
  readonly rule: string;
  readonly message: string;
}

// Neovim 0.7 has no pull diagnostics and counts columns in bytes, as `vim.diagnostic` gives them.
const script = `
local function finish()
  local out = {}
  for _, one in ipairs(vim.diagnostic.get(0)) do
    table.insert(out, {
      lnum = one.lnum, col = one.col, end_lnum = one.end_lnum, end_col = one.end_col,
      severity = one.severity, source = one.source, message = one.message,
      code = one.code or (one.user_data and one.user_data.lsp and one.user_data.lsp.code),
    })
  end
  vim.fn.writefile({vim.fn.json_encode(out)}, vim.env.ONRECORD_OUT)
end
vim.lsp.start_client({
  name = 'onrecord',
  cmd = {vim.env.ONRECORD_NODE, vim.env.ONRECORD_CLI, 'lsp', '--stdio'},
  root_dir = vim.fn.getcwd(),
  on_init = function(client) vim.lsp.buf_attach_client(0, client.id) end,
})
local shown = vim.wait(15000, function() return #vim.diagnostic.get(0) > 0 end, 20)
-- A later push would change what is shown.
vim.wait(500)
finish()
vim.cmd(shown and 'qa!' or 'cq!')
`;

const severities = ['', 'error', 'warning', 'information', 'hint'];

function inNeovim(folder: string, file: string): Shown[] {
  const out = join(folder, 'shown.json');
  const lua = join(folder, 'client.lua');
  writeFileSync(lua, script);
  const done = spawnSync('nvim', ['--headless', '--clean', '-n', file, '-c', `luafile ${lua}`], {
    cwd: folder,
    encoding: 'utf8',
    timeout: 60_000,
    env: {
      ...process.env,
      ONRECORD_OUT: out,
      ONRECORD_NODE: process.execPath,
      ONRECORD_CLI: cli,
      HOME: folder,
    },
  });
  assert.equal(done.status, 0, `nvim: ${done.error ?? ''}${done.stdout}${done.stderr}`);
  const lines = readFileSync(file, 'utf8').split('\n');
  const column = (line: number, bytes: number) =>
    Buffer.from(lines[line] ?? '')
      .subarray(0, bytes)
      .toString('utf8').length + 1;
  return JSON.parse(readFileSync(out, 'utf8')).map(
    (one: {
      lnum: number;
      col: number;
      end_lnum: number;
      end_col: number;
      severity: number;
      source: string;
      message: string;
      code: string;
    }): Shown => {
      assert.equal(one.source, 'onrecord');
      return {
        line: one.lnum + 1,
        column: column(one.lnum, one.col),
        endLine: one.end_lnum + 1,
        endColumn: column(one.end_lnum, one.end_col),
        severity: severities[one.severity] as string,
        rule: one.code,
        message: one.message,
      };
    },
  );
}

function atTheShell(file: string): Shown[] {
  const done = spawnSync(process.execPath, [cli, 'check', '--format', 'json', '--fail-on', 'never', file], {
    encoding: 'utf8',
  });
  assert.equal(done.status, 0, done.stderr);
  return JSON.parse(done.stdout).files[0].findings.map((one: Shown) => ({
    line: one.line,
    column: one.column,
    endLine: one.endLine,
    endColumn: one.endColumn,
    severity: one.severity,
    rule: one.rule,
    message: one.message,
  }));
}

const sorted = (all: Shown[]) =>
  [...all].sort((a, b) => a.line - b.line || a.column - b.column || a.rule.localeCompare(b.rule));

describe('Neovim', function () {
  this.timeout(120_000);
  let folder: string;

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'onrecord-neovim-'));
  });
  after(() => rmSync(folder, {recursive: true, force: true}));

  for (const name of ['harbour-contract.md', 'marseille-talks.txt']) {
    it(`shows in ${name} what the command line finds`, () => {
      const file = join(folder, name);
      copyFileSync(join(root, 'samples', name), file);
      const shown = inNeovim(folder, file);
      assert.ok(shown.length >= 3, `${shown.length} findings`);
      assert.deepEqual(sorted(shown), sorted(atTheShell(file)));
    });
  }
});
