import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../api/client';

/** The newest seal with its witnesses. The question is itself recorded: it is asked once, and after a check. */
export const useCheckpoint = () =>
  useQuery({
    queryKey: ['checkpoint'],
    queryFn: () => answer(api.GET('/api/audit/checkpoints/latest')),
    refetchOnWindowFocus: false,
    staleTime: 60_000,
  });
