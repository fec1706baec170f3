/**
 * The reference systems in which German offices hand out geodata, to and from longitude and latitude of ETRS89/WGS 84.
 * Transverse Mercator after Krüger, to the fourth power of the third flattening: exact to well below a millimetre within a zone.
 * The old Gauß-Krüger systems lie on Bessel's ellipsoid; the seven parameters are those for Germany (3 m), enough for a game board.
 */

type Pair = readonly [number, number]

/** Two ways between metres and degrees of longitude and latitude. */
export interface Projection {
  readonly forward: (longitude: number, latitude: number) => Pair
  readonly inverse: (x: number, y: number) => Pair
}

const RAD = Math.PI / 180

interface Ellipsoid {
  /** half axis, metres */
  readonly a: number
  readonly flattening: number
}

const GRS80: Ellipsoid = { a: 6_378_137, flattening: 1 / 298.257222101 }
const BESSEL: Ellipsoid = { a: 6_377_397.155, flattening: 1 / 299.1528128 }

interface Zone {
  readonly ellipsoid: Ellipsoid
  /** degrees */
  readonly meridian: number
  readonly scale: number
  readonly falseEasting: number
}

function transverseMercator({ ellipsoid, meridian, scale, falseEasting }: Zone): Projection {
  const { a, flattening } = ellipsoid
  const n = flattening / (2 - flattening)
  const [n2, n3, n4] = [n ** 2, n ** 3, n ** 4]
  const radius = ((scale * a) / (1 + n)) * (1 + n2 / 4 + n4 / 64)
  const e = Math.sqrt(flattening * (2 - flattening))
  const alpha = [
    n / 2 - (2 * n2) / 3 + (5 * n3) / 16 + (41 * n4) / 180,
    (13 * n2) / 48 - (3 * n3) / 5 + (557 * n4) / 1440,
    (61 * n3) / 240 - (103 * n4) / 140,
    (49561 * n4) / 161280,
  ]
  const beta = [
    n / 2 - (2 * n2) / 3 + (37 * n3) / 96 - n4 / 360,
    n2 / 48 + n3 / 15 - (437 * n4) / 1440,
    (17 * n3) / 480 - (37 * n4) / 840,
    (4397 * n4) / 161280,
  ]
  const conformal = (latitude: number) => Math.sinh(Math.atanh(Math.sin(latitude)) - e * Math.atanh(e * Math.sin(latitude)))
  const forward = (longitude: number, latitude: number): Pair => {
    const tau = conformal(latitude * RAD)
    const delta = (longitude - meridian) * RAD
    const xi = Math.atan2(tau, Math.cos(delta))
    const eta = Math.asinh(Math.sin(delta) / Math.hypot(tau, Math.cos(delta)))
    const easting = alpha.reduce((sum, factor, index) => sum + factor * Math.cos(2 * (index + 1) * xi) * Math.sinh(2 * (index + 1) * eta), eta)
    const northing = alpha.reduce((sum, factor, index) => sum + factor * Math.sin(2 * (index + 1) * xi) * Math.cosh(2 * (index + 1) * eta), xi)
    return [falseEasting + radius * easting, radius * northing]
  }
  const inverse = (x: number, y: number): Pair => {
    const xi = y / radius
    const eta = (x - falseEasting) / radius
    const xi1 = beta.reduce((sum, factor, index) => sum - factor * Math.sin(2 * (index + 1) * xi) * Math.cosh(2 * (index + 1) * eta), xi)
    const eta1 = beta.reduce((sum, factor, index) => sum - factor * Math.cos(2 * (index + 1) * xi) * Math.sinh(2 * (index + 1) * eta), eta)
    const tau = Math.sin(xi1) / Math.hypot(Math.sinh(eta1), Math.cos(xi1))
    return [meridian + Math.atan2(Math.sinh(eta1), Math.cos(xi1)) / RAD, geodetic(tau, e) / RAD]
  }
  return { forward, inverse }
}

