/** A stand-in for the browser's document that records what is built; enough for code that makes nodes one by one. */
export interface TinyNode {
  readonly name: string;
  readonly text: string;
  readonly attributes: Map<string, string>;
  readonly children: TinyNode[];
}

/** A document whose nodes can be read back with `elementsOf`, `textOf` and `htmlOf`. */
export function tinyDocument(): Document {
  const make = (name: string, text = '') => {
    const node = {
      name,
      text,
      attributes: new Map<string, string>(),
      children: [] as TinyNode[],
      appendChild: (child: TinyNode) => node.children.push(child),
      setAttribute: (key: string, value: string) => node.attributes.set(key, value),
    };
    return node;
  };
  return {
    createElement: (name: string) => make(name),
    createTextNode: (text: string) => make('#text', text),
    createDocumentFragment: () => make('#fragment'),
  } as unknown as Document;
}

export function elementsOf(node: Node): TinyNode[] {
  const tiny = node as unknown as TinyNode;
  const inner = tiny.children.flatMap((child) => elementsOf(child as unknown as Node));
  return tiny.name.startsWith('#') ? inner : [tiny, ...inner];
}

export function textOf(node: Node): string {
  const tiny = node as unknown as TinyNode;
  return tiny.text + tiny.children.map((child) => textOf(child as unknown as Node)).join('');
}

/** What was built, written as HTML for reading in a test; text stands as it is. */
export function htmlOf(node: Node): string {
  const tiny = node as unknown as TinyNode;
  const inner = tiny.text + tiny.children.map((child) => htmlOf(child as unknown as Node)).join('');
  if (tiny.name.startsWith('#')) return inner;
  const attributes = [...tiny.attributes].map(([key, value]) => ` ${key}="${value}"`).join('');
  return `<${tiny.name}${attributes}>${inner}</${tiny.name}>`;
}
