import { lookup as dnsLookup, type LookupAddress } from 'node:dns';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest, type RequestOptions } from 'node:https';
import type { LookupFunction } from 'node:net';
import { pushFailure } from '../rules/delivery.js';
import { pushText } from '../rules/letters.js';
import { isPublicAddress } from './public-address.js';
import { pushEndpoint } from '../rules/push-endpoint.js';
import { Undelivered, type Channel, type Parcel } from './channel.js';
import { isPushKey, sealPush, vapidHeader, type PushKeys } from './web-push.js';

/** How long a push service keeps a message for a telephone that is off: until the next morning. */
const KEEP_SECONDS = 86_400;

type Resolve = (
  host: string,
  options: { all: true },
  done: (error: NodeJS.ErrnoException | null, found: LookupAddress[]) => void,
) => void;

/**
 * Web push (RFC 8030): one message to one browser, through its maker's push service. That service sees which
 * installation rings which browser and when, and nothing else: all messages have one length, one urgency, one lifetime.
 */
export class PushChannel implements Channel {
  readonly name = 'push';

  constructor(
    private readonly keys: PushKeys,
    private readonly push: { contact: string; hosts: readonly string[] },
    private readonly resolve: Resolve = dnsLookup,
  ) {}

  async send({ id, at, device, locale, count }: Parcel, signal: AbortSignal): Promise<void> {
    if (!device) throw new Undelivered({ kind: 'recipient', code: 'noDevice', permanent: true });
    // Judged again: the list may be another today. That is the city's matter, so the device stays.
    const endpoint = pushEndpoint(device.endpoint, this.push.hosts);
    if (!endpoint) throw new Undelivered({ kind: 'channel', code: 'hostNotAllowed', permanent: true });
    if (!isPushKey(device.p256dh))
      throw new Undelivered({ kind: 'recipient', code: 'keyUnusable', permanent: true });
    const body = sealPush(pushText(locale, count), device);
    const answer = await this.post(
      endpoint,
      body,
      {
        authorization: vapidHeader(this.keys, endpoint, this.push.contact, at),
        'content-encoding': 'aes128gcm',
        'content-type': 'application/octet-stream',
        'content-length': body.length,
        ttl: KEEP_SECONDS,
        // What may wait has waited already; whatever leaves shall ring also on a sleeping telephone.
        urgency: 'high',
        // The same in each attempt: a push service that still holds the first replaces it.
        topic: id.replaceAll('-', ''),
      },
      signal,
    );
    answer.destroy();
    const failure = pushFailure(answer.statusCode ?? 0, answer.headers['retry-after']);
    if (failure) throw new Undelivered(failure);
  }

  /** One request on a line of its own. Node follows no redirect: an answer that points elsewhere is a failure. */
  private post(
    endpoint: URL,
    body: Buffer,
    headers: Record<string, string | number>,
    signal: AbortSignal,
  ): Promise<IncomingMessage> {
    const options: RequestOptions = { method: 'POST', headers, signal, agent: false };
    return new Promise((resolve, reject) => {
      const sending =
        endpoint.protocol === 'http:'
          ? httpRequest(endpoint, options, resolve)
          : httpsRequest(endpoint, { ...options, lookup: this.publicOnly }, resolve);
      // Also after the answer: a line that breaks while it is let go of is nobody's failure.
      sending.on('error', reject);
      sending.end(body);
    });
  }

  /**
   * Name to address, at the moment of connecting and for that connection: a name that leads into a private network (by
   * mistake, or because somebody owns its DNS) is not called, whatever it led to when the browser was switched on.
   */
  private readonly publicOnly: LookupFunction = (host, options, done) => {
    this.resolve(host, { all: true }, (error, found) => {
      if (error) return done(error, '', 0);
      if (found.length === 0 || !found.every(({ address }) => isPublicAddress(address)))
        return done(Object.assign(new Error('private address'), { code: 'privateAddress' }), '', 0);
      if (options.all) return done(null, found);
      done(null, found[0]!.address, found[0]!.family);
    });
  };
}
