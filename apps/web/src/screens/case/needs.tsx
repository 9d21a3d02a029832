import { can } from '../../api/acts';
import { serviceName, useCodeLabel } from '../../api/codes';
import type { CaseFile, Need } from '../../api/contract';
import { dayAndTime } from '../../clock/dates';
import { Go } from '../../elements/go';
import { Status } from '../../elements/status';
import { useLocale, useWords } from '../../words/words';
import { useSuggested } from './suggested';
import './parts.css';

const TONES = {
  RUNNING: 'run',
  ASKED: 'urgent',
  WAITING: 'wait',
  TO_CONFIRM: 'urgent',
  NOT_SENT: 'plain',
  NOBODY: 'no',
  MET: 'done',
  PARTLY: 'done',
  TAKEN_BACK: 'plain',
} as const;

/** What the people of this case need, each with the loop of its own, and what was suggested and nobody was asked for. */
export function Needs({ file }: { file: CaseFile }) {
  const t = useWords();
  if (file.needs.length === 0) return null;
  return (
    <section className="panel" aria-label={t('need.title')}>
      <header>
        <h2>{t('need.title')}</h2>
      </header>
      <p className="panel-note">{t('need.lead')}</p>
      <ul className="side-list">
        {file.needs.map((need) => (
          <Line key={need.referralId} need={need} file={file} />
        ))}
      </ul>
      {can(file.availableActs, 'receivers.suggest') && <NotReferred file={file} />}
    </section>
  );
}

/** What the pathways suggest and nobody was asked for. */
function NotReferred({ file }: { file: CaseFile }) {
  const t = useWords();
  const label = useCodeLabel();
  const suggested = useSuggested(file.id).data?.windows.flatMap(({ receivers }) =>
    receivers.filter(({ figuresOnly }) => !figuresOnly).flatMap(({ services }) => services),
  );
  const referred = file.needs.map(({ service }) => service.code);
  const open = [...new Set(suggested)].filter((code) => !referred.includes(code));
  if (open.length === 0) return null;
  const list = open.map((code) => label('LAYANAN', code)).join(', ');
  return <p className="panel-note">{t('need.suggested', { list })}</p>;
}

function Line({ need, file }: { need: Need; file: CaseFile }) {
  const t = useWords();
  const locale = useLocale();
  const href =
    need.status === 'NOT_SENT'
      ? `/kasus/${file.id}/rujuk?draf=${need.referralId}`
      : `/rujukan/${need.referralId}`;
  const whose = file.clients
    .filter(({ id }) => need.clientIds.includes(id))
    .map(({ maskedName }) => maskedName);
  return (
    <li>
      <div className="row">
        <Go to={href}>{serviceName(need.service, locale)}</Go>
        <Status tone={TONES[need.status]}>{t(`need.${need.status}`)}</Status>
      </div>
      <p className="soft small">
        {[
          file.clients.length > 1 && whose.join(', '),
          need.agencyName,
          need.dueAt && t('need.by', { at: dayAndTime(need.dueAt, locale) }),
          need.asked > 1 && t('need.asked', { n: need.asked }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </li>
  );
}
