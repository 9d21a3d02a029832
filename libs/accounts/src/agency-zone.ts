import type { Actor } from '#access';
import type { UnitOfWork } from '#database';
import { zoneIn, type Place } from '#regions';

/** In which zone somebody reads and writes times, and that of the installation. IANA names. */
export interface Zones {
  readonly zone: string;
  readonly cityZone: string;
}

/** A person's wall clock is that of the place where their agency sits, like its deadlines' (decision 0083). */
export class AgencyZone {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly city: Place,
  ) {}

  async of(actor: Actor): Promise<Zones> {
    const [agency] = await this.unitOfWork.look(actor, (work) =>
      work.query<{ regionCode: string | null }>(
        'select region_code as "regionCode" from simpul.agency where id = $1',
        [actor.agencyId],
      ),
    );
    return { zone: zoneIn(agency?.regionCode, this.city), cityZone: this.city.zone };
  }
}
