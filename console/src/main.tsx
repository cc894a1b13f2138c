import '@mantine/core/styles/default-css-variables.layer.css';
import '@mantine/core/styles/baseline.layer.css';
import '@mantine/core/styles/global.layer.css';
import './shared/mantine';
import './shared/styles.css';
import { MantineProvider } from '@mantine/core';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import { findWhoIsSignedIn } from './features/mall/account';
import { theme } from './shared/theme';
import { Toasts } from './shared/ui/toast';
import { startWords } from './shared/words';

void findWhoIsSignedIn();
await startWords();
createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <MantineProvider theme={theme} defaultColorScheme="auto">
      <App />
      <Toasts />
    </MantineProvider>
  </StrictMode>,
);
