/** Injection token for `SessionCookie`. */
export const SESSION_COOKIE = Symbol('session cookie');

// As long as browsers keep a cookie at all.
const DEVICE_SECONDS = 400 * 24 * 3600;

/**
 * Writes and reads the session's cookie, and the one by which a browser is known again (it opens nothing). With https
 * they are `__Host-`: Secure, this host only, path `/`.
 */
export class SessionCookie {
  private readonly name: string;
  private readonly deviceName: string;
  private readonly attributes: string;

  constructor(publicUrl: string) {
    const https = publicUrl.startsWith('https:');
    this.name = https ? '__Host-simpul' : 'simpul';
    this.deviceName = `${this.name}-device`;
    this.attributes = `Path=/; HttpOnly; SameSite=Strict${https ? '; Secure' : ''}`;
  }

  set(token: string, seconds: number): string {
    return `${this.name}=${token}; Max-Age=${seconds}; ${this.attributes}`;
  }

  setDevice(token: string): string {
    return `${this.deviceName}=${token}; Max-Age=${DEVICE_SECONDS}; ${this.attributes}`;
  }

  clear(): string {
    return `${this.name}=; Max-Age=0; ${this.attributes}`;
  }

  /** The token in a Cookie header, if it has the shape of one (43 base64url characters = 256 bits). */
  read(header: string | undefined): string | undefined {
    return valueOf(this.name, header);
  }

  readDevice(header: string | undefined): string | undefined {
    return valueOf(this.deviceName, header);
  }
}

function valueOf(wanted: string, header: string | undefined): string | undefined {
  for (const part of header?.split(';') ?? []) {
    const [name, value] = part.trim().split('=', 2);
    if (name === wanted && value && /^[\w-]{43}$/.test(value)) return value;
  }
  return undefined;
}
