import { CurrentActor, May, StepUp, type Actor } from '#access';
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Reviews } from '../reviews/reviews.service.js';
import {
  ReviewDecisionInput,
  ReviewDetailView,
  ReviewPageView,
  ReviewsQuery,
  ReviewView,
  toReview,
  toReviewDetail,
} from './reviews.dto.js';

@ApiTags('reviews')
@Controller('reviews')
export class ReviewsController {
  constructor(private readonly reviews: Reviews) {}

  @Get()
  @May('review.read')
  @ApiOperation({ operationId: 'listReviews' })
  @ApiOkResponse({ type: ReviewPageView })
  async list(
    @CurrentActor() actor: Actor,
    @Query() { state, cursor }: ReviewsQuery,
  ): Promise<ReviewPageView> {
    const { items, next } = await this.reviews.list(actor, state ?? 'open', cursor);
    return { items: items.map(toReview), next };
  }

  @Get(':id')
  @May('review.read')
  @ApiOperation({ operationId: 'readReview' })
  @ApiOkResponse({ type: ReviewDetailView })
  async read(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<ReviewDetailView> {
    return toReviewDetail(await this.reviews.read(actor, id), actor.locale);
  }

  @Post(':id/decision')
  @HttpCode(200)
  @May('review.decide')
  @StepUp()
  @ApiOperation({ operationId: 'decideReview' })
  @ApiOkResponse({ type: ReviewView })
  async decide(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() input: ReviewDecisionInput,
  ): Promise<ReviewView> {
    return toReview(await this.reviews.decide(actor, id, input));
  }
}
