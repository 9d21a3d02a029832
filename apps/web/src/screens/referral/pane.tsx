import { lazy, Suspense, useState } from 'react';
import { learn, useLocale, useWords } from '../../words/words';
import { serviceName } from '../../api/codes';
import { useSession } from '../../api/session';
import { can } from '../../api/acts';
import type { Referral } from '../../api/contract';
import { clockTime, cityDay, dayAndTime, dayMonth } from '../../clock/dates';
import { useNow } from '../../clock/use-now';
import { Go } from '../../elements/go';
import { PacketView } from '../../elements/packet-view';
import { DueBy, ReferralStatus, RiskBadge, Status } from '../../elements/status';
import { IconPhone } from '../../elements/icons';
import { DeadlineList } from '../case/deadlines';
import { FourSteps } from '../case/four-steps';
import { said } from '../../words/said';
import { LetterButton } from './letter-button';
import { Invitations } from './invitations';
import { LinkPanel } from './link-panel';
import { TransferPanel } from './transfer-panel';
import { Outcome } from './outcome';
import { nextDue } from './next-due';
import { useClosing } from './use-closing';
import { ActBar, type ReferralDialog } from './act-bar';
import { BareQuestion } from './bare-question';
import { Chain } from './chain';
import { Elsewhere } from './elsewhere';
import { AcceptDialog, RejectDialog, TextDialog } from './answer-dialogs';
import { ConfirmDialog, OutcomeDialog, ProgressDialog } from './outcome-dialogs';
import './pane.css';

/** The sender's, in words of case work: an officer at the inbox loads neither. */
const UpdatePanel = lazy(async () => {
  const [{ UpdatePanel: panel }] = await Promise.all([import('./update-panel'), learn('case')]);
  return { default: panel };
});

/** Most referrals are read before anybody meets: its words and dialogs come when there may be a meeting. */
const AppointmentPanel = lazy(async () => {
  const [{ AppointmentPanel: panel }] = await Promise.all([import('./appointments'), learn('coord')]);
  return { default: panel };
});

/** For the receiver these say nothing that the time limit beside them does not say better. */
const TO_ANSWER = ['requested', 'received'];

