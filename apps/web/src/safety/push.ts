import type { ChannelChoice } from '../api/contract';

/**
 * This browser and push. `here`: it is one of the person's devices. `elsewhere`: others are. `denied`: the browser says
 * no by itself, and only its own settings change that.
 */
export type PushState = 'unsupported' | 'denied' | 'here' | 'elsewhere' | 'off';

/** Why a browser did not switch on: its person or its settings said no, or its push service was not reached. */
export class PushNotOn extends Error {
  constructor(readonly why: 'denied' | 'dismissed' | 'unreachable') {
    super(why);
  }
}

const WORKER = '/push-worker.js';
/** A path that no page has: the worker is near no page, and a page is never answered by it. */
const SCOPE = '/pesan-peramban/';
/** Says that this browser is switched on, so that the end of a session does not take the worker away. */
const ON = 'simpul.push';

const supported = (): boolean =>
  'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;

export const keepsPush = (): boolean => localStorage.getItem(ON) !== null;

/** `deviceId`: which of the devices this browser is. */
export async function pushState({
  devices,
}: ChannelChoice): Promise<{ state: PushState; deviceId?: string }> {
  if (!supported()) return { state: 'unsupported' };
  if (Notification.permission === 'denied') return { state: 'denied' };
  const subscription = await subscribed();
  const mine = devices.find(({ fingerprint }) => fingerprint === subscription?.fingerprint);
  if (mine) return { state: 'here', deviceId: mine.id };
  return { state: devices.length > 0 ? 'elsewhere' : 'off' };
}

/** Asks the person and then the browser; only ever after a click. What it returns is for the server. */
export async function subscribeHere(
  key: string,
): Promise<{ endpoint: string; p256dh: string; auth: string }> {
  const permission = await Notification.requestPermission();
  if (permission !== 'granted') throw new PushNotOn(permission === 'denied' ? 'denied' : 'dismissed');
  try {
    const registration = await navigator.serviceWorker.register(WORKER, { scope: SCOPE });
    await activated(registration);
    // One that is there is another person's, or of another key: it must not ring for whoever sits here now.
    await (await registration.pushManager.getSubscription())?.unsubscribe();
    const made = await registration.pushManager.subscribe({
      userVisibleOnly: true,
      applicationServerKey: bytesOf(key),
    });
    const { endpoint, keys } = made.toJSON();
    localStorage.setItem(ON, '1');
    return { endpoint: endpoint!, p256dh: keys!.p256dh!, auth: keys!.auth! };
  } catch {
    throw new PushNotOn('unreachable');
  }
}

/** Ends what this browser is subscribed to, unless it belongs to one of these devices. */
export async function unsubscribeHere(keep: ChannelChoice['devices'] = []): Promise<void> {
  if (!supported()) return;
  const subscription = await subscribed();
  if (subscription && keep.some(({ fingerprint }) => fingerprint === subscription.fingerprint)) return;
  await subscription?.end();
  localStorage.removeItem(ON);
}

/** The fingerprint of this browser's own subscription, and the way to end it. */
async function subscribed(): Promise<{ fingerprint: string; end: () => Promise<unknown> } | undefined> {
  const registration = await navigator.serviceWorker.getRegistration(SCOPE);
  const subscription = await registration?.pushManager.getSubscription();
  if (!subscription) return undefined;
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(subscription.endpoint));
  const fingerprint = btoa(String.fromCharCode(...new Uint8Array(hash)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
  return { fingerprint, end: () => subscription.unsubscribe() };
}

/** `ready` waits for a worker that answers this page; ours answers none. */
async function activated({ installing, waiting, active }: ServiceWorkerRegistration): Promise<void> {
  const worker = active ?? waiting ?? installing;
  if (!worker || worker.state === 'activated') return;
  await new Promise<void>((resolve) =>
    worker.addEventListener('statechange', () => worker.state === 'activated' && resolve()),
  );
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}
