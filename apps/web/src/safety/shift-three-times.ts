const WITHIN_MS = 5_000;

/** Shift pressed three times within five seconds, with nothing between. Returns a handler of keydown events. */
export function shiftThreeTimes(
  exit: () => void,
  seen: (count: number) => void,
  now: () => number = Date.now,
) {
  let times: number[] = [];
  return (event: { key: string; repeat?: boolean }) => {
    if (event.repeat) return;
    if (event.key !== 'Shift') {
      // Typing a capital letter is Shift and a letter: the count starts anew.
      times = [];
      seen(0);
      return;
    }
    const at = now();
    times = [...times.filter((time) => at - time < WITHIN_MS), at];
    seen(times.length);
    if (times.length >= 3) exit();
  };
}
