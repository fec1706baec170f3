import { common } from './common.ts'
import { join } from './join.ts'
import { map } from './map.ts'
import { rejections } from './rejections.ts'

/** The German catalogue, by topic. It is the shape of all others. */
export const de = { common, join, map, rejections }
export type Catalogue = typeof de
