/** CPU time that some work takes, in milliseconds: waiting for a busy machine does not count. */
export function cpuTime(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const {user, system} = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** What a fixed piece of arithmetic takes on the machines that our limits are meant for, in milliseconds. */
const usual = 30;

/** How many times slower than usual this machine is right now; 1 where it is as quick or quicker. */
export function slowness(): number {
  let sum = 0;
  const took = cpuTime(() => {
    for (let i = 0; i < 5e7; i++) sum = (sum + i * 7) | 0;
  });
  // The sum is used, so that nothing is left out.
  return Math.max(1, took / usual + (sum === 1 ? 1e-9 : 0));
}

/** Whether a quadruple of the input takes about four times as long, measured until it does or `tries` are used up. */
export function growsEvenly(
  measure: (size: number) => ReadonlyMap<string, number>,
  size: number,
  tries = 4,
): readonly string[] {
  const small = new Map<string, number>();
  const large = new Map<string, number>();
  let steep: string[] = [];
  for (let i = 0; i < tries; i++) {
    keepLeast(small, measure(size));
    keepLeast(large, measure(4 * size));
    const unit = slowness();
    steep = [...large]
      // What is over in a blink cannot be told from noise, and harms nobody.
      .filter(([name, took]) => took > 12 * unit && took > 8 * Math.max(1, small.get(name) ?? 0))
      .map(([name, took]) => `${name}: ${(small.get(name) ?? 0).toFixed(1)} ms, then ${took.toFixed(1)} ms`);
    if (steep.length === 0) return [];
  }
  return steep;
}

function keepLeast(least: Map<string, number>, measured: ReadonlyMap<string, number>): void {
  for (const [name, took] of measured) least.set(name, Math.min(took, least.get(name) ?? took));
}

/** How many times longer than usual work takes now by the clock: other programs may want the machine, too. */
export function delay(): number {
  const began = performance.now();
  slowness();
  return Math.max(1, (performance.now() - began) / usual);
}
