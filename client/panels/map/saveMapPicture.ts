import type { MapSource } from '../../map/mapModel.ts'
import { saveFile } from '../../view/saveFile.ts'

/**
 * The map as a PNG, saved by the browser: the whole town with what is to be seen now.
 *
 * @throws when the browser cannot draw it
 */
export async function saveMapPicture({ title, ...source }: MapSource & { readonly title: string }): Promise<void> {
  const { mapPicture } = await import('../../map/mapPicture.ts')
  saveFile(await mapPicture(source, title), `${title.replaceAll(/[\\/:*?"<>|]+/g, ' ').trim() || 'Karte'}.png`)
}
