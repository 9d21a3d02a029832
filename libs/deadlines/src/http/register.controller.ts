import { CurrentActor, may, May, StepUp, type Actor } from '#access';
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RuleVersions, type RuleHistory } from '../rule-versions.service.js';
import { RuleEffectView, toEffect } from './effect.dto.js';
import {
  RetirementInput,
  RuleHistoryView,
  RuleList,
  RuleVersionInput,
  toDraft,
  toHistory,
  toRuleView,
  toTerms,
  WithdrawalInput,
} from './register.dto.js';

/** The register of rules: everybody reads it, the legal office changes it by two people, and no case stands in it. */
@ApiTags('deadlines')
@Controller()
export class RegisterController {
  constructor(private readonly versions: RuleVersions) {}

  @Get('deadline-rules')
  @May('reference.read')
  @ApiOperation({ operationId: 'listDeadlineRules' })
  @ApiOkResponse({ type: RuleList })
  async rules(@CurrentActor() actor: Actor): Promise<RuleList> {
    const { rules, waiting } = await this.versions.register(actor);
    return {
      items: rules.map((rule) => ({
        ...toRuleView(rule, actor.locale),
        proposalWaits: waiting.has(rule.slug),
      })),
    };
  }

  @Get('deadline-rules/:ruleId/versions')
  @May('reference.read')
  @ApiOperation({ operationId: 'readRuleVersions' })
  @ApiOkResponse({ type: RuleHistoryView })
  async history(@CurrentActor() actor: Actor, @Param('ruleId') ruleId: string): Promise<RuleHistoryView> {
    return this.view(actor, await this.versions.history(actor, ruleId));
  }

  @Post('deadline-rules/:ruleId/effect')
  @HttpCode(200)
  @May('rule.effect')
  @ApiOperation({ operationId: 'previewRuleVersion' })
  @ApiOkResponse({ type: RuleEffectView })
  async preview(
    @CurrentActor() actor: Actor,
    @Param('ruleId') ruleId: string,
    @Body() input: RuleVersionInput,
  ): Promise<RuleEffectView> {
    return toEffect(await this.versions.preview(actor, ruleId, toDraft(input), toTerms(input)));
  }

  @Post('deadline-rules/:ruleId/versions')
  @May('rule.propose')
  @ApiOperation({ operationId: 'proposeRuleVersion' })
  @ApiCreatedResponse({ type: RuleHistoryView })
  async propose(
    @CurrentActor() actor: Actor,
    @Param('ruleId') ruleId: string,
    @Body() input: RuleVersionInput,
  ): Promise<RuleHistoryView> {
    return this.view(actor, await this.versions.propose(actor, ruleId, toDraft(input), toTerms(input)));
  }

  @Post('deadline-rules/:ruleId/retirement')
  @May('rule.propose')
  @ApiOperation({ operationId: 'proposeRuleRetirement' })
  @ApiCreatedResponse({ type: RuleHistoryView })
  async retire(
    @CurrentActor() actor: Actor,
    @Param('ruleId') ruleId: string,
    @Body() input: RetirementInput,
  ): Promise<RuleHistoryView> {
    return this.view(actor, await this.versions.propose(actor, ruleId, null, toTerms(input)));
  }

  @Get('deadline-rule-versions/:id/effect')
  @May('rule.effect')
  @ApiOperation({ operationId: 'readRuleEffect' })
  @ApiOkResponse({ type: RuleEffectView })
  async effect(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<RuleEffectView> {
    return toEffect(await this.versions.effect(actor, id));
  }

  @Post('deadline-rule-versions/:id/approval')
  @HttpCode(200)
  @May('rule.approve')
  @StepUp()
  @ApiOperation({ operationId: 'approveRuleVersion' })
  @ApiOkResponse({ type: RuleHistoryView })
  async approve(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<RuleHistoryView> {
    return this.view(actor, await this.versions.approve(actor, id));
  }

  @Post('deadline-rule-versions/:id/withdrawal')
  @HttpCode(200)
  @May('rule.propose')
  @ApiOperation({ operationId: 'withdrawRuleVersion' })
  @ApiOkResponse({ type: RuleHistoryView })
  async withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason }: WithdrawalInput,
  ): Promise<RuleHistoryView> {
    return this.view(actor, await this.versions.withdraw(actor, id, reason));
  }

  private view(actor: Actor, history: RuleHistory): RuleHistoryView {
    return toHistory(history, actor, may(actor.role, 'rule.propose'));
  }
}
