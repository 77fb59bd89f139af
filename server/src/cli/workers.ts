import {realpathSync} from 'node:fs';
import {isMainThread, parentPort, Worker, workerData} from 'node:worker_threads';
import type {Job} from './checkFile.js';
import type {FileResult} from './result.js';

/** Tells a thread of ours from one that somebody else started. */
const mark = 'onrecord-worker';
const ready = 'ready';

export const isWorker = !isMainThread && workerData === mark;

/** What the program does in a thread of ours: checks what it is sent, one file at a time. */
export async function serve(): Promise<void> {
  const {checkFile} = await import('./checkFile.js');
  parentPort?.on('message', async (job: Job) => parentPort?.postMessage(await checkFile(job)));
  parentPort?.postMessage(ready);
}

/** Results in the order of the jobs, each as soon as it and those before it are there. */
export async function* checkAll(jobs: readonly Job[], threads: number): AsyncGenerator<FileResult> {
  const count = Math.min(threads, jobs.length);
  if (count < 2) {
    const {checkFile} = await import('./checkFile.js');
    for (const job of jobs) yield await checkFile(job);
    return;
  }
  const results = jobs.map(() => deferred<FileResult>());
  let next = 0;
  const work = async (thread: Thread): Promise<void> => {
    for (let index = next++; index < jobs.length; index = next++) {
      results[index]?.settle(await thread.check(jobs[index] as Job));
    }
  };
  const pool = Array.from({length: count}, () => new Thread());
  try {
    for (const thread of pool) void work(thread);
    for (const {promise} of results) yield await promise;
  } finally {
    for (const thread of pool) thread.stop();
  }
}

/** One thread that takes one file after another. Where none can be started, the work is done here. */
class Thread {
  private worker: Promise<Worker | null> | null = null;

  async check(job: Job): Promise<FileResult> {
    this.worker ??= start();
    const worker = await this.worker;
    if (!worker) return (await import('./checkFile.js')).checkFile(job);
    return new Promise((done) => {
      const finish = (result: FileResult) => {
        worker.off('message', finish).off('error', failed).off('exit', gone);
        done(result);
      };
      const failed = (error: Error) => {
        this.worker = null;
        finish({...nothing, path: job.path, error: `Onrecord failed on this file: ${error.message}`});
      };
      const gone = () => failed(new Error('its thread ended'));
      worker.on('message', finish).on('error', failed).on('exit', gone);
      worker.postMessage(job);
    });
  }

  stop(): void {
    void this.worker?.then((worker) => worker?.terminate());
  }
}

const nothing = {findings: [], text: '', notes: [], fixed: 0, ofRecord: []} as const;

/** A thread that runs this program's own file again; null where that cannot be loaded in a thread. */
function start(): Promise<Worker | null> {
  return new Promise((done) => {
    try {
      const worker = new Worker(realpathSync(process.argv[1] ?? ''), {workerData: mark});
      const failed = () => done(null);
      worker.once('error', failed).once('exit', failed);
      worker.once('message', () => {
        worker.off('error', failed).off('exit', failed);
        done(worker);
      });
    } catch {
      done(null);
    }
  });
}

function deferred<T>(): {readonly promise: Promise<T>; readonly settle: (value: T) => void} {
  let settle: (value: T) => void = () => {};
  const promise = new Promise<T>((done) => {
    settle = done;
  });
  return {promise, settle};
}
