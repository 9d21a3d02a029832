/** Words that somebody typed and has not saved. */
export interface Draft {
  key: string;
  value: unknown;
  at: Date;
  /** Where to go on writing, and what to call it in the list of drafts (a words key). */
  href?: string;
  name?: string;
}

const PLACE = 'simpul.drafts';
/** Forgotten words are a risk without a use. */
const KEPT_MS = 72 * 3_600_000;
const IV_BYTES = 12;

/**
 * Unsaved words in this tab's session storage, sealed with AES-256-GCM under a key that the server gives to this
 * account's live sessions only: whoever has the computer and not the password has noise. Where the browser has no cipher
 * (a page over plain http) nothing is stored and drafts live in memory alone.
 */
export class DraftBox {
  private key?: CryptoKey;
  private account = '';
  /** What is to be sealed next: the latest words only, as soon as the cipher is free. */
  private waiting?: Draft[];
  private sealing = false;
  /** Counts what was burnt: a sealing that began before must not write after. */
  private burnt = 0;

  async open(account: string, key: string): Promise<Draft[]> {
    if (!globalThis.crypto?.subtle) return [];
    this.account = account;
    this.key = await crypto.subtle.importKey('raw', fromBase64(key), 'AES-GCM', false, [
      'encrypt',
      'decrypt',
    ]);
    const sealed = sessionStorage.getItem(PLACE);
    if (!sealed) return [];
    try {
      const bytes = fromBase64(sealed);
      const plain = await crypto.subtle.decrypt(
        this.cipher(bytes.slice(0, IV_BYTES)),
        this.key,
        bytes.slice(IV_BYTES),
      );
      const kept = JSON.parse(new TextDecoder().decode(plain)) as (Omit<Draft, 'at'> & { at: string })[];
      return kept
        .map((draft) => ({ ...draft, at: new Date(draft.at) }))
        .filter((draft) => Date.now() - draft.at.getTime() < KEPT_MS);
    } catch {
      // Another person's, or damaged: of no use to anybody.
      sessionStorage.removeItem(PLACE);
      return [];
    }
  }

  keep(drafts: Draft[] | undefined): void {
    if (!this.key) return;
    this.waiting = drafts;
    if (!drafts) return sessionStorage.removeItem(PLACE);
    // Without a pause: a page may be reloaded in the moment after the last letter, and then nothing can wait any more.
    if (!this.sealing) void this.sealAll();
  }

  burn(): void {
    this.waiting = undefined;
    this.burnt += 1;
    this.key = undefined;
    sessionStorage.removeItem(PLACE);
  }

  async across<T>(act: () => Promise<T>): Promise<T> {
    const { burnt } = this;
    const sealed = sessionStorage.getItem(PLACE);
    const result = await act();
    if (sealed && burnt === this.burnt && !sessionStorage.getItem(PLACE))
      sessionStorage.setItem(PLACE, sealed);
    return result;
  }

  private async sealAll(): Promise<void> {
    this.sealing = true;
    try {
      while (this.waiting) {
        const next = this.waiting;
        await this.seal(next);
        if (this.waiting === next) this.waiting = undefined;
      }
    } finally {
      this.sealing = false;
    }
  }

  private async seal(drafts: Draft[]): Promise<void> {
    const { key, burnt } = this;
    if (!key) return;
    const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
    const words = new TextEncoder().encode(JSON.stringify(drafts));
    const sealed = new Uint8Array(await crypto.subtle.encrypt(this.cipher(iv), key, words));
    // Saved or forgotten meanwhile.
    if (burnt !== this.burnt || !this.waiting) return;
    try {
      sessionStorage.setItem(PLACE, toBase64(iv, sealed));
    } catch {
      // Storage is full or forbidden: the words are still in memory.
    }
  }

  private cipher(iv: Uint8Array<ArrayBuffer>): AesGcmParams {
    return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(this.account) };
  }
}

const fromBase64 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), (one) => one.charCodeAt(0));

function toBase64(...parts: Uint8Array[]): string {
  let text = '';
  for (const part of parts) for (const byte of part) text += String.fromCharCode(byte);
  return btoa(text);
}
