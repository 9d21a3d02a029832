import { CurrentActor, May, type Actor } from '#access';
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { CaseNotes } from '../case-notes.service.js';
import { CasePeople } from '../case-people.service.js';
import { CaseTeam } from '../case-team.service.js';
import { Milestones } from '../milestones.service.js';
import { Created, MemberInput, MilestoneInput, NoteInput, NotesView, toNote } from './case-acts.dto.js';
import { AddPersonInput, PersonAdded, PersonCorrection } from './person.dto.js';

@ApiTags('cases')
@Controller('cases/:id')
export class CaseWorkController {
  constructor(
    private readonly people: CasePeople,
    private readonly team: CaseTeam,
    private readonly notes: CaseNotes,
    private readonly milestones: Milestones,
  ) {}

  @Post('persons')
  @May('case.addPerson')
  @ApiOperation({ operationId: 'addPerson' })
  @ApiCreatedResponse({ type: PersonAdded })
  async addPerson(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() input: AddPersonInput,
  ): Promise<PersonAdded> {
    const { kind, ...told } = input;
    return { id: await this.people.add(actor, id, kind, told) };
  }

  @Patch('persons/:personId')
  @HttpCode(204)
  @May('case.addPerson')
  @ApiOperation({ operationId: 'correctPerson', summary: 'Adds or mends what is known of somebody' })
  @ApiNoContentResponse()
  async correctPerson(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('personId', ParseUUIDPipe) personId: string,
    @Body() input: PersonCorrection,
  ): Promise<void> {
    await this.people.correct(actor, id, personId, input);
  }

  @Get('notes')
  @May('case.note')
  @ApiOperation({ operationId: 'listNotes' })
  @ApiOkResponse({ type: NotesView })
  async readNotes(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<NotesView> {
    return { items: (await this.notes.read(actor, id)).map(toNote) };
  }

  @Post('notes')
  @May('case.note')
  @ApiOperation({ operationId: 'writeNote' })
  @ApiCreatedResponse({ type: Created })
  async writeNote(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() input: NoteInput,
  ): Promise<Created> {
    return {
      id: await this.notes.write(actor, id, { text: input.text, audience: input.audience ?? 'TEAM' }),
    };
  }

  @Post('milestones')
  @May('case.milestone')
  @ApiOperation({
    operationId: 'recordMilestone',
    summary: 'Something happened outside: ends and starts clocks',
  })
  @ApiCreatedResponse({ type: Created })
  async recordMilestone(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() input: MilestoneInput,
  ): Promise<Created> {
    const at = input.at === undefined ? undefined : new Date(input.at);
    return { id: await this.milestones.record(actor, id, { kind: input.kind, at }) };
  }

  @Post('members')
  @HttpCode(204)
  @May('case.edit')
  @ApiOperation({ operationId: 'addMember', summary: 'Brings a colleague of the own agency onto the team' })
  @ApiNoContentResponse()
  async addMember(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() input: MemberInput,
  ): Promise<void> {
    await this.team.join(actor, id, input.accountId);
  }

  @Post('members/:accountId/ending')
  @HttpCode(204)
  @May('case.edit')
  @ApiOperation({
    operationId: 'endMember',
    summary: 'Takes somebody off the team; the case leaves their sight',
  })
  @ApiNoContentResponse()
  async endMember(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('accountId', ParseUUIDPipe) accountId: string,
  ): Promise<void> {
    await this.team.leave(actor, id, accountId);
  }
}
