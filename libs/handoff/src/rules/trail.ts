import { fieldLabel, type Field } from './field-catalogue.js';

interface Step {
  readonly at: Date;
  readonly toStatus: string;
}
interface Update {
  readonly id: string;
  readonly at: Date;
  readonly changes: readonly { readonly field: Field }[];
  readonly actorName: string | null;
  readonly agencyName: string | null;
}

/** An update in the referral's story: the status stays, and the names of the fields say what it was about. */
export interface UpdateStep {
  readonly id: string;
  readonly at: Date;
  readonly act: 'update';
  readonly fromStatus: string;
  readonly toStatus: string;
  readonly reason: null;
  readonly actorName: string | null;
  readonly agencyName: string | null;
  readonly fields: readonly Field[];
}

/** The moves in their order with the updates between them; of one moment, the move comes first. Pure. */
export function withUpdates<M extends Step>(
  moves: readonly M[],
  updates: readonly Update[],
): (M | UpdateStep)[] {
  const story: (M | UpdateStep)[] = [...moves];
  for (const { id, at, changes, actorName, agencyName } of updates) {
    const before = story.filter((step) => step.at <= at).length;
    const status = story[before - 1]?.toStatus ?? '';
    story.splice(before, 0, {
      ...{ id, at, act: 'update', fromStatus: status, toStatus: status, reason: null, actorName, agencyName },
      fields: changes.map(({ field }) => field),
    });
  }
  return story;
}

export function updateWords(fields: readonly Field[], locale: 'id' | 'en'): string {
  const labels = fields.map((field) => fieldLabel(field, locale)).join(', ');
  return `${locale === 'id' ? 'Pembaruan dikirim' : 'Update sent'}: ${labels}`;
}
