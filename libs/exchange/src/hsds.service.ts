import { createHash } from 'node:crypto';
import type { Actor } from '#access';
import { DirectoryImports, stableId, tellsAPlace } from '#agencies';
import { Ledger } from '#audit';
import { codes } from '#codes';
import { UnitOfWork, type Work } from '#database';
import { Invalid, Refused } from '#refusals';
import { Injectable } from '@nestjs/common';
import { HSDS_TABLES, readPackage, type ReadPackage, type RowNote } from './read-package.js';
import { PackageIndex, readAgency, readService } from './rules/from-hsds.js';
import { canonical, POINTS_AT, sameRow, type HsdsPackage } from './rules/hsds-package.js';
import { compare, withKept, type Comparison, type KeptRow } from './rules/merge-rows.js';
import { placeFaults, secretOrganizations, withoutPlaces } from './rules/secret-places.js';
import { toHsds, type DirectoryEntry, type Vocabulary } from './rules/to-hsds.js';

export interface HsdsImport extends Comparison {
  readonly committed: boolean;
  /** What was looked at; whoever commits sends it back. */
  readonly preview: string;
  readonly faults: readonly RowNote[];
  readonly notices: readonly RowNote[];
}

interface Current {
  readonly entries: readonly DirectoryEntry[];
  readonly kept: readonly KeptRow[];
  readonly pack: HsdsPackage;
  readonly secret: ReadonlySet<string>;
}

const VOCABULARY: Vocabulary = {
  id: (of) => stableId('hsds', of),
  words: (list, code) =>
    list.startsWith('SIMPUL_')
      ? { name: code, description: `Simpul: ${code}` }
      : {
          name: codes.label(list as 'LAYANAN', code, 'id'),
          description: codes.label(list as 'LAYANAN', code, 'en'),
        },
};

