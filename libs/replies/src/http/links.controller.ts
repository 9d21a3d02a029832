import { Public } from '#access';
import { CityWords, ReferralPages } from '#handoff';
import { Refused } from '#refusals';
import { Body, Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import {
  ApiGoneResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiQuery,
  ApiTags,
} from '@nestjs/swagger';
import { FormFault, formOf, LinkAnswers } from '../link-answers.js';
import { LinkDoor, type LinkVisit } from '../link-door.js';
import { LinkWatch } from '../link-watch.js';
import { codePage } from '../page/code-page.js';
import { endPage, referralPage, type Said } from '../page/referral-page.js';
import { inLocale, PAGE_LOCALES, pageLocale, type PageLocale } from '../page/page-words.js';
import { PAGE_HEADERS } from '../page/shell.js';
import { DONE_WORDS, refusalWords } from '../rules/link-words.js';
import { OpeningForm, StandingQuery } from './link-forms.js';
import { LinkCookie } from './link-cookie.js';

interface Request {
  id: string;
  headers: Record<string, string | undefined>;
}
interface Reply {
  code(status: number): Reply;
  header(name: string, value: string): Reply;
  headers(all: Record<string, string>): Reply;
  send(body: string): unknown;
  readonly raw: { readonly destroyed: boolean };
}

const HERE = '/api/link-answer';
const PAGE = { description: 'A page for an old telephone', schema: { type: 'string' } } as const;
/** The language of the page; anything else is Indonesian, for nobody is refused over a word in an address. */
const LANGUAGE = { name: 'bahasa', required: false, enum: PAGE_LOCALES } as const;
const TOKEN = /^[\w-]{22}$/;
/**
 * The pages of a one-time link: HTML that an old telephone shows without a program. A GET of a link reads nothing and
 * spends nothing, so a mail scanner that follows it does no harm; a POST with the code spends it.
 */
@ApiTags('links')
@Controller()
export class LinkPagesController {
  constructor(
    private readonly door: LinkDoor,
    private readonly watch: LinkWatch,
    private readonly answers: LinkAnswers,
    private readonly pages: ReferralPages,
    private readonly words: CityWords,
    @Inject(LinkCookie) private readonly cookie: LinkCookie,
  ) {}

  @Get('links/:token')
  @Public('see policy.md')
  @ApiOperation({ operationId: 'showLink', summary: 'The page of a one-time link, the same for every token' })
  @ApiProduces('text/html')
  @ApiQuery(LANGUAGE)
  @ApiOkResponse(PAGE)
  link(@Param('token') token: string, @Query('bahasa') bahasa: unknown, @Res() reply: Reply): void {
    const locale = pageLocale(bahasa);
    show(reply, 200, TOKEN.test(token) ? codePage(token, locale) : codePage('', locale, 'closed'));
  }

  @Post('links/:token')
  @Public('see policy.md')
  @ApiOperation({ operationId: 'openLink', summary: 'Spends a one-time link with its code (a form)' })
  @ApiProduces('text/html')
  @ApiQuery(LANGUAGE)
  @ApiOkResponse(PAGE)
  async open(
    @Param('token') token: string,
    @Query('bahasa') bahasa: unknown,
    @Body() body: object,
    @Req() request: Request,
    @Res() reply: Reply,
  ): Promise<void> {
    const locale = pageLocale(bahasa);
    if (!TOKEN.test(token)) return show(reply, 404, codePage('', locale, 'closed'));
    const form = await formOf(OpeningForm, withPlainCode(body)).catch(() => null);
    if (!form) return show(reply, 400, codePage(token, locale, 'missing'));
    const opening = await this.door.open(token, form.code, form.name, request.id);
    if (typeof opening === 'string')
      return show(reply, STATUS[opening], codePage(token, locale, opening, form.name));
    // The address with the token is left behind: what the telephone shows from here on names nothing.
    reply.header('Set-Cookie', this.cookie.set(opening.token, opening.seconds));
    redirect(reply, inLocale(HERE, locale));
  }

  @Get('link-answer')
  @Public('see policy.md')
  @ApiOperation({ operationId: 'readByLink', summary: 'The referral of an opened link' })
  @ApiProduces('text/html')
  @ApiQuery(LANGUAGE)
  @ApiOkResponse(PAGE)
  async read(@Query('bahasa') bahasa: unknown, @Req() request: Request, @Res() reply: Reply): Promise<void> {
    const locale = pageLocale(bahasa);
    const visit = await this.visitOf(request);
    if (!visit) return show(reply, 401, endPage('ended', locale));
    show(reply, 200, await this.pageOf(visit, null, locale));
  }

  @Get('link-answer/standing')
  @Public('see policy.md')
  @ApiOperation({
    operationId: 'linkPageStands',
    summary:
      'Whether the open page of a link may stay open; answered the moment it may not, else after a while',
  })
  @ApiNoContentResponse({ description: 'It may; ask again' })
  @ApiGoneResponse({ description: 'It may not, or there is none' })
  async stands(
    @Query() { version }: StandingQuery,
    @Req() request: Request,
    @Res() reply: Reply,
  ): Promise<void> {
    const session = this.cookie.read(request.headers.cookie);
    const isGone = () => reply.raw.destroyed;
    const stands = session ? await this.watch.stands(session, Number(version), isGone) : false;
    reply.code(stands ? 204 : 410).send('');
  }

  @Post('link-answer/:act')
  @Public('see policy.md')
  @ApiOperation({ operationId: 'answerByLink', summary: "The receiver's answer to it (a form)" })
  @ApiProduces('text/html')
  @ApiQuery(LANGUAGE)
  @ApiOkResponse(PAGE)
  async answer(
    @Param('act') act: string,
    @Query('bahasa') bahasa: unknown,
    @Body() body: object,
    @Req() request: Request,
    @Res() reply: Reply,
  ): Promise<void> {
    const locale = pageLocale(bahasa);
    const visit = await this.visitOf(request);
    if (!visit) return show(reply, 401, endPage('ended', locale));
    if (act === 'done') {
      await this.door.close(visit);
      reply.header('Set-Cookie', this.cookie.clear());
      return show(reply, 200, endPage('thanks', locale));
    }
    try {
      await this.answers.give(visit.actor, visit.referralId, act, body);
    } catch (error) {
      const refused = error instanceof Refused;
      if (!refused && !(error instanceof FormFault)) throw error;
      const code = refused
        ? ((error.detail as { errors?: { code: string }[] }).errors?.[0]?.code ?? error.code)
        : 'form';
      return show(
        reply,
        refused ? error.status : 422,
        await this.pageOf(visit, { words: refusalWords(code, locale), tone: 'bad' }, locale),
      );
    }
    show(reply, 200, await this.pageOf(visit, { words: DONE_WORDS[act]![locale], tone: 'good' }, locale));
  }

  private async visitOf(request: Request): Promise<LinkVisit | null> {
    const session = this.cookie.read(request.headers.cookie);
    return session ? this.door.visit(session, request.id) : null;
  }

  private async pageOf(
    { actor, referralId }: LinkVisit,
    said: Said | null,
    locale: PageLocale,
  ): Promise<string> {
    const shown = await this.pages.read(actor, referralId);
    return referralPage(shown, actor.displayName, (at) => this.words.instant(at, locale), said, locale);
  }
}

const STATUS = { closed: 404, slow: 429, wrong: 403 } as const;

/** People write codes in groups. */
function withPlainCode(body: object): object {
  const { code, ...rest } = body as { code?: unknown };
  return { ...rest, code: typeof code === 'string' ? code.replaceAll(/[\s-]/g, '') : code };
}

function show(reply: Reply, status: number, page: string): void {
  reply.code(status).headers(PAGE_HEADERS).send(page);
}

function redirect(reply: Reply, to: string): void {
  reply.code(303).headers(PAGE_HEADERS).header('Location', to).send('');
}
