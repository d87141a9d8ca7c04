import { Text } from '@mantine/core';
import { type Area, areas, roleMay, roles } from '../../../domain/agents/access.ts';
import type { Column } from '../../parts/DataTable.tsx';
import { ShortTable } from '../../parts/ShortTable.tsx';

/** What an area of rights holds, as people call it. */
export const areaWords: Record<Area, string> = {
  sourcing: 'Leads and lists',
  offers: 'Offers',
  closing: 'Deals, documents, deadlines',
  outreach: 'Messages and follow-ups',
  events: 'What happened',
  tasks: 'Tasks',
  settings: 'Settings and the kill switch',
  people: 'People',
  keys: 'API keys',
  system: 'The machinery',
};

const allowed = (role: string, area: Area): string =>
  roleMay(role, `${area}:write`) ? (roleMay(role, `${area}:read`) ? 'reads, changes' : 'changes') : roleMay(role, `${area}:read`) ? 'reads' : '–';

const columns: Column<Area>[] = [
  { id: 'area', header: 'Area', card: 'title', width: 200, cell: (area) => <b>{areaWords[area]}</b> },
  ...roles.map(
    (role): Column<Area> => ({
      id: role,
      header: role,
      cell: (area) => {
        const words = allowed(role, area);
        return words === '–' ? (
          <>
            <span aria-hidden="true">–</span>
            <span className="visually-hidden">nothing</span>
          </>
        ) : (
          words
        );
      },
    }),
  ),
];

/** From the same table that the API decides by. */
export const RoleTable = () => (
  <>
    <ShortTable label="What each role may do" rows={areas} columns={columns} idOf={(area) => area} />
    <Text size="sm" c="dimmed" mt="xs">
      The clock of an instance for trying out is moved by brokers, coordinators and engineers.
    </Text>
  </>
);
