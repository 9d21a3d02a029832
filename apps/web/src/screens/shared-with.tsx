import { useParams } from 'react-router';
import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import { useAttempt } from '../api/attempt';
import type { SharedEntry, SharedRecord } from '../api/contract';
import { useSession } from '../api/session';
import { dayAndTime } from '../clock/dates';
import { Button } from '../elements/button';
import { Crumb } from '../elements/crumb';
import { handOver } from '../elements/hand-over';
import { IconFileText } from '../elements/icons';
import { Loaded, RefusalNote, StaleBar } from '../elements/states';
import { useLocale, useWords } from '../words/words';
import './shared-with.css';

/** Who received what of the clients, when, on what basis; and the same on paper for the client. */
export default function SharedWith() {
  const { id = '' } = useParams();
  const t = useWords();
  const asked = useQuery({
    queryKey: ['case', id, 'disclosures'],
    queryFn: () => answer(api.GET('/api/cases/{id}/disclosures', { params: { path: { id } } })),
    // The question is itself recorded.
    refetchOnWindowFocus: false,
    staleTime: 60_000,
  });
  return (
    <>
      <Crumb
        above={[{ to: `/kasus/${id}`, label: asked.data?.caseNumber ?? '…' }]}
        here={t('shared.title')}
      />
      <StaleBar asked={asked} />
      <Loaded page asked={asked} rows={6}>
        {(data) => <Record caseId={id} record={data} />}
      </Loaded>
    </>
  );
}

function Record({ caseId, record }: { caseId: string; record: SharedRecord }) {
  const t = useWords();
  const prints = useSession().permissions.includes('case.printDisclosures');
  const paper = useAttempt(
    async (clientId: string | undefined) =>
      answer<Blob>(
        api.GET('/api/cases/{id}/disclosures/paper', {
          params: { path: { id: caseId }, query: { clientId } },
          parseAs: 'blob',
        }) as never,
      ),
    { done: (pdf) => handOver(pdf, `${record.caseNumber}.pdf`) },
  );
  return (
    <>
      <div className="head">
        <div>
          <h1>{t('shared.title')}</h1>
          <p>{t('shared.lead')}</p>
        </div>
      </div>
      {prints && (
        <section className="panel" aria-label={t('shared.paper')}>
          <div className="pad stack">
            <p className="soft">{t('shared.paperMore')}</p>
            <div className="shared-print">
              {record.clients.map(({ id, position }) => (
                <Button
                  key={id}
                  busy={paper.busy}
                  icon={<IconFileText size={15} aria-hidden="true" />}
                  onClick={() => void paper.run(id)}
                >
                  {record.clients.length > 1 ? t('shared.printFor', { n: position }) : t('shared.print')}
                </Button>
              ))}
            </div>
            {paper.problem && <RefusalNote problem={paper.problem} focus />}
          </div>
        </section>
      )}
      <section className="panel" aria-label={t('shared.title')}>
        {record.items.length === 0 && <p className="pad soft">{t('shared.none')}</p>}
        <ol className="shared">
          {record.items.map((entry, index) => (
            <Line key={`${entry.at}${index}`} entry={entry} />
          ))}
        </ol>
      </section>
    </>
  );
}

function Line({ entry }: { entry: SharedEntry }) {
  const t = useWords();
  const locale = useLocale();
  const fields = (level: string) =>
    entry.fields
      .filter((one) => one.level === level)
      .map(({ label }) => label)
      .join(', ');
  const rows = [
    [t('shared.for'), entry.service],
    [t('shared.basis'), entry.basis.join(', ')],
    [t('shared.full'), fields('FULL')],
    [t('shared.masked'), fields('MASKED')],
    [t('shared.new'), entry.changes.map(({ label }) => label).join(', ')],
    [t('shared.by'), entry.by],
  ].filter(([, value]) => value);
  return (
    <li>
      <time dateTime={entry.at} className="num soft">
        {dayAndTime(entry.at, locale)}
      </time>
      <div>
        <p>
          <b>{t(`shared.${entry.kind}`)}</b>
          {entry.receiver && <> · {entry.receiver}</>}
          {entry.number && <span className="soft"> · {entry.number}</span>}
        </p>
        <dl>
          {rows.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </div>
    </li>
  );
}
