import { useCallback, useEffect } from 'react';
import { useSearchParams } from 'react-router';
import { useQuery } from '@tanstack/react-query';
import { useWords } from '../../words/words';
import { answer, api } from '../../api/client';
import { serviceName } from '../../api/codes';
import type { Agency, CaseFile, Service, SuggestedReceivers } from '../../api/contract';
import { useSuggested } from '../case/suggested';
import type { ReferForm } from './server-draft';

/** Who can receive, what they offer, and the first sensible choice, so that naming an agency is enough for a preview. */
export function useReceiver(file: CaseFile, form: ReferForm, change: (part: Partial<ReferForm>) => void) {
  const t = useWords();
  const [params] = useSearchParams();
  const agencies = useQuery({
    queryKey: ['agencies'],
    queryFn: () => answer(api.GET('/api/agencies', { params: { query: {} } })),
    staleTime: 300_000,
  });
  const services = useQuery({
    queryKey: ['services', form.toAgencyId],
    queryFn: () => answer(api.GET('/api/services', { params: { query: { agencyId: form.toAgencyId } } })),
    enabled: form.toAgencyId !== '',
    staleTime: 300_000,
  });
  const suggested = useSuggested(file.id);
  const offered = services.data?.items;

  const chooseService = useCallback(
    (service: Service) =>
      change({
        serviceCode: service.code,
        ...(form.requestIsDefault || form.request.trim() === ''
          ? {
              // Written for the receiver, so in Indonesian whatever the screen speaks.
              request: t('ref.defaultRequest', { service: inSentence(serviceName(service, 'id')) }),
              requestIsDefault: true,
            }
          : {}),
      }),
    [change, form.requestIsDefault, form.request, t],
  );

  // The agency named in the address: a suggestion that was clicked on the case page.
  const named = params.get('ke');
  const forService = params.get('layanan');
  useEffect(() => {
    // From the telephone lane: what was handed over in words, and at once.
    const urgency = params.get('segera') ? { urgency: 'SEGERA' as const } : {};
    if (named && !form.toAgencyId) change({ toAgencyId: named, ...urgency });
    // Once: afterwards the form decides.
  }, [named]);

  useEffect(() => {
    if (!offered || offered.length === 0 || offered.some((service) => service.code === form.serviceCode))
      return;
    const wanted = suggestedServices(suggested.data, form.toAgencyId);
    chooseService(
      offered.find((service) => service.code === forService) ??
        offered.find((service) => wanted.includes(service.code)) ??
        offered[0]!,
    );
  }, [offered, suggested.data, form.serviceCode, form.toAgencyId, forService, chooseService]);

  const all: Agency[] = agencies.data?.items ?? [];
  return {
    agencies: all,
    agency: all.find((one) => one.id === form.toAgencyId),
    offered,
    suggested: suggested.data,
    chooseService,
  };
}

function suggestedServices(suggested: SuggestedReceivers | undefined, agencyId: string): string[] {
  return (suggested?.windows ?? []).flatMap((window) =>
    window.receivers
      .filter((receiver) => receiver.agencies.some((agency) => agency.id === agencyId))
      .flatMap((receiver) => receiver.services),
  );
}

/** "Layanan kesehatan" inside a sentence; abbreviations keep their capitals. */
const inSentence = (text: string): string =>
  /^\p{Lu}{2}/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
