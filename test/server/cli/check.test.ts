import assert from 'node:assert/strict';
import {execFileSync, spawn} from 'node:child_process';
import {appendFileSync, existsSync, readFileSync, symlinkSync, writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {newsroom} from '../lsp/client.js';
import {checked, onrecord, program} from './run.js';

const fault = 'One official said the second quay would be sold.\n';
const mild = 'The firm was founded in TK.\n';

/** Runs a test in a folder of files, which is gone afterwards. */
async function inRoom(
  files: Record<string, string>,
  test: (room: ReturnType<typeof newsroom>) => Promise<void>,
) {
  const room = newsroom(files);
  try {
    await test(room);
  } finally {
    room.remove();
  }
}

describe('onrecord check', function () {
  this.timeout(60_000);

  it('says what it found, with the exit code that it was asked for', async () => {
    await inRoom(
      {'clean.txt': 'Mayor Ana Silva said the road would reopen.\n', 'mild.txt': mild, 'bad.txt': fault},
      async ({folder: cwd}) => {
        for (const [args, code] of [
          [['clean.txt'], 0],
          [['mild.txt'], 0],
          [['mild.txt', '--fail-on', 'warning'], 1],
          [['bad.txt'], 1],
          [['bad.txt', '--fail-on', 'never'], 0],
          [['bad.txt', 'gone.txt'], 2],
        ] as const) {
          const {code: got, told} = await onrecord(['check', '--format', 'compact', ...args], {cwd});
          assert.equal(got, code, `${args.join(' ')}\n${told}`);
        }
      },
    );
  });

  it('keeps to the contract of its JSON', async () => {
    await inRoom({'a.txt': `\ufeffSay 🗞️ it.\r\n\r\n${fault}`}, async ({folder: cwd, path}) => {
      const {files, errors, schema, version, code} = await checked(['a.txt'], {cwd, source: true});
      assert.deepEqual([schema, errors, code], [1, [], 1]);
      assert.match(version, /^\d+\.\d+\.\d+/);
      assert.deepEqual(
        files.map((file) => file.path),
        ['a.txt'],
      );
      const text = readFileSync(path('a.txt'), 'utf8');
      const [found, ...others] = files[0]?.findings ?? [];
      assert.deepEqual(others, []);
      assert.ok(found);
      const {docs, fixes, related, message, because, ...rest} = found;
      assert.deepEqual(rest, {
        rule: 'anon-official',
        severity: 'error',
        start: 16,
        end: 28,
        line: 3,
        column: 1,
        endLine: 3,
        endColumn: 13,
        exact: 'One official',
        house: 'AP',
      });
      assert.equal(text.slice(found.start, found.end), found.exact);
      assert.ok(existsSync(fileURLToPath(docs)), docs);
      assert.ok(message.endsWith('.') && because.endsWith('.') && Array.isArray(related));
      const fix = fixes.find(({title}) => title === 'Add how they know');
      assert.deepEqual(
        fix?.edits.map(({start, end}) => [start, end]),
        [[28, 28]],
      );
      assert.equal(fix?.kind, 'suggestion');
      assert.match(fix?.edits[0]?.newText ?? '', /^ who \[.*\]/);
    });
  });

  it('takes files, folders and globs, each file once, and of a folder only drafts', async () => {
    await inRoom(
      {
        'stories/a.md': fault,
        'stories/deep/b.txt': fault,
        'stories/README.md': fault,
        'stories/page.html': fault,
        'stories/off.md': `---\nonrecord: false\n---\n${fault}`,
        'stories/node_modules/x/c.md': fault,
        'sport/onrecord.yml': 'version: 1\nfiles: ["match-*.md"]\n',
        'sport/match-1.md': fault,
        'sport/notes.md': fault,
      },
      async ({folder: cwd}) => {
        const paths = async (...args: string[]) => (await checked(args, {cwd})).files.map(({path}) => path);
        assert.deepEqual(await paths('stories', 'stories/a.md', './stories/deep'), [
          'stories/a.md',
          'stories/deep/b.txt',
        ]);
        assert.deepEqual(await paths('sport'), ['sport/match-1.md']);
        assert.deepEqual(await paths('stories/README.md', 'sport/notes.md'), [
          'stories/README.md',
          'sport/notes.md',
        ]);
        assert.deepEqual(await paths('**/{a,b}.*'), ['stories/a.md', 'stories/deep/b.txt']);
        assert.deepEqual(await paths(), ['sport/match-1.md', 'stories/a.md', 'stories/deep/b.txt']);
      },
    );
  });

  it('names what it cannot read, and checks the rest', async () => {
    await inRoom(
      {'bad.txt': fault, 'folder/readme.md': 'x', 'binary.txt': 'a\0b'},
      async ({folder: cwd, path}) => {
        writeFileSync(path('utf16.txt'), Buffer.from('\ufeffOne official said so.', 'utf16le'));
        writeFileSync(path('latin.txt'), Buffer.from('A line.\nThe caf\xe9 closed.\n', 'latin1'));
        writeFileSync(path('huge.txt'), Buffer.alloc(17 * 1024 * 1024, 'a '));
        symlinkSync('nowhere.txt', path('link.txt'));
        const names = [
          'gone.txt',
          'utf16.txt',
          'latin.txt',
          'binary.txt',
          'huge.txt',
          'link.txt',
          'no*.txt',
          'bad.txt',
        ];
        const {files, errors, told, code} = await checked(names, {cwd});
        assert.equal(code, 2);
        assert.deepEqual(
          files.map((file) => [file.path, file.findings.some(({rule}) => rule === 'anon-official')]),
          [['bad.txt', true]],
        );
        const messages = Object.fromEntries(errors.map((error) => [error.path, error.message]));
        assert.deepEqual(Object.keys(messages).sort(), names.filter((name) => name !== 'bad.txt').sort());
        assert.match(messages['gone.txt'] ?? '', /no such file/);
        assert.match(messages['utf16.txt'] ?? '', /UTF-16.*UTF-8/);
        assert.match(messages['latin.txt'] ?? '', /not UTF-8.*line 2/);
        assert.match(messages['binary.txt'] ?? '', /binary/);
        assert.match(messages['huge.txt'] ?? '', /too large/);
        assert.match(messages['no*.txt'] ?? '', /Nothing matches/);
        for (const name of Object.keys(messages)) assert.ok(told.includes(`${name}: `), name);
      },
    );
  });

  it('reads standard input, named as it is told', async () => {
    await inRoom(
      {'onrecord.yml': 'version: 1\nhouse: bbc\nrules:\n  open-check-marker: off\n'},
      async ({folder: cwd}) => {
        const input = `---\ntitle: The quay\n---\n${fault}\n${mild}`;
        const {files, code} = await checked(['-', '--stdin-filename', 'stories/today.md'], {cwd, input});
        assert.equal(files[0]?.path, 'stories/today.md');
        assert.deepEqual(
          files[0]?.findings
            .filter(({rule}) => rule === 'anon-official')
            .map(({rule, severity, house}) => [rule, severity, house]),
          [['anon-official', 'warning', 'BBC']],
        );
        assert.equal(code, 0);
        assert.equal((await onrecord(['check', '-'], {cwd, input: Buffer.from([0x41, 0, 0x42])})).code, 2);
        const fix = await onrecord(['check', '--fix', '-'], {cwd, input});
        assert.equal(fix.code, 2);
        assert.match(fix.told, /--fix/);
      },
    );
  });

  it('takes the house from the command line, then the front matter, then onrecord.yml, then AP', async () => {
    await inRoom(
      {
        'plain/a.md': fault,
        'desk/onrecord.yml': 'version: 1\nhouse: guardian\n',
        'desk/a.md': fault,
        'desk/own.md': `---\nhouse: npr\n---\n${fault}`,
        'other.yml': 'version: 1\nhouse: reuters\nrules:\n  anon-official: hint\n',
      },
      async ({folder: cwd}) => {
        const house = async (...args: string[]) =>
          (await checked(args, {cwd})).files.map((file) => file.findings[0]?.house);
        assert.deepEqual(await house('plain/a.md', 'desk/a.md', 'desk/own.md'), ['AP', 'Guardian', 'NPR']);
        assert.deepEqual(await house('plain/a.md', 'desk/own.md', '--house', 'local'), ['Local', 'Local']);
        const {files} = await checked(['desk/a.md', '--config', 'other.yml'], {cwd});
        assert.deepEqual(
          [files[0]?.findings[0]?.house, files[0]?.findings[0]?.severity],
          ['Reuters', 'hint'],
        );
        const {out} = await onrecord(['check', '--print-config', 'desk/own.md'], {cwd});
        const [printed] = JSON.parse(out).files;
        assert.deepEqual([printed.house, printed.config], ['npr', 'desk/onrecord.yml']);
        assert.deepEqual(printed.rules['anon-official'], {
          severity: 'error',
          options: {allow: [], enough: 4},
          from: 'house',
          optionsFrom: {allow: 'default', enough: 'default'},
        });
      },
    );
  });

  it('tells of faults in onrecord.yml at their place, counts the rest, and ends with 2', async () => {
    const config =
      'version: 1\nextends: [x.yml]\nrules:\n  anon-oficial: off\n  open-check-marker: error\n  anon-lead: off\n';
    await inRoom({'onrecord.yml': config, 'a.txt': `${fault}\n${mild}`}, async ({folder: cwd}) => {
      const {files, errors, told, code} = await checked(['a.txt'], {cwd});
      assert.equal(code, 2);
      assert.deepEqual(
        files[0]?.findings.map(({rule, severity}) => [rule, severity]),
        [
          ['anon-official', 'error'],
          ['open-check-marker', 'error'],
        ],
      );
      assert.equal(errors.length, 2);
      assert.match(
        told,
        /^onrecord\.yml:4:3: Unknown rule "anon-oficial"\. Did you mean "anon-official"\?$/m,
      );
      assert.match(told, /^onrecord\.yml:2:11: "x\.yml" cannot be read, so it does not count\.$/m);
    });
    await inRoom({'onrecord.yml': 'house: ./own.yml\n', 'a.txt': mild}, async ({folder: cwd}) => {
      const {code, told} = await onrecord(['check', 'a.txt'], {cwd});
      assert.equal(code, 2);
      assert.match(told, /^onrecord\.yml:1:8: "\.\/own\.yml" cannot be read, so it does not count\.$/m);
    });
  });

  it('reads a house of the newsroom’s own, and names it', async () => {
    const files = {
      'onrecord.yml': 'house: ./houses/courier.yml\n',
      'houses/courier.yml':
        'name: Harbour Courier\nbase: bbc\nrules: {anon-official: {severity: error, reason: Page 4.}}\n',
      'stories/a.md': fault,
    };
    await inRoom(files, async ({folder: cwd}) => {
      const {files: found} = await checked(['stories'], {cwd});
      assert.deepEqual(
        found[0]?.findings.map(({rule, severity, house}) => [rule, severity, house]),
        [
          ['anon-official', 'error', 'Harbour Courier'],
          ['anon-lead', 'warning', 'Harbour Courier'],
        ],
      );
      const printed = JSON.parse((await onrecord(['check', '--print-config', 'stories/a.md'], {cwd})).out)
        .files[0];
      assert.deepEqual(
        [printed.house, printed.houseFile, printed.houseBase, printed.houseFrom],
        ['Harbour Courier', 'houses/courier.yml', 'bbc', 'onrecord.yml'],
      );
      assert.equal(printed.rules['anon-official'].from, 'houses/courier.yml');
      const report = await onrecord(['report', 'stories/a.md'], {cwd});
      assert.match(report.out, /Harbour Courier house style/);
    });
  });

  it('reads what onrecord.yml extends, overrides by file and genre, and the newsroom’s own rules', async () => {
    await inRoom(
      {
        'desk/base.yml':
          'rules: {anon-official: hint, anon-lead: off}\nphrases: [{id: own-quay, match: [quay], message: Say which quay.}]\n',
        'stories/onrecord.yml':
          'extends: ../desk/base.yml\noverrides:\n  - {files: ["late/**"], rules: {anon-official: error}}\n  - {genre: feature, house: bbc, rules: {own-quay: off}}\n',
        'stories/a.md': fault,
        'stories/late/b.md': fault,
        'stories/c.md': `---\ngenre: feature\n---\n${fault}`,
      },
      async ({folder: cwd}) => {
        const {files, errors} = await checked(['stories'], {cwd});
        assert.deepEqual(errors, []);
        assert.deepEqual(
          Object.fromEntries(
            files.map(({path, findings}) => [
              path,
              findings.map(({rule, severity}) => `${rule} ${severity}`).sort(),
            ]),
          ),
          {
            'stories/a.md': ['anon-official hint', 'own-quay warning'],
            'stories/c.md': ['anon-official hint'],
            'stories/late/b.md': ['anon-official error', 'own-quay warning'],
          },
        );
      },
    );
  });

  it('makes only safe fixes, in the file, and keeps every other byte', async () => {
    const text = `\ufeff---\r\nhouse: bbc\r\n---\r\n<!-- onrecord-ignore open-check-marker: night desk -->\r\nThe council met 🗞️.\r\n\r\n${fault}`;
    await inRoom({'a.md': text}, async ({folder: cwd, path}) => {
      const {files} = await checked(['--fix', 'a.md'], {cwd});
      assert.equal(
        readFileSync(path('a.md'), 'utf8'),
        text.replace('<!-- onrecord-ignore open-check-marker: night desk -->\r\n', ''),
      );
      const left = files[0]?.findings ?? [];
      assert.deepEqual(
        left.map(({rule, exact}) => [rule, exact]),
        [['anon-official', 'One official']],
      );
      assert.equal(readFileSync(path('a.md'), 'utf8').slice(left[0]?.start, left[0]?.end), 'One official');
    });
  });

  it('leaves out what a baseline knows, wherever it has moved, and nothing more', async () => {
    await inRoom({'a.txt': fault}, async ({folder: cwd, path}) => {
      const {out} = await onrecord(['check', '--format', 'json', '.'], {cwd});
      writeFileSync(path('known.json'), out);
      writeFileSync(path('a.txt'), `Mayor Ana Silva said the road would reopen.\n\n${fault}\n${mild}`);
      const {files, code} = await checked(['a.txt', '--baseline', 'known.json', '--fail-on', 'hint'], {cwd});
      assert.deepEqual(
        files[0]?.findings.map(({rule}) => rule),
        ['open-check-marker'],
      );
      assert.equal(code, 1);
      for (const [name, content] of [
        ['none.json', null],
        ['odd.json', '{"files": 3}'],
        ['broken.json', '{'],
      ] as const) {
        if (content !== null) writeFileSync(path(name), content);
        const ran = await onrecord(['check', 'a.txt', '--baseline', name], {cwd});
        assert.equal(ran.code, 2);
        assert.match(ran.told, new RegExp(`--baseline ${name}`));
      }
    });
  });

  it('judges only lines that changed since a revision', async () => {
    await inRoom(
      {'sub/old.txt': `${fault}\nMayor Ana Silva said so.\n`, 'same.txt': fault},
      async ({folder: cwd, path}) => {
        const git = (...args: string[]) =>
          execFileSync('git', ['-C', cwd, '-c', 'user.name=T', '-c', 'user.email=t@example.org', ...args], {
            stdio: 'pipe',
          });
        git('init', '--quiet');
        git('add', '.');
        git('commit', '--quiet', '-m', 'Start');
        appendFileSync(path('sub/old.txt'), `\n${mild}`);
        writeFileSync(path('new é "1".txt'), mild);
        const since = async (...args: string[]) => {
          const {files} = await checked(['--changed-since', ...args], {cwd});
          return Object.fromEntries(files.map((file) => [file.path, file.findings.map(({rule}) => rule)]));
        };
        const expected = {'new é "1".txt': ['open-check-marker'], 'sub/old.txt': ['open-check-marker']};
        assert.deepEqual(await since('HEAD', '.'), expected);
        git('add', '.');
        git('commit', '--quiet', '-m', 'More');
        assert.deepEqual(await since('HEAD~1', '.'), expected);
        assert.deepEqual(await since('HEAD', '.'), {});
        for (const revision of ['no-such-branch', '--output=x']) {
          const ran = await onrecord(['check', `--changed-since=${revision}`, '.'], {cwd});
          assert.equal(ran.code, 2);
          assert.match(ran.told, /git knows no such revision/);
        }
        assert.ok(!existsSync(path('x')));
      },
    );
    await inRoom({'a.txt': mild}, async ({folder: cwd}) => {
      const ran = await onrecord(['check', '--changed-since', 'HEAD', '.'], {cwd});
      assert.equal(ran.code, 2);
      assert.match(ran.told, /not a git repository/);
    });
  });

  it('gives the same results in the same order with several threads', async () => {
    const files = Object.fromEntries(
      Array.from({length: 9}, (_, i) => [`s${i}.txt`, `${fault}\n`.repeat(i % 3)]),
    );
    await inRoom({...files, 'binary.txt': 'a\0b'}, async ({folder: cwd}) => {
      const [one, three] = await Promise.all([checked(['.'], {cwd}), checked(['.', '--jobs', '3'], {cwd})]);
      assert.deepEqual(three.files, one.files);
      assert.deepEqual(three.errors, one.errors);
      assert.equal(three.code, one.code);
    });
  });

  it('says once of a draft in another language that it is not read', async () => {
    const german =
      'Der Stadtrat hat am Dienstag beschlossen, dass die Brücke über den Kanal im Frühjahr gesperrt wird. Die Arbeiten sollen nach Angaben der Verwaltung acht Monate dauern und rund vier Millionen Euro kosten. Anwohner befürchten längere Wege zur Schule und zum Bahnhof.\n';
    await inRoom({'a.txt': german}, async ({folder: cwd}) => {
      const {files, told, code} = await checked(['a.txt'], {cwd});
      assert.deepEqual(files[0]?.findings, []);
      assert.match(told, /^a\.txt: This draft seems to be in German\./m);
      assert.equal(code, 0);
    });
  });

  it('refuses what it does not know, with what was probably meant', async () => {
    for (const [args, words] of [
      [['check', '--house', 'gaurdian'], /Did you mean "guardian"\?/],
      [['check', '--house', 'tribune'], /The houses are ap, reuters/],
      [['check', '--format', 'xml'], /Allowed choices are pretty, compact/],
      [['check', '--jobs', '0'], /number from 1/],
      [['check', '--config', 'no.yml'], /--config no\.yml: There is no such file/],
      [['chekc'], /unknown command/],
      [['check', '--colour'], /unknown option/],
      [['analyze'], /missing required argument/],
    ] as const) {
      const {code, told, out} = await onrecord(args);
      assert.equal(code, 2, args.join(' '));
      assert.match(told, words);
      assert.equal(out, '');
    }
  });

  it('ends quietly when nobody reads on', async () => {
    await inRoom({'long.txt': `${mild}\n`.repeat(900)}, async ({folder: cwd}) => {
      const child = spawn(process.execPath, [await program(), 'check', '--format', 'compact', 'long.txt'], {
        cwd,
      });
      let told = '';
      child.stderr.on('data', (text) => {
        told += text;
      });
      child.stdout.once('data', () => child.stdout.destroy());
      const [code, signal] = await new Promise<[number | null, string | null]>((done) =>
        child.on('close', (...how) => done(how)),
      );
      assert.equal(told, '');
      assert.equal(signal, null);
      assert.ok(code === 0 || code === 1, String(code));
    });
  });

  it('reads on through anything', async () => {
    const odd = [
      '',
      '\ufeff',
      '\r',
      '"'.repeat(20_000),
      '>'.repeat(20_000),
      '---\na: &a [*a]\n---\n',
      '\u2028\u202e',
      '\t\t💥\t',
    ];
    await inRoom(Object.fromEntries(odd.map((text, i) => [`odd${i}.md`, text])), async ({folder: cwd}) => {
      const ran = await onrecord(['check', '*.md', '--fail-on', 'never'], {cwd});
      assert.equal(ran.code, 0, ran.told);
    });
  });
});
