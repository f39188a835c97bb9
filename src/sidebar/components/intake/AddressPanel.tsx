/** «Адрес для формы»: the centre's own form as a link and as a frame for its site, and where other forms send their requests. */

import type { Output } from '../../../rpc/contract'
import { text } from '../../text.ru'
import { CopyButton } from '../parts/CopyButton'

const words = text.intake.addresses

export function AddressPanel({ of: { form, url } }: { readonly of: Output<'intake/address'> }) {
  return (
    <section class="panel" aria-label={text.intake.address}>
      <Address title={words.form} hint={words.formHint} value={form} />
      <Address title={words.frame} hint={words.frameHint} value={frameOf(form)} />
      <Address title={words.others} hint={words.othersHint} value={url} />
    </section>
  )
}

/** What is put into a page of the site. */
function frameOf(form: string): string {
  return `<iframe src="${form}" title="${words.frameTitle}" style="width:100%;height:1200px;border:0" loading="lazy"></iframe>`
}

interface AddressProps {
  readonly title: string
  readonly hint: string
  readonly value: string
}

function Address({ title, hint, value }: AddressProps) {
  return (
    <div class="address">
      <div class="row between">
        <span class="name">{title}</span>
        <CopyButton of={value} label={title} />
      </div>
      <p class="detail">{hint}</p>
      <code>{value}</code>
    </div>
  )
}
