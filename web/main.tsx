import './mantine.css';
import './theme.css';
import { MantineProvider } from '@mantine/core';
import { useNotifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { lazy, StrictMode, Suspense, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { datesTabThemselves } from './parts/keys.ts';
import { queries, whenSignedOut } from './queries.ts';
import { router } from './router.tsx';
import { cssVariables, theme } from './theme.ts';

whenSignedOut(() => {
  const { pathname, href } = router.state.location;
  if (pathname !== '/login') void router.navigate({ to: '/login', search: { from: href } });
});

datesTabThemselves();

// What is to be said waits in a store; the place to say it comes with the first word.
const Notices = lazy(() => import('./app/Notices.tsx'));
function FirstNotice() {
  const said = useNotifications().notifications.length > 0;
  const [needed, need] = useState(said);
  if (said && !needed) need(true);
  return <Suspense>{needed && <Notices />}</Suspense>;
}

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
        <FirstNotice />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
