import type { IncomingMessage } from 'node:http'
import type { NextFunction, Request, Response } from 'express'
import helmet from 'helmet'
import type { Config } from '../config.ts'
import type { Addresses } from './addresses.ts'
import { httpError } from './errors.ts'

const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS']

/** Answers only under our own names; takes writes only from our own pages, or from programs, which send no `Origin`. */
export function ownSiteOnly(addresses: Addresses) {
  return (request: Request, _response: Response, next: NextFunction): void => {
    const { host, origin } = request.headers
    if (!addresses.allowsHost(host)) throw httpError('wrongHost')
    const foreign = origin !== undefined && !addresses.allowsOrigin(origin, host)
    const crossSite = request.headers['sec-fetch-site'] === 'cross-site'
    if (!SAFE_METHODS.includes(request.method) && (foreign || crossSite)) throw httpError('wrongOrigin')
    next()
  }
}

/** May this request become a WebSocket? Browsers always send `Origin` with it, so that none is refused like a foreign one. */
export function mayUpgrade(addresses: Addresses, headers: Pick<IncomingMessage['headers'], 'host' | 'origin'>): boolean {
  return addresses.allowsOrigin(headers.origin, headers.host)
}

/** Headers of every answer. Nothing may be loaded from elsewhere, nothing run that is not one of our files. */
export function securityHeaders({ publicUrl }: Pick<Config, 'publicUrl'>) {
  const tls = publicUrl?.startsWith('https:') ?? false
  const own = "'self'"
  const none = "'none'"
  // Older Safari does not count ws: of the same host as 'self'. The host was checked before it is repeated here.
  const socket = (request: IncomingMessage): string => `${tls ? 'wss' : 'ws'}://${request.headers.host ?? 'localhost'}`
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: [none],
        scriptSrc: [own],
        styleSrc: [own],
        imgSrc: [own, 'data:', 'blob:'],
        fontSrc: [own],
        connectSrc: [own, 'blob:', socket],
        mediaSrc: [own],
        workerSrc: [own],
        manifestSrc: [own],
        baseUri: [none],
        formAction: [own],
        frameAncestors: [none],
        objectSrc: [none],
      },
    },
    strictTransportSecurity: tls ? { maxAge: 31_536_000 } : false,
    crossOriginOpenerPolicy: tls,
    originAgentCluster: tls,
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
  })
}
