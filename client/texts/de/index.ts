import { common } from './common.ts'
import { join } from './join.ts'
import { rejections } from './rejections.ts'

/** The German catalogue, by topic. It is the shape of all others. */
export const de = { common, join, rejections }
export type Catalogue = typeof de