/** The directory out of the house and into it, as Open Referral HSDS 3.0 (mapping: `docs/hsds.md`). */
@Injectable()
export class HsdsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ledger: Ledger,
    private readonly directory: DirectoryImports,
  ) {}

  async export(actor: Actor): Promise<HsdsPackage> {
    return this.unitOfWork.run(actor, { name: 'directory.export' }, async (work) => {
      const { pack } = await this.current(work);
      await this.ledger.append(work, {
        act: 'directory.exported',
        facts: { organizations: (pack.organization ?? []).length, services: (pack.service ?? []).length },
      });
      return pack;
    });
  }

  /**
   * Without `commit` it says what would be added, changed, left alone, and which cell is wrong; with it, all or nothing, and
   * only for the package and the directory that were looked at (409 `directory.changedMeanwhile`). What is not in the
   * package stays. The same package twice changes nothing. 422 names the cell: `/content/organization/0/email`.
   */
  async import(
    actor: Actor,
    { content, commit, preview: seen }: { content: string; commit: boolean; preview?: string },
  ): Promise<HsdsImport> {
    return this.unitOfWork.run(actor, { name: 'directory.import' }, async (work) => {
      const read = readPackage(content);
      const unreadable = read.faults.find(({ resource }) => resource === '');
      if (unreadable) throw new Invalid([{ pointer: '/content', code: unreadable.code }]);
      const current = await this.current(work);
      const secret = secretOrganizations(read.pack, current.secret);
      const faults = [...read.faults, ...placeNotes(read.pack, secret)];
      const preview = fingerprint(content, current.pack);
      if (commit && faults.length > 0)
        throw new Invalid(faults.map((fault) => ({ pointer: pointerOf(fault), code: fault.code })));
      if (commit && seen !== preview) throw new Refused('directory.changedMeanwhile');
      const comparison = compare(current.pack, read.pack);
      const notices = [
        ...read.notices,
        ...(await this.apply(work, actor, { read, current, secret, commit })),
      ];
      await this.ledger.append(work, {
        act: commit ? 'directory.imported' : 'directory.importTried',
        facts: {
          added: comparison.added.length,
          changed: comparison.changed.length,
          gone: comparison.gone.length,
          faults: faults.length,
        },
      });
      return { ...comparison, committed: commit, preview, faults, notices };
    });
  }

  private async current(work: Work): Promise<Current> {
    const entries = await this.directory.snapshot(work);
    const kept = await work.query<KeptRow>(
      'select resource, body, base from simpul.hsds_row order by resource, row_id',
    );
    const secret = new Set(entries.filter(({ locationSecret }) => locationSecret).map(({ id }) => id));
    const whole = withKept(toHsds(entries, VOCABULARY), kept, HSDS_TABLES);
    return {
      entries,
      kept,
      secret,
      pack: withoutPlaces(whole, secretOrganizations(whole, secret), tellsAPlace),
    };
  }

  /** Writes what our columns hold, then keeps of every row what they do not. Gives back what is only kept. */
  private async apply(
    work: Work,
    actor: Actor,
    {
      read,
      current,
      secret,
      commit,
    }: { read: ReadPackage; current: Current; secret: ReadonlySet<string>; commit: boolean },
  ): Promise<RowNote[]> {
    const { pack } = read;
    const index = new PackageIndex(pack);
    const known = new Map(current.entries.map((entry) => [entry.id, entry]));
    const knownIds = new Set([...known.keys(), ...(pack.organization ?? []).map(({ id }) => id)]);
    const offered = new Map(
      current.entries.flatMap((entry) =>
        entry.services.map((service) => [service.id, { entry, service }] as const),
      ),
    );
    const notices = pointingNowhere(pack, current.pack);
    const isKind = (code: string): boolean => codes.isIn('JENIS_INSTANSI', code);
    const agencies = (pack.organization ?? []).map((row) =>
      readAgency(index, row, known.get(row.id), {
        secret: secret.has(row.id),
        knownIds,
        isKind,
        id: VOCABULARY.id,
      }),
    );
    // New ones first and without a parent: the parent may be further down in the same package.
    if (commit)
      for (const { id, kind, state } of agencies.filter(({ id: each }) => !known.has(each)))
        await this.directory.addAgency(work, actor, {
          id,
          kind,
          secret: secret.has(id),
          values: { ...state, parentId: null },
        });
    if (commit)
      for (const { id, state } of agencies)
        await this.directory.change(
          work,
          actor,
          'agency',
          id,
          known.get(id) ?? { ...state, parentId: null },
          { ...state },
        );
    for (const [at, row] of (pack.service ?? []).entries()) {
      const before = offered.get(row.id);
      const agencyId = before?.entry.id ?? String(row.organization_id);
      const state = readService(index, row, before?.service, {
        isService: (code) => codes.isIn('LAYANAN', code),
        isCode: (list, code) => codes.isIn(list, code),
        id: VOCABULARY.id,
      });
      if (!state || !knownIds.has(agencyId)) {
        notices.push({ resource: 'service', row: at + 1, field: '', code: 'hsds.serviceOnlyKept' });
        continue;
      }
      if (!commit) continue;
      if (before) await this.directory.change(work, actor, 'service', row.id, before.service, { ...state });
      else
        await this.directory.addService(work, actor, {
          id: row.id,
          agencyId,
          secret: secret.has(agencyId),
          values: { ...state },
        });
    }
    if (commit) await this.keep(work, actor, pack, current);
    return notices;
  }

  private async keep(work: Work, actor: Actor, pack: HsdsPackage, current: Current): Promise<void> {
    const own = toHsds(await this.directory.snapshot(work), VOCABULARY);
    const keptBefore = new Map(current.kept.map((row) => [`${row.resource} ${row.body.id}`, row]));
    const rows = Object.entries(pack).flatMap(([resource, each]) => {
      const made = new Map((own[resource] ?? []).map((row) => [row.id, row]));
      return each.flatMap((body) => {
        const base = made.get(body.id) ?? null;
        const before = keptBefore.get(`${resource} ${body.id}`);
        if (!before && base !== null && sameRow(base, body)) return [];
        return before && sameRow(before.body, body) && sameRow(before.base, base)
          ? []
          : [{ resource, row_id: body.id, body, base }];
      });
    });
    if (rows.length === 0) return;
    await work.query(
      `insert into simpul.hsds_row (resource, row_id, body, base, imported_by)
       select r.resource, r.row_id, r.body, nullif(r.base, 'null'), $2
         from jsonb_to_recordset($1::jsonb) as r(resource text, row_id text, body jsonb, base jsonb)
       on conflict (resource, row_id) do update set body = excluded.body, base = excluded.base,
              imported_at = simpul.now(), imported_by = excluded.imported_by`,
      [JSON.stringify(rows), actor.accountId],
    );
  }
}

function placeNotes(pack: HsdsPackage, secret: ReadonlySet<string>): RowNote[] {
  return placeFaults(pack, secret, tellsAPlace).map(({ resource, id, field, code }) => ({
    resource,
    row: (pack[resource] ?? []).findIndex((row) => row.id === id) + 1,
    field,
    code,
  }));
}

/** Rows that point at something which is neither in the package nor in the directory: kept, and said. */
function pointingNowhere(pack: HsdsPackage, current: HsdsPackage): RowNote[] {
  const ids = new Map(
    Object.values(POINTS_AT).map((table) => [
      table,
      new Set([...(pack[table] ?? []), ...(current[table] ?? [])].map(({ id }) => id)),
    ]),
  );
  return Object.entries(pack).flatMap(([resource, rows]) =>
    rows.flatMap((row, at) =>
      Object.entries(POINTS_AT)
        .filter(
          ([field, table]) => typeof row[field] === 'string' && !ids.get(table)!.has(row[field] as string),
        )
        .map(([field]) => ({ resource, row: at + 1, field, code: 'hsds.pointsNowhere' })),
    ),
  );
}

const pointerOf = ({ resource, row, field }: RowNote): string =>
  `/content/${resource}/${Math.max(row - 1, 0)}/${field}`;

const fingerprint = (content: string, pack: HsdsPackage): string =>
  createHash('sha256').update(content).update('\n').update(canonical(pack)).digest('hex');
