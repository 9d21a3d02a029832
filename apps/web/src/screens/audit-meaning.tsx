import { Crumb } from '../elements/crumb';
import { IconAlertTriangle, IconShieldCheckFilled, IconShieldX } from '../elements/icons';
import { useWords } from '../words/words';
import './audit/audit.css';
import { WholeExport } from './audit/whole-export';

const RESULTS = ['intact', 'tampered', 'incomplete', 'wrongKey', 'unwitnessed'] as const;
const LOOKS = {
  intact: ['ok', IconShieldCheckFilled],
  tampered: ['bad', IconShieldX],
  incomplete: ['bad', IconShieldX],
  wrongKey: ['bad', IconShieldX],
  unwitnessed: ['unsure', IconAlertTriangle],
} as const;

/** What a check of the trail can say, and how one checks it without trusting this program. */
export default function AuditMeaning() {
  const t = useWords();
  return (
    <>
      <Crumb above={[{ to: '/audit', label: t('nav.audit') }]} here={t('meaning.title')} />
      <div className="head">
        <div>
          <h1>{t('meaning.title')}</h1>
          <p>{t('meaning.lead')}</p>
        </div>
      </div>
      <section className="panel meaning" aria-labelledby="results">
        <h2 id="results">{t('meaning.results')}</h2>
        <ul className="results">
          {RESULTS.map((result) => {
            const [tone, Icon] = LOOKS[result];
            return (
              <li key={result} className={`verdict ${tone}`}>
                <span className="shield" aria-hidden="true">
                  <Icon size={22} />
                </span>
                <div>
                  <h3 className="verdict-words">{t(`meaning.${result}`)}</h3>
                  <p>{t(`meaning.${result}.means`)}</p>
                </div>
              </li>
            );
          })}
        </ul>
      </section>
      <section className="panel meaning" aria-labelledby="guarded">
        <h2 id="guarded">{t('meaning.guarded')}</h2>
        <ul>
          <li>{t('meaning.seal')}</li>
          <li>{t('meaning.witness')}</li>
          <li>{t('meaning.paper')}</li>
        </ul>
        <h2>{t('meaning.outside')}</h2>
        <p>{t('meaning.outside.why')}</p>
        <ol>
          <li>
            <WholeExport>{t('meaning.outside.1')}</WholeExport>
          </li>
          <li>{t('meaning.outside.2')}</li>
          <li>{t('meaning.outside.3')}</li>
        </ol>
        <h2>{t('meaning.limits')}</h2>
        <p>{t('meaning.limits.words')}</p>
      </section>
    </>
  );
}
