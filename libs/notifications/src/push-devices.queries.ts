import { createHash } from 'node:crypto';
import type { Work } from '#database';
import type { Vault } from '#vault';
import type { PushSubscription } from './channels/web-push.js';

/** One browser that a person has switched on. */
export interface Device {
  id: string;
  browser: string;
  system: string;
  since: Date;
  /** By which a page knows its own browser, without being told the endpoint. */
  fingerprint: string;
}

/** A person's devices, the oldest first. */
export async function devicesOf(work: Work, vault: Vault, accountId: string): Promise<Device[]> {
  const rows = await work.query<Omit<Device, 'fingerprint'> & { sealed: Buffer }>(
    `select id, browser, system, created_at as since, subscription_sealed as sealed from simpul.push_device
      where account_id = $1 and removed_at is null order by created_at, id`,
    [accountId],
  );
  return rows.map(({ sealed, ...device }) => {
    const { endpoint } = subscriptionIn(sealed, vault, accountId);
    return { ...device, fingerprint: createHash('sha256').update(endpoint, 'utf8').digest('base64url') };
  });
}

/** What a browser handed out, from its sealed form. */
export function subscriptionIn(sealed: Buffer, vault: Vault, accountId: string): PushSubscription {
  return JSON.parse(vault.unsealForServer(sealed, devicePlace(accountId))) as PushSubscription;
}

/** Where a sealed subscription belongs: moved to another account's row, it opens no more. */
export function devicePlace(accountId: string): string {
  return `push_device.subscription_sealed|${accountId}`;
}

/** Nothing remains of it but the row that deliveries point to; false when there is no such device (any more). */
export async function forgetDevice(work: Work, accountId: string, id: string): Promise<boolean> {
  const [gone] = await work.query(
    `update simpul.push_device set removed_at = simpul.now(), endpoint_mark = null, subscription_sealed = null
      where id = $1 and account_id = $2 and removed_at is null returning id`,
    [id, accountId],
  );
  return Boolean(gone);
}
