import {realpathSync} from 'node:fs';
import {isMainThread, parentPort, Worker, workerData} from 'node:worker_threads';
import type {Job} from './checkFile.js';
import type {FileResult} from './result.js';

/** Tells a thread of ours from one that somebody else started. */
const mark = 'onrecord-worker';

/** Results of many files, each as soon as it and those before it are there. */
export async function* checkAll(jobs: readonly Job[], threads: number): AsyncGenerator<FileResult> {
  if (Math.min(threads, jobs.length) < 2) {
    const {checkFile} = await import('./checkFile.js');
    for (const job of jobs) yield await checkFile(job);
    return;
  }
  const pool = Array.from({length: Math.min(threads, jobs.length)}, () => new Hand());
  const results: Promise<FileResult>[] = [];
  const settle: ((result: FileResult) => void)[] = [];
  for (const index of jobs.keys()) results.push(new Promise((done) => (settle[index] = done)));
  let next = 0;
  const work = async (hand: Hand): Promise<void> => {
    while (next < jobs.length) {
      const index = next++;
      settle[index]?.(await hand.check(jobs[index] as Job));
    }
  };
  const all = Promise.all(pool.map(work));
  try {
    for (const result of results) yield await result;
    await all;
  } finally {
    for (const hand of pool) hand.stop();
  }
}

/** One thread that takes one file after another. */
class Hand {
  private worker: Worker | null = null;

  check(job: Job): Promise<FileResult> {
    this.worker ??= new Worker(realpathSync(process.argv[1] as string), {workerData: mark});
    const {worker} = this;
    return new Promise((done) => {
      const finish = (result: FileResult) => {
        worker.off('message', finish).off('error', failed).off('exit', gone);
        done(result);
      };
      const failed = (error: Error) => {
        this.worker = null;
        finish({
          path: job.path,
          findings: [],
          text: '',
          notes: [],
          fixed: 0,
          error: `Onrecord failed on this file: ${error.message}`,
        });
      };
      const gone = () => failed(new Error('its thread ended'));
      worker.on('message', finish).on('error', failed).on('exit', gone);
      worker.postMessage(job);
    });
  }

  stop(): void {
    void this.worker?.terminate();
  }
}

export const isWorker = !isMainThread && workerData === mark;

/** What the program does in a thread of ours: checks what it is sent, one file at a time. */
export async function serve(): Promise<void> {
  const {checkFile} = await import('./checkFile.js');
  parentPort?.on('message', async (job: Job) => parentPort?.postMessage(await checkFile(job)));
}
