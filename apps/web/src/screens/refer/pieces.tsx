import { useLocale, useWords } from '../../words/words';
import { serviceName } from '../../api/codes';
import type { Agency, Disclosure, ReferralState, Service } from '../../api/contract';
import { dayAndTime } from '../../clock/dates';
import { Button } from '../../elements/button';
import { Dialog } from '../../elements/dialog';
import { AgencyMark } from '../../elements/marks';
import { PacketView } from '../../elements/packet-view';
import { IconCircleCheckFilled, IconEye } from '../../elements/icons';
import type { ReferForm } from './server-draft';

export function StepHead({ n, words, more }: { n: number; words: string; more?: string }) {
  return (
    <div className="step-head">
      <span className="step-n" aria-hidden="true">
        {n}
      </span>
      <h2>{words}</h2>
      {more && <span className="soft small">{more}</span>}
    </div>
  );
}

export function Counts({
  counts,
  saving,
}: {
  counts?: { full: number; masked: number; none: number };
  saving: boolean;
}) {
  const t = useWords();
  return (
    <p role="status">
      {counts ? (
        <span>
          <b className="num">{counts.full}</b> {t('ref.full')} · <b className="num">{counts.masked}</b>{' '}
          {t('ref.masked')} · <b className="num">{counts.none}</b> {t('ref.notShared')}
        </span>
      ) : (
        <span className="soft">{t(saving ? 'ref.updating' : 'ref.chooseFirst')}</span>
      )}
    </p>
  );
}

export function Preview({
  form,
  agency,
  services,
  packet,
  busy,
  refused,
  from,
}: {
  form: ReferForm;
  agency?: Agency;
  services?: Service[];
  packet?: Disclosure;
  busy: boolean;
  /** The draft could not be kept: no preview will come until the reason beside the form is mended. */
  refused: boolean;
  from?: string;
}) {
  const t = useWords();
  const locale = useLocale();
  const service = services?.find((one) => one.code === form.serviceCode);
  return (
    <div className="preview">
      <p className="preview-title">
        <IconEye size={17} aria-hidden="true" />{' '}
        {t('ref.preview', { agency: agency?.name ?? t('ref.agency') })}
        {busy && <span className="spin" role="status" aria-label={t('ref.updating')} />}
      </p>
      <div className="preview-sheet">
        {packet && service ? (
          <>
            <div className="preview-head">
              <b>{serviceName(service, locale)}</b>
              <p className="soft small">
                {t('packet.from', { agency: from ?? '' })} · {t(`urgency.${form.urgency}`)}
              </p>
            </div>
            <PacketView packet={packet} request={form.request} names={packet.nameFound ?? []} />
          </>
        ) : (
          <p className="soft">
            {t(!form.toAgencyId ? 'ref.previewEmpty' : refused ? 'ref.previewRefused' : 'ref.updating')}
          </p>
        )}
      </div>
    </div>
  );
}

export function SentDialog({
  sent,
  locale,
  asked,
  onClose,
}: {
  sent: ReferralState;
  locale: 'id' | 'en';
  /** Of how many it was asked. */
  asked: number;
  onClose: () => void;
}) {
  const t = useWords();
  const due = sent.dueAt;
  return (
    <Dialog
      title={t('ref.sent')}
      onClose={onClose}
      footer={
        <Button kind="pri" large wide onClick={onClose}>
          {t('act.backToCase')}
        </Button>
      }
    >
      <div className="sent" role="status">
        <IconCircleCheckFilled size={46} aria-hidden="true" />
        {sent.number && <b>{sent.number}</b>}
        <p className="agency">
          <AgencyMark name={sent.toAgency.name} /> {sent.toAgency.name}
          {asked > 1 && <> {t('fan.andOthers', { n: asked - 1 })}</>}
        </p>
        {asked > 1 && <p>{t('fan.firstWins')}</p>}
        <p className="soft">
          {due ? t('ref.waitUntil', { time: dayAndTime(due, locale) }) : t('ref.waitAnswer')}
        </p>
      </div>
    </Dialog>
  );
}
