import type { Actor } from '#access';
import { City } from '#cases';
import { Closures } from '#closure';
import { Conversations } from '#handoff';
import { NotFound } from '#refusals';
import { ReferralActs } from '#referrals';
import { Injectable, type Type } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import { DateTime } from 'luxon';
import {
  AcceptanceForm,
  CompletionForm,
  EmptyForm,
  FailureForm,
  RejectionForm,
  TextForm,
} from './http/link-forms.js';

/** Some field of a form was missing, too long or not on its list. */
export class FormFault extends Error {}

type Answer = (actor: Actor, id: string, body: unknown) => Promise<unknown>;

/** The answers of a link's page: each is the officer's own act, called by the same method. */
@Injectable()
export class LinkAnswers {
  private readonly answers: ReadonlyMap<string, Answer>;

  constructor(
    acts: ReferralActs,
    conversations: Conversations,
    closures: Closures,
    private readonly city: City,
  ) {
    this.answers = new Map<string, Answer>([
      ['receipt', this.filled(EmptyForm, (actor, id) => acts.acknowledge(actor, id))],
      [
        'acceptance',
        this.filled(AcceptanceForm, (actor, id, form) =>
          acts.accept(actor, id, { ...form, appointmentAt: this.instant(form.appointmentAt) }),
        ),
      ],
      ['rejection', this.filled(RejectionForm, (actor, id, form) => acts.reject(actor, id, form))],
      ['question', this.filled(TextForm, (actor, id, { text }) => conversations.ask(actor, id, text))],
      ['service-start', this.filled(EmptyForm, (actor, id) => conversations.start(actor, id, {}))],
      ['progress', this.filled(TextForm, (actor, id, form) => conversations.report(actor, id, form))],
      ['completion', this.filled(CompletionForm, (actor, id, form) => closures.complete(actor, id, form))],
      ['failure', this.filled(FailureForm, (actor, id, form) => closures.fail(actor, id, form))],
    ]);
  }

  /** NotFound for an act that is none, FormFault for its fields; refusals as the act's own. */
  async give(actor: Actor, referralId: string, act: string, body: unknown): Promise<void> {
    const answer = this.answers.get(act);
    if (!answer) throw new NotFound();
    await answer(actor, referralId, body);
  }

  private filled<T extends object>(
    shape: Type<T>,
    act: (actor: Actor, id: string, form: T) => Promise<unknown>,
  ): Answer {
    return async (actor, id, body) => act(actor, id, await formOf(shape, body));
  }

  /** A telephone's form has no zone: the appointment is in the city's. */
  private instant(local: string | undefined): Date | undefined {
    if (!local) return undefined;
    const at = DateTime.fromISO(local, { zone: this.city.zone });
    if (!at.isValid || at.year < 2020 || at.year > 2100) throw new FormFault();
    return at.toJSDate();
  }
}

/** The form as its class, checked as every body is: unknown fields refused, an empty field counts as absent. */
export async function formOf<T extends object>(shape: Type<T>, body: unknown): Promise<T> {
  if (typeof body !== 'object' || body === null) return formOf(shape, {});
  const filled = Object.entries(body).filter(([, value]) => value !== '');
  const form = plainToInstance(shape, Object.fromEntries(filled));
  const faults = await validate(form, {
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
  });
  if (faults.length > 0) throw new FormFault();
  return form;
}
