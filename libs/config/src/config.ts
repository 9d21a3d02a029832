import { isIP } from 'node:net';

/** Everything the programs read from their surroundings, checked once at the start and frozen. */
export interface SimpulConfig {
  /** Connection URLs, one per database role; a program only needs those of the roles that it uses. */
  databases: {
    owner?: string;
    api?: string;
    signin?: string;
    worker?: string;
    ledger?: string;
    queue?: string;
  };
  /** `redis://…` or `rediss://…` puts the queue on Redis or Valkey; absent means PostgreSQL. */
  queueUrl?: string;
  /** Paths of the two keys that never enter the database. */
  masterKeyFile?: string;
  ledgerKeyFile?: string;
  /** Who witnesses the ledger (a policy as c2sp.org/tlog-policy has it); absent means nobody. */
  witnessesFile?: string;
  /** The city's mail server, `smtp://` (with STARTTLS) or `smtps://`, and the address that mails come from. */
  mail?: { url: string; from: string };
  /** Gateway for SMS or WhatsApp: where signed webhooks go, and the key that both sides know (at least 24 bytes). */
  gateway?: { url: string; key: Buffer };
  /**
   * Web push: whom a push service may write to when something is wrong with our messages, and push services beyond those
   * of the browser makers (`push.example.go.id`, `*.push.example.go.id`, `localhost:8443` for trying it out).
   */
  push?: { contact: string; hosts: string[] };
  /**
   * Ways out of the house that are set up. A program that only says which there are is told their names
   * (`SIMPUL_CHANNELS`) and none of their secrets.
   */
  channels: readonly OutsideChannel[];
  host: string;
  port: number;
  /** Origin that browsers use. With https the session cookie gets the `__Host-` prefix and `Secure`. */
  publicUrl: string;
  /** City zone for dates on screens and for deadline arithmetic (IANA name). */
  zone: string;
  /** Prefix of case numbers, for example `PBM`. Neutral: it names the city, never the kind of case. */
  cityPrefix: string;
  regionCode: string;
  sessionIdleSeconds: number;
  sessionAbsoluteSeconds: number;
  /** The city's own sign-in (OpenID Connect), and what its button says. */
  oidc?: { issuer: string; clientId: string; clientSecret: string; name: string };
  /** Who needs a second factor to work: nobody (it is offered), whoever could do harm to a case, everyone. */
  secondFactor: (typeof SECOND_FACTOR)[number];
  /** Sign-ins that one address may try per minute; an office behind one router shares an address. */
  signInsPerMinute: number;
  /**
   * Reverse proxies whose `X-Forwarded-For` is believed: addresses or ranges, named one by one. None: the address of the
   * connection counts, whatever a header says.
   */
  trustedProxies: readonly string[];
  /** Private ports for Prometheus, one per program; absent: no metrics. */
  apiMetrics?: { host: string; port: number };
  workerMetrics?: { host: string; port: number };
  /** Folder with the built web pages; absent means the API serves none. */
  webFolder?: string;
}

const SECOND_FACTOR = ['offered', 'cases', 'everyone'] as const;
/** As `ChannelName` of the notifications. */
const OUTSIDE_CHANNELS = ['email', 'gateway', 'push'] as const;
type OutsideChannel = (typeof OUTSIDE_CHANNELS)[number];

const AT_HOME = ['localhost', '127.0.0.1', '[::1]'];
/** A name with a top-level domain, never an address; within this machine a port, for trying it out. */
const PUSH_HOST = /^(?:(?:\*\.)?(?:[a-z0-9-]+\.)+[a-z]{2,}|localhost:\d{1,5})$/;
const ZONES = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'];

