import './deal.css';
import { Alert, Anchor, Box } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, Outlet, useMatches } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useMay, useMe } from '../../api/me.ts';
import { apiQuery } from '../../api/query.ts';
import { Page } from '../../parts/Page.tsx';
import { placeWords } from '../../parts/place.ts';
import { Shown } from '../../parts/Shown.tsx';
import { Acts } from './acts/Acts.tsx';
import { AskContext, type Asked } from './acts/asked.ts';
import { Dialogs } from './acts/Dialogs.tsx';
import { dayOf } from './days.ts';
import { Header } from './Header.tsx';
import { useLightPrint } from './print/use-light-print.ts';
import { TabBar } from './TabBar.tsx';
import { DealContext, useContract } from './use-deal.ts';

const route = getRouteApi('/shell/deals/$no');

/** One file: what it is and how it stands stays in sight, the rest is in tabs, and all of it can be seen as of an earlier day. */
export function Deal() {
  const no = Number(route.useParams().no);
  const { asOf = null } = route.useSearch();
  const deal = useQuery(apiQuery('/v1/deals/{no}', { path: { no } }));
  const contract = useContract(no);
  const { brokerage } = useMe();
  const mayWrite = useMay('closing:write');
  const zone = contract.data?.zone ?? brokerage.zone;
  const open = useMemo(
    () => (deal.data && contract.data !== undefined ? { no, deal: deal.data, contract: contract.data, zone, asOf, mayAct: mayWrite && asOf === null } : null),
    [no, deal.data, contract.data, zone, asOf, mayWrite],
  );
  useLightPrint();
  const [asked, setAsked] = useState<Asked | null>(null);
  return (
    <DealContext value={open}>
      <AskContext value={setAsked}>
        <Page title={deal.data?.property ? placeWords(deal.data.property) : `Deal ${no}`} aside={open && <Acts />}>
          <div className="deal" data-past={asOf !== null}>
            <Shown query={deal} what="the deal">
              {() => (
                <Shown query={contract} what="its contract">
                  {() => (
                    <>
                      <Header />
                      {asOf && <Past day={asOf} />}
                      <TabBar />
                      <Box className="deal-tab">
                        <Outlet />
                      </Box>
                      <Dialogs asked={asked} close={() => setAsked(null)} />
                    </>
                  )}
                </Shown>
              )}
            </Shown>
          </div>
        </Page>
      </AskContext>
    </DealContext>
  );
}

/** Said on every tab, so that nobody takes what was for what is. */
function Past({ day }: { day: string }) {
  const tab = useMatches({ select: (matches) => matches.at(-1)?.staticData.dealTab });
  return (
    <Alert color="yellow" variant="light" className="deal-past" py={6} role="status">
      <b>As of {dayOf(day)}.</b>{' '}
      {tab?.travels
        ? 'This is the file as it was known at the end of that day; nothing can be changed here.'
        : `${tab?.label ?? 'This tab'} are shown as they are today; overview and timeline show that day. Nothing can be changed here.`}{' '}
      <Anchor component={Link} to="." search={{} as never} inherit c="inherit" underline="always">
        Back to today
      </Anchor>
    </Alert>
  );
}
