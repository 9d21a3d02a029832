import { useSyncExternalStore } from 'react';
import type { Session } from './contract';
import { answer, api, whenSignedOut } from './client';
import { cache } from './cache';
import { answerPasskey } from './passkey';
import { Problem } from './problem';
import { readTimesIn } from '../clock/dates';
import { keepsPush } from '../safety/push';
import { acrossTheEnd, forgetDrafts, recoverDrafts } from '../safety/drafts';

/**
 * Who is here. `locked` ends the session on the server too, so that a reload or a second tab cannot look behind the
 * lock; only the account's id and the e-mail typed at sign-in stay in memory, to come back to the same place.
 */
export type Presence =
  | { state: 'asking' }
  | { state: 'out' }
  | { state: 'in'; session: Session; email?: string }
  | {
      state: 'locked';
      accountId?: string;
      displayName?: string;
      email?: string;
      why: 'asked' | 'idle' | 'ended';
    };

let presence: Presence = { state: 'asking' };
const listeners = new Set<() => void>();
const tabs = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('simpul');
const LOCK_FLAG = 'simpul.locked';
/** The e-mail typed at sign-in, for the lock screen after a reload: the only thing about a person kept in this tab. */
const EMAIL = 'simpul.email';
/** Says that a session may exist; the session itself is in a cookie that no script can read. */
const WAS_HERE = 'simpul.here';

function become(next: Presence): void {
  presence = next;
  if (next.state === 'in') readTimesIn(next.session.zone, next.session.cityZone);
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};
const snapshot = () => presence;

export const usePresence = (): Presence => useSyncExternalStore(subscribe, snapshot);

export function useSession(): Session {
  const now = usePresence();
  if (now.state !== 'in') throw new Error('useSession outside a signed-in screen');
  return now.session;
}

export async function askWhoIsHere(): Promise<void> {
  if (sessionStorage.getItem(LOCK_FLAG)) {
    // The page was reloaded while locked and perhaps without a network: the session must not come back by itself.
    await acrossTheEnd(endOnServer);
    become({ state: 'out' });
    return;
  }
  // A browser that never signed in has nothing to ask; the first page is quicker and no refusal stands in its console.
  if (!localStorage.getItem(WAS_HERE)) {
    become({ state: 'out' });
    return;
  }
  try {
    const session = await answer(api.GET('/api/sessions/current'));
    await recoverDrafts(session.account.id, session.draftKey);
    become({ state: 'in', session, email: sessionStorage.getItem(EMAIL) ?? undefined });
  } catch {
    become({ state: 'out' });
  }
}

/** The password was right and a second step is due. Kept in memory only. */
export interface PendingStep {
  step: string;
  ways: string[];
  /** As it was typed, if it was. */
  email?: string;
}

/** Opens the session, or says which step comes next. */
export async function signIn(email: string, password: string): Promise<PendingStep | undefined> {
  try {
    await enter(await answer(api.POST('/api/sessions', { body: { email, password } })), email);
    return undefined;
  } catch (error) {
    if (error instanceof Problem && error.code === 'session.secondFactorNeeded' && error.next)
      return { ...error.next, email };
    throw error;
  }
}

/** As `signIn`, with what the city's own sign-in sent the browser back with. */
export async function signInWithOidc(step: string, query: string): Promise<PendingStep | undefined> {
  try {
    await enter(await answer(api.POST('/api/sessions/oidc', { body: { step, query } })));
    return undefined;
  } catch (error) {
    if (error instanceof Problem && error.code === 'session.secondFactorNeeded' && error.next)
      return { ...error.next };
    throw error;
  }
}

export async function signInSecond(
  { step, email }: PendingStep,
  proof: { code?: string; recoveryCode?: string; passkey?: string },
): Promise<void> {
  await enter(await answer(api.POST('/api/sessions/second-step', { body: { step, ...proof } })), email);
}

/** What a passkey is asked; without a step it may be anybody's. */
export const askPasskey = (step?: string): Promise<{ step: string; options: string }> =>
  answer(
    api.POST('/api/sessions/passkey-question', {
      body: step ? { for: 'secondStep', step } : { for: 'signIn' },
    }),
  );

export async function signInWithPasskey(): Promise<void> {
  const { step, options } = await askPasskey();
  const passkey = await answerPasskey(options);
  await enter(await answer(api.POST('/api/sessions/passkey', { body: { step, passkey } })));
}

async function enter(session: Session, email?: string): Promise<void> {
  const before = presence;
  if (before.state === 'locked' && before.accountId !== session.account.id) forgetDrafts();
  await recoverDrafts(session.account.id, session.draftKey);
  sessionStorage.removeItem(LOCK_FLAG);
  if (email) sessionStorage.setItem(EMAIL, email);
  else sessionStorage.removeItem(EMAIL);
  localStorage.setItem(WAS_HERE, '1');
  become({ state: 'in', session, email });
}

/** After the own password or factors changed: what was shut before is open now. */
export async function askAgain(): Promise<void> {
  if (presence.state !== 'in') return;
  const { email } = presence;
  const session = await answer(api.GET('/api/sessions/current'));
  become({ state: 'in', session, email });
}

export function lock(why: 'asked' | 'idle' | 'ended', tellTabs = true): void {
  if (presence.state !== 'in') return;
  const { session, email } = presence;
  sessionStorage.setItem(LOCK_FLAG, '1');
  become({
    state: 'locked',
    accountId: session.account.id,
    displayName: session.account.displayName,
    email,
    why,
  });
  cache.clear();
  if (why !== 'ended') void acrossTheEnd(endOnServer);
  if (tellTabs) tabs?.postMessage('lock');
}

/** Everything this tab knows: what was asked, what was typed, who was here. */
export function forgetAll(): void {
  cache.clear();
  forgetDrafts();
  sessionStorage.clear();
  localStorage.removeItem(WAS_HERE);
}

export async function signOut(): Promise<void> {
  forgetAll();
  await endOnServer();
  become({ state: 'out' });
  tabs?.postMessage('lock');
}

/** From the lock screen: somebody else wants in, or five wrong passwords. */
export function leaveLock(): void {
  forgetAll();
  become({ state: 'out' });
}

/** Keeps the session of somebody who types for a long time without any request. */
export async function keepAlive(): Promise<void> {
  try {
    await answer(api.GET('/api/sessions/current'));
  } catch (error) {
    if (error instanceof Problem && error.status === 401) lock('ended');
  }
}

/** `keepalive` lets the request outlive the page (quick exit). A failure is no failure: the session also idles out. */
export async function endOnServer(): Promise<void> {
  try {
    await fetch('/api/sessions/current', {
      method: 'DELETE',
      keepalive: true,
      credentials: 'same-origin',
      // The answer clears the browser's storage, and with it the worker that rings at night: not where one is wanted.
      headers: keepsPush() ? { 'Simpul-Keeps': 'push' } : {},
    });
  } catch {
    window.addEventListener('online', () => void endOnServer(), { once: true });
  }
}

export function tellTabsActive(): void {
  tabs?.postMessage('active');
}

export function whenTabActive(handler: () => void): () => void {
  const listener = (event: MessageEvent) => event.data === 'active' && handler();
  tabs?.addEventListener('message', listener);
  return () => tabs?.removeEventListener('message', listener);
}

tabs?.addEventListener('message', (event) => {
  if (event.data === 'lock') lock('asked', false);
});
whenSignedOut(() => lock('ended', false));
