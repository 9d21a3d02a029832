import { useState } from 'react';
import { useWords } from '../../words/words';
import { Button } from '../../elements/button';
import { Dialog } from '../../elements/dialog';
import type { CaseOfBasis, ConsentFor } from './basis-draft';
import { ConsentForm } from './consent-form';
import { StoppedDialog } from './withdrawal';

export function ConsentDialog({
  file,
  wanted,
  onClose,
}: {
  file: CaseOfBasis;
  wanted?: ConsentFor;
  onClose: () => void;
}) {
  const t = useWords();
  const [no, setNo] = useState<string>();
  if (no) return <StoppedDialog basisId={no} onClose={onClose} />;
  return (
    <Dialog title={t('consent.record')} wide onClose={onClose}>
      <ConsentForm
        file={file}
        wanted={wanted}
        onSaved={(basis) => {
          const hadYes = file.bases.some(
            ({ state, receiverKind }) => state === 'given' && receiverKind === basis.receiverKind,
          );
          if (basis.state === 'refused' && hadYes) setNo(basis.id);
          else onClose();
        }}
        cancel={
          <Button large onClick={onClose}>
            {t('act.cancel')}
          </Button>
        }
      />
    </Dialog>
  );
}
