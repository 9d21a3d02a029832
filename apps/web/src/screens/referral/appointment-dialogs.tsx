import { useState } from 'react';
import { useAttempt } from '../../api/attempt';
import { answer, api, withKey } from '../../api/client';
import { useCodeChoices } from '../../api/codes';
import type { Appointment, Referral } from '../../api/contract';
import { useSession } from '../../api/session';
import { fromCityInput } from '../../clock/dates';
import { ActDialog, useFault } from '../../elements/act-dialog';
import { ChipSet, MomentInput, RadioList } from '../../elements/fields';
import { useWords } from '../../words/words';
import { APPOINTMENT_TOUCHES } from './appointment-touches';

export type AppointmentDialogKind = 'set' | 'arrange' | 'move' | 'cancel' | 'miss' | 'followUp';

interface Props {
  kind: AppointmentDialogKind;
  one?: Appointment;
  referral: Referral;
  receiving: boolean;
  onClose: () => void;
}

/** The code list from which each decision takes its reason. */
const REASONS = {
  move: 'ALASAN_UBAH_JANJI',
  cancel: 'ALASAN_BATAL_JANJI',
  miss: 'ALASAN_BELUM_HADIR',
  followUp: 'TINDAK_LANJUT_JANJI',
} as const;

/** Of this list, who is somebody of one's own side. */
const OWN = { receiver: 'PETUGAS_PENERIMA', team: 'TIM_KASUS' } as const;
const ME = 'SAYA';

interface Form {
  at: string;
  place: string;
  escort: string;
  needs: string[];
  reason: string;
}

/** Every act on an appointment is a few codes, and a time: nothing is written in words. */
export function AppointmentDialog({ kind, one, referral, receiving, onClose }: Props) {
  const t = useWords();
  const [form, setForm] = useState<Form>({
    at: '',
    place: receiving ? 'INSTANSI_PENERIMA' : '',
    escort: one?.escort ?? '',
    needs: one?.accommodations ?? [],
    reason: '',
  });
  const [tried, setTried] = useState(false);
  const change = (part: Partial<Form>) => setForm({ ...form, ...part });
  const send = useSending(kind, referral.id, one?.id, receiving);
  const attempt = useAttempt((body: Form, key) => send(body, key), {
    refreshes: APPOINTMENT_TOUCHES,
    done: onClose,
  });
  const fault = useFault(attempt);
  const arranges = kind === 'set' || kind === 'arrange';
  const asksTime = kind === 'set' || kind === 'move';
  const reasons = kind in REASONS ? REASONS[kind as keyof typeof REASONS] : undefined;
  const missing = (pointer: string, empty: boolean) =>
    fault(pointer) ?? (tried && empty ? t('fault.required') : undefined);
  const whole =
    (!asksTime || fromCityInput(form.at) !== undefined) &&
    (kind !== 'set' || form.place !== '') &&
    (!arranges || form.escort !== '') &&
    (!reasons || form.reason !== '');
  return (
    <ActDialog
      title={t(`appt.${kind}Title`)}
      lead={kind === 'arrange' ? t('appt.setLead') : t(`appt.${kind}Lead`)}
      submit={t('act.save')}
      attempt={attempt}
      onClose={onClose}
      body={() => {
        setTried(true);
        return whole ? form : undefined;
      }}
    >
      {asksTime && (
        <MomentInput
          label={t(kind === 'move' ? 'appt.newAt' : 'appt.at')}
          value={form.at}
          onChange={(event) => change({ at: event.target.value })}
          fault={missing('/at', !form.at)}
        />
      )}
      {kind === 'set' && (
        <Codes
          id="tempat-janji"
          list="TEMPAT_JANJI"
          label={t('appt.place')}
          value={form.place}
          onChange={(place) => change({ place })}
          fault={missing('/place', !form.place)}
        />
      )}
      {arranges && (
        <>
          <Codes
            id="pendamping-janji"
            list="PENDAMPING_JANJI"
            label={t('appt.escort')}
            own={receiving ? OWN.receiver : OWN.team}
            value={form.escort}
            onChange={(escort) => change({ escort })}
            fault={missing('/escort', !form.escort) ?? fault('/escortAccountId')}
          />
          <Needs
            value={form.needs}
            onChange={(needs) => change({ needs })}
            fault={fault('/accommodations')}
          />
        </>
      )}
      {reasons && (
        <Codes
          id="alasan-janji"
          list={reasons}
          label={t(kind === 'miss' ? 'appt.why' : kind === 'followUp' ? 'appt.outcome' : 'appt.reason')}
          value={form.reason}
          onChange={(reason) => change({ reason })}
          fault={missing(kind === 'followUp' ? '/outcome' : '/reason', !form.reason)}
        />
      )}
    </ActDialog>
  );
}

function Needs(props: { value: string[]; onChange: (value: string[]) => void; fault?: string }) {
  const t = useWords();
  const options = useCodeChoices('KEBUTUHAN_JANJI');
  return <ChipSet label={t('appt.needs')} hint={t('appt.needsHint')} options={options} {...props} />;
}

/** One code of a list; `own`: the code that stands for somebody of one's own side, before which oneself is offered. */
function Codes({
  list,
  own,
  ...rest
}: {
  id: string;
  list: string;
  own?: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
  fault?: string;
}) {
  const t = useWords();
  const choices = useCodeChoices(list);
  const options = choices.flatMap((one) =>
    one.value === own ? [{ value: ME, label: t('appt.me') }, one] : [one],
  );
  return <RadioList {...rest} options={options} />;
}

function useSending(
  kind: AppointmentDialogKind,
  referralId: string,
  appointmentId: string | undefined,
  receiving: boolean,
): (form: Form, key: string) => Promise<unknown> {
  const { account } = useSession();
  return (form, key) => {
    const path = { id: referralId, appointmentId: appointmentId ?? '' };
    const rest = { params: { path }, headers: withKey(key) };
    const at = fromCityInput(form.at) ?? '';
    const { reason } = form;
    const arrangement = {
      ...(form.escort === ME
        ? { escort: receiving ? OWN.receiver : OWN.team, escortAccountId: account.id }
        : { escort: form.escort }),
      accommodations: form.needs,
    };
    switch (kind) {
      case 'set':
        return answer(
          api.POST('/api/referrals/{id}/appointments', {
            ...rest,
            body: { ...arrangement, at, place: form.place },
          }),
        );
      case 'arrange':
        return answer(
          api.POST('/api/referrals/{id}/appointments/{appointmentId}/arrangement', {
            ...rest,
            body: arrangement,
          }),
        );
      case 'move':
        return answer(
          api.POST('/api/referrals/{id}/appointments/{appointmentId}/new-time', {
            ...rest,
            body: { at, reason },
          }),
        );
      case 'cancel':
        return answer(
          api.POST('/api/referrals/{id}/appointments/{appointmentId}/cancellation', {
            ...rest,
            body: { reason },
          }),
        );
      case 'miss':
        return answer(
          api.POST('/api/referrals/{id}/appointments/{appointmentId}/no-show', { ...rest, body: { reason } }),
        );
      case 'followUp':
        return answer(
          api.POST('/api/referrals/{id}/appointments/{appointmentId}/follow-up', {
            ...rest,
            body: { outcome: reason },
          }),
        );
    }
  };
}