/** Latitude whose conformal latitude has this tangent: three steps of Newton reach the last digit. */
function geodetic(target: number, e: number): number {
  let tau = target
  for (let step = 0; step < 4; step++) {
    const sine = tau / Math.hypot(1, tau)
    const sigma = Math.sinh(e * Math.atanh(e * sine))
    const reached = tau * Math.hypot(1, sigma) - sigma * Math.hypot(1, tau)
    tau += ((target - reached) / Math.hypot(1, reached)) * ((1 + (1 - e * e) * tau * tau) / ((1 - e * e) * Math.hypot(1, tau)))
  }
  return Math.atan(tau)
}

/** DHDN → ETRS89 for Germany: shift in metres, turn in seconds of arc, scale in parts per million. */
const HELMERT = { x: 598.1, y: 73.7, z: 418.2, rx: 0.202, ry: 0.045, rz: -2.455, ppm: 6.7 }

function toSpace([longitude, latitude]: Pair, { a, flattening }: Ellipsoid): readonly [number, number, number] {
  const e2 = flattening * (2 - flattening)
  const [lon, lat] = [longitude * RAD, latitude * RAD]
  const n = a / Math.sqrt(1 - e2 * Math.sin(lat) ** 2)
  return [n * Math.cos(lat) * Math.cos(lon), n * Math.cos(lat) * Math.sin(lon), n * (1 - e2) * Math.sin(lat)]
}

function fromSpace([x, y, z]: readonly [number, number, number], { a, flattening }: Ellipsoid): Pair {
  const e2 = flattening * (2 - flattening)
  const p = Math.hypot(x, y)
  let lat = Math.atan2(z, p * (1 - e2))
  for (let step = 0; step < 5; step++) {
    const n = a / Math.sqrt(1 - e2 * Math.sin(lat) ** 2)
    lat = Math.atan2(z + e2 * n * Math.sin(lat), p)
  }
  return [Math.atan2(y, x) / RAD, lat / RAD]
}

function shifted([x, y, z]: readonly [number, number, number], direction: 1 | -1): readonly [number, number, number] {
  const seconds = RAD / 3600
  const [rx, ry, rz] = [HELMERT.rx * seconds * direction, HELMERT.ry * seconds * direction, HELMERT.rz * seconds * direction]
  const scale = 1 + HELMERT.ppm * 1e-6 * direction
  return [
    HELMERT.x * direction + scale * (x - rz * y + ry * z),
    HELMERT.y * direction + scale * (rz * x + y - rx * z),
    HELMERT.z * direction + scale * (-ry * x + rx * y + z),
  ]
}

function gaussKrueger(zone: number): Projection {
  const plane = transverseMercator({ ellipsoid: BESSEL, meridian: zone * 3, scale: 1, falseEasting: zone * 1_000_000 + 500_000 })
  return {
    forward: (longitude, latitude) => plane.forward(...fromSpace(shifted(toSpace([longitude, latitude], GRS80), -1), BESSEL)),
    inverse: (x, y) => fromSpace(shifted(toSpace(plane.inverse(x, y), BESSEL), 1), GRS80),
  }
}

function utm(zone: number): Projection {
  return transverseMercator({ ellipsoid: GRS80, meridian: zone * 6 - 183, scale: 0.9996, falseEasting: 500_000 })
}

const WEB_MERCATOR: Projection = {
  forward: (longitude, latitude) => [GRS80.a * longitude * RAD, GRS80.a * Math.atanh(Math.sin(latitude * RAD))],
  inverse: (x, y) => [x / GRS80.a / RAD, Math.atan(Math.sinh(y / GRS80.a)) / RAD],
}

const DEGREES: Projection = { forward: (longitude, latitude) => [longitude, latitude], inverse: (x, y) => [x, y] }

export const CRS_IDS = ['EPSG:25833', 'EPSG:25832', 'EPSG:4326', 'EPSG:3857', 'EPSG:31468', 'EPSG:31469'] as const
export type CrsId = (typeof CRS_IDS)[number]

export const PROJECTIONS: Readonly<Record<CrsId, Projection>> = {
  'EPSG:25833': utm(33),
  'EPSG:25832': utm(32),
  'EPSG:4326': DEGREES,
  'EPSG:3857': WEB_MERCATOR,
  'EPSG:31468': gaussKrueger(4),
  'EPSG:31469': gaussKrueger(5),
}
