import { AgenciesService, type Agency } from '#agencies';
import type { CaseFacts, VictimFact } from '#cases';
import { mayReceivePersons } from '#consent';
import type { Work } from '#database';
import { Invalid, Refused } from '#refusals';
import { Screenings } from '#screening';
import { Injectable } from '@nestjs/common';
import { fits, obstacles, type Obstacle, type ServiceFacts } from './rules/may-send.js';
import { defaultClients } from './rules/default-clients.js';

/** Whom a referral goes to and for what. */
export interface Destination {
  readonly toAgencyId: string;
  readonly serviceCode: string;
  readonly clientIds?: readonly string[];
}

/** Who may be asked for what: asked when a draft is written and again when it is sent. */
@Injectable()
export class ReceiverChecks {
  constructor(
    private readonly agencies: AgenciesService,
    private readonly screenings: Screenings,
  ) {}

  /** The receiver and the clients that the referral is about, or the refusal (409) that names every obstacle. */
  async open(
    work: Work,
    facts: CaseFacts,
    wanted: Destination,
  ): Promise<{ agency: Agency; clientIds: string[] }> {
    const [agency] = await this.agencies.byIds(work, [wanted.toAgencyId]);
    if (!agency) throw new Invalid([{ pointer: '/toAgencyId', code: 'agency.unknown' }]);
    const services = await this.services(work, agency.id, wanted.serviceCode);
    const clients =
      chosen(facts, wanted.clientIds) ??
      defaultClients(agency.kind, facts.victims, (one) => canServe(services, one));
    const found = await this.obstaclesFor(work, facts, agency, wanted.serviceCode, services, clients);
    if (found.length > 0)
      throw new Refused(found[0]!.code, {
        errors: found.map(({ code, field }) => ({ pointer: `/${field}`, code })),
      });
    return { agency, clientIds: clients.map((client) => client.id) };
  }

  /** Other agencies that offer the same service and are open for it: whom to ask next after a refusal. */
  async alternatives(
    work: Work,
    facts: CaseFacts,
    serviceCode: string,
    without: readonly string[],
  ): Promise<Agency[]> {
    const offers = (await this.agencies.services(work)).filter(
      (service) => service.serviceCode === serviceCode,
    );
    const ids = [...new Set(offers.map((service) => service.agencyId))].filter((id) => !without.includes(id));
    const open: Agency[] = [];
    for (const agency of await this.agencies.byIds(work, ids)) {
      const services = offers.filter((service) => service.agencyId === agency.id).map(toFacts);
      const clients = defaultClients(agency.kind, facts.victims, (one) => canServe(services, one));
      const found = await this.obstaclesFor(work, facts, agency, serviceCode, services, clients);
      if (found.length === 0) open.push(agency);
    }
    return open.sort((a, b) => a.code.localeCompare(b.code));
  }

  private async obstaclesFor(
    work: Work,
    facts: CaseFacts,
    agency: Agency,
    serviceCode: string,
    services: readonly ServiceFacts[],
    clients: readonly VictimFact[],
  ): Promise<Obstacle[]> {
    const employers = facts.reported.flatMap((person) => person.employerAgencyId ?? []);
    const conflicts = await this.agencies.conflicts(work, [agency], employers);
    const mediation =
      serviceCode === 'MEDIASI' ? (await this.screenings.mediation(work, facts)).code : 'ALLOWED';
    return obstacles(
      {
        agencyId: agency.id,
        takesTracks: agency.takesTracks,
        receivesPersons: mayReceivePersons(agency.kind),
        conflictOfInterest: conflicts.has(agency.id),
      },
      services,
      serviceCode,
      clients,
      { ...facts, mediation },
    );
  }

  private async services(work: Work, agencyId: string, serviceCode: string): Promise<ServiceFacts[]> {
    const all = await this.agencies.services(work, [agencyId]);
    return all.filter((service) => service.serviceCode === serviceCode).map(toFacts);
  }
}

function chosen(facts: CaseFacts, ids: readonly string[] | undefined): VictimFact[] | null {
  if (!ids) return null;
  return ids.map((id, index) => {
    const client = facts.victims.find((victim) => victim.id === id);
    if (!client) throw new Invalid([{ pointer: `/clientIds/${index}`, code: 'client.unknown' }]);
    return client;
  });
}

function canServe(services: readonly ServiceFacts[], client: VictimFact): boolean {
  return services.some((service) => fits(service, client));
}

function toFacts(service: { serviceCode: string } & Omit<ServiceFacts, 'code'>): ServiceFacts {
  const { serviceCode: code, forTracks, forSex, ageMin, ageMax, riskLevels } = service;
  return { code, forTracks, forSex, ageMin, ageMax, riskLevels };
}
