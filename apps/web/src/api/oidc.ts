import { answer, api } from './client';

/** The step that is under way while the browser is at the city's own sign-in; kept in this tab alone. */
const KEPT = 'simpul.oidc';

export interface BroughtBack {
  kind: 'signIn' | 'link';
  step: string;
  query: string;
}

/** What the city calls its sign-in; null without one. */
export const oidcName = async (): Promise<string | null> =>
  (await answer(api.GET('/api/sessions/oidc'))).name;

/** Leaves for the city's sign-in, to come back to the page for signing in. */
export async function goToOidc(kind: BroughtBack['kind']): Promise<void> {
  const { step, url } = await answer(
    kind === 'signIn'
      ? api.POST('/api/sessions/oidc-question')
      : api.POST('/api/accounts/current/identity-question'),
  );
  sessionStorage.setItem(KEPT, JSON.stringify({ kind, step }));
  window.location.assign(url);
}

/** What the browser came back with, once; its address is clean afterwards. */
export function broughtBack(): BroughtBack | undefined {
  const query = window.location.search;
  const kept = sessionStorage.getItem(KEPT);
  if (!kept || !/[?&](?:code|error)=/.test(query)) return undefined;
  sessionStorage.removeItem(KEPT);
  window.history.replaceState(null, '', window.location.pathname);
  return { ...(JSON.parse(kept) as Pick<BroughtBack, 'kind' | 'step'>), query };
}

/** A link that was shown at the city's sign-in and is still to be proposed. */
let shown: BroughtBack | undefined;
export function keepShown(link: BroughtBack): void {
  shown = link;
}
export function takeShown(): BroughtBack | undefined {
  const link = shown;
  shown = undefined;
  return link;
}
