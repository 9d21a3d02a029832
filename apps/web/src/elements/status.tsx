import type { ReactNode } from 'react';
import { useLocale, useWords, type Words } from '../words/words';
import { useNow } from '../clock/use-now';
import { dayAndTime, dueTone, timeLeft, type TimeLeft } from '../clock/dates';
import {
  IconAlertTriangleFilled,
  IconBan,
  IconCircleCheckFilled,
  IconClock,
  IconFlame,
  IconHourglass,
  IconPencil,
  IconPlayerPlayFilled,
} from './icons';

export type Tone = 'late' | 'urgent' | 'wait' | 'run' | 'done' | 'no' | 'draft' | 'plain';

const ICONS = {
  late: IconAlertTriangleFilled,
  urgent: IconClock,
  wait: IconHourglass,
  run: IconPlayerPlayFilled,
  done: IconCircleCheckFilled,
  no: IconBan,
  draft: IconPencil,
  plain: null,
};

/** Icon shape + word + lightness + hue: never colour alone. */
export function Status({ tone, children }: { tone: Tone; children: ReactNode }) {
  const Icon = ICONS[tone];
  return (
    <span className={`status ${tone}`}>
      {Icon && <Icon size={13} aria-hidden="true" />}
      {children}
    </span>
  );
}

const TONES: Record<string, Tone> = {
  draft: 'draft',
  requested: 'wait',
  received: 'wait',
  'on-hold': 'urgent',
  accepted: 'run',
  'in-progress': 'run',
  rejected: 'no',
  failed: 'no',
  cancelled: 'no',
  completed: 'done',
};

export function ReferralStatus({ status, words }: { status: string; words?: string }) {
  const t = useWords();
  const known = `referral.status.${status}` as Parameters<Words>[0];
  const own = t(known);
  return <Status tone={TONES[status] ?? 'plain'}>{own === known ? (words ?? status) : own}</Status>;
}

export function amountWords(left: TimeLeft, t: Words): string {
  if (left.amount === 0) return t('time.now');
  return t(`time.${left.unit}` as 'time.hour', { n: left.amount });
}

/** "lewat 3 hari" in solid red, or "sisa 5 jam". `short` leaves the verb out where a heading already says it. */
export function Due({ at, short }: { at: string; short?: boolean }) {
  const t = useWords();
  const now = useNow();
  const left = timeLeft(at, now);
  const amount = amountWords(left, t);
  const words =
    short || left.amount === 0 ? amount : left.late ? t('due.past', { amount }) : t('due.left', { amount });
  return <Status tone={dueTone(at, now)}>{words}</Status>;
}

/** The same with who must act and the time itself. `who` is left out where the row has said it. */
export function DueBy({ at, who, what }: { at: string; who?: string; what?: string }) {
  const locale = useLocale();
  return (
    <span className="due-by">
      <Due at={at} />
      {what && <small>{what}</small>}
      <small>{[who, dayAndTime(at, locale)].filter(Boolean).join(' · ')}</small>
    </span>
  );
}

export function RiskBadge({ risk }: { risk?: string | null }) {
  const t = useWords();
  if (!risk) return <span className="risk">{t('risk.none')}</span>;
  return (
    <span className={`risk ${risk}`}>
      {risk === 'TINGGI' && <IconFlame size={14} aria-hidden="true" />}
      {t(`risk.${risk}` as 'risk.TINGGI')}
    </span>
  );
}
