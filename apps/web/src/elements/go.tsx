import { Link, useNavigate, type LinkProps } from 'react-router';
import { useCallback } from 'react';

/**
 * A link inside the product. It replaces the entry in the browser's history: Back must not walk through cases on a
 * device that somebody else may pick up.
 */
export function Go(props: LinkProps) {
  return <Link replace {...props} />;
}

export function useGo(): (to: string) => void {
  const navigate = useNavigate();
  return useCallback((to: string) => void navigate(to, { replace: true }), [navigate]);
}
