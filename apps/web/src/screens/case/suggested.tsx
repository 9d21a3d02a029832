import { useQuery } from '@tanstack/react-query';
import { useWords } from '../../words/words';
import { answer, api } from '../../api/client';
import { useCodeLabel } from '../../api/codes';
import type { CaseFile, SuggestedReceivers } from '../../api/contract';
import { dayMonth } from '../../clock/dates';
import { useLocale } from '../../words/words';
import { said } from '../../words/said';
import { Go } from '../../elements/go';
import { Loaded } from '../../elements/states';
import { Status } from '../../elements/status';

/** Whom the pathways suggest, by how soon. A suggestion: the counsellor decides. */
export function Suggested({ file }: { file: CaseFile }) {
  const t = useWords();
  const label = useCodeLabel();
  const locale = useLocale();
  const asked = useSuggested(file.id);
  return (
    <section className="panel" aria-label={t('suggest.title')}>
      <header>
        <h2>{t('suggest.title')}</h2>
        <span className="soft tiny">{t('suggest.youDecide')}</span>
      </header>
      {file.mediation && !file.mediation.allowed && file.mediation.code !== 'NOT_APPLICABLE' && (
        <p className="panel-note">
          <b>{label('LAYANAN', 'MEDIASI')}:</b> {said(file.mediation.words, locale)}
        </p>
      )}
      <Loaded asked={asked} rows={2}>
        {(data) =>
          data.windows.every((window) => window.receivers.length === 0) ? (
            <p className="panel-note">{t('suggest.none')}</p>
          ) : (
            data.windows
              .filter((window) => window.receivers.length > 0)
              .map((window) => (
                <section key={window.window} className="suggest">
                  <h3>{t(`suggest.${window.window}`)}</h3>
                  <ul>
                    {window.receivers.map((receiver, index) => (
                      <li key={index}>
                        <b>{label('JENIS_INSTANSI', receiver.agencyKind, t('suggest.ourselves'))}</b>
                        <span className="soft">
                          {' '}
                          {receiver.services.map((service) => label('LAYANAN', service)).join(', ')}
                        </span>
                        {said(receiver.reason, locale) && (
                          <p className="soft tiny">{said(receiver.reason, locale)}</p>
                        )}
                        {said(receiver.condition, locale) && (
                          <p className="soft tiny">{said(receiver.condition, locale)}</p>
                        )}
                        {receiver.figuresOnly && <Status tone="plain">{t('suggest.figuresOnly')}</Status>}
                        {!receiver.figuresOnly &&
                          receiver.agencies.map((agency) =>
                            agency.id === file.agency.id ? (
                              <p key={agency.id} className="soft">
                                {t('suggest.ownUnit')}
                              </p>
                            ) : agency.conflict ? (
                              <p key={agency.id}>
                                <Status tone="no">{t('suggest.conflict')}</Status>{' '}
                                <span className="soft">{agency.name}</span>
                              </p>
                            ) : (
                              <p key={agency.id}>
                                <Go to={`/kasus/${file.id}/rujuk?ke=${agency.id}`}>{agency.name}</Go>
                                <Standing agency={agency} />
                              </p>
                            ),
                          )}
                      </li>
                    ))}
                  </ul>
                </section>
              ))
          )
        }
      </Loaded>
    </section>
  );
}

type Suggestion = SuggestedReceivers['windows'][number]['receivers'][number];

/** Why this one now, or not: who answers, what it needs first, whether there is room, and how old all that is. */
function Standing({ agency }: { agency: Suggestion['agencies'][number] }) {
  const t = useWords();
  const locale = useLocale();
  const said = [
    agency.openNow
      ? agency.onDuty.length > 0 && t('lane.onDuty', { names: agency.onDuty.join(', ') })
      : t('suggest.closedNow'),
    agency.capacity &&
      (agency.capacity.free === 0
        ? t('suggest.full', { at: dayMonth(agency.capacity.asOf, locale) })
        : t('suggest.room', { n: agency.capacity.free, at: dayMonth(agency.capacity.asOf, locale) })),
    agency.requires.length > 0 && t('suggest.requires', { what: agency.requires.join(', ') }),
    agency.stale && t('suggest.stale'),
  ].filter(Boolean);
  return said.length > 0 ? <span className="soft tiny"> · {said.join(' · ')}</span> : null;
}

export function useSuggested(caseId: string) {
  return useQuery({
    queryKey: ['suggested', caseId],
    queryFn: () =>
      answer(api.GET('/api/cases/{id}/suggested-receivers', { params: { path: { id: caseId } } })),
  });
}
