/** Runs `act` from `width` lanes for `seconds`; operations per second, median and 99th percentile in milliseconds. */
export async function measure(act, { width, seconds, count = Infinity }) {
  const times = [];
  let left = count;
  const ends = performance.now() + seconds * 1000;
  const started = performance.now();
  await Promise.all(
    Array.from({ length: width }, async (_, lane) => {
      while (performance.now() < ends && left > 0) {
        left -= 1;
        const before = performance.now();
        await act(lane);
        times.push(performance.now() - before);
      }
    }),
  );
  const took = (performance.now() - started) / 1000;
  times.sort((a, b) => a - b);
  const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? NaN;
  return { perSecond: times.length / took, p50: at(0.5), p99: at(0.99), operations: times.length };
}
