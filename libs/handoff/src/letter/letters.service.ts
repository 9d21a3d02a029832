import type { Actor } from '#access';
import { AgenciesService, type Agency } from '#agencies';
import { Ledger } from '#audit';
import { codes, type CodeList } from '#codes';
import { UnitOfWork, type Work } from '#database';
import { NotFound, Refused } from '#refusals';
import { referralById, sideOf, slipCodeOf, slipCodeOnPaper, type ReferralRow } from '#referrals';
import { Inject, Injectable } from '@nestjs/common';
import { CityWords } from '../city-words.js';
import { Links, PUBLIC_URL } from '../link/links.service.js';
import { fieldLabel } from '../rules/field-catalogue.js';
import { letterOf, type Letter, type Office } from '../rules/letter.js';
import { Snapshots, type OpenedSnapshot } from '../snapshots.queries.js';
import { LetterNumbers } from './letter-numbers.js';
import { letterPdf } from './letter-pdf.js';
import type { SlipFacts } from './slip-page.js';

export interface PrintedLetter {
  /** The number alone: a file's name is seen by whoever looks at the screen. */
  readonly fileName: string;
  readonly pdf: Buffer;
}

/** The referral letter on paper, made from the frozen packet alone, for as long as the receiver may read it. */
@Injectable()
export class Letters {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly snapshots: Snapshots,
    private readonly agencies: AgenciesService,
    private readonly words: CityWords,
    private readonly numbers: LetterNumbers,
    private readonly ledger: Ledger,
    private readonly links: Links,
    @Inject(PUBLIC_URL) private readonly publicUrl: string,
  ) {}

  /** Refusals: NotFound for the receiver; `referral.letter.notSent`, `.closed`, `.askedOfSeveral` (409). */
  async print(actor: Actor, id: string): Promise<PrintedLetter> {
    const act = { name: 'referral.letter', object: { kind: 'referral', id } };
    return this.unitOfWork.run(actor, act, async (work) => {
      const row = await referralById(work, id);
      if (sideOf(row, actor) !== 'case-team') throw new NotFound();
      const snapshot = await this.snapshots.of(work, row);
      if (!snapshot || !row.number) throw new Refused('referral.letter.notSent');
      // The letter is the packet: it waits until one of those asked together has accepted.
      if (row.bare) throw new Refused('referral.letter.askedOfSeveral');
      if (!(await isOpen(work, row))) throw new Refused('referral.letter.closed');
      const { letter, slip } = await this.compose(work, row, snapshot);
      await this.ledger.append(work, {
        act: 'referral.letterPrinted',
        object: { kind: 'referral', id },
        caseId: row.caseId,
        facts: {
          number: row.number,
          version: snapshot.version,
          fields: snapshot.packet.map((one) => one.field),
        },
      });
      const printed = `dicetak ${this.words.instant(work.at)} oleh ${actor.displayName}`;
      return {
        fileName: `${row.number}.pdf`,
        pdf: await letterPdf({ letter, slip, linkAddress: await this.links.openAddress(work, id), printed }),
      };
    });
  }

  private async compose(
    work: Work,
    row: ReferralRow,
    snapshot: OpenedSnapshot,
  ): Promise<{ letter: Letter; slip: SlipFacts }> {
    const [from, to] = [await this.office(work, row.fromAgency.id), await this.office(work, row.toAgency.id)];
    const service = codes.label('LAYANAN', row.serviceCode, 'id');
    const letterNumber = this.numbers.of(row)!;
    const letter = letterOf({
      number: letterNumber,
      caseNumber: row.caseNumber,
      urgent: row.urgency === 'SEGERA',
      service: `layanan ${service.toLowerCase()}`.replace('layanan layanan', 'layanan'),
      clients: row.clientIds.length,
      from: from.office,
      to: to.office,
      place: from.place,
      sentOn: this.words.day(row.sentAt!),
      answerBy:
        row.nextDueAt && ['requested', 'received'].includes(row.status)
          ? this.words.instant(row.nextDueAt)
          : null,
      fields: snapshot.packet.map(({ field, value }) => ({
        label: fieldLabel(field, 'id'),
        value: value ?? '',
      })),
      basis: [...new Set(snapshot.basis.map(({ basis }) => codes.label('DASAR_BERBAGI', basis, 'id')))],
      updatedOn: snapshot.version > 1 ? this.words.instant(snapshot.frozenAt) : null,
      signer: row.sentByName,
    });
    const code = await slipCodeOf(work, row.id);
    const slip = {
      number: row.number!,
      letterNumber,
      code: slipCodeOnPaper(code!),
      address: `${this.publicUrl}/balasan/${code}`,
      from: row.fromAgency.name,
      to: row.toAgency.name,
      returnTo: [from.office.name, from.office.address].filter(Boolean).join(', '),
      reasons: labels('ALASAN_TOLAK'),
      outcomes: labels('HASIL_LAYANAN'),
    };
    return { letter, slip };
  }

  private async office(work: Work, id: string): Promise<{ office: Office; place: string | null }> {
    const agency = await this.agencies.byId(work, id);
    const parent = agency.parentId ? await this.agencies.byId(work, agency.parentId) : null;
    const region = agency.regionCode ? await regionName(work, agency.regionCode) : null;
    const { name, unit, address, dutyPhone: phone } = agency;
    return {
      // "DPPKBPPPA - UPTD PPA" is how lists tell it apart; beneath its parent's line it is the unit's own name.
      office: {
        name: ownName(name, parent),
        unit,
        parent: parent?.name ?? null,
        government: house(agency, region),
        address,
        phone,
      },
      place: region && titled(region.replace(/^(?:Kota|Kabupaten)\s+/i, '')),
    };
  }
}

/** The same question as every read of the packet: not withdrawn, and each basis it rests on lives. */
async function isOpen(work: Work, row: ReferralRow): Promise<boolean> {
  if (row.status === 'draft' || row.status === 'cancelled') return false;
  const [asked] = await work.query<{ live: boolean }>('select simpul.bases_live($1) as live', [row.basisIds]);
  return asked!.live;
}

async function regionName(work: Work, code: string): Promise<string | null> {
  const [row] = await work.query<{ name: string }>('select name from simpul.region where code = $1', [code]);
  return row?.name ?? null;
}

const ownName = (name: string, parent: Agency | null): string =>
  parent && name.startsWith(`${parent.name} - `) ? name.slice(parent.name.length + 3) : name;

/** Only offices of the city's own government stand under its name. */
const house = ({ conflictGroup }: Agency, region: string | null): string | null =>
  conflictGroup === 'PEMKOT' && region ? `Pemerintah ${region}` : null;

/** The list of regions is in capitals. */
const titled = (name: string): string =>
  name.toLowerCase().replaceAll(/(?:^|\s)\p{L}/gu, (start) => start.toUpperCase());

const labels = (list: CodeList): string[] => codes.of(list).map(({ labelId }) => labelId);
