/** What to look for among measures, on the map and in lists. */
export const filter = {
  title: 'Filter',
  all: 'Alle',
  team: 'Team',
  goal: 'Ziel',
  state: 'Stand',
  place: 'Raum',
  affordable: 'Nur, was wir uns leisten können',
  states: {
    idea: 'noch nicht vorgeschlagen',
    proposed: 'vorgeschlagen',
    covered: 'gedeckt',
    adopted: 'beschlossen',
    stopped: 'blockiert oder verschoben',
  },
  shown: (shown: number, of: number) => `${shown} von ${of} Maßnahmen.`,
  showAll: 'Alle zeigen',
}
