import { randomUUID } from 'node:crypto';
import type { Work } from '#database';
import { Invalid } from '#refusals';
import { blindIndex, type CaseVault } from '#vault';
import { Injectable } from '@nestjs/common';
import { City } from './city.js';
import { Person, PersonLink, SEALED_FIELDS, type PersonKind, type SealedField } from './person.entity.js';
import { ageBand, ageForCase, localDate } from './rules/age-band.js';
import { initialsOf } from './rules/masking.js';
import { checkNik, cleanNik } from './rules/nik.js';
import { districtOf, personFaults } from './rules/person-faults.js';

/** How a person may be reached without danger; never used automatically. */
export interface SafeContact {
  channel: string;
  value?: string;
  window?: string;
  note?: string;
  mayLeaveMessage?: boolean;
}

/** What was told about a person. Nothing is needed but what they are in the case. */
export interface PersonInput {
  name?: string;
  nik?: string;
  sex?: string;
  /** `YYYY-MM-DD`. */
  birthDate?: string;
  ageYears?: number;
  phone?: string;
  address?: string;
  regionCode?: string;
  disabilities?: string[];
  school?: string;
  safeContact?: SafeContact;
  /** JENIS_PELAPOR of a reporter; in words what a guardian is to the child. */
  relation?: string;
  /** A reported person works at this partner agency. */
  employerAgencyId?: string;
}

/** Times that decide which age counts. */
export interface CaseTimes {
  occurredAt: Date | null;
  reportedAt: Date;
}

/** Seals people into a case and opens them again. */
@Injectable()
export class People {
  constructor(private readonly city: City) {}

  /** Refuses (422, pointers below `pointer`) what is impossible in the answers, before anything is written. */
  check(input: PersonInput, at: Date, pointer = ''): void {
    const faults = this.faults(input, at, pointer);
    if (faults.length > 0) throw new Invalid(faults);
  }

  /** The same, for a caller that collects the faults of a whole form. */
  faults(input: PersonInput, at: Date, pointer: string): { pointer: string; code: string }[] {
    return personFaults(input, localDate(at, this.city.zone)).map((fault) => ({
      ...fault,
      pointer: `${pointer}${fault.pointer}`,
    }));
  }

  /** The age that decides track and band. */
  ageOf(input: PersonInput, times: CaseTimes): number | null {
    return ageForCase({
      birthDate: input.birthDate,
      ageYears: input.ageYears,
      occurredOn: times.occurredAt && localDate(times.occurredAt, this.city.zone),
      reportedOn: localDate(times.reportedAt, this.city.zone),
    });
  }

  /** Adds a person to a case; returns the id. */
  async add(
    work: Work,
    vault: CaseVault,
    times: CaseTimes,
    kind: PersonKind,
    position: number,
    input: PersonInput,
  ): Promise<string> {
    const id = randomUUID();
    await work.manager.insert(Person, {
      id,
      caseId: vault.caseId,
      kind,
      position,
      ...this.readable(input, times, work.at),
      ...sealed(vault, id, input),
    });
    return id;
  }

  /** Adds what the new answers say; what they do not mention stays. Returns the names of the fields that changed. */
  async correct(
    work: Work,
    vault: CaseVault,
    times: CaseTimes,
    personId: string,
    input: PersonInput,
  ): Promise<string[]> {
    const person = await work.manager.findOneByOrFail(Person, { id: personId });
    const before = told(vault, person);
    const all: PersonInput = { ...before, ...input };
    await work.manager.update(
      Person,
      { id: personId },
      { ...this.readable(all, times, work.at), ...sealed(vault, personId, all) },
    );
    return Object.keys(input).filter((field) => input[field as keyof PersonInput] !== undefined);
  }

  async link(
    work: Work,
    caseId: string,
    victimId: string,
    reportedId: string,
    relation: string,
  ): Promise<void> {
    await work.manager.insert(PersonLink, { id: randomUUID(), caseId, victimId, reportedId, relation });
  }

  private readable(input: PersonInput, times: CaseTimes, at: Date): Partial<Person> {
    const age = this.ageOf(input, times);
    const nik = checkNik(input.nik, {
      today: localDate(at, this.city.zone),
      sex: input.sex,
      birthDate: input.birthDate,
    });
    return {
      sex: input.sex ?? null,
      ageYears: age,
      ageBand: ageBand(age),
      regionCode: districtOf(input.regionCode),
      disabilities: input.disabilities ?? [],
      initials: initialsOf(input.name),
      nikStatus: nik.status,
      nikWarnings: nik.warnings,
      relation: input.relation ?? null,
      employerAgencyId: input.employerAgencyId ?? null,
    };
  }
}

/** What is known of a person, opened. */
export function told(vault: CaseVault, person: Person): PersonInput {
  const open = (field: SealedField): string | undefined => {
    const cell = person[SEALED_FIELDS[field]];
    return cell ? vault.unseal(`person.${field}`, person.id, cell) : undefined;
  };
  const contact = open('safeContact');
  const birthDate = open('birthDate');
  return {
    name: open('name'),
    nik: open('nik'),
    sex: person.sex ?? undefined,
    birthDate,
    ageYears: birthDate ? undefined : (person.ageYears ?? undefined),
    phone: open('phone'),
    address: open('address'),
    regionCode: open('region'),
    disabilities: person.disabilities,
    school: open('school'),
    safeContact: contact ? (JSON.parse(contact) as SafeContact) : undefined,
    relation: person.relation ?? undefined,
    employerAgencyId: person.employerAgencyId ?? undefined,
  };
}

function sealed(vault: CaseVault, id: string, input: PersonInput): Partial<Person> {
  const nik = input.nik ? cleanNik(input.nik) : undefined;
  const texts: Record<SealedField, string | undefined> = {
    name: input.name,
    nik,
    birthDate: input.birthDate,
    phone: input.phone,
    address: input.address,
    region: input.regionCode,
    school: input.school,
    safeContact: input.safeContact && JSON.stringify(input.safeContact),
  };
  const cells = Object.entries(SEALED_FIELDS).map(([field, column]) => {
    const text = texts[field as SealedField];
    return [column, text ? vault.seal(`person.${field}`, id, text) : null];
  });
  return {
    ...(Object.fromEntries(cells) as Partial<Person>),
    nameIndex: input.name ? indexOf('name', input.name) : null,
    nikIndex: nik ? indexOf('nik', nik) : null,
    phoneIndex: input.phone ? indexOf('phone', input.phone) : null,
  };
}

/** A name made of signs alone has nothing to be found by; the person is kept all the same. */
export function indexOf(field: 'name' | 'nik' | 'phone', value: string): Buffer | null {
  try {
    return blindIndex(field, value);
  } catch (error) {
    if (error instanceof Invalid) return null;
    throw error;
  }
}
