/** Quick work needs no bar; it appears after as many milliseconds. */
const patience = 500;
const barWidth = 24;

export interface Progress {
  step(): void;
  /** Takes the bar away, before anything else is written. */
  clear(): void;
}

/** A progress bar on standard error, where a person sees it; else nothing. */
export function progress(total: number, stream: NodeJS.WriteStream = process.stderr): Progress {
  if (!stream.isTTY || total < 2 || process.env.TERM === 'dumb') return {step() {}, clear() {}};
  const started = Date.now();
  let done = 0;
  let shown = false;
  let last = 0;
  return {
    step() {
      done++;
      const now = Date.now();
      if (now - started < patience || now - last < 50) return;
      last = now;
      shown = true;
      const full = Math.round((barWidth * done) / total);
      stream.write(`\r${'█'.repeat(full)}${'░'.repeat(barWidth - full)} ${done} of ${total}`);
    },
    clear() {
      if (shown) stream.write('\r\u001b[2K');
      shown = false;
    },
  };
}
