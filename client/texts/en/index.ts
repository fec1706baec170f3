import type { Catalogue } from '../de/index.ts'
import { common } from './common.ts'
import { join } from './join.ts'
import { map } from './map.ts'
import { rejections } from './rejections.ts'

export const en: Catalogue = { common, join, map, rejections }
