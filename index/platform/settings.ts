import { z } from 'zod';
import { platformErrors } from './platform-errors.js';

/** One setting: the schema that reads its text, what it is for, and whether its value must never be shown. */
export interface Setting<Value = unknown> {
  readonly schema: z.ZodType<Value>;
  /** One sentence for .env.example and the README. */
  readonly about: string;
  /** The text written into .env.example; an empty one means "not set". */
  readonly example: string;
  readonly isSecret?: boolean;
}

export type SettingTable = Readonly<Record<string, Setting>>;
export type Settings<Table extends SettingTable> = {
  readonly [Name in keyof Table]: Table[Name] extends Setting<infer Value> ? Value : never;
};

/** Several tables as one. */
type Joined<Table> = (Table extends unknown ? (table: Table) => void : never) extends (
  table: infer Whole extends SettingTable,
) => void
  ? Whole
  : never;

/**
 * Joins the tables of several parts of the program. Two parts that each read a setting of the same name would silently
 * share one value, so that is refused.
 * @throws SETTING_GIVEN_TWICE
 */
export function joinSettings<const Tables extends readonly SettingTable[]>(
  ...tables: Tables
): Joined<Tables[number]> {
  const joined: Record<string, Setting> = {};
  for (const [name, setting] of tables.flatMap((table) => Object.entries(table))) {
    if (Object.hasOwn(joined, name)) throw platformErrors.SETTING_GIVEN_TWICE({ name });
    joined[name] = setting;
  }
  return joined as Joined<Tables[number]>;
}

/**
 * Reads every setting of a table from an environment, once.
 *
 * An empty text counts as "not set", so that a line left empty in `.env` means the default.
 * @throws SETTINGS_INVALID with all complaints at once, one a line; a secret's value is never repeated.
 */
export function parseSettings<Table extends SettingTable>(
  table: Table,
  environment: Readonly<Record<string, string | undefined>>,
): Settings<Table> {
  const complaints: string[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, setting] of Object.entries(table)) {
    const text = environment[name]?.trim();
    const result = setting.schema.safeParse(text === '' ? undefined : text);
    if (result.success) values[name] = result.data;
    else complaints.push(complaintOf(name, setting, text, result.error));
  }
  if (complaints.length > 0) {
    throw platformErrors.SETTINGS_INVALID({ complaints: complaints.join('\n') });
  }
  return Object.freeze(values) as Settings<Table>;
}

function complaintOf(name: string, setting: Setting, text: string | undefined, error: z.ZodError): string {
  const given = text === undefined || text === '' ? 'not set' : setting.isSecret ? 'set' : `"${text}"`;
  const reasons = error.issues.map((issue) => issue.message).join('; ');
  return `- ${name} is ${given}: ${reasons}. ${setting.about}`;
}

/** Kinds of settings, so that every table reads alike. */
export const setting = {
  text(about: string, fallback: string): Setting<string> {
    return { schema: z.string().default(fallback), about, example: fallback };
  },
  optionalText(about: string): Setting<string | undefined> {
    return { schema: z.string().optional(), about, example: '' };
  },
  secret(about: string, minimumLength = 1): Setting<string | undefined> {
    const schema = z
      .string()
      .min(minimumLength, `at least ${minimumLength} characters are needed`)
      .optional();
    return { schema, about, example: '', isSecret: true };
  },
  integer(about: string, fallback: number, range: { min: number; max: number }): Setting<number> {
    return { schema: numberIn(range, true).default(fallback), about, example: String(fallback) };
  },
  optionalInteger(about: string, range: { min: number; max: number }): Setting<number | undefined> {
    return { schema: numberIn(range, true).optional(), about, example: '' };
  },
  number(about: string, fallback: number, range: { min: number; max: number }): Setting<number> {
    return { schema: numberIn(range, false).default(fallback), about, example: String(fallback) };
  },
  optionalNumber(about: string, range: { min: number; max: number }): Setting<number | undefined> {
    return { schema: numberIn(range, false).optional(), about, example: '' };
  },
  flag(about: string, fallback: boolean): Setting<boolean> {
    const schema = z
      .enum(['true', 'false'], { error: 'must be true or false' })
      .transform((text) => text === 'true')
      .default(fallback);
    return { schema, about, example: String(fallback) };
  },
  choice<const Choice extends string>(
    about: string,
    choices: readonly Choice[],
    fallback: Choice,
  ): Setting<Choice> {
    const schema = z
      .enum(choices as readonly [Choice, ...Choice[]], { error: `must be one of ${choices.join(', ')}` })
      .default(fallback as never) as unknown as z.ZodType<Choice>;
    return { schema, about, example: fallback };
  },
  list(about: string, fallback: readonly string[]): Setting<readonly string[]> {
    const schema = z
      .string()
      .transform((text) =>
        text
          .split(',')
          .map((part) => part.trim())
          .filter((part) => part !== ''),
      )
      .default([...fallback]);
    return { schema, about, example: fallback.join(',') };
  },
};

/** The same setting for texts of one form only. @param complaint such as "must be a number" */
export function matching<Value extends string | undefined>(
  of: Setting<Value>,
  form: RegExp,
  complaint: string,
): Setting<Value> {
  const schema = of.schema.refine((text) => text === undefined || form.test(text), complaint);
  return { ...of, schema };
}

function numberIn(range: { min: number; max: number }, isInteger: boolean): z.ZodType<number> {
  const kind = isInteger ? 'a whole number' : 'a number';
  const text = `must be ${kind} from ${range.min} to ${range.max}`;
  return z
    .string()
    .transform((value) => Number(value))
    .refine(
      (value) =>
        Number.isFinite(value) &&
        value >= range.min &&
        value <= range.max &&
        (!isInteger || Number.isInteger(value)),
      text,
    );
}
