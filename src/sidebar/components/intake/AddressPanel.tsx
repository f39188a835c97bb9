/** «Адрес для формы»: the centre's own form as a link and as a frame for its site, and where other forms send their requests. */

import type { Output } from '../../../rpc/contract'
import { text } from '../../text.ru'
import { Copied } from '../parts/CopyButton'

const words = text.intake.addresses

export function AddressPanel({ of: { form, url } }: { readonly of: Output<'intake/address'> }) {
  return (
    <section class="panel" aria-label={text.intake.address}>
      <Copied title={words.form} hint={words.formHint} value={form} />
      <Copied title={words.frame} hint={words.frameHint} value={frameOf(form)} />
      <Copied title={words.others} hint={words.othersHint} value={url} />
    </section>
  )
}

/** What is put into a page of the site. */
function frameOf(form: string): string {
  return `<iframe src="${form}" title="${words.frameTitle}" style="width:100%;height:1200px;border:0" loading="lazy"></iframe>`
}
