/** On a card: the same client asked already, is it one request or two? Is he a known client? What does he tell anew? */

import { useEffect } from 'preact/hooks'
import { newsFields, newsIn } from '../../../domain/client/news'
import { clientTitles } from '../../../domain/deal/fieldTitles'
import type { Card } from '../../../rpc/contract'
import type { Desk } from '../../models/page/desk'
import { unbroken } from '../../models/page/unbroken'
import { text } from '../../text.ru'
import { Button } from '../parts/Button'
import { TroubleNotice } from '../parts/Notices'

export function Repeats({ desk, card }: { readonly desk: Desk; readonly card: Card }) {
  const { repeats, caller } = desk.card
  useEffect(() => repeats.show(card), [card.deal.id])
  const open = repeats.open.value
  return (
    <>
      <TroubleNotice caller={repeats.finder} />
      {open.length > 0 && (
        <section class="notice ask" aria-label={text.card.repeat}>
          <div>
            {open.map((one) => (
              <p key={one.ref.id}>{unbroken(one.text)}</p>
            ))}
            <div class="buttons">
              {open.map((one) => (
                <Button key={one.ref.id} name={`join-${one.ref.id}`} caller={caller} onClick={() => void repeats.join(one)}>
                  {text.card.join(one.ref.id)}
                </Button>
              ))}
              <Button onClick={repeats.keepApart}>{text.card.isNew}</Button>
            </div>
          </div>
        </section>
      )}
      <Maybe desk={desk} />
      <News desk={desk} card={card} />
    </>
  )
}

function Maybe({ desk }: { readonly desk: Desk }) {
  const { repeats, caller } = desk.card
  return (
    <>
      {repeats.maybe.value.map(({ id, text: sentence }) => (
        <section key={id} class="notice ask" aria-label={text.card.maybe}>
          <div>
            <p>{unbroken(text.card.sentence(sentence))}</p>
            <div class="buttons">
              <Button name={`is-${id}`} caller={caller} onClick={() => void repeats.recognise(id)}>
                {text.card.isThem}
              </Button>
              <Button name={`not-${id}`} caller={caller} onClick={() => void repeats.apart(id)}>
                {text.card.notThem}
              </Button>
            </div>
          </div>
        </section>
      ))}
    </>
  )
}

function News({ desk, card }: { readonly desk: Desk; readonly card: Card }) {
  const { repeats, caller } = desk.card
  const news = newsIn(card.deal.news)
  const fields = newsFields.filter((field) => news[field] !== undefined)
  if (fields.length === 0 || !card.client) return null
  return (
    <section class="notice ask" aria-label={text.card.news}>
      <div>
        <p>{text.card.news}</p>
        {fields.map((field) => (
          <div key={field}>
            <p>
              {clientTitles[field]}: <span class="name">{news[field]}</span>{' '}
              <span class="faint">{text.card.newsKnown(String(card.client?.[field] ?? ''))}</span>
            </p>
            <div class="buttons">
              <Button name={`take-${field}`} caller={caller} onClick={() => void repeats.takeNews(field, true)}>
                {text.card.takeNews}
              </Button>
              <Button name={`leave-${field}`} caller={caller} onClick={() => void repeats.takeNews(field, false)}>
                {text.card.leaveNews}
              </Button>
            </div>
          </div>
        ))}
      </div>
    </section>
  )
}
