import type { ReferralStage } from '#harness';
import { validBodies, type KnownIds } from '../../access/valid-bodies.js';
import type { Planting } from './planting.js';

export type Form = Record<string, unknown>;

/** What an act answered, to whom. */
export interface Heard {
  route: string;
  who: string;
  answer: { body: unknown; headers: Record<string, unknown> };
}

/** Does an act as somebody, with a planted word in every free field of its form; throws when it was not done. */
export type Act = (
  who: string,
  route: string,
  id: string,
  change?: (body: Form) => object,
  part?: string,
) => Promise<Record<string, never>>;

export function acting(stage: ReferralStage, planting: Planting, heard: Heard[], known: KnownIds): Act {
  return async (who, route, id, change = (body) => body, part = '') => {
    const form = (validBodies(known)[route] ?? {}) as Form;
    const body = planting.into(route, change({ ...form }));
    const [method, path] = route.split(' ') as ['POST' | 'PATCH', string];
    const address = path
      .replace(/\{(id|ruleId)\}/, id)
      .replace('{personId}', known.personId)
      .replace(/\{(stepId|conferenceId|shareId)\}/, part);
    const answer = await stage.api.as(who).send(method, address, body);
    if (answer.status >= 300) throw new Error(`${route}: ${answer.status} ${JSON.stringify(answer.body)}`);
    heard.push({ route, who, answer });
    return answer.body as Record<string, never>;
  };
}
