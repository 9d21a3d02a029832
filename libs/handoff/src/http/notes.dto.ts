import { PlainText } from '#access';
import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsOptional, IsUUID } from 'class-validator';
import type { Audience } from '../notes/note-audiences.queries.js';
import { NOTE_CLASSES, type NoteClass } from '../rules/note-audience.js';

export class NoteReadersInput {
  @ApiProperty({
    type: [String],
    format: 'uuid',
    description: 'Referrals under way whose receivers may read it',
  })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsUUID('all', { each: true })
  referralIds: string[];

  @ApiProperty({
    required: false,
    isArray: true,
    enum: NOTE_CLASSES,
    description: 'What it holds; a basis is asked',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(NOTE_CLASSES.length)
  @ArrayUnique()
  @IsIn(NOTE_CLASSES, { each: true })
  classes?: NoteClass[];
}

export class SharedNoteInput extends NoteReadersInput {
  @PlainText(8000)
  text: string;
}

export class ShareEndingInput {
  @PlainText(1000)
  reason: string;
}

export class NoteAudienceView {
  @ApiProperty({ format: 'uuid' }) referralId: string;
  @ApiProperty() agencyName: string;
  @ApiProperty() serviceCode: string;
  @ApiProperty({ isArray: true, enum: NOTE_CLASSES, description: 'What a note to them may hold now' })
  classes: string[];
}

export const toAudience = ({ referralId, agencyName, serviceCode, classes }: Audience): NoteAudienceView => ({
  referralId,
  agencyName,
  serviceCode,
  classes: [...classes],
});
