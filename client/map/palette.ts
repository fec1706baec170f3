/** Colours of the base map. Nothing on it is stronger than a pin; every label reads on every tint (see the test). */
export interface Palette {
  readonly outside: string
  readonly land: string
  readonly field: string
  readonly meadow: string
  readonly settlement: string
  readonly industry: string
  readonly park: string
  readonly forest: string
  readonly forestDots: string
  readonly floodplain: string
  readonly water: string
  readonly waterEdge: string
  readonly building: string
  readonly workBuilding: string
  readonly mainRoad: string
  readonly mainRoadEdge: string
  readonly road: string
  readonly roadEdge: string
  readonly path: string
  readonly railway: string
  readonly railwayGap: string
  readonly boundary: string
  readonly townBoundary: string
  readonly site: string
  readonly label: string
  readonly quietLabel: string
  readonly waterLabel: string
  readonly halo: string
  /** lines, outlines, focus areas */
  readonly ink: string
  readonly paper: string
  readonly synergy: string
  readonly conflict: string
  readonly settled: string
  /** where the keyboard is */
  readonly cursor: string
  readonly amber: string
  readonly amberInk: string
}

export const LIGHT: Palette = {
  outside: '#ecece7',
  land: '#f3f1e9',
  field: '#f1f1e2',
  meadow: '#e9efdb',
  settlement: '#f0e6d8',
  industry: '#e6e3ec',
  park: '#dcebcd',
  forest: '#d3e1c8',
  forestDots: '#bfd1b1',
  floodplain: '#dfebd3',
  water: '#a9d0ea',
  waterEdge: '#86b6d6',
  building: '#d9c8b3',
  workBuilding: '#cbc5d6',
  mainRoad: '#fbe6b4',
  mainRoadEdge: '#d9c083',
  road: '#ffffff',
  roadEdge: '#d3cfc3',
  path: '#cfc8b4',
  railway: '#8a8c99',
  railwayGap: '#f7f6f2',
  boundary: '#8d8b80',
  townBoundary: '#777a86',
  site: '#6a6d7c',
  label: '#1f2135',
  quietLabel: '#474a5e',
  waterLabel: '#1d5c87',
  halo: '#fdfcf8',
  ink: '#171a2b',
  paper: '#ffffff',
  synergy: '#00786b',
  conflict: '#b3151c',
  settled: '#6b6e7b',
  cursor: '#1f4fd1',
  amber: '#ffb340',
  amberInk: '#4a2c00',
}

export const DARK: Palette = {
  outside: '#171b19',
  land: '#1d2420',
  field: '#20271f',
  meadow: '#212b22',
  settlement: '#302d27',
  industry: '#2c2b37',
  park: '#21321f',
  forest: '#1a2b1e',
  forestDots: '#2c4230',
  floodplain: '#1f2e2b',
  water: '#1d3d56',
  waterEdge: '#2d5673',
  building: '#4a443a',
  workBuilding: '#454354',
  mainRoad: '#57503b',
  mainRoadEdge: '#252720',
  road: '#39413d',
  roadEdge: '#222925',
  path: '#39413d',
  railway: '#7d828c',
  railwayGap: '#2a302d',
  boundary: '#79807b',
  townBoundary: '#8b918f',
  site: '#a2aaa5',
  label: '#eef1ee',
  quietLabel: '#c3cac6',
  waterLabel: '#9ecbea',
  halo: '#121714',
  ink: '#f2f4f1',
  paper: '#ffffff',
  synergy: '#2fc4ae',
  conflict: '#ff6a6a',
  settled: '#a0a6a3',
  cursor: '#8db4ff',
  amber: '#ffb340',
  amberInk: '#4a2c00',
}

/** Tints that labels may stand on. */
export const GROUNDS = ['outside', 'land', 'field', 'meadow', 'settlement', 'industry', 'park', 'forest', 'floodplain'] as const
