/** Links of a letter, made when it is sent: ⟦1⟧ in its text becomes the address of the first, signed. */

import { linkQuery } from '../../../domain/external/signedLink'
import type { PageLink } from '../../../usecases/changes'
import { PlatformError } from '../platformError'
import { storedProperties } from '../spreadsheet'
import { signatureOf } from './signature'

/** Where the pages for people outside are; '' = the web app is not deployed. */
export function webAppUrl(): string {
  return ScriptApp.getService().getUrl() ?? ''
}

/** @throws PlatformError noWebApp where a letter has links and there is no address for them: the letter waits */
export function withLinks(text: string, links: readonly PageLink[], written: (address: string) => string = (address) => address): string {
  if (links.length === 0) return text
  const url = webAppUrl()
  const { pageKey } = storedProperties()
  if (url === '' || pageKey === '') throw new PlatformError('noWebApp')
  const addresses = links.map((link) => `${url}?${linkQuery({ ...link, value: link.value ?? '', signature: signatureOf(link, pageKey) })}`)
  return text.replace(/⟦(\d+)⟧/g, (mark, place) => {
    const address = addresses[Number(place) - 1]
    return address === undefined ? mark : written(address)
  })
}
