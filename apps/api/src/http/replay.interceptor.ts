import { answersAfresh, type Actor } from '#access';
import { AlreadyHandled, UnitOfWork } from '#database';
import { Vault } from '#vault';
import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { catchError, concatMap, from, type Observable } from 'rxjs';
import { isStillVisible } from './still-visible.js';

interface Reply {
  statusCode: number;
  code(status: number): Reply;
}
interface Stored {
  status: number | null;
  answer: Buffer | null;
}

/** How long a twin request waits for the first one's answer to be stored before it gets a 409, in milliseconds. */
const WAIT_FOR_ANSWER_MS = 3000;
const POLL_MS = 50;

/**
 * Idempotency-Key: the act claims the key in its own transaction (`claimRequest`); here its answer is kept, sealed
 * under the server's key, and given again to whoever repeats the request. A double tap sends one referral.
 */
@Injectable()
export class ReplayInterceptor implements NestInterceptor {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly vault: Vault,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const { actor, url } = http.getRequest<{ actor?: Actor; url: string }>();
    if (actor?.request && answersAfresh(context.getHandler())) delete actor.request.idempotency;
    const key = actor?.request?.idempotency?.key;
    if (!actor || !key) return next.handle();
    const reply = http.getResponse<Reply>();
    return next.handle().pipe(
      concatMap((answer: unknown) =>
        from(this.keep(actor, key, reply.statusCode, answer).then(() => answer)),
      ),
      catchError((error: unknown) => {
        if (error instanceof AlreadyHandled && error.sameRequest)
          return from(this.replay(actor, error, url, reply));
        throw error;
      }),
    );
  }

  private async keep(actor: Actor, key: string, status: number, answer: unknown): Promise<void> {
    if (!actor.request?.idempotency?.claimed) return;
    const sealed = this.vault.sealForServer(
      JSON.stringify(answer ?? null),
      `handled_request|${actor.accountId}|${key}`,
    );
    await this.unitOfWork.keep(actor, (work) =>
      work.query(
        'update simpul.handled_request set status = $3, answer = $4 where account_id = $1 and key = $2',
        [actor.accountId, key, status, sealed],
      ),
    );
  }

  private async replay(actor: Actor, twin: AlreadyHandled, url: string, reply: Reply): Promise<unknown> {
    const deadline = performance.now() + WAIT_FOR_ANSWER_MS;
    do {
      const kept = await this.unitOfWork.keep(actor, async (work) => {
        const [row] = await work.query<Stored>(
          'select status, answer from simpul.handled_request where account_id = $1 and key = $2',
          [actor.accountId, twin.key],
        );
        if (!row?.answer || !row.status) return undefined;
        const answer = JSON.parse(
          this.vault.unsealForServer(row.answer, `handled_request|${actor.accountId}|${twin.key}`),
        ) as unknown;
        if (!(await isStillVisible(work, url, answer))) throw twin;
        return { status: row.status, answer };
      });
      if (kept) {
        reply.code(kept.status);
        return kept.answer;
      }
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    } while (performance.now() < deadline);
    throw twin;
  }
}
