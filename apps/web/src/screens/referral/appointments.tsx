import { useState } from 'react';
import { can } from '../../api/acts';
import { useAttempt } from '../../api/attempt';
import { answer, api, withKey } from '../../api/client';
import { useCodeLabel } from '../../api/codes';
import type { Appointment, Referral } from '../../api/contract';
import { dayAndTime } from '../../clock/dates';
import { useNow } from '../../clock/use-now';
import { Button } from '../../elements/button';
import { Go } from '../../elements/go';
import { RefusalNote } from '../../elements/states';
import { useLocale, useWords } from '../../words/words';
import { AppointmentDialog, type AppointmentDialogKind } from './appointment-dialogs';
import { APPOINTMENT_TOUCHES } from './appointment-touches';
import './appointments.css';

type Open = { kind: AppointmentDialogKind; one?: Appointment };

/** When the person and whoever helps meet, who comes along, and what came of it: the same for both sides. */
export function AppointmentPanel({ referral, receiving }: { referral: Referral; receiving: boolean }) {
  const t = useWords();
  const [open, setOpen] = useState<Open>();
  const [first, ...rest] = inOrder(referral.appointments);
  return (
    <section className="messages appointments" aria-label={t('appt.title')}>
      <h3>{t('appt.title')}</h3>
      {!first && <p className="soft">{t('appt.none')}</p>}
      {first && <One referral={referral} receiving={receiving} one={first} open={setOpen} />}
      {referral.maySetAppointment && (
        <Button onClick={() => setOpen({ kind: 'set' })}>{t('appt.set')}</Button>
      )}
      {rest.length > 0 && (
        <details className="ended">
          <summary>{t('appt.earlier', { n: rest.length })}</summary>
          {rest.map((one) => (
            <One key={one.id} referral={referral} receiving={receiving} one={one} open={setOpen} />
          ))}
        </details>
      )}
      {open && (
        <AppointmentDialog
          {...open}
          referral={referral}
          receiving={receiving}
          onClose={() => setOpen(undefined)}
        />
      )}
    </section>
  );
}

function One({
  referral,
  receiving,
  one,
  open,
}: {
  referral: Referral;
  receiving: boolean;
  one: Appointment;
  open: (dialog: Open) => void;
}) {
  const t = useWords();
  const locale = useLocale();
  const label = useCodeLabel();
  const now = useNow();
  const due = one.status === 'PLANNED' && !one.fellAway && new Date(one.at) <= now;
  const attend = useAttempt(
    (_body: Record<string, never>, key) =>
      answer(
        api.POST('/api/referrals/{id}/appointments/{appointmentId}/attendance', {
          params: { path: { id: referral.id, appointmentId: one.id } },
          body: {},
          headers: withKey(key),
        }),
      ),
    { refreshes: APPOINTMENT_TOUCHES },
  );
  const state = one.fellAway ? 'fellAway' : due ? 'due' : one.status;
  const acts = (['miss', 'move', 'arrange', 'cancel', 'followUp'] as const).filter(
    // What cannot be yet, or is done in another way, is no button: the result first, once its time has come.
    (act) => can(one.availableActs, `appointment.${act}`),
  );
  const said = one.status === 'PLANNED' && referral.appointment?.at === one.at && referral.appointment.place;
  return (
    <div className={`appointment ${state === 'PLANNED' || state === 'due' ? 'ahead' : ''}`}>
      <p className="row">
        <b className="num">{dayAndTime(one.at, locale)}</b>
        <span className={`tag ${state}`}>{t(`appt.status.${state as 'PLANNED'}`)}</span>
      </p>
      <p>
        {[
          label('TEMPAT_JANJI', one.place),
          label('PENDAMPING_JANJI', one.escort) +
            (one.escortName ? ` (${t('appt.with', { name: one.escortName })})` : ''),
        ].join(' · ')}
      </p>
      {said && <p className="soft small">{t('appt.placeSaid', { place: said })}</p>}
      {one.accommodations.length > 0 && (
        <p className="soft small">
          {t('appt.needs')}: {one.accommodations.map((need) => label('KEBUTUHAN_JANJI', need)).join(', ')}
        </p>
      )}
      {one.reason && <p className="soft small">{label(REASONS[one.status] ?? '', one.reason)}</p>}
      <Followed one={one} referral={referral} receiving={receiving} />
      {(acts.length > 0 || can(one.availableActs, 'appointment.attend')) && (
        <p className="appointment-acts no-print">
          {can(one.availableActs, 'appointment.attend') && (
            <Button kind={due ? 'pri' : 'plain'} busy={attend.busy} onClick={() => void attend.run({})}>
              {t('appt.attend')}
            </Button>
          )}
          {acts.map((act) => (
            <Button
              key={act}
              kind={act === 'followUp' ? 'pri' : 'plain'}
              onClick={() => open({ kind: act, one })}
            >
              {t(`appt.${act}`)}
            </Button>
          ))}
        </p>
      )}
      <RefusalNote problem={attend.problem} />
    </div>
  );
}

function Followed({
  one,
  referral,
  receiving,
}: {
  one: Appointment;
  referral: Referral;
  receiving: boolean;
}) {
  const t = useWords();
  const locale = useLocale();
  const label = useCodeLabel();
  if (one.status !== 'NOT_ATTENDED') return null;
  if (!one.followUp || !one.followedAt)
    return <p className="small">{t(receiving ? 'appt.teamFollows' : 'appt.toFollow')}</p>;
  const words = {
    outcome: label('TINDAK_LANJUT_JANJI', one.followUp),
    name: one.followedByName ?? '',
    at: dayAndTime(one.followedAt, locale),
  };
  return (
    <>
      <p className="small">{t('appt.followed', words)}</p>
      {one.followUp === 'TIDAK_AMAN' && !receiving && referral.caseId && (
        <p className="small">
          {t('appt.unsafe')} <Go to={`/kasus/${referral.caseId}/asesmen`}>{t('appt.screen')}</Go>
        </p>
      )}
    </>
  );
}

const REASONS: Record<string, string> = {
  MOVED: 'ALASAN_UBAH_JANJI',
  CANCELLED: 'ALASAN_BATAL_JANJI',
  NOT_ATTENDED: 'ALASAN_BELUM_HADIR',
};

/** What asks for something first: the one ahead, then one that could not be kept and nobody has looked after. */
function inOrder(all: readonly Appointment[]): Appointment[] {
  const weight = (one: Appointment): number =>
    one.status === 'PLANNED' && !one.fellAway ? 0 : one.status === 'NOT_ATTENDED' && !one.followUp ? 1 : 2;
  return [...all].sort((a, b) => weight(a) - weight(b));
}
