import type { ComponentType } from 'preact'

/** A page of ours; `code` is the join code in its address, '' where it has none. */
export type StationPage = ComponentType<{ readonly code: string }>

interface Route {
  readonly path: RegExp
  readonly load: () => Promise<StationPage>
}

/** Paths are German, since people type them. Each station is a chunk of its own. */
const ROUTES: readonly Route[] = [
  { path: /^\/(?:s\/?)?$/, load: async () => (await import('./join/JoinPage.tsx')).JoinPage },
  { path: /^\/team\/([^/]+)$/, load: async () => (await import('./team/TeamStation.tsx')).TeamStation },
  { path: /^\/leitung\/?$/, load: async () => (await import('./lead/LeadPage.tsx')).LeadPage },
  { path: /^\/leitung\/([^/]+)\/verlauf\/?$/, load: async () => (await import('./replay/ReplayStation.tsx')).ReplayStation },
  { path: /^\/leitung\/([^/]+)$/, load: async () => (await import('./facilitator/FacilitatorStation.tsx')).FacilitatorStation },
  { path: /^\/leinwand\/([^/]+)$/, load: async () => (await import('./wall/WallStation.tsx')).WallStation },
  { path: /^\/check\/?$/, load: async () => (await import('./pages/CheckPage.tsx')).CheckPage },
  { path: /^\/(?:hilfe|datenschutz|barrierefreiheit)\/?$/, load: async () => (await import('./pages/TextPage.tsx')).TextPage },
]

/** The page of an address. Codes are compared in capitals and without spaces. */
export function routeOf(pathname: string): { readonly code: string; readonly load: Route['load'] } {
  for (const route of ROUTES) {
    const match = route.path.exec(pathname)
    if (match) return { code: cleanCode(decodeURIComponent(match[1] ?? '')), load: route.load }
  }
  return { code: '', load: async () => (await import('./pages/UnknownPage.tsx')).UnknownPage }
}

/** A join code as it is stored, from what people type. */
export function cleanCode(text: string): string {
  return text.replace(/[\s\u00a0-]/g, '').toUpperCase()
}
