/** One key per try (a UUID), as the API wants it in `Idempotency-Key`. */
export function newKey(): string {
  // randomUUID exists only on https and localhost; an office network may serve plain http by address.
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** Chooses the key of a try: the old one when the same content may already have arrived, else a new one. */
export class AttemptKeys {
  private last?: { content: string; key: string; open: boolean };

  next(content: unknown): string {
    const text = JSON.stringify(content) ?? '';
    if (this.last?.open && this.last.content === text) return this.last.key;
    this.last = { content: text, key: newKey(), open: true };
    return this.last.key;
  }

  /** The server has answered with a decision: another submit is a new act. */
  settled(): void {
    if (this.last) this.last.open = false;
  }
}