/** A referral as its reader may see it: the receiver its packet, the sender what was sent. Acts at the foot. */
export function ReferralPane({ referral, next }: { referral: Referral; next?: string }) {
  const t = useWords();
  const locale = useLocale();
  const session = useSession();
  const [dialog, setDialog] = useState<ReferralDialog>();
  const receiving = referral.toAgency.id === session.agency.id && !referral.caseId;
  const due = nextDue(referral);
  // Asked among several, and another was faster: nobody took it back, and nobody there has read it.
  const lost = referral.chain.some((link) => link.id === referral.id && link.cancelledBy === 'FAN');
  const close = () => setDialog(undefined);
  useClosing(referral);

  if (referral.tombstone) return <Tombstone referral={referral} />;
  return (
    <div className="pane">
      <header className="pane-head">
        <div className="pane-title">
          <h2>{serviceName(referral.service, locale)}</h2>
          {!(receiving && TO_ANSWER.includes(referral.status)) && (
            <>
              {lost ? (
                <Status tone="plain">{t('pane.takenByAnother')}</Status>
              ) : (
                <ReferralStatus status={referral.status} words={referral.statusWords} />
              )}
            </>
          )}
          {due && <DueBy at={due.at} who={due.who} />}
          {referral.risk === 'TINGGI' && <RiskBadge risk={referral.risk} />}
        </div>
        <p className="soft small">
          {[
            referral.number,
            referral.caseNumber,
            t(`urgency.${referral.urgency === 'SEGERA' ? 'SEGERA' : 'BIASA'}`),
            receiving ? undefined : t('pane.to', { agency: referral.toAgency.name }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {!receiving && <FourSteps status={referral.status} />}
      </header>
      <div className="pane-body">
        <div className="pane-main">
          {(referral.rejection || (referral.feedback?.length ?? 0) > 0) && <Outcome referral={referral} />}
          {(referral.maySetAppointment || referral.appointments.length > 0) && (
            <Suspense fallback={null}>
              <AppointmentPanel referral={referral} receiving={receiving} />
            </Suspense>
          )}
          {can(referral.availableActs, 'referral.update') && (
            <Suspense fallback={null}>
              <UpdatePanel referral={referral} />
            </Suspense>
          )}
          <Elsewhere referral={referral} />
          <Chain referral={referral} />
          <SharedNotes referral={referral} />
          {receiving && !referral.bare && <Invitations referralId={referral.id} />}
          <Messages referral={referral} />
          <Updated referral={referral} />
          {referral.question ? (
            <BareQuestion question={referral.question} />
          ) : (
            <PacketView packet={referral.disclosure} request={referral.request} unopened={referral.bare}>
              {referral.bare && (
                <p className="soft small">{t(lost ? 'pane.neverOpened' : 'pane.notYetOpened')}</p>
              )}
            </PacketView>
          )}
        </div>
        <aside className="pane-side">
          <Parties referral={referral} receiving={receiving} />
          <TransferPanel referral={referral} />
          <Trail referral={referral} />
          {referral.deadlines && referral.deadlines.length > 0 && (
            <section>
              <h3>{t('nav.deadlines')}</h3>
              <DeadlineList deadlines={referral.deadlines} />
            </section>
          )}
        </aside>
      </div>
      <ActBar referral={referral} open={setDialog} next={next} />
      {dialog === 'reject' && <RejectDialog referral={referral} onClose={close} />}
      {dialog === 'accept' && <AcceptDialog referral={referral} onClose={close} />}
      {dialog === 'ask' && <TextDialog referral={referral} noun="question" onClose={close} />}
      {dialog === 'answer' && <TextDialog referral={referral} noun="answer" onClose={close} />}
      {dialog === 'cancel' && <TextDialog referral={referral} noun="cancellation" onClose={close} />}
      {dialog === 'report' && <ProgressDialog referral={referral} onClose={close} />}
      {dialog === 'complete' && <OutcomeDialog referral={referral} onClose={close} />}
      {dialog === 'confirm' && <ConfirmDialog referral={referral} onClose={close} />}
    </div>
  );
}

/** What the newest version brought, above the packet that holds it. */
function Updated({ referral }: { referral: Referral }) {
  const t = useWords();
  const locale = useLocale();
  const { version, frozenAt, changes } = referral.disclosure ?? {};
  if (!version || version === 1 || !frozenAt) return null;
  const named = (gone: boolean) =>
    (changes ?? []).filter(({ change }) => (change === 'REMOVED') === gone).map(({ label }) => label);
  return (
    <div className="note" role="status">
      <div>
        <b>{t('pane.updated', { at: dayAndTime(frozenAt, locale) })}</b>{' '}
        {named(false).length > 0 && <>{named(false).join(', ')}. </>}
        {named(true).length > 0 && t('pane.noLonger', { list: named(true).join(', ') })}
      </div>
    </div>
  );
}

function Tombstone({ referral }: { referral: Referral }) {
  const t = useWords();
  const locale = useLocale();
  const stone = referral.tombstone;
  const words =
    typeof stone === 'object' && stone ? said(stone.words, locale) : typeof stone === 'string' ? stone : '';
  return (
    <div className="pane">
      <div className="empty">
        <h2>
          {t(typeof stone === 'object' && stone?.reason === 'FAN' ? 'pane.takenByAnother' : 'pane.withdrawn')}
        </h2>
        <span>{words || t('pane.withdrawnMore')}</span>
        <span className="soft">{[referral.number, referral.caseNumber].filter(Boolean).join(' · ')}</span>
      </div>
    </div>
  );
}

function Parties({ referral, receiving }: { referral: Referral; receiving: boolean }) {
  const t = useWords();
  const other = receiving ? referral.fromAgency : referral.toAgency;
  const phone = (other as { dutyPhone?: string | null } | undefined)?.dutyPhone;
  return (
    <section>
      <h3>{t(receiving ? 'pane.sender' : 'pane.receiver')}</h3>
      {receiving && referral.sentByName && <p>{referral.sentByName}</p>}
      <p className={receiving ? 'soft' : undefined}>{other?.name}</p>
      {!receiving && referral.caseId && (
        <p>
          <Go to={`/kasus/${referral.caseId}`}>{t('act.backToCase')}</Go>
        </p>
      )}
      {phone && (
        <p>
          <a className="btn" href={`tel:${phone.replace(/[^\d+]/g, '')}`}>
            <IconPhone size={15} aria-hidden="true" />
            {t('pane.callOffice')}
          </a>
        </p>
      )}
      {!receiving && <LetterButton referral={referral} />}
      {!receiving && <LinkPanel referral={referral} />}
      {referral.responsible?.name && (
        <p className="soft">{t('pane.responsible', { name: referral.responsible.name })}</p>
      )}
    </section>
  );
}

/** When what happened, from the moves the server names, else from the times of the referral. */
function Trail({ referral }: { referral: Referral }) {
  const t = useWords();
  const locale = useLocale();
  const now = useNow();
  const named = referral.moves?.map((move) => ({
    at: move.at,
    words: said(move.words, locale) || t(`move.${move.act}` as 'move.send'),
    who: move.actorName ?? move.agencyName,
  }));
  const plain = [
    { at: referral.sentAt, words: t('move.send'), who: referral.fromAgency?.name },
    { at: referral.openedAt, words: t('move.open'), who: referral.openedByName },
    { at: referral.receivedAt, words: t('move.acknowledge'), who: undefined },
    { at: referral.acceptedAt, words: t('move.accept'), who: referral.responsible?.name },
    { at: referral.startedAt, words: t('move.start'), who: undefined },
    { at: referral.endedAt, words: t('move.end'), who: undefined },
  ].filter((one): one is { at: string; words: string; who: string | undefined } => !!one.at);
  const steps = named && named.length > 0 ? named : plain;
  if (steps.length === 0) return null;
  return (
    <section>
      <h3>{t('pane.trail')}</h3>
      <ol className="trail">
        {steps.map((step, index) => (
          <li key={step.at + index}>
            <time dateTime={step.at} className="num soft">
              {cityDay(step.at) === cityDay(now) ? clockTime(step.at, locale) : dayMonth(step.at, locale)}
            </time>
            <span>
              {step.words}
              {step.who && <> · {step.who}</>}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Notes of the case that this agency may read; who lets it read them can end that. */
function SharedNotes({ referral }: { referral: Referral }) {
  const t = useWords();
  const locale = useLocale();
  if (!referral.notes || referral.notes.length === 0) return null;
  return (
    <section className="messages">
      <h3>{t('pane.notes')}</h3>
      <ol>
        {referral.notes.map((note) => (
          <li key={note.id} className="answer">
            <p className="soft tiny">
              {[note.authorName, note.agencyName, dayAndTime(note.at, locale)].filter(Boolean).join(' · ')}
            </p>
            <p>{note.text}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Messages({ referral }: { referral: Referral }) {
  const t = useWords();
  const locale = useLocale();
  const messages = referral.messages ?? [];
  if (messages.length === 0) return null;
  return (
    <section className="messages">
      <h3>{t('pane.questions')}</h3>
      <ol>
        {messages.map((message) => {
          const at = message.at;
          return (
            <li key={message.id} className={/answer/i.test(message.kind ?? '') ? 'answer' : 'question'}>
              <p className="soft tiny">
                {[message.authorName, message.agencyName, at && dayAndTime(at, locale)]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
              <p>{message.text}</p>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
