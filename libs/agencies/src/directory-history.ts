import type { Actor } from '#access';
import type { Work } from '#database';
import { Injectable } from '@nestjs/common';

export type DirectoryHow = 'EDITED' | 'CONTACTS' | 'CAPACITY' | 'VERIFIED' | 'ADDED' | 'ENDED' | 'IMPORTED';

interface Change {
  readonly fields: readonly string[];
  readonly before: Readonly<Record<string, unknown>>;
  readonly after: Readonly<Record<string, unknown>>;
}

/** What was there before, for those who keep the directory. An address is named as changed and never kept. */
@Injectable()
export class DirectoryHistory {
  async write(
    work: Work,
    actor: Actor,
    kept: { agencyId: string; version: number },
    how: DirectoryHow,
    change: Change,
    serviceId: string | null = null,
  ): Promise<void> {
    await work.query(
      `insert into simpul.directory_change (agency_id, service_id, version, how, fields, before, after, changed_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        kept.agencyId,
        serviceId,
        kept.version,
        how,
        change.fields,
        JSON.stringify(withoutPlace(change.before)),
        JSON.stringify(withoutPlace(change.after)),
        actor.accountId,
      ],
    );
  }
}

function withoutPlace(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { address: _, ...rest } = values;
  return rest;
}
