import assert from 'node:assert/strict';
import {Writable} from 'node:stream';
import {setTimeout as wait} from 'node:timers/promises';
import {progress} from '../../../server/src/cli/progress.js';

function stream(isTTY: boolean) {
  const written: string[] = [];
  const sink = new Writable({
    write(chunk, _, done) {
      written.push(String(chunk));
      done();
    },
  });
  return {written, stream: Object.assign(sink, {isTTY}) as unknown as NodeJS.WriteStream};
}

describe('the progress bar', () => {
  it('appears for long work, counts, and goes away without a trace', async () => {
    const {written, stream: terminal} = stream(true);
    const bar = progress(4, terminal);
    bar.step();
    assert.deepEqual(written, [], 'quick work needs none');
    await wait(600);
    bar.step();
    assert.match(written.join(''), /^\r█{12}░{12} 2 of 4$/);
    bar.clear();
    assert.equal(written.at(-1), '\r\u001b[2K');
    const {length} = written;
    bar.clear();
    assert.equal(written.length, length);
  });

  it('is only for people', async () => {
    const {written, stream: pipe} = stream(false);
    const bar = progress(4, pipe);
    await wait(600);
    bar.step();
    bar.clear();
    assert.deepEqual(written, []);
  });
});
