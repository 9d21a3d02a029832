import { useWords } from '../../words/words';
import { Button } from '../../elements/button';
import { Dialog } from '../../elements/dialog';
import type { CaseOfBasis, ConsentFor } from './basis-draft';
import { ConsentForm } from './consent-form';

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
  return (
    <Dialog title={t('consent.record')} wide onClose={onClose}>
      <ConsentForm
        file={file}
        wanted={wanted}
        onSaved={onClose}
        cancel={
          <Button large onClick={onClose}>
            {t('act.cancel')}
          </Button>
        }
      />
    </Dialog>
  );
}
