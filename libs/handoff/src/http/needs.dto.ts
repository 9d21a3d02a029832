import { ServiceNameView, toService } from '#referrals';
import { ApiProperty } from '@nestjs/swagger';
import type { Need } from '../needs.queries.js';
import { NEED_STATUSES } from '../rules/needs.js';

/** On the case page: `needs`. */
export class NeedView {
  @ApiProperty({ type: ServiceNameView }) service: ServiceNameView;
  @ApiProperty({ type: [String], description: 'Whose need; ids of the case’s clients' }) clientIds: string[];
  @ApiProperty({ enum: NEED_STATUSES }) status: string;
  @ApiProperty({ format: 'uuid', description: 'The referral that says so' }) referralId: string;
  @ApiProperty() agencyName: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) dueAt: Date | null;
  @ApiProperty({ description: 'How many were asked for it so far' }) asked: number;
}

export function toNeed({
  serviceCode,
  clientIds,
  status,
  referralId,
  agencyName,
  dueAt,
  asked,
}: Need): NeedView {
  return {
    service: toService(serviceCode),
    ...{ clientIds: [...clientIds], status, referralId, agencyName, dueAt, asked },
  };
}
