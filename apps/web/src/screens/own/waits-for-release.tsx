import { useState } from 'react';
import { askAgain } from '../../api/session';
import { Button } from '../../elements/button';
import { StepUp } from '../../safety/step-up';
import { Threshold } from '../../shell/threshold';
import { useWords } from '../../words/words';
import { FactorsPanel } from './factors-panel';
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
    <>
      <Threshold wide title={t('back.waitTitle')} lead={t('back.waitLead')}>
        <Button kind="pri" large wide busy={busy} onClick={() => void look()}>
          {t('back.waitLook')}
        </Button>
        <FactorsPanel />
      </Threshold>
      <StepUp />
    </>
  );
}
