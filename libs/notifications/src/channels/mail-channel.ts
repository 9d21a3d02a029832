import { createTransport } from 'nodemailer';
import { mailFailure } from '../rules/delivery.js';
import { letterWords, type Letter } from '../rules/letters.js';
import { linkLetter } from '../rules/link-letter.js';
import { Undelivered, type Channel, type Parcel } from './channel.js';

const CONNECT_MS = 10_000;
const SILENCE_MS = 20_000;
const AT_HOME = ['localhost', '127.0.0.1', '[::1]'];

/** A one-time link on its way to an agency's mailbox. */
export interface LinkParcel {
  readonly id: string;
  readonly at: Date;
  readonly to: string;
  readonly token: string;
  readonly expiresAt: Date;
}

/** E-mail over the city's own mail server. Each message has its own connection: nothing rests on one that went stale. */
export class MailChannel implements Channel {
  readonly name = 'email';
  private readonly domain: string;

  constructor(
    private readonly mail: { url: string; from: string },
    private readonly page: string,
    private readonly zone: string,
  ) {
    this.domain = mail.from.split('@').at(-1)!;
  }

  async send(parcel: Parcel, signal: AbortSignal): Promise<void> {
    const { message, locale, dueAt, count, email } = parcel;
    await this.post(
      { ...parcel, to: email },
      letterWords(message, locale, this.zone, dueAt, this.page, count),
      signal,
    );
  }

  /** The page's address ends with a slash. */
  async sendLink(parcel: LinkParcel, signal: AbortSignal): Promise<void> {
    const address = `${this.page}api/links/${parcel.token}`;
    await this.post(parcel, linkLetter(address, parcel.expiresAt, this.zone), signal);
  }

  private async post(
    { id, at, to }: { id: string; at: Date; to: string },
    { subject, text }: Letter,
    signal: AbortSignal,
  ): Promise<void> {
    const transport = createTransport(this.options());
    const hangUp = (): void => transport.close();
    signal.addEventListener('abort', hangUp, { once: true });
    try {
      signal.throwIfAborted();
      const sending = transport.sendMail({
        from: { name: 'Simpul', address: this.mail.from },
        to: { name: '', address: to },
        // The same in every attempt: a mail server or reader that has it already knows the second by it.
        messageId: `<${id}@${this.domain}>`,
        date: at,
        subject,
        text,
        headers: { 'Auto-Submitted': 'auto-generated' },
        xMailer: false,
        disableFileAccess: true,
        disableUrlAccess: true,
      });
      await Promise.race([sending, aborted(signal)]);
    } catch (error) {
      throw new Undelivered(mailFailure(error));
    } finally {
      signal.removeEventListener('abort', hangUp);
      transport.close();
    }
  }

  private options(): object {
    const url = new URL(this.mail.url);
    const secure = url.protocol === 'smtps:';
    return {
      host: url.hostname.replaceAll(/[[\]]/g, ''),
      port: Number(url.port || (secure ? 465 : 587)),
      secure,
      // A password and an officer's address cross the network: never in clear, except within one machine.
      requireTLS: !secure && !AT_HOME.includes(url.hostname),
      ...(url.username && {
        auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
      }),
      // Said in the greeting, and kept in each mail's headers: the machine's own name is nobody's business.
      name: this.domain,
      connectionTimeout: CONNECT_MS,
      greetingTimeout: CONNECT_MS,
      dnsTimeout: CONNECT_MS,
      socketTimeout: SILENCE_MS,
      logger: false,
    };
  }
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener(
      'abort',
      () => reject(Object.assign(new Error('aborted'), { code: 'ETIMEDOUT' })),
      {
        once: true,
      },
    );
  });
}
