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
