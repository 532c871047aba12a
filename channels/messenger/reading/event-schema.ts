import { z } from 'zod';

/** A part that is not there, or not in the form it has at Meta, counts as left out: one odd field costs no message. */
function lenient<Schema extends z.ZodType>(schema: Schema) {
  return schema.optional().catch(undefined);
}

const text = lenient(z.string());
const flag = lenient(z.boolean());
/** Meta sends ids as texts; older proxies in between make numbers of them. */
export const accountId = z
  .union([z.string(), z.int().nonnegative().transform(String)])
  .pipe(z.string().regex(/^[\w.:-]{1,100}$/));
const account = lenient(z.object({ id: accountId }));
/** Ids of apps come as numbers and as texts. */
const appId = lenient(z.union([z.string(), z.number()]).transform(String).nullable());
const messageId = lenient(z.string().min(1).max(500));
const time = lenient(z.number());

/** One product of a template that customers send from the shop of the page ("Product template"). */
const product = z.object({ id: appId, title: text, subtitle: text, image_url: text });

const attachment = z.object({
  type: z.string(),
  title: text,
  url: text,
  payload: lenient(
    z.object({
      url: text,
      title: text,
      sticker_id: lenient(z.union([z.string(), z.number()]).transform(String)),
      product: lenient(z.object({ elements: z.array(product.nullable().catch(null)) })),
      /** Of templates, as other apps and the inbox send them. */
      text,
      elements: lenient(z.array(z.object({ title: text, subtitle: text }).nullable().catch(null))),
      coordinates: lenient(z.object({ lat: z.number(), long: z.number() })),
    }),
  ),
});

/**
 * How somebody came: by an m.me link, a code, a plugin or an advertisement ("messaging_referrals"); inside of a message or
 * of "Get Started" where that is the first thing they do.
 */
const referral = z.object({
  ref: text,
  source: text,
  ad_id: appId,
  ads_context_data: lenient(z.object({ ad_title: text })),
  product: lenient(z.object({ id: appId })),
});

const optin = z.object({
  type: text,
  ref: text,
  user_ref: lenient(z.union([z.string(), z.number()]).transform(String)),
});

const owner = z.object({ new_owner_app_id: appId });

/**
 * One item of `messaging` or `standby`, as much of it as is read here (Messenger Platform, "Webhook events"). Which kind
 * of event it is shows by the part it has.
 */
export const eventSchema = z.object({
  sender: account,
  recipient: account,
  timestamp: time,
  message: lenient(
    z.object({
      mid: messageId,
      text,
      is_echo: flag,
      is_deleted: flag,
      app_id: appId,
      metadata: text,
      quick_reply: lenient(z.object({ payload: text })),
      reply_to: lenient(z.object({ mid: messageId })),
      referral: lenient(referral),
      attachments: lenient(z.array(attachment.nullable().catch(null))),
    }),
  ),
  message_edit: lenient(z.object({ mid: messageId, text, num_edit: lenient(z.number()) })),
  postback: lenient(z.object({ mid: messageId, title: text, payload: text, referral: lenient(referral) })),
  referral: lenient(referral),
  optin: lenient(optin),
  delivery: lenient(z.object({ watermark: time })),
  read: lenient(z.object({ watermark: time })),
  reaction: lenient(z.object({ action: text, reaction: text, emoji: text, mid: messageId })),
  pass_thread_control: lenient(owner),
  take_thread_control: lenient(owner),
  policy_enforcement: lenient(z.object({ action: text, reason: text })),
});

export type MessengerEvent = z.infer<typeof eventSchema>;
export type MessengerReferral = z.infer<typeof referral>;
export type MessengerAttachment = z.infer<typeof attachment>;
