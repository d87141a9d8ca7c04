import type { SampleIds } from '../../test/sample-ids.ts';

const at = new Date('2026-11-20T15:00:00Z');

export const samples: Record<string, (ids: SampleIds) => unknown> = {
  listViews: ({ personId }) => ({ personId }),
  findView: ({ viewId, personId }) => ({ viewId, personId }),
  saveView: ({ personId }) => ({ personId, at, name: 'Sample', screen: 'deals', filters: {}, shared: false }),
  changeView: ({ viewId, personId }) => ({ view: { id: viewId, ownerId: personId, screen: 'deals', name: 'Sample' }, at, shared: true }),
  removeView: ({ viewId }) => ({ viewId }),
};
