import {writeSync} from 'node:fs';

/** Results. A reader that has gone away (`| head`) ends the process quietly, see `surviveClosedPipes`. */
export function print(text: string): void {
  process.stdout.write(text);
}

/** Everything that is no result. */
export function tell(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** Whoever reads our output may stop at any time: that is no fault of theirs or ours. */
export function surviveClosedPipes(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED')
        process.exit(process.exitCode ?? 0);
      try {
        writeSync(2, `onrecord: cannot write: ${error.message}\n`);
      } catch {
        // Nobody is left to be told.
      }
      process.exit(2);
    });
  }
}
