import { CurrentActor, May, type Actor } from '#access';
import { Created } from '#cases';
import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiExtraModels,
  ApiNoContentResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { NoteSharing } from '../notes/note-sharing.service.js';
import { NeedView } from './needs.dto.js';
import { NoteAudienceView, NoteReadersInput, SharedNoteInput, ShareEndingInput } from './notes.dto.js';

@ApiTags('cases')
@ApiExtraModels(NoteAudienceView, NeedView)
@Controller('cases/:id')
export class SharedNotesController {
  constructor(private readonly sharing: NoteSharing) {}

  @Post('shared-notes')
  @May('note.share')
  @ApiOperation({
    operationId: 'writeSharedNote',
    summary: 'A note for the team and for agencies with a basis',
  })
  @ApiCreatedResponse({ type: Created })
  async write(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { text, referralIds, classes = [] }: SharedNoteInput,
  ): Promise<Created> {
    return { id: await this.sharing.write(actor, id, text, { referralIds, classes }) };
  }

  @Post('notes/:noteId/shares')
  @HttpCode(204)
  @May('note.share')
  @ApiOperation({
    operationId: 'shareNote',
    summary: 'Lets more agencies read a note; a basis is asked for each',
  })
  @ApiNoContentResponse()
  async share(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('noteId', ParseUUIDPipe) noteId: string,
    @Body() { referralIds, classes = [] }: NoteReadersInput,
  ): Promise<void> {
    await this.sharing.widen(actor, id, noteId, { referralIds, classes });
  }

  @Post('note-shares/:shareId/ending')
  @HttpCode(204)
  @May('note.unshare')
  @ApiOperation({
    operationId: 'endNoteShare',
    summary: 'The agency reads it no more; that it did stays written',
  })
  @ApiNoContentResponse()
  async end(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('shareId', ParseUUIDPipe) shareId: string,
    @Body() { reason }: ShareEndingInput,
  ): Promise<void> {
    await this.sharing.end(actor, id, shareId, reason);
  }
}
