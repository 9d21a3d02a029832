import type { MessageKey } from '../rules/messages.js';
import type { ChannelName, Failure } from '../rules/delivery.js';
import type { PushSubscription } from './web-push.js';

/** One notification on its way to one person. The receiver knows a repetition by `id`. */
export interface Parcel {
  readonly id: string;
  readonly attempt: number;
  /** Database time of this attempt. */
  readonly at: Date;
  readonly message: MessageKey;
  /** The first, where the parcel stands for several. */
  readonly dueAt: Date | null;
  /** For how many notifications it stands: more than one is a digest. */
  readonly count: number;
  readonly locale: 'id' | 'en';
  readonly email: string;
  /** Telephone in international form, where the person gave one. */
  readonly phone: string | null;
  /** The one browser that this parcel is for, where it goes by push. */
  readonly device: PushSubscription | null;
}

/** A way out of the house. Where it leads is a matter of configuration, never of a row: no user can point it anywhere. */
export interface Channel {
  readonly name: ChannelName;
  /** Resolves when the receiver has taken it; else throws `Undelivered`. */
  send(parcel: Parcel, signal: AbortSignal): Promise<void>;
}

/** Carries a code and no text: the receiver's words may quote an address. */
export class Undelivered extends Error {
  constructor(readonly failure: Failure) {
    super(failure.code);
  }
}

/** Injection token for the open channels; none where nothing is configured. */
export const OPEN_CHANNELS = Symbol('open channels');
