#!/usr/bin/env node
import {exitCodes} from './failure.js';
import {surviveClosedPipes, tell} from './output.js';
import {isWorker, serve} from './workers.js';

if (isWorker) await serve();
else {
  surviveClosedPipes();
  try {
    const {run} = await import('./program.js');
    // Not `process.exit`, which would cut off what is still being written.
    process.exitCode = await run(process.argv.slice(2));
  } catch (error) {
    tell(`onrecord: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    process.exitCode = exitCodes.trouble;
  }
}
