import type { Work } from '#database';

/** Somebody whose acts may be looked at. */
export interface TrailPerson {
  id: string;
  name: string;
  role: string;
  agencyId: string;
  agencyName: string;
  active: boolean;
}

/** For a supervisor the people of the own office, for an auditor everybody; those who left too. */
export async function trailPeople(work: Work): Promise<TrailPerson[]> {
  const { role, agencyId } = work.actor!;
  return work.query<TrailPerson>(
    `select id, display_name as name, role, agency_id as "agencyId", agency_name as "agencyName", active
       from simpul.account where $1::uuid is null or agency_id = $1
      order by agency_name, active desc, display_name`,
    [role === 'supervisor' ? agencyId : null],
  );
}
