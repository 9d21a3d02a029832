import { May } from '#access';
import { Controller, Get } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CodeListsView, CodeView, toCodeLists } from './codes.dto.js';

@ApiTags('reference')
@ApiExtraModels(CodeView)
@Controller('codes')
export class CodesController {
  /** The lists cannot change while the program runs, so the answer is made once. */
  private readonly lists = toCodeLists();

  @Get()
  @May('reference.read')
  @ApiOperation({ operationId: 'listCodes', summary: 'Every coded list with its labels in both languages' })
  @ApiOkResponse({ type: CodeListsView })
  list(): CodeListsView {
    return this.lists;
  }
}
