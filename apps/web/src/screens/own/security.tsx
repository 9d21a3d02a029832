import { useWords } from '../../words/words';
import { FactorsPanel } from './factors-panel';
import { IdentityPanel } from './identity-panel';
import { SessionsPanel } from './sessions-panel';
import '../accounts.css';
import './own.css';

export default function Security() {
  const t = useWords();
  return (
    <>
      <div className="head">
        <div>
          <h1>{t('own.title')}</h1>
          <p>{t('own.lead')}</p>
        </div>
      </div>
      <div className="own-page">
        <FactorsPanel />
        <IdentityPanel />
        <SessionsPanel />
      </div>
    </>
  );
}
