import { type MapSource, mapModel } from './mapModel.ts'
import { mapSvg } from './mapSvg.ts'

/** CSS pixels of the picture, drawn twice as dense: enough for a printed page. */
const WIDTH = 1400
const DENSITY = 2

/** @throws when the browser cannot draw it */
export async function mapPicture(source: MapSource, title: string): Promise<Blob> {
  const model = mapModel(source)
  const svg = mapSvg(source.scenario, model, { width: WIDTH, title })
  const image = new Image()
  image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = image.naturalWidth * DENSITY
  canvas.height = image.naturalHeight * DENSITY
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png')
  })
}
