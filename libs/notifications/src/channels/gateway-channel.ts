import { createHmac } from 'node:crypto';
import { gatewayFailure } from '../rules/delivery.js';
import { shortWords } from '../rules/letters.js';
import { Undelivered, type Channel, type Parcel } from './channel.js';

/**
 * A webhook for whatever sends the city's SMS or WhatsApp, signed as the Standard Webhooks specification says. The
 * gateway gets a telephone number and the closed words; whose number it is and what it is about stay here.
 */
export class GatewayChannel implements Channel {
  readonly name = 'gateway';

  constructor(
    private readonly gateway: { url: string; key: Buffer },
    private readonly page: string,
    private readonly zone: string,
  ) {}

  async send(parcel: Parcel, signal: AbortSignal): Promise<void> {
    if (!parcel.phone) throw new Undelivered({ kind: 'recipient', code: 'noTelephone', permanent: true });
    const { message, locale, dueAt, count } = parcel;
    const body = JSON.stringify({
      type: 'notification.waiting',
      timestamp: parcel.at.toISOString(),
      data: {
        to: parcel.phone,
        locale,
        text: shortWords(message, locale, this.zone, dueAt, this.page, count),
      },
    });
    const seconds = String(Math.floor(parcel.at.getTime() / 1_000));
    const answer = await fetch(this.gateway.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'webhook-id': parcel.id,
        'webhook-timestamp': seconds,
        'webhook-signature': `v1,${webhookSignature(this.gateway.key, parcel.id, seconds, body)}`,
      },
      body,
      // A gateway that points elsewhere is not followed: the configuration says where numbers go.
      redirect: 'manual',
      signal,
    });
    await answer.body?.cancel();
    const failure = gatewayFailure(answer.status);
    if (failure) throw new Undelivered(failure);
  }
}

/** HMAC-SHA256 over `id.timestamp.body`, base64. */
function webhookSignature(key: Buffer, id: string, timestamp: string, body: string): string {
  return createHmac('sha256', key).update(`${id}.${timestamp}.${body}`, 'utf8').digest('base64');
}
