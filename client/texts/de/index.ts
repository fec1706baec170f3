import { api } from './api.ts'
import { calculation } from './calculation.ts'
import { common } from './common.ts'
import { debriefing } from './debriefing.ts'
import { exports } from './exports.ts'
import { facilitator } from './facilitator.ts'
import { filter } from './filter.ts'
import { funding } from './funding.ts'
import { join } from './join.ts'
import { lead } from './lead.ts'
import { map } from './map.ts'
import { measures } from './measures.ts'
import { pages } from './pages.ts'
import { priorities } from './priorities.ts'
import { procedures } from './procedures.ts'
import { rejections } from './rejections.ts'
import { replay } from './replay.ts'
import { requests } from './requests.ts'
import { resolution } from './resolution.ts'
import { slides } from './slides.ts'
import { team } from './team.ts'
import { wall } from './wall.ts'
import { worth } from './worth.ts'

/** The German catalogue, by topic. It is the shape of all others. */
export const de = {
  api,
  calculation,
  common,
  debriefing,
  exports,
  facilitator,
  filter,
  funding,
  join,
  lead,
  map,
  measures,
  pages,
  priorities,
  procedures,
  rejections,
  replay,
  requests,
  resolution,
  slides,
  team,
  wall,
  worth,
}
export type Catalogue = typeof de
