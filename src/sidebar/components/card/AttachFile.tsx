/** The files of a card as links, and «Приложить файл» (C5). */

import { useEffect, useMemo } from 'preact/hooks'
import { acceptedFiles, attachedFiles } from '../../../domain/deal/attachedFile'
import { dealTitles } from '../../../domain/deal/fieldTitles'
import type { Card } from '../../../rpc/contract'
import { type AttachModel, createAttachModel, readBase64 } from '../../models/card/attach'
import type { Desk } from '../../models/page/desk'
import { attach as text } from '../../text/card.ru'
import { Button } from '../parts/Button'
import { BadNotice, TroubleNotice, Waiting } from '../parts/Notices'

interface Props {
  readonly desk: Desk
  readonly card: Card
  /** On a phone: the camera too. */
  readonly photo?: true
}

export function AttachFile({ desk, card, photo }: Props) {
  const { receive, bring } = desk.card
  const model = useMemo(() => createAttachModel(desk.page, { received: receive, late: bring, read: readBase64 }), [desk])
  useEffect(() => model.leave, [model])
  const own = attachedFiles(card.deal.files)
  // C5: what came with the client's other deals.
  const files = [...own, ...attachedFiles(card.client?.files ?? '').filter(({ url }) => !own.some((one) => one.url === url))]
  const mayAttach = card.editable.length > 0
  if (files.length === 0 && !mayAttach) return null
  return (
    <div class="field" id="deal-files" tabIndex={-1}>
      <span class="label">{dealTitles.files}</span>
      <ul>
        {files.map(({ name, url }) => (
          <li key={name + url}>
            <FileName name={name} url={url} />
          </li>
        ))}
      </ul>
      {mayAttach && photo && <Camera model={model} desk={desk} card={card} />}
      {mayAttach && <Chooser model={model} card={card} />}
    </div>
  )
}

/** A link where there is an address. */
export function FileName({ name, url }: { readonly name: string; readonly url: string }) {
  if (url === '') return <>{name}</>
  return (
    <a href={url} target="_blank" rel="noopener noreferrer">
      {name}
    </a>
  )
}

/** A phone calls every photo the same: its time tells them apart. */
function Camera({ model, desk, card }: { readonly model: AttachModel; readonly desk: Desk; readonly card: Card }) {
  const waits = model.progress.value !== ''
  return (
    <>
      <input
        id="attach-photo"
        class="hidden-words"
        type="file"
        accept="image/*"
        capture="environment"
        disabled={waits}
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0]
          currentTarget.value = ''
          if (file) void model.choose(card, new File([file], text.photoName(desk.page.clock.now.value, file.name), { type: file.type }))
        }}
      />
      <label class="button" for="attach-photo">
        {text.photo}
      </label>
    </>
  )
}

function Chooser({ model, card }: { readonly model: AttachModel; readonly card: Card }) {
  const { chosen, progress, fault, caller } = model
  const waits = progress.value !== ''
  return (
    <>
      <input
        id="attach-file"
        class="hidden-words"
        type="file"
        accept={acceptedFiles}
        aria-describedby="attach-hint"
        disabled={waits}
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0]
          currentTarget.value = ''
          if (file) void model.choose(card, file)
        }}
      />
      <label class="button" for="attach-file">
        {text.label}
      </label>
      <span id="attach-hint" class="detail">
        {text.hint}
      </span>
      {waits && <Waiting>{progress.value}</Waiting>}
      {fault.value !== '' && <BadNotice>{fault.value}</BadNotice>}
      {!waits && <TroubleNotice caller={caller} />}
      {!waits && chosen.value !== null && fault.value === '' && (
        <Button name="attach" caller={caller} onClick={() => void model.again(card)}>
          {text.again}
        </Button>
      )}
    </>
  )
}
