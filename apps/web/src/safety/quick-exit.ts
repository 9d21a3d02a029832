import { endOnServer, forgetAll } from '../api/session';

/** A public page that shows nothing personal and that anybody may have open. */
const AWAY = 'https://www.bmkg.go.id/';

/**
 * Leaves at once: hide first (a slow network must not keep the page in sight), then forget, then go. The history of the
 * browser is not erased; the words beside the button say so.
 */
export function quickExit(): void {
  document.documentElement.style.display = 'none';
  document.title = 'Cuaca';
  forgetAll();
  void endOnServer();
  window.location.replace(AWAY);
}

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
