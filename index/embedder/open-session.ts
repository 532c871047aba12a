import { availableParallelism } from 'node:os';
import onnxruntime, { type Tensor } from 'onnxruntime-node';

/** What a tokenizer makes of a text, each list as long as the text has tokens. */
interface TokenizedText {
  readonly [input: string]: { readonly data: ArrayLike<unknown>; readonly dims: readonly number[] };
}

/** The state of each token of a text after a layer: `length` rows of `width` numbers. */
interface TokenStates {
  /** After the last one. */
  readonly numbers: Float32Array;
  /** After those before it that the model gives, from the first; empty where they are not wanted. */
  readonly inner: readonly Float32Array[];
  readonly length: number;
  readonly width: number;
}

interface ModelSession {
  /** @param withInner whether the states after inner layers are wanted; they have to be copied */
  run(tokens: TokenizedText, withInner: boolean): Promise<TokenStates>;
}

/** How outputs of inner layers are named, with the number of the layer; as in the models of Hugging Face. */
const INNER_LAYER = /^hidden_states\.\d+$/;

/**
 * Loads a model's weights. This file is the one door to onnxruntime.
 *
 * It runs on half of the cores: the threads that share one text wait for each other by spinning, so that a second one on
 * a machine with two cores doubles the work (6 instead of 3 ms of processor for a question), finds no core free when the
 * event loop is busy, and then takes longer than one alone. By path, because `onnxruntime-node` 1.14 overlooks the
 * options of a model that is handed over as bytes, as @xenova/transformers does.
 * @param path of an ONNX file
 */
export async function openSession(path: string): Promise<ModelSession> {
  const threads = Math.max(1, Math.floor(availableParallelism() / 2));
  const session = await onnxruntime.InferenceSession.create(path, { intraOpNumThreads: threads });
  const inner = session.outputNames.filter((name) => INNER_LAYER.test(name));
  const outer = session.outputNames.filter((name) => !inner.includes(name));
  return {
    async run(tokens, withInner) {
      const wanted = withInner ? [...outer, ...inner] : outer;
      const output = await session.run(feedsOf(session.inputNames, tokens), wanted);
      const states = output.last_hidden_state ?? output.token_embeddings;
      const [, length = 0, width = 0] = states?.dims ?? [];
      return {
        numbers: numbersOf(states),
        inner: withInner ? inner.map((name) => numbersOf(output[name])) : [],
        length,
        width,
      };
    },
  };
}

function numbersOf(states: Tensor | undefined): Float32Array {
  return (states?.data ?? new Float32Array()) as Float32Array;
}

/** What the model wants of the tokens; zeros for what the tokenizer of its family leaves out (`token_type_ids`). */
function feedsOf(names: readonly string[], tokens: TokenizedText): Record<string, Tensor> {
  const dims = tokens.input_ids?.dims ?? [1, 0];
  const count = dims.reduce((product, length) => product * length, 1);
  return Object.fromEntries(
    names.map((name) => {
      const given = tokens[name]?.data as BigInt64Array | undefined;
      return [name, new onnxruntime.Tensor('int64', given ?? new BigInt64Array(count), dims)];
    }),
  );
}
