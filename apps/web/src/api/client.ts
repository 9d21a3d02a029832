import createClient from 'openapi-fetch';
import type { paths } from './contract';
import { Problem, problemOf } from './problem';
import { askForProof } from './step-up';

export const api = createClient<paths>({ baseUrl: '', credentials: 'same-origin', fetch: withProof });

/** An act for which the server wants a fresh proof waits for it and goes out once more; the screen notices nothing. */
async function withProof(request: Request): Promise<Response> {
  const again = request.clone();
  const response = await fetch(request);
  if (response.status !== 403) return response;
  const problem = (await response
    .clone()
    .json()
    .catch(() => undefined)) as { code?: unknown } | undefined;
  return problem?.code === 'step-up-needed' && (await askForProof()) ? fetch(again) : response;
}

let onSignedOut: () => void = () => {};
/** Called when the server no longer knows the session; the shell then asks for the password and keeps what was typed. */
export function whenSignedOut(handler: () => void): void {
  onSignedOut = handler;
}

let lastAnswerAt = 0;
/** Milliseconds (performance clock) of the last answer; the idle watch uses it to keep a busy person's session alive. */
export const lastAnswer = (): number => lastAnswerAt;

let clockSkewMs = 0;
/** The server's clock as far as its `Date` header tells (whole seconds): a device's own clock is often wrong. */
export const serverNow = (): Date => new Date(Date.now() + clockSkewMs);

api.use({
  onRequest({ request }) {
    // Sentences that the server writes itself come in the language of the screen.
    request.headers.set('Accept-Language', document.documentElement.lang || 'id');
  },
  onResponse({ response, schemaPath }) {
    lastAnswerAt = performance.now();
    const date = response.headers.get('date');
    if (date) {
      const skew = Date.parse(date) - Date.now();
      clockSkewMs = Math.abs(skew) > 2_000 ? skew : 0;
    }
    if (response.status === 401 && !String(schemaPath).startsWith('/api/sessions')) onSignedOut();
  },
});

/** Turns an openapi-fetch answer into its data or a thrown Problem. */
export async function answer<T>(
  call: Promise<{ data?: T; error?: unknown; response: Response }>,
): Promise<T> {
  let result;
  try {
    result = await call;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new Problem(0, 'network');
  }
  if (result.error !== undefined || !result.response.ok)
    throw problemOf(result.response.status, result.error);
  return result.data as T;
}

/** One try to do something. The same key goes out again when the first try may have arrived unheard. */
export const withKey = (key: string) => ({ 'Idempotency-Key': key });
