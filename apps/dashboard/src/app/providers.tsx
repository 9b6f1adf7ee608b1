import { MantineProvider } from '@mantine/core';
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { cssVariables, theme } from '../ui/theme';
import { colorSchemes } from './color-scheme';

interface ProvidersProps {
  readonly queryClient: QueryClient;
  readonly styleNonce: string;
  /** In tests, dialogs open without a transition. */
  readonly env?: 'default' | 'test';
  readonly children: ReactNode;
}

export function Providers({ queryClient, styleNonce, env = 'default', children }: ProvidersProps) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      colorSchemeManager={colorSchemes}
      getStyleNonce={() => styleNonce}
      env={env}
    >
      <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
    </MantineProvider>
  );
}
