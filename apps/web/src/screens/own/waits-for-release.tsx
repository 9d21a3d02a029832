import { useState } from 'react';
import { askAgain, signOut } from '../../api/session';
import { Button } from '../../elements/button';
import { Knot } from '../../elements/marks';
import { StepUp } from '../../safety/step-up';
import { LanguageSwitch } from '../../shell/language-switch';
import { useWords } from '../../words/words';
import { FactorsPanel } from './factors-panel';
import '../../styles/gate.css';
import '../accounts.css';
import './own.css';

/** Let back in by two people: the second one still has to say that it is really they. Meanwhile, a second factor. */
export default function WaitsForRelease() {
  const t = useWords();
  const [busy, setBusy] = useState(false);
  const look = async () => {
    setBusy(true);
    await askAgain().catch(() => undefined);
    setBusy(false);
  };
  return (
    <main className="gate" id="isi" tabIndex={-1}>
      <div className="gate-lang">
        <LanguageSwitch />
      </div>
      <div className="gate-form gate-wide">
        <Knot size={46} />
        <h1>{t('back.waitTitle')}</h1>
        <p className="soft">{t('back.waitLead')}</p>
        <Button kind="pri" large wide busy={busy} onClick={() => void look()}>
          {t('back.waitLook')}
        </Button>
        <FactorsPanel />
        <button type="button" className="link" onClick={() => void signOut()}>
          {t('more.signOut')}
        </button>
      </div>
      <StepUp />
    </main>
  );
}
