/** The cookie of an opened link; apart from the session of somebody who has an account in the same browser. */
export class LinkCookie {
  private readonly name: string;
  private readonly attributes: string;

  constructor(publicUrl: string) {
    const https = publicUrl.startsWith('https:');
    this.name = https ? '__Secure-simpul-link' : 'simpul-link';
    this.attributes = `Path=/api/link-answer; HttpOnly; SameSite=Strict${https ? '; Secure' : ''}`;
  }

  set(token: string, seconds: number): string {
    return `${this.name}=${token}; Max-Age=${seconds}; ${this.attributes}`;
  }

  clear(): string {
    return `${this.name}=; Max-Age=0; ${this.attributes}`;
  }

  /** The token in a Cookie header, if it has the shape of one (43 base64url characters = 256 bits). */
  read(header: string | undefined): string | undefined {
    for (const part of header?.split(';') ?? []) {
      const [name, value] = part.trim().split('=', 2);
      if (name === this.name && value && /^[\w-]{43}$/.test(value)) return value;
    }
    return undefined;
  }
}