/** Reads the environment; throws one error that names every fault, so that a start fails once and not five times. */
export function loadConfig(env: Record<string, string | undefined> = process.env): Readonly<SimpulConfig> {
  const faults: string[] = [];
  const number = (name: string, fallback: number, min: number, max: number): number => {
    const text = env[name];
    if (text === undefined || text === '') return fallback;
    const value = Number(text);
    if (!Number.isInteger(value) || value < min || value > max) {
      faults.push(`${name} must be a whole number from ${min} to ${max}`);
      return fallback;
    }
    return value;
  };
  const url = (name: string, protocols: string[]): string | undefined => {
    const text = env[name];
    if (!text) return undefined;
    // The value is not repeated in the fault: it may hold a password.
    if (!URL.canParse(text) || !protocols.includes(new URL(text).protocol)) {
      faults.push(`${name} must be a URL that starts with ${protocols.join(' or ')}//`);
      return undefined;
    }
    return text;
  };
  const postgres = ['postgres:', 'postgresql:'];
  const port = number('PORT', 4710, 0, 65535);
  const zone = env.SIMPUL_ZONE ?? 'Asia/Jakarta';
  if (!ZONES.includes(zone)) faults.push(`SIMPUL_ZONE must be one of ${ZONES.join(', ')}`);
  const cityPrefix = env.SIMPUL_CITY_PREFIX ?? 'PBM';
  if (!/^[A-Z]{2,5}$/.test(cityPrefix)) faults.push('SIMPUL_CITY_PREFIX must be 2 to 5 capital letters');
  const mailUrl = url('SMTP_URL', ['smtp:', 'smtps:']);
  const mailFrom = env.SIMPUL_MAIL_FROM || undefined;
  if (mailFrom && !/^[^\s@<>,;"]+@[^\s@<>,;"]+$/.test(mailFrom))
    faults.push('SIMPUL_MAIL_FROM must be one plain e-mail address');
  if (Boolean(mailUrl) !== Boolean(mailFrom)) faults.push('SMTP_URL and SIMPUL_MAIL_FROM need each other');
  const gatewayUrl = url('SIMPUL_GATEWAY_URL', ['https:', 'http:']);
  const gatewayKey = webhookKey(env.SIMPUL_GATEWAY_SECRET);
  // Telephone numbers cross the network: never in clear, except within one machine.
  if (gatewayUrl?.startsWith('http:') && !AT_HOME.includes(new URL(gatewayUrl).hostname))
    faults.push('SIMPUL_GATEWAY_URL must be https beyond this machine');
  if (env.SIMPUL_GATEWAY_SECRET && !gatewayKey)
    faults.push('SIMPUL_GATEWAY_SECRET must be whsec_ and the base64 of 24 to 64 random bytes');
  if (Boolean(env.SIMPUL_GATEWAY_URL) !== Boolean(env.SIMPUL_GATEWAY_SECRET))
    faults.push('SIMPUL_GATEWAY_URL and SIMPUL_GATEWAY_SECRET need each other');
  const pushContact = env.SIMPUL_PUSH_CONTACT || undefined;
  if (pushContact && !/^(?:mailto:[^\s@<>,;"]+@[^\s@<>,;"]+|https:\/\/[^\s<>"]+)$/.test(pushContact))
    faults.push('SIMPUL_PUSH_CONTACT must be mailto: and an e-mail address, or an https address');
  const pushHosts = (env.SIMPUL_PUSH_HOSTS ?? '').split(/[\s,]+/).filter(Boolean);
  if (!pushHosts.every((name) => PUSH_HOST.test(name)))
    faults.push('SIMPUL_PUSH_HOSTS must be host names (push.example.go.id or *.push.example.go.id)');
  if (pushHosts.length > 0 && !pushContact) faults.push('SIMPUL_PUSH_HOSTS needs SIMPUL_PUSH_CONTACT');
  const oidc = oidcIn(env, url('SIMPUL_OIDC_ISSUER', ['https:', 'http:']), faults);
  const secondFactor = SECOND_FACTOR.find((one) => one === (env.SIMPUL_SECOND_FACTOR || 'offered'));
  if (!secondFactor) faults.push(`SIMPUL_SECOND_FACTOR must be one of ${SECOND_FACTOR.join(', ')}`);
  const metricsPlace = (program: 'API' | 'WORKER'): SimpulConfig['apiMetrics'] => {
    const name = `SIMPUL_${program}_METRICS_PORT`;
    return env[name]
      ? { host: env.SIMPUL_METRICS_HOST || '127.0.0.1', port: number(name, 0, 0, 65535) }
      : undefined;
  };
  const apiMetrics = metricsPlace('API');
  const workerMetrics = metricsPlace('WORKER');
  if (apiMetrics?.port && (apiMetrics.port === port || apiMetrics.port === workerMetrics?.port))
    faults.push('SIMPUL_API_METRICS_PORT must be a port of its own');
  if (workerMetrics?.port && workerMetrics.port === port)
    faults.push('SIMPUL_WORKER_METRICS_PORT must be a port of its own');
  const named = env.SIMPUL_CHANNELS?.split(/[\s,]+/).filter(Boolean);
  if (named?.some((name) => !(OUTSIDE_CHANNELS as readonly string[]).includes(name)))
    faults.push(`SIMPUL_CHANNELS must be names out of ${OUTSIDE_CHANNELS.join(', ')}`);
  const trustedProxies = (env.SIMPUL_TRUSTED_PROXIES ?? '').split(/[\s,]+/).filter(Boolean);
  if (!trustedProxies.every(isProxy))
    faults.push(
      'SIMPUL_TRUSTED_PROXIES must be addresses (10.0.0.7) or ranges (10.0.0.0/24, no wider than /16)',
    );
  const setUp: Record<OutsideChannel, unknown> = { email: mailUrl, gateway: gatewayUrl, push: pushContact };
  const config: SimpulConfig = {
    databases: {
      owner: url('SIMPUL_OWNER_DATABASE_URL', postgres),
      api: url('SIMPUL_API_DATABASE_URL', postgres),
      signin: url('SIMPUL_SIGNIN_DATABASE_URL', postgres),
      worker: url('SIMPUL_WORKER_DATABASE_URL', postgres),
      ledger: url('SIMPUL_LEDGER_DATABASE_URL', postgres),
      queue: url('SIMPUL_QUEUE_DATABASE_URL', postgres),
    },
    queueUrl: url('QUEUE_URL', ['redis:', 'rediss:']),
    masterKeyFile: env.SIMPUL_MASTER_KEY_FILE || undefined,
    ledgerKeyFile: env.SIMPUL_LEDGER_KEY_FILE || undefined,
    witnessesFile: env.SIMPUL_WITNESSES_FILE || undefined,
    ...(mailUrl && mailFrom && { mail: { url: mailUrl, from: mailFrom } }),
    ...(gatewayUrl && gatewayKey && { gateway: { url: gatewayUrl, key: gatewayKey } }),
    ...(pushContact && { push: { contact: pushContact, hosts: pushHosts } }),
    channels: OUTSIDE_CHANNELS.filter((name) => (named ? named.includes(name) : setUp[name])),
    host: env.HOST || '127.0.0.1',
    port,
    publicUrl: (url('PUBLIC_URL', ['http:', 'https:']) ?? `http://localhost:${port}`).replace(/\/$/, ''),
    zone,
    cityPrefix,
    regionCode: env.SIMPUL_REGION_CODE ?? '16.74',
    sessionIdleSeconds: number('SIMPUL_SESSION_IDLE_SECONDS', 15 * 60, 60, 24 * 3600),
    sessionAbsoluteSeconds: number('SIMPUL_SESSION_ABSOLUTE_SECONDS', 12 * 3600, 300, 7 * 24 * 3600),
    ...(oidc && { oidc }),
    secondFactor: secondFactor ?? 'everyone',
    signInsPerMinute: number('SIMPUL_SIGN_INS_PER_MINUTE', 120, 1, 1_000_000),
    trustedProxies,
    ...(apiMetrics && { apiMetrics }),
    ...(workerMetrics && { workerMetrics }),
    webFolder: env.SIMPUL_WEB_FOLDER || undefined,
  };
  if (faults.length > 0) throw new Error(`Configuration: ${faults.join('; ')}`);
  return Object.freeze(config);
}

/** An address or a range of a house's own network; a range that holds half the world would believe everybody. */
function isProxy(text: string): boolean {
  const [address, bits, ...more] = text.split('/');
  const version = isIP(address!);
  if (version === 0 || more.length > 0) return false;
  if (bits === undefined) return true;
  const [least, most] = version === 4 ? [16, 32] : [48, 128];
  return /^\d{1,3}$/.test(bits) && Number(bits) >= least && Number(bits) <= most;
}

/** The key inside a Standard Webhooks secret; undefined when it is none. */
function webhookKey(secret: string | undefined): Buffer | undefined {
  const [, base64] = /^whsec_([A-Za-z0-9+/]{32,88}={0,2})$/.exec(secret ?? '') ?? [];
  const key = base64 ? Buffer.from(base64, 'base64') : undefined;
  return key && key.length >= 24 && key.length <= 64 ? key : undefined;
}

/** All of the city's own sign-in, or nothing of it. */
function oidcIn(
  env: Record<string, string | undefined>,
  issuer: string | undefined,
  faults: string[],
): SimpulConfig['oidc'] {
  const { SIMPUL_OIDC_CLIENT_ID: clientId, SIMPUL_OIDC_CLIENT_SECRET: clientSecret } = env;
  if (!env.SIMPUL_OIDC_ISSUER && !clientId && !clientSecret) return undefined;
  if (!env.SIMPUL_OIDC_ISSUER || !clientId || !clientSecret)
    faults.push('SIMPUL_OIDC_ISSUER, SIMPUL_OIDC_CLIENT_ID and SIMPUL_OIDC_CLIENT_SECRET need each other');
  if (issuer?.startsWith('http:') && !AT_HOME.includes(new URL(issuer).hostname))
    faults.push('SIMPUL_OIDC_ISSUER must be https beyond this machine');
  const name = (env.SIMPUL_OIDC_NAME || 'SSO').slice(0, 40);
  return issuer && clientId && clientSecret ? { issuer, clientId, clientSecret, name } : undefined;
}
