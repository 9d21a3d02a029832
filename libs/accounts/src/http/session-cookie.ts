/** Injection token for `SessionCookie`. */
export const SESSION_COOKIE = Symbol('session cookie');

/** Writes and reads the session cookie. With https it is `__Host-`: Secure, this host only, path `/`. */
export class SessionCookie {
  private readonly name: string;
  private readonly attributes: string;

  constructor(publicUrl: string) {
    const https = publicUrl.startsWith('https:');
    this.name = https ? '__Host-simpul' : 'simpul';
    this.attributes = `Path=/; HttpOnly; SameSite=Strict${https ? '; Secure' : ''}`;
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
