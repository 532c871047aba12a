import { Component, createElement, type FunctionComponent } from 'preact';

/**
 * A component that is drawn again only when one of its props is another than before, or what it uses of a context has
 * changed; what `memo` of `preact/compat` does, without the rest that comes with it.
 */
export function memo<Props extends object>(draw: FunctionComponent<Props>) {
  return class extends Component<Props> {
    override shouldComponentUpdate(next: Readonly<Props>): boolean {
      return differs(this.props, next) || differs(next, this.props);
    }

    override render() {
      return createElement(draw, this.props);
    }
  };
}

function differs(props: object, others: object): boolean {
  return Object.entries(props).some(([name, value]) => Reflect.get(others, name) !== value);
}
