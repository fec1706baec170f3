import type { Catalogue } from '../de/index.ts'

/** What to look for among measures, on the map and in lists. */
export const filter: Catalogue['filter'] = {
  title: 'Filter',
  all: 'All',
  team: 'Team',
  goal: 'Goal',
  state: 'State',
  place: 'Area',
  affordable: 'Only what our means allow',
  states: {
    idea: 'not proposed yet',
    proposed: 'proposed',
    covered: 'covered',
    adopted: 'adopted',
    stopped: 'blocked or postponed',
  },
  shown: (shown, of) => `${shown} of ${of} measures.`,
  showAll: 'Show all',
}
